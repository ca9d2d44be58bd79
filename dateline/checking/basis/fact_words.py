"""The words that one fact rests on, within the article that they come from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Self

from dateline.checking.basis.findings import Findings, with_heads
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.origin import Key
from dateline.facts.phrasing import join_words
from dateline.facts.records import Fact
from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.problems import Problem, Related, Rule


def or_correct(rule: Rule) -> str:
    """How the advice of a message ends, after what to write in the sheet."""
    return f"or correct the sentence in the article, {or_waive(rule)}"


def or_waive(rule: Rule, words: str = "") -> str:
    named = f' words: "{words}",' if words and '"' not in words else ""
    return f"or waive the check: `waive: {{check: {rule},{named} why: …}}`"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWords:
    fact: Fact
    briefing: Briefing
    findings: Findings
    spans: Sequence[Span]

    @classmethod
    def of(cls, fact: Fact, briefing: Briefing, findings: Findings, spans: Sequence[Span]) -> Self:
        """The words that a fact rests on; to those in a table’s cell belong the dates of its heads."""
        own = with_heads(findings, spans)
        return cls(fact=fact, briefing=briefing, findings=own, spans=spans)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.briefing.article.blocks

    def text(self, span: Span) -> str:
        return self.blocks[span.block].text[span.start : span.end]

    def at(self, spans: Sequence[Span]) -> Self:
        return replace(self, spans=spans)

    @property
    def heads(self) -> tuple[Span, ...]:
        """The heads of the rows and columns that the words are in."""
        cells = (self.findings.in_tables.get(span.block) for span in self.spans)
        heads = dict.fromkeys(head for cell in cells if cell for head in cell.heads)
        return tuple(whole(self.blocks[head]) for head in heads)

    def related(self, span: Span | None = None) -> tuple[Related, ...]:
        return tuple(
            Related(position=self.blocks[at.block].position(at.start), note=f"“{self.text(at)}”")
            for at in ([span] if span else (*self.spans, *self.heads))
        )

    def problem(self, rule: Rule, *field: Key, found: str, fix: str) -> Problem:
        return Problem(self.fact.origin.of(*field), rule, found, fix, self.related())

    def cut_short(self, rule: Rule, owner: str, text: str) -> Problem:
        """The problem of evidence that begins or ends within the words of a date or a quantity."""
        found = f"the evidence of {owner} cuts “{text}” short"
        fix = "lengthen the evidence to include all of these words"
        return self.problem(rule, "evidence", found=found, fix=fix)


def paragraphs(blocks: Sequence[Block], spans: Iterable[Span]) -> list[Span]:
    return [whole(blocks[number]) for number in dict.fromkeys(span.block for span in spans)]


def whole(block: Block) -> Span:
    return Span(block=block.number, start=0, end=len(block.text))


def sentences_around(text: str, span: Span) -> tuple[int, int]:
    """Where the sentences that a span of the text touches begin and end."""
    touched = [(a, b) for a, b in sentences(text) if a < span.end and span.start < b]
    return min(span.start, touched[0][0]), max(span.end, touched[-1][1])


def any_of(words: Iterable[str]) -> str:
    """Each of the words once, as a list to choose from: “a, b or c”."""
    return join_words(dict.fromkeys(words), "or")
