"""Who said a quotation, according to the words beside it, where they can be read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.checking.fact_words import FactWords
from dateline.checking.findings import lies_in, overlap
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
    start: int
    end: int
    verb: re.Match[str]


def find_speakers(words: FactWords, span: Span) -> frozenset[str] | None:
    """The ids of those who may have spoken these words; None where the sentence does not say."""
    quoted = quotation_around(words, span)
    text = words.blocks[span.block].text
    clause = quoted and _clause(text, quoted)
    if not clause:
        return None
    found = words.findings.names[span.block]
    names = [name for name in found if clause.start <= name.start < clause.end]
    if names:
        return _subject(names, clause, words)
    quotations = words.findings.quotations[span.block]
    outside = [name for name in found if not any(overlap(name, quoted) for quoted in quotations)]
    before = [name for name in outside if name.start < clause.start]
    return _earlier(before, text[clause.start : clause.end], words)


def quotation_around(words: FactWords, span: Span) -> FoundQuotation | None:
    quotations = words.findings.quotations[span.block]
    return next((quoted for quoted in quotations if lies_in(span, quoted)), None)


def _clause(text: str, quoted: FoundQuotation) -> Attribution | None:
    """The clause that says who speaks: after the quotation if that ends in a comma, else before."""
    begins = max(start for start, _ in sentences(text) if start <= quoted.start)
    before = _spoken(text, begins, quoted.start)
    beyond = quoted.end + 1
    ends = (end for _, end in sentences(text) if text[beyond:end].strip())
    after = _spoken(text, beyond, next(ends, beyond))
    return after or before if quoted.text.endswith(",") else before or after


def _spoken(text: str, start: int, end: int) -> Attribution | None:
    verbs = list(_VERB.finditer(text, start, end))
    return Attribution(start=start, end=end, verb=verbs[-1]) if verbs else None


def _subject(
    names: Sequence[FoundName], clause: Attribution, words: FactWords
) -> frozenset[str] | None:
    """Who is named last before the verb, with or without what is between commas.

    After the verb where nobody is named before it: “said Ann Lee”. A person takes precedence over
    an organisation: “Ann Lee, spokesperson for the ministry, said”. None where the name belongs to
    another verb of speaking: “Ann Lee said the minister told her”.
    """
    verb, text = clause.verb, clause.verb.string
    before = [name for name in names if name.end <= verb.start()]
    after = [name for name in names if name.start >= verb.end()]
    if verb[0].lower() == "according to":
        return _actors(after[:1], words)
    asides = [aside.span() for aside in _ASIDE.finditer(text, clause.start, verb.start() + 1)]
    outside = [name for name in before if not any(a < name.start < b for a, b in asides)]
    nearest = [*_last(before, text), *_last(outside, text)]
    between = ((name, _ASIDE.sub("", text[name.end : verb.start()])) for name in nearest)
    own = [name for name, words_between in between if not _VERB.search(words_between)]
    if nearest and not own:
        return None
    if not nearest or _PASSIVE.search(text, clause.start, verb.start()):
        own += after[:1]
    return _actors(own, words)


def _last(names: Sequence[FoundName], text: str) -> list[FoundName]:
    """The last of the names, and those that “and” joins to it."""
    last = list(names[-1:])
    for name in reversed(names[:-1]):
        if text[name.end : last[0].start].strip(" ,") not in ("", "and"):
            break
        last.insert(0, name)
    return last


def _earlier(before: Sequence[FoundName], clause: str, words: FactWords) -> frozenset[str] | None:
    """“He said: …”: a person of the sentences before; “the ministry said”: anyone there."""
    facts = [words.briefing.fact_by_id.get(name.known or "") for name in before]
    people = frozenset(fact.id for fact in facts if isinstance(fact, Person))
    if people and _PRONOUN.search(clause):
        return people
    return frozenset(fact.id for fact in facts if isinstance(fact, Named)) or None


def _actors(names: Sequence[FoundName], words: FactWords) -> frozenset[str] | None:
    """The people among these, or else the organisations; None where one is unknown or a place."""
    facts = [words.briefing.fact_by_id.get(name.known or "") for name in names]
    people = frozenset(fact.id for fact in facts if isinstance(fact, Person))
    if people:
        return people
    if any(fact is None or isinstance(fact, Place) for fact in facts):
        return None
    return frozenset(fact.id for fact in facts if fact)
