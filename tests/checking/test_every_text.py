"""Every text that readers see, falsified in every way that it allows, is refused at its line; untouched, none is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from dateline.checking import check_briefing
from dateline.problems import Problem, is_refused
from dateline.reading.content import Folder, read_site
from tests.checking.mutations import Files, Mutation, claim_mutations, parse

SITES = Path(__file__).parents[1] / "sites"
FOLDERS = {site: read_site(SITES / site / "content").folders[0] for site in ("first", "everything")}
NOW = datetime(2030, 1, 1, 12, tzinfo=UTC)
TODAY = NOW.date()
# A name is misspelt in a dozen ways, of which every tenth is tried.
EVERY = 10
# What passes: of 2023 a figure has the price of a euro, and the text compares prices.
PASSES = {"first": [], "everything": ["claim: note: year: overrun: “2024” → “2023”"]}


@cache
def mutations(site: str) -> tuple[Mutation, ...]:
    folder = FOLDERS[site]
    found = claim_mutations(Files(folder), parse(folder)[0])
    seen: Counter[str] = Counter()
    kept = []
    for mutation in found:
        if mutation.kind.startswith("claim: exchanged") or is_singular(mutation):
            continue
        seen[mutation.kind] += 1
        if not mutation.kind.endswith(": name") or seen[mutation.kind] % EVERY == 1:
            kept.append(mutation)
    return tuple(kept)


def is_singular(mutation: Mutation) -> bool:
    """Whether a name lost the s of its plural, which leaves a word: the auditor, for the auditors."""
    (edit,) = mutation.edits
    return edit.was == f"{edit.now}s"


def place_of(mutation: Mutation, files: Files) -> tuple[str, int]:
    (edit,) = mutation.edits
    return edit.file, files.texts[edit.file].count("\n", 0, edit.start) + 1


def problems(folder: Folder, today: date = TODAY) -> tuple[Problem, ...]:
    """What is wrong on the day that `--today` asks for, which is not the day of the clock."""
    briefing, found = parse(folder)
    return (*found, *check_briefing(briefing, today=today, clock=NOW).problems)


def refused_lines(folder: Folder, site: str) -> set[tuple[str, int]]:
    """The lines of errors that the untouched folder does not have."""
    known = {(problem.rule, problem.position) for problem in problems(FOLDERS[site])}
    return {
        (problem.position.path.rpartition("/")[2], problem.position.line)
        for problem in problems(folder)
        if problem.severity == "error" and (problem.rule, problem.position) not in known
    }


def side_by_side(found: Iterable[Mutation], files: Files) -> Iterator[list[Mutation]]:
    """Falsehoods that can be tried at once: on lines of their own, with words of their own."""
    lots: list[dict[object, Mutation]] = []
    for mutation in found:
        keys = (place_of(mutation, files), mutation.edits[0].now)
        lot = next((lot for lot in lots if not any(key in lot for key in keys)), None)
        if lot is None:
            lots.append(lot := {})
        lot |= dict.fromkeys(keys, mutation)
    for lot in lots:
        yield list(dict.fromkeys(lot.values()))


def passing(found: Iterable[Mutation], site: str, *, at_once: bool) -> list[Mutation]:
    folder, files = FOLDERS[site], Files(FOLDERS[site])
    passed = []
    for lot in side_by_side(found, files) if at_once else ([each] for each in found):
        edits = tuple(edit for mutation in lot for edit in mutation.edits)
        lines = refused_lines(Mutation(kind="", about="", edits=edits).apply(folder), site)
        passed += [mutation for mutation in lot if place_of(mutation, files) not in lines]
    return passed


@pytest.mark.parametrize("site", FOLDERS)
def test_each_falsehood_is_refused_at_its_line(site: str) -> None:
    passed: Iterable[Mutation] = mutations(site)
    for at_once in (True, True, False):
        passed = passing(passed, site, at_once=at_once)
    assert [str(mutation) for mutation in passed] == PASSES[site]


def test_every_field_and_kind_is_tried() -> None:
    kinds = {
        mutation.kind.removeprefix("claim: ") for site in FOLDERS for mutation in mutations(site)
    }
    fields = {kind.rpartition(": ")[0] for kind in kinds}
    above = "headline kicker standfirst brief".split()
    of_facts = "title label summary description caveat role why what history values revised".split()
    assert fields >= {*above, *of_facts}
    assert {kind.rpartition(": ")[2] for kind in kinds} >= {
        *("digit", "day", "month", "year", "weekday", "unit", "scale", "name", "quoted word")
    }


@pytest.mark.parametrize("site", FOLDERS)
def test_nothing_true_is_refused_on_any_day(site: str) -> None:
    folder = FOLDERS[site]
    published = parse(folder)[0].front.published
    for step in (-40_000, 0, 31, 40_000):
        found = problems(folder, published + timedelta(days=step))
        refused = {each.rule for each in found if is_refused([each], strict=True)}
        # Pictures are not read with the texts.
        assert refused <= {"file.missing"}, step
