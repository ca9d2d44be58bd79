"""Files that are kept on the disk until they are needed, instead of in memory."""

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in the build's cache: pictures are large, and compressing them gains nothing."""

    path: str
    size: int
    sha256: str

    @property
    def is_whole(self) -> bool:
        """Whether it is still there as it was kept."""
        try:
            data = Path(self.path).read_bytes()
        except OSError:
            return False
        return len(data) == self.size and hashlib.sha256(data).hexdigest() == self.sha256


# Kept, or compressed as zlib has it (RFC 1950).
PackedFile = bytes | KeptFile


def unpack(packed: PackedFile) -> bytes:
    return (
        Path(packed.path).read_bytes() if isinstance(packed, KeptFile) else zlib.decompress(packed)
    )
