"""The preview in a browser: at odd addresses, and beside pages of other sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from tests.browser.hosting import host
from tests.faults.table import tried
from tests.preview.running import Running, running
from tests.small_site import write_content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(write_content(tmp_path_factory.mktemp("odd"))) as preview:
        yield preview


@tried(9, "`{address}` is opened in the preview", "The bar is there; no script stops")
@pytest.mark.parametrize(
    "address",
    [
        "/%ff",
        "/line/%ff/",
        "/%00",
        "/..%2f",
        "/%2e%2e/",
        "/a-page-that-is-not-there",
        "/line/#%ff",
        "/?%ff",
    ],
)
def test_the_bar_is_there(preview: Running, browser: Browser, address: str) -> None:
    page = browser.new_page()
    stopped: list[str] = []
    page.on("pageerror", lambda error: stopped.append(str(error)))
    page.goto(f"http://127.0.0.1:{preview.port}{address}")
    page.locator("dateline-preview .bar").wait_for()
    page.close()
    assert stopped == []
    assert "Traceback" not in preview.said()


ASK = "async (home) => (await (await fetch(`${home}/__preview/token`)).json()).token.length"
WRITE = """async (home) => {
  const { token } = await (await fetch(`${home}/__preview/token`)).json();
  const headers = { "Content-Type": "application/json", "Dateline-Token": token };
  return (await fetch(`${home}/__preview/write/nothing`, { method: "POST", headers, body: "{}" })).status;
}"""


@tried(9, "In a browser, a page elsewhere asks for the token, or frames a page", "It gets neither")
def test_only_its_own_pages_may_have_the_token(
    preview: Running, browser: Browser, tmp_path: Path
) -> None:
    home = f"http://127.0.0.1:{preview.port}"
    page = browser.new_page()
    page.goto(f"{home}/line/")
    assert page.evaluate(ASK, home) > 40
    assert page.evaluate(WRITE, home) == 404
    (tmp_path / "index.html").write_text(f'<iframe src="{home}/line/"></iframe>', "utf-8")
    with host(tmp_path, "/") as elsewhere:
        page.goto(elsewhere)
        with pytest.raises(Error, match="Failed to fetch"):
            page.evaluate(ASK, home)
        assert page.frames[1].url.startswith("chrome-error:")
    page.close()
