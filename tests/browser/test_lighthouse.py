"""Lighthouse has nothing to say against a page of any kind; how fast is for benchmarks/."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.browser.hosting import host
from tests.browser.lighthouse import KINDS, Report, measure
from tests.browser.site import EVERYTHING
from tools.testing import LIGHTHOUSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conftest import Published

pytestmark = pytest.mark.browser

# What decides how fast a page is, and is the same each time.
STEADY = ("cumulative-layout-shift", "total-byte-weight", "render-blocking-resources", "dom-size")


@pytest.fixture(scope="module")
def reports(published: Published) -> Mapping[str, Report]:
    """Each page of KINDS, served under a repository's name."""
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
        return dict(zip(KINDS, pool.map(judge, KINDS), strict=True))


def test_every_page_has_the_full_score(reports: Mapping[str, Report]) -> None:
    perfect = {"accessibility": 100, "best-practices": 100, "seo": 100}
    short = {page: one.failed() for page, one in reports.items() if one.scores != perfect}
    assert short == {}


def test_nothing_moves_while_a_page_loads(reports: Mapping[str, Report]) -> None:
    shifts = {
        page: one.audits["cumulative-layout-shift"]["numericValue"] for page, one in reports.items()
    }
    assert {page: shift for page, shift in shifts.items() if shift} == {}


def test_a_page_is_light_and_waits_only_for_its_own_style_and_script(
    reports: Mapping[str, Report],
) -> None:
    for page, one in reports.items():
        assert one.audits["total-byte-weight"]["numericValue"] < 120_000, page
        assert one.audits["dom-size"]["numericValue"] < 1500, page
        waited_for = one.audits["render-blocking-resources"]["details"]["items"]
        names = {item["url"].rpartition("/")[2].partition("-")[0] for item in waited_for}
        assert names <= {"style", "script"}, page
