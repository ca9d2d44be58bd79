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
        ("It is part of the fall in passengers.", []),
        ("There is some good in the fall of shares.", []),
        ("They make light of this fall in takings.", []),
        ("They may run again in the fall of 2031.", ["claim.date"]),
        ("They may run again this fall in the hills.", ["claim.date"]),
        ("They ran last fall in snow.", ["claim.date"]),
    ],
)
def test_the_lowest_number_of_any_side_is_at_least_true(text: str, refused: list[str]) -> None:
    figures = json.dumps({"figures": [SIDES | {"description": text}]})
    organisations = json.dumps({"organisations": [RAILWAY]})
    reported = claims(body=TOLL, figures=figures, organisations=organisations)
    assert [problem.rule for problem in reported] == refused


NINE = "Four of its nine carriages left the track, and 3 people fled."


@pytest.mark.parametrize(
    ("value", "article", "unit", "refused"),
    [
        ("4/9", NINE, None, []),
        ("4 in 9", NINE, None, []),
        ("4/9", NINE, "carriages", []),
        ("4/9", "Of its nine carriages, four left the track.", None, []),
        ("4/9", "Four out of its nine carriages left the track.", None, []),
        ("1/9", "One of the nine carriages left the track.", None, []),
        ("50", "Two of the four mills burned.", "percent", []),
        ("5/9", NINE, None, ["agreement.value"]),
        ("4/8", NINE, None, ["agreement.value"]),
        ("3/9", NINE, None, ["agreement.value"]),
        ("3/4", NINE, None, ["agreement.value"]),
        ("4/9", NINE, "km", ["agreement.unit"]),
        ("4/9", "More than four of its nine carriages burned.", None, WRONG),
        ("4/9", "Four of about nine carriages burned.", None, ["agreement.value"]),
        ("4/9", "Four carriages burned. It had nine carriages.", None, ["agreement.value"]),
    ],
)
def test_a_part_counted_with_its_whole_is_a_share(
    value: str, article: str, unit: str | None, refused: list[str]
) -> None:
    reported = figure(article, value, **({"unit": unit} if unit else {}))
    assert rules(reported) == refused
    assert "unit: share" not in " ".join(reported)


@pytest.mark.parametrize(
    ("article", "unit", "refused"),
    [
        ("It took 400 firefighters, soldiers and volunteers.", "people", []),
        ("It took 400 firefighters.", "people", []),
        ("It took 400 firefighters and two helicopters.", "people", []),
        ("It took 400 firefighters, and trees fell.", "people", []),
        ("It took 40 nurses and porters.", "nurses and porters", []),
        ("It took 40 nurses and porters.", "nurses and cooks", ["agreement.unit"]),
        ("It took 400 firefighters, engines and helicopters.", "people", ["agreement.unit"]),
        ("It took 400 lorries, soldiers and volunteers.", "people", ["agreement.unit"]),
        ("It took 400 trailers, tractors and harvesters.", "people", ["agreement.unit"]),
        ("It took 400 nurses, and 30 people came.", "people", ["agreement.unit"]),
        ("It took 400 firefighters.", "soldiers", ["agreement.unit"]),
    ],
)
def test_people_may_be_counted_by_several_nouns(
    article: str, unit: str, refused: list[str]
) -> None:
    value = "400" if "400" in article else "40"
    assert rules(figure(article, value, unit=unit)) == refused


@pytest.mark.parametrize(
    ("article", "right", "wrong"),
    [
        # In September 2024, of a year that is over or of one that is named.
        ("The fee rose last August.", ["2024-08", "2023-08"], ["2022-08", "2024-07"]),
        ("The fee rose last April.", ["2024-04"], ["2023-04", "2022-04"]),
        (
            "In the year to March 2024 the fee rose, last April.",
            ["2023-04", "2024-04"],
            ["2022-04"],
        ),
        ("It lost £3m in 2023. The fee rose last April.", ["2023-04", "2024-04"], ["2022-04"]),
        ("The fee rose last November.", ["2023-11"], ["2022-11", "2024-11"]),
        ("The fee will rise next November.", ["2024-11", "2025-11"], ["2026-11"]),
        ("The fee will rise next April.", ["2025-04"], ["2026-04"]),
        ("The fee rose last spring.", ["2024-03/2024-05"], ["2023-03/2023-05"]),
        ("The fee rose last summer.", ["2024-06/2024-08", "2023-06/2023-08"], ["2022-06/2022-08"]),
        ("The fee rose last winter.", ["2023-12/2024-02"], ["2022-12/2023-02"]),
    ],
)
def test_last_april_may_be_that_of_the_year_before(
    article: str, right: list[str], wrong: list[str]
) -> None:
    evidence = article.rstrip(".")
    assert [rules(event(article, date, evidence)) for date in right] == [[] for _ in right]
    assert [rules(event(article, date, evidence)) for date in wrong] == [["agreement.date"]] * len(
        wrong
    )


SURPLUS = "A surplus in the year to 31 March 2023 turned into a loss of £3m twelve months later."
BALANCE = "At 31 March 2023 it had £5m, and twelve months later £3m."


