"""The strip above a timeline: its events in order on one line, each a link to its place in the list.

Distances grow with the logarithm of the time between two events, so that ten events of one week stay
apart beside one of twenty years before; where nothing happens for long the line is broken. Positions
across are percentages and positions down are pixels: lines, letters and targets keep their size at
every width of the page.
"""

import datetime as dt
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import log2
from statistics import median
from typing import Final

from dateline.drawing.lettering import width_of
from dateline.drawing.svg import Drawing, SvgAttributes, element, number, text
from dateline.facts.chronology import HALF_A_YEAR
from dateline.facts.dates import CivilDate, Date, year_words
from dateline.words import _, ngettext, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class StripMark:
    """An event on the strip, by its id: `key` for what matters most, `expected` while it is no fact.

    `shown` is its date in words, and `when` the same with what is to be said of it: "Expected by May".
    """

    id: str
    date: Date
    shown: str
    when: str
    title: str
    key: bool = False
    expected: bool = False

    @property
    def civil(self) -> CivilDate:
        """Where the event stands: its beginning, or the end of the window of what is expected."""
        ends = (
            (self.date.end, self.date.start) if self.expected else (self.date.start, self.date.end)
        )
        civil = ends[0] or ends[1]
        assert civil
        return civil

    @property
    def day(self) -> int:
        """The day at which it stands, counted from 1 January AD 1 as 1."""
        at_end = self.expected or not self.date.start
        return self.civil.ends if at_end else self.civil.begins

    @property
    def is_long(self) -> bool:
        return self.date.form != "point" or self.civil.begins != self.civil.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class StripStop:
    """A place on the strip, in percent from the left, with the events that share it."""

    at: float
    marks: tuple[StripMark, ...]

    @property
    def first(self) -> StripMark:
        return self.marks[0]

    @property
    def words(self) -> str:
        """What the link says: "2003: Saddam Hussein falls", "9 to 11 September 2024: 3 events"."""
        if len(self.marks) == 1:
            return _("%(date)s: %(title)s", date=self.first.when, title=self.first.title)
        first, *others = dict.fromkeys(mark.when for mark in self.marks)
        days = _("%(first)s – %(last)s", first=first, last=others[-1]) if others else first
        return ngettext(
            "%(date)s: %(number)s event", "%(date)s: %(number)s events", len(self.marks), date=days
        )


# Targets of 24 pixels side by side on a phone, which leaves the strip 328; a fifth is kept for time.
PHONE: Final = 328
DESK: Final = 704
TARGET: Final = 24 / PHONE * 100
LEFT: Final = TARGET / 2
RIGHT: Final = 100 - LEFT
MOST: Final = int(0.8 * (RIGHT - LEFT) / TARGET) + 1

LINE: Final = 47
HEIGHT: Final = 80

SIZE: Final = 13


def draw_strip(marks: Sequence[StripMark], *, written: dt.date, undated: int = 0) -> Drawing | None:
    """The strip, and its caption in words; None where fewer than three places are left."""
    groups = _merge(sorted(marks, key=lambda mark: mark.day))
    if len(groups) < 3:
        return None
    steps = [after[0].day - before[0].day for before, after in pairwise(groups)]
    stops = [
        StripStop(at=at, marks=tuple(group))
        for at, group in zip(_places(steps), groups, strict=True)
    ]
    least = max(HALF_A_YEAR, 4 * median(steps))
    breaks = [step > least for step in steps]
    ahead = _publication(stops, written)
    labels = _labels(stops)
    svg = element(
        "svg",
        _hatching() if ahead else "",
        *_draw_line(stops, breaks),
        _draw_ahead(ahead),
        *_draw_scale(stops, labels),
        *_draw_stops(stops, labels),
        class_="strip",
        width="100%",
        height=HEIGHT,
    )
    return Drawing(
        svg=svg,
        words=_caption(is_broken=any(breaks), is_hatched=ahead is not None, undated=undated),
    )


# Where the events are


def _merge(marks: Sequence[StripMark]) -> list[list[StripMark]]:
    """Events of one day together, then the nearest ones until all have room on a phone."""
    groups: list[list[StripMark]] = []
    for mark in marks:
        if groups and groups[-1][0].day == mark.day and groups[-1][0].expected is mark.expected:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    while len(groups) > MOST:
        nearest = min(range(1, len(groups)), key=lambda place: _distance(groups, place))
        groups[nearest - 1 : nearest + 1] = [groups[nearest - 1] + groups[nearest]]
    return groups


