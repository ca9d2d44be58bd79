"""Small sites, each with one thing to find, and their twins with nothing to find."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from dateline.problems import Problem
from dateline.publishing.linking.links import check_part, first_to_each_target
from tests.publishing.whole_site import check_links, check_outbound
from tests.small_site import article, assemble, errors


def site(**files: str) -> dict[str, bytes]:
    """Files by name, where `__` stands for a slash and `_` for the dot of the ending."""
    return {
        name.replace("__", "/").replace("_", "."): text.encode() for name, text in files.items()
    }


WORLD = site(
    index_html='<h1 id="top">Front</h1>',
    story__index_html='<p id="p1">One</p><p id="été">Two</p>',
    story__facts__trade__index_html="",
    story__facts_json="{}",
    static__s_css="",
    static__map_svg='<svg><g id="iraq"/></svg>',
    static__a_png="",
)


def reasons(
    text: str, page: str = "story/index.html", site_address: str | None = None
) -> list[str]:
    """What is found in one page of the world."""
    found = check_links(WORLD | {page: text.encode()}, site_address=site_address)
    return [problem.found for problem in found if problem.position.path == page]


def places(problems: Iterable[Problem]) -> list[tuple[str, int]]:
    return [(problem.position.path, problem.position.line) for problem in problems]


GOOD = [
    '<a href="../index.html">',
    '<a href="../index.html#top">',
    '<a href="facts/trade/index.html">',
    '<a href="./facts/../facts/trade/index.html">',
    '<a href="../story/index.html">',
    '<a href="%69ndex.html">',
    '<a href=" index.html\n">',
    '<a href="index.html?topic=trade&amp;x=1">',
    '<a href="?topic=trade">',
    '<a href="#here" id="here">',
    '<a href="#a&amp;b" id="a&amp;b">',
    '<a href="#%C3%A9t%C3%A9" id="été">',
    '<a href="#%41" id="%41">',
    '<a href="#:~:text=One">',
    '<a href="../index.html#top:~:text=Front">',
    '<a href="facts.json#/anything">',
    '<a href="https://example.org/#x">',
    '<a href="HTTP://example.org/">',
    '<a href="mailto:desk@example.org">',
    '<a href="tel:+4930123">',
    "<a>no link</a>",
    '<link rel="canonical" href="https://example.org/story/">',
    '<link rel="stylesheet" href="../static/s.css">',
    '<link rel="alternate" href="facts.json">',
    '<img src="../static/a.png">',
    '<img src="data:image/png;base64,AAAA">',
    '<source srcset="../static/a.png 480w, ../static/a.png?x 960w">',
    '<svg><use href="../static/map.svg#iraq"/></svg>',
    '<h2 id="l">x</h2><section id="q" aria-labelledby="l q">',
    '<svg><path id="p" fill="url(#p)"/></svg>',
    '<script src="../static/a.png"></script>',
    '<meta http-equiv="refresh" content="0; url=../index.html">',
    '<meta http-equiv="refresh" content="30">',
    '<!-- <a href="nowhere"> -->',
    '<script type="application/ld+json">{"a": "<a href=nowhere>"}</script>',
    "<p>a &lt; b & c <3 &nonsense; &#xZ;</p>",
]


@pytest.mark.parametrize("text", GOOD)
def test_sound_link(text: str) -> None:
    assert reasons(text) == []


NO_FILE = "the site has no file"
OUT = "leads out of the site"
FOLDER = "opens a folder listing"
NO_ID = "has the id"
FOREIGN = "fetches it from another site"
EMPTY = "it is empty"

BAD = [
    ('<a href="nowhere.html">', f"{NO_FILE} story/nowhere.html"),
    ('<a href="../INDEX.html">', f"{NO_FILE} INDEX.html"),
    ('<a href="facts//trade/index.html">', NO_FILE),
    ('<a href="index.html/">', NO_FILE),
    ('<link rel="next" href="nowhere.html">', NO_FILE),
    ('<img src="../static/b.png">', NO_FILE),
    ('<source srcset="../static/a.png 480w, ../static/b.png 960w">', f"{NO_FILE} static/b.png"),
    ('<source srcset="https://example.org/a.png 2x">', FOREIGN),
    ('<source srcset="">', EMPTY),
    ('<meta http-equiv="refresh" content="0; url=nowhere.html">', NO_FILE),
    ("<meta http-equiv=Refresh content=\"0;URL='nowhere.html'\">", NO_FILE),
    ('<a href="../../index.html">', OUT),
    ('<a href="%2e%2e/../index.html">', OUT),
    ('<a href="..\\..\\index.html">', OUT),
    ('<a href="..">', FOLDER),
    ('<a href="../">', FOLDER),
    ('<a href=".">', FOLDER),
    ('<a href="facts/trade">', FOLDER),
    ('<a href="facts/trade/#x">', FOLDER),
    ('<a href="/index.html">', "begins with a slash"),
    ('<img src="/static/a.png">', "begins with a slash"),
    ('<a href="#gone">', f"{NO_ID} gone"),
    ('<a href="../index.html#gone">', f"index.html {NO_ID} gone"),
    ('<a href="#%C3%A9">', f"{NO_ID} é"),
    ('<a href="#gone:~:text=x">', NO_ID),
    ('<a href="#TOP" id="top">', NO_ID),
    ('<a href="#to:~:be" id="to:~:be">', f"{NO_ID} to"),
    ('<a href="#">', "nothing follows the #"),
    ('<a href="../index.html#">', "nothing follows the #"),
    ('<svg><use href="../static/map.svg#iran"/></svg>', f"map.svg {NO_ID} iran"),
    ('<svg><path fill="url(#gone)"/></svg>', NO_ID),
    ('<a href="">', EMPTY),
    ("<a href>", EMPTY),
    ('<a href=" ">', EMPTY),
    ('<img src="">', EMPTY),
    ('<img src="https://example.org/a.png">', FOREIGN),
    ('<img src="//example.org/a.png">', FOREIGN),
    ('<img src="\\\\example.org/a.png">', FOREIGN),
    ('<script src="https://example.org/a.js"></script>', FOREIGN),
    ('<link rel="stylesheet" href="https://example.org/s.css">', FOREIGN),
    ('<link rel="alternate stylesheet" href="https://example.org/s.css">', FOREIGN),
    ('<a href="//example.org/">', "no scheme"),
    ('<a href="javascript:alert(1)">', "cannot begin with javascript:"),
    ('<a href="JavaScript:alert(1)">', "cannot begin with javascript:"),
    ('<a href="\x01java\nscript:alert(1)">', NO_FILE),
    ('<img src="javascript:alert(1)">', FOREIGN),
    ('<a href="data:text/html,x">', "cannot begin with data:"),
    ('<a href="file:///etc/passwd">', "cannot begin with file:"),
    ('<a href="https://bank.example@evil.example/">', "the name of a user"),
    ('<a href="https://0x7f.1/">', "browsers read as another"),
    ('<a href="mailto:desk">', "names nobody"),
    ('<img src="ftp://example.org/a.png">', FOREIGN),
    ('<p aria-labelledby="gone">', "no element of this page"),
    ('<p id="a"></p><p id="a"></p>', "used twice"),
]


@pytest.mark.parametrize(("text", "words"), BAD)
def test_dead_link(text: str, words: str) -> None:
    found = reasons(text)
    assert len(found) == 1
    assert words in found[0]


def test_what_is_reported() -> None:
    text = '<p id="a">\n<a\n href="x&amp;y.html">\n<p id="a">\n<section aria-labelledby="q">'
    assert [
        f"{problem.position}: {problem.found}" for problem in check_links(site(index_html=text))
    ] == [
        "index.html:2:1: x&y.html: the site has no file x&y.html",
        "index.html:4:1: #a: the id is used twice on this page, first on line 1; keep it for one element",
        "index.html:5:1: q: no element of this page has that id",
    ]


def test_every_page_is_read_in_order() -> None:
    world = site(
        b_html='<a href="x">', a__c_html='<a href="x">\n<a href="x">', a__b_svg="<a href=x>"
    )
    found = places(check_links(world))
    assert found == [("a/b.svg", 1), ("a/c.html", 1), ("a/c.html", 2), ("b.html", 1)]


def test_link_to_a_page_in_another_script() -> None:
    world = {"خبر/index.html": b"<p id='x'>", "index.html": '<a href="خبر/index.html#x">'.encode()}
    assert list(check_links(world)) == []
    world["index.html"] = b'<a href="%D8%AE%D8%A8%D8%B1/index.html#x">'
    assert list(check_links(world)) == []


# Stylesheets


@pytest.mark.parametrize(
    "text",
    [
        "a { background: url(a.png) }",
        "a { background: url( 'a.png' ), URL(\"./a.png\") }",
        '@import "../static/t.css" screen;',
        "@import url(t.css) layer(base);",
        "a { mask: url(map.svg#iraq) }",
        "a { filter: url(#in-the-page-that-asks) }",
        "a { background: url(data:image/png;base64,AA==) }",
    ],
)
def test_sound_stylesheet(text: str) -> None:
    assert list(check_links(WORLD | site(static__s_css=text, static__t_css=""))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a { background: url(b.png) }", f"{NO_FILE} static/b.png"),
        ('a { background: url("b.png") }', NO_FILE),
        ("a { background: url('../../a.png') }", OUT),
        ("a { background: url(/static/a.png) }", "begins with a slash"),
        ("@font-face { src: url(https://fonts.example/f.woff2) }", FOREIGN),
        ("@import '//example.org/t.css';", FOREIGN),
        ("@import 'nowhere.css';", NO_FILE),
        ("@IMPORT URL(nowhere.css);", NO_FILE),
        ("a { mask: url(map.svg#iran) }", f"{NO_ID} iran"),
        ("a { background: url() }", EMPTY),
        ("/* x */ a { background: url(b.png) } /* y", NO_FILE),
        ("a { content: '/*'; background: url(b.png) }", NO_FILE),
    ],
)
def test_dead_link_in_a_stylesheet(text: str, words: str) -> None:
    found = list(check_links(WORLD | site(static__s_css="\n" + text)))
    assert places(found) == [("static/s.css", 2)]
    assert words in found[0].found


# A site whose address is known

HOSTED = "https://x.example/repo/"


@pytest.mark.parametrize("href", ["../", "../#top", "./", "./#here", "facts/trade/", "index.html"])
def test_where_the_address_is_known_a_link_may_end_in_the_folder(href: str) -> None:
    page = f'<p id="here"><a href="{href}">'
    assert reasons(page, site_address=HOSTED) == []
    assert bool(reasons(page)) == (href != "index.html")


@pytest.mark.parametrize(
    ("href", "words"),
    [("../#gone", "index.html has the id gone"), ("none/", NO_FILE), ("facts/trade", FOLDER)],
)
def test_a_link_to_a_folder_is_followed_to_its_element(href: str, words: str) -> None:
    (found,) = reasons(f'<a href="{href}">', site_address=HOSTED)
    assert words in found


# 404.html


@pytest.mark.parametrize("site_address", ["https://x.example/repo/", "https://x.example/repo"])
@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("/repo/index.html", None),
        ("/repo/story/index.html#p1", None),
        ("/repo/", None),
        ("/repo/story/", None),
        ("/repo/story/#p1", None),
        ("/repo/story/#gone", NO_ID),
        ("#here", None),
        ("https://example.org/", None),
        ("/repo/nowhere.html", NO_FILE),
        ("/repo/story/index.html#gone", NO_ID),
        ("/repo/../index.html", OUT),
        ("/index.html", OUT),
        ("/repository/index.html", OUT),
        ("index.html", "shown at any depth"),
        ("//example.org/", "no scheme"),
    ],
)
def test_page_that_is_served_at_any_depth(site_address: str, href: str, words: str | None) -> None:
    found = reasons(f'<p id="here"><a href="{href}">', page="404.html", site_address=site_address)
    assert len(found) == (words is not None)
    assert words is None or words in found[0]


def test_page_that_is_served_at_any_depth_of_an_origin() -> None:
    assert reasons('<a href="/index.html">', page="404.html") == []
    assert reasons('<a href="/index.html">', page="story/404.html") != []


def test_a_sound_link_of_another_page_says_nothing_of_one_that_is_served_at_any_depth() -> None:
    """What leads from /2024/ to the front page, written on 404.html, leads wherever that is shown."""
    pages = {
        "2024/index.html": b'<a href="../index.html">',
        "404.html": b'<a href="index.html">',
        "index.html": b"",
    }
    (problem,) = check_part(pages, site_address=None).problems
    assert problem.position.path == "404.html"


def test_a_link_between_two_parts_is_tried_when_both_are_there() -> None:
    pages = {"a/index.html": b'<a href="../b/index.html#x"><a href="../b/index.html#y">'}
    other = {"b/index.html": b'<p id="x">'}
    checked = check_part(pages, site_address=None)
    assert checked.problems == ()
    found = check_outbound(checked.outbound, {**pages, **other})
    assert [problem.found for problem in found] == [
        "../b/index.html#y: no element of b/index.html has the id y"
    ]


def test_each_part_that_leads_nowhere_is_reported() -> None:
    parts = ({f"{name}/index.html": b'<a href="../gone/index.html">'} for name in "ab")
    links = [link for part in parts for link in check_part(part, site_address=None).outbound]
    found = check_outbound(links, {"c/index.html": b""})
    assert [problem.position.path for problem in found] == ["a/index.html", "b/index.html"]


def test_one_link_is_kept_for_each_target() -> None:
    pages = {f"a/{number}.html": b'<a href="../b/x.csv"><a href="../b/y.csv">' for number in (1, 2)}
    kept = first_to_each_target(check_part(pages, site_address=None).outbound)
    assert [(link.page, link.target) for link in kept] == [
        ("a/1.html", "b/x.csv"),
        ("a/1.html", "b/y.csv"),
    ]


LINKS = """
See [a file](files/report.pdf), [nothing](#nowhere), [a page](../all/index.html).

## What next?

And [below](#what-next), [in its way](#what-nex%74), [by name][site].

[site]: ../all/index.html
"""


def test_a_link_of_an_article_that_leads_nowhere_is_reported_where_it_was_written() -> None:
    site = assemble({"quiet/article.md": article(LINKS)})
    found = [(str(problem.position)[-4:], problem.found, problem.fix) for problem in site.problems]
    assert [(place, words) for place, words, _ in found] == [
        ("8:14", "the link “files/report.pdf” leads nowhere"),
        ("8:43", "the link “#nowhere” leads nowhere: no heading of the article is called so"),
    ]
    assert found[1][2] == "link to one of its headings: #what-next"
    assert "begins with https://" in found[0][2]


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("../all", "opens a folder listing from the disk; add index.html"),
        ("/all/index.html", "it begins with a slash"),
        ("../../no/index.html", "the link “../../no/index.html” leads nowhere"),
    ],
)
def test_other_dead_links_of_an_article_are_reported_there_too(href: str, found: str) -> None:
    site = assemble({"quiet/article.md": article(f"All was quiet. See [it]({href}).")})
    (problem,) = [problem for problem in site.problems if problem.rule == "link.dead"]
    assert str(problem.position) == "content/quiet/article.md:7:25"
    assert found in problem.found


@pytest.mark.parametrize("written", ["../timeline/", "../timeline/index.html"])
def test_a_link_to_a_page_is_good_in_either_form_and_wherever_its_words_are_shown(
    written: str,
) -> None:
    sheet = "events: [{id: trip, date: 2024-09-11, title: A trip, evidence: A trip on 11 September 2024}]\n"
    text = article(f"A trip on 11 September 2024, see [the dates]({written}).")
    content = {"quiet/article.md": text, "quiet/timeline.yaml": sheet}
    for address, shown in ((None, "timeline/index.html"), ("https://x.example/", "timeline/")):
        site = assemble(content, site_url=address)
        assert errors(site) == []
        for page, way in (("article", "../"), ("facts/trip", "../../")):
            html = site.files[f"quiet/{page}/index.html"].decode()
            assert re.search(rf'href="{way}{shown}"[^>]*>the dates<', html), page


def test_a_link_to_a_heading_by_its_words_leads_there() -> None:
    text = "See [below](#what-next).\n\n## What next?\n\nNothing."
    site = assemble({"quiet/article.md": article(text)})
    assert errors(site) == []
    assert 'href="#section--what-next"' in site.files["quiet/article/index.html"].decode()


def test_a_link_of_an_article_that_leads_nowhere_refuses_the_site() -> None:
    (error,) = errors(assemble({"quiet/article.md": article("[There](../nowhere/).")}))
    assert error.endswith(" link.dead")
    assert errors(assemble({"quiet/article.md": article("[There](https://a.example/).")})) == []
