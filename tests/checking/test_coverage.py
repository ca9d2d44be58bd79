"""Coverage is triage: covered, waived with a reason, or open."""

import json

import pytest

from dateline.checking import check_briefing
from tests.small_site import TODAY, briefing, checked, problems, rules

ARTICLE = "Ann Lee paid $5 million in May 2020. Bo Ray called it “a very bad day for us all”."
FIGURE = """
    figures:
      - {id: paid, label: Paid, value: %s, unit: USD, kind: measured, evidence: paid $5 million}
"""


def verdicts(**sheets: str) -> dict[str, str]:
    found = check_briefing(briefing(ARTICLE, **sheets), today=TODAY)
    return {item.text: item.verdict for item in found.coverage}


def test_everything_is_open_until_a_sheet_has_it_and_names_are_offered() -> None:
    assert verdicts() == {
        "Ann Lee": "offered",
        "$5 million": "open",
        "May 2020": "open",
        "Bo Ray": "offered",
        "a very bad day for us all": "open",
    }


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
    assert (found["Ann Lee"], found["Bo Ray"]) == ("covered", "offered")


def test_a_waiver_needs_its_words_and_something_to_answer() -> None:
    waiver = "waived:\n  - {words: %s, why: not ours to tell}"
    assert verdicts(coverage=waiver % "in May 2020")["May 2020"] == "waived"
    assert rules(ARTICLE, "coverage.idle", coverage=waiver % "paid") == ["coverage.idle"]
    assert rules(ARTICLE, "evidence.", coverage=waiver % "in June 2020") == ["evidence.not-found"]


def test_a_waiver_of_too_few_words_names_those_that_are_open() -> None:
    waiver = "waived:\n  - {words: '5', why: not ours to tell}"
    (found,) = problems("It took 5 barges.", "coverage.idle", coverage=waiver)
    assert "only a part of what is open, “5 barges”" in found.found
    assert found.fix == "write `words: 5 barges`"


def test_each_open_item_warns_at_its_own_place() -> None:
    found = [problem for problem in checked(ARTICLE).problems if problem.rule == "coverage.open"]
    assert {str(problem.position) for problem in found} >= {
        "b/article.md:7:14",
        "b/article.md:7:28",
    }
    assert {problem.severity for problem in found} == {"warning"}


def open_items(article: str) -> set[str]:
    return {item.text for item in checked(article).coverage if not item.facts}


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


def facts_of(article: str, **sheets: str) -> dict[str, tuple[tuple[str, ...], bool]]:
    """The facts that cover each finding, by its words, and whether they say it elsewhere."""
    found = check_briefing(briefing(article, **sheets), today=TODAY).coverage
    return {item.text: (item.facts, item.again) for item in found if item.kind != "name"}


EVENT = "events:\n  - {id: e, title: T, date: %s, evidence: %s, %s}"


def test_a_waived_check_covers_the_words_of_its_fact_too() -> None:
    waive = "waive: {check: agreement.date, why: it was read from the poster}"
    sheet = EVENT % ("2024-09-13", "The fair opens on Friday", waive)
    assert facts_of("The fair opens on Friday.", timeline=sheet) == {"Friday": (("e",), False)}
    figure = FIGURE.replace("evidence:", "waive: {check: agreement.value, why: w}, evidence:")
    article = "He paid $5 million, not $7 million."
    assert facts_of(article, figures=figure % "6 million") == {
        "$5 million": (("paid",), False),
        "$7 million": ((), False),
    }


HISTORY = """
    figures:
      - id: tolls
        label: Dead
        value: 31
        unit: people
        kind: official claim
        evidence: 31 people have died
        %s
"""


