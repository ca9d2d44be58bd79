"""The site works wherever it is put: no dead link, no failed request, none to another origin."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Response

from tests.browser.hosting import host
from tests.browser.site import Site, is_moved

pytestmark = pytest.mark.browser


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a browser reports about a page, as lines; links and ids as the browser resolves them."""

    address: str
    status: int
    console: list[str]
    requests: list[str]
    failures: list[str]
    links: list[str]
    ids: set[str]


@pytest.fixture(scope="module")
def visits(hosted: Site, browser: Browser) -> list[Visit]:
    page = browser.new_page()
    made = [visit(page, address) for address in hosted.pages()]
    page.close()
    return made


def visit(page: Page, address: str) -> Visit:
    console: list[str] = []
    requests: list[str] = []
    failures: list[str] = []

    def note_failure(lost: Request) -> None:
        # Leaving for the next page aborts a request for the icon that is still open.
        if lost.failure != "net::ERR_ABORTED":
            failures.append(f"{lost.url} {lost.failure}")

    def note_answer(got: Response) -> None:
        if not got.ok:
            failures.append(f"{got.url} {got.status}")

    ears: dict[Any, Callable[[Any], None]] = {
        "console": lambda message: console.append(f"{message.type}: {message.text}"),
        "pageerror": lambda error: console.append(f"error: {error}"),
        "request": lambda request: requests.append(request.url),
        "requestfailed": note_failure,
        "response": note_answer,
    }
    for event, ear in ears.items():
        page.on(event, ear)
    answer = page.goto(address)
    page.evaluate("document.fonts.ready")
    # Those of a drawing have their address in the attribute alone.
    of_link = "a => new URL(a.getAttribute('href'), document.baseURI).href"
    links = page.evaluate(f"Array.from(document.querySelectorAll('a[href]'), {of_link})")
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), e => e.id)")
    for event, ear in ears.items():
        page.remove_listener(event, ear)
    return Visit(
        address=address,
        status=answer.status if answer else 0,
        console=console,
        requests=requests,
        failures=failures,
        links=links,
        ids=set(ids),
    )


def test_the_console_stays_silent(visits: list[Visit]) -> None:
    lines = [f"{visit.address}: {line}" for visit in visits for line in visit.console]
    assert lines == [], "\n".join(lines)


def test_every_request_is_answered(visits: list[Visit]) -> None:
    failed = [line for visit in visits for line in visit.failures]
    assert failed == [], "\n".join(failed)


def test_no_request_goes_to_another_origin(visits: list[Visit], hosted: Site) -> None:
    asked = {request for visit in visits for request in visit.requests}
    assert {request for request in asked if not request.startswith(hosted.address)} == set()


def test_every_link_inside_the_site_leads_somewhere(visits: list[Visit], hosted: Site) -> None:
    ids = {visit.address: visit.ids for visit in visits}
    dead = []
    for visit in visits:
        for link in visit.links:
            address, fragment = urldefrag(link)
            if urlsplit(address)[:2] != urlsplit(hosted.address)[:2]:
                continue
            page = address.split("?")[0]
            arrives = page in ids or is_file(hosted, page)
            named = fragment in {"", "top"} or unquote(fragment) in ids.get(page, {fragment})
            if not (arrives and named):
                dead.append(f"{visit.address}: {link}")
    assert dead == [], "\n".join(dead)


def is_file(site: Site, address: str) -> bool:
    """Whether the address is that of data, a feed or a calendar."""
    inside = address.startswith(site.address)
    return inside and (site.folder / unquote(address.removeprefix(site.address))).is_file()


def test_a_site_with_an_address_can_be_read_from_the_disk_too(
    built: dict[str, Path], browser: Browser
) -> None:
    """Its links end in folders, of which a disk shows a listing; the script leads to their pages."""
    folder = built["/repo/"]
    front = folder / "index.html"
    assert "/index.html" not in front.read_text("utf-8")
    timelines = [page for page in folder.glob("*/timeline/index.html") if not is_moved(page)]
    for page in (front, timelines[0]):
        found = visit(browser.new_page(), page.as_uri())
        inside = [urldefrag(link).url for link in found.links if link.startswith(folder.as_uri())]
        files = [Path(unquote(urlsplit(link).path)) for link in inside]
        assert len(files) > 5
        assert [file for file in files if not file.is_file()] == []


def test_a_site_without_an_address_shows_short_ones_where_it_is_served(
    everything: Site, browser: Browser
) -> None:
    timeline = visit(browser.new_page(), everything.address + "the-bridge/timeline/")
    inside = [link for link in timeline.links if link.startswith(everything.address)]
    assert len(inside) > 20
    assert [link for link in inside if "index.html" in link] == []


def test_a_wrong_address_gets_a_page_that_says_so(built: dict[str, Path], browser: Browser) -> None:
    with host(built["/repo/"], "/repo/") as address:
        page = browser.new_page()
        missing = visit(page, address + "no/such/page/")
        page.get_by_role("searchbox").press("Enter")
        page.wait_for_url(f"{address}search/**")
    assert missing.status == 404
    assert address in missing.links
    assert [line for line in missing.failures if "/no/such/page/" not in line] == []
