"""The facts for programs: valid by the published schema, complete, and the same wherever the site is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from posixpath import dirname, normpath
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from dateline.checking import check_briefing
from dateline.facts.dates import Date
from dateline.facts.quantities import Amount
from dateline.facts.records import Place, Record
from dateline.pages.data.files import data_files
from dateline.pages.data.schemas import schema_files
from dateline.pages.edition import Edition
from dateline.pages.plan import plan_briefing, site_files
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from tests.pages.everything import everything
from tests.pages.world import SHEETS, SITE, TODAY, edition
from tests.small_site import article, assemble, errors

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST = Path(__file__).parents[2] / "sites/first/content/pezeshkian-in-iraq"
PROMISED = Path(__file__).parent / "promised"
SCHEMAS = schema_files()
ADDRESS = "https://daily.example/news/"


@cache
def first_briefing() -> Edition:
    files = {path.name: path.read_bytes() for path in sorted(FIRST.iterdir())}
    made, _ = parse_briefing(Folder(slug="b", shown_as="b", files=files))
    assert made is not None
    return Edition(briefing=made, checked=check_briefing(made, today=TODAY), site=SITE, today=TODAY)


def published(edition: Edition, address: str | None = None) -> dict[str, Any]:
    """Every JSON file of facts, by its path."""
    site = edition.site.model_copy(update={"address": address})
    files = data_files(replace(edition, site=site))
    kept = (path for path in files if path.endswith(("index.json", "facts.json")))
    return {path: json.loads(files[path]) for path in kept}


def facts(edition: Edition, address: str | None = None) -> dict[str, Any]:
    return {fact["id"]: fact for fact in published(edition, address)["b/data/facts.json"]["facts"]}


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads(SCHEMAS[f"schemas/{name}"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


WORLDS: dict[str, Callable[[], Edition]] = {
    "everything": everything,
    "first": first_briefing,
    "small": edition,
}


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("address", [None, ADDRESS])
def test_every_file_is_valid_by_its_schema(world: str, address: str | None) -> None:
    for path, file in published(WORLDS[world](), address).items():
        schema = file["$schema"].rpartition("/")[2]
        assert schema == ("facts-1.json" if path.endswith("facts.json") else "fact-1.json")
        assert [error.message for error in validator(schema).iter_errors(file)] == []


def test_a_field_that_is_not_in_the_schema_is_an_error() -> None:
    for path, file in published(edition()).items():
        file["briefing"]["colour"] = "red"
        name = "facts-1.json" if path.endswith("facts.json") else "fact-1.json"
        assert not validator(name).is_valid(file)


def test_the_schemas_are_published() -> None:
    files = site_files((), SITE)
    assert {path: files[path] for path in SCHEMAS} == SCHEMAS


@pytest.mark.parametrize("path", SCHEMAS)
def test_what_version_1_promised_is_kept(path: str) -> None:
    """Within a version a field may be added; what is there stays as it is, but for descriptions.

    `promised/` has the schemas as they were first published; nothing need be added to them.
    """
    promised = json.loads((PROMISED / path.rpartition("/")[2]).read_text("utf-8"))
    assert list(broken_promises(promised, json.loads(SCHEMAS[path]))) == []


def broken_promises(old: Any, new: Any, where: str = "") -> Iterator[str]:
    """Where a schema no longer says what it said."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in old:
            if name not in new:
                yield f"{where}/{name} is gone"
            elif not (name == "description" and isinstance(old[name], str)):
                yield from broken_promises(old[name], new[name], f"{where}/{name}")
    elif isinstance(old, list) and isinstance(new, list):
        yield from (f"{where} has lost {item}" for item in old if item not in new)
    elif old != new:
        yield f"{where} was {old}, is {new}"


def test_a_promise_that_is_broken_is_found() -> None:
    old = {"type": "string", "required": ["a"], "description": "A day."}
    assert list(broken_promises(old, old | {"description": "Day.", "minimum": 1})) == []
    assert len(list(broken_promises(old, {"type": "number", "required": []}))) == 3


def test_every_fact_source_and_removal_is_there_in_the_order_of_the_briefing() -> None:
    edition = everything()
    file = published(edition)["b/data/facts.json"]
    assert [fact["id"] for fact in file["facts"]] == [fact.id for fact in edition.briefing.facts]
    assert [source["id"] for source in file["sources"]] == [
        source.id for source in edition.briefing.sources
    ]
    assert [gone["id"] for gone in file["removed"]] == [
        gone.id for gone in edition.briefing.removed
    ]


