"""Where the program finds its own templates: never among a stranger's."""

from pathlib import Path

import pytest

from dateline.publishing.looks import look


@pytest.mark.parametrize(
    ("installed", "home"), [(True, "site-packages/dateline"), (False, "site-packages")]
)
def test_an_installed_program_leaves_alone_what_is_beside_it(
    installed: bool, home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site-packages/templates").mkdir(parents=True)
    if installed:
        (tmp_path / "site-packages/dateline/templates").mkdir(parents=True)
    monkeypatch.setattr(look, "PACKAGE", tmp_path / "site-packages/dateline")
    assert look.look_folders() == (tmp_path / home / "templates", tmp_path / home / "static")
