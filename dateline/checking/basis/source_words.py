"""Whether the words that a fact takes from a source are in its text, where the newsroom keeps that."""

from collections.abc import Iterator
from functools import cache, lru_cache

from dateline.checking.basis.fact_words import or_waive
from dateline.checking.basis.nearest import Sentences, differences, find_nearest
from dateline.facts.article import Block
from dateline.facts.briefing import Briefing, StoredSource
from dateline.facts.described import DescribedField, fields_of
from dateline.facts.origin import NOWHERE, Origin
from dateline.facts.records import Fact, Quotation, Record, SourceRef
from dateline.facts.wording import Wording, even, find_evened
from dateline.problems import Position, Problem, Related, Rule


def check_source_words(fact: Fact, briefing: Briefing) -> Iterator[Problem]:
    """The `words` of each of its sources, and what it quotes from one, are in that source's text."""
    for words, source, position in _taken(fact):
        if (stored := briefing.source_texts.get(source)) and not _has(stored.text, words):
            yield _not_in_source(words, source, stored, position)


def _has(text: str, words: str) -> bool:
    return any(True for _ in find_evened(even(words), _evened(text)))


# Asked for by each fact that was taken from the source.
@lru_cache(maxsize=16)
def _evened(text: str) -> Wording:
    return even(text)


def _taken(fact: Fact) -> Iterator[tuple[str, str, Position]]:
    """What a fact takes word for word from a source: the words, the source's id, and where it says so."""
    for reference, position in source_references(fact):
        if reference.words:
            yield reference.words, reference.id, position
    if isinstance(fact, Quotation):
        parts = [passage.words for passage in fact.evidence if passage.words] or [fact.words]
        named = [reference.id for reference in fact.source if not reference.words]
        yield from ((words, source, fact.origin.of("words")) for source in named for words in parts)


def source_references(
    record: Record, position: Position = NOWHERE.position
) -> Iterator[tuple[SourceRef, Position]]:
    """Every reference to a source in a record and in the records within it, and where it is."""
    here = Origin(position=position) if record.origin == NOWHERE else record.origin
    for field in _fields_with_records(type(record)):
        for number, value in enumerate(field.values(record)):
            where = here.of(field.written, *([number] if field.many else []))
            if isinstance(value, SourceRef):
                own = value.origin
                yield value, where if own == NOWHERE else own.of("words")
            else:
                yield from source_references(value, where)


@cache
def _fields_with_records(record: type[Record]) -> list[DescribedField]:
    return [field for field in fields_of(record) if field.is_record]


def _lines(stored: StoredSource) -> Iterator[tuple[Block, Wording]]:
    for number, text in enumerate(stored.text.split("\n"), start=1):
        if text.strip():
            at = ((0, Position(path=stored.path, line=number)),)
            block = Block(number=number, kind="paragraph", text=text, paragraph=0, positions=at)
            yield block, even(text)


def _not_in_source(words: str, source: str, stored: StoredSource, position: Position) -> Problem:
    near = find_nearest(words, Sentences.of(_lines(stored)))
    related: tuple[Related, ...] = ()
    fix = "copy the words from the source’s text"
    if near:
        related = (
            Related(position=near.block.position(near.start), note=f"nearest: “{near.text}”"),
        )
        unlike = differences(words, near.text) if near.is_close else ""
        fix = f"{unlike}: {fix}" if unlike else fix
    found = f"the words are not in the text of source ‘{source}’: “{words}”"
    return Problem(
        position, Rule.SOURCE_WORDS, found, f"{fix}, {or_waive(Rule.SOURCE_WORDS)}", related
    )
