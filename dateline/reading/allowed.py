"""What an article may hold: its elements, their attributes, and where its links may lead."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

ATTRIBUTES: Final[dict[str, set[str]]] = {
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "bdi": {"lang", "dir"},
    "blockquote": set(),
    "br": set(),
    "caption": set(),
    "code": set(),
    "dd": set(),
    "div": {"class"},
    "dl": set(),
    "dt": set(),
    "em": set(),
    "h1": set(),
    "h2": set(),
    "h3": set(),
    "h4": set(),
    "h5": set(),
    "h6": set(),
    "hr": set(),
    "li": {"id"},
    "ol": {"start"},
    "p": set(),
    "pre": set(),
    "span": {"lang", "dir"},
    "strong": set(),
    "sub": set(),
    "sup": {"id"},
    "table": set(),
    "tbody": set(),
    "td": {"align"},
    "th": {"align"},
    "thead": set(),
    "tr": set(),
    "ul": set(),
}
"""Each element with the attributes that the reading keeps; what a page shows of them is less."""

SCHEMES: Final = {"http", "https", "mailto"}
# What browsers ignore around an address and within it (WHATWG URL, section 4.4).
_AROUND: Final = "".join(map(chr, range(0x21)))
_WITHIN: Final = str.maketrans("", "", "\t\n\r")


def may_link_to(address: str) -> bool:
    """Whether a browser would read the address as a relative one or one of SCHEMES."""
    try:
        scheme = urlsplit(address.strip(_AROUND).translate(_WITHIN)).scheme
    except ValueError:
        return False
    return not scheme or scheme in SCHEMES
