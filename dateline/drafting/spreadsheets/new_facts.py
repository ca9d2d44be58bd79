"""Rows of facts that no sheet has: proposals, undecided where a row does not say all that a fact has."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.drafting.spreadsheets.cell_entries import split_entries
from dateline.drafting.spreadsheets.comparing import (
    EVIDENCE,
    CellChange,
    FactChange,
    RowFindings,
    check_fields,
)
from dateline.drafting.spreadsheets.known_facts import KnownFacts
from dateline.drafting.spreadsheets.merging import (
    CellRefused,
    Plain,
    as_items,
    merge_field,
    without_list,
)
from dateline.drafting.spreadsheets.named_rows import NamedRow
from dateline.drafting.spreadsheets.row_ids import RowOfFact
from dateline.facts.described import DescribedField, fields_of
from dateline.facts.field_columns import GAP, FieldColumn, field_columns
from dateline.facts.kinds import Kind
from dateline.facts.records import RECORD_OF, Fact, Source
from dateline.frozen import dataclass
from dateline.problems import Problem, Rule
from dateline.reading.proposals import DECIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFact:
    """A row as a record: `fields` as the sheet will have them, `remark` for what no field could take."""

    row: NamedRow
    kind: Kind
    id: str
    fields: Mapping[str, Plain]
    remark: str = ""

    @property
    def asks(self) -> tuple[str, ...]:
        return tuple(self.fields.get(DECIDE) or ())


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesOfFacts:
    """The kinds of every id, and the ids of what is called so, with those of the rows."""

    kinds: Mapping[str, Kind]
    ids: Mapping[str, Sequence[str]]
    source: str | None = None

    @property
    def sources(self) -> frozenset[str]:
        return frozenset(own for own, kind in self.kinds.items() if kind == Kind.SOURCE)

    def id_of(self, written: str, kinds: Sequence[Kind]) -> str | None:
        """The id that is meant by an id or by a name; None where it is not known, or not of a kind."""
        if self.kinds.get(written) in kinds:
            return written
        fitting = [own for own in self.ids.get(written.casefold(), ()) if self.kinds[own] in kinds]
        return fitting[0] if len(fitting) == 1 else None


def propose_row(
    found: RowOfFact, names: NamesOfFacts, known: KnownFacts, into: RowFindings
) -> NewFact | None:
    """The new fact of a row; None where a cell is refused."""
    row, kind = found.row, found.kind
    resolved, unknown = _resolved(row, kind, names)
    try:
        fields = dict(_fields(resolved, kind, known, names))
    except CellRefused as error:
        text = f"{kind} ‘{found.id}’, {error.column}: {error.found}"
        place = row.place(error.column)
        into.problems.append(Problem(place, Rule.FIELD_VALUE, text, error.fix, fact=found.id))
        return None
    fields = {"id": found.id, **fields}
    asks = tuple(dict.fromkeys([*unknown, *_asks(kind, fields, known)]))
    problems = check_fields(kind, {}, fields, row)
    into.problems += (problem for problem in problems if problem.rule != Rule.FIELD_MISSING)
    if asks:
        fields = {"id": found.id, DECIDE: list(asks), **fields}
    remark = "; ".join(f"{name}: “{text}”" for name, text in unknown.items())
    return NewFact(row=row, kind=kind, id=found.id, fields=fields, remark=remark)


def _resolved(
    row: NamedRow, kind: Kind, names: NamesOfFacts
) -> tuple[Mapping[str, str], dict[str, str]]:
    """The cells with ids for names, and, by their fields, those that name what nobody knows."""
    cells, unknown = dict(row.cells), dict[str, str]()
    for column in field_columns(RECORD_OF[kind]):
        kinds, cell = column.described.refers_to, row.cells.get(column.name, "").strip()
        if not (kinds and cell) or column.is_written_whole:
            continue
        entries = split_entries(cell) if column.field.many else [cell]
        ids = [entry if entry == GAP else names.id_of(entry, kinds) for entry in entries]
        if None in ids:
            unknown[column.field.written] = cell
        gap = GAP if column.part and column.described.written != "id" else None
        kept = (own or gap for own in ids)
        cells[column.name] = "; ".join(own for own in kept if own)
    return cells, unknown


def _fields(
    cells: Mapping[str, str], kind: Kind, known: KnownFacts, names: NamesOfFacts
) -> Iterator[tuple[str, Plain]]:
    model = RECORD_OF[kind]
    by_field: dict[str, dict[str, FieldColumn]] = {}
    for column in field_columns(model):
        by_field.setdefault(column.field.written, {})[column.name] = column
    for described in sorted(fields_of(model), key=_place):
        columns = by_field.get(described.written, {})
        texts = {name: ((), cells.get(name, "").strip()) for name in columns}
        if described.written == EVIDENCE:
            words = _passages(cells.get(EVIDENCE, ""), known)
            value = without_list(words, None)
        elif described.written in ("id", "picture") or not any(cell for _, cell in texts.values()):
            value = None
        else:
            value = merge_field(described, columns, None, texts, names.sources)
        if value is None and described.written == "source" and not issubclass(model, Source):
            value = None if _rests(cells) else names.source
        if value is not None and value != _default(described):
            yield described.written, value


def _place(described: DescribedField) -> tuple[bool, bool]:
    """What a fact is comes before what it rests on, and the words of the article last."""
    return described.written in Fact.model_fields, described.written == EVIDENCE


def _default(described: DescribedField) -> str | None:
    """What a field is that is not written, as the weight of an event."""
    return "normal" if described.written == "weight" else None


def _rests(cells: Mapping[str, str]) -> bool:
    return any(cells.get(name, "").strip() for name in (EVIDENCE, "source", "derived"))


def _passages(cell: str, known: KnownFacts) -> list[Plain]:
    """The passages of a cell: the longest runs of its entries that the article has once."""
    entries, passages = split_entries(cell), list[Plain]()
    while entries:
        runs = ("; ".join(entries[:count]) for count in range(len(entries), 0, -1))
        words = next(filter(known.has, runs), entries[0])
        passages.append(words if known.has(words) else known.cell_of(words) or words)
        entries = entries[words.count("; ") + 1 :]
    return passages


def _asks(kind: Kind, fields: Mapping[str, Plain], known: KnownFacts) -> Iterator[str]:
    """The fields that a human must fill in, or look at."""
    for described in fields_of(RECORD_OF[kind]):
        if described.needed and fields.get(described.written) is None:
            yield described.written
    if kind == Kind.EVENT and not {"date", "expected", "after"} & fields.keys():
        yield "date"
    if kind == Kind.SOURCE:
        return
    passages = as_items(fields.get(EVIDENCE))
    if kind == Kind.QUOTATION and not passages and known.has(str(fields.get("words", "-"))):
        return
    rests = passages or fields.get("source") or fields.get("derived")
    lost = [words for words in passages if isinstance(words, str) and not known.has(words)]
    if lost or not rests:
        yield EVIDENCE


def changed_proposal(new: NewFact, written: Mapping[str, Plain]) -> FactChange | None:
    """What a row changes of a record that is in a sheet and not decided yet."""
    fields = {
        name: value
        for name, value in new.fields.items()
        if name not in ("id", DECIDE)
        and as_items(value) != as_items(written.get(name))
        and new.row.cells.get(name)
    }
    cells = tuple(
        CellChange(
            position=new.row.place(name),
            column=name,
            was=str(written.get(name) or ""),
            now=new.row.cells[name].strip(),
        )
        for name in fields
    )
    return FactChange(kind=new.kind, id=new.id, cells=cells, fields=fields) if fields else None
