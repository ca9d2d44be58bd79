"""What the columns of other tables are called, and which of ours each of them is."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from dateline.facts.kinds import Kind

# The page of a fact's source on the web, which is a field of the source.
SOURCE_ADDRESS: Final = "source address"
# The last day of what the date begins.
DATE_END: Final = "date end"


def _read(table: str) -> dict[str, str]:
    """Each other name with the column that it means."""
    lines = (line.split(":") for line in table.strip().splitlines())
    return {
        other.strip(): column.strip() for column, others in lines for other in others.split(",")
    }


_COMMON: Final = _read("""
    source: sources, sourced from, reference, references
    source address: url, link, source url, source link, href
    topic: category, categories, tag, tags, topics
    evidence: exact words, passage
    by: claimed by, according to
    caveat: caution
""")
_NAMES: Final[Mapping[Kind, Mapping[str, str]]] = {
    Kind.EVENT: _read("""
        title: headline, event, what, what happened, name, heading
        date: day, when, start, start date, begin, from
        date end: end, end date, until, to
        time: hour, start time, clock
        summary: description, text, details, detail, body
        place: location, where, city, town, venue
        who: people, persons, participants, involved
        topic: group
        evidence: quote, words
    """),
    Kind.FIGURE: _read("""
        label: name, title, indicator, measure, what, metric
        value: number, amount, figure, count, total
        unit: units, currency
        kind: type, sort
        as_of: date, day, when
        period: year, month
        description: text, details, definition
        evidence: quote, words
    """),
    Kind.PERSON: _read("""
        name: person, full name, who
        role: position, office, job, job title, function, title
        organisation: organization, party, affiliation, employer, body, company
        why: relevance, reason, importance
        aliases: also known as, alias, other names
        evidence: quote, words
    """),
    Kind.ORGANISATION: _read("""
        name: organization, organisation, body, company, institution
        what: type, kind, description, sort
        why: relevance, reason
        aliases: also known as, alias, abbreviation, acronym, other names
        evidence: quote, words
    """),
    Kind.PLACE: _read("""
        name: title, place, location, city, town, label
        what: type, kind, description, tooltip
        latitude: lat, y
        longitude: lon, lng, long, x
        evidence: quote, words
    """),
    Kind.QUOTATION: _read("""
        words: quote, quotation, said, statement, text
        speaker: who, person, said by, name, by whom
        said_on: date, day, when
        about: subject, context, description
    """),
    Kind.SOURCE: _read("""
        title: name, source, headline, document
        publisher: outlet, newspaper, published by, medium
        author: authors, by, written by
        address: url, link, href, web address
        published: date, publication date
        accessed: retrieved, access date, read on
        kind: type
        note: notes, comment, remark
    """),
}
# A table without a telling name is of the first kind of which it has these columns.
_TELLING: Final[tuple[tuple[Kind, tuple[str, ...]], ...]] = (
    (Kind.QUOTATION, ("words", "speaker")),
    (Kind.PLACE, ("name", "latitude", "longitude")),
    (Kind.FIGURE, ("label", "value")),
    (Kind.PERSON, ("name", "role")),
    (Kind.EVENT, ("title", "date")),
    (Kind.SOURCE, ("title", "address")),
    (Kind.SOURCE, ("title", "publisher")),
    (Kind.ORGANISATION, ("name", "what")),
)
_WORDS: Final = re.compile(r"[a-z]+")


def columns_meant(
    head: Iterable[str], kind: Kind, known: Collection[str]
) -> tuple[str | None, ...]:
    """The column of downloads that each name is: itself, or another name of it that nobody has taken."""
    names = [_plain(name) for name in head]
    own = [_underscored(name) if _underscored(name) in known else None for name in names]
    meant: list[str | None] = []
    others = {**_COMMON, **_NAMES[kind]}
    if kind == Kind.SOURCE:
        others = dict(_NAMES[kind])
    for name, column in zip(names, own, strict=True):
        other = column or others.get(name)
        is_free = column is not None or other not in (*own, *meant)
        meant.append(other if is_free else None)
    return tuple(meant)


def telling_kind(head: Collection[str], known: Mapping[Kind, Collection[str]]) -> Kind | None:
    """The kind of fact that the columns tell."""
    for kind, columns in _TELLING:
        if set(columns) <= set(columns_meant(head, kind, known[kind])):
            return kind
    return None


def telling_columns() -> str:
    """What a table needs, in words."""
    return "; ".join(f"{' and '.join(columns)} for {kind.plural}" for kind, columns in _TELLING)


def kind_named(name: str, kinds: Iterable[Kind]) -> Kind | None:
    """The kind that a file or a worksheet is named after: events, event or timeline."""
    words = set(_WORDS.findall(name.lower().replace("organiz", "organis")))
    named = [kind for kind in kinds if not words.isdisjoint({kind, kind.plural, kind.table})]
    return named[0] if len(named) == 1 else None


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name.strip().lower())


def _underscored(name: str) -> str:
    return name.replace(" ", "_")
