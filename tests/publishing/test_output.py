"""A site is published whole or not at all, and nobody else's file is ever lost."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.publishing.keeping.packed import PackedFiles, pack, packed
from dateline.publishing.writing import guards, journal
from dateline.publishing.writing.changes import BriefingFiles, NewSite
from dateline.publishing.writing.guards import guard_output
from dateline.publishing.writing.journal import Journal, change_over
from dateline.publishing.writing.manifest import MANIFEST, Manifest, parse_list, render_list
from dateline.publishing.writing.output import Counts, publish_site, repair_output, staging_area
from dateline.publishing.writing.refusal import OutputBusy, OutputRefused
from tests.faults.table import tried

OLD = {"index.html": b"old", "about/index.html": b"about", "gone/a/index.html": b"x", "s.css": b"s"}
NEW = {
    "index.html": b"newer",
    "about/index.html": b"about",
    "fresh/b/index.html": b"y",
    "s.css": b"s",
}

as_user = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which file it is")
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "_site"


def tree(folder: Path) -> dict[str, bytes | str | None]:
    """Everything below a folder: a file's bytes, where a link leads, None for a folder."""
    found: dict[str, bytes | str | None] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        else:
            found[name] = None if path.is_dir() else path.read_bytes()
    return found


def files_of(folder: Path) -> dict[str, bytes | str | None]:
    return {name: content for name, content in tree(folder).items() if content is not None}


def new_site(files: Mapping[str, bytes], briefings: Iterable[str] = ()) -> NewSite:
    """A site of these files, of which some folders are those of briefings."""
    parts = {
        slug: packed({path: data for path, data in files.items() if path.startswith(f"{slug}/")})
        for slug in briefings
    }
    inside = {path for part in parts.values() for path in part}
    return NewSite(
        own=packed({path: data for path, data in files.items() if path not in inside}),
        briefings={
            slug: BriefingFiles(slug=slug, open=partial(part.choose, tuple(part)))
            for slug, part in parts.items()
            if part
        },
    )


def publish(files: Mapping[str, bytes], site: Path, **options: Any) -> Counts:
    return publish_site(new_site(files), site, **options)


def whole(files: Mapping[str, bytes], **others: bytes | str) -> dict[str, bytes | str | None]:
    return {**files, MANIFEST: new_site(files).manifest(), **others}


