"""The dates of a fact, each with the field in which it stands."""

from dateline.checking.basis.fact_words import FactWords, or_waive
from dateline.facts.dates import (
    Date,
    show_date,
)
from dateline.facts.kinds import Kind
from dateline.facts.origin import Key
from dateline.facts.records import Event, Fact, Figure, Quotation
from dateline.frozen import dataclass
from dateline.problems import Problem, Rule


def dates_of(fact: Fact) -> list[Date]:
    match fact:
        case Event():
            announced = [day for way in fact.expected for day in (way.window, way.said_on)]
            dates = [fact.date, *announced]
        case Figure():
            dates = [fact.period, fact.as_of, fact.made]
        case Quotation():
            dates = [fact.said_on]
        case _:
            dates = []
    return [date for date in dates if date]


def is_from_unread(fact: Event | Figure | Quotation, words: FactWords) -> bool:
    """Whether `date_from` may name an event that could not be read, or is not decided on."""
    date_from = fact.date_from or ""
    is_read = date_from in words.briefing.fact_by_id
    return not is_read and bool(date_from) and words.briefing.may_be_unread(date_from, Kind.EVENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedField:
    fact: Event | Figure | Quotation
    path: tuple[Key, ...]
    date: Date
    words: FactWords

    @property
    def subject(self) -> str:
        shown = show_date(self.date)
        text = self.date.text if shown == self.date.text else f"{self.date.text} ({shown})"
        # An entry of a figure's history has a `date`, which is read as the `as_of` of a figure.
        is_of_entry = self.path == ("as_of",) and self.path not in self.fact.origin.keys
        if self.path == ("date",) or is_of_entry:
            return f"‘{self.fact.id}’ is dated {text}"
        name = ".".join(str(key) for key in self.path if isinstance(key, str))
        return f"`{name}` of ‘{self.fact.id}’ is {text}"

    @property
    def published(self) -> str:
        return f"an article of {self.words.briefing.front.published}"

    def problem(self, rule: Rule, found: str, fix: str) -> Problem:
        return self.words.problem(rule, *self.path, found=found, fix=f"{fix}, {or_waive(rule)}")
