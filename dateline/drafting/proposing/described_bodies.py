"""What an article, or its name, says that an organisation is."""

from __future__ import annotations

import re
from typing import Final

from dateline.drafting.proposing.named_offer import NamedOffer
from dateline.drafting.sheets.layout import SheetValue
from dateline.language.en.headlines.clubs import find_club_type
from dateline.language.en.headlines.known_bodies import what_by_name, what_is_known
from dateline.language.en.headlines.name_cues import body_in_name, find_body_type, type_in_name


def describe_body(offer: NamedOffer) -> dict[str, SheetValue]:
    what = offer.role.text if offer.role and not _SPEAKER.match(offer.role.text) else None
    what = (
        what
        or _that_represents(offer.name, _body_type(offer))
        or _of_owner(offer)
        or type_in_name(offer.name)
    )
    what = what or what_is_known(offer.name) or body_in_name(offer.name)
    what = what or what_by_name(offer.name)
    return {"what": what or find_club_type(offer.name, offer.around(), offer.article)}


# “A spokesperson for the Lesk-backed Sund Brigades”: who speaks, and not what the brigades are.
_SPEAKER: Final = re.compile("spokes", re.IGNORECASE)


def _body_type(offer: NamedOffer) -> str | None:
    types = (find_body_type(before, after) for before, after in offer.around())
    return next((found for found in types if found), None)


def _that_represents(name: str, what: str | None) -> str | None:
    """“Association that represents 8,500 firms”, where the name says what sort of body it is."""
    last = name.rpartition(" ")[2]
    is_deed = what and what.startswith("Represents ") and last in _SORTS
    return f"{last} that {what[0].lower()}{what[1:]}" if what and is_deed else what


_SORTS: Final = frozenset("Association Federation Union Alliance Council Guild League".split())


def _of_owner(offer: NamedOffer) -> str | None:
    """“Parent company of Lesk Lines”, of “Lesk Lines’s parent company, Dublin-based Holm Group”."""
    found = (_OWNED_BODY.search(before) for before, _ in offer.around())
    first = next((each for each in found if each), None)
    return f"{first['what'].capitalize()} of {first['whose']}" if first else None


_OWNED_BODY: Final = re.compile(
    r"(?P<whose>[A-Z][\w’'-]*?(?: [A-Z][\w’'-]*?)*)[’']s? (?P<what>(?:parent company|parent|owner|subsidiary|rival"
    r"|lender|supplier|sponsor|insurer|auditor|landlord|operator|sister company))(?:, | )(?:[A-Z]\w+-based )?$"
)
