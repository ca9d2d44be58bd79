"""What we had wrong, across all briefings, each under its briefing."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.facts.site_records import BriefingRemoval, RemovedKind, Site
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.cards.change_log import CorrectionEntry, correction_entries
from dateline.pages.inline import Link, show_day, text_direction
from dateline.pages.navigation import where
from dateline.pages.picture import SharedPicture
from dateline.pages.reports import site_report
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedBriefing:
    language: str
    direction: str
    link: Link
    corrections: tuple[CorrectionEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsContext:
    """`report`, `policy` and `feed` are empty where the site has no address for errors, no policy or no feed."""

    shell: Shell
    report: str
    policy: str
    feed: str
    briefings: tuple[CorrectedBriefing, ...]
    removed: tuple[CorrectionEntry, ...]


def plan_corrections(
    summaries: Iterable[Summary], site: Site, picture: SharedPicture | None = None
) -> Page:
    """The page of these briefings' corrections; the one corrected last comes first."""
    here = here_on(addresses.CORRECTIONS, site.address)
    dated = [(day, summary) for summary in summaries if (day := summary.corrected)]
    context = CorrectionsContext(
        shell=site_shell(
            site,
            here,
            title=_("Corrections"),
            description=_("What %(site)s got wrong, and what is right.", site=site.title),
            picture=picture,
        ),
        report=site_report(site),
        policy=where(site.corrections, here) if site.corrections else "",
        feed=here.to(addresses.CHANGES) if site.address else "",
        briefings=tuple(
            _briefing(summary, here)
            for _, summary in sorted(dated, key=lambda pair: pair[0], reverse=True)
        ),
        removed=tuple(
            _removed(removal, here)
            for removal in site.removed
            if removal.was is RemovedKind.BRIEFING
        ),
    )
    return Page(path=here.path, template="corrections.html.j2", context=context)


def _removed(removal: BriefingRemoval, here: Here) -> CorrectionEntry:
    page = addresses.brief_page(removal.folder)
    link = Link(words=removal.called, href=here.to(page))
    on = show_day(removal.on)
    return CorrectionEntry(on=on, link=link, was="", now="", why=removal.why)


def _briefing(summary: Summary, here: Here) -> CorrectedBriefing:
    return CorrectedBriefing(
        language=summary.language,
        direction=text_direction(summary.language),
        link=Link(words=summary.title, href=here.to(summary.page)),
        corrections=correction_entries(summary.changes, here),
    )
