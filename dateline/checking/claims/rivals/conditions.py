"""Numbers that say what something else is of: “a house assessed at $310,000”, “a quarter of the $12.9 million”."""

from collections.abc import Iterable
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.basis.findings import number_of, read_quantities
from dateline.checking.claims.grounds.statements import Statement, Statements
from dateline.checking.claims.reckoning.named_figures import written_wholes
from dateline.checking.claims.reckoning.shares_before import is_share_now
from dateline.facts.records import Figure
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# “A house assessed at $310,000”, “a bridge worth $4 million”.
_QUALIFYING: Final = compile_later(
    r"\w (?P<words>(?:[a-z]{2,}ed(?: at| for| over| under| above| below)|worth|earning|making) )$"
)
# “The tax on a $310,000 home”.
_OF_A_THING: Final = compile_later(r"\b(?:on|for|of|from|in) (?:an?|every|each) $")
_THING: Final = compile_later(r"[ -][a-z]")


def is_condition(
    claimed: FoundQuantity, text: str, support: Iterable[Statement], statements: Statements
) -> bool:
    """Whether it tells which thing is meant, as the article does, and not how much of it there is."""
    spans = [each.span for each in support if each.span]
    if _OF_A_THING.search(text, 0, claimed.start) and _THING.match(text, claimed.end):
        return bool(spans)
    qualifying = _QUALIFYING.search(text, 0, claimed.start)
    if qualifying is None:
        return False
    before = (statements.text_of(span)[: span.start].replace("\n", " ") for span in spans)
    return any(each.endswith(qualifying["words"]) for each in before)


def share_of(claimed: FoundQuantity, text: str) -> FoundQuantity | None:
    """The share that a text gives of a number: a quarter, of “a quarter of the $12.9 million”."""
    shares = (each for each in read_quantities(text) if each.unit in ("share", "percent"))
    return next((each for each in shares if claimed in written_wholes(each, text)), None)


def is_share_of_whole(share: FoundQuantity, whole: FoundQuantity, figure: Figure) -> bool | None:
    """Whether a figure is that share of a whole; None where it is in another unit."""
    number, percent = number_of(figure), share.low
    if match_unit(number, whole) != "same" or not (number.low and whole.low and percent):
        return None
    return is_share_now(share, 100 * number.low / whole.low)
