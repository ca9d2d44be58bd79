"""The walk over the content: what it takes, what it leaves, and the names that it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from dateline.cli import main
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import read_site, show_path
from dateline.reading.encoding import MAX_BYTES, decode
from tests.faults.table import tried
from tests.small_site import FIGURES, write_content

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.reading.content import SiteSource


def site(folder: Path, *names: str) -> SiteSource:
    """The site of a folder in which files of these names stand, each holding its name."""
    (folder / "content").mkdir(exist_ok=True)
    for name in names:
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return read_site(folder / "content", shown_as="content")


def reports(source: SiteSource) -> list[tuple[str, str]]:
    assert all(problem.fix for problem in source.problems)
    return [
        (problem.position.path.removeprefix("content/"), problem.rule)
        for problem in source.problems
    ]


def test_files_come_as_bytes_in_the_order_of_their_names(tmp_path: Path) -> None:
    source = site(tmp_path, "site.yaml", "b/article.md", "a/timeline.yaml", "a/article.md")
    assert source.problems == ()
    assert source.settings == b"site.yaml"
    assert [(folder.slug, folder.shown_as, list(folder.files)) for folder in source.folders] == [
        ("a", "content/a", ["article.md", "timeline.yaml"]),
        ("b", "content/b", ["article.md"]),
    ]
    assert source.folders[0].files["timeline.yaml"] == b"a/timeline.yaml"


def test_what_editors_and_systems_leave_behind_is_ignored(tmp_path: Path) -> None:
    left = [
        ".DS_Store",
        ".git/config",
        "article.md~",
        "#article.md#",
        ".article.md.swp",
        "Thumbs.db",
    ]
    names = [*left, "a/article.md", *(f"a/{name}" for name in left)]
    source = site(tmp_path, *names)
    assert source.problems == ()
    assert [list(folder.files) for folder in source.folders] == [["article.md"]]


@tried(7, "A briefing’s folder is called `{name:.20}`", "Refused")
@pytest.mark.parametrize("name", ["Bad Name", "ä", "a_b", "-a", "a-", "a--b", "a.b", "x" * 81])
def test_a_folder_is_named_as_an_address(tmp_path: Path, name: str) -> None:
    assert reports(site(tmp_path, f"{name}/article.md")) == [(name, "file.name")]


@tried(7, "A briefing’s folder is called `{name}`", "Refused: the site has such a page")
@pytest.mark.parametrize("name", ["about", "static", "people", "timeline", "search", "corrections"])
def test_addresses_of_the_sites_own_pages_are_taken(tmp_path: Path, name: str) -> None:
    assert reports(site(tmp_path, f"{name}/article.md")) == [(name, "file.name")]


@tried(7, "A briefing’s folder is called `{name}`", "Refused: a device in Windows")
@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9"])
@pytest.mark.skipif(sys.platform == "win32", reason="no such folder can be made there")
def test_names_of_devices_are_refused(tmp_path: Path, name: str) -> None:
    assert reports(site(tmp_path, f"{name}/article.md")) == [(name, "file.name")]


def test_a_better_name_is_offered(tmp_path: Path) -> None:
    [problem] = site(tmp_path, "Pézeshkian in Iraq/article.md").problems
    assert problem.fix == "rename the folder to pezeshkian-in-iraq"


def test_an_unknown_file_is_reported_with_the_nearest(tmp_path: Path) -> None:
    source = site(
        tmp_path, "a/article.md", "a/figure.yaml", "a/img/x.png", "notes.txt", "figures.yaml"
    )
    assert reports(source) == [
        ("figures.yaml", "file.unknown"),
        ("notes.txt", "file.unknown"),
        ("a/figure.yaml", "file.unknown"),
        ("a/img", "file.unknown"),
    ]
    assert source.problems[2].fix == "rename it to figures.yaml, or move it out of the folder"
    assert source.problems[0].fix == "put it into the folder of its briefing"
    assert source.problems[3].fix == "rename it to images, or move it out of the folder"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("timelines.yaml", "timeline.yaml"),
        ("events.yml", "timeline.yaml"),
        ("figures.yml", "figures.yaml"),
        ("figures.yaml.txt", "figures.yaml"),
        ("Figures.yaml", "figures.yaml"),
        ("persons.yaml", "people.yaml"),
        ("organizations.yaml", "organisations.yaml"),
        ("article.txt", "article.md"),
        ("article.md.txt", "article.md"),
    ],
)
def test_a_file_with_a_wrong_name_is_reported_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, meant: str
) -> None:
    folder = write_content(tmp_path) / "content" / "line"
    (folder / "figures.yaml").write_text(FIGURES + "    by: lind\n", "utf-8")
    (folder / "timeline.yaml").write_text("events: []\n", "utf-8")
    (folder / "people.yaml").write_text(LIND, "utf-8")
    (folder / "organisations.yaml").write_text("organisations: []\n", "utf-8")
    content = (folder / meant).read_bytes()
    (folder / meant).unlink()
    (folder / written).write_bytes(content)
    main(["check", "--quiet", "--content", str(tmp_path / "content"), "--today", "2024-09-12"])
    first, fix, summary = capsys.readouterr().err.splitlines()
    assert first.endswith(
        f"line/{written}:1:1: error: ‘{written}’ is not a file that a briefing can have"
    )
    assert fix == f"    rename it to {meant}, or move it out of the folder"
    assert summary.startswith("1 error")


LIND = "people:\n  - {id: lind, name: The line, role: R, why: W, evidence: The line}\n"


def test_a_file_is_not_renamed_over_another(tmp_path: Path) -> None:
    source = site(tmp_path, "a/article.md", "a/figure.yaml", "a/figures.yaml")
    assert source.problems[0].fix.startswith("move it out of the folder; a briefing has ")


@tried(7, "Two files have the same name, composed and decomposed", "Refused, naming both")
def test_names_that_are_one_elsewhere_are_both_named(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "é")
    decomposed = unicodedata.normalize("NFD", "é")
    source = site(tmp_path, "a/article.md", f"a/{composed}", f"a/{decomposed}")
    if len(list((tmp_path / "content" / "a").iterdir())) < 3:
        pytest.skip("this disk takes the two for one")
    [clash] = [problem for problem in source.problems if problem.rule == "file.name"]
    assert {clash.position.path, clash.related[0].position.path} == {
        f"content/a/{composed}",
        f"content/a/{decomposed}",
    }


@tried(7, "Two folders are called `a` and `A`", "Refused, naming both")
def test_letters_of_another_case_are_the_same_name(tmp_path: Path) -> None:
    source = site(tmp_path, "a/article.md", "A/article.md")
    if len(source.folders) < 2:
        pytest.skip("this disk takes the two for one")
    assert reports(source) == [("A", "file.name"), ("a", "file.name")]


@pytest.mark.parametrize("names", ["look/{}.svg", "a/sources/{}.txt"])
def test_so_are_they_in_the_folders_inside(tmp_path: Path, names: str) -> None:
    source = site(tmp_path, "a/article.md", names.format("b"), names.format("B"))
    if len(list((tmp_path / "content" / names).parent.iterdir())) < 2:
        pytest.skip("this disk takes the two for one")
    every = [*source.problems, *(found for each in source.folders for found in each.problems)]
    assert "file.name" in [problem.rule for problem in every]


@tried(
    7,
    "A folder, a sheet and nothing, each linked to from the content",
    "Refused; no link is followed",
)
def test_links_are_refused_by_name_and_never_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "article.md").write_text("secret")
    site(tmp_path, "a/article.md")
    content = tmp_path / "content"
    (content / "linked").symlink_to(tmp_path / "secret")
    (content / "a" / "timeline.yaml").symlink_to(tmp_path / "secret" / "article.md")
    (content / "a" / "broken.yaml").symlink_to(tmp_path / "nothing")
    source = read_site(content, shown_as="content")
    assert reports(source) == [
        ("linked", "file.link"),
        ("a/broken.yaml", "file.link"),
        ("a/timeline.yaml", "file.link"),
    ]
    assert [list(folder.files) for folder in source.folders] == [["article.md"]]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
def test_a_name_that_is_not_text_can_be_reported(tmp_path: Path) -> None:
    site(tmp_path, "a/article.md")
    (tmp_path / "content" / os.fsdecode(b"b\xff")).mkdir()
    source = site(tmp_path)
    assert reports(source) == [("b?", "file.name")]
    assert source.problems[0].found.encode()


@tried(1, "Files of the content may not be read", "Each is reported")
def test_what_cannot_be_opened_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    site(tmp_path, "site.yaml", "a/article.md")
    monkeypatch.setattr(type(tmp_path), "open", refuse)
    source = read_site(tmp_path / "content", shown_as="content")
    assert reports(source) == [
        ("site.yaml", "file.unreadable"),
        ("a/article.md", "file.unreadable"),
    ]


@tried(5, "A sheet is a named pipe", "Refused at once")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    site(tmp_path, "a/article.md")
    os.mkfifo(tmp_path / "content" / "a" / "figures.yaml")
    assert reports(site(tmp_path)) == [("a/figures.yaml", "file.unknown")]


@tried(5, "An article has more bytes than it may", "Refused; the rest is not read")
def test_no_more_of_a_file_is_read_than_it_may_have(tmp_path: Path) -> None:
    site(tmp_path, "a/article.md")
    (tmp_path / "content" / "a" / "article.md").write_bytes(b"a" * (MAX_BYTES + 1000))
    data = site(tmp_path).folders[0].files["article.md"]
    assert len(data) == MAX_BYTES + 1
    assert decode(data, "a")[1][0].rule == "file.size"


def test_a_site_has_a_briefing(tmp_path: Path) -> None:
    assert reports(site(tmp_path, "site.yaml")) == [("content", "file.missing")]


def test_content_that_is_not_a_folder_is_the_callers_matter(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_site(tmp_path / "nothing")
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError):
        read_site(tmp_path / "file")


def test_the_walk_needs_no_library() -> None:
    code = "import sys, dateline.reading.content; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in ran.stdout.split()}
    assert not loaded & {"yaml", "pydantic", "markdown", "nh3", "jinja2"}


def test_paths_are_shown_as_an_editor_would_type_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here" / "content").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    assert show_path(tmp_path / "here" / "content") == "content"
    assert show_path(tmp_path / "here" / "x" / ".." / "content") == "content"
    assert show_path(tmp_path / "elsewhere") == (tmp_path / "elsewhere").as_posix()


def test_a_file_that_is_there_but_refused_is_not_missing(tmp_path: Path) -> None:
    source = site(tmp_path, "site.yaml", "a/timeline.yaml", "elsewhere/b.md")
    (tmp_path / "content/a/article.md").symlink_to(tmp_path / "content/elsewhere/b.md")
    folder = next(
        folder for folder in read_site(tmp_path / "content").folders if folder.slug == "a"
    )
    assert folder.refused == {"article.md"}
    made, problems = parse_briefing(folder)
    assert made is None
    assert "file.missing" not in {problem.rule for problem in problems}
    assert source.folders[0].refused == frozenset()


def test_a_refused_file_is_reported_alone_and_not_remembered_as_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    site(tmp_path, "site.yaml", "elsewhere.md")
    (tmp_path / "content/site.yaml").write_text("title: T\ndescription: D\n")
    (tmp_path / "content/elsewhere.md").rename(tmp_path / "elsewhere.md")
    (tmp_path / "content/a").mkdir()
    article = tmp_path / "content/a/article.md"
    article.symlink_to(tmp_path / "elsewhere.md")
    assert main(["build", "--quiet"]) == 1
    assert capsys.readouterr().err.count(": error: ") == 1
    article.unlink()
    assert main(["build", "--quiet"]) == 1
    assert "the briefing has no article.md" in capsys.readouterr().err
