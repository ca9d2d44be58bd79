"""What an article may hold: its elements, their attributes, and where its links may lead."""

from typing import Final
from urllib.parse import urlsplit

from dateline.facts.web_addresses import WEB_OR_MAIL, fault_of

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

SCHEMES: Final = {*WEB_OR_MAIL}
# What browsers ignore around an address and within it (WHATWG URL, section 4.4).
_AROUND: Final = "".join(map(chr, range(0x21)))
_WITHIN: Final = str.maketrans("", "", "\t\n\r")


def may_link_to(address: str) -> bool:
    """Whether a browser would read the address as a relative one or one of SCHEMES."""
    scheme = _scheme_of(address.strip(_AROUND).translate(_WITHIN))
    return scheme is not None and (not scheme or scheme in SCHEMES)


def fault_of_link(address: str) -> str:
    """What is wrong with a link that leads to another site; "" for one within this site.

    Spaces are reported as a slip of Markdown; browsers read them as %20.
    """
    whole = address.strip(_AROUND).replace(" ", "%20")
    return "" if _scheme_of(whole) == "" else fault_of(whole)


def _scheme_of(address: str) -> str | None:
    """None where the address cannot be read."""
    try:
        return urlsplit(address).scheme
    except ValueError:
        return None
