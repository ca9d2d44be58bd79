"""Clock times and parts of the day that the article has of something else: “alive on Tuesday morning”, of 2.10pm."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Final, NamedTuple

from dateline.checking.basis.clock_sums import ClockSum, find_clock_sums
from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.findings import Findings, overlap, read_dates, read_quantities
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import Statement, Surroundings
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.rivals.crossings import are_crossed
from dateline.checking.claims.rivals.nearness import clause_of, clause_words, part_of
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import first_day, last_day
from dateline.facts.records import Event
from dateline.facts.times import DAY, Window, parts_in_prose, parts_of
from dateline.frozen import dataclass
from dateline.language import FoundDate, FoundQuantity
from dateline.language.en import find_clocks
from dateline.patterns import compile_later

# Between a day and a part of it: “before dawn on Monday”, “on Monday, before dawn”.
_BETWEEN: Final = compile_later(r",? (?:on |of |local time on )?|", re.IGNORECASE)
# Between what was at one time and what was at another.
_AND: Final = compile_later(r",? (?:and|but|then|while)(?: then)? ")
# Of “6pm.”, not of “6 p.m.”.
_FULL_STOP: Final = compile_later(r"(?<=[ap]m)\.$", re.IGNORECASE)
_HERE: Final = ("", "local time")
_DAY_KINDS: Final = ("weekday", "day")
# So many words more of a text go with another time; one of a fact that it is about has as many by itself.
_MORE: Final = 2


# So many minutes beyond the usual hours a part of the day may reach.
_OVER: Final = 60


class _Time(NamedTuple):
    """A clock time or part of the day, its days if they are known, and where it stands in a text."""

    windows: Sequence[Window]
    days: frozenset[str]
    text: str
    start: int

    @property
    def is_clock(self) -> bool:
        return any(end - start == 1 for start, end in self.windows)


class _SaidTime(NamedTuple):
    time: _Time
    place: Statement


@dataclass(frozen=True, kw_only=True)
class TimesOfDay:
    """The times of day of the article and of the events, and what each is of."""

    briefing: Briefing
    findings: Findings
    spans: Spans

    def otherwise(
        self, seen: SeenText, near: Surroundings
    ) -> Iterator[tuple[FoundQuantity, Sequence[Statement]]]:
        """The times of a text that are those of something else, with what the article has instead."""
        if not _may_have_times(seen.text):
            return
        dates = read_dates(seen.text, self.briefing)
        own = list(_times_in(seen.text, dates))
        yield from self._of_other_verb(seen, own, near)
        for time in own:
            said = [each for each in self._all if _is_same(time, each.time)]
            others = [
                each
                for each in self._all
                if not any(_is_same(mine, each.time) for mine in own)
                if not (time.is_clock and time.windows == each.time.windows)  # the day is wrong
                and time.is_clock <= each.time.is_clock
                and (said or time.days & each.time.days)
            ]
            crossed = (self._crossed(time, each, seen.text, near) for each in own)
            if rivals := next(filter(None, crossed), None) or self._better(
                time, seen.text, near, said, others
            ):
                yield _as_quantity(time), [each.place for each in rivals]

    def _crossed(self, time: _Time, other: _Time, text: str, near: Surroundings) -> list[_SaidTime]:
        """Where the other of two clock times is said, if each stands with the words of the other."""
        if not (time.is_clock and other.is_clock) or _is_same(time, other):
            return []
        words = [
            clause_words(text, each.start, each.start + len(each.text)) for each in (time, other)
        ]
        said = [
            [each for each in self._all if each.time.is_clock and _is_same(own, each.time)]
            for own in (time, other)
        ]
        at, there = ([self._words(each.place, near, text) for each in places] for places in said)
        return said[1] if are_crossed(words[0], at, words[1], there) else []

    def _better(
        self,
        time: _Time,
        text: str,
        near: Surroundings,
        said: Sequence[_SaidTime],
        others: Iterable[_SaidTime],
    ) -> list[_SaidTime]:
        about = self._events_near(near)
        if any(near.level(each.place) in ("own", "fact") for each in said):
            return []
        if any(self._has_its_number(each.place, time, text) for each in said):
            return []
        if any(_is_of(each.place, about) and self._leads_to(time, each) for each in self._all):
            return []
        words = clause_words(text, time.start, time.start + len(time.text))
        least = _MORE + max((self._fit(words, near, text, each) for each in said), default=0)
        others = list(others)
        own = [each for each in others if _is_of(each.place, about)]
        more = _MORE if own else 0
        fits = [(self._fit(words, near, text, each) + more, each) for each in own or others]
        best = max((fit for fit, _ in fits), default=0)
        return [each for fit, each in fits if fit == best >= least]

    def _of_other_verb(
        self, seen: SeenText, others: Sequence[_Time], near: Surroundings
    ) -> Iterator[tuple[FoundQuantity, Sequence[Statement]]]:
        """The parts of the day after the verb of an event that was at another time: “resumes at dusk”."""
        for time in _parts_alone(seen.text, others) if near.own else ():
            verb = stems(seen.text[: time.start])[-1:]
            said = [each.place for each in self._all if _is_same(time, each.time)]
            at_own = [each for each in self._all if near.level(each.place) == "own"]
            own = [each.place for each in at_own if each.time.is_clock]
            if any(near.level(place) == "own" for place in said):
                continue
            of_own, of_said = (
                any(not self._words(place, near, seen.text).isdisjoint(verb) for place in places)
                for places in (own, said)
            )
            if said and of_own and not of_said:
                yield _as_quantity(time), own

    def _fit(self, words: frozenset[str], near: Surroundings, text: str, said: _SaidTime) -> int:
        return len(words & self._words(said.place, near, text))

    def _events_near(self, near: Surroundings) -> Spans:
        """The events that a text is about or refers to, with their passages."""
        return {
            event.id: near.spans.get(event.id, ())
            for event in self.briefing.events
            if event.id in near.own or near.refers_to(event.id)
        }

    def _words(self, place: Statement, near: Surroundings, text: str) -> frozenset[str]:
        """The words of what is at a time; those of a title that is the text itself tell nothing."""
        blocks = self.briefing.article.blocks
        if span := place.span:
            return frozenset(stems(" ".join(self._half_around(span))))
        spans = near.spans.get(place.fact or "", ())
        parts = (blocks[at.block].text[at.start : at.end] for at in spans)
        name = self.briefing.name_of(place.fact) if place.fact else ""
        name = "" if name == text else name
        return frozenset(stems(" ".join([name, *parts])))

    def _half_around(self, span: Span) -> tuple[str, str]:
        """The words of its part of a sentence, up to an “and” to another time: “halted at dusk and resumed at 6am”."""
        text = self.briefing.article.blocks[span.block].text
        first, last = part_of(text, span.start, span.end)
        beside = [each.place.span for each in self._by_block.get(span.block, ()) if each.place.span]
        ended = [each.end for each in beside if first <= each.start and each.end <= span.start]
        begun = [each.start for each in beside if span.end <= each.start < last]
        for cut in _AND.finditer(text, max(ended), span.start) if ended else ():
            first = cut.end()
        after = _AND.search(text, span.end, min(begun)) if begun else None
        return text[first : span.start], text[span.end : after.start() if after else last]

    def _has_its_number(self, place: Statement, time: _Time, text: str) -> bool:
        """Whether the article has the number beside a time there too: “stood at 28 at noon”, of “at 28 by noon”."""
        first, last = clause_of(text, time.start, time.start + len(time.text))
        own = {
            each.low
            for each in read_quantities(text)
            if first <= each.start < last and not overlap(each, _as_quantity(time))
        }
        return any(
            each.low in own for words in self._beside(place) for each in read_quantities(words)
        )

    def _beside(self, place: Statement) -> Iterator[str]:
        """The words with a time of the article; with that of an event, those of its evidence."""
        if span := place.span:
            yield from self._half_around(span)
        for own in self.spans.get(place.fact or "", ()):
            yield self.briefing.article.blocks[own.block].text[own.start : own.end]

    def _leads_to(self, time: _Time, said: _SaidTime) -> bool:
        """Whether the article makes it out of a clock time: 5.10pm, of “at 6.40pm, an hour and a half late”."""
        return any(
            (each.of, each.of + 1) in said.time.windows and each.is_at(at)
            for at, _ in time.windows
            for each in (self._sums if time.is_clock else ())
        )

    @cached_property
    def _sums(self) -> Sequence[ClockSum]:
        return [
            each
            for block in self.briefing.article.blocks
            for each in find_clock_sums(block.text, self.findings.quantities[block.number])
        ]

    @cached_property
    def _by_block(self) -> Mapping[int, Sequence[_SaidTime]]:
        found: dict[int, list[_SaidTime]] = defaultdict(list)
        for each in self._all:
            if each.place.span:
                found[each.place.span.block].append(each)
        return found

    @cached_property
    def _all(self) -> Sequence[_SaidTime]:
        return [*self._of_article(), *self._of_events()]

    def _of_article(self) -> Iterator[_SaidTime]:
        for block in self.briefing.article.blocks:
            for time in _times_in(block.text, self.findings.dates[block.number]):
                end = time.start + len(time.text)
                span = Span(block=block.number, start=time.start, end=end)
                position = block.position(time.start)
                yield _SaidTime(time, Statement(text=time.text, span=span, position=position))

    def _of_events(self) -> Iterator[_SaidTime]:
        for event in self.briefing.events:
            if event.time and (windows := _windows(event.time)):
                time = _Time(windows, _days_of(event), event.time, 0)
                position = event.origin.of("time")
                place = Statement(text=event.time, fact=event.id, position=position)
                yield _SaidTime(time, place)


def _is_of(place: Statement, about: Spans) -> bool:
    """Whether a time is that of one of these events, or in its passages."""
    span = place.span
    if span is None:
        return place.fact in about
    own = (each for spans in about.values() for each in spans)
    return any(each.block == span.block and overlap(each, span) for each in own)


def _windows(words: str) -> list[Window]:
    clocks = [(at, at + 1) for clock in find_clocks(words) for at in clock.minutes]
    return clocks or list(parts_of(words).values())


def _days_of(event: Event) -> frozenset[str]:
    first, last = (end(event.date) if event.date else None for end in (first_day, last_day))
    return frozenset({f"{first:%Y-%m-%d}"} if first and first == last else ())


def _may_have_times(text: str) -> bool:
    return bool(find_clocks(text) or parts_in_prose(text))


def _times_in(text: str, dates: Iterable[FoundDate]) -> Iterator[_Time]:
    """The times of day in a text; a part of the day only with its day."""
    days = [date for date in dates if date.kind in _DAY_KINDS and _days_in(date)]
    taken: list[tuple[int, int]] = []
    for clock in find_clocks(text):
        if clock.zone in _HERE and not clock.side and clock.text[0].isdigit():
            beside = [
                _days_in(date) for date in days if _is_beside(text, clock.start, clock.text, date)
            ]
            windows = [(at, at + 1) for at in clock.minutes]
            taken.append((clock.start, clock.start + len(clock.text)))
            words = _FULL_STOP.sub("", clock.text)
            yield _Time(windows, beside[0] if beside else frozenset(), words, clock.start)
    for words, window in parts_in_prose(text).items():
        for found in re.finditer(re.escape(words), text):
            for date in days:
                if _is_beside(text, found.start(), words, date):
                    start = min(date.start, found.start())
                    end = max(date.end, found.end())
                    yield _Time([window], _days_in(date), text[start:end], start)


def _parts_alone(text: str, others: Sequence[_Time]) -> Iterator[_Time]:
    """The parts of the day that stand without a day at the end of their clause: “resumes at dusk”."""
    for words, window in parts_in_prose(text).items():
        for found in re.finditer(rf"{re.escape(words)}(?=[.,;!?]|$)", text):
            is_dated = any(found.start() < each.start + len(each.text) for each in others)
            if words.startswith(("at ", "in ")) and not is_dated:
                yield _Time([window], frozenset(), words, found.start())


def _is_beside(text: str, start: int, words: str, date: FoundDate) -> bool:
    end = start + len(words)
    if start < date.end and date.start < end:
        return True
    first, last = (end, date.start) if end <= date.start else (date.end, start)
    return _BETWEEN.fullmatch(text, first, last) is not None


def _days_in(date: FoundDate) -> frozenset[str]:
    return frozenset(reading for reading in date.readings if "/" not in reading)


def _is_same(own: _Time, other: _Time) -> bool:
    """Whether they may be one time: on one day, where both have one, and of one part of it."""
    if own.days and other.days and not own.days & other.days:
        return False
    if bool(own.days) > bool(other.days) and not own.is_clock:
        return False
    return any(_meet(mine, theirs) for mine, theirs in product(own.windows, other.windows))


def _meet(own: Window, other: Window) -> bool:
    """Whether they have a time in common; what is called dawn or evening may reach further."""
    over = 0 if own[1] - own[0] == other[1] - other[0] == 1 else _OVER
    return any(
        own[0] + turn < other[1] + over and other[0] < own[1] + turn + over
        for turn in (-DAY, 0, DAY)
    )


def _as_quantity(time: _Time) -> FoundQuantity:
    return FoundQuantity(
        start=time.start,
        end=time.start + len(time.text),
        text=time.text,
        low=None,
        high=None,
        unit=None,
        hedge=None,
    )
