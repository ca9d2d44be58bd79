"""The records of a briefing: what an editor may write, field by field.

Values arrive as text exactly as it was written; each field's type says how it is read. `origin` is
put in by the reader: it is not a field that an editor can write.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, InstanceOf
from pydantic.json_schema import SkipJsonSchema

from dateline.facts.fields import (
    ActorId,
    Address,
    BodyId,
    Day,
    EditorAddress,
    EdtfDate,
    EventId,
    FactId,
    FigureId,
    GroupId,
    Id,
    Language,
    Latitude,
    Longitude,
    OneOrMore,
    OrganisationId,
    PassageList,
    PlaceId,
    ReportAddress,
    SideId,
    SiteAddress,
    Slug,
    SourceId,
    SourceList,
    Tag,
    Text,
    TimeZone,
    Value,
    YesNo,
)
from dateline.facts.kinds import Kind, fact_kind_of
from dateline.facts.origin import NOWHERE, Origin


class Record(BaseModel):
    """Anything that an editor writes as a group of fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)

    origin: SkipJsonSchema[InstanceOf[Origin]] = Field(default=NOWHERE, exclude=True, repr=False)


class Passage(Record):
    """Exact words of the article; `before` and `after` tell them from the same words elsewhere."""

    words: Text
    before: Text | None = None
    after: Text | None = None


class SourceRef(Record):
    """An entry of sources.yaml, and the words of that source where they are known."""

    id: SourceId
    words: Text | None = None


class Check(Record):
    """A person held this against its source, on that day."""

    by: Text
    on: Day


class Correction(Record):
    """What we had published and put right, and why."""

    on: Day
    was: Text
    now: Text = Field(alias="is")
    why: Text


class Derivation(Record):
    """How a value is worked out: a formula over ids of other figures, and a remark on it."""

    how: Text
    note: Text | None = None


class Waiver(Record):
    """A check that does not hold here, and why."""

    check: Text
    why: Text


Passages = Annotated[tuple[Passage, ...], PassageList]
SourceRefs = Annotated[tuple[SourceRef, ...], SourceList]
Ids = Annotated[tuple[Id, ...], OneOrMore]
ActorIds = Annotated[tuple[ActorId, ...], OneOrMore]
PlaceIds = Annotated[tuple[PlaceId, ...], OneOrMore]
SourceIds = Annotated[tuple[SourceId, ...], OneOrMore]
FactIds = Annotated[tuple[FactId, ...], OneOrMore]
Texts = Annotated[tuple[Text, ...], OneOrMore]
Addresses = Annotated[tuple[Address, ...], OneOrMore]


class Fact(Record):
    """What every fact has: an address for ever, the words it rests on, and who stands for it."""

    KIND: ClassVar[Kind]

    id: Id
    formerly: Ids = ()
    evidence: Passages = ()
    source: SourceRefs = ()
    derived: Derivation | None = None
    by: ActorId | None = None
    checked: Check | None = None
    caveat: Text | None = None
    topic: Text | None = None
    corrections: Annotated[tuple[Correction, ...], OneOrMore] = ()
    waive: Annotated[tuple[Waiver, ...], OneOrMore] = ()

    @property
    def called(self) -> str:
        """What pages call the fact: its title, label, name or words."""
        raise NotImplementedError

    @property
    def heading(self) -> str:
        """The same as the heading of a page: words that somebody said are between marks."""
        return self.called


class Weight(StrEnum):
    """How much an event or a figure weighs in its briefing."""

    KEY = "key"
    NORMAL = "normal"
    MINOR = "minor"


class Expectation(Record):
    """When something was said to be coming: the window, who said so, and on which day."""

    window: EdtfDate
    said_by: ActorId | None = None
    said_on: EdtfDate | None = None
    source: SourceRefs = ()


class OutcomeState(StrEnum):
    """What became of an expected event."""

    HAPPENED = "happened"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    DISPUTED = "disputed"


class Account(Record):
    """One side's word on a disputed outcome."""

    by: SideId
    says: Text
    source: SourceRefs = ()


class Outcome(Record):
    """What became of an expected event, when, and from which source we know.

    `recorded` is the day on which we wrote it down, which may be long after.
    """

    state: OutcomeState
    date: EdtfDate | None = None
    recorded: Day | None = None
    note: Text | None = None
    source: SourceRefs = ()
    accounts: tuple[Account, ...] = ()


