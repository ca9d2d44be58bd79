"""The article's text is what a reader sees, each word knows its place, and nothing else gets in."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.facts.article import elements
from dateline.pages.text.marks import TextMark, annotate
from dateline.pages.text.markup import render_html
from dateline.reading.blocks import cut_blocks
from dateline.reading.encoding import SourceText
from dateline.reading.lines import MARKERS, mark_lines
from dateline.reading.markdown import _sanitised, _to_html, parse_markdown

if TYPE_CHECKING:
    from dateline.facts.article import Article, Block
    from dateline.problems import Problem


def read(markdown: str) -> Article:
    article, _ = parse_markdown(SourceText("article.md", dedent(markdown)))
    assert article is not None
    return article


def html(markdown: str) -> str:
    return str(render_html(read(markdown).body))


def warnings(markdown: str) -> list[tuple[str, str]]:
    _, problems = parse_markdown(SourceText("article.md", dedent(markdown)))
    return [
        (f"{problem.position.line}:{problem.position.column}", problem.found)
        for problem in problems
    ]


def refused(markdown: str) -> Problem:
    article, problems = parse_markdown(SourceText("article.md", markdown))
    assert article is None
    return problems[0]


def where(block: Block, words: str) -> str:
    position = block.position(block.text.index(words))
    return f"{position.line}:{position.column}"


# Text


def test_blocks_are_what_a_reader_takes_as_one() -> None:
    article = read(
        """\
        One *two*
        three.

        ## Four

        - five
        - six

        > seven

        | eight | nine |
        |-------|-----:|
        | ten   | 11   |

        twelve
        :   thirteen
        """
    )
    assert [(block.kind, block.text, block.paragraph) for block in article.blocks] == [
        ("paragraph", "One two three.", 1),
        ("heading", "Four", 0),
        ("item", "five", 0),
        ("item", "six", 0),
        ("quote", "seven", 2),
        ("cell", "eight", 0),
        ("cell", "nine", 0),
        ("cell", "ten", 0),
        ("cell", "11", 0),
        ("item", "twelve", 0),
        ("item", "thirteen", 0),
    ]


def test_an_item_with_a_list_in_it_has_a_block_of_its_own() -> None:
    article = read("- one\n    - two\n- three\n")
    assert [block.text for block in article.blocks] == ["one", "two", "three"]
    assert "<li><p>one</p>\n<ul><li>two</li>" in render_html(article.body)


def test_characters_stay_as_they_were_written() -> None:
    article = read('He said "no" -- and that\'s 1/2 of it... (c) \u00a0x')
    assert article.blocks[0].text == 'He said "no" -- and that\'s 1/2 of it... (c) \u00a0x'


def test_a_number_that_markdown_takes_for_a_list_is_not_in_the_text() -> None:
    assert read("1986. A year.\n").blocks[0].text == "A year."


def test_a_break_in_a_line_is_a_space() -> None:
    assert read("one<br>two  \nthree").blocks[0].text == "one two three"


def test_html_in_the_wrong_place_becomes_paragraphs() -> None:
    article = read("<li>one</li>\n\n<dd>two</dd>\n\n<div>three <p>four</p> five</div>\n")
    assert [block.text for block in article.blocks] == ["one", "two", "three", "four", "five"]
    assert set(re.findall(r"<(\w+)", render_html(article.body))) == {"p"}


def test_blocks_inside_emphasis_are_words_of_one_paragraph() -> None:
    article = read("<div><em><blockquote>one</blockquote><ul><li>two</li></ul></em></div>\n")
    assert [block.text for block in article.blocks] == ["one two"]


def test_an_id_is_used_once() -> None:
    note = "<li id='fn:1'>x</li>"
    body = html(f"A[^1]\n\n[^1]: Note.\n\n<ol>{note}{note}</ol>\n")
    assert sorted(re.findall(r'id="([^"]+)"', body)) == ["note--1", "to-note--1"]


def test_white_space_around_a_block_is_not_part_of_its_text() -> None:
    article = read("<div> <em> one </em> <p> two </p> </div>\n")
    assert [block.text for block in article.blocks] == ["one", "two"]
    assert "<p><em>one</em></p>" in render_html(article.body)


def test_the_number_of_a_note_is_not_text_of_the_sentence() -> None:
    article = read("Around 2,500[^n] troops.\n\n[^n]: As of 2024.\n")
    assert [block.text for block in article.blocks] == ["Around 2,500 troops.", "As of 2024."]
    assert article.blocks[1].paragraph == 0
    body = render_html(article.body)
    assert 'href="#note--1" aria-label="Note 1" data-note="1"></a>' in body
    assert '<li id="note--1">' in body
    assert 'href="#to-note--1" aria-label="Back to the text"' in body


def test_headings_have_ids_of_their_own_and_skip_no_level() -> None:
    body = html("### Trade\n\n##### Trade\n\n## صادرات و واردات\n\n## ?\n")
    assert re.findall(r'<(h\d) id="([^"]*)"', body) == [
        ("h2", "section--trade"),
        ("h3", "section--trade-2"),
        ("h2", "section--صادرات-و-واردات"),
        ("h2", "section--"),
    ]


def test_alignment_is_a_class() -> None:
    body = html("| a | b |\n|:-:|--:|\n| 1 | 2 |\n")
    assert '<th scope="col" class="align-center">a</th>' in body
    assert "style" not in body


def test_words_in_another_direction_are_set_apart() -> None:
    body = html("Iran (ایران و عراق) and <bdi lang=fa dir=rtl>تهران</bdi>.")
    assert '(<bdi dir="rtl">ایران و عراق</bdi>)' in body
    assert '<bdi lang="fa" dir="rtl">تهران</bdi>' in body
    assert "<bdi" not in html("ایران و Iran عراق")


# Places


def test_words_are_found_across_marks_of_every_kind() -> None:
    [block, note] = read(
        """\
        Trade *grew* to **$5 billion** in [five months](https://a.example/five "five months"),
        AT&amp;T and caf&eacute;s said[^1] <em>today</em> un**believ**able “words”.

        [^1]: In March.
        """
    ).blocks
    assert where(block, "grew") == "1:8"
    assert where(block, "$5") == "1:19"
    assert where(block, "months") == "1:41"
    assert where(block, "T and") == "2:8"
    assert where(block, "cafés") == "2:14"
    assert where(block, "said") == "2:27"
    assert where(block, "today") == "2:40"
    assert where(block, "unbelievable") == "2:51"
    assert where(block, "“words”") == "2:68"
    assert where(note, "March") == "4:10"


def test_the_same_word_is_found_in_its_own_line_and_cell() -> None:
    article = read(
        """\
        yes

        [a]: https://yes.example/yes

        | yes | no  |
        |-----|-----|
        | no  | yes |

        yes [yes][a] yes
        """
    )
    found = [f"{block.position().line}:{block.position().column}" for block in article.blocks]
    assert found == ["1:1", "5:3", "5:9", "7:3", "7:9", "9:1"]
    assert [
        f"{position.line}:{position.column}" for _, position in article.blocks[5].positions
    ] == [
        "9:1",
        "9:6",
        "9:14",
    ]


def test_notes_in_the_middle_of_the_text_keep_their_places() -> None:
    article = read("One.[^a]\n\n[^a]: A note.\n\nTwo.[^b]\n\n[^b]: A note.\n")
    found = [
        f"{block.position().line}:{block.position().column} {block.text}"
        for block in article.blocks
    ]
    assert found == ["1:1 One.", "5:1 Two.", "3:7 A note.", "7:7 A note."]


def test_a_block_without_words_has_the_position_of_its_line() -> None:
    assert where(read("One.\n\n…\n\nTwo.").blocks[2], "Two") == "5:1"


def test_an_open_bracket_ends_with_its_paragraph() -> None:
    [_, block] = read("An [open\nbracket\n \nand more\n").blocks
    assert where(block, "more") == "4:5"


FRAGMENTS = st.sampled_from(
    [
        "Trade *grew* to **5 billion** in 2024.",
        "A [link](https://example.org/a_b) and `code`, _so_ it goes;",
        "the *second\nline* of it, [over\ntwo lines](http://x.example) says 2,500.",
        "**Bold** at the start, 30 percent",
        "[Link](x.html) at the start",
        "“Quoted,” said the minister[^1].",
        "snake_case and *a*b* and 5 < 6 & 7 > 3",
        "[ref][one] and [one] and [One thing][]",
        "<em>raw</em> html <span lang=en>in a line</span>",
        "WHO said\nso",
        "<https://example.org/x> is the address",
        "ends with a break  \nand goes on",
        "10\\. escaped \\* stars",
    ]
)
AROUND = st.sampled_from(
    [
        "{}\n\n",
        "## {}\n\n",
        "- {}\n- and so\n\n",
        "1. {}\n2. and so\n\n",
        "> {}\n\n",
        "> - {}\n\n",
        "| {} | b |\n|---|---|\n| c | d |\n\n",
        "a | b\n--|--\n{} | d\n\n",
        "{}\n===\n\n",
        "term\n:   {}\n\n",
        "    {}\n\n",
        "* * *\n\n{}\n\n",
        "<div>{}</div>\n\n",
        "- item\n\n    {}\n\n    - inner\n\n",
        "#{}\n",
        "{}\n- straight on\n\n",
    ]
)
ONE_LINE = re.compile(r"[|#=]|^    ")
DEFINITIONS = (
    "[one]: https://example.org/one\n    'A title'\n[one thing]:\n  <http://x.example>\n"
    "*[WHO]: World Health Organization\n\n[^1]: The note\n    goes on.\n\n    Twice.\n"
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(AROUND, FRAGMENTS), min_size=1, max_size=6))
    body = "".join(
        around.replace("{}", fragment.replace("\n", " ") if ONE_LINE.search(around) else fragment)
        for around, fragment in parts
    )
    return DEFINITIONS + "\n" + body if draw(st.booleans()) else body + "\n" + DEFINITIONS


class _Text(HTMLParser):
    """The text of an element, as a browser's textContent."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.feed(str(html))
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@given(documents())
@example("> A tag <span\nlang=en>over lines</span> in a\n> quotation, [and\na link][one]\n")
@example('A link](x "in\npieces")\n\n[a\n](b\nc)\n\n<!-- a\nb --> c\n')
def test_marks_of_lines_change_nothing_that_markdown_does(source: str) -> None:
    text = SourceText("article.md", source)
    without = cut_blocks(_sanitised(_to_html(source)))
    cut = cut_blocks(_sanitised(_to_html(mark_lines(text).marked)))
    assert cut.body == without.body
    assert not MARKERS.search(render_html(cut.body))


@given(documents())
def test_every_element_has_the_text_of_its_block(source: str) -> None:
    article, _ = parse_markdown(SourceText("article.md", source))
    assert article is not None
    found = {
        element.block: _Text(render_html([element])).text
        for element in elements(article.body)
        if element.block is not None
    }
    assert found == {block.number: block.text for block in article.blocks}
    assert [block.number for block in article.blocks] == list(range(len(article.blocks)))


@given(documents().filter(lambda source: "<div>" not in source))
def test_every_word_is_found_where_it_was_written(source: str) -> None:
    article, _ = parse_markdown(SourceText("article.md", source))
    assert article is not None
    lines = source.split("\n")
    for block in article.blocks:
        for match in re.finditer(r"[^\W_]+", block.text):
            position = block.position(match.start())
            begins = (
                lines[position.line - 1][position.column - 1 :].replace("*", "").lstrip("#“(_[`<")
            )
            assert begins.startswith(match[0]), (match[0], begins, block)


# What gets in


def test_what_is_left_out_is_reported_at_its_place() -> None:
    assert warnings(
        """\
        One <b>bold</b> word

        <script>alert(1)</script>

        A [link](javascript:alert(1)) and <a href="https://x.example" onclick="go()">another</a>.

        # Title

        Another
        =======
        """
    ) == [
        ("1:5", "the tags <b> are removed; the words between them stay"),
        ("3:1", "<script> and what is in it are removed"),
        ("5:10", "a link to “javascript:alert(1)” is left out"),
        ("5:63", "the attribute `onclick` is left out"),
        ("7:1", "a heading of the first level is shown one level lower"),
        ("9:1", "a heading of the first level is shown one level lower"),
    ]


@pytest.mark.parametrize(
    ("written", "where", "code"),
    [
        ("Some words &#xF0003; here.", "1:12", "U+F0003"),
        ("one\n\ntwo &#1; three", "3:5", "U+0001"),
        ("a &#0000129; b", "1:3", "U+0081"),
        ("<p>a &#1 b</p>", "1:6", "U+0001"),
        ("a &#x202E; b", "1:3", "U+202E"),
        ("a [link](https://a.example/&#x202e;b)", "1:28", "U+202E"),
        ('<a href="https://a.example/&#xFFFE;">b</a>', "1:28", "U+FFFE"),
        ("| a |\n|---|\n| b &#2; |", "3:5", "U+0002"),
        ("one[^1]\n\n[^1]: two &#xFEFF; three", "3:11", "U+FEFF"),
    ],
)
def test_a_number_brings_in_no_character_that_a_file_may_not_hold(
    written: str, where: str, code: str
) -> None:
    [problem] = parse_markdown(SourceText("article.md", written))[1]
    assert problem.rule == "file.character"
    assert f"{problem.position.line}:{problem.position.column}" == where
    assert code in problem.found
    assert not re.search(
        "[\x00-\x08\x7f-\x9f\u202e\ufeff\ufffe\U000f0000-\U0010ffff]", html(written)
    )


def test_a_number_of_very_many_digits_is_shortened() -> None:
    [problem] = parse_markdown(SourceText("article.md", f"a &#{'0' * 40_000}1;"))[1]
    assert len(problem.found) < 100
    assert len(problem.fix) < 100


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("&#233; &#x41; &#128;", "é A €"),
        ("&#x2067;a&#x2069;", "\u2067a\u2069"),
        ("`&#1;` &amp;#1;", "&#1; &#1;"),
    ],
)
def test_other_numbers_are_the_characters_they_stand_for(written: str, shown: str) -> None:
    assert warnings(written) == []
    assert read(written).blocks[0].text == shown


