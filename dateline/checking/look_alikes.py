"""Letters that look like those beside them, in texts and names: a Cyrillic “а” in a Latin word."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from dateline.facts.alphabets import StrangeLetter, strange_letters
from dateline.facts.article import Article
from dateline.facts.described import DescribedField, Reads, fields_of
from dateline.facts.origin import Key
from dateline.facts.records import Record
from dateline.facts.site_records import Site
from dateline.problems import Position, Problem, Rule

# Words that the article or a source has, and names that authors.yaml has: there it is reported.
_COPIED: Final = frozenset({"words", "before", "after", "row", "column", "table", "authors"})


def check_look_alikes(record: Record) -> Iterator[Problem]:
    for field in _looked_at(type(record)):
        if field.written in record.origin.lent:
            continue  # it is reported in the site's own sheet
        for number, value in enumerate(field.values(record)):
            if isinstance(value, Record):
                yield from check_look_alikes(value)
            else:
                path: tuple[Key, ...] = (field.written, *([number] if field.many else []))
                yield from check_look_alikes_in(record, path, value)


def check_look_alikes_in(record: Record, path: tuple[Key, ...], text: str) -> Iterator[Problem]:
    for strange in strange_letters(text):
        yield _problem(record.origin.inside(*path, text=text, offset=strange.offset), strange)


def check_look_alikes_of_text(article: Article) -> Iterator[Problem]:
    for block in article.blocks:
        for strange in strange_letters(block.text):
            yield _problem(block.position_in_word(strange.offset), strange)


def check_look_alikes_of_site(
    site: Site, texts: Mapping[str, Article], shared: Iterable[Record] = ()
) -> Iterator[Problem]:
    """In the settings, and in what the site has besides its briefings: `shared` are those of its own sheets."""
    for record in (site, *site.own.authors, *site.own.pages.values(), *shared):
        yield from check_look_alikes(record)
    for text in texts.values():
        yield from check_look_alikes_of_text(text)


@cache
def _looked_at(record: type[Record]) -> tuple[DescribedField, ...]:
    """The fields of a record in which people write words, or that have other records in them."""
    return tuple(field for field in fields_of(record) if field.is_record or _has_words(field))


def _has_words(field: DescribedField) -> bool:
    reads = field.mark(Reads)
    return reads is not None and reads.words == "text" and field.written not in _COPIED


def _problem(position: Position, strange: StrangeLetter) -> Problem:
    found = f"letter {strange.number} of “{strange.word}” is {strange.name}, of another alphabet"
    return Problem(position, Rule.TEXT_LETTERS, found, "delete the word and type it again")
