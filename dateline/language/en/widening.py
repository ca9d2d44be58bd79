"""Widening: the words in front of a date that say which part of it, or that it is open."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from dateline.language import DateKind
from dateline.language.en import intervals
from dateline.language.en.atoms import LEAD, Atom, Context, Meaning
from dateline.language.en.intervals import DAY, Interval
from dateline.language.en.relative_dates import read_unit
from dateline.language.en.tense import DUE_THEN, PAST_VERB, Tense
from dateline.language.en.words import (
    COUNT,
    DASH,
    NUMBER_WORDS,
    ORDINALS,
    compile_pattern,
    one_of,
    read_number,
)

Change = Callable[[Interval, re.Match[str]], tuple[Interval, ...]]
_COARSE: Final = frozenset({"month", "quarter", "season", "year", "decade", "century", "relative"})


@dataclass(frozen=True, slots=True)
class Widening:
    """Words before a date, the kinds of date that may follow, and the kind it becomes (None: the same).

    The words end with one of `ends`, in lower case.
    """

    pattern: re.Pattern[str]
    kinds: frozenset[str]
    makes: DateKind | None
    ends: tuple[str, ...]
    change: Change


def _widening(
    pattern: str,
    kinds: frozenset[str] = _COARSE,
    makes: DateKind | None = "range",
    ends: tuple[str, ...] = ("",),
) -> Callable[[Change], Widening]:
    """Turn the function below into a widening by the words of the pattern."""
    compiled = compile_pattern(rf"(?<!\w)(?:{pattern})$")
    return lambda change: Widening(compiled, kinds, makes, ends, change)


def widen(text: str, atom: Atom) -> Atom:
    """Take in the words in front, the nearest first: "by | the end of | 2026"."""
    if atom.kind in {"vague", "ambiguous"}:
        return atom
    for _ in range(3):
        atom = _changed(text, atom)
    return _opened(text, _onwards(text, atom))


def _changed(text: str, atom: Atom) -> Atom:
    before = text[max(0, atom.start - 48) : atom.start].casefold().rstrip()
    for widening in WIDENINGS:
        if not before.endswith(widening.ends):
            continue
        match = widening.pattern.search(text, max(0, atom.start - 48), atom.start)
        if match and atom.kind in widening.kinds and match.end() == atom.start:
            kind = widening.makes or atom.kind
            meaning = _applied(atom.meaning, widening.change, match)
            tense: Tense | None = "past" if match.groupdict().get("back") else atom.tense
            return replace(
                atom,
                start=match.start(),
                kind=kind,
                meaning=meaning,
                dangling=False,
                tense=tense,
            )
    return atom


def _applied(meaning: Meaning, change: Change, match: re.Match[str]) -> Meaning:
    def changed(context: Context) -> tuple[Interval, ...]:
        return tuple(new for interval in meaning(context) for new in change(interval, match))

    return changed


@_widening(
    r"(?:the )?(?P<part>early|late|mid|earlier|later)(?: in )|(?:(?:the )?(?P<part2>early|late|mid)"
    rf"|(?P<part3>earlier|later))(?: the | |{DASH})|(?:the )?(?P<middle>middle) of ",
    makes=None,
)
def part_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """Early 2024, mid-September: that third, or the whole; later in 2024: in 2024, hardly its last third."""
    word = (match["part"] or match["part2"] or match["part3"] or "mid").lower()
    part = intervals.third(interval, {"earlier": "early", "later": "late"}.get(word, word))
    if part is None:
        return (interval,)
    return (interval, part) if word.endswith("er") else (part, interval)


@_widening(rf"(?:the )?(?:very )?(?P<which>start|beginning|end|close)(?: of |{DASH})", makes=None)
def edge_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The end of 2023: its last month, or the year; of a month, the month."""
    if (interval.last - interval.first).days not in range(360, 370):
        return (interval,)
    edge = interval.first if match["which"].lower() in {"start", "beginning"} else interval.last
    return (intervals.month(edge.year, edge.month), interval)


