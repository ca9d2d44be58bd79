"""The page for paper, printed by Chromium, has every fact of the sheets and no navigation."""

import io
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from tests.browser.site import EVERYTHING, FIRST, Site

pytestmark = pytest.mark.browser

WANTED = {
    "timeline.yaml": ("events", "title"),
    "figures.yaml": ("figures", "label"),
    "people.yaml": ("people", "name"),
    "organisations.yaml": ("organisations", "name"),
    "places.yaml": ("places", "name"),
    "quotations.yaml": ("quotations", "words"),
    "sources.yaml": ("sources", "title"),
}
"""The list in each sheet, and the field that a reader knows its entries by."""


def squeeze(text: str) -> str:
    """Only letters and digits, because a PDF has neither words nor lines, and joins f and i."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if letter.isalnum())


def read_sheet(file: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))[WANTED[file.name][0]]
    return entries


def print_page(page: Page, address: str) -> str:
    page.goto(address)
    page.evaluate("document.fonts.ready")
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return squeeze("".join(sheet.extract_text() for sheet in pdf.pages))


def test_paper_has_every_fact_and_every_address(site: Site, page: Page) -> None:
    missing = []
    for briefing in sorted(path.parent for path in FIRST.glob("*/article.md")):
        paper = print_page(page, f"{site.address}{briefing.name}/all/")
        for file in sorted(briefing.glob("*.yaml")):
            if file.name not in WANTED:
                continue
            for entry in read_sheet(file):
                wanted = [entry[WANTED[file.name][1]], entry.get("address", "")]
                missing += [f"{file.name}: {text}" for text in wanted if squeeze(text) not in paper]
    assert missing == [], "\n".join(missing)


def test_paper_has_the_address_of_an_archived_copy(everything: Site, page: Page) -> None:
    (archived,) = (
        entry["archived"]
        for entry in read_sheet(EVERYTHING / "the-bridge/sources.yaml")
        if "archived" in entry
    )
    assert squeeze(archived) in print_page(page, f"{everything.address}the-bridge/all/")


def test_a_correction_is_on_one_sheet_of_paper(everything: Site, page: Page) -> None:
    page.goto(f"{everything.address}the-bridge/all/")
    corrections = [squeeze(words) for words in page.locator(".corrections > li").all_inner_texts()]
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    sheets = [squeeze(sheet.extract_text()) for sheet in pdf.pages]
    assert [words for words in corrections if not any(words in sheet for sheet in sheets)] == []


def test_paper_has_numbered_paragraphs(site: Site, page: Page) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site.address}pezeshkian-in-iraq/all/")
    shown = page.eval_on_selector_all(
        ".story p[data-paragraph]", "all => all.map(p => getComputedStyle(p, '::before').content)"
    )
    assert shown == [f'"{number}"' for number in range(1, len(shown) + 1)]
    assert len(shown) > 5


def test_the_article_is_in_two_columns_and_a_wide_table_across_both(
    everything: Site, page: Page
) -> None:
    page.set_viewport_size({"width": 680, "height": 1000})
    page.emulate_media(media="print")
    page.goto(f"{everything.address}the-bridge/all/")
    width = "each => each.offsetWidth"
    story, paragraph = (
        page.eval_on_selector(part, width) for part in (".story", ".story > p[data-paragraph]")
    )
    assert paragraph < story / 2
    assert page.eval_on_selector(".story > table", width) < story / 2
    more = "row => row.append(...[2024, 2025, 2026].map(() => document.createElement('th')))"
    page.eval_on_selector(".story > table tr", more)
    assert page.eval_on_selector(".story > table", width) > story / 2


def test_paper_says_what_words_are_about(site: Site, page: Page) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site.address}pezeshkian-in-iraq/who-and-where/")
    assert page.get_by_text("What good relations with neighbouring countries can do").is_visible()


def test_the_last_sheet_of_paper_holds_more_than_a_line(site: Site, page: Page) -> None:
    for sheet in ("", "article/", "all/"):
        page.goto(f"{site.address}pezeshkian-in-iraq/{sheet}")
        pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
        assert len(pdf.pages[-1].extract_text()) > 200, sheet


def lowest_words(sheet: PageObject) -> str:
    """The last line of a sheet above its number, which is written first; a link in it may stand a point off."""
    found: list[tuple[float, str]] = []

    def note(text: str, _matrix: Any, place: Any, *_font: Any) -> None:
        if text.strip():
            found.append((place[5], text))

    sheet.extract_text(visitor_text=note)
    (number, _), *_rest = found
    above = [(y, text) for y, text in found if y != number]
    lowest = max(y for y, _text in above)
    return squeeze("".join(text for y, text in above if lowest - y < 3))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_no_sheet_ends_with_a_heading(paper: str, site: Site, page: Page) -> None:
    page.goto(f"{site.address}pezeshkian-in-iraq/all/")
    headings = {squeeze(words) for words in page.locator("h2, .period > h3").all_inner_texts()}
    assert squeeze("People") in headings
    pdf = PdfReader(io.BytesIO(page.pdf(format=paper)))
    assert [words for words in map(lowest_words, pdf.pages) if words in headings] == []


def test_the_first_briefing_takes_fewer_than_twelve_sheets(site: Site, page: Page) -> None:
    page.goto(f"{site.address}pezeshkian-in-iraq/all/")
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert len(pdf.pages) < 12
    assert "Published 11 September 2024" in pdf.pages[-1].extract_text()


def test_paper_has_no_navigation(site: Site, page: Page) -> None:
    page.emulate_media(media="print")
    for address in (page for page in site.pages() if page.endswith("/all/")):
        page.goto(address)
        assert page.locator("nav:visible").all_inner_texts() == []


@pytest.mark.parametrize("sheet", ["", "article/", "key-figures/", "sources/", "all/"])
def test_paper_says_where_it_was_printed_from_and_of_when_it_is(
    sheet: str, site: Site, page: Page
) -> None:
    page.goto(f"{site.address}pezeshkian-in-iraq/{sheet}")
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    end = squeeze(pdf.pages[-1].extract_text())
    assert squeeze(f"pezeshkian-in-iraq/{sheet if sheet != 'all/' else ''} · Published 11") in end
    assert "forpaper" not in squeeze(pdf.pages[0].extract_text())
