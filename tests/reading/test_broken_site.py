"""One run over tests/sites/broken finds every mistake, each at its line and column.

To renew the expected text, see tests/sites/broken/README.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli import main

SITE = Path(__file__).parent.parent / "sites" / "broken"


def test_all_mistakes_are_told_in_one_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(SITE)
    assert main(["check", "--quiet", "--today", "2024-10-01"]) == 1
    told = capsys.readouterr()
    assert told.err.splitlines() == (SITE / "problems.txt").read_text("utf-8").splitlines()
    assert told.out == ""
