"""How long something took or lay apart: the time between two clock times of the article or of events."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from typing import Final, NamedTuple

from dateline.checking.basis.clock_sums import MINUTES, find_clock_sums, minutes_of
from dateline.checking.basis.findings import overlap, read_quantities
from dateline.checking.claims.grounds.statements import Level, Statement, Surroundings
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import first_day, last_day
from dateline.facts.hedges import Hedge
from dateline.facts.records import Event
from dateline.facts.times import DAY
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en import FoundClock, find_clocks
from dateline.patterns import compile_later


class _Moment(NamedTuple):
    """A clock time in minutes from midnight, its day if a sheet has it, and where it stands."""

    minute: int
    day: int | None
    zone: str
    place: Statement


@dataclass(frozen=True, kw_only=True)
class Moments:
    """The clock times of the article and of the events."""

    briefing: Briefing

    def are_apart(
        self, claimed: FoundQuantity, text: str, near: Surroundings, *, is_own: bool = False
    ) -> bool:
        """Whether a length is that from one clock time to another, as its hedge says.

        One of them is that of the text’s own fact, or of one that it refers to, if these have any; else
        one of the paragraphs of its evidence.
        """
        if claimed.unit not in MINUTES or claimed.low is None or claimed.low != claimed.high:
            return False
        own = self._own(near) or (() if is_own else self._own(near, "paragraph"))
        if is_own and not own:
            return False
        return any(
            _is_true(claimed, text, apart)
            for first, second in combinations(self._all, 2)
            if not own or first in own or second in own
            for apart in _apart(first, second)
        )

    def tell(self, claimed: FoundQuantity, near: Surroundings) -> bool:
        """Whether it is a length that two clock times may give: of what a text is about, and another."""
        return claimed.unit in MINUTES and len(self._all) > 1 and bool(self._own(near))

    def _own(self, near: Surroundings, *more: Level) -> Sequence[_Moment]:
        beside = self._beside(near)
        return [
            each
            for each in self._all
            if near.level(each.place) in ("own", "fact", *more) or each.place.fact in beside
        ]

    def _beside(self, near: Surroundings) -> frozenset[str]:
        """The events that rest on some of the same words as the text’s own fact."""
        own = [span for fact in near.own for span in near.spans.get(fact, ())]
        return frozenset(
            event.id
            for event in self.briefing.events
            for span in near.spans.get(event.id, ())
            if any(each.block == span.block and overlap(each, span) for each in own)
        )

    @cached_property
    def _all(self) -> Sequence[_Moment]:
        """A clock time of the article is of the day of the event that is at this time, if one is."""
        events = list(self._of_events())
        days = {each.minute: each.day for each in events}
        article = (each._replace(day=days.get(each.minute)) for each in self._of_article())
        return [*events, *article, *self._of_delays(days)]

    def _of_delays(self, days: Mapping[int, int | None]) -> Iterator[_Moment]:
        """The times at which something was due: 5.10pm, of “at 6.40pm, 90 minutes behind schedule”."""
        for block in self.briefing.article.blocks:
            for each in find_clock_sums(block.text, read_quantities(block.text)):
                if each.is_of_sentence and each.text.endswith(_LATE):
                    end = each.start + len(each.text)
                    span = Span(block=block.number, start=each.start, end=end)
                    place = Statement(
                        text=each.text, span=span, position=block.position(each.start)
                    )
                    yield _Moment(each.minute, days.get(each.of), "", place)

    def _of_events(self) -> Iterator[_Moment]:
        for event in self.briefing.events:
            day = _day_of(event)
            for clock in find_clocks(event.time) if event.time else ():
                position = event.origin.of("time")
                place = Statement(text=event.time or "", fact=event.id, position=position)
                yield from _moments(clock, day, place)

    def _of_article(self) -> Iterator[_Moment]:
        for block in self.briefing.article.blocks:
            for clock in find_clocks(block.text):
                end = clock.start + len(clock.text)
                span = Span(block=block.number, start=clock.start, end=end)
                place = Statement(text=clock.text, span=span, position=block.position(clock.start))
                yield from _moments(clock, None, place)


def _day_of(event: Event) -> int | None:
    first, last = (end(event.date) if event.date else None for end in (first_day, last_day))
    return first.toordinal() if first and first == last else None


def _moments(clock: FoundClock, day: int | None, place: Statement) -> Iterator[_Moment]:
    for minute in sorted(clock.minutes):
        yield _Moment(minute, day, clock.zone, place)


def _apart(first: _Moment, second: _Moment) -> Iterator[int]:
    """How many minutes may be between two clock times; those of one event are within a day."""
    if first.zone and second.zone and first.zone != second.zone:
        return
    apart = second.minute - first.minute
    is_of_one = first.place.fact is not None and first.place.fact == second.place.fact
    if first.day is None or second.day is None or is_of_one:
        yield apart % DAY
        yield -apart % DAY
    else:
        yield abs(apart + (second.day - first.day) * DAY)


_LATE: Final = (" late", " behind schedule")
_AND: Final = compile_later(r" (?:and )?")


def _whole_length(claimed: FoundQuantity, text: str) -> tuple[FoundQuantity, int]:
    """The first part of “six hours and 27 minutes”, whose hedge both have, and all its minutes."""
    for other in read_quantities(text):
        first, last = sorted((claimed, other), key=lambda each: each.start)
        is_next = _AND.fullmatch(text, first.end, last.start)
        if is_next and (first.unit, last.unit) == ("hour", "minute"):
            return first, minutes_of(first) + minutes_of(last)
    return claimed, minutes_of(claimed)


def _is_true(claimed: FoundQuantity, text: str, apart: int) -> bool:
    """Whether a length is true of so many minutes; hours are rounded more than minutes are."""
    length, minutes = _whole_length(claimed, text)
    is_exact = claimed.unit == "minute" and minutes != 30
    over = apart - minutes
    match length.hedge:
        case Hedge.MORE_THAN | Hedge.AT_LEAST:
            return 0 <= over < max(_step(length), minutes // 4)
        case Hedge.FEWER_THAN | Hedge.UP_TO:
            return 0 <= -over < max(_step(length), minutes // 4)
        case Hedge.NEARLY:
            return 0 <= -over <= _step(length) // 2
        case Hedge.ABOUT:
            return abs(over) <= max(2, minutes // 5)
        case _:
            return abs(over) <= (0 if is_exact else minutes // 10)


def _step(length: FoundQuantity) -> int:
    """What a length may be rounded to, in minutes: to hours, half hours, or five minutes."""
    if length.unit == "hour":
        return 60 if length.low == (length.low or Decimal(0)).to_integral_value() else 30
    return 5
