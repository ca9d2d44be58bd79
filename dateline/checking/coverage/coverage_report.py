"""The coverage triage as JSON for programs, and as text for an editor at a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from textwrap import wrap
from typing import Any, Final

from dateline.checking.basis.evidence import ArticleText
from dateline.checking.coverage.coverage import FINDING_NAMES, Finding, Verdict
from dateline.checking.coverage.offers import offer_names
from dateline.checking.coverage.stubs import write_name_stub, write_stubs
from dateline.facts.briefing import Briefing
from dateline.facts.phrasing import count_of
from dateline.facts.undecided import Undecided
from dateline.problems import on_one_line

# A finding as coverage_to_json has it, and all findings of an article by their verdict.
FindingJson = Mapping[str, Any]
CoverageJson = Mapping[str, Sequence[FindingJson]]

WIDTH: Final = 100
VERDICTS: Final[tuple[Verdict, ...]] = ("covered", "waived", "undecided", "open", "offered")


def coverage_to_json(
    triaged: Sequence[Finding], article: ArticleText, briefing: Briefing
) -> CoverageJson:
    """The findings by verdict, in reading order, each name that is offered once, after the others.

    What is open or offered has a stub to paste into a sheet. README.md describes the keys, which
    do not change.
    """
    stubs = write_stubs(triaged, article, briefing)
    report: dict[str, list[FindingJson]] = {verdict: [] for verdict in VERDICTS}
    for finding in triaged:
        match finding.verdict:
            case "covered":
                rest: FindingJson = {"facts": list(finding.facts), "again": finding.again}
            case "waived":
                rest = {"reason": finding.reason}
            case "undecided":
                rest = {"proposals": [_called(proposal) for proposal in finding.undecided]}
            case "open":
                rest = {"reading": finding.reading, "stub": stubs[finding]}
            case "offered" if finding.kind == "name":
                continue
            case "offered":
                rest = {"times": 1, "of": None, "stub": stubs[finding]}
        report[finding.verdict].append({**_found(finding), **rest})
    report["offered"] += [
        {
            **_found(offer.finding),
            "times": offer.times,
            "of": offer.kind,
            "stub": write_name_stub(offer, article, briefing),
        }
        for offer in offer_names(triaged, article, briefing)
    ]
    return report


def _called(proposal: Undecided) -> FindingJson:
    return {"kind": proposal.kind, "id": proposal.id}


def _found(finding: Finding) -> FindingJson:
    position = {"line": finding.position.line, "column": finding.position.column}
    return {"text": finding.text, "kind": finding.kind, **position}


def coverage_to_text(
    coverage: Mapping[str, CoverageJson], *, content: str, in_full: bool = False
) -> str:
    """The coverage of every briefing, by its slug; `content` is the folder that holds them.

    What is open, and what is offered; `in_full` also what is covered or waived.
    """
    reports = sorted(coverage.items())
    blocks = (
        _block(f"{content}/{slug}/article.md", report, in_full=in_full) for slug, report in reports
    )
    return "".join(f"{line}\n" for block in blocks for line in (*block, ""))


def _block(path: str, report: CoverageJson, *, in_full: bool) -> Iterator[str]:
    yield f"{path}: {_counts(report)}"
    if report["open"]:
        yield "  open: make each a fact, or waive it in coverage.yaml"
        for finding in report["open"]:
            yield from _open(finding, path)
    names, passing = _parts_of(report["offered"])
    for title, offers in ((NAMES_TITLE, names), (PASSING_TITLE, passing)):
        yield from ([f"  {title}: add those that matter"] if offers else [])
        for offer in offers:
            yield from _offered(offer, path, in_full=in_full)
    if report["waived"] and in_full:
        yield "  waived"
        for finding in report["waived"]:
            yield from _wrapped(f"line {finding['line']}: {_named(finding)}: {finding['reason']}")
    if report["covered"] and in_full:
        yield "  covered"
        yield from _covered(report["covered"])


NAMES_TITLE: Final = "names that no sheet has"
PASSING_TITLE: Final = "said in passing"


def _parts_of(offered: Sequence[FindingJson]) -> tuple[list[FindingJson], list[FindingJson]]:
    """The names that are offered, and the rest."""
    names = [offer for offer in offered if offer["kind"] == "name"]
    return names, [offer for offer in offered if offer["kind"] != "name"]


def _counts(report: CoverageJson) -> str:
    undecided = ["undecided"] if report["undecided"] else []
    verdicts = ("covered", "waived", *undecided, "open")
    total = sum(len(report[name]) for name in verdicts)
    names, passing = _parts_of(report["offered"])
    offered = [
        *([count_of(len(names), "name that no sheet has", NAMES_TITLE)] if names else []),
        *([f"{len(passing)} {PASSING_TITLE}"] if passing else []),
    ]
    if not total:
        return "; ".join(offered) or "no dates, numbers, quotations or names"
    several = "dates, numbers, quotations and names"
    counted = count_of(total, "date, number, quotation or name", several)
    parts = ", ".join(f"{len(report[name]) or 'none'} {name}" for name in verdicts)
    return "; ".join([f"{counted}: {parts}", *offered])


def _named(finding: FindingJson) -> str:
    return f"{FINDING_NAMES[finding['kind']]} “{on_one_line(finding['text'])}”"


def _open(finding: FindingJson, path: str) -> Iterator[str]:
    reading = on_one_line(finding["reading"])
    read = "" if finding["reading"] == finding["text"] else f", read as {reading}"
    yield f"{path}:{finding['line']}:{finding['column']}: {_named(finding)}{read}"
    yield from finding["stub"].splitlines()


def _offered(name: FindingJson, path: str, *, in_full: bool) -> Iterator[str]:
    times = f", {name['times']} times" if name["times"] > 1 else ""
    kind = f", {'an' if name['of'] == 'organisation' else 'a'} {name['of']}" if name["of"] else ""
    yield f"{path}:{name['line']}:{name['column']}: {_named(name)}{kind}{times}"
    if in_full:
        yield from name["stub"].splitlines()


def _covered(triaged: Iterable[FindingJson]) -> Iterator[str]:
    for line, on_line in groupby(triaged, key=itemgetter("line")):
        parts = (f"{on_one_line(finding['text'])} ({_facts(finding)})" for finding in on_line)
        yield from _wrapped(f"line {line}: {'; '.join(parts)}")


def _facts(finding: FindingJson) -> str:
    return ", ".join([*finding["facts"], *(["again"] if finding["again"] else [])])


def _wrapped(text: str) -> list[str]:
    return wrap(
        on_one_line(text),
        WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * 6,
        break_long_words=False,
        break_on_hyphens=False,
    )
