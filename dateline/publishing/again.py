"""Pages of the site that would be made as they were before are not made again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from dateline.frozen import dataclass
from dateline.pages.archive.onward import Onward
from dateline.pages.archive.search_index import IndexFile
from dateline.pages.archive.site_page import SitePage
from dateline.publishing.keeping.cache import Cache
from dateline.publishing.keeping.kept import LatePage
from dateline.publishing.keeping.open_names import NO_NAMES, AssetNames, reopen
from dateline.publishing.linking.links import Target

# The digest of what a page was made from, that of its bytes, how many there are, and where names of assets are in it.
MadePage = tuple[str, str, int, str]
# A version, and the ids in it that links were found to lead to, by the paths of pages.
Anchors = tuple[str, Mapping[str, Sequence[str]]]
_UNKNOWN: Final[Anchors] = ("", {})


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFrom:
    """What the site's own files were made from, by their paths, and what fills slots, by slugs.

    `whole` is a digest of all of it together, but for the `templates`, of each of which there is a digest
    of all that its pages depend on. `anchors` are by the page of the site, or the briefing; an id is empty
    where a link was found to lead to the page itself. The files of the look are made from `assets`.
    """

    whole: str = ""
    assets: str = ""
    templates: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, MadePage] = field(default_factory=dict)
    fillings: Mapping[str, str] = field(default_factory=dict)
    anchors: Mapping[str, Anchors] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What was `made` by the last build, and what would be made from: `versions` of briefings, and all else.

    Two versions of a briefing that are the same have the same files, and what is `shown` of it elsewhere is
    the same where its digest is. Without any, everything is made. `assets` are a digest of these, whose `names`
    are in pages: where they are others than before, they are all that changes in a page of the last `published` site.
    """

    made: MadeFrom = field(default_factory=MadeFrom)
    versions: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    inputs: str = ""
    names: AssetNames = NO_NAMES
    has_names: bool = True
    assets: str = ""
    published: Path | None = None
    cache: Cache = field(default_factory=lambda: Cache(None))

    @property
    def whole(self) -> str:
        """A digest of all that the site's own files are made from, but for what search knows, and the look."""
        return self._digest(sorted(self.shown.items())) if self.versions else ""

    @property
    def is_whole(self) -> bool:
        return bool(self.versions) and self.made.whole == self.whole

    @property
    def has_assets(self) -> bool:
        return self.made.assets == self.assets

    def choose_pages(
        self, planned: Iterable[SitePage], site: str
    ) -> tuple[dict[str, str], list[SitePage], dict[str, SitePage]]:
        """What each page would be made from; those that have to be made, and those that do not."""
        whole = self.whole
        sources: dict[str, str] = {}
        new: list[SitePage] = []
        kept: dict[str, SitePage] = {}
        for page in planned:
            if self.versions:
                sources[page.path] = self._of_page(page, site, whole)
            known = self.made.pages.get(page.path)
            if known and known[0] == sources.get(page.path):
                kept[page.path] = page
            else:
                new.append(page)
        return sources, new, kept

    def _of_page(self, page: SitePage, site: str, whole: str) -> str:
        if page.slugs is None:
            return whole
        shown = [self.shown.get(slug) for slug in page.slugs]
        return self._digest(site, (shown, page.beside))

    def choose_files(
        self, planned: Iterable[IndexFile]
    ) -> tuple[dict[str, bytes | LatePage], dict[str, MadePage]]:
        """The files, and what they were made from; those that would be as they were are not made."""
        files: dict[str, bytes | LatePage] = {}
        made: dict[str, MadePage] = {}
        for file in planned:
            source, known = self._digest(file.made_from), self.made.pages.get(file.path)
            if known and known[0] == source:
                files[file.path] = LatePage(file.make, known[2], known[1])
                made[file.path] = known
            else:
                files[file.path] = data = file.make()
                made[file.path] = (source, sha256(data).hexdigest(), len(data), "")
        return files, made if self.versions else {}

    def late(self, path: str, make: Callable[[str], bytes]) -> tuple[LatePage, MadePage]:
        """A file as it was, but for the names of assets."""
        made = self.made.pages[path]
        source, digest, size, slots = made
        if self.has_names or not slots:
            return LatePage(partial(make, path), size, digest), made
        rename = partial(self._rename, path, make)
        digest = sha256(rename()).hexdigest()
        return LatePage(rename, size, digest), (source, digest, size, slots)

    def _rename(self, path: str, make: Callable[[str], bytes]) -> bytes:
        """The page that is published, with other names; where that is not as it was made, it is made."""
        _, digest, _, slots = self.made.pages[path]
        try:
            page = (self.published / path).read_bytes() if self.published else b""
        except OSError:
            page = b""
        if sha256(page).hexdigest() != digest:
            return make(path)
        return self.names.fill(reopen(page, slots))

    def of_filling(self, onward: Onward, site: str) -> str:
        shown = [self.shown.get(slug) for slug in onward.slugs]
        return self._digest(site, (shown, onward.beside)) if self.versions else ""

    def has_filled(self, slug: str, source: str) -> bool:
        return bool(source) and self.made.fillings.get(slug) == source

    def part_of(self, path: str, pages: Mapping[str, MadePage]) -> tuple[str, str]:
        """The page of the site, or the briefing, that a path is of, and its version, which may be empty.

        Two versions that are the same have the same ids.
        """
        if page := pages.get(path):
            return path, page[0]
        slug, _, _ = path.partition("/")
        return slug, self.versions.get(slug, "")

    def new_targets(
        self, targets: Iterable[Target], pages: Mapping[str, MadePage]
    ) -> frozenset[Target]:
        """Those that were not found in the same version of their page before."""
        return frozenset(target for target in targets if not self._has_found(target, pages))

    def _has_found(self, target: Target, pages: Mapping[str, MadePage]) -> bool:
        path, fragment = target
        part, version = self.part_of(path, pages)
        known, anchors = self.made.anchors.get(part, _UNKNOWN)
        return bool(version) and version == known and (fragment or "") in anchors.get(path, ())

    def anchors_of(
        self, sound: Iterable[Target], pages: Mapping[str, MadePage]
    ) -> dict[str, Anchors]:
        """What is known of the pages that there are, with these targets of links."""
        found = {
            part: known
            for part, known in self.made.anchors.items()
            if known[0] == self.part_of(part, pages)[1]
        }
        new: dict[str, set[str]] = defaultdict(set)
        for path, fragment in sound:
            new[path].add(fragment or "")
        for path, ids in sorted(new.items()):
            part, version = self.part_of(path, pages)
            if version:
                _, known = found.get(part, _UNKNOWN)
                found[part] = version, {**known, path: tuple(sorted({*known.get(path, ()), *ids}))}
        return found

    def _digest(self, *parts: Any) -> str:
        return sha256(repr((self.inputs, parts)).encode()).hexdigest()[:32]


NOTHING: Final = Remembered()
