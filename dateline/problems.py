"""What is wrong with the content, as values: collected, sorted, then printed once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A spot in a file of the content: `path` as the editor would type it, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The other end of a problem: where it lies and what stands there."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend: where, which rule, what was found, and what to write instead."""

    place: Place
    rule: str
    found: str
    fix: str = ""
    related: tuple[Related, ...] = field(default=())

    @property
    def severity(self) -> Severity:
        return RULES[self.rule].severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the house: how grave a breach is, and the rule itself in one sentence."""

    severity: Severity
    says: str


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order an editor meets them: by file, line, column; each told once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda one: (one.place, one.rule, one.found)))


def is_refused(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether these problems keep the site from being published."""
    return any(strict or problem.severity == "error" for problem in problems)


# How problems are told


def to_text(problems: Iterable[Problem]) -> str:
    """Problems for people: `path:line:column: error: found`, below it the other ends and the fix."""
    return "".join(f"{line}\n" for problem in problems for line in _lines(problem))


def _lines(problem: Problem) -> Iterator[str]:
    yield f"{on_one_line(str(problem.place))}: {problem.severity}: {on_one_line(problem.found)}"
    for other in problem.related:
        yield f"    {_near(other.place, problem.place)}: {on_one_line(other.note)}"
    if problem.fix:
        yield f"    {on_one_line(problem.fix)}"


def _near(place: Place, seen_from: Place) -> str:
    """A place as it is called in the same folder: by the file's name alone."""
    folder, _, name = place.path.rpartition("/")
    same_folder = folder == seen_from.path.rpartition("/")[0]
    return f"{name if same_folder else place.path}:{place.line}:{place.column}"


# What would break a line, steer a terminal, or turn the direction of all that follows.
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def on_one_line(words: str) -> str:
    """Words of an author as they can stand in a line of a terminal."""
    return _UNPRINTED.sub(" ", words)


def to_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems for programs: plain values under names that do not change."""
    return [
        {
            **_spot(one.place),
            "severity": one.severity,
            "rule": one.rule,
            "message": one.found,
            "fix": one.fix,
            "related": [{**_spot(other.place), "note": other.note} for other in one.related],
        }
        for one in problems
    ]


def _spot(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "column": place.column}


def to_github(problems: Iterable[Problem]) -> str:
    """Problems as workflow commands, which GitHub shows at their lines of a pull request."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    place = problem.place
    properties = {"file": place.path, "line": place.line, "col": place.column}
    written = ",".join(
        f"{name}={_in_property(str(value))}"
        for name, value in {**properties, "title": problem.rule}.items()
    )
    related = (f"{one.place}: {one.note}" for one in problem.related)
    message = "\n".join(filter(None, (problem.found, *related, problem.fix)))
    return f"::{problem.severity} {written}::{_in_message(message)}"


# GitHub's own escapes (actions/toolkit, packages/core/src/command.ts).
def _in_message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(words: str) -> str:
    return _in_message(words).replace(":", "%3A").replace(",", "%2C")


