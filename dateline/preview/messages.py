"""What the server and the builder send each other: the builder works in a process of its own.

A builder that fails, hangs or is killed takes nothing with it: the server keeps the last good pages
and starts another, unless the program's code has changed: messages are pickled, and both ends must
run the same code.
"""

from __future__ import annotations

import signal
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline import PACKAGE
from dateline.frozen import dataclass
from dateline.problems import Position, Problem
from dateline.publishing.keeping.kept import PackedFile
from dateline.publishing.writing.refusal import explain
from dateline.reading.content import show_path

# The modules that make pages take half a second to import: the server starts without them.
if TYPE_CHECKING:
    from dateline.pages.editor_view import EditorView

_LINES: Final = 12

# Files of the preview by their path in the site.
Packed = dict[str, PackedFile]
# Files that are others than before; None for those that are gone.
Changed = Mapping[str, PackedFile | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Build the site. `changed` are the paths that were saved; None at first: all of them.

    `on_screen` are the pages that somebody looks at, by their path in the site
    (`a-briefing/article/index.html`); they are built before the others.
    """

    number: int
    changed: frozenset[Path] | None
    on_screen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingUpdate:
    """What was built of one briefing; what is None stays as it was.

    There are no `pages` where the briefing is refused: its last good ones stay. `aside` are files
    that are never published (the annotated article), and `view` what the editor is shown.
    """

    pages: Packed | None
    aside: Packed | None
    view: EditorView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What was built for a job; several may answer one, the last of them with `done`.

    `ahead` has pages on screen that were built before the rest of their briefing. In `briefings`,
    by slug, one that is gone is None. `own` are the files that belong to no briefing and those of
    the preview itself, as far as they changed; it and `problems`, all of the site's, are None where
    nothing has.
    """

    number: int
    done: bool
    base: str
    editor: str | None
    refused: bool
    seconds: float
    ahead: Packed = field(default_factory=dict)
    briefings: Mapping[str, BriefingUpdate | None] = field(default_factory=dict)
    own: Changed | None = None
    problems: tuple[Problem, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The generator's own code failed, or the content could not be read at all.

    `title` is a sentence, `text` a traceback or advice, `position` the line that failed where one is
    known. After a fault the builder ends: what it has in memory may be half built.
    """

    title: str
    text: str = ""
    position: Position | None = None


def fault_of(error: BaseException, content: Path) -> Fault:
    """What ended the builder; the position is the innermost line of the generator's own code."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)) and not content.is_dir():
        return missing_content(content)
    title = f"the generator’s own code failed: {type(error).__name__}"
    if isinstance(error, OSError) and error.errno:
        title = explain(error, content)
    lines = "".join(traceback.format_exception(error)).rstrip().splitlines()
    return Fault(title=title, text="\n".join(lines[-_LINES:]), position=_position(error))


def _position(error: BaseException) -> Position | None:
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(PACKAGE):
            return Position(path=show_path(Path(frame.filename)), line=frame.lineno or 1)
    return None


def fault_of_exit(code: int | None) -> Fault:
    """A process that exited without a message; `code` is negative for a signal."""
    how = f"with exit code {code}"
    if not code:
        how = "by the preview, which could not read its answer"
    elif code < 0:
        how = f"by signal {-code}"
        with suppress(ValueError):
            how = f"by {signal.Signals(-code).name}"
    return Fault(
        title=f"the generator’s process was ended {how}",
        text="It starts again at the next save.",
    )


OUTDATED: Final = Fault(
    title="the builder ended, and the program’s code has changed since it was started",
    text="Restart the preview. Until then it shows the last good pages.",
)


def missing_content(content: Path) -> Fault:
    return Fault(
        title=f"there is no folder {show_path(content)}",
        text="Restore it. Until then the preview shows the last good pages.",
    )
