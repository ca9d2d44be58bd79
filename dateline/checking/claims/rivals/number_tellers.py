"""Numbers that a text has from somebody else than the article and the sheets: “police put the toll at 23”."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.checking.agreement.speakers.said_by import are_others
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.basis.findings import Findings, overlap
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import Statement
from dateline.checking.claims.grounds.word_stems import stem_of
from dateline.checking.claims.matching.wordings import Wordings
from dateline.checking.claims.rivals.tellers import BODIES
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import Figure, Organisation, Person
from dateline.facts.wording import sentence_at
from dateline.frozen import dataclass
from dateline.language import FoundName, FoundQuantity, en
from dateline.patterns import compile_later

_TOLL: Final = r"tolls?|counts?|figures?|numbers?|estimates?|tall(?:y|ies)"
_AUXILIARIES: Final = r"(?:(?:has|have|had|now|first|then|also|still|later) )*"
_SAYS: Final = (
    rf"{_AUXILIARIES}(?:says?|said|speaks? of|spoke of|spoken of|reports?|reported|estimates?|estimated|counts?|counted"
    r"|confirms?|confirmed|announces?|announced|ha[ds](?= (?:at least |about |it at )?[0-9])"
    r"|(?:puts?|gives?|gave|given|cuts?|raises?|raised|lowers?|lowered|revises?|revised)"
    rf"(?= (?:[\w’'-]+ ){{0,4}}(?:{_TOLL})\b))"
)
_SAYS_IT: Final = compile_later(rf"\s{_SAYS}\b", re.IGNORECASE)
_THEY_SAY: Final = compile_later(
    rf"(?:^|[;,] (?:and )?)(?:it|he|she|they) {_SAYS}\b", re.IGNORECASE
)
# “Police have found 11 bodies”
_DOES: Final = compile_later(rf"\s{_AUXILIARIES}(?P<verb>[a-z]{{4,}}ed|found)(?=\s)")
# “…, police say”
_CLOSES: Final = compile_later(r" (?:says?|said|reports?|reported)(?=[.;,]|$)")
_OPENS: Final = compile_later(r", (?:the )?$")
# With such a word between, the number may be of somebody else.
_BETWEEN: Final = compile_later(
    r"[,;:.]|\b(?:and|but|while|when|after|before|than|against|who|whom|which|by)\b", re.IGNORECASE
)
# “A toll of 36”, but not “two of the 36”, and not “down from 41”.
_NOT_THEIRS: Final = compile_later(
    r"\b(?:(?:from|than|after|before|against) (?:the )?|of the "
    r"|(?:[0-9]|one|two|three|four|five|some|most|half|all|none) of )$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class NumberTellers:
    """A text, and who gives the numbers of the article and of the figures."""

    seen: SeenText
    briefing: Briefing
    findings: Findings
    wordings: Wordings

    def instead_of(
        self, claimed: FoundQuantity, support: Sequence[Statement]
    ) -> tuple[str, list[str]] | None:
        """Whom the text has a number from, and who gives it, if that is somebody else for certain."""
        is_times = claimed.unit == "times"
        if claimed.low is None or is_times or _NOT_THEIRS.search(self.seen.text, 0, claimed.start):
            return None
        teller, verb = self._teller(claimed)
        if teller is None:
            return None
        givers = self._doers(verb, support) if verb else self._givers(claimed, support)
        spans = [place.span for place in support if place.span]
        if not givers or any(not are_others(teller, each, self.briefing) for each in givers):
            return None
        if any(self._names(teller, span) for span in spans):
            return None
        name_of = self.briefing.name_of
        return name_of(teller), sorted(map(name_of, givers))

    def _teller(self, claimed: FoundQuantity) -> tuple[str | None, str]:
        """Who says the number in its sentence, or does to so many what a verb says.

        Of “It put the toll at 23”, whom the text is about, or the only one named before.
        """
        text = self.seen.text
        start, end = sentence_at(text, claimed.start)
        actors = [each for each in self._actors if start <= each.start < end]
        found = [
            (said.end(), name.known, "")
            for name in actors
            if (said := _SAYS_IT.match(text, name.end))
        ]
        found += [
            (done.end(), name.known, done["verb"])
            for name in actors
            if (done := _DOES.match(text, name.end))
        ]
        for they in _THEY_SAY.finditer(text[:end], start):
            found.append((they.end(), self._meant(they.start()), ""))
        before = [each for each in found if each[0] <= claimed.start]
        if before:
            at, who, verb = max(before, key=lambda each: (each[0], not each[2]))
            return (None, "") if _BETWEEN.search(text, at, claimed.start) else (who, verb)
        return (self._closing(claimed, actors[0]) if len(actors) == 1 else None), ""

    def _meant(self, place: int) -> str | None:
        """Who is “it” there: the only one of whom the text speaks before, or whom it is about."""
        named = {each.known for each in self._actors if each.end <= place}
        owner = self.seen.owner
        if not named and isinstance(owner, Person | Organisation):
            return owner.id
        return named.pop() if len(named) == 1 else None

    def _closing(self, claimed: FoundQuantity, name: FoundName) -> str | None:
        """Who says it at the end of the sentence: “…, police say”."""
        text = self.seen.text
        is_closed = _OPENS.search(text, 0, name.start) and _CLOSES.match(text, name.end)
        is_after = claimed.end <= name.start
        is_apart = re.search("[;:]", text[claimed.end : name.start])
        return name.known if is_closed and is_after and not is_apart else None

    @property
    def _actors(self) -> list[FoundName]:
        """The people and bodies that the text names; a body also by its last word: “the hospital”."""
        text = self.seen.text
        names = [name for name in self.wordings.find_names(text) if self._is_actor(name.known)]
        ends = Counter(each.name.split()[-1].lower() for each in self.briefing.named)
        short = {
            end if end in BODIES else f"the {end}": each.id
            for each in self.briefing.organisations
            if ends[end := each.name.split()[-1].lower()] == 1
        }
        others = en.find_names(text, aliases=short) if short else ()
        names += [
            each for each in others if each.known and not any(overlap(each, name) for name in names)
        ]
        return sorted(names, key=lambda name: name.start)

    def _is_actor(self, known: str | None) -> bool:
        return isinstance(self.briefing.fact_by_id.get(known or ""), Person | Organisation)

    def _givers(self, claimed: FoundQuantity, support: Sequence[Statement]) -> frozenset[str]:
        """Who gives the number, in the article and by the figures; none where a figure does not say."""
        by_sheets = [by for place in support for by in self._by(place, claimed)]
        by_article = (
            said.ids
            for place in support
            if place.span and (said := self.findings.voices.reporters(place.span))
        )
        known = frozenset().union(*by_article) | {by for by in by_sheets if by}
        return known if None not in by_sheets else frozenset()

    def _by(self, place: Statement, claimed: FoundQuantity) -> Iterator[str | None]:
        figure = self.briefing.fact_by_id.get(place.fact or "")
        if not isinstance(figure, Figure) or place.is_comparison or place.is_formula:
            return
        values = [(figure.value.low, figure.by)]
        values += [(each.value.low, each.by or figure.by) for each in figure.history]
        values += [(each.value.low, each.by) for each in figure.values]
        yield from (by for low, by in values if low == claimed.low)

    def _doers(self, verb: str, support: Sequence[Statement]) -> frozenset[str]:
        """Who does the same to so many in the article: “the fire service had found 11 bodies”."""
        return frozenset(
            name.known
            for place in support
            if place.span
            for name in self.findings.names[place.span.block]
            if name.known and self._is_actor(name.known)
            if (done := _DOES.match(text := self._text(place.span), name.end))
            if stem_of(done["verb"]) == stem_of(verb)
            if done.end() <= place.span.start
            if not _BETWEEN.search(text, done.end(), place.span.start)
        )

    def _text(self, span: Span) -> str:
        return self.briefing.article.blocks[span.block].text

    def _names(self, teller: str, span: Span) -> bool:
        """Whether the sentence of a number names somebody who may speak for whom the text has it from."""
        start, end = sentences_around(self._text(span), span)
        named = [
            name.known
            for name in self.findings.names[span.block]
            if name.known and start <= name.start < end and self._is_actor(name.known)
        ]
        return any(each == teller or not are_others(teller, each, self.briefing) for each in named)
