"""The Nu HTML Checker finds no error in the site."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.browser.site import Site

pytestmark = pytest.mark.browser

KINDS = {".html", ".css", ".svg"}
NEWER = {
    "container-type:inline-size": "",
    "cqi": "vi",
    "vector-effect:non-scaling-stroke": "",
}


def find_errors(folder: Path, checker: list[str]) -> list[str]:
    """The errors that the checker finds in the files of a site, each with its line."""
    with TemporaryDirectory() as scratch:
        copy = Path(shutil.copytree(folder, Path(scratch, "site")))
        for sheet in copy.rglob("*.css"):
            sheet.write_text(without_newer(sheet.read_text("utf-8")), "utf-8")
        return check_files(copy, checker)


def without_newer(sheet: str) -> str:
    """The checker knows no width of a container (CSS Containment 3), but that of the window.

    Nor does it know that lines of a drawing can keep their width (SVG 2, section 8.13).
    """
    for newer, known in NEWER.items():
        sheet = sheet.replace(newer, known)
    return sheet


def check_files(folder: Path, checker: list[str]) -> list[str]:
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    options += ["--also-check-css", "--also-check-svg"]
    files = [str(file) for file in folder.rglob("*") if file.suffix in KINDS]
    done = subprocess.run(
        [*checker, *options, *files],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(done.stdout)["messages"]
    errors = [message for message in messages if message["type"] != "info"]
    return [f"{e['url']}:{e.get('lastLine')}: {e['message']}" for e in errors]


def test_markup_and_stylesheets_have_no_error(own: Site, checker: list[str]) -> None:
    errors = find_errors(own.folder, checker)
    assert errors == [], "\n".join(errors)
