"""Pages, problems and states of the preview in a few words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tests.preview.running import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

    from tests.preview.client.stand_in import StandIn

POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self';"
    " connect-src 'self'"
)


def html(body: str, version: int = 0) -> bytes:
    """A page of the site's kind, as short as can be."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<title>A page</title><meta name="viewport" content="width=device-width">'
        '<link rel="stylesheet" href="/repo/assets/style.css"></head>'
        f'<body><main data-version="{version}">{body}</main></body></html>'
    ).encode()


def lines(*numbers: int) -> str:
    """Paragraphs that differ in a word, some screens of them."""
    return "".join(f"<p>Line {number} of many.</p>" for number in numbers)


def visit(tab: Page, server: StandIn, path: str = "") -> None:
    """Open a page, and wait until it listens to the server."""
    tab.goto(path)
    listen(tab, server)


def listen(tab: Page, server: StandIn) -> None:
    """Wait until the page that is there listens to the server, and has drawn what it knows."""
    end = time.monotonic() + PATIENCE
    while not server.waiters:
        assert time.monotonic() < end, "no page listens"
        tab.wait_for_timeout(20)
    tab.locator("dateline-preview .bar").wait_for()


def reloaded(tab: Page, server: StandIn, body: str, path: str = "index.html") -> None:
    """Let the server have a new page, and wait until it is on the screen.

    It is put in the place of the older one; where what all pages share is another too, the browser
    loads it `as_a_whole`.
    """
    server.version += 1
    server.files[path] = html(body, server.version)
    if server.as_a_whole:
        with tab.expect_navigation():
            server.tell("assets/script.js")
        listen(tab, server)
    else:
        server.tell(path)
    tab.locator(f"main[data-version='{server.version}']").wait_for(state="attached")


def problem(number: int = 1, **changed: object) -> dict[str, Any]:
    """What the state has of a problem of timeline.yaml."""
    path = "content/a/timeline.yaml"
    return {
        "path": path,
        "line": number,
        "column": 3,
        "severity": "error",
        "rule": "evidence.not-found",
        "message": f"words {number} are not in the article",
        "fix": f"quote words {number} as they stand",
        "related": [],
        "open": f"vscode://file/{path}:{number}:3",
        **changed,
    }


def refused(*problems: Mapping[str, object]) -> dict[str, Any]:
    """The state of a site that these problems keep from being made."""
    errors = sum(problem["severity"] == "error" for problem in problems)
    warnings = sum(problem["severity"] == "warning" for problem in problems)
    follow_ups = len(problems) - errors - warnings
    counts = {"errors": errors, "warnings": warnings, "follow_ups": follow_ups, "open": 0}
    return {"refused": True, "stale": True, "problems": list(problems), "counts": counts}


def clean(**changed: object) -> dict[str, Any]:
    """The state of a site with nothing wrong."""
    counts = {"errors": 0, "warnings": 0, "follow_ups": 0, "open": 0}
    return {"refused": False, "stale": False, "problems": [], "counts": counts, **changed}


def briefing_state(**changed: object) -> dict[str, Any]:
    """What the state has of a briefing."""
    return {
        "slug": "a",
        "open": 0,
        "undecided": 0,
        "draft": False,
        "annotated": "/repo/a/annotated/",
        "article": {"open": "vscode://file/article.md:1:1"},
        "facts": {},
        "words": {},
        **changed,
    }
