"""The archive of a site that changes bit by bit is that of a site that is built at once."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dateline.publishing import own_files
from dateline.publishing.build import build_site
from dateline.publishing.request import Request
from tests.archive_site import FIRST_DAY, a_briefing, many

NOW = datetime(2024, 9, 12, tzinfo=UTC)


def write(content: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def request(content: Path) -> Request:
    return Request(content=content, now=NOW, today=date(2024, 9, 12), site_url="https://a.example/")


def build(content: Path, output: Path) -> dict[str, bytes]:
    outcome = build_site(request(content), output, say=print)
    assert not outcome.refused, outcome.problems
    files = (path for path in output.rglob("*.html"))
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def test_it_is_the_same_as_if_it_had_been_built_at_once(tmp_path: Path) -> None:
    content, files = tmp_path / "content", many(29, every=1)
    write(content, {**files, "site.yaml": "title: T\ndescription: D\n"})
    build(content, tmp_path / "site")
    last = FIRST_DAY + timedelta(29)
    renamed = files["b0010/article.md"].replace("A calm day", "A quiet day")
    moved = files["b0012/article.md"].replace("topics: [", "topics: [Only here, ")
    changes: list[dict[str, str]] = [
        dict(a_briefing("newest", last, 29)),  # a year now has pages of months
        {"b0010/article.md": renamed},
        {"b0012/article.md": moved},
        dict(a_briefing("first-of-february", date(2022, 2, 1), 30)),
        dict(a_briefing("backdated", date(2021, 12, 1), 31)),
    ]
    for number, change in enumerate(changes):
        write(content, change)
        assert build(content, tmp_path / "site") == build(content, tmp_path / f"fresh-{number}")


def test_what_no_other_page_shows_is_not_looked_for_on_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, files = tmp_path / "content", many(9, every=1)
    write(content, {**files, "site.yaml": "title: T\ndescription: D\n"})
    build(content, tmp_path / "site")
    write(content, {"b0004/article.md": f"{files['b0004/article.md']}\nNobody had an answer.\n"})
    with monkeypatch.context() as patched:
        patched.delattr(own_files, "plan_site")
        patched.delattr(own_files, "plan_slots")
        again = build(content, tmp_path / "site")
    assert "Nobody had an answer." in again["b0004/article/index.html"].decode()
    assert again == build(content, tmp_path / "fresh")


@pytest.fixture
def styled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The content of a site that is published, with a style of its own."""
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "content"
    write(content, {**many(9, every=1), "site.yaml": "title: T\ndescription: D\n"})
    write(tmp_path, {STYLE: "p { color: red }"})
    build(content, tmp_path / "site")
    return content


STYLE = "static/style/components/own.css"


def test_an_edit_of_the_style_plans_no_page_of_the_site(
    styled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {STYLE: "p { color: blue }"})
    with monkeypatch.context() as patched:
        patched.delattr(own_files, "plan_site")
        patched.delattr(own_files, "plan_slots")
        again = build(styled, tmp_path / "site")
    assert again == build(styled, tmp_path / "fresh")


def test_a_page_of_the_site_that_was_changed_by_hand_is_made_again_with_another_style(
    styled: Path, tmp_path: Path
) -> None:
    page = tmp_path / "site/briefings/index.html"
    page.write_text(page.read_text("utf-8").replace("calm", "loud"), "utf-8")
    write(tmp_path, {STYLE: "p { color: blue }"})
    assert build(styled, tmp_path / "site") == build(styled, tmp_path / "fresh")


def test_an_edit_that_removes_what_a_page_of_the_site_leads_to_is_refused(tmp_path: Path) -> None:
    content, files = tmp_path / "content", many(3, every=1)
    article = files["b0001/article.md"]
    link = "[it](../b0001/article/#section--old)"
    page = {"pages/more.md": f"---\ntitle: More\n---\n\nSee {link}.\n"}
    before = {"b0001/article.md": f"{article}\n## Old\n\nWords.\n"}
    write(content, {**files, **before, **page, "site.yaml": "title: T\ndescription: D\n"})
    build(content, tmp_path / "site")
    write(content, {"b0001/article.md": f"{article}\n## New\n\nWords.\n"})
    (problem,) = build_site(request(content), tmp_path / "site", say=print).problems
    assert "section--old" in problem.found
    assert problem.position.path.endswith("pages/more.md")
