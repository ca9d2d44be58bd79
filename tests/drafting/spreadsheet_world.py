"""The briefings of the test sites with their downloads, and what a spreadsheet changes in them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from dateline.checking import check_briefing
from dateline.drafting.spreadsheets.csv_grid import read_csv
from dateline.drafting.spreadsheets.known_facts import KnownFacts
from dateline.drafting.spreadsheets.reading_rows import SpreadsheetFindings, compare_tables
from dateline.drafting.spreadsheets.recognising import recognise
from dateline.facts.site_records import Site
from dateline.pages.data.files import data_files
from dateline.pages.edition import Edition
from dateline.reading.briefing_files import parse_briefing, parse_site
from dateline.reading.content import Folder, read_site
from dateline.verbs.importing_spreadsheets import known_facts

SITES = Path(__file__).parent.parent / "sites"
TODAY = date(2026, 6, 15)


@dataclass(frozen=True, kw_only=True, eq=False)
class World:
    """A briefing as its folder has it, and as it is published."""

    folder: Folder
    edition: Edition

    @cached_property
    def known(self) -> KnownFacts:
        return known_facts(self.folder, self.edition)

    @cached_property
    def downloads(self) -> dict[str, bytes]:
        slug = self.edition.briefing.slug
        files = data_files(self.edition).items()
        return {
            path.removeprefix(f"{slug}/data/"): data
            for path, data in files
            if path.startswith(f"{slug}/data/") and path.endswith(".csv")
        }

    def compare(self, files: dict[str, bytes]) -> SpreadsheetFindings:
        grids = (read_csv(name.removesuffix(".csv"), name, data) for name, data in files.items())
        tables = [recognise(grid, self.known.downloaded) for grid in grids if grid]
        return compare_tables(tables, self.known)


def world(folder: Folder, site: Site) -> World:
    briefing, problems = parse_briefing(folder)
    assert briefing, problems
    checked = check_briefing(briefing, today=TODAY, site_language=site.language)
    edition = Edition(briefing=briefing, checked=checked, site=site, today=TODAY)
    return World(folder=folder, edition=edition)


def changed_world(before: World, folder: Folder) -> World:
    return world(folder, before.edition.site)


@cache
def worlds() -> dict[str, World]:
    """Every briefing of the test sites that build, by its slug."""
    found: dict[str, World] = {}
    for name in ("first", "everything", "seldom", "started"):
        source = read_site(SITES / name / "content", shown_as="content")
        site, problems = parse_site(source.settings, "content/site.yaml")
        assert site, problems
        found |= {folder.slug: world(folder, site) for folder in source.folders}
    return found


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def table(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, [*rows[0]])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")
