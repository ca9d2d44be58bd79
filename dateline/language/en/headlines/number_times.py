"""Which date of a sentence is the time of a number, and which is that of something else."""

from collections.abc import Sequence
from typing import Final

from dateline.language.en.headlines.clause_parts import FromTo, has_verb
from dateline.language.en.words import compile_pattern

# Words that begin another clause, or say what was to follow.
_PARTED: Final = compile_pattern(
    r"[;:—–(]|\s-\s|\b(?:after|before|when|while|as(?! of\b)|because|since|until|although|though|if|unless|but|which"
    r"|whose|whom|where|will|would|following)\b|\b(?:is|are|was|were|be) (?:due|set|to)\b|\bto have\b"
    r"|\b(?:and|but) (?:then |also |later )?(?:[a-z]+ed|has|had|was|were|is|are)\b"
)
_INFINITIVE: Final = compile_pattern(
    r"\bto (?!(?:the|an?|its|his|her|their|this|that|these|those|all|about|around|nearly|almost|some|more|just|over"
    r"|only|at|less|under|up)\b)[a-z]+ "
)
# “convicted on Monday of cheating 40 farmers”: they were not cheated on that day.
_OF_DOING: Final = compile_pattern(r"\b(?:of|for) [a-z]+ing\b")
# “the 3.6 million it saw in”, “the £214m that councillors signed off in”, “14 people who died on”.
_RELATIVE: Final = compile_pattern(
    r"(?: [a-z-]+){0,2} (?:(?:that|who) |(?=(?:it|he|she|they|we|I)\b))[^,;]{1,50}"
    r"|,? (?:set|reached|recorded|paid|made|achieved|seen) [^,;]{0,40}"
    r"|(?: [a-z-]+){0,2}, (?:(?:in|on|at|from|during) )?(?:the )?"
)
# What joins a number to another that has the date: “from 9 to 12 in 2024”, “up from 61% in 2021”.
_COMPARED: Final = compile_pattern(
    r"\b(?:from|to|than|against|double|triple|half|twice|times|compared with)\b|\b(?:up|down)\b"
)
_JOINED: Final = compile_pattern(r" and |\b(?:in|of|at|on|for|with) (?:the )?$")
_MOVED_BY: Final = compile_pattern(r"\bby (?:(?:about|around|nearly|almost|just|only|over) )?$")
_PART_OF: Final = compile_pattern(r"\b(?:first|last|second|third|next|latest) (?:of|in) (?:the )?$")
_THAN: Final = compile_pattern(r"\b(than|on|compared with|compared to|against)(?: the)? $")
_EARLIER: Final = compile_pattern(
    r"(?:the |a )?(?:previous|preceding|year|month|quarter|week|last|same)\b"
)
_SINCE: Final = compile_pattern(r"since\b")
_LEVEL: Final = compile_pattern(r"\b(?:to|from|at|is|was|are|were)(?: [a-z]+){0,2} $")
_RECORD: Final = compile_pattern(r",|\b(?:and|the (?:first|last|only|[a-z]+est|most|least))\b")
# A date that is the time of a number right before it: “620,000 tickets in May”, “96,000 in 2018–19”.
_BESIDE: Final = compile_pattern(
    r"(?: [a-z][\w’'-]*){0,2}(?: (?:in|during|for|over|throughout|at)(?: (?:all|the end) of)?(?: the)?)? "
)
_SHORT: Final = 7
# “a £48 million centre”, “the 11-mile line”: as true of the thing at any time.
_OF_THING: Final = compile_pattern(
    r"(?:\b(?:an?|the|its|his|her|their|this|that|new|whose)|[’']s?)"
    r"(?: (?:new|further|extra|about|around|nearly|almost|some|up to|more than|record))* $"
)
_THING: Final = compile_pattern(
    r"[- ](?!(?:in|of|a|per|and|on|at|to|for|from|over|each|was|were|is|are|had|has|by|or|more|less|up|down|that|it|he"
    r"|she|they|we|who|which|last|this|people|men|women|[a-z]+ed)\b)[a-z]"
)
_FLOW: Final = compile_pattern(
    r"[- ](?:[a-z-]+ ){0,2}(?:loss|profit|deficit|surplus|turnover|revenue|budget|payout|dividend|rise|fall|drop|cut"
    r"|increase|decrease|decline|growth|swing|share|turnout|majority)\b"
)
_PARTICIPLE: Final = compile_pattern(r"\b(?:[a-z]{2,}ed|made|built|held|born|set|found)\b")
_NEXT_CLAUSE: Final = compile_pattern(r",? (?:and|but) ")


