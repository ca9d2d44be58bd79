"""A name or an alias stands in the words; neither is a slip of a name that the article has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.checking.fact_words import MEND, FactWords
from dateline.facts.article import Block
from dateline.facts.records import Named
from dateline.facts.wording import even, find_words
from dateline.language import en
from dateline.problems import Problem, Rule

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = frozenset(["", "a", "an", "es", "i", "ian", "ish", "n", "s"])


def check_name(named: Named, words: FactWords) -> Iterator[Problem]:
    """The name or an alias stands in the words, each alias somewhere in the article."""
    if not any(is_named(named, words.text(span)) for span in words.spans):
        yield Problem(
            position=named.origin.of("name"),
            rule=Rule.AGREEMENT_NAME,
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
    """Whether a name stands there in one of the forms that prose gives it."""
    return any(find_words(even(form), even(text)) for form in en.name_forms(name))


def check_aliases(named: Named, words: FactWords) -> Iterator[Problem]:
    """An alias is what the article calls somebody, so it stands there."""
    for number, alias in enumerate(named.aliases):
        if is_nobody(alias):
            yield Problem(
                position=named.origin.of("aliases", number),
                rule=Rule.AGREEMENT_ALIAS,
                found=f"the alias “{alias}” of ‘{named.id}’ is no name: it may stand for anybody",
                fix="take it out, or write the name that the article uses",
            )
        elif not any(_stands(alias, block.text) for block in words.blocks):
            yield Problem(
                position=named.origin.of("aliases", number),
                rule=Rule.AGREEMENT_ALIAS,
                found=f"the alias “{alias}” of ‘{named.id}’ stands nowhere in the article",
                fix="write it as the article has it, or take it out",
            )


def is_nobody(alias: str) -> bool:
    """Whether an alias is a word like “the” or “its”; “US” and “WHO” are names."""
    return alias.casefold() in en.NOBODY and not (alias.isupper() and len(alias) > 1)


def check_spelling(named: Named, words: FactWords) -> Iterator[Problem]:
    """A name that the article does not have in full is no slip of one that it has."""
    if any(_stands(named.name, block.text) for block in words.blocks):
        return
    near = next(near_misses(named, words.blocks), None)
    if near:
        yield Problem(
            position=named.origin.of("name"),
            rule=Rule.AGREEMENT_NAME,
            found=f"the name “{named.name}” is a letter away from “{near}”, which the article has",
            fix="write it as the article has it, or waive the check with a reason",
            related=words.related(),
        )


def near_misses(named: Named, blocks: tuple[Block, ...]) -> Iterator[str]:
    """Words of the article that differ from the name in one letter, or in the order of two.

    All the name's words in a row; a word alone only if it is long, or beside a word of the aliases:
    short words are often a letter apart.
    """
    wanted = _WORD.findall(named.name)
    texts = [_WORD.findall(block.text) for block in blocks]
    for text in texts if len(wanted) > 1 else ():
        rows = (text[at : at + len(wanted)] for at in range(len(text)))
        yield from (" ".join(row) for row in rows if is_slip(wanted, row))
    known = {word for text in texts for word in text}
    aliases = {word for alias in named.aliases for word in _WORD.findall(alias)}
    for word in wanted:
        if word.casefold() not in {one.casefold() for one in known}:
            near = known if len(word) >= (5 if word[0].isupper() else 6) else known & aliases
            yield from (one for one in sorted(near) if is_slip([word], [one]))


def is_slip(wanted: Sequence[str], there: Sequence[str]) -> bool:
    """Whether all of the words are the same but one, which differs by a slip of the hand."""
    differing = [(one, other) for one, other in zip(wanted, there, strict=False) if one != other]
    if len(wanted) != len(there) or len(differing) != 1:
        return False
    one, other = differing[0]
    return not are_forms(one, other) and is_a_letter_off(one.casefold(), other.casefold())


def is_a_letter_off(one: str, other: str) -> bool:
    """Whether a letter is another, or too many, or missing, or has changed places with the next."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) == len(shorter) + 1:
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    if len(longer) != len(shorter):
        return False
    apart = [at for at in range(len(one)) if one[at] != other[at]]
    turned = (
        len(apart) == 2 and one[apart[0] : apart[1] + 1] == other[apart[0] : apart[1] + 1][::-1]
    )
    return len(apart) == 1 or turned


def are_forms(one: str, other: str) -> bool:
    """Whether these are one word: Iraq and Iraqi, State and States, Ann and Anna."""
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS
