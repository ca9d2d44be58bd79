"""The label of those by whom something was done: “signed by 8,400 people”."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.labels.around_number import NAME, SOME, AroundNumber
from dateline.language.en.headlines.labels.doers import are_people
from dateline.language.en.headlines.present_tense import may_be_past
from dateline.language.en.words import compile_pattern

_THING: Final = (
    r"(?:an?|the|its|their) (?:[a-z-]+ ){0,2}?[a-z-]+"
    r"(?: (?:against|for|on|about|over|of|to) (?:the |an? )?[\w-]+)?"
)
_DONE_BY: Final = compile_pattern(
    rf"(?:^|[ ,])(?P<what>{_THING}|{NAME})(?:,? (?:which|that))? (?:(?:was|were|is|has been|had been) )?"
    rf"(?P<verb>[a-z]+ed) by{SOME} $"
)
# What others did is no deed of theirs: “was surrounded by”, “is owned by”.
_NO_DEED: Final = compile_pattern(
    "surrounded|followed|caused|raised|reduced|increased|cut|affected|accompanied|widened|extended|delayed|shortened"
    "|narrowed|lowered"
)


def of_passives(around: AroundNumber) -> Iterator[str]:
    noun = around.noun
    found = _DONE_BY.search(around.said_before) if noun and are_people(noun) else None
    if found and may_be_past(found["verb"]) and not _NO_DEED.fullmatch(found["verb"]):
        yield f"{around.phrase} who {found['verb']} {found['what']}"
