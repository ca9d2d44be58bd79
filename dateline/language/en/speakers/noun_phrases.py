"""Whom a noun phrase beside a quotation is about: a name, a pronoun, or somebody described."""

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from dateline.frozen import dataclass
from dateline.language import FoundName
from dateline.language.en.name_words import OFFICES
from dateline.language.en.speakers.tokens import Word, Words, skip
from dateline.language.en.speech import (
    NOT_READ,
    POSSESSIVES,
    PRONOUNS,
    ROLES,
    SCENE,
    SPEECHES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who a clause is about: names that "and" joins, a pronoun, or a description ("the mayor").

    `definite` is "the mayor", not "a mayor"; `beside` are other names of the same phrase: "Oster" of "Oster's mayor".
    """

    names: tuple[FoundName, ...] = ()
    pronoun: str | None = None
    description: tuple[str, ...] = ()
    definite: bool = False
    beside: tuple[FoundName, ...] = ()


def parts_of(tokens: Words) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    for token in tokens:
        if token.kind == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def subject_of_parts(parts: Sequence[Words]) -> Subject | None:
    """A noun phrase and what is between commas after it: “her deputy, Ann Lee, one of three”."""
    phrases = [part for part in parts if part]
    if len(phrases) > 1:
        phrases[0] = list(_after_a_day(phrases[0]))
    while phrases and _sets_scene(phrases[0]) and len(phrases) > 1:
        phrases = phrases[1:]
    phrases = _last_clause(phrases)
    found = head(phrases[0]) if phrases else None
    if found and found.description and len(phrases) > 1:
        second = head(phrases[1])
        if second and second.names and _only_names(phrases[1]):
            return Subject(names=second.names, beside=found.beside + second.beside)
    if found and found.names and len(phrases) > 1 and not found.beside:
        beside = tuple(token.name for part in phrases[1:3] for token in part if token.name)
        return Subject(names=found.names, beside=beside)
    return found


def _last_clause(phrases: list[Words]) -> list[Words]:
    """The phrases from the last “and” that begins one, unless it joins names: “Ann Lee, and Bo Ray”."""
    begins = [at for at, phrase in enumerate(phrases) if at and phrase[0].kind == "C"]
    joins_names = begins and begins[-1] < 3 and all(word.kind == "N" for word in phrases[0])
    if not begins or joins_names:
        return phrases
    return phrases[begins[-1] :]


# Before a name without a comma between they are when or in what it was said.
_TIMES: Final = SPEECHES | frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday day morning afternoon evening night week weekend
    month year interview""".split()
)


def _after_a_day(part: Words) -> Words:
    """“Ann Lee” of “On 28 February Ann Lee, a geologist”; not of “In northern Lesk, a geologist”."""
    if part[0].kind != "P":
        return part
    for before, (at, token) in zip(part, enumerate(part[1:], 1), strict=False):
        if token.kind == "N" and not token.owns:
            is_time = before.word.lower() in _TIMES or before.word.isdigit()
            return part[at:] if is_time else part
    return part


def _sets_scene(part: Words) -> bool:
    first = part[0]
    return first.kind in "PAGKR" or first.word.lower() in SCENE


def _only_names(part: Words) -> bool:
    """“Ann Lee”, “the mayor Ann Lee”; not “one of three of the Council”."""
    return (
        any(token.kind == "N" for token in part)
        and part[0].kind != "P"
        and (part[-1].kind in "NA" or part[0].kind == "N")
        and not (part[0].kind == "D" and any(token.kind == "P" for token in part))
    )


def head(part: Words) -> Subject | None:
    """The name, pronoun or noun that a phrase without commas is about."""
    phrase = list(part)
    while phrase and phrase[0].kind in "ACRK":
        phrase = phrase[1:]
    while phrase and phrase[-1].kind in "AC":
        phrase = phrase[:-1]
    if not phrase:
        return None
    if phrase[0].kind == "P":
        return (
            Subject(names=joined_names(phrase))
            if ends_in_a_name(phrase) and len(phrase) > 2
            else None
        )
    base = phrase if _is_rank(phrase) else takewhile(lambda token: token.kind not in "PK", phrase)
    base = list(base)
    while base and base[-1].kind in "AC":
        base.pop()
    if not base:
        return None
    if base[0].kind == "H":
        return Subject(pronoun=PRONOUNS[base[0].word.lower()])
    beside = tuple(token.name for token in phrase if token.name)
    if ends_in_a_name(base):
        names = joined_names(base)
        return Subject(names=names, beside=tuple(name for name in beside if name not in names))
    return _of_noun(base, beside)


