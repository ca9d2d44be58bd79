"""From a save to what browsers are sent."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.running import STATE, Running, running, until
from tests.small_site import ARTICLE, article, write_content


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    with running(write_content(tmp_path)) as preview:
        yield preview


def is_built(preview: Running, *, refused: bool) -> bool:
    """Whether a site is built to its end: a part of it is shown before."""
    state = preview.state()
    return not state["busy"] and state["refused"] == refused


def test_only_pages_that_changed_are_loaded_again(preview: Running) -> None:
    with preview.browser("/line/article/") as article, preview.browser("/about/") as about:
        preview.edit("content/line/article.md", "The line opened", "The new line opened")
        assert article.hear_until("line/article/index.html") == ["line/article/index.html"]
        assert "The new line opened" in preview.page("/line/article/")
        until(lambda: not preview.state()["busy"])
        assert article.heard() == about.heard() == {STATE}


def test_a_page_of_the_site_is_loaded_again_and_stays_while_it_is_wrong(preview: Running) -> None:
    words = "---\ntitle: Contact\n---\n\nWrite to us.\n"
    with preview.browser("/") as front:
        preview.save("content/pages/contact.md", words)
        assert front.hear_until("index.html") == ["index.html"]
        assert "Write to us." in preview.page("/contact/")
    with preview.browser("/contact/") as contact:
        preview.edit("content/pages/contact.md", "Write to us", "Write to them")
        assert contact.hear_until("contact/index.html") == ["contact/index.html"]
        assert "Write to them." in preview.page("/contact/")
        preview.edit("content/pages/contact.md", "title:", "titel:")
        until(lambda: preview.state("contact/index.html")["counts"]["errors"] == 1)
        assert contact.heard() == {STATE}
        assert "Write to them." in preview.page("/contact/")


def test_a_failing_save_keeps_the_last_good_pages(preview: Running) -> None:
    with preview.browser("/line/key-figures/") as browser:
        good = preview.page("/line/key-figures/")
        preview.edit("content/line/figures.yaml", "value: 32", "value: 33")
        until(lambda: is_built(preview, refused=True))
        assert browser.heard() == {STATE}
        state = preview.state("line/key-figures/index.html")
        assert (state["refused"], state["stale"], state["counts"]["errors"]) == (True, True, 1)
        (problem,) = (problem for problem in state["problems"] if problem["severity"] == "error")
        sheet = preview.folder / "content/line/figures.yaml"
        assert problem["open"] == f"vscode://file{sheet}:{problem['line']}:{problem['column']}"
        assert problem["related"][0]["open"].startswith(f"vscode://file{sheet.parent}/article.md:")
        assert preview.page("/line/key-figures/") == good
        assert "content/line/figures.yaml:4:" in preview.said()
        assert "last good pages" in preview.said()
        preview.edit("content/line/figures.yaml", "value: 33", "value: 32")
        until(lambda: is_built(preview, refused=False))
        assert browser.heard() == {STATE}
        state = preview.state("line/key-figures/index.html")
        assert (state["refused"], state["stale"], state["counts"]["errors"]) == (False, False, 0)


def test_a_burst_of_saves_is_one_rebuild(preview: Running) -> None:
    before = preview.builds()
    with preview.browser("/line/article/") as browser:
        with preview.held():
            for number in range(12):
                preview.save(f"content/line-{number}/article.md", ARTICLE)
            preview.save("content/line/article.md", ARTICLE.replace("32", "34"))
        until(lambda: is_built(preview, refused=True))
        assert preview.ask("/line-11/").status == 200
        assert browser.heard() == {STATE}
    assert preview.builds() == before + 1


def test_files_that_programs_leave_are_not_saves(preview: Running) -> None:
    before = preview.builds()
    for name in (".article.md.swp", "article.md~", "#article.md#", "article.md.bak", "4913.tmp"):
        preview.save(f"content/line/{name}", "x")
    preview.save("_site/index.html", "x")
    preview.save(".dateline/x", "x")
    preview.save("content/line/article.md", ARTICLE + "More.\n")
    until(lambda: preview.builds() > before)
    assert ".swp" not in preview.said()
    assert preview.said().count("content/line/article.md: ") == 1
    assert preview.builds() == before + 1


def test_folders_come_and_go(preview: Running) -> None:
    shutil.copytree(preview.folder / "content/line", preview.folder / "content/road")
    until(lambda: preview.ask("/road/").status == 200)
    preview.edit("content/road/article.md", "A line opens", "A road opens")
    until(lambda: "A road opens" in preview.page("/road/"))
    (preview.folder / "content/road").rename(preview.folder / "content/street")
    until(lambda: preview.ask("/street/").status == 200 and preview.ask("/road/").status == 404)
    shutil.rmtree(preview.folder / "content/street")
    until(lambda: preview.ask("/street/").status == 404)
    assert preview.ask("/line/").status == 200


def test_the_content_may_vanish_and_return(preview: Running) -> None:
    with preview.browser("/line/") as browser:
        (preview.folder / "content").rename(preview.folder / "away")
        until(lambda: preview.state("line/index.html")["fault"])
        assert browser.heard() == {STATE}
        state = preview.state("line/index.html")
        assert state["fault"]["title"] == "there is no folder content"
        assert state["stale"]
        assert preview.ask("/line/").status == 200
        (preview.folder / "away").rename(preview.folder / "content")
        until(lambda: preview.state()["fault"] is None)
        preview.edit("content/line/article.md", "A line opens", "A canal opens")
        until(lambda: "A canal opens" in preview.page("/line/"))
    assert preview.said().count("there is no folder content") == 1


def test_a_page_that_changed_before_its_connection_stood_is_loaded_again(preview: Running) -> None:
    preview.page("/line/")
    preview.edit("content/line/article.md", "A line opens", "A canal opens")
    until(lambda: "A canal opens" in preview.page("/line/article/"))
    # The browser that has the older page only now comes to connect.
    with preview.connect("/line/") as browser:
        assert browser.hear()["path"] == "line/index.html"


def test_a_base_path_may_change(preview: Running) -> None:
    preview.edit("content/site.yaml", "title: T\n", "title: T\naddress: https://example.org/r/\n")
    until(lambda: preview.ask("/").status == 302)
    assert preview.ask("/r/line/").status == 200
    assert preview.state(base="/r/")["refused"] is False


def test_settings_that_name_an_editor_are_followed(preview: Running) -> None:
    preview.edit(
        "content/site.yaml",
        "title: T\n",
        'title: T\neditor: "idea://open?file={path}&line={line}"\n',
    )
    sheet = preview.folder / "content/line/figures.yaml"
    link = f"idea://open?file={sheet}&line=2"
    until(lambda: preview.state("line/")["briefing"]["facts"]["length"]["open"] == link)


def test_a_first_build_that_is_refused_is_shown_without_script(tmp_path: Path) -> None:
    write_content(tmp_path)
    (tmp_path / "content/line/figures.yaml").write_text("figures: [1]\n")
    with running(tmp_path) as preview:
        answer = preview.ask("/any/where/")
        assert answer.status == 503
        assert "content/line/figures.yaml:1:" in answer.body
        assert '<noscript><meta http-equiv="refresh"' in answer.body
        assert "__preview/preview.js" in answer.body
        with preview.browser() as browser:
            preview.save("content/line/figures.yaml", "figures: [2, 3]\n")
            assert browser.hear_until("404.html") == ["404.html"]
            preview.save("content/line/figures.yaml", "figures: []\n")
            assert browser.hear_until("index.html") == ["index.html"]
        assert preview.ask("/").status == 200


def test_the_first_page_leads_to_each_briefing_that_is_undecided(tmp_path: Path) -> None:
    write_content(tmp_path)
    line = tmp_path / "content/line"
    other = tmp_path / "content/a-cut"
    other.mkdir()
    (other / "article.md").write_text(article("Nothing.\n", title="A “cut” & more"), "utf-8")
    for folder, left in ((line, 1), (other, 2)):
        people = "".join(
            f"  - id: p{number}\n    decide: [role]\n    name: Ann Lee\n" for number in range(left)
        )
        (folder / "people.yaml").write_text(f"people:\n{people}")
    with running(tmp_path) as preview:
        answer = preview.ask("/")
        assert answer.status == 503
        links = re.findall(r'<a href="(.*?)">(.*?)</a>', answer.body)
        assert ("/a-cut/annotated/", "2 to decide in “A “cut” &amp; more”") in links
        assert [preview.ask(address).status for address, _ in links] == [200, 200]


def test_drafts_show_as_such(tmp_path: Path) -> None:
    write_content(tmp_path)
    article = tmp_path / "content/line/article.md"
    article.write_text(article.read_text().replace("---\n\n", "draft: true\n---\n\n"))
    with running(tmp_path, "--drafts") as preview:
        assert preview.state("line/index.html")["briefing"]["draft"] is True


def test_a_name_that_is_not_utf_8_does_not_stop_it(tmp_path: Path) -> None:
    with running(write_content(tmp_path)) as preview:
        odd = Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/\xff"))
        try:
            odd.mkdir()
        except OSError:
            pytest.skip("no such name on this disk")
        until(lambda: preview.state()["refused"])
        odd.rmdir()
        until(lambda: not preview.state()["refused"])
        preview.edit("content/line/article.md", "A line opens", "A canal opens")
        until(lambda: "A canal opens" in preview.page("/line/article/"))


NAME = "templates/partials/site-name.html.j2"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 40"><path d="M0 0h9v9z"/></svg>'


def test_a_template_of_the_site_is_seen_at_once_and_a_broken_one_keeps_the_good_pages(
    preview: Running,
) -> None:
    preview.save(NAME, "<p>The name of {{ shell.site_title }}</p>")
    until(lambda: "The name of T" in preview.page("/line/"))
    for broken in ("{{ shell.nothing }}", "{% for a in range(99999) %}" * 2 + 2 * "{% endfor %}"):
        preview.save(NAME, broken)
        until(lambda: preview.state("line/index.html")["refused"])
        state = preview.state("line/index.html")
        (problem,) = (problem for problem in state["problems"] if problem["severity"] == "error")
        assert (problem["path"], problem["line"]) == (NAME, 1)
        assert "The name of T" in preview.page("/line/")
        preview.save(NAME, "<p>The name of {{ shell.site_title }}</p>")
        until(lambda: not preview.state("line/index.html")["refused"])
    (preview.folder / NAME).unlink()
    until(lambda: "The name of T" not in preview.page("/line/"))


def test_a_logo_is_seen_when_it_changes(preview: Running) -> None:
    preview.save("content/look/logo.svg", LOGO.format(80))
    preview.edit("content/site.yaml", "title: T", "title: T\nlook: {logo: look/logo.svg}")
    until(lambda: 'width="80"' in preview.page("/line/"))
    preview.save("content/look/logo.svg", LOGO.format(90))
    until(lambda: 'width="90"' in preview.page("/line/"))
    assert preview.ask("/assets/logo.svg").status == 200
