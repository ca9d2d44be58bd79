"""`import` of saved pages, Word and LibreOffice files, Markdown and ArchieML: structure, words, what is cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.drafting.importing.libraries import WANTED
from tests.drafting.imported import Newsroom, body_of, docx, odt, word_paragraph, word_run

NEWS = (
    "The bridge at Ostrow was closed to lorries on Monday, the harbour office said in a statement."
)
MORE = (
    "It carries about 4,000 lorries a day between the port and the motorway, and needs new steel."
)
ARTICLE = f"""---
title: The old bridge closes
authors: [Ana Writer]
decide: [standfirst, published, sources]
---

{NEWS}

## What comes next

- one
- two

3. third
4. fourth

| Year | Lorries |
|---|---|
| 2023 | 4,000 |

> Nobody will drive over that crack.

{MORE}
"""

AFTER_NEWS = ARTICLE.partition(NEWS)[2].strip()

# Saved pages

PAGE = f"""<!doctype html><html lang="de-CH"><head><meta charset="utf-8">
<title>The old bridge closes | Ostrow Courier</title>
<link rel="canonical" href="https://courier.example/2024/bridge">
<meta property="og:site_name" content="Ostrow Courier">
<meta name="description" content="A crack that nobody saw for eleven months.">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "The old bridge closes",
"author": [{{"@type": "Person", "name": "Ana Writer"}}], "datePublished": "2024-09-11T14:30:00+02:00"}}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<main><article><h1>The old bridge closes</h1><p>By Ana Writer</p>
<p>{NEWS.replace("Ostrow", '<a href="/ostrow">Ostrow</a>').replace("closed", "<i>closed</i>")}</p>
<script>alert("evil")</script>
<h2>What comes next</h2><ul><li>one</li><li>two</li></ul><ol start="3"><li>third</li><li>fourth</li></ol>
<table><tr><th>Year</th><th>Lorries</th></tr><tr><td>2023</td><td>4,000</td></tr></table>
<blockquote><p>Nobody will drive over that crack.</p></blockquote>
<p onclick="evil()">{MORE} <a href="javascript:evil()">More</a> of it.</p>
<figure><img src="a.jpg"><figcaption>The bridge on Monday.</figcaption></figure></article>
<aside><h3>Related</h3><ul><li><a href="/x">The mayor resigns</a></li></ul></aside></main>
<footer><p>© 2024 Ostrow Courier. All rights reserved.</p></footer></body></html>"""


def test_a_saved_page_becomes_an_article_and_a_source(newsroom: Newsroom) -> None:
    outcome = newsroom.run(PAGE, name="bridge.html")
    assert (
        outcome.article
        == f"""---
title: The old bridge closes
standfirst: A crack that nobody saw for eleven months.
published: 2024-09-11
published_time: 14:30 UTC+2
authors: [Ana Writer]
language: de-CH
sources: ostrow-courier-article
---

{NEWS.replace("Ostrow", "[Ostrow](https://courier.example/ostrow)").replace("closed", "*closed*")}

{AFTER_NEWS} More of it.
"""
    )
    assert (
        newsroom.files()["content/the-old-bridge-closes/sources.yaml"].decode()
        == """\
sources:
  - id: ostrow-courier-article
    title: The old bridge closes
    kind: news article
    publisher: Ostrow Courier
    author: Ana Writer
    address: https://courier.example/2024/bridge
    published: 2024-09-11
    language: de-CH
