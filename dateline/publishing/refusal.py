"""Why an output was refused: one plain sentence on what is wrong and what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class OutputRefused(Exception):  # noqa: N818 - it says what happened
    """The site was not published. The message is a sentence for the person at the keyboard."""


class OutputBusy(OutputRefused):
    """Another build holds the output."""


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
