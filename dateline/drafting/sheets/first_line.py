"""The comment at the head of a sheet that tells editors by which schema to complete and check it."""

from __future__ import annotations


def first_line(sheet: str) -> str:
    """That of a sheet in a briefing’s folder."""
    name = sheet.removesuffix(".yaml")
    return f"# yaml-language-server: $schema=../../schemas/{name}.schema.json\n"
