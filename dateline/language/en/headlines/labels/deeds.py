"""What somebody does with so much or so many: “containers that a week without trains would hold up”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.headlines.clause_parts import AUXILIARY
from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.headlines.labels.doers import (
    ENDED,
    SHARES,
    SOME,
    are_people,
    subject_and_verb,
)
from dateline.language.en.headlines.present_tense import (
    base_of,
    is_past,
    past_participle,
    to_participle,
)
from dateline.language.en.words import TIME_UNITS, compile_pattern

_HAVE: Final = r"has|have|had"


_COMING: Final = (
    r"will|would|could|should|may|might|must|can|(?:is|are|was|were) to|(?:plan|want|hope|expect|aim|intend|ask|need"
    r"|seek|agree)(?:s|ed)? to|(?:is|are|was|were) (?:due|expected|likely|ready|set) to|to"
)


# “has offered”, “would hold up”, “moved through”: a verb that ends right before the number.
_VERB: Final = compile_pattern(
    rf"(?:(?P<coming>{_COMING}) |(?:{_HAVE}) |(?:is|are|was|were) )?(?:also |already |now |since )?"
    r"(?P<verb>[a-z]+)(?P<with>(?: (?:up|out|off|away|down|aside|through|over|for|back|on|along))*)"
    rf"(?: (?:it|them|us|him|her))?{SOME}"
)


_OWNING: Final = frozenset(
    "has have had holds held owns owned employs employed counts counted".split()
)


_LINKING: Final = compile_pattern(
    r"(?:was|were|is|are|be|been|being|rise|rises|rose|risen|fell|fall|falls|fallen|grew|grown|stand|stands|stood|hit"
    r"|reach|reached|said|says|came|come|went|goes|total|totalled|averaged|dropped|climbed|jumped|ran|run|lasted)"
)


FOR: Final = compile_pattern(
    rf" ((?:on|for|from|to|towards?|in|into) (?!(?:the )?(?:year|month|each|every|about|around|cash|[0-9£$€])\b)"
    rf"(?:(?:the|an?|its|their) )?(?:(?!(?:the )?[0-9])[\w’'-]+ ){{0,6}}?(?![0-9])[\w’'-]+){ENDED}"
)


_SHARE_OF: Final = compile_pattern(
    r" of (?P<whose>its |their |his |her )?(?:all )?"
    r"(?P<what>(?:the )?(?!(?:them|it|those|whom|which|what)\b)[a-z0-9][^,;:.()“”]{2,50}?)"
    r"(?=[,;:.()—–“”]|$| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by|if|because|were"
    r"|was|are|is|have|has|had|will|would|on|at|in|from|to|with)\b)"
)


_WHO_DID: Final = compile_pattern(
    r"(?:, [^,;]{3,60},)? (?P<be>(?:will|would|are to|were to|have|had|has|are|were|was) (?:be |been )?)?"
    rf"(?P<verb>[a-z]+)(?P<rest>(?: [^,;:.()“”]{{2,50}}?)?){ENDED}"
)


_ALONE: Final = compile_pattern(
    r"^(?:(?:and|but|that|another|of whom|(?:in|for|of) which|about|around|nearly|almost|some|more than|at least|over"
    r"|up to|only|just|fully) ?)*$"
)


def find_deeds(around: AroundNumber) -> Iterator[str]:
    """What the subject of the clause does with a number, or what so many did themselves."""
    yield from _of_those_who_did(around)
    subject, verb = subject_and_verb(around)
    if (whole := _VERB.fullmatch(verb)) and not _LINKING.fullmatch(whole["verb"]):
        yield from _of_deed(around, subject, _deed(whole))
    elif deed := last_deed(around):
        yield from _of_deed(around, None, deed)
    if around.found.unit in SHARES and (share := _SHARE_OF.match(around.after)):
        yield f"share of {_whole(share)}"


def _of_deed(around: AroundNumber, subject: str | None, deed: _Deed) -> Iterator[str]:
    if around.found.unit in SHARES:
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


def last_deed(around: AroundNumber) -> _Deed | None:
    last = _LAST_VERB.search(around.before)
    if last is None or _LINKING.fullmatch(last["verb"]):
        return None
    verb = last["verb"].lower()
    is_verb = last["after"] or last["coming"] or is_past(verb) or past_participle(verb)
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
    rf"(?P<with>(?: (?:up|out|off|away|down|aside|through|over))*){SOME} $"
)


def _of_share(around: AroundNumber, deed: _Deed) -> Iterator[str]:
    """“Share of wheat cut”."""
    share = _SHARE_OF.match(around.after)
    if share and deed.done and not _PLACED.search(share["what"]):
        yield f"share of {_whole(share)} {deed.done}"


_WITHOUT_ARTICLE: Final = frozenset(
    "income revenue turnover output spending production time".split()
)


def _whole(share: re.Match[str]) -> str:
    """“The sentence”, of “his sentence”; members of “its members”."""
    is_one = share["whose"] and not (
        share["what"].endswith("s") or share["what"] in _WITHOUT_ARTICLE
    )
    return f"the {share['what']}" if is_one else share["what"]


_PLACED: Final = compile_pattern(r" (?:by|in|on|at|of|for|to|with)\b")


def _of_many(around: AroundNumber, subject: str | None, deed: _Deed) -> Iterator[str]:
    """“Members of the guild”, “crates that the port handled”, “crates handled”."""
    if base_of(deed.verb) == "cost":
        return  # “would cost 900 jobs”
    if deed.verb in _OWNING:
        if subject:
            yield f"{around.phrase} of {subject}"
    elif subject and deed.done:
        yield f"{around.phrase} that {subject} {deed.said}"
    elif deed.done:
        yield f"{around.phrase} {deed.done}"


_EDGE: Final = compile_pattern(rf"{SOME}$")


def _of_much(around: AroundNumber, subject: str | None, deed: _Deed) -> Iterator[str]:
    """“Offered by Norland”, “to be paid for the pier”, “brush to be cleared”, “area burned”."""
    unit, purpose = (around.found.unit or "").partition("/")[0], FOR.match(around.after)
    is_allowed = deed.said.startswith(("may ", "can ", "must ", "should "))
    if deed.verb in AUXILIARY or not deed.done or unit in TIME_UNITS or is_allowed:
        return
    if unit in AREAS:
        yield f"area {deed.done}"
    elif base_of(deed.verb) == "cost":
        yield from [f"cost of {subject}"] if subject else []
    elif purpose:
        yield f"{deed.done} {purpose[1]}"
    elif subject:
        yield f"{deed.done} by {subject}"


AREAS: Final = frozenset("hectare acre".split())


def _of_those_who_did(around: AroundNumber) -> Iterator[str]:
    """“Firefighters who were working along a front”, “slates to be taken down”."""
    did = _WHO_DID.match(around.after) if _ALONE.match(_OPENED.sub("", around.before)) else None
    if did is None or not around.noun:
        return
    who = "who" if are_people(around.noun) else "that"
    done, be = to_participle(did["verb"]), (did["be"] or "").strip()
    is_passive = be in _BEEN and done == did["verb"]
    if be.endswith((" be", " to")):
        yield f"{around.phrase} to be {did['verb']}{did['rest']}"
    elif is_passive or (be and did["verb"].endswith("ing")):
        yield f"{around.phrase} {did['verb']}{did['rest']}"
    elif done or did["verb"] in AUXILIARY or be in ("have", "has", "had"):
        yield f"{around.phrase} {who} {be} {did['verb']}{did['rest']}"


_BEEN: Final = frozenset({"are", "were", "was", "have been", "had been", "has been"})


_OPENED: Final = compile_pattern(r"^(?:in|on|at|by|of|last|this) [^,;]{3,40}, ")
