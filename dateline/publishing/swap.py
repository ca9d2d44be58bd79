"""Two renames put a new site in the old one's place; whatever is killed on the way is mended.

The staging area, beside the site and so on the same disk, holds `new` while a site is staged and
`old` while the former one is cleared away. What a killed build leaves there tells how far it came:

    old, and no site    between the two renames     the old site is put back
    old, and a site     after the second            clearing away goes on
    new                 before either               the stage is thrown away
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.publishing.manifest import MANIFEST, read_manifest
from dateline.publishing.refusal import OutputRefused


def repair(site: Path, area: Path) -> None:
    """Bring `site` and its staging area `area` back to rest. The caller holds the lock."""
    old, new = area / "old", area / "new"
    if old.exists() and _is_vacant(site):
        if site.exists():
            site.rmdir()
        old.rename(site)
        sync_folder(site.parent)
    if old.exists():
        clear_away(old, site)
    discard(new)


def _is_vacant(site: Path) -> bool:
    """No site, or an empty folder: never a site that was swapped in, which has its manifest."""
    return not site.exists() or not any(site.iterdir())


def swap(new: Path, site: Path, old: Path) -> None:
    """Put `new` where `site` is, if there is one, and `site` at `old`. Either both or neither."""
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    except BaseException:
        if old.exists() and not site.exists():
            old.rename(site)
        raise
    sync_folder(site.parent)
    sync_folder(old.parent)


def clear_away(old: Path, site: Path) -> None:
    """Delete the former site: what its manifest lists, and copies of what `site` has too.

    Anything else was put there while the swap went on, and moves over into `site`. The manifest
    goes last, so that clearing away can be taken up again wherever it was killed.
    """
    listed = frozenset(read_manifest(old) or ())
    made = frozenset(read_manifest(site) or ())
    for entry in _entries(old):
        if entry.name != MANIFEST:
            _clear_entry(entry, site, "", listed=listed, made=made)
    (old / MANIFEST).unlink(missing_ok=True)
    old.rmdir()


def _clear_entry(
    entry: os.DirEntry[str],
    into: Path,
    prefix: str,
    *,
    listed: frozenset[str],
    made: frozenset[str],
) -> None:
    path, here, there = prefix + entry.name, Path(entry.path), into / entry.name
    if entry.is_dir(follow_symlinks=False):
        here.chmod(0o755)
        for one in _entries(here):
            _clear_entry(one, there, path + "/", listed=listed, made=made)
        here.rmdir()
    elif path in listed or (os.path.lexists(there) and not _is_newer(here, there)):
        here.unlink()
    elif path in made:
        raise OutputRefused(
            f"{there} was made while somebody put a file of that name there; "
            f"that file was kept as {here}: move it away and build again"
        )
    else:
        there.parent.mkdir(parents=True, exist_ok=True)
        here.replace(there)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)


def _is_newer(one: Path, other: Path) -> bool:
    """Whether `one` was edited after `other` was linked or copied from it."""
    return one.lstat().st_mtime_ns > other.lstat().st_mtime_ns


@contextmanager
def fresh_stage(area: Path) -> Iterator[Path]:
    """An empty folder to stage the new site in; gone afterwards unless it was swapped in."""
    new = area / "new"
    try:
        make_folder(new)
        yield new
    finally:
        discard(new)


def make_folder(folder: Path) -> None:
    """A folder that everyone may read, whatever the umask."""
    folder.mkdir()
    folder.chmod(0o755)


def discard(tree: Path) -> None:
    """Delete a stage. Its files are links or copies of the site's, which keeps its own."""
    if tree.exists():
        for folder, _, _ in os.walk(tree):
            Path(folder).chmod(0o755)
        shutil.rmtree(tree)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` outlast a power cut, where the system has a way to ask for it."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
