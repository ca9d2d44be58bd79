"""What search knows of a briefing: its facts with their words in the article, and the terms of all of it."""

import json
from typing import Any

from dateline.pages.search.folding import terms_of
from dateline.pages.search.search_file import search_file, search_terms
from dateline.pages.search.term_lines import GROUPS, group_of
from tests.pages.world import edition

ARTICLE = """
    😀 Ann Lee came to Basel. “We build on,” she said of 2,500 homes.
    """
PEOPLE = """
    people:
      - id: ann-lee
        name: Ann Lee
        aliases: [Anneli]
        original: {text: آن لی, language: fa}
        role: Mayor
        why: She builds.
        evidence: Ann Lee
    """
FIGURES = """
    figures:
      - id: homes
        label: Homes
        value: 2,500
        unit: homes
        kind: target
        as_of: 2024-09-11
        date_from: said on that day
        evidence: 2,500 homes
    """


def read(file: bytes) -> tuple[str, Any]:
    text = file.decode().strip()
    name, data = json.loads(f"[{text.removeprefix('found(').removesuffix(')')}]")
    return name, data


def test_a_fact_is_there_with_its_name_in_its_own_script_and_its_words() -> None:
    (path, file), *others = search_file(edition(ARTICLE, people=PEOPLE, figures=FIGURES)).items()
    assert (path, others) == ("b/search.js", [])
    name, (title, _standfirst, published, language, text, kinds) = read(file)
    assert (name, title, published, language) == ("b", "A title", "2024-09-11", "en")
    id_, called, note, start, length, more = kinds["p"][0]
    assert (id_, called, note, more) == ("ann-lee", "Ann Lee", "آن لی · Mayor", "Anneli")
    # A browser counts the face as two letters.
    units = text.encode("utf-16-le")
    assert units[2 * start : 2 * (start + length)].decode("utf-16-le") == "Ann Lee"
    assert kinds["f"][0][5] == "2024-09-11"  # as of; it is not shown
    assert kinds["f"][0][:3] == ["homes", "Homes", "2,500 homes"]


def test_the_terms_are_those_of_the_file_and_names_count_for_more() -> None:
    briefing = edition(ARTICLE, people=PEOPLE, figures=FIGURES)
    lines = search_terms(briefing).decode().split("\n")
    assert len(lines) == GROUPS
    for group, line in enumerate(lines):
        assert {group_of(term.removeprefix("+")) for term in line.split()} <= {group}
    terms = {term for line in lines for term in line.split()}
    assert terms >= {"+ann", "+title", "anneli", "لي", "mayor", "2500", "2024-09-11", "build"}
    (file,) = search_file(briefing).values()
    _, (title, standfirst, published, _language, text, kinds) = read(file)
    facts = [str(field) for facts in kinds.values() for fact in facts for field in fact[1:]]
    known = {term.removeprefix("+") for term in terms}
    assert known <= terms_of("\n".join((title, standfirst, published, text, *facts)))
