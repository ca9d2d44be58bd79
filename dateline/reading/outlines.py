"""The outlines of countries that maps are drawn from, as the package carries them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE: Final = Path(__file__).parent / "atlas" / "countries-50m.json"
# Named in code, so that what is remembered of a build is forgotten when the outlines change.
SHA256: Final = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What lies between two meridians and two parallels, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Box) -> bool:
        """Whether both have something in common, be it round the back of the Earth."""
        if self.south > other.north or other.south > self.north:
            return False
        return any(
            self.west <= other.east + turn and other.west + turn <= self.east
            for turn in (-360, 0, 360)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A line that a border or a coast is made of, point by point, in steps of the grid."""

    across: tuple[int, ...]
    up: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where the steps across and up begin, and how many degrees one of them is."""

    west: float
    south: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country by its English name; each ring is a list of arcs, `~n` being arc n backwards.

    A ring within another is a hole in it.
    """

    name: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Outlines:
    """Arcs and the countries made of them; two countries have the arcs of their border in common."""

    grid: Grid
    arcs: tuple[Arc, ...]
    countries: tuple[Country, ...]

    def degrees(self, index: int) -> Iterator[tuple[float, float]]:
        """The points of an arc in degrees east and north."""
        grid, arc = self.grid, self.arcs[index]
        for x, y in zip(arc.across, arc.up, strict=True):
            yield grid.west + grid.wide * x, grid.south + grid.high * y

    def rings_in(self, box: Box) -> Iterator[tuple[Country, tuple[int, ...]]]:
        """Every ring that may show within `box`."""
        for country in self.countries:
            for ring in country.rings:
                if self._box_of(ring).meets(box):
                    yield country, ring

    def _box_of(self, ring: tuple[int, ...]) -> Box:
        grid = self.grid
        boxes = [self._boxes[index if index >= 0 else ~index] for index in ring]
        west = grid.west + grid.wide * min(one[0] for one in boxes)
        south = grid.south + grid.high * min(one[1] for one in boxes)
        east = grid.west + grid.wide * max(one[2] for one in boxes)
        north = grid.south + grid.high * max(one[3] for one in boxes)
        return Box(west=west, south=south, east=east, north=north)

    @cached_property
    def _boxes(self) -> list[tuple[int, int, int, int]]:
        return [(min(one.across), min(one.up), max(one.across), max(one.up)) for one in self.arcs]


@cache
def read_outlines() -> Outlines:
    """The outlines that the package carries: Natural Earth at 1:50 million, borders of 2018."""
    return parse_outlines(FILE.read_bytes())


def parse_outlines(data: bytes) -> Outlines:
    """Outlines from TopoJSON whose object `countries` has polygons with names.

    https://github.com/topojson/topojson-specification, sections 2.1.1 to 2.1.4 and 2.2.
    """
    topology = json.loads(data)
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    return Outlines(
        grid=Grid(west=west, south=south, wide=wide, high=high),
        arcs=tuple(_arc(steps) for steps in topology["arcs"]),
        countries=tuple(
            Country(name=_spelled(one["properties"]["name"]), rings=tuple(_rings(one)))
            for one in topology["objects"]["countries"]["geometries"]
        ),
    )


def _arc(steps: list[list[int]]) -> Arc:
    """An arc from the steps between its points."""
    across, up = zip(*steps, strict=True)
    return Arc(across=tuple(accumulate(across)), up=tuple(accumulate(up)))


def _rings(geometry: dict[str, Any]) -> Iterator[tuple[int, ...]]:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        yield from map(tuple, polygon)


def _spelled(name: str) -> str:
    return _SPELLED.get(name, name).replace("'", "’")


# Names that the data shortens, and names that have changed since.
_SPELLED: Final = {
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
