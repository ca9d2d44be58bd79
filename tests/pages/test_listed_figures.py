"""Figures of a briefing on the site's own pages: the words they rest on, and a value after its label."""

from __future__ import annotations

import pytest

from dateline.pages.addresses import FRONT, here_on
from dateline.pages.listing import listed_briefing
from dateline.pages.summarise import summarise
from dateline.pages.summary import Summary
from tests.pages.world import edition

ARTICLE = """
    The works close a hall. Kestrel will lose 200 jobs, and Norden will gain them. “The 200 jobs will
    be missed,” said the mayor. Then 200 jobs went.
    """


def summary_of(evidence: str, label: str = "What is to go", unit: str = "jobs") -> Summary:
    figures = f"""
    figures:
      - {{id: jobs, label: {label}, value: 200, unit: {unit}, kind: estimate, evidence: {evidence}}}
    """
    return summarise(edition(ARTICLE, figures=figures))


@pytest.mark.parametrize(
    ("evidence", "is_inside"),
    [
        ("Kestrel will lose 200 jobs", False),
        ("The 200 jobs will", False),
        ("will lose 200 jobs", True),
        ("200 jobs went", True),
    ],
)
def test_words_that_begin_inside_a_sentence_are_known_by_their_place(
    evidence: str, is_inside: bool
) -> None:
    (figure,) = summary_of(evidence).figures
    assert figure.begins_inside is is_inside


@pytest.mark.parametrize(
    ("label", "amount"),
    [("Jobs that are to go", "200"), ("What is to go", "200 jobs"), ("Jobseekers", "200 jobs")],
)
def test_a_unit_with_which_the_label_begins_is_not_said_again(label: str, amount: str) -> None:
    listed = listed_briefing(summary_of("lose 200 jobs", label), here_on(FRONT, None)).figure
    assert listed
    assert (listed.label, listed.amount) == (label, amount)
