"""Evidence is exact, unique and loud: every passage stands in the article once, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.facts.article import Article, Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import CoverageWaiver, Fact, Passage, Quotation
from dateline.facts.wording import Wording, even, find_words, sentences
from dateline.problems import Place, Problem, Related

Spans = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The article's blocks with their evened wording, made once for all the facts."""

    blocks: tuple[tuple[Block, Wording], ...]

    @classmethod
    def of(cls, article: Article) -> Passages:
        return cls(blocks=tuple((block, even(block.text)) for block in article.blocks))

    def find(self, passage: Passage | CoverageWaiver) -> tuple[Span, ...]:
        """Every place where the passage stands, between its `before` and `after` words if any."""
        words, before, after = even(passage.words), passage.before, passage.after
        return tuple(
            Span(block=block.number, start=start, end=end)
            for block, wording in self.blocks
            for start, end in find_words(words, wording)
            if _follows(block.text[:start], before) and _precedes(block.text[end:], after)
        )


def _follows(text: str, before: str | None) -> bool:
    return before is None or even(text).text.rstrip().endswith(even(before).text.strip())


def _precedes(text: str, after: str | None) -> bool:
    return after is None or even(text).text.lstrip().startswith(even(after).text.strip())


def passages_of(fact: Fact) -> tuple[Passage, ...]:
    """The words that a fact rests on; a quotation rests on its own words unless it says otherwise."""
    if isinstance(fact, Quotation) and not fact.evidence:
        return (Passage(words=fact.words),)
    return fact.evidence


def locate(briefing: Briefing) -> Spans:
    """Where each fact's evidence stands, by its id; a passage that is not there once is left out."""
    article = Passages.of(briefing.article)
    return {
        fact.id: tuple(
            spans[0] for spans in map(article.find, passages_of(fact)) if len(spans) == 1
        )
        for fact in briefing.facts
    }


def check_evidence(briefing: Briefing) -> Iterator[Problem]:
    """Every passage of every fact, and every waived stretch of words, stands in the article once."""
    article = Passages.of(briefing.article)
    for fact in briefing.facts:
        yield from _check_presence(fact)
        field = "evidence" if fact.evidence else "words"
        for number, passage in enumerate(passages_of(fact)):
            place = fact.origin.of(field, number)
            yield from check_passage(passage, place, article, whose=f"‘{fact.id}’")
    for waiver in briefing.waived:
        place = waiver.origin.of("words")
        yield from check_passage(waiver, place, article, whose="this waiver")


def _check_presence(fact: Fact) -> Iterator[Problem]:
    """A fact rests on words of the article; one that does not names its source, or its derivation."""
    if not (passages_of(fact) or fact.source or fact.derived):
        yield Problem(
            place=fact.origin.place,
            rule="evidence.missing",
            found=f"‘{fact.id}’ has neither evidence nor a source",
            fix="write the article’s exact words as `evidence:`, or name an entry of sources.yaml as `source:`",
        )


def check_passage(
    passage: Passage | CoverageWaiver, place: Place, article: Passages, *, whose: str
) -> Iterator[Problem]:
    """A passage that stands nowhere gets the nearest words; one that stands twice gets both places."""
    spans = article.find(passage)
    if not spans:
        yield _not_found(passage, place, article, whose)
    if len(spans) > 1:
        yield _ambiguous(passage, place, article, spans, whose)


def _ambiguous(
    passage: Passage | CoverageWaiver,
    place: Place,
    article: Passages,
    spans: tuple[Span, ...],
    whose: str,
) -> Problem:
    blocks = {block.number: block for block, _ in article.blocks}
    found = [(blocks[span.block], span) for span in spans]
    return Problem(
        place=place,
        rule="evidence.ambiguous",
        found=f"the words of {whose} stand in the article {_times(len(spans))}: “{passage.words}”",
        fix="lengthen the words until they stand there once, or add the words `before:` or `after:` them",
        related=tuple(
            Related(place=block.place(span.start), note=_around(block.text, span))
            for block, span in found
        ),
    )


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"


def _around(text: str, span: Span) -> str:
    start = text.rfind(" ", 0, max(0, span.start - 24)) + 1
    end = text.find(" ", span.end + 24)
    return f"“{text[start : end if end >= 0 else len(text)]}”"


def _not_found(
    passage: Passage | CoverageWaiver, place: Place, article: Passages, whose: str
) -> Problem:
    nearest = nearest_words(passage.words, article)
    related: tuple[Related, ...] = ()
    fix = "copy the words from the article"
    if nearest:
        block, start, end = nearest
        near = block.text[start:end]
        related = (Related(place=block.place(start), note=f"nearest: “{near}”"),)
        fix = (
            f"{_differences(passage.words, near)}; write the article’s words, or mend the sentence"
        )
    return Problem(
        place=place,
        rule="evidence.not-found",
        found=f"the words of {whose} are not in the article: “{passage.words}”",
        fix=fix,
        related=related,
    )


def nearest_words(words: str, article: Passages) -> tuple[Block, int, int] | None:
    """The stretch of a sentence most like these words; None where nothing is at all alike."""
    wanted = even(words).text.split()
    best: tuple[float, Block, int, int] | None = None
    for block, _ in article.blocks:
        for start, end in sentences(block.text):
            likeness, stretch = _likeness(wanted, block.text, start, end)
            if likeness >= 0.5 and (best is None or likeness > best[0]):
                best = (likeness, block, *stretch)
    return best[1:] if best else None


def _likeness(wanted: list[str], text: str, start: int, end: int) -> tuple[float, tuple[int, int]]:
    """How many of the wanted words stand in a sentence, in their order, and from where to where."""
    places = _words(text, start, end)
    spoken = [even(text[one:two]).text for one, two in places]
    matching = SequenceMatcher(None, wanted, spoken, autojunk=False)
    runs = [run for run in matching.get_matching_blocks() if run.size]
    if not runs:
        return 0.0, (start, end)
    # As far outside the alike words as the wanted ones reach, so that a changed edge is shown too.
    first = max(0, runs[0].b - runs[0].a)
    last = min(len(places), runs[-1].b + len(wanted) - runs[-1].a) - 1
    shared = sum(run.size for run in runs)
    return shared / max(len(wanted), last - first + 1), (places[first][0], places[last][1])


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    places, at = [], start
    for word in text[start:end].split():
        begin = text.index(word, at)
        at = begin + len(word)
        places.append((begin, at))
    return places


def _differences(wanted: str, near: str) -> str:
    """In words, what stands here and what stands there."""
    here, there = wanted.split(), near.split()
    matching = SequenceMatcher(
        None, even(wanted).text.split(), even(near).text.split(), autojunk=False
    )
    told = [
        f"“{' '.join(here[a:b]) or 'nothing'}” here, “{' '.join(there[c:d]) or 'nothing'}” there"
        for kind, a, b, c, d in matching.get_opcodes()
        if kind != "equal"
    ]
    return ", ".join(told)