def test_tables_may_be_html_and_boxes_may_not() -> None:
    table = "<table><caption>c</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>"
    assert warnings(f"{table}\n\nNote[^1]\n\n[^1]: n") == []
    assert [block.kind for block in read(table).blocks] == ["caption", "cell", "cell"]
    box = ("3:1", "the tags <div> are removed; the words between them stay")
    assert warnings("one\n\n<div class='x'>two</div>") == [box]


def test_a_table_pasted_with_tabs_is_reported() -> None:
    table = ("3:1", "this looks like a table, but its lines are joined into one")
    assert warnings("one\n\nYear\tLevel\n2011\t5.2 metres\n2012\t5.4 metres\n") == [table]
    assert warnings("one\ttwo\nthree\n\n-\ta\n-\tb\n\n\tcode\tc\n\tcode\td\n") == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Towns:\n- Ost\n- Kal", "<p>Towns:</p><ul><li>Ost</li><li>Kal</li></ul>"),
        ("Towns:\n1. Ost\n2. Kal", "<p>Towns:</p><ol><li>Ost</li><li>Kal</li></ol>"),
        ("It was in\n1986. Then", "<p>It was in 1986. Then</p>"),
        (
            "- Ost\n  - port\n    - pier\n- Kal",
            "<ul><li><p>Ost</p><ul><li><p>port</p><ul><li>pier</li></ul></li></ul></li><li>Kal",
        ),
        ("- Ost\n- Kal\nand more", "<ul><li>Ost</li><li>Kal and more</li></ul>"),
        ("> Towns:\n> - Ost", "<blockquote><p>Towns:</p><ul><li>Ost</li></ul></blockquote>"),
        ("1. Ost\n\n   More.\n2. Kal", "<ol><li><p>Ost</p><p>More.</p></li><li>"),
        ("- Ost\n\n  Two:\n  - a\n  - b", "<ul><li><p>Ost</p><p>Two:</p><ul><li>a</li>"),
        ("a\n\n    - code", "<p>a</p><pre>- code</pre>"),
        ("one\n***\ntwo", "<p>one</p><hr><p>two</p>"),
        ("#1 on the list", "<p>#1 on the list</p>"),
        ("- #MeToo", "<ul><li>#MeToo</li></ul>"),
        (
            "1. Ost\n  - port\n2. Kal",
            "<ol><li><p>Ost</p><ul><li>port</li></ul></li><li>Kal</li></ol>",
        ),
        ("- Ost\n1. Kal", "<ul><li>Ost</li></ul><ol><li>Kal</li></ol>"),
        ("1. Ost\n- Kal", "<ol><li>Ost</li></ol><ul><li>Kal</li></ul>"),
        ("- Ost\n-\n- Kal", "<ul><li><p>Ost</p></li><li></li><li>Kal</li></ul>"),
        ("3. Ost\n4. Kal", '<ol start="3"><li>Ost</li><li>Kal</li></ol>'),
        ("Years:\n| a | b |\n|---|---|\n| 1 | 2 |", "<p>Years:</p><table>"),
        ("> Years:\n> a | b\n> --|--\n> 1 | 2", "<blockquote><p>Years:</p><table>"),
        ("one\n\n___\n\ntwo", "<p>one</p><hr><p>two</p>"),
        ("one\n* * *\ntwo", "<p>one</p><hr><p>two</p>"),
        ("Then\n## What\nand so", '<p>Then</p><h2 id="section--what">What</h2><p>and so</p>'),
        ("Rose  \nred", "<p>Rose<br> red</p>"),
        ("It is <5 km, snake_case_name", "<p>It is &lt;5 km, snake_case_name</p>"),
        ("Term\n: what it is", "<dl><dt>Term</dt><dd>what it is</dd></dl>"),
        ("a\n> b\n> > c", "<p>a</p><blockquote><p>b</p><blockquote><p>c</p>"),
        ("# One", '<h2 id="section--one">One</h2>'),
        ("a\n\n    #include", "<p>a</p><pre>#include</pre>"),
    ],
)
def test_lists_and_number_signs_come_out_as_in_other_editors(written: str, shown: str) -> None:
    made = re.sub(r"\n| data-paragraph=\"\d+\"|</?code>", "", html(written))
    assert made.startswith(shown)