@pytest.mark.parametrize(
    "inner",
    [
        "history: [{date: 2024-09-08, value: 9}]",
        "values: [{value: 9, as_of: 2024-09-08, by: ann}]",
        "revised: [{value: 9, date: 2024-09-08, recorded: 2024-09-11, source: s}]",
    ],
)
def test_the_other_values_of_a_figure_cover_their_words_beside_its_evidence(inner: str) -> None:
    sheets = {
        "figures": HISTORY % inner,
        "people": "people:\n  - {id: ann, name: Ann, role: r, why: w, source: s}",
        "sources": "sources:\n  - {id: s, title: S}",
    }
    beside = "So far 31 people have died; the ministry counted 9 on Sunday. Then 9 boats sank."
    assert facts_of(beside, **sheets) == {
        "31 people": (("tolls",), False),
        "9": (("tolls",), False),
        "Sunday": (("tolls",), False),
        "9 boats": ((), False),
    }
    elsewhere = "So far 31 people have died.\n\nThe ministry counted 9 of them."
    assert facts_of(elsewhere, **sheets)["9"] == ((), False)


def test_a_number_that_a_figure_has_is_covered_again_where_it_counts_the_same() -> None:
    article = """
        He paid $5 million. She kept her $5 million, €5 million and 5 million euros.

        They want more than $5 million, or $6 million, or 5 million.
        """
    assert facts_of(article, figures=FIGURE.replace("paid $5", "He paid $5") % "5 million") == {
        "$5 million": (("paid",), True),
        "€5 million": ((), False),
        "5 million euros": ((), False),
        "more than $5 million": (("paid",), True),
        "$6 million": ((), False),
        "5 million": ((), False),
    }


def test_a_number_with_another_hedge_is_not_the_same_again() -> None:
    figure = FIGURE.replace("evidence: paid", "hedge: nearly, evidence: He paid nearly")
    article = "He paid nearly $5 million. She kept more than $5 million."
    assert facts_of(article, figures=figure % "5 million")["more than $5 million"] == ((), False)


@pytest.mark.parametrize(
    ("again", "facts"),
    [
        ("The fair of 6 September 2024 was wet.", ("e",)),
        ("The fair of 7 September 2024 was wet.", ()),
        ("The fair of September 2024 was wet.", ()),
        ("It rained on Friday.", ()),
    ],
)
def test_a_date_is_covered_again_where_it_is_written_out(
    again: str, facts: tuple[str, ...]
) -> None:
    sheet = EVENT % ("2024-09-06", "opened on 6 September", "")
    found = checked(
        f"The fair opened on 6 September.\n\n{again}", timeline=sheet.replace(", }", "}")
    )
    assert [item.facts for item in found.coverage if item.kind == "date"][1:] == [facts]


def test_the_same_words_for_a_date_are_covered_again() -> None:
    sheet = EVENT.replace(", %s}", "}") % ("2024-09-06", "opened on Friday")
    article = "The fair opened on Friday. It was wet on Friday and on Saturday."
    assert facts_of(article, timeline=sheet) == {
        "Friday": (("e",), True),
        "Saturday": ((), False),
    }


def test_words_quoted_again_are_covered_by_the_longer_quotation() -> None:
    sheets = {
        "people": "people:\n  - {id: ann, name: Ann Lee, role: r, why: w, evidence: said Ann Lee}",
        "quotations": "quotations:\n  - {id: q, words: It is a very bad day for us all, speaker: ann}",
    }
    article = (
        "“It is a very bad day for us all,” said Ann Lee.\n\nIt was “a very bad day” and “a day”."
    )
    assert facts_of(article, **sheets) == {
        "It is a very bad day for us all,": (("q",), False),
        "a very bad day": (("q",), True),
        "a day": ((), False),
    }


def test_what_is_waived_stays_waived_though_a_fact_says_it_too() -> None:
    sheets = {
        "figures": FIGURE.replace("paid $5", "He paid $5") % "5 million",
        "coverage": "waived:\n  - {words: kept $5 million, why: hers}",
    }
    article = "He paid $5 million. She kept $5 million."
    found = check_briefing(briefing(article, **sheets), today=TODAY)
    assert [item.verdict for item in found.coverage] == ["covered", "waived"]
    assert [problem.rule for problem in found.problems] == []


