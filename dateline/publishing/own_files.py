"""The files that belong to no briefing, and what fills the slots in those of briefings.

All that they show of briefings is in summaries. While no summary is another, nor anything else that they are
made from, they are not even planned; then each is made again that shows one of the summaries that changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property, partial
from hashlib import sha256
from itertools import chain
from typing import Literal

from dateline.frozen import dataclass
from dateline.pages.addresses import own_page
from dateline.pages.archive.elsewhere import plan_slots, slot_of
from dateline.pages.archive.onward import Onward
from dateline.pages.archive.search_index import index_files
from dateline.pages.archive.site_page import Archive, SitePage
from dateline.pages.cards.share_picture import site_card
from dateline.pages.picture import ShareCard
from dateline.pages.plan import archive_of, plan_site, site_files
from dateline.pages.shell import Page
from dateline.pages.summary import Summary, published
from dateline.problems import Problem
from dateline.publishing.again import MadeFrom, MadePage, Remembered
from dateline.publishing.briefings import BuildInputs, render_each, render_pages
from dateline.publishing.keeping.fillings import Fill, Filling, load_filling, store_filling
from dateline.publishing.keeping.kept import LatePage
from dateline.publishing.keeping.open_names import slots_of
from dateline.publishing.keeping.packed import PackedFiles, pack_each
from dateline.publishing.looks.raster import render_card
from dateline.words import speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFiles:
    """The files by their paths, and by slugs what fills slots; `made` has what both were made from."""

    files: PackedFiles
    fillings: Mapping[str, Fill]
    made: MadeFrom


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """What there would be, which is found out when it is asked for, and of which nothing is made yet.

    `templates` are those of what was made meanwhile.
    """

    summaries: tuple[Summary, ...]
    inputs: BuildInputs
    templates: set[str] = field(default_factory=set)

    @cached_property
    def archive(self) -> Archive:
        return archive_of(self.summaries, self.inputs.site)

    @cached_property
    def card(self) -> ShareCard | None:
        return site_card(self.inputs.site, self.inputs.card_fonts, self.inputs.card_logo)

    def plan(self) -> Iterator[SitePage]:
        return plan_site(self.summaries, self.inputs.site, self.card, self.inputs.texts)

    @cached_property
    def pages(self) -> dict[str, SitePage]:
        with speaking(self.inputs.site.language):
            return {page.path: page for page in self.plan()}

    def page(self, path: str) -> SitePage | None:
        """Those with an editor's text are planned first, and found without the others."""
        if path not in map(own_page, self.inputs.texts):
            return self.pages.get(path)
        with speaking(self.inputs.site.language):
            return next((page for page in self.plan() if page.path == path), None)

    @cached_property
    def slots(self) -> dict[str, Onward]:
        return {each.summary.slug: each for each in plan_slots(self.archive)}

    def forget(self, planned: Literal["pages", "slots"]) -> None:
        """Once all of them are made: they take as much memory as all summaries, and may be planned again."""
        self.__dict__.pop(planned, None)

    @property
    def sections(self) -> str:
        return repr(self.archive.site.sections)

    def render(
        self, pages: Iterable[SitePage], problems: list[Problem]
    ) -> Iterator[tuple[str, bytes]]:
        """With the names of assets left open."""
        with speaking(self.inputs.site.language):
            planned = map(self.noted, (page.plan() for page in pages))
            yield from render_each(planned, self.inputs.look, problems)

    def noted(self, page: Page) -> Page:
        self.templates.add(page.template)
        return page

    def others(self, problems: list[Problem]) -> dict[str, bytes]:
        """The files that are no pages: those for programs, and the card."""
        inputs = self.inputs
        with speaking(inputs.site.language):
            programs = site_files(self.summaries, inputs.site, self.pages.values())
        return {**render_card(self.card, problems), **programs}

    def look_files(self) -> Mapping[str, bytes]:
        site = self.archive.site
        authors = ("authors",) if site.own.authors or site.own.removed else ()
        return self.inputs.look.files_for((*site.sections, *authors))

    @property
    def looks(self) -> dict[str, str]:
        closures = self.inputs.look.closures
        return {name: closures.get(name, "") for name in sorted(self.templates)}

    def make(self, path: str) -> bytes:
        """One that was made before, and is the same again."""
        page = self.page(path)
        if page is None:
            return {**self.look_files(), **self.others([])}[path]
        return self.inputs.look.names.fill(dict(self.render([page], []))[path])

    def fill(self, slug: str, problems: list[Problem]) -> Filling:
        fillings: dict[str, list[tuple[bytes, bytes]]] = defaultdict(list)
        onward = self.slots[slug]
        with speaking(onward.summary.language):
            planned = map(self.noted, onward.plan())
            rendered = render_pages(planned, self.inputs.look, problems)
        for place, filling in rendered.items():
            path, slot = slot_of(place)
            fillings[path].append((slot, filling))
        return fillings


