"""The records of a briefing: what an editor may write, field by field.

Each field is described here and nowhere else: its name, its type, one sentence of help and, where
they differ, its name in `facts.json` (`serialization_alias`) and its columns. The JSON files, their
schemas, the tables and the documentation are made from this by `dateline/facts/described.py`.

Values arrive as text exactly as it was written; each field's type says how it is read. `origin` is
put in by the reader: it is not a field that an editor can write.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dateline.facts.described import ClosedList, Columns, IsInstance, NoColumn, Unpublished, Written
from dateline.facts.fields import (
    ActorId,
    Address,
    Age,
    BodyId,
    Day,
    EdtfDate,
    EventId,
    FactElsewhere,
    FactId,
    FigureId,
    FocusPoint,
    GroupId,
    Id,
    Language,
    Latitude,
    Longitude,
    NameAlone,
    OneOrMore,
    OrganisationId,
    PassageList,
    PictureFile,
    PlaceId,
    Placing,
    Prose,
    PublishTime,
    Remark,
    SideId,
    Slug,
    SourceId,
    SourceList,
    StoredText,
    Text,
    UnitText,
    Value,
    YesNo,
    refuse,
)
from dateline.facts.hedges import Hedge
from dateline.facts.kinds import Kind, fact_kind_of
from dateline.facts.origin import NOWHERE, Origin
from dateline.problems import Rule


class Record(BaseModel):
    """Anything that an editor writes as a group of fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, defer_build=True)

    # A factory, as pydantic would copy a default for each record.
    origin: Annotated[Origin, IsInstance(Origin)] = Field(
        default_factory=lambda: NOWHERE, exclude=True, repr=False
    )


class Passage(Record):
    """Exact words of the article, or the cell of a table by the heads of its row and its column.

    `before` and `after` tell words from the same words elsewhere, `table` a table from another.
    """

    words: Text | None = Field(None, description="The article's exact words.")
    before: Text | None = Field(None, description="The words right before them, if they recur.")
    after: Text | None = Field(None, description="The words right after them.")
    row: Text | None = Field(
        None, description="For a cell: the first cell of its row, in its exact words."
    )
    column: Text | None = Field(
        None, description="For a cell: the head of its column, in its exact words."
    )
    table: Text | None = Field(
        None,
        description="Words over the table or in its first cell, if another has such a cell too.",
    )

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        has_heads = bool(self.row or self.column)
        if self.words and (has_heads or self.table):
            found = "there are words and the heads of a cell"
            raise refuse(Rule.FIELD_VALUE, found, "write `words:`, or `row:` and `column:`")
        if not self.words and (self.before or self.after or not has_heads):
            found = "there are no `words`"
            raise refuse(
                Rule.FIELD_MISSING, found, "add `words:`, or `row:` and `column:` for a cell"
            )
        return self

    @property
    def is_cell(self) -> bool:
        return self.words is None

    @property
    def called(self) -> str:
        """The words, or the heads of the cell."""
        heads = {"row": self.row, "column": self.column, "table": self.table}
        return self.words or ", ".join(f"{name} “{text}”" for name, text in heads.items() if text)


class SourceRef(Record):
    """A source by its id in `sources`, and the words of it that the fact was taken from."""

    id: SourceId = Field(description="The id of the source.")
    words: Text | None = Field(None, description="The source's own words.")


class Check(Record):
    """A person checked the fact against its source on that day."""

    by: Text = Field(description="Who did the check.")
    on: Day = Field(description="The day of the check.")


class Correction(Record):
    """What had been published and was corrected, and why."""

    on: Day = Field(description="The day on which we corrected it.")
    was: Text = Field(description="What we had published.")
    now: Prose = Field(alias="is", description="What is right.")
    why: Remark = Field(description="How the mistake came about.")


class Derivation(Record):
    """How a value was worked out: a formula over ids of other figures."""

    how: Text = Field(description="A formula over ids of figures and numbers.")
    note: Prose | None = Field(None, description="A remark on the formula.")


class Waiver(Record):
    """A check of the build that does not apply here, and why."""

    check: Text = Field(description="The rule that is waived, by its name.")
    words: Text | None = Field(
        None,
        description="The words of our text that it is about: needed if the check is of claims.",
    )
    why: Text = Field(description="The reason, which readers see.")


