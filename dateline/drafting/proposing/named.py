"""The people, organisations and places that an article names and no sheet has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.checking import Checked
from dateline.checking.basis.fact_words import sentences_around
from dateline.checking.coverage.coverage import Finding
from dateline.checking.coverage.offers import Offer, offer_names
from dateline.checking.coverage.stubs import choose_passage
from dateline.drafting.proposing.cell_names import names_in_cells
from dateline.drafting.proposing.known_names import KnownName, KnownNames
from dateline.drafting.proposing.new_ids import NewIds
from dateline.drafting.proposing.passages import field_of
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.mentions import same_name
from dateline.facts.records import Passage
from dateline.language import NameKind, en
from dateline.language.en import find_name_kind
from dateline.language.en.headlines.acts import find_act, find_report
from dateline.language.en.headlines.clubs import is_club
from dateline.language.en.headlines.known_bodies import what_by_name, what_is_known
from dateline.language.en.headlines.name_cues import (
    ACTS_AFTER,
    AROUND,
    CONTINENTS,
    begins_places,
    body_in_name,
    ends_dateline,
    find_body_type,
    find_place_type,
    is_national,
    is_of_none,
    is_on_island,
    kind_by_mentions,
    kind_by_words,
    landscape_in_name,
    type_in_name,
)
from dateline.language.en.headlines.name_forms import is_initials, without_kind
from dateline.language.en.headlines.roles import (
    FoundRole,
    find_age,
    find_role,
    is_an_office,
    is_of_kin,
    is_of_places,
)
from dateline.reading.found_places import find_place
from dateline.reading.gazetteer import (
    KnownPlace,
    describe_place,
    read_gazetteer,
    read_regions,
)

# What a human must look at in each.
_ASKS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.PERSON: ("role", "why"),
    Kind.ORGANISATION: ("what",),
    Kind.PLACE: ("what",),
}


_KINDS: Final[Mapping[NameKind, Kind]] = {
    "person": Kind.PERSON,
    "organisation": Kind.ORGANISATION,
    "place": Kind.PLACE,
}


def propose_named(
    briefing: Briefing, checked: Checked, ids: NewIds, known: KnownNames
) -> Iterator[Proposal]:
    """`known` are those whom the site's own sheets have, by their names: such a proposal has their id."""
    names = [finding.span for finding in checked.coverage if finding.kind == "name"]
    found = offer_names(checked.coverage, checked.passages, briefing)
    in_cells = tuple(names_in_cells(checked, briefing))
    names += [offer.finding.span for offer in in_cells]
    offers = [
        NamedOffer(offer, briefing, checked, names)
        for offer in (*found, *_councils(checked, briefing), *in_cells)
        if not (
            offer.known or _is_pair(offer.finding, briefing) or _is_a_word(offer.finding, briefing)
        )
    ]
    offers = [offer for offer in offers if not (offer.is_of_none or offer.is_only_of_body)]
    _join_short(offers)
    _name_bodies_of_roles(offers)
    parts = {
        name
        for offer in offers
        for name in (offer.bracket, offer.second, offer.short)
        if name and name != offer.name
    }
    for offer in {offer.name: offer for offer in reversed(offers)}.values():
        if offer.name not in parts:
            entry = known.get(same_name(offer.name))
            yield offer.proposal(ids, entry if entry and ids.is_free(entry.id) else None)


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
        self.name = f"{self.name} and {self.second}" if self.second else self.name
        self.name = self._in_prose(self.name)
        self.place = self._find_place()
        self.role, self.at = self._role()

    @property
    def _article(self) -> str:
        """Its text with what stands above it."""
        front = self.briefing.front
        above = (front.title, front.standfirst, front.dateline or "")
        return "\n".join([*above, *(block.text for block in self.briefing.article.blocks)])

    def _in_prose(self, name: str) -> str:
        """“Ostrow” of “OSTROW” that a story is dated from; a shorter word in capitals may be initials."""
        is_long = name.isupper() and len(name) > _LONGEST_INITIALS
        return name.title() if is_long and self._is_dateline() else name

    def _is_dateline(self) -> bool:
        own = self.offer.finding.span
        is_place = find_name_kind(self._text(own), own.start, own.end) == "place"
        return is_place and own.start == 0 and self.offer.finding.text.isupper()

    def _find_place(self) -> KnownPlace | None:
        """What the list of places has for it; “Lesk region” is not a town."""
        place = find_place(self.name, self._article)
        is_region = place and place.kind == "town" and self._place_type() in _REGIONS
        return None if is_region else self._among_regions(place)

    def _among_regions(self, place: KnownPlace | None) -> KnownPlace | None:
        """The province of Quebec, not the city, where it is listed with another province of its country."""
        if place is None or place.kind != "city":
            return place
        here = [each for each in read_regions().get(self.name, ()) if each.country == place.country]
        beside = [find_place(other, self._article) for other in self._listed()] if here else []
        is_among = any(
            other and (other.kind, other.country) == ("region", place.country) for other in beside
        )
        return here[0] if is_among else place

    def _text(self, span: Span) -> str:
        return self.briefing.article.blocks[span.block].text

    def _bracket(self) -> str | None:
        """The other name in the brackets after this one: “Ketaeb Hezbollah (Hezbollah Brigades)”."""
        own = self.offer.finding.span
        for span in self.names:
            if span.block == own.block and span.start == own.end + 2:
                text = self._text(span)
                is_agency = ends_dateline(text[span.end :])
                is_in_brackets = text[own.end : span.start] == " (" and text[span.end :][:1] == ")"
                if is_in_brackets and not is_agency:
                    return text[span.start : span.end]
            is_known_as = _KNOWN_AS.fullmatch(self._text(own)[own.end : span.start])
            if span.block == own.block and span.start > own.end and is_known_as:
                return self._text(span)[span.start : span.end]
        return None

    def _second(self) -> str | None:
        """The rest of the name of a body: “the National Food and Farming Authority”."""
        own = self.offer.finding.span
        text = self._text(own)
        for span in self.names:
            if span.block == own.block and text[own.end : span.start] == " and ":
                rest = text[span.start : span.end]
                is_body = find_name_kind(rest, 0, len(rest)) == "organisation"
                if is_body and is_national(self.name) and text[: own.start].endswith("the "):
                    return rest
        return None

    def _mentions(self) -> Iterator[Span]:
        """Where the name or one of its shorter forms is, the whole name first."""
        own = self.offer.finding.span
        yield from self._first_words()
        yield own
        forms = {self.name, *self.offer.aliases}
        for span in self.names:
            if span != own and self._text(span)[span.start : span.end] in forms:
                yield span

    def _first_words(self) -> Iterator[Span]:
        """Where a sentence begins with the name before what was found of it: “Lesk, the regional carrier”."""
        own = self.offer.finding.span
        for at, block in enumerate(self.briefing.article.blocks[: own.block + 1]):
            if block.text.startswith(f"{self.name}, ") and (at, 0) < (own.block, own.start):
                yield Span(block=at, start=0, end=len(self.name))

    def _role(self) -> tuple[FoundRole | None, Span]:
        """The first role that the article gives beside the name, and where."""
        for span in self._mentions():
            others = [
                (other.start, other.end)
                for other in self.names
                if other.block == span.block and other != span
            ]
            text = self._text(span)
            sentence = sentences_around(text, span)
            if role := find_role(text, sentence, (span.start, span.end), others):
                return role, span
        return None, self.offer.finding.span

    @property
    def is_of_none(self) -> bool:
        return is_of_none(self.name, self._around(), self._article)

    @property
    def is_only_of_body(self) -> bool:
        """“West Yorkshire”, of which the article has only the police."""
        around = self._around()
        is_body = _COUNCIL.search(self.name) is not None
        return bool(around) and not is_body and all(_COUNCIL.match(after) for _, after in around)

    @property
    def kind(self) -> Kind:
        """By its words or the head of its column, where a cell has it alone."""
        in_cell = self.offer.kind if self._is_cell() else None
        own = find_name_kind(self.name, 0, len(self.name)) if in_cell else None
        return _KINDS[own] if own else in_cell or self._kind_in_prose()

    def _kind_in_prose(self) -> Kind:
        """What it is the name of: by the gazetteer, its words, its role, the words around it, its form."""
        if self.role and is_of_kin(self.role.text) and not self.has_article():
            return Kind.PERSON
        if not self.role and is_club(self.name, self._around(), self._article):
            return Kind.ORGANISATION
        if self._is_surely_place():
            return Kind.PLACE
        if self._is_surely_body():
            return Kind.ORGANISATION
        kind = self._kind_by_words()
        return _KINDS[kind] if kind else self._kind_by_form()

    def _is_surely_place(self) -> bool:
        is_region = self.place and self.place.kind == "region" and " " in self.name
        is_known = self.place is not None and self.place.is_sure
        is_head = self.role is not None and is_of_places(self.role.text)
        is_there = is_region or self._is_dateline() or self._is_in_place()
        return bool(is_there or is_known or is_head or self._place_type())

    def _is_surely_body(self) -> bool:
        """By its other name in brackets; “Lesk Agro, which was not charged”: nobody is called so."""
        if self.role and _BODY_ROLE.match(self.role.text):
            return True
        of_bracket = find_name_kind(self.bracket, 0, len(self.bracket)) if self.bracket else None
        is_which = any(after.startswith(", which ") for _, after in self._around())
        is_long = " " in self.name and not self.place and not kind_by_words(self.name)
        own = find_name_kind(self.name, 0, len(self.name))
        return of_bracket == "organisation" or (is_which and is_long and own is None)

    def _kind_by_words(self) -> NameKind | None:
        own = find_name_kind(self.name, 0, len(self.name))
        around = kind_by_mentions(self.name, self._around())
        by_words = own or (around if around == "organisation" else kind_by_words(self.name))
        is_person = self.role is not None and is_an_office(self.role.text) and " " in self.name
        is_titled = self.role is not None and self.role.start < self.at.start
        if is_person and is_titled and en.is_called_as_land(self.name):
            return "person"
        if is_person and en.may_be_a_person(self.name) and not self.has_article():
            return own or "person"
        return by_words or ("person" if is_person else around)

    def _kind_by_form(self) -> Kind:
        if self.place or self._is_among_places():
            return Kind.PLACE
        if " " in self.name and en.may_be_a_person(self.name) and not self.has_article():
            return Kind.PERSON
        is_known = read_gazetteer().get(self.name)
        return Kind.PLACE if is_known else self.offer.kind or Kind.ORGANISATION

    def _is_in_place(self) -> bool:
        """“From Novi Sad”: of the name of a known town."""
        befores = [before for before, _ in self._around()]
        return bool(self.place and not self.role and any(map(_IN.search, befores)))

    def _is_cell(self) -> bool:
        own = self.offer.finding.span
        block = self.briefing.article.blocks[own.block]
        return block.kind == "cell" and (own.start, own.end) == (0, len(block.text))

    def body_before(self, bodies: Mapping[str, str]) -> str | None:
        """The one body named before the role, in its sentence or else in the one before."""
        for block, (start, end) in self._sentences_back():
            text = self.briefing.article.blocks[block].text
            spans = [each for each in self.names if each.block == block]
            called = [text[each.start : each.end] for each in spans if start <= each.start < end]
            found = {bodies[each] for each in called if each in bodies}
            # “Its president” may be that of a country too.
            is_unsure = self.role and _LEADS.match(self.role.text) and {*called} - bodies.keys()
            if found:
                said = self._body_that_says(text[start:end], bodies)
                only = found.pop() if len(found) == 1 and not is_unsure else None
                return said if self.role and self.role.of_speaker else only
        return None

    def _body_that_says(self, sentence: str, bodies: Mapping[str, str]) -> str | None:
        """“Lodd Mills, which is owned by Holm Fibre, said that …”: Lodd Mills."""
        first = max((form for form in bodies if sentence.startswith(form)), key=len, default=None)
        return bodies[first] if first and _SAYS.search(sentence) else None

    def _sentences_back(self) -> Iterator[tuple[int, tuple[int, int]]]:
        at = replace(self.at, start=self.role.start if self.role else self.at.start)
        start, _ = sentences_around(self._text(at), at)
        if not (self.role and self.role.of_speaker):
            yield at.block, (start, at.start)
        before = self._text(at)[:start].rstrip(_SPACES_AND_MARKS)
        block = at.block if before else at.block - 1
        text = before or (self.briefing.article.blocks[block].text if block >= 0 else "")
        while text:
            last = Span(block=block, start=max(0, len(text) - 2), end=len(text))
            start = sentences_around(text, last)[0]
            yield block, (start, len(text))
            text = text[:start].rstrip() if _GOES_ON.match(text, start) else ""

    def is_beginning_of(self, other: NamedOffer) -> bool:
        """“Ostrow”, in “Ostrow’s profit”, of the Ostrow Trust that was named before."""
        if not other.name.startswith(f"{self.name} "):
            return False
        own, whole = self.offer.finding.span, other.offer.finding.span
        is_after = (whole.block, whole.start) < (own.block, own.start)
        return is_after and self.kind is other.kind is Kind.ORGANISATION and self._acts()

    def _acts(self) -> bool:
        return any(ACTS_AFTER.match(after) for _, after in self._around())

    def _listed(self) -> list[str]:
        """The other names in its list: “in New Brunswick and Quebec”."""
        own = self.offer.finding.span
        text = self._text(own)
        names = [name for name in self.names if name.block == own.block]
        listed = _listed_with(own, names, text) if own in names else ()
        return [text[name.start : name.end] for name in listed if name != own]

    def _is_among_places(self) -> bool:
        """Whether it stands in a list of places: “schools in Mayo, Galway and Sligo”."""
        own = self.offer.finding.span
        text = self._text(own)
        # “Ida Berg, and Norway’s prime minister” does not list places.
        names = [
            name
            for name in self.names
            if name.block == own.block
            and (name == own or text[name.end : name.end + 2] not in ("’s", "'s"))
        ]
        listed = _listed_with(own, names, text)
        others = [text[name.start : name.end] for name in listed if name != own]
        is_listed = _AND.search(text[listed[0].start : listed[-1].end]) is not None
        is_place = any(find_place(other, self._article) for other in others)
        return is_listed and (is_place or begins_places(text[: listed[0].start]))

    def _around(self) -> list[tuple[str, str]]:
        """The words before and after each mention of the whole name."""
        return [
            (text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND])
            for span in self._mentions()
            if (text := self._text(span))[span.start : span.end] == self.offer.finding.text
        ]

    def has_article(self) -> bool:
        return any(before.lower().endswith("the ") for before, _ in self._around())

    def _place_type(self) -> str | None:
        types = (find_place_type(before, after) for before, after in self._around())
        return next((found for found in types if found), None)

    def _place_or_region(self) -> KnownPlace | None:
        """Its place; or the only region of any country that is called so, such as Kerala."""
        regions = () if self.place else read_regions().get(self.name, ())
        return regions[0] if len(regions) == 1 else self.place

    def _island(self) -> str | None:
        befores = (before for before, _ in self._around())
        return "An island" if any(is_on_island(self.name, before) for before in befores) else None

    def _country_after(self) -> str | None:
        """“Sent to Lesk in Italy”: a place in Italy."""
        for _, after in self._around():
            found = _IN_COUNTRY.match(after)
            country = read_gazetteer().get(found[2]) if found else None
            if found and country and country.kind == "country":
                return f"A place in {found[1] or ''}{found[2]}"
        return None

    def _body_type(self) -> str | None:
        types = (find_body_type(before, after) for before, after in self._around())
        return next((found for found in types if found), None)

    def proposal(self, ids: NewIds, known: KnownName | None = None) -> Proposal:
        kind, span = known.kind if known else self.kind, self.offer.finding.span
        start, end = sentences_around(self._text(span), span)
        others = [other for other in (self.bracket, self.short) if other]
        aliases = [*dict.fromkeys([*self.offer.aliases, *others])]
        is_sure = kind is Kind.PLACE and self.place is not None and self.place.is_sure
        return Proposal(
            kind=kind,
            id=ids.take(known.id) if known else ids.give(self.name, str(kind)),
            fields={
                "name": known.name if known else self.name,
                **({"aliases": aliases} if aliases else {}),
                **_own(self._described(kind), known),
                "evidence": self._evidence(),
            },
            asks=self._asks(kind, known),
            sentence=" ".join(self._text(span)[start:end].split()),
            span=span,
            sure=is_sure,
        )

    def _asks(self, kind: Kind, known: KnownName | None) -> Sequence[str]:
        described, lent = self._described(kind), known.fields if known else {}
        asked = [
            name for name in _ASKS[kind] if name not in lent or described.get(name) is not None
        ]
        return tuple(asked) or ("evidence",)

    def _described(self, kind: Kind) -> dict[str, SheetValue]:
        role = self.role.text if self.role else None
        match kind:
            case Kind.PERSON:
                age = self._age()
                return {"role": role, "why": self._why(), **({"age": age} if age else {})}
            case Kind.PLACE:
                is_of_place = role is not None and is_of_places(role)
                known = _of_gazetteer(self._place_or_region())
                known = known or (None if role and is_an_office(role) else role)
                what = role if is_of_place else known
                what = what or self._place_type()
                what = what or type_in_name(self.name) or self._country_after() or self._island()
                what = what or (landscape_in_name(self.name) if self.has_article() else None)
                what = what or ("A continent" if self.name in CONTINENTS else None)
                return {"what": what, **_point(self._place_or_region())}
            case _:
                what = role or self._body_type() or type_in_name(self.name)
                what = what or what_is_known(self.name) or body_in_name(self.name)
                return {"what": what or what_by_name(self.name)}

    def _age(self) -> str | None:
        age, _ = self._age_and_words()
        return age

    def _age_and_words(self) -> tuple[str | None, str | None]:
        """The age beside the role, or else beside another mention, with the words that say it."""
        if self.role and self.role.age:
            return self.role.age, None
        for span in self._mentions():
            text = self._text(span)
            if age := find_age(text, span.end):
                return age, text[span.start : text.index(age, span.end) + len(age)]
        return None, None

    def _why(self) -> str | None:
        """What the article says that the person does, or else says, the first time that it says so."""
        for find in (find_act, find_report):
            for span in self._mentions():
                text = self._text(span)
                act = find(text, sentences_around(text, span), (span.start, span.end))
                if act and not (self.role and self.role.text.lower() in act.lower()):
                    return f"{self.name.split()[-1]} {act}."
        return None

    def _evidence(self) -> SheetValue:
        """The name with its role, where that is found once; else what tells it from the same name elsewhere."""
        if self.second and self._is_once(self.name):
            return self.name
        if self.role:
            words = " ".join(self._text(self.at)[self.role.start : self.role.end].split())
            if self._is_once(words):
                _, of_age = self._age_and_words()
                is_elsewhere = of_age and of_age not in words and self._is_once(of_age)
                return [words, of_age] if is_elsewhere else words
        _, of_age = self._age_and_words() if self.kind is Kind.PERSON else (None, None)
        if of_age and self._is_once(of_age):
            return of_age
        return field_of(choose_passage(self.offer.finding, self.checked.passages))

    def _is_once(self, words: str) -> bool:
        return len(self.checked.passages.find(Passage(words=words))) == 1


