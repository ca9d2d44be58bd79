"""The edition of tests/sites/everything, which uses every kind of fact, as of any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from dateline.checking import check_briefing
from dateline.facts.site_records import Site
from dateline.pages.edition import Edition, as_of
from dateline.pages.plan import plan_briefing
from dateline.publishing.images.picture_store import PictureStore
from dateline.publishing.images.pictures import make_pictures
from dateline.publishing.looks.render import render
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import read_site
from tests.pages.world import look

FOLDER = Path(__file__).parent.parent / "sites" / "everything" / "content" / "the-bridge"
SITE = Site.model_validate({"title": "The Harbour Record", "description": "A made-up town."})


@cache
def everything(today: str = "2026-06-15") -> Edition:
    (read,) = read_site(FOLDER.parent).folders
    folder = replace(read, slug="b", shown_as="b")
    made, problems = parse_briefing(folder)
    assert made is not None
    assert problems == ()
    pictures = make_pictures(made, folder, PictureStore(None))
    assert pictures.problems == ()
    day = date.fromisoformat(today)
    checked = check_briefing(made, today=day)
    return Edition(
        briefing=as_of(made, day), checked=checked, site=SITE, today=day, pictures=pictures.shown
    )


@cache
def html(sheet: str, today: str = "2026-06-15") -> str:
    """A page of it as a reader gets it."""
    planned = plan_briefing(everything(today))
    return render(
        next(page for page in planned if page.path == f"b/{sheet}/index.html"), look()
    ).decode()