Passages = Annotated[
    tuple[Passage, ...],
    PassageList,
    Written("words of the article, *Passage*, or a list"),
]
SourceRefs = Annotated[
    tuple[SourceRef, ...],
    SourceList,
    Columns(id="source"),
    Written("the id of a source, *Source reference*, or a list"),
    Field(serialization_alias="sources"),
]
Ids = Annotated[tuple[Id, ...], OneOrMore]
ActorIds = Annotated[tuple[ActorId, ...], OneOrMore]
PlaceIds = Annotated[tuple[PlaceId, ...], OneOrMore]
SourceIds = Annotated[tuple[SourceId, ...], OneOrMore]
FactIds = Annotated[tuple[FactId, ...], OneOrMore]
Texts = Annotated[tuple[Text, ...], OneOrMore]
Addresses = Annotated[tuple[Address, ...], OneOrMore]
FactsElsewhere = Annotated[tuple[FactElsewhere, ...], OneOrMore]
Corrections = Annotated[
    tuple[Correction, ...], OneOrMore, NoColumn("corrections have a page and a feed of their own")
]
Waivers = Annotated[
    tuple[Waiver, ...],
    OneOrMore,
    NoColumn("checks of the build are not about the news"),
    Field(serialization_alias="waived"),
]


Topics = Annotated[tuple[Prose, ...], OneOrMore, Field(serialization_alias="topics")]


class Fact(Record):
    """What every fact has: an address for ever, the words it rests on, and who says so."""

    KIND: ClassVar[Kind]

    id: Id = Field(description="The id, which stays the same when the words change.")
    formerly: Annotated[Ids, NoColumn("old addresses lead to the new one")] = Field(
        (), description="Ids that the fact had before; their addresses lead here."
    )
    topic: Topics = Field((), description="The topics by which readers can filter.")
    evidence: Passages = Field(
        (), description="The passages of the article that the fact rests on, in their exact words."
    )
    source: SourceRefs = Field((), description="The sources that the fact was taken from.")
    derived: Annotated[Derivation | None, Columns(how="derived")] = Field(
        None, description="How the value was worked out from other figures."
    )
    by: SideId | None = Field(None, description="Who says so, where the fact is their claim.")
    checked: Annotated[Check | None, Columns(by="checked_by", on="checked_on")] = Field(
        None, description="Who checked the fact against its source, and when."
    )
    caveat: Prose | None = Field(
        None, description="What readers must know before they use the fact, in one line."
    )
    corrections: Corrections = Field((), description="What we had published wrongly.")
    waive: Waivers = Field((), description="Checks of the build that do not apply to this fact.")
    added: Day | None = Field(
        None, description="The day on which we added it, where that was after publication."
    )

    @property
    def called(self) -> str:
        """What pages call the fact: its title, label, name or words."""
        raise NotImplementedError

    @property
    def heading(self) -> str:
        """The same as the heading of a page: words that somebody said are between marks."""
        return self.called


class Licence(Record):
    """The terms under which others may use the facts."""

    name: Text = Field(description="The licence's name.")
    address: Address | None = Field(None, description="Where the terms are published.")


class Picture(Record):
    """A picture in the briefing's folder `images`, and the words that go with it here."""

    file: Annotated[
        PictureFile, Unpublished("copies of it are published, with names of their own")
    ] = Field(description="The file, in the briefing's folder `images`.")
    alt: Prose | None = Field(
        None, description="What the picture shows, for readers who do not see it."
    )
    decorative: Annotated[YesNo, Unpublished("where it is true, there is no `alt`")] = Field(
        default=False,
        description="Whether it only decorates, so that there is no `alt` to write.",
    )
    credit: Text = Field(description="Who made it, or gave it to you.")
    caption: Prose | None = Field(None, description="A sentence under the picture.")
    licence: Annotated[Licence | None, NameAlone, Written("its name, or *Licence*")] = Field(
        None, description="The terms for its use, where they are not those of the facts."
    )
    focus: Annotated[FocusPoint | None, Unpublished("it is for our crops alone")] = Field(
        None,
        description="What every crop shows: how far from the left and from the top, in percent.",
    )
    video: Address | None = Field(None, description="Where the film is that it is a still of.")
    sound: Address | None = Field(None, description="Where the recording is that it stands for.")

    @model_validator(mode="after")
    def _has_words_or_needs_none(self) -> Self:
        if self.decorative and self.alt:
            found = "a picture that only decorates has no `alt`"
            raise refuse(Rule.FIELD_VALUE, found, "remove `alt:` or `decorative:`")
        if not (self.decorative or self.alt):
            found = "the picture has no `alt`"
            fix = "add `alt:`: what it shows; or `decorative: true`, if it only decorates"
            raise refuse(Rule.FIELD_MISSING, found, fix)
        return self


