"""From atoms to dates: choose, join into ranges, widen by the words in front, resolve."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dateline.language import DateKind, FoundDate
from dateline.language.en import periods, relative
from dateline.language.en import written as calendar_rules
from dateline.language.en.atoms import (
    RULES,
    WEEKDAY,
    Atom,
    Context,
    Meaning,
    read_weekday,
)
from dateline.language.en.periods import DAY, Period
from dateline.language.en.tense import read_tense
from dateline.language.en.words import (
    COUNT,
    DASH,
    ORDINALS,
    compile_pattern,
    one_of,
    read_number,
)

# Importing the two modules fills RULES.
_RULE_MODULES: Final = (calendar_rules, relative)


def find_dates(text: str, *, written: dt.date) -> tuple[FoundDate, ...]:
    """Every date of the text, in order, resolved against the day it was written.

    Spans do not overlap. Nothing is found where the words name no day, month or year of the
    calendar ("31 February").
    """
    atoms = _join(text, [_widen(text, atom) for atom in _join(text, _choose(text))])
    found: list[FoundDate] = []
    anchor: Period | None = None
    paragraph = 0
    for atom in atoms:
        if text.find("\n\n", paragraph, atom.start) >= 0:
            anchor, paragraph = None, atom.start
        resolved = _resolve(text, atom, written, anchor)
        if resolved is None:
            continue
        date, period = resolved
        anchor = period or anchor
        found.append(date)
    return tuple(found)


def _resolve(
    text: str, atom: Atom, written: dt.date, anchor: Period | None
) -> tuple[FoundDate, Period | None] | None:
    if atom.dangling:
        return None
    tense = atom.tense or read_tense(text, atom.start, atom.end)
    try:
        readings = atom.meaning(Context(written, tense, anchor))
    except (ValueError, OverflowError):
        return None
    date = FoundDate(
        start=atom.start,
        end=atom.end,
        text=text[atom.start : atom.end],
        readings=tuple(dict.fromkeys(period.text for period in readings)),
        kind=atom.kind if readings else "vague",
        misfit=atom.kind == "day" and _misfits(text, atom, readings),
    )
    return date, readings[0] if readings and ".." not in readings[0].text else None


_WEEKDAY_FIRST: Final = compile_pattern(rf"(?:(?:next|last|this) )?(?P<day>{WEEKDAY})(?!\w)")


def _misfits(text: str, atom: Atom, readings: tuple[Period, ...]) -> bool:
    """Whether the words begin with a weekday on which none of the days falls."""
    weekday = _WEEKDAY_FIRST.match(text, atom.start, atom.end)
    if weekday is None or not readings:
        return False
    return read_weekday(weekday["day"]) not in {one.first.weekday() for one in readings}


def _choose(text: str) -> list[Atom]:
    """The atoms of the text without overlaps: the one that starts first, then the longer."""
    found = [
        atom for pattern, rule in RULES for match in pattern.finditer(text) for atom in rule(match)
    ]
    chosen: list[Atom] = []
    for atom in sorted(found, key=lambda atom: (atom.start, -atom.end)):
        if not chosen or atom.start >= chosen[-1].end:
            chosen.append(atom)
    return chosen


# Joining: "from March to May 2024", "1914 to 1918", "Saturday or Sunday"

_JOINT: Final = compile_pattern(
    rf"(?: ?(?P<dash>{DASH}) ?|,? (?P<word>to|through|until|till|and|or|&)(?: the| on| in)? )"
)
_LEAD: Final = compile_pattern(r"\b(?P<word>from|between) (?:the )?$")
_MOVED: Final = compile_pattern(
    r"\b(?:moved?|postponed|rescheduled|changed|delayed|shifted|brought forward"
    r"|pushed)\b[^.]{0,60}$"
)
# What a missing year or week is taken from its neighbour for.
_SHARING: Final = frozenset({"day", "list-item", "weekday", "month", "season", "quarter"})


def _join(text: str, atoms: list[Atom]) -> list[Atom]:
    """Join neighbours that a dash, "to", "and" or "or" makes one range, set or list."""
    joined: list[Atom] = []
    for atom in reversed(atoms):
        joined[-1:] = reversed(_pair(text, atom, joined[-1])) if joined else [atom]
    return joined[::-1]


def _pair(text: str, one: Atom, other: Atom) -> list[Atom]:
    joint = _JOINT.fullmatch(text, one.end, other.start)
    if joint is None or any(_alone(atom) for atom in (one, other)):
        return [one, other]
    lead = _LEAD.search(text, max(0, one.start - 16), one.start)
    word = "-" if joint["dash"] else joint["word"].lower()
    leading = lead["word"].lower() if lead else ""
    if word == "or":
        either = _alike(one, other) and one.kind in {"weekday", "month", "year"}
        return [_alternatives(one, other)] if either else [one, other]
    if word in {"and", "&"} and leading != "between":
        return [replace(one, meaning=_sharing(one, other)) if other.dated else one, other]
    moved = _MOVED.search(text, max(0, one.start - 80), one.start)
    if moved or (word in {"and", "&"} and leading == "from") or not (_alike(one, other) or leading):
        return [one, other]
    start = lead.start() if lead else one.start
    dated = one.dated or other.dated
    return [Atom(start, other.end, "range", _range(one, other), dated=dated, joined=True)]


def _alone(atom: Atom) -> bool:
    return atom.kind == "vague" or atom.dangling or atom.joined


def _alike(one: Atom, other: Atom) -> bool:
    kinds = {"day" if kind == "list-item" else kind for kind in (one.kind, other.kind)}
    return len(kinds) == 1 and not kinds & {"range", "ambiguous"}


def _sharing(one: Atom, other: Atom) -> Meaning:
    """The meaning of the first as the last such date before the second."""
    if one.kind not in _SHARING or one.dated:
        return one.meaning

    def meaning(context: Context) -> tuple[Period, ...]:
        end = other.meaning(context)[0]
        return one.meaning(Context(end.last, "past", context.anchor))[:1]

    return meaning


def _range(one: Atom, other: Atom) -> Meaning:
    def meaning(context: Context) -> tuple[Period, ...]:
        if one.dated and not other.dated and other.kind in _SHARING:
            start = one.meaning(context)[0]
            end = other.meaning(Context(start.last, "future", context.anchor))[0]
        else:
            end = other.meaning(context)[0]
            start = _sharing(one, other)(context)[0]
        return (periods.span(start, end),)

    return meaning


def _alternatives(one: Atom, other: Atom) -> Atom:
    def meaning(context: Context) -> tuple[Period, ...]:
        end = other.meaning(context)[0]
        start = _sharing(one, other)(context)[0]
        if start.text == end.text or "/" in start.text + end.text:
            return tuple(dict.fromkeys((start, end)))
        first, last = sorted((start, end), key=lambda period: period.first)
        return (Period(f"[{first.text},{last.text}]", first.first, last.last),)

    return Atom(one.start, other.end, one.kind, meaning, dated=other.dated, joined=True)


# Widening: the words in front of a date that say which part of it, or that it is open

Change = Callable[[Period, re.Match[str]], tuple[Period, ...]]
_CHANGES: Final[list[tuple[re.Pattern[str], frozenset[str], DateKind | None, Change]]] = []
_COARSE: Final = frozenset({"month", "quarter", "season", "year", "decade", "century", "relative"})


def _change(
    pattern: str, kinds: frozenset[str] = _COARSE, kind: DateKind | None = "range"
) -> Callable[[Change], Change]:
    """Add a change to _CHANGES: the words, the kinds they may stand before, the kind they make."""

    def add(function: Change) -> Change:
        _CHANGES.append((compile_pattern(rf"(?<!\w)(?:{pattern})$"), kinds, kind, function))
        return function

    return add


def _widen(text: str, atom: Atom) -> Atom:
    """Take in the words in front, the nearest first: "by | the end of | 2026"."""
    if atom.kind in {"vague", "ambiguous"}:
        return atom
    for _ in range(3):
        atom = _changed(text, atom)
    return _opened(text, _onwards(text, atom))


def _changed(text: str, atom: Atom) -> Atom:
    for pattern, kinds, kind, change in _CHANGES:
        match = pattern.search(text, max(0, atom.start - 48), atom.start)
        if match and atom.kind in kinds and match.end() == atom.start:
            meaning = _applied(atom.meaning, change, match)
            return replace(
                atom, start=match.start(), kind=kind or atom.kind, meaning=meaning, dangling=False
            )
    return atom


def _applied(meaning: Meaning, change: Change, match: re.Match[str]) -> Meaning:
    def changed(context: Context) -> tuple[Period, ...]:
        return tuple(new for period in meaning(context) for new in change(period, match))

    return changed


@_change(
    r"(?:the )?(?:early|late|mid|earlier|later)(?: in )|(?:(?:the )?(?:early|late|mid)"
    rf"|earlier|later)(?: the | |{DASH})|(?:the )?middle of ",
    kind=None,
)
def _part(period: Period, _match: re.Match[str]) -> tuple[Period, ...]:
    """Early 2024, mid-September: EDTF has no parts of a year; the whole is kept."""
    return (period,)


@_change(rf"(?:the )?(?:very )?(?P<which>start|beginning|end|close)(?: of |{DASH})", kind=None)
def _edge(period: Period, match: re.Match[str]) -> tuple[Period, ...]:
    """The end of 2023: its last month, or the year; of a month, the month."""
    if (period.last - period.first).days not in range(360, 370):
        return (period,)
    edge = period.first if match["which"].lower() in {"start", "beginning"} else period.last
    return (periods.month(edge.year, edge.month), period)


@_change(r"(?:the )?(?P<which>first|second|latter|last|other) half of ")
def _half(period: Period, match: re.Match[str]) -> tuple[Period, ...]:
    """The first half of 2024: January to June; of a month, its first 15 days."""
    first = match["which"].lower() == "first"
    days = (period.last - period.first).days
    if days > 360:
        middle = periods.shift(period, "month", 6 * (days + 1) // 365)
        end = periods.shift(middle, "month", -1)
        return (periods.months(period, end) if first else periods.months(middle, period),)
    if days < 27:
        return (period,)
    halfway = periods.day(period.first + 14 * DAY)
    begin, rest = periods.day(period.first), periods.day(period.first + 15 * DAY)
    return (
        periods.span(begin, halfway) if first else periods.span(rest, periods.day(period.last)),
    )


_NTHS: Final = one_of([*ORDINALS, "last", "final", "closing"])


@_change(
    rf"(?:the )?(?P<nth>{_NTHS})(?: (?P<count>{COUNT}|few))? (?P<unit>days?|weeks?"
    r"|weekend|months?|quarters?|years?|decades?) of "
)
def _nth(period: Period, match: re.Match[str]) -> tuple[Period, ...]:
    """The first five months of 2024, the second week of March."""
    if (match["count"] or "").lower() == "few":
        return (period,)
    unit = relative.read_unit(match["unit"])
    count = int(read_number(match["count"])) if match["count"] else 1
    nth = ORDINALS.get(match["nth"].lower())
    if unit == "quarter":
        unit, count = "month", 3 * count
    if unit == "weekend":
        return (_weekend(period, nth or -1),)
    if nth is None:
        return (_stretch_back(period, unit, count),)
    begin = _stepped(period.first, unit, (nth - 1) * count)
    return (_whole(begin, _stepped(begin, unit, count) - DAY, unit),)


def _stepped(date: dt.date, unit: str, steps: int) -> dt.date:
    if unit in {"day", "week"}:
        return date + steps * (7 if unit == "week" else 1) * DAY
    if unit == "month":
        return periods.month(date.year, date.month + steps).first
    return dt.date(date.year + steps * (10 if unit == "decade" else 1), 1, 1)


def _stretch_back(period: Period, unit: str, count: int) -> Period:
    return _whole(_stepped(period.last + DAY, unit, -count), period.last, unit)


def _whole(first: dt.date, last: dt.date, unit: str) -> Period:
    """From day to day, written as exactly as the unit counts."""
    if unit in {"day", "week"}:
        return periods.span(periods.day(first), periods.day(last))
    if unit == "month":
        return periods.span(
            periods.month(first.year, first.month), periods.month(last.year, last.month)
        )
    return periods.span(periods.year(first.year), periods.year(last.year))


def _weekend(period: Period, nth: int) -> Period:
    first = period.first + (5 - period.first.weekday()) % 7 * DAY
    last = period.last - (period.last.weekday() - 5) % 7 * DAY
    saturday = first + 7 * (nth - 1) * DAY if nth > 0 else last
    return periods.span(periods.day(saturday), periods.day(saturday + DAY))


@_change(
    r"(?:the )?(?P<season>spring|summer|autumn|fall|winter) of ",
    frozenset({"year", "relative"}),
    "season",
)
def _season(period: Period, match: re.Match[str]) -> tuple[Period, ...]:
    """The summer of last year."""
    return (periods.season(period.first.year, match["season"]),)


@_change(
    rf"(?:the )?(?:(?:first |last )?(?P<count>{COUNT}) )?(?P<unit>weeks?|months?|years?"
    r"|quarter) (?:to|ended|ending|through|up to|to the end of|ended on|ending on) ",
    _COARSE | {"day"},
)
def _up_to(period: Period, match: re.Match[str]) -> tuple[Period, ...]:
    """The three months to June, the year ended 31 March 2024."""
    count = int(read_number(match["count"])) if match["count"] else 1
    unit = relative.read_unit(match["unit"])
    if unit == "week":
        return (
            periods.span(
                periods.day(period.last - (7 * count - 1) * DAY), periods.day(period.last)
            ),
        )
    length = count * {"year": 12, "quarter": 3}.get(unit, 1)
    if period.first < period.last:
        first = periods.month(period.last.year, period.last.month - length + 1)
        return (periods.span(first, periods.month(period.last.year, period.last.month)),)
    month_end = (period.last + DAY).day == 1
    begun = periods.month(period.last.year, period.last.month - length + (1 if month_end else 0))
    first_day = (
        begun.first
        if month_end
        else begun.first.replace(day=min(period.last.day, begun.last.day)) + DAY
    )
    return (periods.span(periods.day(first_day), periods.day(period.last)),)


@_change(
    r"(?:around|about|circa|c\.|c|approximately|roughly|some time in) |c\.",
    frozenset({"year"}),
    None,
)
def _circa(period: Period, _match: re.Match[str]) -> tuple[Period, ...]:
    """Circa 1850."""
    return (Period(f"{period.text}~", period.first, period.last),)


_OPENER: Final = compile_pattern(
    r"(?<!\w)(?P<word>since|by|until|till|through|before the end of|no later than)"
    r"(?: at least| around| about| some ?time in)?(?: in)?(?: the)?"
    r"(?: (?:midnight|noon|midday|[0-9][0-9:.]{0,4} ?[ap]\.?m\.?)(?: [A-Z]{2,4})?(?: on)?)? $"
)
_ONWARDS: Final = compile_pattern(r" (?:onwards?|and beyond)\b")


def _onwards(text: str, atom: Atom) -> Atom:
    """From September 2025 onwards."""
    match = _ONWARDS.match(text, atom.end)
    if match is None:
        return atom
    lead = _LEAD.search(text, max(0, atom.start - 16), atom.start)
    start = lead.start() if lead else atom.start
    return replace(
        atom, start=start, end=match.end(), kind="range", meaning=_open(atom.meaning, periods.since)
    )


def _opened(text: str, atom: Atom) -> Atom:
    """Since 2003, by September 2025, until Friday: open at the other end."""
    match = _OPENER.search(text, max(0, atom.start - 40), atom.start)
    if match is None or atom.dangling:
        return atom
    word = match["word"].lower()
    if word == "through" and atom.kind in {"relative", "range", "decade", "century"}:
        return atom
    back = word == "since" or (word == "by" and _PERFECT.search(text, atom.end, atom.end + 60))
    return replace(
        atom,
        start=match.start(),
        kind="range",
        tense="past" if back else "future",
        meaning=_open(atom.meaning, periods.since if word == "since" else periods.until),
    )


_PERFECT: Final = compile_pattern(r"\b(?:had|was|were)\b")


def _open(meaning: Meaning, ending: Callable[[Period], Period]) -> Meaning:
    return lambda context: tuple(ending(period) for period in meaning(context)[:1])
