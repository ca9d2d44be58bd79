"""The names of style, script, icon and logo are left open in pages, and filled in when these are published.

Each name has ten digits of its file's digest (`brief-0123456789.css`). A page that is rendered has a slot of
the same length there, with a character that no content may have. So an edit of a stylesheet renders no page.
"""

from collections.abc import Mapping
from dataclasses import field
from hashlib import sha256
from typing import Final

from dateline.frozen import dataclass

MARK: Final = "\U0010ffff"
"""A noncharacter, which the reader refuses (`reading/encoding.py`); four bytes of the ten."""

_MARK: Final = MARK.encode()
_NUMBER: Final = 6


@dataclass(frozen=True, slots=True)
class AssetNames:
    """The digits that fill each slot, by its number."""

    digits: Mapping[bytes, bytes] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        return sha256(repr(sorted(self.digits.items())).encode()).hexdigest()[:32]

    def fill(self, page: bytes) -> bytes:
        first, *parts = page.split(_MARK)
        if not parts:
            return page
        filled = [first]
        for part in parts:
            number = part[:_NUMBER]
            filled += (self.digits.get(number, _MARK + number), part[_NUMBER:])
        return b"".join(filled)

    def fill_text(self, text: str) -> str:
        return self.fill(text.encode()).decode() if MARK in text else text


NO_NAMES: Final = AssetNames()


def slots_of(page: bytes) -> str:
    """Where the slots of a page are, and their numbers: enough to open the names again that fill them."""
    found: list[str] = []
    start = page.find(_MARK)
    while start >= 0:
        number = page[start + len(_MARK) : start + len(_MARK) + _NUMBER]
        found.append(f"{start}:{number.decode()}")
        start = page.find(_MARK, start + 1)
    return " ".join(found)


def reopen(page: bytes, slots: str) -> bytes:
    """A page whose names are filled in, as it was before."""
    opened = bytearray(page)
    for slot in slots.split():
        start, _, number = slot.partition(":")
        slot_bytes = _MARK + number.encode()
        opened[int(start) : int(start) + len(slot_bytes)] = slot_bytes
    return bytes(opened)


def open_name(path: str, digits: dict[bytes, bytes]) -> str:
    """The path with a slot of its own, whose digits are noted."""
    stem, _, rest = path.rpartition("-")
    known, _, suffix = rest.partition(".")
    number = f"{len(digits):0{_NUMBER}}"
    digits[number.encode()] = known.encode()
    return f"{stem}-{MARK}{number}.{suffix}"
