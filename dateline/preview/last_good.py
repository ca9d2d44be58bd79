"""The last good pages, held in memory, and what is known about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from dateline.frozen import dataclass
from dateline.pages.addresses import NOT_FOUND
from dateline.preview.messages import BriefingUpdate, Changed, Packed, Update
from dateline.problems import Problem
from dateline.publishing.keeping.kept import unpack

# The modules that make pages take half a second to import: the server starts without them.
if TYPE_CHECKING:
    from dateline.pages.editor_view import EditorView


_INDEX: Final = "search/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    address: str


@dataclass(slots=True, kw_only=True)
class LastGoodSite:
    """Each file of the site as last built without errors; `base` is None before that."""

    base: str | None = None
    editor: str | None = None
    files: Packed = field(default_factory=dict)
    editor_views: dict[str, EditorView] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    refused: bool = False
    stale: set[str] = field(default_factory=set)
    _pages: dict[str, frozenset[str]] = field(default_factory=dict)
    _aside: dict[str, frozenset[str]] = field(default_factory=dict)

    def get(self, path: str) -> bytes | None:
        packed = self.files.get(path)
        return None if packed is None else unpack(packed)

    def find(self, address: str) -> str | Redirect | None:
        """The file at a percent-encoded path, as GitHub Pages answers; never from the disk."""
        base, path = self.base or "/", unquote(address)
        if base != "/" and path in ("/", base.rstrip("/")):
            return Redirect(address=base)
        if not path.startswith(base):
            return None
        name = path[len(base) :]
        if f"{name}/index.html" in self.files and name:
            return Redirect(address=f"{base}{quote(name)}/")
        is_folder = not name or name.endswith("/")
        tried = (f"{name}index.html",) if is_folder else (name, f"{name}.html")
        return next((file for file in tried if file in self.files), None)

    def page_at(self, address: str) -> str:
        found = self.find(address)
        return found if isinstance(found, str) else NOT_FOUND

    def slug_of(self, path: str) -> str | None:
        slug = path.partition("/")[0]
        return slug if slug in self.editor_views or self._pages.get(slug) else None

    def is_stale(self, path: str) -> bool:
        """Whether a page is not of what was saved last; what is only for editors is built in spite of errors."""
        slug = self.slug_of(path)
        if slug is None:
            return self.refused
        return slug in self.stale and path not in self._aside.get(slug, ())

    @property
    def has_pages(self) -> bool:
        """Whether any briefing was ever built without errors."""
        return any(self._pages.values())

    def put(self, update: Update) -> frozenset[str]:
        """Take in what was built; returns the paths of the site's own files that changed."""
        self.base, self.editor = update.base, update.editor
        self.problems = self.problems if update.problems is None else update.problems
        self.refused = update.refused
        self.files.update(update.ahead)
        for slug, briefing in update.briefings.items():
            self._put_briefing(slug, briefing)
        return frozenset() if update.own is None else self._put_own(update.own)

    def _put_briefing(self, slug: str, briefing: BriefingUpdate | None) -> None:
        if briefing is None:
            self.editor_views.pop(slug, None)
            briefing = BriefingUpdate(pages={}, aside={}, view=None)
        if briefing.pages is None:
            self.stale.add(slug)
        else:
            self.stale.discard(slug)
            self._pages[slug] = self._replace(self._pages.get(slug, ()), briefing.pages)
        if briefing.aside is not None:
            self._aside[slug] = self._replace(self._aside.get(slug, ()), briefing.aside)
        if briefing.view is not None:
            self.editor_views[slug] = briefing.view

    def _put_own(self, sent: Changed) -> frozenset[str]:
        changed = {path: file for path, file in sent.items() if self.files.get(path) != file}
        for path, file in changed.items():
            if file is None:
                self.files.pop(path, None)
            else:
                self.files[path] = file
        # Only the script of the search page reads the index, and no page that is open shows it.
        return frozenset(path for path in changed if not path.startswith(_INDEX))

    def _replace(self, former: Iterable[str], files: Packed) -> frozenset[str]:
        for path in former:
            self.files.pop(path, None)
        self.files.update(files)
        return frozenset(files)
