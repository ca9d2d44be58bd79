"""The day that goes with a clock time: of “at 4.52am on Monday”, not “at 4.52am on Tuesday”."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from dateline.checking.basis.findings import Findings
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import Statement
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import first_day, known_date, last_day, show_date
from dateline.facts.records import Event
from dateline.frozen import dataclass
from dateline.language import FoundDate
from dateline.language.en import FoundClock, find_clocks
from dateline.patterns import compile_later

_TO_DAY: Final = compile_later(r",?\s+(?:on\s+)?(?:the\s+)?")
_TO_CLOCK: Final = compile_later(
    r",?\s+(?:at|by|from|until|since)\s+(?:about\s+|around\s+|just\s+)?"
)
_HERE: Final = ("", "local time")


@dataclass(frozen=True, slots=True, kw_only=True)
class _DayOfTime:
    """A day as it may be written in sheets, by all its readings, and where it stands."""

    days: frozenset[str]
    statement: Statement


@dataclass(frozen=True, kw_only=True)
class Hours:
    """The clock times of the article and of the events, with the day of each."""

    briefing: Briefing
    findings: Findings

    def other_days(self, found: FoundDate, seen: SeenText) -> list[Statement]:
        """The days that the clock time beside a date has in the article; none if it may have this one too."""
        clocks = [clock for clock in _clocks(seen.text) if _is_beside(seen.text, clock, found)]
        said = [each for clock in clocks for at in clock.minutes for each in self._days.get(at, ())]
        if any(each is None or each.days & _days_in(found) for each in said):
            return []
        others = dict.fromkeys(each.statement for each in said if each)
        return [each for each in others if each.span] or list(others)

    @cached_property
    def _days(self) -> Mapping[int, Sequence[_DayOfTime | None]]:
        """By minutes from midnight; None for a time of whose day nothing is said."""
        found: dict[int, list[_DayOfTime | None]] = defaultdict(list)
        for event in self.briefing.events:
            for clock in _clocks(event.time or ""):
                for at in clock.minutes:
                    found[at].append(_day_of(event))
        of_events = frozenset(found)
        for at, said in self._of_article():
            if said or at not in of_events:
                found[at].append(said)
        return found

    def _of_article(self) -> Iterator[tuple[int, _DayOfTime | None]]:
        for block in self.briefing.article.blocks:
            dates = self.findings.dates[block.number]
            for clock in _clocks(block.text):
                beside = [date for date in dates if _is_beside(block.text, clock, date)]
                for at in clock.minutes:
                    for date in beside:
                        span = Span(block=block.number, start=date.start, end=date.end)
                        position = block.position(date.start)
                        place = Statement(text=date.text, span=span, position=position)
                        yield at, _DayOfTime(days=_days_in(date), statement=place)
                    if not beside:
                        yield at, None


def _clocks(text: str) -> list[FoundClock]:
    """Those in digits, of the place that the story is about: noon is on any day, and 9pm GMT elsewhere."""
    return [each for each in find_clocks(text) if each.text[0].isdigit() and each.zone in _HERE]


def _is_beside(text: str, clock: FoundClock, date: FoundDate) -> bool:
    if date.kind not in ("weekday", "day", "range") or not _days_in(date):
        return False
    if date.kind == "range":
        return date.start < clock.start < date.end
    end = clock.start + len(clock.text)
    after = _TO_DAY.fullmatch(text, end, date.start) if end <= date.start else None
    before = _TO_CLOCK.fullmatch(text, date.end, clock.start) if date.end <= clock.start else None
    return bool(after or before)


def _days_in(date: FoundDate) -> frozenset[str]:
    """The days that a date may be, without “by” or “until”; none of a time of several days."""
    days = {reading.removeprefix("../").removesuffix("/..") for reading in date.readings}
    return frozenset(day for day in days if "/" not in day)


def _day_of(event: Event) -> _DayOfTime | None:
    first, last = (end(event.date) if event.date else None for end in (first_day, last_day))
    if event.date is None or first is None or first != last:
        return None
    day = known_date(f"{first:%Y-%m-%d}")
    place = Statement(text=show_date(day), fact=event.id, position=event.origin.of("date"))
    return _DayOfTime(days=frozenset({day.text}), statement=place)
