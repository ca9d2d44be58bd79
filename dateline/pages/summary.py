"""A briefing in short: what the pages of the whole site are made from, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.pages.cards.figure_card import Numeral


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryFigure:
    """A figure and the words it rests on; each stands in a page of the site, under an id.

    `words` is empty where there are none.
    """

    hedge: str
    value: Numeral
    label: str
    page: str
    id: str
    words: str
    words_page: str
    words_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryEvent:
    """Something expected: when, what, and how it stands."""

    date: str
    title: str
    phase: str
    state: str
    page: str
    id: str


CalendarStatus = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """An expected event as a calendar has it; days are ISO 8601, `last` being the last one of them.

    `changed` is the day of the newest thing that the content says of it; `address` is that of the
    fact's page, empty where the site's is not known.
    """

    uid: str
    sequence: int
    status: CalendarStatus
    first: str
    last: str
    summary: str
    description: str
    address: str
    created: str
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySheet:
    """One of the briefing's pages, and how many facts stand there."""

    name: str
    page: str
    count: int | None


# Ours: put right, or taken out. Not ours: what became of something expected, what a source revised.
ChangeKind = Literal["corrected", "removed", "outcome", "revised"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryChange:
    """Something that changed after publication, and the page that tells it.

    `on` is the day on which we wrote it down. `key` is its name within the briefing for ever.
    `name` is what changed: a fact in its own words, or the article. What stood there, what is so
    now, why, and `by` whom it was revised are each empty where there is nothing to say.
    """

    kind: ChangeKind
    on: str
    key: str
    name: str
    page: str
    was: str = ""
    now: str = ""
    why: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A briefing as the front page has it; days are ISO 8601, pages are paths in the site.

    `first_slug` is the name that its folder had first; `changed` is never empty; `ids` are those of
    its facts.
    """

    slug: str
    first_slug: str
    language: str
    page: str
    kicker: str
    title: str
    standfirst: str
    published: str
    updated: str
    changed: str
    authors: tuple[str, ...]
    minutes: int
    facts: int
    points: tuple[str, ...]
    figures: tuple[SummaryFigure, ...]
    coming: tuple[SummaryEvent, ...]
    calendar: tuple[CalendarEntry, ...]
    sheets: tuple[SummarySheet, ...]
    ids: tuple[str, ...]
    changes: tuple[SummaryChange, ...]
