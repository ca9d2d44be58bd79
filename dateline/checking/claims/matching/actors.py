"""Names in a text about an event or a figure, of which its evidence tells something of somebody else."""

import re
from collections.abc import Iterable, Iterator

from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.basis.findings import Findings
from dateline.checking.claims.grounds.statements import Statement, Surroundings
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.matching.wordings import Wordings
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.wording import sentence_at
from dateline.frozen import dataclass
from dateline.language import FoundName
from dateline.patterns import compile_later

# So many words of a sentence, its names left out, must be those of a text to tell the same.
_SAME = 2

# “People like Ms Vane”, “others such as”: what is said concerns the others.
_COMPARED = compile_later(
    r"\b(?:(?:people|those|others|someone|men|women|children|families|workers|firms|companies|towns|cities|places"
    r"|countries|[a-z]+s) like|such as|unlike|similar to|as with)\s+(?:(?:Mr|Mrs|Ms|Dr|Sir|the)\.?\s+)?$",
    re.IGNORECASE,
)
# What is said of another is compared with it: “Holt’s included”, “the worst before Holt’s”.
_SET_BESIDE = compile_later(
    r"\b(?:than|before|until|except|besides|including)\s+(?:(?:the|that of)\s+)?$"
)
_BESIDE_OTHERS = compile_later(r"(?:['’]s?)? (?:included|excepted|apart|aside)\b")


@dataclass(frozen=True, kw_only=True)
class ActorPlace:
    """A text, the passages that it rests on, and what the article has there."""

    text: str
    spans: Iterable[Span]
    briefing: Briefing
    findings: Findings
    wordings: Wordings
    near: Surroundings

    def somebody_else(self, found: FoundName) -> list[Statement]:
        """Of whom the sentences tell it, where no paragraph about them has the name.

        None where others are compared with it (“people like Mr Holt”), where the text names one of those
        too, or its fact refers to whom it names, or where nobody is named: who “he” or “the company” is,
        is not certain. Of a name that heads the article only those of the same kind are others: a firm
        for a person of its own, or a town for its country.
        """
        if is_compared(found, self.text):
            return []
        own = self._words(found)
        if self._is_near(own) or self.near.refers_to(found.known):
            return []
        kind, is_head = self._kind(found.known), self._is_head(own)
        named = {name.known for name in self.wordings.find_names(self.text)}
        first, last = sentence_at(self.text, found.start)
        words = frozenset(stems(self.text[first:last])) - self.wordings.name_stems
        said = [
            (name, block)
            for block, start, end in self._sentences()
            if len(words & frozenset(stems(block.text[start:end]))) >= _SAME
            for name in self.findings.names[block.number]
            if start <= name.start < end
            and name.known
            and (not is_head or self._kind(name.known) == kind)
        ]
        if any(name.known in named for name, _ in said):
            return []
        return [_statement(name, block) for name, block in said]

    def _kind(self, known: str | None) -> Kind | None:
        fact = self.briefing.fact_by_id.get(known or "")
        return fact.KIND if fact else None

    def _sentences(self) -> Iterator[tuple[Block, int, int]]:
        for span in self.spans:
            block = self.briefing.article.blocks[span.block]
            yield block, *sentences_around(block.text, span)

    def _words(self, found: FoundName) -> frozenset[str]:
        names = [words for _, words in self.wordings.names_of.get(found.known or "", ())]
        words = (word for name in (found.text.casefold(), *names) for word in name.split())
        return frozenset(word for word in words if len(word) > len("the"))

    def _is_near(self, own: frozenset[str]) -> bool:
        """Whether a word of the name is in the paragraphs, or in those before them."""
        near = {span.block + step for span in self.spans for step in (-1, 0)}
        texts = (self.wordings.blocks[number][1] for number in near if number >= 0)
        return any(not own.isdisjoint(words.split()) for words in texts)

    def _is_head(self, own: frozenset[str]) -> bool:
        front = self.briefing.front
        texts = (front.title, front.kicker, front.standfirst, front.dateline)
        words = " ".join(filter(None, texts)).casefold()
        return any(word in words for word in own)


def is_compared(found: FoundName, text: str) -> bool:
    """Whether others are compared with whom a text names: “people like Mr Holt”, “Holt’s included”."""
    before = any(words.search(text, 0, found.start) for words in (_COMPARED, _SET_BESIDE))
    return before or _BESIDE_OTHERS.match(text, found.end) is not None


def _statement(name: FoundName, block: Block) -> Statement:
    span = Span(block=block.number, start=name.start, end=name.end)
    return Statement(text=name.text, span=span, position=block.position(name.start))
