"""What a new site changes in the one that is there: which files are added, replaced and removed."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property, partial
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from dateline.frozen import dataclass
from dateline.publishing.writing.guards import guard_names, is_inside
from dateline.publishing.writing.manifest import (
    FILES,
    MANIFEST,
    Manifest,
    as_listed,
    read_list,
    read_manifest,
    render_list,
)
from dateline.publishing.writing.published import Published

if TYPE_CHECKING:
    from dateline.publishing.keeping.packed import PackedFiles
    from dateline.publishing.writing.filled import FilledFiles

    SomeFiles = PackedFiles | FilledFiles

# The bytes of a file, a piece at a time.
Pieces = Callable[[], Iterable[bytes]]


@dataclass(frozen=True, kw_only=True)
class BriefingFiles:
    """The files of a briefing, which are opened only if its list has another digest than before.

    That digest may be `known`.
    """

    slug: str
    open: Callable[[], SomeFiles]
    known: str | None = None

    def pieces(self, path: str) -> Iterable[bytes]:
        """Those of one file, with no other in memory meanwhile."""
        return self.open().pieces(path)

    def list(self, files: SomeFiles) -> bytes:
        return render_list(self.slug, {path: files.sha256(path) for path in files})

    @cached_property
    def list_digest(self) -> str:
        return self.known or sha256(self.list(self.open())).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSite:
    """What is to be published: the site's own files, and those of each briefing by its slug."""

    own: PackedFiles
    briefings: Mapping[str, BriefingFiles] = field(default_factory=dict)
    published: Published = field(default_factory=Published)

    def manifest(self) -> bytes:
        return Manifest(
            files={path: self.own.sha256(path) for path in self.own},
            briefings={slug: of.list_digest for slug, of in self.briefings.items()},
            published=self.published,
        ).render()


def whole_site(new: NewSite) -> Iterator[tuple[str, Pieces]]:
    """Every file of the site, with its path; names that no disk can have are refused on the way."""
    for slug, part in new.briefings.items():
        files = part.open()
        guard_names(files)
        yield from ((path, partial(files.pieces, path)) for path in files)
        yield f"{slug}/{FILES}", partial(_once, part.list(files))
        # Asked for while the files are open: the manifest, which is last, would open them again.
        assert part.list_digest
    yield from ((path, partial(new.own.pieces, path)) for path in new.own)
    yield MANIFEST, partial(_once, new.manifest())


def _once(data: bytes) -> Iterable[bytes]:
    return (data,)


@dataclass(slots=True, kw_only=True)
class Changes:
    """Files by their paths in the site.

    What is `added` is in the place of nothing, and what is `replaced` or `removed` was listed as ours.
    `kept` counts the files that were compared and are the same.
    """

    added: dict[str, Pieces] = field(default_factory=dict)
    replaced: dict[str, Pieces] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    kept: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.replaced or self.removed)


def find_changes(new: NewSite, site: Path, *, every: bool = False) -> Changes:
    """Compare the files at `site` with those of the new one.

    A briefing whose list is the same is not looked into, unless its folder was touched since, or `every`
    file is to be read.
    """
    before = read_manifest(site) or Manifest(files={})
    comparison = _Comparison(seen=_Seen.of(site, trusts_times=not every), changes=Changes())
    for slug, part in new.briefings.items():
        listed = before.briefings.get(slug)
        if listed == part.list_digest and comparison.seen.is_untouched(slug):
            continue
        known = read_list(site, slug, listed) if listed else before.inside(slug)
        files = part.open()
        comparison.compare(known, files, part.pieces)
        comparison.compare_one(
            f"{slug}/{FILES}", part.list_digest, listed, partial(_once, part.list(files))
        )
    for slug in before.briefings.keys() - new.briefings.keys():
        comparison.remove((*read_list(site, slug, before.briefings[slug]), f"{slug}/{FILES}"))
    comparison.compare(before.own(new.briefings), new.own, new.own.pieces)
    return comparison.settled(new.manifest())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparison:
    seen: _Seen
    changes: Changes

    def compare(
        self,
        known: Mapping[str, str],
        files: SomeFiles,
        pieces_of: Callable[[str], Iterable[bytes]],
    ) -> None:
        for path in files:
            pieces = partial(pieces_of, path)
            self.compare_one(path, files.sha256(path), known.get(path), pieces)
        self.remove(path for path in known if path not in files)

    def compare_one(self, path: str, digest: str, listed: str | None, pieces: Pieces) -> None:
        state = self.seen.state(path)
        if listed is None or state is None:
            self.changes.added[path] = pieces
        elif self.seen.holds(path, state, digest, listed):
            self.changes.kept += 1
        else:
            self.changes.replaced[path] = pieces

    def remove(self, paths: Iterable[str]) -> None:
        self.changes.removed += filter(self.seen.is_file, paths)

    def settled(self, manifest: bytes) -> Changes:
        """A file that one part had and another has is replaced; the manifest comes last."""
        added, replaced = self.changes.added, self.changes.replaced
        for path in added.keys() & set(self.changes.removed):
            replaced[path] = added.pop(path)
            self.changes.removed.remove(path)
        state = self.seen.state(MANIFEST)
        if not (state and self.seen.holds(MANIFEST, state, sha256(manifest).hexdigest(), "")):
            replaced[MANIFEST] = partial(_once, manifest)
        return self.changes


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is at the site, as it is looked at: links are not followed.

    What was changed before the manifest was is as that lists it.
    """

    site: str
    since: int
    folders: dict[str, bool]

    @classmethod
    def of(cls, site: Path, *, trusts_times: bool) -> Self:
        try:
            changed = _changed(os.lstat(site / MANIFEST)) if trusts_times else 0
        except OSError:
            changed = 0
        # The clock of a disk that shows no parts of a second goes in steps of up to two.
        step = _FINE if changed % _SECOND else 2 * _SECOND
        return cls(str(site), changed - step, {})

    def is_untouched(self, slug: str) -> bool:
        try:
            state = os.lstat(f"{self.site}/{slug}")
        except OSError:
            return False
        return stat.S_ISDIR(state.st_mode) and _changed(state) < self.since

    def is_file(self, path: str) -> bool:
        """Whether there is a file, or a link, at this path of the site, and nowhere else."""
        return self.state(path) is not None

    def holds(self, path: str, state: os.stat_result, digest: str, listed: str) -> bool:
        if not stat.S_ISREG(state.st_mode):
            return False
        if _changed(state) < self.since:
            return as_listed(digest) == as_listed(listed)
        with Path(self.site, path).open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == digest

    def state(self, path: str) -> os.stat_result | None:
        folder, _, _ = path.rpartition("/")
        if not (is_inside(path) and (not folder or self._is_folder(folder))):
            return None
        try:
            state = os.lstat(f"{self.site}/{path}")
        except OSError:
            return None
        return None if stat.S_ISDIR(state.st_mode) else state

    def _is_folder(self, folder: str) -> bool:
        """Whether it is one, and all that it is in are too."""
        known = self.folders.get(folder)
        if known is None:
            above, _, _ = folder.rpartition("/")
            known = (not above or self._is_folder(above)) and self._is_there(folder)
            self.folders[folder] = known
        return known

    def _is_there(self, folder: str) -> bool:
        try:
            return stat.S_ISDIR(os.lstat(f"{self.site}/{folder}").st_mode)
        except OSError:
            return False


_SECOND: Final = 1_000_000_000
_FINE: Final = 50_000_000


def _changed(state: os.stat_result) -> int:
    """Nobody can set this time, but on Windows, which has no such."""
    return state.st_mtime_ns if sys.platform == "win32" else state.st_ctime_ns
