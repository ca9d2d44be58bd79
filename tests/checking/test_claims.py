"""What readers see above and around an article is what the article says."""

from __future__ import annotations

from textwrap import dedent

import pytest

from dateline.checking import check_briefing
from dateline.problems import Problem
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from tests.small_site import TODAY

BODY = """
    Gas covers 30 percent of the need of Oster. Some 12,431 people live there, and the port has
    nearly 2,500 workers. A third of the ships carry timber; 64 to 70 sheds are full.

    Pia Holm, the harbour master, opened the port on Sunday. “We have waited since 1998,” said Holm.
    It was begun on 4 May 2021 and is to be finished by March 2026. Ole Lund sailed last month.
"""


def claims(
    *front: str,
    title: str = "A port",
    standfirst: str = "In short.",
    body: str = BODY,
    **sheets: str,
) -> list[Problem]:
    """The claims that nothing supports, in an article of Wednesday 11 September 2024."""
    above = [f"title: {title}", f"standfirst: {standfirst}", "published: 2024-09-11", *front]
    text = "\n".join(["---", *above, "---", "", dedent(body)])
    files = {"article.md": text} | {f"{name}.yaml": dedent(sheets[name]) for name in sheets}
    folder = Folder(slug="b", shown_as="b", files={name: files[name].encode() for name in files})
    briefing, problems = parse_briefing(folder)
    assert briefing is not None
    assert problems == ()
    found = check_briefing(briefing, today=TODAY).problems
    return [problem for problem in found if problem.rule.startswith(("claim.", "waive."))]


def rules(*front: str, **more: str) -> list[str]:
    return [problem.rule for problem in claims(*front, **more)]


@pytest.mark.parametrize(
    "title",
    [
        "Gas covers 30 percent",
        "Gas covers 30%",
        "The port of the 12,431",
        "A port of nearly 2,500 workers",
        "A third of ships carry timber",
        "33 percent of ships carry timber",
        "64 to 70 sheds are full",
        "Three reasons for a port",
    ],
)
def test_a_headline_may_say_what_the_article_says(title: str) -> None:
    assert rules(title=title) in ([], ["claim.hedge"] if "12,431" in title else [])


@pytest.mark.parametrize(
    "title",
    [
        "Gas covers 40 percent",
        "Gas covers 30 people",
        "Gas covers 30 percentage points",
        "Nearly 25,000 workers",
        "A quarter of ships carry timber",
        "64 to 71 sheds are full",
    ],
)
def test_a_number_that_nothing_says_is_refused(title: str) -> None:
    assert rules(title=title) == ["claim.quantity"]


@pytest.mark.parametrize(
    ("title", "is_true"),
    [
        ("More than 12,000 people live in Oster", True),
        ("About 12,400 people live in Oster", True),
        ("More than 60 sheds are full", True),
        ("Fewer than 100 sheds are full", True),
        ("More than a quarter of the ships carry timber", True),
        ("More than 13,000 people live in Oster", False),
        ("More than 11,000 people live in Oster", False),
        ("About 12,600 people live in Oster", False),
        ("Nearly 12,000 people live in Oster", False),
        ("More than half of the ships carry timber", False),
    ],
)
def test_a_hedged_number_may_be_rounded_if_it_is_true(title: str, is_true: bool) -> None:
    assert rules(title=title) == ([] if is_true else ["claim.quantity"])


@pytest.mark.parametrize(
    "title", ["A port of 2,500 workers", "More than 2,500 workers", "About 30 percent of the need"]
)
def test_a_hedge_that_was_dropped_changed_or_added_is_refused(title: str) -> None:
    assert rules(title=title) == ["claim.hedge"]


