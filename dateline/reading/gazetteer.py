"""Where countries, capitals and larger cities are, by the names that prose gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal

from dateline.patterns import compile_later
from dateline.reading.outlines import REGIONS, Region, parse_regions

FILE: Final = Path(__file__).parent / "atlas" / "cities.tsv"
GazetteerKind = Literal["country", "capital", "city", "region"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlace:
    """A place in degrees north and east (WGS 84), to a hundredth; empty where it has no one point.

    `shared` where another place of the same name is nearly as large: it is meant only where its
    country is named too.
    """

    name: str
    kind: GazetteerKind
    country: str
    north: str
    east: str
    shared: bool


@cache
def read_gazetteer() -> Mapping[str, KnownPlace]:
    """Every place by each of its names; of two with one name, a country, a capital or the larger city."""
    places: dict[str, KnownPlace] = {}
    for line in FILE.read_text("utf-8").splitlines():
        kind, names, country, north, east, mark = line.split("\t")
        first, *_ = names.split("|")
        place = KnownPlace(
            name=first,
            kind=kind,  # type: ignore[arg-type]  # the file has no other
            country=country,
            north=north,
            east=east,
            shared=bool(mark),
        )
        for name in names.split("|"):
            known = places.get(name)
            if known is None or _RANK[place.kind] < _RANK[known.kind]:
                places[name] = place
    for region in parse_regions(REGIONS.read_bytes()):
        for name in region.names:
            places.setdefault(name, _of_region(region))
    return places


def _of_region(region: Region) -> KnownPlace:
    east, north = region.middle
    return KnownPlace(
        name=region.names[0],
        kind="region",
        country=region.country,
        north=f"{north:.2f}",
        east=f"{east:.2f}",
        shared=False,
    )


_RANK: Final[Mapping[GazetteerKind, int]] = {"country": 0, "capital": 1, "city": 2, "region": 3}
# Countries that are named with an article.
_THE: Final = frozenset(
    "Bahamas|Gambia|Maldives|Netherlands|Philippines|United Arab Emirates|United Kingdom|United States"
    "|Central African Republic|Czech Republic|Dominican Republic|Democratic Republic of the Congo"
    "|Comoros|Marshall Islands|Seychelles|Solomon Islands".split("|")
)


# Countries that took many names of places from one another.
_ENGLISH: Final = frozenset(
    "Australia|Canada|Ireland|New Zealand|South Africa|United Kingdom|United States".split("|")
)


def find_place(name: str, text: str) -> KnownPlace | None:
    """The place of that name, unless it may be another: its country is not in the text.

    “Cleveland” in a story of Queensland is not the city in Ohio.
    """
    place = read_gazetteer().get(_SHORT.get(name, name))
    if place is None or place.kind == "country":
        return place
    countries = _countries_in(text, name)
    is_elsewhere = place.country in _ENGLISH and countries & _ENGLISH
    is_doubtful = place.shared or (place.kind == "city" and is_elsewhere)
    return None if is_doubtful and place.country not in countries else place


@lru_cache(maxsize=256)
def _countries_in(text: str, but: str) -> frozenset[str]:
    """The countries that a text names, themselves or by a part or their capital, in other words than these."""
    words = {*_NAME.findall(text)}
    pairs = {" ".join(pair) for pair in _PAIR.findall(text)}
    known = (read_gazetteer().get(_SHORT.get(name, name)) for name in (words | pairs) - {but})
    found = (place for place in known if place and place.kind != "city" and not place.shared)
    return frozenset(place.name if place.kind == "country" else place.country for place in found)


_NAME: Final = compile_later(r"\b(?:[A-Z]\.)+|\b[A-Z][\w.’'-]*\w|\b[A-Z]\w+\.")
_PAIR: Final = compile_later(r"(?=\b([A-Z]\w+) ([A-Z]\w+))")
_SHORT: Final[Mapping[str, str]] = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "Britain": "United Kingdom",
    "UAE": "United Arab Emirates",
    "B.C.": "British Columbia",
    "Alta.": "Alberta",
    "Sask.": "Saskatchewan",
    "Man.": "Manitoba",
    "Ont.": "Ontario",
    "Que.": "Quebec",
    "N.B.": "New Brunswick",
    "N.S.": "Nova Scotia",
    "NSW": "New South Wales",
    "Calif.": "California",
    "Fla.": "Florida",
    "Pa.": "Pennsylvania",
    "Va.": "Virginia",
    "Mass.": "Massachusetts",
}


def describe_place(place: KnownPlace) -> str:
    """What it is: “A city in Iraq”, “Capital of the Netherlands”, “A country”."""
    country = f"the {place.country}" if place.country in _THE else place.country
    match place.kind:
        case "country":
            return "A country"
        case "capital":
            return f"Capital of {country}"
        case "region":
            return (
                f"A {_PARTS.get(place.country, 'part')} {_JOIN.get(place.country, 'of')} {country}"
            )
        case _:
            return f"A city in {country}"


# What the parts of a country are called, where all are called the same.
_PARTS: Final[Mapping[str, str]] = {
    "Australia": "state",
    "Brazil": "state",
    "Canada": "province",
    "United States": "state",
}
_JOIN: Final[Mapping[str, str]] = dict.fromkeys(_PARTS, "in")