def marks(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What a write would change, even one of the same bytes."""
    stats = {path: path.lstat() for path in (folder, *folder.rglob("*"))}
    return {str(p): (s.st_ino, s.st_mtime_ns, s.st_mode) for p, s in stats.items()}


def counts(of: Counts) -> tuple[int, int, int]:
    return of.written, of.removed, of.kept


def litter(site: Path) -> list[str]:
    ours = {".gitignore", site.name, f"{site.name}/lock"}
    return sorted(tree(site.parent / ".dateline").keys() - ours)


def add_strangers(site: Path) -> dict[str, bytes | str | None]:
    """What an editor may keep in the output: a file, a folder with a file, one without, links."""
    (site / "notes/empty").mkdir(parents=True)
    (site / "CNAME").write_bytes(b"news.example")
    (site / "about/draft.txt").write_bytes(b"draft")
    (site / "notes/todo.txt").write_bytes(b"todo")
    (site / "latest").symlink_to("about")
    (site / "nowhere").symlink_to("not/there")
    return {
        "CNAME": b"news.example",
        "about/draft.txt": b"draft",
        "notes": None,
        "notes/empty": None,
        "notes/todo.txt": b"todo",
        "latest": "about",
        "nowhere": "not/there",
    }


# Publishing


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


# The manifest


def test_manifest_lists_every_file_with_its_digest() -> None:
    listed = Manifest.parse(new_site(OLD).manifest()).files
    assert listed == {path: hashlib.sha256(data).hexdigest()[:32] for path, data in OLD.items()}
    assert list(listed) == sorted(OLD)


def test_digests_of_an_earlier_version_are_read_as_those_of_this_one() -> None:
    """It listed twice as many digits: no file is another for that."""
    digest = hashlib.sha256(b"page").hexdigest()
    earlier = json.dumps({"made-by": "dateline", "files": {"index.html": digest}}).encode()
    now = render_list("b", {"b/index.html": digest})
    assert digest.encode() not in now
    assert parse_list("b", earlier) == parse_list("b", now)
    whole = {"made-by": "dateline", "version": 2, "files": {"b/index.html": digest}}
    assert Manifest.parse(json.dumps(whole).encode()).files == parse_list("b", now)


def test_manifest_is_the_same_bytes_in_whatever_order() -> None:
    assert new_site(OLD).manifest() == new_site(dict(reversed(OLD.items()))).manifest()


@tried(2, "The manifest in the output is damaged: {id}", "Refused; the folder stays as it was")
@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"made-by": "dateline", "version": 3, "files": {}}',
        b"[" * 10**5,
    ],
    ids=["empty", "cut", "list", "bytes", "newer", "deep"],
)
def test_damaged_manifest_is_refused(site: Path, text: bytes) -> None:
    publish(OLD, site)
    (site / MANIFEST).write_bytes(text)
    before = tree(site)
    with pytest.raises(OutputRefused, match="remove the folder"):
        publish(NEW, site)
    assert tree(site) == before


@tried(
    2,
    "The manifest lists `../precious.txt` and an absolute path",
    "Nothing outside the site is deleted",
)
def test_path_out_of_the_site_in_a_manifest_deletes_nothing(site: Path) -> None:
    publish(OLD, site)
    precious = site.parent / "precious.txt"
    precious.write_bytes(b"mine")
    listing = json.loads((site / MANIFEST).read_bytes())
    listing["files"]["../precious.txt"] = listing["files"][str(precious)] = "0"
    (site / MANIFEST).write_text(json.dumps(listing))
    publish(NEW, site)
    assert precious.read_bytes() == b"mine"


# What is not ours


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


def refuse_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "no links here")


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


# Killed, interrupted, out of space: at every step


DISK = {"os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.chmod"}


def at_step(number: int, act: Callable[[], object]) -> Callable[[str, tuple[object, ...]], None]:
    """An audit hook that acts just before the operation of that number which changes the disk."""
    steps = iter(range(sys.maxsize))

    def hook(event: str, args: tuple[object, ...]) -> None:
        writes = (
            event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if (event in DISK or writes) and next(steps) == number:
            act()

    return hook


def run_in_child(
    work: Callable[[], object], hook: Callable[[str, tuple[object, ...]], None]
) -> int:
    """Exit code: 0 done, 3 refused, 4 interrupted, 9 killed, 1 anything else."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            sys.addaudithook(hook)
            work()
            code = 0
        except OutputRefused:
            code = 3
        except KeyboardInterrupt:
            code = 4
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def leave_a_mark(flag: Path, act: Callable[[], object]) -> None:
    flag.symlink_to("struck")
    act()


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


STARTS = {
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
@pytest.mark.parametrize("before", ["one of files", "one of briefings", "none"])
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


def run_out_of_space() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def interrupt() -> None:
    raise KeyboardInterrupt


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


# Two at once


class Other:
    """Another process that publishes, and pauses in the middle until it is released."""

    def __init__(self, files: Mapping[str, bytes], site: Path) -> None:
        reached, tell = os.pipe()
        wait, self.release = os.pipe()

        def pause() -> None:
            os.write(tell, b".")
            os.read(wait, 1)

        self.child = os.fork()
        if self.child == 0:
            os.close(self.release)  # a test that fails lets go by ending
            code = 1
            try:
                sys.addaudithook(at_step(5, pause))
                publish(files, site)
                code = 0
            finally:
                os._exit(code)
        assert os.read(reached, 1) == b"."
        for pipe in (reached, tell, wait):
            os.close(pipe)

    def resume(self) -> None:
        os.write(self.release, b".")

    def end(self) -> int:
        os.close(self.release)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


@tried(1, "Two builds publish to one folder", "The second waits, says so, and goes on")
@forks
def test_second_build_says_that_it_waits_and_goes_on(site: Path) -> None:
    other, said = Other(OLD, site), []

    def say(sentence: str) -> None:
        said.append(sentence)
        other.resume()

    plan = publish(NEW, site, say=say)
    assert said == ["another build is writing the site; waiting for it to finish"]
    assert other.end() == 0
    assert counts(plan) == (2, 1, 2)
    assert files_of(site) == whole(NEW)
    assert litter(site) == []


@tried(
    2,
    "The output becomes somebody else’s folder while a build waits",
    "Refused; the folder stays as it was",
)
@forks
def test_output_that_changed_hands_while_waiting_is_refused(site: Path) -> None:
    other = Other(OLD, site)

    def say(_: str) -> None:
        other.resume()
        assert other.end() == 0
        site.rename(site.parent / "moved")
        site.mkdir()
        (site / "thesis.txt").write_bytes(b"mine")

    with pytest.raises(OutputRefused, match=r"thesis\.txt"):
        publish(NEW, site, say=say)
    assert tree(site) == {"thesis.txt": b"mine"}


@tried(
    1,
    "Two builds publish to one folder, and the first does not end",
    "The second gives up with a sentence",
)
@forks
def test_second_build_gives_up_in_the_end(site: Path) -> None:
    other = Other(OLD, site)
    with pytest.raises(OutputBusy, match="another build"):
        publish(NEW, site, patience=0.1)
    repair_output(site)
    other.resume()
    assert other.end() == 0
    assert files_of(site) == whole(OLD)


@tried(1, "A build is killed while it has the lock", "The next build has it at once")
@forks
def test_lock_of_a_killed_build_is_free(site: Path) -> None:
    other = Other(OLD, site)
    os.kill(other.child, 9)
    assert other.end() == -9
    publish(NEW, site, patience=0)
    assert files_of(site) == whole(NEW)
    assert litter(site) == []


# Where a site may not be put


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = tmp_path / "home/project"
    for name in ("content/story", "templates", "checkout/.git", "full", "worktree"):
        (project / name).mkdir(parents=True)
    (project / "worktree/.git").write_text("gitdir: elsewhere")
    (project / "full/thesis.txt").write_text("mine")
    (project / "file").write_text("mine")
    (project / "empty").mkdir()
    (project / "link").symlink_to("empty")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.chdir(project)
    return project


@tried(2, "`--output {output}`", "Refused: {words}")
@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("/", "root of the disk"),
        ("~", "home folder"),
        ("~/..", "home folder"),
        (".", "working in"),
        ("..", "working in|home"),
        ("content", "is or contains content"),
        ("content/../content/story/..", "is or contains"),
        ("content/story/out", "is inside content"),
        ("templates/_site", "is inside templates"),
        ("checkout", "git repository"),
        ("worktree", "git repository"),
        ("checkout/.git/site", "is inside a folder named .git"),
        (".dateline/_site", "is inside a folder named .dateline"),
        ("full", "did not write .thesis.txt."),
        ("link", "symbolic link"),
        ("file", "is a file"),
        ("file/site", "is a file"),
    ],
)
def test_output_is_refused(project: Path, output: str, words: str) -> None:
    before = tree(project)
    path = Path(output).expanduser()
    with pytest.raises(OutputRefused, match=words):
        guard_output(path, sources=[Path("content"), Path("templates")])
    assert tree(project) == before