@pytest.mark.parametrize(
    ("title", "is_refused"),
    [
        ("A port of 11,300 people", False),  # 12,431 less 1,131
        ("A port of 13,562 people", False),  # 12,431 and 1,131
        ("A port of 11,301 people", True),
        ("The vote of all 17", False),  # 9-8
        ("The vote of all 18", True),
        ("Almost 5 months of talks", False),  # since 16 April
        ("Almost 3 months of talks", True),
        ("A fall of 3 cents a litre", False),
        ("A fall of 4 cents a litre", True),
        ("23 years of waiting", False),  # since 1998, until 2021
        ("24 years of waiting", True),
        ("From 64 sheds up", False),
        ("Up to 70 sheds are full", False),
        ("Tonnes cost 388 euros", False),
        ("Tonnes cost 389 euros", True),
        ("Rovers win 30-1", True),
        ("Some 1,8000 ships", True),
        ("Pier B12 is open", True),
        ("Pier C7 is open", False),
        ("Open from 9.30am", False),
        ("Open from 10.30am", True),
        ("Its 1st ship", False),
        ("A rise of 25 basis points", False),
        ("A rise of 50 basis points", True),
    ],
)
def test_what_may_be_worked_out_is_left_and_other_digits_are_refused(
    title: str, is_refused: bool
) -> None:
    body = (
        dedent(BODY)
        + "\nThey passed it 9-8 after talks since April 16. Fuel is 80 cents a litre, 3 cents less.\n"
    )
    more = "Of them 1,131 people are new. A tonne costs 388.40 euros at pier C7 from 9:30 a.m., a quarter point more."
    body = body.replace("nearly 2,500", f"{more} It has nearly 2,500")
    assert rules(title=title, body=body) == (["claim.quantity"] if is_refused else [])


def test_a_slip_in_a_name_is_found_in_any_text() -> None:
    people = """
        people:
          - {id: holm, name: Pia Holmberg, role: Harbour master, why: Hers., source: report}
    """
    sources = "sources:\n  - {id: report, title: A report}\n"
    removed = "removed: [{{id: gone, on: 2024-09-12, why: {}}}]"
    for why, refused in (("Pia Holmbrg says so.", ["claim.name"]), ("So says Pia Holmberg.", [])):
        timeline = f"events: []\n{removed.format(why)}"
        assert rules(people=people, sources=sources, timeline=timeline) == refused


@pytest.mark.parametrize(
    ("why", "refused"),
    [
        ("Leads the orchestra.", []),
        ("Leads opposition to the cuts.", []),
        ("She is busy. Leads its board.", []),
        ("Leads votes to close the hall.", ["claim.name"]),
        ("Was in Leads for years.", ["claim.name"]),
        ("Leads, in Yorkshire, is hers.", ["claim.name"]),
    ],
)
def test_a_verb_at_the_beginning_of_a_field_is_not_a_name_with_a_slip(
    why: str, refused: list[str]
) -> None:
    people = f"people: [{{id: holm, name: Pia Holm, role: Head, why: '{why}', source: report}}]"
    places = "places: [{id: leeds, name: Leeds, what: A city, source: report}]"
    sources = "sources: [{id: report, title: A report}]"
    assert rules(people=people, places=places, sources=sources) == refused


def test_the_message_names_the_words_and_what_the_article_says() -> None:
    (problem,) = claims(title="Gas covers more than 40 percent")
    assert str(problem.position) == "b/article.md:2:19"
    assert problem.found == (
        "the headline says “more than 40 percent”, "
        "but neither the article nor a fact gives that number with this unit"
    )
    assert [str(related.position) for related in problem.related][:1] == ["b/article.md:8:12"]
    assert problem.related[0].note == "the article says “30 percent”"


@pytest.mark.parametrize(
    ("standfirst", "place"),
    [
        ("Gas covers 41 percent", "3:24"),
        ("'Oster''s gas covers 41 percent'", "3:34"),
        ('"A \\"port\\" of 41 ships"', "3:28"),
        (">-\n  In short, the port\n  has room for 41 ships", "5:16"),
        ("In short, the port\n  has room for 41 ships", "4:16"),
        ("|\n  Some €41 million", "4:3"),
    ],
)
def test_the_place_is_that_of_the_words_however_they_are_written(
    standfirst: str, place: str
) -> None:
    (problem,) = claims(standfirst=standfirst)
    assert str(problem.position) == f"b/article.md:{place}"


def test_a_claim_may_be_waived_with_a_reason_and_not_without_need() -> None:
    waiver = (
        "waive: {check: claim.quantity, words: 40 percent, why: The minister says so tomorrow.}"
    )
    assert rules(waiver, title="Gas covers 40 percent") == []
    assert rules(waiver, title="Gas covers 30 percent") == ["waive.idle"]


