"""What an article says of a person: role, age and why they are in the story."""

from __future__ import annotations

from dateline.checking.basis.fact_words import sentences_around
from dateline.drafting.proposing.named_offer import NamedOffer
from dateline.drafting.sheets.layout import SheetValue
from dateline.language.en.headlines.acts import find_act, find_report
from dateline.language.en.headlines.roles import find_age


def describe_person(offer: NamedOffer) -> dict[str, SheetValue]:
    age = _age(offer)
    role = offer.role.text if offer.role else None
    return {"role": role, "why": _why(offer), **({"age": age} if age else {})}


def _age(offer: NamedOffer) -> str | None:
    age, _ = age_and_words(offer)
    return age


def age_and_words(offer: NamedOffer) -> tuple[str | None, str | None]:
    """The age beside the role, or else beside another mention, with the words that say it."""
    if offer.role and offer.role.age:
        return offer.role.age, None
    for span in offer.mentions():
        text = offer.text(span)
        if age := find_age(text, span.end):
            return age, text[span.start : text.index(age, span.end) + len(age)]
    return None, None


def _why(offer: NamedOffer) -> str | None:
    """What the article says that the person does, or else says, the first time that it says so."""
    for find in (find_act, find_report):
        for span in offer.mentions():
            text = offer.text(span)
            act = find(text, sentences_around(text, span), (span.start, span.end))
            if act and not (offer.role and offer.role.text.lower() in act.lower()):
                return f"{offer.name.split()[-1]} {act}."
    return None
