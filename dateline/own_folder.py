"""What the command keeps for itself, in a folder beside the content or the site, and locks there.

The operating system frees the lock of a process that is killed.
"""

import os
import sys
from pathlib import Path
from typing import Final

OWN_FOLDER: Final = ".dateline"


def keep_from_git(folder: Path) -> None:
    """What the command keeps for itself is nothing to commit."""
    path = folder / ".gitignore"
    is_cut_short = path.is_file() and not path.is_symlink() and not path.stat().st_size
    if is_cut_short or not os.path.lexists(path):
        path.write_text("*\n", "utf-8")


if sys.platform == "win32":
    import msvcrt

    def try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
