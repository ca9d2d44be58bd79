"""The files of a briefing as they are published: the names of assets filled in, and what comes from other briefings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from hashlib import sha256

from dateline.frozen import dataclass
from dateline.publishing.keeping.fillings import Filling
from dateline.publishing.keeping.kept import KeptFile
from dateline.publishing.keeping.open_names import AssetNames
from dateline.publishing.keeping.packed import PackedFiles


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FilledFiles(Mapping[str, bytes]):
    """`digests` are those that are known of files with their names, but without `fillings`."""

    files: PackedFiles
    names: AssetNames
    fillings: Filling
    digests: Mapping[str, str]
    _found: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, path: str) -> bytes:
        data = self.files[path]
        for slot, filling in self.fillings.get(path, ()):
            data = data.replace(slot, filling)
        return self.names.fill(data)

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    def __contains__(self, path: object) -> bool:
        return path in self.files

    def pieces(self, path: str) -> Iterator[bytes]:
        if isinstance(self.files.packed[path], KeptFile):
            yield from self.files.pieces(path)
        else:
            yield self[path]

    def sha256(self, path: str) -> str:
        if path not in self._found:
            self._found[path] = self._sha256(path)
        return self._found[path]

    def _sha256(self, path: str) -> str:
        if isinstance(self.files.packed[path], KeptFile):
            return self.files.sha256(path)
        known = None if path in self.fillings else self.digests.get(path)
        return known or sha256(self[path]).hexdigest()
