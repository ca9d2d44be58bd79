"""What is said in passing is offered and holds nothing up; what news is made of is open."""

from __future__ import annotations

import pytest

from dateline.checking import check_briefing
from dateline.checking.coverage.coverage_report import coverage_to_json, coverage_to_text
from dateline.problems import is_refused
from tests.small_site import TODAY, briefing, rules

EVENT = "events:\n  - {id: e, title: T, date: 2024-09-09, evidence: %s, date_from: the log}"


def verdicts(article: str, **sheets: str) -> dict[str, str]:
    found = check_briefing(briefing(article, **sheets), today=TODAY).coverage
    return {finding.text: finding.verdict for finding in found if finding.kind != "name"}


@pytest.mark.parametrize(
    "article",
    [
        "Pia Holm, 67, came.",
        "Pia Holm (67) came.",
        "The sailor, aged 67, came.",
        "A 19-year-old sailor came.",
        "The lamps went out in 12 seconds.",
        "It rose after six hours.",
        "He had fished there for 20 years.",
        "It opened 14 months after the storm.",
        "She was sent home three times.",
        "Rain fell on all 10 days of play.",
        "They read a 64-page report.",
        "They take a 15-minute break every three hours.",
        "It was quiet, he said yesterday.",
        "It was quiet later this month.",
        "It has been quiet since May.",
        "It has been quiet since last October.",
        "The film shows two people in a car.",
        "The board has had three warnings.",
        "We got half a dozen letters.",
        "He spoke of a “hard road”.",
    ],
)
def test_what_is_said_in_passing_holds_nothing_up(article: str) -> None:
    assert set(verdicts(article).values()) == {"offered"}
    assert rules(article, "coverage.") == []


def test_a_number_of_a_quotation_that_the_story_has_with_its_noun_holds_nothing_up() -> None:
    article = "Holm won by 611 votes. “A win by 611 is no joke at all to me,” she said."
    assert verdicts(article)["611"] == "offered"
    assert verdicts(article)["611 votes"] == "open"


@pytest.mark.parametrize(
    "article",
    [
        "Two people died.",
        "It cost three times as much.",
        "The fire left three dead.",
        "Police arrested four men.",
        "Rescuers pulled two people out.",
        "Two homes were lost.",
        "Two boys are feared lost at sea.",
        "Nine of the ten councillors voted for it.",
        "The court gave him three months.",
        "She has two days to leave.",
        "A 2,500-strong crowd came.",
        "Five jobs went.",
        "It cost two dollars.",
        "It rose five percent.",
        "Two thirds left.",
        "One in five left.",
        "Two million came.",
        "It is two miles long.",
        "The film shows 14 people in a car.",
        "They won by three goals.",
        "He was jailed for five years.",
        "The ban is for two years.",
        "He got a 12-year sentence.",
        "It was a 70-minute delay.",
        "The strike lasted 10 days.",
        "Labour, 41, and the Greens, 8, agreed.",
        "It opens on 5 May.",
        "It has stood since 5 May.",
        "It has stood since 2003.",
        "They met on Tuesday.",
        "The bridge fell yesterday.",
        "The council votes tomorrow.",
        "“We shall not sign it at all,” he said.",
        "Sales were $5 million a year earlier.",
        "It cost $5 million ($3 million in 2019).",
    ],
)
def test_what_news_is_made_of_is_open(article: str) -> None:
    assert set(verdicts(article).values()) == {"open"}


@pytest.mark.parametrize(
    ("article", "amount", "converted"),
    [
        ("It cost 9 billion forints ($23 million).", "9 billion forints", "$23 million"),
        ("It fell to -11 C (12.2 F).", "-11 C", "12.2"),
        ("It is 40 miles (about 64km) away.", "40 miles", "about 64km"),
    ],
)
def test_a_conversion_is_said_in_passing_and_its_amount_is_not(
    article: str, amount: str, converted: str
) -> None:
    assert verdicts(article) == {amount: "open", converted: "offered"}


def test_a_relative_date_in_the_clause_of_an_event_is_that_of_the_event() -> None:
    article = "The court sat, and a fair is held later this month."
    assert verdicts(article, timeline=EVENT % "The court sat")["later this month"] == "offered"
    assert verdicts(article, timeline=EVENT % "a fair is held")["later this month"] == "open"


def test_a_cell_is_never_said_in_passing() -> None:
    table = "| Sort | Number |\n|---|---|\n| boats | three boats |"
    assert verdicts(table) == {"three boats": "open"}


def test_what_is_said_in_passing_can_be_a_fact_or_be_waived() -> None:
    article = "The board has had three warnings."
    sheet = "figures:\n  - {id: w, label: W, value: 3, unit: warnings, kind: measured, evidence: had three warnings}"
    assert verdicts(article, figures=sheet) == {"three warnings": "covered"}
    waived = "waived:\n  - {words: three warnings, why: It is a quotation.}"
    assert verdicts(article, coverage=waived) == {"three warnings": "waived"}
    assert rules(article, "coverage.", coverage=waived) == []


def test_check_lists_what_is_said_in_passing_for_people_and_programs() -> None:
    made = briefing("Later Pia Holm, 67, spoke.")
    found = check_briefing(made, today=TODAY)
    assert not is_refused(found.problems, strict=True)
    triage = coverage_to_json(found.coverage, found.passages, made)
    age, name = triage["offered"]
    assert (age["text"], age["kind"], age["times"], age["of"]) == ("67", "quantity", 1, None)
    assert age["stub"].startswith("  # figures.yaml")
    assert name["text"] == "Pia Holm"
    shown = coverage_to_text({"b": triage}, content="content").splitlines()
    assert shown[0] == "content/b/article.md: 1 name that no sheet has; 1 said in passing"
    assert shown[-4:] == [
        "content/b/article.md:7:7: name “Pia Holm”, a person",
        "  said in passing: add those that matter",
        "content/b/article.md:7:17: number “67”",
        "",
    ]
