"""Every address that a site names is followed, where Pages would serve it under three base paths."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.hosting import UNKNOWN, find_file, host
from tests.browser.site import EVERYTHING
from tests.conftest import Published
from tests.publishing.crawl import Crawl, crawl

LOST = "no/such/page/"
ASKED_FOR = ("robots.txt", "sitemap.xml", "favicon.ico", "apple-touch-icon.png")
"""What programs ask a site for by its name, linked or not."""

UNLINKED = {
    "404.html": "shown in place of what is not there",
    "dateline-manifest.json": "read by the next build",
    "*/dateline-files.json": "read by the next build",
    "search/*.js": "read by the script of the search page",
    "the-bridge/search.js": "read by the script of the search page",
    "assets/nearest-*.js": "asked for by the script of the search page, for a word without a hit",
    "assets/*.LICENSE.txt": "goes with what it licenses",
    "the-ribbon/*": "a former address of the briefing",
    "the-bridge/facts/fund/*": "a former address of a fact",
    "prices/*": "the address of a page that was removed",
    "ethics/*": "a former address of a page",
    "authors/ida-berg/*": "a former address of an author",
    "authors/old-hand/*": "the address of an author who was removed",
}
"""Files that no page names, and why."""


@pytest.fixture(scope="module", params=["/", "/repo/", "/a/b/"])
def followed(
    request: pytest.FixtureRequest, published: Published
) -> Iterator[tuple[Path, str, Crawl]]:
    base = request.param
    folder, address = published(EVERYTHING, base), f"https://newsroom.example{base}"
    starts = ["", LOST, *(name for name in ASKED_FOR if (folder / name).exists())]
    with host(folder, base) as stand_in:
        yield folder, address, crawl(stand_in, address, starts)


def test_no_address_leads_nowhere(followed: tuple[Path, str, Crawl]) -> None:
    _, _, met = followed
    assert met.faults() == []


def test_the_404_page_is_served_at_any_depth(followed: tuple[Path, str, Crawl]) -> None:
    _, address, met = followed
    lost = met.documents[address + LOST]
    assert lost.status == 404
    assert address in lost.named
    assert [here for here, document in met.documents.items() if document.status != 200] == [
        address + LOST
    ]


def test_every_file_is_reached(followed: tuple[Path, str, Crawl]) -> None:
    folder, address, met = followed
    routes = (here.removeprefix(address) for here in met.documents)
    reached = {find_file(folder, route) for route in routes}
    files = {file for file in folder.rglob("*") if file.is_file()} - reached
    left = sorted(file.relative_to(folder).as_posix() for file in files)
    assert [path for path in left if not any(fnmatch(path, known) for known in UNLINKED)] == []


def test_no_file_is_of_a_kind_that_pages_would_not_know(
    followed: tuple[Path, str, Crawl],
) -> None:
    _, _, met = followed
    assert [
        here for here, document in met.documents.items() if document.media in {UNKNOWN, ""}
    ] == []


def test_nothing_names_the_machine_that_built_it(followed: tuple[Path, str, Crawl]) -> None:
    _, _, met = followed
    places = {(urlsplit(address).scheme, urlsplit(address).hostname) for address in met.abroad}
    assert {scheme for scheme, _ in places} <= {"http", "https"}
    assert {"localhost", "127.0.0.1", None}.isdisjoint(name for _, name in places)
