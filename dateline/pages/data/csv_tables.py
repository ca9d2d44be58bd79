"""The facts for a spreadsheet: a CSV file for each sheet, a row for each fact, in page order.

RFC 4180, in UTF-8 behind a byte order mark: without one Excel reads the bytes in the code page of
the machine, and names in other scripts come out as noise. Columns are called as the fields of the
sheets are (data/columns.py has them), dates stay EDTF text beside their words, and lists are joined with "; ".
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.facts.chronology import has_come
from dateline.facts.dates import show_date
from dateline.pages import addresses
from dateline.pages.cards.figure_card import PLANNED
from dateline.pages.data import columns
from dateline.pages.numeral import numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from dateline.facts.dates import Date
    from dateline.facts.records import Event, Expectation, Fact, Figure, Named, Outcome, Source
    from dateline.pages.data.columns import Column
    from dateline.pages.edition import Edition

# A row by its columns; all rows of a sheet have the same.
Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet to download: the name of its file, what of a briefing it holds, and its rows.

    A row has a cell for each of `columns`.
    """

    name: str
    holds: str
    columns: tuple[Column, ...]
    rows: Callable[[Edition], Iterable[Row]]

    @property
    def file(self) -> str:
        return f"{self.name}.csv"


def tables_of(edition: Edition) -> tuple[Table, ...]:
    """The tables that have rows."""
    return tuple(one for one in TABLES if getattr(edition.briefing, one.holds))


