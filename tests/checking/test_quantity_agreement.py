"""Two texts say the same quantity, or one says less than the other, or something else."""

from decimal import Decimal

import pytest

from dateline.checking.agreement.quantities.quantity_agreement import (
    Stated,
    match_unit,
    same_value,
    stated,
)
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import parse_amount
from dateline.language import FoundQuantity
from tests.small_site import checked, problems, rules


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


def says_same(claim: Stated | FoundQuantity, support: FoundQuantity) -> bool:
    return same_value(claim, support) and match_unit(claim, support) != "other"


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
        ("deaths/1,000 people", "deaths/100,000 people", "other"),
        ("HUF/EUR", "HUF/USD", "other"),
        ("EUR", "USD", "other"),
        ("percent", "people", "other"),
        (None, "percent", "other"),
        ("percent", "percentage points", "other"),
    ],
)
def test_units(claim: str | None, support: str | None, match: str) -> None:
    assert match_unit(found("3", claim), found("3", support)) == match


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


RATES = "The hall costs 900 euros a day. The forint eased to 388.40 per euro."


@pytest.mark.parametrize(
    ("value", "unit", "rule"),
    [
        ("900", "EUR/day", None),
        ("900", "EUR", "agreement.unit"),
        ("900", "EUR/week", "agreement.unit"),
        ("900", "HUF/day", "agreement.unit"),
        ("388.40", "HUF/EUR", None),
        ("388.40", "forints per euro", None),
        ("388.40", "HUF", "agreement.unit"),
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


@pytest.mark.parametrize(
    ("article", "fields", "rule"),
    [
        # Scores and votes, in order.
        ("City beat United 3-2.", "value: 3-2", None),
        ("City beat United 3-2.", "value: 3-2, unit: goals", None),
        ("City beat United 3-2.", "value: 2-3", "value"),
        ("City beat United 3-2.", "value: 2 to 3", "value"),
        ("City beat United 3-2.", "value: 3-2, unit: km", "unit"),
        ("United lost 2-3.", "value: 2-3", None),
        ("United lost 2-3.", "value: 2 against 3", None),
        ("Some 2 to 3 people left.", "value: 2-3, unit: people, hedge: about", None),
        ("Some 2 to 3 people left.", "value: 2 against 3, unit: people, hedge: about", "value"),
        ("The judges ruled by four votes to three.", "value: 4-3, unit: votes", None),
        ("The judges ruled by four votes to three.", "value: 4-3", None),
        # Fractions.
        ("Roughly 3/8 of bakeries closed.", "value: 3/8, unit: bakeries, hedge: about", None),
        ("Roughly 3/8 of bakeries closed.", "value: 3/8, hedge: about", None),
        ("Roughly 3/8 of bakeries closed.", "value: 37.5, unit: percent, hedge: about", None),
        ("Roughly 3/8 of bakeries closed.", "value: 5/8, unit: bakeries, hedge: about", "value"),
        ("Roughly 3/8 of bakeries closed.", "value: 3/8, unit: cafes, hedge: about", "unit"),
        ("One bakery in five closed.", "value: 1 in 5, unit: bakeries", None),
        ("One in five bakeries closed.", "value: one in five, unit: bakeries", None),
        ("One in five bakeries closed.", "value: one in six, unit: bakeries", "value"),
        ("A third of pupils left.", "value: 1/3", None),
        # Bands.
        ("It is right to plus or minus 3 metres.", "value: ±3, unit: metres", None),
        ("It is right to plus or minus 3 metres.", "value: ±4, unit: metres", "value"),
        (
            "It was 31 percent, plus or minus 2.5 points.",
            "value: ±2.5, unit: percentage points",
            None,
        ),
        ("It was plus or minus 2.5 points.", "value: ±2.5, unit: percentage points", "unit"),
        # Units of several words.
        ("They moved 2 million cubic yards.", "value: 2 million, unit: cubic yards", None),
        ("They moved 2 million cubic yards.", "value: 2 million, unit: yards", "unit"),
        ("It was a 75-basis-point step.", "value: 75, unit: basis points", None),
        ("A 132-kilovolt line runs there.", "value: 132, unit: kV", None),
        ("A 320-MW plant runs there.", "value: 320, unit: megawatts", None),
        ("They burned 12 MWh.", "value: 12, unit: megawatt hours", None),
        # Temperatures.
        ("It was 900 degrees Celsius.", "value: 900, unit: °C", None),
        ("It was 900 degrees Celsius.", "value: 900, unit: °F", "unit"),
        ("It is given in Celsius. It was 30 degrees.", "value: 30, unit: degrees Celsius", None),
        ("It was 30 degrees.", "value: 30, unit: degrees Celsius", "unit"),
        # Ages; what goes without saying.
        ("The driver, Ann Lee, 34, was hurt.", "value: 34, unit: years", None),
        ("The average age was 34.", "value: 34, unit: years", None),
        ("The average was 34.", "value: 34, unit: years", "unit"),
        ("It kills 12 people per 100,000.", "value: 12, unit: 'people per 100,000'", None),
        ("It kills 12 people per 100,000.", "value: 12, unit: 'people per 10,000'", "unit"),
        ("It is 14 deaths per 100,000 people.", "value: 14, unit: 'deaths/100,000 people'", None),
        ("It is 14 deaths per 100,000 people.", "value: 14, unit: 'deaths/10,000 people'", "unit"),
        # Money by its other name.
        ("It cost 30 forints.", "value: 30, unit: HUF", None),
        ("It cost 30 yuan.", "value: 30, unit: CNY", None),
        ("It cost 30 yuan.", "value: 30, unit: JPY", "unit"),
        ("It cost ₹2 lakh crore.", "value: 2 lakh crore, unit: INR", None),
        ("It cost ₹2 lakh crore.", "value: 2 trillion, unit: INR", None),
        ("It cost ₹2 lakh crore.", "value: 200000, unit: INR", "value"),
    ],
)
def test_a_figure_in_any_form_is_what_its_words_say(
    article: str, fields: str, rule: str | None
) -> None:
    words = article.rsplit(". ", 1)[-1]
    sheet = f"figures:\n  - {{id: f, label: Sum, {fields}, kind: measured, evidence: '{words}'}}\n"
    assert rules(article, "agreement.", figures=sheet) == ([f"agreement.{rule}"] if rule else [])


@pytest.mark.parametrize(
    ("words", "advised"),
    [
        ("It hurt 9 people.", "write 9,"),
        ("Officials put it at 9 on Saturday and 13 on Sunday.", "write the value that"),
        ("Officials put it at nine late and at 13 later.", "write the value that"),
        ("In Flat 12 there were 9 people.", "write the value that"),
    ],
)
def test_a_value_is_proposed_only_where_no_other_can_be_meant(words: str, advised: str) -> None:
    sheet = (
        "figures:\n  - {id: f, label: Toll, value: 8, unit: people, kind: measured,"
        f" evidence: '{words}'}}\n"
    )
    (problem,) = problems(words, "agreement.", figures=sheet)
    assert problem.fix.startswith(advised)


@pytest.mark.parametrize(
    ("words", "value", "is_taken"),
    [
        # No grammar knows every form: what is there word for word is not called wrong.
        ("The hosts went home 3-8.", "3-8", True),
        ("The hosts went home 3-8.", "3 against 8", True),
        ("The hosts went home 3-8.", "8-3", False),
        ("They live at 12 Hill Street.", "12", True),
        ("They live at 12 Hill Street.", "21", False),
        ("They live in Flat 12B.", "12", False),
        ("It left at 18:31.", "18", False),
        ("It began in 2019.", "2019", False),
    ],
)
def test_a_number_in_a_form_that_is_not_read_is_not_checked(
    words: str, value: str, is_taken: bool
) -> None:
    sheet = (
        f"figures:\n  - {{id: f, label: L, value: {value}, kind: measured, evidence: '{words}'}}\n"
    )
    found = checked(words, figures=sheet)
    assert ("agreement.value" in [problem.rule for problem in found.problems]) is not is_taken
    unchecked = [(each.what, each.why) for each in found.unchecked]
    reason = "the article writes it in a form that the program cannot read"
    assert unchecked == ([("agreement.value", reason)] if is_taken else [])
