"""Links that open a file at its line in the editor's own program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.facts.editor_address import address_in_editor
from dateline.publishing.look import look_folders

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.problems import Place


def opener(template: str) -> Callable[[Place], str | None]:
    """The link to a place; None where it is in no file (an address of the site, say)."""
    known: dict[str, str | None] = {}

    def link(place: Place) -> str | None:
        if place.path not in known:
            known[place.path] = _whole(place.path)
        path = known[place.path]
        if path is None:
            return None
        return address_in_editor(template, path, line=place.line, column=place.column)

    return link


def _whole(path: str) -> str | None:
    """The absolute path of what is seen from here, or from where the templates are."""
    files = (folder / path for folder in (Path.cwd(), look_folders()[0].parent))
    return next((file.as_posix() for file in files if file.exists()), None)
