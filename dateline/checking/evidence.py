"""Evidence is exact, unique and loud: every passage stands in the article once, word for word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

from dateline.checking.nearest import NearMatch, Sentences, differences, find_nearest
from dateline.facts.article import Article, Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import CoverageWaiver, Fact, Passage, Quotation
from dateline.facts.wording import Wording, even, find_evened
from dateline.problems import Position, Problem, Related, Rule

Spans = Mapping[str, tuple[Span, ...]]

# Words that stand more often than this are not counted further.
MANY: Final = 20


@dataclass(frozen=True, kw_only=True)
class ArticleText:
    """The article's blocks with their evened wording, made once for all the facts."""

    blocks: tuple[tuple[Block, Wording], ...]
    _found: dict[tuple[str, str | None, str | None], tuple[Span, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def of(cls, article: Article) -> ArticleText:
        return cls(blocks=tuple((block, even(block.text)) for block in article.blocks))

    def find(self, passage: Passage | CoverageWaiver) -> tuple[Span, ...]:
        """The places where the passage stands, between its `before` and `after` words if any.

        At most one more than MANY: a passage is of use where it stands once.
        """
        asked = (passage.words, passage.before, passage.after)
        if asked not in self._found:
            self._found[asked] = tuple(islice(self._places(*asked), MANY + 1))
        return self._found[asked]

    def _places(self, words: str, before: str | None, after: str | None) -> Iterator[Span]:
        text = self._joined.text
        ahead, behind = (even(one or "").text.strip() for one in (before, after))
        for start, end in find_evened(even(words), self._joined):
            number = bisect_right(self._begins, start) - 1
            block, wording = self.blocks[number]
            first = self._begins[number]
            left, right = (
                start - (text[start - 1 : start] == " "),
                end + (text[end : end + 1] == " "),
            )
            follows = text.endswith(ahead, first, left) or not ahead
            if follows and text.startswith(behind, right, first + len(wording.text)):
                original = wording.original(start - first, end - first)
                yield Span(block=block.number, start=original[0], end=original[1])

    @cached_property
    def _joined(self) -> Wording:
        """The evened text of all blocks, a line each: no evened block has a line break."""
        return Wording("\n".join(wording.text for _, wording in self.blocks), (), ())

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        return tuple(accumulate((len(one.text) + 1 for _, one in self.blocks), initial=0))

    @cached_property
    def sentences(self) -> Sentences:
        return Sentences.of(self.blocks)


def passages_of(fact: Fact) -> tuple[Passage, ...]:
    """The words that a fact rests on; a quotation rests on its own words unless it says otherwise."""
    if isinstance(fact, Quotation) and not fact.evidence:
        return (Passage(words=fact.words),)
    return fact.evidence


def locate(briefing: Briefing, article: ArticleText) -> Spans:
    """Where each fact's evidence stands, by its id; a passage that is not there once is left out."""
    return {
        fact.id: tuple(
            spans[0] for spans in map(article.find, passages_of(fact)) if len(spans) == 1
        )
        for fact in briefing.facts
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPassage:
    """Words that a record says are in the article, and where it says so."""

    passage: Passage | CoverageWaiver
    position: Position
    whose: str


def _claims(briefing: Briefing) -> Iterator[CitedPassage]:
    for fact in briefing.facts:
        name = "evidence" if fact.evidence else "words"
        for number, passage in enumerate(passages_of(fact)):
            position = fact.origin.of(name, number)
            yield CitedPassage(passage=passage, position=position, whose=f"‘{fact.id}’")
    for waiver in briefing.waived:
        yield CitedPassage(passage=waiver, position=waiver.origin.of("words"), whose="this waiver")


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPassage:
    """Words that are not in the article, and what comes nearest to them there."""

    claim: CitedPassage
    near: NearMatch | None


# An article that has lost more passages than this was written anew, or is another one.
SOUGHT: Final = 50


def find_lost(briefing: Briefing, article: ArticleText) -> tuple[MissingPassage, ...]:
    """Every passage that is nowhere, the first of them with what comes nearest."""
    claims = [one for one in _claims(briefing) if not article.find(one.passage)]
    return tuple(
        MissingPassage(
            claim=claim,
            near=find_nearest(claim.passage.words, article.sentences) if number < SOUGHT else None,
        )
        for number, claim in enumerate(claims)
    )


def check_evidence(
    briefing: Briefing, article: ArticleText, lost: Sequence[MissingPassage]
) -> Iterator[Problem]:
    """Every passage of every fact, and every waived stretch of words, stands in the article once."""
    for fact in briefing.facts:
        yield from _check_presence(fact)
    for claim in _claims(briefing):
        spans = article.find(claim.passage)
        if len(spans) > 1:
            yield _ambiguous(claim, article, spans)
    for number, one in enumerate(lost):
        yield _not_found(one, article if number < SOUGHT else None)


def _check_presence(fact: Fact) -> Iterator[Problem]:
    """A fact rests on words of the article; one that does not names its source, or its derivation."""
    if not (passages_of(fact) or fact.source or fact.derived):
        yield Problem(
            position=fact.origin.position,
            rule=Rule.EVIDENCE_MISSING,
            found=f"‘{fact.id}’ has neither evidence nor a source",
            fix="write the article’s exact words as `evidence:`, or name an entry of sources.yaml as `source:`",
        )


# As many places as an editor looks at.
SHOWN: Final = 5


def _ambiguous(claim: CitedPassage, article: ArticleText, spans: tuple[Span, ...]) -> Problem:
    """Words that stand twice, with both places; of many places the first few."""
    blocks = {block.number: block for block, _ in article.blocks}
    found = [(blocks[span.block], span) for span in spans[:SHOWN]]
    shown = [
        Related(position=block.position(span.start), note=_around(block.text, span))
        for block, span in found
    ]
    if len(spans) > SHOWN:
        more = "and more" if len(spans) > MANY else f"and {len(spans) - SHOWN} more"
        shown[-1] = Related(position=shown[-1].position, note=f"{shown[-1].note}, {more}")
    words = _shortened(claim.passage.words)
    return Problem(
        position=claim.position,
        rule=Rule.EVIDENCE_AMBIGUOUS,
        found=f"the words of {claim.whose} stand in the article {_times(len(spans))}: “{words}”",
        fix="lengthen the words until they stand there once, or add the words `before:` or `after:` them",
        related=tuple(shown),
    )


def _times(count: int) -> str:
    if count > MANY:
        return f"more than {MANY} times"
    return "twice" if count == 2 else f"{count} times"


def _around(text: str, span: Span) -> str:
    start = text.rfind(" ", 0, max(0, span.start - 24)) + 1
    end = text.find(" ", span.end + 24)
    return f"“{_shortened(text[start : end if end >= 0 else len(text)])}”"


def _shortened(words: str) -> str:
    """Words as they can be told: of very many the beginning and the end."""
    return words if len(words) <= 600 else f"{words[:400]} … {words[-150:]}"


def _not_found(lost: MissingPassage, article: ArticleText | None) -> Problem:
    """Words that stand nowhere, with the nearest; with no article there is nothing to look for."""
    claim, near = lost.claim, lost.near
    related: tuple[Related, ...] = ()
    if near:
        note = f"nearest: “{_shortened(near.text)}”"
        related = (Related(position=near.block.position(near.start), note=note),)
    told = (article and _mended(claim.passage, article)) or _compared(claim.passage, near)
    leave = ", or take the waiver out" if isinstance(claim.passage, CoverageWaiver) else ""
    return Problem(
        position=claim.position,
        rule=Rule.EVIDENCE_NOT_FOUND,
        found=f"the words of {claim.whose} are not in the article: “{_shortened(claim.passage.words)}”",
        fix=told + leave,
        related=related,
    )


def _compared(passage: Passage | CoverageWaiver, near: NearMatch | None) -> str:
    if near is None or not near.is_close:
        return "copy the words from the article"
    unlike = differences(passage.words, near.text)
    write = "write the article’s words, or mend the sentence"
    return f"{unlike}; {write}" if unlike else write


def _mended(passage: Passage | CoverageWaiver, article: ArticleText) -> str | None:
    """What to write where the words are there but for marks around them, or in two parts."""
    words = even(passage.words).text.strip()
    if words[:1] in _MARKS and words[-1:] in _MARKS and _stands(words[1:-1], article):
        return "take the quotation marks around the words off: the article has the words without"
    if passage.before or passage.after:
        without = Passage(words=passage.words)
        if article.find(without):
            return "the article has the words, but not beside these: mend `before:` or `after:`"
    halves = None if isinstance(passage, CoverageWaiver) else _halves(words, article)
    if halves:
        one, two = halves
        return f"the words stand there in two parts: write `evidence:` as a list of both, “{one}” and “{two}”"
    return None


_MARKS: Final = ('"', "'")


def _stands(words: str, article: ArticleText) -> bool:
    return bool(words.strip() and article.find(Passage(words=words)))


def _halves(words: str, article: ArticleText) -> tuple[str, str] | None:
    """A quotation that its speaker's name divides: as much as stands together, and the rest."""
    parts = words.split()
    least, most = 0, len(parts)
    while most - least > 1:
        middle = (least + most) // 2
        if _stands(_head(parts, middle), article):
            least = middle
        else:
            most = middle
    one, two = _head(parts, least), " ".join(parts[least:])
    if not 2 <= least <= len(parts) - 2 or not _stands(two, article):
        return None
    return (one, two) if _divided(one, two, article) else None


def _head(parts: Sequence[str], count: int) -> str:
    return " ".join(parts[:count]).rstrip(",.;:-")


def _divided(one: str, two: str, article: ArticleText) -> bool:
    """Whether a quotation ends behind the first words, and another leads into the second."""
    texts = {block.number: block.text for block, _ in article.blocks}
    firsts, seconds = (article.find(Passage(words=words)) for words in (one, two))
    return any(
        _divides(texts[first.block][first.end : second.start])
        for first in firsts
        for second in seconds
        if first.block == second.block and first.end < second.start
    )


def _divides(between: str) -> bool:
    return len(between) < 300 and even(between).text.count('"') == 2