def _is_rank(phrase: Words) -> bool:
    """“Superintendent of Police Ann Lee”, not “Lawyer of Mayor Ann Lee”: her office has a preposition."""
    at = next((at for at, token in enumerate(phrase) if token.kind == "P"), 0)
    office = [token.word for token in phrase[:at]]
    field = [token.word for token in phrase[at + 1 : -1] if token.kind != "D"]
    if not (office and field and ends_in_a_name(phrase)) or office[-1].endswith("s"):
        return False
    words = [token.word for token in phrase[:-1] if token.kind not in "PD"]
    is_titled = all(word[0].isupper() for word in words) and phrase[-2].kind in "WN"
    is_held = any(word.lower() in ROLES for word in office)
    return is_titled and is_held and field[-1].lower() not in OFFICES


def _of_noun(base: Words, beside: tuple[FoundName, ...]) -> Subject | None:
    """“Ann Lee left” is about her, “Ann Lee's lawyer” and “the mayor” about somebody described."""
    words = [token.word.lower() for token in base if token.kind == "W"]
    first = _first_name(base)
    if first is not None and not has_role(base[first + 1 :]):
        return Subject(names=joined_names(base[: first + 1]), beside=beside)
    if base[-1].kind != "W" or base[-1].owns or not words or words[-1] in NOT_READ:
        return None
    owner = next((token.name for token in base if token.owns and token.name), None)
    if owner and words[-1] in SPEECHES:
        return Subject(names=(owner,), beside=beside)
    whose = POSSESSIVES.get(base[0].word.lower())
    if whose and words[-1] in SPEECHES:
        return Subject(pronoun=whose, beside=beside)
    definite = base[0].owns or base[0].word.lower() in ("the", "his", "her", "their", "its")
    return Subject(description=tuple(words), beside=beside, definite=definite)


def _first_name(base: Words) -> int | None:
    """The first name that is not before what another one is: “union leader Ann Lee”."""
    places = [at for at, token in enumerate(base) if token.kind == "N" and not token.owns]
    for at, following in pairwise(places):
        between = base[at + 1 : following]
        if between and not has_role(between) and between[0].kind != "C":
            return at
    return places[-1] if places else None


def has_role(tokens: Words) -> bool:
    """Whether the words after a name are what somebody is: “council leader”, not “shook her head”."""
    words = list(takewhile(lambda token: token.kind == "W", tokens))
    return bool(words) and words[-1].word.lower() in ROLES


def ends_in_a_name(tokens: Words) -> bool:
    return tokens[-1].kind == "N" and not tokens[-1].owns


def joined_names(tokens: Words) -> tuple[FoundName, ...]:
    """The last name, and those that "and" joins to it."""
    names = [tokens[-1].name]
    rest = list(tokens[:-1])
    while len(rest) > 1 and rest[-1].kind == "C" and rest[-2].kind == "N" and not rest[-2].owns:
        names.insert(0, rest[-2].name)
        rest = rest[:-2]
    return tuple(name for name in names if name)


def opening_subject(tokens: Words) -> Subject | None:
    """Who a sentence is about: its first noun phrase, after words that set the scene."""
    parts = [part for part in parts_of(tokens) if part]
    while len(parts) > 1 and _sets_scene(parts[0]):
        parts = parts[1:]
    if not parts:
        return None
    subject = head(_until_verb(until_clause(parts[0])))
    if subject and subject.description and len(parts) > 1 and _only_names(parts[1]):
        return head(parts[1])
    return subject


def _until_verb(tokens: Words) -> Words:
    """The tokens up to the first name that is about the sentence: “Ann Lee” of “Ann Lee rang Bo Ray”."""
    first = _first_name(tokens)
    if first is None or tokens[0].kind in "PH" or has_role(tokens[first + 1 :]):
        return tokens
    return tokens[: first + 1]


def until_clause(tokens: Words) -> Words:
    begun = list(skip(tokens, "ACRK"))
    return list(takewhile(lambda token: token.kind not in "KVGB:;", begun))
