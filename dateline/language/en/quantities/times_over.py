"""How often something has happened in how long: "the second increase in three years"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.words import NUMBER_WORDS, ORDINALS, compile_pattern, one_of, read_number

_PATTERN: Final = compile_pattern(
    rf"\b(?P<nth>{one_of(ORDINALS)}|[0-9]+(?:st|nd|rd|th)) (?:[a-z-]+ )?(?P<noun>[a-z-]+)"
    rf" in (?:the (?:past|last) )?(?:as many |(?P<count>{NUMBER_WORDS}|[0-9]+) )"
    r"(?P<unit>day|week|month|year|decade|season|game|match)(?:e?s)?\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesOver:
    """The nth of something in so many years; "in as many years" has its own number."""

    start: int
    end: int
    text: str
    noun: str
    nth: Decimal
    count: Decimal
    unit: str

    def differs_from(self, other: "TimesOver") -> bool:
        return (self.nth, self.count, self.unit) != (other.nth, other.count, other.unit)


def has_ordinal(text: str, number: Decimal | int) -> bool:
    """Whether something is called the third, as “the third change”."""
    return any(_number_of(found) == number for found in _NTH.findall(text))


_NTH: Final = compile_pattern(rf"\b({one_of(ORDINALS)}|[0-9]+(?:st|nd|rd|th))\b")


def _number_of(ordinal: str) -> Decimal:
    word = ordinal.lower()
    return Decimal(ORDINALS.get(word) or re.sub(r"\D", "", word))


def find_times_over(text: str) -> Iterator[TimesOver]:
    for found in _PATTERN.finditer(text):
        nth = _number_of(found["nth"])
        yield TimesOver(
            start=found.start(),
            end=found.end(),
            text=found[0],
            noun=found["noun"].lower(),
            nth=nth,
            count=read_number(found["count"]) if found["count"] else nth,
            unit=found["unit"].lower(),
        )
