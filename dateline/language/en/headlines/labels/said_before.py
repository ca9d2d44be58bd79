"""What a clause says of its subject before a number: the verb, and the words between it and the number."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.headlines.clause_parts import (
    has_verb,
    leading_verb,
    subject_before,
    without_opening,
)
from dateline.language.en.headlines.present_tense import (
    base_of,
    base_of_ing,
    may_be_past,
    past_participle,
    to_participle,
)
from dateline.language.en.words import compile_pattern

# Words that only say how near or how large a number is.
HEDGES: Final = (
    r"(?: (?:by|just|only|about|around|nearly|almost|some|roughly|more than|less than|at least|at most|over|under"
    r"|up to|as much as|as many as|an average of|a total of|a record of|a record|another|a further|now|also|still))*"
)
_HEDGED: Final = compile_pattern(
    r"(?: (?:just|only|about|around|nearly|almost|some|roughly|more than|less than|at least|at most|up to|as much as"
    r"|as many as|an average of|a total of|a record of|a record|another|a further|an?|the|now|also|still))+ *$"
)
_COMING: Final = (
    r"(?:will|would|could|should|may|might|must|can|shall|need(?:s|ed)? to|ha(?:s|ve|d) to"
    r"|(?:is|are|was|were)(?: [a-z]+ed| due| set| likely| ready| seen)? to"
    r"|(?:plan|want|hope|expect|aim|intend|ask|seek|agree|pledge|promise|vow|offer|propose)(?:s|d|ed)? to|to)"
)
_GROUP: Final = compile_pattern(
    rf"(?P<coming>{_COMING} )?(?:(?P<perfect>has|have|had) )?(?:(?P<be>is|are|was|were|be|been|being) )?"
    r"(?:(?:also|already|now|since|still|only|just|again|later|then|not|even|all|first|nearly|almost) )*"
    r"(?P<verb>[a-z-]+)(?P<rest>.*)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBefore:
    """A clause up to its number.

    `verb` is its base form, `group` the words of it, and `rest` what is between it and the number: “its
    budget by”. `coming` where it is wanted, planned or to come.
    """

    subject: str
    verb: str
    group: str
    rest: str
    passive: bool
    coming: bool


def read_before(
    before: str, said_before: str, whom: Callable[[str], str | None]
) -> SaidBefore | None:
    """None where the words before a number are no clause, or where its subject cannot stand alone.

    `said_before` is all of its sentence up to there: two verbs may share a subject. `whom` gives the
    name that a pronoun stands for.
    """
    relative = _OF_WHOM.match(before)
    own = before[relative.end() :] if relative else before
    words = _HEDGED.sub(" ", f"{_ASIDE.sub(' ', own)} ")
    parts = _parts(words, whom, said_before)
    first = said_before[: -len(before) or None]
    is_second = leading_verb(words) or (_WORD.fullmatch(words.strip()) and _WILL.search(first))
    if parts is None and is_second and _AND.search(first):
        shared = _parts(f"{_ASIDE.sub(' ', said_before)} ", whom, said_before)
        parts = (shared[0], words.strip()) if shared else None
    said = _read(*parts) if parts else None
    if said and (gap := _GAPPED.fullmatch(said.rest)) and not has_verb(gap["who"]):
        return replace(said, subject=gap["who"], rest=gap["rest"])
    if said and _OTHER_DEED.fullmatch(said.rest):
        return None
    second = _SECOND.fullmatch(said.rest) if said else None
    if said and second:
        return _read(said.subject, f"{'will ' if said.coming else ''}{second[1]}")
    return said


# “Labor fell to 36.9 per cent, and the Liberals to”: the Liberals fell.
_GAPPED: Final = compile_pattern(
    r".*[0-9].*,? (?:and|while|but) (?P<who>(?:(?:the|its|an?) )?[\w’'-]+(?: [\w’'-]+){0,4}?) (?P<rest>to|at|by|from)"
)
# “will cost €29 million and save”: the second of two verbs.
# “flew for the first time, staying in the air for”: the number is of another verb.
_OTHER_DEED: Final = compile_pattern(r".*, (?:[a-z]+ly )?[a-z]+ing\b.*")
_SECOND: Final = compile_pattern(r".*[0-9].* (?:and|but) ([a-z]+)")


# “the company says that it has spent”: the company has.
_SAYER: Final = compile_pattern(
    r"(?:^|[,;] |\b(?:and|but) )(the [a-z]+(?: [a-z]+)?) (?:has |have )?(?:said|says|announced|confirmed|estimates?)"
    r"(?: that)? (?:it|they) (?:[^,;:.“”()]{2,30} )?$"
)


def _sayer(said_before: str) -> str | None:
    found = _SAYER.search(said_before)
    return found[1] if found else None


def _parts(
    words: str, whom: Callable[[str], str | None], said_before: str
) -> tuple[str, str] | None:
    parts = subject_before(words, owned=True)
    relative = _RELATIVE.fullmatch(parts[0]) if parts else None
    if parts and relative and (main := _MAIN.fullmatch(parts[1])):
        return relative[1], main[1]
    if parts is None and (pronoun := _PRONOUN.match(without_opening(words))):
        name = whom(pronoun[1].lower()) or _sayer(said_before)
        found = subject_before(f"{name or 'Somebody'} {pronoun[2]} ", owned=True)
        return (name or pronoun[1], found[1]) if found else None
    return parts


# “The penalty for an official who takes bribes is”: the penalty is.
_RELATIVE: Final = compile_pattern(r"(.*[a-z]),? (?:who|which|that)")
_MAIN: Final = compile_pattern(
    r"[a-z]+ .*?\b((?:is|are|was|were|has|have|had|will|would|must|may)\b.*)"
)
# “…, for whom Lesk had offered €2 million”
_OF_WHOM: Final = compile_pattern(
    r".*(?:\b(?:for|of|to|by|with|in|on|at|from) (?:whom|which) |, (?:where|when|while|because) )"
)
_WORD: Final = compile_pattern(r"[a-z]+")
_WILL: Final = compile_pattern(r"\b(?:will|would|could|may|must|can|to)\b")
_AND: Final = compile_pattern(r"\b(?:and|but) (?:then |also |later )?$")


_PRONOUN: Final = compile_pattern(r"(he|she|it|they) (.*)")


def said_of_object(said: SaidBefore) -> SaidBefore | None:
    """What is said of the object: “milk production grows by” of “it expects milk production to grow by”."""
    found = _OBJECT_TO.fullmatch(said.rest.strip())
    return (
        _read(found["object"], found["said"]) if found and not has_verb(found["object"]) else None
    )


_OBJECT_TO: Final = compile_pattern(
    r"(?P<object>(?:the|an?|its|his|her|their|[a-z]+)(?: [\w’'-]+){0,5}?) (?P<said>to [a-z]+.*)"
)
_ASIDE: Final = compile_pattern(r", [^,]*[^,0-9][^,]*, ")


# “is seen rising to”
_SEEN: Final = frozenset({"seen", "forecast", "projected", "expected"})
_MOVING: Final = compile_pattern(r"([a-z]+ing)\b")


def _read(subject: str, verb: str) -> SaidBefore | None:
    group = _GROUP.match(verb.strip())
    if group is None:
        return None
    word, rest = group["verb"], group["rest"].strip()
    be = group["be"]
    if be and word in _SEEN and (moving := _MOVING.match(rest)):
        word, rest, be = base_of_ing(moving[1]), rest[moving.end() :].strip(), None
    is_participle = past_participle(word) or may_be_past(word) or word.endswith("ing")
    if be and word.endswith("ing") and to_participle(base_of_ing(word)):
        word, be = base_of_ing(word), None  # “is paying”
    if be and not is_participle:
        word, rest = "be", f"{word} {rest}".strip()
    said = verb.strip()[: group.end("verb")].strip()
    return SaidBefore(
        subject=subject,
        verb=base_of(word),
        group=said,
        rest=rest,
        passive=bool(be) and is_participle and not word.endswith("ing"),
        coming=bool(group["coming"]),
    )


def is_bare(words: str) -> bool:
    """Whether there is nothing between a verb and its number."""
    return not words or re.fullmatch(r"(?:by|an?|the)", words) is not None
