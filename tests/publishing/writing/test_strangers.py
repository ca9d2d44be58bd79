"""What we did not write stays where it is."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.publishing.writing import journal
from dateline.publishing.writing.journal import Journal, change_over
from dateline.publishing.writing.refusal import OutputRefused
from tests.faults.table import tried
from tests.publishing.writing.old_and_new import (
    NEW,
    OLD,
    add_strangers,
    files_of,
    litter,
    publish,
    tree,
    whole,
)
from tests.publishing.writing.steps import refuse_links


@tried(2, "The output has files, folders and links of others", "They are in the new site too")
def test_what_we_did_not_write_is_carried_over(site: Path) -> None:
    publish(OLD, site)
    strangers = add_strangers(site)
    cname = (site / "CNAME").stat()
    publish(NEW, site)
    assert {name: tree(site)[name] for name in strangers} == strangers
    assert files_of(site) == whole(NEW, **{k: v for k, v in strangers.items() if v is not None})
    assert (site / "CNAME").stat().st_mtime_ns == cname.st_mtime_ns


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_folder_that_we_did_not_write_keeps_its_mode_and_time(site: Path) -> None:
    publish(OLD, site)
    add_strangers(site)
    (site / "notes").chmod(0o700)
    os.utime(site / "notes", (10, 10))
    publish(NEW, site)
    after = (site / "notes").stat()
    assert (stat.S_IMODE(after.st_mode), after.st_mtime) == (0o700, 10)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_folder_that_gets_a_page_can_be_read(site: Path) -> None:
    publish(OLD, site)
    (site / "fresh").mkdir(mode=0o700)
    publish(NEW, site)
    assert stat.S_IMODE((site / "fresh").stat().st_mode) == 0o755


@tried(1, "A folder of the site belongs to somebody else", "Refused before anything is swapped")
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX owners")
def test_folder_of_somebody_else_is_found_before_the_swap(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, site)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "gone")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(OutputRefused, match="gone: permission denied"):
        publish(NEW, site)
    assert files_of(site) == whole(OLD)
    assert litter(site) == []


@tried(1, "The disk has no hard links", "Files are copied")
def test_disk_without_hard_links(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, site)
    strangers = add_strangers(site)
    monkeypatch.setattr(os, "link", refuse_links)
    publish(NEW, site)
    assert files_of(site) == whole(NEW, **{k: v for k, v in strangers.items() if v is not None})
    assert litter(site) == []


def make_file(path: Path) -> None:
    path.write_bytes(b"mine")


def make_folder(path: Path) -> None:
    (path / "deep").mkdir(parents=True)


def make_link(path: Path) -> None:
    path.symlink_to("about")


@tried(2, "Somebody else’s `{stranger}` is where a page would be", "Refused, naming it")
@pytest.mark.parametrize(
    ("stranger", "make"),
    [
        ("fresh", make_file),
        ("Fresh", make_file),
        ("fresh", make_link),
        ("fresh/b/index.html", make_folder),
        ("fresh/b/index.html", make_file),
        ("FRESH/b/Index.html", make_file),
    ],
)
def test_page_does_not_take_the_place_of_another_file(
    site: Path, stranger: str, make: Callable[[Path], None]
) -> None:
    publish(OLD, site)
    (site / stranger).parent.mkdir(parents=True, exist_ok=True)
    make(site / stranger)
    before = tree(site)
    with pytest.raises(
        OutputRefused, match=f"{stranger} in the output was not written by Dateline"
    ):
        publish(NEW, site)
    assert tree(site) == before
    assert litter(site) == []


@tried(2, "A folder of others has the name of a stylesheet", "Refused, naming it")
def test_folder_in_the_place_of_a_page_is_named(site: Path) -> None:
    publish(OLD, site)
    (site / "s.css").unlink()
    (site / "s.css/mine").mkdir(parents=True)
    with pytest.raises(OutputRefused, match=r"s\.css in the output was not written by Dateline"):
        publish(OLD, site)


@tried(2, "A named pipe is in the output", "It stays")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_stays(site: Path) -> None:
    publish(OLD, site)
    os.mkfifo(site / "pipe")
    publish(NEW, site)
    assert (site / "index.html").read_bytes() == b"newer"
    assert (site / "pipe").is_fifo()


def save_meanwhile(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Somebody saves a file just before the first of ours changes."""

    def save_first(listed: Journal, site: Path, area: Path) -> None:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / "beside").write_bytes(b"saved late")
        (site / "beside").replace(site / name)
        change_over(listed, site, area)

    monkeypatch.setattr("dateline.publishing.writing.output.change_over", save_first)


@tried(2, "`{name}` is saved while files change places", "It is in the new site")
@pytest.mark.parametrize("name", ["CNAME", "gone/a/mine.txt", "new/mine.txt"])
def test_file_saved_while_the_site_changes_is_not_lost(
    site: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    publish(OLD, site)
    save_meanwhile(monkeypatch, name)
    publish(NEW, site)
    assert files_of(site) == whole(NEW, **{name: b"saved late"})
    assert litter(site) == []


@tried(
    2,
    "`fresh/b/index.html`, which the new site has too, is saved while files change places; links: {links}",
    "Refused; the old site, with what was saved",
)
@pytest.mark.parametrize("links", [True, False])
def test_file_saved_under_a_name_of_the_new_site_stays_with_the_old_one(
    site: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    publish(OLD, site)
    with monkeypatch.context() as patch:
        save_meanwhile(patch, "fresh/b/index.html")
        if not links:
            patch.setattr(os, "link", refuse_links)
        with pytest.raises(OutputRefused, match=r"b/index\.html was saved while"):
            publish(NEW, site)
    assert files_of(site) == whole(OLD, **{"fresh/b/index.html": b"saved late"})
    assert litter(site) == []


@tried(
    1,
    "What the new site was made with cannot be deleted",
    "The new site and exit 0; what is left is named, and the next build deletes it",
)
def test_a_site_that_is_published_is_published_though_something_is_left(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    publish(OLD, site)
    said: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(journal, "discard", refuse)
        publish(NEW, site, say=said.append)
    assert files_of(site) == whole(NEW)
    assert "not all that it was made with was deleted" in said[0]
    publish(NEW, site)
    assert litter(site) == []


PATHS = st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "c.css", "d/e.json"])
SITES = st.dictionaries(PATHS, st.sampled_from([b"", b"one", b"two"]))


@settings(max_examples=40, deadline=None)
@given(st.lists(SITES, min_size=2, max_size=4), st.sets(st.sampled_from(["x", "a/x", "d/y/z"])))
def test_any_series_of_sites_leaves_the_last_and_what_we_did_not_write(
    sites: list[dict[str, bytes]], strangers: set[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "_site")
        publish(sites[0], site)
        for name in strangers:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(b"mine")
        for files in sites[1:]:
            publish(files, site)
        others: dict[str, bytes | str] = dict.fromkeys(strangers, b"mine")
        assert files_of(site) == whole(sites[-1], **others)
        assert litter(site) == []
