from pathlib import Path

import pytest

from tests.drafting.imported import Newsroom


@pytest.fixture
def newsroom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Newsroom:
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path, capsys)
