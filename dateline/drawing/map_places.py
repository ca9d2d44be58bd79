"""Where the names of places go on a map, so that none covers another name or a dot."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.drawing.lettering import width_of, wrap
from dateline.drawing.map_frame import Form, Frame, Patch
from dateline.drawing.projection import Point
from dateline.facts.records import Place, Side

# In sizes of the letters
LEADING: Final = 1.15  # from line to line
HIGH: Final = 0.9  # how high a single line is
RISE: Final = 0.78  # from the upper edge of a line to the foot of its letters
# In pixels
_EDGE: Final = 6
_GAP: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place as a map needs it: degrees north and east, and the side that its editor asks for."""

    name: str
    north: float
    east: float
    label: Side | None = None

    @property
    def spot(self) -> Point:
        return self.east, self.north


def map_places(places: Iterable[Place]) -> tuple[MapPlace, ...]:
    """The places that have coordinates, in the order of their sheet."""
    return tuple(
        MapPlace(
            name=place.name,
            north=float(place.latitude),
            east=float(place.longitude),
            label=place.label,
        )
        for place in places
        if place.latitude is not None and place.longitude is not None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """`baseline` is the first line's, `anchor` is SVG's for x, `patch` the room that it takes."""

    lines: tuple[str, ...]
    side: Side
    anchor: str
    x: float
    baseline: float
    patch: Patch


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowded:
    """A name without room: the places whose dots or names are in the way; none if it is the edge."""

    index: int
    by: tuple[int, ...]


def label_reach(place: MapPlace, form: Form) -> Patch:
    """The room of a dot at 0, 0 with its margin, and of its name if the name's side is known."""
    margin = form.margin
    around = Patch(left=-margin, top=-margin, right=margin, bottom=margin)
    if place.label is None:
        return around
    name = _label_on(place.label, place.name, (0, 0), form).patch
    return Patch(
        left=min(around.left, name.left - _EDGE),
        top=min(around.top, name.top - _EDGE),
        right=max(around.right, name.right + _EDGE),
        bottom=max(around.bottom, name.bottom + _EDGE),
    )


def place_labels(
    places: Sequence[MapPlace], dots: Sequence[Point], frame: Frame, form: Form
) -> tuple[Label | None, ...]:
    """A label for each place, on the side asked for or else the best; None without room for it.

    As many names as possible are placed, and as many of these as possible right of their dots.
    """
    options = [
        [
            label
            for label in _possible_labels(place, dot, form)
            if _is_inside(label.patch, frame) and not _covers_dot(label, index, dots, form)
        ]
        for index, (place, dot) in enumerate(zip(places, dots, strict=True))
    ]
    chosen: list[Label | None] = [None] * len(places)
    for cluster in _clusters(options):
        labels = _choose_labels([options[index] for index in cluster])
        for index, label in zip(cluster, labels, strict=True):
            chosen[index] = label
    return tuple(chosen)


def _possible_labels(place: MapPlace, dot: Point, form: Form) -> list[Label]:
    sides = (place.label,) if place.label else (Side.RIGHT, Side.LEFT, Side.ABOVE, Side.BELOW)
    return [_label_on(side, place.name, dot, form) for side in sides]


def _label_on(side: Side, name: str, dot: Point, form: Form) -> Label:
    lines = wrap(name, 1 if width_of(name, form.place) <= form.line else 2)
    wide = max(width_of(line, form.place) for line in lines)
    high = form.place * (HIGH + LEADING * (len(lines) - 1))
    away = form.dot + 4
    match side:
        case Side.RIGHT:
            anchor, x, left, top = "start", dot[0] + away, dot[0] + away, dot[1] - high / 2
        case Side.LEFT:
            anchor, x, left, top = "end", dot[0] - away, dot[0] - away - wide, dot[1] - high / 2
        case Side.ABOVE:
            anchor, x, left, top = "middle", dot[0], dot[0] - wide / 2, dot[1] - away - high - 2
        case Side.BELOW:
            anchor, x, left, top = "middle", dot[0], dot[0] - wide / 2, dot[1] + away - 1
    return Label(
        lines=lines,
        side=side,
        anchor=anchor,
        x=x,
        baseline=top + RISE * form.place,
        patch=Patch(left=left, top=top, right=left + wide, bottom=top + high),
    )


def dot_patch(dot: Point, form: Form) -> Patch:
    """The room that a dot takes, with a little around it."""
    room = form.dot + _GAP
    return Patch(left=dot[0] - room, top=dot[1] - room, right=dot[0] + room, bottom=dot[1] + room)


def _is_inside(patch: Patch, frame: Frame) -> bool:
    return (
        patch.left >= _GAP
        and patch.top >= _GAP
        and patch.right <= frame.width - _GAP
        and patch.bottom <= frame.height - _GAP
    )


def _covers_dot(label: Label, index: int, dots: Sequence[Point], form: Form) -> bool:
    others = (dot for other, dot in enumerate(dots) if other != index)
    return any(label.patch.meets(dot_patch(dot, form)) for dot in others)


def _clusters(options: Sequence[Sequence[Label]]) -> Iterator[list[int]]:
    left = set(range(len(options)))
    while left:
        cluster, open_ends = [], [min(left)]
        while open_ends:
            index = open_ends.pop()
            if index not in left:
                continue
            left.discard(index)
            cluster.append(index)
            open_ends += [
                other
                for other in left
                if any(a.patch.meets(b.patch) for a in options[index] for b in options[other])
            ]
        yield sorted(cluster)


_NO_LABEL: Final = 100
_PATIENCE: Final = 5000


def _choose_labels(options: Sequence[Sequence[Label]]) -> tuple[Label | None, ...]:
    """The choice with the fewest places unlabelled; of these, the one with the earliest options.

    Every choice is tried, the likeliest first; of very many, the search keeps the best so far.
    """
    order = sorted(range(len(options)), key=lambda index: len(options[index]))
    best: tuple[int, tuple[Label | None, ...]] = (_NO_LABEL * (len(options) + 1), ())
    patience = _PATIENCE + len(options)
    tries: list[tuple[int, tuple[Label | None, ...]]] = [(0, ())]
    while tries and patience:
        patience -= 1
        cost, taken = tries.pop()
        if cost >= best[0]:
            continue
        if len(taken) == len(options):
            best = cost, taken
            continue
        tries.append((cost + _NO_LABEL, (*taken, None)))
        free = [
            (cost + rank, (*taken, label))
            for rank, label in enumerate(options[order[len(taken)]])
            if not any(other and label.patch.meets(other.patch) for other in taken)
        ]
        tries += reversed(free)
    chosen = dict(zip(order, best[1], strict=True))
    return tuple(chosen[index] for index in range(len(options)))


def find_crowded(
    places: Sequence[MapPlace], dots: Sequence[Point], labels: Sequence[Label | None], form: Form
) -> Iterator[Crowded]:
    """Each name without room, and what is in its way on the sides where it may be."""
    taken = [
        (dot_patch(dot, form), *([label.patch] if label else []))
        for dot, label in zip(dots, labels, strict=True)
    ]
    for index, label in enumerate(labels):
        if label is not None:
            continue
        wanted = [option.patch for option in _possible_labels(places[index], dots[index], form)]
        by = (
            other
            for other, patches in enumerate(taken)
            if other != index and any(a.meets(b) for a in wanted for b in patches)
        )
        yield Crowded(index=index, by=tuple(by))
