"""The maker: makes the site anew at each save, and only what the save has changed.

It holds the content as it was read and each briefing as it was made, so that a site of a thousand
briefings costs no more than the one that was saved. It runs in a process of its own.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.pages.about import base_path
from dateline.preview.messages import Job, Packed, Update, gone
from dateline.problems import is_refused
from dateline.publishing.assemble import AssembledSite, build_all, join_site, plan_inputs
from dateline.publishing.briefings import (
    BuildInputs,
    BuiltBriefing,
    Prepared,
    briefing_key,
    finish_briefing,
    load_briefing,
    make_page,
    prepare_briefing,
    store_briefing,
)
from dateline.publishing.cache import Cache
from dateline.publishing.look import LookFiles, look_folders, read_look_files
from dateline.publishing.packed import pack
from dateline.reading.content import Folder, SiteSource, read_site

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from dateline.facts.records import Site
    from dateline.problems import Problem
    from dateline.publishing.request import Request

PREVIEW = "__preview/"
"""Where the preview's own files stand, below the base of the site."""
TOLD_EVERY = 2.0
"""Seconds after which a long answer is told in parts."""


def run_builder(connection: Connection, request: Request) -> None:
    """Answer each Job that comes, until the other end is closed; what else fails is raised."""
    maker = Builder(request=request, cache=Cache(cache_folder(request.content)))
    # What stands now stays: nobody need look through it for garbage at each build.
    gc.freeze()
    while (ask := _receive(connection)) is not None:
        try:
            for answer in maker.answer(ask, is_urgent=connection.poll):
                connection.send(answer)
            maker.remember(is_urgent=connection.poll)
        except (FileNotFoundError, NotADirectoryError):
            if request.content.is_dir():
                raise
            connection.send(replace(gone(request.content), number=ask.number))


def _receive(connection: Connection) -> Job | None:
    try:
        ask: Job = connection.recv()
    except (EOFError, OSError, KeyboardInterrupt):
        return None
    return ask


def cache_folder(content: Path) -> Path:
    """Where the preview of this content keeps what it made, for the next time it is started."""
    whole = content.resolve()
    return whole.parent / ".dateline" / f"preview-of-{whole.name}"


