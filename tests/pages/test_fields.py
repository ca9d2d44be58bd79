"""Every field of a fact, with the value that tests/sites/everything gives it, is on a page of the fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape
from typing import Any

import pytest
from pydantic import BaseModel

from dateline.facts.dates import Date, day_words, show_date
from dateline.facts.described import DescribedField, Unpublished, fields_of
from dateline.facts.phrasing import after_colon, capitalise
from dateline.facts.quantities import Amount, show_amount
from dateline.facts.records import RECORD_OF, Fact, Source
from dateline.pages.plan import plan_briefing
from dateline.publishing.looks.render import render
from tests.pages.everything import everything
from tests.pages.world import look, words


def named(record: type[BaseModel], field: DescribedField) -> str:
    """As in `Fact.topic`: a field by the record that has it first."""
    owner = next(
        base
        for base in reversed(record.mro())
        if field.name in vars(base).get("__annotations__", ())
    )
    return f"{owner.__name__}.{field.name}"


def published(record: type[BaseModel]) -> Iterator[str]:
    """Every field of a record and of the records in it."""
    for field in fields_of(record):
        if field.is_record:
            yield from published(field.value_type)
        elif not field.mark(Unpublished):
            yield named(record, field)


def values(record: BaseModel) -> Iterator[tuple[str, Any]]:
    for field in fields_of(type(record)):
        for value in field.values(record):
            if isinstance(value, BaseModel):
                yield from values(value)
            else:
                yield named(type(record), field), value


@cache
def given() -> dict[str, list[tuple[str, Any]]]:
    """The values of each field, with the id of the fact or source that has them."""
    found: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    records: tuple[Fact | Source, ...] = (
        *everything().briefing.facts,
        *everything().briefing.sources,
    )
    for fact in records:
        for name, value in values(fact):
            found[name].append((fact.id, value))
    return found


@cache
def pages() -> dict[str, str]:
    return {
        page.path: words(unescape(render(page, look()).decode()))
        for page in plan_briefing(everything())
    }


def shown(value: Any) -> tuple[str, ...]:
    """How a page may say a value; it says an id by the name that it is of."""
    match value:
        case Date():
            return show_date(value), value.text
        case Amount():
            return (show_amount(value, None).number,)
        case date():
            return day_words(value), value.isoformat()
        case str() if value in everything().briefing.fact_by_id:
            return value, everything().briefing.fact_by_id[value].called
        case _:
            return str(value), capitalise(str(value)), after_colon(str(value))


def said_of(fact: str) -> str:
    """What the pages of a fact say: its own, the one that lists it, and the list of sources."""
    known = everything().briefing.fact_by_id.get(fact)
    names = (f"facts/{fact}", known.KIND.page, "sources") if known else ("sources",)
    return " ".join(pages()[f"b/{name}/index.html"] for name in names)


NOT_SAID = {
    "Derivation.how": "the formula is shown with the labels of the figures",
    **dict.fromkeys(
        ("Event.same_as", "Figure.same_as"),
        "the site says it, when it knows its briefings (tests/pages/test_same_facts.py)",
    ),
    "Place.latitude": "the map shows it, and the data has it",
    "Place.longitude": "the map shows it, and the data has it",
    "Revision.recorded": "it is for the order of the feed of changes",
    "Waiver.check": "the rule is shown in words",
    "Waiver.words": "they are words of a text that is shown",
}
FIELDS = sorted({name for record in RECORD_OF.values() for name in published(record)} - {*NOT_SAID})


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_on_a_page_of_its_fact(name: str) -> None:
    values = given()[name]
    assert values, "no fact of tests/sites/everything has it"
    assert any(words in said_of(fact) for fact, value in values for words in shown(value)), values
