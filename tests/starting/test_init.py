"""`init`: a site from nothing, into a folder that may hold something."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from dateline import REPOSITORY, __version__
from dateline.cli import main
from dateline.drafting.schemas.sheet_schemas import WRITTEN as SCHEMAS
from dateline.reading.briefing_files import parse_site
from tests.faults.table import tried

WRITTEN = {
    ".github/dependabot.yml",
    ".github/workflows/daily.yml",
    ".github/workflows/pages.yml",
    ".gitignore",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "content/site.yaml",
    *(f"schemas/{name}.schema.json" for name in SCHEMAS),
    *(
        f"content/first-newspaper/{name}"
        for name in "article.md coverage.yaml figures.yaml organisations.yaml people.yaml places.yaml"
        " quotations.yaml sources.yaml timeline.yaml".split()
    ),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # 21 September 2026
    return tmp_path


def files_in(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("today", ["2026-09-21", "2028-02-29", "2199-12-31"])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_what_it_writes_passes_every_check_from_that_day_on_and_in_any_language(
    here: Path, today: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "news", "--language", language]) == 0
    assert set(files_in(here / "news")) == WRITTEN
    capsys.readouterr()
    content = ["--content", "news/content", "--today", today, "--strict"]
    assert main(["check", *content, "--site-url", "https://news.example/"]) == 0
    printed = capsys.readouterr()
    assert "none open" in printed.out
    assert printed.err == ""


@pytest.mark.parametrize(
    "title",
    ["The Ostrow Courier", "It's: 'news' # 1", "no", "1,000", "$title ${x} {{ x }}", "خبر‌ها"],
)
def test_the_settings_say_what_was_asked_for(here: Path, title: str) -> None:
    wishes = ["--publisher", f"{title} Ltd", "--language", "de", "--timezone", "Asia/Tehran"]
    assert main(["init", ".", "--title", title, *wishes]) == 0
    site, _ = parse_site((here / "content/site.yaml").read_bytes(), "site.yaml")
    assert site is not None
    assert (site.title, site.publisher_name) == (title, f"{title} Ltd")
    assert (site.language, site.timezone) == ("de", "Asia/Tehran")


def test_unasked_the_title_is_the_name_of_the_folder_and_the_day_is_that_of_the_time_zone(
    here: Path,
) -> None:
    assert main(["init", "river-news", "--timezone", "Pacific/Kiritimati"]) == 0
    assert "title: River news\n" in (here / "river-news/content/site.yaml").read_text("utf-8")
    article = (here / "river-news/content/first-newspaper/article.md").read_text("utf-8")
    assert "published: 2026-09-22\n" in article


def test_two_sites_have_no_tag_in_common(here: Path) -> None:
    assert main(["init", "one", "--title", "T"]) == main(["init", "two", "--title", "T"]) == 0
    first, second = (files_in(here / name) for name in ("one", "two"))
    assert [path for path in first if first[path] != second[path]] == ["content/site.yaml"]


def test_in_a_folder_that_holds_something_it_adds_what_is_missing(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = {"README.md": b"mine", ".github/workflows/pages.yml": b"mine", "notes/a.txt": b"mine"}
    for path, data in own.items():
        (here / path).parent.mkdir(parents=True, exist_ok=True)
        (here / path).write_bytes(data)
    assert main(["init"]) == 0
    assert files_in(here).items() >= own.items()
    assert set(files_in(here)) == WRITTEN | set(own)
    printed = capsys.readouterr().out.splitlines()
    assert {"left as it was: README.md", "wrote content/site.yaml"} <= set(printed)
    before = files_in(here)
    assert main(["init"]) == 0
    assert files_in(here) == before
    assert "Nothing is missing in ., so nothing was written.\n" in capsys.readouterr().out


def test_a_site_with_a_briefing_gets_no_other(here: Path) -> None:
    (here / "content/own").mkdir(parents=True)
    (here / "content/own/article.md").write_text("---\n", "utf-8")
    assert main(["init"]) == 0
    assert not (here / "content/first-newspaper").exists()
    assert (here / "content/site.yaml").exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--language", "english"], "--language: found “english”; write a language"),
        (["--timezone", "Europa"], "--timezone: found “Europa”; write a time zone"),
        (["--title", " "], "--title: the field is empty"),
        (["--title", "a\x07"], "--title: found a control character (U+0007)"),
        (["--publisher", os.fsdecode(b"\xff")], "an option is not text in UTF-8"),
    ],
)
def test_what_cannot_be_a_setting_is_refused_in_one_sentence(
    here: Path, options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "news", *options]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith(f"dateline: {says}")
    assert printed.count("\n") == 1
    assert files_in(here) == {}


def a_file(here: Path) -> None:
    (here / "news").write_bytes(b"")


def a_file_within(here: Path) -> None:
    (here / "news").mkdir()
    (here / "news/content").write_bytes(b"")


def a_link_out(here: Path) -> None:
    (here / "news").mkdir()
    (here / "elsewhere").mkdir()
    (here / "news/.github").symlink_to("../elsewhere")


def a_link_to_nothing(here: Path) -> None:
    (here / "news").symlink_to("nowhere")


def a_locked_folder(here: Path) -> None:
    (here / "news").mkdir(mode=0o500)
    if os.access(here / "news", os.W_OK):
        pytest.skip("this user may write everywhere")


@pytest.mark.parametrize(
    ("world", "says"),
    [
        (a_file, "news is a file; name a folder"),
        (a_file_within, "news/content is a file where a folder is needed; rename it"),
        (a_link_out, "news/.github is a symbolic link; put a folder in its place"),
        (a_link_to_nothing, "news is a symbolic link that leads nowhere; name another folder"),
        (a_locked_folder, "news/content: permission denied; nothing was written"),
    ],
)
def test_a_folder_that_cannot_be_used_stays_as_it_was(
    here: Path, world: Callable[[Path], None], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    world(here)
    before = sorted(here.rglob("*"))
    assert main(["init", "news"]) == 2
    assert capsys.readouterr().err == f"dateline: {says}\n"
    assert sorted(here.rglob("*")) == before


@tried(1, "`init`, and the disk fails midway", "Nothing is left")
def test_a_disk_that_fails_midway_leaves_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make = Path.mkdir

    def fail(path: Path, mode: int = 0o777) -> None:
        if path.name == ".vscode":
            raise OSError(28, "No space left on device", str(path))
        make(path, mode)

    monkeypatch.setattr(Path, "mkdir", fail)
    assert main(["init", "news"]) == 2
    assert "news/.vscode: no space left on device; nothing was written" in capsys.readouterr().err
    assert list(here.iterdir()) == []


@tried(2, "`init`, and a link is where a file would be", "It is not followed")
def test_a_link_in_place_of_a_file_is_not_followed(here: Path) -> None:
    (here / "README.md").symlink_to("elsewhere.md")
    assert main(["init"]) == 0
    assert (here / "README.md").is_symlink()
    assert not (here / "elsewhere.md").exists()


@pytest.mark.parametrize("verb", ["build", "check", "serve"])
@pytest.mark.parametrize("world", ["nothing", "an empty folder"])
def test_without_content_one_message_names_init(
    here: Path, verb: str, world: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if world != "nothing":
        (here / "content").mkdir()
    assert main([verb]) == 2
    printed = capsys.readouterr()
    assert "start a site with `dateline init`" in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""


@pytest.mark.parametrize("name", ["pages", "daily"])
def test_the_workflows_name_this_version_of_the_program(here: Path, name: str) -> None:
    assert main(["init"]) == 0
    workflow = yaml.safe_load((here / f".github/workflows/{name}.yml").read_text("utf-8"))
    called = f"{REPOSITORY}/.github/workflows/publish.yml@v{__version__}"
    assert workflow["jobs"]["site"]["uses"] == called


def test_a_checkout_calls_itself_by_its_own_name(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"], test=lambda _: 0) == 2
    assert capsys.readouterr().err == (
        "build.py: there is no folder content: start a site with `python3 build.py init`,"
        " or name the content folder with --content\n"
    )
    assert main(["init", "a b"], test=lambda _: 0) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "To see the site: python3 build.py serve --open --content 'a b/content'"
