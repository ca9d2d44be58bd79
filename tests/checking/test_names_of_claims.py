"""People by their surnames, places of the sheets, feasts and seasons in what readers see."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims
from tests.small_site import article, assemble

BODY = """
    Arthur Penhallow fell at home on 23 December last year. His wife Maureen waited until Boxing Day.
    “He never complained,” Mrs Penhallow said. Mr Vosper, of the trust, listened. Gill Tregear said
    nothing about last winter.
"""
PLACES = """
    places:
      - {id: home, name: Boscoppa, what: A village in Cornwall, source: s}
"""


def rules(standfirst: str) -> list[str]:
    found = claims(
        standfirst=standfirst, body=BODY, places=PLACES, sources="sources: [{id: s, title: S}]"
    )
    return [problem.rule for problem in found]


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("Mr Penhallow fell at home.", []),
        ("The Penhallows waited.", []),
        ("Mr Penhallow’s wife waited.", []),
        ("Mrs Tregear said nothing.", []),
        ("Mrs Vosper listened.", ["claim.name"]),
        ("Mr Penhallows fell at home.", ["claim.name"]),
        ("Mr Penrose fell at home.", ["claim.name"]),
        ("A man of Cornwall fell.", []),
        ("A man of Devon fell.", ["claim.name"]),
        ("He fell just before Christmas.", []),
        ("He fell just before Easter.", ["claim.date"]),
        ("They suffered in the winter.", []),
        ("They suffered in the summer.", ["claim.date"]),
    ],
)
def test_what_the_article_names_in_another_way_is_not_refused(
    standfirst: str, refused: list[str]
) -> None:
    assert rules(standfirst) == refused


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("It is for the Czech Republic to act.", []),
        ("It is for the Slovak Republic to act.", ["claim.name"]),
    ],
)
def test_a_country_of_two_words_may_be_named_where_the_article_has_its_adjective(
    standfirst: str, refused: list[str]
) -> None:
    body = "The Czech government answered the other side on Monday."
    assert [each.rule for each in claims(standfirst=standfirst, body=body)] == refused


STORY = """
    The Otters play Hadley on Friday, and nobody expects much of them.

    Prop Ivo Renn hurt a shoulder in training and will miss six weeks.

    Coach Ada Quist was fined twice last month. “I said what I said,” Quist told the club’s paper.

    The league has yet to name a referee.
"""
PEOPLE = """
    people:
      - {id: renn, name: Ivo Renn, role: Prop, why: He is hurt., source: s}
      - {id: quist, name: Ada Quist, role: Coach, why: She was fined., source: s}
"""


def test_an_event_that_refers_to_somebody_may_name_whom_its_words_leave_out() -> None:
    timeline = """
        events:
          - id: hurt
            title: Ada Quist sees a shoulder hurt in training
            date: 2024-09
            date_from: the club’s report
            who: quist
            evidence: hurt a shoulder in training
    """
    sources = "sources: [{id: s, title: S}]"
    assert (
        claims(body=STORY, standfirst="W.", people=PEOPLE, timeline=timeline, sources=sources) == []
    )


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("Ivo Renn hurts a shoulder in training", []),
        ("Ada Quist hurts a shoulder in training", ["claim.name"]),
        ("Shoulder hurt in training: Quist loses Renn", []),
        ("Quist rests", []),
    ],
)
def test_what_the_evidence_says_of_one_is_not_said_of_another(
    title: str, refused: list[str]
) -> None:
    timeline = f"""
        events:
          - id: hurt
            title: "{title}"
            date: 2024-09
            date_from: the club’s report
            evidence: hurt a shoulder in training
    """
    found = claims(
        body=STORY,
        standfirst="A club waits.",
        people=PEOPLE,
        timeline=timeline,
        sources="sources: [{id: s, title: S}]",
    )
    assert [problem.rule for problem in found] == refused


def test_a_title_in_capitals_has_no_names_of_common_words() -> None:
    body = (
        "Ann Lee, the new mayor, is deepening old ties with Ostrow. It was her first visit there."
    )
    people = "people:\n  - {id: ann, name: Ann Lee, role: Mayor, why: She is the mayor., evidence: Ann Lee}\n"
    for title, count in (
        ("New Mayor Deepens Old Ties with Ostrow on First Visit", 0),
        ("New Mayor Bo Ray Deepens Old Ties with Ostrow on First Visit", 1),
        ("Ann Lee deepens Old Baker ties with Ostrow", 1),
    ):
        found = assemble(
            {"b/article.md": article(body, title=title), "b/people.yaml": people}
        ).problems
        names = [problem for problem in found if problem.rule == "claim.name"]
        assert len(names) == count, (title, names)


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("The children of the Tregear family are safe.", []),
        ("The children of the Tregear’s family are safe.", []),
        ("The children of the Trethowan family are safe.", ["claim.name"]),
    ],
)
def test_a_family_has_the_surname_of_its_people(standfirst: str, refused: list[str]) -> None:
    found = claims(standfirst=standfirst, body="Among the missing are the Tregears of Lesk.")
    assert [problem.rule for problem in found] == refused


@pytest.mark.parametrize(
    ("role", "refused"),
    [
        ("Judge", []),
        ("Judge at the crown court", []),
        ("Miller, retired", []),
        ("Friend of Olin Rudge", []),
        ("Friend of Olin Judge", ["claim.name"]),
        ("Rutge’s lawyer", ["claim.name"]),
    ],
)
def test_what_somebody_is_is_no_misspelt_surname(role: str, refused: list[str]) -> None:
    body = "Olin Rudge and Eva Millar saw Ada Quist on Monday."
    people = f"people: [{{id: quist, name: Ada Quist, role: '{role}', why: She came., source: s}}]"
    sources = "sources: [{id: s, title: S}]"
    assert [
        each.rule for each in claims(body=body, standfirst="W.", people=people, sources=sources)
    ] == refused


LUNDS = """
    people:
      - {id: lund, name: Anna Lund, aliases: Lund, role: Mayor, why: It is hers., evidence: "Anna Lund, the mayor"}
      - {id: voss, name: Voss, role: Pilot, why: Steered., evidence: Voss}
"""


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Anna Lund opens the lock", None),
        ("Maria Lund opens the lock", "Maria Lund"),
        ("The mayor, Maria Lund, opens the lock", "Maria Lund"),
        ("Why Mark Lund opens the lock", "Mark Lund"),
        # Where only its place gives it a capital, it may be a word.
        ("Mark Lund’s words", None),
        ("Mayor Lund opens the lock", None),
        # Whose first name is not known may have any.
        ("Maria Voss steers", None),
        # The article has one.
        ("Peter Lund looks on", None),
    ],
)
def test_a_surname_stands_with_no_other_first_name(title: str, named: str | None) -> None:
    body = "Anna Lund, the mayor, opened the lock. Voss steered. Peter looked on."
    found = claims(title=title, body=body, people=LUNDS)
    says = "the headline names “{}”, but neither the article nor a sheet does"
    assert [problem.found for problem in found] == ([says.format(named)] if named else [])
