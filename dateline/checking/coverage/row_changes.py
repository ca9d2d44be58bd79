"""Numbers below “Change” that follow from two others of their row are covered by the facts of these."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from dateline.checking.agreement.dates.period_words import is_of_change
from dateline.checking.coverage.coverage import Finding
from dateline.facts.tables import TableCell, Tables
from dateline.language import FoundQuantity


def cover_changes(triaged: Sequence[Finding], tables: Tables) -> tuple[Finding, ...]:
    """The findings; a change that is not what its row gives stays open: one of the three is wrong."""
    rows: dict[tuple[int | None, tuple[int, ...]], list[Finding]] = {}
    for finding in triaged:
        cell = tables.by_block.get(finding.span.block)
        if cell and finding.kind == "quantity" and finding.facts and not finding.again:
            rows.setdefault(_row_of(cell), []).append(finding)
    return tuple(_covered(finding, tables, rows) for finding in triaged)


_Rows = Mapping[tuple[int | None, tuple[int, ...]], Sequence[Finding]]


def _row_of(cell: TableCell) -> tuple[int | None, tuple[int, ...]]:
    return cell.row, cell.lead


def _covered(finding: Finding, tables: Tables, rows: _Rows) -> Finding:
    cell = tables.by_block.get(finding.span.block)
    is_left = finding.verdict in ("open", "offered") or finding.again
    if cell is None or not is_left or not any(map(is_of_change, map(tables.text, cell.heads))):
        return finding
    known = rows.get(_row_of(cell), ())
    facts = next(_giving(finding.found, known), None)
    return replace(finding, facts=facts, again=False) if facts else finding


def _giving(change: object, known: Sequence[Finding]) -> Iterator[tuple[str, ...]]:
    """The facts of two numbers of which one is the other with the change."""
    if not isinstance(change, FoundQuantity) or change.low is None:
        return
    for before, after in permutations(known, 2):
        first, second = before.found, after.found
        if not (isinstance(first, FoundQuantity) and isinstance(second, FoundQuantity)):
            continue
        is_backwards = _time_of(after) < _time_of(before)
        if first.unit == second.unit and not is_backwards and _is_change(change, first, second):
            yield tuple(dict.fromkeys((*after.facts, *before.facts)))


def _time_of(finding: Finding) -> str:
    fields = dict(finding.fields)
    return fields.get("period") or fields.get("as_of") or ""


def _is_change(change: FoundQuantity, first: FoundQuantity, second: FoundQuantity) -> bool:
    value, before, after = change.low, first.low, second.low
    if value is None or before is None or after is None:
        return False
    if change.unit == "percent" and before:
        step = Decimal(1).scaleb(int(value.as_tuple().exponent))
        return abs((after - before) / abs(before) * 100 - value) <= step / 2
    return change.unit != "percent" and after - before == value
