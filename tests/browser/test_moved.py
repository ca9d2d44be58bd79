"""A former address leads to the present one, on a server and on the disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.hosting import host
from tests.small_site import article, assemble

pytestmark = pytest.mark.browser

SHEET = """
    events:
      - {id: visit, formerly: trip, title: T, date: 2024-09-11, evidence: came on Wednesday}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("moved")
    written = article("He came on Wednesday.", "formerly: old")
    for path, data in assemble(
        {"new/article.md": written, "new/timeline.yaml": SHEET}
    ).files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("new/facts/trip/index.html", "new/facts/visit/index.html"),
        ("old/facts/trip/index.html", "new/facts/visit/index.html"),
        ("old/index.html", "new/index.html"),
        ("old/article/index.html", "new/article/index.html"),
    ],
)
@pytest.mark.parametrize("served", [True, False])
def test_a_former_address_leads_to_the_present_one(
    folder: Path, browser: Browser, old: str, new: str, served: bool
) -> None:
    page = browser.new_page()
    console: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    with host(folder, "/repo/") as address:
        start = address if served else folder.as_uri() + "/"
        page.goto(start + old, wait_until="commit")
        page.wait_for_url(start + new)
        page.wait_for_load_state()
    assert console == []
    page.close()