def to_csv(names: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Rows as a CSV file, with the names of the columns above them.

    Raises ValueError where a row has a cell that no column is for.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=names)
    writer.writeheader()
    writer.writerows({name: safe(cell) for name, cell in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


_FORMULA: Final = re.compile(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NEGATIVE: Final = re.compile(r"-[0-9]+(?:\.[0-9]+)?")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a negative number stays one.

    The apostrophe in front is what OWASP's page on CSV injection has.
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NEGATIVE.fullmatch(cell) else cell


# Rows


def _events(edition: Edition) -> Iterator[Row]:
    """Events; of announcements and outcomes, those known on the edition's day."""
    today = edition.today
    for event in _as_on_the_page(edition):
        status = edition.statuses[event.id]
        state = status.state
        yield {
            "id": event.id,
            "title": event.title,
            "date": _edtf(event.date),
            "shown": status.when,
            "date_from": event.date_from or "",
            "uncertain": event.uncertain or "",
            "after": event.after or "",
            "time": event.time or "",
            "summary": event.summary or "",
            "weight": event.weight.value,
            "place": _listed(event.place),
            "who": _listed(event.who),
            **_expected(status.announced),
            **_outcome(status.outcome),
            "state": state.words if state else "",
            "state_as_of": today.isoformat() if state else "",
            **_common(event, edition),
        }


def _as_on_the_page(edition: Edition) -> list[Event]:
    """What had happened when the article was written, what was expected then, what came since."""
    written = edition.briefing.front.published
    ordered = edition.events
    return sorted(ordered, key=lambda one: 0 if has_come(one, written) else 2 - bool(one.expected))


def _expected(known: Sequence[Expectation]) -> Row:
    """The windows in their order; who said so and when keep that order, gaps told."""
    return {
        "expected": _listed(one.window.text for one in known),
        "said_by": _listed(one.said_by or "not known" for one in known),
        "said_on": _listed(_edtf(one.said_on) or "not known" for one in known),
    }


def _outcome(outcome: Outcome | None) -> Row:
    return {
        "outcome": outcome.state.value if outcome else "",
        "outcome_date": _edtf(outcome.date) if outcome else "",
        "outcome_recorded": _day(outcome.recorded if outcome else None),
        "outcome_note": (outcome.note or "") if outcome else "",
    }


def _figures(edition: Edition) -> Iterator[Row]:
    """Figures group by group, what is planned behind what is; `low` and `high` are plain numbers."""
    for figure in _in_groups(edition):
        value, when = figure.value, figure.period or figure.as_of
        yield {
            "id": figure.id,
            "label": figure.label,
            "hedge": figure.hedge.value if figure.hedge else "",
            "value": value.text,
            "unit": figure.unit or "",
            "shown": numeral(value, figure.unit, figure.hedge).plain,
            "low": f"{value.low:f}" if value.low is not None else "",
            "high": f"{value.high:f}" if value.high is not None else "",
            "kind": figure.kind.value,
            "group": figure.group or "",
            "as_of": _edtf(figure.as_of),
            "period": _edtf(figure.period),
            "date_shown": show_date(when) if when else "",
            "date_from": figure.date_from or "",
            "description": figure.description or "",
            "weight": figure.weight.value,
            "whole": figure.whole or "",
            "between": _listed(figure.between),
            "compare": _listed(f"{one.by.value} to {one.to}" for one in figure.compare),
            "history": _listed(
                f"{one.date.text}: {_hedged(one.hedge, one.value.text)}" for one in figure.history
            ),
            "values": _listed(
                f"{one.by or _listed(ref.id for ref in one.source)}:"
                f" {_hedged(one.hedge, one.value.text)}"
                for one in figure.values
            ),
            "revised": _listed(
                f"{_day(one.recorded)}: {_hedged(one.hedge, one.value.text)}"
                for one in figure.revised
            ),
            **_common(figure, edition),
        }


def _in_groups(edition: Edition) -> list[Figure]:
    groups = [group.id for group in edition.briefing.groups]
    places = {group: place for place, group in enumerate(groups)}
    return sorted(
        edition.briefing.figures,
        key=lambda one: (places.get(one.group or "", len(groups)), one.kind in PLANNED),
    )


def _hedged(hedge: str | None, value: str) -> str:
    return f"{hedge} {value}" if hedge else value


def _people(edition: Edition) -> Iterator[Row]:
    for person in edition.briefing.people:
        role = {"role": person.role, "why": person.why, "organisation": person.organisation or ""}
        yield {**_name(person), **role, **_common(person, edition)}


def _organisations(edition: Edition) -> Iterator[Row]:
    for one in edition.briefing.organisations:
        what = {"what": one.what, "why": one.why or "", "part_of": one.part_of or ""}
        yield {**_name(one), **what, **_common(one, edition)}


def _places(edition: Edition) -> Iterator[Row]:
    for place in edition.briefing.places:
        yield {
            **_name(place),
            "what": place.what,
            "latitude": "" if place.latitude is None else str(place.latitude),
            "longitude": "" if place.longitude is None else str(place.longitude),
            **_common(place, edition),
        }


def _name(named: Named) -> Row:
    return {
        "id": named.id,
        "name": named.name,
        "aliases": _listed(named.aliases),
        "original": named.original.text if named.original else "",
        "original_language": named.original.language if named.original else "",
        "same_as": _listed(named.same_as),
    }


def _quotations(edition: Edition) -> Iterator[Row]:
    for quotation in edition.briefing.quotations:
        yield {
            "id": quotation.id,
            "words": quotation.words,
            "speaker": quotation.speaker,
            "speaker_name": edition.briefing.name_of(quotation.speaker),
            "said_on": _edtf(quotation.said_on),
            "shown": show_date(quotation.said_on) if quotation.said_on else "",
            "date_from": quotation.date_from or "",
            "about": quotation.about or "",
            **_common(quotation, edition),
        }


def _sources(edition: Edition) -> Iterator[Row]:
    page = addresses.sheet_page(edition.briefing.slug, "sources")
    for source in edition.briefing.sources:
        yield {**_source(source), "page": _address(page, edition, source.id)}


def _source(source: Source) -> Row:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher or "",
        "author": source.author or "",
        "kind": source.kind or "",
        "address": source.address or "",
        "published": _edtf(source.published),
        "shown": show_date(source.published) if source.published else "",
        "accessed": _day(source.accessed),
        "note": source.note or "",
        "language": source.language or "",
    }


def _common(fact: Fact, edition: Edition) -> Row:
    """What every fact has; `page` is its own page's address."""
    page = addresses.fact_page(edition.briefing.slug, fact.id)
    return {
        "topic": fact.topic or "",
        "by": fact.by or "",
        "source": _listed(one.id for one in fact.source),
        "derived": fact.derived.how if fact.derived else "",
        "caveat": fact.caveat or "",
        "checked_by": fact.checked.by if fact.checked else "",
        "checked_on": _day(fact.checked.on if fact.checked else None),
        "evidence": _listed(edition.words(fact)),
        "paragraph": str(edition.paragraph(fact) or ""),
        "page": _address(page, edition),
    }


def _address(page: str, edition: Edition, fragment: str = "") -> str:
    """The address of a page: whole where the site's is known, else relative to the file."""
    here = addresses.Here(path=addresses.data_file(edition.briefing.slug, addresses.FACTS))
    return addresses.reach(page, here, edition.site.address, fragment)


def _edtf(date: Date | None) -> str:
    return date.text if date else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words)


TABLES: Final = (
    Table(name="timeline", holds="events", columns=columns.TIMELINE, rows=_events),
    Table(name="figures", holds="figures", columns=columns.FIGURES, rows=_figures),
    Table(name="people", holds="people", columns=columns.PEOPLE, rows=_people),
    Table(
        name="organisations",
        holds="organisations",
        columns=columns.ORGANISATIONS,
        rows=_organisations,
    ),
    Table(name="places", holds="places", columns=columns.PLACES, rows=_places),
    Table(name="quotations", holds="quotations", columns=columns.QUOTATIONS, rows=_quotations),
    Table(name="sources", holds="sources", columns=columns.SOURCES, rows=_sources),
)
