"""Two folders change places in one step, where the system and the disk can."""

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Final

# linux/fs.h and fcntl.h; sys/stdio.h of macOS.
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_RENAME_SWAP: Final = 2
_CANNOT: Final = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOTTY)


def exchange(first: Path, second: Path) -> bool:
    """False, with both where they were, where it cannot be done in one step. Raises OSError."""
    names = os.fsencode(first), os.fsencode(second)
    if sys.platform == "linux":
        arguments = (_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
        return _call("renameat2", arguments, first)
    if sys.platform == "darwin":
        return _call("renamex_np", (*names, _RENAME_SWAP), first)
    return False


def _call(function: str, arguments: tuple[object, ...], path: Path) -> bool:
    try:
        call = getattr(ctypes.CDLL(None, use_errno=True), function)
    except (OSError, AttributeError):  # an older library
        return False
    if call(*arguments) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(path))
