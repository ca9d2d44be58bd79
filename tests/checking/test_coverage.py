"""Coverage is triage: covered, waived with a reason, or open."""

import pytest

from dateline.checking import check_briefing
from tests.small_site import TODAY, briefing, checked, rules

ARTICLE = "Ann Lee paid $5 million in May 2020. Bo Ray called it “a very bad day for us all”."
FIGURE = """
    figures:
      - {id: paid, label: Paid, value: %s, unit: USD, kind: measured, evidence: paid $5 million}
"""


def verdicts(**sheets: str) -> dict[str, str]:
    found = check_briefing(briefing(ARTICLE, **sheets), today=TODAY)
    return {item.text: item.verdict for item in found.coverage}


def test_everything_is_open_until_a_sheet_has_it() -> None:
    assert set(verdicts().values()) == {"open"}
    assert set(verdicts()) >= {"Ann Lee", "$5 million", "May 2020", "Bo Ray"}


def test_a_number_is_covered_by_a_figure_of_its_value() -> None:
    assert verdicts(figures=FIGURE % "5 million")["$5 million"] == "covered"
    assert verdicts(figures=FIGURE % "6 million")["$5 million"] == "open"


def test_a_claim_that_a_fact_gets_wrong_is_not_open_as_well() -> None:
    sheet = "figures:\n  - {id: f, label: L, value: 21, unit: boats, kind: measured, evidence: 12 boats sank}"
    article = "On Sunday 12 boats sank and 3 men died."
    assert rules(article, figures=sheet) == ["agreement.value"]
    assert len(rules(article, "coverage.", figures=sheet)) == 2


@pytest.mark.parametrize(
    ("value", "covered"), [("two-thirds", "two-thirds"), ("dozens", "dozens"), ("scores", "")]
)
def test_a_number_in_words_is_covered_by_a_figure_of_those_words(value: str, covered: str) -> None:
    text = "two-thirds of them came, and dozens more"
    figure = f"{{id: f, label: F, value: {value}, kind: estimate, evidence: '{text}'}}"
    found = check_briefing(briefing(text, figures=f"figures: [{figure}]"), today=TODAY).coverage
    numbers = [item.text for item in found if item.kind == "quantity" and item.facts]
    assert numbers == ([covered] if covered else [])


@pytest.mark.parametrize(("date", "verdict"), [("2020-05", "covered"), ("2020-06", "open")])
def test_a_date_is_covered_by_an_event_of_that_date(date: str, verdict: str) -> None:
    sheet = f"events:\n  - {{id: e, title: T, date: {date}, evidence: in May 2020}}"
    assert verdicts(timeline=sheet)["May 2020"] == verdict


def test_a_name_is_covered_by_a_sheet_that_has_it_or_an_alias() -> None:
    sheet = "people:\n  - {id: a, name: Anna, aliases: Ann Lee, role: r, why: w, evidence: Ann Lee}"
    found = verdicts(people=sheet)
    assert (found["Ann Lee"], found["Bo Ray"]) == ("covered", "open")


def test_a_waiver_needs_its_words_and_something_to_answer() -> None:
    waiver = "waived:\n  - {words: %s, why: not ours to tell}"
    assert verdicts(coverage=waiver % "in May 2020")["May 2020"] == "waived"
    assert rules(ARTICLE, "coverage.idle", coverage=waiver % "paid") == ["coverage.idle"]
    assert rules(ARTICLE, "evidence.", coverage=waiver % "in June 2020") == ["evidence.not-found"]


def test_each_open_item_warns_at_its_own_place() -> None:
    found = [problem for problem in checked(ARTICLE).problems if problem.rule == "coverage.open"]
    assert {str(problem.position) for problem in found} >= {"b/article.md:7:1", "b/article.md:7:14"}
    assert {problem.severity for problem in found} == {"warning"}


def open_items(article: str) -> set[str]:
    return {item.text for item in checked(article).coverage if item.verdict == "open"}


@pytest.mark.parametrize(
    "article",
    [
        "Nobody came.",
        "All was quiet. Insurers paid.",
        "“Fewer came,” he said.",
        "## Trade",
        "| Level | Left |\n|---|---|\n| low | none |",
        "It fell to −4 °C and −9°C there.",
    ],
)
def test_a_word_with_a_capital_because_of_its_place_is_not_a_name(article: str) -> None:
    assert not open_items(article) & {"Nobody", "Insurers", "Fewer", "Trade", "Level", "Left", "C"}


def test_a_word_with_a_capital_inside_a_sentence_is_a_name_everywhere() -> None:
    assert "Basra" in open_items("Basra is quiet. He went to Basra.")
    assert "Basra" in open_items("He went to Basra.")
    assert "NATO" in open_items("NATO met.")
    assert "Ann Lee" in open_items("Ann Lee left.")


def reported_open(article: str, figures: str = "figures: []") -> list[str]:
    found = checked(article, figures=figures).problems
    return [problem.found for problem in found if problem.rule == "coverage.open"]


def test_claims_in_the_sentence_nearest_to_lost_evidence_are_not_reported() -> None:
    article = "Nearly $5 million was paid. In May 2020 it rained."
    assert len(reported_open(article)) == 2
    lost = FIGURE.replace("paid $5 million", "Around $5 million was paid") % "5 million"
    assert reported_open(article, figures=lost) == ["the date “May 2020” is in no sheet"]


@pytest.mark.parametrize(
    "written", ["José Peña", "Jose\u0301 Pen\u0303a", "Jo\u00adsé Peña", "José\u00a0Peña"]
)
def test_a_name_is_known_however_its_letters_are_composed(written: str) -> None:
    """NFC and NFD (Unicode Annex 15), a soft hyphen, a no-break space: the same person."""
    for alias in ("José Peña", "Jose\u0301 Pen\u0303a"):
        sheet = f"people:\n  - {{id: jose, name: {alias}, role: r, why: w, evidence: {alias} left}}"
        found = checked(f"Yesterday {written} left the town.", people=sheet)
        assert [problem.rule for problem in found.problems if problem.severity == "error"] == []
        assert [item.facts for item in found.coverage if item.kind == "name"] == [("jose",)]
