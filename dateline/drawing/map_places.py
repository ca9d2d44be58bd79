"""What a map shows: places with coordinates, and the countries that have a record of their own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import hypot
from typing import Final

from dateline.drawing.map_frame import Form
from dateline.drawing.projection import Point
from dateline.facts.records import Named, Place, Side
from dateline.frozen import dataclass
from dateline.reading.outlines import Outlines
from dateline.words import all_of, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place as a map needs it: degrees north and east, and the side that its editor asks for."""

    name: str
    north: float
    east: float
    label: Side | None = None
    href: str = ""

    @property
    def spot(self) -> Point:
        return self.east, self.north


def map_places(
    places: Iterable[Place], links: Mapping[str, str] | None = None
) -> tuple[MapPlace, ...]:
    """The places that have coordinates, in the order of their sheet; `links` are by id."""
    return tuple(
        MapPlace(
            name=place.name,
            north=float(place.latitude),
            east=float(place.longitude),
            label=place.label,
            href=(links or {}).get(place.id, ""),
        )
        for place in places
        if place.latitude is not None and place.longitude is not None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSubject:
    """A record whose name or alias, in small letters, may be that of a country or a region."""

    name: str
    names: tuple[str, ...]
    href: str = ""


def map_subjects(records: Iterable[Named], links: Mapping[str, str]) -> tuple[MapSubject, ...]:
    return tuple(
        MapSubject(
            name=record.name,
            names=tuple(_bare(name) for name in (record.name, *record.aliases)),
            href=links[record.id],
        )
        for record in records
    )


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def on_maps(subjects: Iterable[MapSubject], outlines: Outlines) -> tuple[MapSubject, ...]:
    """Those that are called like a country or a region of the outlines."""
    known = _names_of(outlines)
    return tuple(subject for subject in subjects if not known.isdisjoint(subject.names))


def is_country(record: Named, outlines: Outlines) -> bool:
    """Whether it is called like a country of the outlines."""
    return not _countries_of(outlines).isdisjoint(map(_bare, (record.name, *record.aliases)))


@lru_cache(maxsize=1)
def _names_of(outlines: Outlines) -> frozenset[str]:
    regions = (name for region in outlines.regions for name in region.names)
    return _countries_of(outlines).union(map(_bare, regions))


@lru_cache(maxsize=1)
def _countries_of(outlines: Outlines) -> frozenset[str]:
    return frozenset(_bare(country.name) for country in outlines.countries)


def is_called(name: str, subject: MapSubject) -> bool:
    return _bare(name) in subject.names


def find_subject(country: str, subjects: Iterable[MapSubject]) -> MapSubject | None:
    return next((subject for subject in subjects if is_called(country, subject)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A dot on a map, of so many pixels: the place there, or several too near to be dots of their own.

    `members` are their numbers in the sheet, `names` their names, and `place` has one name for all.
    """

    place: MapPlace
    members: tuple[int, ...]
    names: tuple[str, ...]
    at: Point
    radius: float


_LEAST: Final = 2.25  # the radius of the smallest dot
_CLEAR: Final = 1  # pixels between two dots


def find_stops(
    places: Sequence[MapPlace], dots: Sequence[Point], near: float, form: Form
) -> tuple[Stop, ...]:
    """Each place at its dot, which is smaller where another is close; within `near`, they share one."""
    groups: list[list[int]] = []
    for index, dot in enumerate(dots):
        sharing = (group for group in groups if _apart(dots[group[0]], dot) < near)
        if group := next(sharing, None):
            group.append(index)
        else:
            groups.append([index])
    return tuple(
        Stop(
            place=_join([places[index] for index in group]),
            members=tuple(group),
            names=tuple(places[index].name for index in group),
            at=dots[group[0]],
            radius=_radius(dots[group[0]], [dots[other[0]] for other in groups], form),
        )
        for group in groups
    )


def _apart(dot: Point, other: Point) -> float:
    return hypot(dot[0] - other[0], dot[1] - other[1])


def _radius(dot: Point, dots: Iterable[Point], form: Form) -> float:
    nearest = min((_apart(dot, other) for other in dots if other != dot), default=form.dot * 4)
    return max(_LEAST, min(form.dot, (nearest - _CLEAR) / 2))


_SHORT: Final = 24  # letters of two names that are written out at one dot


def _join(places: Sequence[MapPlace]) -> MapPlace:
    if len(places) == 1:
        return places[0]
    both = all_of(place.name for place in places)
    if len(places) == 2 and len(both) <= _SHORT:
        return replace(places[0], name=both)
    name = ngettext(
        "%(place)s, %(number)s place",
        "%(place)s, %(number)s places",
        len(places),
        place=places[0].name,
    )
    return replace(places[0], name=name)
