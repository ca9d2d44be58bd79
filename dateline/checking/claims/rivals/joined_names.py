"""Names that the article has, but with none of the words beside them in a text: “Syria’s president arrives”."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from dateline.checking.basis.findings import Findings
from dateline.checking.claims.grounds.statements import Statement, Surroundings
from dateline.checking.claims.matching.actors import is_compared
from dateline.checking.claims.rivals.shared_words import sentence_of, tells_the_same, words_of
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.records import Named
from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.language import FoundName

# So many words of a sentence, one of them no name, must be those of a text to tell the same.
_SAME: Final = 2
_PARTICLES: Final = frozenset("of the and for de la van von der den al el bin".split())


@dataclass(frozen=True, kw_only=True)
class JoinedName:
    """The name of a sheet in a text that readers see, and where the article has it."""

    claimed: FoundName
    text: str
    near: Surroundings
    briefing: Briefing
    findings: Findings
    names: frozenset[str]
    named: frozenset[str | None]

    def instead(self) -> Sequence[Statement]:
        """Of whom else of its kind the article tells it, if nothing near the name has a word of the text.

        Nobody where the text’s fact refers to the name, its sheet has a word of the text, or it is said as
        a common noun; nor where the text names the other one too, or compares others with it.
        """
        if not self._is_proper or self.near.refers_to(self.claimed.known) or not self._places:
            return []
        if is_compared(self.claimed, self.text):
            return []
        is_dateline = self.claimed.text in (self.briefing.front.dateline or "")
        if is_dateline or any(map(self._is_beside, self._places)):
            return []
        said = (*self._of_sheet(), *map(self._sentence, self._places))
        if any(tells_the_same(self._own, words, self.names) for words in said):
            return []
        return [*self._others()]

    def _others(self) -> Iterator[Statement]:
        kind = self._kind(self.claimed.known)
        for block, names in zip(self.briefing.article.blocks, self.findings.names, strict=True):
            for name in names:
                if self._kind(name.known) != kind or name.known in self.named:
                    continue
                shared = words_of(self._own) & words_of(
                    sentence_of(block.text, name.start, name.end)
                )
                is_same = shared - self.names or len(shared) > _SAME
                if is_same and len(shared) >= _SAME:
                    span = Span(block=block.number, start=name.start, end=name.end)
                    yield Statement(text=name.text, span=span, position=block.position(name.start))

    def _kind(self, known: str | None) -> Kind | None:
        fact = self.briefing.fact_by_id.get(known or "")
        return fact.KIND if fact else None

    @property
    def _is_proper(self) -> bool:
        return not any(
            word.islower() for word in self.claimed.text.split() if word not in _PARTICLES
        )

    @cached_property
    def _own(self) -> str:
        """The sentence of the text without the name."""
        first, last = next((a, b) for a, b in sentences(self.text) if a <= self.claimed.start < b)
        return f"{self.text[first : self.claimed.start]} {self.text[self.claimed.end : last]}"

    @cached_property
    def _places(self) -> Sequence[Span]:
        return [
            Span(block=block, start=name.start, end=name.end)
            for block, names in enumerate(self.findings.names)
            for name in names
            if name.known == self.claimed.known
        ]

    def _is_beside(self, place: Span) -> bool:
        """Whether it is in a paragraph of which the text’s own fact, or one that it refers to, has a passage."""
        facts = self.near.own or self.near.named
        return any(
            at.block == place.block for fact in facts for at in self.near.spans.get(fact, ())
        )

    def _sentence(self, place: Span) -> str:
        return sentence_of(self.briefing.article.blocks[place.block].text, place.start, place.end)

    def _of_sheet(self) -> Iterator[str]:
        named = self.briefing.fact_by_id.get(self.claimed.known or "")
        if isinstance(named, Named):
            texts = (getattr(named, field, None) for field in ("role", "what", "why"))
            yield from (text for text in texts if text)
