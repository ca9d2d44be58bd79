"""Pictures that tests make: a few pixels each, or what only says that it is one."""

from __future__ import annotations

import zlib
from io import BytesIO
from struct import pack
from typing import Any

from PIL import Image

PLACE = b"Ostrow, at the bridge"


def photo(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **options: Any) -> bytes:
    """A picture that is red on its left half and blue on its right, from dark to light downwards."""
    picture = Image.new("RGB", size)
    left = Image.linear_gradient("L").resize(size)
    picture.putdata(
        [
            (value, 0, 0) if at % size[0] < size[0] // 2 else (0, 0, value)
            for at, value in enumerate(left.tobytes())
        ]
    )
    return saved(picture, kind, **options)


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def taken_at(place: bytes = PLACE, *, orientation: int = 1) -> bytes:
    """Exif as a phone writes it: where the photo was taken, and how the phone was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = place.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 13.0, 7.0), 3: "E", 4: (21.0, 0.0, 5.0)})
    return exif.tobytes()


def png_of(width: int, height: int) -> bytes:
    """A PNG whose head says that it has this size, and that has no pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    head = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"")), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def svg(inside: str = "", attributes: str = 'viewBox="0 0 40 30"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>\n{inside}\n</svg>'.encode()