OwnPicture = Annotated[Picture | None, Columns(alt="picture_alt", credit="picture_credit")]


class Weight(ClosedList):
    """How important an event or a figure is in its briefing."""

    KEY = "key", "One of the most important of its briefing."
    NORMAL = "normal", "As most are: it need not be written."
    MINOR = "minor", "Of little importance."


class Expectation(Record):
    """When an event was expected, who announced it, and on which day."""

    window: EdtfDate = Field(description="When it was expected to happen.")
    said_by: SideId | None = Field(None, description="Who announced it.")
    said_on: EdtfDate | None = Field(None, description="When they announced it.")
    source: SourceRefs = Field((), description="The sources of the announcement.")
    time: Text | None = Field(
        None, description="The time of day and its zone, if one was announced."
    )


class OutcomeState(ClosedList):
    """What became of an expected event."""

    HAPPENED = "happened", "It happened as expected."
    CHANGED = "changed", "It happened otherwise, or at another time."
    CANCELLED = "cancelled", "It will not happen."
    DISPUTED = "disputed", "The sides say different things; write `accounts`."


class Account(Record):
    """One side's word on a disputed outcome."""

    by: SideId = Field(description="Whose word it is.")
    says: Remark = Field(description="What they say.")
    source: SourceRefs = Field((), description="The sources of the account.")


class Outcome(Record):
    """What became of an expected event, when, and from which source it is known."""

    state: OutcomeState = Field(description="What became of what was expected.")
    date: EdtfDate | None = Field(None, description="When that was.")
    recorded: Day | None = Field(None, description="The day on which we wrote it down.")
    note: Remark | None = Field(None, description="A remark on the outcome.")
    source: SourceRefs = Field((), description="The sources of the outcome.")
    accounts: tuple[Account, ...] = Field((), description="What each side says of it, if disputed.")
    time: Text | None = Field(None, description="The time of day and its zone.")
    title: Remark | None = Field(
        None,
        description="What happened, in place of a title that says what was to come: “The drawings are"
        " shown” for “The drawings are to be shown”.",
    )


class Event(Fact):
    """Something that happened, or was expected to."""

    KIND = Kind.EVENT

    title: Prose = Field(description="What happened, as a sentence in the present tense.")
    date: EdtfDate | None = Field(None, description="When it happened.")
    date_from: Text | None = Field(
        None,
        description="Where the date comes from, if the evidence does not say it: in words, or the"
        " id of the event it is taken from.",
    )
    uncertain: Remark | None = Field(None, description="Why the date is uncertain.")
    after: EventId | None = Field(
        None,
        description="The event that it follows, if it has no date, or on the same day no clock time.",
    )
    time: Text | None = Field(None, description="The time of day and its zone, as in the source.")
    summary: Prose | None = Field(None, description="A sentence or two about the event.")
    weight: Weight = Field(Weight.NORMAL, description="How important the event is.")
    place: PlaceIds = Field((), serialization_alias="places", description="Where it happened.")
    who: ActorIds = Field((), description="Who took part.")
    expected: Annotated[
        tuple[Expectation, ...],
        OneOrMore,
        Columns(window="expected", said_by="said_by", said_on="said_on"),
    ] = Field((), description="What was announced, one entry for each announcement.")
    outcome: Annotated[
        Outcome | None,
        Columns(
            state="outcome", date="outcome_date", recorded="outcome_recorded", note="outcome_note"
        ),
    ] = Field(None, description="What became of what was expected.")
    outcome_checked: Annotated[
        Check | None, NoColumn("it is about the work of the editors, not about the event")
    ] = Field(None, description="Who last checked whether there is an outcome, and when.")
    picture: OwnPicture = Field(None, description="A picture of the event.")
    same_as: FactsElsewhere = Field(
        (), description="The same event in other briefings: their folder and its id there."
    )

    @property
    def called(self) -> str:
        return self.title


