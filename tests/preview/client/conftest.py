"""A page of the preview in a browser, with a server whose every answer a test decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.preview.client.stand_in import StandIn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture
def server() -> Iterator[StandIn]:
    server = StandIn(files={})
    server.start()
    yield server
    server.stop()


@pytest.fixture
def tab(browser: Browser, server: StandIn) -> Iterator[Page]:
    """A fresh page under the site's own policy, which nothing may offend against."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=server.address)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console", lambda message: faults.append(message.text) if "Policy" in message.text else None
    )
    yield page
    context.close()
    assert faults == []
