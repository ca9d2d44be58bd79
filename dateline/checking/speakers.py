"""Who said it: the name that the words beside a quotation give to it, where they can be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.checking.fact_words import FactWords
from dateline.facts.article import Span
from dateline.facts.records import Named, Person, Place
from dateline.facts.wording import sentences
from dateline.language import FoundName, FoundQuotation

_VERB = re.compile(
    r"\b(?:said|says?|saying|told|tells?|add(?:ed|s)|wr(?:ote|ites)|argue[ds]|claim(?:ed|s)|"
    r"warn(?:ed|s)|insist(?:ed|s)|call(?:ed|s)|ask(?:ed|s)|declare[ds]|announce[ds]|state[ds]|"
    r"explain(?:ed|s)|note[ds]|tweeted|posted|repli(?:ed|es)|describe[ds]|conclude[ds]|"
    r"[Aa]ccording to)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?$")
_ASIDE = re.compile(r",[^,]*,")
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The clause beside a quotation that tells of the speaking, and its verb."""

    start: int
    end: int
    verb: re.Match[str]


def speakers(words: FactWords, span: Span) -> frozenset[str] | None:
    """The ids of those who may have spoken these words; None where the sentence does not tell."""
    quoted = _quotation_around(words, span)
    text = words.blocks[span.block].text
    beside = quoted and _clause(text, quoted)
    if not beside:
        return None
    told = words.findings.names.get(span.block, ())
    names = [one for one in told if beside.start <= one.start < beside.end]
    if names:
        return _subject(names, beside, words)
    before = [one for one in told if one.start < beside.start and not _is_quoted(one, words, span)]
    return _earlier(before, text[beside.start : beside.end], words)


def _quotation_around(words: FactWords, span: Span) -> FoundQuotation | None:
    found = words.findings.quotations.get(span.block, ())
    return next((one for one in found if one.start <= span.start and span.end <= one.end), None)


def _is_quoted(name: FoundName, words: FactWords, span: Span) -> bool:
    quotations = words.findings.quotations.get(span.block, ())
    return any(one.start <= name.start < one.end for one in quotations)


def _clause(text: str, quoted: FoundQuotation) -> Attribution | None:
    """The clause that tells who speaks; behind words that end in a comma it follows at once."""
    before, behind = _clause_before(text, quoted), _clause_behind(text, quoted)
    return behind or before if quoted.text.endswith(",") else before or behind


def _clause_before(text: str, quoted: FoundQuotation) -> Attribution | None:
    """“Ann Lee said: …”: from the start of the sentence to the opening mark."""
    start = max(one for one, _ in sentences(text) if one <= quoted.start)
    return _spoken(text, start, quoted.start)


def _clause_behind(text: str, quoted: FoundQuotation) -> Attribution | None:
    """“…,” Ann Lee said: from the closing mark to the end of the sentence that goes on or begins."""
    start = quoted.end + 1
    ends = [end for _, end in sentences(text) if text[start:end].strip()]
    return _spoken(text, start, ends[0]) if ends else None


def _spoken(text: str, start: int, end: int) -> Attribution | None:
    verbs = list(_VERB.finditer(text, start, end))
    return Attribution(start=start, end=end, verb=verbs[-1]) if verbs else None


def _subject(
    names: Sequence[FoundName], beside: Attribution, words: FactWords
) -> frozenset[str] | None:
    """Whoever stands nearest before the verb, with or without what stands between commas.

    Behind it where nobody stands before: “said Ann Lee”. A person comes before a body, for “Ann
    Lee, spokesperson for the ministry, said” is Ann Lee's word. None where the name belongs to
    another verb of speaking: “Ann Lee said the minister told her”.
    """
    verb, text = beside.verb, beside.verb.string
    before = [one for one in names if one.end <= verb.start()]
    behind = [one for one in names if one.start >= verb.end()]
    if verb[0].lower() == "according to":
        return _actors(behind[:1], words)
    asides = [found.span() for found in _ASIDE.finditer(text, beside.start, verb.start() + 1)]
    outside = [one for one in before if not any(a < one.start < b for a, b in asides)]
    nearest = [*_last(before, text), *_last(outside, text)]
    own = [one for one in nearest if not _speaks_between(text, one.end, verb.start())]
    if nearest and not own:
        return None
    if not nearest or _PASSIVE.search(text, beside.start, verb.start()):
        own += behind[:1]
    return _actors(own, words)


def _speaks_between(text: str, start: int, end: int) -> bool:
    """Whether another verb of speaking comes between, outside of any pair of commas."""
    return bool(_VERB.search(_ASIDE.sub("", text[start:end])))


def _last(names: Sequence[FoundName], text: str) -> list[FoundName]:
    """The last of the names, and those that “and” joins to it."""
    last = list(names[-1:])
    for one in reversed(names[:-1]):
        if text[one.end : last[0].start].strip(" ,") not in ("", "and"):
            break
        last.insert(0, one)
    return last


def _earlier(before: Sequence[FoundName], clause: str, words: FactWords) -> frozenset[str] | None:
    """“He said: …”: a person of the sentences before; “the ministry said”: anyone there."""
    actors = [words.briefing.fact_by_id.get(one.known or "") for one in before]
    if _PRONOUN.search(clause) and any(isinstance(one, Person) for one in actors):
        return frozenset(one.id for one in actors if isinstance(one, Person))
    return frozenset(one.id for one in actors if isinstance(one, Named)) or None


def _actors(names: Sequence[FoundName], words: FactWords) -> frozenset[str] | None:
    """The people among these, or else the bodies; None where a sheet lacks one, or has a place."""
    facts = [words.briefing.fact_by_id.get(one.known or "") for one in names]
    people = frozenset(one.id for one in facts if isinstance(one, Person))
    if people:
        return people
    if any(one is None or isinstance(one, Place) for one in facts):
        return None
    return frozenset(one.id for one in facts if one)
