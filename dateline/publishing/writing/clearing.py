"""Whether files of the site can be replaced and removed is known before the first of them is."""

import ctypes
import errno
import os
import stat
import struct
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from dateline.publishing.writing.guards import folders_above
from dateline.publishing.writing.refusal import OutputRefused


def guard_changes(added: Iterable[str], changed: Iterable[str], site: Path) -> None:
    """Raises OutputRefused or PermissionError where a file cannot be put in, replaced or removed."""
    if sys.platform == "win32":
        return
    folders = {folder for path in (*added, *changed) for folder in ("", *folders_above(path))}
    for folder in sorted(folders):
        if os.path.lexists(site / folder):
            _guard_folder(site / folder)
    is_shared = cache(_is_shared)
    for path in changed:
        _guard_mark(site / path)
        folder, _, _ = path.rpartition("/")
        if is_shared(f"{site}/{folder}") and os.geteuid() != os.lstat(f"{site}/{path}").st_uid:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(site / path))


def _guard_folder(folder: Path) -> None:
    may_write = os.access(folder, os.W_OK | os.X_OK)
    if not may_write and folder.stat().st_uid != os.geteuid():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    _guard_mark(folder)


def _is_shared(folder: str) -> bool:
    """Whether it is such as /tmp, in which only its owner and that of a file may delete it."""
    state = os.stat(folder)  # noqa: PTH116
    return bool(state.st_mode & stat.S_ISVTX) and os.geteuid() not in (0, state.st_uid)


def _guard_mark(path: Path) -> None:
    marks = _marks(path)
    if marks & _MOUNTED:
        raise OutputRefused(
            f"{path} is a mount point, and the site has a place of its own there; unmount it, "
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