def test_what_a_summary_says_covers_its_words_beside_the_evidence() -> None:
    sheet = EVENT.replace("%s}", "summary: '%s'}") % ("2024-09-06", "opened on 6 September", "%s")
    article = (
        "The fair opened on 6 September. About 300 people came and 40 dogs.\n\nThey sold 90 pies."
    )
    assert facts_of(article, timeline=sheet % "About 300 people came.") == {
        "6 September": (("e",), False),
        "About 300 people": (("e",), False),
        "40 dogs": ((), False),
        "90 pies": ((), False),
    }


def test_what_only_the_headline_says_is_open() -> None:
    article = "The fair opened. About 300 people came."
    front = checked(article)
    assert [item.verdict for item in front.coverage if item.kind == "quantity"] == ["open"]


def test_the_age_of_a_person_is_covered_by_the_sheet_that_has_it() -> None:
    people = (
        "people:\n  - {id: a, name: Ann Lee, age: %s, role: r, why: w, evidence: 'Ann Lee, 41,'}"
    )
    article = "Later Ann Lee, 41, left."
    assert facts_of(article, people=people % 41) == {"41": (("a",), False)}


@pytest.mark.parametrize(
    ("article", "covered"),
    [
        ("The fair opens on Friday.", {"Friday": ("e",)}),
        ("The fair opens on Friday and ends on 6 October.", {"Friday": ("e",), "6 October": ()}),
        (
            "It opened on 13 September, after rain on Friday.",
            {"13 September": ("e",), "Friday": ()},
        ),
    ],
)
def test_a_date_that_comes_from_elsewhere_covers_the_words_that_it_explains(
    article: str, covered: dict[str, tuple[str, ...]]
) -> None:
    sheet = EVENT % ("2024-09-13", f"'{article.rstrip('.')}'", "date_from: the poster")
    found = checked(article, timeline=sheet).coverage
    assert {item.text: item.facts for item in found if item.kind == "date"} == covered


def test_another_value_whose_date_comes_from_elsewhere_explains_its_words() -> None:
    sheet = """
        figures:
          - id: loss
            label: Loss
            value: 18 million
            unit: EUR
            kind: measured
            as_of: 2024-09-11
            evidence: lost 18 million euros on Wednesday
            history:
              - value: 3 million
                date: 2023-09
                evidence: 3 million euros a year earlier
                date_from: a year before
        """
    article = "It lost 18 million euros on Wednesday, against 3 million euros a year earlier."
    assert facts_of(article, figures=sheet)["a year earlier"] == (("loss",), False)


def test_the_age_of_one_is_not_covered_by_a_count_of_others() -> None:
    body = (
        "A crew of nine came. Two sisters, aged 9 and 12, were found. Jan Holm was one of the crew."
    )
    person = {"id": "p", "name": "Jan Holm", "role": "R", "why": "He was one of a crew of nine."}
    people = json.dumps({"people": [person | {"evidence": body}]})
    found = checked(body, people=people).coverage
    facts = {each.text: (each.verdict, each.facts) for each in found if each.kind == "quantity"}
    assert facts["9"] == facts["12"] == ("offered", ())


@pytest.mark.parametrize(
    ("unit", "number", "facts"),
    [
        ("journeys", "47.9 million", ("trips",)),
        ("journeys", "40 million", ()),
        ("GBP", "47.9 million", ()),
    ],
)
def test_a_bare_number_of_three_digits_is_covered_again(
    unit: str, number: str, facts: tuple[str, ...]
) -> None:
    figure = f"""
        figures:
          - id: trips
            label: Journeys
            value: {number}
            unit: {unit}
            kind: measured
            evidence: A count
        """
    article = f"A count. It rose 7 percent to {number}."
    assert facts_of(article, figures=figure)[number] == (facts, bool(facts))
