"""What `import` writes is checked like any briefing: only what an editor must decide is an error."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.drafting.importing.markdown_writer import read_words
from dateline.pages.text.markup import render_html
from dateline.reading.encoding import SourceText
from dateline.reading.front_matter import split_article
from dateline.reading.markdown import parse_markdown
from tests.drafting.imported import Newsroom, body_of, docx, odt, word_paragraph

SITES = Path(__file__).parents[1] / "sites"
ARTICLES = sorted(
    path
    for site in ("first", "everything", "started", "seldom")
    for path in (SITES / site).glob("content/*/article.md")
)


def texts_of(article: str) -> list[str]:
    """The blocks of an article as readers see them."""
    parts = split_article(SourceText("article.md", article))
    assert isinstance(parts, tuple)
    parsed, _ = parse_markdown(parts[1])
    assert parsed is not None
    return [*parsed.texts]


def errors(newsroom: Newsroom) -> Iterator[str]:
    newsroom.capsys.readouterr()
    main(["check", "--format", "json", "--today", "2199-01-01", "--drafts"])
    for problem in json.loads(newsroom.capsys.readouterr().out)["problems"]:
        if not problem["rule"].startswith("coverage."):
            yield f"{problem['rule']}: {problem['message']}"


def as_page(path: Path) -> str:
    parts = split_article(SourceText("article.md", path.read_text("utf-8")))
    assert isinstance(parts, tuple)
    article, _ = parse_markdown(parts[1])
    assert article is not None
    head = "<html><head><title>A headline</title></head><body><main><article><h1>A headline</h1>"
    return f"{head}{render_html(article.body)}</article></main></body></html>"


def sent(path: Path, kind: str) -> str | bytes:
    """The article of a site as it might be sent in that kind of file."""
    text = path.read_text("utf-8")
    paragraphs = ["A headline", *texts_of(text)]
    escaped = [words.replace("&", "&amp;").replace("<", "&lt;") for words in paragraphs]
    match kind:
        case "md":
            return text
        case "html":
            return as_page(path)
        case "docx":
            return docx("".join(map(word_paragraph, escaped)))
        case "odt":
            return odt("".join(f"<text:p>{words}</text:p>" for words in escaped))
        case "aml":
            return "headline: A headline\n[+text]\n" + "\n\n".join(paragraphs[1:]) + "\n[]\n"
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize("kind", ["txt", "md", "html", "docx", "odt", "aml"])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_every_word_of_an_article_arrives_and_nothing_but_decisions_is_left(
    path: Path, kind: str, newsroom: Newsroom
) -> None:
    outcome = newsroom.run(sent(path, kind), "--slug", "sent", name=f"sent.{kind}")
    assert outcome.code == 0
    wanted = " ".join(texts_of(path.read_text("utf-8"))).split()
    assert read_words(body_of(outcome.article)) == wanted
    assert [error for error in errors(newsroom) if not error.startswith("decide.open: ")] == []


def test_what_is_still_to_decide_is_an_error_until_it_is_decided(newsroom: Newsroom) -> None:
    newsroom.run("A headline\n\nThe bridge was closed, the office said in a statement to all.\n")
    assert [*errors(newsroom)] != []
    article = newsroom.articles[0]
    decided = "standfirst: In short.\npublished: 2024-09-11"
    text = article.read_text("utf-8")
    article.write_text(text.replace("decide: [standfirst, published, authors, sources]", decided))
    assert [*errors(newsroom)] == []
