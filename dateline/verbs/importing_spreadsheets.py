"""`import` of a spreadsheet: its rows are compared with the sheets of a briefing, and written into them."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.checking import check_briefing
from dateline.checking.basis.references import check_references
from dateline.drafting.sheets.edits import EditRefused
from dateline.drafting.sheets.step_journal import SheetChange, Step
from dateline.drafting.sheets.storing import SheetFolder, StepRefused, write_step
from dateline.drafting.spreadsheets.grid import MAX_FILE, Grid, SpreadsheetRefused
from dateline.drafting.spreadsheets.known_facts import KnownFacts, own_rows, read_written
from dateline.drafting.spreadsheets.named_rows import Downloaded
from dateline.drafting.spreadsheets.new_briefing import new_folder, with_source
from dateline.drafting.spreadsheets.reading_rows import SpreadsheetFindings, compare_tables
from dateline.drafting.spreadsheets.recognising import recognise_all
from dateline.drafting.spreadsheets.said_changes import say_changes
from dateline.drafting.spreadsheets.sheet_changes import check_edited, edit_sheets
from dateline.drafting.spreadsheets.spreadsheet_file import read_grids
from dateline.facts.phrasing import join_words
from dateline.frozen import dataclass
from dateline.pages.data.csv_tables import TABLES
from dateline.pages.edition import Edition
from dateline.printing import CannotPrint, put
from dateline.problems import Problem, Rule, to_text
from dateline.reading.briefing_files import parse_briefing, parse_site
from dateline.reading.content import Folder, read_site, refused_name, show_path
from dateline.reading.shared_sheets import share_records
from dateline.verbs.options import CONTENT, DONE, REFUSED, WrongUseError, guard_content, now

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from dateline.facts.site_records import Site


class RowsRefused(Exception):  # noqa: N818 - it says what happened
    """Something is wrong with the rows, or with the sheets before them; nothing was written."""

    def __init__(self, problems: Sequence[Problem], said: str) -> None:
        super().__init__(said)
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedRows:
    """A briefing before and after, and what changed."""

    before: Folder
    after: Folder
    found: SpreadsheetFindings


def run_spreadsheet(args: argparse.Namespace) -> int:
    guard_content(args)
    try:
        imported = _imported(args)
        written = [*_write(args.content, imported, Path(args.file).name)]
    except RowsRefused as error:
        put(to_text(error.problems), sys.stderr)
        put(f"{error}: nothing was written.\n", sys.stderr)
        return REFUSED
    except (SpreadsheetRefused, EditRefused, StepRefused) as error:
        raise WrongUseError(str(error)) from None
    try:
        content = "" if args.content == CONTENT else f" --content {shlex.quote(str(args.content))}"
        decide = f"{args.command} decide {imported.after.slug}{content}"
        said = say_changes(imported.found, written, decide)
        put(said, sys.stdout)
    except CannotPrint as error:
        names = join_words(written)
        done = f"{names} is written, but what changed could not be printed: " if written else ""
        raise CannotPrint(f"{done}{error}") from None
    return DONE


def _imported(args: argparse.Namespace) -> ImportedRows:
    path = Path(args.file)
    grids = read_grids(path.stem, show_path(path), _read(path))
    source = share_records(read_site(args.content))
    site, _ = parse_site(source.settings, f"{source.shown_as}/site.yaml")
    if site is None:
        raise SpreadsheetRefused(f"{source.shown_as}/site.yaml cannot be read: run `check` first")
    folders = {folder.slug: folder for folder in source.folders}
    slug = args.slug or _slug_of(grids, folders)
    today = now().astimezone(site.zone).date()
    before = folders.get(slug)
    shown = f"{source.shown_as}/{slug}"
    folder = before or _begun(slug, shown, args.published)
    known = known_facts(folder, _edition(folder, site, today))
    tables, skipped = recognise_all(grids, known.downloaded)
    source_id = None
    if not known.briefing.article.blocks:
        folder, source_id = with_source(folder, path.name, today, known)
        known = known_facts(folder, _edition(folder, site, today))
    found = compare_tables(tables, known, source_id)
    remarks = [remark for grid in grids for remark in grid.remarks]
    found = replace(found, remarks=(*remarks, *skipped, *found.remarks))
    if found.problems:
        raise RowsRefused(found.problems, "Not every row is right")
    after = edit_sheets(folder, found)
    if problems := tuple(check_edited(folder, after, found)):
        raise RowsRefused(problems, "Not every row is right")
    return ImportedRows(before=before or replace(folder, files={}), after=after, found=found)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)
    except OSError as error:
        raise SpreadsheetRefused(f"{path} cannot be opened: {error.strerror or error}") from None


def _slug_of(grids: Iterable[Grid], folders: dict[str, Folder]) -> str:
    """The only briefing that has facts with ids of the file."""
    ids = {
        row.cells[place].strip()
        for grid in grids
        for place, name in enumerate(grid.head)
        if name.lower() == "id"
        for row in grid.rows
    }
    counts = {slug: len(ids & _ids(folder)) for slug, folder in folders.items()}
    best = [slug for slug, count in counts.items() if count and count == max(counts.values())]
    if len(best) == 1:
        return best[0]
    names = join_words(folders) if folders else "there is none yet"
    raise SpreadsheetRefused(
        f"say with --slug which briefing the rows are for ({names}); a new name begins a new one"
    )


def _ids(folder: Folder) -> set[str]:
    return {own for records in read_written(folder).values() for own in records}


def _begun(slug: str, shown: str, published: date | None) -> Folder:
    from dateline.problems import Position

    for problem in refused_name(slug, Position(path=shown)):
        raise SpreadsheetRefused(
            f"{problem.found}: {problem.fix.replace('rename the folder', 'write --slug')}"
        )
    return new_folder(slug, shown, published)


def _edition(folder: Folder, site: Site, today: date) -> Edition:
    """The briefing as its pages have it. Raises RowsRefused where its sheets cannot be read."""
    briefing, problems = parse_briefing(folder)
    wrong = [
        problem
        for problem in (*folder.problems, *problems)
        if problem.severity == "error" and problem.rule != Rule.DECIDE_OPEN
    ]
    if wrong or briefing is None:
        raise RowsRefused(wrong, f"{folder.shown_as} cannot be read as it is")
    checked = check_briefing(briefing, today=today, site_language=site.language)
    return Edition(briefing=briefing, checked=checked, site=site, today=today)


def known_facts(folder: Folder, edition: Edition) -> KnownFacts:
    """What the rows are compared with: the sheets as they are written, read and downloaded."""
    briefing = edition.briefing
    known = KnownFacts(briefing=briefing, sheets=read_written(folder, briefing), downloaded={})
    # What pages show can be worked out only where every id that a fact names is that of a fact.
    is_whole = edition.briefing.is_whole and not any(check_references(edition.briefing))
    downloaded = {
        table.kind: Downloaded(
            columns=tuple(column.name for column in table.columns),
            rows={
                row["id"]: row
                for row in (table.rows(edition) if is_whole else own_rows(known, table.kind))
            },
        )
        for table in TABLES
    }
    return replace(known, downloaded=downloaded)


def _write(content: Path, imported: ImportedRows, file: str) -> Iterator[str]:
    """Write what changed, all of it or nothing, and return the paths. Raises StepRefused."""
    before, after = imported.before.files, imported.after.files
    changes = tuple(
        SheetChange(name=name, before=before.get(name), after=data)
        for name, data in after.items()
        if before.get(name) != data
    )
    if not changes:
        return
    place = SheetFolder.of(content, imported.after.slug)
    is_new = not place.folder.exists()
    try:
        place.folder.mkdir(exist_ok=True)
        write_step(place, Step(label=f"import {file}", changes=changes))
    except BaseException:
        if is_new:
            with suppress(OSError):
                place.folder.rmdir()
        raise
    yield from (f"{imported.after.shown_as}/{change.name}" for change in changes)
