"""What a language's grammar finds in an article: dates, quantities, quotations, names.

Every finding carries its place: `source[start:end] == text`. A language is one module or
package beside this file that offers `find_dates`, `find_quantities`, `find_quotations` and
`find_names`; English is `dateline.language.en`.
"""

from decimal import Decimal
from typing import Literal, TypeVar

from dateline.facts.hedges import Hedge
from dateline.frozen import dataclass

DateKind = Literal[
    "day",  # 11 September 2024
    "list-item",  # "14" of "14 and 15 September": a day whose month stands with a later item
    "weekday",  # Sunday
    "month",  # September 2023
    "quarter",  # Q3 2023
    "season",  # summer 2016
    "year",  # 2018
    "decade",  # the 1990s
    "century",  # the 19th century
    "range",  # from March to May 2024, since 2003, by the end of 2026
    "relative",  # last month, the previous night
    "ambiguous",  # 3/9: which is the month is not known
    "vague",  # recent months, for years: no reading
]
# What a negation before it in its sentence does to "more than" or "less than" a number.
Negation = Literal[
    "none",  # there is no negation
    "outside",  # it denies something else: "did not say that more than 40 died"
    "open",  # it may govern the comparison or not: "did not pay more than 40 workers"
    "turned",  # it turns it round: "may not cost more than 40" is up to 40
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in prose. `readings` are dates as sheets have them, the likeliest first.

    `dated` where the words name the year or count from publication ("last month"), `open` where they
    do not say which of the readings is meant (else the first is much the likeliest), `misfit`
    where they name a weekday that no reading falls on: "Friday, 22 February 2025".
    """

    start: int
    end: int
    text: str
    readings: tuple[str, ...]
    kind: DateKind
    dated: bool = False
    open: bool = False
    misfit: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether the words leave no doubt of the year, and have one reading."""
        return self.dated and len(self.readings) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuantity:
    """A quantity in prose, with its scale applied: "$5 billion" is 5000000000 USD.

    `low` equals `high` for one value; both are None where the words give no digits ("dozens").
    Of a score or a vote, a `pair`, `low` is the first number and `high` the second, as written.
    `hedge` is what a `negation` makes of it: "up to" of "may not cost more than".
    `unit` is an ISO 4217 code, a unit's singular name ("kilometre"), "percent",
    "percentage points", "share" (a fraction of one), "times", or the counted noun as written.
    """

    start: int
    end: int
    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    hedge: Hedge | None
    pair: bool = False
    negation: Negation = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuotation:
    """The words between quotation marks, without the marks."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name. `known` is the id whose alias it is, None where no sheet has it."""

    start: int
    end: int
    text: str
    known: str | None


NameKind = Literal["person", "organisation", "place"]
Found = TypeVar("Found", FoundDate, FoundQuantity, FoundQuotation, FoundName)
