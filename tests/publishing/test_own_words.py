"""A site's own pages: where they are, how every page links to them, and what is refused at which line."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.publishing.build import BuildResult, build_site
from dateline.publishing.request import Request
from tests.small_site import SETTINGS, write_content

CONTACT = "---\ntitle: Contact\n---\n\nWrite to [us](mailto:desk@courier.example).\n"


def build(folder: Path, *, settings: str = SETTINGS, by: str = "", **words: str) -> BuildResult:
    """A site of one briefing with these words: `contact` is pages/contact.md, `about_md` about.md.

    `by` are the authors of the briefing.
    """
    write_content(folder, settings=settings)
    if by:
        article = folder / "content/line/article.md"
        signed = article.read_text("utf-8").replace("\n---\n\n", f"\nauthors: {by}\n---\n\n")
        article.write_text(signed, "utf-8")
    (folder / "content" / "pages").mkdir(exist_ok=True)
    for name, text in words.items():
        path = f"pages/{name}.md" if "_" not in name else name.replace("_", ".")
        (folder / "content" / path).write_text(text, "utf-8")
    now, day = datetime(2024, 9, 12, tzinfo=UTC), date(2024, 9, 12)
    request = Request(
        content=folder / "content", now=now, today=day, site_url="https://courier.example/"
    )
    return build_site(request, folder / "_site", say=lambda _: None)


def page(folder: Path, path: str) -> str:
    return (folder / "_site" / path / "index.html").read_text("utf-8")


def links(html: str, part: str) -> list[str]:
    """The words of the links in the first `nav` or the `footer` of a page."""
    inside = re.findall(rf"<{part}\b.*?</{part}>", html, re.DOTALL)[0]
    return re.findall(r"<li><a [^>]*>(.*?)</a>", inside)


def wrong(result: BuildResult) -> list[tuple[str, str]]:
    """The place in the content and the rule of everything wrong, but for an open claim of the article."""
    return [
        (str(problem.position).partition("content/")[2], problem.rule.value)
        for problem in result.problems
        if problem.rule != "coverage.open"
    ]


def test_a_page_is_at_the_address_of_its_name_and_every_page_links_to_it(tmp_path: Path) -> None:
    assert wrong(build(tmp_path, contact=CONTACT)) == []
    html = page(tmp_path, "contact")
    assert "<title>Contact · T</title>" in html
    assert '<meta name="description" content="Write to us.">' in html
    assert '<link rel="canonical" href="https://courier.example/contact/">' in html
    assert '<a href="mailto:desk@courier.example">us</a>' in html
    assert "Contact" in links(page(tmp_path, "line"), "footer")
    assert "Contact" not in links(page(tmp_path, "line"), "nav")
    assert "https://courier.example/contact/" in (tmp_path / "_site/sitemap.xml").read_text("utf-8")


def test_links_above_a_page_are_those_that_fit_on_a_phone(tmp_path: Path) -> None:
    def front(title: str, nav: str) -> str:
        return f"---\ntitle: {title}\nnav: {nav}\n---\n\nWords.\n"

    build(
        tmp_path,
        a=front("Contact", "header"),
        b=front("Our editorial standards", "header"),
        c=front("Hidden", "none"),
    )
    html = page(tmp_path, "line")
    assert links(html, "nav") == ["Briefings", "About", "Contact"]
    assert "Our editorial standards" in links(html, "footer")
    assert "Hidden" not in html
    assert "<h1>Hidden</h1>" in page(tmp_path, "c")


def test_what_the_site_says_of_itself_comes_before_what_the_program_says(tmp_path: Path) -> None:
    assert (
        wrong(build(tmp_path, about_md="We are four reporters.\n\n## Who pays\n\nReaders.\n")) == []
    )
    html = page(tmp_path, "about")
    assert html.index("four reporters") < html.index("Who pays") < html.index("What a briefing is")


def test_a_page_with_dates_or_numbers_says_that_they_are_not_checked(tmp_path: Path) -> None:
    build(tmp_path, contact=CONTACT, us=CONTACT + "\nFounded in 1931, with 12 editors.\n")
    assert "not checked against an article" in page(tmp_path, "us")
    assert "not checked against an article" not in page(tmp_path, "contact")


REFUSED = {
    "no title": ("---\nnav: footer\n---\n\nWords.\n", "pages/contact.md:2:1", "field.missing"),
    "no front matter": ("Words.\n", "pages/contact.md:1:1", "front-matter.form"),
    "no text": ("---\ntitle: T\n---\n", "pages/contact.md:1:1", "field.missing"),
    "an unknown place": (
        "---\ntitle: T\nnav: left\n---\n\nWords.\n",
        "pages/contact.md:3:6",
        "field.value",
    ),
    "a field of an article": (
        "---\ntitle: T\nstandfirst: S\n---\n\nWords.\n",
        "pages/contact.md:3:1",
        "field.unknown",
    ),
    "a script": (f"{CONTACT}\n<script>1</script>\n", "pages/contact.md:7:1", "article.markup"),
    "a picture": (f"{CONTACT}\n![A](images/a.jpg)\n", "pages/contact.md:7:1", "picture.place"),
    "a dead link": (f"{CONTACT}\n[x](../no/index.html)\n", "pages/contact.md:7:5", "link.dead"),
    "a heading that is not there": (f"{CONTACT}\n[x](#no)\n", "pages/contact.md:7:5", "link.dead"),
    "its own briefing’s name": (CONTACT, "pages/line.md:1:1", "file.name"),
    "a name of the program": (CONTACT, "pages/corrections.md:1:1", "file.name"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_page_that_cannot_be_shown_is_reported_at_its_line(tmp_path: Path, case: str) -> None:
    text, position, rule = REFUSED[case]
    name = position.partition("/")[2].partition(".")[0]
    assert wrong(build(tmp_path, **{name: text})) == [(position, rule)]


def test_a_name_that_a_briefing_has_is_reported_with_both_places(tmp_path: Path) -> None:
    (problem,) = [p for p in build(tmp_path, line=CONTACT).problems if p.rule == "file.name"]
    assert problem.related[0].position.path.endswith("content/line")


def test_a_page_that_was_published_stays_moves_or_leaves_a_notice(tmp_path: Path) -> None:
    build(tmp_path, contact=CONTACT)
    (tmp_path / "content/pages/contact.md").unlink()
    assert wrong(build(tmp_path)) == [("pages/contact.md:1:1", "address.gone")]
    assert (
        wrong(build(tmp_path, desk=CONTACT.replace("---\n\n", "formerly: contact\n---\n\n"))) == []
    )
    assert 'content="0; url=../desk/"' in page(tmp_path, "contact")
    (tmp_path / "content/pages/desk.md").unlink()
    assert [rule for _, rule in wrong(build(tmp_path))] == ["address.gone", "address.gone"]
    notice = "removed:\n" + "".join(
        f"  - {{folder: {name}, was: page, on: 2024-09-12, why: We moved.}}\n"
        for name in ("contact", "desk")
    )
    assert wrong(build(tmp_path, settings=SETTINGS + notice)) == []
    assert re.search(r"We removed this page on .*</time>\. We moved\.", page(tmp_path, "desk"))
    assert "We moved." not in page(tmp_path, "corrections")


def test_what_cannot_be_read_is_not_said_to_be_gone(tmp_path: Path) -> None:
    build(tmp_path, contact=CONTACT, authors_yaml=AUTHORS)
    result = build(tmp_path, contact="Words.\n", authors_yaml="authors: [{id: ana-lind}]\n")
    assert wrong(result) == [
        ("authors.yaml:1:11", "field.missing"),
        ("pages/contact.md:1:1", "front-matter.form"),
    ]


def test_a_changed_page_is_built_again_and_leaves_others_as_they_are(tmp_path: Path) -> None:
    build(tmp_path, contact=CONTACT)
    assert build(tmp_path, contact=CONTACT).built["remembered"] == 1
    result = build(tmp_path, contact=CONTACT.replace("Write", "Talk"))
    assert result.built["remembered"] == 1
    assert "Talk to" in page(tmp_path, "contact")
    build(tmp_path, contact=CONTACT.replace("Contact", "Desk"))
    assert "Desk" in links(page(tmp_path, "line"), "footer")


# Authors

AUTHORS = """\
authors:
  - id: ana-lind
    name: Ana Lind
    role: Harbour correspondent
    bio: |
      Ana knows the <river>.

      She was a pilot.
    contact: ana@courier.example
    links: https://social.example/@ana
  - id: ben-lind
    name: Ben Lind
