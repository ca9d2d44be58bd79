"""What a spreadsheet changes, in the texts of the sheets, and what is wrong with them then."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from dateline.checking.basis.references import check_references
from dateline.checking.fact_of_problem import name_facts
from dateline.drafting.sheets.edits import (
    EditRefused,
    Fields,
    Sheet,
    add_records,
    set_fields,
    set_records,
)
from dateline.drafting.spreadsheets.known_facts import read_written
from dateline.drafting.spreadsheets.reading_rows import SpreadsheetFindings
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.records import RECORD_OF
from dateline.problems import Position, Problem, Rule
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder

# A row that is not decided yet is not wrong: the build asks for it.
_ASKED_LATER: Final = (Rule.DECIDE_OPEN,)


def edit_sheets(folder: Folder, found: SpreadsheetFindings) -> Folder:
    """The folder with the sheets as they become. Raises EditRefused."""
    sheets = {
        name: Sheet(name=name, data=data)
        for name, data in folder.files.items()
        if name.endswith(".yaml")
    }
    written = read_written(folder)
    for kind in RECORD_OF:
        name = kind.sheet
        changes = {change.id: change.fields for change in found.changes if change.kind == kind}
        own = {own: fields for own, fields in changes.items() if own in written[kind]}
        if own:
            sheets[name] = _changed(sheets[name], kind, own)
        records = [(new.fields, new.remark) for new in found.new if new.kind == kind]
        # Those whom the briefing only named, and the site's own sheet has, get a record here.
        records += [({"id": each, **changes[each]}, "") for each in changes if each not in own]
        if records:
            sheet = sheets.get(name) or Sheet(name=name, data=None)
            sheets[name] = add_records(sheet, kind.plural, records)
    edited = {name: sheet.data for name, sheet in sheets.items() if sheet.data is not None}
    return replace(folder, files={**folder.files, **edited})


def _changed(sheet: Sheet, kind: Kind, changes: Mapping[str, Fields]) -> Sheet:
    """The sheet with these fields; a list in brackets is edited record by record."""
    try:
        return set_records(sheet, kind.plural, changes)
    except EditRefused:
        for own, fields in changes.items():
            sheet = set_fields(sheet, own, fields)
        return sheet


def check_edited(before: Folder, after: Folder, found: SpreadsheetFindings) -> Iterator[Problem]:
    """What is wrong with the sheets after the edits that was not before, at the row that brought it."""
    rows = {change.id: change.cells[0].position for change in found.changes}
    rows |= {new.id: new.row.position for new in found.new}
    known = {(problem.rule, problem.found) for problem in _problems(before)}
    for problem in _problems(after):
        if (problem.rule, problem.found) not in known and problem.rule not in _ASKED_LATER:
            yield replace(problem, position=_row(problem, rows))


def _row(problem: Problem, rows: Mapping[str, Position]) -> Position:
    named = [row for own, row in rows.items() if own == problem.fact or f"‘{own}’" in problem.found]
    return named[0] if named else problem.position


def _problems(folder: Folder) -> list[Problem]:
    briefing, problems = parse_briefing(folder)
    references = _references(briefing) if briefing else ()
    whole = [*problems, *references]
    return [problem for problem in whole if problem.severity == "error"]


def _references(briefing: Briefing) -> tuple[Problem, ...]:
    return tuple(name_facts([*check_references(briefing)], briefing))