@pytest.mark.parametrize(
    "standfirst",
    [
        "Pia Holm opened the port on Sunday.",
        "Pia Holm opened the port on 8 September.",
        "Begun in May 2021, in 2021, or in the 2020s.",
        "Begun on 4 May.",
        "It is to be finished by March 2026.",
        "It is to be finished in 2026.",
        "Ole Lund sailed last month.",
        "Ole Lund sailed in August.",
        "The news of this week.",
        "Since 1998 the port has waited.",
        "It was published on Wednesday.",
        "Pia Holm opens the port on 15 September.",
    ],
)
def test_a_date_may_be_that_of_the_article_or_a_coarser_one(standfirst: str) -> None:
    assert rules(standfirst=standfirst) == []


@pytest.mark.parametrize(
    ("standfirst", "rule"),
    [
        ("Pia Holm opened the port on Monday.", "weekday"),
        ("Pia Holm opened the port on 9 September.", "date"),
        ("Begun in June 2021.", "date"),
        ("Begun in 2020.", "date"),
        ("It is to be finished on 9 March 2026.", "date"),
        ("It is to be finished by April 2026.", "date"),
        ("Ole Lund sailed last year.", "date"),
        ("Since 1989 the port has waited.", "date"),
        ("Begun on Wednesday, 4 May 2021.", "weekday"),
        ("Pia Holm opens the port on 14 September.", "date"),
    ],
)
def test_another_date_or_a_finer_one_is_refused(standfirst: str, rule: str) -> None:
    assert rules(standfirst=standfirst) == [f"claim.{rule}"]


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("“We have waited,” says Holm.", []),
        ("‘Waited since 1998’", []),
        ("A “harbour master” opens the port.", []),
        ("“We have wanted,” says Holm.", ["claim.quotation"]),
        ("“Holm, the harbour master, opened the port”", ["claim.quotation"]),
        ("“We have waited since 1989,” says Holm.", ["claim.quotation"]),
    ],
)
def test_quoted_words_are_those_that_the_article_quotes_or_a_term(
    standfirst: str, refused: list[str]
) -> None:
    assert rules(standfirst=standfirst) == refused


@pytest.mark.parametrize(
    ("standfirst", "refused"),
    [
        ("Harbour Master Pia Holm opens the port of Oster.", []),
        ("Holm’s port is open.", []),
        ("Reasons for a port.", []),
        ("Of all people, Pia Halm opened the port.", ["claim.name"]),
        ("Halm opened the port.", []),
        ("Of all people, Pia Lund opened the port.", ["claim.name"]),
        ("The port looks to Wester.", ["claim.name"]),
        ("Opening of Oster.", []),
        ("Opening of Wester.", ["claim.name"]),
        ("Ostre has a port.", ["claim.name"]),
        ("Of all countries, Hungary and Poland pay.", []),
        ("The EU pays, the UN does not.", ["claim.name"]),
    ],
)
def test_a_name_stands_in_the_article_or_in_a_sheet(standfirst: str, refused: list[str]) -> None:
    people = """
        people:
          - {id: holm, name: Pia Holm, role: Harbour master, why: Hers., evidence: "Pia Holm, the"}
          - {id: lund, name: Ole Lund, role: Sailor, why: He sailed., evidence: Ole Lund sailed}
    """
    more = "A Hungarian and a Polish ship were paid for by the European Union."
    body = BODY.replace("Ole Lund sailed", f"{more} Ole Lund sailed")
    assert rules(standfirst=standfirst, people=people, body=body) == refused


def test_the_names_of_two_people_whom_no_sheet_has_are_not_mixed() -> None:
    body = "Marta Bek spoke. Jan Hort left."
    assert rules(title="Marta Hort speaks", body=body) == ["claim.name"]
    assert rules(title="Marta Bek speaks, Hort leaves", body=body) == []


def test_what_a_place_is_may_name_what_lies_around_it() -> None:
    places = """
        places:
          - {id: oster, name: Oster, what: WHAT, source: report}
    """
    sources = "sources:\n  - {id: report, title: A report}\n"
    for what, refused in (("A port in Wester", []), ("A port since 1812", ["claim.date"])):
        evidence = places.replace("source: report", "evidence: Oster").replace("WHAT", what)
        found = rules(places=evidence, sources=sources, body="Oster has a port.")
        assert found == refused


