"""A name that an article has, and everything that it says beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.checking import Checked
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.coverage.offers import Offer
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.records import Passage
from dateline.language.en import find_name_kind
from dateline.language.en.headlines.name_cues import (
    AROUND,
    ends_dateline,
    find_place_type,
    is_national,
    is_of_none,
)
from dateline.language.en.headlines.name_forms import without_kind
from dateline.language.en.headlines.roles import FoundRole, find_role
from dateline.reading.found_places import find_place
from dateline.reading.gazetteer import KnownPlace, read_regions


class NamedOffer:
    """A name that is offered, and everything that the article says of it."""

    def __init__(
        self, offer: Offer, briefing: Briefing, checked: Checked, names: Sequence[Span]
    ) -> None:
        self.offer, self.briefing, self.checked, self.names = offer, briefing, checked, names
        self.name = without_kind(_without_people(offer.finding.text))
        self.short: str | None = None
        self.bracket = self._bracket()
        self.second = self._second()
        self.name = self._whole()
        self.name = self._in_prose(self.name)
        self.place = self._find_place()
        self.role, self.at = self._role()

    @property
    def article(self) -> str:
        """Its text with what stands above it."""
        front = self.briefing.front
        above = (front.title, front.standfirst, front.dateline or "")
        return "\n".join([*above, *(block.text for block in self.briefing.article.blocks)])

    def _in_prose(self, name: str) -> str:
        """“Ostrow” of “OSTROW” that a story is dated from; a shorter word in capitals may be initials."""
        is_long = name.isupper() and len(name) > _LONGEST_INITIALS
        return name.title() if is_long and self.is_dateline() else name

    def is_dateline(self) -> bool:
        own = self.offer.finding.span
        is_place = find_name_kind(self.text(own), own.start, own.end) == "place"
        return is_place and own.start == 0 and self.offer.finding.text.isupper()

    def _find_place(self) -> KnownPlace | None:
        """What the list of places has for it; “Lesk region” is not a town."""
        place = find_place(self.name, self.article)
        is_region = place and place.kind == "town" and self.place_type() in _REGIONS
        return None if is_region else self._among_regions(place)

    def _among_regions(self, place: KnownPlace | None) -> KnownPlace | None:
        """The province of Quebec, not the city, where it is listed with another province of its country."""
        if place is None or place.kind != "city":
            return place
        here = [each for each in read_regions().get(self.name, ()) if each.country == place.country]
        beside = [find_place(other, self.article) for other in self.listed()] if here else []
        is_among = any(
            other and (other.kind, other.country) == ("region", place.country) for other in beside
        )
        return here[0] if is_among else place

    def text(self, span: Span) -> str:
        return self.briefing.article.blocks[span.block].text

    def _bracket(self) -> str | None:
        """The other name in the brackets after this one: “Ketaeb Hezbollah (Hezbollah Brigades)”."""
        own = self.offer.finding.span
        for span in self.names:
            if span.block == own.block and span.start == own.end + 2:
                text = self.text(span)
                is_agency = ends_dateline(text[span.end :])
                is_in_brackets = text[own.end : span.start] == " (" and text[span.end :][:1] == ")"
                if is_in_brackets and not is_agency:
                    return text[span.start : span.end]
            is_known_as = _KNOWN_AS.fullmatch(self.text(own)[own.end : span.start])
            if span.block == own.block and span.start > own.end and is_known_as:
                return self.text(span)[span.start : span.end]
        return None

    def _second(self) -> str | None:
        """The rest of the name of a body: “the National Food and Farming Authority”, “the Lesk Fans’ Trust”."""
        own = self.offer.finding.span
        text = self.text(own)
        if not text[: own.start].lower().endswith("the "):
            return None
        for span in self.names:
            between = text[own.end : span.start] if span.block == own.block else ""
            rest = text[span.start : span.end]
            if between not in _JOINS or find_name_kind(rest, 0, len(rest)) != "organisation":
                continue
            is_of_two = is_national(self.name) or (
                " " in rest and find_place(self.name, self.article) is not None
            )
            if is_of_two if between == " and " else self.name.endswith("s") and " " not in rest:
                return rest
        return None

    def _whole(self) -> str:
        """The name with its rest, as the article has them."""
        if not self.second:
            return self.name
        own = self.offer.finding.span
        text = self.text(own)
        return f"{self.name}{text[own.end : text.index(self.second, own.end)]}{self.second}"

    def mentions(self) -> Iterator[Span]:
        """Where the name or one of its shorter forms is, the whole name first."""
        own = self.offer.finding.span
        yield from self._first_words()
        yield own
        forms = {self.name, *self.offer.aliases}
        for span in self.names:
            if span != own and self.text(span)[span.start : span.end] in forms:
                yield span

    def _first_words(self) -> Iterator[Span]:
        """Where a sentence begins with the name before what was found of it: “Lesk, the regional carrier”."""
        own = self.offer.finding.span
        for at, block in enumerate(self.briefing.article.blocks[: own.block + 1]):
            if block.text.startswith(f"{self.name}, ") and (at, 0) < (own.block, own.start):
                yield Span(block=at, start=0, end=len(self.name))

    def _role(self) -> tuple[FoundRole | None, Span]:
        """The first role that the article gives beside the name, and where."""
        for span in self.mentions():
            others = [
                (other.start, other.end)
                for other in self.names
                if other.block == span.block and other != span
            ]
            text = self.text(span)
            sentence = sentences_around(text, span)
            if role := find_role(text, sentence, (span.start, span.end), others):
                return role, span
        return None, self.offer.finding.span

    @property
    def is_of_none(self) -> bool:
        return is_of_none(self.name, self.around(), self.article)

    @property
    def is_only_of_body(self) -> bool:
        """“West Yorkshire”, of which the article has only the police."""
        around = self.around()
        is_body = COUNCIL.search(self.name) is not None
        return bool(around) and not is_body and all(COUNCIL.match(after) for _, after in around)

    def is_cell(self) -> bool:
        own = self.offer.finding.span
        block = self.briefing.article.blocks[own.block]
        return block.kind == "cell" and (own.start, own.end) == (0, len(block.text))

    def listed(self) -> list[str]:
        """The other names in its list: “in New Brunswick and Quebec”."""
        own = self.offer.finding.span
        text = self.text(own)
        names = [name for name in self.names if name.block == own.block]
        listed = listed_with(own, names, text) if own in names else ()
        return [text[name.start : name.end] for name in listed if name != own]

    def around(self) -> list[tuple[str, str]]:
        """The words before and after each mention of the whole name."""
        return [
            (text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND])
            for span in self.mentions()
            if (text := self.text(span))[span.start : span.end] == self.offer.finding.text
        ]

    def has_article(self) -> bool:
        return any(before.lower().endswith("the ") for before, _ in self.around())

    def place_type(self) -> str | None:
        types = (find_place_type(before, after) for before, after in self.around())
        return next((found for found in types if found), None)

    def is_once(self, words: str) -> bool:
        return len(self.checked.passages.find(Passage(words=words))) == 1


_REGIONS: Final = frozenset({"Region", "Province", "Prefecture", "State"})
_LONGEST_INITIALS: Final = 5
_JOINS: Final = (" and ", "' ", "’ ")
_KNOWN_AS: Final = re.compile(r", (?:known as|called|or) (?:the )?")
COUNCIL: Final = re.compile(
    r" (?:city |county |district |borough |town )?(?:council|police|party)\b(?! (?:chief|officer|leader|conference))"
)


def listed_with(own: Span, names: Sequence[Span], text: str) -> Sequence[Span]:
    """The names that only commas or “and” part from this one, in order, itself among them."""
    ordered = sorted(names, key=lambda name: name.start)
    at = ordered.index(own)
    first = last = at
    while first and _COMMA_OR_AND.fullmatch(text[ordered[first - 1].end : ordered[first].start]):
        first -= 1
    while last + 1 < len(ordered) and _COMMA_OR_AND.fullmatch(
        text[ordered[last].end : ordered[last + 1].start]
    ):
        last += 1
    return ordered[first : last + 1]


_COMMA_OR_AND: Final = re.compile(r",? (?:(?:and|or|to) )?(?:the )?")


def _without_people(name: str) -> str:
    first, _, rest = _MEMBERS.sub("", name).partition(" ")
    return rest if first in _PEOPLE and rest else f"{first} {rest}".strip()


# “Kurd Mahsa Amini”: what somebody is, and then the name.
_PEOPLE: Final = frozenset(
    "Kurd Briton Frenchman Frenchwoman Spaniard Dane Swede Finn Pole Turk Arab Jew Scot Dutchman Irishman".split()
)
# “Directors of the Ostrow Trust” are not the trust.
_MEMBERS: Final = re.compile(
    r"(?:Directors|Members|Leaders|Officials|Trustees|Owners|Managers|Staff|Workers|Residents|Shareholders|Customers"
    r"|Employees|Supporters|Creditors|Pupils|Parents|Tenants|Fans) of (?:the )?"
)
