"""All files of the site: its own in memory, those of briefings where they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import partial
from types import MappingProxyType
from typing import Final

from dateline.frozen import dataclass
from dateline.publishing.keeping.fillings import Fill
from dateline.publishing.keeping.open_names import NO_NAMES, AssetNames
from dateline.publishing.keeping.packed import PackedFiles
from dateline.publishing.keeping.stored import StoredFiles
from dateline.publishing.writing.changes import BriefingFiles, NewSite
from dateline.publishing.writing.filled import FilledFiles
from dateline.publishing.writing.published import Published


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SiteFiles(Mapping[str, bytes]):
    """Files by their paths in the site.

    Of each briefing, by its slug, `parts` are the files and `fillings` what goes into their slots, in which
    `names` go too; `elsewhere` has the slug by each of its former ones, at which it has files too.
    """

    own: PackedFiles
    parts: Mapping[str, PackedFiles | StoredFiles]
    fillings: Mapping[str, Fill]
    names: AssetNames
    elsewhere: Mapping[str, str]
    _last: dict[str, FilledFiles] = field(default_factory=dict)

    def of_briefing(self, slug: str) -> FilledFiles:
        """Its files as they are published."""
        if slug not in self._last:
            self._last.clear()
            self._last[slug] = self._filled(slug)
        return self._last[slug]

    def _filled(self, slug: str) -> FilledFiles:
        part = self.parts[slug]
        return FilledFiles(
            files=part.opened,
            names=self.names,
            fillings=self.fillings.get(slug, dict)(),
            digests=part.digests(self.names),
        )

    def _part_with(self, path: str) -> PackedFiles | StoredFiles:
        if path in self.own:
            return self.own
        folder = path.partition("/")[0]
        return self.parts.get(self.elsewhere.get(folder, folder), PackedFiles())

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and path in self._part_with(path)

    def __getitem__(self, path: str) -> bytes:
        if path in self.own:
            return self.own[path]
        folder = path.partition("/")[0]
        slug = self.elsewhere.get(folder, folder)
        if slug not in self.parts:
            raise KeyError(path)
        return self.of_briefing(slug)[path]

    def __iter__(self) -> Iterator[str]:
        yield from self.own
        for part in self.parts.values():
            yield from part

    def __len__(self) -> int:
        return sum(map(len, (self.own, *self.parts.values())))

    @property
    def size(self) -> int:
        """In bytes, but for what fills slots, which is little."""
        return sum(part.size for part in (self.own, *self.parts.values()))

    @property
    def pages(self) -> int:
        return sum(part.pages for part in (self.own, *self.parts.values()))

    def new(
        self,
        published: Published | None = None,
        known: Mapping[str, str] = MappingProxyType({}),
    ) -> NewSite:
        """What is to be published, with these addresses; of some briefings the digest of the list is `known`."""
        return NewSite(
            own=self.own,
            briefings={
                slug: BriefingFiles(
                    slug=slug, open=partial(self.of_briefing, slug), known=known.get(slug)
                )
                for slug in self.parts
            },
            published=published or Published(),
        )


NO_FILES: Final = SiteFiles(own=PackedFiles(), parts={}, fillings={}, names=NO_NAMES, elsewhere={})
