"""Every kind of page has the full score in Lighthouse; benchmarks/lighthouse.py measures the speed."""

from __future__ import annotations

import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.browser.hosting import host
from tests.browser.lighthouse import KINDS, UNLISTED, Report, measure
from tests.browser.site import EVERYTHING
from tools.testing import LIGHTHOUSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conftest import Published

pytestmark = pytest.mark.browser

# What makes a page fast or slow, and does not depend on the machine.
STEADY = ("cumulative-layout-shift", "total-byte-weight", "render-blocking-resources", "dom-size")


@pytest.fixture(scope="module")
def reports(published: Published) -> Mapping[str, Report]:
    """A page of each kind, served under a repository's name."""
    if shutil.which("node") is None or not LIGHTHOUSE.is_file():
        pytest.fail("No Lighthouse here: apt install npm, then build.py test", pytrace=False)

    def judge(path: str) -> Report:
        return measure(
            f"{address}{path}",
            categories=("accessibility", "best-practices", "seo"),
            audits=STEADY,
            throttling="provided",
        )

    site = host(published(EVERYTHING, "/repo/"), "/repo/")
    with site as address, ThreadPoolExecutor(3) as pool:
        pages = (*KINDS, *UNLISTED)
        return dict(zip(pages, pool.map(judge, pages), strict=True))


def test_every_page_has_the_full_score(reports: Mapping[str, Report]) -> None:
    short = {
        page: report.failed()
        for page, report in reports.items()
        if any(score < 100 for kind, score in report.scores.items() if kind in _judged(page))
    }
    assert short == {}


def _judged(page: str) -> tuple[str, ...]:
    """Search engines are asked not to list some pages, and Lighthouse counts that against them."""
    always = ("accessibility", "best-practices")
    return always if page in UNLISTED else (*always, "seo")


def test_nothing_moves_while_a_page_loads(reports: Mapping[str, Report]) -> None:
    shifts = {
        page: report.audits["cumulative-layout-shift"]["numericValue"]
        for page, report in reports.items()
    }
    assert {page: shift for page, shift in shifts.items() if shift} == {}


def test_a_page_is_light_and_waits_only_for_its_own_style_and_script(
    reports: Mapping[str, Report],
) -> None:
    for page, report in reports.items():
        assert report.audits["total-byte-weight"]["numericValue"] < 120_000, page
        # The page for paper has what all the others have.
        most = 2500 if page.endswith("/all/") else 1500
        assert report.audits["dom-size"]["numericValue"] < most, page
        blocking = report.audits["render-blocking-resources"]["details"]["items"]
        kinds = Counter(item["url"].rpartition(".")[2] for item in blocking)
        assert kinds <= Counter(["css", "js"]), page
