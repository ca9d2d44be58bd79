"""The icons of a site whose look is its own: a square logo, or ours with its marker."""

import struct
from base64 import b64encode
from typing import Final

from dateline.facts.palette import Palette
from dateline.publishing.looks.own_look import OwnLook

# The marker of the program's own icon.
_MARKER: Final = Palette().marker.encode()
_SMALL: Final = 32
_ON_A_PHONE: Final = 180


def own_icon(icon: bytes, own: OwnLook) -> bytes:
    """The SVG that browsers show beside the title of a page."""
    logo = own.logo
    if logo and logo.is_square:
        return logo.data if logo.suffix == ".svg" else _wrapped(logo.data)
    return icon.replace(_MARKER, own.palette.marker.encode()) if own.palette else icon


def _wrapped(png: bytes) -> bytes:
    """A PNG within an SVG, so that there is one kind of icon."""
    address = b"data:image/png;base64," + b64encode(png)
    return (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        b'<image width="32" height="32" href="' + address + b'"/></svg>\n'
    )


def raster_icons(icon: bytes) -> dict[str, bytes]:
    """The icons that browsers and phones ask for by name, as static/icons/README.md makes ours."""
    # Imported here because few sites have an icon of their own.
    from resvg_py import svg_to_bytes

    def png(svg: str, size: int) -> bytes:
        return bytes(svg_to_bytes(svg_string=svg, width=size, height=size))

    svg = icon.decode()
    small = png(svg, _SMALL)
    head = struct.pack("<3H4B2H2I", 0, 1, 1, _SMALL, _SMALL, 0, 0, 1, 32, len(small), 22)
    # A phone cuts the corners itself.
    return {
        "favicon.ico": head + small,
        "apple-touch-icon.png": png(svg.replace(' rx="6"', ""), _ON_A_PHONE),
    }
