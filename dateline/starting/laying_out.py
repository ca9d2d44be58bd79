"""Files into a folder that may hold others: nothing is overwritten, and all are written or none."""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from dateline.frozen import dataclass
from dateline.starting.starter import FIRST_BRIEFING, StartRefused, Wishes, files_of_new_site


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The paths in the folder of the files that were written, and of those that were there."""

    wrote: tuple[str, ...]
    left: tuple[str, ...]


def start_site(folder: Path, wishes: Wishes, now: datetime) -> Started:
    """Write what a site in the folder lacks. Raises StartRefused, with everything as it was."""
    files = files_of_new_site(folder, wishes, now)
    try:
        _guard_folder(folder)
        if any(folder.glob("content/*/article.md")):
            files = {path: files[path] for path in files if not path.startswith(FIRST_BRIEFING)}
        left = tuple(path for path in files if os.path.lexists(folder / path))
        missing = {path: files[path] for path in files if path not in left}
        for path in missing:
            _guard_way(folder, path)
        _write(folder, missing)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StartRefused(f"{error.filename or folder}: {reason}; nothing was written") from None
    return Started(wrote=tuple(missing), left=left)


def _guard_folder(folder: Path) -> None:
    if folder.is_symlink() and not folder.exists():
        raise StartRefused(f"{folder} is a symbolic link that leads nowhere; name another folder")
    if folder.exists() and not folder.is_dir():
        raise StartRefused(f"{folder} is a file; name a folder")


def _guard_way(folder: Path, path: str) -> None:
    """What is written must be in the folder, which a link on the way may lead out of."""
    *above, _ = Path(path).parents
    for step in reversed(above):
        there = folder / step
        if there.is_symlink():
            raise StartRefused(f"{there} is a symbolic link; put a folder in its place")
        if there.exists() and not there.is_dir():
            raise StartRefused(f"{there} is a file where a folder is needed; rename it")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    made: list[Path] = []
    try:
        for path, data in files.items():
            place = folder / path
            _make_folders(place.parent, made)
            with place.open("xb") as file:
                made.append(place)
                file.write(data)
    except BaseException:
        for place in reversed(made):
            with suppress(OSError):
                place.rmdir() if place.is_dir() else place.unlink()
        raise


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make the folder and those above it that are missing, and note them."""
    missing = [step for step in (folder, *folder.parents) if not step.exists()]
    for step in reversed(missing):
        step.mkdir()
        made.append(step)
