"""What a fact is called in a list: a quotation by its words, as several may be about the same."""

from dateline.pages.addresses import Here
from dateline.pages.cards.fact_link import fact_link
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
        words: We shall build on until the very last metre of the line is there.
        speaker: lee
        about: The line
        said_on: 2024-09-11
        date_from: The talk was on that day.
        evidence: “We shall build on until the very last metre of the line is there.”
        waive: {check: agreement.speaker, why: She spoke twice.}
    """
ARTICLE = (
    "Ann Lee said: “We build on.” Later she said: "
    "“We shall build on until the very last metre of the line is there.”"
)


def test_quotations_about_the_same_differ_in_their_words() -> None:
    said = edition(ARTICLE, people=PEOPLE, quotations=QUOTATIONS)
    names = [fact_link(fact, said, HERE).name for fact in said.briefing.quotations]
    assert names == ["“We build on.”", "“We shall build on until the very last …”"]
    listed = [(line.name, line.what) for line in find_not_checked(said, HERE)]
    assert ("Ann Lee: “We shall build on until the very last …”", "Who said it") in listed