def _join_short(offers: Sequence[NamedOffer]) -> None:
    """“CQC” is another name of the Care Quality Commission, and “Ostrow” of an Ostrow Trust named before.

    Only where one name alone has those letters or begins so, and no words say that it is a place.
    """
    for offer in offers:
        whole = [other for other in offers if is_initials(offer.name, other.name)]
        whole = whole or [other for other in offers if offer.is_beginning_of(other)]
        if len(whole) == 1:
            whole[0].short = offer.name


def _name_bodies_of_roles(offers: Sequence[NamedOffer]) -> None:
    """“Its director” is that of the body named just before."""
    bodies = {
        form: f"the {offer.name}" if offer.has_article() else offer.name
        for offer in offers
        if offer.kind is Kind.ORGANISATION
        for form in (offer.name, *offer.offer.aliases)
    }
    for offer in offers:
        is_of_body = offer.role and (offer.role.of_it or offer.role.of_speaker)
        if offer.role and is_of_body and (body := offer.body_before(bodies)):
            offer.role = replace(offer.role, text=offer.role.at_body(body))


def _councils(checked: Checked, briefing: Briefing) -> Iterator[Offer]:
    """“Lesk council” of “Lesk” that only the name of the town is found of, each once."""
    known = {same_name(form) for each in briefing.named for form in (each.name, *each.aliases)}
    for finding in checked.coverage:
        text = briefing.article.blocks[finding.span.block].text
        body = _COUNCIL.match(text, finding.span.end) if finding.kind == "name" else None
        if body is None:
            continue
        span = replace(finding.span, end=body.end())
        name = text[span.start : span.end]
        if same_name(name) not in known:
            known.add(same_name(name))
            whole = replace(finding, text=name, span=span)
            yield Offer(finding=whole, times=1, kind=Kind.ORGANISATION)


