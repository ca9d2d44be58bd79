"""What the language's grammar finds in the article, block by block: read once, asked by every check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.language import FoundDate, FoundName, FoundQuantity, FoundQuotation, en

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
    aliases = {name: one.id for one in briefing.named for name in (one.name, *one.aliases)}
    texts = {block.number: block.text for block in briefing.article.blocks}
    return Findings(
        dates={at: en.find_dates(text, written=written) for at, text in texts.items()},
        quantities={at: en.find_quantities(text) for at, text in texts.items()},
        quotations={at: en.find_quotations(text) for at, text in texts.items()},
        names=_without_words(
            {at: en.find_names(text, aliases=aliases) for at, text in texts.items()}, texts
        ),
    )


def _without_words(
    names: Mapping[int, Sequence[FoundName]], texts: Mapping[int, str]
) -> Mapping[int, Sequence[FoundName]]:
    """The names without single words that stand in small letters elsewhere in the article.

    A sentence, a heading or a quotation had given them their capital.
    """
    small = {word for text in texts.values() for word in _WORD.findall(text) if word.islower()}
    return {
        at: [one for one in found if one.known or one.text.lower() not in small]
        for at, found in names.items()
    }


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
