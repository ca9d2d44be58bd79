"""docs/limits.md names the limits that there are, and what grows with a briefing grows no faster than it."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import Any
from unittest.mock import patch

import pytest

import dateline
from benchmarks.limits import CHRONICLES, files
from dateline.checking import check_briefing
from dateline.drawing.strip import MOST, StripMark, draw_strip
from dateline.drawing.svg import Drawing
from dateline.facts.briefing import Briefing
from dateline.facts.dates import parse_date
from dateline.facts.site_records import Site
from dateline.pages.edition import Edition
from dateline.pages.plan import briefing_files, plan_briefing
from dateline.publishing import assemble
from dateline.publishing.images import decode, safe_svg
from dateline.publishing.looks import own_look
from dateline.reading import bounds, content, yaml_tree
from dateline.reading.blocks import _Cutter
from dateline.reading.briefing_files import MAX_ENTRIES, parse_briefing
from dateline.reading.content import Folder
from dateline.reading.encoding import MAX_BYTES
from tests.faults.table import tried

LIMITS = (Path(__file__).parents[1] / "docs/limits.md").read_text("utf-8")
SITE = Site.model_validate({"title": "T", "description": "D"})
# A name of a text is looked for in the article, and a word among the names that begin or end alike.
SEARCHES = ("checking/claims/matching/wordings.py", "checking/claims/matching/claim_slips.py")
PROGRAM = f"{Path(dateline.__file__).parent}/"
TODAY = date(2024, 10, 1)


def of_the_program() -> Iterator[tuple[str, int]]:
    yield "Bytes of a file", MAX_BYTES
    yield "Entries in all sheets of a briefing", MAX_ENTRIES
    yield "Values in a sheet", yaml_tree.MAX_VALUES
    yield "Levels of a sheet", yaml_tree.MAX_DEPTH
    yield "Characters of an article", bounds._MAX_CHARACTERS
    for _, name, limit in (*bounds._WHOLE, *bounds._PARAGRAPH):
        yield name[0].upper() + name[1:], limit
    yield "Lists or quotations within each other", bounds._MAX_DEPTH
    yield "Megabytes of a picture", content._MAX_PICTURE // 1_000_000
    yield "Megapixels of a JPEG", decode._MOST_OF_JPEG
    yield "Megapixels of a progressive JPEG", decode._MOST_OF_PROGRESSIVE
    yield "Megapixels of another picture", decode._MOST
    yield "Bytes of an SVG", safe_svg._MOST_BYTES
    yield "Shapes of an SVG", safe_svg._MOST_DRAWN
    yield "Bytes of a logo", own_look._MOST_BYTES
    yield "Bytes of a font", own_look._MOST_OF_FONT
    yield "Letters of a folder's name, and of an id", content._LONGEST_SLUG
    yield "Megabytes of a site", assemble.PAGES_LIMIT // 1_000_000


def test_the_limits_are_those_of_the_program_each_with_its_reason() -> None:
    rows = re.findall(r"^\| ([A-Z][^|]+) \| ([\d,]+) \| ([^|]*\w[^|]*) \|$", LIMITS, re.MULTILINE)
    written = [(name, int(limit.replace(",", ""))) for name, limit, _ in rows]
    assert written == list(of_the_program())


def briefing(what: str, many: int) -> Briefing:
    texts = {name: text.encode() for name, text in files(CHRONICLES[what](many)).items()}
    made, problems = parse_briefing(Folder(slug="c", shown_as="c", files=texts))
    assert made is not None
    assert problems == ()
    return made


@pytest.mark.parametrize("what", ["events", "facts"])
def test_a_chronicle_passes_every_check(what: str) -> None:
    assert check_briefing(briefing(what, 60), today=TODAY).problems == ()


def lines_run(work: Callable[[], object]) -> Counter[str]:
    """How often each line of the program runs: the same on every machine, unlike seconds."""
    counted: Counter[str] = Counter()

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            counted[f"{frame.f_code.co_filename.removeprefix(PROGRAM)}:{frame.f_lineno}"] += 1
        return trace if frame.f_code.co_filename.startswith(PROGRAM) else None

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(None)
    return counted


def steep(prepare: Callable[[int], Callable[[], object]], few: int) -> list[str]:
    """The lines that run more than seven times as often where there is four times as much to do."""
    for many in (few, 4 * few):  # what is kept between runs is there for both
        prepare(many)()
    before, after = lines_run(prepare(few)), lines_run(prepare(4 * few))
    return [line for line in after if after[line] > 7 * max(before[line], few)]


def steep_lines(prepare: Callable[[int], Callable[[], object]], few: int) -> list[str]:
    # CPython 3.11 was seen never to end a traced call after thousands of other tests.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(steep, prepare, few).result()


def checked(what: str, many: int) -> Callable[[], object]:
    made = briefing(what, many)
    return lambda: check_briefing(made, today=TODAY)


@tried(1, "A briefing has four times as many {what}", "Checking it is four times the work")
@pytest.mark.parametrize("what", ["events", "facts"])
def test_the_work_of_checking_grows_with_the_briefing(what: str) -> None:
    steep = steep_lines(partial(checked, what), 20)
    assert [line for line in steep if not line.startswith(SEARCHES)] == []


def planned(what: str, many: int) -> Callable[[], object]:
    """Without the strip, which has a test of its own: it has no more places for more events."""
    made = briefing(what, many)
    report = check_briefing(made, today=TODAY)
    edition = Edition(briefing=made, checked=report, site=SITE, today=TODAY)

    def work() -> None:
        with patch("dateline.pages.timeline.draw_strip", lambda *_, **__: None):
            tuple(plan_briefing(edition))
            briefing_files(edition)

    return work


@tried(1, "A briefing has four times as many {what}", "Its pages are four times the work")
@pytest.mark.parametrize("what", ["events", "facts"])
def test_the_work_of_pages_grows_with_the_briefing(what: str) -> None:
    assert steep_lines(partial(planned, what), 20) == []


def drawn(many: int) -> Callable[[], Drawing | None]:
    dates = [parse_date(str(1000 + number)) for number in range(many)]
    mark = StripMark(id="e", date=dates[0], shown="", when="", title="", after=False)
    marks = [replace(mark, date=date) for date in dates]
    return lambda: draw_strip(marks)


@tried(1, "A strip has 4,000 events", "It is drawn at once, in as many places as ever")
def test_the_work_of_the_strip_grows_with_its_events() -> None:
    strip = drawn(4_000)()
    assert isinstance(strip, Drawing)
    assert 3 <= strip.svg.count("<a ") <= MOST
    assert strip.svg.count('textLength="17"') == len(re.findall(r">\d{3,}</text>", strip.svg)) > 0
    assert steep_lines(drawn, 500) == []


def numbered(many: int) -> Callable[[], list[str]]:
    cutter = _Cutter()
    return lambda: [cutter.heading_id("A") for _ in range(many)]


@tried(5, "An article has thousands of headings of the same words", "Each gets its id at once")
def test_equal_headings_are_numbered_at_once() -> None:
    assert len(set(numbered(5_000)())) == 5_000
    assert steep_lines(numbered, 100) == []
