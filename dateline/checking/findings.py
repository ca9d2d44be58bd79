"""What the language's grammar finds in the article, block by block: read once, asked by every check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import TypeVar

from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.wording import compose, is_composed
from dateline.language import FoundDate, FoundName, FoundQuantity, FoundQuotation, en

_WORD = re.compile(r"\w+")

Found = TypeVar("Found", FoundDate, FoundQuantity, FoundQuotation, FoundName)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """By block number, what stands in its text, in reading order."""

    dates: Mapping[int, Sequence[FoundDate]]
    quantities: Mapping[int, Sequence[FoundQuantity]]
    quotations: Mapping[int, Sequence[FoundQuotation]]
    names: Mapping[int, Sequence[FoundName]]


def find_all(briefing: Briefing) -> Findings:
    """Every date, quantity, quotation and name of the article."""
    written = briefing.front.published
    aliases = {
        " ".join(compose(form).text.split()): one.id
        for one in briefing.named
        for name in (one.name, *one.aliases)
        for form in en.name_forms(name)
    }
    find_names = partial(en.find_names, aliases=aliases)
    texts = {block.number: block.text for block in briefing.article.blocks}
    return Findings(
        dates={at: _find_dates(text, written) for at, text in texts.items()},
        quantities={at: _find_quantities(text) for at, text in texts.items()},
        quotations={at: _found(en.find_quotations, text) for at, text in texts.items()},
        names=_without_words(
            {at: _found(find_names, text) for at, text in texts.items()},
            {block.number: block for block in briefing.article.blocks},
        ),
    )


# A preview reads the article again after each change of a word: what stayed is known already.
@lru_cache(maxsize=4096)
def _find_dates(text: str, written: date) -> Sequence[FoundDate]:
    return _found(partial(en.find_dates, written=written), text)


@lru_cache(maxsize=4096)
def _find_quantities(text: str) -> Sequence[FoundQuantity]:
    return _found(en.find_quantities, text)


def _found(find: Callable[[str], Sequence[Found]], text: str) -> Sequence[Found]:
    """What a finder finds in a text, however its letters are composed, at its places in the text."""
    if is_composed(text):
        return find(text)
    composed = compose(text)
    return tuple(
        replace(one, start=start, end=end, text=text[start:end])
        for one in find(composed.text)
        for start, end in [composed.original(one.start, one.end)]
    )


def read_dates(text: str, briefing: Briefing) -> Sequence[FoundDate]:
    """The dates of an editor's own words, read from the day of publication as the article's are."""
    return _find_dates(text, briefing.front.published)


def _without_words(
    names: Mapping[int, Sequence[FoundName]], blocks: Mapping[int, Block]
) -> Mapping[int, Sequence[FoundName]]:
    """The names without words that only their place gave a capital.

    A single word that the sheets do not know is a name where the article has it inside a sentence
    too, and has it nowhere in small letters.
    """
    words = (word for block in blocks.values() for word in _WORD.findall(block.text))
    small = {word for word in words if word.islower()}
    doubtful = {
        (at, one.start): one.text
        for at, found in names.items()
        for one in found
        if not one.known and _is_doubtful(one, blocks[at])
    }
    inside = {
        word
        for at, found in names.items()
        for one in found
        if (at, one.start) not in doubtful
        for word in _WORD.findall(one.text)
    }
    return {
        at: [
            one
            for one in found
            if one.known
            or (
                one.text.lower() not in small
                and ((at, one.start) not in doubtful or one.text in inside)
            )
        ]
        for at, found in names.items()
    }


def _is_doubtful(name: FoundName, block: Block) -> bool:
    stands_alone = block.kind in ("heading", "cell", "caption")
    return en.may_be_a_word(block.text, name, stands_alone=stands_alone)


def touching(
    found: Mapping[int, Sequence[Found]], spans: Iterable[Span]
) -> list[tuple[Found, Span]]:
    """What was found in the spans or reaches into them, each with the span that it touches."""
    return [
        (one, span)
        for span in spans
        for one in found.get(span.block, ())
        if one.start < span.end and span.start < one.end
    ]


def lies_in(one: Found, span: Span) -> bool:
    return span.start <= one.start and one.end <= span.end