EVENT = """
    events:
      - id: begun
        title: {title}
        date: 2021-05-04
        summary: {summary}
        evidence: begun on 4 May 2021
        {more}
"""


def event(title: str = "Begun", summary: str = "So it was.", more: str = "") -> str:
    return EVENT.format(title=title, summary=summary, more=more)


def test_every_text_of_a_fact_is_read_and_the_place_named() -> None:
    (title,) = claims(timeline=event(title="Begun for 40 million euros"))
    assert (str(title.position), title.rule) == ("b/timeline.yaml:4:22", "claim.quantity")
    assert title.found.startswith("the `title` of ‘begun’ says “40 million euros”")
    assert rules(timeline=event(summary="Begun on 5 May 2021.")) == ["claim.date"]
    assert rules(timeline=event(more="caveat: Holm says 1999.")) == ["claim.date"]
    assert rules(timeline=event(more="caveat: Begun in 2021 in Oster.")) == []


def test_what_a_correction_says_is_right_is_what_the_fact_says() -> None:
    correction = "corrections: {{on: 2024-09-12, was: {was}, is: {now}, why: {why}}}"
    wrong = correction.format(was="3 May 2021", now="5 May 2021", why="We read 3 for 4.")
    far = correction.format(was="3 May 2021", now="30 percent", why="We read 3 for 4.")
    right = correction.format(was="3 May 2021", now="4 May 2021", why="We read 99 for 4.")
    assert rules(timeline=event(more=wrong)) == ["claim.date"]
    assert rules(timeline=event(more=far)) == ["claim.quantity"]
    assert rules(timeline=event(more=right)) == []


def test_what_rests_on_a_source_alone_is_not_checked() -> None:
    sheet = """
        events:
          - {id: far, title: Lund sells 70 ships, date: 2020, source: report}
    """
    sources = "sources:\n  - {id: report, title: A report}\n"
    assert rules(timeline=sheet, sources=sources) == []


FIGURE = """
    figures:
      - id: gas
        label: Gas
        value: 30
        unit: percent
        kind: estimate
        evidence: Gas covers 30 percent
        {more}
"""
SOURCES = "sources:\n  - {id: report, title: A report}\n"


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ("history: {date: 2021-05-04, value: 30}", []),
        ("history: {date: 2021-05-04, value: 31}", ["claim.quantity"]),
        ("history: {date: 2021-05-05, value: 30}", ["claim.date"]),
        ("history: {date: 2020, value: 29, source: report}", []),
        ("history: {date: 2020, value: 29, source: {id: report, words: 29 percent in 2020}}", []),
        (
            "history: {date: 2020, value: 92, source: {id: report, words: 29 percent in 2020}}",
            ["claim.quantity"],
        ),
        (
            "history: {date: 2022, value: 29, source: {id: report, words: 29 percent in 2020}}",
            ["claim.date"],
        ),
        ("values: {value: 36}", ["claim.quantity"]),
        (
            "values: {value: 29, source: {id: report, words: nearly 29 percent}}",
            ["claim.hedge"],
        ),
    ],
)
def test_other_values_of_a_figure_are_in_their_words_or_the_article(
    more: str, refused: list[str]
) -> None:
    name, entry = more.split(": ", 1)
    sheet = FIGURE.format(more=f"{name}: [{entry}]")
    assert rules(figures=sheet, sources=SOURCES) == refused


def test_where_a_price_goes_up_to_is_no_hedge() -> None:
    body = "A ticket costs 40 euros from May, and a day at most 9 euros."
    assert rules(standfirst="A ticket goes up to 40 euros.", body=body) == []
    assert rules(standfirst="A ticket costs up to 40 euros.", body=body) == ["claim.hedge"]


@pytest.mark.parametrize(
    ("title", "true"),
    [
        ("Thousands of homes without power", True),
        ("Tens of thousands of homes without power", True),
        ("Hundreds of thousands of homes without power", False),
        ("Hundreds of homes without power", False),
        ("Millions of homes without power", False),
        ("Dozens of people hurt", True),
        ("Scores of people hurt", True),
        ("Hundreds of people hurt", False),
        ("Dozens of homes hurt", False),
    ],
)
def test_a_multitude_is_one_of_that_size(title: str, true: bool) -> None:
    body = "The storm left 61,000 homes without power. It hurt 48 people."
    assert (rules(title=title, body=body) == []) is true
