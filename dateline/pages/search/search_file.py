"""What search reads of a briefing: a file beside its pages, and the terms by which the site finds it.

The file calls `found` (static/search/): a script is loaded from a disk too, where data cannot be.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.facts.date_phrases import date_heading
from dateline.facts.dates import Date, show_date
from dateline.facts.kinds import Kind
from dateline.facts.records import (
    Event,
    Fact,
    Figure,
    Named,
    Organisation,
    Person,
    Place,
    Quotation,
    Source,
)
from dateline.pages import addresses
from dateline.pages.cards.figure_values import as_revised, is_disputed, numeral_of, values_where
from dateline.pages.edition import Edition
from dateline.pages.machines.as_json import to_json
from dateline.pages.operands import figures_with_cards
from dateline.pages.search.folding import terms_of
from dateline.pages.search.term_lines import term_lines
from dateline.words import _, spoken

# The letter of each kind in the file, in the order of its lists.
LETTERS: Final = {
    Kind.EVENT: "e",
    Kind.FIGURE: "f",
    Kind.QUOTATION: "q",
    Kind.PERSON: "p",
    Kind.ORGANISATION: "o",
    Kind.PLACE: "l",
    Kind.SOURCE: "s",
}
# What the script calls an article, which is no fact.
ARTICLE: Final = "a"


class Searched(NamedTuple):
    """A fact or a source: what it is called, a line below, other words that find it, and where its words are.

    `start` and `length` are those of its words in the text of the article, and zero without any.
    """

    id: str
    title: str
    note: str
    start: int
    length: int
    more: str


def search_file(edition: Edition) -> dict[str, bytes]:
    """The file, by its path in the site."""
    front, slug = edition.briefing.front, edition.briefing.slug
    facts = {
        letter: [_short(fact) for fact in facts] for letter, facts in searched(edition).items()
    }
    data = [
        front.title,
        front.standfirst,
        front.published.isoformat(),
        edition.language,
        edition.whole_text,
        facts,
    ]
    return {addresses.search_file(slug): script_of(slug, data)}


def script_of(name: str, data: object) -> bytes:
    """A script that hands `data` to the page that asked for it by this name."""
    return b"found(%s,%s)\n" % (to_json(name).strip(), to_json(data).strip())


def search_terms(edition: Edition) -> bytes:
    """The terms by which the site finds the briefing; those of titles and names count for more."""
    front = edition.briefing.front
    facts = [fact for facts in searched(edition).values() for fact in facts]
    names = [fact.title for letter in "pol" for fact in searched(edition).get(letter, ())]
    strong = terms_of("\n".join((front.title, *names)))
    texts = [front.standfirst, front.published.isoformat(), edition.whole_text]
    texts += [text for fact in facts for text in (fact.title, fact.note, fact.more) if text]
    return term_lines(strong, terms_of("\n".join(texts)))


def _short(fact: Searched) -> list[str | int]:
    """The fields, without the empty ones at the end."""
    fields: list[str | int] = [*fact]
    while not fields[-1]:
        fields.pop()
    return fields


@lru_cache(maxsize=1)  # for the file, and for the terms
def searched(edition: Edition) -> dict[str, tuple[Searched, ...]]:
    """The facts and sources of a briefing by the letters of their kinds; no kind that it has none of."""
    briefing, places = edition.briefing, _Places(edition)
    found = {
        Kind.EVENT: map(places.event, briefing.events),
        Kind.FIGURE: map(places.figure, figures_with_cards(briefing)),
        Kind.QUOTATION: map(places.quotation, briefing.quotations),
        Kind.PERSON: map(places.named, briefing.people),
        Kind.ORGANISATION: map(places.named, briefing.organisations),
        Kind.PLACE: map(places.named, briefing.places),
        Kind.SOURCE: map(places.source, briefing.sources),
    }
    lists = {LETTERS[kind]: tuple(facts) for kind, facts in found.items()}
    return {letter: facts for letter, facts in lists.items() if facts}


class _Places:
    """Writes what is searched of each kind of fact in one briefing."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.starts = list(_block_starts(edition))
        self.is_plain = _is_plain(edition.whole_text)

    def event(self, event: Event) -> Searched:
        date, status = self.edition.dates[event.id], self.edition.statuses[event.id]
        # What was only expected then, moved or called off must not look like what happened.
        said = status.when if status.state else date_heading(date) if date else ""
        shown = date if date and date_heading(date) in said else None
        windows = (expected.window for expected in event.expected)
        more = [
            event.summary or "",
            *event.topic,
            *_as_written(date, event.date, *windows, shown=shown),
        ]
        place = self.edition.briefing.name_of(event.place[0]) if event.place else ""
        where = "" if place in event.title else place
        return self._fact(event, event.title, ", ".join(filter(None, (said, where))), more)

    def figure(self, figure: Figure) -> Searched:
        others = values_where(figure, lambda _: True)
        dates = _as_written(figure.as_of, figure.period)
        more = [figure.value.text, *others, *dates]
        disputed = _("Disputed") if is_disputed(figure) else ""
        return self._fact(
            figure, figure.label, _joined(numeral_of(as_revised(figure)).plain, disputed), more
        )

    def quotation(self, quotation: Quotation) -> Searched:
        speaker = self.edition.briefing.name_of(quotation.speaker)
        more = [quotation.about or "", *_as_written(quotation.said_on)]
        return self._fact(quotation, quotation.words, speaker, more)

    def named(self, named: Named) -> Searched:
        original = named.original.text if named.original else ""
        what = named.role if isinstance(named, Person) else ""
        if isinstance(named, Organisation | Place):
            what = named.what or ""
        return self._fact(
            named, named.name, _joined(original, what), (*named.aliases, *self._other_names(named))
        )

    def _other_names(self, named: Named) -> Iterator[str]:
        """Those of the site's own sheet, also where the article has none of them."""
        written = self.edition.briefing.shared.get(named.id, {}).get("aliases") or ()
        names = (written,) if isinstance(written, str) else written
        yield from (name for name in names if isinstance(name, str) and name not in named.aliases)

    def source(self, source: Source) -> Searched:
        date = show_date(source.published) if source.published else ""
        note = ", ".join(filter(None, (source.publisher or source.author, date)))
        more = _not_in(note, _as_written(source.published, shown=source.published))
        return Searched(source.id, source.title, note, 0, 0, more)

    def _fact(self, fact: Fact, title: str, note: str, more: Iterable[str]) -> Searched:
        start, length = self._words(fact)
        return Searched(fact.id, title, note, start, length, _not_in(f"{title} {note}", more))

    def _words(self, fact: Fact) -> tuple[int, int]:
        """Where its first words are in the whole text, as JavaScript counts letters."""
        spans = self.edition.spans.get(fact.id, ())
        if not spans:
            return 0, 0
        span = spans[0]
        start, length = self.starts[span.block] + span.start, span.end - span.start
        if self.is_plain:
            return start, length
        text = self.edition.whole_text
        return _units(text[:start]), _units(text[start : start + length])


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _block_starts(edition: Edition) -> Iterator[int]:
    start = 0
    for text in edition.briefing.article.texts:
        yield start
        start += len(text) + 1


def _is_plain(text: str) -> bool:
    """Whether JavaScript counts as many letters as we do."""
    return not text or max(text) <= "\uffff"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _as_written(*dates: Date | None, shown: Date | None = None) -> Iterator[str]:
    """Dates as the sheet has them; not one that is shown in words which the script reads as a date."""
    for date in dict.fromkeys(filter(None, dates)):
        if not (date == shown and _is_read(date)):
            yield date.text


def _is_read(date: Date) -> bool:
    is_day = date.form == "point" and date.start is not None and date.start.fineness > 1
    return is_day and spoken().language == "en"


def _not_in(shown: str, more: Iterable[str]) -> str:
    return " | ".join(text for text in more if text and text not in shown)
