"""A stub needs nothing but its blanks filled in: the reader takes it, and its words are then covered."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.checking import check_briefing
from dateline.checking.basis.evidence import ArticleText
from dateline.checking.coverage.coverage import Finding, FindingKind
from dateline.checking.coverage.offers import Offer, offer_names
from dateline.checking.coverage.stubs import write_name_stub, write_scalar, write_stub
from dateline.facts.briefing import Briefing
from dateline.problems import Problem
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from tests.language.corpus import Sentence, read_corpus
from tests.small_site import TODAY
from tests.small_site import article as write_article

SHEETS = {
    "date": ("timeline.yaml", "events"),
    "quantity": ("figures.yaml", "figures"),
    "quotation": ("quotations.yaml", "quotations"),
    "name": ("people.yaml", "people"),
}
FILLED = {
    "id:": "id: new",
    "title:": "title: T",
    "label:": "label: L",
    "kind: #": "kind: estimate #",
    "role:": "role: r",
    "why:": "why: w",
}
ARTICLE = (
    "Ann Lee’s 2,500 men came on Sunday. Ann Lee paid $5-6 billion on 10 or 11 September. "
    "Dozens said: “It is: a #1 day, isn't it?”\n\nAnn Lee said: “so be it” and “so be it”.\n"
)


def triage(article: str, **sheets: str) -> tuple[Briefing, tuple[Finding, ...], list[Problem]]:
    """The briefing, its items and its errors; sheets are YAML as it stands."""
    files = {f"{name}.yaml": text.encode() for name, text in sheets.items()}
    files["article.md"] = write_article(article).encode()
    briefing, problems = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert briefing
    found = check_briefing(briefing, today=TODAY)
    reported = (*problems, *found.problems)
    return (
        briefing,
        found.coverage,
        [problem for problem in reported if problem.severity == "error"],
    )


def filled(stub: str, **more: str) -> str:
    lines = (line.strip() for line in stub.splitlines()[1:])
    done = [FILLED.get(line.removeprefix("- "), line.removeprefix("- ")) for line in lines]
    done = [line.replace("kind: #", FILLED["kind: #"]) for line in done]
    done = [line.replace("unit: #", "unit: GBP #") for line in done]
    done = [f"{line} {more[line[:-1]]}" if line[:-1] in more else line for line in done]
    return "  - " + "\n    ".join(done) + "\n"


def stub_of(item: Finding, article: ArticleText, briefing: Briefing) -> str:
    if item.kind != "name":
        return write_stub(item, article, briefing)
    offer = Offer(finding=item, times=1, kind=None)
    return write_name_stub(offer, article, briefing)


def with_fact(article: str, item: Finding, briefing: Briefing) -> tuple[list[Problem], Finding]:
    """What is wrong, and what became of the item, once its stub is in its sheet."""
    sheet, name = SHEETS[item.kind]
    fact = filled(stub_of(item, ArticleText.of(briefing.article), briefing), speaker="ann")
    sheets = {sheet.removesuffix(".yaml"): f"{name}:\n{fact}"}
    if item.kind == "quotation":
        people = (
            "people:\n  - {id: ann, name: Ann Lee, aliases: Dozens, role: r, why: w, source: s}\n"
        )
        sheets |= {"people": people, "sources": "sources:\n  - {id: s, title: S}\n"}
    _, items, errors = triage(article, **sheets)
    return errors, next(near for near in items if near.span == item.span)


@pytest.mark.parametrize("kind", ["date", "quantity", "quotation", "name"])
def test_whatever_is_open_is_covered_by_its_own_stub(kind: FindingKind) -> None:
    briefing, items, _ = triage(ARTICLE)
    wanted = [item for item in items if item.kind == kind]
    assert wanted
    for item in wanted:
        errors, after = with_fact(ARTICLE, item, briefing)
        assert errors == []
        assert after.verdict == "covered"


def test_a_weekday_says_where_its_date_comes_from_and_another_reading_is_offered() -> None:
    briefing, items, _ = triage("He came on Sunday. It opens on 3/9.")
    passages = ArticleText.of(briefing.article)
    sunday, ambiguous = (
        write_stub(item, passages, briefing) for item in items if item.kind == "date"
    )
    assert "date_from: '“Sunday”, counted from the day of publication'" in sunday
    assert "# or " in ambiguous
    assert "date_from" not in ambiguous


@pytest.mark.parametrize(
    ("article", "lines"),
    [
        ("Fined 20 pounds.", ["value: 20", "unit: # a currency such as GBP, or pounds for weight"]),
        ("About a third of pupils.", ["value: 1/3", "hedge: about"]),
        ("The motion passed 8-3.", ["value: 8-3"]),
        ("United lost 3-8.", ["value: 3 against 8"]),
        ("It cost ₹2 lakh crore.", ["value: 2 lakh crore", "unit: INR"]),
        ("The rate is €1 = 25.10 Czech crowns.", ["value: 25.10", "unit: CZK/EUR"]),
        ("Off by plus or minus 3 metres.", ["value: '±3'", "unit: metre"]),
    ],
)
def test_a_number_is_offered_in_the_form_in_which_it_is_said(
    article: str, lines: list[str]
) -> None:
    briefing, (item,), _ = triage(article)
    stub = write_stub(item, ArticleText.of(briefing.article), briefing)
    written = [line.strip() for line in stub.splitlines()]
    assert written[written.index(lines[0]) :][: len(lines)] == lines
    assert "share" not in stub


def sentence(gold: Sentence) -> str:
    """A sentence of the corpus as a paragraph of Markdown."""
    return "".join(
        f"\\{letter}" if letter in "*_#[]<>&`\\$~|+-" else letter for letter in gold.text
    )


def test_stubs_of_the_corpus_are_read_and_agree_with_their_sentences() -> None:
    tried = 0
    for gold in read_corpus()[::3]:
        article = sentence(gold) + "\n"
        briefing, items, _ = triage(article)
        for item in items:
            if item.kind in ("date", "quantity"):
                errors, after = with_fact(article, item, briefing)
                assert errors == [], (gold.text, errors)
                assert after.verdict == "covered", (gold.text, item.fields)
                tried += 1
    assert tried > 100


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=30)
)
@example("null")
def test_any_words_are_read_as_they_were_written(text: str) -> None:
    text = " ".join(text.split())
    if not text:
        return
    sheet = f"periods:\n  - {{id: p, title: {write_scalar(text)}, dates: 2024}}\n"
    briefing, _, errors = triage("All was quiet.", timeline=sheet)
    assert all(error.rule.startswith(("claim.", "text.")) for error in errors)
    assert briefing.periods[0].title == text


def test_a_stub_of_a_very_long_sentence_takes_the_words_beside_it() -> None:
    article = "".join(f"so {number} came and " for number in range(10, 400))
    found = check_briefing(parse(article), today=TODAY)
    item = next(item for item in found.coverage if item.text.startswith("200"))
    stub = write_stub(item, found.passages, parse(article))
    assert len(stub) < 400
    errors, after = with_fact(article, item, parse(article))
    assert (errors, after.verdict) == ([], "covered")


def parse(article: str) -> Briefing:
    return triage(article)[0]


@pytest.mark.parametrize(
    ("sheet", "margin"),
    [
        ("", "  "),
        ("people:\n- id: bo\n  name: Bo\n  role: r\n  why: w\n  source: s\n", ""),
        (
            "people:\n    - id: bo\n      name: Bo\n      role: r\n      why: w\n      source: s\n",
            "    ",
        ),
    ],
)
def test_a_stub_is_indented_like_the_entries_of_its_sheet_so_that_it_can_be_pasted(
    sheet: str, margin: str
) -> None:
    sources = "sources:\n  - {id: s, title: S}\n"
    article = "Nobody saw Ann Lee, 34, leave."
    briefing, items, _ = triage(article, people=sheet, sources=sources)
    passages = ArticleText.of(briefing.article)
    (offer,) = offer_names(items, passages, briefing)
    stub = write_name_stub(offer, passages, briefing)
    assert stub.startswith(
        f"{margin}# people.yaml, under people:\n{margin}- id:\n{margin}  name: Ann Lee\n"
    )
    for blank in ("id:", "role:", "why:"):
        stub = stub.replace(blank, f"{blank} a")
    pasted = (sheet or "people:\n") + stub
    _, after, errors = triage(article, people=pasted, sources=sources)
    assert errors == []
    assert [item.facts for item in after if item.text == "Ann Lee"] == [("a",)]


def test_a_quotation_names_its_speaker_where_the_article_does() -> None:
    people = "people:\n  - {id: ann, name: Ann Lee, role: r, why: w, evidence: said Ann Lee}\n"
    article = "“It is done,” said Ann Lee.\n\nA wall had the words “never again”."
    briefing, items, _ = triage(article, people=people)
    passages = ArticleText.of(briefing.article)
    first, second = (
        write_stub(item, passages, briefing) for item in items if item.kind == "quotation"
    )
    assert "\n    speaker: ann\n" in first
    assert "\n    speaker:\n" in second


def test_a_date_to_come_is_pasted_as_an_expectation() -> None:
    briefing, items, _ = triage("It should be there by 3 January 2030. It began on 2 May 2019.")
    passages = ArticleText.of(briefing.article)
    coming, begun = (write_stub(item, passages, briefing) for item in items if item.kind == "date")
    assert "    expected: {window: ../2030-01-03}" in coming
    assert "    date: 2019-05-02\n" in begun


@pytest.mark.parametrize(
    ("words", "unit"),
    [("$1 million", "CAD"), ("$1 million a day", "CAD/day"), ("US$1 million", "USD")],
)
def test_a_bare_dollar_is_offered_in_the_dollars_of_the_sheets(words: str, unit: str) -> None:
    article = f"The harbour paid $5 million in May. The fine is {words}."
    cost = "id: cost, label: Cost, value: 5 million, unit: CAD, kind: measured"
    figures = f"figures:\n  - {{{cost}, evidence: paid $5 million}}\n"
    briefing, found, _ = triage(article, figures=figures)
    fine = next(item for item in found if item.kind == "quantity" and "$1" in item.text)
    assert f"unit: {unit}\n" in stub_of(fine, ArticleText.of(briefing.article), briefing)