"""


def graph(html: str) -> list[dict[str, Any]]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    nodes: list[dict[str, Any]] = json.loads(text)["@graph"]
    return nodes


def test_an_author_has_a_page_with_their_briefings(tmp_path: Path) -> None:
    assert wrong(build(tmp_path, authors_yaml=AUTHORS, by="Ana Lind")) == []
    html = page(tmp_path, "authors/ana-lind")
    assert "<p>Ana knows the &lt;river&gt;.</p>\n<p>She was a pilot.</p>" in html
    assert '<a href="mailto:ana@courier.example">ana@courier.example</a>' in html
    assert '<a rel="me" href="https://social.example/@ana">social.example</a>' in html
    assert '<a href="../../line/">A line opens</a>' in html
    assert "Briefings by" not in page(tmp_path, "authors/ben-lind")
    assert '<a href="ana-lind/">Ana Lind</a>' in page(tmp_path, "authors")
    (person,) = [node["mainEntity"] for node in graph(html) if node["@type"] == "ProfilePage"]
    assert person["url"] == "https://courier.example/authors/ana-lind/"
    assert person["sameAs"] == ["https://social.example/@ana"]
    sitemap = (tmp_path / "_site/sitemap.xml").read_text("utf-8")
    assert "https://courier.example/authors/ben-lind/" in sitemap


@pytest.mark.parametrize("by", ["ana-lind", "Ana Lind", "[Ana Lind, ana-lind]"])
def test_a_byline_leads_to_the_author_by_name_or_id(tmp_path: Path, by: str) -> None:
    assert wrong(build(tmp_path, authors_yaml=AUTHORS, by=by)) == []
    assert 'By <a href="../authors/ana-lind/">Ana Lind</a></span>' in page(tmp_path, "line")
    (article,) = [n for n in graph(page(tmp_path, "line/article")) if n["@type"] == "NewsArticle"]
    assert [(a["name"], a["url"]) for a in article["author"]] == [
        ("Ana Lind", "https://courier.example/authors/ana-lind/")
    ]
    feed = (tmp_path / "_site/feed.xml").read_text("utf-8")
    assert "<uri>https://courier.example/authors/ana-lind/</uri>" in feed
    items = json.loads((tmp_path / "_site/feed.json").read_text("utf-8"))["items"]
    assert items[0]["authors"] == [
        {"name": "Ana Lind", "url": "https://courier.example/authors/ana-lind/"}
    ]


def test_a_guest_is_named_without_a_page(tmp_path: Path) -> None:
    assert wrong(build(tmp_path, authors_yaml=AUTHORS, by="[Cy <b> Guest, ben-lind]")) == []
    byline = 'By Cy &lt;b&gt; Guest and <a href="../authors/ben-lind/">Ben Lind</a>'
    assert byline in page(tmp_path, "line")


def test_without_authors_a_byline_is_as_it_was(tmp_path: Path) -> None:
    assert wrong(build(tmp_path, by="[ana-lind, Ben Lind]")) == []
    assert "<span>By ana-lind and Ben Lind</span>" in page(tmp_path, "line")
    assert not (tmp_path / "_site/authors").exists()
    assert "Authors" not in links(page(tmp_path, "line"), "footer")


def test_an_author_who_is_not_there_is_reported_with_the_one_who_is_meant(tmp_path: Path) -> None:
    result = build(tmp_path, authors_yaml=AUTHORS, by="[Ben Lind, ana-lnd]")
    assert wrong(result) == [("line/article.md:5:21", "reference.unknown")]
    assert any("did you mean ana-lind?" in problem.fix for problem in result.problems)


BAD_AUTHORS = {
    "no name": ("authors:\n  - id: a\n", "authors.yaml:2:5", "field.missing"),
    "one id twice": (
        AUTHORS.replace("ben-lind", "ana-lind"),
        "authors.yaml:11:9",
        "id.duplicate",
    ),
    "one name twice": (
        AUTHORS.replace("Ben Lind", "Ana Lind"),
        "authors.yaml:12:11",
        "field.duplicate",
    ),
    "a device": (AUTHORS.replace("ben-lind", "con"), "authors.yaml:11:9", "id.form"),
    "no address": (
        AUTHORS.replace("ana@courier.example", "at the harbour"),
        "authors.yaml:9:14",
        "address.form",
    ),
    "a script": (
        AUTHORS.replace("https://social.example/@ana", "javascript:alert(1)"),
        "authors.yaml:10:12",
        "address.form",
    ),
    "an unknown field": (f"{AUTHORS}    age: 7\n", "authors.yaml:13:5", "field.unknown"),
}


@pytest.mark.parametrize("case", BAD_AUTHORS)
def test_authors_that_cannot_be_shown_are_reported_at_their_line(tmp_path: Path, case: str) -> None:
    text, position, rule = BAD_AUTHORS[case]
    assert wrong(build(tmp_path, authors_yaml=text)) == [(position, rule)]


def test_an_author_who_was_published_stays_moves_or_is_removed(tmp_path: Path) -> None:
    build(tmp_path, authors_yaml=AUTHORS)
    less, _, _ = AUTHORS.partition("  - id: ben-lind")
    assert wrong(build(tmp_path, authors_yaml=less)) == [("authors.yaml:1:1", "address.gone")]
    moved = AUTHORS.replace("id: ben-lind", "id: b-lind\n    formerly: ben-lind")
    assert wrong(build(tmp_path, authors_yaml=moved)) == []
    assert 'content="0; url=../b-lind/"' in page(tmp_path, "authors/ben-lind")
    gone = f"{less}removed: [ben-lind, b-lind]\n"
    assert wrong(build(tmp_path, authors_yaml=gone)) == []
    assert 'content="0; url=../"' in page(tmp_path, "authors/ben-lind")


# What site.yaml says of the site


def test_every_page_says_who_makes_the_site(tmp_path: Path) -> None:
    settings = f"""{SETTINGS}contact: desk@courier.example
