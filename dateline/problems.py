"""What is wrong with the content, as values: collected, sorted, then printed once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Literal, Self

Severity = Literal["error", "warning"]


class Rule(StrEnum):
    """A rule that content is held to; its name stands in messages and waivers."""

    severity: Severity
    says: str

    def __new__(cls, name: str, severity: Severity, says: str) -> Self:
        rule = str.__new__(cls, name)
        rule._value_ = name
        rule.severity = severity
        rule.says = says
        return rule

    # reading: bytes, names, YAML
    FILE_ENCODING = ("file.encoding", "error", "Files are UTF-8 text.")
    FILE_CHARACTER = (
        "file.character",
        "error",
        "Text holds no control characters and no unbalanced marks of direction.",
    )
    FILE_SIZE = ("file.size", "error", "A file has at most 2 MB.")
    FILE_NAME = (
        "file.name",
        "error",
        "Folder names are lower-case letters, digits and hyphens, and each is used once.",
    )
    FILE_LINK = ("file.link", "error", "Content holds no symbolic links.")
    FILE_UNREADABLE = ("file.unreadable", "error", "Files of the content can be opened.")
    FILE_MISSING = ("file.missing", "error", "A briefing has an article.md, a site has a briefing.")
    FILE_UNKNOWN = (
        "file.unknown",
        "error",
        "A briefing's folder holds article.md and the known sheets.",
    )
    YAML_SYNTAX = ("yaml.syntax", "error", "A sheet is YAML.")
    YAML_BOUNDS = (
        "yaml.bounds",
        "error",
        "A sheet is at most 50 levels deep and has at most 100,000 values, a briefing 1,000 entries.",
    )
    YAML_ALIAS = ("yaml.alias", "error", "Anchors, aliases and tags are not used in sheets.")
    YAML_COMMENT = ("yaml.comment", "error", "A comment has a space behind its #.")
    FRONT_MATTER_FORM = (
        "front-matter.form",
        "error",
        "An article begins with front matter between two lines of ---.",
    )
    # reading: fields
    FIELD_UNKNOWN = ("field.unknown", "error", "Only known fields are written.")
    FIELD_MISSING = ("field.missing", "error", "Required fields are written.")
    FIELD_DUPLICATE = ("field.duplicate", "error", "A field is written once.")
    FIELD_TYPE = ("field.type", "error", "A field holds the kind of value that it is for.")
    FIELD_VALUE = ("field.value", "error", "A field with a closed list of values has one of them.")
    ID_FORM = (
        "id.form",
        "error",
        "An id is lower-case letters, digits and hyphens, and begins with a letter.",
    )
    ID_DUPLICATE = ("id.duplicate", "error", "An id is used once in a briefing.")
    DATE_MALFORMED = (
        "date.malformed",
        "error",
        "A date is written as in the table of docs/content-format.md.",
    )
    DATE_IMPOSSIBLE = ("date.impossible", "error", "A date exists in the calendar.")
    DATE_ORDER = ("date.order", "error", "A range ends after it begins.")
    FIGURE_VALUE = (
        "figure.value",
        "error",
        "A value is a number, a range, or words without digits.",
    )
    FIGURE_COMPARE = (
        "figure.compare",
        "error",
        "Only what has one unit, and periods of one length, is compared.",
    )
    ADDRESS_FORM = ("address.form", "error", "An address is http, https or mailto.")
    ARTICLE_BOUNDS = ("article.bounds", "error", "Markdown stays within what a reader can take in.")
    ARTICLE_MARKUP = (
        "article.markup",
        "warning",
        "HTML that a page may not hold is left out, and a table is written with |.",
    )
    # checking
    REFERENCE_UNKNOWN = ("reference.unknown", "error", "An id that is referred to exists.")
    REFERENCE_KIND = ("reference.kind", "error", "An id that is referred to is of the right kind.")
    REFERENCE_CYCLE = ("reference.cycle", "error", "Events do not follow each other in a circle.")
    BRIEF_LENGTH = ("brief.length", "warning", "A brief has three to five points.")
    DATE_MISSING = (
        "date.missing",
        "error",
        "An event has a date, a window in which it is expected, or an event that it follows.",
    )
    DATE_UNEXPLAINED = ("date.unexplained", "error", "A date that is uncertain says why.")
    EVIDENCE_MISSING = (
        "evidence.missing",
        "error",
        "A fact rests on words of the article, or names its source.",
    )
    EVIDENCE_NOT_FOUND = (
        "evidence.not-found",
        "error",
        "Evidence stands in the article, word for word.",
    )
    EVIDENCE_AMBIGUOUS = ("evidence.ambiguous", "error", "Evidence stands in the article once.")
    AGREEMENT_VALUE = ("agreement.value", "error", "A figure’s value stands in its evidence.")
    AGREEMENT_UNIT = ("agreement.unit", "error", "A figure’s unit is that of its evidence.")
    AGREEMENT_HEDGE = ("agreement.hedge", "error", "A figure is hedged as its evidence is.")
    AGREEMENT_DATE = (
        "agreement.date",
        "error",
        "A date stands in the evidence, or says where it comes from.",
    )
    AGREEMENT_WEEKDAY = ("agreement.weekday", "error", "A weekday in the evidence fits the date.")
    AGREEMENT_TIME = ("agreement.time", "error", "A time of day is that of the evidence.")
    AGREEMENT_DENIED = (
        "agreement.denied",
        "error",
        "What the sentence denies proves no figure and no date.",
    )
    AGREEMENT_QUOTATION = (
        "agreement.quotation",
        "error",
        "A quotation stands between quotation marks, word for word.",
    )
    AGREEMENT_SPEAKER = (
        "agreement.speaker",
        "error",
        "A quotation’s speaker is named in its paragraph.",
    )
    AGREEMENT_NAME = ("agreement.name", "error", "A name or an alias stands in the evidence.")
    AGREEMENT_ALIAS = ("agreement.alias", "error", "An alias stands in the article, and is a name.")
    DERIVED_FORMULA = ("derived.formula", "error", "A derivation is a sum over ids of figures.")
    DERIVED_VALUE = ("derived.value", "error", "A derived value is what its formula gives.")
    DERIVED_HEDGE = (
        "derived.hedge",
        "error",
        "What is worked out from figures is hedged as they are.",
    )
    DERIVED_UNIT = (
        "derived.unit",
        "error",
        "What is worked out from figures counts what they count.",
    )
    DERIVED_DATE = ("derived.date", "error", "What is worked out from figures has their dates.")
    WAIVE_CHECK = (
        "waive.check",
        "error",
        "A waived check is one of the agreement or derivation rules.",
    )
    WAIVE_IDLE = ("waive.idle", "warning", "A waiver answers a problem that is there.")
    COVERAGE_OPEN = (
        "coverage.open",
        "warning",
        "Each date, number, quotation and name of the article is a fact, or is waived.",
    )
    COVERAGE_IDLE = (
        "coverage.idle",
        "warning",
        "A coverage waiver answers something that is open.",
    )
    EXPECTATION_PASSED = (
        "expectation.passed",
        "warning",
        "An expected event whose window is over has an outcome.",
    )
    CHANGE_ORDER = (
        "change.order",
        "error",
        "What is put right comes after publication, and `updated` is no earlier than it.",
    )
    CHANGE_AHEAD = (
        "change.ahead",
        "warning",
        "Nothing was changed on a day that is still to come.",
    )
    CHANGE_UNRECORDED = (
        "change.unrecorded",
        "warning",
        "An outcome has the day on which it was recorded.",
    )
    MAP_OVERLAP = ("map.overlap", "warning", "The name of a place has room on the map.")
    CARD_LETTERS = (
        "card.letters",
        "warning",
        "A title is written in letters that the share card can show.",
    )
    # publishing
    LINK_DEAD = ("link.dead", "error", "Links inside the site lead somewhere.")
    TEMPLATE_ERROR = ("template.error", "error", "A template renders.")
    SITE_SIZE = ("site.size", "warning", "A site fits on GitHub Pages.")
    CARD_UNDRAWN = ("card.undrawn", "error", "Share cards are drawn, with all of their words.")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Position:
    """A spot in a file of the content: `path` as the editor would type it, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The other end of a problem: where it lies and what stands there."""

    position: Position
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend: where, which rule, what was found, and what to write instead."""

    position: Position
    rule: Rule
    found: str
    fix: str = ""
    related: tuple[Related, ...] = field(default=())

    @property
    def severity(self) -> Severity:
        return self.rule.severity


