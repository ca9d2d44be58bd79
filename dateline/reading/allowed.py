"""What an article may hold: its elements, their attributes, and where its links may lead."""

from typing import Final
from urllib.parse import urlsplit

_WITHOUT_ATTRIBUTES: Final = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "blockquote", "hr"),
    *("ul", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr"),
    *("br", "code", "em", "strong", "sub"),
)
ATTRIBUTES: Final[dict[str, set[str]]] = {
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "bdi": {"lang", "dir"},
    "div": {"class"},
    "img": {"src", "alt", "title"},
    "li": {"id"},
    "ol": {"start"},
    "span": {"lang", "dir"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align"},
    **{tag: set() for tag in _WITHOUT_ATTRIBUTES},
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
