"""A briefing in short: what the pages of the whole site are made from, and nothing more.

Messages and the cache hold these, and read their types while the program runs.
"""

from collections.abc import Iterable
from dataclasses import field
from datetime import date, datetime
from typing import Literal

from dateline.facts.embargo import KeptBack
from dateline.facts.mentions import Mentions
from dateline.frozen import dataclass
from dateline.pages.inline import FactLink, Link
from dateline.pages.listed_events import ListedEvent
from dateline.pages.numeral import Numeral
from dateline.pages.picture import PictureCard


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryFigure:
    """A figure and the words it rests on, each with its link; `words` is empty where it has none.

    They may begin inside a sentence. Without them `terms` are the figures that it was worked out from, or
    `sources` say where it comes from. `instead` are the values of others, or the one given since; `basis` is
    the disputed figure that it was worked out from, if any.
    """

    hedge: str
    value: Numeral
    disputed: bool
    instead: str
    basis: Link | None
    kind_and_time: str
    label: str
    href: str
    words: str
    begins_inside: bool
    words_href: str
    terms: tuple[Link, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryEvent:
    """An expected event: `lead` says what has become of it and when, and `follows`, which may be empty, the rest."""

    lead: str
    title: str
    phase: str
    follows: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedGroup:
    """Expected events of one kind, those that are open or those that are over; `remark` may be empty."""

    title: str
    is_open: bool
    remark: str
    events: tuple[SummaryEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedPanel:
    """The few expected events that a reader should see first; `rest` leads to the others, if any."""

    groups: tuple[ExpectedGroup, ...]
    rest: Link | None

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self.groups[0].is_open


@dataclass(frozen=True, slots=True, kw_only=True)
class PointCard:
    """A point of the brief, with the facts that say so."""

    what: str
    why: str
    facts: tuple[FactLink, ...]


CalendarStatus = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """Both `first` and `last` are included; `at` is the moment of an event that has one, with its zone.

    `changed` is the newest day that the content names.
    """

    uid: str
    sequence: int
    status: CalendarStatus
    first: date
    last: date
    summary: str
    description: str
    address: str
    created: date
    changed: date
    at: datetime | None = None


# We had been wrong: corrected or removed. Not ours: what became of something expected, what a source revised.
ChangeKind = Literal["corrected", "removed", "outcome", "revised", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryChange:
    """Something that changed after publication, and the page that says so.

    `on` is the day on which we wrote it down. `key` is its name within the briefing for ever.
    `name` is what changed: a fact in its own words, or the article. What was there, what is there
    now, why, and `by` whom it was revised are each empty where there is nothing to say. Of an outcome `verdict` is
    what became of it in few words, and `after` what that does not say.
    """

    kind: ChangeKind
    on: date
    key: str
    name: str
    page: str
    was: str = ""
    now: str = ""
    why: str = ""
    by: str = ""
    verdict: str = ""
    after: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether we had been wrong."""
        return self.kind in ("corrected", "removed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Pages are paths in the site, where links begin; `first_slug` is the folder's first name.

    `moment` is that of publication (RFC 3339), where its time and zone are known. `topics` are what
    it is about, in its own words. `search` are the terms that find it (search/term_lines.py).
    """

    slug: str
    first_slug: str
    language: str
    page: str
    kicker: str
    title: str
    standfirst: str
    lead: PictureCard | None
    published: date
    updated: date | None
    changed: date
    authors: tuple[str, ...]
    minutes: int
    facts: int
    points: tuple[PointCard, ...]
    figures: tuple[SummaryFigure, ...]
    coming: ExpectedPanel | None
    calendar: tuple[CalendarEntry, ...]
    row: tuple[Link, ...]
    ids: tuple[str, ...]
    moment: str
    changes: tuple[SummaryChange, ...]
    topics: tuple[str, ...]
    search: bytes
    mentions: Mentions = field(default_factory=Mentions)
    kept_back: KeptBack | None = None
    events: tuple[ListedEvent, ...] = ()

    @property
    def corrected(self) -> date | None:
        return max((change.on for change in self.changes if change.is_ours), default=None)


def published(summaries: Iterable[Summary]) -> tuple[Summary, ...]:
    """Without those that a site shows to those who write them."""
    return tuple(summary for summary in summaries if summary.kept_back is None)


def newest_first(summaries: Iterable[Summary]) -> list[Summary]:
    """In the order of the front page: by day of publication, then by that of the last update."""
    return sorted(
        summaries,
        key=lambda summary: (summary.published, summary.updated or date.min, summary.moment),
        reverse=True,
    )
