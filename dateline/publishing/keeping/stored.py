"""The files of a briefing in the build's cache: they are read when they are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, Final, Self

from dateline.frozen import dataclass
from dateline.publishing.keeping.cache import Parts
from dateline.publishing.keeping.kept import (
    Bundle,
    BundledFile,
    KeptFile,
    PackedFile,
    SpoiltCacheError,
)
from dateline.publishing.keeping.open_names import AssetNames
from dateline.publishing.keeping.packed import PackedFiles

# The parts of an entry, after the briefing itself and what was found in it.
LIST: Final = 2
DATA: Final = 3
PICTURES: Final = "pictures"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StoredFiles(Mapping[str, bytes]):
    """`size` is in bytes, of all; `pages` are those in HTML; `pictures` are kept beside the `entry`.

    `listed` is where they begin, and the digest of the list of them.
    """

    size: int
    count: int
    pages: int
    pictures: tuple[str, ...]
    entry: str = ""
    listed: tuple[int, str] = (0, "")

    @classmethod
    def of(cls, files: PackedFiles) -> Self:
        return cls(size=files.size, count=len(files), pages=files.pages, pictures=files.pictures)

    @property
    def opened(self) -> PackedFiles:
        """Raises SpoiltCacheError where the cache has them no more."""
        return PackedFiles(_open(self.entry, self.listed).files, self.size)

    def digests(self, names: AssetNames) -> Mapping[str, str]:
        """Those of the files with these names, as far as they are known."""
        opened = _open(self.entry, self.listed)
        return opened.digests if opened.names == names.digest else {}

    def __getitem__(self, path: str) -> bytes:
        return self.opened[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.opened)

    def __len__(self) -> int:
        return self.count

    def __contains__(self, path: object) -> bool:
        return path in self.opened


@dataclass(frozen=True, slots=True)
class ListedFiles:
    """Files by their paths, and the digests that they have with these names."""

    files: dict[str, PackedFile]
    names: str
    digests: dict[str, str]


# A build asks for those of one briefing several times, and then for those of the next.
@lru_cache(maxsize=2)
def _open(entry: str, listed_as: tuple[int, str]) -> ListedFiles:
    parts = Parts.open(Path(entry))
    opened = read_files(parts) if parts and place_of(parts) == listed_as else None
    if opened is None:
        raise SpoiltCacheError(entry)
    return opened


def place_of(parts: Parts) -> tuple[int, str] | None:
    """Where the files begin, and the digest of their list; None where there are none."""
    has_files = len(parts.spans) > DATA
    return (parts.spans[DATA].start, parts.spans[LIST].sum) if has_files else None


def _picture(entry: str, name: str, size: int, digest: str, stamp: str) -> KeptFile:
    return KeptFile(str(Path(entry).parent / PICTURES / name), size, digest, stamp)


def list_files(files: PackedFiles, names: AssetNames) -> bytes:
    """The lengths of bundles; of each file path, size and digest, and where it is in which of them.

    A picture has its name and its stamp instead. Last is the digest that it has with these names, if that is
    another.
    """
    numbers = {bundle: number for number, bundle in enumerate(files.bundles)}
    listed: list[tuple[Any, ...]] = []
    for path, file in files.packed.items():
        if isinstance(file, KeptFile):
            listed.append((path, file.size, file.sha256, Path(file.path).name, file.stamp, ""))
        elif isinstance(file, BundledFile):
            place = numbers[file.bundle], file.start
            listed.append((path, file.size, file.sha256, *place, _filled(files[path], names)))
    lengths = [len(bundle.data) for bundle in numbers]
    whole = {"bundles": lengths, "names": names.digest, "files": listed}
    return json.dumps(whole, separators=(",", ":")).encode()


def _filled(page: bytes, names: AssetNames) -> str:
    filled = names.fill(page)
    return "" if filled is page else sha256(filled).hexdigest()


def read_files(parts: Parts) -> ListedFiles | None:
    """The files of an entry, compressed; None where they are not as they were."""
    listed, data = parts.read(LIST), parts.read(DATA)
    if listed is None or data is None:
        return None
    try:
        return _parse(listed, data, str(parts.path.absolute()))
    except (ValueError, TypeError, LookupError):
        return None


def _parse(listed: bytes, data: bytes, entry: str) -> ListedFiles:
    whole = json.loads(listed)
    ends = [*accumulate(whole["bundles"], initial=0)]
    bundles = [Bundle(data[start:end]) for start, end in pairwise(ends)]
    files: dict[str, PackedFile] = {}
    digests: dict[str, str] = {}
    for path, size, digest, number, start, filled in whole["files"]:
        files[path] = (
            BundledFile(bundles[number], start, size, digest)
            if isinstance(number, int)
            else _picture(entry, number, size, digest, start)
        )
        digests[path] = filled or digest
    return ListedFiles(files, whole["names"], digests)
