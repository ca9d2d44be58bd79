"""Evidence is exact and occurs once; where it does not, the problem helps to find it."""

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any, TypeVar

import pytest

from dateline.checking import check_briefing
from dateline.checking.basis import evidence, nearest
from dateline.checking.basis.evidence import ArticleText
from dateline.checking.coverage.coverage_report import coverage_to_json
from dateline.facts.records import Passage
from dateline.facts.wording import even
from dateline.problems import Problem
from tests.small_site import TODAY, briefing, checked, problems, rules

T = TypeVar("T")

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
    assert str(problem.related[0].position) == "b/article.md:7:15"
    assert "“3,500” in the sheet, “2,500” in the article" in problem.fix
    assert str(problem.position) == "b/places.yaml:3:66".replace("66", str(problem.position.column))


def test_words_that_occur_twice_are_refused_with_both_places() -> None:
    article = "He left Basra.\n\nShe left Basra too."
    (problem,) = problems(article, "evidence.", places=place("left Basra"))
    assert problem.rule == "evidence.ambiguous"
    assert [str(place.position) for place in problem.related] == [
        "b/article.md:7:4",
        "b/article.md:9:5",
    ]


@pytest.mark.parametrize("more", ["before: She", "after: too."])
def test_the_words_beside_them_say_which_of_two_is_meant(more: str) -> None:
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


FIGURE = "figures:\n  - {id: f, label: L, value: 2, kind: measured, evidence: %s}"


def fault(article: str, words: str) -> Problem:
    (problem,) = problems(article, "evidence.", figures=FIGURE % f"'{words}'")
    return problem


@pytest.mark.parametrize(
    ("article", "words", "near"),
    [
        ("It rained. Three people died. They left.", "Two people died", "Three people died"),
        (
            "A storm flooded 1,400 homes. They left.",
            "put 1,400 homes under water",
            "A storm flooded 1,400 homes.",
        ),
        ("It rained. “It has no end.” They left.", "It has an end", "It has no end"),
    ],
)
def test_short_words_get_the_nearest_sentence_too(article: str, words: str, near: str) -> None:
    assert [place.note for place in fault(article, words).related] == [f"nearest: “{near}”"]


def test_words_that_share_nothing_rare_get_no_sentence() -> None:
    assert fault("It was the end of the day.", "so much for the rest").related == ()


@pytest.mark.parametrize(
    ("article", "words", "reported"),
    [
        ("He “saw Syria.” Then.", "He saw Iran", "“Iran” in the sheet, “Syria” in the article:"),
        (
            "He is a very old man.",
            "He is a old man",
            "nothing in the sheet, “very” in the article:",
        ),
        ("He said, that it fell.", "He said that it fell", "only punctuation differs:"),
        (
            "All men a b c d e f g h i j in Basra and here they stay, as said before.",
            "All men 1 2 3 4 5 6 7 8 9 10 in Basra and here they stay, as said before.",
            "“1 2 3 4 … 8 9 10” in the sheet, “a b c d … h i j” in the article:",
        ),
    ],
)
def test_differences_are_shown_without_the_marks_around_them(
    article: str, words: str, reported: str
) -> None:
    assert fault(article, words).fix.startswith(reported)


def test_quotation_marks_around_the_words_are_to_be_taken_off() -> None:
    assert (
        "remove the quotation marks"
        in fault("It rained. Two people died.", "“Two people died”").fix
    )
    assert "remove the quotation marks" not in fault("Nine people died.", "“Two people died”").fix


def test_a_divided_quotation_takes_a_list_of_its_halves() -> None:
    article = "“We had a plan,” she said, “and the plan failed us.” We left."
    reported = fault(article, "We had a plan, and the plan failed us.").fix
    assert "list of both, “We had a plan” and “and the plan failed us.”" in reported
    assert "list" not in fault("He had two plans. He left us.", "He had two left us").fix


def test_of_many_places_the_first_few_are_shown() -> None:
    problem = fault('"a" "b" "c" "d" "e" "f"', "“")
    assert len(problem.related) == 5
    assert problem.related[-1].note.endswith(", and 7 more")
    many = fault("so " * 300, "so")
    assert "more than 20 times" in many.found
    assert len(many.related) == 5


def test_a_waiver_whose_words_are_gone_may_be_removed() -> None:
    waiver = "waived:\n  - {words: in Basra, why: not ours}"
    (problem,) = problems("All was quiet.", "evidence.", coverage=waiver)
    assert problem.fix.endswith(", or remove the waiver")


def test_words_that_are_beside_other_words_get_another_fix_than_lost_ones() -> None:
    sheet = PLACE.format(words="X").replace('"X"', "{words: left Basra, before: They}")
    (problem,) = problems("He left Basra.", "evidence.", places=sheet)
    assert "correct `before:` or `after:`" in problem.fix


def counted(made: Callable[..., T], calls: list[Any]) -> Callable[..., T]:
    """The same function, which keeps what it was asked first each time."""

    def asked(*given: Any, **more: Any) -> T:
        calls.append(next((value for value in given if value is not None), None))
        return made(*given, **more)

    return asked


def test_looking_beside_words_evens_no_text_again(monkeypatch: pytest.MonkeyPatch) -> None:
    evened: list[str] = []
    monkeypatch.setattr(evidence, "even", counted(even, evened))
    article = "between 900 and " * 300
    passages = ArticleText.of(briefing(article).article)
    assert passages.find(Passage(words="between", before="x", after="y")) == ()
    assert sum(map(len, evened)) <= len(article) + len("between" + "x" + "y")


def test_few_sentences_are_compared_for_the_first_lost_passages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries: list[Any] = []
    monkeypatch.setattr(nearest, "SequenceMatcher", counted(SequenceMatcher, tries))
    article = "\n\n".join(f"The minister of town {number} met an envoy." for number in range(100))
    sheet = "places:\n" + "".join(
        f"  - {{id: p{number}, name: P, what: w, evidence: The minister of {number} met the envoy}}\n"
        for number in range(100)
    )
    found = problems(article, "evidence.", places=sheet)
    assert sum(bool(problem.related) for problem in found) == 50
    assert len(tries) <= 50 * 10
    right = f"“The minister of town {7} met an envoy”"
    assert found[7].related[0].note == f"nearest: {right}"


def test_the_articles_wording_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    monkeypatch.setattr(ArticleText, "of", counted(ArticleText.of, made))
    made_of = briefing("Ann Lee paid $5 million in May 2020.", places=place("paid $6 million"))
    found = check_briefing(made_of, today=TODAY)
    coverage_to_json(found.coverage, found.passages, made_of)
    assert len(made) == 1