@tried(2, "The output is a mount point", "Refused")
def test_mount_point_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path).name == "empty")
    with pytest.raises(OutputRefused, match="mount point"):
        guard_output(Path("empty"), sources=[])


@tried(2, "The output contains the sources", "Refused")
def test_parent_of_the_sources_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    with pytest.raises(OutputRefused, match="is or contains"):
        guard_output(project, sources=[project / "content"])


@tried(2, "The output is in the sources, which a link names", "Refused")
def test_source_is_recognised_through_a_link(project: Path) -> None:
    (project / "alias").symlink_to("content")
    with pytest.raises(OutputRefused, match="is inside alias"):
        guard_output(project / "content/out", sources=[Path("alias")])


@tried(2, "The output is in the sources, spelt in capitals on a disk that ignores case", "Refused")
def test_source_on_a_disk_that_ignores_case_is_known(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "CONTENT").mkdir(exist_ok=True)
    monkeypatch.setattr(Path, "samefile", lambda a, b: str(a).lower() == str(b).lower())
    with pytest.raises(OutputRefused, match="is inside content"):
        guard_output(Path("CONTENT/out"), sources=[Path("content")])


@pytest.mark.parametrize("output", ["_site", "empty", "content-site", "made/of/parts"])
def test_output_is_allowed(project: Path, output: str) -> None:
    before = tree(project)
    guard_output(Path(output), sources=[Path("content"), Path("templates")])
    assert tree(project) == before


def test_publish_keeps_the_guards_by_itself(project: Path) -> None:
    before = tree(project)
    for output in (".", "full", "link", "file", "checkout"):
        with pytest.raises(OutputRefused):
            publish(OLD, Path(output))
    assert tree(project) == before


@tried(2, "`.dateline` is a link to another folder", "Refused; the other folder stays as it was")
def test_staging_area_that_is_a_link_is_refused(project: Path) -> None:
    (project / ".dateline").symlink_to("full")
    with pytest.raises(OutputRefused, match="symbolic link"):
        publish(OLD, Path("_site"))
    assert list(tree(project / "full")) == ["thesis.txt"]