class Event(Fact):
    """Something that happened, or was expected to."""

    KIND = Kind.EVENT

    title: Text
    date: EdtfDate | None = None
    date_from: Text | None = None
    uncertain: Text | None = None
    after: EventId | None = None
    time: Text | None = None
    summary: Text | None = None
    weight: Weight = Weight.NORMAL
    place: PlaceIds = ()
    who: ActorIds = ()
    expected: Annotated[tuple[Expectation, ...], OneOrMore] = ()
    outcome: Outcome | None = None
    outcome_checked: Check | None = None

    @property
    def called(self) -> str:
        return self.title


class Period(Record):
    """A stretch of the timeline that the editor named."""

    id: Id
    title: Text
    dates: EdtfDate
    summary: Text | None = None


class Hedge(StrEnum):
    """How sure the words are of a number; shown as written here."""

    NEARLY = "nearly"
    ABOUT = "about"
    AT_LEAST = "at least"
    UP_TO = "up to"
    MORE_THAN = "more than"
    FEWER_THAN = "fewer than"


class FigureKind(StrEnum):
    """What sort of number it is; readers must never take a plan for a measurement."""

    MEASURED = "measured"
    OFFICIAL_CLAIM = "official claim"
    ESTIMATE = "estimate"
    TARGET = "target"
    AGREED = "agreed"
    LEGAL_LIMIT = "legal limit"


class CompareBy(StrEnum):
    """How a figure is set against another: the build works out the result."""

    RATIO = "ratio"
    DIFFERENCE = "difference"
    SHARE = "share"


class Comparison(Record):
    """Another figure to set this one against."""

    to: FigureId
    by: CompareBy


class HistoryPoint(Record):
    """An earlier or later value of the same figure, with its own source."""

    date: EdtfDate
    value: Value
    hedge: Hedge | None = None
    source: SourceRefs = ()


class RivalValue(Record):
    """What another source says of the same figure."""

    value: Value
    hedge: Hedge | None = None
    by: ActorId | None = None
    as_of: EdtfDate | None = None
    source: SourceRefs = ()


class Revision(Record):
    """What the source itself later gave for the same figure and time: theirs, no correction of ours.

    `date` is when it did, `recorded` the day on which we wrote it down.
    """

    value: Value
    hedge: Hedge | None = None
    date: EdtfDate | None = None
    recorded: Day
    source: SourceRefs
    note: Text | None = None


class Figure(Fact):
    """A number (or words that stand for one), what it counts, and how sure it is."""

    KIND = Kind.FIGURE

    label: Text
    value: Value
    unit: Text | None = None
    hedge: Hedge | None = None
    kind: FigureKind
    group: GroupId | None = None
    as_of: EdtfDate | None = None
    period: EdtfDate | None = None
    date_from: Text | None = None
    description: Text | None = None
    weight: Weight = Weight.NORMAL
    whole: Text | None = None
    between: PlaceIds = ()
    compare: Annotated[tuple[Comparison, ...], OneOrMore] = ()
    history: tuple[HistoryPoint, ...] = ()
    values: tuple[RivalValue, ...] = ()
    revised: Annotated[tuple[Revision, ...], OneOrMore] = ()

    @property
    def called(self) -> str:
        return self.label


class FigureGroup(Record):
    """A heading on the page of key figures."""

    KIND: ClassVar = Kind.GROUP

    id: Id
    title: Text


class OriginalName(Record):
    """A name in its own script."""

    text: Text
    language: Language


class Named(Fact):
    """Someone or something with a name: known in the article by the name or an alias."""

    name: Text
    aliases: Texts = ()
    original: OriginalName | None = None
    same_as: Addresses = ()

    @property
    def called(self) -> str:
        return self.name


class Person(Named):
    """A person: the role at the time of the article, and why they are in this story."""

    KIND = Kind.PERSON

    role: Text
    why: Text
    organisation: OrganisationId | None = None


class Organisation(Named):
    """A body, group, force or state that acts in the story."""

    KIND = Kind.ORGANISATION

    what: Text
    why: Text | None = None
    part_of: BodyId | None = None


