"""What keeps the preview from making pages, other than the content's problems."""

from __future__ import annotations

import signal
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Final

from dateline.preview.messages import Fault
from dateline.problems import Place
from dateline.publishing.refusal import explain
from dateline.reading.site import show_path

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_LINES: Final = 12


def fault_of(error: BaseException, content: Path) -> Fault:
    """What the generator's own code raised; its place is the innermost line of ours."""
    if isinstance(error, OSError) and error.errno:
        title = explain(error, content)
    elif isinstance(error, SyntaxError):
        title = "the generator’s own code is not Python"
    else:
        title = f"the generator’s own code failed: {type(error).__name__}"
    lines = "".join(traceback.format_exception(error)).rstrip().splitlines()
    return Fault(title=title, text="\n".join(lines[-_LINES:]), place=_place(error))


def _place(error: BaseException) -> Place | None:
    if isinstance(error, SyntaxError) and error.filename:
        return Place(path=show_path(Path(error.filename)), line=error.lineno or 1)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(_PACKAGE):
            return Place(path=show_path(Path(frame.filename)), line=frame.lineno or 1)
    return None


def fault_of_exit(code: int | None) -> Fault:
    """A process that ended without a word; `code` is negative for a signal."""
    how = f"with exit code {code}"
    if code is not None and code < 0:
        how = f"by signal {-code}"
        with suppress(ValueError):
            how = f"by {signal.Signals(-code).name}"
    return Fault(
        title=f"the generator’s process was ended {how}",
        text="It starts again at the next save.",
    )


def gone(content: Path) -> Fault:
    """The folder of the content is not there (any more)."""
    return Fault(
        title=f"there is no folder {show_path(content)}",
        text="Put it back: the preview keeps the last good pages, and then goes on by itself.",
    )
