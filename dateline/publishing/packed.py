"""Files in memory at a third of their size, so that a site of a thousand briefings fits."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import ClassVar

from pydantic import ConfigDict

from dateline.publishing.kept import KeptFile, PackedFile, unpack

# The first level of zlib takes pages to a third of their size.
_QUICK = 1


@dataclass(frozen=True, slots=True, eq=False)
class PackedFiles(Mapping[str, bytes]):
    """Files by their path in the site, compressed or kept on the disk; `size` is in bytes, of all."""

    # How a cache holds bytes; read by pydantic.
    __pydantic_config__: ClassVar = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    packed: dict[str, PackedFile] = field(default_factory=dict)
    size: int = 0

    def __getitem__(self, path: str) -> bytes:
        return unpack(self.packed[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self.packed)

    def __len__(self) -> int:
        return len(self.packed)

    def __contains__(self, path: object) -> bool:
        return path in self.packed

    def sha256(self, path: str) -> str:
        file = self.packed[path]
        return file.sha256 if isinstance(file, KeptFile) else sha256(unpack(file)).hexdigest()

    @property
    def kept(self) -> Iterator[KeptFile]:
        return (file for file in self.packed.values() if isinstance(file, KeptFile))


def pack(files: Mapping[str, bytes | KeptFile]) -> PackedFiles:
    packed = {
        path: file if isinstance(file, KeptFile) else zlib.compress(file, _QUICK)
        for path, file in files.items()
    }
    sizes = (file.size if isinstance(file, KeptFile) else len(file) for file in files.values())
    return PackedFiles(packed, sum(sizes))


def packed(files: Mapping[str, bytes]) -> PackedFiles:
    """The same files, packed if they are not yet."""
    return files if isinstance(files, PackedFiles) else pack(files)


def merge_files(parts: Iterable[PackedFiles]) -> PackedFiles:
    """The files of all parts, of which no two have a path in common."""
    packed: dict[str, PackedFile] = {}
    size = 0
    for part in parts:
        packed |= part.packed
        size += part.size
    return PackedFiles(packed, size)


def replace_in(files: PackedFiles, replacements: Mapping[str, tuple[bytes, bytes]]) -> PackedFiles:
    """The files, with the first of two strings replaced by the second in each that is named."""
    changed = {path: files[path].replace(old, new, 1) for path, (old, new) in replacements.items()}
    grown = sum(len(data) - len(files[path]) for path, data in changed.items())
    return PackedFiles(files.packed | pack(changed).packed, files.size + grown)