corrections: standards
imprint: imprint
social: https://social.example/@courier
footer: Owned by <its> readers.
"""
    hidden = CONTACT.replace("Contact", "Imprint").replace("---\n\n", "nav: none\n---\n\n")
    policy = CONTACT.replace("Contact", "Standards")
    assert wrong(build(tmp_path, settings=settings, imprint=hidden, standards=policy)) == []
    html = page(tmp_path, "line")
    assert '<a href="mailto:desk@courier.example">Contact</a>' in html
    assert '<a href="../imprint/">Imprint</a>' in html
    assert '<a rel="me" href="https://social.example/@courier">social.example</a>' in html
    assert "Owned by &lt;its&gt; readers." in html
    assert '<a href="../standards/">policy' in page(tmp_path, "corrections")
    (who,) = [node for node in graph(page(tmp_path, "about")) if node["@type"] == "Organization"]
    assert who["contactPoint"]["email"] == "desk@courier.example"
    assert who["correctionsPolicy"] == "https://courier.example/standards/"
    assert who["sameAs"] == ["https://social.example/@courier"]


def test_a_page_that_site_yaml_names_is_there(tmp_path: Path) -> None:
    result = build(tmp_path, settings=f"{SETTINGS}contact: contct\n", contact=CONTACT)
    assert wrong(result) == [("site.yaml:3:10", "reference.unknown")]
    assert any("did you mean contact?" in problem.fix for problem in result.problems)
