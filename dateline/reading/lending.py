"""What a briefing’s sheets take from those of its site: the record of the same id, or all of one that they only name.

What was lent is where the briefing names it, so that a problem is in the briefing that it concerns, wherever
the site’s sheet has the record today.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any, Final

from dateline.facts.article import Article
from dateline.facts.dates import first_day, last_day, parse_date
from dateline.facts.described import fields_of
from dateline.facts.invalid import InvalidValueError
from dateline.facts.kinds import Kind
from dateline.facts.origin import NOWHERE, Origin
from dateline.facts.records import Person, Record
from dateline.facts.wording import even, find_words
from dateline.frozen import dataclass
from dateline.problems import Position
from dateline.reading.content import AsWritten, SharedEntry
from dateline.reading.yaml_tree import YamlField, YamlList, YamlMapping, YamlNode, YamlScalar

# Fields of a site’s record that a briefing’s takes where it has none of its own, and those it adds to.
_LENT: Final = ("name", "original", "why", "what", "part_of")
_ADDED: Final = ("aliases", "same_as")
_POINT: Final = ("latitude", "longitude")
# What readers see as the text of the story comes first.
_TEXT: Final = ("paragraph", "item", "quote")
# Words before a name that tell it from the same name elsewhere.
_BEFORE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Lender:
    """The records of the site that a briefing may take, by their ids, and the day and text that say what of them."""

    entries: Mapping[str, SharedEntry] = field(default_factory=dict)
    published: dt.date | None = None
    article: Article | None = None
    title: str = ""

    def entry(self, node: YamlNode, kind: Kind) -> SharedEntry | None:
        """The site’s record with the id of the node, if it is of the same kind."""
        written = node.fields.get("id") if isinstance(node, YamlMapping) else None
        own = written.value.text if written and isinstance(written.value, YamlScalar) else None
        entry = self.entries.get(own or "")
        return entry if entry and entry.kind == kind else None

    def lend(self, node: YamlMapping, fields: Mapping[str, AsWritten]) -> YamlMapping:
        """The record with what the site’s has besides."""
        lent: dict[str, AsWritten] = {name: fields[name] for name in _LENT if fields.get(name)}
        if all(fields.get(name) for name in _POINT) and node.fields.keys().isdisjoint(_POINT):
            lent |= {name: fields[name] for name in _POINT}
        if "role" not in node.fields:
            lent |= role_on(self.published, fields.get("roles"))
        here = node.position
        taken = {
            name: YamlField(key=here, value=_node_at(value, here))
            for name, value in lent.items()
            if name not in node.fields
        }
        whole = replace(node, fields={**node.fields, **taken}, lent=frozenset(taken))
        for name in _ADDED:
            whole = self._add(whole, name, fields.get(name))
        if node.fields.keys().isdisjoint(("evidence", "source")):
            whole = self._with_evidence(whole)
        return whole

    def _add(self, node: YamlMapping, name: str, plain: AsWritten) -> YamlMapping:
        written = node.fields.get(name)
        own = _items(written.value) if written else ()
        known = {item.text for item in own if isinstance(item, YamlScalar)}
        more = [
            text
            for text in listed(plain)
            if text not in known and (name != "aliases" or self._has(text))
        ]
        if not more:
            return node
        items = (*own, *(_node_at(text, node.position) for text in more))
        value = YamlList(items=items, position=written.value.position if written else node.position)
        key = written.key if written else node.position
        return replace(node, fields={**node.fields, name: YamlField(key=key, value=value)})

    def _has(self, name: object) -> bool:
        """Whether the article, or its headline, has a name."""
        texts = (*(self.article.texts if self.article else ()), self.title)
        return isinstance(name, str) and any(find_words(even(name), even(text)) for text in texts)

    def _with_evidence(self, node: YamlMapping) -> YamlMapping:
        """The record with the words that first name it in the article, if any do."""
        names = [text for name in ("name", "aliases") for text in _texts(node.fields.get(name))]
        passage = next(filter(None, map(self._first, names)), None)
        if passage is None:
            return node
        evidence = YamlField(key=node.position, value=_node_at(passage, node.position))
        return replace(node, fields={**node.fields, "evidence": evidence})

    def _first(self, name: str) -> dict[str, AsWritten] | None:
        """The passage of the article that first has a name."""
        blocks = self.article.blocks if self.article else ()
        for block in (block for block in blocks if block.kind in _TEXT):
            for start, end in find_words(even(name), even(block.text)):
                passage: dict[str, AsWritten] = {"words": block.text[start:end]}
                if before := _last_words(block.text[:start]):
                    return {**passage, "before": before}
                after = _last_words(block.text[end:][::-1])[::-1]
                return {**passage, "after": after} if after else passage
        return None


def _last_words(text: str) -> str:
    """The end of a text, from the beginning of a word on."""
    if len(text) <= _BEFORE:
        return text.strip()
    return text[-_BEFORE:].partition(" ")[2].strip()


def role_on(day: dt.date | None, roles: AsWritten) -> dict[str, AsWritten]:
    """The role that a person has on a day, the last of several, with its organisation."""
    found: dict[str, AsWritten] = {}
    for role in listed(roles):
        fields = {"role": role} if isinstance(role, str) else role
        if isinstance(fields, dict) and _holds(fields.get("dates"), day):
            found = {name: value for name, value in fields.items() if name != "dates" and value}
    return found


def _holds(dates: AsWritten, day: dt.date | None) -> bool:
    if not isinstance(dates, str):
        return True
    try:
        date = parse_date(dates)
    except InvalidValueError:
        return False
    first, last = first_day(date), last_day(date)
    return day is not None and (first or day) <= day <= (last or day)


def listed(plain: AsWritten) -> list[AsWritten]:
    if plain is None:
        return []
    return plain if isinstance(plain, list) else [plain]


def _items(node: YamlNode) -> tuple[YamlNode, ...]:
    if isinstance(node, YamlList):
        return node.items
    return () if isinstance(node, YamlScalar) and node.text is None else (node,)


def _texts(field: YamlField | None) -> list[str]:
    items = _items(field.value) if field else ()
    return [item.text for item in items if isinstance(item, YamlScalar) and item.text]


def _node_at(plain: AsWritten, position: Position) -> YamlNode:
    if isinstance(plain, dict):
        fields = plain.items()
        return YamlMapping(
            fields={
                name: YamlField(key=position, value=_node_at(value, position))
                for name, value in fields
            },
            position=position,
        )
    if isinstance(plain, list):
        return YamlList(items=tuple(_node_at(item, position) for item in plain), position=position)
    return YamlScalar(text=plain, position=position)


# What the briefing only names


def only_named(
    records: Iterable[Record], entries: Mapping[str, SharedEntry], known: Iterable[str]
) -> Iterator[tuple[Kind, YamlMapping]]:
    """A record of its id alone for each of the site’s that these refer to and the briefing has none of."""
    seen = {*known}
    for name, position, kinds in (each for record in records for each in _references(record)):
        entry = entries.get(name)
        if entry and entry.kind in kinds and name not in seen:
            seen.add(name)
            own = YamlField(key=position, value=YamlScalar(text=name, position=position))
            yield entry.kind, YamlMapping(fields={"id": own}, position=position)


def _references(
    record: Record, position: Position = NOWHERE.position
) -> Iterator[tuple[str, Position, tuple[Kind, ...]]]:
    here = Origin(position=position) if record.origin == NOWHERE else record.origin
    for each in fields_of(type(record)):
        if not (each.refers_to or each.is_record) or is_lent(record, each.name):
            continue
        for number, value in enumerate(each.values(record)):
            where = here.of(each.written, *([number] if each.many else []))
            if each.refers_to:
                yield value, where, each.refers_to
            else:
                yield from _references(value, where)


def is_lent(record: Record, name: str) -> bool:
    """Whether a field has what the site’s sheet has, and not what the briefing’s sheet says."""
    return name in record.origin.lent


def without_strangers(record: Any, known: frozenset[str]) -> Any:
    """A record without the organisation that was lent to it, where the briefing does not have that."""
    name = "organisation" if isinstance(record, Person) else "part_of"
    other = getattr(record, name, None)
    if other is None or other in known or not is_lent(record, name):
        return record
    return record.model_copy(update={name: None})
