"""What the heads of a table, and the words over it, make of the number of a cell."""

from __future__ import annotations

import re
from typing import Final

from dateline.checking.basis.findings import read_dates
from dateline.checking.coverage.coverage import Finding
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.facts.dates import parse_date
from dateline.facts.tables import TableCell
from dateline.language.en.headlines.number_kinds import NumberKind, find_table_kind
from dateline.language.en.headlines.present_tense import past_participle

# The head of a column that says how much another changed.
_MOVES: Final = re.compile(r"(?:Change|Rise|Fall|Increase|Decrease|Growth)$")
_POINTS: Final = re.compile(
    r"(?:Swing|Change|Difference|Gain|\+/?[-–−]|±)(?: \(?points?\)?)?", re.IGNORECASE
)
_SIGNED: Final = re.compile(r"[+\-−–][0-9]")
_SHARE: Final = re.compile(r"(?:per ?cent|percent(?:age)?|%|share)(?: \(%\))?", re.IGNORECASE)
# “Votes”, “Passengers”, “Seats won”: what the numbers below count.
_COUNTED: Final = re.compile(
    r"([A-Z][a-z]+(?:s|people|men|women|children|staff))(?: [a-z]+ed| won)?"
)
_NO_NOUN: Final = re.compile(
    r"(?:Sales|Costs|Earnings|Profits|Losses|Takings|Savings|Points|Thousands|Millions|Billions|Funds|Status|Series"
    r"|Less|Gross|Plus|Minus|Bonus|Size|Class|Rates?|Results|Gains|Figures|Numbers|Prices|Wages|Fees|Fares|Taxes)"
)
_WHOLE_NUMBER: Final = re.compile(r"[0-9][0-9,]*")
_CLOCK: Final = re.compile(
    r"[0-9]{1,2}(?:[:.][0-9]{2})?(?: ?(?:am|pm|a\.m\.|p\.m\.|noon|midnight|GMT))?"
)
_MONEY_HEAD: Final = re.compile(r" \([^)]*(?:[£$€¥%]|Rs|EUR|USD|GBP)[^)]*\)$")
# “Area (hectares)”, “Planted (million)”: what the value and its unit say already.
_MEASURE: Final = re.compile(r" \((?:(?:in )?[a-z]+|%|[£$€]?m|km|(?:in )?millions? of [a-z]+)\)$")
_LONGEST_SUBJECT: Final = 3


def label_of_cell(finding: Finding, cell: TableCell, nearby: NearbyFindings) -> str | None:
    """The heads of row and column, where the column says what is counted, and not when."""
    tables = nearby.checked.passages.tables
    row, column = (
        " ".join((tables.text_at(head) or "").split()) for head in (cell.row, cell.column)
    )
    column = _MEASURE.sub("", column)
    if is_dated_by_heads(finding, cell, nearby):
        is_by_row = row and _has_date(row, nearby) and not _has_date(column, nearby)
        if is_by_row:
            return _MONEY_HEAD.sub("", column) or None
        column = "" if row else column
    elif _CLOCK.fullmatch(column) and (over := _subject_over(cell, nearby)):
        return f"{over}, {row}, {column}"
    if row and _MOVES.match(column):
        return f"{column} in {_lowered(row, nearby)}"
    counted = _counted_beside(cell, nearby) if _SHARE.fullmatch(column) else None
    if counted:
        column = f"share of {counted}"
    elif row:
        column = _lowered(column, nearby)
    return ", ".join(head for head in (row, column) if head) or None


def unit_of_cell(finding: Finding, cell: TableCell, nearby: NearbyFindings) -> str | None:
    """What its column counts: “Votes”; of a column of gains and losses beside shares, points."""
    column = " ".join((nearby.checked.passages.tables.text_at(cell.column) or "").split())
    if _POINTS.fullmatch(column) and _is_beside_shares(cell, nearby):
        return "percentage points"
    counted = _COUNTED.fullmatch(column)
    if counted and not _NO_NOUN.match(column) and _WHOLE_NUMBER.fullmatch(finding.text):
        return counted[1].lower()
    return None


