"""The strip above a timeline: its events in order on one line, each a link to its place in the list.

Where they are many, several share a place: of one state, and on one side of the day of publication.

Distances grow with the logarithm of the time between two events, so that ten events of one week stay
apart beside one of twenty years before; where nothing happens for long the line is broken. Positions
across are percentages and positions down are pixels: lines, letters and targets keep their size at
every width of the page.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate, groupby, pairwise
from math import log2
from statistics import median
from typing import Final

from dateline.drawing.lettering import width_of
from dateline.drawing.svg import Drawing, SvgAttributes, element, number, text
from dateline.facts.chronology import HALF_A_YEAR
from dateline.facts.dates import CivilDate, Date, year_words
from dateline.frozen import dataclass
from dateline.words import _, ngettext, spoken


class StripState(StrEnum):
    """What an event is on the strip, each with a shape of its own."""

    HAPPENED = "happened"
    EXPECTED = "expected"
    PASSED = "passed"
    CANCELLED = "cancelled"
    DISPUTED = "disputed"


@dataclass(frozen=True, kw_only=True)
class StripMark:
    """An event on the strip, by its id: `key` for what matters most, `after` publication or before.

    `shown` is its date in words, and `when` the same with what is to be said of it: "Expected by May".
    """

    id: str
    date: Date
    shown: str
    when: str
    title: str
    after: bool
    key: bool = False
    state: StripState = StripState.HAPPENED

    @property
    def civil(self) -> CivilDate:
        """Where the event stands: its beginning, or the end of the window of what has not happened."""
        ends = (
            (self.date.start, self.date.end)
            if self.state is StripState.HAPPENED
            else (self.date.end, self.date.start)
        )
        civil = ends[0] or ends[1]
        assert civil
        return civil

    @cached_property
    def day(self) -> int:
        """The day at which it stands, counted from 1 January AD 1 as 1."""
        at_end = self.state is not StripState.HAPPENED or not self.date.start
        return self.civil.ends if at_end else self.civil.begins

    @property
    def is_long(self) -> bool:
        return self.date.form != "point" or self.civil.begins != self.civil.ends

    @property
    def kind(self) -> tuple[bool, StripState]:
        """What events that share a place have in common."""
        return self.after, self.state


@dataclass(frozen=True, slots=True, kw_only=True)
class StripStop:
    """A place on the strip, in percent from the left, with the events that share it.

    `span` is when they are, in the unit of the scale: "2018–19".
    """

    at: float
    marks: tuple[StripMark, ...]
    span: str

    @property
    def first(self) -> StripMark:
        return self.marks[0]

    @property
    def is_key(self) -> bool:
        return any(mark.key for mark in self.marks)

    @property
    def named(self) -> StripMark | None:
        """The event that names the place: its only one, else the last of those that matter most."""
        if len(self.marks) == 1:
            return self.first
        return next((mark for mark in reversed(self.marks) if mark.key), None)

    @property
    def label(self) -> tuple[str, str]:
        """What may stand above the place: a date and what was then; of what has a sign, its state in words."""
        if (mark := self.named) is None:
            return self.shown, self.counted
        return (mark.when if mark.state in _SIGNS else mark.shown), mark.title

    @property
    def shown(self) -> str:
        """The date in words: of all the events, where they have one, else their span."""
        return self.first.shown if len({mark.shown for mark in self.marks}) == 1 else self.span

    @property
    def words(self) -> str:
        """What the link says: "2003: Saddam Hussein falls", "2018–19: 3 events"."""
        if len(self.marks) == 1:
            return _("%(date)s: %(title)s", date=self.first.when, title=self.first.title)
        return _("%(date)s: %(title)s", date=self.shown, title=self.counted)

    @property
    def counted(self) -> str:
        number = len(self.marks)
        match self.first.state:
            case StripState.EXPECTED:
                return ngettext("%(number)s expected event", "%(number)s expected events", number)
            case StripState.PASSED:
                return ngettext(
                    "%(number)s event that was expected",
                    "%(number)s events that were expected",
                    number,
                )
            case StripState.CANCELLED:
                return ngettext(
                    "%(number)s event called off", "%(number)s events called off", number
                )
            case StripState.DISPUTED:
                return ngettext("%(number)s disputed event", "%(number)s disputed events", number)
            case _:
                return ngettext("%(number)s event", "%(number)s events", number)


# Targets of 24 pixels side by side on a phone, which leaves the strip 328; a fifth is kept for time.
PHONE: Final = 328
DESK: Final = 704
BROAD: Final = 1040
TARGET: Final = 24 / PHONE * 100
LEFT: Final = TARGET / 2
RIGHT: Final = 100 - LEFT
MOST: Final = int(0.8 * (RIGHT - LEFT) / TARGET) + 1

LINE: Final = 47
HEIGHT: Final = 80

SIZE: Final = 13


def draw_strip(marks: Sequence[StripMark], *, has_undated: bool = False) -> Drawing | None:
    """The strip, and its caption in words; None where fewer than three places are left.

    The caption counts nothing: it stays as it is when the filters leave some of the events out.
    """
    groups = _merge(sorted(marks, key=lambda mark: (mark.after, mark.day)))
    if len(groups) < 3:
        return None
    steps = [max(after[0].day - before[0].day, 0) for before, after in pairwise(groups)]
    span = _spans(groups)
    stops = [
        StripStop(at=at, marks=tuple(group), span=span(group))
        for at, group in zip(_places(steps), groups, strict=True)
    ]
    least = max(HALF_A_YEAR, 4 * median(steps))
    breaks = [step > least for step in steps]
    ahead = _publication(stops)
    labels, labelled = _labels(stops)
    svg = element(
        "svg",
        _hatching() if ahead else "",
        *_draw_line(stops, breaks),
        _draw_ahead(ahead),
        *_draw_scale(stops, labelled),
        *_draw_stops(stops, labels),
        class_="strip",
        width="100%",
        height=HEIGHT,
    )
    return Drawing(
        svg=svg,
        words=_caption(
            {mark.state for mark in marks},
            is_broken=any(breaks),
            is_hatched=ahead is not None,
            has_shared=any(len(stop.marks) > 1 for stop in stops),
            has_undated=has_undated,
        ),
    )


# Where the events are


def _merge(marks: Sequence[StripMark]) -> list[list[StripMark]]:
    """Events of one kind and day together, then the nearest ones of a kind until all have room on a phone."""
    groups: list[list[StripMark]] = []
    for mark in marks:
        if groups and groups[-1][0].day == mark.day and groups[-1][0].kind == mark.kind:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    while (more := len(groups) - MOST) > 0:
        nearest = nsmallest(
            1 + more // _AT_ONCE, _pairs(groups), key=lambda pair: _distance(groups, *pair)
        )
        for place, other in sorted(nearest, key=lambda pair: -pair[1]):
            groups[place] += groups.pop(other)
    return groups


# Of thousands of places, one in fifty is merged at a time: one by one would take minutes.
_AT_ONCE: Final = 50


def _pairs(groups: Sequence[list[StripMark]]) -> Iterator[tuple[int, int]]:
    """Each place with the next one of its kind; there are fewer kinds than places."""
    latest: dict[tuple[bool, StripState], int] = {}
    for place, group in enumerate(groups):
        kind = group[0].kind
        if kind in latest:
            yield latest[kind], place
        latest[kind] = place


def _distance(groups: Sequence[list[StripMark]], place: int, other: int) -> tuple[int, int]:
    """How far apart two places are; farther with others between, and where many would share one place."""
    before, after = groups[place], groups[other]
    days = after[0].day - before[-1].day
    return other - place, days * (len(before) + len(after))


def _places(steps: Sequence[int]) -> list[float]:
    """A percentage for each place: a target apart, and what is left by the logarithm of the days."""
    weights = [log2(1 + step) for step in steps]
    spare = (RIGHT - LEFT - TARGET * len(steps)) / (sum(weights) or 1)
    return list(accumulate((TARGET + spare * weight for weight in weights), initial=LEFT))


def _publication(stops: Sequence[StripStop]) -> float | None:
    """The place of publication: between what had come by then and what had not."""
    for before, after in pairwise(stops):
        if after.first.after and not before.first.after:
            return (before.at + after.at) / 2
    return None


def _spans(groups: Sequence[Sequence[StripMark]]) -> Callable[[Sequence[StripMark]], str]:
    """When the events of a place are, in the coarsest of year, month and day that differs between places."""
    firsts = [group[0].civil for group in groups]
    short_date = spoken().formats.short_date

    def year(civil: CivilDate) -> str:
        return year_words(civil.year)

    def month(civil: CivilDate) -> str:
        return short_date(replace(civil, day=None)) if civil.month else ""

    def day(civil: CivilDate) -> str:
        return short_date(civil) if civil.day else ""

    if len({civil.year for civil in firsts}) > 1:
        return lambda group: _span(group, year)
    if len({civil.month for civil in firsts}) > 1:
        return lambda group: _span(group, month)
    return lambda group: _span(group, day)


def _span(group: Sequence[StripMark], name: Callable[[CivilDate], str]) -> str:
    """From the first to the last: "2018", "2018–19", "1998–2003"."""
    first, last = (choose(group, key=lambda mark: mark.day).civil for choose in (min, max))
    start, end = name(first), name(last)
    if not start or start == end:
        return start
    if start.isdecimal() and len(start) == len(end) == 4 and start[:2] == end[:2]:
        end = end[2:]
    return _("%(first)s–%(last)s", first=start, last=end)


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
    hatched = element(
        "rect", x=_percent(left), width=_percent(100 - left), y=LINE - 14, height=28,
        fill="url(#strip_hatch)",
    )  # fmt: skip
    x = _percent(left)
    return hatched + element("line", class_="cut", x1=x, x2=x, y1=LINE - 14, y2=LINE + 14)


def _draw_line(stops: Sequence[StripStop], breaks: Sequence[bool]) -> Iterator[str]:
    """A line from place to place, dotted and cut across where nothing happens for long."""
    steps = zip(pairwise(stops), breaks, strict=True)
    for is_broken, run in groupby(steps, key=lambda step: step[1]):
        pairs = [pair for pair, _broken in run]
        ends: SvgAttributes = {
            "x1": _percent(pairs[0][0].at), "x2": _percent(pairs[-1][1].at), "y1": LINE, "y2": LINE,
        }  # fmt: skip
        yield element("line", class_="axis broken" if is_broken else "axis", **ends)
        for before, after in pairs if is_broken else ():
            # A nested svg: the only way to set a path at a percentage.
            cut = element("path", class_="cut", d="M-5 7-1-7M1 7 5-7")
            middle = _percent((before.at + after.at) / 2)
            yield element("svg", cut, x=middle, y=LINE)


def _draw_stops(stops: Sequence[StripStop], labels: Mapping[int, tuple[str, ...]]) -> Iterator[str]:
    for place, stop in enumerate(stops):
        link = element(
            "a",
            element("title", _escaped(stop.words)),
            element("path", d=f"M-12 {LINE - 12}h24v24h-24z"),
            *_draw_mark(stop),
            *labels.get(place, ()),
            href=f"#{stop.first.id}",
            **_others(stop),
        )
        yield element("svg", link, x=_percent(stop.at))


def _others(stop: StripStop) -> SvgAttributes:
    """What the filters need to know of a place for several events."""
    ids = "|".join(mark.id for mark in stop.marks)
    return {"data_events": ids} if len(stop.marks) > 1 else {}


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


_SIGNS: Final = {StripState.CANCELLED: "×", StripState.DISPUTED: "?"}


def _draw_mark(stop: StripStop) -> Iterator[str]:
    """A dot for a day, a longer one for longer, large for what matters; a number for several.

    Dashed for what is expected, with a sign for what was called off or is disputed.
    """
    state, number = stop.first.state, len(stop.marks)
    names = "dot" if state is StripState.HAPPENED else f"dot {state}"
    sign = _SIGNS.get(state, "")
    if number > 1 or sign:
        yield element("circle", class_=names, cy=LINE, r=8 if number == 1 else 10)
        shown = f"{number}{sign}" if number > 1 else sign
        # Hundreds are as wide as the dot lets them be.
        narrow: SvgAttributes = {"textLength": 17, "lengthAdjust": "spacingAndGlyphs"}
        fit = narrow if len(shown) > 2 else {}
        yield text(shown, class_="many", y=LINE + 4.5, **fit)
        return
    high = 7 if stop.first.key else 5
    half = high + 2 if stop.first.is_long else high
    yield element(
        "rect", class_=names, x=-half, y=LINE - high, width=2 * half, height=2 * high, rx=high
    )


# Words above and below the line


@dataclass(frozen=True, slots=True)
class _LabelRow:
    """What is taken of a row on a page so many pixels wide, and by which place."""

    page: int
    taken: dict[int, tuple[float, float]]

    def take(self, place: int, at: float, width: float, anchor: str) -> bool:
        """Whether words so many pixels wide found room at a place; it is taken then."""
        left = at / 100 * self.page - {"start": 12, "middle": width / 2, "end": width - 12}[anchor]
        span = (left, left + width)
        if span[0] < -1 or span[1] > self.page + 1:
            return False
        others = (taken for owner, taken in self.taken.items() if owner != place)
        if any(span[0] < end + 8 and start < span[1] + 8 for start, end in others):
            return False
        self.taken[place] = span
        return True


def _anchor(place: int, places: int) -> str:
    return "start" if place == 0 else "end" if place == places - 1 else "middle"


_OFFSET: Final = {"start": -12, "end": 12}


def _aligned(anchor: str) -> SvgAttributes:
    """In the middle of its place, as the style has it, or from an edge of the target."""
    return {"x": _OFFSET[anchor], "text_anchor": anchor} if anchor in _OFFSET else {}


@dataclass(frozen=True, slots=True)
class _LabelRows:
    """The places that have a date on a phone and on a wide page, and a title on that and on a broad one."""

    phone: _LabelRow
    wide: _LabelRow
    titled: set[int]
    broad: set[int]


def _labels(
    stops: Sequence[StripStop],
) -> tuple[dict[int, tuple[str, ...]], Mapping[str, Container[int]]]:
    """The date, and on a wide page the title, of the places that are to be labelled and have room.

    Then the places that have a date on a wide page, and on a phone.
    """
    rows = _label_rows(stops)
    drawn = {place: tuple(_draw_label(stops, place, rows)) for place in _labelled(stops)}
    return drawn, {"wide": rows.wide.taken, "narrow": rows.phone.taken}


def _label_rows(stops: Sequence[StripStop]) -> _LabelRows:
    """On a broad page, what a wide one shows keeps its room, and more is named beside it."""
    phone, wide, broad = (_LabelRow(page, {}) for page in (PHONE, DESK, BROAD))
    where = {
        place: (stops[place].at, _anchor(place, len(stops)), *_size(stops[place]))
        for place in _labelled(stops)
    }
    titled: set[int] = set()
    for place, (at, anchor, when, whole) in where.items():
        if wide.take(place, at, whole, anchor):
            titled.add(place)
        else:
            wide.take(place, at, when, anchor)
        phone.take(place, at, when, anchor)
    for place in wide.taken:
        at, anchor, when, whole = where[place]
        broad.take(place, at, whole if place in titled else when, anchor)
    more = {
        place
        for place, (at, anchor, _when, whole) in where.items()
        if place not in titled and broad.take(place, at, whole, anchor)
    }
    return _LabelRows(phone, wide, titled, more)


def _draw_label(stops: Sequence[StripStop], place: int, rows: _LabelRows) -> Iterator[str]:
    when, title = stops[place].label
    aligned = _aligned(_anchor(place, len(stops)))
    is_wide, is_narrow = place in rows.wide.taken, place in rows.phone.taken
    # A year is below the line on a broad page, so it is not said again.
    is_broad = place in rows.broad and when != stops[place].span
    if is_wide or is_narrow or is_broad:
        on = (
            ""
            if is_wide and is_narrow
            else "wide"
            if is_wide
            else "narrow"
            if is_narrow
            else "broad"
        )
        yield text(when, class_=f"when {on}".strip(), y=11, **aligned)
    if place in rows.titled or place in rows.broad:
        on = "wide" if place in rows.titled else "broad"
        yield text(title, class_=f"label {on}", y=26, **aligned)


def _size(stop: StripStop) -> tuple[float, float]:
    """How wide its date is, and its date with its title below."""
    when, title = (width_of(words, SIZE) for words in stop.label)
    return when, max(when, title)


def _labelled(stops: Sequence[StripStop]) -> Iterator[int]:
    """The places to label, each once: the next event, the one that was the news, and the first come before others."""
    keys = [place for place, stop in enumerate(stops) if stop.is_key]
    news = [place for place in keys if not stops[place].first.after]
    coming, signed = (
        [place for place, stop in enumerate(stops) if stop.first.state in states]
        for states in ({StripState.EXPECTED}, _SIGNS)
    )
    yield from dict.fromkeys((*coming[:1], *news[-1:], 0, *reversed(keys), len(stops) - 1, *signed))


def _draw_scale(
    stops: Sequence[StripStop], labelled: Mapping[str, Container[int]]
) -> Iterator[str]:
    """The years under the places, each once, or months or days; not where they stand above already.

    Where there is no room for all: the first, the last and the key ones. On a phone more have room in short.
    """
    new = [
        place for place, stop in enumerate(stops) if stop.span not in ("", _before(stops, place))
    ]
    spans = {place: stops[place].span for place in sorted(new, key=lambda at: _rank(stops, at))}
    centuries = {stop.span[:2] for stop in stops}
    short = {place: _in_short(span) for place, span in spans.items() if len(centuries) == 1}
    wide = _with_room(spans, stops, DESK, labelled["wide"])
    narrow = max(
        (_with_room(words, stops, PHONE, labelled["narrow"]) for words in (spans, short)), key=len
    )
    for place in spans:
        on_desk, on_phone = wide.get(place, ""), narrow.get(place, "")
        shown = {on_desk: ""} if on_desk == on_phone else {on_desk: "wide", on_phone: "narrow"}
        for words, only in shown.items():
            if words:
                names: SvgAttributes = {"class_": only} if only else {}
                aligned = _aligned(_anchor(place, len(stops)))
                span = text(words, y=HEIGHT - 6, **aligned, **names)
                yield element("svg", span, x=_percent(stops[place].at))


def _before(stops: Sequence[StripStop], place: int) -> str:
    return stops[place - 1].span if place else ""


def _in_short(span: str) -> str:
    """The year without its century, and another span as it is: "’24"."""
    return _("’%(year)s", year=span[2:]) if span.isdecimal() and len(span) == 4 else span


def _with_room(
    words: Mapping[int, str], stops: Sequence[StripStop], page: int, labelled: Container[int]
) -> dict[int, str]:
    """The words that have room below the line, the most important first, where no date is above it."""
    row = _LabelRow(page, {})
    return {
        place: shown
        for place, shown in words.items()
        if place not in labelled
        and row.take(place, stops[place].at, width_of(shown, SIZE), _anchor(place, len(stops)))
    }


def _rank(stops: Sequence[StripStop], place: int) -> tuple[bool, bool, int]:
    stop = stops[place]
    is_end = place in (0, len(stops) - 1)
    return not is_end, not (stop.is_key or len(stop.marks) > 1), place


def _caption(
    states: Set[StripState],
    *,
    is_broken: bool,
    is_hatched: bool,
    has_shared: bool,
    has_undated: bool,
) -> str:
    sentences = [
        _("Not to scale; long gaps are shortened.") if is_broken else _("Not to scale."),
        _("Hatched: after publication.") if is_hatched else "",
        _("Dashed: expected.") if states & {StripState.EXPECTED, StripState.PASSED} else "",
        _("×: called off.") if StripState.CANCELLED in states else "",
        _("?: disputed.") if StripState.DISPUTED in states else "",
        _("A number: several events.") if has_shared else "",
        _("Undated events are left out.") if has_undated else "",
    ]
    return " ".join(filter(None, sentences))
