"""What the preview tells the browser about a page, beside the page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dateline.facts.editor_address import address_in_editor
from dateline.problems import to_json
from dateline.publishing.look import look_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dateline.preview.last_good import LastGoodSite
    from dateline.preview.messages import Fault
    from dateline.problems import Position, Problem

    Link = Callable[[Position], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """How the preview stands: `number` counts what was shown, `busy` is whether more is made."""

    number: int
    busy: bool
    fault: Fault | None


MOST: Final = 100
"""Errors, and warnings, that the browser is told of: more than anybody mends before the next save."""


def render_state(shelf: LastGoodSite, page: str, now: Now, link: Link) -> bytes:
    """The state as of `page`, a path in the site, as UTF-8 JSON; docs/preview.md lists its fields."""
    errors = sum(problem.severity == "error" for problem in shelf.problems)
    state = {
        "version": 1,
        "number": now.number,
        "busy": now.busy,
        "refused": shelf.refused,
        "problems": _problems(_nearest(shelf, page), link),
        "counts": {
            "errors": errors,
            "warnings": len(shelf.problems) - errors,
            "open": sum(editor_view.open for editor_view in shelf.editor_views.values()),
        },
        "stale": now.fault is not None or shelf.is_stale(page),
        "briefing": _briefing(shelf, page, link),
        "fault": None if now.fault is None else _fault(now.fault, link),
    }
    return (json.dumps(state, ensure_ascii=False, allow_nan=False) + "\n").encode()


def _nearest(shelf: LastGoodSite, page: str) -> tuple[Problem, ...]:
    """The problems to tell beside a page: errors before warnings, each those of its briefing first."""
    editor_view = shelf.editor_views.get(shelf.slug_of(page) or "")
    here = f"{editor_view.article.path.rpartition('/')[0]}/" if editor_view else "/"
    ordered = sorted(shelf.problems, key=lambda one: not one.position.path.startswith(here))
    errors = [one for one in ordered if one.severity == "error"]
    warnings = [one for one in ordered if one.severity != "error"]
    return (*errors[:MOST], *warnings[:MOST])


def _problems(problems: tuple[Problem, ...], link: Link) -> list[dict[str, Any]]:
    told = to_json(problems)
    for problem, one in zip(problems, told, strict=True):
        one["open"] = link(problem.position)
        for other, related in zip(problem.related, one["related"], strict=True):
            related["open"] = link(other.position)
    return told


def _briefing(shelf: LastGoodSite, page: str, link: Link) -> dict[str, Any] | None:
    slug = shelf.slug_of(page)
    editor_view = shelf.editor_views.get(slug) if slug else None
    if slug is None or editor_view is None:
        return None
    annotated = f"{slug}/annotated/"
    return {
        "slug": slug,
        "open": editor_view.open,
        "draft": editor_view.draft,
        "annotated": f"{shelf.base}{annotated}"
        if f"{annotated}index.html" in shelf.files
        else None,
        "article": _spot(editor_view.article, link),
        "facts": _spots(editor_view.facts, link),
        "words": _spots(editor_view.words, link),
    }


def _spots(places: Mapping[str, Position], link: Link) -> dict[str, Any]:
    return {name: _spot(position, link) for name, position in places.items()}


def _spot(position: Position, link: Link) -> dict[str, str | None]:
    return {"at": f"{position.path.rpartition('/')[2]}:{position.line}", "open": link(position)}


def _fault(fault: Fault, link: Link) -> dict[str, str | None]:
    position = fault.position
    at = f"{position.path}:{position.line}\n" if position else ""
    return {
        "title": fault.title,
        "text": f"{at}{fault.text}",
        "open": link(position) if position else None,
    }


# Where a place opens


def opener(template: str) -> Callable[[Position], str | None]:
    """The link to a place; None where it is in no file (an address of the site, say)."""
    known: dict[str, str | None] = {}

    def link(position: Position) -> str | None:
        if position.path not in known:
            known[position.path] = _whole(position.path)
        path = known[position.path]
        if path is None:
            return None
        return address_in_editor(template, path, line=position.line, column=position.column)

    return link


def _whole(path: str) -> str | None:
    """The absolute path of what is seen from here, or from where the templates are."""
    files = (folder / path for folder in (Path.cwd(), look_folders()[0].parent))
    return next((file.as_posix() for file in files if file.exists()), None)
