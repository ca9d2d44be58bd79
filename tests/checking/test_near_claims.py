"""A date or number that the article has elsewhere is not that of these words."""

from __future__ import annotations

import pytest

from dateline.checking import check_briefing
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from tests.checking.test_claims import claims
from tests.small_site import TODAY

BODY = """
    The dike at Oster broke on Sunday and flooded 210 homes, and the mayor, Pia Holm, put repairs at
    4 million euros. Half the families were housed in the school by June 2021, in the first flood.

    Ferries stopped on Monday when the harbour lost its power. Its operator, fined 9 million euros in
    May 2022, expects a verdict in November.

    Landings were worth 5.8 million euros last year, down from 7.4 million in 2019. Turnover rose to
    31 million euros in the year to June 30, from 27 million a year earlier, and a kilo of cod cost 9
    euros a year ago. About 230 sheds were flooded at noon on Sunday.

    Of the skippers, only four of 22 voted to sail. Alpine guides watched from the shore.
"""
EVENT = """
    events:
      - id: broke
        title: {title}
        date: 2024-09-08
        summary: {summary}
        evidence: The dike at Oster broke on Sunday and flooded 210 homes
"""


def in_event(title: str = "A flood", summary: str = "So it was.") -> list[str]:
    sheet = EVENT.format(title=title, summary=summary)
    return [problem.rule for problem in claims(body=BODY, timeline=sheet)]


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("The dike breaks on Sunday", []),
        ("The dike breaks on Monday", ["claim.weekday"]),
        ("The flood of 210 homes", []),
        ("Repairs for 4 million euros", []),
    ],
)
def test_a_title_has_the_day_of_its_own_evidence(title: str, refused: list[str]) -> None:
    assert in_event(title=title) == refused


@pytest.mark.parametrize(
    "summary",
    [
        "It came a day before the ferries stopped on Monday.",
        "On Monday the harbour lost power as well.",
        "The operator of the harbour had been fined 9 million euros in May 2022.",
        "Landings had been worth 7.4 million euros in 2019.",
        "In June 2021 the families were in the school.",
    ],
)
def test_what_a_text_says_of_something_else_is_right(summary: str) -> None:
    assert in_event(summary=summary) == []


def test_the_problem_names_what_the_evidence_says() -> None:
    sheet = EVENT.format(title="The dike breaks on Monday", summary="So it was.")
    (problem,) = claims(body=BODY, timeline=sheet)
    assert problem.found.endswith("says “Monday”, but of this the article says “Sunday”")
    assert [related.note for related in problem.related] == ["the article says “Sunday”"]


FIGURE = """
    figures:
      - id: money
        label: Money
        value: {value}
        unit: {unit}
        kind: measured
        {field}: {date}
        history: [{{date: {then}, value: {was}}}]
        evidence: {evidence}
"""
LANDINGS = {
    "value": "5.8 million",
    "unit": "EUR",
    "field": "period",
    "date": "2023",
    "evidence": "Landings were worth 5.8 million euros last year",
}
TURNOVER = {
    "value": "31 million",
    "unit": "EUR",
    "field": "period",
    "date": "2023-07/2024-06",
    "evidence": "Turnover rose to 31 million euros in the year to June 30",
}
SHEDS = {
    "value": "210",
    "unit": "homes",
    "field": "as_of",
    "date": "2024-09-08",
    "evidence": ["The dike at Oster broke on Sunday and flooded 210 homes", "a kilo of cod"],
}


@pytest.mark.parametrize(
    ("figure", "then", "was", "refused"),
    [
        (LANDINGS, "2019", "7.4 million", []),
        (LANDINGS, "2022", "7.4 million", ["claim.date"]),
        (LANDINGS, "2018", "7.4 million", ["claim.date"]),
        (LANDINGS, "2019", "7.5 million", ["claim.quantity"]),
        (TURNOVER, "2022-07/2023-06", "27 million", []),
        (TURNOVER, "2021-07/2022-06", "27 million", ["claim.date"]),
        (SHEDS, "2024-09-08", "230", []),
        (SHEDS, "2024-09-09", "230", ["claim.date"]),
    ],
)
def test_another_value_has_the_date_that_the_paragraph_gives_it(
    figure: dict[str, str], then: str, was: str, refused: list[str]
) -> None:
    sheet = FIGURE.format(**figure, then=then, was=was)
    assert [problem.rule for problem in claims(body=BODY, figures=sheet)] == refused