class Period(Record):
    """A stretch of the timeline that the editor named."""

    id: Id = Field(description="The id.")
    title: Prose = Field(description="The heading of the period.")
    dates: EdtfDate = Field(description="The time that the period covers, usually a range.")
    summary: Prose | None = Field(None, description="A sentence or two about the period.")
    waive: Waivers = Field((), description="Checks of the build that do not apply to its words.")


class FigureKind(ClosedList):
    """What sort of number it is; readers must never take a plan for a measurement."""

    MEASURED = "measured", "Counted, measured or paid, and on record: “the council voted 14 to 5”."
    OFFICIAL_CLAIM = (
        "official claim",
        "What somebody says and nobody else has counted: “3,900 homes are dark, the company said”.",
    )
    ESTIMATE = "estimate", "Rounded, or worked out from a part: “some 780 firefighters”."
    TARGET = (
        "target",
        "What somebody wants, plans, asks for or offers, and is not bound to: “they ask for 9%”.",
    )
    AGREED = (
        "agreed",
        "What a contract, a vote or a court has set: “a contract of five years”, “it was fined €900”.",
    )
    LEGAL_LIMIT = (
        "legal limit",
        "The most or the least that a law or a rule allows, and its deadlines: “fines of up to €900”.",
    )
    FORECAST = (
        "forecast",
        "What somebody expects, or what would come of a plan: “the hall will cost €3 million”.",
    )
    POLL = "poll", "What people answered when they were asked: “41% support the strike”."
    PRICE = "price", "What something costs or was sold for: “a ticket is €15”."


class CompareBy(ClosedList):
    """How a figure is compared with another: the build works out the result."""

    RATIO = "ratio", "How many times the other one."
    DIFFERENCE = "difference", "How much more or less."
    SHARE = "share", "How many percent of the other one."


class Comparison(Record):
    """Another figure that this one is compared with, and how."""

    to: FigureId = Field(description="The figure to compare with.")
    by: CompareBy = Field(description="How to compare the two; the build works it out.")


class HistoryPoint(Record):
    """An earlier or later value of the same figure."""

    date: EdtfDate = Field(description="When the value was true.")
    value: Value = Field(description="The value at that time.")
    hedge: Hedge | None = Field(None, description="How sure the words are of the value.")
    made: EdtfDate | None = Field(None, description="When the value was forecast.")
    by: SideId | None = Field(
        None, description="Who gave the value then, if not the one whom the figure is by."
    )
    source: SourceRefs = Field((), description="The sources of the value.")
    evidence: Passages = Field((), description="The passages of the article that say it.")
    date_from: Text | None = Field(
        None, description="Where the date comes from, if the evidence does not say it."
    )
    waive: Waivers = Field((), description="Checks of the build that do not apply to this value.")


class RivalValue(Record):
    """What another source says of the same figure."""

    value: Value = Field(description="The value that the other source gives.")
    unit: UnitText | None = Field(
        None, description="What it counts, if that is not the unit of the figure."
    )
    hedge: Hedge | None = Field(None, description="How sure the words are of the value.")
    by: SideId | None = Field(None, description="Who says so.")
    as_of: EdtfDate | None = Field(None, description="When the value was true.")
    source: SourceRefs = Field((), description="The sources of the value.")
    evidence: Passages = Field((), description="The passages of the article that say it.")
    date_from: Text | None = Field(
        None, description="Where the date comes from, if the evidence does not say it."
    )
    waive: Waivers = Field((), description="Checks of the build that do not apply to this value.")


