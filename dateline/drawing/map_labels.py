"""Where the names of places go on a map, so that none covers another name or a dot."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.drawing.lettering import width_of, wrap
from dateline.drawing.map_frame import Form, Frame, Patch
from dateline.drawing.map_places import MapPlace, Stop
from dateline.drawing.projection import Point
from dateline.facts.records import Side
from dateline.frozen import dataclass

# In sizes of the letters
LEADING: Final = 1.15  # from line to line
HIGH: Final = 0.9  # how high a single line is
RISE: Final = 0.78  # from the upper edge of a line to the foot of its letters
# In pixels
_EDGE: Final = 6
GAP: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """`baseline` is the first line's, `anchor` is SVG's for x, `patch` the room that it takes.

    A line leads from the dot to `end`, if there is one.
    """

    lines: tuple[str, ...]
    anchor: str
    x: float
    baseline: float
    patch: Patch
    end: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowded:
    """A name without room on the side asked for: what is in the way; nothing if it is the edge."""

    index: int
    by: tuple[int, ...]


def label_reach(place: MapPlace, form: Form) -> Patch:
    """The room of a dot at 0, 0 with its margin, and of its name if the name's side is known."""
    margin = form.margin
    around = Patch(left=-margin, top=-margin, right=margin, bottom=margin)
    if place.label is None:
        return around
    name = _label_on(place.label, place.name, (0, 0), form.dot, form).patch
    return Patch(
        left=min(around.left, name.left - _EDGE),
        top=min(around.top, name.top - _EDGE),
        right=max(around.right, name.right + _EDGE),
        bottom=max(around.bottom, name.bottom + _EDGE),
    )


def place_labels(stops: Sequence[Stop], frame: Frame, form: Form) -> tuple[Label | None, ...]:
    """A label beside each dot, on the side asked for or else the best; None without room for it.

    As many names as possible are placed, and as many of these as possible right of their dots.
    """
    options = [
        [
            label
            for label in _possible_labels(stop, form)
            if is_inside(label.patch, frame) and not _covers_dot(label, stop, stops)
        ]
        for stop in stops
    ]
    chosen: list[Label | None] = [None] * len(stops)
    for cluster in _clusters(options):
        labels = _choose_labels([options[index] for index in cluster])
        for index, label in zip(cluster, labels, strict=True):
            chosen[index] = label
    return tuple(chosen)


def _possible_labels(stop: Stop, form: Form) -> list[Label]:
    place = stop.place
    sides = (place.label,) if place.label else (Side.RIGHT, Side.LEFT, Side.ABOVE, Side.BELOW)
    return [_label_on(side, place.name, stop.at, stop.radius, form) for side in sides]


def _label_on(side: Side, name: str, dot: Point, radius: float, form: Form) -> Label:
    lines = break_name(name, form)
    wide, high = size_of(lines, form)
    away = radius + 4
    match side:
        case Side.RIGHT:
            return label_at(lines, "start", (dot[0] + away, dot[1] - high / 2), form)
        case Side.LEFT:
            return label_at(lines, "end", (dot[0] - away - wide, dot[1] - high / 2), form)
        case Side.ABOVE:
            return label_at(lines, "middle", (dot[0] - wide / 2, dot[1] - away - high - 2), form)
        case Side.BELOW:
            return label_at(lines, "middle", (dot[0] - wide / 2, dot[1] + away - 1), form)


def break_name(name: str, form: Form) -> tuple[str, ...]:
    return wrap(name, 1 if width_of(name, form.place) <= form.line else 2)


def size_of(lines: Sequence[str], form: Form) -> Point:
    """How wide and how high a name is in its lines."""
    wide = max(width_of(line, form.place) for line in lines)
    return wide, form.place * (HIGH + LEADING * (len(lines) - 1))


def label_at(
    lines: tuple[str, ...], anchor: str, corner: Point, form: Form, end: Point | None = None
) -> Label:
    """A label by the upper left corner of its room."""
    (left, top), (wide, high) = corner, size_of(lines, form)
    return Label(
        lines=lines,
        anchor=anchor,
        x=left + {"start": 0, "middle": wide / 2, "end": wide}[anchor],
        baseline=top + RISE * form.place,
        patch=Patch(left=left, top=top, right=left + wide, bottom=top + high),
        end=end,
    )


def dot_patch(stop: Stop) -> Patch:
    """The room that a dot takes, with a little around it."""
    (x, y), room = stop.at, stop.radius + GAP
    return Patch(left=x - room, top=y - room, right=x + room, bottom=y + room)


def is_inside(patch: Patch, frame: Frame) -> bool:
    return (
        patch.left >= GAP
        and patch.top >= GAP
        and patch.right <= frame.width - GAP
        and patch.bottom <= frame.height - GAP
    )


def _covers_dot(label: Label, stop: Stop, stops: Iterable[Stop]) -> bool:
    return any(label.patch.meets(dot_patch(other)) for other in stops if other is not stop)


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
    stops: Sequence[Stop], labels: Sequence[Label | None], form: Form
) -> Iterator[Crowded]:
    """Each name without room on the side that its editor asks for, and what is in its way there."""
    taken = [
        (dot_patch(stop), *([label.patch] if label else []))
        for stop, label in zip(stops, labels, strict=True)
    ]
    for index, (stop, label) in enumerate(zip(stops, labels, strict=True)):
        if label is not None or stop.place.label is None:
            continue
        wanted = [option.patch for option in _possible_labels(stop, form)]
        by = (
            other
            for other, patches in enumerate(taken)
            if other != index and any(a.meets(b) for a in wanted for b in patches)
        )
        yield Crowded(index=index, by=tuple(by))
