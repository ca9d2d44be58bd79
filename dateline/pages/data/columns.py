"""The columns of the tables: those of a record's fields, and those that are computed.

facts/field_columns.py says which fields have columns, and how their cells are written. Within
version 1 a column may be added at the end of its group; none is renamed or removed.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Literal

from dateline.facts.dates import Date, exact_bounds, show_date
from dateline.facts.described import DescribedField, fields_of
from dateline.facts.field_columns import GAP, FieldColumn, columns_of, listed
from dateline.facts.phrasing import join_words
from dateline.facts.quantities import Amount
from dateline.facts.records import (
    Event,
    Fact,
    Figure,
    Organisation,
    Person,
    Place,
    Quotation,
    Record,
    Source,
)
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.cards.figure_values import is_disputed, numeral_of
from dateline.pages.data.json_records import digits
from dateline.pages.edition import Edition

# Types of the Table Schema (Data Package). An EDTF date is text: "2024-09" is not a day.
ColumnType = Literal["string", "date", "number", "integer"]
Cell = Callable[[Any, Edition], str]


@dataclass(frozen=True, slots=True)
class Column:
    """`cell` may give empty text; `one_of` are the values that there may be, where they are few."""

    name: str
    help: str
    cell: Cell
    type: ColumnType = "string"
    one_of: tuple[str, ...] = ()


# Within version 1 the columns of these fields keep their order, which is not that of the record.
_FIRST: Final = ("id", "label", "hedge")
_FIRST_IN_COMMON: Final = ("topic", "by", "source", "derived", "caveat", "checked", "evidence")


def own_columns(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a record's own fields, without those that every fact has."""
    common = {field.name for field in fields_of(Fact)} if issubclass(record, Fact) else set()
    own = [field for field in fields_of(record) if field.name == "id" or field.name not in common]
    return tuple(_columns_of(record, own, _FIRST))


def _columns_of(
    record: type[Record], fields: Iterable[DescribedField], first: Sequence[str]
) -> Iterator[Column]:
    places = {name: place for place, name in enumerate(first)}
    for field in sorted(fields, key=lambda field: places.get(field.name, len(first))):
        yield from _columns(field)
        yield from _COMPUTED.get((record, field.name), ())


def _columns(field: DescribedField) -> Iterator[Column]:
    for column in columns_of(field):
        if column.is_written_whole:
            note = _ENTRY_NOTES[field.written]
            yield Column(column.name, f"{field.help} {note}", _cell_of(column))
        else:
            text = (field if column.name == field.written else column.described).help
            yield _column(column.described, column.name, text, _cell_of(column), many=field.many)


def _column(field: DescribedField, name: str, text: str, cell: Cell, *, many: bool) -> Column:
    if field.value_type is Date:
        text += " As EDTF."
    elif field.refers_to:
        kinds = join_words((kind.plural for kind in field.refers_to), "or")
        text += f" Ids of {kinds}." if many else " An id."
    types: Mapping[type, ColumnType] = {dt.date: "date", Decimal: "number"}
    column_type: ColumnType = "string" if many else types.get(field.value_type, "string")
    one_of = tuple(field.value_type) if issubclass(field.value_type, StrEnum) else ()
    return Column(name, text, cell, column_type, one_of)


# Cells


def _cell_of(column: FieldColumn) -> Cell:
    return lambda record, _: column.cell(record)


# What an entry of a list of records is that has one column.
_ENTRY_NOTES: Final[Mapping[str, str]] = {
    "compare": "Each says how, and with which id.",
    "history": "Each value after its date, after when it was forecast, and after who gave it.",
    "values": "Each value after who says so, with its unit if that is another.",
    "revised": "Each value after the day on which we wrote it down.",
}


# What is computed


def _date_of(record: Record, _: Edition) -> Date | None:
    match record:
        case Event():
            return record.date
        case Figure():
            return record.when
        case Quotation():
            return record.said_on
        case Source():
            return record.published
    return None


def _newest_window(event: Event, edition: Edition) -> Date | None:
    announced = edition.statuses[event.id].announced
    return announced[-1].window if announced else None


def _in_words(record: Record, edition: Edition) -> str:
    if isinstance(record, Event):
        return edition.statuses[record.id].when
    date = _date_of(record, edition)
    return show_date(date) if date else ""


def _bounds(of: Callable[[Any, Edition], Date | None], prefix: str = "") -> Iterator[Column]:
    """The first and the last day that a date may mean, so that a table can be sorted by time."""
    what = "newest announcement" if prefix else "date"
    for number, (name, which) in enumerate((("earliest", "first"), ("latest", "last"))):

        def cell(record: Record, edition: Edition, number: int = number) -> str:
            date = of(record, edition)
            day = exact_bounds(date)[number] if date else None
            return day.isoformat() if day else ""

        text = f"The {which} day that the {what} may mean; empty where it is open or approximate."
        yield Column(f"{prefix}{name}", text, cell, "date")


