"""Links that open a file at its line in the editor's own program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from dateline.publishing.look import look_folders

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.problems import Place

DEFAULT: Final = "vscode://file/{path}:{line}:{column}"
EXPECTED: Final = "write it as vscode://file/{path}:{line}:{column}"

# Addresses of which a browser would make something else than a call of another program.
_OTHERS: Final = frozenset({"javascript", "data", "blob", "vbscript", "file", "about"})
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def is_editor_address(template: str) -> bool:
    """Whether a template has a {path} and an address that calls a program on this machine."""
    scheme = _SCHEME.match(template)
    if scheme is None or "{path}" not in template or set(template) & set(' "<>'):
        return False
    name = scheme[1].lower()
    try:
        host = urlsplit(template).hostname
    except ValueError:
        return False
    return name not in _OTHERS and (name not in ("http", "https") or host in _LOOPBACK)


_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def opener(template: str) -> Callable[[Place], str | None]:
    """The link to a place; None where it is in no file (an address of the site, say).

    `{path}` is absolute and begins with a slash, which is not written twice behind a host.
    """
    template = re.sub(r"(?<![:/])/\{path\}", "{path}", template)
    known: dict[str, str | None] = {}

    def link(place: Place) -> str | None:
        if place.path not in known:
            known[place.path] = _whole(place.path)
        path = known[place.path]
        if path is None:
            return None
        values = {"path": path, "line": str(place.line), "column": str(place.column)}
        return re.sub(r"\{(path|line|column)\}", lambda found: values[found[1]], template)

    return link


def _whole(path: str) -> str | None:
    """The absolute path, percent-encoded: seen from here, or from where the templates are."""
    for folder in (Path.cwd(), look_folders()[0].parent):
        file = folder / path
        if file.exists():
            slashed = file.as_posix()
            return quote(slashed if slashed.startswith("/") else f"/{slashed}")
    return None
