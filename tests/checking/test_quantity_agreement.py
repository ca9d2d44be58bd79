"""Two texts say the same quantity, or one says less than the other, or something else."""

from decimal import Decimal

import pytest

from dateline.checking.quantity_agreement import (
    hedge_change,
    match_unit,
    same_value,
    says_same,
    stated,
)
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import parse_amount
from dateline.language import FoundQuantity
from tests.small_site import rules


def found(
    low: str | None,
    unit: str | None = None,
    *,
    high: str | None = None,
    text: str = "",
    hedge: Hedge | None = None,
    pair: bool = False,
) -> FoundQuantity:
    first = None if low is None else Decimal(low)
    return FoundQuantity(
        start=0,
        end=len(text),
        text=text,
        low=first,
        high=first if high is None else Decimal(high),
        unit=unit,
        hedge=hedge,
        pair=pair,
    )


@pytest.mark.parametrize(
    ("claim", "support", "match"),
    [
        ("km", "kilometre", "same"),
        ("USD", "dollars", "same"),
        ("kilometre per hour", "kilometre/hour", "same"),
        ("barrels a day", "barrel/day", "same"),
        ("people/week", "person/week", "same"),
        ("forints per euro", "HUF/EUR", "same"),
        # Less is said, or other words of people and things.
        ("EUR", "EUR/day", "near"),
        ("lorries", "lorries/day", "near"),
        ("dead", "people", "near"),
        (None, "people", "near"),
        ("people", None, "near"),
        ("degrees", "degree Celsius", "near"),
        # More is said, or something else.
        ("EUR/day", "EUR", "other"),
        ("EUR/week", "EUR/day", "other"),
        ("HUF/EUR", "HUF/USD", "other"),
        ("EUR", "USD", "other"),
        ("percent", "people", "other"),
        (None, "percent", "other"),
        ("percent", "percentage points", "other"),
    ],
)
def test_units(claim: str | None, support: str | None, match: str) -> None:
    assert match_unit(found("3", claim), found("3", support)) == match
    assert says_same(found("3", claim), found("3", support)) == (match != "other")


def test_pounds_are_money_or_a_weight() -> None:
    for unit in ("GBP", "pounds"):
        assert match_unit(found("3", unit), found("3", "pound", text="3 pounds")) == "same"


def test_values_are_equal_in_every_part() -> None:
    assert same_value(found("3", high="8"), found("3", high="8"))
    assert not same_value(found("3", high="8"), found("3", high="9"))
    assert not same_value(found("3", high="8"), found("3", high="8", pair=True))
    assert not same_value(found("3"), found(None, text="dozens"))


def test_a_half_is_fifty_percent() -> None:
    half, percent = found("0.5", "share", text="half"), found("50", "percent")
    assert says_same(half, percent)
    assert says_same(percent, half)
    assert not says_same(found("0.5", "percent"), half)


@pytest.mark.parametrize(
    ("claim", "support", "same"),
    [
        ("Dozens", "dozens of pilgrims", True),
        ("more than a dozen", "a dozen people", True),
        ("thousands", "tens of thousands", False),
        ("millions", "thousands", False),
    ],
)
def test_values_in_words(claim: str, support: str, same: bool) -> None:
    assert same_value(found(None, text=claim), found(None, text=support)) is same


def test_a_sheet_is_compared_as_prose_is() -> None:
    claim = stated(parse_amount("5 billion"), "USD", Hedge.NEARLY)
    assert says_same(claim, found("5000000000", "USD"))
    assert not says_same(claim, found("5000000000", "EUR"))
    in_words = stated(parse_amount("millions"), "pilgrims", None)
    assert says_same(in_words, found(None, "pilgrims", text="Millions of pilgrims"))


def test_what_becomes_of_a_hedge() -> None:
    plain, nearly, about = found("3"), found("3", hedge=Hedge.NEARLY), found("3", hedge=Hedge.ABOUT)
    assert hedge_change(nearly, nearly) == "none"
    assert hedge_change(plain, nearly) == "dropped"
    assert hedge_change(nearly, plain) == "added"
    assert hedge_change(about, nearly) == "changed"


RATES = "The hall costs 900 euros a day. The forint eased to 388.40 per euro."


@pytest.mark.parametrize(
    ("value", "unit", "rule"),
    [
        ("900", "EUR/day", None),
        ("900", "EUR", None),
        ("900", "EUR/week", "agreement.unit"),
        ("900", "HUF/day", "agreement.unit"),
        ("388.40", "HUF/EUR", None),
        ("388.40", "forints per euro", None),
        ("388.40", "HUF", None),
        ("388.40", "HUF/USD", "agreement.unit"),
        ("388.40", "CZK/EUR", "agreement.unit"),
    ],
)
def test_a_rate_is_read(value: str, unit: str, rule: str | None) -> None:
    words = RATES.split(". ")[value == "388.40"].rstrip(".")
    sheet = (
        f"figures:\n  - {{id: f, label: Sum, value: {value}, unit: {unit}, kind: measured,"
        f" evidence: {words}}}\n"
    )
    assert rules(RATES, "agreement.", figures=sheet) == ([rule] if rule else [])
