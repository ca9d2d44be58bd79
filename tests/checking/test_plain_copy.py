"""Sentences of money and of disasters as newspapers write them, each with a false sheet beside the true one."""

from __future__ import annotations

import json

import pytest

from tests.checking.test_claims import claims
from tests.checking.test_editor_trial import event, figure, rules
from tests.small_site import problems

WRONG = ["agreement.hedge"]


@pytest.mark.parametrize(
    ("article", "value", "hedge", "refused"),
    [
        ("It has less than the £5m minimum that is advised.", "5 million", "at least", []),
        ("It has less than the £5m safe minimum that is advised.", "5 million", "at least", []),
        ("It has less than the £5m minimum that is advised.", "5 million", "up to", WRONG),
        ("It has less than the £5m that is advised.", "5 million", "at least", WRONG),
        ("It may spend to the £5m limit that is set.", "5 million", "up to", []),
        ("It may spend to the £5m limit that is set.", "5 million", "at least", WRONG),
    ],
)
def test_a_minimum_or_limit_may_be_named_after_its_number(
    article: str, value: str, hedge: str, refused: list[str]
) -> None:
    assert rules(figure(article, value, unit="GBP", hedge=hedge)) == refused


@pytest.mark.parametrize(
    ("article", "refused"),
    [
        ("The number of people known to have died when the slope gave way rose to 43.", []),
        ("The number of people confirmed dead in the town stood at 43.", []),
        ("The number of people who died when the slope gave way rose to 43.", WRONG),
        ("Nine are known to have died. The number of houses lost rose to 43.", WRONG),
    ],
)
def test_a_toll_that_is_known_so_far_is_at_least_so_many(article: str, refused: list[str]) -> None:
    assert rules(figure(article, "43", hedge="at least")) == refused


@pytest.mark.parametrize(
    ("article", "unit", "refused"),
    [
        ("The average weekly fee went up by £61 to £874.", "GBP/week", []),
        ("The average weekly fee went up by £61 to £874.", "GBP/month", ["agreement.unit"]),
        (
            "The weekly market ended, and the stall fee rose to £874.",
            "GBP/week",
            ["agreement.unit"],
        ),
        ("The average fee went up by £61 to £874.", "GBP/week", ["agreement.unit"]),
    ],
)
def test_what_a_fee_is_for_may_be_said_before_it(
    article: str, unit: str, refused: list[str]
) -> None:
    assert rules(figure(article, "874", unit=unit)) == refused


@pytest.mark.parametrize(("value", "refused"), [("6", []), ("5", ["agreement.value"])])
def test_the_sixth_of_a_kind_is_one_of_six(value: str, refused: list[str]) -> None:
    reported = figure("It was the sixth toll that they gave in three days.", value)
    assert rules(reported) == refused
    assert "write 3" not in " ".join(reported)


@pytest.mark.parametrize("unit", ["km", "GBP", "percent"])
def test_a_rank_measures_nothing(unit: str) -> None:
    assert rules(figure("It was the third bridge.", "3", unit=unit)) == ["agreement.value"]


def test_the_third_counts_nothing_beside_a_number_in_the_unit() -> None:
    article = "The third bridge took 12 people."
    assert rules(figure(article, "3", unit="people")) == ["agreement.value"]


@pytest.mark.parametrize(
    ("who", "refused"),
    [("its auditor", []), ("the auditor", []), ("its banker", ["agreement.speaker"])],
)
def test_the_auditor_is_its_auditor_too(who: str, refused: list[str]) -> None:
    article = f"The auditor met Ann Lee. She said it was below the £5m that {who} wants."
    record = {"id": "f", "label": "A", "kind": "target", "value": "5 million", "unit": "GBP"}
    record |= {"by": "pell", "evidence": f"below the £5m that {who} wants"}
    pell = {"id": "pell", "name": "Tom Pell", "aliases": ["the auditor"], "role": "r", "why": "w"}
    lee = {"id": "lee", "name": "Ann Lee", "role": "r", "why": "w", "evidence": "Ann Lee"}
    people = {"people": [pell | {"evidence": "The auditor met"}, lee]}
    figures = json.dumps({"figures": [record]})
    reported = problems(article, "agreement.", figures=figures, people=json.dumps(people))
    assert [each.rule for each in reported] == refused


ACCOUNTS = "It lost £6m last year. Its accounts are for the year to 31 March 2024."


@pytest.mark.parametrize(
    ("date", "refused"),
    [("2024-03-31", []), ("2024-03-30", ["agreement.date"]), ("2022-03-31", ["agreement.date"])],
)
def test_an_event_may_be_on_the_last_day_of_last_year_s_accounts(
    date: str, refused: list[str]
) -> None:
    why = "The year of the accounts"
    assert rules(event(ACCOUNTS, date, "It lost £6m last year", date_from=why)) == refused


@pytest.mark.parametrize(
    ("value", "unit", "evidence", "refused"),
    [
        ("91 million", "litres/day", "against 91m a year earlier", []),
        ("19 million", "litres/day", "against 91m a year earlier", ["agreement.value"]),
        ("47", "percent", "47p in the pound went into the ground", []),
        ("74", "percent", "47p in the pound went into the ground", ["agreement.value"]),
        ("12", "m", "a 12m wall", []),
    ],
)
def test_what_m_and_pence_are_of(value: str, unit: str, evidence: str, refused: list[str]) -> None:
    article = (
        "Leaks took 98m litres a day, against 91m a year earlier. He said 47p in the pound went"
        " into the ground. It has a 12m wall."
    )
    assert rules(figure(article, value, evidence, unit=unit)) == refused


@pytest.mark.parametrize(
    ("period", "refused"),
    [("2024-04/2025-03", []), ("2025-04/2026-03", ["agreement.date"])],
)
def test_this_year_may_be_that_of_the_accounts(period: str, refused: list[str]) -> None:
    article = "It made £83m in the year to 31 March 2024. It expects £45m this year."
    more = {"unit": "GBP", "period": period, "date_from": "the year of the accounts"}
    assert rules(figure(article, "45 million", "expects £45m this year", **more)) == refused


TOLL = "The ministry said 27 people were dead, the railway 25. She expects more than 30."
SIDES = {
    "id": "dead",
    "label": "Dead",
    "value": 27,
    "unit": "people",
    "kind": "official claim",
    "evidence": "The ministry said 27 people were dead",
    "values": [{"value": 25, "by": "railway", "evidence": "the railway 25"}],
}
RAILWAY = {"id": "railway", "name": "The railway", "what": "w", "evidence": "the railway 25"}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("At least 25 people were dead.", []),
        ("Up to 27 people were dead.", []),
        ("At least 27 people were dead.", ["claim.hedge"]),
        ("Up to 25 people were dead.", ["claim.hedge"]),
        ("The toll may pass 30.", []),
        ("The toll may pass 40.", ["claim.quantity"]),
        ("The depth of the fall is not known.", []),
        ("It is of the fall.", ["claim.date"]),
    ],
)
def test_the_lowest_number_of_any_side_is_at_least_true(text: str, refused: list[str]) -> None:
    figures = json.dumps({"figures": [SIDES | {"description": text}]})
    organisations = json.dumps({"organisations": [RAILWAY]})
    reported = claims(body=TOLL, figures=figures, organisations=organisations)
    assert [problem.rule for problem in reported] == refused
