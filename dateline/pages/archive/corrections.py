"""What we had wrong, across all briefings, each under its briefing; what is too much for a page is by year."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from dateline.facts.site_records import RemovedKind, Site
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.calendar_pages import (
    CalendarSheet,
    divide,
    earlier_link,
    later_link,
    plan_sheets,
    sheets_from_last,
    way_links,
)
from dateline.pages.archive.dated_index import CountedYear, year_links
from dateline.pages.archive.site_page import Archive, SitePage
from dateline.pages.cards.change_log import CorrectionEntry, correction_entries
from dateline.pages.inline import Link, show_day, text_direction
from dateline.pages.listed_events import place_on
from dateline.pages.navigation import where
from dateline.pages.reports import site_report
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary, SummaryChange
from dateline.words import _

FULL: Final = 15
MOST: Final = 2 * FULL - 1
"""As many corrections as a page has; what a month has more is on pages of `FULL`."""
NEWEST: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedBriefing:
    language: str
    direction: str
    link: Link
    corrections: tuple[CorrectionEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsContext:
    """`report`, `policy`, `changes` and `feed` are links, empty where the site has no such thing.

    `years` are empty where one page has all.
    """

    shell: Shell
    heading: str
    way: tuple[Link, ...]
    report: str
    policy: str
    changes: str
    feed: str
    briefings: tuple[CorrectedBriefing, ...]
    removed: tuple[CorrectionEntry, ...]
    years: tuple[CountedYear, ...]
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True)
class OwnCorrection:
    """What we corrected or removed in a briefing."""

    change: SummaryChange
    summary: Summary


CorrectionsSheet = CalendarSheet[OwnCorrection]


def plan_corrections(archive: Archive) -> Iterator[SitePage]:
    newest = _corrections(archive.summaries)
    whole = divide(newest, lambda own: place_on(own.change.on), MOST, depth=1)
    sheets = [
        sheet for page in whole.walk_back() for sheet in sheets_from_last("corrections", page, FULL)
    ]
    yield from plan_sheets(sheets, _slugs, partial(_plan, archive, newest[:NEWEST]))


def _slugs(corrections: Iterable[OwnCorrection]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(own.summary.slug for own in corrections))


def _corrections(summaries: Iterable[Summary]) -> list[OwnCorrection]:
    """The newest first; those of one day by briefing, the newest first, and there in their order."""
    found = [
        OwnCorrection(change, summary)
        for summary in summaries
        for change in summary.changes
        if change.is_ours
    ]
    return sorted(found, key=lambda own: own.change.on, reverse=True)


def _plan(
    archive: Archive,
    newest: Sequence[OwnCorrection],
    sheet: CorrectionsSheet,
    newer: CorrectionsSheet | None,
    older: CorrectionsSheet | None,
) -> Page:
    listed = sheet.items if sheet.page.place or not sheet.page.parts else newest
    site, here = archive.site, here_on(sheet.path, archive.site.address)
    heading = _("Corrections of %(time)s", time=sheet.title) if sheet.title else _("Corrections")
    way = sheet.way(_("Corrections"), depth=2)
    context = CorrectionsContext(
        shell=site_shell(
            site,
            here,
            title=heading,
            description=_("What %(site)s got wrong, and what is right.", site=site.title),
            picture=archive.picture,
            way=way,
        ),
        heading=heading,
        way=way_links(way, here),
        report=site_report(site),
        policy=where(site.corrections, here) if site.corrections else "",
        changes=here.to(addresses.section_page("changes")) if "changes" in site.sections else "",
        feed=here.to(addresses.CHANGES) if site.address else "",
        briefings=tuple(_by_briefing(listed, here)),
        removed=() if sheet.page.place else tuple(_removed(site, here)),
        years=tuple(year_links("corrections", sheet.page, here)) if sheet.page.parts else (),
        newer=later_link(newer, here),
        older=earlier_link(older, here),
    )
    return Page(path=here.path, template="corrections.html.j2", context=context)


def _by_briefing(newest: Iterable[OwnCorrection], here: Here) -> Iterator[CorrectedBriefing]:
    """The briefing that was corrected last comes first."""
    by_slug: dict[str, list[OwnCorrection]] = {}
    for own in newest:
        by_slug.setdefault(own.summary.slug, []).append(own)
    for inside in by_slug.values():
        summary = inside[0].summary
        yield CorrectedBriefing(
            language=summary.language,
            direction=text_direction(summary.language),
            link=Link(words=summary.title, href=here.to(summary.page)),
            corrections=correction_entries((own.change for own in inside), here),
        )


def _removed(site: Site, here: Here) -> Iterator[CorrectionEntry]:
    removed = (removal for removal in site.removed if removal.was is RemovedKind.BRIEFING)
    for removal in removed:
        page = addresses.brief_page(removal.folder)
        link = Link(words=removal.called, href=here.to(page))
        on = show_day(removal.on)
        yield CorrectionEntry(on=on, link=link, was="", now="", why=removal.why)