@_widening(r"(?:the )?(?P<which>first|second|latter|last|other) half of ")
def half_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The first half of 2024: January to June; of a month, its first 15 days."""
    first = match["which"].lower() == "first"
    days = (interval.last - interval.first).days
    if days > 360:
        middle = intervals.shift(interval, "month", 6 * (days + 1) // 365)
        end = intervals.shift(middle, "month", -1)
        return (intervals.months(interval, end) if first else intervals.months(middle, interval),)
    if days < 27:
        return (interval,)
    if first:
        return (_whole(interval.first, interval.first + 14 * DAY, "day"),)
    return (_whole(interval.first + 15 * DAY, interval.last, "day"),)


_NTHS: Final = one_of([*ORDINALS, "last", "final", "closing"])


@_widening(
    rf"(?:the )?(?P<nth>{_NTHS})(?: (?P<count>{COUNT}|few))? (?P<unit>days?|weeks?"
    r"|weekend|months?|quarters?|years?|decades?) of ",
    ends=(" of",),
)
def nth_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The first five months of 2024, the second week of March."""
    if (match["count"] or "").lower() == "few":
        return (interval,)
    unit = read_unit(match["unit"])
    count = int(read_number(match["count"])) if match["count"] else 1
    nth = ORDINALS.get(match["nth"].lower())
    if unit == "quarter":
        unit, count = "month", 3 * count
    if unit == "weekend":
        return (_weekend(interval, nth or -1),)
    if nth is None:
        begin = _stepped(interval.last + DAY, unit, -count)
        return (_whole(begin, interval.last, unit),)
    begin = _stepped(interval.first, unit, (nth - 1) * count)
    return (_whole(begin, _stepped(begin, unit, count) - DAY, unit),)


def _stepped(date: dt.date, unit: str, steps: int) -> dt.date:
    if unit in {"day", "week"}:
        return date + steps * (7 if unit == "week" else 1) * DAY
    if unit == "month":
        return intervals.month(date.year, date.month + steps).first
    return dt.date(date.year + steps * (10 if unit == "decade" else 1), 1, 1)


def _whole(first: dt.date, last: dt.date, unit: str) -> Interval:
    """From day to day, written as exactly as the unit counts."""
    if unit in {"day", "week"}:
        return intervals.span(intervals.day(first), intervals.day(last))
    if unit == "month":
        return intervals.months(intervals.day(first), intervals.day(last))
    return intervals.span(intervals.year(first.year), intervals.year(last.year))


def _weekend(interval: Interval, nth: int) -> Interval:
    first = interval.first + (5 - interval.first.weekday()) % 7 * DAY
    last = interval.last - (interval.last.weekday() - 5) % 7 * DAY
    saturday = first + 7 * (nth - 1) * DAY if nth > 0 else last
    return _whole(saturday, saturday + DAY, "day")


@_widening(
    r"(?:the )?(?P<season>spring|summer|autumn|fall|winter) of ",
    frozenset({"year", "relative"}),
    "season",
)
def season_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The summer of last year."""
    return (intervals.season(interval.first.year, match["season"]),)


# "The third quarter, which ended on Dec. 31" has its days from its end; that end is a date as well.
_QUARTER_THAT: Final = (
    r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th) "
    r"(?=(?:(?:fiscal|financial) )?quarter,? (?:that|which) end)"
)
_SAYS_WHEN: Final = compile_pattern(r"\b(?:that|which) (?:will )?end")
_YEAR_OF: Final = r"(?:financial|fiscal|tax|business|accounting|budget)"


@_widening(
    rf"(?:(?:the|its|their|an?|new|next) ){{0,2}}{_YEAR_OF} (?P<unit>year|quarter)(?:,? (?:that|which))?"
    r" (?:(?P<back>began|started)|begins|beginning|starts|starting|will (?:begin|start))(?: (?:on|in))? ",
    frozenset({"day", "month"}),
)
def from_then_on(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The fiscal year that begins on April 1: its twelve months, or that day."""
    first, length = interval.first, 12 if match["unit"].lower() == "year" else 3
    if first.day == 1:
        return (intervals.months_from(first.year, first.month, length), interval)
    after = intervals.month(first.year, first.month + length).first
    return (_whole(first, after.replace(day=first.day) - DAY, "day"), interval)