def _distance(groups: Sequence[list[StripMark]], place: int) -> tuple[bool, int]:
    """How far a place is from the one before; farther where many would share one place.

    What is expected is far from what happened.
    """
    before, after = groups[place - 1], groups[place]
    days = after[0].day - before[-1].day
    return before[-1].expected is not after[0].expected, days * (len(before) + len(after))


def _places(steps: Sequence[int]) -> list[float]:
    """A percentage for each place: a target apart, and what is left by the logarithm of the days."""
    weights = [log2(1 + step) for step in steps]
    spare = (RIGHT - LEFT - TARGET * len(steps)) / sum(weights)
    return list(accumulate((TARGET + spare * weight for weight in weights), initial=LEFT))


def _publication(stops: Sequence[StripStop], written: dt.date) -> float | None:
    """The place between what had begun by the day of publication and what had not."""
    day = written.toordinal()
    for before, after in pairwise(stops):
        if before.first.day <= day < after.first.day:
            return (before.at + after.at) / 2
    return None


# What is drawn


def _percent(value: float) -> str:
    """To a tenth: half a pixel on the widest page."""
    return f"{number(round(value, 1))}%"


def _hatching() -> str:
    """No editor can write an id with an underscore, so this one is safe."""
    stroke = element("path", d="M0 8 8 0", stroke="currentColor")
    return element(
        "defs",
        element(
            "pattern", stroke, id="strip_hatch", class_="hatch", width=8, height=8,
            patternUnits="userSpaceOnUse",
        ),
    )  # fmt: skip


def _draw_ahead(left: float | None) -> str:
    if left is None:
        return ""
    return element(
        "rect", x=_percent(left), width=_percent(100 - left), y=LINE - 14, height=28,
        fill="url(#strip_hatch)",
    )  # fmt: skip


def _draw_line(stops: Sequence[StripStop], breaks: Sequence[bool]) -> Iterator[str]:
    """A line between two places, dotted and cut across where nothing happens for long."""
    for (before, after), is_broken in zip(pairwise(stops), breaks, strict=True):
        ends: SvgAttributes = {
            "x1": _percent(before.at), "x2": _percent(after.at), "y1": LINE, "y2": LINE,
        }  # fmt: skip
        yield element("line", class_="axis broken" if is_broken else "axis", **ends)
        if is_broken:
            # A nested svg: the only way to set a path at a percentage.
            cut = element("path", class_="cut", d="M-5 7-1-7M1 7 5-7")
            middle = _percent((before.at + after.at) / 2)
            yield element("svg", cut, x=middle, y=LINE, overflow="visible")


def _draw_stops(stops: Sequence[StripStop], labels: Mapping[int, tuple[str, ...]]) -> Iterator[str]:
    for place, stop in enumerate(stops):
        link = element(
            "a",
            element("title", _escaped(stop.words)),
            element("rect", class_="target", x=-12, y=LINE - 12, width=24, height=24),
            *_draw_mark(stop),
            *labels.get(place, ()),
            href=f"#{stop.first.id}",
            **_others(stop),
        )
        yield element("svg", link, x=_percent(stop.at), overflow="visible")


def _others(stop: StripStop) -> SvgAttributes:
    """What the filters need to know of a place for several events."""
    ids = "|".join(mark.id for mark in stop.marks)
    return {"data_events": ids} if len(stop.marks) > 1 else {}


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _draw_mark(stop: StripStop) -> Iterator[str]:
    """A dot for a day, a longer one for longer, ringed for what matters; a number for several."""
    names = "dot"
    if all(mark.expected for mark in stop.marks):
        names += " expected"
    if len(stop.marks) > 1:
        yield element("circle", class_=names, cy=LINE, r=10)
        yield text(str(len(stop.marks)), class_="many", y=LINE + 4.5, text_anchor="middle")
        return
    half = 9 if stop.first.is_long else 6
    if stop.first.key:
        yield element(
            "rect", class_="ring", x=-half - 3, y=LINE - 9, width=2 * half + 6, height=18, rx=9
        )
    yield element("rect", class_=names, x=-half, y=LINE - 6, width=2 * half, height=12, rx=6)


# Words above and below the line


