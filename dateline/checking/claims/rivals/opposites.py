"""Titles and labels that say the opposite of their own evidence: “Rise in income”, of “income fell”."""

from collections.abc import Iterator

from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.word_stems import stems
from dateline.facts.briefing import Briefing
from dateline.facts.records import Event, Figure
from dateline.language import FoundQuantity, en


def said_otherwise(
    seen: SeenText, spans: Spans, briefing: Briefing
) -> Iterator[tuple[FoundQuantity, str]]:
    """The word of a title or a label of whose opposites the evidence has only the other, about the same thing."""
    owner = seen.owner
    if not isinstance(owner, Event | Figure) or seen.field not in ("title", "label"):
        return
    blocks = briefing.article.blocks
    passages = [(blocks[at.block].text, at) for at in spans.get(owner.id, ())]
    evidence = " ".join(text[at.start : at.end] for text, at in passages)
    if not frozenset(stems(seen.text)) & frozenset(stems(evidence)):
        return
    around = " ".join(text[slice(*sentences_around(text, at))] for text, at in passages)
    # What its sentence says counts where the evidence itself says neither.
    theirs = {side.pair: side for text in (around, evidence) for side, _ in en.sides_in(text)}
    beside = " ".join(
        side.words
        for number in read_quantities(seen.text)
        for side in en.sides_beside(seen.text, number.start, number.end)
    )
    for side, found in en.sides_in(seen.text):
        other = theirs.get(side.pair)
        if other and other.is_first != side.is_first and found[0] not in beside:
            yield _as_found(found.start(), found[0]), other.words


def _as_found(start: int, text: str) -> FoundQuantity:
    return FoundQuantity(
        start=start,
        end=start + len(text),
        text=text,
        low=None,
        high=None,
        unit=None,
        hedge=None,
    )