# “Enova, a fund owned by the state”
_BODY_ROLE: Final = re.compile(
    r"(?:(?!(?:of|for|at|with)\b)[\w-]+ ){0,3}?(?:fund|company|firm|bank|charity|agency|group|union|manufacturer"
    r"|retailer|airline|carrier|broadcaster|think ?tank|foundation|brewery|chain|start-up|startup|party|parliament"
    r"|legislature|council|regulator|watchdog|newspaper|supermarket|parent company)"
    r"(?: (?:owned|that|which|based|run|set|of|in|from|for)\b|$)",
    re.IGNORECASE,
)
_REGIONS: Final = frozenset({"Region", "Province", "Prefecture", "State"})
_IN: Final = re.compile(r"\b(?:from|in|near|outside) $")
_LONGEST_INITIALS: Final = 5
_LEADS: Final = re.compile("President")
# A sentence of what the one before named.
_GOES_ON: Final = re.compile(r"(?:It|They)\b")
_SAYS: Final = re.compile(r"\b(?:said|says|added|denied|confirmed|told)\b")
_SPACES_AND_MARKS: Final = " \n“"
_IN_COUNTRY: Final = re.compile(r",? in (the )?([A-Z]\w+(?: [A-Z]\w+)?)")
_COUNCIL: Final = re.compile(
    r" (?:city |county |district |borough |town )?(?:council|police|party)\b(?! (?:chief|officer|leader|conference))"
)


