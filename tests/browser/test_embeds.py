"""Another site frames a sheet, or one card of it; the frame asks nobody and keeps nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.hosting import host
from tests.browser.site import EVERYTHING, Site
from tests.conftest import Published

pytestmark = pytest.mark.browser

SHEETS = {"timeline": "visit", "key-figures": "non-oil-trade", "map": "najaf"}
BRIEFING = "pezeshkian-in-iraq"


@pytest.fixture
def elsewhere(site: Site, tmp_path: Path) -> Iterator[str]:
    """A page of another origin with each sheet whole, and one card of each."""
    frames = [
        f'<iframe name="{sheet}{fragment}" src="{site.address}{BRIEFING}/{sheet}/embed/{fragment}"'
        ' title="From elsewhere" width="100%" height="600"></iframe>'
        for sheet, card in SHEETS.items()
        for fragment in ("", f"#{card}")
    ]
    html = '<!doctype html><html lang="en"><title>A blog</title>' + "".join(frames)
    (tmp_path / "index.html").write_text(html, "utf-8")
    (tmp_path / "favicon.ico").write_bytes(b"")
    with host(tmp_path, "/") as address:
        yield address


def frame_of(page: Page, name: str) -> Frame:
    frame = page.frame(name)
    assert frame is not None
    return frame


def shown(frame: Frame) -> list[str]:
    return [card.get_attribute("id") or "" for card in frame.locator(".card:visible").all()]


def test_a_page_of_another_origin_shows_a_sheet_and_one_card(
    elsewhere: str, site: Site, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 900, "height": 800})
    said: list[str] = []
    asked: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    # The page has loaded when its frames have; fonts may come later.
    page.goto(elsewhere)
    for frame in page.frames:
        frame.evaluate("document.fonts.ready.then(() => true)")
    for sheet, card in SHEETS.items():
        assert len(shown(frame_of(page, sheet))) > 5
        assert shown(frame_of(page, f"{sheet}#{card}")) == [card]
        assert frame_of(page, f"{sheet}#{card}").locator("footer a").first.is_visible()
    assert said == []
    assert {url for url in asked if not url.startswith((elsewhere, site.address))} == set()
    assert context.cookies() == []
    assert context.storage_state()["origins"] == []
    context.close()


def test_a_figure_that_stands_in_the_sum_of_another_is_shown_there(site: Site, page: Page) -> None:
    page.goto(f"{site.address}{BRIEFING}/key-figures/embed/#trade-months")
    assert shown(page.main_frame) == ["non-oil-trade-a-month"]


def test_a_link_leads_out_of_the_frame(elsewhere: str, site: Site, page: Page) -> None:
    page.goto(elsewhere)
    frame_of(page, "timeline#visit").locator(".card:visible h2 a").click()
    page.wait_for_url(f"{site.address}{BRIEFING}/facts/visit/**")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [300, 900])
def test_it_fits_and_follows_the_readers_scheme(
    width: int, scheme: str, site: Site, browser: Browser
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 600},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    for sheet in SHEETS:
        page.goto(f"{site.address}{BRIEFING}/{sheet}/embed/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (paper == "rgb(255, 255, 255)") == (scheme == "light")
    context.close()


def test_its_top_says_whose_it_is_and_of_which_briefing(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 600, "height": 480})
    for sheet, card in SHEETS.items():
        for fragment in ("", f"#{card}"):
            page.goto(f"{site.address}{BRIEFING}/{sheet}/embed/{fragment}")
            top = page.locator("header").bounding_box()
            assert top is not None
            assert top["y"] + top["height"] < 100
            words = page.locator("header").inner_text()
            assert "Dateline" in words
            assert "Iran’s new president makes Iraq his first foreign stop" in words


@pytest.mark.parametrize(("width", "columns"), [(300, 1), (600, 2), (900, 3)])
def test_figures_and_places_use_the_width_that_there_is(
    width: int, columns: int, site: Site, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    for sheet in ("key-figures", "map"):
        page.goto(f"{site.address}{BRIEFING}/{sheet}/embed/")
        lefts = page.eval_on_selector_all(
            ".card",
            "all => all.filter(card => card.checkVisibility()).map(card => card.getBoundingClientRect().x)",
        )
        # In a wide frame the map is beside its places, which have one column.
        is_beside = sheet == "map" and columns == 3
        assert len(set(lefts)) == (1 if is_beside else columns), sheet
        drawn = page.locator(".map:visible").bounding_box() if is_beside else None
        assert drawn is None or drawn["x"] + drawn["width"] < min(lefts)


def test_a_whole_timeline_is_short_and_says_what_was_still_to_come(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 600, "height": 480})
    page.goto(f"{site.address}{BRIEFING}/timeline/embed/")
    assert page.evaluate("document.documentElement.scrollHeight") < 900
    assert len(shown(page.main_frame)) == 9
    assert page.locator("footer a").first.inner_text() == "All 19 on the timeline"
    page.goto(f"{site.address}{BRIEFING}/timeline/embed/#visit")
    assert page.locator(".card:visible .words").count() == 1


def test_figures_are_the_weightiest_six_and_lead_to_all(site: Site, page: Page) -> None:
    for width, many in ((900, 6), (300, 4)):
        page.set_viewport_size({"width": width, "height": 480})
        page.goto(f"{site.address}{BRIEFING}/key-figures/embed/")
        assert len(shown(page.main_frame)) == many
    assert page.locator("footer a").first.inner_text() == "All 7 figures"
    page.goto(f"{site.address}{BRIEFING}/map/embed/")
    assert page.locator("figcaption").inner_text().endswith("Outlines: Natural Earth.")


def test_the_label_of_a_bar_is_above_its_value(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 600, "height": 480})
    page.goto(f"{site.address}{BRIEFING}/key-figures/embed/")
    for bar in page.locator(".bars > div:visible").all():
        label, row = bar.locator("dt").bounding_box(), bar.bounding_box()
        assert label
        assert row
        assert label["width"] == row["width"]


def test_its_fonts_come_with_the_first_view_and_only_once(site: Site, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}{BRIEFING}/timeline/embed/")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('1rem Newsreader'))")
    fonts = [url for url in asked if url.endswith(".woff2")]
    assert len(fonts) == len(set(fonts)) == len(page.locator("link[rel=preload]").all()) == 2
    context.close()


HEIGHTS = """
async () => {
  const found = {};
  for (const id of [...document.querySelectorAll(".card")].map((card) => card.id)) {
    location.hash = id;
    const file = await fetch(`../../facts/${id}/oembed.json`);
    found[id] = [(await file.json()).height, document.documentElement.scrollHeight];
  }
  return found;
}
"""


@pytest.fixture
def addressed(published: Published) -> Iterator[Site]:
    """The site with everything, which has code to paste where it has an address."""
    folder = published(EVERYTHING, "/")
    with host(folder, "/") as address:
        yield Site(folder=folder, address=address)


@pytest.mark.parametrize(("width", "most"), [(340, 1.35), (600, 1.8)])
def test_the_height_that_the_code_of_a_card_asks_for_suits_it(
    site: Site, addressed: Site, page: Page, width: int, most: float
) -> None:
    """Nothing is scrolled, on a phone either, and little is left empty; the foot is at the foot of the frame."""
    page.set_viewport_size({"width": width, "height": 100})
    unfit = {}
    for shown, briefing in ((site, BRIEFING), (addressed, "the-bridge")):
        for sheet in SHEETS:
            page.goto(f"{shown.address}{briefing}/{sheet}/embed/")
            for card, (asked, high) in page.evaluate(HEIGHTS).items():
                if not high <= asked <= most * high:
                    unfit[f"{sheet}#{card}"] = asked, high
    assert unfit == {}


def test_the_height_that_the_code_of_a_sheet_asks_for_suits_it(
    site: Site, addressed: Site, page: Page
) -> None:
    page.set_viewport_size({"width": 600, "height": 100})
    unfit = {}
    for shown, briefing in ((site, BRIEFING), (addressed, "the-bridge")):
        for sheet in SHEETS:
            page.goto(f"{shown.address}{briefing}/{sheet}/embed/")
            high = page.evaluate("document.documentElement.scrollHeight")
            asked = page.evaluate("fetch('oembed.json').then((file) => file.json())")["height"]
            if not high <= asked <= 1.25 * high:
                unfit[f"{briefing}/{sheet}"] = asked, high
    assert unfit == {}


def test_the_foot_of_a_low_card_is_at_the_foot_of_its_frame(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 600, "height": 700})
    page.goto(f"{site.address}{BRIEFING}/timeline/embed/#visit")
    foot = page.locator("footer").bounding_box()
    assert foot
    assert 670 < foot["y"] + foot["height"] <= 700


def test_the_code_is_copied_from_a_page_that_has_filters_too(site: Site, page: Page) -> None:
    page.goto(f"{site.address}{BRIEFING}/timeline/")
    assert page.locator(".embed-code .copy").text_content() == "Copy"
