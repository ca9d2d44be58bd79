"""The builder: builds the site at each save, and of it only what the save has changed.

It keeps the content as it was read and each briefing as it was built, so that a save in a site of a
thousand briefings costs as much as in a small one. It runs in a process of its own.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from dateline.facts.site_records import Site
from dateline.own_folder import OWN_FOLDER
from dateline.pages.addresses import PREVIEW, base_path
from dateline.preview.messages import BriefingUpdate, Changed, Job, Packed, Update
from dateline.problems import Problem, is_refused
from dateline.publishing.assemble import build_all, join_site, picture_store, plan_inputs
from dateline.publishing.briefings import (
    BuildInputs,
    BuiltBriefing,
    finish_briefing,
    read_and_check,
    render_one_page,
)
from dateline.publishing.entries import briefing_key, inputs_digest, load_whole, store_briefing
from dateline.publishing.keeping.cache import Cache
from dateline.publishing.keeping.packed import pack
from dateline.publishing.looks.assets import Look
from dateline.publishing.looks.look import LookFiles, look_folders, own_folders, read_look_files
from dateline.publishing.request import Request
from dateline.reading.content import Folder, SiteSource, read_site
from dateline.reading.shared_sheets import share_records

SEND_EVERY: Final = 2.0
"""Seconds after which what was built is sent, though more is to come."""


def run_builder(connection: Connection, request: Request) -> None:
    """Answer each job until the other end is closed. Raises what the generator raises."""
    builder = Builder(request=request, cache=Cache(cache_folder(request.content)))
    builder.cache.sweep()
    while (job := _receive(connection)) is not None:
        for update in builder.answer(job, is_urgent=connection.poll):
            connection.send(update)
        builder.store(is_urgent=connection.poll)


def _receive(connection: Connection) -> Job | None:
    try:
        job: Job = connection.recv()
    except (EOFError, OSError, KeyboardInterrupt):
        return None
    return job


def cache_folder(content: Path) -> Path:
    whole = content.resolve()
    return whole.parent / OWN_FOLDER / f"preview-of-{whole.name}"


@dataclass(slots=True, kw_only=True)
class _Work:
    """One job, and what was read for it; `fresh` is what was built and not sent yet, by slug."""

    job: Job
    began: float
    source: SiteSource
    look: LookFiles
    inputs: BuildInputs
    found: tuple[Problem, ...]
    fresh: dict[str, BuiltBriefing | None] = field(default_factory=dict)
    sent: float = field(default_factory=time.perf_counter)


@dataclass(slots=True, kw_only=True)
class Builder:
    """`built` has briefings with their cache keys, by slug; `settings` and `look` are the last valid ones."""

    request: Request
    cache: Cache
    last: _Work | None = None
    built: dict[str, tuple[str, BuiltBriefing]] = field(default_factory=dict)
    settings: Site | None = None
    look: Look | None = None
    own: Packed = field(default_factory=dict)
    refused: bool = False
    unsaved: set[str] = field(default_factory=set)

    def answer(self, job: Job, *, is_urgent: Callable[[], bool]) -> Iterator[Update]:
        """Build what has changed, first what is on screen; stop early for another job."""
        work = self.last = self._begin(job)
        gone = self.built.keys() - {folder.slug for folder in work.source.folders}
        for slug in gone:
            work.fresh[slug] = None
            del self.built[slug]
        missing = self._missing(work)
        shown = {page.partition("/")[0] for page in job.on_screen}
        rest = [(folder, key) for folder, key in missing if folder.slug not in shown]
        for folder, key in missing:
            if folder.slug in shown:
                yield from self._build_shown(folder, key, work)
        if 0 < len(rest) < len(missing):
            yield self._update(work, done=False)
        left = len(rest)
        for folder, briefing in self._build_rest(rest, work.inputs):
            work.fresh[folder.slug] = briefing
            left -= 1
            if left and is_urgent():
                break
            if left and time.perf_counter() - work.sent > SEND_EVERY:
                yield self._update(work, done=False)
        yield self._update(work, done=not left)
        if gone and not left:
            self.cache.keep_only(self.built)
            built = (briefing for _, briefing in self.built.values())
            picture_store(self.cache).keep_only(
                name for briefing in built for name in briefing.files.pictures
            )

    def store(self, *, is_urgent: Callable[[], bool]) -> None:
        """Cache what was built for the next start; whatever is urgent comes first."""
        while self.unsaved and not is_urgent():
            slug = self.unsaved.pop()
            if slug in self.built:
                store_briefing(self.cache, slug, *self.built[slug])

    # Reading

    def _begin(self, job: Job) -> _Work:
        """Read what was saved. Where settings or look cannot be used, the last that could be stay."""
        began = time.perf_counter()
        source, look = self._read(job.changed)
        source = share_records(source)
        # A moment that was asked for stays, as in `build`.
        fixed = os.environ.get("SOURCE_DATE_EPOCH")
        request = self.request if fixed else replace(self.request, now=datetime.now(UTC))
        inputs, found = plan_inputs(
            source, look, request, pictures=picture_store(self.cache), preview=True
        )
        if not is_refused(found, strict=False):
            self.settings, self.look = inputs.site, inputs.look
        elif self.settings and self.look:
            inputs = replace(inputs, site=self.settings, look=self.look)
        return _Work(job=job, began=began, source=source, look=look, inputs=inputs, found=found)

    def _read(self, changed: frozenset[Path] | None) -> tuple[SiteSource, LookFiles]:
        content, last = self.request.content, self.last
        if last is None or changed is None:
            return read_site(content), read_look_files(content)
        folders = (*look_folders(), *own_folders(content))
        is_look = any(path.is_relative_to(folder) for path in changed for folder in folders)
        look = read_look_files(content) if is_look else last.look
        slugs = _folders_in(content, changed)
        if slugs is None:
            return read_site(content), look
        kept = {folder.slug: folder for folder in last.source.folders if folder.slug not in slugs}
        return read_site(content, known=kept.get), look

    def _missing(self, work: _Work) -> list[tuple[Folder, str]]:
        """The briefings that were not built as they now are, with their cache keys."""
        inputs = f"{inputs_digest(work.inputs)} {work.inputs.look.digest}"
        keyed = ((folder, briefing_key(folder, inputs)) for folder in work.source.folders)
        return [
            (folder, key)
            for folder, key in keyed
            if not self._is_built(folder.slug, key, work.inputs)
        ]

    def _is_built(self, slug: str, key: str, inputs: BuildInputs) -> bool:
        known, briefing = self.built.get(slug, ("", None))
        return briefing is not None and known == key and briefing.stay.has(inputs.now)

    # Building

    def _build_shown(self, folder: Folder, key: str, work: _Work) -> Iterator[Update]:
        checked = read_and_check(folder, work.inputs)
        pages = {path: render_one_page(checked, path, work.inputs) for path in work.job.on_screen}
        ahead = {path: page for path, page in pages.items() if page}
        if ahead and self.settings:
            yield replace(self._empty_update(work), ahead=pack(ahead).packed)
        work.fresh[folder.slug] = self._keep(folder, key, finish_briefing(checked, work.inputs))

    def _build_rest(
        self, missing: list[tuple[Folder, str]], inputs: BuildInputs
    ) -> Iterator[tuple[Folder, BuiltBriefing]]:
        """Each briefing from the cache or, those last, built."""
        uncached: list[tuple[Folder, str]] = []
        for folder, key in missing:
            if cached := load_whole(self.cache, folder.slug, key, inputs.now):
                self.built[folder.slug] = (key, cached)
                yield folder, cached
            else:
                uncached.append((folder, key))
        built = build_all([folder for folder, _ in uncached], inputs, self.request.jobs)
        for (folder, key), briefing in zip(uncached, built, strict=True):
            yield folder, self._keep(folder, key, briefing)

    def _keep(self, folder: Folder, key: str, briefing: BuiltBriefing) -> BuiltBriefing:
        self.built[folder.slug] = (key, briefing)
        self.unsaved.add(folder.slug)
        return briefing

    # Sending

    def _empty_update(self, work: _Work) -> Update:
        return Update(
            number=work.job.number,
            done=False,
            base=base_path(work.inputs.site.address),
            editor=work.inputs.site.editor,
            refused=self.refused,
            seconds=time.perf_counter() - work.began,
        )

    def _update(self, work: _Work, *, done: bool) -> Update:
        briefings = {slug: briefing for slug, (_, briefing) in self.built.items()}
        site = join_site(work.source, work.inputs, work.found, briefings)
        self.refused = is_refused(site.problems, strict=self.request.strict)
        fresh, work.fresh, work.sent = work.fresh, {}, time.perf_counter()
        return replace(
            self._empty_update(work),
            done=done,
            briefings={slug: self._update_of(briefing) for slug, briefing in fresh.items()},
            own=self._own(site.own.packed, work),
            problems=site.problems,
        )

    def _update_of(self, briefing: BuiltBriefing | None) -> BriefingUpdate | None:
        if briefing is None:
            return None
        refused = is_refused(briefing.problems, strict=self.request.strict)
        unreadable = briefing.problems and not briefing.aside
        return BriefingUpdate(
            pages=briefing.files.opened.packed if self.settings and not refused else None,
            aside=None if unreadable else briefing.aside.packed,
            view=briefing.editor_view,
        )

    def _own(self, built: Packed, work: _Work) -> Changed | None:
        """Those that are others than before, which are few of an archive's."""
        preview = {
            PREVIEW + name.removeprefix("preview/"): data
            for name, data in work.look.static.items()
            if name.startswith("preview/")
        }
        kept = self.own if self.refused else {}
        own = kept | built | pack({**work.inputs.look.files, **preview}).packed
        paths = own.keys() | self.own.keys()
        changed = {path: own.get(path) for path in paths if own.get(path) != self.own.get(path)}
        self.own = own
        return changed or None


def _folders_in(content: Path, changed: Iterable[Path]) -> frozenset[str] | None:
    """The briefings in which something was saved; None where it was elsewhere in the content."""
    here = content.resolve()
    inside = [path.relative_to(here) for path in changed if path.is_relative_to(here)]
    if any(len(path.parts) < 2 for path in inside):
        return None
    return frozenset(path.parts[0] for path in inside)
