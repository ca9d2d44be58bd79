"""What outlasts a power cut."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_FEW: Final = 4
_MANY: Final = 1_000


def sync(path: Path) -> None:
    """A file, or the names in a folder, outlast a power cut, where the system can be asked for it."""
    if sys.platform != "win32":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_all(paths: Sequence[Path]) -> None:
    """The same for these files and folders of one disk."""
    if len(paths) > _MANY and _sync_disk(paths[0]):
        return
    if len(paths) <= _FEW:
        for path in paths:
            sync(path)
        return
    # Imported here because most builds change few files.
    from concurrent.futures import ThreadPoolExecutor

    # A disk syncs several files in about the time of one.
    with ThreadPoolExecutor(8) as pool:
        for _ in pool.map(sync, paths):
            pass


def sync_tree(folder: Path, files: int) -> None:
    """The same for a folder with all that is in it: so many files."""
    if files <= _MANY or not _sync_disk(folder):
        sync_all([folder, *folder.rglob("*")])


def _sync_disk(path: Path) -> bool:
    """Everything on the disk of `path` at once; False where the system cannot."""
    if sys.platform != "linux":
        return False
    import ctypes

    handle = os.open(path, os.O_RDONLY)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if library.syncfs(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(path))
    except AttributeError:  # an older library
        return False
    finally:
        os.close(handle)
    return True


def make_folder(folder: Path, mode: int = 0o755) -> None:
    """A folder with this mode, whatever the umask."""
    folder.mkdir(0o700)
    folder.chmod(mode)


def discard(stage: Path) -> None:
    """Delete a stage. Its files are new, or links or copies of the site's, which keeps its own."""
    shutil.rmtree(stage)
