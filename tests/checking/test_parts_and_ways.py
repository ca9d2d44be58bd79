"""What is worked out of a whole, a threshold or two values of a figure; and which way something went."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

# Published on Wednesday 11 September 2024.
BODY = """
    The harbour trust earned €41.6m in the year to June 30, against €38.2m the year before. Its plan
    saves €32.7m and sheds 310 posts of its staff. It had 9,860 people. The pay bill fell from €18.8m to €15.2m.
    The final plan must reach the bank by 5pm on Friday, October 4. Roughly a third of the saving is not
    tied to a scheme.
"""
FIGURES = """
    figures:
      - id: income
        label: Income
        value: 41.6 million
        unit: EUR
        kind: measured
        period: 2023-07/2024-06
        evidence: earned €41.6m in the year to June 30
        description: {income}
        history:
          - {{date: 2022-07/2023-06, value: 38.2 million, evidence: against €38.2m the year before}}
      - id: pay
        label: Pay bill
        value: 15.2 million
        unit: EUR
        kind: measured
        evidence: The pay bill fell from €18.8m to €15.2m
        description: {pay}
        history:
          - {{date: 2022-07/2023-06, value: 18.8 million, evidence: from €18.8m, date_from: The year before}}
      - id: untied
        label: Part of the saving without a scheme
        value: 1/3
        hedge: about
        kind: measured
        whole: the €32.7m
        evidence: Roughly a third of the saving
        description: {untied}
      - id: posts
        label: Posts to go
        value: 310
        unit: posts
        kind: target
        evidence: sheds 310 posts
        description: {posts}
"""
_PLAIN = "As the article says."


def rules(field: str, text: str) -> list[str]:
    fields = dict.fromkeys(("income", "pay", "untied", "posts"), _PLAIN) | {field: text}
    return [problem.rule for problem in claims(body=BODY, figures=FIGURES.format(**fields))]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("untied", "Nearly €11m."),
        ("untied", "About €10.9m."),
        ("posts", "About 3 per cent of the 9,860 who work there."),
        ("income", "It passed €41m."),
        ("income", "It has yet to pass €42m."),
        ("income", "Up by €3.4m, or 8.9 per cent."),
        ("income", "It is €3.4m more than the year before."),
        ("pay", "Down by €3.6m, or 19 per cent."),
        ("pay", "It is €3.6m less than the year before."),
        ("pay", "Less than 37 per cent of the income."),
        ("income", "€41.6m over 366 days is nearly €114,000."),
        ("income", "It was €41.6m in 2023-24."),
        ("income", "It was €41.6m in 2024."),
        ("income", "It was €38.2m in 2022-23."),
    ],
)
def test_what_is_true_is_not_refused(field: str, text: str) -> None:
    assert rules(field, text) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("untied", "Nearly €14m."),
        ("posts", "About 5 per cent of the 9,860 who work there."),
        ("income", "It passed €43m."),
        ("income", "It has yet to pass €12m."),
        ("income", "Up by €3.4m, or 11.9 per cent."),
        ("income", "Down by €3.4m."),
        ("income", "It is €3.4m less than the year before."),
        ("pay", "Up by €3.6m."),
        ("pay", "It is €3.6m more than the year before."),
        ("income", "€41.6m over 366 days is nearly €154,000."),
    ],
)
def test_what_is_false_is_refused(field: str, text: str) -> None:
    assert "claim.quantity" in rules(field, text)


@pytest.mark.parametrize(
    "text",
    [
        "It was €41.6m in 2022-23.",
        "It was €41.6m in 2019.",
        "It was €38.2m in 2023-24.",
        "The €38.2m of 2023-24 were less.",
    ],
)
def test_a_year_of_accounts_is_that_of_the_number(text: str) -> None:
    body = BODY + "    In 2019, and in 2022-23 and 2023-24, the lido was shut.\n"
    fields = {"income": text, "pay": _PLAIN, "untied": _PLAIN, "posts": _PLAIN}
    found = [problem.rule for problem in claims(body=body, figures=FIGURES.format(**fields))]
    assert found == ["claim.date"]


@pytest.mark.parametrize(
    ("times", "found"), [("more than two times", []), ("more than three times", ["claim.quantity"])]
)
def test_a_number_of_times_is_of_the_number_after_it(times: str, found: list[str]) -> None:
    text = f"It is {times} the €15.2m of pay."
    assert rules("income", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The plan is due by 5pm on Friday, October 4.", []),
        ("The plan is due by 3pm on Friday, October 4.", ["claim.quantity"]),
    ],
)
def test_a_time_of_day_before_a_date_is_one_of_the_articles(text: str, found: list[str]) -> None:
    assert rules("posts", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("That is 29 days after the vote.", []),
        ("That is 27 days after the vote.", ["claim.quantity"]),
        ("That is 29 days after the storm.", ["claim.quantity"]),
    ],
)
def test_a_time_to_an_event_is_that_to_the_event_that_the_text_names(
    text: str, found: list[str]
) -> None:
    body = "They voted on 5 September 2024.\n\nThe plan must be there on 4 October 2024.\n"
    events = f"""
        events:
          - {{id: vote, title: The board votes, date: 2024-09-05, evidence: They voted on 5 September 2024}}
          - {{id: plan, title: The plan comes, date: 2024-10-04, summary: {text}, evidence: on 4 October 2024}}
    """
    assert [problem.rule for problem in claims(body=body, timeline=events)] == found


@pytest.mark.parametrize(("year", "found"), [("2023-24", []), ("2022-23", ["claim.date"])])
def test_the_year_of_accounts_in_a_label_is_that_of_the_figure(year: str, found: list[str]) -> None:
    body = BODY + "    In 2022-23 and 2023-24 the lido was shut.\n"
    fields = dict.fromkeys(("income", "pay", "untied", "posts"), _PLAIN)
    sheet = FIGURES.format(**fields).replace("label: Income", f"label: Income in {year}")
    assert [problem.rule for problem in claims(body=body, figures=sheet)] == found


@pytest.mark.parametrize(
    ("text", "is_right"), [("About 2.1 million", True), ("3.2 million", False)]
)
def test_a_share_of_which_is_of_the_number_before_it(text: str, is_right: bool) -> None:
    body = "The dredgers will shift 6.4 million tonnes of sand, a third of which is to fill a bay."
    figures = f"""
        figures:
          - id: fill
            label: Part for the bay
            value: a third
            kind: target
            evidence: a third of which is to fill a bay
            description: {text} tonnes.
    """
    assert (claims(body=body, figures=figures) == []) == is_right


@pytest.mark.parametrize(
    ("description", "refused"),
    [
        ("More than a quarter of them close.", []),
        ("More than a third of them close.", ["claim.quantity"]),
        ("Fewer than a quarter of them close.", ["claim.quantity"]),
    ],
)
def test_a_share_of_its_own_whole_is_hedged_as_it_is(description: str, refused: list[str]) -> None:
    figure = f"""
    figures:
      - {{id: shut, label: Offices that close, value: 9, unit: offices, whole: 34 staffed offices, kind: target,
          evidence: nine of its 34 staffed offices, description: {description}}}
    """
    found = claims(body="It will shut nine of its 34 staffed offices.", figures=figure)
    assert [problem.rule for problem in found] == refused
