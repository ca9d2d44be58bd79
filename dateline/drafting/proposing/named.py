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
from dateline.drafting.proposing.described_bodies import describe_body
from dateline.drafting.proposing.described_people import age_and_words, describe_person
from dateline.drafting.proposing.described_places import describe_place_named
from dateline.drafting.proposing.known_names import KnownName, KnownNames
from dateline.drafting.proposing.named_kind import kind_of
from dateline.drafting.proposing.named_offer import COUNCIL, NamedOffer
from dateline.drafting.proposing.new_ids import NewIds
from dateline.drafting.proposing.passages import field_of
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.proposing.role_owners import name_bodies_of_roles
from dateline.drafting.proposing.sentence_names import sentence_names
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.mentions import same_name
from dateline.language.en import find_name_kind
from dateline.language.en.headlines.name_cues import ACTS_AFTER
from dateline.language.en.headlines.name_forms import is_initials, is_members
from dateline.reading.found_places import find_place

# What a human must look at in each.
_ASKS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.PERSON: ("role", "why"),
    Kind.ORGANISATION: ("what",),
    Kind.PLACE: ("what",),
}


def propose_named(
    briefing: Briefing, checked: Checked, ids: NewIds, known: KnownNames
) -> Iterator[Proposal]:
    """`known` are those whom the site's own sheets have, by their names: such a proposal has their id."""
    names = [finding.span for finding in checked.coverage if finding.kind == "name"]
    found = offer_names(checked.coverage, checked.passages, briefing)
    in_cells = tuple(names_in_cells(checked, briefing))
    begun = tuple(sentence_names(checked, briefing))
    names += [offer.finding.span for offer in (*in_cells, *begun)]
    offers = [
        NamedOffer(offer, briefing, checked, names)
        for offer in (
            *found,
            *_councils(checked, briefing),
            *begun,
            *in_cells,
        )
        if not (
            offer.known or _is_pair(offer.finding, briefing) or _is_a_word(offer.finding, briefing)
        )
    ]
    offers = [offer for offer in offers if not (offer.is_of_none or offer.is_only_of_body)]
    _join_short(offers)
    name_bodies_of_roles(offers)
    parts = {
        name
        for offer in offers
        for name in (offer.bracket, offer.second, offer.short)
        if name and name != offer.name
    }
    for offer in {offer.name: offer for offer in reversed(offers)}.values():
        if offer.name not in parts:
            entry = known.get(same_name(offer.name))
            yield _proposal(offer, ids, entry if entry and ids.is_free(entry.id) else None)


def _proposal(offer: NamedOffer, ids: NewIds, known: KnownName | None = None) -> Proposal:
    kind, span = known.kind if known else kind_of(offer), offer.offer.finding.span
    start, end = sentences_around(offer.text(span), span)
    others = [other for other in (offer.bracket, offer.short) if other]
    aliases = [*dict.fromkeys([*offer.offer.aliases, *others])]
    is_sure = kind is Kind.PLACE and offer.place is not None and offer.place.is_sure
    return Proposal(
        kind=kind,
        id=ids.take(known.id) if known else ids.give(offer.name, str(kind)),
        fields={
            "name": known.name if known else offer.name,
            **({"aliases": aliases} if aliases else {}),
            **_own(_described(offer, kind), known),
            "evidence": _evidence(offer),
        },
        asks=_asks(offer, kind, known),
        sentence=" ".join(offer.text(span)[start:end].split()),
        span=span,
        sure=is_sure,
    )


def _asks(offer: NamedOffer, kind: Kind, known: KnownName | None) -> Sequence[str]:
    described, lent = _described(offer, kind), known.fields if known else {}
    asked = [name for name in _ASKS[kind] if name not in lent or described.get(name) is not None]
    return tuple(asked) or ("evidence",)


def _described(offer: NamedOffer, kind: Kind) -> dict[str, SheetValue]:
    match kind:
        case Kind.PERSON:
            return describe_person(offer)
        case Kind.PLACE:
            return describe_place_named(offer)
        case _:
            return describe_body(offer)