class Revision(Record):
    """What the figure's own source later gave for the same time; not a correction of ours."""

    value: Value = Field(description="The value that the source gave later.")
    hedge: Hedge | None = Field(None, description="How sure the words are of the value.")
    date: EdtfDate | None = Field(None, description="When the source revised it.")
    recorded: Day = Field(description="The day on which we wrote it down.")
    source: SourceRefs = Field((), description="Where the source says so.")
    note: Remark | None = Field(None, description="Why the source revised it.")
    evidence: Passages = Field((), description="The passages of the article that say it.")
    date_from: Text | None = Field(
        None, description="Where the date comes from, if the evidence does not say it."
    )
    waive: Waivers = Field((), description="Checks of the build that do not apply to this value.")


OtherValue = HistoryPoint | RivalValue | Revision


class Figure(Fact):
    """A number (or words that stand for one), what it counts, and how sure it is."""

    KIND = Kind.FIGURE

    label: Prose = Field(description="What the number counts.")
    value: Value = Field(description="The value as written: a number, a range or words.")
    unit: UnitText | None = Field(
        None,
        description="The unit: a currency by its ISO 4217 code (`RON` of “150 million lei”),"
        " `percent`, `percentage points`, `times`, `km`, or a noun; of a rate both, as `EUR/day`.",
    )
    hedge: Hedge | None = Field(None, description="How sure the words are of the value.")
    kind: FigureKind = Field(description="What sort of number it is.")
    group: GroupId | None = Field(None, description="The heading under which it is listed.")
    as_of: EdtfDate | None = Field(None, description="The date for which the figure is true.")
    period: EdtfDate | None = Field(None, description="The time that the figure covers.")
    date_from: Text | None = Field(
        None, description="Where that date comes from, if the evidence does not say it."
    )
    description: Prose | None = Field(None, description="A sentence on how it was counted.")
    weight: Weight = Field(Weight.NORMAL, description="How important the figure is.")
    whole: Prose | None = Field(None, description="What a share is a share of, in words.")
    between: PlaceIds = Field((), description="The two places at the ends of a length.")
    compare: Annotated[tuple[Comparison, ...], OneOrMore] = Field(
        (), description="Other figures to compare this one with."
    )
    history: tuple[HistoryPoint, ...] = Field((), description="The same figure at other times.")
    values: tuple[RivalValue, ...] = Field((), description="What other sources say of it.")
    revised: Annotated[tuple[Revision, ...], OneOrMore] = Field(
        (), description="What the figure's own source later gave for the same time."
    )
    made: EdtfDate | None = Field(None, description="When the forecast was made.")
    same_as: FactsElsewhere = Field(
        (), description="The same figure in other briefings: their folder and its id there."
    )

    @property
    def when(self) -> EdtfDate | None:
        """The period or the day that the number is true of."""
        return self.period or self.as_of

    def unit_of(self, other: OtherValue) -> str | None:
        """The unit of another value: the figure’s, unless a rival counts something else."""
        return (isinstance(other, RivalValue) and other.unit) or self.unit

    @property
    def called(self) -> str:
        return self.label


class FigureGroup(Record):
    """A heading on the page of key figures."""

    KIND: ClassVar = Kind.GROUP

    id: Id = Field(description="The id.")
    title: Prose = Field(description="The heading.")
    waive: Waivers = Field((), description="Checks of the build that do not apply to it.")


class OriginalName(Record):
    """A name in its own script."""

    text: Text = Field(description="The name in its own script.")
    language: Language = Field(description="The language of that name.")


class Named(Fact):
    """Someone or something with a name: known in the article by the name or an alias."""

    name: Text = Field(description="The name in full.")
    aliases: Texts = Field((), description="Other names by which the article calls them.")
    original: Annotated[
        OriginalName | None, Columns(text="original", language="original_language")
    ] = Field(None, description="The name in its own script.")
    same_as: Addresses = Field(
        (), description="Addresses of pages about the same elsewhere, for instance in Wikidata."
    )

    @property
    def called(self) -> str:
        return self.name


class Person(Named):
    """A person, the role at the time of the article, and why they are in this story."""

    KIND = Kind.PERSON

    role: Prose = Field(description="The office or role at the time of the article.")
    why: Prose = Field(description="Why they are in this story.")
    organisation: OrganisationId | None = Field(None, description="The organisation they act for.")
    age: Age | None = Field(None, description="The age in years, at the time of the article.")
    picture: OwnPicture = Field(None, description="A picture of the person, shown as a square.")