def test_another_value_may_be_in_a_rate_or_in_a_bare_dollar() -> None:
    body = "Power cost 187 euros per megawatt-hour on Sunday, up from 81 euros a year ago.\n"
    power = {"value": "187", "unit": "EUR/megawatt-hour", "field": "as_of", "date": "2024-09-08"}
    sheet = FIGURE.format(
        **power,
        then="2023-09",
        was="81",
        evidence="Power cost 187 euros per megawatt-hour on Sunday",
    )
    assert claims(body=body, figures=sheet) == []
    other = claims(body=body, figures=sheet.replace("81}", "82}"))
    assert "claim.quantity" in [problem.rule for problem in other]


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("Of the skippers, 18 of the 22 stayed.", []),
        ("Of the skippers, 17 of the 22 stayed.", ["claim.quantity"]),
        ("Seen from the Alps, it was a flood.", []),
        ("Repairs cost 4,0000 euros.", ["claim.quantity"]),
        ("Fewer than 300 homes were flooded.", []),
        ("Fewer than 1,000 homes were flooded.", ["claim.quantity"]),
        ("A verdict comes by November 31.", ["claim.date"]),
        ("Turnover rose in the year to June 30.", []),
        ("Turnover rose in the year to June 31.", ["claim.date"]),
    ],
)
def test_a_rest_and_a_place_may_be_worked_out_and_digits_too_many_not(
    standfirst: str, refused: list[str]
) -> None:
    assert [problem.rule for problem in claims(standfirst=standfirst, body=BODY)] == refused


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("The coins are of the time between about 211 BC and AD 43.", []),
        ("The coins are of the time between about 221 BC and AD 43.", ["claim.date"]),
        ("The oldest coin is of about 211 BC.", []),
        ("The oldest coin is of about 212 BC.", ["claim.date"]),
    ],
)
def test_years_before_christ_differ(standfirst: str, refused: list[str]) -> None:
    body = "The coins were struck between about 211 BC and AD 43, and hidden in AD 60.\n"
    assert [problem.rule for problem in claims(standfirst=standfirst, body=body)] == refused


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("Landings fell from 7.4 million euros in 2019 to 5.8 million euros.", []),
        ("Landings fell from 5.8 million euros in 2019 to 7.4 million euros.", ["claim.quantity"]),
        ("Landings fell from 7.4 million euros in 2019 to 7.4 million euros.", ["claim.quantity"]),
        ("Turnover is 27 million euros, up from 31 million euros.", ["claim.quantity"]),
    ],
)
def test_a_change_goes_the_way_that_the_words_say(standfirst: str, refused: list[str]) -> None:
    assert [problem.rule for problem in claims(standfirst=standfirst, body=BODY)] == refused


def test_the_problem_of_a_change_names_both_numbers() -> None:
    (tripled,) = claims(
        title="Turnover tripled from 27 million euros to 31 million euros", body=BODY
    )
    assert tripled.found.endswith("to “31 million euros”, which is not triple")
    title = "Turnover at 27 million euros, up from 31 million euros"
    (problem,) = claims(title=title, body=BODY)
    assert problem.found == (
        "the headline goes from “31 million euros” to “27 million euros”, which is not a rise"
    )


FRONT = """
    A fire broke out in the sail loft of Oster on Friday and burned until Saturday.

    The harbour master, Pia Holm, inspected the ruined pontoons on Saturday. A dredger is to clear the
    channel from 3 October 2025.

    The chandler sold 366 anchors in 2021 and 412 in 2022. Ropes had been sold by the metre between 2016 and
    2019, and nets until June 2020.
"""
BRIEF = """
brief:
  - what: {what}
    why: So it was.
    facts: [fire]
"""
SHEETS = {
    "timeline": """
    events:
      - id: fire
        title: The fire in the loft
        date: 2024-09-06
        evidence: A fire broke out in the sail loft of Oster on Friday
    """,
    "figures": """
    figures:
      - id: anchors
        label: '{label}'
        value: 412
        unit: anchors
        kind: measured
        period: 2022
        evidence: 412 in 2022
        history: [{{date: 2021, value: 366, evidence: The chandler sold 366 anchors in 2021}}]
    """,
    "people": """
    people:
      - id: holm
        name: Pia Holm
        role: Harbour master
        why: {why}
        evidence: Pia Holm
    """,
}


