"""Marks go around any words in any markup, and the words stay as they were."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.article import Element, Node, elements, text_of
from dateline.pages.text.marks import Insertion, NameLink, TextMark, after_punctuation, annotate
from dateline.pages.text.markup import render_html
from dateline.reading.html_tree import parse_html

INLINE = ("em", "strong", "a", "bdi", "code")


class Strict(HTMLParser):
    """Reads text and element names, and fails on a tag that is closed out of turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.ids: list[str] = []
        self.links_in_links = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links_in_links += tag == "a" and "a" in self.open
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def strict(html: str) -> Strict:
    parser = Strict()
    parser.feed(str(html))
    parser.close()
    assert not parser.open
    return parser


texts = st.text(alphabet="abc <&>\"'’.,é\u200f\u00a0😀", min_size=1, max_size=12)


@st.composite
def nodes(draw: st.DrawFn, depth: int = 3, *, links: bool = True) -> tuple[Node, ...]:
    result: list[Node] = []
    for _ in range(draw(st.integers(0, 4))):
        if depth and draw(st.booleans()):
            tag = draw(st.sampled_from([t for t in INLINE if links or t != "a"]))
            inner = draw(nodes(depth - 1, links=links and tag != "a"))
            result.append(Element(tag=tag, children=inner))
        elif draw(st.integers(0, 5)) == 0:
            result.append(Element(tag="br"))
        else:
            result.append(draw(texts))
    return tuple(result)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Element, list[TextMark], list[Insertion], list[NameLink]]:
    block = Element(tag="p", children=draw(nodes()))
    size = len(text_of(block.children))
    offsets = st.tuples(st.integers(0, size), st.integers(0, size)).map(sorted)
    marks = [
        TextMark(start=a, end=b, id=f"words-{n}")
        for n, (a, b) in enumerate(draw(st.lists(offsets, max_size=6)))
    ]
    ref = Element(tag="a", attributes=(("class", "ref"),), children=("9",), added=True)
    insertions = [Insertion(at=mark.end, element=ref) for mark in marks]
    names = [NameLink(start=a, end=b, href="#x") for a, b in draw(st.lists(offsets, max_size=3))]
    return block, marks, insertions, names


@given(cases())
def test_any_marks_in_any_markup_leave_the_text_and_nest(
    case: tuple[Element, list[TextMark], list[Insertion], list[NameLink]],
) -> None:
    block, marks, insertions, names = case
    text = text_of(block.children)
    done = annotate(block, marks=marks, insertions=insertions, names=names)
    read = strict(render_html([done]))
    assert text_of([done]) == text
    assert read.text.replace("9", "") == text
    assert not read.links_in_links
    assert sorted(read.ids) == sorted(mark.id for mark in marks if mark.start < mark.end)
    for mark in marks:
        pieces = [
            element
            for element in elements([done])
            if mark.id in (element.get("id"), element.get("data-of"))
        ]
        assert "".join(text_of(piece.children) for piece in pieces) == text[mark.start : mark.end]


@given(nodes())
def test_a_tree_is_read_back_as_it_was_written(tree: tuple[Node, ...]) -> None:
    html = str(render_html(tree))
    assert render_html(parse_html(html)) == html
    assert text_of(parse_html(html)) == text_of(tree)


def marked(html: str, *words: str) -> str:
    (block,) = parse_html(html)
    assert isinstance(block, Element)
    text = text_of(block.children)
    marks = [
        TextMark(start=text.index(w), end=text.index(w) + len(w), id=f"m{n}")
        for n, w in enumerate(words)
    ]
    return str(render_html([annotate(block, marks=marks)])).replace(' class="evidence"', "")


def test_emphasis_inside_the_words_is_not_split() -> None:
    assert marked("<p>a <em>b</em> c</p>", "a b c") == '<p><mark id="m0">a <em>b</em> c</mark></p>'


def test_words_that_end_inside_emphasis_are_split_there() -> None:
    assert marked("<p>a <em>b c</em></p>", "a b") == (
        '<p><mark id="m0">a </mark><em><mark data-of="m0">b</mark> c</em></p>'
    )


def test_two_facts_on_the_same_words_share_them() -> None:
    assert marked("<p>a b</p>", "a", "a") == (
        '<p><mark id="m0"><mark id="m1">a</mark></mark> b</p>'
    )


def test_overlapping_words_are_split_once() -> None:
    assert marked("<p>a b c</p>", "a b", "b c") == (
        '<p><mark id="m0">a <mark id="m1">b</mark></mark><mark data-of="m1"> c</mark></p>'
    )


def test_a_link_after_words_goes_after_their_punctuation() -> None:
    assert after_punctuation("to Iraq, and", 7) == 8
    assert after_punctuation("Iraq’s gas", 4) == 6
    assert after_punctuation("said “it.” Then", 8) == 10
    assert after_punctuation("one two", 3) == 3
