"""Where no grammar reads the language of an article, its words are looked up and nothing else is said."""

from textwrap import dedent

from dateline.language.grammars import find_grammar
from tests.small_site import article, assemble

GERMAN = "Der Zug fährt ab 9. September 2024 für 2.500 Euro im Jahr nach Merzdorf, sagte Bader."
EVENT = """
    events:
      - {id: start, title: Der Zug fährt, date: 2024-09-09, evidence: ab 9. September 2024}
"""
FIGURE = """
    figures:
      - {id: fare, label: Preis, value: 2500, unit: EUR, kind: measured, evidence: 2.500 Euro im Jahr}
"""


def german(*, language: str | None = "language: de", **sheets: str) -> dict[str, str]:
    files = {f"zug/{name}.yaml": dedent(text) for name, text in sheets.items()}
    return {"zug/article.md": article(GERMAN, *filter(None, [language])), **files}


def test_no_english_rule_runs_on_german() -> None:
    site = assemble(german(timeline=EVENT, figures=FIGURE))
    assert site.problems == ()
    assert site.coverage == {}
    assert [rule for rule in errors_in_english(FIGURE) if rule.startswith("agreement.")]


def errors_in_english(figure: str) -> list[str]:
    site = assemble(german(language=None, figures=figure))
    return [problem.rule for problem in site.problems if problem.severity == "error"]


def test_words_are_looked_up_all_the_same() -> None:
    site = assemble(german(timeline=EVENT.replace("ab 9.", "ab 8.")))
    assert [problem.rule for problem in site.problems] == ["evidence.not-found"]


def test_a_waiver_is_not_called_idle_where_its_check_did_not_run() -> None:
    waived = EVENT.replace("date:", "waive: {check: agreement.date, why: x}, date:")
    assert assemble(german(timeline=waived)).problems == ()


def test_how_it_was_made_says_so_and_claims_no_agreement() -> None:
    def page(language: str | None) -> str:
        made = assemble(german(language=language, timeline=EVENT.replace("2024-09-09", "2024-09")))
        return made.files["zug/all/index.html"].decode()

    unread, agrees = "It cannot read the language of the article", "date matches the article"
    for language in ("language: de", None):
        assert "fact points to exact words of the article" in page(language)
        assert (unread in page(language)) is (language is not None)
        assert (agrees in page(language)) is (language is None)


def test_a_grammar_serves_every_region_of_its_language() -> None:
    assert find_grammar("en-GB") is find_grammar("en") is not None
    assert find_grammar("de") is find_grammar("enm") is None