def is_time_of(
    text: str, start: int, number: FromTo, date: FromTo, others: Sequence[FromTo]
) -> bool:
    """Whether a date of the clause that begins at `start` is when the number was so.

    `others` are the other numbers of the text.
    """
    after = text[number[1] :]
    if _THING.match(after) and _OF_THING.search(text, start, number[0]):
        return date[0] >= number[1] and bool(_FLOW.match(after)) and _is_near(text, number, date)
    if number[1] <= date[0]:
        return _is_before(text, start, number, date, others)
    return date[1] <= number[0] and _is_after(text, start, number, date, others)


def is_beside(text: str, number: FromTo, date: FromTo) -> bool:
    """Whether the words of a date only say of when the number right before it is."""
    return _BESIDE.fullmatch(text[number[1] : date[0]]) is not None


def _is_near(text: str, number: FromTo, date: FromTo) -> bool:
    between = text[number[1] : date[0]]
    return not _PARTED.search(between) and "," not in between and not has_verb(f"it{between}")


def _is_before(
    text: str, start: int, number: FromTo, date: FromTo, others: Sequence[FromTo]
) -> bool:
    """Whether a number has the date that comes after it."""
    between = text[number[1] : date[0]]
    if _PART_OF.search(text, start, number[0]) or _is_only_compared(text, between, date):
        return False
    last = max((other[1] for other in others if number[1] <= other[0] < date[0]), default=number[1])
    if _SINCE.match(text, date[0]) and not _goes_on(text, start, number, text[last : date[0]]):
        return False
    if _RELATIVE.fullmatch(between):
        return True
    nearer = next((other for other in others if number[1] <= other[0] < date[0]), None)
    if nearer and not _is_joined(text, start, number, nearer):
        return False
    is_subject = not has_verb(f"it {text[start : number[0]]}")
    return not (
        _PARTED.search(between)
        or "," in between
        or (_INFINITIVE.search(between) and not is_subject)
    )


def _is_joined(text: str, start: int, number: FromTo, nearer: FromTo) -> bool:
    """Whether a number has the date of another: “64 nurses and 11 doctors”, “rose by a third to 188”."""
    joint = text[number[1] : nearer[0]]
    if _MOVED_BY.search(text, start, number[0]):
        return True
    return _JOINED.search(joint) is not None and not _COMPARED.search(joint)


def _is_only_compared(text: str, between: str, date: FromTo) -> bool:
    """“28 feet lower than a year earlier”, “up 14 per cent on the previous 12 months”."""
    than = _THAN.search(between)
    return than is not None and (than[1] != "on" or _EARLIER.match(text, date[0]) is not None)


def _goes_on(text: str, start: int, number: FromTo, between: str) -> bool:
    """Whether so many were counted since then: “14 crashes since 2015”, not “fell to 9 since 2015”."""
    return not (_LEVEL.search(text, start, number[0]) or _RECORD.search(between))


def _is_after(
    text: str, start: int, number: FromTo, date: FromTo, others: Sequence[FromTo]
) -> bool:
    """Whether a number has the date that comes before it."""
    before, between = text[start : date[0]], text[date[1] : number[0]]
    if any(other[1] <= date[0] and is_beside(text, other, date) for other in others):
        return False
    if any(
        part.search(between) for part in (_PARTED, _INFINITIVE, _OF_DOING)
    ) or _NEXT_CLAUSE.match(between):
        return False
    if not (has_verb(f"it {before}") or _PARTICIPLE.search(before)):
        return True
    return not has_verb(f"it {between}") and between.count(" ") < _SHORT and "," not in between
