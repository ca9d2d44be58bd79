"""What `check` says about coverage: counts, what is open with a stub, waivers with reasons, the rest."""

from __future__ import annotations

from dateline.checking import check_briefing
from dateline.checking.coverage.coverage_report import coverage_to_json, coverage_to_text
from tests.small_site import TODAY, briefing

ARTICLE = """\
    Ann Lee paid $5 million in May 2020. Bo Ray called it “a very bad day for us all”.

    Ann Lee paid no more.
    """
SHEETS = {
    "figures": """
        figures:
          - {id: paid, label: P, value: 5 million, unit: USD, kind: measured, evidence: $5 million}
        """,
    "people": """
        people:
          - {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee paid no more}
        """,
    "coverage": """
        waived:
          - {words: “a very bad day for us all”, why: Not ours to tell.}
        """,
}


def reported(sheets: dict[str, str], *, in_full: bool = False) -> str:
    made = briefing(ARTICLE, **sheets)
    found = check_briefing(made, today=TODAY)
    triage = coverage_to_json(found.coverage, found.passages, made)
    return coverage_to_text({"b": triage}, content="content", in_full=in_full)


OPEN = """\
content/b/article.md: 5 dates, numbers, quotations and names: 3 covered, 1 waived, 1 open; 1 name that no sheet has
  open: make each a fact, or waive it in coverage.yaml
content/b/article.md:7:28: date “May 2020”, read as 2020-05
  # timeline.yaml, under events:
  - id:
    title:
    date: 2020-05
    evidence: 'Ann Lee paid $5 million in May 2020.'
  names that no sheet has: add those that matter
content/b/article.md:7:38: name “Bo Ray”
"""


def test_a_briefing_among_others_reports_what_is_left_to_do() -> None:
    assert reported(SHEETS) == f"{OPEN}\n"


IN_FULL = """\
  # people.yaml, under people: (organisations.yaml and places.yaml: what, for role and why)
  - id:
    name: Bo Ray
    role:
    why:
    evidence: 'Bo Ray'
  waived
    line 7: quotation “a very bad day for us all”: Not ours to tell.
  covered
    line 7: Ann Lee (ann); $5 million (paid)
    line 9: Ann Lee (ann)
"""


def test_a_briefing_that_was_asked_for_is_reported_in_full() -> None:
    assert reported(SHEETS, in_full=True) == f"{OPEN}{IN_FULL}\n"


def test_what_is_said_again_is_reported_so() -> None:
    article = "He paid $5 million. They lost the $5 million at sea."
    made = briefing(
        article, figures=SHEETS["figures"].replace("evidence: $5", "evidence: He paid $5")
    )
    found = check_briefing(made, today=TODAY)
    triage = coverage_to_json(found.coverage, found.passages, made)
    shown = coverage_to_text({"b": triage}, content="content", in_full=True)
    assert "line 7: $5 million (paid); $5 million (paid, again)" in shown


def test_a_briefing_with_nothing_to_cover_says_so() -> None:
    made = briefing("all was quiet.")
    found = check_briefing(made, today=TODAY)
    triage = coverage_to_json(found.coverage, found.passages, made)
    shown = coverage_to_text({"b": triage}, content="content")
    assert shown == "content/b/article.md: no dates, numbers, quotations or names\n\n"


def test_one_finding_is_counted_in_the_singular() -> None:
    made = briefing("It rained in May 2020.")
    found = check_briefing(made, today=TODAY)
    triage = coverage_to_json(found.coverage, found.passages, made)
    shown = coverage_to_text({"b": triage}, content="content")
    counts = "1 date, number, quotation or name: none covered, none waived, 1 open"
    assert shown.splitlines()[0] == f"content/b/article.md: {counts}"


def test_programs_get_the_same_under_the_names_of_the_command() -> None:
    made = briefing(ARTICLE, **SHEETS)
    found = check_briefing(made, today=TODAY)
    triage = coverage_to_json(found.coverage, found.passages, made)
    assert {name: len(items) for name, items in triage.items()} == {
        "covered": 3,
        "waived": 1,
        "undecided": 0,
        "open": 1,
        "offered": 1,
    }
    position = {"line": 7, "column": 14}
    paid = {"text": "$5 million", "kind": "quantity", **position, "facts": ["paid"], "again": False}
    assert paid in triage["covered"]
    assert triage["waived"][0]["reason"] == "Not ours to tell."
    assert triage["open"][0]["reading"] == "2020-05"
    assert triage["open"][0]["stub"].startswith("  # timeline.yaml")
    assert (triage["offered"][0]["text"], triage["offered"][0]["times"]) == ("Bo Ray", 1)
