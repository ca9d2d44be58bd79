"""Words that a fact takes from a source are in the text that the newsroom keeps of it."""

import pytest

from dateline.checking import check_briefing
from dateline.problems import Problem
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from tests.small_site import TODAY, article

SOURCES = """
sources:
  - {id: letter, title: Letter, text: sources/letter.txt}
"""
PEOPLE = """
people:
  - {id: ann, name: Ann Lee, role: Mayor, why: w, source: {id: letter, words: WORDS}}
"""
LETTER = "Dear Ann Lee,\n\nThe pillar will hold for\nanother year. Yours, the engineers"


def problems(stored: str | None = LETTER, **sheets: str) -> list[Problem]:
    files = {"article.md": article().encode(), "sources.yaml": SOURCES.encode()}
    files |= {f"{name}.yaml": text.encode() for name, text in sheets.items()}
    if stored is not None:
        files["sources/letter.txt"] = stored.encode()
    briefing, found = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert briefing
    return [*found, *check_briefing(briefing, today=TODAY).problems]


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("will hold for another year", []),  # over the end of a line
        ("will hold for another month", ["source.words"]),
        ("Ann Lee", []),
    ],
)
def test_the_words_of_a_source_are_in_its_text(words: str, rules: list[str]) -> None:
    found = problems(people=PEOPLE.replace("WORDS", words))
    assert [problem.rule for problem in found] == rules
    assert all("‘letter’" in problem.found and problem.related for problem in found)


def test_a_quotation_taken_from_a_source_is_in_its_text() -> None:
    quotations = "quotations:\n  - {id: q, words: It will fall, speaker: ann, source: letter}\n"
    found = problems(people=PEOPLE.replace("WORDS", "Ann Lee"), quotations=quotations)
    assert "source.words" in [problem.rule for problem in found]


def test_the_check_can_be_waived() -> None:
    waived = PEOPLE.replace("WORDS}", "Anna}, waive: {check: source.words, why: a slip of theirs}")
    assert not problems(people=waived)


def test_a_text_that_is_not_there_is_reported_where_it_is_named() -> None:
    (missing,) = problems(None)
    assert (missing.rule, str(missing.position)) == ("file.missing", "b/sources.yaml:3:39")
