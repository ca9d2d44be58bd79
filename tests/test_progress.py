"""The line that says how far a build has come."""

from __future__ import annotations

from io import StringIO

import pytest

from dateline.verbs.progress import ProgressLine


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def written(stream: StringIO, seconds: list[float], monkeypatch: pytest.MonkeyPatch) -> str:
    """What is written while a thousand briefings are made, the first and the last at these seconds."""
    clock = iter([0.0, *seconds])
    monkeypatch.setattr("dateline.verbs.progress.time.monotonic", lambda: next(clock))
    line = ProgressLine(stream)
    for done, _ in enumerate(seconds[:-1], 1):
        line(done, 1_000)
    line(1_000, 1_000)
    return stream.getvalue()


def test_long_work_is_announced_and_the_line_is_gone_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = written(Terminal(), [1.0, 2.0, 2.1, 3.0, 4.0], monkeypatch)
    assert shown == "\r\x1b[K2 of 1,000 briefings\r\x1b[K4 of 1,000 briefings\r\x1b[K"


def test_short_work_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(Terminal(), [0.1, 0.2, 0.3], monkeypatch) == ""


def test_nothing_is_written_to_a_log(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(StringIO(), [1.0, 2.0, 9.0], monkeypatch) == ""
