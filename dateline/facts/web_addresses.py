"""Addresses that a site or a command line gives: each is parsed before it leads anywhere.

`fault_of` is for all of them. It refuses whatever a reader and a browser could take for different
places: what cannot be seen, the name of a user, a backslash, a host that is written in disguise.
"""

import re
import unicodedata
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urlsplit

from dateline.facts.alphabets import passes_for_latin, strange_letters
from dateline.patterns import compile_later

WEB: Final = frozenset({"http", "https"})
WEB_OR_MAIL: Final = WEB | {"mailto"}

EXPECTED_OF_SITE: Final = "write it as https://example.org/news/"
EXPECTED_OF_REPORT: Final = (
    "write {fact} where the fact’s id goes, {page} where its page’s address goes, "
    "and %7B and %7D for other braces"
)
_REPORT_GAP: Final = compile_later(r"\{(fact|page)\}")


@lru_cache(maxsize=4096)
def fault_of(address: str, schemes: frozenset[str] = WEB_OR_MAIL) -> str:
    """What is wrong with a whole address, as a clause; "" if nothing is."""
    if fault := _fault_of_signs(address):
        return fault
    try:
        parts = urlsplit(address)
    except ValueError:
        return "its host cannot be read"
    if parts.scheme not in schemes:
        return f"it begins with {parts.scheme}:" if parts.scheme else "it begins with no scheme"
    if parts.scheme in WEB:
        return _fault_of_server(parts)
    return _fault_of_mail(parts) if parts.scheme == "mailto" else ""


def _fault_of_signs(address: str) -> str:
    """What browsers drop or read as something else (WHATWG URL, section 4.4)."""
    for sign in address:
        if sign.isspace():
            return "it has a space or a line break"
        if not sign.isprintable():
            return f"it has a character that cannot be seen (U+{ord(sign):04X})"
    return "it has a backslash, which browsers read as a slash" if "\\" in address else ""


# Browsers take them, but no address has them as they are (WHATWG URL, section 4.3); a host may have brackets.
_LOOSE: Final = compile_later(r'["<>^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')
_BEFORE_PATH: Final = compile_later(r"[a-z][a-z0-9+.-]*:(?://[^/?#]*)?", re.IGNORECASE)


def encoded(address: str) -> str:
    """A whole address as a page may have it: with such signs percent-encoded."""
    start = _BEFORE_PATH.match(address)
    path = start.end() if start else 0
    return address[:path] + _LOOSE.sub(lambda sign: quote(sign[0]), address[path:])


# Joiners and soft hyphens are none: the title of a fact, which a report has as its subject, may have them.
_CONTROLS: Final = compile_later("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e]")


def _fault_of_mail(parts: SplitResult) -> str:
    if parts.netloc or not parts.path:
        return "it names nobody to write to"
    for written in parts.path.split(","):
        name, at, host = unquote(written).rpartition("@")
        if not (name and at) or not name.isprintable() or set(name) & set(' @:<>"'):
            return "it names nobody to write to"
        if fault := _fault_of_host(host):
            return fault
    # RFC 6068, section 5: only the body may have line breaks.
    for field in parts.query.split("&"):
        name, *_ = field.partition("=")
        if name.lower() != "body" and _CONTROLS.search(unquote(field)):
            return f"its field {name} has a line break or a control character"
    return ""


def _fault_of_server(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if "@" in parts.netloc:
        return "it has the name of a user before its host"
    if not host:
        return "it has no host after //"
    if "[" in parts.netloc and ":" not in host:
        return "its host is not an IPv6 address"
    shown = f"[{host}]" if ":" in host else host
    port = parts.netloc.lower().removeprefix(shown).removeprefix(":")
    if port and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) <= _LAST_PORT):
        return f"its port is not a number from 1 to {_LAST_PORT}"
    return _fault_of_host(host)


_LAST_PORT: Final = 65535


def _fault_of_host(host: str) -> str:
    if "%" in host:
        return "its host has a percent sign"
    if ":" in host:
        return "" if _is_number(IPv6Address, host) else "its host is not an IPv6 address"
    labels = host.removesuffix(".").split(".")
    if not all(labels) or len(host) > 253 or any(len(label) > 63 for label in labels):
        return "its host is not a name"
    # WHATWG URL, section 3.5: a host whose end is a number is one, as 0x7f.1 is 127.0.0.1.
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]) and not _is_number(IPv4Address, host):
        return "its host is a number that browsers read as another"
    return next(filter(None, map(_fault_of_label, labels)), "")


def _is_number(kind: type[IPv4Address | IPv6Address], host: str) -> bool:
    try:
        return bool(kind(host))
    except AddressValueError:
        return False


def _fault_of_label(label: str) -> str:
    """What is wrong with a part of a host between dots, which is in lower case."""
    for sign in label:
        if not (sign.isalnum() or sign in "-_" or unicodedata.category(sign).startswith("M")):
            return f"its host has “{sign}”"
    if label.isascii():
        return ""
    if (meant := unicodedata.normalize("NFKC", label).lower()) != label:
        return f"its host has “{label}”, which browsers read as “{meant}”"
    if strange := next(strange_letters(label), None):
        return f"“{label}” in its host has the letter {strange.name}"
    if passes_for_latin(label):
        return f"every letter of “{label}” in its host looks like one of another alphabet"
    return ""


def fault_of_site(address: str) -> str:
    """What is wrong with the address of a site, which ends in the path that all its pages are below."""
    if fault := fault_of(address, WEB):
        return fault
    parts = urlsplit(address)
    if set(address) & set('?#"<>'):
        return "it has more than a host and a path"
    if "//" in parts.path or {".", ".."} & {*unquote(parts.path).split("/")}:
        return "its path has //, . or .. in it"
    return ""


def has_known_gaps_alone(report: str) -> bool:
    return not re.search("[{}]", _REPORT_GAP.sub("", report))


def has_gaps(report: str) -> bool:
    return bool(_REPORT_GAP.search(report))


def fill_gaps(report: str, *, fact: str, page: str) -> str:
    """The address for reports with id and page in their places, percent-encoded."""
    values = {"fact": fact, "page": page}
    return encoded(_REPORT_GAP.sub(lambda gap: quote(values[gap[1]], safe=""), report))
