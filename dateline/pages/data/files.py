"""What can be downloaded of a briefing, and the links to it."""

from typing import Final

from dateline.facts.kinds import BriefingPage, Kind
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.data.csv_tables import Table, tables_of, to_csv
from dateline.pages.data.datapackage import data_package
from dateline.pages.data.facts_json import facts_file, twins
from dateline.pages.edition import Edition
from dateline.pages.inline import Link
from dateline.words import _, deferred


def data_files(edition: Edition) -> dict[str, bytes]:
    """By path, also at former addresses: spreadsheets cannot follow a page that says “moved”."""
    files = _downloads(edition)
    slugs = (edition.briefing.slug, *edition.briefing.front.formerly)
    return {
        **{addresses.data_file(slug, name): files[name] for slug in slugs for name in files},
        **dict(twins(edition)),
    }


def _downloads(edition: Edition) -> dict[str, bytes]:
    tables = tables_of(edition)
    files = {
        table.file: to_csv([column.name for column in table.columns], table.rows(edition))
        for table in tables
    }
    if tables:
        files[addresses.PACKAGE] = data_package(edition)
    return {**files, addresses.FACTS: facts_file(edition)}


def downloads(edition: Edition, here: Here, page: BriefingPage) -> dict[str, Link]:
    """Links to the tables of a page by their names, each with its format."""
    return {
        table.kind.table: _download(table, edition, here)
        for table in tables_of(edition)
        if table.kind.page == page
    }


def _download(table: Table, edition: Edition, here: Here) -> Link:
    href = here.to(addresses.data_file(edition.briefing.slug, table.file))
    return Link(words=_(_TABLES[table.kind]), href=href)


_TABLES: Final = {
    Kind.EVENT: deferred("Download the events (CSV)"),
    Kind.FIGURE: deferred("Download the figures (CSV)"),
    Kind.PERSON: deferred("Download the people (CSV)"),
    Kind.ORGANISATION: deferred("Download the organisations (CSV)"),
    Kind.PLACE: deferred("Download the places (CSV)"),
    Kind.QUOTATION: deferred("Download the quotations (CSV)"),
    Kind.SOURCE: deferred("Download the sources (CSV)"),
}


def every_download(edition: Edition, here: Here) -> tuple[Link, ...]:
    """Links to all files of a briefing's data: those of every table, and of all of them."""
    tables = (_download(table, edition, here) for table in tables_of(edition))
    return (*tables, *whole_downloads(edition, here).values())


def whole_downloads(edition: Edition, here: Here) -> dict[str, Link]:
    """Links to the files that have, or describe, all of the briefing's facts."""
    slug = edition.briefing.slug
    files = {"facts": (_("Download all facts (JSON)"), addresses.FACTS)}
    if tables_of(edition):
        files["package"] = (_("Guide to the columns"), addresses.PACKAGE)
    return {
        name: Link(words=words, href=here.to(addresses.data_file(slug, file)))
        for name, (words, file) in files.items()
    }