RULES: dict[str, Rule] = {
    # reading: bytes, names, YAML
    "file.encoding": Rule("error", "Files are UTF-8 text."),
    "file.character": Rule(
        "error", "Text holds no control characters and no unbalanced marks of direction."
    ),
    "file.size": Rule("error", "A file has at most 2 MB."),
    "file.name": Rule(
        "error", "Folder names are lower-case letters, digits and hyphens, and each is used once."
    ),
    "file.link": Rule("error", "Content holds no symbolic links."),
    "file.unreadable": Rule("error", "Files of the content can be opened."),
    "file.missing": Rule("error", "A briefing has an article.md, a site has a briefing."),
    "file.unknown": Rule("error", "A briefing's folder holds article.md and the known sheets."),
    "yaml.syntax": Rule("error", "A sheet is YAML."),
    "yaml.bounds": Rule(
        "error",
        "A sheet is at most 50 levels deep and has at most 100,000 values, a briefing 1,000 entries.",
    ),
    "yaml.alias": Rule("error", "Anchors, aliases and tags are not used in sheets."),
    "yaml.comment": Rule("error", "A comment has a space behind its #."),
    "front-matter.form": Rule(
        "error", "An article begins with front matter between two lines of ---."
    ),
    # reading: fields
    "field.unknown": Rule("error", "Only known fields are written."),
    "field.missing": Rule("error", "Required fields are written."),
    "field.duplicate": Rule("error", "A field is written once."),
    "field.type": Rule("error", "A field holds the kind of value that it is for."),
    "field.value": Rule("error", "A field with a closed list of values has one of them."),
    "id.form": Rule(
        "error", "An id is lower-case letters, digits and hyphens, and begins with a letter."
    ),
    "id.duplicate": Rule("error", "An id is used once in a briefing."),
    "date.malformed": Rule("error", "A date is written as in the table of docs/content-format.md."),
    "date.impossible": Rule("error", "A date exists in the calendar."),
    "date.order": Rule("error", "A range ends after it begins."),
    "figure.value": Rule("error", "A value is a number, a range, or words without digits."),
    "figure.compare": Rule(
        "error", "Only what has one unit, and periods of one length, is compared."
    ),
    "address.form": Rule("error", "An address is http, https or mailto."),
    "article.bounds": Rule("error", "Markdown stays within what a reader can take in."),
    "article.markup": Rule(
        "warning", "HTML that a page may not hold is left out, and a table is written with |."
    ),
    # checking
    "reference.unknown": Rule("error", "An id that is referred to exists."),
    "reference.kind": Rule("error", "An id that is referred to is of the right kind."),
    "reference.cycle": Rule("error", "Events do not follow each other in a circle."),
    "brief.length": Rule("warning", "A brief has three to five points."),
    "date.missing": Rule(
        "error",
        "An event has a date, a window in which it is expected, or an event that it follows.",
    ),
    "date.unexplained": Rule("error", "A date that is uncertain says why."),
    "evidence.missing": Rule("error", "A fact rests on words of the article, or names its source."),
    "evidence.not-found": Rule("error", "Evidence stands in the article, word for word."),
    "evidence.ambiguous": Rule("error", "Evidence stands in the article once."),
    "agreement.value": Rule("error", "A figure’s value stands in its evidence."),
    "agreement.unit": Rule("error", "A figure’s unit is that of its evidence."),
    "agreement.hedge": Rule("error", "A figure is hedged as its evidence is."),
    "agreement.date": Rule("error", "A date stands in the evidence, or says where it comes from."),
    "agreement.weekday": Rule("error", "A weekday in the evidence fits the date."),
    "agreement.time": Rule("error", "A time of day is that of the evidence."),
    "agreement.denied": Rule("error", "What the sentence denies proves no figure and no date."),
    "agreement.quotation": Rule(
        "error", "A quotation stands between quotation marks, word for word."
    ),
    "agreement.speaker": Rule("error", "A quotation’s speaker is named in its paragraph."),
    "agreement.name": Rule("error", "A name or an alias stands in the evidence."),
    "agreement.alias": Rule("error", "An alias stands in the article, and is a name."),
    "derived.formula": Rule("error", "A derivation is a sum over ids of figures."),
    "derived.value": Rule("error", "A derived value is what its formula gives."),
    "derived.hedge": Rule("error", "What is worked out from figures is hedged as they are."),
    "derived.unit": Rule("error", "What is worked out from figures counts what they count."),
    "derived.date": Rule("error", "What is worked out from figures has their dates."),
    "waive.check": Rule("error", "A waived check is one of the agreement or derivation rules."),
    "waive.idle": Rule("warning", "A waiver answers a problem that is there."),
    "coverage.open": Rule(
        "warning", "Each date, number, quotation and name of the article is a fact, or is waived."
    ),
    "coverage.idle": Rule("warning", "A coverage waiver answers something that is open."),
    "expectation.passed": Rule("warning", "An expected event whose window is over has an outcome."),
    "change.order": Rule(
        "error", "What is put right comes after publication, and `updated` is no earlier than it."
    ),
    "change.ahead": Rule("warning", "Nothing was changed on a day that is still to come."),
    "change.unrecorded": Rule("warning", "An outcome has the day on which it was recorded."),
    "map.overlap": Rule("warning", "The name of a place has room on the map."),
    "card.letters": Rule("warning", "A title is written in letters that the share card can show."),
    # publishing
    "link.dead": Rule("error", "Links inside the site lead somewhere."),
    "template.error": Rule("error", "A template renders."),
    "site.size": Rule("warning", "A site fits on GitHub Pages."),
    "card.undrawn": Rule("error", "Share cards are drawn, with all of their words."),
}
