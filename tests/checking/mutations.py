"""Every small falsehood that a slip of the hand could put into a briefing, as edits of its files.

A mutation makes one fact, or the words that facts rest on, say something else. The briefing is then
false, so a build that does not refuse it would publish a falsehood. Words that no fact rests on
are left alone: no check could know that they are wrong.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from dateline.checking import check_briefing
from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.agreement.name_agreement import is_named
from dateline.checking.agreement.quantities.unit_agreement import names_unit
from dateline.checking.basis.evidence import ArticleText, Spans, locate
from dateline.checking.basis.findings import find_all, name_forms_of
from dateline.checking.basis.formulas import formula_ids
from dateline.checking.claims.grounds.seen_texts import seen_texts
from dateline.checking.claims.judging.claim_records import Claim
from dateline.checking.coverage.coverage import Finding, triage
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import DateError, parse_date
from dateline.facts.hedges import Hedge
from dateline.facts.records import Event, Fact, Figure, FrontMatter, Named, Quotation
from dateline.facts.wording import sentences
from dateline.language import en
from dateline.problems import Position, Problem, is_refused
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import ARTICLE, Folder

MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
HEDGES = ("nearly", "about", "at least", "up to", "more than", "fewer than")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Text of a file that begins at `start`, and what replaces it."""

    file: str
    start: int
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """A falsehood: its kind, what it is about, and the edits that make it."""

    kind: str
    about: str
    edits: tuple[Edit, ...]

    def __str__(self) -> str:
        first = self.edits[0]
        return f"{self.kind}: {self.about}: “{first.was}” → “{first.now}”"

    def apply(self, folder: Folder) -> Folder:
        files = dict(folder.files)
        for edit in sorted(self.edits, key=lambda edit: (edit.file, -edit.start)):
            text = files[edit.file].decode()
            end = edit.start + len(edit.was)
            assert text[edit.start : end] == edit.was, edit
            files[edit.file] = (text[: edit.start] + edit.now + text[end:]).encode()
        return dataclasses.replace(folder, files=files)


Reworded = Iterator[tuple[str, str]]  # kind of change, and the text that says something else


def mutations(folder: Folder, briefing: Briefing) -> Iterator[Mutation]:
    """Every mutation of the facts, of the article, of both in the same way, and of other texts."""
    files = Files(folder)
    yield from fact_mutations(files, briefing)
    yield from article_mutations(files, briefing)
    yield from claim_mutations(files, briefing)


# Other values of a field


