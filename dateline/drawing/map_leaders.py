"""Names away from their dots, each at the end of a line."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import cos, hypot, radians, sin
from typing import Final

from dateline.drawing.map_frame import Form, Frame, Patch
from dateline.drawing.map_labels import Label, break_name, dot_patch, is_inside, label_at, size_of
from dateline.drawing.map_places import Stop
from dateline.drawing.projection import Point
from dateline.frozen import dataclass

_AWAY: Final = (14, 22, 32, 44, 58, 74, 92, 112, 134)  # pixels from the dot to the name
_TURNS: Final = (0, 180, 330, 30, 210, 150, 270, 90, 300, 240, 60, 120)  # degrees, 0 to the right
_GAP: Final = 3  # pixels between a line and its name
_ROOM: Final = 3  # pixels around a name that others leave free

Line = tuple[Point, Point]


def lead_away(
    stops: Sequence[Stop], beside: Sequence[Label | None], frame: Frame, form: Form
) -> tuple[Label | None, ...]:
    """What stands beside its dot stays there; every other name is led away from its own."""
    labels = [*beside]
    for index, stop in enumerate(stops):
        if labels[index] is None:
            labels[index] = _lead(stop, _room_for(stop, stops, labels, frame), form)
    return tuple(labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """What is left of a map, given what is taken of it."""

    frame: Frame
    taken: tuple[Patch, ...]
    lines: tuple[Line, ...]

    def has(self, label: Label, line: Line) -> bool:
        around = _around(label.patch)
        return (
            is_inside(label.patch, self.frame)
            and not any(around.meets(patch) for patch in self.taken)
            and not any(_crosses(line, patch) for patch in self.taken)
            and not any(_crosses(other, around) or _cut(line, other) for other in self.lines)
        )


def _room_for(
    stop: Stop, stops: Sequence[Stop], labels: Sequence[Label | None], frame: Frame
) -> _Room:
    dots = (dot_patch(other) for other in stops if other is not stop)
    lines = (
        (other.at, label.end)
        for other, label in zip(stops, labels, strict=True)
        if label and label.end
    )
    taken = (*dots, *(label.patch for label in labels if label))
    return _Room(frame=frame, taken=taken, lines=tuple(lines))


def _lead(stop: Stop, room: _Room, form: Form) -> Label | None:
    """The nearest room for its name at the end of a line that meets nothing."""
    labels = _led_labels(stop, form)
    return next(
        (label for label in labels if label.end and room.has(label, (stop.at, label.end))), None
    )


def _around(patch: Patch) -> Patch:
    return Patch(
        left=patch.left - _ROOM,
        top=patch.top - _ROOM,
        right=patch.right + _ROOM,
        bottom=patch.bottom + _ROOM,
    )


def _led_labels(stop: Stop, form: Form) -> Iterator[Label]:
    """The name around its dot, the nearest first."""
    lines = break_name(stop.place.name, form)
    wide, high = size_of(lines, form)
    for away, turn in product(_AWAY, _TURNS):
        across, down = cos(radians(turn)), sin(radians(turn))
        x, y = stop.at[0] + away * across, stop.at[1] + away * down
        if abs(across) < 0.6:
            top = y + _GAP if down > 0 else y - _GAP - high
            yield label_at(lines, "middle", (x - wide / 2, top), form, end=(x, y))
        elif across > 0:
            yield label_at(lines, "start", (x + _GAP, y - high / 2), form, end=(x, y))
        else:
            yield label_at(lines, "end", (x - _GAP - wide, y - high / 2), form, end=(x, y))


def _crosses(line: Line, patch: Patch) -> bool:
    """Whether a line meets a patch (J. Liang and B. Barsky, ACM ToG 3 (1984), 1 to 22)."""
    (x, y), (end_x, end_y) = line
    first, last = 0.0, 1.0
    for way, start, low, high in (
        (end_x - x, x, patch.left, patch.right),
        (end_y - y, y, patch.top, patch.bottom),
    ):
        if way == 0:
            if not low < start < high:
                return False
            continue
        near, far = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, near), min(last, far)
    return first < last


def _cut(line: Line, other: Line) -> bool:
    """Whether two lines cross."""
    return _parts(line, other) and _parts(other, line)


def _parts(line: Line, other: Line) -> bool:
    """Whether the ends of the other line are on two sides of a line."""
    start, end = other
    return _turn(line, start) != _turn(line, end)


def _turn(line: Line, spot: Point) -> bool:
    (x, y), (end_x, end_y) = line
    return (end_x - x) * (spot[1] - y) > (end_y - y) * (spot[0] - x)


def leader(stop: Stop, label: Label) -> Line | None:
    """The line from the edge of a dot to its name."""
    if label.end is None:
        return None
    (x, y), (end_x, end_y) = stop.at, label.end
    share = (stop.radius + 1) / hypot(end_x - x, end_y - y)
    return (x + share * (end_x - x), y + share * (end_y - y)), label.end
