"""Whether a time of day is in the words of its event: as a clock time, a moment, or a part of the day."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from dateline.checking.basis.clock_sums import ClockSum, find_clock_sums
from dateline.checking.basis.fact_words import FactWords, any_of, or_correct, or_waive
from dateline.facts.dates import Date, first_day
from dateline.facts.origin import Key
from dateline.facts.records import Event
from dateline.facts.times import DAY, Window, parts_in_prose, parts_of, read_zone
from dateline.language.en import FoundClock, find_clocks
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule


class _ClockReading(NamedTuple):
    """A clock time in minutes from midnight; `east` is how far its zone is ahead of UTC, if known.

    `side` of “shortly before 6pm” is “before”.
    """

    minute: int
    zone: str
    east: int | None
    side: str = ""

    @property
    def is_elsewhere(self) -> bool:
        """Whether it has a zone, but nobody knows which."""
        return bool(self.zone) and self.east is None


def check_time(
    event: Event, path: tuple[Key, ...], date: Date | None, time: str | None, words: FactWords
) -> Iterator[Problem]:
    """`time` and the evidence share a clock time or a moment, or else a part of the day."""
    if time is None:
        return
    text = " … ".join(map(words.text, words.spans))
    day = (first_day(date) if date else None) or dt.date(2000, 1, 1)
    # “21.40” is a time wherever a time is asked for.
    own, theirs = find_clocks(_DOTTED.sub(r"\1:\2", time)), find_clocks(text)
    sums = list(_sums_in(words)) if own else []
    minutes = [minute for clock in own for minute in clock.minutes]
    if any(each.is_at(minute) for each in sums for minute in minutes):
        return
    if own and theirs:
        agrees = _same_time(_readings(own, day), _readings(theirs, day))
        said = [f"{clock.side} {clock.text}".lstrip() for clock in theirs]
    elif certain := [each for each in sums if each.is_of_sentence]:
        agrees, said = any(each.of in minutes for each in certain), [each.text for each in certain]
    else:
        own_parts, their_parts = parts_of(time), parts_in_prose(text)
        said = [clock.text for clock in theirs] or [*their_parts]
        agrees = _same_part(
            [*_windows(own), *own_parts.values()], [*_windows(theirs), *their_parts.values()]
        ) and not (not own and not theirs and _are_opposite(own_parts, their_parts))
    if not agrees:
        listed = any_of(f"“{words}”" for words in said)
        found = f"‘{event.id}’ has the time “{time}”, but its evidence says {listed}"
        fix = _advice(own, theirs, text)
        yield words.problem(Rule.AGREEMENT_TIME, *path, found=found, fix=fix)


_DOTTED: Final = compile_later(
    r"(?<![\w.])([01]?[0-9]|2[0-3])\.([0-5][0-9])(?![0-9.])(?! ?[ap]\.?m)"
)
# Beside such a word, a time may be that of something else.
_RELATION: Final = compile_later(
    r"\b(?:before|after|earlier|later|until|till|since|ahead|following|prior|when|while)\b",
    re.IGNORECASE,
)


def _advice(own: Sequence[FoundClock], theirs: Sequence[FoundClock], text: str) -> str:
    """What to write, where the words leave no doubt; else the question."""
    rule = Rule.AGREEMENT_TIME
    if len(theirs) == 1 and own and not theirs[0].side and not _RELATION.search(text):
        (clock,) = theirs
        if clock.zone == own[0].zone and len(clock.minutes) == 1:
            (at,) = clock.minutes
            return f"write {at // 60:02}:{at % 60:02}, {or_correct(rule)}"
    zone = " and its zone" if any(clock.zone for clock in (*own, *theirs)) else ""
    return (
        f"write the time that is meant{zone}, or shorten the evidence to words without another "
        f"time, {or_waive(rule)}"
    )


def _sums_in(words: FactWords) -> Iterator[ClockSum]:
    """The times that a length in the words leads to: “came two minutes later”."""
    for span in words.spans:
        quantities = words.findings.quantities[span.block]
        for found in find_clock_sums(words.blocks[span.block].text, quantities):
            if span.start <= found.start < span.end:
                yield found


# Clock times


def _same_time(own: Sequence[_ClockReading], theirs: Sequence[_ClockReading]) -> bool:
    """Whether they share a time; where no two can be compared, nothing speaks against it."""
    pairs = [
        (first, second)
        for first, second in product(own, theirs)
        if first.zone == second.zone
        or not (first.zone and second.zone and (first.is_elsewhere or second.is_elsewhere))
    ]
    return not pairs or any(_is_same(first, second) for first, second in pairs)


def _is_same(first: _ClockReading, second: _ClockReading) -> bool:
    if {first.side, second.side} == {"before", "after"}:
        return False
    if first.east is None or second.east is None:
        return first.minute == second.minute
    return (first.minute - first.east - second.minute + second.east) % DAY == 0


_FURTHEST_EAST: Final = 14 * 60


def _readings(clocks: Sequence[FoundClock], day: dt.date) -> list[_ClockReading]:
    """Each clock time, with the zone that it has or that the same moment elsewhere gives it."""
    easts = [_east(clock, day) for clock in clocks]
    readings: list[_ClockReading] = []
    for number, (clock, east) in enumerate(zip(clocks, easts, strict=True)):
        twins = [number - 1] if clock.is_again else []
        twins += [number + 1] if number + 1 < len(clocks) and clocks[number + 1].is_again else []
        moments = [
            (min(clocks[twin].minutes) - east_of_twin) % DAY
            for twin in twins
            if (east_of_twin := easts[twin]) is not None
        ]
        for minute in clock.minutes:
            derived = (minute - moments[0]) % DAY if moments else None
            if derived is not None and derived > _FURTHEST_EAST:
                derived -= DAY
            known = derived if east is None else east
            readings.append(_ClockReading(minute, clock.zone, known, clock.side))
    return readings


def _east(clock: FoundClock, day: dt.date) -> int | None:
    zone = read_zone(clock.text) if clock.zone else None
    offset = zone.utcoffset(dt.datetime.combine(day, dt.time())) if zone else None
    return None if offset is None else int(offset.total_seconds()) // 60


# Parts of the day


def _are_opposite(own: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one says only morning and the other only night; the small hours are of both."""
    ends = [{part.casefold().rpartition(" ")[2] for part in parts} for parts in (own, theirs)]
    return {"morning"} in ends and ({"night"} in ends or {"tonight"} in ends)


def _windows(clocks: Sequence[FoundClock]) -> list[Window]:
    return [(minute, minute + 1) for clock in clocks for minute in clock.minutes]


def _same_part(own: Sequence[Window], theirs: Sequence[Window]) -> bool:
    """Whether they have a time in common, on whichever day; where one says none, nothing is wrong."""
    return not (own and theirs) or any(
        first[0] < second[1] + shift and second[0] + shift < first[1]
        for first, second in product(own, theirs)
        for shift in (-DAY, 0, DAY)
    )