def _own(fields: dict[str, SheetValue], known: KnownName | None) -> dict[str, SheetValue]:
    """The fields without those that are empty here, and that the site's own sheet has."""
    lent = known.fields if known else {}
    return {name: value for name, value in fields.items() if value is not None or name not in lent}


def _listed_with(own: Span, names: Sequence[Span], text: str) -> Sequence[Span]:
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


_AND: Final = re.compile(" (?:and|or) ")
_COMMA_OR_AND: Final = re.compile(r",? (?:(?:and|or|to) )?(?:the )?")


def _of_gazetteer(place: KnownPlace | None) -> str | None:
    return describe_place(place) if place else None


def _point(place: KnownPlace | None) -> dict[str, SheetValue]:
    return {"latitude": place.north, "longitude": place.east} if place and place.north else {}


_KNOWN_AS: Final = re.compile(r", (?:known as|called|or) (?:the )?")
# “Kurd Mahsa Amini”: what somebody is, and then the name.
_PEOPLE: Final = frozenset(
    "Kurd Briton Frenchman Frenchwoman Spaniard Dane Swede Finn Pole Turk Arab Jew Scot Dutchman Irishman".split()
)
# Two names with a dash between them are no name of a third, nor is the way from one to the other.
_PAIR: Final = re.compile(
    r"[A-Z][\w’'.]+[-–—][A-Z][\w’'.]+(?: (?:Express|Railway|Line|Road|Highway|Motorway|Corridor|Canal|Ferry))?"
)


