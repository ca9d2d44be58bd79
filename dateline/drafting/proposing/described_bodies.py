"""What an article, or its name, says that an organisation is."""

from __future__ import annotations

from dateline.drafting.proposing.named_offer import NamedOffer
from dateline.drafting.sheets.layout import SheetValue
from dateline.language.en.headlines.known_bodies import what_by_name, what_is_known
from dateline.language.en.headlines.name_cues import body_in_name, find_body_type, type_in_name


def describe_body(offer: NamedOffer) -> dict[str, SheetValue]:
    what = offer.role.text if offer.role else None
    what = what or _body_type(offer) or type_in_name(offer.name)
    what = what or what_is_known(offer.name) or body_in_name(offer.name)
    return {"what": what or what_by_name(offer.name)}


def _body_type(offer: NamedOffer) -> str | None:
    types = (find_body_type(before, after) for before, after in offer.around())
    return next((found for found in types if found), None)
