"""What a language writes in a way of its own: a module like `en.py` offers these functions."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, Protocol


class WrittenDate(Protocol):
    """A day, a month, a year or a decade, by its first year, or a part of one."""

    @property
    def year(self) -> int: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...
    @property
    def decade(self) -> bool: ...
    @property
    def part(self) -> Literal["early", "mid", "late"] | None: ...


class WrittenUnit(Protocol):
    """A unit of the table in `facts/units.py`; `per` is what follows it in a rate: "a day"."""

    @property
    def name(self) -> str: ...
    @property
    def singular(self) -> str: ...
    @property
    def plural(self) -> str: ...
    @property
    def per(self) -> str: ...


class Formats(Protocol):
    def date(self, date: WrittenDate, /) -> str: ...

    def date_before(self, date: WrittenDate, following: WrittenDate, /) -> str:
        """A date without what the date after it says too: the "10" of "10 to 12 May 2024"."""
        ...

    def short_date(self, date: WrittenDate, /) -> str:
        """A month or a day of one without its year, where there is little room: "11 Sep"."""
        ...

    def year(self, year: int, /) -> str: ...
    def decade(self, year: int, /) -> str:
        """The ten years that a year is among, as a heading: "1990s"."""
        ...

    def weekday(self, number: int, /) -> str:
        """The name of a weekday; Monday is 0."""
        ...

    def number(self, value: Decimal | int, /) -> str: ...
    def in_words(self, value: int, /) -> str:
        """A small count as running text has it: "four", "17"."""
        ...

    def scale(self, power: int, /) -> str:
        """The word for a power of ten: 9 is "billion"."""
        ...

    def unit(self, unit: WrittenUnit, value: Decimal | None, /) -> str:
        """The unit after a value, which is None for a range and for words."""
        ...

    def rate(self, unit: WrittenUnit, /) -> str:
        """What follows a unit in a rate: "a day"; empty for other units."""
        ...

    def all_of(self, words: Sequence[str], /) -> str:
        """The words as a list: "a, b and c"."""
        ...

    def one_of(self, words: Sequence[str], /) -> str: ...
