"""Words of 300 letters, and names from right to left, stay in their places on every page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from dateline.publishing.build import build_site
from dateline.publishing.request import Request
from tests.browser.hosting import host
from tests.browser.site import Site
from tests.faults.table import tried
from tests.hostile_site import write_hostile_site

pytestmark = pytest.mark.browser

LONG = "Aaaaabbbbbccccc" * 20
# Each place where a name from right to left and the “, 62” after it are in one line and not in order.
TURNED = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const turned = []
  let name = null
  const box = (node, start, end) => {
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, end)
    return range.getBoundingClientRect()
  }
  while (walker.nextNode()) {
    const node = walker.currentNode
    const number = /^[:,] *[0-9]+/.exec(node.data)
    if (name && number) {
      const [before, after] = [box(name, 0, name.data.length), box(node, 2, number[0].length)]
      if (before.top < after.bottom && after.top < before.bottom && after.left < before.right - 1)
        turned.push(node.parentElement.outerHTML)
    }
    name = /[\\u0590-\\u05ff]$/.test(node.data) ? node : null
  }
  return turned
}"""


@pytest.fixture(scope="module", params=[LONG, "דוד לוי"], ids=["long", "leftward"])
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("hostile")
    content = write_hostile_site(folder, request.param)
    now = datetime(2024, 9, 12, tzinfo=UTC)
    asked = Request(content=content, now=now, today=now.date(), site_url="https://a.example/")
    made = build_site(asked, folder / "_site", say=print)
    assert not made.refused, made.problems
    with host(folder / "_site", "/") as address:
        yield Site(folder=folder / "_site", address=address)


@tried(
    6,
    "Names, titles and texts are a word of 300 letters, or run from right to left",
    "No page scrolls sideways at {width} px",
)
@pytest.mark.parametrize("width", [360, 768])
def test_no_word_makes_a_page_scroll_sideways(hostile: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in hostile.kinds():
        page.goto(address)
        for media in ("print", "screen"):
            page.emulate_media(media=media)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, media)


@tried(
    6,
    "Names and titles run from right to left, with a number after each",
    "On every page, the number is after the name",
)
def test_no_name_turns_what_stands_after_it(hostile: Site, page: Page) -> None:
    for address in hostile.kinds():
        page.goto(address)
        assert page.evaluate(TURNED) == [], address
