"""A briefing: an article and the facts that were taken from it, read once and never changed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from dateline.facts.article import Article
from dateline.facts.kinds import FACT_KINDS, Kind
from dateline.facts.records import (
    Correction,
    CoverageWaiver,
    Event,
    Fact,
    Figure,
    FigureGroup,
    FrontMatter,
    Named,
    Organisation,
    Period,
    Person,
    Picture,
    Place,
    Quotation,
    Removal,
    Source,
)
from dateline.facts.undecided import Undecided
from dateline.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSource:
    path: str
    text: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Briefing:
    """The content of one folder; `slug` is its address."""

    slug: str
    front: FrontMatter
    article: Article
    periods: tuple[Period, ...] = ()
    events: tuple[Event, ...] = ()
    groups: tuple[FigureGroup, ...] = ()
    figures: tuple[Figure, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sources: tuple[Source, ...] = ()
    waived: tuple[CoverageWaiver, ...] = ()
    removed: tuple[Removal, ...] = ()
    # The stored text of a source and the file it is in, by the source's id.
    source_texts: Mapping[str, StoredSource] = field(default_factory=dict)
    # The fields of the site's own records of those whom the briefing names, as written, by their ids.
    shared: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    # What nobody has decided on; no fact yet, so that nothing is published of it.
    undecided: tuple[Undecided, ...] = ()
    # Ids of records that could not be read: known, so that references to them are no second fault.
    unread: frozenset[str] = frozenset()
    # Kinds of which some record could not be read: what other facts lack may be in it.
    unread_kinds: frozenset[str] = frozenset()
    # Kinds of which not even every id is known: any may be one of theirs.
    idless_kinds: frozenset[str] = frozenset()
    # Fields of the front matter that could not be read.
    unread_front: frozenset[str] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether every record could be read, and nothing is left to decide."""
        return not (self.unread or self.undecided)

    @cached_property
    def known_ids(self) -> frozenset[str]:
        """Ids of records that are no facts: they could not be read, or are not decided on."""
        return self.unread | {proposal.id for proposal in self.undecided if proposal.id}

    def lacks(self, *kinds: Kind) -> bool:
        """Whether some record of these kinds could not be read."""
        return not self.unread_kinds.isdisjoint(kinds)

    def may_be_unread(self, text: str, kind: Kind) -> bool:
        """Whether this may be the id of a record that is no fact yet."""
        return text in self.known_ids or (kind in self.idless_kinds and " " not in text)

    def records(self, kind: Kind) -> tuple[Any, ...]:
        return tuple(getattr(self, kind.plural))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in the order of the briefing's pages."""
        return tuple(fact for kind in FACT_KINDS for fact in self.records(kind))

    @cached_property
    def fact_by_id(self) -> Mapping[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        groups = {group.id: group.title for group in self.groups}
        return groups | {fact.id: fact.called for fact in self.facts}

    def name_of(self, record_id: str) -> str:
        """What the fact or group of an id is called: its title, label, name or words."""
        return self._names[record_id]

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The one at its head, those of the article, and those of its facts."""
        of_facts = (getattr(fact, "picture", None) for fact in self.facts)
        return (*self.front.shown_pictures, *(picture for picture in of_facts if picture))

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """Those of the article, then those of each fact."""
        of_facts = (correction for fact in self.facts for correction in fact.corrections)
        return (*self.front.corrections, *of_facts)

    @property
    def corrected(self) -> dt.date | None:
        return max((correction.on for correction in self.corrections), default=None)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        return (*self.people, *self.organisations, *self.places)

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.sources}
