"""The Nu checker, which is the HTML standard's own, finds no error in the site."""

import json
import subprocess

import pytest

from tests.browser.site import Site

pytestmark = pytest.mark.browser

KINDS = {".html", ".css", ".svg"}


def test_markup_and_stylesheets_have_no_error(site: Site, checker: list[str]) -> None:
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    options += ["--also-check-css", "--also-check-svg"]
    files = [str(file) for file in site.folder.rglob("*") if file.suffix in KINDS]
    done = subprocess.run(
        [*checker, *options, *files],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(done.stdout)["messages"]
    errors = [message for message in messages if message["type"] != "info"]
    told = [f"{e['url']}:{e.get('lastLine')}: {e['message']}" for e in errors]
    assert told == [], "\n".join(told)