"""
    )
    assert "evil" not in outcome.article
    assert "“The bridge on Monday.” (the caption of a picture" in outcome.out


def test_a_description_that_is_the_story_s_own_text_is_no_standfirst(newsroom: Newsroom) -> None:
    page = PAGE.replace("A crack that nobody saw for eleven months.", NEWS)
    outcome = newsroom.run(page, name="bridge.html")
    assert "standfirst: " not in outcome.article
    assert "decide: [standfirst]" in outcome.article
    assert "words of its own text" in outcome.out


def test_a_page_s_lines_above_its_story_are_read_and_shown(newsroom: Newsroom) -> None:
    head = "<p>Transport &gt; Roads</p><h1>The old bridge closes</h1>"
    deck = "<p>A crack that nobody saw for eleven months</p><p>Ana Writer</p>"
    page = PAGE.replace("eleven months.", "eleven months").replace(
        "<h1>The old bridge closes</h1><p>By Ana Writer</p>", head + deck
    )
    outcome = newsroom.run(page, name="bridge.html")
    assert "standfirst: A crack that nobody saw for eleven months\n" in outcome.article
    assert body_of(outcome.article).startswith("The bridge at ")
    assert "“Transport > Roads” (part of the page around the story)" in outcome.out
    assert "“Ana Writer” (its byline, now `authors:`)" in outcome.out


def test_a_page_that_says_two_days_has_none(newsroom: Newsroom) -> None:
    other = '<meta property="article:published_time" content="2024-09-12">'
    outcome = newsroom.run(PAGE.replace("<head>", f"<head>{other}"), name="bridge.html")
    assert "published" in outcome.article.partition("decide:")[2].partition("]")[0]


def test_a_page_in_an_old_encoding_that_it_declares_is_read(newsroom: Newsroom) -> None:
    page = PAGE.replace("utf-8", "iso-8859-1").replace("needs new", "braucht für “neuen”")
    outcome = newsroom.run(page.encode("cp1252"), name="bridge.html")
    assert "braucht für “neuen”" in outcome.article


def test_a_page_without_a_story_is_refused(newsroom: Newsroom) -> None:
    outcome = newsroom.run("<html><body><p>Menu</p></body></html>", name="a.html")
    assert (outcome.code, newsroom.articles) == (2, [])
    assert "no story was found in the page" in outcome.err


def test_sheets_that_are_there_are_left_as_they_are(newsroom: Newsroom) -> None:
    folder = newsroom.folder / "content/the-old-bridge-closes"
    folder.mkdir()
    (folder / "sources.yaml").write_text("sources: []\n", "utf-8")
    newsroom.run(PAGE, "--force", name="bridge.html")
    assert (folder / "sources.yaml").read_text("utf-8") == "sources: []\n"


# Word

WORD = "".join(
    [
        word_paragraph("The old bridge closes", style="T"),
        word_paragraph("By Ana Writer"),
        word_paragraph(
            "The bridge at ",
            word_run("Ost", "<w:b/>"),
            word_run("row", "<w:b/>"),
            " was ",
            f'<w:del w:id="1" w:author="Ben">{word_run("open", tag="delText")}</w:del>',
            f'<w:ins w:id="2" w:author="Ben">{word_run("closed")}</w:ins>',
            " to lorries on Monday",
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            ", the ",
            f'<w:hyperlink r:id="web">{word_run("harbour office")}</w:hyperlink>',
            " said it.",
        ),
        word_paragraph("What comes next", style="H1"),
        word_paragraph(word_run("A bold line", "<w:b/>")),
        word_paragraph(
            "Five &lt; six *stars* <w:r><w:br/></w:r>and a new line, the office said.".split(
                "<", maxsplit=1
            )[0]
        ),
        word_paragraph("A quotation that goes on.", style="Q"),
        word_paragraph(MORE),
    ]
)
NOTES = f'<w:footnote w:id="2">{word_paragraph("As of noon.")}</w:footnote>'
COMMENTS = f'<w:comment w:id="0" w:author="Ben">{word_paragraph("Is that right?")}</w:comment>'


def test_a_file_of_word_becomes_an_article(newsroom: Newsroom) -> None:
    outcome = newsroom.run(docx(WORD, footnotes=NOTES, comments=COMMENTS), name="a.docx")
    assert outcome.err == ""
    assert (
        body_of(outcome.article)
        == f"""\