@pytest.mark.parametrize(
    ("written", "where", "found"),
    [
        ("In ~~1913~~ 1931.", "1:4", "“~~1913~~” is not struck through"),
        ("Towns:\n• Ost\n• Kal", "2:1", "this looks like a list"),
        ("1) Ost\n2) Kal", "1:1", "this looks like a list"),
        ("\uf0b7\tOst\n\uf0b7\tKal", "1:1", "this looks like a list"),
        ("o\tOst\no\tKal", "1:1", "this looks like a list"),
        ("– Ost\n– Kal", "1:1", "this looks like a list"),
        ("a\n\n```\nb\nc\n```", "3:1", "the lines between these signs"),
        ("a\n\n1986. That year", "3:1", "an item of a list"),
        ("a \\\nb", "1:3", "a backslash does not end a line here"),
        (
            "See [it](https://a.example/a b.pdf).",
            "1:10",
            "the address “https://a.example/a b.pdf” has a space",
        ),
        ("See [it] (https://a.example/).", "1:5", "is not a link: it is shown as it is"),
        ("See [it](https://a.example/.", "1:5", "is not a link: it is shown as it is"),
        ("See [it][there].", "1:5", "no line says where it leads"),
        ("{{< tweet 1 >}} a", "1:5", "an instruction for another program"),
        ("- [x] done", "1:3", "does not become a box"),
        ("It closed.[^1] It opened.[^2]\n\n[^1]: A.", "1:26", "the note “[^2]” has no text"),
        ("It closed.\n\n[^1]: A.", "3:1", "nothing in the article refers to the note “1”"),
        ("12. September came.\n\nb", "1:1", "an item of a list"),
        ("(1) Ost\n(2) Kal", "1:1", "this looks like a list"),
        ("a) Ost\nb) Kal", "1:1", "this looks like a list"),
        ("I. Ost\nII. Kal", "1:1", "this looks like a list"),
        ("→ Ost\n→ Kal", "1:1", "this looks like a list"),
        ("Towns:\n-Ost\n-Kal", "2:1", "this looks like a list"),
        ("1.Ost\n2.Kal", "1:1", "this looks like a list"),
        ("-\u00a0Ost\n-\u00a0Kal", "1:1", "this looks like a list"),
        ("- Ost\n-\n- Kal", "2:1", "this item of a list has no words"),
        ("- Ost is a port.\nKal has none.", "2:1", "shown as a part of the item above"),
        ("> “Never.”\nHe left.", "2:1", "shown as a part of the quotation above"),
        ("> > Never.\n> He left.", "2:1", "shown as a part of the quotation above"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "3:1", "this row has 3 cells"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nafter", "4:1", "has become a row of the table"),
        ("| a | b |\n| 1 | 2 |", "1:3", "this looks like a table"),
        ("Years:\n\nYear | Level\n2011 | 5\n2012 | 6", "3:1", "this looks like a table"),
        ("He left.\n---\nb", "1:1", "makes a heading of this sentence"),
        ("a\n\n===", "3:1", "neither a line nor a heading"),
        ("2*3*4 is 24", "1:1", "the asterisks between these numbers are left out"),
        ("a\n\n```\nb\nc", "3:1", "the lines between these signs"),
        ("CO~2~ fell", "1:1", "“~2~” is not set lower"),
        ("a^[see b]", "1:1", "is not a note"),
        ("a {#here}", "1:3", "an instruction for another program"),
        ("See https://a.example/b.", "1:5", "“https://a.example/b” is not a link"),
        ("See www.a.example", "1:5", "is not a link"),
        ("It is **bold", "1:7", "“**” is shown as it is"),
        ("a\n\n[b]: https://a.example/", "3:1", "nothing in the article refers to “[b]”"),
        (
            "a\n\n\tThe bridge was closed to all lorries on Monday.",
            "3:2",
            "make this a text of fixed width",
        ),
    ],
)
def test_what_is_not_shown_as_it_was_meant_is_reported_where_it_is(
    written: str, where: str, found: str
) -> None:
    [(place, words)] = warnings(written)
    assert place == where
    assert found in words


@pytest.mark.parametrize(
    "written",
    [
        "`~~a~~ [^1] [a][b] {{< x >}}`",
        "a\n\n    • a\n    [^1]",
        "He [the mayor] (elected in 2019) said so [sic] (twice).",
        "a ~ b ~~ c == d",
        "[it](https://a.example/a%20b 'a title')",
        "a[^1]\n\n[^1]: b",
        "<https://a.example/> [www.a.example](https://a.example/) a@b.example",
        "[https://a.example/](https://a.example/) `https://a.example/`",
        "A \\*\\* sign",
        "1. a\n\nb\n\n2. c",
        "- It goes\non here.\n- And\n  here. And on.",
        "> a\n> b\n\nc",
        "| a | b |\n|---|---|\n| `1 | 2` | 2 \\| 3 |\n| 1 |\n\nafter",
        "*One* and\n*two* words",
        "a | b\n--- | ---\n1 | 2\n3 | 4",
        "The choice | was\nhis.",
        "a)\nb",
        "-5 degrees\nand so",
    ],
)
def test_what_is_shown_as_it_was_meant_is_not(written: str) -> None:
    assert warnings(written) == []


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](  JaVaScRiPt:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](vbscript:x)",
        "<a href='java\nscript:alert(1)'>a</a>",
        "<a title='>' href='java\nscript:alert(1)'>a</a>",
        "<a title='>' href='\njavascript:alert(1)'>a</a>",
        "<svg onload=alert(1)>",
        "<iframe src=//evil.example></iframe>",
        "<p style='background:url(//evil.example)'>a</p>",
        "<style>*{display:none}</style>",
        "<form action=//evil.example><input></form>",
        "<div class=footnote><li id='fn:\"><script>alert(1)</script>'>a</li></div>",
        '*[A]: "><script>alert(1)</script>\n\nA',
        "| a |\n|---|\n| <td onclick=x>b</td> |",
        "para {onmouseover=alert(1)}\n{: onmouseover=alert(1)}",
        "<bdi lang='\"><script>' dir='\"x'>a</bdi>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        "<meta http-equiv=refresh content=0>",
        "<base href=//evil.example>",
    ],
)
def test_nothing_of_an_author_runs(attack: str) -> None:
    body = html(attack)
    tags = re.findall(r"<([a-z0-9]+)((?:\s+[a-z-]+=\"[^\"]*\")*)>", body)
    assert len(tags) == body.count("<") - body.count("</")
    for tag, attributes in tags:
        assert tag in set(
            "p h2 h3 h4 ul ol li table thead tbody tr th td div a abbr bdi span".split()
        )
        for name, value in re.findall(r"([a-z-]+)=\"([^\"]*)\"", attributes):
            assert name in {"href", "title", "class", "id", "lang", "dir", "scope"} or (
                name.startswith(("data-", "aria-"))
            )
            address = re.sub(r"[\x00-\x20]", "", unescape(value))
            assert name != "href" or not re.match(r"[a-z]+:", address, re.IGNORECASE)


