"""The outlines of countries, and of some of their regions, that maps are drawn from."""

import json
import marshal
import sys
from array import array
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache, cached_property
from importlib.util import cache_from_source
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, Self, cast
from zlib import crc32

from dateline.frozen import dataclass

FILE: Final = Path(__file__).parent / "atlas" / "countries-50m.json"
REGIONS: Final = FILE.with_name("regions-50m.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The area between two meridians and two parallels, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Self) -> bool:
        """Whether the two overlap, also across the 180th meridian."""
        if self.south > other.north or other.south > self.north:
            return False
        return any(
            self.west <= other.east + turn and other.west + turn <= self.east
            for turn in (-360, 0, 360)
        )


Degrees = tuple[float, float]
"""A point: how far east and north."""
Bounds = tuple[int, int, int, int]
"""The least and the most of an arc in whole steps, across and then up."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arcs:
    """Pieces of borders and coasts, one after the other, in whole steps across and up."""

    across: "array[int]"
    up: "array[int]"
    ends: tuple[int, ...]
    bounds: tuple[Bounds, ...]

    def points(self, index: int) -> Iterator[tuple[int, int]]:
        start, end = (self.ends[index - 1] if index else 0), self.ends[index]
        return zip(self.across[start:end], self.up[start:end], strict=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country by its English name; each ring is a list of arcs, `~n` being arc n backwards.

    A ring within another is a hole in it.
    """

    name: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Outlines:
    """Arcs, pieces of borders and coasts, and the countries made of them; neighbours share arcs.

    Most arcs are far from any map, so the points of one are worked out when they are asked for.
    """

    arcs: Arcs
    scale: Degrees
    translate: Degrees
    countries: tuple[Country, ...]
    regions: tuple["Region", ...] = ()

    def arc(self, index: int) -> tuple[Degrees, ...]:
        (wide, high), (west, south) = self.scale, self.translate
        return tuple((west + wide * x, south + high * y) for x, y in self.arcs.points(index))

    def rings_in(self, box: Box) -> Iterator[tuple[Country, tuple[int, ...]]]:
        for country, ring, own in self._ring_boxes:
            if own.meets(box):
                yield country, ring

    @cached_property
    def _ring_boxes(self) -> list[tuple[Country, tuple[int, ...], Box]]:
        """Every ring with its box: a briefing has several maps."""
        return [
            (country, ring, self._box_of(ring))
            for country in self.countries
            for ring in country.rings
        ]

    def _box_of(self, ring: tuple[int, ...]) -> Box:
        boxes = [self._boxes[index if index >= 0 else ~index] for index in ring]
        return Box(
            west=min(box.west for box in boxes),
            south=min(box.south for box in boxes),
            east=max(box.east for box in boxes),
            north=max(box.north for box in boxes),
        )

    @cached_property
    def _boxes(self) -> list[Box]:
        (wide, high), (west, south) = self.scale, self.translate
        return [
            Box(
                west=west + wide * first,
                south=south + high * lowest,
                east=west + wide * last,
                north=south + high * highest,
            )
            for first, last, lowest, highest in self.arcs.bounds
        ]


@dataclass(frozen=True, kw_only=True, eq=False)
class Region:
    """A part of a country by its English names: its borders to others there, and its middle."""

    names: tuple[str, ...]
    country: str
    middle: Degrees
    arcs: tuple[int, ...]
    topology: Outlines

    @cached_property
    def lines(self) -> tuple[tuple[Degrees, ...], ...]:
        """Worked out for the few regions that a map shows."""
        return tuple(self.topology.arc(index) for index in self.arcs)


@cache
def read_outlines() -> Outlines:
    """The outlines in the package: Natural Earth at 1:50 million, with the borders of 2018."""
    countries, regions = FILE.read_bytes(), REGIONS.read_bytes()
    made_from = f"{sys.version} {crc32(countries)} {crc32(regions)}"
    plain = _read_kept(made_from)
    if plain is None:
        plain = _plain_countries(countries), _plain_regions(regions)
        _keep(made_from, plain)
    return replace(_outlines(plain[0]), regions=_regions(plain[1]))


def parse_outlines(data: bytes) -> Outlines:
    """Outlines from TopoJSON whose object `countries` has polygons with names.

    https://github.com/topojson/topojson-specification, sections 2.1.1 to 2.1.4 and 2.2.
    """
    return _outlines(_plain_countries(data))


def parse_regions(data: bytes) -> tuple[Region, ...]:
    """Regions from TopoJSON whose object `regions` has lines with names, a country and a middle."""
    return _regions(_plain_regions(data))


# Outlines in nothing but numbers, texts and bytes


_Plain = tuple[Any, ...]


def _plain_countries(data: bytes) -> _Plain:
    topology = json.loads(data)
    shapes = topology["objects"]["countries"]["geometries"]
    names = [shape["properties"]["name"] for shape in shapes]
    return _plain_arcs(topology), tuple(
        (_FULL_NAMES.get(name, name).replace("'", "’"), tuple(_rings(shape)))
        for name, shape in zip(names, shapes, strict=True)
    )


def _plain_regions(data: bytes) -> _Plain:
    topology = json.loads(data)
    return _plain_arcs(topology), tuple(
        (
            tuple(shape["properties"]["names"]),
            shape["properties"]["country"],
            tuple(shape["properties"]["middle"]),
            tuple(index for line in shape["arcs"] for index in line),
        )
        for shape in topology["objects"]["regions"]["geometries"]
    )


def _plain_arcs(topology: dict[str, Any]) -> _Plain:
    """The arcs of TopoJSON, in which each step counts from the point before it."""
    lines = [
        [array("i", accumulate(side)) for side in zip(*steps, strict=True)]
        for steps in topology["arcs"]
    ]
    transform = topology["transform"]
    return (
        *(b"".join(line[side].tobytes() for line in lines) for side in (0, 1)),
        tuple(accumulate(len(across) for across, _ in lines)),
        tuple((min(across), max(across), min(up), max(up)) for across, up in lines),
        tuple(transform["scale"]),
        tuple(transform["translate"]),
    )


def _outlines(plain: _Plain) -> Outlines:
    (across, up, ends, bounds, scale, translate), countries = plain
    return Outlines(
        arcs=Arcs(across=array("i", across), up=array("i", up), ends=ends, bounds=bounds),
        scale=scale,
        translate=translate,
        countries=tuple(Country(name=name, rings=rings) for name, rings in countries),
    )


def _regions(plain: _Plain) -> tuple[Region, ...]:
    outlines = _outlines((plain[0], ()))
    return tuple(
        Region(names=names, country=country, middle=middle, arcs=arcs, topology=outlines)
        for names, country, middle, arcs in plain[1]
    )


# What is kept where Python keeps compiled modules, since it is read in a twentieth of the time


KEPT: Final = Path(cache_from_source(__file__)).with_suffix(".atlas")


def _read_kept(made_from: str) -> _Plain | None:
    """None where it was made by another Python or from other files, or is spoilt."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        held = KEPT.read_bytes()
        if held[:4] == crc32(held[4:]).to_bytes(4, "big"):
            kept, plain = marshal.loads(held[4:])  # noqa: S302 - as we wrote it, says the sum
            if kept == made_from:
                return cast("_Plain", plain)
    return None


def _keep(made_from: str, plain: _Plain) -> None:
    if sys.dont_write_bytecode:
        return
    held = marshal.dumps((made_from, plain))
    beside = KEPT.with_suffix(".new")  # the next to need it writes it again
    with suppress(OSError):
        KEPT.parent.mkdir(exist_ok=True)
        beside.write_bytes(crc32(held).to_bytes(4, "big") + held)
        beside.replace(KEPT)


def _rings(geometry: dict[str, Any]) -> Iterator[tuple[int, ...]]:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        yield from map(tuple, polygon)


# Names that the data abbreviates, and names that have changed since.
_FULL_NAMES: Final = {
    "Antigua and Barb.": "Antigua and Barbuda",
    "Ashmore and Cartier Is.": "Ashmore and Cartier Islands",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Br. Indian Ocean Ter.": "British Indian Ocean Territory",
    "British Virgin Is.": "British Virgin Islands",
    "Cayman Is.": "Cayman Islands",
    "Central African Rep.": "Central African Republic",
    "Cook Is.": "Cook Islands",
    "Dem. Rep. Congo": "Democratic Republic of the Congo",
    "Dominican Rep.": "Dominican Republic",
    "eSwatini": "Eswatini",
    "Eq. Guinea": "Equatorial Guinea",
    "Faeroe Is.": "Faroe Islands",
    "Falkland Is.": "Falkland Islands",
    "Fr. Polynesia": "French Polynesia",
    "Fr. S. Antarctic Lands": "French Southern and Antarctic Lands",
    "Heard I. and McDonald Is.": "Heard Island and McDonald Islands",
    "Indian Ocean Ter.": "Australian Indian Ocean Territories",
    "Macedonia": "North Macedonia",
    "Marshall Is.": "Marshall Islands",
    "N. Cyprus": "Northern Cyprus",
    "N. Mariana Is.": "Northern Mariana Islands",
    "Pitcairn Is.": "Pitcairn Islands",
    "S. Geo. and the Is.": "South Georgia and the South Sandwich Islands",
    "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands",
    "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St-Barthélemy": "Saint Barthélemy",
    "St-Martin": "Saint Martin",
    "St. Pierre and Miquelon": "Saint Pierre and Miquelon",
    "St. Vin. and Gren.": "Saint Vincent and the Grenadines",
    "Turks and Caicos Is.": "Turks and Caicos Islands",
    "U.S. Virgin Is.": "US Virgin Islands",
    "United States of America": "United States",
    "W. Sahara": "Western Sahara",
    "Wallis and Futuna Is.": "Wallis and Futuna",
}
