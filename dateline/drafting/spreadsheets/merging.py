"""A changed cell as the new value of a field, with everything that the field has beside it.

An entry of a list that was not changed stays as the sheet has it, with what no column shows of it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from dateline.drafting.spreadsheets.cell_entries import (
    EntryUnread,
    joined_entries,
    read_entry,
    split_entries,
)
from dateline.facts.described import DescribedField
from dateline.facts.field_columns import GAP, FieldColumn
from dateline.frozen import dataclass

# Plain text, a list or fields, as a sheet has them; None where the field is not there.
Plain = Any
CellTexts = tuple[str, ...]


class CellRefused(Exception):  # noqa: N818 - it says what happened
    """A cell cannot be brought into the sheet: its column, what was found and what to write."""

    def __init__(self, column: str, found: str, fix: str) -> None:
        super().__init__(column, found, fix)
        self.column, self.found, self.fix = column, found, fix


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """The entries of a list: what the sheet has, and the texts that its columns have of each."""

    items: Sequence[Plain]
    was: Sequence[CellTexts]
    now: Sequence[CellTexts]
    columns: tuple[str, ...]


def as_items(value: Plain) -> list[Plain]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def without_list(items: list[Plain], was: Plain) -> Plain:
    """The entries; a single one without a list around it where the sheet writes, or may write, it so."""
    if not items:
        return None
    is_alone = len(items) == 1 and not isinstance(was, list)
    return items[0] if is_alone and (was is not None or isinstance(items[0], str)) else items


def merge_field(
    field: DescribedField,
    columns: Mapping[str, FieldColumn],
    was: Plain,
    texts: Mapping[str, tuple[CellTexts, str]],
    sources: Collection[str],
) -> Plain:
    """The value of a field of which some cells were changed; None where nothing is left of it.

    `columns` are all columns of the field, and `texts` has for each the entries that the sheet has
    now, and the cell. Raises CellRefused.
    """
    first = next(iter(columns))
    if not field.many:
        return _single(columns, was, {name: cell for name, (_, cell) in texts.items()})
    now = {name: split_entries(cell, known) for name, (known, cell) in texts.items()}
    if not field.is_record:
        return without_list(list(now[first]), was)
    if columns[first].is_written_whole:
        entries = joined_entries(field.written, now[first])
        return _written_whole(field.written, was, texts[first][0], entries, sources)
    return _in_columns(columns, was, {name: texts[name][0] for name in columns}, now)


def _single(columns: Mapping[str, FieldColumn], was: Plain, cells: Mapping[str, str]) -> Plain:
    first = next(iter(columns.values()))
    if first.part is None:
        return cells[first.name].strip() or None
    fields = dict(was) if isinstance(was, dict) else {}
    for name, column in columns.items():
        if column.part:
            fields[column.part.written] = cells[name].strip() or None
    return {name: value for name, value in fields.items() if value is not None} or None


def _written_whole(
    field: str, was: Plain, before: CellTexts, after: Sequence[str], sources: Collection[str]
) -> Plain:
    def read(texts: CellTexts) -> dict[str, Plain]:
        try:
            return dict(read_entry(field, texts[0], sources))
        except EntryUnread as error:
            raise CellRefused(field, f"found “{texts[0]}”", str(error)) from None

    def change(item: Plain, old: CellTexts, new: CellTexts) -> Plain:
        known, wanted = read(old), read(new)
        changed = {name: wanted.get(name) for name in {**known, **wanted}}
        changed = {name: text for name, text in changed.items() if text != known.get(name)}
        return _updated(item, changed)

    entries = Entries(
        items=as_items(was),
        was=[(text,) for text in before],
        now=[(text,) for text in after],
        columns=(field,),
    )
    shown = {"date", "made", "by", "hedge", "value", "unit", "recorded", "to"}
    return without_list(aligned(entries, change, read, shown), was)


def _in_columns(
    columns: Mapping[str, FieldColumn],
    was: Plain,
    before: Mapping[str, CellTexts],
    after: Mapping[str, Sequence[str]],
) -> Plain:
    parts = [column.part.written for column in columns.values() if column.part]
    longest = _longest(after)

    def read(texts: CellTexts) -> Plain:
        fields = {
            part: text for part, text in zip(parts, texts, strict=True) if text and text != GAP
        }
        is_id_alone = parts == ["id"]
        return fields.get("id") if is_id_alone else fields

    def change(item: Plain, old: CellTexts, new: CellTexts) -> Plain:
        if parts == ["id"]:
            # The words of a source are not those of another.
            return read(new)
        pairs = zip(parts, old, new, strict=True)
        return _updated(item, {part: _no_gap(text) for part, known, text in pairs if known != text})

    def rows(texts: Mapping[str, Sequence[str]]) -> list[CellTexts]:
        filled = ([*texts[name]] or [GAP] * longest for name in columns)
        return list(zip(*filled, strict=True))

    entries = Entries(
        items=as_items(was),
        was=list(zip(*(before[name] for name in columns), strict=True)),
        now=rows(after),
        columns=tuple(columns),
    )
    # An entry that has an id is that with the same id, whatever is beside it.
    shown = {"id", "words"} if parts == ["id"] else set(parts)
    return without_list(aligned(entries, change, read, shown), was)


def _longest(texts: Mapping[str, Sequence[str]]) -> int:
    """How many entries the columns of a list have, each of them the same number or none."""
    longest, most = max((len(entries), name) for name, entries in texts.items())
    for name, count in ((name, len(entries)) for name, entries in texts.items()):
        if count not in (longest, 0):
            raise CellRefused(
                name,
                f"there are {count} entries here, and {longest} in `{most}`",
                f"write one for each, with “; ” between them, and “{GAP}” where there is none",
            )
    return longest


def _no_gap(text: str) -> str | None:
    return None if text in ("", GAP) else text


def _updated(item: Plain, fields: Mapping[str, Plain]) -> Plain:
    whole = {**item, **fields} if isinstance(item, dict) else dict(fields)
    return {name: value for name, value in whole.items() if value is not None}


def aligned(
    entries: Entries,
    change: Callable[[Plain, CellTexts, CellTexts], Plain],
    read: Callable[[CellTexts], Plain],
    shown: Collection[str],
) -> list[Plain]:
    """The entries of the sheet that stay, those that change, and those that are new, in order.

    Where some were changed and others added or removed beside them, nothing says which is which: that
    is refused if the sheet has more of them than is `shown`.
    """
    items: list[Plain] = []
    if len(entries.items) != len(entries.was):
        found = "the sheet has it in another form than the table"
        raise CellRefused(entries.columns[0], found, "change it in the sheet")
    matcher = SequenceMatcher(None, entries.was, entries.now, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        kept = entries.items[start:end]
        if tag == "equal":
            items += kept
        elif end - start == last - first:
            pairs = zip(kept, entries.was[start:end], entries.now[first:last], strict=True)
            items += (change(*pair) for pair in pairs)
        elif tag == "replace" and any(_has_more(item, shown) for item in kept):
            raise CellRefused(
                entries.columns[0],
                "some entries were changed and others beside them added or removed",
                "do one of the two, and the other in the sheet",
            )
        else:
            items += map(read, entries.now[first:last])
    return items


def _has_more(item: Plain, shown: Collection[str]) -> bool:
    return isinstance(item, dict) and not set(item) <= set(shown)
