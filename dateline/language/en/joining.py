"""Joining: "from March to May 2024", "1914 to 1918", "Saturday or Sunday"."""

from dataclasses import replace
from typing import Final

from dateline.language.en import intervals
from dateline.language.en.atoms import LEAD, Atom, Context, Meaning
from dateline.language.en.intervals import Interval
from dateline.language.en.words import DASH, compile_pattern

_JOINT: Final = compile_pattern(
    rf"(?: ?(?P<dash>{DASH}) ?|,? (?P<word>to|through|until|till|and|or|&)(?: the| on| in)? )"
)
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


def _pair(text: str, one: Atom, other: Atom) -> list[Atom]:
    joint = _JOINT.fullmatch(text, one.end, other.start)
    if joint is None or any(_alone(atom) for atom in (one, other)):
        return [one, other]
    lead = LEAD.search(text, max(0, one.start - 16), one.start)
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

    def meaning(context: Context) -> tuple[Interval, ...]:
        end = other.meaning(context)[0]
        return one.meaning(Context(end.last, "past", context.anchor))[:1]

    return meaning


def _range(one: Atom, other: Atom) -> Meaning:
    def meaning(context: Context) -> tuple[Interval, ...]:
        if one.dated and not other.dated and other.kind in _SHARING:
            start = one.meaning(context)[0]
            end = other.meaning(Context(start.last, "future", context.anchor))[0]
        else:
            end = other.meaning(context)[0]
            start = _sharing(one, other)(context)[0]
        return (intervals.span(start, end),)

    return meaning


def _alternatives(one: Atom, other: Atom) -> Atom:
    def meaning(context: Context) -> tuple[Interval, ...]:
        end = other.meaning(context)[0]
        start = _sharing(one, other)(context)[0]
        if start.text == end.text or "/" in start.text + end.text:
            return tuple(dict.fromkeys((start, end)))
        first, last = sorted((start, end), key=lambda interval: interval.first)
        return (Interval(f"[{first.text},{last.text}]", first.first, last.last),)

    return Atom(one.start, other.end, one.kind, meaning, dated=other.dated, joined=True)
