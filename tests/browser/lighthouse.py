"""Run Lighthouse on pages of a built site, with its own settings for a phone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tests.browser.site import FLAGS
from tools.testing import LIGHTHOUSE, TOOLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Category = Literal["performance", "accessibility", "best-practices", "seo"]

KINDS = (
    "",
    "the-bridge/",
    "the-bridge/article/",
    "the-bridge/timeline/",
    "the-bridge/key-figures/",
    "the-bridge/who-and-where/",
    "the-bridge/sources/",
    "the-bridge/all/",
    "the-bridge/facts/ribbon/",
    "the-bridge/facts/cost/",
    "the-bridge/facts/anna-berg/",
    "the-bridge/facts/the-sound/",
    "about/",
    "corrections/",
)
"""A page of each kind, in tests/sites/everything."""

UNLISTED = (
    "the-bridge/timeline/embed/",
    "the-bridge/key-figures/embed/",
    "the-bridge/map/embed/",
    "the-bridge/facts/parking-places/",
    "the-toll/",
)
"""Those of each kind that search engines are asked not to list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The scores of a page, from 0 to 100, and the audits as Lighthouse reports them."""

    scores: Mapping[str, int]
    audits: Mapping[str, Any]

    def failed(self) -> list[str]:
        """The audits that a page fails, each with its explanation."""
        rated = (audit for audit in self.audits.values() if audit["score"] is not None)
        return [f"{audit['id']}: {_items(audit)}" for audit in rated if audit["score"] < 1]


def _items(audit: Mapping[str, Any]) -> str:
    items = audit.get("details", {}).get("items", [])
    return f"{audit.get('explanation', audit['title'])} {json.dumps(items)[:300]}"


def measure(
    address: str,
    *,
    categories: Iterable[Category],
    audits: Iterable[str] = (),
    throttling: Literal["simulate", "provided"] = "simulate",
) -> Report:
    """Measure a page as a phone loads it; `provided` does not simulate a slow network or processor."""
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json"]
    command += ["--no-enable-error-reporting", "--disable-full-page-screenshot"]
    command += [f"--only-categories={category}" for category in categories]
    command += [f"--only-audits={audit}" for audit in audits]
    command += [f"--throttling-method={throttling}"]
    command += [f"--chrome-flags={' '.join(('--headless=new', *FLAGS))}"]
    program = next(filter(None, map(shutil.which, TOOLS["chromium"])), "")
    done = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "CHROME_PATH": program}
    )
    report = json.loads(done.stdout)
    rated = report["categories"].items()
    return Report(
        scores={
            name: round(100 * category["score"])
            for name, category in rated
            if category["score"] is not None
        },
        audits=report["audits"],
    )
