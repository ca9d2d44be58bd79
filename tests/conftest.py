import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from dateline.publishing.writing.lock import hold_lock
from tests.browser.site import FLAGS, publish_site
from tools.testing import TOOLS

# A slow machine is not a failure, and a failure in CI can be repeated on any machine.
settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")
expect.set_options(timeout=60_000)

LONGEST = ("test_for_everyone.py", "test_lighthouse.py", "test_everything.py", "test_every_page.py")
"""The longest files come first among the browser tests, so that no process is idle at the end."""

Published = Callable[[Path, str | None], Path]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser tests last.

    Playwright keeps an event loop running in its process, so no later test in that process can start
    one. `build.py test` hands the files to its processes in this order.
    """
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    if item.get_closest_marker("browser") is None:
        return 0
    return 1 if item.path.name in LONGEST else 2


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Publish a site's content for an address with a base path; once for all of pytest's processes."""
    root = tmp_path_factory.getbasetemp()
    shared = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root

    def publish(content: Path, base: str | None) -> Path:
        parts = (content.parent.name, "nowhere" if base is None else base.strip("/"))
        folder = shared.joinpath("published", "-".join(parts).replace("/", "-"))
        folder.mkdir(parents=True, exist_ok=True)
        with hold_lock(folder / "lock", patience=600):
            if not (folder / "_site").exists():
                publish_site(content, folder / "_site", base and f"https://newsroom.example{base}")
        return folder / "_site"

    return publish


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, TOOLS["chromium"])), None)
    if program is None:
        pytest.fail("No Chromium here: apt install chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()
