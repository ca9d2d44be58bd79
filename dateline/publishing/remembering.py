"""A site of which only that is made again that would not be as it was: the rest is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Self

from dateline.frozen import dataclass
from dateline.problems import Problem, sort_problems
from dateline.publishing.again import MadeFrom, Remembered
from dateline.publishing.another_look import has_look
from dateline.publishing.assemble import (
    AssembledSite,
    found_in,
    join_site,
    picture_store,
    plan_inputs,
)
from dateline.publishing.briefings import BuiltBriefing
from dateline.publishing.entries import inputs_digest, load_briefing, load_found
from dateline.publishing.footprint import UNSURE, Footprint
from dateline.publishing.keeping.cache import WHOLE_SITE, Cache, digest
from dateline.publishing.keeping.fillings import name_of_filling
from dateline.publishing.keeping.kept import SpoiltCacheError
from dateline.publishing.keeping.stored import StoredFiles
from dateline.publishing.last_build import Known
from dateline.publishing.looks.assets import Look
from dateline.publishing.looks.look import LookFiles
from dateline.publishing.making import MadeBriefing, Making, Trust, Watch, make_briefings
from dateline.publishing.request import Request
from dateline.publishing.writing.changes import NewSite
from dateline.publishing.writing.published import Published
from dateline.reading.content import SHARED, SiteSource
from dateline.reading.shared_sheets import parse_shared_sheets, share_records

# The name of an entry in the cache, which no briefing's folder can have.
PARTS: Final = "_parts"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastParts:
    """What the last build knew of the parts of its site; `folders` have marks and digests.

    All but the folders that briefings are made from is in `inputs`. `lists` has the version of each
    briefing, what fills its slots, and the digest of the list of its files, with the `names` of assets.
    """

    inputs: str = ""
    names: str = ""
    folders: Mapping[str, Known] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    made: MadeFrom = field(default_factory=MadeFrom)

    def with_look(self, look: Look) -> Self:
        """What was made is forgotten where its templates were others."""
        templates = self.made.templates.items()
        is_same = all(look.closures.get(name) == of for name, of in templates)
        return self if is_same else replace(self, made=MadeFrom(), lists={})

    def store(self, cache: Cache) -> None:
        whole = {
            "inputs": self.inputs,
            "names": self.names,
            "folders": self.folders,
            "keys": self.keys,
            "lists": self.lists,
            "whole": self.made.whole,
            "assets": self.made.assets,
            "templates": self.made.templates,
            "pages": self.made.pages,
            "fillings": self.made.fillings,
            "anchors": self.made.anchors,
        }
        cache.store(PARTS, "", whole)

    @classmethod
    def load(cls, cache: Cache) -> Self:
        whole = cache.load(PARTS, "")
        try:
            return cls(
                inputs=whole["inputs"],
                names=whole["names"],
                folders={slug: (mark, of) for slug, (mark, of) in whole["folders"].items()},
                keys=whole["keys"],
                lists={slug: (a, b, c) for slug, (a, b, c) in whole["lists"].items()},
                made=MadeFrom(
                    whole=whole["whole"],
                    assets=whole["assets"],
                    templates=whole["templates"],
                    pages={path: (a, b, c, d) for path, (a, b, c, d) in whole["pages"].items()},
                    fillings=whole["fillings"],
                    anchors={part: (of, dict(ids)) for part, (of, ids) in whole["anchors"].items()},
                ),
            )
        except (TypeError, LookupError, ValueError, AttributeError):
            return cls()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedOut:
    """A site, with the digests of the folders and the keys of its briefings, and how many were remembered."""

    site: AssembledSite
    inputs: str
    names: str
    folders: Mapping[str, str]
    keys: Mapping[str, str]
    remembered: int
    last: LastParts

    def new(self, published: Published) -> NewSite:
        versions, fillings = _versions(self.site.briefings, self.keys), self.site.made.fillings
        known = {
            slug: listed
            for slug, (version, filling, listed) in self.last.lists.items()
            if version == versions.get(slug) and filling == fillings.get(slug, "")
            if self.names == self.last.names
        }
        return self.site.files.new(published, known)

    def parts(self, new: NewSite, footprint: Footprint) -> LastParts:
        versions, fillings = _versions(self.site.briefings, self.keys), self.site.made.fillings
        return LastParts(
            inputs=self.inputs,
            names=self.names,
            folders={
                slug: (footprint.folders.get(slug, UNSURE), of) for slug, of in self.folders.items()
            },
            keys=self.keys,
            lists={
                slug: (versions[slug], fillings.get(slug, ""), part.list_digest)
                for slug, part in new.briefings.items()
            },
            made=self.site.made,
        )


def work_out_site(  # noqa: PLR0913, PLR0917 - all that a site depends on
    source: SiteSource,
    look: LookFiles,
    request: Request,
    cache: Cache,
    footprint: Footprint,
    trust: Trust,
    watch: Watch,
    published: Path,
) -> WorkedOut:
    """`source` has no briefings but their names, and `published` is the folder of the last site.

    Raises SpoiltCacheError where too much was trusted.
    """
    shared, making, found = _plan(source, look, request, cache, trust)
    inputs = making.inputs
    last = LastParts() if trust is Trust.NOTHING else LastParts.load(cache).with_look(inputs.look)
    make = partial(make_briefings, making=making, jobs=request.jobs, watch=watch)
    made = {each.slug: each for each in _make(source, making, last, footprint, make)}
    problems = (problem for each in made.values() for problem in each.problems)
    keys = {slug: each.key for slug, each in made.items()}
    briefings = {slug: each.briefing for slug, each in made.items()}
    source = replace(shared, problems=sort_problems((*shared.problems, *problems)))
    versions = _versions(briefings, keys)
    shown = {slug: briefings[slug].shown for slug in versions}
    before = _remembered(last, making, _of_own(making, source), published)
    before = replace(before, versions=versions, shown=shown)
    site = join_site(source, inputs, found, briefings, before)
    return WorkedOut(
        site=site,
        inputs=_with_shared(making),
        names=inputs.look.names.digest,
        folders={slug: each.digest for slug, each in made.items()},
        keys=keys,
        remembered=sum(each.is_remembered for each in made.values()),
        last=last,
    )


def _remembered(last: LastParts, making: Making, inputs: str, published: Path) -> Remembered:
    """What was made by the last build, and what would be, but for briefings."""
    look = making.inputs.look
    return Remembered(
        made=last.made,
        inputs=inputs,
        names=look.names,
        has_names=look.names.digest == last.names,
        assets=digest(look.files.items()),
        published=published,
        cache=making.cache,
    )


def _plan(
    source: SiteSource, look: LookFiles, request: Request, cache: Cache, trust: Trust
) -> tuple[SiteSource, Making, tuple[Problem, ...]]:
    """The source with what briefings share, what all of them are made from, and what is wrong with that."""
    shared = share_records(source)
    pictures = picture_store(cache, renews=trust is Trust.NOTHING)
    inputs, found = plan_inputs(shared, look, request, pictures=pictures)
    inputs = replace(inputs, keeps_contexts=True)
    making = Making(
        content=request.content,
        source=replace(shared, folders=(), problems=()),
        inputs=inputs,
        digest=inputs_digest(inputs),
        cache=cache,
        trust=trust,
    )
    return shared, making, found


def make_part(
    source: SiteSource, look: LookFiles, request: Request, cache: Cache, trust: Trust
) -> tuple[tuple[Problem, ...], Sequence[MadeBriefing]]:
    """What is wrong with the briefings of one part, and these."""
    first, of = request.part or (1, 1)
    shared, making, found = _plan(source, look, request, cache, trust)
    names = [folder.slug for folder in source.folders][first - 1 :: of]
    made = list(make_briefings(names, making, request.jobs))
    problems = [problem for each in made for problem in (*each.problems, *each.briefing.problems)]
    return sort_problems((*shared.problems, *found, *problems)), made


def _versions(briefings: Mapping[str, BuiltBriefing], keys: Mapping[str, str]) -> dict[str, str]:
    """The same version has the same summary and files, but for what fills slots."""
    shown = {slug: each for slug, each in briefings.items() if each.summary}
    whole = ((slug, f"{keys[slug]} {each.stay} {_look_of(each)}") for slug, each in shown.items())
    return {slug: sha256(version.encode()).hexdigest()[:32] for slug, version in whole}


def _look_of(briefing: BuiltBriefing) -> str:
    return digest((name, of.encode()) for name, of in briefing.templates.items())[:16]


def _with_shared(making: Making) -> str:
    """A digest of what briefings are made from, with the site's own sheets, of which each takes some."""
    shared = parse_shared_sheets(making.source).digest
    look = making.inputs.look.digest
    return digest(
        [("inputs", making.digest.encode()), ("look", look.encode()), ("shared", shared.encode())]
    )


