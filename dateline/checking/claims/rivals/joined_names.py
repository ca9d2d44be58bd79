"""Names that the article has, but not where it tells what a text does: “makes Syria his first stop”, of Iraq."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from dateline.checking.claims.grounds.statements import Surroundings
from dateline.checking.claims.matching.actors import is_compared
from dateline.checking.claims.rivals.naming_sentences import (
    NamingSentence,
    NamingSentences,
    Rival,
    beside,
    roots_of,
)
from dateline.facts.wording import sentence_at
from dateline.frozen import dataclass
from dateline.language import FoundName

# So many words and names of a text must a sentence have that tells the same.
_SAME: Final = 2
_MANY: Final = 3


@dataclass(frozen=True, kw_only=True)
class JoinedName:
    """The name of a sheet in a text that readers see, and where the article has it."""

    claimed: FoundName
    text: str
    near: Surroundings
    article: NamingSentences

    def where_reported(self) -> Sequence[Rival]:
        """Whom the article names where it tells most of the text, if no sentence near this name tells as much.

        Nobody where the text’s fact refers to the name, its sheet says so, or it is said as a common noun;
        nor where the text names the other one too, or compares others with it.
        """
        if not (self._may_be_another and self._blocks):
            return []
        near = [sentence for sentence in self.article.sentences if self._is_near(sentence)]
        least = max(_SAME, 1 + max(map(self._share, near), default=0), 1 + self._of_sheet)
        half = self._words_in_its_half
        words = half if len(half) >= _SAME else self._words
        others = [
            (self._share(sentence), sentence, name)
            for sentence in self.article.sentences
            if not self._is_near(sentence) and words & sentence.words
            for name in sentence.names
            if self._is_rival(name)
        ]
        most = max((share for share, _, _ in others), default=0)
        return [(sentence, name) for share, sentence, name in others if share == most >= least]

    def beside_evidence(self) -> Sequence[Rival]:
        """Whom the paragraphs of the evidence name, and not this one, if no other sentence that does tells as much."""
        if not self._may_be_another:
            return []
        home = {at.block for fact in self.near.own for at in self.near.spans.get(fact, ())}
        around = [sentence for sentence in self.article.sentences if sentence.block.number in home]
        before = [
            sentence for sentence in self.article.sentences if sentence.block.number + 1 in home
        ]
        if any(map(self._has_it, (*around, *before))):
            return []
        said = filter(self._has_it, self.article.sentences)
        shares = [self._share(sentence) for sentence in around if self._words & sentence.words]
        least = _MANY if self._is_head else _SAME
        if max(shares, default=0) < max(least, 1 + max(map(self._share, said), default=0)):
            return []
        return [
            (sentence, name)
            for sentence in around
            for name in sentence.names
            if self._is_rival(name)
        ]

    def in_its_place(self) -> Sequence[Rival]:
        """Whom the article names beside a word that the text has beside this name, which never is.

        Nobody where the text’s fact refers to the name, or its evidence has it.
        """
        if not self._may_be_another or self._is_in_evidence:
            return []
        own = beside(self.text, self.claimed, self.article.wordings.find_names(self.text))
        said = [*filter(self._has_it, self.article.sentences)]
        if any(
            {word for _, word in own} & {word for _, word in sentence.beside(name)}
            for sentence in said
            for name in sentence.names
            if name.known == self.claimed.known
        ):
            return []
        least = max(_SAME, max(map(self._share, said), default=0))
        return [
            (sentence, name)
            for sentence in self.article.sentences
            if self._share(sentence) >= least and self._words & sentence.words
            if not self._of_name & sentence.words
            for name in sentence.names
            if self._is_rival(name) and own & sentence.beside(name)
        ]

    def is_certain(self, rivals: Sequence[Rival]) -> bool:
        """Whether all are one of the same kind, of whom a sentence tells all that the text does of its others."""
        known = self.claimed.known
        ids = {name.known for _, name in rivals}
        kinds = {self.article.kind_of(each) for each in (*ids, known) if each}
        return len(ids) == len(kinds) == 1 and all(
            self._share(sentence) >= _MANY and self._beside <= sentence.known
            for sentence, _ in rivals
        )

    @cached_property
    def _may_be_another(self) -> bool:
        """Whether it is a sheet's name as such that the text's fact does not refer to, and nobody's measure."""
        known = self.claimed.known
        return (
            known is not None
            and self._is_proper
            and not self.near.refers_to(known)
            and not is_compared(self.claimed, self.text)
        )

    def _has_it(self, sentence: NamingSentence) -> bool:
        assert self.claimed.known
        return self.article.has(sentence, self.claimed.known)

    def _is_rival(self, name: FoundName) -> bool:
        known = self.claimed.known
        assert known
        assert name.known
        return name.known not in self._named and self.article.are_alike(known, name.known)

    @cached_property
    def _of_name(self) -> frozenset[str]:
        """The words of its names, of which one may stand for it: “the rebels”, “Baghdad’s airport”."""
        names = self.article.wordings.names_of.get(self.claimed.known or "", ())
        return roots_of(" ".join(own for _, own in names))

    @property
    def _is_in_evidence(self) -> bool:
        spans = [at for fact in self.near.own for at in self.near.spans.get(fact, ())]
        return any(
            at.block == sentence.block.number and at.start < name.end and name.start < at.end
            for at in spans
            for sentence in self.article.sentences
            for name in sentence.names
            if name.known == self.claimed.known
        )

    @property
    def _is_head(self) -> bool:
        """Whether it stands above the article, which is about it."""
        front = self.article.briefing.front
        texts = filter(None, (front.title, front.kicker, front.standfirst, front.dateline))
        found = (self.article.wordings.find_names(text) for text in texts)
        return any(name.known == self.claimed.known for names in found for name in names)

    @property
    def _is_proper(self) -> bool:
        return not self.claimed.text.removeprefix("The ").islower()

    @cached_property
    def _sentence(self) -> tuple[int, int]:
        return sentence_at(self.text, self.claimed.start)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the sentence of the text that are no names."""
        first, last = self._sentence
        own = f"{self.text[first : self.claimed.start]} {self.text[self.claimed.end : last]}"
        return roots_of(own) - self.article.proper

    @property
    def _words_in_its_half(self) -> frozenset[str]:
        """The words around the name up to an “and”: what is said before it may be of others."""
        start, end = self.claimed.start, self.claimed.end
        first, last = self._sentence
        before = self.text[first:start].rpartition(" and ")[2]
        after = self.text[end:last].partition(" and ")[0]
        return roots_of(f"{before} {after}") - self.article.proper

    @cached_property
    def _named(self) -> frozenset[str | None]:
        return frozenset(name.known for name in self.article.wordings.find_names(self.text))

    @cached_property
    def _beside(self) -> frozenset[str]:
        """Who else is named in the same sentence of the text."""
        first, last = self._sentence
        found = self.article.wordings.find_names(self.text)
        ids = {name.known for name in found if first <= name.start < last and name.known}
        return frozenset(ids - {self.claimed.known})

    def _share(self, sentence: NamingSentence) -> int:
        """How many words and names of the text a sentence has."""
        names = sum(self.article.names_it(sentence, fact) for fact in self._beside)
        return len(self._words & sentence.words) + names

    @cached_property
    def _blocks(self) -> frozenset[int]:
        known = self.claimed.known
        assert known
        return frozenset(
            sentence.block.number for sentence in self.article.sentences if known in sentence.known
        )

    def _is_near(self, sentence: NamingSentence) -> bool:
        """Whether it may be of the name: it stands in the sentence, its paragraph or the one before."""
        number = sentence.block.number
        return number in self._blocks or number - 1 in self._blocks or self._has_it(sentence)

    @property
    def _of_sheet(self) -> int:
        named = self.article.briefing.fact_by_id.get(self.claimed.known or "")
        texts = (getattr(named, field, None) or "" for field in ("role", "what", "why"))
        return len(self._words & roots_of(" ".join(texts)))
