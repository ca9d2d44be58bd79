"""The coverage triage as it is told: to programs, and to an editor at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from textwrap import wrap
from typing import Any, Final

from dateline.checking.coverage import Claim
from dateline.checking.evidence import ArticleText
from dateline.checking.stubs import write_stub
from dateline.problems import on_one_line

Told = Mapping[str, Any]

WIDTH: Final = 100


def coverage_to_json(
    items: Sequence[Claim], article: ArticleText
) -> dict[str, list[dict[str, Any]]]:
    """The triage as command.md has it: what is covered, waived and open, each in reading order.

    Whatever is open has a stub with it: a fact to paste into a sheet.
    """
    told: dict[str, list[dict[str, Any]]] = {"covered": [], "waived": [], "open": []}
    for item in items:
        position = {"line": item.position.line, "column": item.position.column}
        one = {"text": item.text, "kind": item.kind, **position}
        match item.verdict:
            case "covered":
                told["covered"].append(one | {"facts": list(item.facts)})
            case "waived":
                told["waived"].append(one | {"reason": item.reason})
            case "open":
                stub = write_stub(item, article)
                told["open"].append(one | {"reading": item.reading, "stub": stub})
    return told


def coverage_to_text(coverage: Mapping[str, Mapping[str, Sequence[Told]]], *, content: str) -> str:
    """The triage of every briefing, by its slug; `content` is the folder that holds them."""
    blocks = (
        _block(f"{content}/{slug}/article.md", triage) for slug, triage in sorted(coverage.items())
    )
    return "".join(f"{line}\n" for block in blocks for line in (*block, ""))


def _block(path: str, triage: Mapping[str, Sequence[Told]]) -> Iterator[str]:
    yield f"{path}: {count_in_words({name: len(items) for name, items in triage.items()})}"
    if triage["open"]:
        yield "  open: make each a fact, or waive it in coverage.yaml"
        for one in triage["open"]:
            yield from _open(one, path)
    if triage["waived"]:
        yield "  waived"
        for one in triage["waived"]:
            yield from _wrapped(f"line {one['line']}: {_named(one)}: {one['reason']}")
    if triage["covered"]:
        yield "  covered"
        yield from _covered(triage["covered"])


def count_in_words(counts: Mapping[str, int]) -> str:
    """How many are covered, waived and open, in words for an editor."""
    total = sum(counts.values())
    if not total:
        return "no date, number, quotation or name"
    parts = (f"{counts[name] or 'none'} {name}" for name in ("covered", "waived", "open"))
    return f"{total} dates, numbers, quotations and names: {', '.join(parts)}"


_KINDS: Final = {"quantity": "number"}


def _named(one: Told) -> str:
    return f"{_KINDS.get(one['kind'], one['kind'])} “{on_one_line(one['text'])}”"


def _open(one: Told, path: str) -> Iterator[str]:
    reading = "" if one["reading"] == one["text"] else f", read as {on_one_line(one['reading'])}"
    yield f"    {path}:{one['line']}:{one['column']}: {_named(one)}{reading}"
    yield from (f"      {line}" for line in one["stub"].splitlines())


def _covered(items: Iterable[Told]) -> Iterator[str]:
    """A line of the article, then what it has, each with the facts that cover it."""
    for line, found in groupby(items, key=itemgetter("line")):
        told = (f"{on_one_line(one['text'])} ({', '.join(one['facts'])})" for one in found)
        yield from _wrapped(f"line {line}: {'; '.join(told)}")


def _wrapped(text: str) -> list[str]:
    return wrap(
        on_one_line(text),
        WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * 6,
        break_long_words=False,
        break_on_hyphens=False,
    )
