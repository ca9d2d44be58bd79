"""The columns of the tables, each said once: for the CSV files and for `datapackage.json`.

Within version 1 a column may be added at the end of its group; none is renamed or removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dateline.facts.records import FigureKind, Hedge, OutcomeState, Weight

# Types of the Table Schema (Data Package). An EDTF date is text: "2024-09" is no day.
ColumnType = Literal["string", "date", "number", "integer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`one_of` are the values that there may be, where they are few; an empty cell always may."""

    name: str
    says: str
    type: ColumnType = "string"
    one_of: tuple[str, ...] = ()


def _text(name: str, says: str, *one_of: str) -> Column:
    return Column(name=name, says=says, one_of=one_of)


def _day(name: str, says: str) -> Column:
    return Column(name=name, says=says, type="date")


def _number(name: str, says: str) -> Column:
    return Column(name=name, says=says, type="number")


_ID: Final = _text("id", "The id, which stays when words change.")
_DATE_FROM: Final = _text("date_from", "Where the date comes from, if not from the words.")

# What every fact has; the last columns of every table but that of the sources.
COMMON: Final = (
    _text("topic", "What it is about, in the editor's words."),
    _text("by", "Id of who says so, where it is their word alone."),
    _text("source", "Ids of the sources it was taken from."),
    _text("derived", "How the value was worked out, from ids of other figures."),
    _text("caveat", "What a reader should know before using it."),
    _text("checked_by", "Who held it against its source."),
    _day("checked_on", "When that was."),
    _text("evidence", "The words of the article that it rests on."),
    Column(name="paragraph", says="The paragraph of those words, from 1.", type="integer"),
    _text("page", "The fact's page; whole where the site's address is known."),
)
_NAME: Final = (
    _ID,
    _text("name", "The name."),
    _text("aliases", "Other names in the article."),
    _text("original", "The name in its own script."),
    _text("original_language", "The language of that, a BCP 47 tag."),
    _text("same_as", "Addresses of the same elsewhere, as in Wikidata."),
)

TIMELINE: Final = (
    _ID,
    _text("title", "What happened, or was expected to."),
    _text("date", "When, as EDTF."),
    _text("shown", "The same in words."),
    _DATE_FROM,
    _text("uncertain", "Why the date is uncertain."),
    _text("after", "Id of the event that an undated one follows."),
    _text("time", "The time of day."),
    _text("summary", "One or two sentences more."),
    _text("weight", "How much it weighs in the briefing.", *Weight),
    _text("place", "Ids of where it was."),
    _text("who", "Ids of who took part."),
    _text("expected", "When it was said to be coming, announcement by announcement, as EDTF."),
    _text("said_by", "Id of who said so, in the same order."),
    _text("said_on", "When they said so, in the same order, as EDTF."),
    _text("outcome", "What became of what was expected.", *OutcomeState),
    _text("outcome_date", "When that was, as EDTF."),
    _day("outcome_recorded", "When it was written down here."),
    _text("outcome_note", "A remark on it."),
    _text("state", "How what was expected stood on the day in state_as_of, in words."),
    _day("state_as_of", "The day on which this table was made."),
    *COMMON,
)
FIGURES: Final = (
    _ID,
    _text("label", "What the number counts."),
    _text("hedge", "How sure the words are of it.", *Hedge),
    _text("value", "The value as written."),
    _text("unit", "The unit as written."),
    _text("shown", "Hedge, value and unit as readers see them."),
    _number("low", "The value as a plain number; of a range, its lower end."),
    _number("high", "The same number; of a range, its upper end."),
    _text("kind", "What sort of number it is.", *FigureKind),
    _text("group", "Id of the heading it stands under."),
    _text("as_of", "The day that it is true of, as EDTF."),
    _text("period", "The period that it is true of, as EDTF."),
    _text("date_shown", "Either in words."),
    _DATE_FROM,
    _text("description", "A sentence more."),
    _text("weight", "How much it weighs in the briefing.", *Weight),
    _text("whole", "What a share is a share of."),
    _text("between", "Ids of the places that a length lies between."),
    _text("compare", "How it is set against other figures, and their ids."),
    _text("history", "Earlier and later values, each behind its date as EDTF."),
    _text("values", "What others say of the same figure, each behind who says so."),
    _text("revised", "What its own source gave later, each behind the day it was recorded here."),
    *COMMON,
)
PEOPLE: Final = (
    *_NAME,
    _text("role", "The role at the time of the article."),
    _text("why", "Why they are in this story."),
    _text("organisation", "Id of the organisation they act for."),
    *COMMON,
)
ORGANISATIONS: Final = (
    *_NAME,
    _text("what", "What it is."),
    _text("why", "Why it is in this story."),
    _text("part_of", "Id of the organisation that it is a part of."),
    *COMMON,
)
PLACES: Final = (
    *_NAME,
    _text("what", "What it is."),
    _number("latitude", "Degrees north, south negative (WGS 84)."),
    _number("longitude", "Degrees east, west negative (WGS 84)."),
    *COMMON,
)
QUOTATIONS: Final = (
    _ID,
    _text("words", "The exact words."),
    _text("speaker", "Id of who said them."),
    _text("speaker_name", "Their name."),
    _text("said_on", "When, as EDTF."),
    _text("shown", "The same in words."),
    _DATE_FROM,
    _text("about", "What they are about."),
    *COMMON,
)
SOURCES: Final = (
    _ID,
    _text("title", "The title."),
    _text("publisher", "Who published it."),
    _text("author", "Who wrote it."),
    _text("kind", "What sort of source it is."),
    _text("address", "Where it stands."),
    _text("published", "When it was published, as EDTF."),
    _text("shown", "The same in words."),
    _day("accessed", "When it was read."),
    _text("note", "A remark on it."),
    _text("language", "Its language, a BCP 47 tag."),
    _text("page", "Its entry in the briefing; whole where the site's address is known."),
)