@dataclass(frozen=True, slots=True)
class _LabelRow:
    """What is taken of a row on a page so many pixels wide."""

    page: int
    taken: list[tuple[float, float]]

    def take(self, at: float, width: float, anchor: str) -> bool:
        """Whether words so many pixels wide found room at a place; it is taken then."""
        left = at / 100 * self.page - {"start": 12, "middle": width / 2, "end": width - 12}[anchor]
        span = (left, left + width)
        if span[0] < -1 or span[1] > self.page + 1:
            return False
        if any(span[0] < end + 8 and start < span[1] + 8 for start, end in self.taken):
            return False
        self.taken.append(span)
        return True


def _anchor(place: int, places: int) -> str:
    return "start" if place == 0 else "end" if place == places - 1 else "middle"


_OFFSET: Final = {"start": -12, "middle": 0, "end": 12}


def _labels(stops: Sequence[StripStop]) -> dict[int, tuple[str, ...]]:
    """The date, and on a wide page the title, of the next, the first and the key events that have room."""
    phone, desk = _LabelRow(PHONE, []), _LabelRow(DESK, [])
    labels: dict[int, tuple[str, ...]] = {}
    for place in _labelled(stops):
        stop, anchor = stops[place], _anchor(place, len(stops))
        where: SvgAttributes = {"x": _OFFSET[anchor], "text_anchor": anchor}
        title = stop.first.title if len(stop.marks) == 1 else _counted(stop)
        when = width_of(stop.first.shown, SIZE)
        if title and desk.take(stop.at, max(when, width_of(title, SIZE)), anchor):
            lines: tuple[str, ...] = (text(title, class_="named wide", y=26, **where),)
        elif desk.take(stop.at, when, anchor):
            lines = ()
        else:
            continue
        is_wide = not phone.take(stop.at, when, anchor)
        name = "when wide" if is_wide else "when"
        labels[place] = (text(stop.first.shown, class_=name, y=11, **where), *lines)
    return labels


def _counted(stop: StripStop) -> str:
    return ngettext("%(number)s event", "%(number)s events", len(stop.marks))


def _labelled(stops: Sequence[StripStop]) -> Iterator[int]:
    """The places to label, the most important first, each once."""
    expected = [place for place, stop in enumerate(stops) if stop.first.expected]
    keys = [place for place, stop in enumerate(stops) if any(mark.key for mark in stop.marks)]
    yield from dict.fromkeys((*expected[:1], 0, *reversed(keys), len(stops) - 1))


def _draw_scale(stops: Sequence[StripStop], labelled: Container[int]) -> Iterator[str]:
    """The year under the first event of each; the month or the day where all are of one year or month.

    Not where it stands above already.
    """
    phone, desk = _LabelRow(PHONE, []), _LabelRow(DESK, [])
    name = _scale_unit(stops)
    shown = ""
    for place, stop in enumerate(stops):
        words = name(stop.first.civil)
        if not words or words == shown:
            continue
        if place in labelled and stop.first.shown == words:
            shown = words
            continue
        anchor, width = _anchor(place, len(stops)), width_of(words, SIZE)
        if not desk.take(stop.at, width, anchor):
            continue
        shown = words
        wide: SvgAttributes = {} if phone.take(stop.at, width, anchor) else {"class_": "wide"}
        x = _OFFSET[anchor]
        yield element(
            "svg",
            text(words, x=x, y=HEIGHT - 6, text_anchor=anchor, **wide),
            x=_percent(stop.at),
            overflow="visible",
        )


def _scale_unit(stops: Sequence[StripStop]) -> Callable[[CivilDate], str]:
    """The coarsest of year, month and day that differs between the first events of the places."""
    civils = [stop.first.civil for stop in stops]
    short_date = spoken().formats.short_date
    if len({civil.year for civil in civils}) > 1:
        return lambda civil: year_words(civil.year)
    if len({civil.month for civil in civils}) > 1:
        return lambda civil: short_date(replace(civil, day=None)) if civil.month else ""
    return lambda civil: short_date(civil) if civil.day else ""


def _caption(*, is_broken: bool, is_hatched: bool, undated: int) -> str:
    sentences = [
        _("Not to scale: long gaps are cut short.") if is_broken else _("Not to scale."),
        _("Hatched: after publication.") if is_hatched else "",
        ngettext(
            "%(number)s event without a date is only in the list.",
            "%(number)s events without a date are only in the list.",
            undated,
        )
        if undated
        else "",
    ]
    return " ".join(filter(None, sentences))
