"""What a page was planned with comes back from the cache as it was, to the type of each value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from dateline.pages.edition import Edition
from dateline.pages.plan import plan_briefing
from dateline.pages.shell import Page
from dateline.publishing.assemble import plan_inputs
from dateline.publishing.briefings import read_and_check
from dateline.publishing.images.picture_store import PictureStore
from dateline.publishing.looks.contexts import KeptPage, read_contexts, write_context
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.request import Request
from dateline.reading.content import read_site
from dateline.reading.shared_sheets import share_records
from dateline.words import speaking

SITES = Path(__file__).parents[1] / "sites"


def editions(site: Path) -> Iterator[Edition]:
    now = datetime(2026, 7, 1, tzinfo=UTC)
    request = Request(content=site, now=now, today=now.date(), site_url="https://a.example/")
    source, look = share_records(read_site(site)), read_look_files()
    inputs, _ = plan_inputs(source, look, request, pictures=PictureStore(None, dry=True))
    for folder in source.folders:
        if edition := read_and_check(folder, inputs).edition:
            yield edition


def types(value: Any) -> Any:
    """The value with the type of each part; a string may say more of itself than its type does."""
    if is_dataclass(value):
        return type(value), [types(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return tuple, [types(part) for part in value]
    if isinstance(value, dict):
        return dict, [(types(name), types(part)) for name, part in value.items()]
    return (str if isinstance(value, str) and not isinstance(value, Markup) else type(value)), value


@pytest.mark.parametrize("site", ["archive", "everything", "first", "seldom"])
def test_every_page_comes_back(site: str) -> None:
    for edition in editions(SITES / site / "content"):
        with speaking(edition.language):
            pages = list(plan_briefing(edition))
        text = b"".join(map(write_context, pages))
        for page, kept in zip(pages, read_contexts(text), strict=True):
            again = kept.page()
            assert (again.path, again.template) == (page.path, page.template)
            assert types(again.context) == types(page.context)


def test_what_looks_like_a_record_is_text() -> None:
    (edition,) = editions(SITES / "first/content")
    with speaking(edition.language):
        page = next(plan_briefing(edition))
    sly = Page(path=page.path, template=page.template, context=edition.site)
    with pytest.raises(TypeError):
        write_context(sly)  # a pydantic model is no context


def test_only_classes_of_contexts_are_made() -> None:
    sly = KeptPage("a", "b", '{"=": ["Popen", "rm"]}')
    with pytest.raises(KeyError):
        sly.page()
