"""An id that is referred to exists, and is of the kind that the field is for."""

from typing import get_args

import pytest

from dateline.checking.basis.references import check_references, references_in
from dateline.facts import records, site_records
from dateline.facts.described import fields_of
from dateline.facts.fields import Id, PersonId
from dateline.facts.kinds import ACTORS, Kind
from dateline.facts.records import Expectation, Person, Record
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from tests.small_site import article, problems, rules

EVENT = "events:\n  - {id: visit, title: A visit, date: 2024, evidence: A visit%s}"
PEOPLE = "people:\n  - {id: ann, name: Ann, role: r, why: w, evidence: Ann}"
ARTICLE = "A visit by Ann in 2024."


@pytest.mark.parametrize(
    "field", ["who: anne", "by: nobody", "place: ann", "after: x", "source: y"]
)
def test_an_id_that_no_sheet_has_is_refused(field: str) -> None:
    found = rules(ARTICLE, "reference.", timeline=EVENT % f", {field}", people=PEOPLE)
    assert len(found) == 1


def test_the_nearest_id_is_offered_and_the_place_is_the_ids_own() -> None:
    (problem,) = problems(ARTICLE, "reference.", timeline=EVENT % ", who: [anne]", people=PEOPLE)
    assert problem.fix == "did you mean ‘ann’?"
    assert str(problem.position) == "b/timeline.yaml:2:70"


def test_a_person_is_not_a_place() -> None:
    assert rules(ARTICLE, "reference.", timeline=EVENT % ", place: ann", people=PEOPLE) == [
        "reference.kind"
    ]


def test_an_id_that_two_records_have_is_a_reference_to_either() -> None:
    sheets = {
        "timeline": EVENT % ", who: iran",
        "figures": "groups:\n  - {id: iran, title: Iran}\nfigures:\n  - {id: f, label: L, value: 5,"
        " group: iran, kind: measured, evidence: 5 cars}",
        "organisations": "organisations:\n  - {id: iran, name: Iran, what: w, why: w, evidence: Iran}",
    }
    files = {f"{name}.yaml": text.encode() for name, text in sheets.items()}
    files["article.md"] = article("A visit to Iran in 2024 by 5 cars.").encode()
    read, twice = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert read
    assert [problem.rule for problem in twice] == ["id.duplicate"]
    assert list(check_references(read)) == []


def test_events_that_follow_each_other_in_a_circle_are_refused() -> None:
    sheet = """
        events:
          - {id: a, title: A, after: b, evidence: A visit}
          - {id: b, title: B, after: a, evidence: by Ann}
    """
    assert rules(ARTICLE, "reference.", timeline=sheet) == ["reference.cycle", "reference.cycle"]


def test_a_body_that_is_part_of_itself_is_refused() -> None:
    body = "organisations: [{id: iran, name: Iran, what: W, why: W, evidence: Iran, part_of: iran}]"
    (problem,) = problems("A visit to Iran in 2024.", "reference.", organisations=body)
    assert problem.rule == "reference.cycle"
    assert problem.found == "‘iran’ is part of ‘iran’, which leads back to ‘iran’"
    assert problem.fix == "correct one of the two, or remove it"


RECORDS = [
    member
    for member in {**vars(records), **vars(site_records)}.values()
    if isinstance(member, type) and issubclass(member, Record)
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_id_is_a_records_own_or_typed_to_refer_to_another(record: type[Record]) -> None:
    """`successor: Id` would be looked up on a page and checked by nobody: write `PersonId`."""
    ids = [field for field in fields_of(record) if get_args(Id)[1] in field.marks]
    assert {field.name for field in ids if not field.refers_to} <= {"id", "formerly", "removed"}


class Mayor(Person):
    successor: PersonId | None = None
    rivals: tuple[Expectation, ...] = ()


def test_a_typed_id_is_checked_wherever_it_is_in_a_record() -> None:
    ann = {"id": "ann", "name": "Ann", "role": "r", "why": "w", "successor": "bob"}
    expected = {"window": "2025", "said_by": "cat", "source": "plan"}
    mayor = Mayor.model_validate(ann | {"rivals": [expected]})
    found = {reference.id: reference.kinds for reference in references_in(mayor)}
    assert found == {"bob": (Kind.PERSON,), "cat": (*ACTORS, Kind.PLACE), "plan": (Kind.SOURCE,)}
