"""Addresses hold: of facts on every disk, former ones of briefings for one briefing alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.facts.briefing import Briefing
from dateline.facts.records import FrontMatter
from dateline.problems import Position, Problem, Related, Rule
from dateline.reading.content import refused_name, unportable_name


def check_fact_addresses(briefing: Briefing) -> Iterator[Problem]:
    """Every id that a fact has, had, or will not have again can be a folder's name anywhere."""
    for position, name in _ids(briefing):
        for problem in unportable_name(name, position):
            yield replace(
                problem, rule=Rule.ID_FORM, fix="write another id, of 80 characters at most"
            )


def _ids(briefing: Briefing) -> Iterator[tuple[Position, str]]:
    for fact in briefing.facts:
        yield fact.origin.of("id"), fact.id
        for number, former in enumerate(fact.formerly):
            yield fact.origin.of("formerly", number), former
    for removal in briefing.removed:
        yield removal.origin.of("id"), removal.id


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerSlug:
    """An address that a briefing had, and where its front matter says so."""

    slug: str
    position: Position


def former_slugs(front: FrontMatter) -> tuple[FormerSlug, ...]:
    """Every address that a briefing had before."""
    return tuple(
        FormerSlug(slug=slug, position=front.origin.of("formerly", number))
        for number, slug in enumerate(front.formerly)
    )


def check_former_slugs(
    former: Iterable[FormerSlug], folders: Mapping[str, Position]
) -> Iterator[Problem]:
    """A former address can be one, is no briefing's folder now, and is claimed once.

    `folders` are the places of the site's briefings by their slugs.
    """
    first: dict[str, FormerSlug] = {}
    for one in former:
        yield from _check_form(one)
        claimed = first.setdefault(one.slug, one)
        if one.slug in folders:
            yield _taken(
                one, Related(position=folders[one.slug], note="the briefing that has it now")
            )
        elif claimed is not one:
            yield _taken(one, Related(position=claimed.position, note="claimed here, too"))


def _check_form(one: FormerSlug) -> Iterator[Problem]:
    """What no folder may be called now, no briefing can have been called."""
    for problem in refused_name(one.slug, one.position):
        yield replace(problem, fix="take it out: no briefing can have had this address")


def _taken(one: FormerSlug, other: Related) -> Problem:
    return Problem(
        position=one.position,
        rule=Rule.FILE_NAME,
        found=f"the former address ‘{one.slug}’ is taken",
        fix="take it out of `formerly:` in one of the two",
        related=(other,),
    )
