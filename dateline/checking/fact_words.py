"""The words that one fact rests on, with the whole article behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.checking.findings import Findings
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.phrasing import join_words
from dateline.problems import Related

# How a message goes on that has said what to write.
MEND = "or mend the sentence, or waive the check with a reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWords:
    """Where one fact's words stand, and what the grammar found in the article."""

    briefing: Briefing
    findings: Findings
    spans: Sequence[Span]

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.briefing.article.blocks

    def text(self, span: Span) -> str:
        return self.blocks[span.block].text[span.start : span.end]

    def related(self, span: Span | None = None) -> tuple[Related, ...]:
        """The words themselves, as the other end of a problem."""
        spans = [span] if span else self.spans
        return tuple(
            Related(position=self.blocks[one.block].position(one.start), note=f"“{self.text(one)}”")
            for one in spans
        )

    def elsewhere(self, spans: Sequence[Span]) -> FactWords:
        """Other words of the same article."""
        return FactWords(briefing=self.briefing, findings=self.findings, spans=spans)


def any_of(words: Iterable[str]) -> str:
    """Each of the words once, as a list to choose from: “a, b or c”."""
    return join_words(dict.fromkeys(words), "or")
