"""The last good pages, held in memory, and what is known about them."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dateline.reading.site import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.pages.desk import Desk
    from dateline.preview.messages import Made, Packed
    from dateline.problems import Problem

NOT_FOUND: Final = "404.html"
_TEMPLATES: Final = "templates/"


@dataclass(slots=True, kw_only=True)
class Shelf:
    """Every file of the site as it was last made well.

    `content` is the folder’s name in the places of problems, `base` the path that the site stands
    under, None before anything was made.
    """

    content: str
    strict: bool = False
    base: str | None = None
    editor: str | None = None
    files: Packed = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    refused: bool = False
    stale: set[str] = field(default_factory=set)
    own_is_stale: bool = False
    _own: frozenset[str] = frozenset()
    _by_slug: dict[str, frozenset[str]] = field(default_factory=dict)

    def get(self, path: str) -> bytes | None:
        """A file's bytes."""
        packed = self.files.get(path)
        return None if packed is None else zlib.decompress(packed)

    def slug_of(self, path: str) -> str | None:
        """The briefing that a file belongs to."""
        slug = path.partition("/")[0]
        return slug if slug in self.desks or slug in self._by_slug else None

    def is_stale(self, path: str) -> bool:
        """Whether the file is older than what was saved last."""
        slug = self.slug_of(path)
        return self.own_is_stale if slug is None else slug in self.stale

    def put(self, made: Made) -> frozenset[str]:
        """Take in what was made; the paths of the site's own files that changed."""
        self.base, self.editor = made.base, made.editor
        self.problems, self.refused = made.problems, made.refused
        for slug, files in made.briefings.items():
            self._put_briefing(slug, files)
        for slug, desk in made.desks.items():
            self._put_desk(slug, desk)
        changed = frozenset() if made.own is None else self._put_own(made.own)
        self._judge(made)
        return changed

    def _put_briefing(self, slug: str, files: Packed | None) -> None:
        for path in self._by_slug.pop(slug, frozenset()):
            self.files.pop(path, None)
        if files is not None:
            self._by_slug[slug] = frozenset(files)
            self.files.update(files)

    def _put_desk(self, slug: str, desk: Desk | None) -> None:
        if desk is None:
            self.desks.pop(slug, None)
        else:
            self.desks[slug] = desk

    def _put_own(self, own: Packed) -> frozenset[str]:
        paths = self._own | frozenset(own)
        changed = frozenset(path for path in paths if self.files.get(path) != own.get(path))
        for path in self._own:
            self.files.pop(path, None)
        self.files.update(own)
        self._own = frozenset(own)
        return changed

    def _judge(self, made: Made) -> None:
        """Find what is older than its source now: what was refused, until it is made again."""
        if not made.refused:
            self.stale.clear()
            self.own_is_stale = False
            return
        refusing = [one for one in made.problems if self.strict or one.severity == "error"]
        self.stale &= set(self._by_slug)
        self.stale |= self._refused(refusing)
        self.stale -= set(made.briefings)
        self.own_is_stale = made.own is None

    def _refused(self, refusing: Iterable[Problem]) -> set[str]:
        paths = [one.place.path for one in refusing]
        settings = f"{self.content}/{SETTINGS}"
        if any(path == settings or path.startswith(_TEMPLATES) for path in paths):
            return set(self._by_slug)
        folders = {slug: (f"{self.content}/{slug}", f"{slug}/") for slug in self._by_slug}
        return {
            slug
            for slug, (folder, pages) in folders.items()
            if any(p == folder or p.startswith((f"{folder}/", pages)) for p in paths)
        }
