"""Two briefings that disagree about a person or a place: both places are named. A role may differ."""

from __future__ import annotations

import pytest

from dateline.problems import Problem
from tests.small_site import article, assemble

LEE = "people: [{id: ann-lee, name: Ann Lee, role: Mayor, why: W, evidence: Ann Lee%s}]"
BROD = "places: [{id: brod, name: Brod, what: A town, latitude: 51.5, longitude: 17.5, evidence: Brod%s}]"
BODY = "Ann Lee, 40, was in Brod. Ann Leigh, 41, and Bob Lee, 55, were not."


def found(first: str, second: str, sheet: str = "people", **site: str) -> list[Problem]:
    """What is said of two briefings with these sheets, in a site with its own."""
    briefings = {
        f"{slug}/{name}": text
        for slug, own in (("a", first), ("b", second))
        for name, text in (("article.md", article(BODY)), (f"{sheet}.yaml", own))
    }
    own_sheets = {f"{name}.yaml": text for name, text in site.items()}
    problems = assemble({**briefings, **own_sheets}).problems
    return [each for each in problems if each.rule.startswith(("record.differs", "record.an"))]


def lee(**fields: str) -> str:
    return LEE % "".join(f", {name}: {value}" for name, value in fields.items())


def brod(**fields: str) -> str:
    return BROD % "".join(f", {name}: {value}" for name, value in fields.items())


def test_both_places_are_named() -> None:
    (problem,) = found(lee(same_as="https://e.example/Q1"), lee(same_as="https://e.example/Q2"))
    assert (problem.rule, problem.severity) == ("record.differs", "warning")
    assert str(problem.position) == "content/b/people.yaml:1:15"
    assert [str(each.position) for each in problem.related] == ["content/a/people.yaml:1:15"]
    assert problem.found == (
        "the link of ‘ann-lee’ is https://e.example/Q2 here, https://e.example/Q1 in another briefing"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (lee(), lee()),
        (lee(), lee().replace("Mayor", "Minister")),
        (lee(same_as="https://e.example/Q1"), lee()),
        (lee(same_as="https://e.example/Q1"), lee(same_as="http://www.e.example/wiki/Q1/")),
        (lee(same_as="https://e.example/Q1"), lee(same_as="https://other.example/Q2")),
        (
            lee(same_as="https://e.example/Q1"),
            lee(same_as="[https://e.example/Q2, https://e.example/Q1]"),
        ),
        (lee(), lee().replace("name: Ann Lee", "name: ann  lee")),
    ],
)
def test_what_agrees_is_not_reported(first: str, second: str) -> None:
    assert found(first, second) == []


@pytest.mark.parametrize(("second", "is_reported"), [("40", False), ("41", False), ("55", True)])
def test_ages_that_cannot_be_of_one_person_are(second: str, is_reported: bool) -> None:
    waive = "{check: agreement.value, why: NotesBySlug by her office.}"
    briefings = (lee(age=age, waive=waive) for age in ("40", second))
    assert bool(found(*briefings)) is is_reported


@pytest.mark.parametrize(("east", "is_reported"), [("17.58", False), ("18.5", True)])
def test_a_point_may_be_rounded_and_not_elsewhere(east: str, is_reported: bool) -> None:
    moved = BROD.replace("17.5", east) % ""
    problems = found(brod(), moved, "places")
    assert bool(problems) is is_reported
    assert all("51.5 18.5 here, 51.5 17.5 in" in problem.found for problem in problems)


def test_two_people_with_one_id_are_notes_and_refuse_nothing() -> None:
    (problem,) = found(lee(), lee().replace("Ann Lee", "Ann Leigh"))
    assert (problem.rule, problem.severity) == ("record.another", "follow-up")
    assert problem.found == "‘ann-lee’ is “Ann Leigh” here, “Ann Lee” in another briefing"


def test_places_and_organisations_may_share_a_common_id() -> None:
    assert found(brod(), brod().replace("name: Brod", "name: Lipa"), "places") == []


def test_a_name_that_is_not_that_of_the_site_is() -> None:
    site = "people: [{id: ann-lee, name: Ann Lee, born: 1984}]"
    own = "people: [{id: ann-lee, name: Ann Leigh, role: Mayor, why: W, evidence: Ann Leigh}]"
    (problem,) = found(lee(), own, people=site)
    assert (
        problem.found == "the name of ‘ann-lee’ is “Ann Leigh” here, “Ann Lee” in another briefing"
    )
    assert problem.fix == "correct it here, or in the site’s own people.yaml"


def test_a_letter_of_another_alphabet_is_reported_in_the_sheet_that_has_it() -> None:
    """And in no briefing that takes the name from there."""
    site = "people: [{id: ann-lee, name: \u0410nn Lee, roles: Mayor, why: W}]"
    named = {
        f"{slug}/{name}": text
        for slug in ("a", "b")
        for name, text in (
            ("article.md", article("\u0410nn Lee was in Brod.")),
            ("people.yaml", "people: [{id: ann-lee}]"),
        )
    }
    problems = assemble({**named, "people.yaml": site}).problems
    found = [str(each.position) for each in problems if each.rule == "text.letters"]
    assert [place for place in found if "people" in place] == ["content/people.yaml:1:30"]
