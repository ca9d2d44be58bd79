"""Numbers of one row or column of a table that are one figure at several times: its history."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from dateline.checking.coverage.coverage import Finding
from dateline.facts.dates import parse_date, sort_key
from dateline.facts.tables import TableCell, Tables
from dateline.frozen import dataclass

Head = Literal["row", "column"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """A number that belongs into the history of a figure: a fact, or one to be made of `figure`.

    `head` is the one that tells its cell from the figure's own.
    """

    figure: Finding
    head: Head
    date: str


def find_histories(findings: Iterable[Finding], tables: Tables) -> Mapping[Finding, HistoryEntry]:
    """The open numbers of cells that a figure of the same row, or else the same column, would have.

    That figure is the one that a sheet already has, or the number of the latest date.
    """
    dated = [
        finding
        for finding in findings
        if _time_of(finding) and finding.span.block in tables.by_block
    ]
    found: dict[Finding, HistoryEntry] = {}
    for head in ("column", "row"):
        groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
        for finding in dated:
            groups[_row_of(finding, tables.by_block[finding.span.block], head)].append(finding)
        for group in groups.values():
            found = dict(_entries(group, head)) | found
    return found


def _time_of(finding: Finding) -> str | None:
    fields = dict(finding.fields)
    return fields.get("period") or fields.get("as_of")


def _row_of(finding: Finding, cell: TableCell, head: Head) -> tuple[object, ...]:
    """What the numbers of one figure have in common: the other head, the unit, years or quarters."""
    other = cell.row if head == "column" else cell.column
    shape = re.sub(r"\d", "0", _time_of(finding) or "")
    return other, dict(finding.fields).get("unit"), shape


def _entries(group: Sequence[Finding], head: Head) -> Iterator[tuple[Finding, HistoryEntry]]:
    dates = [date for finding in group if (date := _time_of(finding))]
    if len(group) < 2 or len({*dates}) < len(dates):
        return
    known = [finding for finding in group if finding.verdict == "covered" and not finding.again]
    ordered = sorted(zip(dates, group, strict=True), key=lambda each: sort_key(parse_date(each[0])))
    figure = known[-1] if known else ordered[-1][1]
    for date, finding in ordered:
        if finding is not figure and finding.verdict == "open":
            yield finding, HistoryEntry(figure=figure, head=head, date=date)
