"""Why an output was refused: one plain sentence on what is wrong and what to do."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final


class OutputRefused(Exception):  # noqa: N818 - it says what happened
    """The site was not published. The message is a sentence for the person at the keyboard."""


class OutputBusy(OutputRefused):
    """Another build holds the output."""


_NO_MEMORY: Final = "there is not enough memory; close other programs, or build with --jobs 1"

_IN_WORDS = {
    errno.ENOSPC: "the disk is full; free some space and build again",
    errno.EDQUOT: "the disk quota is used up; free some space and build again",
    errno.EACCES: "permission denied; make it writable, or choose another --output",
    errno.EPERM: "permission denied; make it writable, or choose another --output",
    errno.EROFS: "the disk is read-only; choose another --output",
    errno.EBUSY: "it is in use, perhaps as a mount point; choose a folder inside it",
    errno.EXDEV: "it is on another disk than the folder around it; choose another --output",
    errno.ENAMETOOLONG: "the name is too long for this disk; shorten it",
    errno.ENOTDIR: "there is a file where a folder is needed; choose another --output",
    errno.EEXIST: "there is already something there; remove it, or choose another --output",
    errno.EFBIG: "the file would be larger than this system allows; raise the limit and build again",
    errno.ENFILE: "too many files are open; close other programs and build again",
    errno.ENOMEM: _NO_MEMORY,
    errno.EMFILE: "too many files are open; close other programs and build again",
}


@contextmanager
def in_plain_words(output: Path) -> Iterator[None]:
    """Turn an OSError into an OutputRefused that names the path and the remedy."""
    try:
        yield
    except OSError as error:
        raise OutputRefused(explain(error, output)) from error


def explain(error: OSError, output: Path) -> str:
    """The path that failed, or `output`, with the reason and the remedy."""
    words = _IN_WORDS.get(error.errno or 0, error.strerror or str(error))
    return f"{error.filename or output}: {words}"


# As CPython and the loaders of libraries on Linux and macOS say it.
_OF_MEMORY: Final = ("can't start new thread", "failed to map", "cannot allocate", "cannot map")


def what_ran_short(error: Exception) -> str | None:
    """What the machine has too little of, in a sentence; None where that is not what happened."""
    said = str(error).lower()
    if type(error).__name__ == "BrokenProcessPool":
        return f"a worker process was ended: perhaps {_NO_MEMORY}"
    if isinstance(error, MemoryError) or any(words in said for words in _OF_MEMORY):
        return _NO_MEMORY
    if isinstance(error, OSError) and error.errno in (*_IN_WORDS, errno.EIO):
        words = _IN_WORDS.get(error.errno, os.strerror(error.errno))
        return f"{error.filename}: {words}" if error.filename else words
    return None
