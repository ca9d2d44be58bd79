"""The coverage triage as JSON for programs, and as text for an editor at a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from textwrap import wrap
from typing import Any, Final

from dateline.checking.coverage import CLAIMS, Claim
from dateline.checking.evidence import ArticleText
from dateline.checking.stubs import write_stub
from dateline.facts.phrasing import count_of
from dateline.problems import on_one_line

# A claim as coverage_to_json has it, and all claims of an article by their verdict.
ClaimJson = Mapping[str, Any]
CoverageJson = Mapping[str, Sequence[ClaimJson]]

WIDTH: Final = 100


def coverage_to_json(claims: Sequence[Claim], article: ArticleText) -> CoverageJson:
    """The claims by verdict, in reading order; an open one has a stub to paste into a sheet.

    README.md describes the keys, which do not change.
    """
    report: dict[str, list[ClaimJson]] = {"covered": [], "waived": [], "open": []}
    for claim in claims:
        position = {"line": claim.position.line, "column": claim.position.column}
        entry: dict[str, Any] = {"text": claim.text, "kind": claim.kind, **position}
        match claim.verdict:
            case "covered":
                entry |= {"facts": list(claim.facts)}
            case "waived":
                entry |= {"reason": claim.reason}
            case "open":
                entry |= {"reading": claim.reading, "stub": write_stub(claim, article)}
        report[claim.verdict].append(entry)
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
        for claim in report["open"]:
            yield from _open(claim, path)
    if report["waived"]:
        yield "  waived"
        for claim in report["waived"]:
            yield from _wrapped(f"line {claim['line']}: {_named(claim)}: {claim['reason']}")
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


def _named(claim: ClaimJson) -> str:
    return f"{CLAIMS[claim['kind']]} “{on_one_line(claim['text'])}”"


def _open(claim: ClaimJson, path: str) -> Iterator[str]:
    reading = on_one_line(claim["reading"])
    read = "" if claim["reading"] == claim["text"] else f", read as {reading}"
    yield f"    {path}:{claim['line']}:{claim['column']}: {_named(claim)}{read}"
    yield from (f"      {line}" for line in claim["stub"].splitlines())


def _covered(claims: Iterable[ClaimJson]) -> Iterator[str]:
    for line, on_line in groupby(claims, key=itemgetter("line")):
        parts = (f"{on_one_line(claim['text'])} ({', '.join(claim['facts'])})" for claim in on_line)
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
