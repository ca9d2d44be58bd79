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


def name_bodies_of_roles(offers: Sequence[NamedOffer]) -> None:
    """“Its director” is that of the body named just before."""
    bodies = {
        form: f"the {offer.name}" if offer.has_article() else offer.name
        for offer in offers
        if kind_of(offer) is Kind.ORGANISATION
        for form in (offer.name, *offer.offer.aliases)
    }
    for offer in offers:
        is_of_body = offer.role and (offer.role.of_it or offer.role.of_speaker)
        if offer.role and is_of_body and (body := _body_before(offer, bodies)):
            offer.role = replace(offer.role, text=offer.role.at_body(body))


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
            only = found.pop() if len(found) == 1 and not is_unsure else None
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
