"""The edition of tests/sites/everything, which uses every kind of fact, as of any day."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from dateline.checking import check_briefing
from dateline.facts.records import Site
from dateline.pages.edition import Edition
from dateline.pages.plan import plan_briefing
from dateline.publishing.render import render
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from tests.pages.world import look

FOLDER = Path(__file__).parent.parent / "sites" / "everything" / "content" / "the-bridge"
SITE = Site.model_validate({"title": "The Harbour Record", "description": "A made-up town."})


@cache
def everything(today: str = "2026-06-15") -> Edition:
    files = {
        path.relative_to(FOLDER).as_posix(): path.read_bytes()
        for path in sorted(FOLDER.rglob("*.*"))
    }
    made, problems = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert made is not None
    assert problems == ()
    day = date.fromisoformat(today)
    return Edition(briefing=made, checked=check_briefing(made, today=day), site=SITE, today=day)


@cache
def html(sheet: str, today: str = "2026-06-15") -> str:
    """A page of it as a reader gets it."""
    planned = plan_briefing(everything(today))
    return render(
        next(page for page in planned if page.path == f"b/{sheet}/index.html"), look()
    ).decode()
