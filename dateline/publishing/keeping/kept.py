"""Files that are kept compressed, or on the disk, until they are needed."""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Final

from dateline.frozen import dataclass


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the build's cache: pictures are large, and compressing them gains nothing.

    `stamp` is another whenever the file was changed.
    """

    path: str
    size: int
    sha256: str
    stamp: str

    @property
    def is_whole(self) -> bool:
        """Whether it is still there as it was kept; a file that was only copied is read to know."""
        try:
            return stamp_of(Path(self.path)) == self.stamp or self._has_same_bytes()
        except OSError:
            return False

    def _has_same_bytes(self) -> bool:
        return hashlib.sha256(Path(self.path).read_bytes()).hexdigest() == self.sha256


def keep(path: Path, data: bytes) -> KeptFile:
    """What is known of a file that was just written."""
    sha256 = hashlib.sha256(data).hexdigest()
    return KeptFile(str(path.absolute()), len(data), sha256, stamp_of(path))


def stamp_of(path: Path) -> str:
    stat = path.stat()
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """Files one after the other, compressed together as zlib has it (RFC 1950).

    They have much in common, so this is smaller than each by itself, and quicker.
    """

    data: bytes


@dataclass(frozen=True, slots=True)
class BundledFile:
    """A file in a bundle; two with the same bytes are equal, wherever they are."""

    bundle: Bundle = field(compare=False)
    start: int = field(compare=False)
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class LatePage:
    """A page of which it is known what it would be, and which is made only if it is asked for."""

    make: Callable[[], bytes]
    size: int
    sha256: str


class SpoiltCacheError(Exception):
    """A file that the build's cache had is there no more, or is another."""


# As it is, compressed, on the disk, or not made yet.
PackedFile = bytes | BundledFile | KeptFile | LatePage

_PIECE: Final = 65_536


def unpack_in_pieces(packed: PackedFile) -> Iterator[bytes]:
    """Raises SpoiltCacheError, after some of its pieces perhaps, for what is not what it was."""
    if isinstance(packed, bytes | BundledFile):
        yield unpack(packed)
        return
    found = hashlib.sha256()
    for piece in _read_kept(packed):
        found.update(piece)
        yield piece
    if found.hexdigest() != packed.sha256:
        raise SpoiltCacheError(packed)


def unpack(packed: PackedFile) -> bytes:
    match packed:
        case bytes():
            return packed
        case BundledFile():
            return _open(packed.bundle)[packed.start : packed.start + packed.size]
    return b"".join(unpack_in_pieces(packed))


# The files of a bundle are asked for one after the other.
@lru_cache(maxsize=4)
def _open(bundle: Bundle) -> bytes:
    try:
        return zlib.decompress(bundle.data)
    except zlib.error as error:
        raise SpoiltCacheError(bundle) from error


def _read_kept(kept: KeptFile | LatePage) -> Iterator[bytes]:
    if isinstance(kept, LatePage):
        yield kept.make()
        return
    try:
        with Path(kept.path).open("rb") as file:
            yield from iter(lambda: file.read(_PIECE), b"")
    except (OSError, ValueError) as error:
        raise SpoiltCacheError(kept) from error
