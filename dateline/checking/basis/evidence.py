"""Evidence is exact and unique: every passage is in the article once, word for word."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import accumulate, islice, zip_longest
from typing import Final, Self

from dateline.checking.basis.cells import ambiguous_cell, missing_cell
from dateline.checking.basis.nearest import NearMatch, Sentences, differences, find_nearest
from dateline.checking.basis.other_values import LocatedValues, other_values
from dateline.facts.article import Article, Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.phrasing import join_words
from dateline.facts.records import CoverageWaiver, Fact, Figure, OtherValue, Passage, Quotation
from dateline.facts.tables import Tables, tables_of
from dateline.facts.wording import Wording, even, find_evened
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Related, Rule

Spans = Mapping[str, tuple[Span, ...]]

# Occurrences beyond this many are not counted.
MANY: Final = 20


@dataclass(frozen=True, kw_only=True)
class ArticleText:
    """The article as it is searched: its blocks with their evened wording, and its tables, made once."""

    blocks: tuple[tuple[Block, Wording], ...]
    tables: Tables
    _found: dict[tuple[str | None, ...], tuple[Span, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def of(cls, article: Article) -> Self:
        blocks = tuple((block, even(block.text)) for block in article.blocks)
        return cls(blocks=blocks, tables=tables_of(article))

    def find(self, passage: Passage) -> tuple[Span, ...]:
        """Where the passage occurs, between its `before` and `after` words if it has any.

        At most one more than MANY: a passage is of use only where it occurs once.
        """
        beside, heads = (
            (passage.before, passage.after),
            (passage.row, passage.column, passage.table),
        )
        wanted = (passage.words, *beside, *heads)
        if wanted not in self._found:
            words = passage.words
            found = self._search(words, *beside) if words else self._cells(*heads)
            self._found[wanted] = tuple(islice(found, MANY + 1))
        return self._found[wanted]

    def _cells(self, row: str | None, column: str | None, table: str | None) -> Iterator[Span]:
        for cell in self.tables.find(row, column, table):
            end = len(self.tables.text(cell.block))
            yield Span(block=cell.block, start=0, end=end)

    def _search(self, words: str, before: str | None, after: str | None) -> Iterator[Span]:
        text = self._joined.text
        preceding, following = even(before or "").text.strip(), even(after or "").text.strip()
        for start, end in find_evened(even(words), self._joined):
            number = bisect_right(self._begins, start) - 1
            block, wording = self.blocks[number]
            first = self._begins[number]
            left = start - (text[start - 1 : start] == " ")
            right = end + (text[end : end + 1] == " ")
            follows = text.endswith(preceding, first, left) or not preceding
            if follows and text.startswith(following, right, first + len(wording.text)):
                original = wording.original(start - first, end - first)
                yield Span(block=block.number, start=original[0], end=original[1])

    @cached_property
    def _joined(self) -> Wording:
        """The evened text of all blocks, one per line: an evened block has no line breaks."""
        return Wording("\n".join(wording.text for _, wording in self.blocks), (), ())

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        return tuple(accumulate((len(wording.text) + 1 for _, wording in self.blocks), initial=0))

    @cached_property
    def sentences(self) -> Sentences:
        return Sentences.of(self.blocks)


def passages_of(fact: Fact) -> tuple[Passage, ...]:
    """The words that a fact rests on; a quotation rests on its own words unless it says otherwise."""
    if isinstance(fact, Quotation) and not fact.evidence:
        return (Passage(words=fact.words),)
    return fact.evidence


def locate(briefing: Briefing, article: ArticleText) -> Spans:
    """Where the evidence of each fact is, by its id, without passages that do not occur once."""
    return {fact.id: _once(passages_of(fact), article) for fact in briefing.facts}


def locate_values(briefing: Briefing, article: ArticleText) -> LocatedValues:
    """The other values of each figure that have evidence, with the passages that occur once."""
    return {
        figure.id: tuple(
            replace(value, spans=_once(value.figure.evidence, article))
            for value in other_values(figure, article.tables)
        )
        for figure in briefing.figures
    }


def _once(passages: Iterable[Passage], article: ArticleText) -> tuple[Span, ...]:
    return tuple(spans[0] for spans in map(article.find, passages) if len(spans) == 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPassage:
    passage: Passage
    position: Position
    whose: str


def _cited(briefing: Briefing, tables: Tables) -> Iterator[CitedPassage]:
    for fact in briefing.facts:
        name = "evidence" if fact.evidence else "words"
        for number, passage in enumerate(passages_of(fact)):
            position = fact.origin.of(name, number)
            yield CitedPassage(passage=passage, position=position, whose=f"‘{fact.id}’")
    for value in (value for figure in briefing.figures for value in other_values(figure, tables)):
        for number, passage in enumerate(value.figure.evidence):
            position = value.record.origin.of("evidence", number)
            yield CitedPassage(passage=passage, position=position, whose=f"‘{value.figure.id}’")
    for waiver in briefing.waived:
        yield CitedPassage(passage=waiver, position=waiver.origin.of("words"), whose="this waiver")


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPassage:
    cited: CitedPassage
    near: NearMatch | None


# An article that lacks more passages than this was rewritten, or is another one.
MOST_SOUGHT: Final = 50


def find_lost(briefing: Briefing, article: ArticleText) -> tuple[MissingPassage, ...]:
    """Every passage that is not in the article; the first of them with the one most like it."""
    lost = [cited for cited in _cited(briefing, article.tables) if not article.find(cited.passage)]
    sought = (cited.passage.words for cited in lost[:MOST_SOUGHT])
    near = (find_nearest(words, article.sentences) if words else None for words in sought)
    return tuple(
        MissingPassage(cited=cited, near=nearest) for cited, nearest in zip_longest(lost, near)
    )


def check_evidence(
    briefing: Briefing, article: ArticleText, lost: Sequence[MissingPassage]
) -> Iterator[Problem]:
    """Every passage is in the article exactly once; a fact has one, a source or a derivation."""
    for fact in briefing.facts:
        if not (passages_of(fact) or fact.source or fact.derived):
            found = f"‘{fact.id}’ has neither evidence nor a source"
            fix = "write the article’s exact words in `evidence:`, or the id of an entry of sources.yaml in `source:`"
            yield Problem(fact.origin.position, Rule.EVIDENCE_MISSING, found, fix)
        if isinstance(fact, Figure):
            yield from check_revisions(fact)
            yield from check_idle_waivers(fact)
    for cited in _cited(briefing, article.tables):
        if len(spans := article.find(cited.passage)) > 1:
            yield _ambiguous(cited, article, spans)
    for number, missing in enumerate(lost):
        yield _not_found(missing, article if number < MOST_SOUGHT else None)


def check_revisions(figure: Figure) -> Iterator[Problem]:
    for number, revision in enumerate(figure.revised, start=1):
        if not (revision.evidence or revision.source):
            found = f"revision {number} of ‘{figure.id}’ has neither evidence nor a source"
            fix = "write the article’s exact words in `evidence:`, or the source that says so in `source:`"
            yield Problem(revision.origin.position, Rule.EVIDENCE_MISSING, found, fix)


def check_idle_waivers(figure: Figure) -> Iterator[Problem]:
    """Another value without evidence is compared with no words, so there is nothing to waive."""
    others: list[OtherValue] = [*figure.history, *figure.values, *figure.revised]
    for waiver in (waiver for value in others if not value.evidence for waiver in value.waive):
        found = f"a value of ‘{figure.id}’ waives {waiver.check}, but has no evidence"
        fix = "remove the waiver, or write the article’s exact words in `evidence:`"
        yield Problem(waiver.origin.of("check"), Rule.WAIVE_IDLE, found, fix)


# How many occurrences of ambiguous words are shown.
SHOWN: Final = 5


def _ambiguous(cited: CitedPassage, article: ArticleText, spans: tuple[Span, ...]) -> Problem:
    shown = [(article.blocks[span.block][0], span) for span in spans[:SHOWN]]
    notes = [_around(block.text, span) for block, span in shown]
    if len(spans) > SHOWN:
        notes[-1] += ", and more" if len(spans) > MANY else f", and {len(spans) - SHOWN} more"
    related = tuple(
        Related(position=block.position(span.start), note=note)
        for (block, span), note in zip(shown, notes, strict=True)
    )
    if cited.passage.is_cell:
        found, fix = ambiguous_cell(cited.passage, len(spans), cited.whose, article.tables)
        return Problem(cited.position, Rule.EVIDENCE_AMBIGUOUS, found, fix, related)
    words = _shortened(cited.passage.called)
    found = f"the words of {cited.whose} occur in the article {_times(len(spans))}: “{words}”"
    fix = (
        "lengthen the words until they occur only once, "
        "or add the words before or after them as `before:` or `after:`"
        f"{_example(cited.passage, article, shown)}"
    )
    return Problem(cited.position, Rule.EVIDENCE_AMBIGUOUS, found, fix, related)


def _example(passage: Passage, article: ArticleText, shown: Sequence[tuple[Block, Span]]) -> str:
    """How to write two words before one of the occurrences, where they are enough and plain."""
    for block, span in shown:
        before = " ".join(block.text[: span.start].split()[-2:])
        longer = passage.model_copy(update={"before": before})
        are_plain = before and re.fullmatch(r"[A-Za-z ]{3,60}", f"{passage.words} {before}")
        if are_plain and len(article.find(longer)) == 1:
            return f", for example {{words: {passage.words}, before: {before}}}"
    return ""


def _times(count: int) -> str:
    if count > MANY:
        return f"more than {MANY} times"
    return "twice" if count == 2 else f"{count} times"


def _around(text: str, span: Span) -> str:
    start = text.rfind(" ", 0, max(0, span.start - 24)) + 1
    end = text.find(" ", span.end + 24)
    return f"“{_shortened(text[start : end if end >= 0 else len(text)])}”"


def _shortened(words: str) -> str:
    return words if len(words) <= 600 else f"{words[:400]} … {words[-150:]}"


def _not_found(missing: MissingPassage, article: ArticleText | None) -> Problem:
    """A passage that is not in the article; without `article`, marks and halves are not looked for."""
    cited, near = missing.cited, missing.near
    if cited.passage.is_cell and article:
        found, fix = missing_cell(cited.passage, cited.whose, article.tables)
        return Problem(cited.position, Rule.EVIDENCE_NOT_FOUND, found, fix)
    related: tuple[Related, ...] = ()
    if near:
        note = f"nearest: “{_shortened(near.text)}”"
        related = (Related(position=near.block.position(near.start), note=note),)
    words = _shortened(cited.passage.called)
    found = f"the words of {cited.whose} are not in the article: “{words}”"
    fix = (article and _repair(cited.passage, article)) or _differing(cited.passage, near)
    if isinstance(cited.passage, CoverageWaiver):
        fix += ", or remove the waiver"
    return Problem(cited.position, Rule.EVIDENCE_NOT_FOUND, found, fix, related)


def _differing(passage: Passage, near: NearMatch | None) -> str:
    if near is None or not near.is_close:
        return "copy the words from the article"
    unlike = differences(passage.called, near.text)
    copy = "copy the article’s words, or correct the article"
    return f"{unlike}: {copy}" if unlike else copy


def _repair(passage: Passage, article: ArticleText) -> str | None:
    """What to write where only the marks around the words are wrong, or they are in two parts."""
    words = even(passage.called).text.strip()
    if words[:1] in _MARKS and words[-1:] in _MARKS and _is_in(words[1:-1], article):
        return "remove the quotation marks around the words: the article has the words without them"
    if (passage.before or passage.after) and _is_in(passage.called, article):
        return "the article has the words, but not beside these: correct `before:` or `after:`"
    halves = None if isinstance(passage, CoverageWaiver) else _halves(words, article)
    if halves is None:
        return None
    both = join_words(f"“{half}”" for half in halves)
    return f"the article has the words in two parts: write `evidence:` as a list of both, {both}"


_MARKS: Final = ('"', "'")


def _is_in(words: str, article: ArticleText) -> bool:
    return bool(words.strip() and article.find(Passage(words=words)))


def _halves(words: str, article: ArticleText) -> tuple[str, str] | None:
    """A quotation interrupted by its attribution: the longest first part that occurs, and the rest."""
    parts = words.split()
    least, most = 0, len(parts)
    while most - least > 1:
        middle = (least + most) // 2
        if _is_in(_head(parts, middle), article):
            least = middle
        else:
            most = middle
    first, second = _head(parts, least), " ".join(parts[least:])
    if not 2 <= least <= len(parts) - 2 or not _is_in(second, article):
        return None
    return (first, second) if _is_interrupted(first, second, article) else None


def _head(parts: Sequence[str], count: int) -> str:
    return " ".join(parts[:count]).rstrip(",.;:-")


def _is_interrupted(first: str, second: str, article: ArticleText) -> bool:
    """Whether a quotation ends after the first words, and another one begins before the second."""
    between = (
        text
        for before in article.find(Passage(words=first))
        for after in article.find(Passage(words=second))
        for text in _between(before, after, article)
    )
    return any(len(text) < 300 and even(text).text.count('"') == 2 for text in between)


def _between(before: Span, after: Span, article: ArticleText) -> Iterator[str]:
    """The text between two spans of a paragraph, or of two that follow each other."""
    texts = [block.text for block, _ in article.blocks]
    if before.block == after.block and before.end < after.start:
        yield texts[before.block][before.end : after.start]
    elif before.block + 1 == after.block:
        # A quotation that goes on in the next paragraph has no closing mark in this one.
        rest, begun = texts[before.block][before.end :], texts[after.block][: after.start]
        yield rest + begun if even(rest).text.strip(" .,") else f'"{begun}'
