"""The state of the preview, and what the browser is sent of it beside a page."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any, Final

from dateline.facts.editor_addresses import USUAL_EDITOR, address_in_editor
from dateline.preview.last_good import LastGoodSite
from dateline.preview.messages import Fault
from dateline.preview.notices import Decisions, render_fault, render_problems, render_waiting
from dateline.problems import SEVERITIES, Position, Problem, to_json
from dateline.publishing.keeping.kept import PackedFile
from dateline.publishing.looks.look import look_folders
from dateline.reading.proposals import count_undecided

# The modules that make pages take half a second to import: the server starts without them.
if TYPE_CHECKING:
    from dateline.pages.editor_view import EditorView

# The packed bytes of a page, and how often what all pages share has changed.
Version = tuple[PackedFile | None, int]
EditorLink = Callable[[Position], str | None]


@dataclass(slots=True, kw_only=True)
class PreviewState:
    """What the answers are made from.

    `editor` takes precedence over that of the settings. `ready` is set when there is something to
    show, if only problems. `number` counts what was shown, `looks` the changes of what all pages
    share; `served` has the version of each page that was last sent. `token` lets this run's pages write,
    one at a time (`writing`).
    """

    listening: str
    editor: str | None
    is_busy: Callable[[], bool]
    site: LastGoodSite = field(default_factory=LastGoodSite)
    fault: Fault | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    number: int = 0
    looks: int = 0
    served: dict[str, Version] = field(default_factory=dict)
    token: str = field(default_factory=token_urlsafe)
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)

    def version(self, path: str) -> Version:
        return self.site.files.get(path), self.looks

    def notice(self) -> bytes:
        """The page to show where no page of the site was ever built."""
        if self.fault:
            return render_fault(self.fault)
        if not self.site.refused:
            return render_waiting()
        return render_problems(self.site.problems, [*_undecided(self.site)])

    def as_json(self, page: str) -> bytes:
        """The state as of a page or folder of the site; docs/preview.md lists its fields."""
        path = f"{page}index.html" if not page or page.endswith("/") else page
        site, link = self.site, link_to(self.editor or self.site.editor or USUAL_EDITOR)
        counts = Counter(problem.severity for problem in site.problems)
        fields = {
            "version": 1,
            "number": self.number,
            "busy": self.is_busy(),
            "refused": site.refused,
            "problems": _problems(_nearest(site, path), link),
            "counts": {
                "errors": counts["error"],
                "warnings": counts["warning"],
                "follow_ups": counts["follow-up"],
                "open": sum(view.open for view in site.editor_views.values()),
            },
            "stale": self.fault is not None or site.is_stale(path),
            "briefing": _briefing(site, path, link),
            "fault": None if self.fault is None else _fault(self.fault, link),
        }
        return (json.dumps(fields, ensure_ascii=False, allow_nan=False) + "\n").encode()


def _undecided(site: LastGoodSite) -> Iterator[Decisions]:
    left = count_undecided(site.problems)
    for slug, view in site.editor_views.items():
        address = _annotated(site, slug)
        if address and (number := left[_folder(view)]):
            yield Decisions(title=view.title, left=number, address=address)


def _annotated(site: LastGoodSite, slug: str) -> str | None:
    """The address of the page on which a briefing is decided."""
    path = f"{slug}/annotated/"
    return f"{site.base}{path}" if f"{path}index.html" in site.files else None


def _folder(view: EditorView) -> str:
    return view.article.path.rpartition("/")[0]


MOST: Final = 100
"""Problems of each severity that the browser is sent: more than anybody fixes before the next save."""


def _nearest(site: LastGoodSite, page: str) -> tuple[Problem, ...]:
    """The problems to show beside a page: errors first, and of each severity those of its briefing."""
    view = site.editor_views.get(site.slug_of(page) or "")
    here = f"{_folder(view)}/" if view else "/"
    ordered = sorted(site.problems, key=lambda problem: not problem.position.path.startswith(here))
    of_severity = (
        [problem for problem in ordered if problem.severity == severity] for severity in SEVERITIES
    )
    return tuple(problem for problems in of_severity for problem in problems[:MOST])


def _problems(problems: tuple[Problem, ...], link: EditorLink) -> list[dict[str, Any]]:
    rows = to_json(problems)
    for problem, row in zip(problems, rows, strict=True):
        row["open"] = link(problem.position)
        for other, related in zip(problem.related, row["related"], strict=True):
            related["open"] = link(other.position)
    return rows


def _briefing(site: LastGoodSite, page: str, link: EditorLink) -> dict[str, Any] | None:
    slug = site.slug_of(page)
    view = site.editor_views.get(slug) if slug else None
    if slug is None or view is None:
        return None
    return {
        "slug": slug,
        "open": view.open,
        "undecided": count_undecided(site.problems)[_folder(view)],
        "draft": view.draft,
        "annotated": _annotated(site, slug),
        "article": _position(view.article, link),
        "facts": _positions(view.facts, link),
        "words": _positions(view.words, link),
    }


def _positions(positions: Mapping[str, Position], link: EditorLink) -> dict[str, Any]:
    return {name: _position(position, link) for name, position in positions.items()}


def _position(position: Position, link: EditorLink) -> dict[str, str | None]:
    return {"at": f"{position.path.rpartition('/')[2]}:{position.line}", "open": link(position)}


def _fault(fault: Fault, link: EditorLink) -> dict[str, str | None]:
    position = fault.position
    at = f"{position.path}:{position.line}\n" if position else ""
    return {
        "title": fault.title,
        "text": f"{at}{fault.text}",
        "open": link(position) if position else None,
    }


# Where a position opens


def link_to(editor: str) -> EditorLink:
    """The link to a position in an editor with this address; None where it is in no file."""
    find = cache(_absolute)

    def link(position: Position) -> str | None:
        path = find(position.path)
        if path is None:
            return None
        return address_in_editor(editor, path, line=position.line, column=position.column)

    return link


def _absolute(path: str) -> str | None:
    """The absolute path of a file that is named from here, or from where the templates are."""
    files = (folder / path for folder in (Path.cwd(), look_folders()[0].parent))
    return next((file.as_posix() for file in files if file.exists()), None)
