"""What is published beside the pages: files for programs, which no template makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.pages.data import data_files

if TYPE_CHECKING:
    from datetime import date

    from dateline.facts.records import Site
    from dateline.pages.edition import Edition
    from dateline.pages.summary import Summary


def briefing_files(edition: Edition) -> dict[str, bytes]:
    """The files of one briefing by their path in the site."""
    return data_files(edition)


def site_files(summaries: tuple[Summary, ...], site: Site, today: date) -> dict[str, bytes]:
    """The files that belong to no briefing, by their path in the site."""
    del summaries, site, today
    return {}
