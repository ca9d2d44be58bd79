"""What can be downloaded of a briefing, and the links to it."""

from dateline.facts.kinds import BriefingPage
from dateline.facts.phrasing import count_of
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.data.csv_tables import tables_of, to_csv
from dateline.pages.data.datapackage import data_package
from dateline.pages.data.facts_json import facts_file, twins
from dateline.pages.edition import Edition
from dateline.pages.inline import Link


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
    """Links to the tables of a page by their names, each with its format and size."""
    links = {}
    for table in tables_of(edition):
        if table.kind.page == page:
            rows = count_of(len(edition.briefing.records(table.kind)), "row")
            href = here.to(addresses.data_file(edition.briefing.slug, table.file))
            words = f"Download {table.kind.plural} (CSV, {rows})"
            links[table.kind.table] = Link(words=words, href=href)
    return links


def whole_downloads(edition: Edition, here: Here) -> dict[str, Link]:
    """Links to the files that have, or describe, all of the briefing's facts."""
    slug = edition.briefing.slug
    files = {"facts": ("Download all facts (JSON)", addresses.FACTS)}
    if tables_of(edition):
        files["package"] = ("What the columns are (Data Package)", addresses.PACKAGE)
    return {
        name: Link(words=words, href=here.to(addresses.data_file(slug, file)))
        for name, (words, file) in files.items()
    }
