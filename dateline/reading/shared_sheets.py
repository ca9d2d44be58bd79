"""The site’s own people.yaml, organisations.yaml and places.yaml, and what of them each briefing may take. No I/O."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final

from dateline.facts.described import fields_of
from dateline.facts.kinds import Kind, fact_kind_of
from dateline.facts.records import Record
from dateline.facts.rings import check_rings
from dateline.facts.shared_records import (
    SHARED_SHEETS,
    SharedOrganisation,
    SharedPerson,
    SharedRecord,
)
from dateline.facts.wording import even, find_words
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Related, Rule, sort_problems
from dateline.reading.briefing_files import ids_in, limit_repetition, without_entries
from dateline.reading.content import (
    ARTICLE,
    SHARED,
    AsWritten,
    Folder,
    SharedEntry,
    SiteSource,
    unportable_name,
)
from dateline.reading.encoding import MAX_BYTES, decode
from dateline.reading.lending import listed
from dateline.reading.validation import parse_record
from dateline.reading.yaml_tree import YamlList, YamlMapping, YamlNode, YamlScalar, parse_tree


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSheets:
    """What all briefings share: the records by their kind, and `entries`, of which a briefing takes some.

    `removed` are ids whose page is no more. `digest` is that of the files.
    """

    digest: str = ""
    entries: Mapping[str, SharedEntry] = field(default_factory=dict)
    records: tuple[SharedRecord, ...] = ()
    removed: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


_NONE: Final = SharedSheets()


def share_records(source: SiteSource) -> SiteSource:
    """The content with what each briefing may take of the site's own sheets, and what is wrong with these."""
    shared = parse_shared_sheets(source)
    ids = frozenset(name.encode() for name in shared.entries)
    folders = tuple(_sharing(folder, shared, ids) for folder in source.folders)
    problems = sort_problems((*source.problems, *shared.problems))
    return replace(source, folders=folders, problems=problems)


def share_names(source: SiteSource) -> Folder:
    """The only folder, with those of the site's records, too, whom its article names."""
    (folder,) = source.folders
    text, _problems = decode(folder.files.get(ARTICLE, b""), ARTICLE)
    words = even(text.content) if text else None
    named = {
        own: entry
        for own, entry in parse_shared_sheets(source).entries.items()
        if words and any(find_words(even(name), words) for name in _names(entry))
    }
    return replace(folder, shared={**named, **folder.shared})


def _names(entry: SharedEntry) -> Iterator[str]:
    for field_name in ("name", "aliases"):
        value = entry.fields.get(field_name) if entry.fields else None
        yield from (name for name in listed(value) if isinstance(name, str))


def _sharing(folder: Folder, shared: SharedSheets, ids: frozenset[bytes]) -> Folder:
    if folder.shared_from == shared.digest:
        return folder
    taken = {name: shared.entries[name] for name in folder.may_name(ids)}
    if taken == folder.shared:
        object.__setattr__(folder, "shared_from", shared.digest)
        return folder
    return replace(folder, shared=taken, shared_from=shared.digest)


def parse_shared_sheets(source: SiteSource) -> SharedSheets:
    files = tuple((name, source.words[name]) for name in SHARED if name in source.words)
    return _parse(files, source.shown_as) if files else _NONE


