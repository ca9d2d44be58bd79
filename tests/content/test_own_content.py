"""`content/` belongs to the owner of the repository: whatever stands there is fit to be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli import main

ROOT = Path(__file__).parent.parent.parent
FOREIGN = ROOT / "tests/sites/started/content"


@pytest.mark.parametrize("content", [ROOT / "content", FOREIGN], ids=["own", "foreign"])
def test_a_strict_build_of_today_publishes_it_with_every_link_good(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--content", str(content), "--site-url", "https://newsroom.example/repo/"]
    code = main(["build", "--strict", "--output", str(tmp_path / "site"), *arguments])
    assert code == 0, capsys.readouterr().err
    assert (tmp_path / "site/index.html").exists()


def test_no_other_test_opens_it() -> None:
    """Else a copy of the repository with another briefing would fail for no fault of its own."""
    here = Path(__file__)
    # The last looks where sheets may be, and opens none.
    mine = {"browser/site.py", "content/test_source_facts.py", "drafting/test_schemas.py"}
    mine = {f"tests/{path}" for path in mine}
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for path in here.parents[1].rglob("*.py")
    }
    opening = ('ROOT / "content"', 'parents[1] / "content"', 'parents[2] / "content"')
    found = {path for path, text in texts.items() if any(words in text for words in opening)}
    assert found - {here.relative_to(ROOT).as_posix()} <= mine
