"""A site is published with no file too many and none written twice."""

from __future__ import annotations

import os
import stat
import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from itertools import groupby
from pathlib import Path

import pytest

from dateline.publishing.keeping.packed import PackedFiles, pack
from dateline.publishing.writing.changes import BriefingFiles, NewSite
from dateline.publishing.writing.output import publish_site
from tests.faults.table import tried
from tests.publishing.writing.old_and_new import (
    NEW,
    OLD,
    add_strangers,
    counts,
    files_of,
    litter,
    marks,
    publish,
    whole,
)


def test_first_site(site: Path) -> None:
    assert counts(publish(OLD, site)) == (4, 0, 0)
    assert files_of(site) == whole(OLD)
    assert litter(site) == []


def test_a_large_site_is_published_a_file_at_a_time(site: Path) -> None:
    files = pack({f"{name}.bin": bytes(2_000_000) for name in range(50)})
    tracemalloc.start()
    publish_site(NewSite(own=files), site)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 40_000_000
    assert (site / "49.bin").stat().st_size == 2_000_000


def test_a_large_site_is_published_a_briefing_at_a_time(site: Path) -> None:
    opened: list[str] = []

    def open_files(slug: str) -> PackedFiles:
        opened.append(slug)
        return pack({f"{slug}/index.html": slug.encode()})

    briefings = {
        slug: BriefingFiles(slug=slug, open=partial(open_files, slug)) for slug in ("a", "b", "c")
    }
    publish_site(NewSite(own=pack({}), briefings=briefings), site)
    assert [slug for slug, _ in groupby(opened)] == ["a", "b", "c"]


def test_next_site_has_the_new_files_and_no_old_ones(site: Path) -> None:
    publish(OLD, site)
    assert counts(publish(NEW, site)) == (2, 1, 2)
    assert files_of(site) == whole(NEW)
    assert not (site / "gone").exists()
    assert litter(site) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("news/images/a-1.webp", "news/images/a-2.webp"),
        ("news/images/a", "news/images/a/index.html"),
        ("news/images/a/index.html", "news/images/a"),
    ],
)
def test_all_files_of_a_folder_may_have_new_names(site: Path, old: str, new: str) -> None:
    publish({"index.html": b"old", old: b"x"}, site)
    publish({"index.html": b"new", new: b"y"}, site)
    assert files_of(site) == whole({"index.html": b"new", new: b"y"})
    assert litter(site) == []


def test_output_whose_parents_do_not_exist(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "a/b/site")
    assert files_of(tmp_path / "a/b/site") == whole(OLD)


def test_empty_folder_is_filled(site: Path) -> None:
    site.mkdir()
    publish(OLD, site)
    assert files_of(site) == whole(OLD)


def test_same_site_again_writes_nothing(site: Path) -> None:
    publish(OLD, site)
    add_strangers(site)
    before = marks(site.parent)
    assert counts(publish(dict(reversed(OLD.items())), site)) == (0, 0, 4)
    assert marks(site.parent) == before


def test_unchanged_file_is_not_touched_by_a_change_elsewhere(site: Path) -> None:
    publish(OLD, site)
    before = (site / "about/index.html").stat()
    publish(NEW, site)
    after = (site / "about/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert after.st_nlink == 1


@tried(1, "A page of the site is {id}", "It is written again")
@pytest.mark.parametrize(
    "spoil",
    [
        lambda page: page.write_bytes(b"bOut!"),
        lambda page: page.write_bytes(b"abo"),
        lambda page: page.write_bytes(b""),
        lambda page: page.unlink(),
        lambda page: (page.unlink(), page.symlink_to("../index.html")),
        lambda page: page.rename(page.parent / "copy") and page.symlink_to("copy"),
    ],
    ids=["changed", "cut short", "emptied", "deleted", "made a link", "linked to itself"],
)
def test_spoilt_page_is_written_again(site: Path, spoil: Callable[[Path], object]) -> None:
    publish(OLD, site)
    spoil(site / "about/index.html")
    assert counts(publish(OLD, site)) == (1, 0, 3)
    (site / "about/copy").unlink(missing_ok=True)
    assert files_of(site) == whole(OLD)


def test_change_of_the_same_length_and_time_is_seen(site: Path) -> None:
    publish(OLD, site)
    page = site / "about/index.html"
    times = page.stat().st_atime_ns, page.stat().st_mtime_ns
    page.write_bytes(b"ABOUT")
    os.utime(page, ns=times)
    publish(OLD, site)
    assert page.read_bytes() == b"about"


@tried(3, "The umask is {umask:03o}", "Files are readable by all")
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_modes_do_not_depend_on_umask(site: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        publish(OLD, site)
        publish(NEW, site)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in site.rglob("*") if path.is_file()}
    folders = (site, site / "about", site / "fresh/b")
    assert modes == {0o644}
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o755}


def test_link_above_the_output_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "short").symlink_to("real")
    publish(OLD, tmp_path / "short/site")
    publish(NEW, tmp_path / "real/site")
    assert files_of(tmp_path / "real/site") == whole(NEW)