@tried(1, "The folder around the output may not be written", "Refused: permission denied")
@as_user
def test_read_only_parent_is_said_plainly(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "shut/_site")
    for folder in (tmp_path / "shut/.dateline/_site", tmp_path / "shut"):
        folder.chmod(0o555)
    try:
        with pytest.raises(OutputRefused, match="permission denied"):
            publish(NEW, tmp_path / "shut/_site")
        with pytest.raises(OutputRefused, match="permission denied"):
            publish(NEW, tmp_path / "shut/other")
        assert counts(publish(OLD, tmp_path / "shut/_site")) == (0, 0, 4)
        assert files_of(tmp_path / "shut/_site") == whole(OLD)
    finally:
        for folder in (tmp_path / "shut", tmp_path / "shut/.dateline/_site"):
            folder.chmod(0o755)


@tried(
    1,
    "The disk is full, and a folder of others may not be written",
    "Nothing is left beside the site",
)
@as_user
def test_stage_with_a_folder_that_may_not_be_written_is_deleted(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, site)
    add_strangers(site)
    (site / "notes").chmod(0o555)
    monkeypatch.setattr(
        "dateline.publishing.writing.output.change_over", lambda *_: run_out_of_space()
    )
    with pytest.raises(OutputRefused, match="the disk is full"):
        publish(NEW, site)
    assert litter(site) == []


@tried(
    2, "A folder of others in the output may not be written", "It is in the new site, with its mode"
)
@as_user
def test_folder_that_may_not_be_written_is_carried_and_cleared(site: Path) -> None:
    publish(OLD, site)
    add_strangers(site)
    (site / "notes").chmod(0o555)
    publish(NEW, site)
    assert (site / "notes/todo.txt").read_bytes() == b"todo"
    assert stat.S_IMODE((site / "notes").stat().st_mode) == 0o555
    assert litter(site) == []


# What a file of the site may be called


@tried(7, "A page would be called `{path!r:.40}`", "Refused before anything is written")
@pytest.mark.parametrize(
    "path",
    [
        "/index.html",
        "../index.html",
        "a/../index.html",
        "./index.html",
        "a//b",
        "a/",
        "",
        "a\\b",
        ".nojekyll",
        "a/.git/x",
        "nul",
        "con.html",
        "a/LPT1/index.html",
        "com¹",
        "a:b",
        "what?.html",
        "a\nb",
        "a\x00b",
        "dot.",
        "space /index.html",
        "\ud800.html",
        "\u202ehtml.exe",
        "n" * 256,
        MANIFEST,
    ],
)
def test_name_is_refused(site: Path, path: str) -> None:
    with pytest.raises(OutputRefused, match="cannot contain a file named"):
        publish({"index.html": b"", path: b""}, site)
    assert list(site.parent.iterdir()) == []


@tried(7, "Pages would be called `{name!r}` and `{other!r}`", "Refused, naming both")
@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("a.html", "A.html"),
        ("About/x.html", "about/y.html"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("stra\u00dfe.html", "STRASSE.html"),
        ("a", "a/index.html"),
        ("A/index.html", "a"),
    ],
)
def test_names_that_are_one_to_some_disks_are_both_named(site: Path, name: str, other: str) -> None:
    with pytest.raises(OutputRefused) as refused:
        publish({name: b"", other: b""}, site)
    assert repr(name) in str(refused.value)
    assert repr(other) in str(refused.value)
    assert list(site.parent.iterdir()) == []


def test_names_of_other_scripts_are_allowed(site: Path) -> None:
    files = {"خبر/index.html": b"1", "été.html": b"2", "console/nullable.html": b"3"}
    publish(files, site)
    assert counts(publish(files, site)) == (0, 0, 3)


# Paths that Windows cannot write


def test_a_path_that_is_too_long_for_this_machine_is_refused_before_anything_is_written(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"a-briefing/facts/{'x' * 80}/index.html"
    length = len(str(staging_area(site) / "new" / path))
    monkeypatch.setattr(guards, "_longest_path", lambda: length)
    publish({path: b"fits"}, site)
    before = tree(site.parent)
    monkeypatch.setattr(guards, "_longest_path", lambda: length - 1)
    with pytest.raises(OutputRefused, match=f"would have {length} characters, and Windows allows"):
        publish({path: b"does not"}, site)
    assert tree(site.parent) == before


def test_where_paths_may_be_long_none_is_refused() -> None:
    assert (guards._longest_path() is None) == (sys.platform != "win32")
