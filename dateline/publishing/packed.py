"""Files in memory at a third of their size, so that a site of a thousand briefings fits."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from pydantic import ConfigDict

# The first level of zlib takes pages to a third of their size.
_QUICK = 1


@dataclass(frozen=True, slots=True, eq=False)
class PackedFiles(Mapping[str, bytes]):
    """Files by their path in the site; each is compressed (RFC 1950) until it is asked for.

    `sizes` are those of the files themselves, in bytes.
    """

    # How a cache holds bytes; read by pydantic.
    __pydantic_config__: ClassVar = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    packed: dict[str, bytes] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, path: str) -> bytes:
        return zlib.decompress(self.packed[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)

    def __contains__(self, path: object) -> bool:
        return path in self.packed

    @property
    def size(self) -> int:
        """The bytes of all files together."""
        return sum(self.sizes.values())


def pack(files: Mapping[str, bytes]) -> PackedFiles:
    return PackedFiles(
        {path: zlib.compress(data, _QUICK) for path, data in files.items()},
        {path: len(data) for path, data in files.items()},
    )


def merge_files(parts: Iterable[PackedFiles]) -> PackedFiles:
    packed: dict[str, bytes] = {}
    sizes: dict[str, int] = {}
    for part in parts:
        packed |= part.packed
        sizes |= part.sizes
    return PackedFiles(packed, sizes)
