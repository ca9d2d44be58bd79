"""Who says it, by the title of an event or a label: “The governor puts the toll at nine”, of the mayor."""

from collections.abc import Iterator
from typing import Final

from dateline.checking.agreement.speakers.said_by import are_others
from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.basis.findings import Findings
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.facts.briefing import Briefing
from dateline.facts.records import Event, Figure, Named, Organisation, Person
from dateline.frozen import dataclass
from dateline.language import FoundName
from dateline.patterns import compile_later

_SAYS: Final = compile_later(
    r"(?P<who>[^,.;:()“”0-9]{3,40}?) (?:says?|puts?|counts?|reports?|raises?|lowers?|lists?|announces?|estimates?"
    r"|confirms?|gives?|records?|warns?|promises?|pledges?)\b"
)
_BY: Final = compile_later(
    r"\b(?:(?:promised|pledged|announced|given|counted|estimated|reported|listed|confirmed|recorded|claimed) by"
    r"|according to) (?P<who>[^,.;:()“”0-9]{3,40})$"
)
_WORD: Final = compile_later(r"[^\W\d_]{3,}")
# Bodies whose common name no other body has.
BODIES: Final = frozenset({"police", "prosecutors", "army", "navy", "coastguard"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellers:
    """Whom the sheets have, and what the evidence of a fact names."""

    briefing: Briefing
    spans: Spans
    findings: Findings

    def another(self, seen: SeenText) -> FoundName | None:
        """Whom a text has say it, where its fact is `by` somebody else and its sentences have no such name."""
        owner = seen.owner
        if not isinstance(owner, Event | Figure) or owner.by is None:
            return None
        match seen.field:
            case "title":
                said = _SAYS.match(seen.text)
            case "label":
                said = _BY.search(seen.text)
            case _:
                return None
        if said is None or not self._is_another(said["who"], owner.by, owner.id):
            return None
        start, end = said.span("who")
        return FoundName(start=start, end=end, text=said["who"], known=None)

    def _is_another(self, who: str, by: str, fact: str) -> bool:
        own, words = self.briefing.fact_by_id.get(by), _words(who)
        if not words or words & self._words_of_evidence(fact):
            return False
        meant = [each.id for each in self._actors if words <= _words_of(each)]
        if meant:
            named = self._named_in_evidence(fact)
            return all(each not in named and are_others(by, each, self.briefing) for each in meant)
        if not isinstance(own, Organisation):
            return False
        return words <= BODIES and not words & _words_of(own)

    @property
    def _actors(self) -> Iterator[Named]:
        return (each for each in self.briefing.named if isinstance(each, Person | Organisation))

    def _sentences(self, fact: str) -> Iterator[tuple[int, int, int]]:
        for span in self.spans.get(fact, ()):
            text = self.briefing.article.blocks[span.block].text
            yield span.block, *sentences_around(text, span)

    def _words_of_evidence(self, fact: str) -> frozenset[str]:
        blocks = self.briefing.article.blocks
        texts = (blocks[block].text[start:end] for block, start, end in self._sentences(fact))
        return _words(" ".join(texts))

    def _named_in_evidence(self, fact: str) -> frozenset[str | None]:
        return frozenset(
            name.known
            for block, start, end in self._sentences(fact)
            for name in self.findings.names[block]
            if start <= name.start < end
        )


def _called(actor: Named) -> str:
    role = (
        actor.role
        if isinstance(actor, Person)
        else actor.what
        if isinstance(actor, Organisation)
        else ""
    )
    return " ".join([actor.name, *actor.aliases, role or ""])


def _words_of(actor: Named) -> frozenset[str]:
    return _words(_called(actor))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.casefold()) if word != "the")
