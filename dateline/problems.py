"""What is wrong with the content, as values, and the three formats in which it is printed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final, Literal, Self, get_args

from dateline.frozen import dataclass
from dateline.patterns import compile_later

# An error refuses the site, a warning only a strict build; a follow-up, which comes or goes with time, neither.
Severity = Literal["error", "warning", "follow-up"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)


class Rule(StrEnum):
    """The rules that content must keep, by the names that messages and waivers use.

    docs/checks.md explains each one; tests fail for a rule that it lacks or that no code uses.
    """

    severity: Severity

    def __new__(cls, name: str, severity: Severity) -> Self:
        rule = str.__new__(cls, name)
        rule._value_ = name
        rule.severity = severity
        return rule

    # reading: bytes, names, YAML
    FILE_ENCODING = "file.encoding", "error"
    FILE_CHARACTER = "file.character", "error"
    FILE_MERGE = "file.merge", "error"
    FILE_SIZE = "file.size", "error"
    FILE_NAME = "file.name", "error"
    FILE_LINK = "file.link", "error"
    FILE_UNREADABLE = "file.unreadable", "error"
    FILE_MISSING = "file.missing", "error"
    FILE_UNKNOWN = "file.unknown", "error"
    YAML_SYNTAX = "yaml.syntax", "error"
    YAML_BOUNDS = "yaml.bounds", "error"
    YAML_ALIAS = "yaml.alias", "error"
    YAML_COMMENT = "yaml.comment", "error"
    FRONT_MATTER_FORM = "front-matter.form", "error"
    # reading: fields
    FIELD_UNKNOWN = "field.unknown", "error"
    FIELD_MISSING = "field.missing", "error"
    FIELD_DUPLICATE = "field.duplicate", "error"
    FIELD_TYPE = "field.type", "error"
    FIELD_VALUE = "field.value", "error"
    ID_FORM = "id.form", "error"
    DECIDE_OPEN = "decide.open", "error"
    ID_DUPLICATE = "id.duplicate", "error"
    DATE_MALFORMED = "date.malformed", "error"
    DATE_IMPOSSIBLE = "date.impossible", "error"
    DATE_ORDER = "date.order", "error"
    FIGURE_VALUE = "figure.value", "error"
    FIGURE_UNIT = "figure.unit", "error"
    FIGURE_COMPARE = "figure.compare", "error"
    ADDRESS_FORM = "address.form", "error"
    ARTICLE_BOUNDS = "article.bounds", "error"
    ARTICLE_MARKUP = "article.markup", "warning"
    ARTICLE_NOTE = "article.note", "error"
    # pictures
    PICTURE_PLACE = "picture.place", "error"
    PICTURE_UNUSED = "picture.unused", "warning"
    PICTURE_NAME = "picture.name", "warning"
    PICTURE_KIND = "picture.kind", "error"
    PICTURE_DAMAGED = "picture.damaged", "error"
    PICTURE_SIZE = "picture.size", "error"
    PICTURE_SVG = "picture.svg", "error"
    # look
    LOOK_CONTRAST = "look.contrast", "error"
    LOOK_LOGO = "look.logo", "error"
    LOOK_FONT = "look.font", "error"
    LOOK_UNUSED = "look.unused", "warning"
    # checking
    REFERENCE_UNKNOWN = "reference.unknown", "error"
    REFERENCE_KIND = "reference.kind", "error"
    REFERENCE_CYCLE = "reference.cycle", "error"
    RECORD_EMPTY = "record.empty", "warning"
    RECORD_DIFFERS = "record.differs", "warning"
    RECORD_ANOTHER = "record.another", "follow-up"
    TEXT_SIGNS = "text.signs", "warning"
    TEXT_DIGITS = "text.digits", "error"
    TEXT_LETTERS = "text.letters", "warning"
    TEXT_WORDLESS = "text.wordless", "error"
    BRIEF_LENGTH = "brief.length", "warning"
    FIGURE_MADE = "figure.made", "error"
    DATE_MISSING = "date.missing", "error"
    DATE_UNEXPLAINED = "date.unexplained", "error"
    EVIDENCE_MISSING = "evidence.missing", "error"
    EVIDENCE_NOT_FOUND = "evidence.not-found", "error"
    EVIDENCE_AMBIGUOUS = "evidence.ambiguous", "error"
    AGREEMENT_VALUE = "agreement.value", "error"
    AGREEMENT_UNIT = "agreement.unit", "error"
    AGREEMENT_HEDGE = "agreement.hedge", "error"
    AGREEMENT_DATE = "agreement.date", "error"
    AGREEMENT_WEEKDAY = "agreement.weekday", "error"
    AGREEMENT_TIME = "agreement.time", "error"
    AGREEMENT_DENIED = "agreement.denied", "error"
    AGREEMENT_QUOTATION = "agreement.quotation", "error"
    AGREEMENT_SPEAKER = "agreement.speaker", "error"
    AGREEMENT_NAME = "agreement.name", "error"
    AGREEMENT_ALIAS = "agreement.alias", "error"
    AGREEMENT_ROLE = "agreement.role", "error"
    DERIVED_FORMULA = "derived.formula", "error"
    DERIVED_VALUE = "derived.value", "error"
    DERIVED_HEDGE = "derived.hedge", "error"
    DERIVED_UNIT = "derived.unit", "error"
    DERIVED_DATE = "derived.date", "error"
    CLAIM_QUANTITY = "claim.quantity", "error"
    CLAIM_HEDGE = "claim.hedge", "error"
    CLAIM_DATE = "claim.date", "error"
    CLAIM_WEEKDAY = "claim.weekday", "error"
    CLAIM_QUOTATION = "claim.quotation", "error"
    CLAIM_NAME = "claim.name", "error"
    SOURCE_WORDS = "source.words", "error"
    WAIVE_CHECK = "waive.check", "error"
    WAIVE_IDLE = "waive.idle", "warning"
    COVERAGE_OPEN = "coverage.open", "warning"
    COVERAGE_IDLE = "coverage.idle", "warning"
    EXPECTATION_PASSED = "expectation.passed", "follow-up"
    CHANGE_ORDER = "change.order", "error"
    CHANGE_AHEAD = "change.ahead", "follow-up"
    PUBLISHED_AHEAD = "published.ahead", "warning"
    CHANGE_UNRECORDED = "change.unrecorded", "warning"
    MAP_OVERLAP = "map.overlap", "follow-up"
    CARD_LETTERS = "card.letters", "warning"
    # publishing
    ADDRESS_GONE = "address.gone", "error"
    LINK_DEAD = "link.dead", "error"
    LINK_GONE = "link.gone", "warning"
    LINK_MOVED = "link.moved", "warning"
    LINK_UNCLEAR = "link.unclear", "follow-up"
    TEMPLATE_ERROR = "template.error", "error"
    SITE_SIZE = "site.size", "warning"
    CARD_UNDRAWN = "card.undrawn", "error"


RULE_BY_NAME: Final = {rule.value: rule for rule in Rule}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Position:
    """A spot in a file: `path` as an editor would type it; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    position: Position
    note: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A breach of a rule: where it is, what was found, and what to write instead.

    `fact` is the id of the fact that it is in; `about` are the words of a text that it is about.
    """

    position: Position
    rule: Rule
    found: str
    fix: str = ""
    related: tuple[Related, ...] = ()
    fact: str | None = None
    about: str = ""

    @property
    def severity(self) -> Severity:
        return self.rule.severity


_URGENCY: Final[Mapping[Severity, int]] = {"error": 1, "warning": 2, "follow-up": 3}


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by folder, those that may cause others first, then by file, line and column; each once."""
    return tuple(sorted(dict.fromkeys(problems), key=_place_in_list))


