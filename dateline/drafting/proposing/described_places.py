"""What a place is and where: by the article, its name and the list of places."""

from __future__ import annotations

import re
from typing import Final

from dateline.drafting.proposing.named_offer import NamedOffer
from dateline.drafting.sheets.layout import SheetValue
from dateline.language.en.headlines.name_cues import (
    CONTINENTS,
    is_on_island,
    landscape_in_name,
    type_in_name,
)
from dateline.language.en.headlines.roles import is_an_office, is_of_places
from dateline.reading.gazetteer import (
    KnownPlace,
    describe_place,
    read_gazetteer,
    read_regions,
    with_article,
)


def describe_place_named(offer: NamedOffer) -> dict[str, SheetValue]:
    role = offer.role.text if offer.role else None
    is_of_place = role is not None and is_of_places(role) and " " in role
    known = _of_gazetteer(_place_or_region(offer))
    known = known or (None if role and is_an_office(role) else role)
    what = role if is_of_place else known
    country = offer.place.country if offer.place and role == "Capital" else None
    what = what if not country else f"Capital of {with_article(country)}"
    what = what or offer.place_type()
    what = (
        what
        or type_in_name(offer.name)
        or _shire(offer.name)
        or _country_after(offer)
        or _island(offer)
    )
    what = what or (landscape_in_name(offer.name) if offer.has_article() else None)
    what = what or ("A continent" if offer.name in CONTINENTS else None)
    return {"what": what, **_point(_place_or_region(offer))}


def _shire(name: str) -> str | None:
    """Counties that are counties no more are in no list of places: Northamptonshire."""
    return "A county in the United Kingdom" if _SHIRE.fullmatch(name) else None


_SHIRE: Final = re.compile("[A-Z][a-z]{3,}shire")


def _place_or_region(offer: NamedOffer) -> KnownPlace | None:
    """Its place; or the only region of any country that is called so, such as Kerala."""
    is_city = offer.name in read_gazetteer()  # “Manchester” is not the parish in Jamaica
    regions = () if offer.place or is_city else read_regions().get(offer.name, ())
    return regions[0] if len(regions) == 1 else offer.place


def _island(offer: NamedOffer) -> str | None:
    befores = (before for before, _ in offer.around())
    return "An island" if any(is_on_island(offer.name, before) for before in befores) else None


def _country_after(offer: NamedOffer) -> str | None:
    """“Sent to Lesk in Italy”: a place in Italy."""
    for _, after in offer.around():
        found = _IN_COUNTRY.match(after)
        country = read_gazetteer().get(found[2]) if found else None
        if found and country and country.kind == "country":
            return f"A place in {found[1] or ''}{found[2]}"
    return None


def _of_gazetteer(place: KnownPlace | None) -> str | None:
    return describe_place(place) if place else None


def _point(place: KnownPlace | None) -> dict[str, SheetValue]:
    return {"latitude": place.north, "longitude": place.east} if place and place.north else {}


_IN_COUNTRY: Final = re.compile(r",? in (the )?([A-Z]\w+(?: [A-Z]\w+)?)")
