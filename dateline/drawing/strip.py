"""The strip above a timeline: every date to scale, on an axis that shows where it is broken.

Positions across are percentages and positions down are pixels, so that lines and letters keep their
size at every width of the page.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dateline.drawing.svg import Drawing, element, number, text
from dateline.facts.date_words import MONTHS
from dateline.facts.dates import (
    CivilDate,
    Date,
    day_words,
    first_day,
    is_before_christ,
    last_day,
    show_civil,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StripMark:
    """A date on the strip: `key` for what matters most, `expected` for what was not yet fact."""

    date: Date
    key: bool = False
    expected: bool = False

    @property
    def ends(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that are drawn; an open end is drawn where the other is."""
        first, last = first_day(self.date), last_day(self.date)
        start, end = first or last, last or first
        if start is None or end is None:
            raise ValueError("a date has a start or an end")
        return start, end

    @property
    def soft(self) -> str:
        """Which ends fade: those that are approximate, or the one that is open."""
        if self.date.approximate or self.date.uncertain:
            marked = {"start": "end", "end": "start", None: "both"}
            return marked[self.date.plain_end]
        return {"since": "end", "until": "start"}.get(self.date.form, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of the axis on one scale: its first and last day, and its percentages across."""

    start: dt.date
    end: dt.date
    left: float
    right: float

    @property
    def days(self) -> int:
        return max((self.end - self.start).days, 1)

    def at(self, day: dt.date) -> float:
        share = (day - self.start).days / self.days
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One segment, or several with a break between each two."""

    segments: tuple[Segment, ...]

    @property
    def start(self) -> dt.date:
        return self.segments[0].start

    @property
    def end(self) -> dt.date:
        return self.segments[-1].end

    def at(self, day: dt.date) -> float:
        """The position of a day, in percent from the left; days off the axis are at its ends."""
        day = min(max(day, self.start), self.end)
        return next(segment for segment in self.segments if day <= segment.end).at(day)

    def extent(self, mark: StripMark) -> tuple[float, float]:
        start, end = mark.ends
        return self.at(start), self.at(end)


LEFT: Final = 1.5
RIGHT: Final = 98.5
LEVEL: Final = 10
THICK: Final = 7
TOP: Final = 26
BELOW: Final = 24


def draw_strip(marks: Sequence[StripMark], *, written: dt.date, today: dt.date) -> Drawing | None:
    """The strip, and its caption in words; None if there is too little to draw, or it begins BC."""
    if any(is_before_christ(mark.date) for mark in marks):
        return None
    days = [day for mark in marks for day in mark.ends]
    if len(marks) < 3 or (max(days) - min(days)).days < 7:
        return None
    axis = plan_axis(marks, written)
    levels = stack([axis.extent(mark) for mark in marks])
    line = TOP + (max(levels) + 1) * LEVEL + 4
    svg = element(
        "svg",
        _definitions(marks),
        _draw_future(axis, written, line),
        *(
            _draw_mark(mark, axis, line - 4 - level * LEVEL)
            for mark, level in zip(marks, levels, strict=True)
        ),
        *_draw_axis(axis, line),
        *_draw_written(axis, written, line),
        *_draw_today(axis, written, today, line),
        class_="strip",
        width="100%",
        height=line + BELOW,
        aria_hidden="true",
    )
    return Drawing(svg=svg, words=" ".join(_caption(marks, axis, written, today)))


# The axis

CROWD: Final = 0.8
NARROW: Final = 0.05
WIDENED: Final = 60.0


def plan_axis(marks: Sequence[StripMark], written: dt.date) -> Axis:
    """The axis over all days, broken where over 80 % of the marks crowd in under 5 % of it."""
    ends = [day for mark in marks for day in mark.ends]
    start, end = min(*ends, written), max(*ends, written)
    crowd = _crowd(sorted(mark.ends[0] for mark in marks))
    if crowd is None or (crowd[1] - crowd[0]).days >= NARROW * (end - start).days:
        return Axis(segments=(Segment(start=start, end=end, left=LEFT, right=RIGHT),))
    room = dt.timedelta(days=max((crowd[1] - crowd[0]).days // 12, 1))
    inner = (crowd[0] - min(room, crowd[0] - start), crowd[1] + min(room, end - crowd[1]))
    return Axis(segments=tuple(_broken_axis(start, inner, end)))


def _crowd(starts: Sequence[dt.date]) -> tuple[dt.date, dt.date] | None:
    """The shortest stretch that has more than 80 % of the days."""
    needed = int(CROWD * len(starts)) + 1
    if needed > len(starts):
        return None
    stretches = zip(starts, starts[needed - 1 :], strict=False)
    return min(stretches, key=lambda stretch: stretch[1] - stretch[0])


def _broken_axis(start: dt.date, inner: tuple[dt.date, dt.date], end: dt.date) -> Iterator[Segment]:
    """What is before, the crowded stretch at 60 % of the width, and what is after."""
    before, after = (inner[0] - start).days, (end - inner[1]).days
    left_over = RIGHT - LEFT - WIDENED
    first = left_over * before / ((before + after) or 1)
    if before and after:
        first = min(max(first, 8.0), left_over - 8.0)
    if before:
        yield Segment(start=start, end=inner[0], left=LEFT, right=LEFT + first)
    left, right = LEFT + first, LEFT + first + WIDENED
    yield Segment(start=inner[0], end=inner[1], left=left, right=right)
    if after:
        yield Segment(start=inner[1], end=end, left=right, right=RIGHT)


# Marks

SLIM: Final = 0.6


def stack(extents: Sequence[tuple[float, float]]) -> list[int]:
    """A level for each extent, the lowest on which it touches none before it."""
    levels: list[int] = []
    for index, (left, right) in enumerate(extents):
        taken = {
            levels[other]
            for other in range(index)
            if left - SLIM < extents[other][1] + SLIM and extents[other][0] - SLIM < right + SLIM
        }
        levels.append(next(level for level in range(len(taken) + 1) if level not in taken))
    return levels


def _draw_mark(mark: StripMark, axis: Axis, bottom: float) -> str:
    """A tick for a day, a bar for anything longer, fading where an end is open or approximate."""
    left, right = axis.extent(mark)
    thick = 5 if mark.key else 3
    across: dict[str, str | float]
    if mark.soft and right - left < 3:
        reach = 3.0
        start = right - reach if mark.date.start is None else min(left, 100 - reach)
        across = {"x": _percent(start), "width": _percent(reach)}
    elif right - left < 0.5:
        across = {
            "x": _percent((left + right) / 2),
            "width": thick,
            "transform": f"translate({number(-thick / 2)} 0)",
        }
    else:
        across = {"x": _percent(left), "width": _percent(right - left)}
    names = f"mark{' expected' if mark.expected else ''}{' key' if mark.key else ''}"
    masked = {"mask": f"url(#strip_{mark.soft})"} if mark.soft else {}
    return element("rect", class_=names, y=bottom - THICK, height=THICK, **across, **masked)


def _percent(value: float) -> str:
    """To a tenth: half a pixel on the widest page."""
    return f"{number(round(value, 1))}%"


# A mask of each side shows its own part of one fade: black, white, black from 0 to 1.
_FADES: Final[Mapping[str, Mapping[str, float]]] = {
    "start": {"width": 2},
    "end": {"x": -1, "width": 2},
    "both": {"width": 1},
}
# A mask shows what is white; a stop without a colour is black.
_STOPS: Final = (
    element("stop"),
    element("stop", offset=0.4, stop_color="#fff"),
    element("stop", offset=0.6, stop_color="#fff"),
    element("stop", offset=1),
)


def _definitions(marks: Iterable[StripMark]) -> str:
    """Hatching and masks. No editor can write an id with an underscore, so these ids are safe."""
    used = {mark.soft for mark in marks}
    stroke = element("path", d="M0 8 8 0", stroke="currentColor")
    hatch = element(
        "pattern", stroke, id="strip_hatch", class_="hatch", width=8, height=8,
        patternUnits="userSpaceOnUse",
    )  # fmt: skip
    masks = [_mask(side, cover) for side, cover in _FADES.items() if side in used]
    fade = [element("linearGradient", *_STOPS, id="strip_fade")] if masks else []
    return element("defs", hatch, *fade, *masks)


def _mask(side: str, cover: Mapping[str, float]) -> str:
    rect = element("rect", height=1, fill="url(#strip_fade)", **cover)
    return element("mask", rect, id=f"strip_{side}", maskContentUnits="objectBoundingBox")


# Axis, and the days that matter to the reader


def _draw_future(axis: Axis, written: dt.date, line: float) -> str:
    left = axis.at(written)
    if left >= RIGHT:
        return ""
    return element(
        "rect", x=_percent(left), width=_percent(100 - left), y=TOP - 4, height=line - TOP + 4,
        fill="url(#strip_hatch)",
    )  # fmt: skip


def _draw_axis(axis: Axis, line: float) -> Iterator[str]:
    for segment in axis.segments:
        left, right = _percent(segment.left), _percent(segment.right)
        yield element("line", class_="axis", x1=left, x2=right, y1=line, y2=line)
        yield from _draw_scale(segment, line)
    for segment in axis.segments[1:]:
        # A nested svg: the only way to set a path at a percentage.
        gap = element("path", class_="gap", d="M-4 0H4")
        slashes = element("path", class_="axis", d="M-7 6-1-6M1 6 7-6")
        yield element("svg", gap, slashes, x=_percent(segment.left), y=line, overflow="visible")


def _draw_scale(segment: Segment, line: float) -> Iterator[str]:
    """Ticks with their labels; a narrow page hides every second label."""
    for index, (day, label) in enumerate(scale(segment)):
        at = segment.at(day)
        x = _percent(at)
        yield _upright("axis", x, line, line + 5)
        anchor = "start" if at < 4 else "end" if at > 96 else "middle"
        hidden = {"class_": "wide"} if index % 2 else {}
        yield text(label, x=x, y=line + 19, text_anchor=anchor, **hidden)


def _upright(name: str, x: str, top: float, bottom: float) -> str:
    return element("line", class_=name, x1=x, x2=x, y1=top, y2=bottom)


YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MONTHS_APART: Final = (1, 3, 6)
DAYS_APART: Final = (1, 2, 7, 14)


def scale(segment: Segment) -> tuple[tuple[dt.date, str], ...]:
    """The days that are labelled, in the finest round step that leaves room for the words."""
    room = max(int((segment.right - segment.left) / 11), 1)
    steps = (*(_days(segment, step) for step in DAYS_APART),
             *(_months(segment, step) for step in MONTHS_APART),
             *(_years(segment, step) for step in YEARS))  # fmt: skip
    for labelled in steps:
        listed = tuple(islice(labelled, room + 1))
        if len(listed) <= room:
            return listed
    return ()


def _days(segment: Segment, step: int) -> Iterator[tuple[dt.date, str]]:
    for ordinal in range(segment.start.toordinal(), segment.end.toordinal() + 1, step):
        day = dt.date.fromordinal(ordinal)
        yield day, f"{day.day} {MONTHS[day.month - 1][:3]}"


def _months(segment: Segment, step: int) -> Iterator[tuple[dt.date, str]]:
    first, last = segment.start, segment.end
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = dt.date(count // 12, count % 12 + 1, 1)
        if count % step == 0 and first <= day:
            yield day, f"{MONTHS[day.month - 1][:3]} {day.year}"


def _years(segment: Segment, step: int) -> Iterator[tuple[dt.date, str]]:
    for year in range(segment.start.year, segment.end.year + 1):
        day = dt.date(year, 1, 1)
        if year % step == 0 and segment.start <= day <= segment.end:
            yield day, str(year)


def _draw_written(axis: Axis, written: dt.date, line: float) -> Iterator[str]:
    at = axis.at(written)
    x = _percent(at)
    yield _upright("written", x, TOP - 4, line)
    words = f"written {day_words(written)}"
    anchor = "end" if at > 53 else "start"
    yield text(words, class_="written", x=x, y=TOP - 11, text_anchor=anchor)


def _draw_today(axis: Axis, written: dt.date, today: dt.date, line: float) -> Iterator[str]:
    if not written < today <= axis.end:
        return
    at = axis.at(today)
    yield _upright("today", _percent(at), TOP - 4, line)
    if at < 88 and at - axis.at(written) > 1:
        yield text("today", x=_percent(at), y=TOP - 11, text_anchor="start")


# In words


def _caption(
    marks: Sequence[StripMark], axis: Axis, written: dt.date, today: dt.date
) -> Iterator[str]:
    """A sentence for each thing that is drawn, as exact as the dates were written."""
    first = min(marks, key=lambda mark: mark.ends[0]).date
    last = max(marks, key=lambda mark: mark.ends[1]).date
    reach = f"{_show_end(first.start, first.end)} to {_show_end(last.end, last.start)}"
    broken = len(axis.segments) > 1
    yield f"From {reach}, to scale{' on either side of a break' if broken else ''}."
    if any(mark.ends[0] != mark.ends[1] for mark in marks):
        yield "A tick is a day; a bar, a date known to the month or the year, or a range."
    if any(mark.soft for mark in marks):
        yield "An end that fades is open or approximate."
    if broken:
        wide = max(axis.segments, key=lambda part: (part.right - part.left) / part.days)
        yield f"{day_words(wide.start)} to {day_words(wide.end)} is drawn wider than the rest."
    if axis.at(written) < RIGHT:
        yield "Hatched: what lay ahead when this was written."
    if written < today <= axis.end:
        yield f"The dotted line is {day_words(today)}."


def _show_end(civil: CivilDate | None, other: CivilDate | None) -> str:
    shown = civil or other
    return show_civil(shown) if shown else ""
