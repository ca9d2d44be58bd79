"""Whether a name is that of a person, an organisation or a place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dateline.drafting.proposing.named_offer import NamedOffer, listed_with
from dateline.facts.kinds import Kind
from dateline.language import NameKind, en
from dateline.language.en import find_name_kind
from dateline.language.en.headlines.clubs import is_club
from dateline.language.en.headlines.known_bodies import what_is_known
from dateline.language.en.headlines.name_cues import (
    begins_places,
    kind_by_mentions,
    kind_by_words,
    stands_on,
)
from dateline.language.en.headlines.roles import is_an_office, is_of_kin, is_of_places
from dateline.reading.found_places import find_place
from dateline.reading.gazetteer import read_gazetteer

_KINDS: Final[Mapping[NameKind, Kind]] = {
    "person": Kind.PERSON,
    "organisation": Kind.ORGANISATION,
    "place": Kind.PLACE,
}


def kind_of(offer: NamedOffer) -> Kind:
    """By its words or the head of its column, where a cell has it alone."""
    in_cell = offer.offer.kind if offer.is_cell() else None
    own = find_name_kind(offer.name, 0, len(offer.name)) if in_cell else None
    return _KINDS[own] if own else in_cell or _kind_in_prose(offer)


def _kind_in_prose(offer: NamedOffer) -> Kind:
    """What it is the name of: by the gazetteer, its words, its role, the words around it, its form."""
    if offer.role and is_of_kin(offer.role.text) and not offer.has_article():
        return Kind.PERSON
    is_country = offer.place is not None and offer.place.kind == "country"
    if not (offer.role or is_country) and is_club(offer.name, offer.around(), offer.article):
        return Kind.ORGANISATION
    if _is_surely_place(offer):
        return Kind.PLACE
    if _is_surely_body(offer):
        return Kind.ORGANISATION
    kind = _kind_by_words(offer)
    return _KINDS[kind] if kind else _kind_by_form(offer)


def _is_surely_place(offer: NamedOffer) -> bool:
    is_region = offer.place and offer.place.kind == "region" and " " in offer.name
    is_known = offer.place is not None and offer.place.is_sure
    is_head = offer.role is not None and is_of_places(offer.role.text)
    is_there = is_region or offer.is_dateline() or _is_in_place(offer)
    return bool(is_there or is_known or is_head or offer.place_type())


def _is_surely_body(offer: NamedOffer) -> bool:
    """By its other name in brackets; “Lesk Agro, which was not charged”: nobody is called so."""
    if what_is_known(offer.name) or (offer.role and _BODY_ROLE.match(offer.role.text)):
        return True
    of_bracket = find_name_kind(offer.bracket, 0, len(offer.bracket)) if offer.bracket else None
    is_which = any(after.startswith(", which ") for _, after in offer.around())
    is_long = " " in offer.name and not offer.place and not kind_by_words(offer.name)
    own = find_name_kind(offer.name, 0, len(offer.name))
    return of_bracket == "organisation" or (is_which and is_long and own is None)


def _kind_by_words(offer: NamedOffer) -> NameKind | None:
    own = find_name_kind(offer.name, 0, len(offer.name))
    around = kind_by_mentions(offer.name, offer.around())
    if own is None and around == "person" and offer.offer.kind is Kind.PERSON:
        return around  # “Sister Agnese Lo Duca, who”, however a people is called
    by_words = own or (around if around == "organisation" else kind_by_words(offer.name))
    is_person = offer.role is not None and is_an_office(offer.role.text) and " " in offer.name
    is_titled = offer.role is not None and offer.role.start < offer.at.start
    if is_person and is_titled and en.is_called_as_land(offer.name):
        return "person"
    if is_person and en.may_be_a_person(offer.name) and not offer.has_article():
        return own or "person"
    return by_words or ("person" if is_person else around)


def _kind_by_form(offer: NamedOffer) -> Kind:
    if offer.place or _is_among_places(offer):
        return Kind.PLACE
    if " " in offer.name and en.may_be_a_person(offer.name) and not offer.has_article():
        return Kind.PERSON
    befores = [before for before, _ in offer.around()]
    is_there = not offer.offer.kind and any(stands_on(offer.name, each) for each in befores)
    is_known = read_gazetteer().get(offer.name)
    return Kind.PLACE if is_known or is_there else offer.offer.kind or Kind.ORGANISATION


def _is_in_place(offer: NamedOffer) -> bool:
    """“From Novi Sad”: of the name of a known town."""
    befores = [before for before, _ in offer.around()]
    return bool(offer.place and not offer.role and any(map(_IN.search, befores)))


def _is_among_places(offer: NamedOffer) -> bool:
    """Whether it stands in a list of places: “schools in Mayo, Galway and Sligo”."""
    own = offer.offer.finding.span
    text = offer.text(own)
    # “Ida Berg, and Norway’s prime minister” does not list places.
    names = [
        name
        for name in offer.names
        if name.block == own.block
        and (name == own or text[name.end : name.end + 2] not in ("’s", "'s"))
    ]
    listed = listed_with(own, names, text)
    others = [text[name.start : name.end] for name in listed if name != own]
    is_listed = _AND.search(text[listed[0].start : listed[-1].end]) is not None
    is_place = any(find_place(other, offer.article) for other in others)
    return is_listed and (is_place or begins_places(text[: listed[0].start]))


# “Enova, a fund owned by the state”
_BODY_ROLE: Final = re.compile(
    r"(?:(?!(?:of|for|at|with)\b)[\w-]+ ){0,3}?(?:fund|company|firm|bank|charity|agency|group|union|manufacturer"
    r"|retailer|airline|carrier|broadcaster|think ?tank|foundation|brewery|chain|start-up|startup|party|parliament"
    r"|legislature|council|regulator|watchdog|newspaper|supermarket|parent company)"
    r"(?: (?:owned|that|which|based|run|set|of|in|from|for)\b|$)",
    re.IGNORECASE,
)
_IN: Final = re.compile(r"\b(?:from|in|near|outside) $")
_AND: Final = re.compile(" (?:and|or) ")
