"""Parts that are counted with their whole: "four of its nine carriages", "of the nine, four left"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.language import FoundQuantity
from dateline.language.en.words import NUMBER_WORDS, compile_pattern, read_number

_NUMBER: Final = (
    rf"(?:{NUMBER_WORDS}|(?<![\w.,$£€-])[0-9]{{1,3}}(?:,[0-9]{{3}})*)(?![\w%]|[.,][0-9])"
)
_OF: Final = r"(?:out )?of (?:all )?(?:(?:the|its|their|his|her|our|those|these) )?"
_PATTERNS: Final = (
    compile_pattern(rf"\b(?P<part>{_NUMBER})(?: [a-z]+)? {_OF}(?P<whole>{_NUMBER})"),
    compile_pattern(rf"\b{_OF}(?P<whole>{_NUMBER})(?: [\w-]+){{0,4}},? (?P<part>{_NUMBER})"),
)


def find_parts_of_wholes(text: str, found: Sequence[FoundQuantity]) -> Iterator[FoundQuantity]:
    """The share that each part is, with the hedge that its number has among those found."""
    for match in (match for pattern in _PATTERNS for match in pattern.finditer(text)):
        part, whole = read_number(match["part"]), read_number(match["whole"])
        own = _around(match, "part", found)
        of = _around(match, "whole", found)
        if 0 < part < whole and not (of and of.hedge):
            yield FoundQuantity(
                start=min(match.start(), own.start) if own else match.start(),
                end=match.end(),
                text=text[match.start() : match.end()],
                low=part / whole,
                high=part / whole,
                unit="share",
                hedge=own.hedge if own else None,
            )


def _around(
    match: re.Match[str], group: str, found: Sequence[FoundQuantity]
) -> FoundQuantity | None:
    start, end = match.span(group)
    return next((each for each in found if each.start <= start and end <= each.end), None)
