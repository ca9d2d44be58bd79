"""Where countries, capitals, larger cities, regions and towns are, by the names that prose gives them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, Literal

from dateline.frozen import dataclass
from dateline.reading.outlines import REGIONS, Region, parse_regions

FILE: Final = Path(__file__).parent / "atlas" / "cities.tsv"
TOWNS: Final = FILE.with_name("towns.tsv")
GazetteerKind = Literal["country", "capital", "city", "region", "town", "nature"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlace:
    """A place in degrees north and east (WGS 84), to a hundredth; empty where it has no one point.

    `shared` where another place of the same name is nearly as large: it is meant only where its
    country is named too. So are all towns, and the regions that only the list of towns has.
    """

    name: str
    kind: GazetteerKind
    country: str
    north: str
    east: str
    shared: bool
    what: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether its name is seldom that of a person or a body."""
        if self.kind == "nature":
            return " " in self.name
        return not self.shared or self.kind in ("country", "capital", "city")


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


@cache
def read_nature() -> Mapping[str, KnownPlace]:
    """Seas, rivers, mountains, islands and parts of the world, which are in no one country, by each name."""
    places: dict[str, KnownPlace] = {}
    for line in FILE.with_name("nature.tsv").read_text("utf-8").splitlines():
        names, what, north, east = line.split("\t")
        for name in names.split("|"):
            places[name] = KnownPlace(
                name=name,
                kind="nature",
                country="",
                north=north,
                east=east,
                shared=False,
                what=what,
            )
    return places


def find_town(name: str, country: str) -> KnownPlace | None:
    """The smaller town of that name in a country."""
    block = _towns_of(country)
    at = block.find(f"\n{name}\t")
    if at < 0:
        return None
    _, *point = block[at + 1 : block.index("\n", at + 1)].split("\t")
    return _only_there("town", name, country, *point)


@cache
def _towns_of(country: str) -> str:
    """The part of the list that is a country's: most countries are never asked for."""
    text = _town_list()
    start = text.find(f"\n\n{country}\n")
    return text[start + 2 : text.index("\n\n", start + 2) + 1] if start >= 0 else ""


@cache
def _town_list() -> str:
    return f"\n{TOWNS.read_text('utf-8')}"


@cache
def read_regions() -> Mapping[str, tuple[KnownPlace, ...]]:
    """Regions of all countries by each of their names, at most one of a name in a country."""
    found: dict[str, tuple[KnownPlace, ...]] = {}
    for block in TOWNS.with_name("regions.tsv").read_text("utf-8").strip().split("\n\n"):
        country, *lines = block.splitlines()
        for line in lines:
            names, *point = line.split("\t")
            first, *others = names.split("|")
            place = _only_there("region", first, country, *point)
            for name in (first, *others):
                found[name] = (*found.get(name, ()), place)
    return found


def _only_there(kind: GazetteerKind, name: str, country: str, north: str, east: str) -> KnownPlace:
    return KnownPlace(name=name, kind=kind, country=country, north=north, east=east, shared=True)


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
    "|Faroe Islands|Cayman Islands|Cook Islands|Falkland Islands|British Virgin Islands"
    "|Comoros|Marshall Islands|Seychelles|Solomon Islands".split("|")
)


def describe_place(place: KnownPlace) -> str:
    """What it is: “A city in Iraq”, “Capital of the Netherlands”, “A country”."""
    country = with_article(place.country)
    match place.kind:
        case "country":
            return "A country"
        case "capital":
            return f"Capital of {country}"
        case "region":
            return (
                f"A {_PARTS.get(place.country, 'part')} {_JOIN.get(place.country, 'of')} {country}"
            )
        case "town":
            return f"A town in {country}"
        case "nature":
            article = "" if place.what.endswith("s") else "An " if place.what[0] in "aeio" else "A "
            return f"{article}{place.what}" if article else place.what.capitalize()
        case _:
            return f"A city in {country}"


def with_article(country: str) -> str:
    """“the Netherlands”."""
    return f"the {country}" if country in _THE else country


# What the parts of a country are called, where all are called the same.
_PARTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        "Australia|Austria|Brazil|Germany|India|Malaysia|Mexico|Myanmar|Nigeria|South Sudan|Sudan|United States"
        "|Venezuela".split("|"),
        "state",
    ),
    **dict.fromkeys(
        "Afghanistan|Argentina|Canada|China|Cuba|Ecuador|Indonesia|Iran|Mongolia|Mozambique|Netherlands|Pakistan"
        "|Papua New Guinea|Philippines|Rwanda|Saudi Arabia|South Africa|Thailand|Turkey|Vietnam|Zambia|Zimbabwe".split(
            "|"
        ),
        "province",
    ),
    **dict.fromkeys(
        "Albania|Croatia|Estonia|Hungary|Kenya|Liberia|Norway|Romania|Sweden|Taiwan".split("|"),
        "county",
    ),
    **dict.fromkeys(
        "Egypt|Iraq|Jordan|Lebanon|Oman|Palestine|Syria|Tunisia|Yemen".split("|"), "governorate"
    ),
    **dict.fromkeys(
        "Bolivia|Colombia|El Salvador|Guatemala|Honduras|Nicaragua|Paraguay|Uruguay".split("|"),
        "department",
    ),
    **dict.fromkeys("Portugal|Sri Lanka".split("|"), "district"),
    **dict.fromkeys(
        "Czechia|Chile|Denmark|Ethiopia|Ghana|Italy|Kazakhstan|Kyrgyzstan|Morocco|Namibia|New Zealand|Peru"
        "|Slovakia|Tanzania|Uzbekistan|Ukraine|Russia|Spain|France|Tajikistan|Turkmenistan|Finland".split(
            "|"
        ),
        "region",
    ),
    "Japan": "prefecture",
    "Switzerland": "canton",
}
_JOIN: Final[Mapping[str, str]] = dict.fromkeys(_PARTS, "in")
