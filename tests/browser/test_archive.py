"""The pages across briefings, on a site of many: for everyone, on any screen, without a dead link."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.archive_site import many
from tests.browser.hosting import host
from tests.browser.lighthouse import measure
from tests.browser.site import Site, publish_site
from tests.browser.test_every_page import visit
from tests.browser.test_for_everyone import TOO_WIDE, find_violations
from tests.browser.test_valid import find_errors
from tools.testing import LIGHTHOUSE

pytestmark = pytest.mark.browser

SETTINGS = "title: The Lower Rivers Courier\ndescription: News.\nlanguage: {language}\n"
# Of each kind of page one, on a site of a long year and a short one.
PAGES = (
    "",
    "briefings/",
    "briefings/2021/",
    "briefings/2022/",
    "briefings/2022/01/",
    "briefings/2022/01/page-1/",
    "topics/",
    "topics/schools/",
    "authors/ana/",
    "authors/ana/page-1/",
    "b0030/",
)


@pytest.fixture(scope="module", params=["en", "fa"])
def archive(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Site]:
    """In English, and in a language that is written from right to left."""
    root = tmp_path_factory.mktemp("archive")
    files = {
        path: text.replace("topics:", "authors: Ana Lind\ntopics:")
        for path, text in many(60, every=0.7, first=date(2021, 12, 20)).items()
    }
    files["site.yaml"] = SETTINGS.format(language=request.param)
    files["authors.yaml"] = "authors:\n  - {id: ana, name: Ana Lind, role: Reporter}\n"
    for path, text in files.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    publish_site(root / "content", root / "site", "https://newsroom.example/")
    with host(root / "site", "/") as address:
        yield Site(folder=root / "site", address=address)


def test_axe_finds_nothing_on_narrow_and_wide_screens(archive: Site, page: Page) -> None:
    found = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for path in PAGES:
            page.goto(archive.address + path)
            found += find_violations(page, "light", "dark")
    assert found == [], "\n".join(found)


def test_no_page_scrolls_sideways(archive: Site, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    wide = {}
    for path in PAGES:
        page.goto(archive.address + path)
        wide[path] = page.evaluate(TOO_WIDE)
    assert {path: what for path, what in wide.items() if what} == {}


IN_SIGHT = """
links => links.filter(link => link.checkVisibility())
  .map(link => link.getBoundingClientRect()).map(at => [at.left, at.right, at.bottom])
"""


def test_the_first_links_above_the_page_are_one_line_on_a_phone_and_the_others_a_tap_away(
    archive: Site, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in PAGES:
        page.goto(archive.address + path)
        boxes = page.eval_on_selector_all(".masthead nav a", IN_SIGHT)
        assert len(boxes) >= 3
        assert all(left >= 0 and right <= 360 and bottom <= 110 for left, right, bottom in boxes)
        for more in page.locator(".masthead summary").all():
            more.click()
        boxes = page.eval_on_selector_all(".masthead nav a", IN_SIGHT)
        assert len(boxes) == page.locator(".masthead nav a").count()
        assert all(left >= 0 and right <= 360 for left, right, _ in boxes)


def test_no_link_is_dead_and_the_console_stays_silent(archive: Site, page: Page) -> None:
    known = {*archive.pages()}
    for path in PAGES:
        found = visit(page, archive.address + path)
        assert (found.console, found.failures) == ([], []), path
        inside = {
            link.partition("#")[0] for link in found.links if link.startswith(archive.address)
        }
        assert {link for link in inside - known if not archive.file_of(link).is_file()} == set()


def test_the_markup_has_no_error(archive: Site, checker: list[str], tmp_path: Path) -> None:
    for path in PAGES:
        file = archive.file_of(archive.address + path)
        copy = tmp_path / f"{path.replace('/', '-')}index.html"
        copy.write_bytes(file.read_bytes())
    errors = find_errors(tmp_path, checker)
    assert errors == [], "\n".join(errors)


def test_pages_of_the_archive_have_the_full_score(archive: Site) -> None:
    if shutil.which("node") is None or not LIGHTHOUSE.is_file():
        pytest.fail("No Lighthouse here: apt install npm, then build.py test", pytrace=False)
    short = {}
    for path in ("briefings/", "briefings/2022/01/", "topics/schools/"):
        report = measure(
            archive.address + path,
            categories=("accessibility", "best-practices", "seo"),
            audits=("cumulative-layout-shift",),
            throttling="provided",
        )
        if min(report.scores.values()) < 100 or report.failed():
            short[path] = report.failed()
    assert short == {}
