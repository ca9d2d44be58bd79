"""What the command prints, in whatever encoding the terminal, the pipe or the file has."""

from __future__ import annotations

import codecs
import errno
import io
import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final, TextIO

from dateline.problems import Problem, to_github, to_json, to_text

REPORT_VERSION: Final = 2


class CannotPrint(Exception):  # noqa: N818 - it says what happened
    """What was to be printed is lost; the message says why."""


# Encodings

# What stands for signs that an old encoding lacks.
_PLAIN: Final[Mapping[str, str]] = dict(zip("‘’“”–—·", "''\"\"---", strict=True)) | {
    "…": "...",
    "→": "->",
}


def prepare_streams() -> None:
    """From now on nothing that is printed fails for its letters."""
    _keep_descriptors()
    codecs.register_error("dateline", _in_plain_signs)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="dateline")


def _keep_descriptors() -> None:
    """A file that is opened never gets the number of a stream that is closed, and what is printed there."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free


def _in_plain_signs(error: UnicodeError) -> tuple[str | bytes, int]:
    """A plain sign for one that the encoding lacks, or else its number."""
    if isinstance(error, UnicodeEncodeError) and (sign := error.object[error.start]) in _PLAIN:
        return _PLAIN[sign], error.start + 1
    return codecs.backslashreplace_errors(error)


def to_json_text(value: Any, *, indent: int | None = None) -> str:
    """JSON as standard output can hold it: with escapes, unless that is in UTF-8."""
    encoding = (sys.stdout and sys.stdout.encoding) or "utf-8"
    is_utf_8 = codecs.lookup(encoding).name == "utf-8"
    return json.dumps(value, ensure_ascii=not is_utf_8, indent=indent)


# Printing


def put(text: str, stream: TextIO | None) -> None:
    """Print all of it. Raises CannotPrint, but not where the program that reads it has ended."""
    if not text:
        return
    try:
        if stream is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        print(text, end="", file=stream, flush=True)
    except BrokenPipeError:
        _drop(stream)
    except OSError as error:
        _drop(stream)
        raise CannotPrint(error.strerror or str(error)) from None


def _drop(stream: TextIO | None) -> None:
    """Python prints the rest when it ends, and must find something that takes it."""
    with suppress(OSError, ValueError):
        if stream:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


# In the preview, printing must not fail when the terminal is closed.


def try_to_say(line: str) -> None:
    with suppress(CannotPrint, ValueError):
        put(f"{line}\n", sys.stderr)


def _try_to_print(lines: str) -> None:
    with suppress(CannotPrint, ValueError):
        put(f"{lines}\n", sys.stdout)


def _show_text(problems: tuple[Problem, ...]) -> None:
    if problems:
        try_to_say(to_text(problems).rstrip("\n"))


def _show_json(problems: tuple[Problem, ...]) -> None:
    """One line per rebuild, also when no problems are left."""
    _try_to_print(to_json_text({"version": REPORT_VERSION, "problems": to_json(problems)}))


def _show_github(problems: tuple[Problem, ...]) -> None:
    if problems:
        _try_to_print(to_github(problems).rstrip("\n"))


SHOW: Final[Mapping[str, Callable[[tuple[Problem, ...]], None]]] = {
    "text": _show_text,
    "json": _show_json,
    "github": _show_github,
}