class Organisation(Named):
    """A body, group, force or state that acts in the story."""

    KIND = Kind.ORGANISATION

    what: Placing = Field(description="What it is.")
    why: Prose | None = Field(None, description="Why it is in this story.")
    part_of: BodyId | None = Field(None, description="What it is a part of.")
    picture: OwnPicture = Field(None, description="A picture or the sign of the organisation.")


class Side(ClosedList):
    """Where a place's name is on the map, seen from its dot."""

    LEFT = "left", "Left of the dot."
    RIGHT = "right", "Right of the dot."
    ABOVE = "above", "Above the dot."
    BELOW = "below", "Below the dot."


class Place(Named):
    """A place of the story; degrees north and east (WGS 84)."""

    KIND = Kind.PLACE

    what: Placing = Field(description="What it is.")
    latitude: Latitude | None = Field(None, description="Degrees north, south negative (WGS 84).")
    longitude: Longitude | None = Field(None, description="Degrees east, west negative (WGS 84).")
    label: Annotated[Side | None, Unpublished("it is for our map alone")] = Field(
        None, description="Where the name is on the map, seen from the dot."
    )
    picture: OwnPicture = Field(None, description="A picture of the place.")


class Quotation(Fact):
    """Words that somebody said or wrote, exactly."""

    KIND = Kind.QUOTATION

    words: Text = Field(description="The exact words.")
    speaker: ActorId = Field(description="Who said or wrote them.")
    said_on: EdtfDate | None = Field(None, description="When they were said.")
    date_from: Text | None = Field(
        None, description="Where that date comes from, if the evidence does not say it."
    )
    about: Prose | None = Field(None, description="What the words are about.")

    @property
    def called(self) -> str:
        return self.words

    @property
    def heading(self) -> str:
        return f"“{self.words}”"


class Source(Record):
    """What the article or a fact was taken from."""

    KIND: ClassVar = Kind.SOURCE

    id: Id = Field(description="The id, which stays the same when the words change.")
    title: Text = Field(description="The title.")
    publisher: Text | None = Field(None, description="Who published it.")
    author: Text | None = Field(None, description="Who wrote it.")
    kind: Text | None = Field(
        None, description="What sort of source it is: a report, a statement, a news article."
    )
    address: Address | None = Field(None, description="Its address on the web.")
    published: EdtfDate | None = Field(None, description="When it was published.")
    accessed: Day | None = Field(None, description="The day on which we read it.")
    note: Text | None = Field(
        None, description="What readers should know of it: not seen by us, read in translation."
    )
    language: Language | None = Field(None, description="Its language, where it is not the site's.")
    archived: Address | None = Field(None, description="The address of a copy in a web archive.")
    text: Annotated[StoredText | None, Unpublished("it is for the checks alone")] = Field(
        None,
        description="The file with its text, in the briefing's folder `sources`. It is not published;"
        " the `words` taken from the source are looked up in it.",
    )
    retrieved: Day | None = Field(None, description="The day on which that text was taken from it.")


# In the order of the sheets.
RECORD_OF: Final[Mapping[Kind, type[Fact | Source]]] = {
    record.KIND: record
    for record in (Event, Figure, Person, Organisation, Place, Quotation, Source)
}


class CoverageWaiver(Passage):
    """Words of the article that the editor chose not to make a fact of, and why."""

    why: Text = Field(description="Why they are not a fact.")


class Removal(Record):
    """A fact that was removed: its address stays as a notice and is not used again."""

    id: Id = Field(description="The id of the removed fact.")
    on: Day = Field(description="The day on which it was removed.")
    why: Remark = Field(description="Why it was removed.")
    label: Prose | None = Field(None, description="What the fact was called, for its notice.")
    was: Text | None = Field(None, description="What it said, for its notice.")

    @property
    def kind(self) -> Kind:
        """The kind of the fact: that of the sheet it was removed from."""
        return fact_kind_of(self.origin.position.path.rpartition("/")[2])


