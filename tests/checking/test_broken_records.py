"""While a record cannot be read, nothing else is refused because of what may be in it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.checking import check_briefing
from dateline.problems import Problem
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder

FRONT = """title: T
standfirst: S
published: 2024-09-11
brief:
- {what: The deal of 2015 is over., why: Ann Lee negotiated it., facts: deal}
- {what: It cost $7 million., why: That is much., facts: price}
- {what: It is over., why: The Harbour Union says so., facts: over}
waive: {check: claim.quantity, words: $7 million, why: A guess.}
"""
ARTICLE = """
Ann Lee, who negotiated the deal of 2015, was appointed. Ann Lee resigned in May 2019.

Ann Lee was late. Pia Holm waited. “It is over,” she said. The sheds of the Harbour Union
burnt in the winter of 2023. The union’s clerk, Bo Ray, said 14 sheds were lost.

A slate costs $5 and a beam costs $9 in Lesk. They lost 14 sheds and 3 boats, or $126 of beams.
"""
SHEETS = {
    "timeline": """events:
- {id: deal, title: The deal, date: 2015, evidence: the deal of 2015}
- {id: appointed, title: Ann Lee is appointed, date: 2024-09-10, date_from: the gazette,
   evidence: "Ann Lee, who negotiated the deal of 2015, was appointed"}
- {id: resigned, title: Ann Lee resigns, date: 2019-05, evidence: resigned in May 2019}
- {id: left-2018, title: She leaves the office, date: 2019-05, date_from: resigned,
   evidence: Ann Lee resigned}
- {id: fire, title: The sheds burn, date: 2023-06/2023-08, evidence: burnt in the winter of 2023}
""",
    "people": """people:
- {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee was late}
- {id: pia, name: Pia Holm, role: r, why: w, evidence: Pia Holm waited}
- {id: bo, name: Bo Ray, role: r, why: w, organisation: union, evidence: Bo Ray}
""",
    "organisations": """organisations:
- {id: union, name: Harbour Union, aliases: the union, what: w, evidence: the Harbour Union}
""",
    "places": """places:
- {id: lesk, name: Lesk, what: w, latitude: -37.8, longitude: 144.9, evidence: in Lesk}
""",
    "quotations": """quotations:
- {id: over, words: It is over, speaker: pia}
""",
    "figures": """groups:
- {id: costs, title: Costs}
figures:
- {id: slate, label: A slate, group: costs, value: 5, unit: AUD, kind: price, evidence: costs $5}
- {id: price, label: A beam, group: costs, value: 9, unit: AUD, kind: price,
   compare: {to: slate, by: ratio}, evidence: costs $9}
- {id: sheds, label: Sheds lost, value: 14, unit: sheds, kind: measured, by: union,
   evidence: 14 sheds were lost}
- {id: beams, label: Lost in beams, value: 126, unit: AUD, kind: estimate,
   derived: {how: sheds * price}, evidence: $126 of beams}
""",
}


def broken(**changed: str) -> tuple[list[Problem], list[Problem]]:
    """What is wrong with what is read, and what the checks say beside it."""
    texts = {"front": FRONT, **SHEETS, **changed}
    files = {f"{name}.yaml": text.encode() for name, text in texts.items() if name != "front"}
    files["article.md"] = f"---\n{texts['front']}---\n{ARTICLE}".encode()
    read, first = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert read
    second = check_briefing(read, today=date(2024, 9, 11)).problems
    return [*first], [problem for problem in second if problem.severity == "error"]


def test_nothing_is_wrong_with_the_story() -> None:
    assert broken() == ([], [])


RECORDS = [
    (sheet, line)
    for sheet, text in SHEETS.items()
    for line in text.split("\n")
    if "- {id: " in line
]


@pytest.mark.parametrize(("sheet", "line"), RECORDS)
@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("id: ", "idea: x, id: "),
        ("id: ", "id: 7-"),
        ("id: ", "id "),
        ("- {id: ", "- {{id: "),
    ],
    ids=["unknown key", "id of another form", "no id", "no YAML"],
)
def test_a_broken_record_is_the_only_fault(
    sheet: str, line: str, written: str, instead: str
) -> None:
    text = SHEETS[sheet].replace(line, line.replace(written, instead, 1))
    first, second = broken(**{sheet: text})
    assert first
    assert second == []


DOUBLED = [
    (sheet, own, other)
    for sheet, line in RECORDS
    for own in [line.split("id: ")[1].split(",")[0]]
    for other in [
        each.split("id: ")[1].split(",")[0] for name, each in RECORDS if name == sheet != own
    ]
    if own != other
]


@pytest.mark.parametrize(("sheet", "own", "other"), DOUBLED)
def test_an_id_that_two_records_have_is_the_only_fault(sheet: str, own: str, other: str) -> None:
    first, second = broken(**{sheet: SHEETS[sheet].replace(f"{{id: {own},", f"{{id: {other},")})
    assert {problem.rule for problem in first} == {"id.duplicate"}
    assert second == []


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("spoilt", ["\t", "- ", '"'])
def test_a_broken_sheet_is_the_only_fault(sheet: str, spoilt: str) -> None:
    first, second = broken(**{sheet: spoilt + SHEETS[sheet]})
    assert first
    assert second == []


@pytest.mark.parametrize("line", [line for line in FRONT.split("\n") if line])
@pytest.mark.parametrize("instead", ["x: {y: [z]}", 'x: "open', "odd"])
def test_a_broken_line_of_the_front_matter_is_the_only_fault(line: str, instead: str) -> None:
    name, colon, _ = line.partition(": " if line.startswith("- ") else ":")
    spoilt = name + colon + instead.removeprefix("x:") if "x:" in instead else f"x{line}"
    first, second = broken(front=FRONT.replace(line, spoilt))
    assert first
    assert second == []


@pytest.mark.parametrize("line", ["language: Deutsch!", "langauge: de", 'language: "de'])
def test_no_english_rule_runs_where_the_language_cannot_be_read(line: str) -> None:
    wrong = SHEETS["timeline"].replace("date: 2015", "date: 2014")
    assert {problem.rule for problem in broken(timeline=wrong)[1]} == {"agreement.date"}
    assert broken(timeline=wrong, front=f"{line}\n{FRONT}")[1] == []


@pytest.mark.parametrize(
    ("sheet", "right", "wrong", "rule"),
    [
        ("timeline", "date: 2015,", "date: 2014,", "agreement.date"),
        ("figures", "value: 5,", "value: 6,", "agreement.value"),
    ],
)
def test_what_a_record_says_itself_is_compared_all_the_same(
    sheet: str, right: str, wrong: str, rule: str
) -> None:
    places = SHEETS["places"].replace("id: lesk", "idea: lesk")
    second = broken(**{"places": places, sheet: SHEETS[sheet].replace(right, wrong)})[1]
    assert rule in {problem.rule for problem in second}


def test_the_date_of_another_event_is_no_advice() -> None:
    """The message about an event says nothing of a year that another has."""
    wrong = SHEETS["timeline"].replace(
        "date: 2024-09-10, date_from: the gazette", "date: 2024-09-10"
    )
    for text in (wrong, wrong.replace("id: deal", "idea: x, id: deal")):
        [advice] = [
            problem.fix for problem in broken(timeline=text)[1] if "appointed" in problem.found
        ]
        assert "write 2015" not in advice
