"""What in the output cannot be deleted or moved is found before anything is swapped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.publishing.writing import clearing
from tests.faults.table import tried
from tests.small_site import ARTICLE, write_content

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("chattr"),
    reason="only root may mark files as immutable",
)
PLACES = {
    "a page": "index.html",
    "a page of a briefing": "line/index.html",
    "the manifest": "dateline-manifest.json",
    "a folder of the site": "line",
}
UNTOUCHED = {
    "a file of others": "CNAME",
    "a file of others in a folder of theirs": "notes/todo.txt",
    "a folder of others": "notes",
    "an icon": "favicon.ico",
}


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built, with files of others, whose content has changed since."""
    monkeypatch.chdir(write_content(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1726142400")
    monkeypatch.setattr(os, "fsync", lambda _: None)
    assert main(["build", "--quiet"]) == 0
    (tmp_path / "_site/notes").mkdir()
    (tmp_path / "_site/notes/todo.txt").write_text("mine")
    (tmp_path / "_site/CNAME").write_text("news.example")
    (tmp_path / "content/line/article.md").write_text(ARTICLE.replace("A line", "A road"))
    return tmp_path


def contents(folder: Path) -> dict[str, bytes | None]:
    """All but what the cache has worked out."""
    paths = (path for path in folder.rglob("*") if not path.match(".dateline/_site/cache/*.json"))
    return {str(path): None if path.is_dir() else path.read_bytes() for path in paths}


def is_refused(world: Path, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The build ends with 2 and a sentence; the site and what is beside it are as they were."""
    before = contents(world)
    capsys.readouterr()
    assert main(["build", "--quiet"]) == 2
    assert contents(world) == before
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("dateline: ")
    assert words in said


@tried(1, "The output has {place} that is marked as immutable", "Exit 2; the old site, untouched")
@pytest.mark.parametrize("place", PLACES)
def test_what_is_marked_is_found_before_the_swap(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    marked = world.resolve() / "_site" / PLACES[place]
    monkeypatch.setattr(clearing, "_marks", lambda path: 0x10 if path == marked else 0)
    is_refused(world, f"{marked} may not be changed or deleted: it is marked as immutable", capsys)


def is_published(world: Path) -> None:
    """The new site is there, and what is not ours is as it was."""
    assert main(["build", "--quiet"]) == 0
    assert "A road" in (world / "_site/line/index.html").read_text()
    assert (world / "_site/CNAME").read_text() == "news.example"


@tried(1, "The output has {place} that is marked as immutable", "The new site; that is as it was")
@pytest.mark.parametrize("place", UNTOUCHED)
def test_what_is_marked_and_not_touched_is_in_nobodys_way(
    world: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    marked = world.resolve() / "_site" / UNTOUCHED[place]
    monkeypatch.setattr(clearing, "_marks", lambda path: 0x10 if path == marked else 0)
    before = marked.stat().st_ctime_ns
    is_published(world)
    assert marked.stat().st_ctime_ns == before


@pytest.fixture
def mark() -> Iterator[Callable[[Path, str], None]]:
    marked: list[tuple[str, Path]] = []

    def set_mark(path: Path, sign: str) -> None:
        if subprocess.run(["chattr", f"+{sign}", str(path)], check=False).returncode:
            pytest.skip("this disk has no such marks")
        marked.append((sign, path))

    yield set_mark
    for sign, path in marked:
        subprocess.run(["chattr", f"-{sign}", str(path)], check=True)


@tried(1, "Linux is asked for the mark itself: `chattr +{sign} {name}`", "Exit 2; the old site")
@as_root
@pytest.mark.parametrize("sign", ["i", "a"])
@pytest.mark.parametrize("name", ["index.html", "line"])
def test_a_mark_is_seen(
    world: Path,
    mark: Callable[[Path, str], None],
    capsys: pytest.CaptureFixture[str],
    name: str,
    sign: str,
) -> None:
    mark(world / "_site" / name, sign)
    is_refused(world, f"_site/{name} may not be changed or deleted", capsys)


@tried(
    2,
    "A folder from elsewhere is mounted in the output (`mount --bind`)",
    "The new site; nothing in it is touched",
)
@as_root
def test_what_is_mounted_in_the_output_is_not_emptied(
    world: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "precious.txt").write_text("mine")
    mount = ["mount", "--bind", str(elsewhere), str(world / "_site/notes")]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing may be mounted here")
    try:
        is_published(world)
    finally:
        subprocess.run(["umount", str(world / "_site/notes")], check=True)
    assert (elsewhere / "precious.txt").read_text() == "mine"


@tried(1, "The output is a folder such as /tmp, with somebody else’s files", "Exit 2; the old site")
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX owners")
def test_a_file_that_only_its_owner_may_delete_is_found_before_the_swap(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (world / "_site").chmod(0o1777)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    is_refused(world, "_site/index.html: permission denied", capsys)


# What is beside the site

OURS = (
    "",
    "/_site",
    *(f"/_site/{name}" for name in ("new", "next", "former", "lock", "cache", "cache/pictures")),
)


@tried(
    2,
    "`.dateline{path}` is a link to a folder with somebody else’s files",
    "Exit 2; the files stay as they were",
)
@pytest.mark.parametrize("path", OURS)
def test_no_link_beside_the_site_is_followed(
    world: Path,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    path: str,
) -> None:
    theirs = tmp_path_factory.mktemp("theirs")
    for name in ("index.html", "line.json", "a.json.new", "cache/line.json", "old/CNAME"):
        (theirs / name).parent.mkdir(exist_ok=True)
        (theirs / name).write_text("mine")
        os.utime(theirs / name, (10, 10))
    before = contents(theirs)
    place = world / f".dateline{path}"
    shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    place.symlink_to(theirs)
    is_refused(world, ".dateline" + path + " is a symbolic link", capsys)
    assert contents(theirs) == before


FILES = (
    ".dateline",
    ".dateline/.gitignore",
    ".dateline/_site",
    ".dateline/_site/cache",
    ".dateline/_site/new",
    ".dateline/_site/next",
    ".dateline/_site/former",
    ".dateline/_site/journal.json",
    ".dateline/_site/undo.json",
)
FOLDERS = (
    ".dateline/.gitignore",
    ".dateline/_site/lock",
    ".dateline/_site/cache/_site.json",
    ".dateline/_site/cache/line.json",
    ".dateline/_site/cache/line.json.new",
)


@tried(
    1,
    "`{path}` is {kind}, by somebody else",
    "A sentence and the old site, or the new one without what is kept there",
)
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        *((path, "a file") for path in FILES),
        *((path, "a folder") for path in FOLDERS),
        *((path, "a link that leads nowhere") for path in (*FILES, *FOLDERS)),
    ],
)
def test_anything_may_be_beside_the_site(
    world: Path, capsys: pytest.CaptureFixture[str], path: str, kind: str
) -> None:
    place = world / path
    shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    if kind == "a file":
        place.write_text("mine")
    elif kind == "a folder":
        (place / "mine").mkdir(parents=True)
    else:
        place.symlink_to("nowhere")
    before = contents(world / "_site")
    capsys.readouterr()
    code = main(["build", "--quiet"])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    if code == 2:
        assert contents(world / "_site") == before
        assert said.splitlines()[-1].startswith("dateline: ")
    else:
        assert code == 0
        assert "A road" in (world / "_site/line/index.html").read_text()
    assert not (place.parent / "nowhere").exists()
    if kind == "a file" and path != ".dateline/.gitignore":
        assert place.read_text() == "mine"
