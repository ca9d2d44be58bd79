"""Who said it: the name that the words beside a quotation give to it, where they can be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.checking.words import Words
from dateline.facts.article import Span
from dateline.facts.language import FoundName, FoundQuotation
from dateline.facts.records import Named, Person, PlaceFact
from dateline.facts.wording import sentences

_VERB = re.compile(
    r"\b(?:said|says?|saying|told|tells?|add(?:ed|s)|wr(?:ote|ites)|argue[ds]|claim(?:ed|s)|"
    r"warn(?:ed|s)|insist(?:ed|s)|call(?:ed|s)|ask(?:ed|s)|declare[ds]|announce[ds]|state[ds]|"
    r"explain(?:ed|s)|note[ds]|tweeted|posted|repli(?:ed|es)|describe[ds]|conclude[ds])\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?$")
_ASIDE = re.compile(r",[^,]*,")
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The clause beside a quotation that tells of the speaking, and its verb."""

    start: int
    end: int
    verb: re.Match[str]


def speakers(words: Words, span: Span) -> frozenset[str] | None:
    """The ids of those who may have spoken these words; None where the sentence does not tell."""
    quoted = _quotation_around(words, span)
    text = words.blocks[span.block].text
    beside = quoted and (_clause_before(text, quoted) or _clause_behind(text, quoted))
    if not beside:
        return None
    told = words.findings.names.get(span.block, ())
    names = [one for one in told if beside.start <= one.start < beside.end]
    if names:
        return _subject(names, beside, words)
    before = [one for one in told if one.start < beside.start and not _is_quoted(one, words, span)]
    return _earlier(before, text[beside.start : beside.end], words)


def _quotation_around(words: Words, span: Span) -> FoundQuotation | None:
    found = words.findings.quotations.get(span.block, ())
    return next((one for one in found if one.start <= span.start and span.end <= one.end), None)


def _is_quoted(name: FoundName, words: Words, span: Span) -> bool:
    quotations = words.findings.quotations.get(span.block, ())
    return any(one.start <= name.start < one.end for one in quotations)


def _clause_before(text: str, quoted: FoundQuotation) -> Beside | None:
    """“Ann Lee said: …”: from the start of the sentence to the opening mark."""
    start = max(one for one, _ in sentences(text) if one <= quoted.start)
    return _spoken(text, start, quoted.start)


def _clause_behind(text: str, quoted: FoundQuotation) -> Beside | None:
    """“…,” Ann Lee said: from the closing mark to the end of the sentence that goes on or begins."""
    start = quoted.end + 1
    ends = [end for _, end in sentences(text) if text[start:end].strip()]
    return _spoken(text, start, ends[0]) if ends else None


def _spoken(text: str, start: int, end: int) -> Beside | None:
    verbs = list(_VERB.finditer(text, start, end))
    return Beside(start=start, end=end, verb=verbs[-1]) if verbs else None


def _subject(names: Sequence[FoundName], beside: Beside, words: Words) -> frozenset[str] | None:
    """Whoever stands nearest before the verb, with or without what stands between commas.

    Behind it where nobody stands before: “said Ann Lee”. A person comes before a body, for “Ann
    Lee, spokesperson for the ministry, said” is Ann Lee's word.
    """
    verb = beside.verb
    before = [one for one in names if one.end <= verb.start()]
    behind = [one for one in names if one.start >= verb.end()]
    asides = [
        found.span() for found in _ASIDE.finditer(verb.string, beside.start, verb.start() + 1)
    ]
    outside = [one for one in before if not any(a < one.start < b for a, b in asides)]
    nearest = [*before[-1:], *outside[-1:]] or behind[:1]
    if _PASSIVE.search(verb.string, beside.start, verb.start()):
        nearest += behind[:1]
    return _actors(nearest, words)


def _earlier(before: Sequence[FoundName], clause: str, words: Words) -> frozenset[str] | None:
    """“He said: …”: a person of the sentences before; “the ministry said”: anyone there."""
    actors = [words.briefing.fact_by_id.get(one.known or "") for one in before]
    if _PRONOUN.search(clause) and any(isinstance(one, Person) for one in actors):
        return frozenset(one.id for one in actors if isinstance(one, Person))
    return frozenset(one.id for one in actors if isinstance(one, Named)) or None


def _actors(names: Sequence[FoundName], words: Words) -> frozenset[str] | None:
    """The people among these, or else the bodies; None where a sheet lacks one, or has a place."""
    facts = [words.briefing.fact_by_id.get(one.known or "") for one in names]
    people = frozenset(one.id for one in facts if isinstance(one, Person))
    if people:
        return people
    if any(one is None or isinstance(one, PlaceFact) for one in facts):
        return None
    return frozenset(one.id for one in facts if one)
