"""Dates with an open end: "since 2003", "until Friday", "not before May", "from Good Friday"."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import LEAD, Atom, Context, Meaning
from dateline.language.en.dates.intervals import DAY, Interval
from dateline.language.en.tense import DUE_THEN, PAST_VERB, Tense, never_came
from dateline.language.en.words import (
    COUNT,
    DASH,
    NUMBER_WORDS,
    compile_pattern,
)
from dateline.patterns import compile_later

_OPENER: Final = compile_pattern(
    r"(?<!\w)(?P<word>since|by|until|till|through|before the end of|no later than)"
    r"(?P<least> at (?:the )?(?:very )?least,?| at the (?:very )?earliest,?)?"
    r"(?: around| about| some ?time in)?(?: in)?(?: the)?"
    r"(?: (?:midnight|noon|midday|[0-9][0-9:.]{0,4} ?[ap]\.?m\.?)(?: [A-Z]{2,4})?(?: on)?)? $"
)
# "Not before May", "until at least Friday": from then on.
_FROM_THEN: Final = compile_pattern(
    r"(?<!\w)(?:(?P<at_once>no(?:t any)? (?:earlier|sooner) than|not (?:earlier than|sooner than|before))"
    r"|before|until|till)(?: at (?:the )?(?:very )?least| about| around)?(?: in)?(?: the)? $"
)
_NOT: Final = compile_pattern(
    r"\b(?:unlikely|not|never|no longer|n't|cannot|nobody|no one|nothing|none|rarely|hardly|impossible"
    r"|no [a-z]+(?: [a-z]+)?)\b(?P<between>[^.;:]{0,60})$|n['’]t\b(?P<between2>[^.;:]{0,60})$"
)
_AT_THE_EARLIEST: Final = compile_pattern(r",? at the (?:very )?earliest\b")
# "Until Sunday at least", "at the very least until Sunday": no sooner.
_AT_LEAST_AFTER: Final = compile_pattern(
    r",? (?:at (?:the )?(?:very )?(?:least|earliest|soonest)|at a minimum|or (?:later|longer|beyond)"
    r"|and (?:probably|possibly|perhaps|maybe|likely) (?:later|longer|beyond))\b"
)
_AT_LEAST_BEFORE: Final = compile_pattern(r"\bat (?:the )?(?:very )?(?:least|earliest),? $")
# "It was closed until Friday", "he gave them until Friday": until a day to come.
_SET_UNTIL: Final = (
    r"(?:adjourned|postponed|delayed|extended|closed|suspended|banned|barred|remanded|released|jailed|deferred"
    r"|bailed|gave|given|had|has|have|allowed|offered|asked|ordered|urged|promised|booked|sold|agreed|said|told|put"
    r"|pushed|moved|rescheduled|scheduled|cancelled|canceled|halted|grounded|ruled out|expected|set|reserved|sealed"
    r"|loaned|signed|leased|frozen|froze|capped|stood down)"
)
_WAS: Final = (
    r"(?:was|were) (?:out|open|shut|down|there|still|in|at|under|without|off|away|ill|alive)"
)
# What lasted until a day is over.
_ENDURED: Final = (
    r"(?:lasted|stayed|continued|ran|remained|worked|lived|served|sat|waited|went on|carried on|dragged on"
    r"|persisted|reigned|ruled|fought|held out|slept|danced|burned|raged|flew|taught|knew|needed|took)"
)
_LASTED: Final = compile_pattern(rf"\b(?:{_WAS}|(?:did|was|were|had)(?: not|n't)|{_ENDURED})\b")
# Others of the past say only that it began: the strike "was called", the herd "grazed".
_BEGAN: Final = compile_pattern(
    rf"\b(?:(?!{_SET_UNTIL}\b){PAST_VERB}|had (?:an?|the|its|his|her|their|no))\b"
)
_AFTER_IT: Final = compile_pattern(
    rf".*\b(?:{_SET_UNTIL}|will|would|is|are|be|to|can|may|must|should"
    r"|(?:and|which|who|that|but|it|she|he) (?:(?:now|still|also|then) )?(?!(?:was|has|his|its|this|thus)\b)[a-z]+s)\b"
)
_AMOUNT: Final = rf"(?:{NUMBER_WORDS}|[$£€0-9]|the |an? |more |about |nearly |around |at |just )"
_HAPPENED: Final = compile_pattern(
    rf"\b{PAST_VERB}\b(?=(?!.*\b(?:to (?!{_AMOUNT})"
    r"|will\b|would\b|can\b|may\b|must\b|should\b|is\b|are\b))[^.;:]{0,80}$)"
)
_MODAL_WORDS: Final = (
    r"(?:\b(?:will|would|shall|must|should|may|might|can|could|to)|['’]ll)"
    r"(?: (?:not|be|been|have|also|soon|only|then|now|still|[a-z]+ly)){0,3} $"
)
_MODAL: Final = compile_pattern(_MODAL_WORDS)
# Who wanted something by a day meant a day to come.
_WANTED: Final = compile_pattern(
    r"\b(?:expects?|hopes?|plans?|aims?|wants?|predicts?|forecasts?|wanted|sought|demanded|needed|requested|required|called|hoped|planned|set|due|deadline|ordered|told|asked|urged|given|gave|promised|agreed|expected|intended"
    r"|announced|scheduled|predicted|forecast|aimed|decided|pledged|vowed|ruled|warned of)\b[^.;:]{0,60}$"
)
_ONWARDS: Final = compile_pattern(r" (?:onwards?|and beyond)\b| on(?= *(?:[.,;:)!?]|$))")


def onwards(text: str, atom: Atom) -> Atom:
    """From September 2025 onwards."""
    match = _ONWARDS.match(text, atom.end)
    lead = match and LEAD.search(text, max(0, atom.start - 16), atom.start)
    if match is None or (match[0].strip() == "on" and lead is None):
        return atom
    start = lead.start() if lead else atom.start
    meaning = _open(atom, _from)
    return replace(atom, start=start, end=match.end(), kind="range", meaning=meaning)


def opened(text: str, atom: Atom) -> Atom:
    """Since 2003, by September 2025, until Friday: open at the other end."""
    if atom.dangling:
        return atom
    before = text[max(0, atom.start - 110) : atom.start]
    if known := _from_then(text, atom, before) or _put_off(atom, before) or _extended(atom, before):
        return known
    match = _OPENER.search(before[-40:])
    if match is None:
        return _before(text, atom, before) or _starting(text, atom, before)
    word = match["word"].lower()
    if word == "through" and atom.kind in {"relative", "range", "decade", "century"}:
        return atom
    start = atom.start - len(match[0])
    verbs = before[: len(before) - len(match[0])]
    if word in {"until", "till", "through"}:
        least = match["least"] or _AT_LEAST_BEFORE.search(verbs)
        least = least or _AT_LEAST_AFTER.match(text, atom.end)
        return _since(atom, start) if least else _lasting(text, atom, start, verbs)
    was = _PERFECT.match(text, atom.end, atom.end + 70) and not _WILL.search(verbs)
    back = word == "since" or (word == "by" and was)
    if word == "by" and not back:
        back = any(_has_happened(verbs, verb) for verb in _HAPPENED.finditer(verbs))
        back = back and not _WANTED.search(verbs)
    if word == "by" and never_came(text, start, atom.end):
        atom, back = replace(atom, unsure=True), True
    meaning = _open(atom, _from if word == "since" else _until)
    tense: Tense = "past" if back else "future"
    if word == "by" and not back and DUE_THEN.search(verbs):
        tense = "open"
    if word == "by" and not back and _ORDERED.search(verbs):
        atom, meaning = replace(atom, unsure=True), partial(_coming_or_past, meaning)
    return replace(atom, start=start, kind="range", tense=tense, meaning=meaning)


# What somebody was ordered to do by a day: by the coming one, or by one that is over.
_ORDERED: Final = compile_pattern(
    r"\b(?:ordered|told|asked|urged|instructed|required|obliged|given|gave|directed|warned|forced|agreed|promised|pledged"
    r"|vowed|wanted)\b[^.;:]{0,60}$"
)


def _coming_or_past(meaning: Meaning, context: Context) -> tuple[Interval, ...]:
    sides: tuple[Tense, ...] = ("future", "past")
    readings = (meaning(replace(context, tense=tense)) for tense in sides)
    return tuple(dict.fromkeys(reading for found in readings for reading in found))


# A deadline that was extended to a day may be still to come.
_EXTENDED_TO: Final = compile_pattern(
    r"\b(?:extended|prolonged|postponed|deferred|delayed|moved|put (?:back|off)|pushed back|rescheduled)\b[^.;:]{0,50}"
    r"\bto(?: the)? $"
)


def _extended(atom: Atom, before: str) -> Atom | None:
    if atom.kind not in {"day", "month"} or not _EXTENDED_TO.search(before):
        return None
    return replace(
        atom, meaning=partial(_coming_or_past, atom.meaning), tense="future", unsure=True
    )


# "The county's 29,400 registered voters", "an unpaid fee": no verb of the sentence.
_OF_NOUN: Final = compile_pattern(
    r"(?:\b(?:an?|the|its|his|her|their|our|any|every|each)|['’]s|s['’]|[0-9]) $"
)
_NOUN_AFTER: Final = compile_pattern(
    r" (?!(?:to|by|in|on|at|for|from|with|of|that|the|an?|its|his|her|their|and|or|up|down|off|out|over|into|as"
    rf"|when|after|before|since|back|about|all|{NUMBER_WORDS})\b)[a-z]+"
)


def _has_happened(verbs: str, verb: re.Match[str]) -> bool:
    if _MODAL.search(verbs, 0, verb.start()):
        return False
    is_of_noun = verb[0].endswith("ed") and _OF_NOUN.search(verbs, 0, verb.start())
    return not (is_of_noun and _NOUN_AFTER.match(verbs, verb.end()))


def _lasting(text: str, atom: Atom, start: int, verbs: str) -> Atom:
    """Until Friday: the past one, the coming one, or either, by what lasts or what ended it."""
    is_over = _ENDED.match(text, atom.end) and not _WILL.search(_CLAUSE_END.split(verbs)[-1])
    tense: Tense = "past" if is_over else _until_when(verbs)
    if tense == "open":
        atom = replace(atom, meaning=partial(_on_either_side, atom.meaning), unsure=True)
    return replace(atom, start=start, kind="range", tense=tense, meaning=_open(atom, _until))


def _on_either_side(meaning: Meaning, context: Context) -> tuple[Interval, ...]:
    tenses: tuple[Tense, ...] = ("open", "past", "future")
    sides = (meaning(replace(context, tense=tense)) for tense in tenses)
    return tuple(dict.fromkeys(reading for readings in sides for reading in readings))


def _until_when(verbs: str) -> Tense:
    """Past after what lasted, open after another past verb, else ahead."""
    clause = _CLAUSE_END.split(verbs)[-1]
    if _goes_back(_LASTED, clause):
        return "past"
    return "open" if _goes_back(_BEGAN, clause) else "future"


_CLAUSE_END: Final = compile_later("[.;:]")
# "Until Monday, when it was widened": what ended it is over. "When it is widened" may be to come.
_ENDED: Final = compile_pattern(
    rf",? when (?:(?!(?:will|would|shall|can|could|may|might|must|should|is|are|to|be)\b)[\w’'-]+ ){{1,4}}?"
    rf"(?!(?:need|speed|said|told|set|put|cut|hit|shut)\b){PAST_VERB}\b"
    r"(?! (?:to|for|due|expected|scheduled|set|supposed|meant)\b)"
)
# "Will be shut", "stays shut": not past.
_STATE: Final = compile_pattern(
    rf"{_MODAL_WORDS}|\b(?:is|are|stays?|remains?|keeps?|lies|lie)(?: [a-z]+ly)? $"
)


def _goes_back(verb: re.Pattern[str], clause: str) -> bool:
    """Whether the words have the verb, not after "will", and nothing to come after it."""
    found = (
        match for match in verb.finditer(clause) if not _STATE.search(clause, 0, match.start())
    )
    return any(not _AFTER_IT.match(clause, match.end()) for match in found)


# "Before May", not "days before May".
_BEFORE: Final = compile_pattern(r"(?<!\w)before(?: the)? $")
_COUNTED_BEFORE: Final = compile_pattern(
    r"\b(?:minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|night|eve|long|shortly|soon|just"
    r"|and|or) $"
)
_BEFORE_THAT: Final = frozenset(
    {"day", "month", "year", "decade", "quarter", "season", "weekday", "relative"}
)


def _before(text: str, atom: Atom, before: str) -> Atom | None:
    """Before May: named by that month, but by its beginning; before the end of May: by that."""
    match = _BEFORE.search(before)
    if match is None or atom.kind not in _BEFORE_THAT:
        return None
    if _EDGE.match(text, atom.start):
        start = atom.start - len(match[0])
        meaning = _open(atom, _until)
        return replace(atom, start=start, kind="range", tense="future", meaning=meaning)
    if _COUNTED_BEFORE.search(before[: match.start()]):
        return None
    if _WANTED.search(before[: match.start()] + " "):
        return replace(atom, meaning=partial(_wanted_before, atom.meaning), unsure=True)
    return replace(atom, meaning=partial(_by_its_beginning, atom.meaning))


_EDGE: Final = compile_pattern(r"(?:the )?(?:end|close) of\b|(?:the )?year(?:'s |-)end\b")


def _wanted_before(meaning: Meaning, context: Context) -> tuple[Interval, ...]:
    """What was asked for before Christmas: before the coming one, or the past one."""
    coming, past = replace(context, tense="future"), replace(context, tense="past")
    return tuple(dict.fromkeys((*_by_its_beginning(meaning, coming), *_before_past(meaning, past))))


def _before_past(meaning: Meaning, context: Context) -> tuple[Interval, ...]:
    return tuple(
        reading
        for day in meaning(context)
        for reading in (day, intervals.until(intervals.day(day.first - DAY)))
    )


def _by_its_beginning(meaning: Meaning, context: Context) -> tuple[Interval, ...]:
    readings = meaning(context)
    if context.tense == "past" or not readings or readings[0].first <= dt.date.min + DAY:
        return readings
    eve = intervals.day(readings[0].first - DAY)
    return (*readings, *map(intervals.until, (readings[0], eve)))


# What is put off until May is to be in May; what is adjourned is so until then.
_PUT_OFF: Final = compile_pattern(
    r"\b(?:(?:put|pushed|mov\w+|set)(?: [\w’'-]+){0,4} (?:off|back)|postpon(?:ed?|es|ing)|defer(?:red|ring|s)?"
    r"|delay(?:ed|ing|s)?|reschedul\w+|held over)(?: [\w’'-]+){0,4} ?$"
)


def _put_off(atom: Atom, before: str) -> Atom | None:
    """Delayed until May: in May, or until then."""
    match = _OPENER.search(before[-40:])
    if match is None or match["least"] or match["word"].lower() not in {"until", "till"}:
        return None
    if not _PUT_OFF.search(before[: -len(match[0])]):
        return None
    start, meaning = atom.start - len(match[0]), _then_or_until(atom.meaning)
    return replace(atom, start=start, meaning=meaning, tense="future", unsure=True)


def _then_or_until(meaning: Meaning) -> Meaning:
    def either(context: Context) -> tuple[Interval, ...]:
        readings = meaning(context)
        return (*readings, *_until(readings)) if readings else ()

    return either


_FROM: Final = compile_pattern(
    r"(?<!\w)(?:from(?: about| around)?|(?P<starting>(?:starting|beginning|effective)(?: from| in| on)?))(?: the)? $"
)
_GOES_ON: Final = compile_pattern(
    rf"['’]s\b| ?{DASH}|,? (?:to|through|until|till)\b|,? (?:and|or) (?-i:(?=[A-Z0-9]|(?:next|last|the|early|late|mid"
    r"|then|again|on)\b))"
)
# "Will be shut from", "payments due from"; not "a letter from", "fell 3% from", "is from".
_LASTING: Final = compile_pattern(
    r"\b(?:will|would|is|are|was|were|be|been|must|may|can|could|should|has|have|had|to|takes?|took|appl(?:y|ies|ied)"
    r"|wants?|wanted|hop(?:es?|ed|ing)|plan(?:s|ned|ning)?"
    r"|clos\w+|open\w*|shut\w*|runs?|ran|starts?|begins?"
    r"|on (?:show|sale|display|view|offer|air)|bans?|banned|bars?|barred|stops?|stopped|strikes?|free"
    r"|available|due|effective|valid|payable|blockade|in force)\b[^.;:]{0,60}$"
)
_NOT_LASTING: Final = compile_pattern(
    r"(?:\b(?:is|are|was|were|be|been|comes?|came|dat\w+|apart|away|aside|far|differ\w*|letter|news|reports?|photos?"
    r"|photographs?|footage|video|film|data|figures|minutes|numbers|results|up|down|moved|postponed|percent"
    r"|per cent|points?)|%|[0-9]\S*(?: [a-z]+)?) $"
)
_OFTEN: Final = compile_pattern(r"\b(?:every|each) (?:\S+ )?[a-z]+ $")
_MOVED: Final = compile_pattern(
    r"\b(?:moved|postponed|delayed|rescheduled|brought forward|put (?:back|off)|pushed back"
    r"|far|apart|away|aside|differ\w*) $"
)
# "Rising from mid-March": since then, or compared with then.
_CHANGING: Final = compile_pattern(
    r"\b(?:chang\w+|r[io]s\w+|f[ae]ll\w*|grow\w*|grew|climb\w*|declin\w*|eas\w+) $"
)
_LASTING_KINDS: Final = frozenset({"day", "month", "weekday", "quarter", "season"})


def _starting(text: str, atom: Atom, before: str) -> Atom:
    """From mid-March, from Good Friday: since then, where the words before say what lasts."""
    match = _FROM.search(before)
    if match is None or _GOES_ON.match(text, atom.end):
        return atom
    clause, since = before[: match.start()], _open(atom, _from)
    if _MOVED.search(clause):
        return atom
    if atom.kind in _LASTING_KINDS and _CHANGING.search(clause):
        either = lambda context: (*atom.meaning(context), *since(context))  # noqa: E731
        return replace(atom, meaning=either, unsure=True)
    ways = (_OFTEN.search(clause), _IS_NEXT.match(text, atom.start))
    lasts = _LASTING.search(clause) and not _NOT_LASTING.search(clause)
    always = match["starting"] or _FOR_SO_LONG.search(clause)
    if (lasts or always or any(ways)) and atom.kind in _LASTING_KINDS:
        return replace(atom, start=atom.start - len(match[0]), kind="range", meaning=since)
    return replace(atom, meaning=partial(_from_if_to_come, atom.meaning))


# "Over two years from November".
_FOR_SO_LONG: Final = compile_pattern(
    rf"\b(?:for|over|lasting) (?:the |another |about )?(?:{COUNT}) (?:days|weeks|months|years|seasons) $"
)
_IS_NEXT: Final = compile_pattern(r"(?:next|this coming|the coming) ")


def _from_if_to_come(meaning: Meaning, context: Context) -> tuple[Interval, ...]:
    """From a day to come nothing can have changed yet: on that day, and since."""
    readings = meaning(context)
    is_to_come = bool(readings) and all(day.first > context.written for day in readings)
    return (*readings, *_from(readings)) if is_to_come else readings


def _from_then(text: str, atom: Atom, before: str) -> Atom | None:
    """Not before May, unlikely before the spring of 2027, in May at the earliest."""
    if earliest := _AT_THE_EARLIEST.match(text, atom.end):
        return replace(_since(atom, atom.start), end=earliest.end())
    match = _FROM_THEN.search(before)
    if match is None:
        return None
    if match["at_once"]:
        return _since(atom, atom.start - len(match[0]))
    negated = _NOT.search(before[: match.start()].rstrip())
    if negated is None or _PAST_CUE.search(before[: match.start()]):
        return None
    start = atom.start - len(match[0])
    if match[0].lower().startswith("before") and _EDGE.match(text, atom.start):
        return replace(_since(atom, start), meaning=partial(_after_the_end, atom.meaning))
    return _since(atom, start)


def _after_the_end(meaning: Meaning, context: Context) -> tuple[Interval, ...]:
    """Not before the end of 2027: in its December or later, or only when that is over."""
    readings = meaning(context)
    ends = (each for each in readings if not any(_is_end_of(other, each) for other in readings))
    return tuple(intervals.since(each) for end in ends for each in (end, *_next_to(end)))


def _is_end_of(end: Interval, whole: Interval) -> bool:
    return end.last == whole.last and end.first > whole.first


def _next_to(reading: Interval) -> Iterator[Interval]:
    """The last day, and the year, month or day that begins after it."""
    if reading.last >= dt.date.max - DAY:
        return
    then = reading.last + DAY
    if (then.month, then.day) == (1, 1):
        yield intervals.year(then.year)
    if then.day == 1:
        yield intervals.month(then.year, then.month)
    yield from (intervals.day(reading.last), intervals.day(then))


# "It did not stop until Friday": until then, not from then on.
_PAST_CUE: Final = compile_pattern(
    r"\b(?:did|was|were|had|could)(?: not\b|n't\b)[^.;:]*$|\b(?:refused|failed)\b"
)


def _since(atom: Atom, start: int) -> Atom:
    meaning = _open(atom, _from)
    return replace(atom, start=start, kind="range", tense="future", meaning=meaning)


def _until(readings: Sequence[Interval]) -> Iterator[Interval]:
    """By then. Who says "by mid-2027" means by its June, and not by its end."""
    if re.fullmatch("[0-9]{4}-mid", readings[0].text):
        yield intervals.until(intervals.month(readings[0].first.year, 6))
    yield from map(intervals.until, readings)


def _from(readings: Sequence[Interval]) -> Iterator[Interval]:
    yield from map(intervals.since, readings)


# “By June, once the stock had been sold”: of that clause the verb is, not of the date.
_PERFECT: Final = compile_pattern(
    r"(?:(?!,? (?:once|when|after|as soon as|if|because|since|unless)\b)(?:[^.;:!?]|(?<=\d)[.:](?=\d))){0,60}?"
    r"\b(?:had|was|were)\b"
)
_WILL: Final = compile_pattern(
    r"\b(?:will|would|must|should|may|might|can|could|shall|plans?|aims?|expects?)\b"
    r"(?:[^.;:]|(?<=\d)[.:](?=\d)){0,60}$"
)


# So many readings has “2027-28”, since years of accounts begin in one of several months.
_BEGINNINGS: Final = 3


def _open(atom: Atom, ending: Callable[[Sequence[Interval]], Iterator[Interval]]) -> Meaning:
    """The likeliest reading, and the whole of which it is a part, with an open end.

    All the readings of what is unsure, and of a year of accounts.
    """

    def opened(context: Context) -> tuple[Interval, ...]:
        readings = atom.meaning(context)
        if atom.unsure or (atom.kind == "range" and len(readings) >= _BEGINNINGS):
            return tuple(ending(readings))
        if not readings:
            return ()
        first, whole = readings[0], intervals.whole_of(readings[0])
        return tuple(ending([first, *(each for each in readings[1:2] if each == whole)]))

    return opened
