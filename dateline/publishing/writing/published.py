"""The addresses that a site was published with, so that the next build misses none."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from typing import Any, Self

from dateline.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingAddresses:
    """The ids of a briefing's facts, present, former and removed, each with the sheet that has it.

    A sheet is empty where it is not known. `formerly` are the names that the folder had before.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Briefings by their slugs, the slugs of those that were removed, the site's own pages, its authors.

    The `pages` are by their names, with those that they had before; `authors` are ids, former ones too.
    `names` are people, organisations and places of the site's own sheets, as `people/ana-lind`.
    """

    briefings: Mapping[str, BriefingAddresses] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def slugs(self) -> frozenset[str]:
        """Every folder of the site at which a reader finds a briefing, a page, a redirect or a notice."""
        former = [slug for briefing in self.briefings.values() for slug in briefing.formerly]
        former += [name for names in self.pages.values() for name in names]
        return frozenset({*self.briefings, *self.pages, *former, *self.removed})

    def as_json(self) -> dict[str, Any]:
        pages = {name: list(former) for name, former in sorted(self.pages.items())}
        return {
            "briefings": {
                slug: {"facts": dict(sorted(of.facts.items())), "formerly": list(of.formerly)}
                for slug, of in sorted(self.briefings.items())
            },
            "removed": sorted(self.removed),
            **({"pages": pages} if pages else {}),
            **({"authors": sorted(self.authors)} if self.authors else {}),
            **({"names": sorted(self.names)} if self.names else {}),
        }

    @classmethod
    def of_json(cls, written: Any) -> Self:
        """What `as_json` gave. Raises TypeError, KeyError, AttributeError or ValueError for anything else."""
        briefings = {
            str(slug): BriefingAddresses(
                facts={str(fact): str(sheet) for fact, sheet in of["facts"].items()},
                formerly=tuple(map(str, of["formerly"])),
            )
            for slug, of in written["briefings"].items()
        }
        pages = {
            str(name): tuple(map(str, former)) for name, former in written.get("pages", {}).items()
        }
        return cls(
            briefings=briefings,
            removed=tuple(map(str, written["removed"])),
            pages=pages,
            authors=tuple(map(str, written.get("authors", ()))),
            names=tuple(map(str, written.get("names", ()))),
        )

    @classmethod
    def of_paths(cls, paths: Iterable[str]) -> Self:
        """What the files of a site show: an older manifest lists nothing else."""
        facts: dict[str, dict[str, str]] = {}
        for path in paths:
            match path.split("/"):
                case [slug, "article", "index.html"]:
                    facts.setdefault(slug, {})
                case [slug, "facts", fact, "index.html"]:
                    facts.setdefault(slug, {})[fact] = ""
        return cls(briefings={slug: BriefingAddresses(facts=ids) for slug, ids in facts.items()})


def keep_unpublished(
    before: Published | None, now: Published, kept_back: Collection[str]
) -> Published:
    """What a manifest says: what is kept back is not published, but stays known if it was before."""
    kept = {slug: of for slug, of in (before or Published()).briefings.items() if slug in kept_back}
    briefings = {slug: of for slug, of in now.briefings.items() if slug not in kept_back} | kept
    return replace(now, briefings=briefings)
