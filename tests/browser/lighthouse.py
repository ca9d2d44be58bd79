"""Lighthouse over pages of a built site, on its own terms for a phone."""

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
    "the-bridge/facts/ribbon/",
    "corrections/",
)
"""A page of each kind, in tests/sites/everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What Lighthouse says of a page: scores from 0 to 100, and its audits as it tells them."""

    scores: Mapping[str, int]
    audits: Mapping[str, Any]

    def failed(self) -> list[str]:
        """The audits that a page does not pass, each with what is said of it."""
        told = (one for one in self.audits.values() if one["score"] is not None)
        return [f"{one['id']}: {_items(one)}" for one in told if one["score"] < 1]


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
    """Open one page as a phone does, and judge it; `provided` takes the machine as it is."""
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json"]
    command += ["--no-enable-error-reporting", "--disable-full-page-screenshot"]
    command += [f"--only-categories={one}" for one in categories]
    command += [f"--only-audits={one}" for one in audits]
    command += [f"--throttling-method={throttling}"]
    command += [f"--chrome-flags={' '.join(('--headless=new', *FLAGS))}"]
    program = next(filter(None, map(shutil.which, TOOLS["chromium"])), "")
    told = subprocess.run(
        command, capture_output=True, check=True, env={**os.environ, "CHROME_PATH": program}
    )
    report = json.loads(told.stdout)
    rated = report["categories"].items()
    return Report(
        scores={name: round(100 * one["score"]) for name, one in rated if one["score"] is not None},
        audits=report["audits"],
    )