def _of_own(making: Making, source: SiteSource) -> str:
    """A digest of what the site's own pages are made from, besides summaries, which have what they show of SHARED."""
    words = ((name, data) for name, data in source.words.items() if name not in SHARED)
    own = (*words, *source.look.items())
    return digest([("making", making.digest.encode()), *own])


def _make(
    source: SiteSource,
    making: Making,
    last: LastParts,
    footprint: Footprint,
    make: Callable[[Sequence[str]], Iterable[MadeBriefing]],
) -> Sequence[MadeBriefing]:
    """Every briefing, in the order of their names. Those that changed are made while no other is in memory."""
    names = [folder.slug for folder in source.folders]
    unchanged = _unchanged(names, making, last, footprint)
    changed = [name for name in names if name not in unchanged]
    made = dict(zip(changed, make(changed), strict=True))
    for name in unchanged:
        if known := _load(name, making, last):
            made[name] = known
    lost = [name for name in names if name not in made]
    made |= zip(lost, make(lost), strict=True)
    return [made[name] for name in names]


def _unchanged(
    names: Iterable[str], making: Making, last: LastParts, footprint: Footprint
) -> frozenset[str]:
    """Those whose folders look as they did, and that are made from the same."""
    if making.trust is not Trust.HEADS or last.inputs != _with_shared(making):
        return frozenset()
    marks = ((name, last.folders.get(name, (UNSURE, ""))[0]) for name in names if name in last.keys)
    return frozenset(name for name, mark in marks if mark == footprint.folders.get(name) != UNSURE)


