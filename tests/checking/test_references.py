"""An id that is referred to exists, and is of the kind that the field is for."""

import pytest

from dateline.checking.references import _in_rings
from tests.checking.world import problems, rules

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


def test_a_person_is_no_place() -> None:
    assert rules(ARTICLE, "reference.", timeline=EVENT % ", place: ann", people=PEOPLE) == [
        "reference.kind"
    ]


def test_events_that_follow_each_other_in_a_circle_are_refused() -> None:
    sheet = """
        events:
          - {id: a, title: A, after: b, evidence: A visit}
          - {id: b, title: B, after: a, evidence: by Ann}
    """
    assert rules(ARTICLE, "reference.", timeline=sheet) == ["reference.cycle", "reference.cycle"]


def test_what_leads_into_a_ring_is_in_no_ring() -> None:
    assert _in_rings({"a": "b", "b": "a", "c": "a", "d": "c", "e": "gone"}) == {"a", "b"}


class Counted(dict[str, str]):
    asked = 0

    def __getitem__(self, name: str) -> str:
        self.asked += 1
        return super().__getitem__(name)


def test_a_long_chain_is_walked_once() -> None:
    chain = Counted({f"e{one}": f"e{one + 1}" for one in range(300)})
    assert _in_rings(chain) == set()
    assert chain.asked <= 4 * len(chain)
