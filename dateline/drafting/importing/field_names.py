"""What other programs call the fields of an article, and ours for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from dateline.drafting.importing.byline_names import names_of_byline
from dateline.drafting.importing.story import CutLine, ReadStory, StoryOrigin
from dateline.facts.web_addresses import WEB, fault_of

_OURS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("title", "headline", "hed"), "title"),
    **dict.fromkeys(("kicker", "eyebrow", "overline"), "kicker"),
    **dict.fromkeys(
        (
            "standfirst",
            "description",
            "dek",
            "deck",
            "subtitle",
            "subhead",
            "summary",
            "excerpt",
            "teaser",
        ),
        "standfirst",
    ),
    **dict.fromkeys(("author", "authors", "byline", "by"), "authors"),
    **dict.fromkeys(
        ("published", "date", "pubdate", "pub_date", "publishdate", "publish_date", "published_at"),
        "published",
    ),
    **dict.fromkeys(("dateline", "location"), "dateline"),
    **dict.fromkeys(("language", "lang"), "language"),
    **dict.fromkeys(("canonical", "canonical_url", "source_url", "url", "original"), "origin"),
}
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

FieldValue = str | tuple[str, ...]


def with_fields(story: ReadStory, fields: Iterable[tuple[str, FieldValue]]) -> ReadStory:
    """The story with the fields that we know, and with the others among what was cut."""
    for name, value in fields:
        if not value:
            continue
        ours = _OURS.get(name.strip().lower().replace("-", "_"), "")
        story = _with_field(story, ours, value) or story.adding(_left_out(name, value))
    return story


def _left_out(name: str, value: FieldValue) -> CutLine:
    shown = value if isinstance(value, str) else ", ".join(value)
    shown = " ".join(shown.split())
    short = shown if len(shown) <= 100 else f"{shown[:99]}…"
    return CutLine(
        words=f"{name}: {short}", why="a field that our articles do not have, or have otherwise"
    )


def _with_field(story: ReadStory, name: str, value: FieldValue) -> ReadStory | None:
    """None where the value cannot be that of the field, or another said it before."""
    read = _READERS[name](value) if name else None
    if not read or getattr(story, name):
        return None
    return replace(story, **{name: read})


def _line(value: FieldValue) -> str:
    return " ".join((value if isinstance(value, str) else ", ".join(value)).split())


def _language(value: FieldValue) -> str:
    return _line(value) if _LANGUAGE.fullmatch(_line(value)) else ""


def _origin(value: FieldValue) -> StoryOrigin | None:
    address = _line(value)
    return None if fault_of(address, WEB) else StoryOrigin(address=address)


def _authors(value: FieldValue) -> tuple[str, ...]:
    return tuple(_names(value))


def _names(value: FieldValue) -> Iterator[str]:
    if not isinstance(value, str):
        yield from (" ".join(name.split()) for name in value)
        return
    yield from names_of_byline(value)


def _day(value: FieldValue) -> date | None:
    found = _DAY.match(_line(value))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


_READERS: Final[Mapping[str, Callable[[FieldValue], Any]]] = {
    **dict.fromkeys(("title", "kicker", "standfirst", "dateline"), _line),
    "authors": _authors,
    "published": _day,
    "language": _language,
    "origin": _origin,
}
