"""What a briefing's cards and pages of facts say of other briefings: who is in them too, and the same fact there.

A briefing is made without the others, so each card and page has a slot, which is filled once all are known.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from dateline.facts.kinds import SECTION_OF, Kind
from dateline.facts.mentions import read_index
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.archive.identities import Identity, find_identities
from dateline.pages.archive.onward import SLOT, Onward, plan_onward
from dateline.pages.archive.outdated import outdated_events
from dateline.pages.archive.same_facts import OtherTelling, find_same_facts
from dateline.pages.archive.shared_events import Listing
from dateline.pages.archive.site_page import Archive
from dateline.pages.inline import Link
from dateline.pages.shell import Page
from dateline.pages.summary import Summary
from dateline.words import _


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is said beside a fact: `page` is the one across briefings of someone whom several name."""

    kind: Kind
    id: str
    page: str = ""
    name: str = ""
    others: tuple[OtherTelling, ...] = ()

    @property
    def words(self) -> str:
        """All that its slots are filled with."""
        others = (
            f"{other.slug}/{other.id} {other.title} {other.language} {other.value} {other.state}"
            for other in self.others
        )
        return "\n".join((f"{self.kind} {self.id} {self.page} {self.name}", *others))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTelling:
    """A link to the same fact in another briefing; `value` is empty where it is the same.

    `state` is what that briefing knows by now of something expected, where this one waits.
    """

    title: str
    href: str
    language: str
    value: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoContext:
    """`whole` leads to the page across briefings; `is_page` where this is on the fact's own page.

    `known` is whether this is what others know by now, beside what the briefing says of it.
    """

    is_page: bool
    known: bool
    whole: Link | None
    others: tuple[ShownTelling, ...]


def plan_slots(archive: Archive) -> Iterator[Onward]:
    """For each briefing, the newest first, the fillings of all its slots: what it ends with, and what is elsewhere.

    The path of a filling is that of its page; `slot_of` says which slot there it is for.
    """
    others = {other.summary.slug: other for other in plan_elsewhere(archive)}
    for onward in plan_onward(archive):
        other = others.get(onward.summary.slug)
        yield _both(onward, other) if other else onward


def _both(onward: Onward, other: Onward) -> Onward:
    return Onward(
        summary=onward.summary,
        slugs=onward.slugs,
        beside=(*onward.beside, *other.beside),
        plan=lambda: (*onward.plan(), *other.plan()),
    )


def plan_elsewhere(archive: Archive) -> Iterator[Onward]:
    """For each briefing that shares something, the fillings of its slots.

    The path of a filling is that of its page, then `#` and the name of the slot.
    """
    newest, address = archive.summaries, archive.site.address
    across = {
        (kind, identity.id, slug): identity
        for kind in SECTION_OF
        for identity in find_identities(newest, kind)
        for slug in identity.slugs
    }
    same, outdated = find_same_facts(newest), outdated_events(newest)
    for summary in newest:
        own = (
            *_named(summary, across),
            *_facts(same.get(summary.slug, {}), outdated.get(summary.slug, {})),
        )
        if own:
            yield Onward(
                summary=summary,
                slugs=(summary.slug,),
                beside=tuple(each.words for each in own),
                plan=partial(_fillings, summary.slug, own, address),
            )


def _facts(
    same: Mapping[str, tuple[Kind, tuple[OtherTelling, ...]]], outdated: Mapping[str, Listing]
) -> Iterator[Elsewhere]:
    """Where else each fact is: of what has moved or is over by now, the briefing that knows it comes first."""
    for fact in dict.fromkeys((*outdated, *same)):
        kind, others = same.get(fact, (Kind.EVENT, ()))
        known = tuple(_known_by_now(outdated[fact])) if fact in outdated else ()
        places = {(other.slug, other.id) for other in known}
        rest = (other for other in others if (other.slug, other.id) not in places)
        yield Elsewhere(kind, fact, others=(*known, *rest))


def _known_by_now(listing: Listing) -> Iterator[OtherTelling]:
    event, summary = listing.event, listing.summary
    if event.expectation:
        yield OtherTelling(
            slug=summary.slug,
            id=event.id,
            title=summary.title,
            language=summary.language,
            value="",
            state=event.expectation.lead,
        )


def _named(
    summary: Summary, across: Mapping[tuple[Kind, str, str], Identity]
) -> Iterator[Elsewhere]:
    for mention in read_index(summary.mentions.index):
        if identity := across.get((mention.kind, mention.id, summary.slug)):
            yield Elsewhere(mention.kind, mention.id, identity.page, mention.name)


def _fillings(
    slug: str, found: tuple[Elsewhere, ...], site_address: str | None
) -> tuple[Page, ...]:
    return tuple(page for each in found for page in _filling(slug, each, site_address))


def _filling(slug: str, each: Elsewhere, site_address: str | None) -> Iterator[Page]:
    """On the fact's own page, on its card, and where the brief says what comes next."""
    page, sheet = addresses.fact_page(slug, each.id), addresses.page_of(slug, each.kind.page)
    known = replace(each, page="", others=tuple(other for other in each.others if other.state))
    also = replace(each, others=tuple(other for other in each.others if not other.state))
    slots = [(page, "also", also), (sheet, f"also:{each.id}", also)]
    slots += [(page, "known", known), (sheet, f"known:{each.id}", known)]
    slots += [(addresses.brief_page(slug), f"known:{each.id}", known)]
    for path, slot, said in slots:
        if said.page or said.others:
            here, is_page = here_on(path, site_address), path == page
            context = _context(said, here, is_page=is_page, known=said is known)
            yield Page(path=f"{path}#{slot}", template="partials/also.html.j2", context=context)


def _context(each: Elsewhere, here: Here, *, is_page: bool, known: bool) -> AlsoContext:
    # Without their number, which another briefing would change on all these pages.
    words = _("%(name)s in all briefings", name=each.name)
    return AlsoContext(
        is_page=is_page,
        known=known,
        whole=Link(words=words, href=here.to(each.page)) if each.page else None,
        others=tuple(
            ShownTelling(
                title=other.title,
                href=here.to(addresses.fact_page(other.slug, other.id)),
                language=other.language,
                value=other.value,
                state=other.state,
            )
            for other in each.others
        ),
    )


def slot_of(place: str) -> tuple[str, bytes]:
    """The page of a filling, and the slot there; a page that leads on has one without a name."""
    path, _hash, name = place.partition("#")
    return path, f"<!--{name}-->".encode() if name else SLOT
