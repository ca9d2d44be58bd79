"""Writing what is new beside the site, and to the disk, before anything changes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from dateline.publishing.writing.changes import Changes, NewSite, Pieces, whole_site
from dateline.publishing.writing.guards import folders_above
from dateline.publishing.writing.journal import FORMER, NEXT, Journal
from dateline.publishing.writing.sync import make_folder, sync_all, sync_tree


def stage_site(new: NewSite, stage: Path) -> int:
    """Write a whole site to the folder `stage`; returns how many files it has."""
    make_folder(stage)
    folders: set[str] = {""}
    written = 0
    for path, pieces in whole_site(new):
        for folder in folders_above(path):
            if folder not in folders:
                make_folder(stage / folder)
                folders.add(folder)
        _write(f"{stage}/{path}", pieces)
        written += 1
    sync_tree(stage, written)
    return written


def stage_changes(changes: Changes, site: Path, area: Path) -> Journal:
    """Write what is new, and link what it takes the place of, under the numbers of the journal."""
    folders = {folder for path in changes.added for folder in folders_above(path)}
    journal = Journal(
        added=tuple(changes.added),
        replaced=tuple(changes.replaced),
        removed=tuple(changes.removed),
        folders=tuple(sorted(folder for folder in folders if not (site / folder).is_dir())),
    )
    pieces = {**changes.added, **changes.replaced}
    following, former = area / NEXT, area / FORMER
    for folder in (following, former):
        make_folder(folder, 0o700)
    staged = [following, former]
    for number, path in journal.numbered:
        if path in pieces:
            _write(f"{following}/{number}", pieces[path])
            staged.append(following / number)
        if path not in changes.added and not _link(f"{site}/{path}", f"{former}/{number}"):
            shutil.copy2(site / path, former / number, follow_symlinks=False)
            staged.append(former / number)
    sync_all(staged)
    return journal


def _link(current: str, former: str) -> bool:
    """So that neither bytes nor times change; False where the disk has no links."""
    try:
        os.link(current, former, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True


def _write(file: str, pieces: Pieces) -> None:
    with open(file, "xb") as out:  # noqa: PTH123 - a path of its own for each of thousands takes as long as writing
        os.chmod(file, 0o644)  # noqa: PTH101 - whatever the umask
        out.writelines(pieces())
