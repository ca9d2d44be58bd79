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


def test_the_message_names_the_words_and_what_the_article_says() -> None:
    (problem,) = claims(title="Gas covers more than 40 percent")
    assert str(problem.position) == "b/article.md:2:19"
    assert problem.found == (
        "the headline says “more than 40 percent”, which neither the article nor a fact says"
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
    waiver = "waive: {check: claim.quantity, why: The minister says so tomorrow.}"
    assert rules(waiver, title="Gas covers 40 percent") == []
    assert rules(waiver, title="Gas covers 30 percent") == ["waive.idle"]
