"""The subject of a clause, also where it stands before: “the line closed and reopened”, “who was appointed”."""

from typing import Final

from dateline.language.en.headlines.clause_parts import (
    AUXILIARY,
    FromTo,
    beginnings,
    has_verb,
    likely_verb,
    subject_before,
    verb_of,
    without_opening,
)
from dateline.language.en.headlines.present_tense import is_third_person
from dateline.language.en.headlines.roles import without_owner
from dateline.language.en.headlines.titles.dated_sentence import DatedSentence
from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

_DETERMINED: Final = compile_pattern(
    r".*\b((?:the|an?|its|two|three|several|many) (?:[\w’'-]+ ?){1,5})$"
)


_STOPS: Final = compile_pattern(
    r".*\b(?:of|in|on|at|to|for|from|with|by|and|or|but|about|over|into|after|before|[a-z]+ing|was|were|is|are) "
)


def find_speaker(own: DatedSentence, clause: FromTo) -> str | None:
    """Who says of themselves what the clause says: “The board said it would meet in May”."""
    said = _SAID_OF_SELF.fullmatch(own.text, own.whole[0], clause[0])
    subject = without_opening(said[1]) if said else ""
    return subject if subject and not has_verb(subject) and "," not in subject else None


_SAID_OF_SELF: Final = compile_pattern(
    r"([^,;:“”()]{2,80}?) (?:has |have )?(?:said|says|announced|confirmed|promised|warned|added) (?:that )?"
)


def subject_and_rest(words: str) -> tuple[str, str] | None:
    known, likely = verb_of(words), likely_verb(words)
    # “Lesk capped its prices after the cost rose”: the verb that is not known is the first.
    is_first = known and likely and likely[0] < known[0] and _DOES.match(words, likely[0])
    verb = likely if is_first else known or likely
    if verb is None and (first := _FIRST_OF_TWO.match(words)) and is_third_person(first["verb"]):
        return first["subject"], words[first.start("verb") :]
    return (words[: verb[0]].strip(" ,"), words[verb[0] :]) if verb else None


# “The ban on nets stays in force and will”
_FIRST_OF_TWO: Final = compile_pattern(
    r"(?P<subject>(?:the|an?|its|their) [^,;:]{2,60}) (?P<verb>[a-z]+s) [^,;:]{2,40}"
    r" and (?:will|would|is|are|was|were|has|have|may|can|must)\b"
)
_DOES: Final = compile_pattern(r"[a-z]+ed (?:the|an?|its|his|her|their) ")


def with_subject_before(rest: str, own: DatedSentence, clause: FromTo) -> tuple[str, str] | None:
    """The subject that a clause shares with the one before: “The line closed and reopened in May”."""
    text, first = own.text, own.whole[0]
    if clause[0] == first:
        return None
    if relative := RELATIVE_BEFORE.search(text, first, clause[0]):
        return _of_one_called(own, relative.start(), rest) or _of_which(own, relative.start(), rest)
    if that := THAT_BEFORE.search(text, first, clause[0]):
        noun = last_noun_of(text[first : that.start()])
        if name := called_so(own, noun):
            return name, _main_of(rest)
        return last_noun_of(text[first : that.start()]), _main_of(rest)
    if not _AND_BEFORE.search(text, first, clause[0]):
        return None
    start = next(iter(beginnings(text, own.whole, (clause[0] - 5, clause[0]))))
    shared = subject_before(text[start : clause[0]])
    return _with_first_verb(_without_aside(shared[0]), shared[1], rest) if shared else None


def _without_aside(subject: str) -> str:
    """“The captain and his mate”, of “The captain, a 52-year-old man, and his mate”; else up to the comma."""
    found = _ASIDE_AND.fullmatch(subject)
    return f"{found['first']} {found['second']}" if found else subject.partition(",")[0]


_ASIDE_AND: Final = compile_pattern(
    r"(?P<first>[^,]+), (?:(?:aged )?[0-9]+|an? [0-9]+-year-old\b[^,]*|who(?:se)? [^,]+|which [^,]+),"
    r" (?P<second>and [^,]+)"
)


def _of_which(own: DatedSentence, end: int, rest: str) -> tuple[str, str] | None:
    """“Norland, which closed in May”, “The harvest, which began in May”."""
    name = next((name for name in own.names if name[1] == end), None)
    if name is not None:
        is_aside = own.text[max(0, name[0] - 2) : name[0]] == ", "
        return None if is_aside else (own.text[slice(*name)], rest)
    if _OWNED_ASIDE.search(own.text, own.whole[0], end):
        return None
    thing = _PREPOSED.sub("", without_opening(own.text[own.whole[0] : end]))
    if has_verb(thing):
        if _OF_SEVERAL.match(rest) and (several := _SEVERAL.search(thing)):
            return several[1], rest
        last = _LAST_THING.search(thing)
        thing = last[1] if last else ""
    return (thing, rest) if _THING.fullmatch(thing) and not has_verb(thing) else None


