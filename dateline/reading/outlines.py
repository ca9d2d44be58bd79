"""The outlines of countries, and of some of their regions, that maps are drawn from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, Self

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
Steps = list[list[int]]
"""An arc as TopoJSON has it: its first point, then the way to each next one, in whole steps."""


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

    steps: list[Steps]
    scale: Degrees
    translate: Degrees
    countries: tuple[Country, ...]
    regions: tuple["Region", ...] = ()

    def arc(self, index: int) -> tuple[Degrees, ...]:
        """The points of an arc: each step counts from the point before it."""
        (wide, high), (west, south) = self.scale, self.translate
        across, up = map(accumulate, zip(*self.steps[index], strict=True))
        return tuple((west + wide * x, south + high * y) for x, y in zip(across, up, strict=True))

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
        boxes = []
        for steps in self.steps:
            across, up = (list(accumulate(side)) for side in zip(*steps, strict=True))
            boxes.append(
                Box(
                    west=west + wide * min(across),
                    south=south + high * min(up),
                    east=west + wide * max(across),
                    north=south + high * max(up),
                )
            )
        return boxes


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
    regions = parse_regions(REGIONS.read_bytes())
    return replace(parse_outlines(FILE.read_bytes()), regions=regions)


def parse_outlines(data: bytes) -> Outlines:
    """Outlines from TopoJSON whose object `countries` has polygons with names.

    https://github.com/topojson/topojson-specification, sections 2.1.1 to 2.1.4 and 2.2.
    """
    topology = json.loads(data)
    return Outlines(
        steps=topology["arcs"],
        **topology["transform"],
        countries=tuple(
            Country(name=_FULL_NAMES.get(name, name).replace("'", "’"), rings=tuple(_rings(shape)))
            for shape in topology["objects"]["countries"]["geometries"]
            for name in [shape["properties"]["name"]]
        ),
    )


def parse_regions(data: bytes) -> tuple[Region, ...]:
    """Regions from TopoJSON whose object `regions` has lines with names, a country and a middle."""
    topology = json.loads(data)
    shapes = topology["objects"]["regions"]["geometries"]
    outlines = Outlines(steps=topology["arcs"], **topology["transform"], countries=())
    return tuple(
        Region(
            names=tuple(shape["properties"]["names"]),
            country=shape["properties"]["country"],
            middle=tuple(shape["properties"]["middle"]),
            arcs=tuple(index for line in shape["arcs"] for index in line),
            topology=outlines,
        )
        for shape in shapes
    )


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