def written(value: object) -> Iterator[str]:
    """Every text in a record of a sheet, or in JSON that was made from it."""
    match value:
        case str() | Date() | Amount() | date():
            yield getattr(value, "text", str(value))
        case Record():
            for name in type(value).model_fields:
                yield from written(getattr(value, name))
        case dict():
            yield from written(list(value.values()))
        case list() | tuple():
            for item in value:
                yield from written(item)


@pytest.mark.parametrize("world", WORLDS)
def test_nothing_that_an_editor_wrote_of_a_fact_is_lost(world: str) -> None:
    edition = WORLDS[world]()
    given = facts(edition)
    for fact in edition.briefing.facts:
        # The words are those of the article, around which other words tell them apart; where a
        # place has its name on the map is for the map alone.
        elsewhere: dict[str, Any] = {"evidence": ()}
        elsewhere |= {"label": None} if isinstance(fact, Place) else {}
        if picture := getattr(fact, "picture", None):
            # Copies of it are published, with names of their own.
            copy = {"file": given[fact.id]["picture"]["address"], "focus": None}
            elsewhere |= {"picture": picture.model_copy(update=copy)}
        expected = fact.model_copy(update=elsewhere)
        assert set(written(expected)) - set(written(given[fact.id])) == set()
        assert len(given[fact.id]["evidence"]) == len(edition.spans.get(fact.id, ()))


def test_values_are_typed_and_no_digit_is_lost() -> None:
    given = facts(everything())
    assert given["balance"]["value"] == {
        "text": "-1.25 million", "low": "-1250000", "high": "-1250000"
    }  # fmt: skip
    assert given["toll-limit"]["value"]["low"] == "3.10"
    assert given["trams-a-day"]["value"] == {"text": "90 to 120", "low": "90", "high": "120"}
    assert given["ferry-passengers"]["value"] == {"text": "dozens"}
    assert given["estimate"]["as_of"] == {
        "edtf": "2016", "words": "2016", "earliest": "2016-01-01", "latest": "2016-12-31"
    }  # fmt: skip
    assert given["drawing"]["date"] == {"edtf": "2016~", "words": "about 2016"}
    assert isinstance(given["skerry"]["latitude"], float)


@pytest.mark.parametrize("world", WORLDS)
def test_the_words_around_a_passage_make_it_unique(world: str) -> None:
    """W3C Web Annotation, TextQuoteSelector: a search for all three finds one place."""
    edition = WORLDS[world]()
    whole = "\n".join(block.text for block in edition.briefing.article.blocks)
    for fact in facts(edition).values():
        for passage in fact["evidence"]:
            selector = passage["selector"]
            assert whole.count(selector["prefix"] + selector["exact"] + selector["suffix"]) == 1


def test_words_that_occur_twice_have_the_whole_paragraph_around_them() -> None:
    same = "The town has said in a letter that the bridge is closed to lorries."
    timeline = """
        events:
          - id: closed
            title: T
            date: 2024-09-11
            evidence: {words: is closed to lorries, before: Our town has said in a letter that the bridge}
        """
    both = f"{same}\n\n{same.replace('The', 'Our')}"
    (passage,) = facts(edition(both, timeline=timeline))["closed"]["evidence"]
    assert passage["selector"]["prefix"] == "Our town has said in a letter that the bridge "


def test_the_bytes_are_the_same_on_days_that_know_the_same() -> None:
    days = [data_files(everything(day)) for day in ("2026-06-15", "2026-07-20")]
    assert days[0] == days[1]


def test_a_day_knows_no_outcome_that_came_later() -> None:
    before, after = (facts(everything(day)) for day in ("2024-09-13", "2027-01-01"))
    known = [sum("outcome" in fact for fact in given.values()) for given in (before, after)]
    assert known[0] < known[1]


# Addresses