@dataclass(slots=True, kw_only=True)
class Builder:
    """What was read and made so far. `each` is by slug: the key it was made under, and the result."""

    request: Request
    cache: Cache
    source: SiteSource | None = None
    look: LookFiles | None = None
    each: dict[str, tuple[str, BuiltBriefing]] = field(default_factory=dict)
    settings: Site | None = None
    own: Packed = field(default_factory=dict)
    refused: bool = False
    unsaved: dict[str, str] = field(default_factory=dict)

    def answer(self, ask: Job, *, is_urgent: Callable[[], bool]) -> Iterator[Update]:
        """Make what was changed, first what is on screen; stop early for another Job."""
        began = time.perf_counter()
        self.source = self._read(ask)
        asked = self._plan(ask, began)
        gone = self.each.keys() - {folder.slug for folder in self.source.folders}
        batch = _Batch(fresh=dict.fromkeys(gone))
        for slug in gone:
            del self.each[slug]
        missing = self._missing(asked.inputs)
        shown = {page.partition("/")[0] for page in ask.on_screen}
        first = [one for one in missing if one[0].slug in shown]
        rest = [one for one in missing if one[0].slug not in shown]
        left = len(rest)
        for folder, key in first:
            yield from self._make_shown(folder, key, asked, batch)
        if first and rest:
            yield self._tell(asked, batch, done=False)
            batch = _Batch()
        for slug, made in self._make(rest, asked.inputs):
            batch.fresh[slug] = made
            left -= 1
            if left and is_urgent():
                break
            if left and batch.age() > TOLD_EVERY:
                yield self._tell(asked, batch, done=False)
                batch = _Batch()
        yield self._tell(asked, batch, done=not left)
        if gone and not left:
            self.cache.forget_all_but(self.each)

    def _plan(self, ask: Job, began: float) -> _Asked:
        """Under which inputs to make what is asked for: where settings cannot be read, the last."""
        assert self.source, "it was read"
        assert self.look, "it was read"
        # A moment that was asked for stays, as in `build`.
        held = os.environ.get("SOURCE_DATE_EPOCH")
        request = self.request if held else replace(self.request, now=datetime.now(UTC))
        inputs, found = plan_inputs(self.source, self.look, request, editor_view=True)
        settled = not is_refused(found, strict=False)
        if settled:
            self.settings = inputs.site
        elif self.settings:
            inputs = replace(inputs, site=self.settings)
        return _Asked(
            ask=ask, inputs=inputs, found=found, settled=self.settings is not None, began=began
        )

    def _read(self, ask: Job) -> SiteSource:
        """The content, of which only what was saved is read again."""
        content = self.request.content
        if ask.changed is None or _touches(look_folders(), ask.changed):
            self.look = read_look_files()
        changed = None if ask.changed is None else _folders_in(content, ask.changed)
        if self.source is None or changed is None:
            return read_site(content)
        kept = {one.slug: one for one in self.source.folders if one.slug not in changed}
        return read_site(content, known=kept)

    def _missing(self, inputs: BuildInputs) -> list[tuple[Folder, str]]:
        """The briefings that are not held as they now are, with the keys they are to have."""
        assert self.source, "it was read"
        keyed = ((folder, briefing_key(folder, inputs)) for folder in self.source.folders)
        return [
            (folder, key)
            for folder, key in keyed
            if folder.slug not in self.each or self.each[folder.slug][0] != key
        ]

    def _make_shown(
        self, folder: Folder, key: str, asked: _Asked, batch: _Batch
    ) -> Iterator[Update]:
        """Make a briefing that is on screen; the pages that are looked at come first."""
        prepared = prepare_briefing(folder, asked.inputs)
        if isinstance(prepared, Prepared):
            pages = {path: make_page(prepared, path, asked.inputs) for path in asked.ask.on_screen}
            made = {path: page for path, page in pages.items() if page}
            if made and asked.settled:
                yield self._tell_ahead(asked, made)
            whole = finish_briefing(prepared, asked.inputs)
        else:
            whole = prepared
        self.each[folder.slug] = (key, whole)
        self.unsaved[folder.slug] = key
        batch.fresh[folder.slug] = whole

    def _make(
        self, missing: list[tuple[Folder, str]], inputs: BuildInputs
    ) -> Iterator[tuple[str, BuiltBriefing]]:
        """Recall or make each, and hold it."""
        absent: list[tuple[Folder, str]] = []
        for folder, key in missing:
            if recalled := load_briefing(self.cache, folder.slug, key):
                self.each[folder.slug] = (key, recalled)
                yield folder.slug, recalled
            else:
                absent.append((folder, key))
        made = build_all([folder for folder, _ in absent], inputs, self.request.jobs)
        for (folder, key), one in zip(absent, made, strict=True):
            self.each[folder.slug] = (key, one)
            self.unsaved[folder.slug] = key
            yield folder.slug, one

    def _tell_ahead(self, asked: _Asked, pages: dict[str, bytes]) -> Update:
        return Update(
            number=asked.ask.number,
            done=False,
            base=base_path(asked.inputs.site.address),
            editor=asked.inputs.site.editor,
            ahead=pack(pages).packed,
            refused=self.refused,
            seconds=time.perf_counter() - asked.began,
        )

    def _tell(self, asked: _Asked, batch: _Batch, *, done: bool) -> Update:
        assert self.source, "it was read"
        inputs = asked.inputs
        made = {slug: one for slug, (_, one) in self.each.items()}
        site = join_site(self.source, inputs, asked.found, made, fresh={})
        self.refused = refused = is_refused(site.problems, strict=inputs.strict)
        good = {
            slug: one.files.packed or None if one else None
            for slug, one in batch.fresh.items()
            if asked.settled and not (one and is_refused(one.problems, strict=inputs.strict))
        }
        return Update(
            number=asked.ask.number,
            done=done,
            base=base_path(inputs.site.address),
            editor=inputs.site.editor,
            briefings=good,
            asides=_asides(batch.fresh),
            editor_views={
                slug: one.editor_view if one else None for slug, one in batch.fresh.items()
            },
            own=self._own(site, inputs, refused=refused),
            problems=site.problems,
            refused=refused,
            seconds=time.perf_counter() - asked.began,
        )

    def _own(self, site: AssembledSite, inputs: BuildInputs, *, refused: bool) -> Packed | None:
        """The files that belong to no briefing, if one of them has changed."""
        assert self.look, "it was read"
        style = {
            PREVIEW + name.removeprefix("preview/"): data
            for name, data in self.look.static.items()
            if name.startswith("preview/")
        }
        fresh = self.own if refused else {}
        fresh = fresh | site.own.packed | pack({**inputs.look.files, **style}).packed
        if fresh == self.own:
            return None
        self.own = fresh
        return fresh

    def remember(self, *, is_urgent: Callable[[], bool]) -> None:
        """Keep what was made for the next start; whatever is urgent comes first."""
        while self.unsaved and not is_urgent():
            slug, key = self.unsaved.popitem()
            if slug in self.each and self.each[slug][0] == key:
                store_briefing(self.cache, slug, key, self.each[slug][1])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One Job with what it is answered under; `settled` once the settings could be read."""

    ask: Job
    inputs: BuildInputs
    found: tuple[Problem, ...]
    settled: bool
    began: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """What was made and not told yet, by slug; None for a briefing that is gone."""

    fresh: dict[str, BuiltBriefing | None] = field(default_factory=dict)
    began: float = field(default_factory=time.perf_counter)

    def age(self) -> float:
        """Seconds since the batch was begun."""
        return time.perf_counter() - self.began


def _asides(fresh: Mapping[str, BuiltBriefing | None]) -> dict[str, Packed | None]:
    """What is beside the pages; a briefing that cannot be read for now keeps what it had."""
    return {
        slug: one.aside.packed if one and one.aside else None
        for slug, one in fresh.items()
        if not (one and one.problems and not one.aside)
    }


def _folders_in(content: Path, changed: Iterable[Path]) -> frozenset[str] | None:
    """The briefings in which something was saved; None where it was elsewhere in the content."""
    here = content.resolve()
    inside = [path.relative_to(here) for path in changed if path.is_relative_to(here)]
    if any(len(path.parts) < 2 for path in inside):
        return None
    return frozenset(path.parts[0] for path in inside)


def _touches(folders: Iterable[Path], changed: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for path in changed for folder in folders)