def _is_a_word(finding: Finding, briefing: Briefing) -> bool:
    """Whether a sentence begins with it that is another word elsewhere: “Income rose. The income …”."""
    block = briefing.article.blocks[finding.span.block]
    text = block.text
    begins = sentences_around(text, finding.span)[0] == finding.span.start
    if block.kind == "cell" and begins and _LOWER_AFTER.match(text, finding.span.end):
        return True
    word = re.compile(rf"\b{re.escape(finding.text.lower())}\b")
    is_single = finding.text.isalpha() and finding.text.istitle()
    return (
        begins and is_single and any(word.search(block.text) for block in briefing.article.blocks)
    )


_LOWER_AFTER: Final = re.compile(r" [a-z]+$| [a-z]+ [a-z]+")


def _is_pair(finding: Finding, briefing: Briefing) -> bool:
    """“Lesk–Ostrow”, but not the surname of “Mrs Justice Holm-Reid”."""
    own, name = finding.span, finding.text
    text = "\n".join(block.text for block in briefing.article.blocks)
    block = briefing.article.blocks[own.block].text
    is_person = find_name_kind(block, own.start, own.end) == "person"
    return _PAIR.fullmatch(name) is not None and not is_person and find_place(name, text) is None


def _without_people(name: str) -> str:
    first, _, rest = _MEMBERS.sub("", name).partition(" ")
    return rest if first in _PEOPLE and rest else f"{first} {rest}".strip()


# “Directors of the Ostrow Trust” are not the trust.
_MEMBERS: Final = re.compile(
    r"(?:Directors|Members|Leaders|Officials|Trustees|Owners|Managers|Staff|Workers|Residents|Shareholders|Customers"
    r"|Employees|Supporters|Creditors|Pupils|Parents|Tenants|Fans) of (?:the )?"
)
