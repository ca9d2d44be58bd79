"""The new site takes the old one's place; a swap that was interrupted is repaired.

The staging area, beside the site and so on the same disk, contains `new` while a site is staged and
`old` while the former one is deleted. Where the disk can exchange two folders in one step, the stage is
called `old` just before that, since it is the former site just after. Elsewhere two renames do it, and a
build that is killed between them leaves no site until the next. What a killed build leaves there shows
how far it got:

    old, and no site    between two renames         the old site is put back
    old, and a site     just before or after        deleting the one that is not in place goes on
    new                 before either               the stage is deleted
"""

import os
import shutil
import sys
from pathlib import Path

from dateline.publishing.clearing import clear_away
from dateline.publishing.exchange import exchange


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
    if not (site.exists() and _swap_at_once(new, site, old)):
        _swap_in_turn(new, site, old)
    for folder in (site.parent, old.parent):
        sync(folder)


def _swap_at_once(new: Path, site: Path, old: Path) -> bool:
    """At no moment is there no site. False, with all as it was, where the disk cannot."""
    new.rename(old)
    try:
        if exchange(old, site):
            return True
    except OSError:
        old.rename(new)
        raise
    old.rename(new)
    return False


def _swap_in_turn(new: Path, site: Path, old: Path) -> None:
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    except BaseException:
        if old.exists() and not site.exists():
            old.rename(site)
        raise


def swap_back(new: Path, site: Path, old: Path) -> None:
    """What was at `site` before `swap` is there again, and `new` at its own place."""
    if exchange(old, site):
        old.rename(new)
    else:
        site.rename(new)
        old.rename(site)


def sync(path: Path) -> None:
    """A file, or the names in a folder, outlast a power cut, where the system can be asked for it."""
    if sys.platform != "win32":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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
