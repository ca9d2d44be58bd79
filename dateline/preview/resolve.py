"""What an address of the preview stands for, as GitHub Pages would answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Container


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file of the site, by its path in there."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The address that it is at, as it stands in a Location."""

    address: str


def resolve(address: str, base: str, files: Container[str]) -> Found | Elsewhere | None:
    """The answer to the path of a request (percent-encoded); None where nothing stands there.

    Only names of files that were made are ever compared: no way leads to a disk from here.
    """
    path = unquote(address)
    if base != "/" and path in ("/", base.rstrip("/")):
        return Elsewhere(address=base)
    if not path.startswith(base):
        return None
    name = path[len(base) :]
    if f"{name}/index.html" in files and name:
        return Elsewhere(address=f"{base}{quote(name)}/")
    folder = not name or name.endswith("/")
    tried = (f"{name}index.html",) if folder else (name, f"{name}.html")
    return next((Found(path=one) for one in tried if one in files), None)