def kind_of_cell(finding: Finding, cell: TableCell, nearby: NearbyFindings) -> NumberKind:
    """What heads and caption say; a plan, where the table is of a time that is to come."""
    tables = nearby.checked.passages.tables
    lead = [words for words in map(tables.text, cell.lead) if len(words.split()) <= _LONGEST_LEAD]
    said = find_table_kind(" · ".join([*map(tables.text, cell.heads), *lead]))
    fields = dict(finding.fields)
    time = fields.get("period") or fields.get("as_of")
    start = parse_date(time).start if time else None
    is_to_come = start is not None and start.first_day > nearby.briefing.front.published
    return "target" if said == "measured" and is_to_come else said


# Words over a table; a longer paragraph is of other things as well.
_LONGEST_LEAD: Final = 20


def is_dated_by_heads(finding: Finding, cell: TableCell, nearby: NearbyFindings) -> bool:
    """Whether the heads of its cell say of which time it is, and not only the words over the table."""
    heads = (nearby.checked.passages.tables.text(head) for head in cell.heads)
    return is_dated(finding) and any(_has_date(head, nearby) for head in heads)


def _has_date(head: str, nearby: NearbyFindings) -> bool:
    return bool(read_dates(head, nearby.briefing) or read_dates(f"in {head}", nearby.briefing))


def is_dated(finding: Finding) -> bool:
    return not {"as_of", "period"}.isdisjoint(name for name, _ in finding.fields)


def has_row_date(cell: TableCell, nearby: NearbyFindings) -> bool:
    """Whether another cell of the row has a date, which is nearer than that of the whole table."""
    tables = nearby.checked.passages.tables
    return any(
        finding.kind == "date"
        for other in tables.cells
        if other.row == cell.row and other.block != cell.block
        for finding in nearby.in_block.get(other.block, ())
    )


def _counted_beside(cell: TableCell, nearby: NearbyFindings) -> str | None:
    """What the nearest column to the left counts, of which this one has the shares."""
    tables = nearby.checked.passages.tables
    left = [
        " ".join((tables.text_at(other.column) or "").split())
        for other in tables.cells
        if other.row == cell.row and other.block < cell.block
    ]
    counted = [match[1] for head in left if (match := _COUNTED.fullmatch(head))]
    return counted[-1].lower() if counted else None


def _is_beside_shares(cell: TableCell, nearby: NearbyFindings) -> bool:
    tables = nearby.checked.passages.tables
    heads = (tables.text_at(other.column) or "" for other in tables.cells if other.row == cell.row)
    column = [tables.text(other.block) for other in tables.cells if other.column == cell.column]
    is_signed = any(map(_SIGNED.match, column))
    return is_signed and any(_SHARE.fullmatch(" ".join(head.split())) for head in heads)


def _subject_over(cell: TableCell, nearby: NearbyFindings) -> str | None:
    """A heading of a few words over the table: “Concentrations”."""
    blocks = nearby.briefing.article.blocks
    before = reversed(blocks[: min(cell.lead, default=cell.block) + 1])
    heading = next((block for block in before if block.kind == "heading"), None)
    words = " ".join(heading.text.split()) if heading else ""
    return words if words and len(words.split()) <= _LONGEST_SUBJECT else None


def _lowered(words: str, nearby: NearbyFindings) -> str:
    """The words with a small first letter, where the article has the first so, or it says what was done."""
    first = words.partition(" ")[0]
    if first[1:] != first[1:].lower():
        return words
    texts = (block.text for block in nearby.briefing.article.blocks)
    is_word = any(re.search(rf"\b{re.escape(first.lower())}\b", text) for text in texts)
    return words[:1].lower() + words[1:] if is_word or past_participle(first.lower()) else words
