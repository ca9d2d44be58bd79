"""Former addresses of briefings: each leads to one briefing, and is nobody's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.facts.records import FrontMatter
from dateline.problems import Place, Problem, Related
from dateline.reading.site import refused_name


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerSlug:
    """An address that a briefing had, and where its front matter says so."""

    slug: str
    place: Place


def former_slugs(front: FrontMatter) -> tuple[FormerSlug, ...]:
    """Every address that a briefing had before."""
    return tuple(
        FormerSlug(slug=slug, place=front.origin.of("formerly", number))
        for number, slug in enumerate(front.formerly)
    )


def check_former_slugs(
    former: Iterable[FormerSlug], folders: Mapping[str, Place]
) -> Iterator[Problem]:
    """A former address can be one, is no briefing's folder now, and is claimed once.

    `folders` are the places of the site's briefings by their slugs.
    """
    first: dict[str, FormerSlug] = {}
    for one in former:
        yield from _check_form(one)
        claimed = first.setdefault(one.slug, one)
        if one.slug in folders:
            yield _taken(one, Related(place=folders[one.slug], note="the briefing that has it now"))
        elif claimed is not one:
            yield _taken(one, Related(place=claimed.place, note="claimed here, too"))


def _check_form(one: FormerSlug) -> Iterator[Problem]:
    """What no folder may be called now, no briefing can have been called."""
    for problem in refused_name(one.slug, one.place):
        yield replace(problem, fix="take it out: no briefing can have had this address")


def _taken(one: FormerSlug, other: Related) -> Problem:
    return Problem(
        place=one.place,
        rule="file.name",
        found=f"the former address ‘{one.slug}’ is taken",
        fix="take it out of `formerly:` in one of the two",
        related=(other,),
    )
