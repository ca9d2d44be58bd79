"""Why somebody is in the story, where the article has nothing of them but their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.drafting.proposing.proposal import Proposal
from dateline.facts.kinds import Kind
from dateline.language.en.headlines.name_forms import surname

_LONGEST: Final = 200
_FIRST: Final = re.compile(r".+?[.!?](?=\s|$)|.+")


def with_words_said(
    named: Iterable[Proposal], quotations: Iterable[Proposal]
) -> Iterator[Proposal]:
    """A person of whom the article says nothing else: “Lee said: “The pier is unsafe.””."""
    said: dict[str, str] = {}
    for quotation in quotations:
        speaker, words = quotation.fields.get("speaker"), quotation.fields["words"]
        if isinstance(speaker, str) and isinstance(words, str):
            said.setdefault(speaker, _first_sentence(words))
    for proposal in named:
        words = said.get(proposal.id, "")
        is_open = proposal.kind is Kind.PERSON and proposal.fields.get("why", "") is None
        if is_open and words[:1].isupper() and len(words) <= _LONGEST:
            name = surname(str(proposal.fields["name"]))
            yield proposal.with_fields({"why": f"{name} said: “{words}”"})
        else:
            yield proposal


def _first_sentence(words: str) -> str:
    found = _FIRST.match(words)
    first = (found[0] if found else words).strip()
    return first if first[-1:] in ".!?" else f"{first}."
