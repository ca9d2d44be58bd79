"""The sentences of an article, whom each names, and what words it has beside a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property, lru_cache
from typing import Final

from dateline.checking.basis.findings import Findings
from dateline.checking.claims.grounds.statements import Statement
from dateline.checking.claims.grounds.word_stems import stem_of
from dateline.checking.claims.matching.wordings import Wordings
from dateline.checking.claims.rivals.nearness import part_of
from dateline.checking.claims.rivals.shared_words import goes_on
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import Named, Person
from dateline.facts.wording import sentence_at, sentences
from dateline.frozen import dataclass
from dateline.language import FoundName, en
from dateline.patterns import compile_later

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
    begin, end = sentence_at(text, name.start)
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