class BriefPoint(Record):
    """One point of the brief: what, why it matters, and the facts it rests on."""

    what: Prose = Field(description="The point, in one sentence.")
    why: Prose = Field(description="Why it matters.")
    facts: FactIds = Field((), description="The facts that it rests on.")


class FrontMatter(Record):
    """The fields above the article."""

    title: Prose = Field(description="The headline.")
    kicker: Prose | None = Field(None, description="A word or two above the headline.")
    standfirst: Prose = Field(description="One or two sentences under the headline.")
    published: Day = Field(
        description='The day of publication; the article\'s "Wednesday" and "last month" are'
        " read from it."
    )
    updated: Day | None = Field(None, description="The day of the last change or correction.")
    dateline: Text | None = Field(None, description="Where the article was written.")
    authors: Texts = Field((), description="Who wrote the article.")
    language: Language | None = Field(None, description="Its language, where it is not the site's.")
    draft: YesNo = Field(
        default=False,
        description="Whether the briefing is left out of the site until `--drafts` is given.",
    )
    brief: tuple[BriefPoint, ...] = Field((), description="Three to five points.")
    sources: SourceIds = Field((), description="The sources that the whole article rests on.")
    corrections: Corrections = Field((), description="What was wrong in the article.")
    formerly: Annotated[tuple[Slug, ...], OneOrMore] = Field(
        (), description="Names that the folder had before; their addresses lead here."
    )
    waive: Waivers = Field(
        (), description="Checks of the build that do not apply to the fields here."
    )
    published_time: Text | None = Field(
        None, description="The time of day of publication and its zone, as 14:30 CET."
    )
    picture: Picture | None = Field(None, description="The picture at the head of the briefing.")
    pictures: tuple[Picture, ...] = Field((), description="The pictures in the article.")
    topics: Annotated[tuple[Prose, ...], OneOrMore] = Field(
        (),
        description="What the briefing is about, for the pages of topics; without it, the topics of its events.",
    )
    publish: Annotated[PublishTime | None, Unpublished("it is over when readers come")] = Field(
        None,
        description="The moment, in the site's time zone, until which the briefing is held back.",
    )

    @property
    def shown_pictures(self) -> tuple[Picture, ...]:
        """Those of the article page: the one at its head, then those in the text."""
        return (self.picture, *self.pictures) if self.picture else self.pictures


class TimelineSheet(Record):
    """The content of timeline.yaml."""

    periods: tuple[Period, ...] = Field((), description="Stretches of the timeline that you name.")
    events: tuple[Event, ...] = Field((), description="The events.")
    removed: tuple[Removal, ...] = Field((), description="Events that were removed.")


class FiguresSheet(Record):
    """The content of figures.yaml."""

    groups: tuple[FigureGroup, ...] = Field((), description="The headings of the page.")
    figures: tuple[Figure, ...] = Field((), description="The figures.")
    removed: tuple[Removal, ...] = Field((), description="Figures that were removed.")


class PeopleSheet(Record):
    """The content of people.yaml."""

    people: tuple[Person, ...] = Field((), description="The people.")
    removed: tuple[Removal, ...] = Field((), description="People who were removed.")


class OrganisationsSheet(Record):
    """The content of organisations.yaml."""

    organisations: tuple[Organisation, ...] = Field((), description="The organisations.")
    removed: tuple[Removal, ...] = Field((), description="Organisations that were removed.")


class PlacesSheet(Record):
    """The content of places.yaml."""

    places: tuple[Place, ...] = Field((), description="The places.")
    removed: tuple[Removal, ...] = Field((), description="Places that were removed.")


class QuotationsSheet(Record):
    """The content of quotations.yaml."""

    quotations: tuple[Quotation, ...] = Field((), description="The quotations.")
    removed: tuple[Removal, ...] = Field((), description="Quotations that were removed.")


class SourcesSheet(Record):
    """The content of sources.yaml."""

    sources: tuple[Source, ...] = Field((), description="The sources.")


class CoverageSheet(Record):
    """The content of coverage.yaml."""

    waived: tuple[CoverageWaiver, ...] = Field((), description="Words that are not made a fact.")
