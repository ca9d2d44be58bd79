"""The content of a small site: one briefing, an article with one figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """\
---
title: A line opens
standfirst: In short.
published: 2024-09-11
---

The line opened on Wednesday. It is 32 kilometres long.
"""
FIGURES = """\
figures:
  - id: length
    label: Length
    value: 32
    unit: km
    kind: measured
    evidence: 32 kilometres long
"""


def write_content(folder: Path, *, settings: str = "title: T\ndescription: D\n") -> Path:
    """A site of one small briefing below `folder`."""
    for path, text in {
        "content/site.yaml": settings,
        "content/line/article.md": ARTICLE,
        "content/line/figures.yaml": FIGURES,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder
