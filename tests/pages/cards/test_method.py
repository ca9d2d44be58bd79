"""“How this was made” says what the checks found, in plain words."""

from __future__ import annotations

import re

import pytest

from dateline.checking.waivers import WAIVABLE
from dateline.pages.cards.method import Method, method_of
from dateline.pages.cards.not_checked import WHAT, clause_of
from tests.pages.world import edition, pages, read, words

ARTICLE = """
    Ann Lee, mayor of Bern, came to Basel on Wednesday. “We build on,” she said.

    The line, 32 kilometres long, is to open in June 2025. It costs nearly $5 billion. Bo Ray paid.
    """
SHEETS = {
    "timeline": """
        events:
          - {id: visit, title: The visit, date: 2024-09-11, evidence: came to Basel on Wednesday}
          - {id: sale, title: The sale, date: 2024-09-01, date_from: a note of hers, evidence: Bo Ray paid}
        """,
    "figures": """
        figures:
          - {id: length, label: Length, value: 32, unit: km, kind: target, evidence: 32 kilometres long}
          - {id: half, label: Half, value: 16, unit: km, kind: target, derived: {how: length / 2}, evidence: The line}
          - {id: cost, label: Cost, value: 5 billion, unit: USD, hedge: nearly, kind: estimate,
             evidence: nearly $5 billion, waive: {check: agreement.unit, why: Whose dollars is not told.}}
        """,
    "people": """
        people:
          - {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee, checked: {by: C. Dee, on: 2024-09-12}}
        """,
    "quotations": """
        quotations:
          - {id: build, words: "We build on,", speaker: ann, checked: {by: C. Dee, on: 2024-09-12}}
        """,
    "organisations": """
        organisations:
          - {id: union, name: The Union, what: Of builders, source: plan, checked: {by: A. Abe, on: 2024-09-13}}
        """,
    "sources": "sources:\n  - {id: plan, title: The plan}",
    "coverage": """
        waived:
          - {words: in June 2025, why: Nobody stands for it.}
        """,
}


def method(**changed: str) -> Method:
    this_edition = edition(ARTICLE, **{**SHEETS, **changed})
    return method_of(this_edition, this_edition.here("sources"))


def test_only_the_facts_in_the_article_are_said_to_be_compared_with_it() -> None:
    assert (method().facts, method().quoted) == (8, 7)
    page = " ".join(pages(edition(ARTICLE, **SHEETS))["b/sources/index.html"].split())
    assert "compared each of the 7 facts in the article with the words it comes from." in page


def supported(found: Method) -> dict[str, int]:
    """How many, by the first word that is said of them."""
    return {" ".join(kind.says.split()[:2]): kind.number for kind in found.supported}


def test_what_was_held_is_counted_by_the_sort_of_agreement() -> None:
    assert supported(method()) == {
        "facts point": 7,
        "figure matches": 1,
        "date matches": 1,
        "quotation matches": 1,
        "name is": 1,
        "figure was": 1,
    }


def test_a_check_that_is_waived_is_not_counted_as_held() -> None:
    unwaived = re.sub(r", waive: \{[^}]*\}", "", SHEETS["figures"])
    assert supported(method(figures=unwaived))["figures match"] == 2


def test_what_was_not_checked_names_the_fact_and_links_to_it_in_plain_words() -> None:
    reasons = {item.href: f"{item.what}: {item.why}" for item in method().not_checked}
    assert reasons == {
        "../key-figures/index.html#cost": "What the number counts: Whose dollars is not told.",
    }


def test_a_date_from_elsewhere_is_listed_by_its_fact_which_says_where_it_is_from() -> None:
    (sale,) = method().dated
    assert (sale.words, sale.href) == ("The sale", "../timeline/index.html#sale")


def test_facts_that_are_not_in_the_article_are_listed_by_name_alone() -> None:
    (fact,) = method().absent
    assert (fact.words, fact.href) == ("The Union", "../who-and-where/index.html#union")


def test_what_our_words_say_and_nothing_supports_is_listed() -> None:
    periods = (
        SHEETS["timeline"]
        + """
        periods:
          - {id: before, title: Three reasons, dates: 2021/2023}
        """
    )
    (line,) = (item for item in method(timeline=periods).own_wording if not item.href)
    assert (line.name, line.why) == ("The heading “Three reasons”", "“Three reasons”")


@pytest.mark.parametrize(
    ("words", "text", "clause"),
    [
        (
            "Airport of the Iraqi",
            "Airport of the Iraqi capital, with a base",
            "Airport of the Iraqi capital",
        ),
        ("3.5", "In all, 3.5 metres high. And more", "3.5 metres high"),
        ("two dates", "Named: two dates – and a place", "two dates"),
        ("Three", f"Three {'very ' * 20}long words", "Three"),
        ("gone", "Other words", "gone"),
    ],
)
def test_what_nothing_supports_is_quoted_with_its_clause(
    words: str, text: str, clause: str
) -> None:
    assert clause_of(words, text) == clause


def test_readers_get_no_code_of_a_rule() -> None:
    assert set(WAIVABLE) <= set(WHAT)
    assert not any("." in words for words in WHAT.values())


def test_people_who_checked_are_named_with_their_day_and_their_facts() -> None:
    found = method()
    assert found.checked == 3
    assert [
        (check.by, check.on.words, [fact.href.rpartition("#")[2] for fact in check.facts])
        for check in found.checks
    ] == [
        ("C. Dee", "12 September 2024", ["build", "ann"]),
        ("A. Abe", "13 September 2024", ["union"]),
    ]


def test_coverage_is_given_in_words() -> None:
    found = method()
    assert [(line.number, line.says) for line in found.covered] == [
        (5, "are covered by facts"),
        (1, "was left out on purpose"),
        (0, "have no fact yet"),
    ]
    assert found.found == sum(line.number for line in found.covered)


@pytest.mark.parametrize(("waiver", "left"), [("waived: []", 1), (SHEETS["coverage"], 0)])
def test_what_is_left_over_is_not_hidden(waiver: str, left: int) -> None:
    missed, found = method(coverage=waiver).covered[-1], method().covered[-1]
    assert missed.number == found.number + left


@pytest.mark.parametrize("page", ["sources", "all"])
def test_the_pages_of_sources_and_for_paper_say_it(page: str) -> None:
    shown = read(pages(edition(ARTICLE, **SHEETS))[f"b/{page}/index.html"])
    text = words(shown.text)
    assert "3 of 8 facts have been checked against their sources by a person" in text
    assert "C. Dee, 12 September 2024" in text
    assert "was left out on purpose 1" in text
    assert "Nobody stands for it." not in text, "why is the newsroom's own affair"
    assert "The fact says how we know it: The sale" in text
    assert "agreement." not in text
    assert "The sale" in shown.links["#sale" if page == "all" else "../timeline/index.html#sale"]


@pytest.mark.parametrize(
    ("every", "sentence"),
    [
        ("", "No one has yet checked any fact against its source."),
        (", checked: {by: C. Dee, on: 2024-09-12}", "Every fact has been checked"),
    ],
)
def test_none_and_all_checked_have_their_own_words(every: str, sentence: str) -> None:
    people = f"people:\n  - {{id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee{every}}}"
    this_edition = edition(ARTICLE, people=people, sources=SHEETS["sources"])
    assert sentence in words(read(pages(this_edition)["b/sources/index.html"]).text)
