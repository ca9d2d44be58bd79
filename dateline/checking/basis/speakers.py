"""Who says what an article says: those whom its words name, as the sheets know them."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import Named, Organisation, Person, Place
from dateline.frozen import dataclass
from dateline.language import FoundName, FoundQuotation, en
from dateline.language.en.speakers.antecedents import Antecedents, Attribution, Paragraph, People
from dateline.language.en.speakers.noun_phrases import Subject
from dateline.patterns import compile_later

_WORD = compile_later(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """The ids of those who may have spoken, and the names of those whom no sheet has.

    `beside` are others whom the same words name.
    """

    ids: frozenset[str]
    strangers: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()


# By the number of the block and where the quotation begins in it.
Spoken = Mapping[tuple[int, int], Speakers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who speaks in an article, and in which words."""

    roll: "Roll"
    antecedents: Antecedents

    @classmethod
    def of(
        cls,
        briefing: Briefing,
        names: Sequence[Sequence[FoundName]],
        quotations: Sequence[Sequence[FoundQuotation]],
    ) -> "Voices":
        roll = Roll.of(briefing)
        passages = [
            Paragraph(
                text=block.text,
                names=names[block.number],
                quotations=quotations[block.number],
                whole=block.kind == "quote" and _is_whole(block.text, quotations[block.number]),
            )
            for block in briefing.article.blocks
        ]
        people = People(
            is_person=roll.is_person, same=roll.same, called=roll.called, role=roll.role
        )
        return cls(roll=roll, antecedents=Antecedents(passages=passages, people=people))

    def quoted(self) -> Spoken:
        """Who speaks in each quotation of the article, where its words say so."""
        found = en.find_attributions(self.antecedents)
        read = {place: self.roll.speakers(said) for place, said in found.items() if said}
        return {place: speakers for place, speakers in read.items() if speakers}

    def reporters(self, span: Span) -> Speakers | None:
        """Who reports the words of a span outside quotation marks; None where that is not sure."""
        paragraph = self.antecedents.passages[span.block]
        found = en.find_reporters(paragraph, span.start, span.end)
        read = [self._speakers(subject, span) for subject in found.subjects]
        sure = [speakers for speakers in read if speakers]
        if not sure or len(sure) < len(read):
            return None
        beside = (self.roll.fact(name) for name in found.beside)
        return Speakers(
            ids=frozenset(fact_id for speakers in sure for fact_id in speakers.ids),
            strangers=tuple(name for speakers in sure for name in speakers.strangers),
            beside=frozenset(fact.id for fact in beside if fact),
        )

    def _speakers(self, subject: Subject | None, span: Span) -> Speakers | None:
        said = self.antecedents.resolve(subject, span.block, span.start)
        return self.roll.reporters(said) if said else None


def _is_whole(text: str, quotations: Sequence[FoundQuotation]) -> bool:
    return any(quoted.start == 0 and quoted.end == len(text) for quoted in quotations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Whom the sheets have, and whom a name of the article is of them."""

    named: Mapping[str, Named]
    words: Mapping[str, frozenset[str]]
    _found: dict[str, Named | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, briefing: Briefing) -> "Roll":
        named = {fact.id: fact for fact in briefing.named}
        words = {
            person.id: frozenset(_WORD.findall(person.name.casefold()))
            for person in briefing.people
        }
        return cls(named=named, words=words)

    def fact(self, name: FoundName) -> Named | None:
        """The fact whose alias a name is, or the only person with a surname like it."""
        if name.known:
            return self.named.get(name.known)
        if name.text not in self._found:
            words = frozenset(_WORD.findall(name.text.casefold()))
            fitting = [fact_id for fact_id, own in self.words.items() if words and words <= own]
            self._found[name.text] = self.named[fitting[0]] if len(fitting) == 1 else None
        return self._found[name.text]

    def is_person(self, name: FoundName) -> bool:
        fact = self.fact(name)
        return isinstance(fact, Person) if fact else en.may_be_a_person(name.text)

    def same(self, name: FoundName) -> str:
        """The same for all names of somebody: the id, or the last word."""
        fact = self.fact(name)
        return fact.id if fact else name.text.split()[-1]

    def called(self, name: FoundName) -> str:
        """The full name; its first word tells a woman from a man."""
        fact = self.fact(name)
        return fact.name if isinstance(fact, Person) else name.text

    def role(self, name: FoundName) -> str:
        fact = self.fact(name)
        return fact.role if isinstance(fact, Person) else ""

    def speakers(self, said: Attribution) -> Speakers | None:
        """The people whom the words name, or else the organisations.

        None where it is a place, or a name that no sheet has and that may be a place or a body.
        Somebody whom no sheet has may speak for an organisation named beside.
        """
        facts = [self.fact(name) for name in said.names]
        people = frozenset(fact.id for fact in facts if isinstance(fact, Person))
        bodies = self._organisations(said.bodies)
        if said.described:
            ids = people | bodies | self._organisations(said.names)
            return Speakers(ids=ids) if ids else None
        if people:
            return Speakers(ids=people)
        if any(isinstance(fact, Place) for fact in facts):
            return None
        own = self._organisations(said.names)
        unknown = [name for name, fact in zip(said.names, facts, strict=True) if fact is None]
        if not all(map(self.is_person, unknown)):
            return None
        strangers = tuple(name.text for name in unknown)
        return Speakers(ids=own | (bodies if strangers else frozenset()), strangers=strangers)

    def reporters(self, said: Attribution) -> Speakers | None:
        """The speakers; countries and towns as well: “Britain pledged £4m”."""
        facts = [self.fact(name) for name in said.names]
        places = frozenset(fact.id for fact in facts if isinstance(fact, Place))
        is_of_places = bool(places) and len(places) == len(facts) and not said.described
        return Speakers(ids=places) if is_of_places else self.speakers(said)

    def _organisations(self, names: Sequence[FoundName]) -> frozenset[str]:
        facts = (self.fact(name) for name in names)
        return frozenset(fact.id for fact in facts if isinstance(fact, Organisation))
