"""What a fact is called in a list: a quotation by its words, as several may be about the same."""

import pytest

from dateline.facts.records import Quotation
from dateline.pages.addresses import Here
from dateline.pages.cards.fact_link import fact_link, first_words
from dateline.pages.cards.not_checked import find_not_checked
from tests.pages.world import edition

HERE = Here(path="b/sources/index.html")
PEOPLE = """
    people:
      - {id: lee, name: Ann Lee, role: Mayor, why: She spoke, evidence: Ann Lee}
    """
QUOTATIONS = """
    quotations:
      - id: short
        words: We build on.
        speaker: lee
        about: The line
        evidence: “We build on.”
      - id: long
        words: >-
          We shall build on until the very last metre of the line is there, and whoever says that we are
          late has not looked at the map for a year or two.
        speaker: lee
        about: The line
        said_on: 2024-09-11
        date_from: The talk was on that day.
        evidence: >-
          “We shall build on until the very last metre of the line is there, and whoever says that we are
          late has not looked at the map for a year or two.”
        waive: {check: agreement.speaker, why: She spoke twice.}
    """
ARTICLE = (
    "Ann Lee said: “We build on.” Later she said: "
    "“We shall build on until the very last metre of the line is there, and whoever says that we are "
    "late has not looked at the map for a year or two.”"
)


SHOWN = "“We shall build on until the very last metre of the line is there …”"


def test_quotations_about_the_same_differ_in_their_words() -> None:
    said = edition(ARTICLE, people=PEOPLE, quotations=QUOTATIONS)
    names = [fact_link(fact, said, HERE).name for fact in said.briefing.quotations]
    assert names == ["“We build on.”", SHOWN]
    listed = [(line.name, line.what) for line in find_not_checked(said, HERE)]
    assert (f"Ann Lee: {SHOWN}", "Who said it") in listed


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We build on, come what may", "We build on, come what may"),
        (f"{'one two ' * 12}end", f"{'one two ' * 12}end"),
        (f"{'one two ' * 15}end", f"{'one two ' * 15}end"),
        (f"Yes, we can {'one two ' * 15}end", f"Yes, we can {'one two ' * 15}end"),
        (f"We asked Mr. Lee and Dr. Ray {'one two ' * 15}end", None),
        (f"Ties with our neighbours... can {'one two ' * 15}end", None),
        (
            f"The line, all of it, is there, but {'one two ' * 15}end",
            "The line, all of it, is there …",
        ),
    ],
)
def test_a_quotation_is_cut_at_the_end_of_a_clause_or_not_at_all(
    words: str, shown: str | None
) -> None:
    said = Quotation(id="a", speaker="lee", words=words)
    assert first_words(said) == f"“{shown or words}”"
