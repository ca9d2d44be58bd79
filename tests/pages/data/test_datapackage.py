"""What the tables are, as the tools that load them read it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from frictionless import Package, Report
from frictionless.resources import TableResource

from dateline.facts.records import Licence
from dateline.facts.site_records import Publisher
from dateline.pages.data.columns import Column
from dateline.pages.data.csv_tables import TABLES, Table
from dateline.pages.data.files import data_files
from tests.pages.data.test_facts_json import WORLDS
from tests.pages.everything import everything
from tests.pages.world import edition

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.pages.edition import Edition


def on_disk(edition: Edition, folder: Path) -> Package:
    for path, data in data_files(edition).items():
        if path.startswith("b/data/"):
            (folder / path.rpartition("/")[2]).write_bytes(data)
    return Package(str(folder / "datapackage.json"))


def package(edition: Edition) -> dict[str, Any]:
    described: dict[str, Any] = json.loads(data_files(edition)["b/data/datapackage.json"])
    return described


def findings(report: Report) -> list[object]:
    return list(report.flatten(["taskNumber", "rowNumber", "fieldName", "message"]))


@pytest.mark.parametrize("world", WORLDS)
def test_frictionless_finds_every_row_as_described(world: str, tmp_path: Path) -> None:
    report = on_disk(WORLDS[world](), tmp_path).validate()
    assert findings(report) == []
    assert all(task.stats["rows"] for task in report.tasks)


def test_frictionless_finds_a_row_that_is_not_as_described(tmp_path: Path) -> None:
    described = on_disk(everything(), tmp_path)
    table = tmp_path / "figures.csv"
    table.write_bytes(table.read_bytes().replace(b"legal limit", b"law"))
    assert len(findings(described.validate())) == 1


def test_numbers_and_days_are_read_as_such(tmp_path: Path) -> None:
    table = on_disk(everything(), tmp_path).get_resource("figures")
    assert isinstance(table, TableResource)
    figures = table.read_rows()
    balance = next(row for row in figures if row["id"] == "balance")
    assert balance["low"] == -1250000
    checked = next(row for row in figures if row["id"] == "cost")["checked_on"]
    assert checked.isoformat() == "2024-09-10"


def test_every_table_that_has_rows_is_described_and_no_other() -> None:
    described = [resource["path"] for resource in package(everything())["resources"]]
    assert described == [table.file for table in TABLES]
    sheets = {"people": "people: [{id: ann, name: Ann, role: R, why: W, evidence: Ann}]"}
    (resource,) = package(edition("Ann came.", **sheets))["resources"]
    assert resource["path"] == "people.csv"


def columns() -> list[tuple[Table, Column]]:
    return [(table, column) for table in TABLES for column in table.columns]


def test_every_column_has_a_description() -> None:
    assert all(column.help.endswith(".") for _, column in columns())
    fields = [
        field
        for resource in package(everything())["resources"]
        for field in resource["schema"]["fields"]
    ]
    assert [field["description"] for field in fields] == [column.help for _, column in columns()]


@pytest.mark.parametrize(
    ("licence", "given"),
    [
        (Licence(name="CC BY 4.0", address="https://c.example/by"),
         [{"title": "CC BY 4.0", "path": "https://c.example/by"}]),
        (Licence(name="CC BY 4.0"), [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]),
        (Licence(name="رخصة"), []),
        (None, []),
    ],
)  # fmt: skip
def test_the_licence_is_given_in_the_form_of_the_format(
    licence: Licence | None, given: object
) -> None:
    site = edition().site.model_copy(update={"licence": licence})
    assert package(replace(edition(), site=site)).get("licenses", []) == given


def test_publisher_and_sources_are_named(tmp_path: Path) -> None:
    publisher = Publisher(name="Daily", address="https://daily.example/")
    site = edition().site.model_copy(
        update={"publisher": publisher, "address": "https://daily.example/"}
    )
    this_edition = replace(edition(), site=site)
    given = package(this_edition)
    assert given["contributors"][0] == {
        "title": "Daily", "role": "publisher", "path": "https://daily.example/"
    }  # fmt: skip
    assert given["sources"] == [
        {"title": "The plan of the line", "path": "https://bern.example/plan"}
    ]
    assert given["homepage"] == "https://daily.example/b/"
    assert findings(on_disk(this_edition, tmp_path).validate()) == []


def test_an_e_mail_address_is_not_a_path() -> None:
    sources = "sources: [{id: plan, title: The plan, address: 'mailto:plan@bern.example'}]"
    assert package(edition("Ann came.", sources=sources))["sources"] == [{"title": "The plan"}]
