"""Names that the article has, but not where it tells what a text does: “makes Syria his first stop”, of Iraq."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property, lru_cache
from typing import Final

from dateline.checking.basis.findings import Findings
from dateline.checking.claims.grounds.statements import Statement, Surroundings
from dateline.checking.claims.grounds.word_stems import stem_of
from dateline.checking.claims.matching.actors import is_compared
from dateline.checking.claims.matching.wordings import Wordings
from dateline.checking.claims.rivals.nearness import part_of
from dateline.checking.claims.rivals.shared_words import goes_on
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import Named, Person
from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.language import FoundName, en
from dateline.patterns import compile_later

# So many words and names of a text must a sentence have that tells the same.
_SAME: Final = 2
_MANY: Final = 3


_WORD: Final = compile_later(r"[^\W\d_]{3,}|\d[\d.,:]*\d|\d")
_ENDING: Final = compile_later(r"(?<=...)(?:ings?|ed|e?s|e|ly|ers?|ion|ions)$")
# What numbers of others may have as well, and a name may not.
_TELLING: Final = frozenset({"new", "first", "last"})
# As many letters as words with one meaning share: negotiate, negotiations.
_ROOT: Final = 6


@lru_cache(maxsize=4096)
def roots_of(text: str) -> frozenset[str]:
    """The words that tell something, each without its ending."""
    return frozenset(filter(None, map(root_of, _WORD.findall(text))))


def root_of(word: str) -> str:
    folded = word.casefold()
    tells = folded.isdigit() or folded in _TELLING or stem_of(folded)
    return _ENDING.sub("", folded)[:_ROOT] if tells else ""


# On which side of a name a word is, and the word.
WordBeside = tuple[str, str]


def beside(text: str, name: FoundName, names: Iterable[FoundName]) -> frozenset[WordBeside]:
    """The telling word or the known name right before a name, and the one after it, in its part of the sentence."""
    first, last = part_of(text, name.start, name.end)
    begin, end = next((a, b) for a, b in sentences(text) if a <= name.start < b)
    others = [each for each in names if each.known and each.start != name.start]
    places = [(each.start, each.end, f"={each.known}") for each in others]
    places += [
        (found.start(), found.end(), root)
        for found in _WORD.finditer(text, max(first, begin), min(last, end))
        if (root := root_of(found[0]))
        and not any(each.start <= found.start() < each.end for each in (name, *others))
    ]
    inside = [place for place in places if max(first, begin) <= place[0] < min(last, end)]
    before = max((place for place in inside if place[1] <= name.start), default=None)
    after = min((place for place in inside if place[0] >= name.end), default=None)
    sides = (("before", before), ("after", after))
    return frozenset((side, place[2]) for side, place in sides if place)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingSentence:
    """A sentence of the article, and the words and the known names of it and of what it goes on from."""

    block: Block
    words: frozenset[str]
    known: frozenset[str]
    names: Sequence[FoundName]

    def beside(self, name: FoundName) -> frozenset[WordBeside]:
        return beside(self.block.text, name, self.names)

    def statement(self, name: FoundName) -> Statement:
        span = Span(block=self.block.number, start=name.start, end=name.end)
        return Statement(text=name.text, span=span, position=self.block.position(name.start))


# A name, and the sentence that has it.
Rival = tuple[NamingSentence, FoundName]


@dataclass(frozen=True, kw_only=True)
class NamingSentences:
    """The sentences of an article, and of whom each tells."""

    briefing: Briefing
    findings: Findings
    wordings: Wordings
    _last_words: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def sentences(self) -> Sequence[NamingSentence]:
        return [
            sentence
            for block, names in zip(self.briefing.article.blocks, self.findings.names, strict=True)
            for sentence in _sentences(block, [name for name in names if name.known])
        ]

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words of names that have a capital."""
        names = (name for named in self.briefing.named for name in (named.name, *named.aliases))
        words = (word for name in names for word in name.split() if not word.islower())
        return roots_of(" ".join(words))

    def names_it(self, sentence: NamingSentence, fact: str) -> bool:
        """Whether a sentence has a name, or the last word of one."""
        return fact in sentence.known or not self._lasts(fact).isdisjoint(sentence.words)

    def has(self, sentence: NamingSentence, fact: str) -> bool:
        """Whether a sentence has a name, or a word of the person’s role: “the judge”."""
        named = self.briefing.fact_by_id[fact]
        role = roots_of(named.role) - self.proper if isinstance(named, Person) else frozenset()
        return self.names_it(sentence, fact) or not role.isdisjoint(sentence.words)

    def _lasts(self, fact: str) -> frozenset[str]:
        if fact not in self._last_words:
            names = (own.split() for _, own in self.wordings.names_of.get(fact, ()))
            lasts = (root_of(words[-1]) for words in names if words)
            self._last_words[fact] = frozenset(filter(None, lasts))
        return self._last_words[fact]

    def kind_of(self, fact: str) -> str:
        named = self.briefing.fact_by_id[fact]
        is_country = isinstance(named, Named) and named.name.casefold() in en.COUNTRIES
        return "country" if is_country else named.KIND

    def are_alike(self, first: str, second: str) -> bool:
        """Whether two names may stand in one place: of two people, or of two bodies or places."""
        facts = self.briefing.fact_by_id
        return isinstance(facts[first], Person) is isinstance(facts[second], Person)


def _sentences(block: Block, names: Sequence[FoundName]) -> Iterator[NamingSentence]:
    lead: NamingSentence | None = None
    for first, last in sentences(block.text):
        inside = [name for name in names if first <= name.start < last]
        words = roots_of(block.text[first:last])
        known = frozenset(name.known for name in inside if name.known)
        if lead and goes_on(block.text, first):
            words, known = words | lead.words, known | lead.known
        lead = NamingSentence(block=block, words=words, known=known, names=inside)
        yield lead


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
        known = self.claimed.known
        if known is None or not self._is_proper or self.near.refers_to(known):
            return []
        if is_compared(self.claimed, self.text) or not self._blocks:
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
        known = self.claimed.known
        if known is None or not self._is_proper or self.near.refers_to(known):
            return []
        home = {at.block for fact in self.near.own for at in self.near.spans.get(fact, ())}
        around = [sentence for sentence in self.article.sentences if sentence.block.number in home]
        before = [
            sentence for sentence in self.article.sentences if sentence.block.number + 1 in home
        ]
        if is_compared(self.claimed, self.text) or any(
            self.article.has(sentence, known) for sentence in (*around, *before)
        ):
            return []
        said = [
            sentence for sentence in self.article.sentences if self.article.has(sentence, known)
        ]
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
        known = self.claimed.known
        if known is None or not self._is_proper or self.near.refers_to(known):
            return []
        if is_compared(self.claimed, self.text) or self._is_in_evidence:
            return []
        own = beside(self.text, self.claimed, self.article.wordings.find_names(self.text))
        said = [
            sentence for sentence in self.article.sentences if self.article.has(sentence, known)
        ]
        if any(
            {word for _, word in own} & {word for _, word in sentence.beside(name)}
            for sentence in said
            for name in sentence.names
            if name.known == known
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
        return next((a, b) for a, b in sentences(self.text) if a <= self.claimed.start < b)

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
        assert self.claimed.known
        return (
            number in self._blocks
            or number - 1 in self._blocks
            or self.article.has(sentence, self.claimed.known)
        )

    @property
    def _of_sheet(self) -> int:
        named = self.article.briefing.fact_by_id.get(self.claimed.known or "")
        texts = (getattr(named, field, None) or "" for field in ("role", "what", "why"))
        return len(self._words & roots_of(" ".join(texts)))
