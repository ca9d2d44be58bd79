"""A page that asks the preview for decisions on one briefing, without a browser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.preview.page_decisions import plan_writers
from tests.drafting.deciding.world import BODY, FIGURES, PEOPLE, TIMELINE
from tests.small_site import SETTINGS, article

SHEETS = {"timeline.yaml": TIMELINE, "figures.yaml": FIGURES, "people.yaml": PEOPLE}


class DecidingPage:
    """The page of the briefing `b`, in a folder that is made with it."""

    def __init__(self, folder: Path, *front: str) -> None:
        self.content = folder / "content"
        self.folder = self.content / "b"
        self.writers = plan_writers(self.content, lambda: datetime(2024, 9, 12, tzinfo=UTC))
        self.folder.mkdir(parents=True)
        (self.content / "site.yaml").write_text(SETTINGS)
        (self.folder / "article.md").write_text(article(BODY, *front), "utf-8")
        for name, text in SHEETS.items():
            self.write(name, text)

    def ask(self, verb: str, **fields: object) -> Mapping[str, Any]:
        return self.writers[verb]({"briefing": "b", **fields})

    def items(self) -> list[dict[str, Any]]:
        return list(self.ask("items")["items"])

    def item(self, name: str) -> dict[str, Any]:
        return next(item for item in self.items() if item["id"] == name)

    def named(self, name: str) -> dict[str, Any]:
        """What the page sends of an item, to say which one it means."""
        return {key: self.item(name)[key] for key in ("sheet", "id", "seen")}

    def take(self, name: str, **asked: object) -> Mapping[str, Any]:
        return self.ask("take", **self.named(name), **asked)

    def sheet(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")

    def sheets(self) -> dict[str, bytes]:
        files = self.folder.glob("[a-z]*.*")
        return {path.name: path.read_bytes() for path in files if path.is_file()}
