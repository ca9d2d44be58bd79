"""The site of tests/sites/everything has every field of every record."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args

from dateline.facts.records import FrontMatter, Record
from dateline.facts.site_records import AuthorsSheet, PageFront, Site, SiteFont, SiteLook
from dateline.reading.briefing_files import MODEL_LISTS, parse_briefing, parse_site
from dateline.reading.content import read_site
from dateline.reading.own_words import parse_own_words
from tests.browser.site import EVERYTHING

LOOKS = "its pages look as the program comes; tests/publishing/test_own_look.py has other looks"
NOT_IN_THE_SITE = {
    "Site.address": "tests publish the site at several addresses, and at none",
    "Site.look": LOOKS,
    **dict.fromkeys(
        ("AuthorsSheet.authors", "AuthorsSheet.removed"),
        "what is in them is; the sheet itself is not kept",
    ),
    **dict.fromkeys(
        ("Event.same_as", "Figure.same_as"),
        "tests/pages/test_same_facts.py has several briefings, to which they lead",
    ),
    "FrontMatter.publish": "tests/publishing/test_embargo.py holds briefings back",
    **{
        f"{record.__name__}.{name}": LOOKS
        for record in (SiteLook, SiteFont)
        for name in record.model_fields
        if name != "origin"
    },
}


def fields_of(annotation: object) -> set[str]:
    """Each field of the records in a type, named after the class that declares it."""
    found: set[str] = set()
    if isinstance(annotation, type) and issubclass(annotation, Record):
        for name, field in annotation.model_fields.items():
            found |= {declared(annotation, name)} | fields_of(field.annotation)
    for argument in get_args(annotation):
        found |= fields_of(argument)
    return found - {"Record.origin"}


def declared(record: type[Record], name: str) -> str:
    owner = next(
        parent for parent in record.mro() if name in vars(parent).get("__annotations__", ())
    )
    return f"{owner.__name__}.{name}"


def written(value: object) -> Iterator[str]:
    """The fields that an editor wrote, of a record or of all records below a value."""
    if isinstance(value, Record):
        yield from (declared(type(value), name) for name in value.model_fields_set)
        for name in type(value).model_fields:
            yield from written(getattr(value, name))
    elif isinstance(value, tuple):
        for entry in value:
            yield from written(entry)
    elif is_dataclass(value):
        for field in fields(value):
            yield from written(getattr(value, field.name))


def test_every_field_of_every_record_is_in_it() -> None:
    source = read_site(EVERYTHING)
    (folder,) = source.folders
    briefing, problems = parse_briefing(folder)
    site, faults = parse_site(source.settings, "site.yaml")
    assert (problems, faults) == ((), ())
    assert briefing is not None
    lists = {name: record for lists in MODEL_LISTS.values() for name, record in lists.items()}
    words = parse_own_words(source)
    assert words.problems == ()
    own_records = (PageFront, AuthorsSheet)
    known = set().union(*map(fields_of, (Site, FrontMatter, *own_records, *lists.values())))
    assert {"Fact.waive", "Passage.before", "OriginalName.text", "Site.tag"} <= known
    records = (briefing, site, *words.own.pages.values(), words.own)
    assert known - {name for record in records for name in written(record)} == set(NOT_IN_THE_SITE)
    assert [name for name in lists if not getattr(briefing, name)] == []
