"""Addresses of three kinds: of the site, of an editor that opens files, and for reports of errors.

The last two are templates with gaps. Each kind has a sentence that says what is expected.
"""

import re
from typing import Final
from urllib.parse import quote, urlsplit

EXPECTED_OF_SITE: Final = "write it as https://example.org/news/"
EXPECTED_OF_EDITOR: Final = (
    "write an editor’s address with {path} and, where it takes them, {line} and {column}, "
    "as vscode://file/{path}:{line}:{column}"
)
EXPECTED_OF_REPORT: Final = (
    "write {fact} where the fact’s id goes, {page} where its page’s address goes, "
    "and %7B and %7D for other braces"
)
USUAL_EDITOR: Final = "vscode://file/{path}:{line}:{column}"

# A program on this machine: not a script, nor a server elsewhere, which would learn local paths.
_OTHERS: Final = r"javascript:|vbscript:|data:|https?:(?!//(?:localhost|127\.0\.0\.1)[:/])"
_EDITOR: Final = re.compile(rf"(?!{_OTHERS})[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
_EDITOR_GAP: Final = re.compile(r"\{(path|line|column)\}")
_REPORT_GAP: Final = re.compile(r"\{(fact|page)\}")


def is_site_address(text: str) -> bool:
    """Whether this is an http(s) address with a host and nothing after its path."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or set(text) & set(' ?#"<>'))
    return parts.scheme in ("http", "https") and bool(host) and plain and text.isprintable()


def is_editor_address(text: str) -> bool:
    """Whether `text` is an address with a gap for the path, and no other braces than the gaps'."""
    filled = _EDITOR_GAP.sub("", text)
    return bool(_EDITOR.fullmatch(text)) and "{path}" in text and not re.search("[{}]", filled)


def address_in_editor(template: str, path: str, *, line: int, column: int) -> str:
    """The address that opens `path`, which is absolute, at a line and column counted from 1."""
    # A path that begins with a slash needs no second one where the address has it: file/{path}.
    start = path.removeprefix("/") if re.search(r"(?<!/)/\{path\}", template) else path
    place = {"path": quote(start, safe="/:"), "line": str(line), "column": str(column)}
    return _EDITOR_GAP.sub(lambda gap: place[gap[1]], template)


def has_known_gaps_alone(report: str) -> bool:
    return not re.search("[{}]", _REPORT_GAP.sub("", report))


def has_gaps(report: str) -> bool:
    return bool(_REPORT_GAP.search(report))


def fill_gaps(report: str, *, fact: str, page: str) -> str:
    """The address for reports with id and page in their places, percent-encoded."""
    values = {"fact": fact, "page": page}
    return _REPORT_GAP.sub(lambda gap: quote(values[gap[1]], safe=""), report)
