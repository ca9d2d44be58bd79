"""What programs are given: the records of `facts.json` and of each fact's own `index.json`.

The JSON Schemas in `static/schemas/` are made from these classes, their docstrings and the
descriptions of their fields. Within version 1 a field may be added; none is renamed, removed or
given another meaning. Lists are always there, if empty; what else is not known is left out.

Nothing here depends on the day of the build but what the sheets date themselves: a file whose bytes
change daily would be fetched daily, and nobody could tell a correction from the calendar. So what
was expected, and what came of it, is given as recorded; "due" or "passed" is for the reader to
conclude.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

VERSION = 1

Day = Annotated[
    str, Field(description="A day, as 2024-09-11.", json_schema_extra={"format": "date"})
]
Address = Annotated[
    str,
    Field(
        description="Whole where the site's address is known, else relative to this file.",
        json_schema_extra={"format": "uri-reference"},
    ),
]
Number = Annotated[
    str,
    Field(
        description="A decimal number as text, every digit kept.", pattern=r"^-?[0-9]+(\.[0-9]+)?$"
    ),
]
Id = Annotated[str, Field(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Slug = Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
Hedge = Literal["nearly", "about", "at least", "up to", "more than", "fewer than"]
Weight = Literal["key", "normal", "minor"]
Kind = Literal["measured", "official claim", "estimate", "target", "agreed", "legal limit"]
Type = Literal["event", "figure", "quotation", "person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date, as exact as it is known.

    `edtf` is ISO 8601-2 (EDTF, levels 0 and 1, and sets of days); `words` is the same in words.
    `earliest` and `latest` are the first and the last day that it may mean, left out where it is
    open or only about.
    """

    edtf: str
    words: str
    earliest: Day | None = None
    latest: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A value exactly as written, and what it comes to.

    `low` and `high` are equal for one number, and left out for words alone ("millions").
    """

    text: str
    low: Number | None = None
    high: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Another record of the briefing, by its id and what it is called."""

    id: Id
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoteSelector:
    """Words of the article and what stands around them (W3C Web Annotation, section 4.2.4)."""

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage of the article that the fact rests on.

    `paragraph` counts the paragraphs of the story from 1; `page` leads to the passage.
    """

    page: Address
    paragraph: int | None = None
    selector: TextQuoteSelector


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReference:
    """A source by its id in `sources`, and the words of it that the fact was taken from.

    `address` leads to those words.
    """

    id: Id
    words: str | None = None
    address: Annotated[str, Field(json_schema_extra={"format": "uri"})] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A person held the fact against its source on that day."""

    by: str
    on: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a value was worked out: a formula over ids of other figures."""

    how: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What had been published and was put right, and why."""

    on: Day
    was: str
    is_: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A check of the build that does not hold here, and why."""

    check: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact has: its address, the words it rests on, and who stands for it.

    `formerly` are ids that it had before; `by` is who says so, where it is their word alone.
    """

    id: Id
    type: str
    page: Address
    formerly: tuple[Id, ...]
    topic: str | None = None
    evidence: tuple[Evidence, ...]
    sources: tuple[SourceReference, ...]
    derived: Derivation | None = None
    by: Reference | None = None
    checked: Check | None = None
    caveat: str | None = None
    corrections: tuple[Correction, ...]
    waived: tuple[Waiver, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """When the event was said to be coming, who said so, and on which day."""

    window: Date
    said_by: Reference | None = None
    said_on: Date | None = None
    sources: tuple[SourceReference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One side's word on a disputed outcome."""

    by: Reference
    says: str
    sources: tuple[SourceReference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an expected event, when, and from which source it is known.

    `recorded` is the day on which it was written down here.
    """

    state: Literal["happened", "changed", "cancelled", "disputed"]
    date: Date | None = None
    recorded: Day | None = None
    note: str | None = None
    sources: tuple[SourceReference, ...]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Something that happened, or was expected to.

    `expected` are the announcements in order; without `outcome` none is recorded, and
    `outcome_checked` says when somebody last looked. `after` is the event that an undated one
    follows.
    """

    type: Literal["event"]
    title: str
    date: Date | None = None
    date_from: str | None = None
    uncertain: str | None = None
    after: Reference | None = None
    time: str | None = None
    summary: str | None = None
    weight: Weight
    places: tuple[Reference, ...]
    who: tuple[Reference, ...]
    expected: tuple[Expectation, ...]
    outcome: Outcome | None = None
    outcome_checked: Check | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Another figure that this one is set against, and how."""

    to: Reference
    by: Literal["ratio", "difference", "share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPoint:
    """An earlier or later value of the same figure."""

    date: Date
    value: Amount
    hedge: Hedge | None = None
    sources: tuple[SourceReference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalValue:
    """What another source says of the same figure."""

    value: Amount
    hedge: Hedge | None = None
    by: Reference | None = None
    as_of: Date | None = None
    sources: tuple[SourceReference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What the figure's own source later gave for the same time; no correction of the briefing.

    `date` is when it did, `recorded` the day on which that was written down here.
    """

    value: Amount
    hedge: Hedge | None = None
    date: Date | None = None
    recorded: Day
    sources: tuple[SourceReference, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A number (or words that stand for one), what it counts, and how sure it is.

    `shown` is hedge, value and unit in words; `kind` tells a plan from a measurement.
    """

    type: Literal["figure"]
    label: str
    value: Amount
    unit: str | None = None
    hedge: Hedge | None = None
    shown: str
    kind: Kind
    group: Reference | None = None
    as_of: Date | None = None
    period: Date | None = None
    date_from: str | None = None
    description: str | None = None
    weight: Weight
    whole: str | None = None
    between: tuple[Reference, ...]
    compare: tuple[Comparison, ...]
    history: tuple[HistoryPoint, ...]
    values: tuple[RivalValue, ...]
    revised: tuple[Revision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalName:
    """A name in its own script; `language` is a BCP 47 tag."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Fact):
    """Someone or something with a name; `same_as` are addresses of the same elsewhere."""

    name: str
    aliases: tuple[str, ...]
    original: OriginalName | None = None
    same_as: tuple[Annotated[str, Field(json_schema_extra={"format": "uri"})], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Named):
    """A person, the role at the time of the article, and why they are in this story."""

    type: Literal["person"]
    role: str
    why: str
    organisation: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Named):
    """A body, group, force or state that acts in the story."""

    type: Literal["organisation"]
    what: str
    why: str | None = None
    part_of: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Named):
    """A place of the story; degrees north and east (WGS 84)."""

    type: Literal["place"]
    what: str
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Fact):
    """The exact words of a speaker."""

    type: Literal["quotation"]
    words: str
    speaker: Reference
    said_on: Date | None = None
    date_from: str | None = None
    about: str | None = None


AnyFact = Event | Figure | Quotation | Person | Organisation | Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What the article or a fact was taken from; `page` is its entry in the briefing."""

    id: Id
    page: Address
    title: str
    publisher: str | None = None
    author: str | None = None
    kind: str | None = None
    address: Annotated[str, Field(json_schema_extra={"format": "uri"})] | None = None
    published: Date | None = None
    accessed: Day | None = None
    note: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A publisher or a licence, by its name; `address` is its own."""

    name: str
    address: Annotated[str, Field(json_schema_extra={"format": "uri"})] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The briefing that facts belong to; `data` is its `facts.json`, `site` the site's title.

    `sources` are what the article was written from; `corrections` are those of the article itself.
    """

    slug: Slug
    page: Address
    data: Address
    title: str
    kicker: str | None = None
    standfirst: str
    dateline: str | None = None
    language: Annotated[str, Field(description="A BCP 47 tag, as en or fa.")]
    published: Day
    updated: Day | None = None
    authors: tuple[str, ...]
    site: str
    publisher: Party | None = None
    licence: Annotated[Party, Field(description="Terms for the use of the facts.")] | None = None
    sources: tuple[Id, ...]
    corrections: tuple[Correction, ...]
    formerly: tuple[Slug, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A fact that was taken out: its address stays as a notice and is not used again."""

    id: Id
    type: Type
    page: Address
    on: Day
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsFile:
    """Every fact of a briefing, in the order of its pages; `data/facts.json`."""

    schema_: Address
    version: Literal[1]
    generator: Literal["Dateline"]
    briefing: Briefing
    facts: tuple[AnyFact, ...]
    sources: tuple[Source, ...]
    removed: tuple[Removal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFile:
    """One fact, as it stands in `facts.json`, and the sources that it names."""

    schema_: Address
    version: Literal[1]
    status: Literal["current"]
    briefing: Briefing
    fact: AnyFact
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedFile:
    """The notice at the address of a fact that was taken out."""

    schema_: Address
    version: Literal[1]
    status: Literal["removed"]
    briefing: Briefing
    removed: Removal


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedFile:
    """The notice at an address that a fact had before: `data` and `page` are where it is now."""

    schema_: Address
    version: Literal[1]
    status: Literal["moved"]
    id: Id
    page: Address
    data: Address