def _load(name: str, making: Making, last: LastParts) -> MadeBriefing | None:
    key = last.keys[name]
    briefing = load_briefing(making.cache, name, key, making.inputs.now)
    if briefing is None or not has_look(briefing, making.inputs.look):
        return None
    return MadeBriefing(
        slug=name,
        digest=last.folders[name][1],
        key=key,
        problems=(),
        briefing=briefing,
        is_remembered=True,
    )


def tidy(cache: Cache, site: AssembledSite) -> None:
    """Nothing is kept that no briefing has."""
    filled = map(name_of_filling, site.made.fillings)
    cache.keep_only([WHOLE_SITE, PARTS, *site.briefings, *filled])
    names = (name for each in site.briefings.values() for name in each.files.pictures)
    picture_store(cache).keep_only(names)


def find_in_full(
    cache: Cache, keys: Mapping[str, str], site: AssembledSite
) -> dict[str, dict[str, Any]]:
    """What was found in all briefings. Raises SpoiltCacheError where it is not there any more."""
    return found_in(
        {
            slug: _find(cache, slug, keys[slug]) if isinstance(each.files, StoredFiles) else each
            for slug, each in site.briefings.items()
        }
    )


def find_last_in_full(cache: Cache) -> dict[str, dict[str, Any]] | None:
    """The same of the last build; None where it is not there any more."""
    keys = LastParts.load(cache).keys
    try:
        return found_in({slug: _find(cache, slug, key) for slug, key in keys.items()})
    except SpoiltCacheError:
        return None


def _find(cache: Cache, slug: str, key: str) -> BuiltBriefing:
    if found := load_found(cache, slug, key):
        return found
    raise SpoiltCacheError(slug)
