"""What has changed in all briefings since their publication: the newest first, then a page for each year or month.

Why we were wrong is with the corrections of each briefing, and under /corrections/.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial, reduce
from itertools import groupby
from typing import Final

from dateline.facts.dates import CivilDate, parse_date, show_civil, show_date
from dateline.facts.site_records import BriefingRemoval, RemovedKind, Site
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
from dateline.pages.cards.provenance import inside
from dateline.pages.inline import Link, ShownDay, show_day, text_direction
from dateline.pages.listed_events import place_on
from dateline.pages.machines.changes_feed import in_words
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import ChangeKind, Summary, SummaryChange
from dateline.words import _, deferred, ngettext, speaking, spoken

FULL: Final = 15
MOST: Final = 2 * FULL - 1
"""As many changes as a page has; what a month has more is on pages of `FULL`."""
NEWEST: Final = 15
"""As many changes as the first of several pages has."""
FEW: Final = 3
"""On so many days of a year or month may a briefing gain facts, and each day is listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GainedFact:
    on: ShownDay
    fact: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEntry:
    """Something that changed, or the facts that a briefing gained on a day: `what` it was, as “Corrected”.

    That is empty where a name begins with what became of something expected.

    `said` is in sentences. `reason` leads to why we were wrong, and is empty for what is not ours. Where a
    briefing gained facts on many days of a year or month, `gained` are all of them and `days` is from when to when.
    """

    what: str
    on: ShownDay
    names: tuple[Link, ...]
    said: str
    reason: str
    briefing: Link | None
    language: str
    direction: str
    days: str = ""
    gained: tuple[GainedFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodOfChanges:
    title: str
    entries: tuple[ChangeEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllChangesContext:
    """`years` are empty where one page has all; `feed` is empty where the site has none."""

    shell: Shell
    heading: str
    summary: str
    way: tuple[Link, ...]
    corrections: str
    feed: str
    periods: tuple[PeriodOfChanges, ...]
    years: tuple[CountedYear, ...]
    newer: Link | None
    older: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedChange:
    """What is listed together: one change, or all facts that a briefing gained on one day.

    Of a briefing that was removed there is its `removal`, and nothing else.
    """

    on: date
    summary: Summary | None = None
    changes: tuple[SummaryChange, ...] = ()
    removal: BriefingRemoval | None = None


ChangesSheet = CalendarSheet[DatedChange]


def has_changes(archive: Archive) -> bool:
    return any(summary.changes for summary in archive.summaries) or any(_removals(archive.site))


def plan_all_changes(archive: Archive) -> Iterator[SitePage]:
    if not has_changes(archive):
        return
    newest = _dated_changes(archive)
    whole = divide(newest, lambda change: place_on(change.on), MOST, depth=1)
    sheets = [
        sheet for page in whole.walk_back() for sheet in sheets_from_last("changes", page, FULL)
    ]
    yield from plan_sheets(sheets, _slugs, partial(_plan, archive, newest))


def _slugs(changes: Iterable[DatedChange]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(change.summary.slug for change in changes if change.summary))


def _removals(site: Site) -> Iterator[BriefingRemoval]:
    return (removal for removal in site.removed if removal.was is RemovedKind.BRIEFING)


def _dated_changes(archive: Archive) -> list[DatedChange]:
    """The newest first; those of one day by briefing, the newest first, and there in their order."""
    found = [DatedChange(on=removal.on, removal=removal) for removal in _removals(archive.site)]
    for summary in archive.summaries:
        for on, of_day in groupby(summary.changes, key=lambda change: change.on):
            listed = tuple(of_day)
            gained = tuple(change for change in listed if change.kind == "added")
            alone = [(change,) for change in listed if change.kind != "added"]
            found += [
                DatedChange(on=on, summary=summary, changes=changes)
                for changes in (*alone, gained)
                if changes
            ]
    return sorted(found, key=lambda change: change.on, reverse=True)


def _plan(
    archive: Archive,
    newest: Sequence[DatedChange],
    sheet: ChangesSheet,
    newer: ChangesSheet | None,
    older: ChangesSheet | None,
) -> Page:
    site, here = archive.site, here_on(sheet.path, archive.site.address)
    heading = _("Changes in %(time)s", time=sheet.title) if sheet.title else _("Changes")
    way = sheet.way(_("Changes"), depth=2)
    context = AllChangesContext(
        shell=site_shell(
            site,
            here,
            title=heading,
            description=_(
                "What %(site)s corrected, removed or added since publication, what sources revised, and"
                " what became of expected events.",
                site=site.title,
            ),
            picture=archive.picture,
            way=way,
        ),
        heading=heading,
        summary=_lead(sheet),
        way=way_links(way, here),
        corrections=here.to(addresses.CORRECTIONS),
        feed=here.to(addresses.CHANGES) if site.address else "",
        periods=tuple(
            _periods(newest[:NEWEST] if _is_head(sheet) else sheet.items, here, _time_of(sheet))
        ),
        years=tuple(year_links("changes", sheet.page, here)) if sheet.page.parts else (),
        newer=later_link(newer, here),
        older=earlier_link(older, here),
    )
    return Page(path=here.path, template="all-changes.html.j2", context=context)


def _lead(sheet: ChangesSheet) -> str:
    if sheet.page.place is None:
        return _(
            "What we corrected, removed or added, what sources revised, and what became of expected events."
        )
    return ngettext("%(number)s change.", "%(number)s changes.", len(sheet.about))


def _is_head(sheet: ChangesSheet) -> bool:
    """Whether it is the first page of several."""
    return sheet.page.place is None and bool(sheet.page.parts)


def _year(change: DatedChange) -> CivilDate:
    return CivilDate(year=change.on.year)


def _month(change: DatedChange) -> CivilDate:
    return CivilDate(year=change.on.year, month=change.on.month)


def _time_of(sheet: ChangesSheet) -> Callable[[DatedChange], CivilDate]:
    """What has a heading: years on the page of all times, months on that of one."""
    return _year if sheet.page.place is None else _month


def _periods(
    newest: Sequence[DatedChange], here: Here, time_of: Callable[[DatedChange], CivilDate]
) -> Iterator[PeriodOfChanges]:
    is_placed = _is_placed(newest)
    for time, changes in groupby(newest, key=time_of):
        yield PeriodOfChanges(
            title=show_civil(time),
            entries=_entries(tuple(changes), here, is_placed=is_placed),
        )


def _entries(
    listed: Sequence[DatedChange], here: Here, *, is_placed: bool
) -> tuple[ChangeEntry, ...]:
    return tuple(_entry(together, here, is_placed=is_placed) for together in _in_rows(listed))


def _is_placed(listed: Sequence[DatedChange]) -> bool:
    """Whether these are outcomes at several places, whose titles may be alike."""
    return len(set(map(_place_of_outcome, listed))) > 1


def _place_of_outcome(dated: DatedChange) -> str:
    summary = dated.summary
    if summary is None or dated.changes[0].kind != "outcome":
        return ""
    pages = {addresses.fact_page(summary.slug, event.id): event for event in summary.events}
    event = pages.get(dated.changes[0].page)
    return event.unsaid_place if event else ""


def _in_rows(of_period: Sequence[DatedChange]) -> Iterator[tuple[DatedChange, ...]]:
    """Each alone; what a briefing gained on many days is together where the newest of it is."""
    gained: dict[str, list[DatedChange]] = defaultdict(list)
    for change in of_period:
        gained[_gains(change)].append(change)
    for change in of_period:
        together = gained[_gains(change)]
        if not _gains(change) or len(together) <= FEW:
            yield (change,)
        elif change is together[0]:
            yield tuple(together)


def _gains(dated: DatedChange) -> str:
    """The briefing that gained facts; empty for any other change."""
    gained = dated.summary and dated.changes[0].kind == "added"
    return dated.summary.slug if dated.summary and gained else ""


def _entry(together: Sequence[DatedChange], here: Here, *, is_placed: bool) -> ChangeEntry:
    dated, *more = together
    if dated.removal:
        return _removed(dated.removal, here)
    summary, change = dated.summary, dated.changes[0]
    assert summary
    if more:
        return _many_gained(together, summary, here)
    place = _place_of_outcome(dated) if is_placed else ""
    with speaking(summary.language):
        return ChangeEntry(
            what=_what(dated.changes),
            on=show_day(dated.on),
            names=tuple(
                Link(words=_named(change, place), href=here.to(change.page))
                for change in dated.changes
            ),
            said=_said(change),
            reason=_reason(change, summary, here),
            briefing=Link(words=summary.title, href=here.to(summary.page)),
            language=summary.language,
            direction=text_direction(summary.language),
        )


def _named(change: SummaryChange, place: str) -> str:
    """What changed, after what became of it: “Called off: Ostrow Bridge: Lorries are to return”."""
    before = [part for part in (change.verdict, place) if part]
    return reduce(
        lambda what, part: _("%(place)s: %(what)s", place=part, what=what),
        reversed(before),
        change.name,
    )


def _said(change: SummaryChange) -> str:
    if change.kind == "added":
        return ""
    if change.verdict and not change.after:
        return _("%(was)s.", was=inside(change.was))
    if change.verdict:
        return _("%(was)s. %(now)s.", was=inside(change.was), now=inside(change.after))
    return in_words(_without_reason(change))


def _many_gained(newest: Sequence[DatedChange], summary: Summary, here: Here) -> ChangeEntry:
    days = show_date(parse_date(f"{newest[-1].on}/{newest[0].on}"))
    with speaking(summary.language):
        gained = tuple(
            GainedFact(
                on=show_day(dated.on), fact=Link(words=change.name, href=here.to(change.page))
            )
            for dated in newest
            for change in dated.changes
        )
        return ChangeEntry(
            what=_("New facts"),
            on=show_day(newest[0].on),
            names=(),
            said=ngettext(
                "%(number)s fact added to “%(briefing)s”",
                "%(number)s facts added to “%(briefing)s”",
                len(gained),
                briefing=summary.title,
            ),
            reason="",
            briefing=Link(words=summary.title, href=here.to(summary.page)),
            language=summary.language,
            direction=text_direction(summary.language),
            days=days,
            gained=gained,
        )


def _reason(change: SummaryChange, summary: Summary, here: Here) -> str:
    if not change.is_ours:
        return ""
    return here.to(addresses.page_of(summary.slug, "article"), addresses.AT_CORRECTIONS)


def _without_reason(change: SummaryChange) -> SummaryChange:
    """The corrections of a briefing say why we were wrong, which need not be said twice."""
    return replace(change, why="") if change.is_ours else change


def _what(changes: Sequence[SummaryChange]) -> str:
    change = changes[0]
    if change.kind == "added":
        return ngettext("New fact", "New facts", len(changes))
    if change.verdict:
        return ""
    if change.by:
        return _("Revised by %(by)s", by=change.by)
    return _(_KINDS[change.kind])


_KINDS: Final[Mapping[ChangeKind, str]] = {
    "corrected": deferred("Corrected"),
    "removed": deferred("Removed"),
    "outcome": deferred("Outcome"),
    "revised": deferred("Revised"),
}


def _removed(removal: BriefingRemoval, here: Here) -> ChangeEntry:
    page = addresses.brief_page(removal.folder)
    return ChangeEntry(
        what=_("Removed"),
        on=show_day(removal.on),
        names=(Link(words=removal.called, href=here.to(page)),),
        said=_("We removed this briefing."),
        reason="",
        briefing=None,
        language=spoken().language,
        direction=text_direction(spoken().language),
    )