def other_dates(written: str) -> Reworded:
    """Similar dates, by the part that differs; and the same date to another precision."""
    for number, found in enumerate(re.finditer(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", written)):
        where = " of a range’s end" if number else ""
        for kind, civil in _other_civils(found):
            changed = written[: found.start()] + civil + written[found.end() :]
            if changed != written and _is_date(changed):
                yield f"{kind}{where}", changed


def _other_civils(found: re.Match[str]) -> Reworded:
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    tail = found[0][4:]
    for step in (-10, -1, 1, 10):
        yield "year", f"{year + step:04}{tail}"
    if month is None:
        yield "precision", f"{year:04}-06"
        return
    rest = found[0][7:]
    for step in (-6, -1, 1, 6):
        yield "month", f"{year:04}-{(month - 1 + step) % 12 + 1:02}{rest}"
    yield "precision", f"{year:04}"
    if day is None:
        yield "precision", f"{year:04}-{month:02}-15"
        return
    for step in (-10, -7, -1, 1, 7, 10):
        yield "day", f"{year:04}-{month:02}-{day + step:02}"
    if month != day:
        yield "day", f"{year:04}-{day:02}-{month:02}"
    yield "precision", f"{year:04}-{month:02}"


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return False
    return True


_SCALES = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
_WORDS_ALONE = {
    "millions": "thousands",
    "thousands": "millions",
    "hundreds": "thousands",
    "dozens": "hundreds",
    "scores": "dozens",
}


def other_values(written: str) -> Reworded:
    """Similar numbers: another digit, a digit too many or too few, another scale or sign."""
    for found in re.finditer(r"\d+", written):
        for at, digit in enumerate(found[0]):
            for step in (1, 5, 9):
                other = str((int(digit) + step) % 10)
                if not (other == "0" and at == 0):
                    digits = found[0][:at] + other + found[0][at + 1 :]
                    yield "digit", _spliced(written, found, digits)
        if "." in written:
            continue  # 1.50 is 1.5
        yield "digit", _spliced(written, found, found[0] + "0")
        if found[0].endswith("0") and len(found[0]) > 1:
            yield "digit", _spliced(written, found, found[0][:-1])
        if len(found[0]) > 1 and found[0] != found[0][::-1] and found[0][-1] != "0":
            yield "digit", _spliced(written, found, found[0][::-1])
    yield from _swapped("scale", written, _SCALES)
    yield from _swapped("scale", written, _WORDS_ALONE)
    if re.fullmatch(r"\d+", written):
        yield "scale", f"{written} thousand"
        yield "range", f"{written}-{int(written) + 1}"
        yield "sign", f"-{written}"


def _spliced(text: str, found: re.Match[str], now: str) -> str:
    return text[: found.start()] + now + text[found.end() :]


def _swapped(kind: str, text: str, table: Mapping[str, str]) -> Reworded:
    for word, other in table.items():
        for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
            now = other.capitalize() if found[0][0].isupper() else other
            yield kind, _spliced(text, found, now)


_UNITS = {
    "percent": ("percentage points", "share"),
    "percentage points": ("percent",),
    "km": ("miles", "metres", "kg"),
    "months": ("years", "days"),
    "USD": ("EUR", "GBP", "CAD"),
}


def other_units(written: str) -> Reworded:
    known = _UNITS.get(written, ("tanks", "percent", "USD"))
    for unit in known:
        yield ("currency" if written.isupper() else "unit"), unit


def other_letters(name: str) -> Reworded:
    """A name with two letters swapped, a letter missing, doubled or replaced."""
    middle = len(name) // 2
    yield "name", name[:-1]
    for at in sorted({1, middle, len(name) - 2} & set(range(len(name) - 1))):
        if " " in name[at : at + 2]:
            continue
        yield "name", name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        yield "name", name[:at] + name[at + 1 :]
        yield "name", name[:at] + name[at] + name[at:]
        yield "name", name[:at] + ("o" if name[at] != "o" else "a") + name[at + 1 :]


_SAID_DIFFERENTLY = {
    "USD": {"$": "€"},
    "unit": {
        "percent": "percentage points",
        "kilometres": "miles",
        "troops": "tanks",
        "pilgrims": "tourists",
    },
    "month": dict(zip(MONTHS, [*MONTHS[1:], MONTHS[0]], strict=True)),
    "weekday": dict(zip(WEEKDAYS, [*WEEKDAYS[1:], WEEKDAYS[0]], strict=True)),
    "relative date": {
        "last month": "last year",
        "the night before": "two nights before",
        "first five months": "first six months",
    },
}


def other_words(text: str) -> Reworded:
    """What an article’s words for a number or a date would be if they said something else."""
    for found in re.finditer(r"[$€]", text):
        yield "currency", _spliced(text, found, "€" if found[0] == "$" else "$")
    for kind in ("unit", "month", "weekday", "relative date"):
        yield from _swapped(kind, text, _SAID_DIFFERENTLY[kind])
    for found in re.finditer(r"\b(?:19|20)\d\d\b", text):
        for step in (-1, 1, 10):
            yield "year", _spliced(text, found, str(int(found[0]) + step))
    if not re.search(r"\b(?:19|20)\d\d\b", text):
        yield from ((kind, now) for kind, now in other_values(text) if kind in ("digit", "scale"))
    yield from _other_hedges(text)


_HEDGE_WORDS = {"nearly": "at least", "around": "more than", "about": "up to"}


def _other_hedges(text: str) -> Reworded:
    for word, other in _HEDGE_WORDS.items():
        if re.match(rf"{word}\b", text, re.IGNORECASE):
            yield "hedge", other + text[len(word) :]
            yield "hedge dropped", text[len(word) + 1 :]


# Facts


class Files:
    """A folder's texts, and where a position in them is."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.texts = {name: data.decode() for name, data in folder.files.items()}
        self.lines = {name: _line_starts(text) for name, text in self.texts.items()}

    def offset(self, position: Position) -> tuple[str, int]:
        name = position.path.rpartition("/")[2]
        return name, self.lines[name][position.line - 1] + position.column - 1

    def edit(self, position: Position, was: str, now: str, *, nth: int = 0) -> Edit:
        """The edit of some words of the value that begins at `place`, however its lines are folded."""
        name, offset = self.offset(position)
        pattern = r"\s+".join(map(re.escape, was.split(" ")))
        found = list(re.compile(pattern).finditer(self.texts[name], offset))[nth]
        return Edit(file=name, start=found.start(), was=found[0], now=now)


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def fact_mutations(files: Files, briefing: Briefing) -> Iterator[Mutation]:
    for fact in briefing.facts:
        for kind, position, was, now in _of_fact(fact, briefing):
            edit = files.edit(position, was, now)
            yield Mutation(kind=f"fact: {kind}", about=fact.id, edits=(edit,))
        yield from _whole_fields(files, fact)


Change = tuple[str, Position, str, str]


def _of_fact(fact: Fact, briefing: Briefing) -> Iterator[Change]:
    match fact:
        case Event():
            yield from _of_event(fact)
        case Figure():
            yield from _of_figure(fact, briefing)
        case Quotation():
            yield from _of_quotation(fact, briefing)
        case Named():
            yield from _of_name(fact)


def _changes(position: Position, was: str, other: Callable[[str], Reworded]) -> Iterator[Change]:
    seen = {was}
    for kind, now in other(was):
        written = " ".join(now.split())
        if written not in seen:
            seen.add(written)
            yield kind, position, was, now


def _of_event(event: Event) -> Iterator[Change]:
    if event.date:
        yield from _changes(event.origin.of("date"), event.date.text, other_dates)
    for number, expected in enumerate(event.expected):
        at = event.origin.of("expected", number, "window")
        yield from _changes(at, expected.window.text, other_dates)
        if expected.said_on:
            at = event.origin.of("expected", number, "said_on")
            yield from _changes(at, expected.said_on.text, other_dates)


def _of_figure(figure: Figure, briefing: Briefing) -> Iterator[Change]:
    yield from _changes(figure.origin.of("value"), figure.value.text, other_values)
    if figure.unit:
        yield from _changes(figure.origin.of("unit"), figure.unit, other_units)
    if figure.hedge:
        # A derived figure may also have a hedge of the figures that it comes from.
        how = figure.derived.how if figure.derived else ""
        theirs = {part.hedge for part in briefing.figures if part.id in formula_ids(how)}
        others = (("hedge", hedge) for hedge in HEDGES if hedge not in theirs)
        yield from _changes(figure.origin.of("hedge"), figure.hedge, lambda _: iter(others))
    for field, date in (("period", figure.period), ("as_of", figure.as_of)):
        if date:
            yield from _changes(figure.origin.of(field), date.text, other_dates)


def _of_quotation(quotation: Quotation, briefing: Briefing) -> Iterator[Change]:
    position = quotation.origin.of("words")
    words = list(dict.fromkeys(re.findall(r"[\w’-]+", quotation.words)))
    for number, word in enumerate(words):
        alone = rf"(?<!\w){word}(?!\w)"
        if len(re.findall(alone, quotation.words)) > 1 or len(word) < 3:
            continue
        yield "quoted word", position, word, words[number - 1]
        yield "quoted word", position, word, f"not {word}"
        yield "quoted word", position, word, word[:-1]
    for actor in (*briefing.people, *briefing.organisations):
        if actor.id != quotation.speaker:
            at = quotation.origin.of("speaker")
            yield "speaker", at, quotation.speaker, actor.id
    if quotation.said_on:
        at = quotation.origin.of("said_on")
        yield from _changes(at, quotation.said_on.text, other_dates)


def _of_name(named: Named) -> Iterator[Change]:
    yield from _changes(named.origin.of("name"), named.name, other_letters)
    for number, alias in enumerate(named.aliases):
        for kind, position, was, now in _changes(
            named.origin.of("aliases", number), alias, other_letters
        ):
            yield f"alias of a {kind}", position, was, now


def _whole_fields(files: Files, fact: Fact) -> Iterator[Mutation]:
    """A hedge or a unit removed, and a hedge added where the words have none.

    A figure whose label names what it counts is true without its unit.
    """
    if not isinstance(fact, Figure):
        return
    for field, value in (("hedge", fact.hedge), ("unit", fact.unit)):
        if value and not (field == "unit" and names_unit(value, fact.label)):
            edit = files.edit(fact.origin.of(field), value, "")
            start = files.texts[edit.file].rindex("\n", 0, edit.start)
            line = Edit(
                file=edit.file,
                start=start,
                was=files.texts[edit.file][start : edit.start + len(edit.was)],
                now="",
            )
            yield Mutation(kind=f"fact: {field} dropped", about=fact.id, edits=(line,))
    if not fact.hedge:
        for hedge in Hedge:
            edit = files.edit(fact.origin.of("kind"), fact.kind, f"{fact.kind}\n    hedge: {hedge}")
            yield Mutation(kind="fact: hedge added", about=fact.id, edits=(edit,))


# The article


def article_mutations(files: Files, briefing: Briefing) -> Iterator[Mutation]:
    passages = ArticleText.of(briefing.article)
    spans = locate(briefing, passages)
    items = triage(briefing, passages, spans, find_all(briefing))
    resting = [span for found in spans.values() for span in found]
    yield from _sentence_mutations(files, briefing, resting)
    yield from _exchanged(files, briefing, items, spans)
    for item in items:
        if item.verdict == "covered":
            yield from _word_mutations(files, briefing, item, spans)


def _exchanged(
    files: Files, briefing: Briefing, items: Iterable[Finding], spans: Spans
) -> Iterator[Mutation]:
    """In a fact whose words have several dates or numbers, its own replaced by another of them."""
    for fact in briefing.facts:
        inside = [
            item for item in items if any(_inside(item.span, span) for span in spans[fact.id])
        ]
        for field, kind, own in _own(fact):
            readings = [dict(item.fields)[field[0]] for item in inside if item.kind == kind]
            for other in dict.fromkeys(readings):
                if own not in other and len(readings) > 1 and other not in _said(fact):
                    edit = files.edit(fact.origin.of(*field[1]), own, other)
                    about = f"fact: another {kind} of its words"
                    yield Mutation(kind=about, about=fact.id, edits=(edit,))


def _own(fact: Fact) -> Iterator[tuple[tuple[str, tuple[str | int, ...]], str, str]]:
    match fact:
        case Event(date=date) if date:
            yield ("date", ("date",)), "date", date.text
        case Event():
            for number, expectation in enumerate(fact.expected):
                yield ("date", ("expected", number, "window")), "date", expectation.window.text
        case Figure() if not fact.derived:
            yield ("value", ("value",)), "quantity", fact.value.text


def _said(fact: Fact) -> set[str]:
    return {date.text for date in dates_of(fact)} | (
        {fact.value.text} if isinstance(fact, Figure) else set()
    )


def rests(number: int, start: int, end: int, spans: Iterable[Span]) -> bool:
    """Whether a fact rests on words of this stretch."""
    return any(span.block == number and span.start < end and start < span.end for span in spans)


def _sentence_mutations(
    files: Files, briefing: Briefing, resting: Iterable[Span]
) -> Iterator[Mutation]:
    resting = list(resting)
    for block in briefing.article.blocks:
        for start, end in sentences(block.text):
            if block.kind == "paragraph" and rests(block.number, start, end, resting):
                words = block.text[start:end]
                position = block.position(start)
                for kind, now in (("deleted", ""), ("duplicated", f"{words} {words}")):
                    edit = files.edit(position, words, now)
                    yield Mutation(kind=f"article: sentence {kind}", about="article", edits=(edit,))


def _word_mutations(
    files: Files, briefing: Briefing, item: Finding, spans: Spans
) -> Iterator[Mutation]:
    """The words of a finding changed: in the article alone, and in the article and all evidence."""
    others = {"name": other_letters, "quotation": _other_quoted}.get(item.kind, other_words)
    if item.kind == "name" and _named_elsewhere(briefing, item, spans):
        return
    for kind, now in dict.fromkeys(others(item.text)):
        if now.split() == item.text.split():
            continue
        edit = files.edit(item.position, item.text, now)
        holding = list(_holding(files, briefing, item, now, spans))
        if holding:
            yield Mutation(kind=f"article: {kind}", about=item.facts[0], edits=(edit,))
        if holding and item.kind != "quotation":
            edits = (edit, *holding)
            yield Mutation(kind=f"both: {kind}", about=item.facts[0], edits=edits)


def _named_elsewhere(briefing: Briefing, item: Finding, spans: Spans) -> bool:
    """Whether other words of the same evidence also have the name, so that the fact is still true."""
    named = briefing.fact_by_id[item.facts[0]]
    assert isinstance(named, Named)
    others = [span for span in spans[named.id] if not _inside(item.span, span)]
    return any(is_named(named, _text(briefing, span)) for span in others)


def _text(briefing: Briefing, span: Span) -> str:
    return briefing.article.blocks[span.block].text[span.start : span.end]


def _other_quoted(text: str) -> Reworded:
    for found in re.finditer(r"[A-Za-z]{3,}", text):
        yield "quoted word", _spliced(text, found, found[0][:-1])
        yield "quoted word", _spliced(text, found, "")


def _holding(
    files: Files, briefing: Briefing, item: Finding, now: str, spans: Spans
) -> Iterator[Edit]:
    """The same change in every passage that has the words, if facts of the finding rest on them."""
    if not any(_inside(item.span, span) for fact_id in item.facts for span in spans[fact_id]):
        return
    for fact in briefing.facts:
        for number, span in enumerate(spans[fact.id]):
            if _inside(item.span, span):
                block = briefing.article.blocks[span.block]
                nth = block.text[span.start : item.span.start].count(item.text)
                own = fact.evidence == ()
                position = fact.origin.of("words") if own else fact.origin.of("evidence", number)
                yield files.edit(position, item.text, now, nth=nth)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.block == inner.block and outer.start <= inner.start and inner.end <= outer.end


# What readers see besides the article


def claim_mutations(files: Files, briefing: Briefing) -> Iterator[Mutation]:
    """Every supported claim of a text changed, and exchanged for another of its kind."""
    checked = check_briefing(briefing, today=briefing.front.published)
    words = _opening_words(briefing)
    supported = [
        claim
        for claim in checked.claims
        if claim.result == "supported" and (claim.kind, claim.position) not in words
    ]
    for claim in supported:
        for kind, now in _other_claims(claim):
            yield from _changed_claim(files, claim, f"{_field_of(claim)}: {kind}", now)
    for claim in supported:
        others = {other.text for other in supported if _is_exchangeable(claim, other)}
        for now in sorted(others)[:3]:
            yield from _changed_claim(files, claim, f"exchanged {claim.kind}", now)


def _opening_words(briefing: Briefing) -> set[tuple[str, Position]]:
    """Where a text begins with a word that may be no name: the capital of “Energy” is its place’s."""
    aliases = name_forms_of(briefing)
    return {
        ("name", seen.position(name.start))
        for seen in seen_texts(briefing)
        for name in en.find_names(seen.text, aliases=aliases)
        if not name.known and en.may_be_a_word(seen.text, name, stands_alone=False)
    }


def _changed_claim(files: Files, claim: Claim, kind: str, now: str) -> Iterator[Mutation]:
    if now.split() and now.split() != claim.text.split():
        edit = files.edit(claim.position, claim.text, now)
        about = getattr(claim.owner, "id", "the front matter")
        yield Mutation(kind=f"claim: {kind}", about=about, edits=(edit,))


def _other_claims(claim: Claim) -> Reworded:
    if claim.path[0] in OTHER_VALUES and len(claim.path) > 2:
        other = other_dates if claim.kind == "date" else other_values
        kinds = ("digit", "year", "month", "day")
        yield from ((kind, now) for kind, now in other(claim.text) if kind in kinds)
    elif claim.kind == "name":
        # A short name with another letter may be another word: Iran, Iron.
        yield from other_letters(claim.text) if len(claim.text) > 4 else ()
    elif claim.kind == "quotation":
        yield from _other_quoted(claim.text)
    else:
        yield from other_words(claim.text)


OTHER_VALUES = ("history", "values", "revised")


def _field_of(claim: Claim) -> str:
    """Where readers see it: the headline, a summary, another value of a figure."""
    first = str(claim.path[0])
    if isinstance(claim.owner, FrontMatter):
        return "headline" if first == "title" else first
    names = [str(key) for key in claim.path if isinstance(key, str)]
    return first if first in OTHER_VALUES else names[-1]


def _is_exchangeable(claim: Claim, other: Claim) -> bool:
    """Whether both are names, dates of one form, or numbers of one unit, and say another thing."""
    if claim.kind != other.kind or claim.text.casefold() == other.text.casefold():
        return False
    digits = [re.sub(r"\d+", "0", each.text) for each in (claim, other)]
    is_value = claim.path[0] in OTHER_VALUES or other.path[0] in OTHER_VALUES
    return not is_value and (claim.kind == "name" or digits[0] == digits[1])


# Verdicts

Verdict = Literal["refused", "strict", "let through"]


def judge(mutation: Mutation, folder: Folder) -> Verdict:
    return verdict(problems_of(mutation.apply(folder)))


def verdict(problems: Iterable[Problem]) -> Verdict:
    """Whether every build refuses it (an error), only a strict build (a warning), or none."""
    found = tuple(problems)
    if is_refused(found, strict=False):
        return "refused"
    return "strict" if is_refused(found, strict=True) else "let through"


def problems_of(folder: Folder) -> tuple[Problem, ...]:
    """Everything that is wrong with a folder on the day of its publication."""
    briefing, problems = parse(folder)
    today = briefing.front.published
    return (*problems, *check_briefing(briefing, today=today).problems)


def parse(folder: Folder) -> tuple[Briefing, tuple[Problem, ...]]:
    """The briefing of a folder. Each file is read alone, and cached, because mutations share files."""
    body = folder.files[ARTICLE]
    kept = tuple((name, data) for name, data in folder.files.items() if "/" in name)
    alone = {
        name: _parse_alone(folder.shown_as, name, data, body if name == ARTICLE else _STUB, kept)
        for name, data in folder.files.items()
        if "/" not in name
    }
    problems = tuple(problem for _, found in alone.values() for problem in found)
    sheets = [briefing for name, (briefing, _) in alone.items() if name != ARTICLE]
    unread = frozenset(entry for sheet in sheets for entry in sheet.unread)
    records: dict[str, Any] = {
        name: tuple(record for sheet in sheets for record in getattr(sheet, name))
        for name in _LISTS
    }
    return dataclasses.replace(alone[ARTICLE][0], unread=unread, **records), problems


_LISTS = [field.name for field in dataclasses.fields(Briefing) if field.default == ()]
_STUB = b"---\ntitle: T\nstandfirst: S\npublished: 2024-09-11\n---\n\nNothing.\n"


@lru_cache(maxsize=64)
def _parse_alone(
    shown_as: str, name: str, data: bytes, article: bytes, kept: tuple[tuple[str, bytes], ...]
) -> tuple[Briefing, tuple[Problem, ...]]:
    files = {ARTICLE: article, name: data, **dict(kept)}
    briefing, problems = parse_briefing(Folder(slug="b", shown_as=shown_as, files=files))
    assert briefing is not None
    return briefing, problems
