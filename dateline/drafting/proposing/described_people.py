"""What an article says of a person: role, age and why they are in the story."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dateline.checking.basis.fact_words import sentences_around
from dateline.drafting.proposing.named_offer import NamedOffer
from dateline.drafting.sheets.layout import SheetValue
from dateline.language.en.headlines.acts import find_act, find_done_by, find_done_to, find_report
from dateline.language.en.headlines.clause_parts import FromTo
from dateline.language.en.headlines.name_forms import surname
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
    for find in (find_act, find_report, _report_of_body(offer), find_done_by, find_done_to):
        for span in offer.mentions():
            text = offer.text(span)
            act = find(text, sentences_around(text, span), (span.start, span.end))
            is_role = act and offer.role and offer.role.text.lower() in act.lower()
            if act and not is_role and not _OF_SEVERAL.match(act):
                return f"{surname(offer.name)} {act}."
    return None


# “Ann and Bo Lee were in the boat”: not what one of them was.
_OF_SEVERAL: Final = re.compile(r"(?:were|are|have) ")


def _report_of_body(offer: NamedOffer) -> Callable[[str, FromTo, FromTo], str | None]:
    """“Said that the trust would close it”, of the trust’s director: “it” is the trust."""
    body = _AT_BODY.search(offer.role.text) if offer.role else None

    def find(text: str, sentence: FromTo, name: FromTo) -> str | None:
        report = find_report(text, sentence, name, it=True) if body else None
        return _THAT_IT.sub(f"that {body[1]} ", report) if report and body else None

    return find


_AT_BODY: Final = re.compile(r" (?:of|at) (the [A-Z][^,;]+|[A-Z][\w’'-]*[^,;]*)$")
_THAT_IT: Final = re.compile(r"\bthat it (?=(?:would|will|had|was|could|has|is)\b)")
