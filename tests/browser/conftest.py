"""The sites of the tests, and the repository’s own, published for each base path."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hosting import host
from tests.browser.site import EVERYTHING, FIRST, OWN, Site
from tests.conftest import Published
from tools.testing import CHECKER_JAR


@pytest.fixture(scope="session")
def site(published: Published) -> Iterator[Site]:
    """The first briefing."""
    folder = published(FIRST, "/")
    with host(folder, "/") as address:
        yield Site(folder=folder, address=address)


@pytest.fixture(scope="session")
def built(published: Published) -> dict[str, Path]:
    """The repository’s own site as it is published at `/` and under `/repo/`, and for the disk."""
    bases = {"/": "/", "/repo/": "/repo/", "file": None}
    return {place: published(OWN, base) for place, base in bases.items()}


@pytest.fixture(scope="session")
def own(built: dict[str, Path]) -> Iterator[Site]:
    """The repository’s own site, of which tests know nothing: it may have any briefings."""
    with host(built["/"], "/") as address:
        yield Site(folder=built["/"], address=address)


@pytest.fixture(scope="session")
def everything(published: Published) -> Iterator[Site]:
    """The site that uses every field."""
    folder = published(EVERYTHING, None)
    with host(folder, "/") as address:
        yield Site(folder=folder, address=address)


@pytest.fixture(scope="session", params=["/", "/repo/", "file"])
def hosted(built: dict[str, Path], request: pytest.FixtureRequest) -> Iterator[Site]:
    """The own site in the three places where it must work: a domain, a path below one, and the disk."""
    if request.param == "file":
        yield Site(folder=built["file"], address=built["file"].as_uri() + "/")
    else:
        with host(built[request.param], request.param) as address:
            yield Site(folder=built[request.param], address=address)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page in which tests may run script and add style in spite of the site's policy."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """The Nu checker's command."""
    java = shutil.which("java")
    if java is None or not CHECKER_JAR.is_file():
        pytest.fail(
            "No Nu checker here: apt install default-jre-headless npm, then build.py test",
            pytrace=False,
        )
    return [java, "-jar", str(CHECKER_JAR)]
