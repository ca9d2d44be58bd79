"""Two renames put the new site in the old one's place; a swap that was interrupted is repaired.

The staging area, beside the site and so on the same disk, contains `new` while a site is staged and
`old` while the former one is deleted. What a killed build leaves there shows how far it got:

    old, and no site    between the two renames     the old site is put back
    old, and a site     after the second            deleting the old site goes on
    new                 before either               the stage is deleted
"""

import os
import shutil
import sys
from pathlib import Path

from dateline.publishing.manifest import MANIFEST, read_manifest
from dateline.publishing.refusal import OutputRefused


def repair(site: Path, area: Path) -> None:
    """Finish or undo an interrupted swap of `site`, whose staging area is `area`, under its lock."""
    old = area / "old"
    # No site, or an empty folder: one that was swapped in has its manifest.
    if old.exists() and not (site.exists() and any(site.iterdir())):
        if site.exists():
            site.rmdir()
        old.rename(site)
    if old.exists():
        clear_away(old, site)
    discard(area / "new")


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
    for folder in (site.parent, old.parent):
        sync(folder)


def sync(path: Path) -> None:
    """A file, or the names in a folder, outlast a power cut, where the system can be asked for it."""
    if sys.platform != "win32":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def clear_away(old: Path, site: Path) -> None:
    """Delete the former site: what its manifest lists, and what was carried over to `site`.

    A file saved there during the swap is moved to `site`. The manifest is deleted last, so that
    an interrupted deletion can go on.
    """
    listed = frozenset(read_manifest(old) or ())
    for former in tuple(old.iterdir()):
        if former.name != MANIFEST:
            _clear_entry(former, former.name, site, listed)
    (old / MANIFEST).unlink(missing_ok=True)
    old.rmdir()


def _clear_entry(former: Path, path: str, site: Path, listed: frozenset[str]) -> None:
    current = site / path
    is_there = os.path.lexists(current)
    if former.is_dir() and not former.is_symlink():
        former.chmod(0o700)
        for inner in tuple(former.iterdir()):
            _clear_entry(inner, f"{path}/{inner.name}", site, listed)
        former.rmdir()
    elif path in listed or (
        # Not saved after `current` was linked or copied from it.
        is_there and former.lstat().st_mtime_ns <= current.lstat().st_mtime_ns
    ):
        former.unlink()
    elif is_there:
        raise OutputRefused(
            f"{current} was saved while the new site took the old one's place; that file was kept"
            f" as {former}: move it away and build again"
        )
    else:
        current.parent.mkdir(parents=True, exist_ok=True)
        former.replace(current)


def make_folder(folder: Path, mode: int = 0o755) -> None:
    """A folder with this mode, whatever the umask."""
    folder.mkdir(0o700)
    folder.chmod(mode)


def discard(stage: Path) -> None:
    """Delete a stage. Its files are links or copies of the site's, which keeps its own."""
    if stage.exists():
        for folder, _, _ in os.walk(stage):
            Path(folder).chmod(0o700)
        shutil.rmtree(stage)