class Side(StrEnum):
    """Where a place's name stands on the map, seen from its dot."""

    LEFT = "left"
    RIGHT = "right"
    ABOVE = "above"
    BELOW = "below"


class Place(Named):
    """A place of the story; degrees north and east, south and west negative (WGS 84)."""

    KIND = Kind.PLACE

    what: Text
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    label: Side | None = None


class Quotation(Fact):
    """Words that somebody said or wrote, exactly; `evidence` is the words unless it is given."""

    KIND = Kind.QUOTATION

    words: Text
    speaker: ActorId
    said_on: EdtfDate | None = None
    date_from: Text | None = None
    about: Text | None = None

    @property
    def called(self) -> str:
        return self.words

    @property
    def heading(self) -> str:
        return f"“{self.words}”"


class Source(Record):
    """What the article or a fact was taken from."""

    KIND: ClassVar = Kind.SOURCE

    id: Id
    title: Text
    publisher: Text | None = None
    author: Text | None = None
    kind: Text | None = None
    address: Address | None = None
    published: EdtfDate | None = None
    accessed: Day | None = None
    note: Text | None = None
    language: Language | None = None


class CoverageWaiver(Record):
    """Words of the article that the editor chose not to make a fact of, and why."""

    words: Text
    before: Text | None = None
    after: Text | None = None
    why: Text


class Removal(Record):
    """A fact that stood in the sheet: its address stays as a notice."""

    id: Id
    on: Day
    why: Text

    @property
    def kind(self) -> Kind:
        """The kind of the fact: that of the sheet in which it stood."""
        return fact_kind_of(self.origin.position.path.rpartition("/")[2])


class BriefPoint(Record):
    """One point of the brief: what, why it matters, and the facts it rests on."""

    what: Text
    why: Text
    facts: FactIds = ()


class FrontMatter(Record):
    """What stands above the article."""

    title: Text
    kicker: Text | None = None
    standfirst: Text
    published: Day
    updated: Day | None = None
    dateline: Text | None = None
    authors: Texts = ()
    language: Language | None = None
    draft: YesNo = False
    brief: tuple[BriefPoint, ...] = ()
    sources: SourceIds = ()
    corrections: Annotated[tuple[Correction, ...], OneOrMore] = ()
    formerly: Annotated[tuple[Slug, ...], OneOrMore] = ()


class TimelineSheet(Record):
    """What timeline.yaml holds."""

    periods: tuple[Period, ...] = ()
    events: tuple[Event, ...] = ()
    removed: tuple[Removal, ...] = ()


class FiguresSheet(Record):
    """What figures.yaml holds."""

    groups: tuple[FigureGroup, ...] = ()
    figures: tuple[Figure, ...] = ()
    removed: tuple[Removal, ...] = ()


class PeopleSheet(Record):
    """What people.yaml holds."""

    people: tuple[Person, ...] = ()
    removed: tuple[Removal, ...] = ()


class OrganisationsSheet(Record):
    """What organisations.yaml holds."""

    organisations: tuple[Organisation, ...] = ()
    removed: tuple[Removal, ...] = ()


class PlacesSheet(Record):
    """What places.yaml holds."""

    places: tuple[Place, ...] = ()
    removed: tuple[Removal, ...] = ()


class QuotationsSheet(Record):
    """What quotations.yaml holds."""

    quotations: tuple[Quotation, ...] = ()
    removed: tuple[Removal, ...] = ()


class SourcesSheet(Record):
    """What sources.yaml holds."""

    sources: tuple[Source, ...] = ()


class CoverageSheet(Record):
    """What coverage.yaml holds."""

    waived: tuple[CoverageWaiver, ...] = ()


class Publisher(Record):
    """Who publishes the site."""

    name: Text
    address: Address | None = None


class Licence(Record):
    """Under which terms others may use the facts."""

    name: Text
    address: Address | None = None


class Site(Record):
    """What site.yaml holds."""

    title: Text
    description: Text
    address: SiteAddress | None = None
    tag: Tag | None = None
    language: Language = "en"
    timezone: TimeZone = "UTC"
    publisher: Publisher | None = None
    licence: Licence | None = None
    report: ReportAddress | None = None
    editor: EditorAddress | None = None