def of_front(
    what: str = "A fire broke out.",
    standfirst: str = "In short.",
    label: str = "Anchors sold",
    why: str = "She runs the harbour.",
) -> list[str]:
    sheets = {name: text.format(label=label, why=why) for name, text in SHEETS.items()}
    found = claims(BRIEF.format(what=what).strip(), standfirst=standfirst, body=FRONT, **sheets)
    return [problem.rule for problem in found]


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("A fire broke out in a sail loft on Friday.", []),
        ("A fire broke out in a sail loft on Saturday.", ["claim.weekday"]),
        ("A dredger is to clear the channel from 3 October 2025.", []),
        ("The chandler sold 366 anchors in 2021.", []),
        ("The chandler sold 366 anchors in 2022.", ["claim.date"]),
        ("The chandler ordered 412 for 3 October 2025.", []),
        ("Ropes were sold by the metre from 2016 to 2019.", []),
        ("Ropes were sold by the metre from 2016 to 2020.", ["claim.date"]),
    ],
)
def test_a_standfirst_has_the_day_that_the_article_gives_of_this(
    standfirst: str, refused: list[str]
) -> None:
    assert of_front(standfirst=standfirst) == refused


@pytest.mark.parametrize(
    ("what", "refused"),
    [
        ("Sails burned on Friday.", []),
        ("Sails burned on Saturday.", ["claim.weekday"]),
        ("The pontoons were inspected on Saturday.", []),
        ("It happened on Wednesday.", ["claim.weekday"]),
    ],
)
def test_a_point_of_the_brief_has_the_day_of_its_facts_and_not_that_of_publication(
    what: str, refused: list[str]
) -> None:
    assert of_front(what=what) == refused


@pytest.mark.parametrize(
    ("label", "refused"),
    [
        ("Anchors sold in 2022", []),
        ("Anchors sold in 2021", ["claim.date"]),
        ("Anchors sold, against those of 2021", []),
        ("Sales of the anchors in 2022", []),
        ("Sales of the anchors in 2021", ["claim.date"]),
        ("Sales of those left in 2021", []),
    ],
)
def test_a_label_has_the_date_of_its_own_number_and_not_of_an_earlier_one(
    label: str, refused: list[str]
) -> None:
    assert of_front(label=label) == refused


@pytest.mark.parametrize(
    ("why", "refused"),
    [
        ("She inspected the pontoons on Saturday.", []),
        ("She inspected the pontoons on Friday.", ["claim.weekday"]),
    ],
)
def test_why_a_person_is_named_has_the_day_that_the_article_gives(
    why: str, refused: list[str]
) -> None:
    assert of_front(why=why) == refused


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("A court orders a landlord to pay 740,000 euros to tenants.", []),
        ("A court orders a landlord to pay 310,000 euros to tenants.", ["claim.quantity"]),
        ("The landlord has spent 310,000 euros on a boiler.", []),
        ("He will appeal; 310,000 euros are gone.", []),
    ],
)
def test_a_number_of_a_headline_is_the_one_that_its_words_go_with(
    standfirst: str, refused: list[str]
) -> None:
    body = (
        "A court ordered the landlord on Monday to pay 740,000 euros to tenants in the cold.\n\n"
        "He has spent 310,000 euros on a new boiler, and will appeal.\n"
    )
    assert [problem.rule for problem in claims(standfirst=standfirst, body=body)] == refused


BELL = """
    Bells are in fashion.

    A bell bought for £340 at a house clearance in 1983 sold in Oster on Wednesday night for £8,700.
"""


def test_a_text_that_has_both_numbers_speaks_of_both() -> None:
    sheet = """
        figures:
          - {id: price, label: Price with the premium, value: 8700, unit: GBP, kind: price,
             evidence: "for £8,700"}
        """
    assert claims(title="Bell bought for £340 makes £8,700", body=BELL, figures=sheet) == []
    assert claims(title="Bell bought for £350 makes £8,700", body=BELL, figures=sheet)


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("A tanker spilled oil after it ran aground off the mole on Saturday evening.", []),
        ("A tanker spilled oil after it ran onto the mole on Sunday.", ["claim.weekday"]),
        ("The union met on Sunday to talk of the oil that the tanker spilled.", []),
        ("Oil worried Oster on Sunday.", ["claim.weekday"]),
    ],
)
def test_a_day_is_that_on_which_the_article_tells_what_a_text_tells(
    standfirst: str, refused: list[str]
) -> None:
    body = (
        "A tanker ran aground on the mole on Saturday evening and spilled oil near Oster, police said.\n\n"
        "It is the second such spill. On Sunday the union met in the hall.\n"
    )
    assert [problem.rule for problem in claims(standfirst=standfirst, body=body)] == refused