def _times(event: Event) -> str:
    times = [expectation.time for expectation in event.expected]
    return listed(time or GAP for time in times) if any(times) else ""


def _state(event: Event, edition: Edition) -> str:
    state = edition.statuses[event.id].state
    return state.words if state else ""


def _end(value: Amount, end: Decimal | None) -> str:
    """Two numbers in order, such as a score, are not the ends of anything."""
    return "" if value.pair else digits(end) or ""


def _day_of_state(event: Event, edition: Edition) -> str:
    published = edition.briefing.front.published
    day = edition.as_of_event(event) or published
    return day.isoformat() if _state(event, edition) else ""


def _page_of(record: Fact | Source, edition: Edition) -> str:
    """The address of its page or entry: whole where the site's is known, else from the file."""
    slug, fragment = edition.briefing.slug, ""
    page = addresses.fact_page(slug, record.id)
    if isinstance(record, Source):
        page, fragment = addresses.page_of(slug, "sources"), record.id
    here = addresses.Here(path=addresses.data_file(slug, addresses.FACTS))
    return addresses.reach(page, here, edition.site.address, fragment)


def _picture_address(record: Any, edition: Edition) -> str:
    copy = edition.plain_copy(record.picture) if record.picture else None
    here = addresses.Here(path=addresses.data_file(edition.briefing.slug, addresses.FACTS))
    return addresses.reach(copy.path, here, edition.site.address) if copy else ""


_SHOWN: Final = Column("shown", "The date in words.", _in_words)
_PICTURE: Final = Column(
    "picture", "The picture; whole where the site's address is known.", _picture_address
)
_DAYS: Final = tuple(_bounds(_date_of))
# By the record, and the field after which they are.
_COMPUTED: Final[Mapping[tuple[type[Record], str], tuple[Column, ...]]] = {
    (Fact, "evidence"): (
        Column(
            "evidence",
            "The words of the article that the fact rests on.",
            lambda fact, edition: listed(edition.words(fact)),
        ),
        Column(
            "paragraph",
            "The paragraph of those words, counted from 1.",
            lambda fact, edition: str(edition.paragraph(fact) or ""),
            "integer",
        ),
        Column("page", "The fact's page; whole where the site's address is known.", _page_of),
    ),
    (Event, "date"): (_SHOWN,),
    (Event, "outcome"): (
        Column("state", "What has become of it since the day in state_as_of, in words.", _state),
        Column(
            "state_as_of",
            "The day from which it has been so; at the earliest that of publication.",
            _day_of_state,
            "date",
        ),
    ),
    (Event, "outcome_checked"): (
        *_DAYS,
        *_bounds(_newest_window, "expected_"),
        Column(
            "expected_time",
            "The time of day of each announcement.",
            lambda event, _: _times(event),
        ),
        Column(
            "outcome_time",
            "The time of day of the outcome.",
            lambda event, _: (event.outcome.time or "") if event.outcome else "",
        ),
    ),
    (Figure, "unit"): (
        Column(
            "shown",
            "Hedge, value and unit as readers see them.",
            lambda figure, _: numeral_of(figure).plain,
        ),
        Column(
            "low",
            "The value as a plain number; of a range, its lower end; empty for a pair.",
            lambda figure, _: _end(figure.value, figure.value.low),
            "number",
        ),
        Column(
            "high",
            "The same number; of a range, its upper end; empty for a pair.",
            lambda figure, _: _end(figure.value, figure.value.high),
            "number",
        ),
    ),
    (Figure, "period"): (Column("date_shown", "The date or period in words.", _in_words),),
    (Figure, "revised"): (
        *_DAYS,
        Column(
            "disputed",
            "“yes” where another source gives another value.",
            lambda figure, _: "yes" if is_disputed(figure) else "",
        ),
    ),
    **{(record, "picture"): (_PICTURE,) for record in (Event, Person, Organisation, Place)},
    (Quotation, "speaker"): (
        Column(
            "speaker_name",
            "The speaker's name.",
            lambda quotation, edition: edition.briefing.name_of(quotation.speaker),
        ),
    ),
    (Quotation, "said_on"): (_SHOWN,),
    (Quotation, "about"): _DAYS,
    (Source, "published"): (_SHOWN,),
    (Source, "language"): (
        *_DAYS,
        Column(
            "page", "Its entry in the briefing; whole where the site's address is known.", _page_of
        ),
    ),
}


_COMMON_FIELDS: Final = [field for field in fields_of(Fact) if field.name != "id"]
# The last columns of every table of facts.
COMMON: Final = tuple(_columns_of(Fact, _COMMON_FIELDS, _FIRST_IN_COMMON))