The bridge at **Ostrow** was closed to lorries on Monday[^1], the [harbour office](https://a.example/x) said it.

## What comes next

### A bold line

Five < six \\*stars\\*

> A quotation that goes on.

{MORE}

[^1]: As of noon."""
    )
    assert "title: The old bridge closes\nauthors: [Ana Writer]" in outcome.article
    assert "2 tracked changes: taken as if all were accepted" in outcome.out
    assert "“Is that right?” (a comment by Ben)" in outcome.out


# LibreOffice


def test_a_file_of_libreoffice_becomes_an_article(newsroom: Newsroom) -> None:
    body = f"""<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">The old bridge closes</text:h><text:p>By Ana Writer</text:p>
<text:p>{NEWS}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>As of
noon.</text:p></text:note-body></text:note><office:annotation><dc:creator>Ben</dc:creator><text:p>Right?</text:p>
</office:annotation></text:p><text:h text:outline-level="2">What comes next</text:h>
<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>
<text:list text:style-name="N"><text:list-item text:start-value="3"><text:p>third</text:p></text:list-item>
<text:list-item><text:p>fourth</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell>
<text:p>Lorries</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>2023</text:p>
</table:table-cell><table:table-cell><text:p>4,000</text:p></table:table-cell></table:table-row></table:table>
<text:p text:style-name="Quotations">Nobody will drive over that crack.</text:p>
<text:p>It carries <text:span text:style-name="B">about</text:span> 4,000<text:s/>lorries.</text:p>"""
    outcome = newsroom.run(odt(body), name="a.odt")
    expected = ARTICLE.replace(f"{NEWS}\n", f"{NEWS}[^1]\n").replace(
        f"{MORE}\n", "It carries **about** 4,000 lorries.\n\n[^1]: As of noon.\n"
    )
    assert outcome.article == expected
    assert "“Right?” (a comment by Ben)" in outcome.out
    assert "1 tracked change: taken as if all were accepted" in outcome.out


# Markdown

JEKYLL = """---
layout: post
title: The old bridge closes
date: 2024-09-11 14:30:00 +0200
author: Ana Writer
excerpt: In short.
tags: [bridges, ports]
---"""
HUGO = """+++
title = "The old bridge closes"
date = 2024-09-11T14:30:00Z
authors = ["Ana Writer"]
description = "In short."
tags = ["bridges", "ports"]
+++"""
ELEVENTY = """---
title: The old bridge closes
published: 2024-09-11
author: {name: Ana Writer}
description: In short.
tags: [bridges, ports]
---"""
MARKDOWN = ARTICLE.split("---\n", 2)[2].strip("\n")


@pytest.mark.parametrize(
    "front",
    [
        JEKYLL,
        HUGO,
        ELEVENTY,
    ],
    ids=["Jekyll", "Hugo", "Eleventy"],
)
def test_the_front_matter_of_other_programs_becomes_ours(front: str, newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"{front}\n{MARKDOWN}\n", name="a.md")
    assert (
        outcome.article
        == f"""---
title: The old bridge closes
standfirst: In short.
published: 2024-09-11
authors: [Ana Writer]
decide: [sources]
---

{MARKDOWN}
"""
    )
    assert "“tags: bridges, ports” (a field that our articles do not have" in outcome.out


def test_markdown_without_front_matter_has_its_title_from_its_first_heading(
    newsroom: Newsroom,
) -> None:
    outcome = newsroom.run(
        f"# The *old* bridge closes\n\n{NEWS}\n\n# What comes next\n\n{MORE}\n", name="a.md"
    )
    assert "title: The old bridge closes\n" in outcome.article
    assert body_of(outcome.article) == f"{NEWS}\n\n## What comes next\n\n{MORE}"


@pytest.mark.parametrize(
    ("lines", "front"),
    [
        (
            "*By Ana Writer and Ben Lee*\n\n*November 30, 2025 — 12.10am*",
            "published: 2025-11-30\nauthors: [Ana Writer, Ben Lee]",
        ),
        ("By Ana Writer", "authors: [Ana Writer]"),
        ("*Ostrow, Germany, November 22, 2026 (EPN)*", "published: 2026-11-22\ndateline: Ostrow"),
    ],
)  # fmt: skip
def test_lines_above_the_first_paragraph_of_markdown_are_read(
    lines: str, front: str, newsroom: Newsroom
) -> None:
    outcome = newsroom.run(f"# The bridge closes\n\n{lines}\n\n{NEWS}\n", name="a.md")
    assert f"\n{front}\n" in outcome.article
    assert body_of(outcome.article) == NEWS


@pytest.mark.parametrize(
    "line", ["*Nobody* was hurt.", "*He came by Ana Writer*", "> By Ana Writer"]
)
def test_any_other_line_of_markdown_stays(line: str, newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"# The bridge closes\n\n{line}\n\n{NEWS}\n", name="a.md")
    assert body_of(outcome.article) == f"{line}\n\n{NEWS}"


@pytest.mark.parametrize(
    ("written", "kept", "shown"),
    [
        ("{% include ad.html %}", "", "an instruction for another program"),
        ('{{< figure src="a.jpg" >}}', "", "an instruction for another program"),
        ("![A bridge](https://a.example/b.jpg)", "", "a picture"),
        ("[![A bridge](b.jpg)](/x)", "", "a picture"),
        ('<iframe src="https://a.example/"></iframe>', "", "HTML"),
        ('<div class="x">Words stay.</div>', "Words stay.", "HTML"),
        ("See [the map](/map).", "See the map.", "a link that cannot lead from here"),
        ("See [x](https://a.example/b c.pdf).", "See [x](https://a.example/b%20c.pdf).", "a link"),
        ("See [x](javascript:evil()).", "See x.", "a link that cannot lead from here"),
        ("Seen.[^9]", "Seen.", "a note without its text"),
        ("Seen.[^9]\n\n[^9]: Here.", "Seen.[^9]\n\n[^9]: Here.", ""),
        ("Seen.\n\n[^9]: Here.", "Seen.", "a note that nothing refers to"),
        ("A&#8203;B &#8212; C", "AB &#8212; C", "a character that no page may hold"),
        ("See https://a.example/x_y.", "See <https://a.example/x_y>.", ""),
        ("See [x](https://a.example/y) and <https://a.example/z>.",) * 2 + ("",),
        ("• one\n• two", "- one\n- two", ""),
        ("1) one\n2) two", "1. one\n2. two", ""),
        ("- [x] done", "- done", ""),
        ("```\na code\n```", "    a code", ""),
    ],
)
def test_what_only_other_programs_understand(
    written: str, kept: str, shown: str, newsroom: Newsroom
) -> None:
    outcome = newsroom.run(f"# A headline\n\n{NEWS}\n\n{written}\n\n{MORE}\n", name="a.md")
    assert body_of(outcome.article) == "\n\n".join(filter(None, [NEWS, kept, MORE]))
    assert ("Not in the article" in outcome.out) == bool(shown)
    assert not shown or f"({shown}" in outcome.out
    assert "Please look" not in outcome.out


def test_what_our_reader_still_doubts_is_said(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"# A headline\n\n{NEWS} ~~Gone.~~\n", name="a.md")
    assert "is not struck through" in outcome.out


# ArchieML

ARCHIE = f"""Notes of the desk, above everything
headline: The old bridge closes
byline: By Ana Writer
slug: bridge-3
:skip
draft: who knows
:endskip
[+text]
{NEWS}
subhead: What comes next
• one
• two

{MORE.replace("port", '<a href="https://a.example/x">port</a>')}
image: bridge.jpg
[]
:ignore
Everything below is for the desk.
"""


def test_archieml_becomes_an_article(newsroom: Newsroom) -> None:
    outcome = newsroom.run(ARCHIE)
    more = MORE.replace("port", "[port](https://a.example/x)")
    assert (
        outcome.article
        == f"""---
title: The old bridge closes
authors: [Ana Writer]
decide: [standfirst, published, sources]
---

{NEWS}

## What comes next

- one
- two

{more}
"""
    )
    assert "“image: bridge.jpg” (not of the text)" in outcome.out
    assert "“slug: bridge-3” (a field" in outcome.out
    assert "Notes of the desk" in outcome.out


def test_a_value_of_several_lines_is_the_text(newsroom: Newsroom) -> None:
    outcome = newsroom.run(f"headline: A headline\ntext: {NEWS}\n\n{MORE}\n:end\n")
    assert body_of(outcome.article) == f"{NEWS}\n\n{MORE}"


# What is not installed


@pytest.mark.parametrize(("name", "data"), [("a.html", PAGE.encode()), ("a.docx", docx(WORD))])
def test_a_library_that_is_missing_is_named_with_the_command_that_installs_it(
    name: str, data: bytes, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for library in WANTED:
        monkeypatch.setitem(__import__("sys").modules, library, None)
    outcome = newsroom.run(data, name=name)
    assert outcome.code == 2
    assert "-m pip install 'mammoth>=1.11' 'trafilatura>=2'" in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_libraries_are_those_of_the_extra() -> None:
    import tomllib

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert set(WANTED.values()) <= set(project["project"]["optional-dependencies"]["import"])