SAILING = """
    The tanker sailed on Wednesday on its maiden voyage to Lesk. In May 2023 the yard laid it down, a proud day for
    Oster: they began to build the largest hull there.

    The night before the tanker sailed an alarm rang. In June 2022 the harbour signed a lease.
"""
SAILINGS = """
    events:
      - {id: sailing, title: The tanker sails, date: 2024-09-11, evidence: The tanker sailed on Wednesday}
      - {id: alarm, title: An alarm rings, date: 2024-09-10, date_from: The night before 11 September,
         evidence: The night before the tanker sailed an alarm rang}
      - {id: hull, title: A hull is begun, date: 2023-05, evidence: "In May 2023 the yard laid it down, a proud day
         for Oster: they began to build the largest hull there", caveat: %s}
"""
POINT = "brief: [{what: '%s', why: So it was., facts: [sailing]}]"


@pytest.mark.parametrize(
    ("what", "refused"),
    [
        ("The tanker sailed on Wednesday, on its maiden voyage.", []),
        ("The tanker sailed on Tuesday, on its maiden voyage.", ["claim.weekday"]),
        ("On Tuesday an alarm rang before the voyage.", []),
    ],
)
def test_a_point_has_the_day_that_more_of_its_words_stand_with(
    what: str, refused: list[str]
) -> None:
    found = claims(POINT % what, body=SAILING, timeline=SAILINGS % "None.")
    assert [problem.rule for problem in found] == refused


@pytest.mark.parametrize(
    ("caveat", "refused"),
    [
        ("Building began in May 2023; its end is not known", []),
        ("Building began in June 2022; its end is not known", ["claim.date"]),
        ("A lease was signed in June 2022; its end is not known", []),
        ("The harbour signed in June 2022, before they began to build", []),
    ],
)
def test_a_short_clause_is_of_the_date_that_has_all_its_words(
    caveat: str, refused: list[str]
) -> None:
    found = claims(body=SAILING, timeline=SAILINGS % f"'{caveat}'")
    assert [problem.rule for problem in found] == refused


def test_until_a_month_is_the_end_of_a_stretch_and_not_its_beginning() -> None:
    body = "The baths were shut from October 2022 to March 2023.\n"
    for standfirst, refused in (
        ("The baths were shut until March 2023.", []),
        ("The baths were shut until October 2022.", ["claim.date"]),
        ("The baths were shut from October 2022.", []),
    ):
        assert [p.rule for p in claims(standfirst=standfirst, body=body)] == refused


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("Sales rose from 9 tonnes to 7 tonnes", ["claim.quantity"]),
        ("It opened on Friday, 22 February 2025", ["claim.weekday"]),
        ("Nine hundred sheep are sold", []),
        ("Pia Holm stays", []),
    ],
)
def test_what_no_record_could_make_right_is_refused_beside_one_that_cannot_be_read(
    title: str, refused: list[str]
) -> None:
    article = f"---\ntitle: {title}\nstandfirst: S\npublished: 2025-03-01\n---\n\nIt sold 9 tonnes, then 7 tonnes.\n"
    files = {"article.md": article.encode(), "people.yaml": b"people:\n  - {id: holm, nam: Pia}\n"}
    briefing, problems = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert briefing is not None
    assert problems
    found = check_briefing(briefing, today=TODAY).problems
    assert [each.rule for each in found if each.rule.startswith("claim.")] == refused


@pytest.mark.parametrize(
    ("role", "refused"),
    [
        ("Painter, who died in 1931", []),
        ("Painter, who died in 1912", ["claim.date"]),
        ("Painter of the last herring boat in 1912", []),
        ("Painter, born in 1912", []),
    ],
)
def test_a_role_has_the_year_of_the_clause_that_it_speaks_of(role: str, refused: list[str]) -> None:
    body = "Ida Vane, who died in 1931 aged 44, finished her last herring boat in 1912.\n"
    people = (
        f"people:\n  - {{id: vane, name: Ida Vane, role: '{role}', why: w, evidence: Ida Vane}}\n"
    )
    assert [problem.rule for problem in claims(body=body, people=people)] == refused


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("The limit is cut to 50 mph", []),
        ("The limit is cut to 60 mph", ["claim.quantity"]),
        ("A limit of 60 mph ends", []),
    ],
)
def test_a_limit_is_cut_to_the_number_that_it_became(title: str, refused: list[str]) -> None:
    body = "The limit was cut from 60 mph to 50 mph in 2019.\n"
    figures = """
        figures:
          - {id: old, label: Limit before 2019, value: 60, unit: mph, kind: legal limit, evidence: cut from 60 mph}
    """
    event = f"""
        events:
          - {{id: cut, title: {title}, date: 2019, evidence: The limit was cut from 60 mph to 50 mph in 2019}}
    """
    found = claims(body=body, figures=figures, timeline=event)
    assert [problem.rule for problem in found] == refused
