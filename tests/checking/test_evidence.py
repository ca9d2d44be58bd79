"""Evidence is exact, unique and loud."""

import pytest

from tests.checking.world import checked, problems, rules

PLACE = """
    places:
      - {{id: basra, name: Basra, what: A port, evidence: "{words}"}}
"""


def place(words: str) -> str:
    return PLACE.format(words=words)


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("The line to Basra – 32 km long – opens.", "Basra - 32 km long - opens"),
        ("He went to “Basra” at dawn.", "to 'Basra' at".replace("'", '\\"')),
        ("He went to Basra at dawn, Iraq’s port.", "Basra at dawn, Iraq's"),
        ("He went *to* [Basra](https://example.org) at dawn.", "to Basra at dawn"),
        ("He went to\nBasra at dawn.", "to Basra at dawn"),
        ("He went to\u00a0Bas\u00adra at dawn.", "to Basra at dawn"),
        ("Caf\u00e9 Basra is open.", "Cafe\u0301 Basra"),
    ],
)
def test_typography_and_marks_do_not_part_words_from_the_article(article: str, words: str) -> None:
    assert rules(article, "evidence.", places=place(words)) == []


@pytest.mark.parametrize(
    "words", ["to basra at dawn", "to Basra in dawn", "Basra at da", "o Basra"]
)
def test_anything_else_is_refused(words: str) -> None:
    article = "He went to Basra at dawn."
    assert rules(article, "evidence.", places=place(words)) == ["evidence.not-found"]


def test_a_number_is_not_found_inside_another() -> None:
    article = "Basra has 2,500 and 1.5 and 500,000 of them."
    for words in ("500", "2,500 and 1", "5 and 500,000", "2"):
        assert rules(article, "evidence.", places=place(words)) == ["evidence.not-found"]


def test_words_that_are_not_there_get_the_nearest_sentence_and_what_differs() -> None:
    article = "The sun rose. Around 2,500 troops are in Basra now. Rain fell."
    (problem,) = problems(article, "evidence.", places=place("Around 3,500 troops are in Basra"))
    assert problem.related[0].note == "nearest: “Around 2,500 troops are in Basra”"
    assert str(problem.related[0].place) == "b/article.md:7:15"
    assert "“3,500” here, “2,500” there" in problem.fix
    assert str(problem.place) == "b/places.yaml:3:66".replace("66", str(problem.place.column))


def test_words_that_stand_twice_are_refused_with_both_places() -> None:
    article = "He left Basra.\n\nShe left Basra too."
    (problem,) = problems(article, "evidence.", places=place("left Basra"))
    assert problem.rule == "evidence.ambiguous"
    assert [str(one.place) for one in problem.related] == ["b/article.md:7:4", "b/article.md:9:5"]


@pytest.mark.parametrize("more", ["before: She", "after: too."])
def test_the_words_beside_them_tell_which_of_two_is_meant(more: str) -> None:
    sheet = f"""
        places:
          - id: basra
            name: Basra
            what: A port
            evidence: {{words: left Basra, {more}}}
    """
    found = checked("He left Basra.\n\nShe left Basra too.", places=sheet)
    assert [span.block for span in found.spans["basra"]] == [1]


def test_words_do_not_run_from_one_paragraph_into_the_next() -> None:
    article = "He went to Basra\n\nat dawn."
    assert rules(article, "evidence.", places=place("Basra at dawn")) == ["evidence.not-found"]


def test_a_fact_without_words_names_its_source() -> None:
    sheet = "places:\n  - {id: basra, name: Basra, what: A port%s}"
    sources = "sources:\n  - {id: atlas, title: An atlas}"
    assert rules("Text.", "evidence.", places=sheet % "") == ["evidence.missing"]
    assert rules("Text.", "evidence.", places=sheet % ", source: atlas", sources=sources) == []
