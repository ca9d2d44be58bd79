"""The coverage triage as JSON for programs, and as text for an editor at a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from textwrap import wrap
from typing import Any, Final

from dateline.checking.coverage import FINDING_NAMES, Finding
from dateline.checking.evidence import ArticleText
from dateline.checking.stubs import write_stub
from dateline.facts.phrasing import count_of
from dateline.problems import on_one_line

# A finding as coverage_to_json has it, and all findings of an article by their verdict.
FindingJson = Mapping[str, Any]
CoverageJson = Mapping[str, Sequence[FindingJson]]

WIDTH: Final = 100


def coverage_to_json(triaged: Sequence[Finding], article: ArticleText) -> CoverageJson:
    """The findings by verdict, in reading order; an open one has a stub to paste into a sheet.

    README.md describes the keys, which do not change.
    """
    report: dict[str, list[FindingJson]] = {"covered": [], "waived": [], "open": []}
    for finding in triaged:
        position = {"line": finding.position.line, "column": finding.position.column}
        entry: dict[str, Any] = {"text": finding.text, "kind": finding.kind, **position}
        match finding.verdict:
            case "covered":
                entry |= {"facts": list(finding.facts)}
            case "waived":
                entry |= {"reason": finding.reason}
            case "open":
                entry |= {"reading": finding.reading, "stub": write_stub(finding, article)}
        report[finding.verdict].append(entry)
    return report


def coverage_to_text(coverage: Mapping[str, CoverageJson], *, content: str) -> str:
    """The coverage of every briefing, by its slug; `content` is the folder that holds them."""
    reports = sorted(coverage.items())
    blocks = (_block(f"{content}/{slug}/article.md", report) for slug, report in reports)
    return "".join(f"{line}\n" for block in blocks for line in (*block, ""))


def _block(path: str, report: CoverageJson) -> Iterator[str]:
    yield f"{path}: {_counts(report)}"
    if report["open"]:
        yield "  open: make each a fact, or waive it in coverage.yaml"
        for finding in report["open"]:
            yield from _open(finding, path)
    if report["waived"]:
        yield "  waived"
        for finding in report["waived"]:
            yield from _wrapped(f"line {finding['line']}: {_named(finding)}: {finding['reason']}")
    if report["covered"]:
        yield "  covered"
        yield from _covered(report["covered"])


def _counts(report: CoverageJson) -> str:
    total = sum(map(len, report.values()))
    if not total:
        return "no dates, numbers, quotations or names"
    several = "dates, numbers, quotations and names"
    counted = count_of(total, "date, number, quotation or name", several)
    parts = (f"{len(report[name]) or 'none'} {name}" for name in ("covered", "waived", "open"))
    return f"{counted}: {', '.join(parts)}"


def _named(finding: FindingJson) -> str:
    return f"{FINDING_NAMES[finding['kind']]} “{on_one_line(finding['text'])}”"


def _open(finding: FindingJson, path: str) -> Iterator[str]:
    reading = on_one_line(finding["reading"])
    read = "" if finding["reading"] == finding["text"] else f", read as {reading}"
    yield f"    {path}:{finding['line']}:{finding['column']}: {_named(finding)}{read}"
    yield from (f"      {line}" for line in finding["stub"].splitlines())


def _covered(triaged: Iterable[FindingJson]) -> Iterator[str]:
    for line, on_line in groupby(triaged, key=itemgetter("line")):
        parts = (
            f"{on_one_line(finding['text'])} ({', '.join(finding['facts'])})" for finding in on_line
        )
        yield from _wrapped(f"line {line}: {'; '.join(parts)}")


def _wrapped(text: str) -> list[str]:
    return wrap(
        on_one_line(text),
        WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * 6,
        break_long_words=False,
        break_on_hyphens=False,
    )
