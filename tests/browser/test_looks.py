"""Three sites with looks of their own: each builds, and can be read in light and in dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.hosting import host
from tests.browser.site import Site, publish_site
from tests.browser.test_for_everyone import find_violations
from tests.looks import IMAGES, NAMES, write_look

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_on_pages_with_this_look(name: str, tmp_path: Path, page: Page) -> None:
    publish_site(write_look(name, tmp_path), tmp_path / "site", None)
    found: list[str] = []
    with host(tmp_path / "site", "/") as address:
        for kind in Site(folder=tmp_path / "site", address=address).kinds():
            page.goto(kind)
            found += find_violations(page, "light", "dark")
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_moves_when_the_fonts_of_this_look_arrive(
    name: str, tmp_path: Path, page: Page
) -> None:
    publish_site(write_look(name, tmp_path), tmp_path / "site", None)
    with host(tmp_path / "site", "/") as address:
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => {"
            " for (const entry of list.getEntries()) window.moved += entry.value"
            "}).observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(f"{address}pezeshkian-in-iraq/")
        page.evaluate("document.fonts.ready")
        page.wait_for_load_state("load")
        assert page.evaluate("window.moved") < 0.01


def test_the_pictures_of_the_looks_are_in_the_documentation() -> None:
    text = (IMAGES.parent / "look.md").read_text("utf-8")
    assert [name for name in NAMES if f"images/look-{name}.png" not in text] == []