@_widening(
    rf"(?:(?:the|its|their|an?) )?(?:(?:first |last )?(?P<count>{COUNT}) |{_QUARTER_THAT})?"
    r"(?:(?:financial|fiscal|full|tax|calendar|business|accounting) )?(?P<unit>weeks?|months?|years?|quarter)"
    r"(?:,? (?:that|which))?"
    r" (?:to|up to|to the end of|through|(?:(?P<back>ended)|ends|ending|will end|runs? to|runs? until)"
    r"(?: (?:on|in|at the end of))?) ",
    _COARSE | {"day"},
    ends=(" to", " ended", " ending", " through", " of", " on", " in"),
)
def up_to(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The three months to June, the year ended 31 March 2024."""
    count = int(read_number(match["count"])) if match["count"] else 1
    unit = read_unit(match["unit"])
    last = interval.last
    if unit == "week":
        return (_whole(last - (7 * count - 1) * DAY, last, "day"),)
    length = count * {"year": 12, "quarter": 3}.get(unit, 1)
    month_start = intervals.month(last.year, last.month - length + 1).first
    if interval.first < last:
        return (_whole(month_start, last, "month"),)
    if (last + DAY).day == 1:
        whole = _whole(month_start, last, "month")
        return (whole, interval) if _SAYS_WHEN.search(match[0]) else (whole,)
    before = intervals.month(last.year, last.month - length)
    begin = before.first.replace(day=min(last.day, before.last.day)) + DAY
    return (_whole(begin, last, "day"),)


@_widening(
    r"(?:around|about|circa|c\.|c|approximately|roughly|some time in) |c\.",
    frozenset({"year"}),
    None,
)
def circa(interval: Interval, _match: re.Match[str]) -> tuple[Interval, ...]:
    """Circa 1850."""
    return (Interval(f"{interval.text.rstrip('~')}~", interval.first, interval.last),)


_OPENER: Final = compile_pattern(
    r"(?<!\w)(?P<word>since|by|until|till|through|before the end of|no later than)"
    r"(?P<least> at least| at the earliest)?(?: around| about| some ?time in)?(?: in)?(?: the)?"
    r"(?: (?:midnight|noon|midday|[0-9][0-9:.]{0,4} ?[ap]\.?m\.?)(?: [A-Z]{2,4})?(?: on)?)? $"
)
# "Not before May", "until at least Friday": from then on.
_FROM_THEN: Final = compile_pattern(
    r"(?<!\w)(?:(?P<at_once>no(?:t any)? (?:earlier|sooner) than|not (?:earlier than|sooner than|before))"
    r"|before|until|till)(?: at least| about| around)?(?: in)?(?: the)? $"
)
_NOT: Final = compile_pattern(
    r"\b(?:unlikely|not|never|no longer|n't|cannot|nobody|no one|nothing|none|rarely|hardly|impossible"
    r"|no [a-z]+(?: [a-z]+)?)\b(?P<between>[^.;:]{0,60})$|n['’]t\b(?P<between2>[^.;:]{0,60})$"
)
_AT_THE_EARLIEST: Final = compile_pattern(r",? at the (?:very )?earliest\b")
# "It was closed until Friday", "he gave them until Friday": until a day to come.
_SET_UNTIL: Final = (
    r"(?:adjourned|postponed|delayed|extended|closed|suspended|banned|barred|remanded|released|jailed|deferred"
    r"|gave|given|had|has|have|allowed|offered|asked|ordered|urged|promised|booked|sold|agreed|said|told|put"
    r"|pushed|moved|rescheduled|scheduled|cancelled|canceled|halted|grounded|ruled out|expected|set|reserved|sealed)"
)
_WAS: Final = (
    r"(?:was|were) (?:out|open|shut|down|there|still|in|at|under|without|off|away|ill|alive)"
)
# What lasted until a day is over.
_LASTED: Final = compile_pattern(
    rf"\b(?:{_WAS}|(?:did|was|were|had)(?: not|n't)|(?!{_SET_UNTIL}\b){PAST_VERB})\b"
    rf"(?!.*\b(?:{_SET_UNTIL}|will|would|is|are|be|to|can|may|must|should)\b)[^.;:]{{0,60}}$"
)
_AMOUNT: Final = rf"(?:{NUMBER_WORDS}|[$£€0-9]|the |an? |more |about |nearly |around |at |just )"
_HAPPENED: Final = compile_pattern(
    rf"\b{PAST_VERB}\b(?=(?!.*\b(?:to (?!{_AMOUNT})"
    r"|will\b|would\b|can\b|may\b|must\b|should\b|is\b|are\b))[^.;:]{0,80}$)"
)
_MODAL: Final = compile_pattern(
    r"(?:\b(?:will|would|shall|must|should|may|might|can|could|to)|['’]ll)"
    r"(?: (?:not|be|been|have|also|soon|only|then|now|still|[a-z]+ly)){0,3} $"
)
# Who wanted something by a day meant a day to come.
_WANTED: Final = compile_pattern(
    r"\b(?:wanted|sought|demanded|needed|requested|required|called|hoped|planned|set|due|deadline|ordered|told|asked|urged|given|gave|promised|agreed|expected|intended"
    r"|announced|scheduled|predicted|forecast|aimed|decided|pledged|vowed|ruled)\b[^.;:]{0,60}$"
)
_ONWARDS: Final = compile_pattern(r" (?:onwards?|and beyond)\b| on(?= *(?:[.,;:)!?]|$))")


def _onwards(text: str, atom: Atom) -> Atom:
    """From September 2025 onwards."""
    match = _ONWARDS.match(text, atom.end)
    lead = match and LEAD.search(text, max(0, atom.start - 16), atom.start)
    if match is None or (match[0].strip() == "on" and lead is None):
        return atom
    start = lead.start() if lead else atom.start
    meaning = _open(atom, _from)
    return replace(atom, start=start, end=match.end(), kind="range", meaning=meaning)


def _opened(text: str, atom: Atom) -> Atom:
    """Since 2003, by September 2025, until Friday: open at the other end."""
    if atom.dangling:
        return atom
    before = text[max(0, atom.start - 110) : atom.start]
    if opened := _from_then(text, atom, before) or _put_off(atom, before):
        return opened
    match = _OPENER.search(before[-40:])
    if match is None:
        return _before(text, atom, before) or _starting(text, atom, before)
    word = match["word"].lower()
    if word == "through" and atom.kind in {"relative", "range", "decade", "century"}:
        return atom
    start = atom.start - len(match[0])
    if match["least"] and word in {"until", "till"}:
        return _since(atom, start)
    verbs = before[: len(before) - len(match[0])]
    was = _PERFECT.match(text, atom.end, atom.end + 70) and not _WILL.search(verbs)
    back = word == "since" or (word == "by" and was)
    if word in {"until", "till", "through"}:
        back = _LASTED.search(verbs)
    elif word == "by" and not back:
        back = any(not _MODAL.search(verbs, 0, verb.start()) for verb in _HAPPENED.finditer(verbs))
        back = back and not _WANTED.search(verbs)
    meaning = _open(atom, _from if word == "since" else _until)
    tense: Tense = "past" if back else "future"
    if word == "by" and not back and DUE_THEN.search(verbs):
        tense = "open"
    return replace(atom, start=start, kind="range", tense=tense, meaning=meaning)


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
    return replace(atom, meaning=partial(_by_its_beginning, atom.meaning))


_EDGE: Final = compile_pattern(r"(?:the )?(?:end|close) of\b|(?:the )?year(?:'s |-)end\b")


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
    r"(?<!\w)(?:from(?: about| around)?|(?P<starting>(?:starting|beginning|effective)(?: from)?))(?: the)? $"
)
_GOES_ON: Final = compile_pattern(
    rf"['’]s\b| ?{DASH}|,? (?:to|through|until|till)\b|,? (?:and|or) (?-i:(?=[A-Z0-9]|(?:next|last|the|early|late|mid"
    r"|then|again|on)\b))"
)
# "Will be shut from", "payments due from"; not "a letter from", "fell 3% from", "is from".
_LASTING: Final = compile_pattern(
    r"\b(?:will|would|is|are|was|were|be|been|must|may|can|could|should|has|have|had|to|takes?|took|appl(?:y|ies|ied)"
    r"|wants?|wanted|hop(?:es?|ed|ing)|plan(?:s|ned|ning)?"
    r"|clos\w+|open\w*|shut\w*|runs?|ran|starts?|begins?|bans?|banned|bars?|barred|stops?|stopped|strikes?|free"
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
    return _since(atom, atom.start - len(match[0]))


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


_PERFECT: Final = compile_pattern(r"[^.;:!?]{0,60}?\b(?:had|was|were)\b")
_WILL: Final = compile_pattern(
    r"\b(?:will|would|must|should|may|might|can|could|shall|plans?|aims?|expects?)\b[^.;:]{0,60}$"
)


def _open(atom: Atom, ending: Callable[[Sequence[Interval]], Iterator[Interval]]) -> Meaning:
    """The likeliest reading, and the whole of which it is a part, with an open end.

    All the readings of what is unsure.
    """

    def opened(context: Context) -> tuple[Interval, ...]:
        readings = atom.meaning(context)
        if atom.unsure:
            return tuple(ending(readings))
        if not readings:
            return ()
        first, whole = readings[0], intervals.whole_of(readings[0])
        return tuple(ending([first, *(each for each in readings[1:2] if each == whole)]))

    return opened


@_widening(r"(?:the )?week (?P<word>of|beginning|starting|commencing) ", frozenset({"day"}))
def week_of(interval: Interval, match: re.Match[str]) -> tuple[Interval, ...]:
    """The week of 11 May: that of the calendar, or the seven days from then."""
    seven = _whole(interval.first, interval.first + 6 * DAY, "day")
    own = intervals.week(interval.first)
    return (own, seven) if match["word"].lower() == "of" else (seven,)


# The first that fits decides.
WIDENINGS: Final = (
    week_of,
    part_of,
    edge_of,
    half_of,
    nth_of,
    season_of,
    up_to,
    from_then_on,
    circa,
)
