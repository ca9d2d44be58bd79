"""`datapackage.json`: what the tables of a briefing are, for tools that load them (Data Package 1).

The profile is the tabular one of version 1, which readers of version 2 understand as well.
"""

import re
from typing import Any

from dateline.facts.phrasing import capitalise
from dateline.facts.records import Licence
from dateline.pages import addresses
from dateline.pages.addresses import address_of
from dateline.pages.data.columns import Column
from dateline.pages.data.csv_tables import Table, tables_of
from dateline.pages.edition import Edition
from dateline.pages.machines.as_json import to_json


def data_package(edition: Edition) -> bytes:
    """The description of every table of a briefing that has rows; there must be at least one."""
    front, sources, site = edition.briefing.front, edition.briefing.sources, edition.site
    named = {
        "profile": "tabular-data-package",
        "name": edition.briefing.slug,
        "title": front.title,
        "description": front.standfirst,
        "homepage": address_of(addresses.brief_page(edition.briefing.slug), site.address),
        "licenses": _licences(site.licence),
        "sources": [{"title": source.title, **_path(source.address)} for source in sources],
        "contributors": _contributors(edition),
        "resources": [_resource(table) for table in tables_of(edition)],
    }
    return to_json({name: value for name, value in named.items() if value})


def _licences(licence: Licence | None) -> list[dict[str, str]]:
    """The licence by its address, else by a name as Open Definition writes them: "CC-BY-4.0"."""
    if licence is None:
        return []
    if path := _path(licence.address):
        return [{"title": licence.name, **path}]
    name = re.sub("[^A-Za-z0-9._]+", "-", licence.name).strip("-")
    return [{"name": name, "title": licence.name}] if name else []


def _contributors(edition: Edition) -> list[dict[str, str]]:
    authors = [{"title": author, "role": "author"} for author in edition.briefing.front.authors]
    publisher = edition.site.publisher
    if publisher is None:
        return authors
    return [{"title": publisher.name, "role": "publisher", **_path(publisher.address)}, *authors]


def _path(address: str | None) -> dict[str, str]:
    """An address on the web; the format has no room for another."""
    return {"path": address} if address and address.startswith("http") else {}


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.kind.table,
        "path": table.file,
        "title": capitalise(table.kind.plural),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(column) for column in table.columns], "primaryKey": "id"},
    }


def _field(column: Column) -> dict[str, Any]:
    field = {"name": column.name, "type": column.type, "description": column.help}
    if column.name == "id":
        return field | {"constraints": {"required": True, "unique": True}}
    return field | ({"constraints": {"enum": list(column.one_of)}} if column.one_of else {})