@pytest.mark.parametrize(
    ("attack", "left"),
    [
        ("<a href='javascript:alert(1)' title='b'>a</a>", '<a title="b">a</a>'),
        ("<a href='java&Tab;script:alert(1)'>a</a>", "<a>a</a>"),
        ("<a href='\x01data:text/html,x'>a</a>", "<a>a</a>"),
        ("<a href='ftp://evil.example' onclick='x' style='y' id='z'>a</a>", "<a>a</a>"),
        ("<p onmouseover=x class=c>a</p>", "<p>a</p>"),
        ("<script>alert(1)</script><p>a</p><svg onload=x>", "<p>a</p>"),
    ],
)
def test_the_sanitiser_alone_lets_nothing_run(attack: str, left: str) -> None:
    assert _sanitised(attack) == left


@pytest.mark.parametrize(
    "attack",
    [
        "<p><a href='javascript:alert(1)'>a</a>",
        "<p><a href=' java\nscript:alert(1)'>a</a>",
        "<p onmouseover='x' style='y'>a",
        "<p><a href='ftp://evil.example' onclick='x'>a</a>",
    ],
)
def test_without_the_sanitiser_a_page_shows_no_attribute_that_runs(attack: str) -> None:
    assert render_html(cut_blocks(f"{attack}</p>").body).strip() == "<p>a</p>"


