"""A name or an alias stands in the words; neither is a slip of a name that the article has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from dateline.checking.words import MEND, Words
from dateline.facts.article import Block
from dateline.facts.records import Named
from dateline.facts.wording import even, find_words
from dateline.problems import Problem

_WORD = re.compile(r"[^\W\d_]+")


def check_name(named: Named, words: Words) -> Iterator[Problem]:
    """The name or an alias stands in the words, each alias somewhere in the article."""
    if not any(is_named(named, words.text(span)) for span in words.spans):
        yield Problem(
            place=named.origin.of("name"),
            rule="agreement.name",
            found=f"neither “{named.name}” nor an alias stands in the evidence of ‘{named.id}’",
            fix=f"add the name that the article uses as an alias, lengthen the evidence, {MEND}",
            related=words.related(),
        )
        return
    yield from check_spelling(named, words)
    yield from check_aliases(named, words)


def is_named(named: Named, text: str) -> bool:
    """Whether the text has the name or one of the aliases, as words of their own."""
    return any(_stands(name, text) for name in (named.name, *named.aliases))


def _stands(name: str, text: str) -> bool:
    return bool(find_words(even(name), even(text)))


def check_aliases(named: Named, words: Words) -> Iterator[Problem]:
    """An alias is what the article calls somebody, so it stands there."""
    for number, alias in enumerate(named.aliases):
        if not any(_stands(alias, block.text) for block in words.blocks):
            yield Problem(
                place=named.origin.of("aliases", number),
                rule="agreement.alias",
                found=f"the alias “{alias}” of ‘{named.id}’ stands nowhere in the article",
                fix="write it as the article has it, or take it out",
            )


def check_spelling(named: Named, words: Words) -> Iterator[Problem]:
    """A name that the article does not have in full has no word that is nearly one of the article's."""
    if any(_stands(named.name, block.text) for block in words.blocks):
        return
    for word in _WORD.findall(named.name):
        near = near_miss(word, words.blocks)
        if near:
            yield Problem(
                place=named.origin.of("name"),
                rule="agreement.name",
                found=f"“{word}” of the name “{named.name}” is nearly “{near}”, which the article has",
                fix=f"write “{near}”, or waive the check with a reason",
                related=words.related(),
            )
            return


def near_miss(word: str, blocks: tuple[Block, ...]) -> str | None:
    """The word of the article that this one is a slip of.

    Two forms of one word (Iraq and Iraqi, State and States) are none: one begins with the other.
    """
    known = {one.casefold(): one for block in blocks for one in _WORD.findall(block.text)}
    wanted = word.casefold()
    if len(word) < 4 or wanted in known:
        return None
    near = next(iter(get_close_matches(wanted, known, n=1, cutoff=0.75)), wanted)
    return None if near.startswith(wanted) or wanted.startswith(near) else known[near]
