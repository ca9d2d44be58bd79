"""Titles of events that a sentence names with a noun: “the 2015 harbour deal”, “Saturday’s by-election”."""

from typing import Final

from dateline.language.en.headlines.clause_parts import FromTo, has_verb
from dateline.language.en.words import compile_pattern

_NOUN_AFTER: Final = compile_pattern(
    r" ((?!(?:was|were|had|has|is|are|will|would|and|or|but|when|after|before|in|on|at)\b)[a-z][\w’'-]+"
    r"(?: (?!(?:was|were|had|has|is|are|will|would|and|or|but|when|after|before|in|on|at|as|to|that|which|who|with"
    r"|by|for|from|he|she|they|it)\b)[\w’'-]+){0,4}(?: (?:of|between|on|in) (?-i:[A-Z])[\w’'-]+"
    r"(?: and (?-i:[A-Z])[\w’'-]+)?)?)"
)
_THE_BEFORE: Final = compile_pattern(r"\b(?:the|a|an|its|his|her|their|’s|'s) $")
# “the nuclear deal of 2015”, but not “the end of 2025”.
_NOUN_BEFORE: Final = compile_pattern(
    r"\b(?:the|an?|’s|'s) ((?:(?-i:[a-z])[\w’'-]+ ){0,3}"
    r"(?!(?:end|start|beginning|middle|rest|course|close|most|turn|summer|winter|spring|autumn|fall|half|quarter|months?"
    r"|weeks?|days?|part|all|total|value|cost|price|level|number|figure)s? of)(?-i:[a-z])[\w’'-]+) of $"
)
_EVENTS: Final = (
    r"(?:general |local |council |state )?elections?|by-?elections?|votes?|polls?|ballot|referendum|match"
    r"|game|(?:semi-)?finals?|race"
    r"|ceremony|meeting|debate|funeral|summit|strikes?|protests?|march|rally|fire|blaze|crash|collision|floods?|storm"
    r"|earthquake|attacks?|shooting|explosion|blast|launch|opening|concert|hearing|trial|verdict|ruling|inquest|auction"
    r"|conference|congress|festival|parade|budget|derailment|sinking|spill|outage|announcement|inspection|raid|riots?|coup"
)
# “at Saturday’s by-election”: not its subject, which has a clause of its own.
_POSSESSED: Final = compile_pattern(
    rf"[’']s ((?:[a-z-]+ ){{0,2}}?(?:{_EVENTS}))\b(?! (?:was|were|is|are|has|had|will))"
)
_PREPOSED: Final = compile_pattern(
    r"[a-z] (?:at|after|in|of|before|during|since|for|from|to|until|following|ahead of|on|despite|over) $"
)
# “by the resignation of Ann Lee on Monday”: when that was, and not when something followed from it.
_DEED_OF: Final = compile_pattern(
    r"\b(?:by|after|since|following|before|over|despite|with|from|until) (?:the|an?|his|her|its|their)"
    r" ((?:[a-z]+ ){0,1}(?:resignation|death|arrest|collapse|closure|birth|appointment|election|murder|killing|sinking"
    r"|opening|launch|release|invasion|retirement|departure|dismissal|sacking|failure|demolition|loss|theft|discovery"
    r"|destruction|assassination|kidnapping|conviction|acquittal|suspension|bankruptcy|merger|sale|purchase) of"
    r" (?:the |an? )?[^,;:.“”()]{2,50}?)(?: (?:on|in|at|early|late))*(?: the)? $"
)


def find_noun(text: str, sentence: FromTo, date: FromTo) -> tuple[str, FromTo] | None:
    """The noun of what happened on a date, and the words with the date; None where it is a clause that says it."""
    return (
        _of_year(text, sentence, date)
        or _of_possessive(text, sentence, date)
        or _of_deed(text, sentence, date)
        or _of_round(text, sentence, date)
    )


def is_of_a_thing(text: str, sentence: FromTo, date: FromTo) -> bool:
    """Whether a year only tells one thing from another, and nothing happens: “the cap of 2017”."""
    noun = _of_year(text, sentence, date)
    return noun is not None and " " not in noun[0] and _HAPPENS.fullmatch(noun[0]) is None


_HAPPENS: Final = compile_pattern(
    rf"(?:{_EVENTS}|[a-z]+(?:ion|ment|al|ing|ure|age|war|deal|law)s?)"
)


def stands_for_a_noun(text: str, date: FromTo) -> bool:
    """Whether a date is the owner of what is not repeated: “a result like Saturday’s”."""
    return _OWNS_NOTHING.match(text, date[1]) is not None


_OWNS_NOTHING: Final = compile_pattern(
    r"[’']s(?=[,.;:)?!]|$| (?:across|in|at|on|for|from|to|was|were|is|are|would|will|had|has|by|with|and|or|but)\b)"
)


def _of_year(text: str, sentence: FromTo, date: FromTo) -> tuple[str, FromTo] | None:
    """“the 2015 nuclear deal” and “the nuclear deal of 2015” are the nuclear deal."""
    if not (date[1] - date[0] == 4 and text[date[0] : date[1]].isdecimal()):
        return None
    if before := _NOUN_BEFORE.search(text, sentence[0], date[0]):
        return before[1], (before.start(1), date[1])
    noun = _NOUN_AFTER.match(text, date[1], sentence[1])
    if noun is None or not _THE_BEFORE.search(text, sentence[0], date[0]):
        return None
    return noun[1], (date[0], noun.end())


def _of_possessive(text: str, sentence: FromTo, date: FromTo) -> tuple[str, FromTo] | None:
    noun = _POSSESSED.match(text, date[1], sentence[1])
    is_preposed = noun and _PREPOSED.search(text, sentence[0], date[0])
    return (noun[1], (date[0], noun.end())) if noun and is_preposed else None


# “slightly higher than in the first round on 27 September”
_ROUND: Final = compile_pattern(
    r"\b(?:in|at|after|before|since|during) the ((?:first|second|third|fourth|opening|previous|final|last)"
    r" (?:round|ballot|leg|match|test|hearing|meeting|session|stage|heat|vote|sitting|phase|debate))"
    r" (?:on|in|of)(?: the)? $"
)


def _of_round(text: str, sentence: FromTo, date: FromTo) -> tuple[str, FromTo] | None:
    found = _ROUND.search(text, sentence[0], date[0])
    is_compared = found and _THAN.search(text, sentence[0], found.start())
    return (found[1], (found.start(1), date[1])) if found and is_compared else None


_THAN: Final = compile_pattern(
    r"\b(?:than|from|as|with|to)(?: (?:it|he|she|they|that|those) (?:did|had|was|were))? $"
)


def _of_deed(text: str, sentence: FromTo, date: FromTo) -> tuple[str, FromTo] | None:
    deed = _DEED_OF.search(text, sentence[0], date[0])
    if deed is None or has_verb(f"it {deed[1]}") or has_verb(deed[1]):
        return None
    return deed[1], (deed.start(1), date[1])
