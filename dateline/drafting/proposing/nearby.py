"""What else is found around a date or a number, for a proposal that rests on it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from dateline.checking import Checked
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.basis.findings import find_all
from dateline.checking.basis.speakers import Voices
from dateline.checking.coverage.coverage import Finding, FindingKind
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.records import Organisation
from dateline.frozen import dataclass
from dateline.language import FoundDate, FoundName, en
from dateline.language.en.headlines.clause_parts import has_verb
from dateline.language.en.speakers.noun_phrases import Subject
from dateline.reading.found_places import find_place

# “He highlighted last month that “…””.
_TO_QUOTE: Final = re.compile(r",?(?: that)?[:,]? ?[“\"]")
_IN: Final = re.compile(
    r"\b(?:in|at|near|outside|off|on(?= the [\w ]*island)) "
    r"(?:the (?:(?:[\w’'-]+ ){0,2}(?:island|town|village|city|port|resort|suburb|district|coast) of )?)?$",
    re.IGNORECASE,
)


# The subject of a sentence, with its verb.
_THING: Final = re.compile(
    r"The ((?!(?:next|last|first|second|other|dead|rest|most)\b)(?:[a-z-]+ ){0,2}?(?!(?:[a-z]+s)\b)[a-z-]+)"
    r"(?:, [^,;.]{2,60},)? (?:was|is|has|had|will|would|can|could|may|[a-z]+ed|left|went|came|ran|made"
    r"|took|lost|won|cost|began) "
)
_SMALL: Final = re.compile(r"\b[a-z]{2,}\b")
_LISTED: Final = re.compile(r",? and |, ")
_OPENING_IN: Final = re.compile(
    r"(?:(?:At|In|During|After|Before|Following) [^,;:.]{2,50} (?:in|at|near|outside)|In|At|Near|Outside) (?:the )?"
    r"(?:[A-Z]\w+[’']s )?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NearbyFindings:
    """The findings of each block of an article, in order, and the countries of the story’s places.

    `small_words` are those that the article has with a small letter, and `dated_from` is the country that
    its dateline is in.
    """

    briefing: Briefing
    checked: Checked
    in_block: Mapping[int, tuple[Finding, ...]]
    voices: Voices
    named_now: Collection[str]
    countries: frozenset[str]
    small_words: frozenset[str]
    dated_from: str | None

    @classmethod
    def of(cls, briefing: Briefing, checked: Checked, named_now: Collection[str]) -> NearbyFindings:
        """`named_now` are the ids of people, organisations and places that are only proposed."""
        blocks: dict[int, list[Finding]] = {}
        for finding in checked.coverage:
            blocks.setdefault(finding.span.block, []).append(finding)
        return cls(
            briefing=briefing,
            checked=checked,
            in_block={block: tuple(found) for block, found in blocks.items()},
            voices=find_all(briefing).voices,
            named_now=named_now,
            countries=_countries(briefing),
            dated_from=_country_of_dateline(briefing),
            small_words=frozenset(
                word for block in briefing.article.blocks for word in _SMALL.findall(block.text)
            ),
        )

    def text(self, finding: Finding) -> str:
        return self.briefing.article.blocks[finding.span.block].text

    def sentence(self, finding: Finding) -> tuple[int, int]:
        return sentences_around(self.text(finding), finding.span)

    def sentence_text(self, finding: Finding) -> str:
        start, end = self.sentence(finding)
        return " ".join(self.text(finding)[start:end].split())

    def whole_sentence(self, finding: Finding) -> tuple[int, int]:
        """The sentence, with all of a quotation that it begins with."""
        paragraph = self.voices.antecedents.passages[finding.span.block]
        return paragraph.sentence_at(finding.span.start)

    def quotation_around(self, finding: Finding) -> Finding | None:
        """The quotation whose words it is among."""
        quotations = self.within(finding, "quotation", 0, len(self.text(finding)))
        return next(
            (
                quotation
                for quotation in quotations
                if quotation.span.start <= finding.span.start < quotation.span.end
            ),
            None,
        )

    def is_left(self, finding: Finding) -> bool:
        """Whether no fact of a human, no waiver and no undecided proposal has it."""
        facts = [fact for fact in finding.facts if fact not in self.named_now]
        return not (facts or finding.reason is not None or finding.undecided)

    def stretches(self, finding: Finding, kind: FindingKind) -> list[tuple[int, int]]:
        """Where all findings of a kind are in the block of this one."""
        return [
            (other.span.start, other.span.end)
            for other in self.in_block[finding.span.block]
            if other.kind == kind
        ]

    def within(self, finding: Finding, kind: FindingKind, start: int, end: int) -> list[Finding]:
        """The findings of a kind in a stretch of the block of this one."""
        return [
            other
            for other in self.in_block[finding.span.block]
            if other.kind == kind and start <= other.span.start and other.span.end <= end
        ]

    def day_of_saying(self, finding: Finding) -> Finding | None:
        """The date of the sentence that is the day on which somebody said this."""
        text, (start, end) = self.text(finding), self.sentence(finding)
        return next(
            (
                date
                for date in self.within(finding, "date", start, end)
                if date is not finding
                and isinstance(date.found, FoundDate)
                and self.quotation_around(date) is None
                and (en.is_day_of_saying(text, date.found) or _TO_QUOTE.match(text, date.span.end))
            ),
            None,
        )

    def reporter(self, finding: Finding) -> str | None:
        """The id of the only one who reports the words outside quotation marks."""
        speakers = self.voices.reporters(finding.span)
        is_one = speakers and len(speakers.ids) == 1 and not speakers.strangers
        return min(speakers.ids) if speakers and is_one else None

    def whom(self, finding: Finding, pronoun: str) -> str | None:
        """The name of the only one whom a pronoun of the finding’s sentence can mean.

        “It” is the only body of the clause before, or of the sentence before in the same paragraph, and its
        subject.
        """
        text, (start, _) = self.text(finding), self.sentence(finding)
        found = list(
            re.finditer(rf"\b{pronoun}\b", text[start : finding.span.start], re.IGNORECASE)
        )
        at = start + (found[-1].start() if found else 0)
        names = self._antecedents(finding.span.block, start, at, pronoun)
        if not names and pronoun == "it":
            return self._thing_before(finding.span.block, start, at)
        if len({self.voices.roll.same(name) for name in names}) != 1:
            return None
        fact = self.voices.roll.fact(names[0])
        return fact.name if fact else names[0].text

    def _thing_before(self, block: int, start: int, at: int) -> str | None:
        """“The signal”, with which the sentence before begins, of “It had travelled 6 miles”.

        None where the paragraph has a body that may be meant.
        """
        passage = self.voices.antecedents.passages[block]
        if start == 0 or passage.text[start:at].strip(" ,"):
            return None
        first, stop = passage.sentence_at(start - 1)
        found = _THING.match(passage.text, first, stop)
        others = [name for name in passage.outside if name.start < start]
        bodies = (fact for fact in map(self.voices.roll.fact, others) if fact)
        is_alone = not any(isinstance(fact, Organisation) for fact in bodies)
        return f"the {found[1]}" if found and is_alone else None

    def _antecedents(self, block: int, start: int, at: int, pronoun: str) -> Sequence[FoundName]:
        antecedents = self.voices.antecedents
        if pronoun in ("he", "she"):
            said = antecedents.resolve(Subject(pronoun=pronoun), block, at)
            return said.names if said else ()
        if pronoun != "it":
            return ()
        passage = antecedents.passages[block]
        if not has_verb(passage.text[start:at]):
            if start == 0:
                return ()
            start, at = passage.sentence_at(start - 1)[0], start
        inside = [
            name
            for name in passage.outside
            if start <= name.start < at and not _ACCORDING.search(passage.text, 0, name.start)
        ]
        meant = antecedents.about.whom_of(passage.tokens(start, at), inside, pronoun)
        bodies = {
            fact.id for fact in map(self.voices.roll.fact, inside) if isinstance(fact, Organisation)
        }
        named = {fact.id for fact in map(self.voices.roll.fact, meant) if fact}
        return meant if named and named == bodies else ()

    def is_where(self, name: Finding) -> bool:
        """Whether the words say that something is in, at or near what is named."""
        return _IN.search(self.text(name), 0, name.span.start) is not None

    def listed_after(self, first: Finding, names: Iterable[Finding]) -> list[Finding]:
        """The names in a list that begins with this one: “in Lesk, Ostrow and Sund”."""
        found, end = list[Finding](), first.span.end
        for name in sorted(names, key=lambda each: each.span.start):
            if name.span.start > end and _LISTED.fullmatch(self.text(first), end, name.span.start):
                found.append(name)
                end = name.span.end
        return found

    def is_where_in_opening(self, name: Finding, start: int) -> bool:
        """Whether a sentence from `start` begins with where: “At a meeting in Lesk’s Holm Hall on Monday”."""
        return _OPENING_IN.fullmatch(self.text(name), start, name.span.start) is not None

    def ids_of(self, names: Iterable[Finding], kinds: tuple[Kind, ...]) -> list[str]:
        """The ids of the facts of these kinds that are named, in order."""
        found = dict.fromkeys(fact for name in names for fact in name.facts)
        return [fact for fact in found if self.briefing.fact_by_id[fact].KIND in kinds]


# Who only says so is not what “it” is in the next sentence.
_ACCORDING: Final = re.compile(r"\baccording to (?:the )?$", re.IGNORECASE)
_DATELINE: Final = re.compile(
    r"([A-Z][A-Z’' -]{2,}(?:, [A-Z][\w’' -]+?)?)(?:, [A-Z][a-z]+\.? [0-9]+)? [—–-] "
)


def _country_of_dateline(briefing: Briefing) -> str | None:
    """“DARMSTADT, Germany”: Germany; empty where nobody knows it, None where there is no dateline."""
    text = "\n".join(block.text for block in briefing.article.blocks)
    found = _DATELINE.match(text)
    town, _, country = (briefing.front.dateline or (found[1] if found else "")).partition(", ")
    places = (find_place(name, text) for name in (country, town.title()) if name)
    place = next((place for place in places if place), None)
    known = (place.country or place.name) if place else ""
    return known if town else None


def _countries(briefing: Briefing) -> frozenset[str]:
    text = "\n".join(block.text for block in briefing.article.blocks)
    places = (find_place(place.name, text) for place in briefing.places)
    return frozenset(
        place.name if place.kind == "country" else place.country for place in places if place
    )
