"""Whether a story is from a place with winter in July, as its sheets tell."""

from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.once import once
from dateline.facts.units import CURRENCY_CODES
from dateline.language import en

_CURRENCIES = frozenset(
    "AUD NZD ZAR ARS CLP UYU PYG BOB PEN BRL NAD BWP LSL SZL ZMW MWK MZN FJD WST TOP PGK".split()
)


@once
def is_of_the_south(briefing: Briefing) -> bool | None:
    """The dateline names such a place, all places on the map are south, or all money is of there.

    None where that may be in a record that could not be read.
    """
    if en.is_southern(briefing.front.dateline or ""):
        return True
    if briefing.lacks(Kind.PLACE, Kind.FIGURE) or "dateline" in briefing.unread_front:
        return None
    north = [place.latitude > 0 for place in briefing.places if place.latitude is not None]
    if north:
        return not any(north)
    units = (part for figure in briefing.figures for part in (figure.unit or "").split("/"))
    money = {part for part in units if part in CURRENCY_CODES}
    return bool(money) and money <= _CURRENCIES
