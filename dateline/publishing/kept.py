"""Files that are kept on the disk until they are needed, instead of in memory."""

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path


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


# Kept, or compressed as zlib has it (RFC 1950).
PackedFile = bytes | KeptFile


def unpack(packed: PackedFile) -> bytes:
    return (
        Path(packed.path).read_bytes() if isinstance(packed, KeptFile) else zlib.decompress(packed)
    )