@lru_cache(maxsize=2)  # the preview asks again at each save
def _parse(files: tuple[tuple[str, bytes], ...], folder: str) -> SharedSheets:
    whole = sha256(repr(files).encode()).hexdigest()
    sheets = [_parse_sheet(fact_kind_of(name), data, f"{folder}/{name}") for name, data in files]
    entries: dict[str, SharedEntry] = {}
    for sheet in sheets:
        entries = {**sheet.entries, **entries}
    records = tuple(record for sheet in sheets for record in sheet.records)
    found = [problem for sheet in sheets for problem in sheet.problems]
    bodies = [record for record in records if isinstance(record, SharedOrganisation)]
    found += [*_check_ids(sheets), *_check_references(records, entries)]
    found += check_rings(bodies, "part_of")
    return SharedSheets(
        digest=whole,
        entries=entries,
        records=records,
        removed={sheet.kind: sheet.removed for sheet in sheets},
        problems=limit_repetition(found),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    kind: Kind
    entries: Mapping[str, SharedEntry] = field(default_factory=dict)
    records: tuple[SharedRecord, ...] = ()
    removed: tuple[str, ...] = ()
    places: tuple[tuple[str, Position], ...] = ()
    problems: tuple[Problem, ...] = ()


def _parse_sheet(kind: Kind, data: bytes, path: str) -> _Sheet:
    model, inner = SHARED_SHEETS[kind.sheet]
    text, problems = decode(data, path)
    if text is None:
        return _Sheet(
            kind=kind,
            entries=_unread(kind, data[:MAX_BYTES].decode("utf-8", "replace")),
            problems=problems,
        )
    tree = parse_tree(text)
    whole: Any = parse_record(model, without_entries(tree.root, kind.plural), Position(path=path))
    problems = (*problems, *tree.problems, *whole.problems)
    records: list[SharedRecord] = []
    entries = _unread(kind, text.content) if tree.lost else {}
    for node in _entries(tree.root, kind.plural):
        parsed = parse_record(inner, node, node.position)
        problems = (*problems, *parsed.problems)
        if parsed.record:
            records.append(parsed.record)
        if own := _id_of(node):
            entries.setdefault(own, SharedEntry(kind, None))
            if parsed.record and entries[own].fields is None:
                entries[own] = SharedEntry(kind, _as_written(node))
    removed: tuple[str, ...] = whole.record.removed if whole.record else ()
    gone = [(own, whole.record.origin.of("removed", at)) for at, own in enumerate(removed)]
    return _Sheet(
        kind=kind,
        entries=entries,
        records=tuple(records),
        removed=removed,
        places=(*_places(records), *gone),
        problems=problems,
    )


def _unread(kind: Kind, text: str) -> dict[str, SharedEntry]:
    return {name: SharedEntry(kind, None) for name in sorted(ids_in(text))}


def _entries(root: YamlNode | None, name: str) -> Iterator[YamlNode]:
    written = root.fields.get(name) if isinstance(root, YamlMapping) else None
    if written and isinstance(written.value, YamlList):
        yield from written.value.items


def _id_of(node: YamlNode) -> str | None:
    written = node.fields.get("id") if isinstance(node, YamlMapping) else None
    return written.value.text if written and isinstance(written.value, YamlScalar) else None


def _as_written(node: YamlNode) -> Any:
    if isinstance(node, YamlMapping):
        return {name: _as_written(written.value) for name, written in node.fields.items()}
    if isinstance(node, YamlList):
        items: list[AsWritten] = [_as_written(item) for item in node.items]
        return items
    return node.text


# What is wrong across the sheets


def _places(records: Iterable[SharedRecord]) -> Iterator[tuple[str, Position]]:
    """Every id that has, or had, a page."""
    for record in records:
        yield record.id, record.origin.of("id")
        for number, former in enumerate(record.formerly):
            yield former, record.origin.of("formerly", number)


def _check_ids(sheets: Iterable[_Sheet]) -> Iterator[Problem]:
    """Every id is that of one record, or was, and can be an address."""
    first: dict[str, Position] = {}
    for own, position in (place for sheet in sheets for place in sheet.places):
        for problem in unportable_name(own, position):
            fix = "write another id, of 80 characters at most"
            yield replace(problem, rule=Rule.ID_FORM, fix=fix)
        if (other := first.setdefault(own, position)) is not position:
            found, fix = f"the id ‘{own}’ is taken", "give the newer one another id"
            related = (Related(position=other, note="the other"),)
            yield Problem(position, Rule.ID_DUPLICATE, found, fix, related)


def _check_references(
    records: Iterable[SharedRecord], entries: Mapping[str, SharedEntry]
) -> Iterator[Problem]:
    """What a record is a part of, or acts for, is in the site's sheets too."""
    for record in records:
        inner = record.roles if isinstance(record, SharedPerson) else ()
        for each in (record, *inner):
            yield from _check_reference(each, entries)


def _check_reference(record: Record, entries: Mapping[str, SharedEntry]) -> Iterator[Problem]:
    for each in (each for each in fields_of(type(record)) if each.refers_to):
        for name in each.values(record):
            entry = entries.get(name)
            if entry is None or entry.kind not in each.refers_to:
                sheet = each.refers_to[0].sheet
                found = f"the site’s own sheets have no {each.refers_to[0]} ‘{name}’"
                fix = f"add it to {sheet} beside this file, or remove `{each.written}:`"
                position = record.origin.of(each.written)
                yield Problem(position, Rule.REFERENCE_UNKNOWN, found, fix)
