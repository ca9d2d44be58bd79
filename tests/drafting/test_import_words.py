"""What is imported is read back by our own reader with the same words, whatever signs are in them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.drafting.importing import markdown_writer
from dateline.drafting.importing.markdown_writer import read_words, write_markdown
from dateline.drafting.importing.story import paragraph, words_in
from dateline.facts.article import Element, Node
from dateline.problems import Rule
from dateline.reading.encoding import SourceText, refused_characters
from dateline.reading.markdown import parse_markdown

SIGNS = "*_`#>|[]()<>!&\\~=+-.:^{}\"'“”‘’–—…$%@/;1290aB éßЖאب\u00a0"
PIECES = [
    *("**bold**", "_under_", "`code`", "[link](https://a.example)", "[^1]", "[^1]: note", "*[EU]: x"),
    *("<b>", "</p>", "<!-- x -->", "&amp;", "&copy", "&#8212;", "AT&T", "a < b", "<5", "snake_case"),
    *("# one", "## two", "- item", "* item", "+ item", "1. item", "1990.", "12)", "> quote", ": what"),
    *("| a | b |", "|---|---|", "---", "***", "===", "~~struck~~", "https://a.example/x_y_z?a=1&b=2", "www.a.example"),
    *("\\", "\\*", "C:\\new", "#tag", "C#", "F#", "2*3*4", "[sic]", "[the] ministry", "a@b.example"),
    *("\t", "  ", "    four", "$5 billion", "30%", "“said”", "• dot", "§ 5", "!", "![x](y)", "a_", "_a"),
]  # fmt: skip
texts = st.one_of(
    st.text(SIGNS, max_size=40),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join),
).filter(lambda text: text.strip(" \t") and not [*refused_characters(text)])


def of(tag: str, *children: Node, **attributes: str) -> Element:
    return Element(tag=tag, attributes=tuple(attributes.items()), children=children)


inline = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.builds(of, st.sampled_from(["em", "strong", "sub", "sup"]), inner),
        st.builds(lambda node: of("a", node, href="https://a.example/(x)_y"), inner),
        st.builds(lambda first, last: of("em", first, of("br"), last), inner, inner),
    ),
    max_leaves=4,
)
runs = st.lists(inline, min_size=1, max_size=4)
items = st.lists(runs.map(lambda nodes: of("li", *nodes)), min_size=1, max_size=4)
lists = st.builds(lambda tag, children: of(tag, *children), st.sampled_from(["ul", "ol"]), items)
blocks = st.one_of(
    st.builds(lambda tag, nodes: of(tag, *nodes), st.sampled_from(["p", "h2", "h3"]), runs),
    lists,
    st.builds(lambda nodes, inner: of("ul", of("li", *nodes, inner)), runs, lists),
    st.builds(lambda nodes: of("blockquote", of("p", *nodes)), runs),
    st.lists(st.tuples(runs, runs), min_size=2, max_size=4).map(
        lambda rows: of("table", *(of("tr", of("td", *a), of("td", *b)) for a, b in rows))
    ),
)


@given(st.lists(blocks, min_size=1, max_size=5))
@example([of("p", "*"), of("p", ": what it is")])
@example([of("p", "a"), of("p", "| b |")])
@example([of("h2", "C#")])
@example([of("ul", of("li", "- twice"))])
def test_an_article_has_the_words_that_were_given(given_blocks: list[Element]) -> None:
    wanted = words_in(given_blocks)
    assert read_words(write_markdown(given_blocks)) == wanted


@given(st.lists(texts.filter(lambda text: "`" not in text), min_size=1, max_size=6))
def test_no_paragraph_that_is_written_is_an_error(paragraphs: list[str]) -> None:
    markdown = write_markdown([of("p", text) for text in paragraphs])
    article, problems = parse_markdown(SourceText("article.md", markdown))
    assert article is not None
    assert [problem for problem in problems if problem.rule != Rule.ARTICLE_MARKUP] == []


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("“Nobody will,” she said – 5 < 6 & 7…", "“Nobody will,” she said – 5 < 6 & 7…"),
        ("AT&T’s snake_case costs $5 billion (30%).", "AT&T’s snake_case costs $5 billion (30%)."),
        ("[sic] and [the] ministry", "[sic] and [the] ministry"),
        ("1990. That was it.", "1990\\. That was it."),
        ("# 1 in the list", "\\# 1 in the list"),
        ("2*3", "2\\*3"),
        ("See https://a.example/b_c.", "See <https://a.example/b_c>."),
        ("See www.a.example, please.", "See [www.a.example](https://www.a.example), please."),
    ],
)
def test_a_sign_is_escaped_only_where_it_would_be_a_mark(text: str, markdown: str) -> None:
    assert write_markdown([of("p", text)]) == f"{markdown}\n"


def test_blocks_that_are_read_well_are_read_back_together(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    read = markdown_writer.read_words

    def counted(markdown: str) -> list[str]:
        reads.append(markdown)
        return read(markdown)

    monkeypatch.setattr(markdown_writer, "read_words", counted)
    written = markdown_writer.write_markdown([paragraph("a")] * 500)
    assert read(written) == ["a"] * 500
    assert len(reads) == 1