def test_a_marker_of_a_line_hides_no_scheme_from_the_sanitiser() -> None:
    hidden = '<a title=">" href="java\nscript:alert(1)">a</a>'
    assert "script:" not in html(hidden)
    assert [found for _, found in warnings(hidden)] == [
        "a link to “java\nscript:alert(1)” is left out"
    ]


@pytest.mark.parametrize(
    "markdown",
    [
        "[" * 20_000,
        "a [b " * 20_000,
        "![" * 20_000,
        "<a " * 20_000,
        "<!-- <!--" * 20_000,
        "<http://" * 20_000,
        "word " * 50_000,
        "a &amp; b " * 2_100,
        "`a` " * 600,
        "\n" * 60_000,
        "".join("    " * depth + "- a\n" for depth in range(300)),
        "> " * 300 + "a",
        "> - " * 300 + "a",
        "a\n: b\n" * 5_000,
        "".join(f"*[A{number}]: x\n" for number in range(5_000)),
        "".join(f"[^{number}]: x\n" for number in range(5_000)),
        "<div>\n\n" * 2_000,
        "<em><sub>" * 150,
    ],
)
def test_what_would_take_too_long_is_refused(markdown: str) -> None:
    problem = refused("First.\n\n" + markdown)
    assert problem.rule == "article.bounds"


def test_twenty_levels_and_a_long_rule_are_read() -> None:
    assert read("> " * 20 + "a").blocks[0].text == "a"
    assert read("one\n\n" + "* " * 40 + "\n\ntwo").blocks[1].text == "two"


def test_the_deepest_elements_that_are_read_can_be_marked_and_rendered() -> None:
    (part,) = read("<em><sub>" * 48 + "a").body
    marked = annotate(part, marks=[TextMark(start=0, end=1, id="words-a")])
    assert render_html([marked]).count("<sub>") == 48
    assert refused("<em><sub>" * 51 + "a").rule == "article.bounds"


def test_a_bound_is_reported_at_the_line_that_breaks_it() -> None:
    assert refused("a\n\n" + "[x] " * 400 + "\n\n" + "[x]\n" * 501).position.line == 505
    assert refused("a\n\n- b\n" + "> " * 30 + "c\n").position.line == 4
