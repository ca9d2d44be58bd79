"""Which place a name in a text is that of, by the countries that the text is about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final

from dateline.language.en.name_words import DEMONYM
from dateline.patterns import compile_later
from dateline.reading.gazetteer import (
    KnownPlace,
    find_town,
    read_gazetteer,
    read_nature,
    read_regions,
)

# Countries that took many names of places from one another.
_ENGLISH: Final = frozenset(
    "Australia|Canada|Ireland|New Zealand|South Africa|United Kingdom|United States".split("|")
)


def find_place(name: str, text: str) -> KnownPlace | None:
    """The place of that name, unless it may be another: its country is not in the text.

    “Cleveland” in a story of Queensland is not the city in Ohio, and “Tangier” in one of Nova Scotia a town there.
    """
    name = _SHORT.get(name, name)
    place = read_gazetteer().get(name)
    if place and place.kind == "country":
        return place
    countries = _countries_in(text, name)
    if place and (place.country in countries or not _is_doubtful(place, countries)):
        return place
    here = list(_smaller(name, countries & _near(name, text)))
    return here[0] if len(here) == 1 else read_nature().get(name)


def _near(name: str, text: str) -> frozenset[str]:
    """The countries of the paragraphs that have a name, and those that the text is mostly about."""
    beside = {
        country for line in text.splitlines() if name in line for _, country, _ in _named_with(line)
    }
    counts: Counter[str] = Counter()
    for _, country, times in _named_with(text):
        counts[country] += times
    most = max(counts.values(), default=0)
    return frozenset(beside | {country for country, times in counts.items() if 2 * times > most})


def _smaller(name: str, countries: Iterable[str]) -> Iterator[KnownPlace]:
    """Regions and towns of that name in some countries."""
    regions = read_regions().get(name, ())
    for country in countries:
        found = next((region for region in regions if region.country == country), None)
        found = found or find_town(name, country)
        if found:
            yield found


def _is_doubtful(place: KnownPlace, countries: frozenset[str]) -> bool:
    """Whether a place is perhaps another of its name, where its country is not among those of the text."""
    is_elsewhere = place.country in _ENGLISH and bool(countries & _ENGLISH)
    is_also_here = any(_smaller(place.name, countries))
    return place.shared or (place.kind == "city" and (is_elsewhere or is_also_here))


def _countries_in(text: str, but: str) -> frozenset[str]:
    """The countries that a text names in other words than these."""
    return frozenset(country for name, country, _ in _named_with(text) if name != but)


@lru_cache(maxsize=256)
def _named_with(text: str) -> tuple[tuple[str, str, int], ...]:
    """Names of a text with the country of each, itself, a part of it, its capital or its people, and how often."""
    words = Counter(_OWNER.sub("", name) for name in _NAME.findall(text))
    words.update(" ".join(pair) for pair in _PAIR.findall(text))
    words.update(_POUNDS.findall(text))
    return tuple(
        (name, country, times) for name, times in words.items() if (country := _country_of(name))
    )


def _country_of(name: str) -> str | None:
    name = _SHORT.get(name, name)
    place = read_gazetteer().get(name)
    if place is None and name == _POUND:
        return "United Kingdom"
    if place is None:
        regions = read_regions().get(name, ())
        return regions[0].country if len(regions) == 1 else _country_of_people(name)
    if place.kind == "city" or place.shared:
        return None
    return place.name if place.kind == "country" else place.country


@lru_cache(maxsize=2048)
def _country_of_people(word: str) -> str | None:
    """“Portuguese” is of Portugal: the country that begins with most of the same letters."""
    plain = word.removesuffix("s")
    if plain in _PEOPLES:
        return _PEOPLES[plain]
    if not DEMONYM.fullmatch(word.lower()) or len(word) < _SHORTEST:
        return None
    same, country = max((_same_letters(word, country), country) for country in _countries())
    is_of_it = same >= max(
        _SHORTEST - 1, len(plain) - _LONGEST_ENDING, len(country) - _LONGEST_LAND
    )
    return country if is_of_it else None


def _same_letters(word: str, country: str) -> int:
    pairs = zip(word, country, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


@cache
def _countries() -> tuple[str, ...]:
    return tuple(place.name for place in read_gazetteer().values() if place.kind == "country")


# “Peruvian” has four letters of Peru and four others; “Uzbek” is without the four of Uzbekistan’s “stan”.
_SHORTEST: Final = 5
_LONGEST_ENDING: Final = 4
_LONGEST_LAND: Final = 5
# Peoples whose countries begin otherwise.
_PEOPLES: Final[Mapping[str, str]] = {
    "British": "United Kingdom",
    "English": "United Kingdom",
    "Scottish": "United Kingdom",
    "Welsh": "United Kingdom",
    "American": "United States",
    "Irish": "Ireland",
    "French": "France",
    "German": "Germany",
    "Dutch": "Netherlands",
    "Spanish": "Spain",
    "Danish": "Denmark",
    "Norwegian": "Norway",
    "Argentine": "Argentina",
    "Azerbaijani": "Azerbaijan",
    "Burmese": "Myanmar",
    "Libyan": "Libya",
    "Moldovan": "Moldova",
    "Paraguayan": "Paraguay",
    "Saudi": "Saudi Arabia",
    "Uruguayan": "Uruguay",
    "Venezuelan": "Venezuela",
    "Finnish": "Finland",
    "Polish": "Poland",
    "Swiss": "Switzerland",
    "Greek": "Greece",
    "Roman": "Italy",
    "Kazakh": "Kazakhstan",
    "Uzbek": "Uzbekistan",
    "Kyrgyz": "Kyrgyzstan",
    "Tajik": "Tajikistan",
    "Afghan": "Afghanistan",
    "Pakistani": "Pakistan",
    "Iraqi": "Iraq",
    "Israeli": "Israel",
    "Turkish": "Turkey",
    "Thai": "Thailand",
    "Filipino": "Philippines",
    "Emirati": "United Arab Emirates",
}


_NAME: Final = compile_later(r"\b(?:[A-Z]\.)+|\b[A-Z][\w.’'-]*\w|\b[A-Z]\w+\.")
# Pounds of no other country are British.
_POUND: Final = "£"
_POUNDS: Final = compile_later(r"(?<![A-Za-z])£(?=[0-9])")
_OWNER: Final = compile_later(r"['’]s?$")
_PAIR: Final = compile_later(r"(?=\b([A-Z]\w+) ([A-Z]\w+))")
_SHORT: Final[Mapping[str, str]] = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "UAE": "United Arab Emirates",
    "Cape Verde": "Cabo Verde",
    "Czech Republic": "Czechia",
    "East Timor": "Timor-Leste",
    "Burma": "Myanmar",
    "Swaziland": "Eswatini",
    "DRC": "Democratic Republic of the Congo",
    "DR Congo": "Democratic Republic of the Congo",
    "Republic of Ireland": "Ireland",
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