def make_own_files(
    summaries: tuple[Summary, ...],
    inputs: BuildInputs,
    before: Remembered,
    problems: list[Problem],
) -> OwnFiles:
    """Those that would be as they were `before` are made only if they are asked for."""
    plan = _Plan(summaries=summaries, inputs=inputs)
    searched, index = before.choose_files(index_files(published(summaries)))
    make = _keep if before.is_whole else _make
    own = make(plan, searched, before, problems)
    return replace(own, made=replace(own.made, pages={**own.made.pages, **index}))


IndexFiles = Mapping[str, bytes | LatePage]


def _keep(plan: _Plan, searched: IndexFiles, before: Remembered, _: list[Problem]) -> OwnFiles:
    """All is as it was, but for what search knows, and the look."""
    made = before.made
    kept = (path for path in made.pages if path not in searched)
    if before.has_assets:
        late, pages = _late(kept, before, plan)
        look: Mapping[str, bytes] = {}
    else:
        others = (path for path in kept if made.pages[path][0] != made.assets)
        (late, pages), look = _late(others, before, plan), plan.look_files()
    noted = _noted(look.items(), dict.fromkeys(look, before.assets), pages, plan)
    files = pack_each(chain[tuple[str, bytes | LatePage]](late.items(), noted, searched.items()))
    fillings = {
        slug: partial(_fill, plan, before, slug, source) for slug, source in made.fillings.items()
    }
    return OwnFiles(
        files=files,
        fillings=fillings,
        made=replace(made, pages=pages, assets=before.assets),
    )


def _late(
    paths: Iterable[str], before: Remembered, plan: _Plan
) -> tuple[dict[str, LatePage], dict[str, MadePage]]:
    """The files at these paths, which are as they were, and what they were made from."""
    late = {path: before.late(path, plan.make) for path in paths}
    return {path: file for path, (file, _) in late.items()}, {
        path: made for path, (_, made) in late.items()
    }


def _make(
    plan: _Plan, searched: IndexFiles, before: Remembered, problems: list[Problem]
) -> OwnFiles:
    """All is made that is not as it was."""
    known = len(problems)
    files, made = _make_files(plan, searched, before, problems)
    fillings, leads = _fill_slots(plan, before, problems)
    return OwnFiles(
        files=files,
        fillings=fillings,
        # What had to be reported has to be found again.
        made=MadeFrom(
            whole="" if problems[known:] else before.whole,
            assets=before.assets,
            templates={**before.made.templates, **plan.looks},
            pages=made,
            fillings=leads,
        ),
    )


def _make_files(
    plan: _Plan, searched: IndexFiles, before: Remembered, problems: list[Problem]
) -> tuple[PackedFiles, dict[str, MadePage]]:
    """The files, and what they were made from."""
    sources, new, kept = before.choose_pages(plan.pages.values(), plan.sections)
    late, made = _late(kept, before, plan)
    others, look = plan.others(problems), plan.look_files()
    files = chain[tuple[str, bytes | LatePage]](
        _noted(plan.render(new, problems), sources, made, plan),
        late.items(),
        _noted(others.items(), dict.fromkeys(others, before.whole), made, plan),
        _noted(look.items(), dict.fromkeys(look, before.assets), made, plan),
        searched.items(),
    )
    packed = pack_each(files)
    if not kept:
        plan.forget("pages")
    return packed, made


def _noted(
    files: Iterable[tuple[str, bytes]],
    sources: Mapping[str, str],
    made: dict[str, MadePage],
    plan: _Plan,
) -> Iterator[tuple[str, bytes]]:
    """The files with the names of assets; what they were made from is written down on the way."""
    for path, opened in files:
        data = plan.inputs.look.names.fill(opened)
        if source := sources.get(path):
            slots = "" if data is opened else slots_of(opened)
            made[path] = (source, sha256(data).hexdigest(), len(data), slots)
        yield path, data


def _fill_slots(
    plan: _Plan, before: Remembered, problems: list[Problem]
) -> tuple[dict[str, Fill], dict[str, str]]:
    """What goes into the slots of each briefing, and what that is made from."""
    fillings: dict[str, Fill] = {}
    sources: dict[str, str] = {}
    for slug, each in plan.slots.items():
        sources[slug] = source = before.of_filling(each, plan.sections)
        fillings[slug] = partial(_fill, plan, before, slug, source)
        if not before.has_filled(slug, source):
            filling = plan.fill(slug, problems)
            if not store_filling(before.cache, slug, _with_look(source, plan), filling):
                fillings[slug] = partial(dict, filling)
    plan.forget("slots")
    return fillings, sources


def _fill(plan: _Plan, before: Remembered, slug: str, source: str) -> Filling:
    known = load_filling(before.cache, slug, _with_look(source, plan))
    return plan.fill(slug, []) if known is None else known


def _with_look(source: str, plan: _Plan) -> str:
    """A killed build may have filled slots with another look."""
    look = plan.inputs.look
    return f"{source} {look.digest}" if source else ""
