"""Whose director “its director” is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.checking.basis.fact_words import sentences_around
from dateline.drafting.proposing.named_kind import kind_of
from dateline.drafting.proposing.named_offer import NamedOffer
from dateline.facts.article import Span
from dateline.facts.kinds import Kind
from dateline.language.en.headlines.known_bodies import what_by_name, what_is_known
from dateline.language.en.headlines.roles import is_of_kin


def name_bodies_of_roles(offers: Sequence[NamedOffer]) -> None:
    """“Its director” is that of the body named just before."""
    parts = {
        form for offer in offers for form in (offer.bracket, offer.short, offer.second) if form
    }
    organisations = [
        offer for offer in offers if offer.name not in parts and kind_of(offer) is Kind.ORGANISATION
    ]
    bodies = {
        form: called(offer)
        for offer in organisations
        for form in (offer.name, offer.bracket, offer.short, *offer.offer.aliases)
        if form
    }
    for offer in offers:
        is_of_body = offer.role and (offer.role.of_it or offer.role.of_speaker)
        if offer.role and is_of_body and (body := _body_before(offer, bodies)):
            offer.role = replace(offer.role, text=offer.role.at_body(body))
        elif offer.role and (whose := _relative_of(offer, offers)):
            offer.role = replace(offer.role, text=f"{offer.role.text} of {whose}")
        elif offer.role and (people := _people_before(offer)):
            offer.role = replace(offer.role, text=f"{offer.role.text} for the {people}")
        elif offer.role:
            offer.role = replace(offer.role, text=_at_named(offer.role.text, organisations))


def _relative_of(offer: NamedOffer, offers: Sequence[NamedOffer]) -> str | None:
    """“Stephen Wray”, whom alone the sentence or paragraph before “His widow, Donna Wray” names."""
    role, text = offer.role, offer.text(offer.at)
    if not role or not is_of_kin(role.text) or not _HIS.search(text[: role.start + _LONGEST_HIS]):
        return None
    people = {
        other.name for other in offers if other is not offer and kind_of(other) is Kind.PERSON
    }
    start = sentences_around(text, replace(offer.at, start=role.start))[0]
    block = offer.at.block if start else offer.at.block - 1
    before = (
        text[:start] if start else offer.briefing.article.blocks[block].text if block >= 0 else ""
    )
    found = {name for name in people if name in before}
    return found.pop() if len(found) == 1 else None


_HIS: Final = re.compile(r"(?:^|[.!?”\"] )(?:His|Her) $|(?:^|[.!?”\"] )(?:His|Her)(?: \w*)?$")
_LONGEST_HIS: Final = 4


def _people_before(offer: NamedOffer) -> str | None:
    """“Campaigners”, with whom the sentence before “Their spokesman” begins."""
    text, role = offer.text(offer.at), offer.role
    begun = _THEIR.search(text[: role.start + 6]) if role and role.of_speaker else None
    if begun is None or begun.start() < 2:
        return None
    last = Span(block=offer.at.block, start=begun.start() - 2, end=begun.start() - 1)
    found = _PEOPLE.match(text, sentences_around(text, last)[0])
    return found[1].lower() if found else None


_THEIR: Final = re.compile(r"(?<=[.!?”\"] )Their ")
_PEOPLE: Final = re.compile(
    r"(?:The )?((?:[A-Za-z][a-z-]+ )?[A-Za-z][a-z]+s) (?:say|said|have|had|are|were|want|fear|hope|argue|deny"
    r"|[a-z]+ed)\b"
)


def called(offer: NamedOffer) -> str:
    """“The Lesk Trust”, where the article has it so; “the Unite union” is Unite."""
    is_union = any(_UNION.match(after) for _, after in offer.around())
    return f"the {offer.name}" if offer.has_article() and not is_union else offer.name


_UNION: Final = re.compile(r" [a-z ]*union\b")


def _at_named(role: str, bodies: Sequence[NamedOffer]) -> str:
    """“Leader of Lesk council”, where the article has “the council’s leader” and one council."""
    found = _AT_THE.search(role)
    if found is None:
        return role
    meant = [body for body in bodies if found[1] in _nouns(body.name)]
    return f"{role[: found.start()]} {called(meant[0])}" if len(meant) == 1 else role


def _nouns(name: str) -> set[str]:
    """By what a body may be called: the last word of its name, and the first and last of what it is."""
    what = (what_is_known(name) or what_by_name(name) or "").lower().split()
    return {name.rpartition(" ")[2].lower(), *what[:1], *what[-1:]}


_AT_THE: Final = re.compile(r"(?<= of| at) the ([a-z]+)$")


def _body_before(offer: NamedOffer, bodies: Mapping[str, str]) -> str | None:
    """The one body named before the role, in its sentence or else in the one before."""
    for block, (start, end) in _sentences_back(offer):
        text = offer.briefing.article.blocks[block].text
        spans = [each for each in offer.names if each.block == block]
        called = [text[each.start : each.end] for each in spans if start <= each.start < end]
        found = {bodies[each] for each in called if each in bodies}
        # “Its president” may be that of a country too.
        is_unsure = offer.role and _LEADS.match(offer.role.text) and {*called} - bodies.keys()
        if found:
            said = _body_that_says(text[start:end], bodies)
            only = found.pop() if len(found) == 1 else said
            only = None if is_unsure else only
            return said if offer.role and offer.role.of_speaker else only
    return None


def _body_that_says(sentence: str, bodies: Mapping[str, str]) -> str | None:
    """“Lodd Mills, which is owned by Holm Fibre, said that …”: Lodd Mills."""
    first = max((form for form in bodies if sentence.startswith(form)), key=len, default=None)
    return bodies[first] if first and _SAYS.search(sentence) else None


def _sentences_back(offer: NamedOffer) -> Iterator[tuple[int, tuple[int, int]]]:
    at = replace(offer.at, start=offer.role.start if offer.role else offer.at.start)
    start, _ = sentences_around(offer.text(at), at)
    if not (offer.role and offer.role.of_speaker):
        yield at.block, (start, at.start)
    before = offer.text(at)[:start].rstrip(_SPACES_AND_MARKS)
    block = at.block if before else at.block - 1
    text = before or (offer.briefing.article.blocks[block].text if block >= 0 else "")
    while text:
        last = Span(block=block, start=max(0, len(text) - 2), end=len(text))
        start = sentences_around(text, last)[0]
        yield block, (start, len(text))
        text = text[:start].rstrip() if _GOES_ON.match(text, start) else ""


_LEADS: Final = re.compile("President")
# A sentence of what the one before named.
_GOES_ON: Final = re.compile(r"(?:It|They)\b")
_SAYS: Final = re.compile(r"\b(?:said|says|added|denied|confirmed|told)\b")
_SPACES_AND_MARKS: Final = " \n“"