def _evidence(offer: NamedOffer) -> SheetValue:
    """The name with its role, where that is found once; else what tells it from the same name elsewhere."""
    if offer.second and offer.is_once(offer.name):
        return offer.name
    if offer.role:
        words = " ".join(offer.text(offer.at)[offer.role.start : offer.role.end].split())
        if offer.is_once(words):
            _, of_age = age_and_words(offer)
            is_elsewhere = of_age and of_age not in words and offer.is_once(of_age)
            return [words, of_age] if is_elsewhere else words
    _, of_age = age_and_words(offer) if kind_of(offer) is Kind.PERSON else (None, None)
    if of_age and offer.is_once(of_age):
        return of_age
    return field_of(choose_passage(offer.offer.finding, offer.checked.passages))


def _join_short(offers: Sequence[NamedOffer]) -> None:
    """“CQC” is another name of the Care Quality Commission, and “Ostrow” of an Ostrow Trust named before.

    Only where one name alone has those letters or begins so, and no words say that it is a place. So are
    the Social Democrats the Social Democratic party.
    """
    for offer in offers:
        whole = [other for other in offers if is_initials(offer.name, other.name)]
        whole = whole or [other for other in offers if is_members(offer.name, other.name)]
        whole = whole or [other for other in offers if _is_beginning_of(offer, other)]
        whole = whole or [other for other in offers if _is_first_name(offer, other)]
        whole = whole or [other for other in offers if _is_ground(offer, other)]
        if len(whole) == 1:
            whole[0].short = offer.name


def _is_beginning_of(offer: NamedOffer, other: NamedOffer) -> bool:
    """“Ostrow”, in “Ostrow’s profit”, of the Ostrow Trust that was named before."""
    if not other.name.startswith(f"{offer.name} "):
        return False
    own, whole = offer.offer.finding.span, other.offer.finding.span
    is_after = (whole.block, whole.start) < (own.block, own.start)
    return is_after and kind_of(offer) is kind_of(other) is Kind.ORGANISATION and _acts(offer)


def _is_first_name(offer: NamedOffer, other: NamedOffer) -> bool:
    """“Callum”, of Callum Lee: by the first name alone, where no words say that it is of another."""
    is_of_another = offer.place or offer.role or not other.name.startswith(f"{offer.name} ")
    return not is_of_another and kind_of(other) is Kind.PERSON


def _is_ground(offer: NamedOffer, other: NamedOffer) -> bool:
    """“At Rivermead”, of Rivermead Stadium."""
    is_unknown = not (offer.place or offer.role) and kind_of(offer) is Kind.PLACE
    return is_unknown and _GROUND.fullmatch(other.name.removeprefix(offer.name)) is not None


_GROUND: Final = re.compile(r" (?:Stadium|Arena|Ground|Racecourse)")


def _acts(offer: NamedOffer) -> bool:
    return any(ACTS_AFTER.match(after) for _, after in offer.around())


def _councils(checked: Checked, briefing: Briefing) -> Iterator[Offer]:
    """“Lesk council” of “Lesk” that only the name of the town is found of, each once."""
    known = {same_name(form) for each in briefing.named for form in (each.name, *each.aliases)}
    for finding in checked.coverage:
        text = briefing.article.blocks[finding.span.block].text
        body = COUNCIL.match(text, finding.span.end) if finding.kind == "name" else None
        if body is None:
            continue
        span = replace(finding.span, end=body.end())
        name = text[span.start : span.end]
        if same_name(name) not in known:
            known.add(same_name(name))
            whole = replace(finding, text=name, span=span)
            yield Offer(finding=whole, times=1, kind=Kind.ORGANISATION)


def _own(fields: dict[str, SheetValue], known: KnownName | None) -> dict[str, SheetValue]:
    """The fields without those that are empty here, and that the site's own sheet has."""
    lent = known.fields if known else {}
    return {name: value for name, value in fields.items() if value is not None or name not in lent}


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


# Two names with a dash between them are no name of a third, nor is the way from one to the other.
_PAIR: Final = re.compile(
    r"[A-Z][\w’'.]+[-–—][A-Z][\w’'.]+(?: (?:Express|Railway|Line|Road|Highway|Motorway|Corridor|Canal|Ferry))?"
)
