"""Killed, interrupted or out of space at any step, a site is whole."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from dateline.publishing.writing import journal
from dateline.publishing.writing.changes import NewSite
from dateline.publishing.writing.output import publish_site, repair_output, staging_area
from dateline.publishing.writing.refusal import OutputRefused
from tests.faults.table import tried
from tests.publishing.writing.old_and_new import (
    NEW,
    OLD,
    add_strangers,
    files_of,
    forks,
    linux,
    litter,
    marks,
    new_site,
    publish,
    tree,
    whole,
)
from tests.publishing.writing.steps import (
    at_step,
    interrupt,
    leave_a_mark,
    refuse_links,
    run_in_child,
    run_out_of_space,
)

BRIEFINGS = ("about", "gone", "fresh")


def every_step(
    tmp_path: Path,
    act: Callable[[], object],
    start: Callable[[Path], None],
    following: NewSite,
) -> Iterator[tuple[int, Path]]:
    """Publish NEW over a fresh start, struck at each step in turn."""
    number, struck = 0, True
    while struck:
        site = tmp_path / str(number) / "_site"
        site.parent.mkdir()
        start(site)
        flag = tmp_path / "struck"
        flag.unlink(missing_ok=True)

        strike = at_step(number, partial(leave_a_mark, flag, act))
        code = run_in_child(partial(publish_site, following, site), strike)
        struck = flag.is_symlink()
        yield code, site
        number += 1
    assert code == 0
    assert number > 12


def start_with_old(site: Path) -> None:
    publish(OLD, site)
    add_strangers(site)


def start_with_nothing(site: Path) -> None:
    pass


def expected_trees(
    tmp_path: Path, start: Callable[[Path], None], following: NewSite
) -> tuple[dict[str, bytes | str | None], dict[str, bytes | str | None]]:
    site = tmp_path / "model/_site"
    site.parent.mkdir()
    start(site)
    old = tree(site)
    publish_site(following, site)
    return old, tree(site)


def start_with_briefings(site: Path) -> None:
    publish_site(new_site(OLD, BRIEFINGS), site)
    add_strangers(site)


def start_with_other_kinds(site: Path) -> None:
    """A file where there is to be a folder, and a folder where there is to be a file."""
    publish({"index.html": b"old", "fresh": b"f", "s.css/a.css": b"a"}, site)
    (site / "CNAME").write_bytes(b"news.example")


STARTS = {
    "one whose files become folders": start_with_other_kinds,
    "one of files": start_with_old,
    "one of briefings": start_with_briefings,
    "none": start_with_nothing,
}


@tried(
    1,
    "The build is killed at each change that it makes on the disk, in turn; the site before: {before}",
    "Every address is whole, old or new; the next build finishes what was begun",
)
@forks
@pytest.mark.parametrize("before", STARTS)
def test_killed_at_any_step_leaves_every_address_whole(tmp_path: Path, before: str) -> None:
    start = STARTS[before]
    following = new_site(NEW, BRIEFINGS if before == "one of briefings" else ())
    old, new = expected_trees(tmp_path, start, following)
    for code, site in every_step(tmp_path, lambda: os._exit(9), start, following):
        assert code in {0, 9}
        is_whole(files_of(site), files_only(old), files_only(new))
        publish_to_a_copy(site, following, new)
        repair_output(site)
        assert tree(site) in (old, new)
        assert litter(site) == []
        publish_site(following, site)
        assert tree(site) == new
        assert litter(site) == []


Tree = dict[str, bytes | str | None]


def is_whole(found: Tree, old: Tree, new: Tree) -> None:
    """Each address is as it was or as it will be, and is missed only where one of the two has none."""
    for path in old.keys() | new.keys() | found.keys():
        assert found.get(path) in (old.get(path), new.get(path)), path


def publish_to_a_copy(site: Path, following: NewSite, new: Tree) -> None:
    """A build that goes on to publish repairs what a killed one left, too."""
    folder = site.parent.with_name(f"{site.parent.name}-copy")
    copy = shutil.copytree(site.parent, folder, symlinks=True) / site.name
    publish_site(following, copy)
    assert tree(copy) == new
    assert litter(copy) == []


def files_only(of: Mapping[str, bytes | str | None]) -> dict[str, bytes | str | None]:
    return {name: content for name, content in of.items() if content is not None}


@tried(
    1,
    "The build fails at each change that it makes on the disk, in turn: {act}; the site before: {before}",
    "The old site or the new, whole, and nothing left beside it",
)
@forks
@pytest.mark.parametrize("before", STARTS)
@pytest.mark.parametrize(("act", "failure"), [(run_out_of_space, 3), (interrupt, 4)])
def test_failure_at_any_step_leaves_no_litter(
    tmp_path: Path, before: str, act: Callable[[], None], failure: int
) -> None:
    start = STARTS[before]
    following = new_site(NEW, BRIEFINGS if before == "one of briefings" else ())
    old, new = expected_trees(tmp_path, start, following)
    for code, site in every_step(tmp_path, act, start, following):
        assert code in {0, failure}
        assert tree(site) in (old, new)
        if tree(site) == old:
            assert litter(site) == []
        publish_site(following, site)
        assert tree(site) == new
        assert litter(site) == []


@tried(1, "The disk fails as it writes: {words}", "The old site, and a sentence")
@pytest.mark.parametrize(
    ("error", "words"),
    [(errno.ENOSPC, "the disk is full; free some space"), (errno.EIO, os.strerror(errno.EIO))],
)
def test_error_while_the_disk_writes_leaves_the_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch, error: int, words: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(error, os.strerror(error))

    publish(OLD, site)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputRefused, match=words):
        publish(NEW, site)
    assert files_of(site) == whole(OLD)
    assert litter(site) == []


def name_of(handle: int) -> str:
    return str(Path(f"/proc/self/fd/{handle}").readlink())


@linux
def test_all_is_on_the_disk_before_anything_changes(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, site)
    before, after = set[str](), set[str]()
    area = staging_area(site)

    def note(handle: int) -> None:
        seen = after if (area / journal.JOURNAL).exists() else before
        seen.add(name_of(handle))

    monkeypatch.setattr(os, "fsync", note)
    publish(NEW, site)
    written = [f"next/{number}" for number in range(3)]
    names = ["next", *written, "former", "next/journal.json"]
    assert before == {str(area / name) for name in names}
    assert after == {str(path) for path in (area, site, site / "fresh/b")}


@linux
def test_copy_is_on_the_disk_too(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, site)
    seen: set[str] = set()
    monkeypatch.setattr(os, "link", refuse_links)
    monkeypatch.setattr(os, "fsync", lambda handle: seen.add(name_of(handle)))
    publish(NEW, site)
    former = staging_area(site) / journal.FORMER
    assert {path for path in seen if Path(path).is_relative_to(former)} == {
        str(former),
        *(f"{former}/{number}" for number in (1, 2, 3)),
    }


def test_repair_touches_nothing_where_nothing_is_amiss(site: Path) -> None:
    repair_output(site)
    assert list(site.parent.iterdir()) == []
    publish(OLD, site)
    before = marks(site.parent)
    repair_output(site)
    assert marks(site.parent) == before


@tried(
    2,
    "A file of others is saved where a page was to be put, after a build was killed",
    "Refused, naming it, until it is moved away",
)
@forks
def test_file_saved_after_a_killed_build_is_kept(tmp_path: Path) -> None:
    for code, site in every_step(tmp_path, lambda: os._exit(9), start_with_old, new_site(NEW)):
        page = site / "fresh/b/index.html"
        if code == 9 and not page.exists() and (staging_area(site) / journal.JOURNAL).exists():
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(b"mine")
            with pytest.raises(OutputRefused, match=r"fresh/b/index\.html was saved"):
                publish(NEW, site)
            assert page.read_bytes() == b"mine"
            page.rename(site / "moved")
            publish(NEW, site)
            assert files_of(site)["fresh/b/index.html"] == b"y"
