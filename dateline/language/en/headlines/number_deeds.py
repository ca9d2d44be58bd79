"""What somebody does with so much or so many: “containers that a week without trains would hold up”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.headlines.clause_parts import AUXILIARY, PRONOUN, has_verb, subject_before
from dateline.language.en.headlines.number_phrases import AroundNumber
from dateline.language.en.headlines.present_tense import is_past, to_participle
from dateline.language.en.words import MONTHS, TIME_UNITS, WEEKDAYS, compile_pattern, one_of

_MOST_WORDS: Final = 6
_SHARES: Final = frozenset({"percent", "share", "percentage points"})
_SOME: Final = (
    r"(?: (?:about|around|nearly|almost|some|roughly|more than|less than|at least|over|another|an|a further|up to|only"
    r"|just|between|as much as|as many as|now|also))*"
)
_HAVE: Final = r"has|have|had"
_COMING: Final = (
    r"will|would|could|should|may|might|must|can|(?:is|are|was|were) to|(?:plan|want|hope|expect|aim|intend|ask|need"
    r"|seek|agree)(?:s|ed)? to|(?:is|are|was|were) (?:due|expected|likely|ready|set) to|to"
)
# “has offered”, “would hold up”, “moved through”: a verb that ends right before the number.
_VERB: Final = compile_pattern(
    rf"(?:(?P<coming>{_COMING}) |(?:{_HAVE}) |(?:is|are|was|were) )?(?:also |already |now |since )?"
    r"(?P<verb>[a-z]+)(?P<with>(?: (?:up|out|off|away|down|aside|through|over|for|back|on|along))*)"
    rf"(?: (?:it|them|us|him|her))?{_SOME}"
)
_OWNING: Final = frozenset(
    "has have had holds held owns owned employs employed counts counted".split()
)
_LINKING: Final = compile_pattern(
    r"(?:was|were|is|are|be|been|being|rise|rises|rose|risen|fell|fall|falls|fallen|grew|grown|stand|stands|stood|hit"
    r"|reach|reached|said|says|came|come|went|goes|total|totalled|averaged|dropped|climbed|jumped|ran|run|lasted)"
)
# “the tower, which has 103 steps”: the antecedent is a name, or has an article.
_WHICH: Final = compile_pattern(rf",? (?:which|who|that) (?P<verb>(?-i:[a-z ]+?){_SOME}) $")
_ANTECEDENT: Final = compile_pattern(r"(?:^|(?<=[ (]))(?=(?:the|an?|its|their) |(?-i:[A-Z]))")
# “a loss of”, “orders for”, “gusts of”.
_NOUN_OF: Final = compile_pattern(
    rf"(?:\b(?:an?|the|its|their) (?P<noun>(?:(?!(?:an?|the) )[a-z][a-z-]* ){{0,2}}?(?!(?:an?|the) )[a-z][a-z-]*)"
    rf"|(?:^|[ (])(?P<several>(?-i:[A-Z]{{3,}}|[a-z-]+s))) of{_SOME} $"
    rf"|(?:^|[ (])(?P<orders>bids|claims|contracts|grants|orders|requests) for{_SOME} $"
)
_VERB_AND_NOUN: Final = compile_pattern(
    r"(?P<verb>(?:(?:has|have|had|is|are|was|were|will|would) )*[a-z]+(?: (?:for|on|up|out))?)"
    r"(?: (?:an?|the|its|their))?"
    r"(?: (?!(?:for|to|of|in|on|by|with|an?|the)\b)[a-z-]+){1,3}"
    rf" (?:of|for){_SOME}"
)
_MAKING: Final = compile_pattern(
    r"(?:(?:will|would|could|has|have|had) )*(?:ma[kd]es?|reports?|reported|posts|posted|had|has|have|runs?|ran|booked"
    r"|recorded|sets?|faces?|faced)"
)
_ENDED: Final = (
    r"(?=[,;:.()—–“”]|$| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by|if|because)"
    r"(?![a-z]))"
)
FOR: Final = compile_pattern(
    rf" ((?:on|for|from|to|towards?|in|into) (?!(?:the )?(?:year|month|each|every|about|around|cash|[0-9£$€])\b)"
    rf"(?:(?:the|an?|its|their) )?(?:[\w’'-]+ ){{0,4}}?[\w’'-]+){_ENDED}"
)
_SHARE_OF: Final = compile_pattern(
    r" of (?:the |its |their |his |her |all )?((?!(?:them|it|those|whom|which|what)\b)[a-z0-9][^,;:.()“”]{2,50}?)"
    r"(?=[,;:.()—–“”]|$| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by|if|because|were"
    r"|was|are|is|have|has|had|will|would|on|at|in|from|to|with)\b)"
)
# “- Donations: €131,200”; “Slates at €25 each: €29,750”.
_ITEM: Final = compile_pattern(
    r"^\W*(?P<what>(?-i:[A-Z])[^:.;“”]{2,60}?)(?: (?:at|of) [£$€][0-9.,]+(?: each| apiece)?)?: $"
)
_WHERE: Final = compile_pattern(
    rf" (?:in|on|at|for|from|of|with|near) [^,;:.()“”]{{2,50}}?{_ENDED}"
)
_WHO_DID: Final = compile_pattern(
    r"(?:, [^,;]{3,60},)? (?P<be>(?:will|would|are to|were to|have|had|has|are|were|was) (?:be |been )?)?"
    rf"(?P<verb>[a-z]+)(?P<rest>(?: [^,;:.()“”]{{2,50}}?)?){_ENDED}"
)
_PEOPLE: Final = compile_pattern(
    r".*(?:people|men|women|children|staff|ers|ors|ists|ents|ants|ees)"
)
_ALONE: Final = compile_pattern(
    r"^(?:(?:and|but|that|of whom|about|around|nearly|almost|some|more than|at least|over|up to|only|just|fully) ?)*$"
)


def find_item(text: str, start: int) -> str | None:
    """What an item of a list says before its number."""
    item = _ITEM.match(text, 0, start)
    return item["what"] if item and item.end() == start else None


def find_done(around: AroundNumber) -> Iterator[str]:
    """What was done with so many or with so much stuff: “people killed in the fire”, “forest lost”."""
    deed = _last_deed(around)
    if deed is None or not deed.done or around.is_money or around.found.unit in _SHARES:
        return
    words = f"{around.found.text}{around.after}"
    if around.noun and _PEOPLE.fullmatch(around.noun):
        if where := _WHERE.match(around.after):
            yield f"{around.phrase} {deed.done}{where[0]}"
    elif not around.noun and (stuff := _STUFF.search(words)):
        yield f"{stuff[1]} {deed.done}"


def find_noun_of(around: AroundNumber) -> Iterator[str]:
    """“Loss of the club”, “orders that Norland cancelled”, “cap on night shifts”, “gusts”."""
    named = _NOUN_OF.search(around.before)
    if named is None:
        return
    noun, purpose = named["noun"] or named["several"] or named["orders"], FOR.match(around.after)
    subject, verb = _subject_and_verb(around)
    said = _VERB_AND_NOUN.fullmatch(verb)
    if around.found.unit in _LENGTHS:
        yield f"length of the {noun}" if noun not in _PLAIN else noun
    if purpose and not purpose[1].startswith(("in ", "from ")):
        yield f"{noun} {purpose[1]}"
    elif subject and said and noun == noun.split()[-1]:
        is_of = _MAKING.fullmatch(said["verb"])
        yield f"{noun} of {subject}" if is_of else f"{noun} that {subject} {said['verb']}"
    yield noun


_PLAIN: Final = frozenset("stretch distance".split())


def find_deeds(around: AroundNumber) -> Iterator[str]:
    """What the subject of the clause does with a number, or what so many did themselves."""
    yield from _of_those_who_did(around)
    subject, verb = _subject_and_verb(around)
    if (whole := _VERB.fullmatch(verb)) and not _LINKING.fullmatch(whole["verb"]):
        yield from _of_deed(around, subject, _deed(whole))
    elif deed := _last_deed(around):
        yield from _of_deed(around, None, deed)
    if around.found.unit in _SHARES and (share := _SHARE_OF.match(around.after)):
        yield f"share of {share[1]}"


def _of_deed(around: AroundNumber, subject: str | None, deed: _Deed) -> Iterator[str]:
    if around.found.unit in _SHARES:
        yield from _of_share(around, deed)
    if around.noun:
        yield from _of_many(around, subject, deed)
    else:
        yield from _of_much(around, subject, deed)


def _deed(said: re.Match[str]) -> _Deed:
    return _Deed(
        verb=said["verb"],
        rest=said["with"],
        said=_EDGE.sub("", said[0].strip()),
        is_coming=bool(said["coming"]),
    )


def _last_deed(around: AroundNumber) -> _Deed | None:
    last = _LAST_VERB.search(around.before)
    if last is None or _LINKING.fullmatch(last["verb"]):
        return None
    is_verb = last["after"] or last["coming"] or is_past(last["verb"].lower())
    return _deed(last) if is_verb else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    verb: str
    rest: str
    said: str
    is_coming: bool

    @property
    def done(self) -> str | None:
        """“handled”, “to be held up”."""
        participle = to_participle(self.verb)
        return (
            f"{'to be ' if self.is_coming else ''}{participle}{self.rest}" if participle else None
        )


# The last verb before a number, of a clause whose subject is far: “…, destroyed 41 houses”, “vowed to supply”.
_LAST_VERB: Final = compile_pattern(
    r"(?:(?P<after>, |\band |\bor |\bwho |\bwhich |[a-z]s )|(?P<coming>\bto )|[\w’] )"
    rf"(?P<verb>(?!(?:to|of|in|on|at)\b)[a-z]+)"
    rf"(?P<with>(?: (?:up|out|off|away|down|aside|through|over))*){_SOME} $"
)


def find_extent(around: AroundNumber) -> Iterator[str]:
    """How long something lasts, how high it stands, how warm it is."""
    subject, _ = _subject_and_verb(around)
    if subject and around.found.unit in TIME_UNITS and _LASTS.search(around.before):
        yield f"duration of {subject}"
    extent = _EXTENT.match(around.after)
    if subject and extent:
        yield f"{_EXTENTS[extent[1].lower()]} of {subject}"
    if (around.found.unit or "").startswith("degree"):
        where = FOR.match(around.after)
        yield f"temperature {where[1]}" if where else "temperature"


_LASTS: Final = compile_pattern(rf"\b(?:takes?|took|taken|lasts?|lasted)(?: [a-z]+)?{_SOME} $")
_EXTENT: Final = compile_pattern(r" (long|wide|high|tall|deep)\b")
_EXTENTS: Final = {
    "long": "length", "wide": "width", "high": "height", "tall": "height", "deep": "depth"
}  # fmt: skip


def _of_share(around: AroundNumber, deed: _Deed) -> Iterator[str]:
    """“Share of wheat cut”."""
    share = _SHARE_OF.match(around.after)
    if share and deed.done and not _PLACED.search(share[1]):
        yield f"share of {share[1]} {deed.done}"


_PLACED: Final = compile_pattern(r" (?:by|in|on|at|of|for|to|with)\b")


def _subject_and_verb(around: AroundNumber) -> tuple[str | None, str]:
    """Who does it, where a noun or a name says so, and what they do."""
    if which := _WHICH.search(around.said_before):
        before = around.said_before[: which.start()]
        fits = (_fit(before[start.start() :]) for start in _ANTECEDENT.finditer(before))
        who = next((words for words in fits if words and not has_verb(words)), None)
        return who, which["verb"].strip()
    parts = subject_before(_ASIDE.sub(" ", around.before), owned=True)
    if parts:
        return _fit(parts[0]), parts[1].strip()
    return None, _AFTER_PRONOUN.sub("", around.before).strip()


_ASIDE: Final = compile_pattern(r", [^,]*, ")
_AFTER_PRONOUN: Final = compile_pattern(r"^.*\b(?:it|they|he|she|we|and|but|which|who) ")


def _fit(subject: str) -> str | None:
    """A subject that can stand in a label: short, and no pronoun."""
    words = subject.strip(" ,")
    is_fit = words and len(words.split()) <= _MOST_WORDS and "," not in words and words[0].isalpha()
    return words if is_fit and not PRONOUN.match(words) and not _DATED.search(words) else None


_DATED: Final = compile_pattern(
    rf"\b(?:{one_of(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 3)}|[0-9]+)\b"
)


def _of_many(around: AroundNumber, subject: str | None, deed: _Deed) -> Iterator[str]:
    """“Members of the guild”, “crates that the port handled”, “crates handled”."""
    if deed.verb in _OWNING:
        if subject:
            yield f"{around.phrase} of {subject}"
    elif subject and deed.done:
        yield f"{around.phrase} that {subject} {deed.said}"
    elif deed.done:
        yield f"{around.phrase} {deed.done}"


_EDGE: Final = compile_pattern(rf"{_SOME}$")


def _of_much(around: AroundNumber, subject: str | None, deed: _Deed) -> Iterator[str]:
    """“Offered by Norland”, “to be paid for the pier”, “brush to be cleared”, “area burned”."""
    unit, purpose = (around.found.unit or "").partition("/")[0], FOR.match(around.after)
    is_allowed = deed.said.startswith(("may ", "can ", "must ", "should "))
    if deed.verb in AUXILIARY or not deed.done or unit in TIME_UNITS or is_allowed:
        return
    if unit in AREAS:
        yield f"area {deed.done}"
    elif purpose:
        yield f"{deed.done} {purpose[1]}"
    elif subject:
        yield f"{deed.done} by {subject}"


_STUFF: Final = compile_pattern(
    r" of ((?!the\b)[a-z]+(?: (?:and )?[a-z]+)?)(?= (?:a|an|per|in|on|to|by|this|last)\b|[,.;]|$)"
)
AREAS: Final = frozenset("hectare acre".split())
_LENGTHS: Final = frozenset("kilometre mile metre foot yard".split())


def _of_those_who_did(around: AroundNumber) -> Iterator[str]:
    """“Firefighters who were working along a front”, “slates to be taken down”."""
    did = _WHO_DID.match(around.after) if _ALONE.match(_OPENED.sub("", around.before)) else None
    if did is None or not around.noun:
        return
    who = "who" if _PEOPLE.fullmatch(around.noun) else "that"
    done, be = to_participle(did["verb"]), (did["be"] or "").strip()
    is_passive = be in _BEEN and done == did["verb"]
    if be.endswith((" be", " to")):
        yield f"{around.phrase} to be {did['verb']}{did['rest']}"
    elif is_passive or (be and did["verb"].endswith("ing")):
        yield f"{around.phrase} {did['verb']}{did['rest']}"
    elif done or did["verb"] in AUXILIARY:
        yield f"{around.phrase} {who} {be} {did['verb']}{did['rest']}"


_BEEN: Final = frozenset({"are", "were", "was", "have been", "had been", "has been"})
_OPENED: Final = compile_pattern(r"^(?:in|on|at|by|of|last|this) [^,;]{3,40}, ")
