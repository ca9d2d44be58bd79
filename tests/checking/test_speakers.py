"""Who said what: read in most attributions of the corpus, never against the truth, and swaps refused."""

import pytest

from tests.checking.attributions import Judged, judge_attributions
from tests.small_site import checked, problems, rules


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return list(judge_attributions())


def test_no_true_speaker_is_refused(judged: list[Judged]) -> None:
    assert [str(quotation) for quotation in judged if quotation.gold in quotation.refused] == []


def test_speakers_are_named(judged: list[Judged]) -> None:
    assert len(judged) >= 150
    named = [quotation for quotation in judged if quotation.read == {quotation.gold}]
    assert len(named) >= 0.97 * len(judged)


def test_swapped_speakers_are_refused(judged: list[Judged]) -> None:
    swapped = sum(len(quotation.others) for quotation in judged)
    refused = sum(len(quotation.others & quotation.refused) for quotation in judged)
    assert swapped >= 150
    assert refused >= 0.97 * swapped


PEOPLE = """
    people:
      - {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee}
      - {id: bo, name: Bo Ray, role: r, why: w, evidence: Bo Ray}
"""


def speaker(article: str, words: str, who: str) -> list[str]:
    sheet = f"quotations:\n  - {{id: q, words: {words}, speaker: {who}}}"
    return rules(article, "agreement.", quotations=sheet, people=PEOPLE)


def unchecked(article: str, words: str) -> list[str]:
    sheet = f"quotations:\n  - {{id: q, words: {words}, speaker: bo}}"
    return [item.what for item in checked(article, quotations=sheet, people=PEOPLE).unchecked]


@pytest.mark.parametrize(
    "article",
    [
        "Bo Ray came. “The quay is safe,” said Ann Lee. “It will stand.\n\n“But nobody may use it,” she said.",
        "Bo Ray came. Ann Lee wrote:\n\n> It will stand.",
        "Bo Ray came.\n\nAnn Lee said that the quay was closed.\n\n“It will stand.”",
        "Bo Ray came.\n\nAnn Lee said that the quay was closed.\n\n“It will stand.” she said.",
    ],
    ids=["goes on", "block quotation", "paragraph before", "she"],
)
def test_a_speaker_named_in_another_paragraph_is_read(article: str) -> None:
    assert speaker(article, "It will stand", "ann") == []
    assert speaker(article, "It will stand", "bo") == ["agreement.speaker"]


@pytest.mark.parametrize("name", ["Siân Lee", "Ketter Lee"])
def test_a_woman_may_say_what_he_had_done(name: str) -> None:
    article = (
        f"Carwyn Ray spoke of the road.\n\n{name} said he had slept well. “It will stand,” she said. "
        "“We may never know.”"
    )
    people = PEOPLE.replace("Ann Lee", name).replace("Bo Ray", "Carwyn Ray")
    for words in ("It will stand", "We may never know"):
        sheet = f"quotations:\n  - {{id: q, words: {words}, speaker: %s}}"
        assert rules(article, "agreement.", quotations=sheet % "ann", people=people) == []
        refused = rules(article, "agreement.", quotations=sheet % "bo", people=people)
        assert refused == ["agreement.speaker"]


def test_a_speaker_whom_nothing_names_is_accepted_and_listed_as_not_checked() -> None:
    article = "Ann Lee met Bo Ray.\n\nA sign at the quay reads “Keep out of here”."
    assert speaker(article, "Keep out of here", "bo") == []
    assert unchecked(article, "Keep out of here") == ["agreement.speaker"]
    assert unchecked("Ann Lee met Bo Ray. Ray said: “Keep out of here.”", "Keep out of here") == []


@pytest.mark.parametrize(
    "article",
    [
        "“It will stand,” Secretary to Mayor Ann Lee said. Bo Ray is her secretary.",
        "Bo Ray met the lawyer of Ann Lee, who said “It will stand”.",
        "“It will stand,” was the advice of the engineers to Ann Lee. Bo Ray is one of them.",
        "Ann Lee met Bo Ray. According to the judgment, “It will stand”.",
    ],
)
def test_words_that_may_be_of_somebody_beside_a_name_are_not_that_ones(article: str) -> None:
    assert speaker(article, "It will stand", "bo") == []


def test_words_of_somebody_who_is_in_no_sheet_are_nobody_elses() -> None:
    article = "Ann Lee met Bo Ray. “It will stand,” said Ida Cole, their lawyer."
    assert speaker(article, "It will stand", "ann") == ["agreement.speaker"]


def test_the_words_that_differ_from_the_evidence_are_shown_with_their_signs() -> None:
    article = "Ann Lee came with Bo Ray. Lee said: “It stands, we hope.”"
    sheet = "quotations:\n  - {id: q, words: It stands. We hope., speaker: ann, evidence: 'It stands, we hope.'}"
    (problem,) = problems(article, "agreement.", quotations=sheet, people=PEOPLE)
    assert "“stands. We” in the sheet, “stands, we” in the article" in problem.found


def test_words_over_two_paragraphs_are_evidence_in_two_parts() -> None:
    article = "“It will stand for ever,” Ann Lee told Bo Ray. “Nobody may\n\n“use it again today.”"
    sheet = "quotations:\n  - {id: q, words: Nobody may use it again today, speaker: ann%s}"
    (problem,) = problems(article, "evidence.", quotations=sheet % "", people=PEOPLE)
    assert (
        "in two parts: write `evidence:` as a list of both, “Nobody may” and “use it" in problem.fix
    )
    parts = ", evidence: [Nobody may, use it again today]"
    assert rules(article, quotations=sheet % parts, people=PEOPLE) == []


@pytest.mark.parametrize("alias", ["the harbour board", "The harbour board"])
def test_an_alias_may_begin_a_sentence_or_not(alias: str) -> None:
    board = (
        "organisations:\n  - {id: b, name: Oster Harbour Board, aliases: %s, what: w, evidence: %s}"
    )
    article = "Oster Harbour Board met. The harbour board voted."
    other = "Oster Harbour Board met. Then the harbour board voted."
    for text in (article, other):
        assert (
            rules(text, "agreement.", organisations=board % (alias, "Oster Harbour Board met"))
            == []
        )


@pytest.mark.parametrize(
    "said",
    [
        "somebody asked",
        "asked somebody",
        "someone in the hall shouted",
        "a voice at the back called",
        "several asked",
        "somebody asked Bo Ray",
        "was the reply",
    ],
)
def test_words_of_nobody_with_a_name_have_no_speaker(said: str) -> None:
    article = f"Ann Lee came. Bo Ray spoke to the hall. “Who knows?” {said}."
    assert speaker(article, "Who knows?", "ann") == []
    assert "agreement.speaker" in unchecked(article, "Who knows?")
