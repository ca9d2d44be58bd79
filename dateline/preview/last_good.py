"""The last good pages, held in memory, and what is known about them."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.pages.editor_view import EditorView
    from dateline.preview.messages import Packed, Update
    from dateline.problems import Problem

NOT_FOUND: Final = "404.html"


@dataclass(slots=True, kw_only=True)
class LastGoodSite:
    """Every file of the site as it was last made well.

    `base` is the path that the site stands under, None before anything was made. `stale` are the
    briefings that were refused since; the site's own pages are made when nothing is refused.
    """

    base: str | None = None
    editor: str | None = None
    files: Packed = field(default_factory=dict)
    editor_views: dict[str, EditorView] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    refused: bool = False
    stale: set[str] = field(default_factory=set)
    _own: frozenset[str] = frozenset()
    _pages: dict[str, frozenset[str]] = field(default_factory=dict)
    _asides: dict[str, frozenset[str]] = field(default_factory=dict)

    def get(self, path: str) -> bytes | None:
        """A file's bytes."""
        packed = self.files.get(path)
        return None if packed is None else zlib.decompress(packed)

    def slug_of(self, path: str) -> str | None:
        """The briefing that a file belongs to."""
        slug = path.partition("/")[0]
        return slug if slug in self.editor_views or slug in self._pages else None

    def is_stale(self, path: str) -> bool:
        """Whether the file is older than what was saved last."""
        slug = self.slug_of(path)
        return self.refused if slug is None else slug in self.stale

    def put(self, made: Update) -> frozenset[str]:
        """Take in what was made; the paths of the site's own files that changed."""
        self.base, self.editor = made.base, made.editor
        self.problems = self.problems if made.problems is None else made.problems
        self.refused = made.refused
        self.files.update(made.ahead)
        for slug, files in made.briefings.items():
            self._put_files(self._pages, slug, files)
        for slug, files in made.asides.items():
            self._put_files(self._asides, slug, files)
        for slug, editor_view in made.editor_views.items():
            self._put_editor_view(slug, editor_view, gone=slug in made.briefings)
        self.stale |= set(made.editor_views)
        self.stale -= set(made.briefings)
        return frozenset() if made.own is None else self._put_own(made.own)

    def _put_files(self, held: dict[str, frozenset[str]], slug: str, files: Packed | None) -> None:
        for path in held.pop(slug, frozenset()):
            self.files.pop(path, None)
        if files is not None:
            held[slug] = frozenset(files)
            self.files.update(files)

    def _put_editor_view(self, slug: str, editor_view: EditorView | None, *, gone: bool) -> None:
        """A briefing that cannot be read keeps what was last known of it."""
        if editor_view is not None:
            self.editor_views[slug] = editor_view
        elif gone:
            self.editor_views.pop(slug, None)

    def _put_own(self, own: Packed) -> frozenset[str]:
        paths = self._own | frozenset(own)
        changed = frozenset(path for path in paths if self.files.get(path) != own.get(path))
        for path in self._own:
            self.files.pop(path, None)
        self.files.update(own)
        self._own = frozenset(own)
        return changed
