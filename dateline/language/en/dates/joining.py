"""Joining: "from March to May 2024", "1914 to 1918", "Saturday or Sunday"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.language.en.dates import intervals
from dateline.language.en.dates.atoms import LEAD, Atom, Context, Meaning
from dateline.language.en.dates.intervals import Interval
from dateline.language.en.words import DASH, compile_pattern

_JOINT: Final = compile_pattern(
    rf"(?: ?(?P<dash>{DASH}) ?|,? (?P<word>to|through|until|till|and|or|&)(?: the| on| in)? )"
)
_ABOUT: Final = compile_pattern(r"\b(?:around|about|circa|c|approximately|roughly) $|\bc\. ?$")
_MOVED: Final = compile_pattern(
    r"\b(?:moved?|postponed|rescheduled|changed|delayed|shifted|brought forward"
    r"|pushed)\b[^.]{0,60}$"
)
# What a missing year or week is taken from its neighbour for.
_SHARING: Final = frozenset({"day", "list-item", "weekday", "month", "season", "quarter"})


def join(text: str, atoms: list[Atom]) -> list[Atom]:
    """Join neighbours that a dash, "to", "and" or "or" makes one range, set or list."""
    joined: list[Atom] = []
    for atom in reversed(atoms):
        joined[-1:] = reversed(_pair(text, atom, joined[-1])) if joined else [atom]
    return joined[::-1]


def _pair(text: str, left: Atom, right: Atom) -> list[Atom]:
    joint = _JOINT.fullmatch(text, left.end, right.start)
    if joint is None or any(_alone(atom) for atom in (left, right)):
        return [left, right]
    lead = LEAD.search(text, max(0, left.start - 16), left.start)
    word = "-" if joint["dash"] else joint["word"].lower()
    leading = lead["word"].lower() if lead else ""
    about = left.kind == "year" and _ABOUT.search(text, max(0, left.start - 16), left.start)
    if about and word not in {"until", "till"}:
        return [left, right]  # "about 350 BC" is read first
    if word == "or":
        either = _alike(left, right) and left.kind in {"weekday", "month", "year"}
        return [_alternatives(left, right)] if either else [left, right]
    is_and = word in {"and", "&"}
    if is_and and leading != "between":
        return [replace(left, meaning=_sharing(left, right)) if right.dated else left, right]
    moved = _MOVED.search(text, max(0, left.start - 80), left.start)
    if moved or (is_and and leading == "from") or not (_alike(left, right) or leading):
        return [left, right]
    start = lead.start() if lead else left.start
    dated = left.dated or right.dated
    return [Atom(start, right.end, "range", _range(left, right, word), dated=dated, joined=True)]


def _alone(atom: Atom) -> bool:
    return atom.kind == "vague" or atom.dangling or atom.joined


def _alike(left: Atom, right: Atom) -> bool:
    kinds = {"day" if kind == "list-item" else kind for kind in (left.kind, right.kind)}
    return len(kinds) == 1 and not kinds & {"range", "ambiguous"}


def _sharing(left: Atom, right: Atom) -> Meaning:
    """The meaning of the first as the last such date before the second."""
    if left.kind not in _SHARING or left.dated:
        return left.meaning

    def meaning(context: Context) -> tuple[Interval, ...]:
        end = _likeliest(right.meaning(context))
        return left.meaning(Context(end.last, "past", context.anchor))[:1]

    return meaning


def _range(left: Atom, right: Atom, word: str) -> Meaning:
    """From the one to the other; "from May until spring 2028" may begin in a May before that."""

    def meaning(context: Context) -> tuple[Interval, ...]:
        if left.dated and not right.dated and right.kind in _SHARING:
            start = _likeliest(left.meaning(context))
            end = _likeliest(right.meaning(Context(start.last, "future", start)))
        else:
            end = _likeliest(right.meaning(context))
            if left.kind == "weekday" != right.kind:
                starts = [start for start in left.meaning(context) if start.last < end.first]
                return tuple(intervals.span(start, end) for start in starts)
            start = _likeliest(_sharing(left, right)(context))
            may_be_soon = word in {"until", "till"} or right.kind == "year"
            soon = _likeliest(left.meaning(context)) if may_be_soon else start
            if context.written < soon.first < start.first:
                return (intervals.span(soon, end), intervals.span(start, end))
        return tuple(_spans(start, end))

    return meaning


def _spans(start: Interval, end: Interval) -> Iterator[Interval]:
    """From the one to the other: of thirds of two years or months, from the whole ones too."""
    yield intervals.span(start, end)
    wholes = intervals.whole_of(start), intervals.whole_of(end)
    if wholes != (start, end) and wholes[0].last < wholes[1].first:
        yield intervals.span(*wholes)


def _likeliest(readings: tuple[Interval, ...]) -> Interval:
    """The first reading; ValueError where there is none."""
    if not readings:
        raise ValueError("no reading")
    return readings[0]


def _alternatives(left: Atom, right: Atom) -> Atom:
    def meaning(context: Context) -> tuple[Interval, ...]:
        end = _likeliest(right.meaning(context))
        start = _likeliest(_sharing(left, right)(context))
        if start.text == end.text or "/" in start.text + end.text:
            return tuple(dict.fromkeys((start, end)))
        first, last = sorted((start, end), key=lambda interval: interval.first)
        return (Interval(f"[{first.text},{last.text}]", first.first, last.last),)

    return Atom(left.start, right.end, left.kind, meaning, dated=right.dated, joined=True)
