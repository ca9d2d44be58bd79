"""Several dates or numbers of one kind in a sentence: each has the words that the article gives it."""

from __future__ import annotations

import pytest

from dateline.problems import Problem
from tests.checking.test_claims import claims

BODY = """
    Minister Ada Holm said that by May 2025 the patrols would have left the coast of Brill, and by May 2026 the
    islands too. A first draft, of March 3, is with the council. The bridge cost €11.2 million more for its steel,
    and €9.6 million more for changes by the owner. Profit fell to €4.1 million, and debt grew to €8.3 million,
    €1.6 million higher than before. Tolls rose from €2.10 at noon to €3.40 at dusk.
"""


def said(text: str) -> list[Problem]:
    return claims(body=BODY, standfirst=f"'{text}'")


@pytest.mark.parametrize(
    ("text", "was", "now"),
    [
        ("May 2025 for the coast, May 2026 for the islands.", "May 2025", "May 2026"),
        ("May 2025 for the coast, May 2026 for the islands.", "May 2026", "May 2025"),
        ("The islands from May 2026, the coast from May 2025.", "May 2026", "May 2025"),
        ("He puts down €11.2 million to steel, €9.6 million to changes.", "€11.2", "€9.6"),
        ("He puts down €11.2 million to steel, €9.6 million to changes.", "€9.6", "€11.2"),
        ("Steel took €11.2 million, and changes €9.6 million.", "€9.6", "€11.2"),
        ("Profit fell to €4.1 million, and debt grew to €8.3 million.", "€4.1", "€1.6"),
    ],
)
def test_each_has_the_words_that_the_article_gives_it(text: str, was: str, now: str) -> None:
    assert said(text) == []
    (problem,) = said(text.replace(was, now))
    assert "but of this the article says" in problem.found
    assert was in problem.found.partition("but of this")[2]


def test_two_that_changed_places_are_refused() -> None:
    swapped = "He puts down €9.6 million to steel, €11.2 million to changes."
    assert len(said(swapped)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Debt grew by €1.6 million to €8.3 million, and profit fell.",
        "The patrols leave in May 2025 and May 2026.",
        "Tolls rose to €3.40 at dusk from €2.10 at noon.",
        "Changes by the owner, at €9.6 million, took less than the steel, at €11.2 million.",
        "Growth of €4.1 million and €8.3 million.",
        "Holm named two dates, May 2025 and, for the islands, May 2026.",
    ],
)
def test_other_words_for_the_same_are_true(text: str) -> None:
    assert said(text) == []
