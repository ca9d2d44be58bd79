"""The language server for YAML, with a site open in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.cli import main
from tests.editors.language_server import LanguageServer, language_server
from tools.testing import LANGUAGE_SERVER


@pytest.fixture(scope="session")
def yaml_server() -> list[str]:
    """The command that starts it."""
    node = shutil.which("node")
    if node is None or not LANGUAGE_SERVER.is_file():
        pytest.fail("No language server here: apt install npm, then build.py test", pytrace=False)
    return [node, str(LANGUAGE_SERVER), "--stdio"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as `init` writes it."""
    folder = tmp_path_factory.mktemp("editors") / "news"
    assert main(["init", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def editor(site: Path, yaml_server: list[str]) -> Iterator[LanguageServer]:
    with language_server(yaml_server, site) as server:
        yield server