def addresses_in(value: object) -> Iterator[str]:
    """Every address of a page or a file of the site."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name in ("page", "data", "$schema"):
                yield item
            yield from addresses_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from addresses_in(item)


def pages_and_files(edition: Edition) -> set[str]:
    return {*(page.path for page in plan_briefing(edition)), *data_files(edition), *SCHEMAS}


def test_every_address_leads_to_a_page_or_file_of_the_site() -> None:
    there = pages_and_files(everything())
    for path, file in published(everything()).items():
        for address in addresses_in(file):
            assert normpath(f"{dirname(path)}/{address.partition('#')[0]}") in there


def test_where_the_site_has_an_address_all_files_have_the_same_whole_addresses() -> None:
    files = published(everything(), ADDRESS)
    there = pages_and_files(everything())
    for file in files.values():
        for address in addresses_in(file):
            page = address.removeprefix(ADDRESS).partition("#")[0]
            assert (f"{page}index.html" if page.endswith("/") else page) in there
    for name, fact in facts(everything(), ADDRESS).items():
        twin = files[f"b/facts/{name}/index.json"]
        assert twin["fact"] == fact
        assert fact["page"] == f"{ADDRESS}b/facts/{name}/"


def test_a_twin_brings_every_source_that_its_fact_names_or_those_of_the_article() -> None:
    for path, file in published(everything()).items():
        if path.endswith("index.json") and file["status"] == "current":
            named = {source["id"] for source in named_sources(file["fact"])}
            of_article = set(file["briefing"]["sources"])
            assert {source["id"] for source in file["sources"]} == (named or of_article)


def named_sources(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from item if name == "sources" else named_sources(item)
    elif isinstance(value, list):
        for item in value:
            yield from named_sources(item)


# Facts that went, came, or were renamed

EVENTS = """
    events:
      - {id: visit, formerly: trip, title: T, date: 2024-09-11, evidence: came on Wednesday}
    removed:
      - {id: landing, on: 2024-09-20, why: It was the day before.}
"""
BODY = "He came on Wednesday. She left."


def test_a_removed_fact_has_a_twin_that_says_when_and_why() -> None:
    site = assemble({"b/article.md": article(BODY), "b/timeline.yaml": EVENTS}, site_url=ADDRESS)
    assert errors(site) == []
    file = json.loads(site.files["b/facts/landing/index.json"])
    assert validator("fact-1.json").is_valid(file)
    assert (file["status"], file["removed"]) == (
        "removed",
        {
            "id": "landing",
            "type": "event",
            "page": f"{ADDRESS}b/facts/landing/",
            "on": "2024-09-20",
            "why": "It was the day before.",
        },
    )
    (listed,) = json.loads(site.files["b/data/facts.json"])["removed"]
    assert listed == file["removed"]


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("new/facts/trip", "../visit"),
        ("old/facts/trip", "../../../new/facts/visit"),
        ("old/facts/visit", "../../../new/facts/visit"),
        ("old/facts/landing", "../../../new/facts/landing"),
    ],
)
def test_a_former_address_has_a_twin_that_names_the_present_one(path: str, to: str) -> None:
    site = assemble({"new/article.md": article(BODY, "formerly: old"), "new/timeline.yaml": EVENTS})
    assert errors(site) == []
    file = json.loads(site.files[f"{path}/index.json"])
    assert validator("fact-1.json").is_valid(file)
    assert (file["status"], file["page"], file["data"]) == (
        "moved", f"{to}/index.html", f"{to}/index.json"
    )  # fmt: skip


def test_every_page_of_a_fact_has_a_twin_beside_it() -> None:
    site = assemble({"new/article.md": article(BODY, "formerly: old"), "new/timeline.yaml": EVENTS})
    pages = {path for path in site.files if "/facts/" in path and path.endswith("html")}
    twins = {path for path in site.files if "/facts/" in path and path.endswith("json")}
    assert {path.replace("index.html", "index.json") for path in pages} == twins


def test_another_fact_changes_no_other_record_twin_or_table() -> None:
    more = """
      - id: night
        title: A night between
        date: 2024-09-10
        evidence: The line, 32 kilometres long
      - id: visit"""
    with_more = SHEETS["timeline"].replace("\n      - id: visit", more, 1)
    before, after = edition(), edition(**{**SHEETS, "timeline": with_more})
    assert {**facts(after), "night": None} == {**facts(before), "night": None}
    old, new = data_files(before), data_files(after)
    changed = {path for path in {*old, *new} if old.get(path) != new.get(path)}
    assert changed == {
        "b/data/timeline.csv", "b/data/facts.json", "b/facts/night/index.json"
    }  # fmt: skip
