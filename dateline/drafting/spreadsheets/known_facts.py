"""What a spreadsheet is compared with: a briefing as it was read, as it is written, and as it is downloaded."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from dateline.checking.basis.evidence import ArticleText, passages_of
from dateline.drafting.spreadsheets.merging import Plain
from dateline.drafting.spreadsheets.named_rows import Downloaded
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.field_columns import field_columns, listed
from dateline.facts.kinds import SECTION_OF, Kind
from dateline.facts.origin import Key
from dateline.facts.records import RECORD_OF, Fact, Passage, Source
from dateline.frozen import dataclass
from dateline.problems import Position
from dateline.reading.content import Folder
from dateline.reading.encoding import decode
from dateline.reading.yaml_tree import (
    YamlField,
    YamlList,
    YamlMapping,
    YamlNode,
    YamlScalar,
    parse_tree,
)

KeyWay = tuple[Key, ...]


@dataclass(frozen=True, kw_only=True)
class KnownFacts:
    """`sheets` has the fields of each record as they are written, by its kind and its id."""

    briefing: Briefing
    sheets: Mapping[Kind, Mapping[str, Mapping[str, Plain]]]
    downloaded: Mapping[Kind, Downloaded]

    @cached_property
    def written(self) -> Mapping[str, Mapping[str, Plain]]:
        """Those of all sheets by their ids."""
        return {own: fields for records in self.sheets.values() for own, fields in records.items()}

    @cached_property
    def records(self) -> Mapping[str, Fact | Source]:
        kinds = (self.briefing.records(kind) for kind in RECORD_OF)
        return {record.id: record for records in kinds for record in records}

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """The kind of each record by its id, also of those that are not decided yet."""
        groups = {group.id: Kind.GROUP for group in self.briefing.groups}
        return groups | {own: kind for kind, records in self.sheets.items() for own in records}

    @cached_property
    def sources(self) -> frozenset[str]:
        return frozenset(source.id for source in self.briefing.sources)

    @cached_property
    def article(self) -> ArticleText:
        return ArticleText.of(self.briefing.article)

    def words(self, fact: Fact) -> tuple[str, ...]:
        """The words of a fact's passages, as the article has them; of a cell without its heads."""
        found = (self.article.find(passage) for passage in passages_of(fact))
        return tuple(self._text(spans[0]) for spans in found if len(spans) == 1)

    def _text(self, span: Span) -> str:
        return self.briefing.article.blocks[span.block].text[span.start : span.end]

    def has(self, words: str) -> bool:
        """Whether the article has these words, once."""
        return bool(words.strip()) and len(self.article.find(Passage(words=words))) == 1

    def cell_of(self, entry: str) -> dict[str, str] | None:
        """The heads of the cell of the article that a download writes as “Slovenia, 2024: 3.1”."""
        heads, _, words = entry.rpartition(": ")
        for comma in re.finditer(", ", heads):
            passage = {"row": heads[: comma.start()], "column": heads[comma.end() :]}
            if all(passage.values()):
                spans = self.article.find(Passage.model_validate(passage))
                if len(spans) == 1 and self._text(spans[0]) == words:
                    return passage
        return None


def read_written(
    folder: Folder, briefing: Briefing | None = None
) -> Mapping[Kind, Mapping[str, Mapping[str, Plain]]]:
    """The fields of every record with an id, by its kind and that id.

    With the `briefing`, also those whom it only names, and of whom the site's own sheet has all.
    """
    named = {kind: briefing.records(kind) if briefing else () for kind in SECTION_OF}
    lent = {
        kind: {record.id: {"id": record.id} for record in records if record.id in folder.shared}
        for kind, records in named.items()
    }
    return {kind: lent.get(kind, {}) | dict(_records(folder, kind)) for kind in RECORD_OF}


def _records(folder: Folder, kind: Kind) -> Iterator[tuple[str, Mapping[str, Plain]]]:
    text, _ = decode(folder.files.get(kind.sheet, b""), kind.sheet)
    tree = plain_of(parse_tree(text).root) if text else None
    entries = tree.get(kind.plural) if isinstance(tree, dict) else None
    for entry in entries or ():
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield entry["id"], entry


def own_rows(known: KnownFacts, kind: Kind) -> Iterator[dict[str, str]]:
    """The rows of a table without what is worked out for it."""
    for record in known.briefing.records(kind):
        row = {column.name: column.cell(record) for column in field_columns(RECORD_OF[kind])}
        yield row | ({"evidence": listed(known.words(record))} if isinstance(record, Fact) else {})


def plain_of(node: YamlNode | None) -> Plain:
    if isinstance(node, YamlMapping):
        return {name: plain_of(field.value) for name, field in node.fields.items()}
    if isinstance(node, YamlList):
        return [plain_of(item) for item in node.items]
    return node.text if node else None


def node_of(value: Plain, place: Callable[[KeyWay], Position], way: KeyWay = ()) -> YamlNode:
    """The value as the reader takes it, each part at its place in the spreadsheet."""
    position = place(way)
    if isinstance(value, Mapping):
        return YamlMapping(fields=dict(_fields(value, place, way)), position=position)
    if isinstance(value, list):
        items = (node_of(item, place, (*way, number)) for number, item in enumerate(value))
        return YamlList(items=tuple(items), position=position)
    return YamlScalar(text=value, position=position)


def _fields(
    value: Mapping[str, Plain], place: Callable[[KeyWay], Position], way: KeyWay
) -> Iterator[tuple[str, YamlField]]:
    for name, inner in value.items():
        step = (*way, name)
        yield name, YamlField(key=place(step), value=node_of(inner, place, step))