@pytest.mark.parametrize(
    ("article", "evidence", "right", "wrong"),
    [
        (SURPLUS, "a loss of £3m twelve months later", "2024-03-31", "2024-03-30"),
        (SURPLUS, "a loss of £3m twelve months later", "2024-03", "2024-04"),
        (BALANCE, "twelve months later £3m", "2024-03-31", "2024-03-30"),
        (
            BALANCE.replace("twelve months", "a year"),
            "a year later £3m",
            "2024-03-31",
            "2023-03-31",
        ),
        (
            "In 2023-24 it had £5m, twelve months earlier £3m.",
            "twelve months earlier £3m",
            "2022-04/2023-03",
            "2021-04/2022-03",
        ),
    ],
)
def test_twelve_months_later_is_the_same_day_of_accounts(
    article: str, evidence: str, right: str, wrong: str
) -> None:
    dated = "period" if "/" in right else "as_of"
    for date, refused in ((right, []), (wrong, ["agreement.date"])):
        reported = figure(article, "3 million", evidence, unit="GBP", **{dated: date})
        assert rules(reported) == refused


@pytest.mark.parametrize(
    ("date_from", "refused"),
    [
        ("twelve months after the year to 31 March 2023", []),
        ("the year to 31 March 2023", ["agreement.date"]),
    ],
)
def test_a_date_counted_from_another_does_not_contradict_it(
    date_from: str, refused: list[str]
) -> None:
    evidence = "a loss of £3m"
    of = {"unit": "GBP", "as_of": "2024-03-31", "date_from": date_from}
    assert rules(figure(SURPLUS, "3 million", evidence, **of)) == refused


@pytest.mark.parametrize(
    ("article", "evidence", "more", "is_open"),
    [
        (
            SURPLUS,
            "a loss of £3m",
            {"date": "2023-04/2024-03", "date_from": "twelve months later"},
            False,
        ),
        (SURPLUS, "a loss of £3m", {"date": "2023-04/2024-03", "date_from": "its accounts"}, True),
        (SURPLUS, "a loss of £3m", {"date": "2025-03", "date_from": "twelve months later"}, True),
        (
            "Bought in May 2023 and twelve months later shut.",
            "Bought in May 2023",
            {"date": "2023-05"},
            False,
        ),
        (
            "Bought in May 2023 it twelve months later shut.",
            "Bought in May 2023",
            {"date": "2023-05"},
            True,
        ),
        (
            "It came twelve months later than planned.",
            "It came",
            {"date": "2023", "date_from": "notes"},
            False,
        ),
    ],
)
def test_a_date_that_a_fact_is_dated_from_is_not_open(
    article: str, evidence: str, more: dict[str, str], *, is_open: bool
) -> None:
    record = {"id": "e", "title": "T", "evidence": evidence, **more}
    found = problems(article, "coverage.", timeline=json.dumps({"events": [record]}))
    assert any("twelve months later" in each.found for each in found) == is_open


@pytest.mark.parametrize(
    ("length", "is_true"),
    [
        ("Twelve months", True),
        ("A year", True),
        ("Two years", False),
        ("Five years", False),
        ("18 months", False),
        ("Three weeks", False),
    ],
)
def test_how_much_later_something_was_is_read_without_its_day(
    length: str, *, is_true: bool
) -> None:
    body = "The surplus fell. Twelve months later the trust lost £3m. It was sold in 2023."
    found = claims(body=body, standfirst=f"{length} later the trust lost £3m.")
    assert [each.rule for each in found] == ([] if is_true else ["claim.quantity"])
    nothing = claims(body="At last the trust lost £3m.", standfirst=f"{length} later it lost £3m.")
    assert nothing == []


def test_the_less_likely_april_says_how_it_is_known() -> None:
    article = "The fee rose last April."
    (reported,) = event(article, "2023-04", article)
    assert "“last April” in an article of 2024-09-11 is more likely 2024-04" in reported
    known = "the council's minutes of April 2023"
    assert event(article, "2023-04", article, date_from=known) == []
    assert rules(event(article, "2022-04", article, date_from=known)) == ["agreement.date"]


@pytest.mark.parametrize(
    ("article", "value", "unit", "true", "false"),
    [
        ("A loaf may not be sold for more than 160 euros.", "160", "EUR", "up to", "more than"),
        ("Flour cannot leave for less than 185 euros.", "185", "EUR", "at least", "fewer than"),
        ("The level has not risen above 5 metres.", "5", "metres", "up to", "more than"),
        ("A ticket must not exceed 40 euros.", "40", "EUR", "up to", "more than"),
        ("A loaf may be sold for more than 160 euros.", "160", "EUR", "more than", "up to"),
        ("He did not say that more than 40 boats sank.", "40", "boats", "more than", "up to"),
    ],
)
def test_a_limit_said_with_a_negation_is_a_limit(
    article: str, value: str, unit: str, true: str, false: str
) -> None:
    denied = ["agreement.denied"] * ("did not say" in article)
    assert rules(figure(article, value, unit=unit, hedge=true)) == denied
    assert rules(figure(article, value, unit=unit, hedge=false)) == [*WRONG, *denied]


@pytest.mark.parametrize("hedge", ["up to", "more than"])
def test_a_negation_that_may_be_of_something_else_leaves_both_hedges(hedge: str) -> None:
    article = "The mine may not reopen for more than five years."
    assert rules(figure(article, "5", unit="years", hedge=hedge)) == []


def test_no_hedge_is_advised_where_a_negation_may_be_of_something_else() -> None:
    article = "The mine may not reopen for more than five years."
    (fix,) = figure(article, "5", unit="years", hedge="about")
    assert "write the hedge that the sentence means" in fix
    (fix,) = figure("The council paid more than 40 workers.", "40", unit="workers", hedge="about")
    assert "`hedge: more than`" in fix
