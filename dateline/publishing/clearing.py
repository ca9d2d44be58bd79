"""Deleting the former site: whether it can be done is known before the new one is in its place."""

import ctypes
import errno
import os
import stat
import struct
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.publishing.manifest import MANIFEST, read_manifest
from dateline.publishing.refusal import OutputRefused

# Before the swap


def guard_clearing(site: Path) -> None:
    """Raises OutputRefused or PermissionError where something of the site could not be deleted."""
    if sys.platform == "win32":
        return
    for folder, folders, files in os.walk(site):
        _guard_folder(Path(folder))
        for name in (*folders, *files):
            path = Path(folder, name)
            _guard_mark(path)
            if _is_held(path, Path(folder)):
                raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(path))


def _guard_folder(folder: Path) -> None:
    may_write = os.access(folder, os.W_OK | os.X_OK)
    if not may_write and folder.stat().st_uid != os.geteuid():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    _guard_mark(folder)


def _is_held(path: Path, folder: Path) -> bool:
    """In a folder such as /tmp, only its owner and that of a file may delete it."""
    inside = folder.stat()
    owners = (0, inside.st_uid)
    return bool(inside.st_mode & stat.S_ISVTX) and os.geteuid() not in (
        *owners,
        path.lstat().st_uid,
    )


def _guard_mark(path: Path) -> None:
    marks = _marks(path)
    if marks & _MOUNTED:
        raise OutputRefused(
            f"{path} is a mount point, which cannot be carried over to a new site; unmount it, "
            "or choose another --output"
        )
    if marks:
        raise OutputRefused(
            f"{path} may not be changed or deleted: it is marked as immutable; remove the mark "
            "(`chattr -ia` on Linux, `chflags nouchg` on macOS), or choose another --output"
        )


# STATX_ATTR_* in linux/stat.h, and AT_* in fcntl.h.
_IMMUTABLE, _APPEND_ONLY, _MOUNTED = 0x10, 0x20, 0x2000
_AT_FDCWD: Final = -100
_AT_SYMLINK_NOFOLLOW: Final = 0x100
# The size of a struct statx, and where its attributes are.
_SIZE, _ATTRIBUTES = 256, 8
_OF_MACOS: Final = stat.UF_IMMUTABLE | stat.SF_IMMUTABLE | stat.UF_APPEND | stat.SF_APPEND


def _marks(path: Path) -> int:
    """Those that keep even the owner from deleting a file; none where the system cannot be asked."""
    if sys.platform == "darwin":
        return _IMMUTABLE if path.lstat().st_flags & _OF_MACOS else 0
    ask = _statx()
    if ask is None:
        return 0
    found = ctypes.create_string_buffer(_SIZE)
    if ask(_AT_FDCWD, os.fsencode(path), _AT_SYMLINK_NOFOLLOW, 0, found) != 0:
        return 0
    (attributes,) = struct.unpack_from("=Q", found, _ATTRIBUTES)
    return int(attributes) & (_IMMUTABLE | _APPEND_ONLY | _MOUNTED)


@cache
def _statx() -> Any:
    try:
        return ctypes.CDLL(None).statx
    except (OSError, AttributeError):  # another system, or an older library
        return None


# After the swap


def guard_saved(old: Path, site: Path) -> None:
    """Raises OutputRefused where a file was saved in the former site while `site` took its place."""
    listed = frozenset(read_manifest(old) or ())
    for former in _files(old):
        path = former.relative_to(old).as_posix()
        current = site / path
        if path not in listed and path != MANIFEST and _is_newer(former, current):
            raise OutputRefused(
                f"{current} was saved while the new site took the old one’s place; it is there as it "
                "was saved, with the old site: build again"
            )


def _files(folder: Path) -> Iterator[Path]:
    for inside, folders, files in os.walk(folder):
        links = (name for name in folders if Path(inside, name).is_symlink())
        yield from (Path(inside, name) for name in (*files, *links))


def _is_newer(former: Path, current: Path) -> bool:
    """It was saved after `current` was linked or copied from it, or made."""
    return os.path.lexists(current) and former.lstat().st_mtime_ns > current.lstat().st_mtime_ns


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
    if former.is_dir() and not former.is_symlink():
        former.chmod(0o700)
        for inner in tuple(former.iterdir()):
            _clear_entry(inner, f"{path}/{inner.name}", site, listed)
        former.rmdir()
    elif path in listed or (os.path.lexists(current) and not _is_newer(former, current)):
        former.unlink()
    elif os.path.lexists(current):
        raise OutputRefused(
            f"{current} was saved while the new site took the old one’s place; that file was kept"
            f" as {former}: move it away and build again"
        )
    else:
        current.parent.mkdir(parents=True, exist_ok=True)
        former.replace(current)
