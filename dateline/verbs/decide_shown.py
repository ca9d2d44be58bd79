"""How `decide` shows an item: the sentence with its words marked, and the record as it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from dateline.facts.date_phrases import window_words
from dateline.facts.dates import DateError, parse_date, show_date

if TYPE_CHECKING:
    from dateline.drafting.deciding.items import Desk, Item
    from dateline.drafting.sheets.layout import SheetValue
    from dateline.verbs.console import Console

_DATES: Final = frozenset(("date", "window", "said_on", "as_of", "period", "made", "published"))
_MOST_NUMBERED: Final = 9
_MARGIN: Final = 2

HELP: Final = """\
  Enter or t   take it as it is; what must be filled in is asked first
  1 to 9       change that field          e   change the fields to look at
  +            add a field                E   open the record in $EDITOR
  a            put it aside: it is no fact; you say why
  k            it is something else: an organisation, a place, an event to come
  l            later: go on to the next
  u            undo the last decision, also one of an earlier session
  c            the paragraph around it    y   the record as YAML
  T            take all of this kind that are complete: you see them first
  S            the same for this sentence
  q            quit; everything that was decided is saved already
"""


def heading(console: Console, item: Item, place: str) -> str:
    left = f"── {place} · {item.kind or 'front matter'} "
    right = f" {item.sheet}{f', line {item.line}' if item.line else ''} ──"
    if item.proposed:
        right = f" not in {item.sheet} yet ──"
    return console.bold(left + "─" * max(2, console.width - len(left) - len(right)) + right)


def sentence_lines(console: Console, desk: Desk, item: Item) -> list[str]:
    """The sentence with the words that the item is made of marked, but not where that is all of it."""
    if item.block is None or item.sentence is None:
        return ["  (its words are not in the article)"] if item.kind else []
    text = desk.draft.briefing.article.blocks[item.block].text
    start, end = item.sentence
    is_all = any(mark.start <= start and end - 1 <= mark.end for mark in item.marks)
    marks = [] if is_all else [(mark.start, mark.end) for mark in item.marks]
    if cell := desk.cell(item):
        return [f"  {cell}:", *marked_lines(console, text, start, end, marks)]
    return marked_lines(console, text, start, end, marks)


def marked_lines(
    console: Console, text: str, start: int, end: int, marks: Sequence[tuple[int, int]]
) -> list[str]:
    """Part of a text, wrapped, with marks around some of its words."""
    words = list(_words(text, start, end))
    lines: list[str] = []
    line, length = "", 0
    for at, word in words:
        shown = _with_marks(console, word, at, marks)
        plain = len(_with_marks(None, word, at, marks))
        if line and length + 1 + plain > console.width - 2 * _MARGIN:
            lines.append(line)
            line, length = "", 0
        line, length = (f"{line} {shown}", length + 1 + plain) if line else (shown, plain)
    return [" " * _MARGIN + each for each in [*lines, line]]


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    at = start
    for word in text[start:end].split():
        at = text.index(word, at)
        yield at, word
        at += len(word)


def _with_marks(
    console: Console | None, word: str, at: int, marks: Sequence[tuple[int, int]]
) -> str:
    """The word with what of it is within a mark; one mark over several words is opened once."""
    for start, end in marks:
        first, last = max(start - at, 0), min(end - at, len(word))
        if first < last:
            inner = word[first:last]
            if console and console.has_colours:
                return word[:first] + console.marked(inner) + word[last:]
            opened = "[" if start >= at else ""
            closed = "]" if end <= at + len(word) else ""
            return word[:first] + opened + inner + closed + word[last:]
    return word


def record_lines(
    console: Console,
    desk: Desk,
    item: Item,
    fields: Mapping[str, SheetValue],
    missing: Sequence[str],
) -> list[str]:
    """The fields of a record, numbered, each with a mark if it is to be looked at."""
    names = numbered(item, fields, missing)
    wide = max((len(name) for name in names), default=0)
    lines = []
    for number, name in enumerate(names, 1):
        sign = "?" if name in item.asks or name in missing else " "
        label = f"{number if number <= _MOST_NUMBERED else ' '} {sign} {name:<{wide}}  "
        value = fields.get(name)
        shown = in_words(desk, item, name, value) if value is not None else "(empty)"
        wrapped = wrap(shown, console.width - _MARGIN - len(label), break_on_hyphens=False) or [""]
        first = wrapped[0] if value is not None else console.warning(wrapped[0])
        lines.append(" " * _MARGIN + (console.bold(label) if sign == "?" else label) + first)
        lines += [" " * (_MARGIN + len(label)) + line for line in wrapped[1:]]
    return lines


def numbered(item: Item, fields: Mapping[str, SheetValue], missing: Sequence[str]) -> list[str]:
    """The fields in the order in which they are shown: what is there, then what is asked."""
    return list(dict.fromkeys((*fields, *missing, *item.asks)))


def in_words(desk: Desk, item: Item, name: str, value: SheetValue) -> str:
    """A value as an editor reads it: a date with its weekday, an id with what it is the id of."""
    if isinstance(value, Mapping):
        return ", ".join(
            f"{field} {in_words(desk, item, field, inner)}" for field, inner in value.items()
        )
    if isinstance(value, str):
        return _one_in_words(desk, item, name, value)
    if value is None:
        return ""
    return "; ".join(in_words(desk, item, name, each) for each in value)


def _one_in_words(desk: Desk, item: Item, name: str, value: str) -> str:
    if name in _DATES:
        try:
            date = parse_date(value)
            is_open = name == "window" and date.form == "since"
            words = window_words(date) if is_open else show_date(date, weekday=True)
        except DateError:
            return value
        return value if words == value else f"{value} ({words})"
    if name == "evidence" and item.block is not None and item.sentence is not None:
        text = desk.draft.briefing.article.blocks[item.block].text
        if value == " ".join(text[slice(*item.sentence)].split()):
            return "the whole sentence"
    called = _called(desk, value) if name in _REFERENCES else ""
    return f"{value} ({called})" if called else value


_REFERENCES: Final = frozenset(
    ("who", "by", "said_by", "speaker", "place", "organisation", "part_of")
)


def _called(desk: Desk, record_id: str) -> str:
    fact = desk.draft.briefing.fact_by_id.get(record_id)
    if fact:
        return fact.called
    found = (item.called for item in desk.undecided if item.id == record_id)
    return next(found, "")


def objection_lines(console: Console, objections: Sequence[str]) -> list[str]:
    lines = []
    for objection in objections:
        first, *rest = wrap(objection, console.width - 6, break_on_hyphens=False)
        lines.append(console.warning(f"  ! {first}"))
        lines += [console.warning(f"    {line}") for line in rest]
    return lines


def context_lines(console: Console, desk: Desk, item: Item) -> list[str]:
    """The paragraph of the item, and those before and after it."""
    blocks = desk.draft.briefing.article.blocks
    if item.block is None:
        return ["  (its words are not in the article)"]
    lines = []
    for number in range(max(0, item.block - 1), min(len(blocks), item.block + 2)):
        text = blocks[number].text
        marks = [(mark.start, mark.end) for mark in item.marks if mark.block == number]
        lines += [*marked_lines(console, text, 0, len(text), marks), ""]
    return lines


def in_list(console: Console, desk: Desk, number: int, item: Item) -> list[str]:
    """An item among those that are taken together: whole, since nothing is taken unseen."""
    names = ("date", "expected", "value", "unit", "hedge", "kind", "role", "what", "speaker")
    others = [
        in_words(desk, item, name, item.fields[name])
        for name in names
        if item.fields.get(name) is not None
    ]
    text = f"{item.called} · {', '.join(others)}" if others else item.called
    first, *rest = wrap(text, console.width - 5, break_on_hyphens=False) or [""]
    return [f"{number:3}  {first}", *(f"     {line}" for line in rest)]
