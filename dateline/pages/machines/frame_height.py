"""How high a frame has to be for a card alone, reckoned from the words on it and the widths of their letters.

For a frame on a phone: in a wider one a card is lower, and the foot of the page keeps to that of the frame.
Sizes are those of static/style/components/embed.css, in pixels.
"""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Final

from dateline.drawing import sparkline
from dateline.drawing.lettering import LABEL, TEXT, Font
from dateline.pages.cards.event_card import EventCard
from dateline.pages.cards.figure_card import FigureCard
from dateline.pages.cards.name_cards import NamedCard
from dateline.pages.cards.provenance import Backing, Provenance, SourceLine

FramedCard = EventCard | FigureCard | NamedCard

_WIDTH: Final = 306  # of the text, in a frame of 340
_AROUND: Final = 150  # border and padding, whose it is, and the foot
_MAP: Final = 390  # with what is said below it
_DRAWING: Final = 12 + sparkline.HIGH  # the highest of them
_STEP: Final = 20


def frame_height(card: FramedCard, headline: str) -> int:
    return in_steps(_AROUND + _lines(headline, 16, 19.2) + card_height(card))


def in_steps(height: float) -> int:
    return _STEP * ceil(height / _STEP)


def card_height(card: FramedCard) -> float:
    match card:
        case EventCard():
            return sum(_event(card))
        case FigureCard():
            return sum(_figure(card))
        case NamedCard():
            return sum(_place(card))


def _event(card: EventCard) -> Iterator[float]:
    yield _line(", ".join(filter(None, (card.date, card.weekday, card.time))))
    yield _title(card.title)
    yield _line(card.more)
    yield _line(f"Claim by {card.provenance.by.words}" if card.provenance.by else "")
    yield _line(card.summary, TEXT)
    yield from _foot(card.provenance)
    of_outcome = _titles(card.outcome_sources)
    yield _note(f"Source for what happened: {of_outcome}" if of_outcome else "")


def _figure(card: FigureCard) -> Iterator[float]:
    yield _title(card.label)
    yield 85 if card.hedge or not card.value.fit.count("unit") else 60
    yield _line(card.instead)
    yield _note(card.kind_and_time)
    yield _note(f"Said by {card.provenance.by.words}" if card.provenance.by else "")
    yield from _foot(card.provenance)
    yield _note(card.description)
    for revision in card.revisions:
        yield _note(f"{revision.words}. {revision.note} Source: {_said(revision.backing)}")
    if card.sum:
        yield from (26.0 if term.label else 8.0 for term in card.sum.terms)
        yield 30 + _note(card.sum.note)
    for comparison in card.comparisons:
        yield _note(f"{comparison.message} {comparison.amount} {comparison.other.words}")
    yield from (55.0 for _bar in (*card.versus, *card.bars))
    if card.drawing:
        yield _DRAWING + _note(card.drawing.words)
    yield _note(_titles(card.earlier))
    yield from (
        _note(f"{row.date}, {row.value} {_said(row.backing)}") for row in card.earlier_words
    )
    if card.history:
        yield 90
        for row in card.history:
            cells = (row.date, row.value, _said(row.backing))
            yield 18 + max(_lines(words, 14, 19.6, _WIDTH / 3 - 8) for words in cells)
    for rival in card.rivals:
        yield 95 + _note(f"{rival.time} {_said(rival.backing)}")


def _place(card: NamedCard) -> Iterator[float]:
    yield _MAP
    yield _title(card.name)
    yield _note(card.role)
    for entry in card.facts:
        yield 6 + _lines(f"{entry.note} {entry.fact.words}", 14, 19.6)
    yield from _foot(card.provenance)


def _foot(provenance: Provenance) -> Iterator[float]:
    yield _note(provenance.caveat)
    for passage in provenance.evidence:
        yield 12 + _lines(f"{passage.heads} {passage.words} ¶ 10", 16, 25, font=TEXT)
    label = "Source of the announcement" if provenance.is_of_plan else "Source"
    yield _note(f"{label}: {_titles(provenance.sources)}" if provenance.sources else "")


def _said(backing: Backing) -> str:
    quoted = " ".join(passage.words for passage in backing.evidence)
    return f"{_titles(backing.sources)} {quoted} {backing.date_from}".strip()


def _titles(sources: Iterable[SourceLine]) -> str:
    return " ".join(f"{source.title} {source.words}" for source in sources)


def _title(words: str) -> float:
    return 5 + _lines(words, 17, 21.25)


def _line(words: str, font: Font = LABEL) -> float:
    return 6 + _lines(words, 16, 23.2, font=font) if words else 0


def _note(words: str) -> float:
    return 6 + _lines(words, 14, 19.6) if words else 0


def _lines(
    words: str, size: float, leading: float, width: float = _WIDTH, font: Font = LABEL
) -> float:
    """The height of words in lines, the ends of which stay empty by half a word or so."""
    return leading * ceil(size * font.width(words) / (0.94 * width))
