"""What we had wrong, across all briefings: the latest first, each under its briefing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.facts.records import Site
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.cards.change_log import OURS, CorrectionEntry, correction_entries
from dateline.pages.inline import Link, text_direction
from dateline.pages.picture import Picture
from dateline.pages.reports import site_report
from dateline.pages.shell import Shell, site_shell
from dateline.pages.summary import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedBriefing:
    """A briefing in which something was put right."""

    language: str
    direction: str
    link: Link
    corrections: tuple[CorrectionEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsContext:
    """`report` and `feed` are empty where the site has no address for errors, or no feed."""

    shell: Shell
    report: str
    feed: str
    briefings: tuple[CorrectedBriefing, ...]


def corrections_context(
    summaries: Iterable[Summary], site: Site, picture: Picture | None = None
) -> CorrectionsContext:
    """The page of these briefings' corrections; the one that was last corrected stands first."""
    here = Here(path=addresses.CORRECTIONS)
    corrected = sorted(summaries, key=lambda one: last_corrected([one]), reverse=True)
    return CorrectionsContext(
        shell=site_shell(
            site,
            here,
            title="Corrections",
            description=f"What {site.title} had wrong, what is right, and why it was changed.",
            picture=picture,
        ),
        report=site_report(site),
        feed=here.to(addresses.CHANGES) if site.address else "",
        briefings=tuple(_briefing(one, here) for one in corrected if last_corrected([one])),
    )


def last_corrected(summaries: Iterable[Summary]) -> str:
    """The latest day on which something was put right or removed; empty where nothing was."""
    changes = (change for one in summaries for change in one.changes)
    return max((one.on for one in changes if one.kind in OURS), default="")


def _briefing(summary: Summary, here: Here) -> CorrectedBriefing:
    ours = (one for one in summary.changes if one.kind in OURS)
    return CorrectedBriefing(
        language=summary.language,
        direction=text_direction(summary.language),
        link=Link(words=summary.title, href=here.to(summary.page)),
        corrections=correction_entries(ours, here),
    )
