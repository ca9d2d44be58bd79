"""The copies of pictures, which the build's cache keeps: the same bytes are encoded once.

An entry that is missing, stale, cut short or spoilt is made again, nothing more.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from dateline.facts.fields import Focus
from dateline.frozen import dataclass
from dateline.pages.picture import Framing
from dateline.publishing.keeping.kept import KeptFile, keep


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCopy:
    """A copy of a picture; `suffix` is how the name of its file ends."""

    suffix: str
    width: int
    height: int
    file: bytes | KeptFile


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """All copies of a picture, and the digest of what they were made from."""

    digest: str
    copies: tuple[StoredCopy, ...]


@cache
def _as_json() -> TypeAdapter[StoredPicture]:
    return TypeAdapter(StoredPicture)


@dataclass(frozen=True, slots=True)
class PictureStore:
    """A folder of copies; without one, they are made each time and held in memory.

    One that is `dry` makes none: it is for checks, which want to know what is wrong. One that `renews` makes
    each of them again.
    """

    folder: Path | None
    dry: bool = False
    renews: bool = False

    def copies(self, data: bytes, framing: Framing, focus: Focus | None) -> StoredPicture:
        """Those of a picture's bytes. Raises PictureFault where it cannot be published."""
        parts = (_recipe(), framing, repr(focus), hashlib.sha256(data).hexdigest())
        digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
        return self._load(digest) or self._make(data, framing, focus, digest)

    def _load(self, digest: str) -> StoredPicture | None:
        if self.folder is None or self.renews:
            return None
        try:
            stored = _as_json().validate_json((self.folder / f"{digest}.json").read_bytes())
        except (OSError, ValidationError):
            return None
        kept = [copy.file for copy in stored.copies if isinstance(copy.file, KeptFile)]
        is_whole = len(kept) == len(stored.copies) and all(file.is_whole for file in kept)
        return stored if is_whole and stored.digest == digest else None

    def _make(
        self, data: bytes, framing: Framing, focus: Focus | None, digest: str
    ) -> StoredPicture:
        # Pillow takes a while to import, and a build that finds all copies does without it.
        from dateline.publishing.images.renditions import MIDDLE, encode_copies

        copies = (
            StoredCopy(
                suffix=copy.suffix,
                width=copy.width,
                height=copy.height,
                file=self._keep(f"{digest}{copy.suffix}", copy.data),
            )
            for copy in encode_copies(data, framing, focus or MIDDLE, dry=self.dry)
        )
        made = StoredPicture(digest=digest, copies=tuple(copies))
        if all(isinstance(copy.file, KeptFile) for copy in made.copies):
            self._keep(f"{digest}.json", _as_json().dump_json(made))
        return made

    def _keep(self, name: str, data: bytes) -> bytes | KeptFile:
        """The file in the folder; the bytes themselves where it cannot be written."""
        if self.folder is None:
            return data
        path = self.folder / name
        beside = path.with_name(f"{name}.{os.getpid()}.new")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(path)
            return keep(path, data)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            return data

    def keep_only(self, names: Iterable[str]) -> None:
        """Delete the copies of pictures that no briefing has any more."""
        if self.folder is None or not self.folder.is_dir():
            return
        digests = {name[:_DIGEST] for name in names}
        for path in self.folder.iterdir():
            if path.name[:_DIGEST] not in digests:
                with suppress(OSError):
                    path.unlink(missing_ok=True)


# The letters of a SHA-256.
_DIGEST: Final = 64
_MAKERS: Final = ("decode.py", "picture_kinds.py", "renditions.py", "safe_svg.py")


@cache
def _recipe() -> str:
    """A digest of the code that makes copies, and of the library that it uses."""
    from importlib import metadata  # a check keeps nothing, and does without

    here = Path(__file__).parent
    code = b"".join((here / name).read_bytes() for name in _MAKERS)
    return hashlib.sha256(code + metadata.version("pillow").encode()).hexdigest()
