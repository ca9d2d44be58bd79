"""Ids and former slugs can name folders, and a former slug belongs to one briefing only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from dateline.facts.briefing import Briefing
from dateline.facts.kinds import SECTIONS
from dateline.facts.records import FrontMatter
from dateline.facts.site_records import OwnWords, Site
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Related, Rule
from dateline.reading.content import refused_name, unportable_name


def check_fact_addresses(briefing: Briefing) -> Iterator[Problem]:
    """Every id of a fact, present, former or removed, is a valid folder name on any system."""
    for position, fact_id in _ids(briefing):
        for problem in unportable_name(fact_id, position):
            fix = "write another id, of 80 characters at most"
            yield replace(problem, rule=Rule.ID_FORM, fix=fix)


def _ids(briefing: Briefing) -> Iterator[tuple[Position, str]]:
    for fact in briefing.facts:
        yield fact.origin.of("id"), fact.id
        for number, former in enumerate(fact.formerly):
            yield fact.origin.of("formerly", number), former
    for removal in briefing.removed:
        yield removal.origin.of("id"), removal.id


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerSlug:
    slug: str
    position: Position


def removed_slugs(site: Site) -> tuple[FormerSlug, ...]:
    return tuple(
        FormerSlug(slug=removal.folder, position=removal.origin.of("folder"))
        for removal in site.removed
    )


def former_slugs(front: FrontMatter) -> tuple[FormerSlug, ...]:
    return tuple(
        FormerSlug(slug=slug, position=front.origin.of("formerly", number))
        for number, slug in enumerate(front.formerly)
    )


def check_former_slugs(
    former: Iterable[FormerSlug], folders: Mapping[str, Position]
) -> Iterator[Problem]:
    """A former slug is valid, unused and claimed once; `folders` has the slugs of the briefings."""
    claimed: dict[str, FormerSlug] = {}
    for claim in former:
        for problem in _refused_former(claim.slug, claim.position):
            yield replace(problem, fix="remove it: no briefing can have had this address")
        first = claimed.setdefault(claim.slug, claim)
        if claim.slug in folders:
            note, fix = "the briefing that has it now", "remove it, or rename the other briefing"
            yield _taken(claim, folders[claim.slug], note, fix)
        elif first is not claim:
            fix = "remove it from `formerly:` in one of the two"
            yield _taken(claim, first.position, "also claimed here", fix)


def _refused_former(name: str, position: Position) -> Iterator[Problem]:
    """The names of sections were free before a site had these."""
    return refused_name(name, position) if name not in SECTIONS else iter(())


def check_own_pages(
    own: OwnWords, pages: Mapping[str, Position], taken: Mapping[str, Position]
) -> Iterator[Problem]:
    """A page of the site's own, and each of its former names, has an address that nothing else has."""
    for name, position in pages.items():
        if name in taken:
            fix = "rename one of the two; a page has the name of its file as its address"
            yield _shared(name, position, taken[name], fix)
    for front in own.pages.values():
        for number, former in enumerate(front.formerly):
            position = front.origin.of("formerly", number)
            for problem in _refused_former(former, position):
                yield replace(problem, fix="remove it: no page can have had this address")
            if former in taken or former in pages:
                other = taken.get(former) or pages[former]
                yield _shared(former, position, other, "remove it, or rename the other")
            taken = {**taken, former: position}


def check_named_pages(site: Site) -> Iterator[Problem]:
    """A page that site.yaml names is there."""
    known = {*site.own.pages, "about"}
    for field in ("contact", "corrections", "imprint"):
        target: str | None = getattr(site, field)
        if target and ":" not in target and target not in known:
            close = get_close_matches(target, known, n=1, cutoff=0.6)
            found = f"there is no page ‘{target}’"
            fix = f"write pages/{target}.md, or an address that begins with https://"
            fix = f"did you mean {close[0]}?" if close else fix
            yield Problem(site.origin.of(field), Rule.REFERENCE_UNKNOWN, found, fix)


def _shared(name: str, position: Position, other: Position, fix: str) -> Problem:
    related = Related(position=other, note="what has it too")
    return Problem(position, Rule.FILE_NAME, f"two pages would be at /{name}/", fix, (related,))


def _taken(claim: FormerSlug, other: Position, note: str, fix: str) -> Problem:
    found = f"the former address ‘{claim.slug}’ is taken"
    position = claim.position
    return Problem(position, Rule.FILE_NAME, found, fix, (Related(position=other, note=note),))
