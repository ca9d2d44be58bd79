"""changes.xml: what was corrected, removed, added or revised, and what came about, across all briefings."""

from collections.abc import Iterable, Mapping
from typing import Final

from markupsafe import Markup, escape

from dateline.facts.site_records import Site
from dateline.pages import addresses
from dateline.pages.addresses import address_of
from dateline.pages.cards.provenance import inside
from dateline.pages.machines.feeds import NOTHING_YET, Entry, Feed, entry_id, instant, render_atom
from dateline.pages.summary import ChangeKind, Summary, SummaryChange
from dateline.words import _, deferred

# Feed readers ask again before there are so many new ones; without a limit the feed only grows.
MOST_ENTRIES: Final = 100


def changes_file(summaries: tuple[Summary, ...], site: Site) -> dict[str, bytes]:
    """The feed by its path in the site, which has an address."""
    return {addresses.CHANGES: render_atom(changes_feed(summaries, site))}


def changes_feed(summaries: tuple[Summary, ...], site: Site) -> Feed:
    entries = (*_entries(summaries, site), *_removed(site))
    return Feed(
        site=site,
        path=addresses.CHANGES,
        home=addresses.section_page("changes" if "changes" in site.sections else "corrections"),
        title=_("%(site)s: corrections and changes", site=site.title),
        subtitle=_(
            "What we corrected, removed or added, what sources revised, and what became of expected"
            " events."
        ),
        updated=max(
            [*(summary.changed for summary in summaries), *(gone.on for gone in site.removed)],
            default=NOTHING_YET,
        ),
        entries=tuple(sorted(entries, key=lambda entry: entry.updated, reverse=True))[
            :MOST_ENTRIES
        ],
    )


def _entries(summaries: Iterable[Summary], site: Site) -> Iterable[Entry]:
    """The latest first; those of one day by briefing, and there in their order."""
    by_slug = sorted(summaries, key=lambda summary: summary.slug)
    changes = [(change, summary) for summary in by_slug for change in summary.changes]
    for change, summary in sorted(changes, key=lambda pair: pair[0].on, reverse=True):
        yield Entry(
            id=entry_id(site, f"{summary.first_slug}/{change.key}", change.on),
            title=headline(change),
            address=address_of(change.page, site.address),
            published=instant(change.on),
            updated=change.on,
            language=summary.language,
            authors=(),
            summary=in_words(change),
            content=_content(change, summary, site),
        )


def _removed(site: Site) -> Iterable[Entry]:
    """The briefings that were removed, the last first."""
    for removal in sorted(site.removed, key=lambda removal: removal.on, reverse=True):
        said, name = f"{_('We removed this briefing.')} {removal.why}", removal.called
        yield Entry(
            id=entry_id(site, f"{removal.folder}/removed", removal.on),
            title=_("Removed: %(name)s", name=name),
            address=address_of(addresses.brief_page(removal.folder), site.address),
            published=instant(removal.on),
            updated=removal.on,
            language=site.language,
            authors=(),
            summary=said,
            content=str(Markup("<p>{}</p>").format(said)),
        )


def headline(change: SummaryChange) -> str:
    if change.by:
        return _("Revised by %(by)s: %(name)s", by=change.by, name=change.name)
    return _(_HEADLINES[change.kind], name=change.name)


_HEADLINES: Final[Mapping[ChangeKind, str]] = {
    "corrected": deferred("Corrected: %(name)s"),
    "removed": deferred("Removed: %(name)s"),
    "outcome": deferred("Outcome: %(name)s"),
    "revised": deferred("Revised: %(name)s"),
    "added": deferred("Added: %(name)s"),
}


def in_words(change: SummaryChange) -> str:
    was, now = inside(change.was), inside(change.now)
    match change.kind:
        case "corrected":
            said = _("It said “%(was)s”, and now says “%(now)s”.", was=was, now=now)
        case "removed":
            said = _("We removed this fact.")
        case "outcome":
            said = _("%(was)s. %(now)s.", was=was, now=now)
        case "revised" if change.by:
            said = _(
                "%(by)s gave %(was)s before, and now gives %(now)s.",
                by=change.by,
                was=was,
                now=now,
            )
        case "revised":
            said = _("It was %(was)s, and is now %(now)s.", was=was, now=now)
        case "added":
            said = _("We added this fact.")
    return f"{said} {change.why}".rstrip()


def _content(change: SummaryChange, summary: Summary, site: Site) -> str:
    briefing = address_of(summary.page, site.address)
    link = Markup('<a href="{}">{}</a>').format(briefing, summary.title)
    where = _("In “%(briefing)s”.", briefing=link)
    return f"<p>{escape(in_words(change))}</p><p>{where}</p>"
