"""While a record cannot be read, nothing else is refused because of what may be in it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.checking import check_briefing
from dateline.problems import Problem, Rule
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
Ann Lee, who negotiated the deal of 2015, was appointed. Ann Lee resigned in May 2019. The port stood
still until ships came again.

Pia Holm was late. Ida Cole was closed. “It is over,” she said. The sheds of the Harbour Union
burnt in the winter of 2023. The union’s clerk, Bo Ray, said 14 sheds were lost.

A slate costs €5 and a beam costs €9 in Lesk. They lost 14 sheds and 3 boats, or €126 of beams.
"""
SHEETS = {
    "timeline": """events:
- {id: deal, title: The deal, date: 2015, evidence: the deal of 2015}
- {id: appointed, title: Ann Lee is appointed, date: 2024-09-10, date_from: the gazette,
   evidence: "Ann Lee, who negotiated the deal of 2015, was appointed"}
- {id: case-2015, title: Ann Lee resigns, date: 2019-05, evidence: resigned in May 2019}
- {id: left, title: She leaves the office, date: 2019-05, date_from: case-2015,
   evidence: Ann Lee resigned}
- {id: strike, title: A strike, date: 2019-05-02/2019-05-05, date_from: the gazette,
   evidence: The port stood still}
- {id: end, title: The port opens, date: 2019-05-09, date_from: the gazette,
   evidence: ships came again}
- {id: still, title: The port is still, date: 2019-05-02/2019-05-09, date_from: strike,
   evidence: The port stood still until ships came again}
- {id: fire, title: The sheds burn, date: 2023-06/2023-08, evidence: burnt in the winter of 2023}
""",
    "people": """people:
- {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee resigned}
- {id: pia, name: Pia Holm, role: r, why: w, evidence: Pia Holm was late}
- {id: bo, name: Bo Ray, role: r, why: w, organisation: union, evidence: Bo Ray}
""",
    "organisations": """organisations:
- {id: union, name: Harbour Union, aliases: the union, what: w, evidence: the Harbour Union}
""",
    "places": """places:
- {id: lesk, name: Lesk, what: w, latitude: -37.8, longitude: 144.9, evidence: in Lesk}
- {id: hall, name: Ida Cole, what: A café, evidence: Ida Cole was closed}
""",
    "quotations": """quotations:
- {id: over, words: It is over, speaker: pia, said_on: 2019-05, date_from: case-2015}
""",
    "figures": """groups:
- {id: costs, title: Costs}
figures:
- {id: slate, label: A slate, group: costs, value: 5, unit: EUR, kind: price, evidence: costs €5}
- {id: price, label: A beam, group: costs, value: 9, unit: EUR, kind: price,
   compare: {to: slate, by: ratio}, evidence: costs €9}
- {id: sheds, label: Sheds lost, value: 14, unit: sheds, kind: measured, by: union,
   evidence: 14 sheds were lost}
- {id: beams, label: Lost in beams, value: 126, unit: EUR, kind: estimate,
   derived: {how: sheds * price}, evidence: €126 of beams}
- {id: gone, label: Sheds gone, value: 14, unit: sheds, kind: measured,
   evidence: lost 14 sheds and 3 boats}
- {id: gone-too, label: Sheds gone too, value: 14, unit: sheds, kind: measured,
   evidence: lost 14 sheds}
- {id: boats, label: Boats, value: 3, unit: boats, kind: measured, evidence: and 3 boats}
""",
}


def broken(**changed: str) -> tuple[list[Problem], list[Problem]]:
    """What is wrong with what is read, and what the checks say beside it."""
    texts = {"front": FRONT, "body": ARTICLE, **SHEETS, **changed}
    files = {f"{name}.yaml": texts[name].encode() for name in SHEETS}
    files["article.md"] = f"---\n{texts['front']}---\n{texts['body']}".encode()
    read, first = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert read
    second = check_briefing(read, today=date(2024, 9, 11)).problems
    return [*first], [problem for problem in second if not problem.rule.startswith("coverage.")]


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


@pytest.mark.parametrize("spoilt", ["idea: x", "decide: title"])
def test_a_date_that_another_event_may_have_contradicts_nothing(spoilt: str) -> None:
    text = SHEETS["timeline"].replace("{id: deal", f"{{{spoilt}, id: deal")
    assert broken(timeline=text)[1] == []


def test_a_season_is_that_of_either_half_where_the_dateline_cannot_be_read() -> None:
    def dated(front: str) -> list[Problem]:
        found = broken(front=front, places="places: []")[1]
        return [problem for problem in found if problem.rule is Rule.AGREEMENT_DATE]

    for line in ("dateline: Melbourne", "dateline: [Melbourne]", "datelin: Melbourne"):
        assert dated(f"{line}\n{FRONT}") == []
    assert dated(FRONT) != []


def test_no_figure_is_said_to_be_in_another_currency_than_most() -> None:
    """The first of three figures is in another currency than two, of which one cannot be read."""
    kept = '"id": "{}", "label": "L", "kind": "price", "value": {}, "unit": "{}", "evidence": "{}"'
    slate = kept.format("slate", 5, "USD", "costs $5")
    beam = kept.format("beam", 9, "AUD", "costs $9")
    lost = kept.format("lost", 126, "AUD", "$126 of beams")
    body = ARTICLE.replace("€", "$")
    for last, blamed in ((lost, ["slate"]), (f'{lost}, "idea": "x"', [])):
        figures = f'{{"figures": [{{{slate}}}, {{{beam}}}, {{{last}}}]}}'
        second = broken(body=body, figures=figures, front=FRONT.partition("brief")[0])[1]
        assert [problem.fact for problem in second if "other figures" in problem.found] == blamed


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


def test_a_doubled_id_says_what_is_held_back_until_another_is_written() -> None:
    """A number of the headline and one that no sheet has are reported once the id is another."""
    row = "- {{id: {}, label: L, kind: measured, value: {}, unit: {}, evidence: {}}}"
    reported = {}
    for second in ("a", "b"):
        figures = "\n".join(
            [
                "figures:",
                row.format("a", 5, "men", "5 men"),
                row.format(second, 7, "dogs", "7 dogs"),
            ]
        )
        article = "---\ntitle: Lost 99 cats\nstandfirst: S\npublished: 2024-09-11\n---\n\n5 men, 7 dogs and 8 cows.\n"
        files = {"article.md": article.encode(), "figures.yaml": figures.encode()}
        briefing, found = parse_briefing(Folder(slug="b", shown_as="b", files=files))
        assert briefing is not None
        reported[second] = (found, check_briefing(briefing, today=date(2024, 9, 12)).problems)
    (doubled,), nothing = reported["a"]
    assert doubled.fix == (
        "give the newer one another id: until then neither is checked, nor is coverage, "
        "nor what the headline and other texts claim"
    )
    assert nothing == ()
    assert reported["b"][0] == ()
    assert {problem.rule for problem in reported["b"][1]} == {
        Rule.CLAIM_QUANTITY,
        Rule.COVERAGE_OPEN,
    }
