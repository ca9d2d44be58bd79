"""The pages of people, organisations and places that several briefings name: what each says of them, newest first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Final

from dateline.drawing.locator_map import draw_vicinity
from dateline.drawing.map_places import MapPlace
from dateline.drawing.svg import Drawing
from dateline.facts.expectations import Phase
from dateline.facts.kinds import FACT_KINDS, SECTION_OF, Kind, count_of
from dateline.facts.mentions import BriefingNotes, Mention, NotedFact, NotedName, read_index
from dateline.facts.phrasing import capitalise
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.event_rows import EventRow, event_row
from dateline.pages.archive.identities import Identity, find_identities
from dateline.pages.archive.outdated import Outdated, outdated_events
from dateline.pages.archive.paging import parts_from_last
from dateline.pages.archive.shared_events import SharedEvent, shared_events
from dateline.pages.archive.site_page import Archive, SitePage
from dateline.pages.cards.name_cards import Backlink, OriginalScript, elsewhere
from dateline.pages.inline import Link, ShownDay, show_day, text_direction
from dateline.pages.machines import structured
from dateline.pages.shell import Page, Shell, site_shell
from dateline.pages.summary import Summary
from dateline.reading.outlines import read_outlines
from dateline.words import _, ngettext

# Briefings on a page: those before the newest ones have pages of so many, counted from the first.
A_PAGE: Final = 20
# Events that are in sight. One more than these is so too: to open a list of one is no gain.
AT_ONCE: Final = 8
_NEXT: Final = 4
"""As many of these as are still to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRole:
    """A role, and the briefings that say so: from the first to the last, to which `link` leads."""

    link: Link
    first: ShownDay
    last: ShownDay | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWords:
    """What somebody said: `link` leads to the words in the newest briefing that has them, `more` counts the others."""

    language: str
    direction: str
    link: Link
    briefing: Link
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEntry:
    """What one briefing says of someone besides events and their own words: `own` leads to its page of them.

    `counted` is how much it has there, and may be empty. `role` is empty where a newer briefing says the same, and
    `facts` are without those that it has. `sentence` is the one that names them in the article, to which it leads;
    where there is none, `why` is what the briefing says of them, unless a newer one says the same.
    """

    language: str
    direction: str
    link: Link
    published: ShownDay
    role: str
    own: Link
    counted: str
    sentence: Link | None
    why: str
    facts: tuple[Backlink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPageContext:
    """`summary` is what the newest briefing calls them, and `why` why they matter in it.

    `roles` are there where they have changed. `people` act for an organisation. `wholes` are what it is a part of,
    or for whom a person acts, as `whole_words` say. `events` are those of all these briefings, each once: what is to
    come, then the newest; `rest` are beyond the first few, and `is_placed` says that they are at several places.
    `earlier` and `later` are pages with other briefings. What does not apply is empty.
    """

    shell: Shell
    section: Link
    name: str
    own_script: OriginalScript | None
    summary: str
    why: str
    born: str
    same_as: tuple[Link, ...]
    locator: Drawing | None
    roles: tuple[SaidRole, ...]
    whole_words: str
    wholes: tuple[Link, ...]
    people: tuple[Link, ...]
    is_placed: bool
    events: tuple[EventRow, ...]
    rest: tuple[EventRow, ...]
    said: tuple[SaidWords, ...]
    briefings: tuple[NamedEntry, ...]
    later: tuple[Link, ...]
    earlier: tuple[Link, ...]


def plan_named_pages(archive: Archive, kind: Kind) -> Iterator[SitePage]:
    outdated = outdated_events(archive.summaries)
    for identity in find_identities(archive.summaries, kind):
        (_head, newest), *older = parts_from_last(identity.summaries, A_PAGE)
        yield SitePage(
            path=identity.page,
            slugs=identity.slugs,
            beside=tuple(_known_by_now(identity.slugs, outdated)),
            plan=partial(_plan_newest, identity, newest, archive, outdated),
        )
        for number, summaries in reversed(older):
            part = Identity(kind, identity.id, tuple(summaries))
            yield SitePage(
                path=older_page(identity, number),
                slugs=part.slugs,
                beside=tuple(_known_by_now(part.slugs, outdated)),
                plan=partial(_plan_older, part, number, archive, outdated),
            )


def _known_by_now(slugs: Iterable[str], outdated: Outdated) -> Iterator[str]:
    """What other briefings know by now of what these expect."""
    for slug in slugs:
        for own, listing in outdated.get(slug, {}).items():
            yield f"{slug}/{own} {listing.summary.slug} {listing.summary.title} {listing.event}"


def older_page(identity: Identity, number: int) -> str:
    return addresses.within(SECTION_OF[identity.kind], addresses.numbered(identity.id, number))


def _plan_newest(
    identity: Identity, newest: Sequence[Summary], archive: Archive, outdated: Outdated
) -> Page:
    here = here_on(identity.page, archive.site.address)
    return _page(identity, newest, here, archive, outdated)


def _plan_older(part: Identity, number: int, archive: Archive, outdated: Outdated) -> Page:
    here = here_on(older_page(part, number), archive.site.address)
    return _page(part, part.summaries, here, archive, outdated)


def _page(
    identity: Identity,
    shown: Sequence[Summary],
    here: Here,
    archive: Archive,
    outdated: Outdated,
) -> Page:
    notes = {summary.slug: summary.mentions.unpack() for summary in identity.summaries}
    newest = identity.summaries[0]
    mention, latest = identity.mention_in(newest), notes[newest.slug].names[identity.id]
    is_first = here.path == identity.page
    events = (event_row(each, here) for each in _events(identity.id, shown, notes, outdated))
    rows = tuple(replace(row, where="") if row.where == mention.name else row for row in events)
    at_once, later = _in_sight(rows)
    context = NamedPageContext(
        shell=_shell(identity, mention, latest, here, archive),
        section=_section(identity.kind, here),
        name=mention.name,
        own_script=_own_script(latest),
        summary=capitalise(latest.role),
        why=latest.why,
        born=latest.born,
        same_as=tuple(
            Link(words=elsewhere(address), href=address) for address in mention.same_as.split()
        ),
        locator=_locator(identity, mention, here) if is_first else None,
        roles=tuple(_roles(identity, notes, here)) if is_first else (),
        whole_words=_("Organisation") if identity.kind is Kind.PERSON else _("Part of"),
        wholes=tuple(_wholes(identity, notes, here)),
        people=tuple(_people(identity, notes, here)),
        is_placed=len({row.where for row in rows}) > 1,
        events=at_once,
        rest=later,
        said=tuple(_said(identity.id, shown, notes, here)),
        briefings=tuple(_entries(identity, mention.name, shown, notes, here)),
        later=() if is_first else (Link(words=_("Newest briefings"), href=here.to(identity.page)),),
        earlier=tuple(_older_links(identity, here)) if is_first else (),
    )
    return Page(path=here.path, template="named-page.html.j2", context=context)


def _own_script(latest: NotedName) -> OriginalScript | None:
    text, language = latest.original
    direction = text_direction(language)
    return OriginalScript(text=text, language=language, direction=direction) if text else None


def _older_links(identity: Identity, here: Here) -> Iterator[Link]:
    _newest, *older = parts_from_last(identity.summaries, A_PAGE)
    for number, summaries in older:
        words = _(
            "%(first)s to %(last)s",
            first=show_day(summaries[-1].published).words,
            last=show_day(summaries[0].published).words,
        )
        yield Link(words=words, href=here.to(older_page(identity, number)))


def _shell(
    identity: Identity, mention: Mention, latest: NotedName, here: Here, archive: Archive
) -> Shell:
    site, count = archive.site, len(identity.summaries)
    briefings = ngettext("%(number)s briefing", "%(number)s briefings", count)
    return site_shell(
        site,
        here,
        title=mention.name,
        description=_("%(role)s, in %(briefings)s.", role=latest.role, briefings=briefings),
        picture=archive.picture,
        graph=(structured.known(mention, latest.role, identity.page, site),),
    )


def _section(kind: Kind, here: Here) -> Link:
    page = addresses.section_page(SECTION_OF[kind])
    return Link(words=section_words(kind), href=here.to(page))


def section_words(kind: Kind) -> str:
    match kind:
        case Kind.PERSON:
            return _("People")
        case Kind.ORGANISATION:
            return _("Organisations")
    return _("Places")


def _locator(identity: Identity, mention: Mention, here: Here) -> Drawing | None:
    if identity.kind is not Kind.PLACE or not mention.point:
        return None
    north, east = map(float, mention.point.split())
    newest = addresses.fact_page(identity.summaries[0].slug, identity.id)
    spot = MapPlace(name=mention.name, north=north, east=east, href=here.to(newest))
    return draw_vicinity(spot, read_outlines())


NotesBySlug = dict[str, BriefingNotes]


def _roles(identity: Identity, notes: NotesBySlug, here: Here) -> Iterator[SaidRole]:
    """The roles in turn, the latest first; none where there has been only one."""
    runs = [
        list(run)
        for _role, run in groupby(
            identity.summaries, lambda summary: notes[summary.slug].names[identity.id].role
        )
    ]
    for run in runs if len(runs) > 1 and identity.kind is Kind.PERSON else ():
        last, first = run[0], run[-1]
        role = notes[last.slug].names[identity.id].role
        is_one_day = last.published == first.published
        yield SaidRole(
            link=Link(
                words=capitalise(role), href=here.to(addresses.fact_page(last.slug, identity.id))
            ),
            first=show_day(first.published),
            last=None if is_one_day else show_day(last.published),
        )


def _wholes(identity: Identity, notes: NotesBySlug, here: Here) -> Iterator[Link]:
    """What it is a part of, or for whom they act, by the newest briefing that says so."""
    for summary in identity.summaries:
        of = notes[summary.slug]
        whole = of.names[identity.id].whole
        if whole in of.names:
            name = next(
                each.name for each in read_index(summary.mentions.index) if each.id == whole
            )
            yield Link(words=name, href=here.to(addresses.fact_page(summary.slug, whole)))
            return


def _people(identity: Identity, notes: NotesBySlug, here: Here) -> Iterator[Link]:
    """Those who act for an organisation, each in the newest briefing that says so."""
    seen: set[str] = set()
    for summary in identity.summaries if identity.kind is Kind.ORGANISATION else ():
        names = notes[summary.slug].names
        for person in read_index(summary.mentions.index):
            is_theirs = names[person.id].whole == identity.id and person.kind is Kind.PERSON
            if is_theirs and person.id not in seen:
                seen.add(person.id)
                page = addresses.fact_page(summary.slug, person.id)
                yield Link(words=person.name, href=here.to(page))


def _events(
    own: str, shown: Sequence[Summary], notes: NotesBySlug, outdated: Outdated
) -> list[SharedEvent]:
    """The events that name them, each once: what is to come, the nearest first, then what was, the newest first."""
    found = shared_events([_with_events_of(own, summary, notes) for summary in shown])
    return sorted((_as_known(shared, outdated) for shared in found), key=_next_then_newest)


def _in_sight(rows: Sequence[EventRow]) -> tuple[tuple[EventRow, ...], tuple[EventRow, ...]]:
    """The few that are shown, some of what is to come and some of what was, and the rest."""
    coming = [row for row in rows if row.phase in (Phase.AHEAD, Phase.DUE)]
    over = rows[len(coming) :]
    ahead = max(_NEXT, AT_ONCE - len(over))
    past = AT_ONCE - min(len(coming), ahead)
    if len(rows) <= AT_ONCE + 1:
        return tuple(rows), ()
    return (*coming[:ahead], *over[:past]), (*coming[ahead:], *over[past:])


def _with_events_of(own: str, summary: Summary, notes: NotesBySlug) -> Summary:
    of = notes[summary.slug]
    named = {of.facts[number].id for number in of.names[own].facts}
    return replace(summary, events=tuple(event for event in summary.events if event.id in named))


def _as_known(shared: SharedEvent, outdated: Outdated) -> SharedEvent:
    """With what a briefing knows by now that does not name them."""
    known = outdated.get(shared.listings[0].summary.slug, {}).get(shared.first.id)
    return SharedEvent((known, *shared.listings)) if known else shared


def _next_then_newest(shared: SharedEvent) -> tuple[bool, int]:
    expectation = shared.first.expectation
    is_open = expectation is not None and expectation.phase in (Phase.AHEAD, Phase.DUE)
    return not is_open, shared.first.place if is_open else -shared.first.place


def _said(
    own: str, shown: Sequence[Summary], notes: NotesBySlug, here: Here
) -> Iterator[SaidWords]:
    """Their words, each once, however many briefings quote them."""
    found: dict[str, list[tuple[Summary, NotedFact]]] = defaultdict(list)
    for summary in shown:
        of = notes[summary.slug]
        for number in of.names[own].said:
            found[of.facts[number].words.casefold()].append((summary, of.facts[number]))
    for quoted in found.values():
        (newest, fact), *others = quoted
        yield SaidWords(
            language=newest.language,
            direction=text_direction(newest.language),
            link=_words(fact, newest, here),
            briefing=Link(words=newest.title, href=here.to(newest.page)),
            more=len(others),
        )


def _entries(
    identity: Identity, name: str, shown: Sequence[Summary], notes: NotesBySlug, here: Here
) -> Iterator[NamedEntry]:
    newest = notes[identity.summaries[0].slug].names[identity.id]
    role, said = newest.role, {newest.why}
    shown_facts = set[tuple[str, str]]()
    for summary in shown:
        of = notes[summary.slug]
        own = of.names[identity.id]
        facts = [of.facts[number] for number in own.facts]
        yield NamedEntry(
            language=summary.language,
            direction=text_direction(summary.language),
            link=Link(words=summary.title, href=here.to(summary.page)),
            published=show_day(summary.published),
            role="" if own.role == role else capitalise(own.role),
            own=Link(
                words=_("%(name)s in this briefing", name=name),
                href=here.to(addresses.fact_page(summary.slug, identity.id)),
            ),
            counted=_counted(own, of),
            sentence=_sentence(identity.id, own, summary, here),
            why="" if own.sentence or own.why in said else own.why,
            facts=tuple(
                Backlink(note=fact.note, fact=_link(fact, summary, here))
                for fact in facts
                if fact.kind != Kind.EVENT and (fact.note, fact.words) not in shown_facts
            ),
        )
        shown_facts.update((fact.note, fact.words) for fact in facts)
        role = own.role
        said.add(own.why)


def _sentence(id_: str, own: NotedName, summary: Summary, here: Here) -> Link | None:
    article = here.to(addresses.page_of(summary.slug, "article"), addresses.words_id(id_))
    return Link(words=own.sentence, href=article) if own.sentence else None


def _counted(own: NotedName, of: BriefingNotes) -> str:
    """How much a briefing has of them: “2 events, 1 quotation”."""
    counts = Counter(of.facts[number].kind for number in (*own.facts, *own.said))
    return ", ".join(count_of(kind, counts[kind]) for kind in FACT_KINDS if counts[kind])


def _words(fact: NotedFact, summary: Summary, here: Here) -> Link:
    """What somebody said, which leads to the words in the article."""
    if not fact.is_quoted:
        return _link(fact, summary, here)
    page = addresses.page_of(summary.slug, "article")
    return Link(words=fact.words, href=here.to(page, addresses.words_id(fact.id)))


def _link(fact: NotedFact, summary: Summary, here: Here) -> Link:
    return Link(words=fact.words, href=here.to(addresses.fact_page(summary.slug, fact.id)))
