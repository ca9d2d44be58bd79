"""Files in memory at a third of their size, so that a site of a thousand briefings fits."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import ClassVar, Self

from pydantic import ConfigDict

from dateline.frozen import dataclass
from dateline.publishing.keeping.kept import (
    Bundle,
    BundledFile,
    KeptFile,
    LatePage,
    PackedFile,
    unpack,
    unpack_in_pieces,
)
from dateline.publishing.keeping.open_names import AssetNames

# The first level of zlib takes pages to a third of their size.
_QUICK = 1
# Of so many bytes at a time; who wants one file waits for those before it in its bundle.
_BUNDLE = 262_144


@dataclass(frozen=True, slots=True, eq=False)
class PackedFiles(Mapping[str, bytes]):
    """Files by their path in the site, most of them compressed or on the disk; `size` is in bytes, of all."""

    # How a cache holds bytes; read by pydantic.
    __pydantic_config__: ClassVar = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    packed: dict[str, PackedFile] = field(default_factory=dict)
    size: int = 0

    def __getitem__(self, path: str) -> bytes:
        return unpack(self.packed[path])

    def pieces(self, path: str) -> Iterator[bytes]:
        """A file a piece at a time: what a thread once needed for a whole one stays its own."""
        return unpack_in_pieces(self.packed[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)

    def __contains__(self, path: object) -> bool:
        return path in self.packed

    def sha256(self, path: str) -> str:
        file = self.packed[path]
        return sha256(unpack(file)).hexdigest() if isinstance(file, bytes) else file.sha256

    def choose(self, paths: Iterable[str]) -> Self:
        """Those at these paths."""
        return replace(self, packed={path: self.packed[path] for path in paths})

    @property
    def kept(self) -> Iterator[KeptFile]:
        return (file for file in self.packed.values() if isinstance(file, KeptFile))

    @property
    def bundles(self) -> tuple[Bundle, ...]:
        """Those of the files that are compressed, in order."""
        files = (file for file in self.packed.values() if isinstance(file, BundledFile))
        return tuple(dict.fromkeys(file.bundle for file in files))

    def is_late(self, path: str) -> bool:
        """Whether it is known what a page would be, and it is not made yet."""
        return isinstance(self.packed[path], LatePage)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of those that are kept on the disk."""
        return tuple(Path(file.path).name for file in self.kept)

    @property
    def pages(self) -> int:
        return sum(path.endswith(".html") for path in self.packed)

    @property
    def opened(self) -> Self:
        return self

    def digests(self, _: AssetNames) -> Mapping[str, str]:
        """Those that are known of the files with these names."""
        return {}


def pack(files: Mapping[str, PackedFile]) -> PackedFiles:
    return pack_each(files.items())


def pack_each(files: Iterable[tuple[str, PackedFile]]) -> PackedFiles:
    """The files, with those compressed that are plain bytes, of which few are in memory at a time."""
    packed: dict[str, PackedFile] = {}
    group: dict[str, bytes] = {}
    size = waiting = 0
    for path, file in files:
        packed[path] = file
        if isinstance(file, bytes):
            group[path] = file
            waiting += len(file)
        else:
            size += file.size
        if waiting >= _BUNDLE:
            packed |= _in_a_bundle(group)
            group, size, waiting = {}, size + waiting, 0
    return PackedFiles(packed | _in_a_bundle(group), size + waiting)


def _in_a_bundle(files: Mapping[str, bytes]) -> dict[str, PackedFile]:
    bundle = Bundle(zlib.compress(b"".join(files.values()), _QUICK))
    starts = accumulate(map(len, files.values()), initial=0)
    return {
        path: BundledFile(bundle, start, len(data), sha256(data).hexdigest())
        for (path, data), start in zip(files.items(), starts, strict=False)
    }


def packed(files: Mapping[str, bytes]) -> PackedFiles:
    """The same files, packed if they are not yet."""
    return files if isinstance(files, PackedFiles) else pack(files)