def _place_in_list(problem: Problem) -> tuple[str, int, Position, str, str]:
    """Files that cannot be read come first in their folder, and errors before warnings."""
    folder = problem.position.path.rpartition("/")[0]
    stage = 0 if problem.rule.startswith("file.") else _URGENCY[problem.severity]
    return folder, stage, problem.position, problem.rule, problem.found


def is_refused(problems: Iterable[Problem], *, strict: bool) -> bool:
    refusing = ("error", "warning") if strict else ("error",)
    return any(problem.severity in refusing for problem in problems)


def count_problems(problems: Iterable[Problem]) -> str:
    """How many there are of each severity: "2 errors, 1 follow-up"; empty where there are none."""
    counts = Counter(problem.severity for problem in problems)
    several = ((severity, counts[severity]) for severity in SEVERITIES if counts[severity])
    return ", ".join(f"{count:,} {name}{'s' if count > 1 else ''}" for name, count in several)


def to_text(problems: Iterable[Problem]) -> str:
    """Problems for people: `path:line:column: error: found`, then related spots and the fix."""
    return "".join(f"{line}\n" for problem in problems for line in _lines(problem))


def _lines(problem: Problem) -> Iterator[str]:
    yield f"{on_one_line(str(problem.position))}: {problem.severity}: {on_one_line(problem.found)}"
    for related in problem.related:
        yield f"    {_near(related.position, problem.position)}: {on_one_line(related.note)}"
    if problem.fix:
        yield f"    {on_one_line(problem.fix)}"


def _near(position: Position, problem: Position) -> str:
    """A position as written beside a problem: without the folder if both are in the same one."""
    folder, _, name = position.path.rpartition("/")
    same_folder = folder == problem.path.rpartition("/")[0]
    return f"{name if same_folder else position.path}:{position.line}:{position.column}"


# Characters that break a line, control a terminal, or reverse the direction of what follows.
_UNPRINTED: Final = compile_later("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def on_one_line(text: str) -> str:
    """Text from the content, made safe to print on one line of a terminal."""
    return _UNPRINTED.sub(" ", text)


def to_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Problems for programs; docs/check-report.md describes the keys, which do not change."""
    return [
        {
            **_spot(problem.position),
            "severity": problem.severity,
            "rule": problem.rule,
            "message": problem.found,
            "fix": problem.fix,
            "fact": problem.fact,
            "related": [
                {**_spot(related.position), "note": related.note} for related in problem.related
            ],
        }
        for problem in problems
    ]


def _spot(position: Position) -> dict[str, Any]:
    return {"path": position.path, "line": position.line, "column": position.column}


def to_github(problems: Iterable[Problem]) -> str:
    """Problems as workflow commands, which GitHub shows at their lines of a pull request."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    position = problem.position
    properties = {
        "file": position.path,
        "line": position.line,
        "col": position.column,
        "title": problem.rule,
    }
    written = ",".join(f"{name}={_in_property(str(value))}" for name, value in properties.items())
    related = (f"{related.position}: {related.note}" for related in problem.related)
    message = "\n".join(filter(None, (problem.found, *related, problem.fix)))
    command = "notice" if problem.severity == "follow-up" else problem.severity
    return f"::{command} {written}::{_in_message(message)}"


# GitHub's own escapes (actions/toolkit, packages/core/src/command.ts).
def _in_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    return _in_message(text).replace(":", "%3A").replace(",", "%2C")