RULE_BY_NAME: Final = {rule.value: rule for rule in Rule}


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order an editor meets them: by file, line, column; each told once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda one: (one.position, one.rule, one.found)))


def is_refused(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether these problems keep the site from being published."""
    return any(strict or problem.severity == "error" for problem in problems)


# How problems are told


def to_text(problems: Iterable[Problem]) -> str:
    """Problems for people: `path:line:column: error: found`, below it the other ends and the fix."""
    return "".join(f"{line}\n" for problem in problems for line in _lines(problem))


def _lines(problem: Problem) -> Iterator[str]:
    yield f"{on_one_line(str(problem.position))}: {problem.severity}: {on_one_line(problem.found)}"
    for other in problem.related:
        yield f"    {_near(other.position, problem.position)}: {on_one_line(other.note)}"
    if problem.fix:
        yield f"    {on_one_line(problem.fix)}"


def _near(position: Position, seen_from: Position) -> str:
    """A place as it is called in the same folder: by the file's name alone."""
    folder, _, name = position.path.rpartition("/")
    same_folder = folder == seen_from.path.rpartition("/")[0]
    return f"{name if same_folder else position.path}:{position.line}:{position.column}"


# What would break a line, steer a terminal, or turn the direction of all that follows.
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def on_one_line(words: str) -> str:
    """Words of an author as they can stand in a line of a terminal."""
    return _UNPRINTED.sub(" ", words)


def to_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems for programs: plain values under names that do not change."""
    return [
        {
            **_spot(one.position),
            "severity": one.severity,
            "rule": one.rule,
            "message": one.found,
            "fix": one.fix,
            "related": [{**_spot(other.position), "note": other.note} for other in one.related],
        }
        for one in problems
    ]


def _spot(position: Position) -> dict[str, Any]:
    return {"path": position.path, "line": position.line, "column": position.column}


def to_github(problems: Iterable[Problem]) -> str:
    """Problems as workflow commands, which GitHub shows at their lines of a pull request."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    position = problem.position
    properties = {"file": position.path, "line": position.line, "col": position.column}
    written = ",".join(
        f"{name}={_in_property(str(value))}"
        for name, value in {**properties, "title": problem.rule}.items()
    )
    related = (f"{one.position}: {one.note}" for one in problem.related)
    message = "\n".join(filter(None, (problem.found, *related, problem.fix)))
    return f"::{problem.severity} {written}::{_in_message(message)}"


# GitHub's own escapes (actions/toolkit, packages/core/src/command.ts).
def _in_message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(words: str) -> str:
    return _in_message(words).replace(":", "%3A").replace(",", "%2C")