# “Lesk, a fund owned by the state, which approved”: the fund, or the state.
_OWNED_ASIDE: Final = compile_pattern(
    r", (?:an?|the) [^,;]* (?:owned|run|led|backed|funded|controlled) by [^,;]*$"
)
# “Under the order, which takes effect on”: the order.
_PREPOSED: Final = compile_pattern(
    r"^(?:under|in|at|on|for|with|by|from|of|after|before|during) (?=(?:the|an?) )"
)
# “will go to beach sprints, which are to begin in”: beach sprints.
_SEVERAL: Final = compile_pattern(
    r" (?:to|for|from|by|on|with|into|of|in) ((?:(?!(?:the|an?|its|their|his|her|to|of|in|on|for)\b)"
    r"(?-i:[a-z-]+) ){0,3}(?-i:[a-z-]+s))$"
)
_OF_SEVERAL: Final = compile_pattern(r"(?:are|were|have) ")
_LAST_THING: Final = compile_pattern(r"\b((?:the|an?) (?:[a-z-]+ ){0,2}[a-z]+)$")


_THING: Final = compile_pattern(r"(?:the|an?) (?:[\w’'-]+ ){0,3}[a-z]+")


def _main_of(rest: str) -> str:
    """“hung in a barn for years was sold”, of a picture that did, is “was sold”."""
    main = _MAIN.search(rest)
    return rest[main.start(1) :] if main else rest


_MAIN: Final = compile_pattern(
    r"^[a-z]+ (?:(?!(?:and|or|but|that|which|who|when|where|as|what|how)\b)[^,;: ]+ )+?"
    r"((?:was|were|has|had|is|are|will) )"
)


def _of_one_called(own: DatedSentence, end: int, rest: str) -> tuple[str, str] | None:
    """“said Ann Lee, the board’s head, who was appointed in May”: the name, and what they were appointed."""
    for name in own.names:
        called = _CALLED.fullmatch(own.text, name[1], end) if name[1] < end else None
        if called and not has_verb(f"it {without_owner(called[1])}"):
            is_to_be = _APPOINTED.fullmatch(rest.strip(" ,.;:"))
            said = f"{is_to_be[0]} {called[1]}" if is_to_be else rest
            return own.text[slice(*name)], said
    return None


def called_so(own: DatedSentence, noun: str) -> str | None:
    """“Ann Lee”, of “Ann Lee, 34, a goldsmith who made copies in 2015”."""
    for name in own.names:
        called = _A_NOUN_WHO.match(own.text, name[1], own.whole[1])
        if called and called["noun"].lower() == noun.lower():
            return own.text[slice(*name)]
    return None


_A_NOUN_WHO: Final = compile_pattern(r",(?: [1-9][0-9]?,)? (?P<noun>an? [^,;:.“”()]{2,50}?) who ")
_CALLED: Final = compile_pattern(r", ((?:the|an?|its|(?-i:[A-Z])[\w’'-]+[’']s) [^,;:.“”()]{2,80})")


_APPOINTED: Final = compile_pattern(r"(?:was|were) (?:appointed|elected|named)")


def _with_first_verb(subject: str, first: str, rest: str) -> tuple[str, str]:
    """The subject with its second verb, which may have the “was” of the first: “was taken and held”."""
    passive = _PASSIVE.match(first)
    is_passive = passive and rest.split(maxsplit=1)[0] not in AUXILIARY
    if not (passive and is_passive) or _OBJECT.search(rest):
        return subject, rest
    return subject, f"{passive[0]} {rest}"


_AND_BEFORE: Final = compile_pattern(r"\b(?:and|but) (?:then |also |later )?$")


_PASSIVE: Final = compile_pattern(r"^(?:was|were|is|are|has been|have been|had been)\b")


# What a verb that is no participle has after it: “passed a survey”.
_OBJECT: Final = compile_later(
    r"^[a-z]+ (?:an?|the|its|his|her|their|[0-9]|[A-Z]|out|up|off|on|to)\b"
)


def last_noun_of(words: str) -> str:
    """The noun before “that” or “who”, with what belongs to it: from its article on, or its last words."""
    words = _OF_SIZE.sub("", words)
    return next(
        (found[1] for found in (_DETERMINED.search(words),) if found),
        _STOPS.sub("", f"{words} ").strip(),
    )


# “a ring of almost a kilogram that was found”: the ring was.
_OF_SIZE: Final = compile_pattern(
    r" of (?:(?:almost|about|nearly|over|some|more than) )?an? (?:kilogram|kilo|gram|pound|tonne|ton|metre|foot|mile"
    r"|hectare|acre|litre|kilometre)$"
)
RELATIVE_BEFORE: Final = compile_pattern(r", (?:which|who) $")
THAT_BEFORE: Final = compile_pattern(r"(?<=[a-z]) (?:that|which|who) $")
