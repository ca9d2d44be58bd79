"""The strip above a timeline: every date to scale, on an axis that says where it is broken.

Across it is measured in percent and down it in pixels, so that lines and letters keep their size
at every width of the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from dateline.drawing.svg import Drawing, element, number, text
from dateline.facts.date_words import MONTHS
from dateline.facts.dates import first_day, last_day, show_civil

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.facts.dates import CivilDate, Date


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A date on the strip: `key` for what matters most, `expected` for what was not yet fact."""

    date: Date
    key: bool = False
    expected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of the axis on one scale: the days that it runs between, and its percents across."""

    start: dt.date
    end: dt.date
    left: float
    right: float

    def at(self, day: dt.date) -> float:
        share = (day - self.start).days / max((self.end - self.start).days, 1)
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
        """Where a day stands, in percent from the left; days beyond stand at the end."""
        day = min(max(day, self.start), self.end)
        inside = next(one for one in self.segments if day <= one.end)
        return inside.at(day)


LEFT: Final = 1.5
RIGHT: Final = 98.5
LEVEL: Final = 10
THICK: Final = 7
TOP: Final = 26
BELOW: Final = 24


def draw_strip(marks: Sequence[Mark], *, written: dt.date, today: dt.date) -> Drawing | None:
    """The strip, and its caption in words; None where there is too little to set to scale."""
    days = [day for mark in marks for day in _ends(mark.date)]
    if len(marks) < 3 or (max(days) - min(days)).days < 7:
        return None
    axis = plan_axis(marks, written)
    levels = stack([_extent(mark, axis) for mark in marks])
    line = TOP + (max(levels) + 1) * LEVEL + 4
    drawn = (
        *_definitions(marks),
        _future(axis, written, line),
        *(
            _draw_mark(one, axis, line - 4 - level * LEVEL)
            for one, level in zip(marks, levels, strict=True)
        ),
        *_draw_axis(axis, line),
        *_draw_written(axis, written, line),
        *_draw_today(axis, written, today, line),
    )
    svg = element(
        "svg", *drawn, class_="strip", width="100%", height=line + BELOW, aria_hidden="true"
    )
    return Drawing(svg=svg, words=_caption(marks, axis, written, today))


def _ends(date: Date) -> tuple[dt.date, dt.date]:
    """The first and the last day that are drawn; an open end is drawn where the other is."""
    first, last = first_day(date), last_day(date)
    start, end = first or last, last or first
    if start is None or end is None:
        raise ValueError("a date has a start or an end")
    return start, end


# The axis

CROWD: Final = 0.8
NARROW: Final = 0.05
WIDENED: Final = 60.0


def plan_axis(marks: Sequence[Mark], written: dt.date) -> Axis:
    """The axis over all days, broken where over 80 % of the marks crowd in under 5 % of it."""
    ends = [day for mark in marks for day in _ends(mark.date)]
    start, end = min(*ends, written), max(*ends, written)
    crowd = _crowd(sorted(_ends(mark.date)[0] for mark in marks))
    span = (end - start).days
    if crowd is None or (crowd[1] - crowd[0]).days >= NARROW * span:
        return Axis(segments=(Segment(start=start, end=end, left=LEFT, right=RIGHT),))
    room = dt.timedelta(days=max((crowd[1] - crowd[0]).days // 12, 1))
    inner = (crowd[0] - min(room, crowd[0] - start), crowd[1] + min(room, end - crowd[1]))
    return Axis(segments=tuple(_broken(start, inner, end)))


def _crowd(starts: Sequence[dt.date]) -> tuple[dt.date, dt.date] | None:
    """The shortest stretch in which more than 80 % of the days lie."""
    needed = int(CROWD * len(starts)) + 1
    if needed > len(starts):
        return None
    stretches = [(starts[i], starts[i + needed - 1]) for i in range(len(starts) - needed + 1)]
    return min(stretches, key=lambda pair: pair[1] - pair[0])


def _broken(start: dt.date, inner: tuple[dt.date, dt.date], end: dt.date) -> Iterator[Segment]:
    """What is before, the crowded stretch at 60 % of the width, and what is after."""
    before, after = (inner[0] - start).days, (end - inner[1]).days
    left_over = RIGHT - LEFT - WIDENED
    first = left_over * before / ((before + after) or 1)
    if before and after:
        first = min(max(first, 8.0), left_over - 8.0)
    if before:
        yield Segment(start=start, end=inner[0], left=LEFT, right=LEFT + first)
    crowd = LEFT + first, LEFT + first + WIDENED
    yield Segment(start=inner[0], end=inner[1], left=crowd[0], right=crowd[1])
    if after:
        yield Segment(start=inner[1], end=end, left=crowd[1], right=RIGHT)


# Marks

SLIM: Final = 0.6


def _extent(mark: Mark, axis: Axis) -> tuple[float, float]:
    start, end = _ends(mark.date)
    return axis.at(start), axis.at(end)


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


def _draw_mark(mark: Mark, axis: Axis, bottom: float) -> str:
    """A tick for a day, a bar for anything longer, fading where an end is open or approximate."""
    left, right = _extent(mark, axis)
    soft = _soft(mark.date)
    names = ["mark", *(["expected"] if mark.expected else []), *(["key"] if mark.key else [])]
    thick = 5 if mark.key else 3
    across: dict[str, str | float]
    if soft and right - left < 3:
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
    masked = {"mask": f"url(#strip_{soft})"} if soft else {}
    return element(
        "rect", class_=" ".join(names), y=bottom - THICK, height=THICK, **across, **masked
    )


def _soft(date: Date) -> str:
    """Which ends fade: of an approximate date both, else the one that is open."""
    if date.approximate or date.uncertain:
        return "both"
    if date.kind == "since":
        return "end"
    return "start" if date.kind == "until" else ""


def _percent(value: float) -> str:
    """To a tenth: half a pixel on the widest page."""
    return f"{number(round(value, 1))}%"


# A mask of each side shows its own part of one fade: black, white, black from 0 to 1.
_FADES: Final[Mapping[str, Mapping[str, float]]] = {
    "start": {"width": 2},
    "end": {"x": -1, "width": 2},
    "both": {"width": 1},
}
_STOPS: Final[Sequence[Mapping[str, str | float]]] = (
    {},
    {"offset": 0.4, "stop_color": "#fff"},
    {"offset": 0.6, "stop_color": "#fff"},
    {"offset": 1},
)


def _definitions(marks: Sequence[Mark]) -> Iterator[str]:
    """Hatching for the future, and the masks that fade the ends of these marks.

    Underscores keep the ids apart from every id that an editor can write.
    """
    used = {_soft(mark.date) for mark in marks}
    stroke = element("path", d="M0 8 8 0", stroke="currentColor")
    hatch = element(
        "pattern", stroke, id="strip_hatch", class_="hatch", width=8, height=8,
        patternUnits="userSpaceOnUse",
    )  # fmt: skip
    masks = [_mask(side, cover) for side, cover in _FADES.items() if side in used]
    stops = [element("stop", **stop) for stop in _STOPS]
    fade = [element("linearGradient", *stops, id="strip_fade")] if masks else []
    yield element("defs", hatch, *fade, *masks)


def _mask(side: str, cover: Mapping[str, float]) -> str:
    """Seen where it is white; a stop is black unless it is told otherwise."""
    rect = element("rect", height=1, fill="url(#strip_fade)", **cover)
    return element("mask", rect, id=f"strip_{side}", maskContentUnits="objectBoundingBox")


# Axis, and the days that matter to the reader


def _future(axis: Axis, written: dt.date, line: float) -> str:
    left = axis.at(written)
    if left >= RIGHT:
        return ""
    return element(
        "rect", x=_percent(left), width=_percent(100 - left), y=TOP - 4, height=line - TOP + 4,
        fill="url(#strip_hatch)",
    )  # fmt: skip


def _draw_axis(axis: Axis, line: float) -> Iterator[str]:
    for segment in axis.segments:
        yield element(
            "line", class_="axis", x1=_percent(segment.left), x2=_percent(segment.right),
            y1=line, y2=line,
        )  # fmt: skip
        yield from _draw_scale(segment, line)
    for segment in axis.segments[1:]:
        # A nested svg: the one way to set a path at a percentage.
        gap = element("path", class_="gap", d="M-4 0H4")
        slashes = element("path", class_="axis", d="M-7 6-1-6M1 6 7-6")
        yield element("svg", gap, slashes, x=_percent(segment.left), y=line, overflow="visible")


def _draw_scale(segment: Segment, line: float) -> Iterator[str]:
    """Ticks with their labels; on a narrow page every second label is left out."""
    for index, (day, label) in enumerate(scale(segment)):
        at = segment.at(day)
        yield element("line", class_="axis", x1=_percent(at), x2=_percent(at), y1=line, y2=line + 5)
        anchor = "start" if at < 4 else "end" if at > 96 else "middle"
        names = "wide" if index % 2 else ""
        yield text(
            label,
            x=_percent(at),
            y=line + 19,
            text_anchor=anchor,
            **({"class_": names} if names else {}),
        )


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
    yield element("line", class_="written", x1=x, x2=x, y1=TOP - 4, y2=line)
    anchor = "end" if at > 53 else "start"
    yield text(f"written {_show(written)}", class_="written", x=x, y=TOP - 11, text_anchor=anchor)


def _draw_today(axis: Axis, written: dt.date, today: dt.date, line: float) -> Iterator[str]:
    """The day that statuses are told as of, where the strip reaches it."""
    if not written < today <= axis.end:
        return
    x = _percent(axis.at(today))
    yield element("line", class_="today", x1=x, x2=x, y1=TOP - 4, y2=line)
    if axis.at(today) < 88 and axis.at(today) - axis.at(written) > 1:
        yield text("today", x=x, y=TOP - 11, text_anchor="start")


# In words


def _caption(marks: Sequence[Mark], axis: Axis, written: dt.date, today: dt.date) -> str:
    dates = [mark.date for mark in marks]
    reach = f"{_coarse(dates, first=True)} to {_coarse(dates, first=False)}"
    scaled = "to scale on either side of a break" if len(axis.segments) > 1 else "to scale"
    lines = [f"From {reach}, {scaled}."]
    if any(_ends(date)[0] != _ends(date)[1] for date in dates):
        lines.append("A tick is a day; a bar, a date known to the month or the year, or a range.")
    if any(_soft(date) for date in dates):
        lines.append("An end that fades is open or approximate.")
    if len(axis.segments) > 1:
        lines.append(_break_words(axis))
    if axis.at(written) < RIGHT:
        lines.append("Hatched: what lay ahead when this was written.")
    if written < today <= axis.end:
        lines.append(f"The dotted line is {_show(today)}.")
    return " ".join(lines)


def _coarse(dates: Sequence[Date], *, first: bool) -> str:
    """The first or the last date of the strip, as exact as it was written."""
    if first:
        start = min(dates, key=lambda date: _ends(date)[0])
        return _shown(start.start or start.end)
    end = max(dates, key=lambda date: _ends(date)[1])
    return _shown(end.end or end.start)


def _shown(civil: CivilDate | None) -> str:
    return show_civil(civil) if civil else ""


def _break_words(axis: Axis) -> str:
    wide = max(axis.segments, key=_percent_a_day)
    stretch = f"{_show(wide.start)} to {_show(wide.end)}"
    return f"{stretch} is drawn wider than the rest."


def _percent_a_day(segment: Segment) -> float:
    return (segment.right - segment.left) / max((segment.end - segment.start).days, 1)


def _show(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
