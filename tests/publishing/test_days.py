"""A day on which no state changes changes no byte; a day on which one does, only the pages that show it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dateline.cli import main
from dateline.facts.expectations import stay_of
from dateline.facts.records import Event
from dateline.facts.states import status_of
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import read_site
from tests.pages.everything import everything
from tests.small_site import write_content

ROOT = Path(__file__).parent.parent.parent
SITES = (ROOT / "tests/sites/first/content", ROOT / "tests/sites/everything/content")
DAY = timedelta(days=1)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Both sites in one: the settings are those of the second."""
    for site in SITES:
        shutil.copytree(site, tmp_path / "content", dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(day: str, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    capsys.readouterr()
    arguments = ["--today", day, "--format", "json", "--site-url", "https://a.example/", *options]
    main(["build", *arguments])
    report = json.loads(capsys.readouterr().out)
    assert isinstance(report, dict)
    return report


def contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_day_on_which_no_state_changes_changes_no_byte_and_builds_nothing(
    world: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build("2026-10-01", capsys)
    made = contents(world / "_site")
    build("2026-12-31", capsys, "--fresh", "--output", "fresh")
    assert contents(world / "fresh") == made
    monkeypatch.setattr(
        "dateline.publishing.remembering.work_out_site", lambda *_: pytest.fail("built again")
    )
    again = build("2026-12-31", capsys)
    assert again["built"]["remembered"] == first["built"]["briefings"] == 2
    assert again["problems"] == first["problems"]


def test_on_the_day_of_a_change_only_that_briefing_is_built_and_only_pages_that_show_it_change(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build("2026-12-31", capsys)
    before = contents(world / "_site")
    assert build("2027-01-01", capsys)["built"]["remembered"] == 1
    after = contents(world / "_site")
    build("2027-01-01", capsys, "--fresh", "--output", "fresh")
    assert contents(world / "fresh") == after
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    assert {path.removeprefix("the-bridge/") for path in changed} == {
        "index.html",  # the brief: trams were due by the end of 2026, and a museum not before 2027
        "article/index.html",  # the margin beside the words on the trams
        "timeline/index.html",
        "timeline/embed/index.html",
        "sources/index.html",  # what each source gave, by its date
        "all/index.html",
        "who-and-where/index.html",
        "facts/trams/index.html",
        "facts/trams/oembed.json",  # how high a frame with what is said of them now is
        "facts/skerry-trams/index.html",  # an organisation that has to do with the trams
        "facts/handover/index.html",  # the event before the trams, which leads on to them
        "facts/ferry-museum/index.html",
        "data/timeline.csv",
        "the-ribbon/data/timeline.csv",  # at its former address
        "expected/index.html",  # of all briefings
        "briefings/index.html",  # what comes next in each of them
        "authors/ida-holt/index.html",
        "search.js",  # what was due is found as such
        "search/1/0.js",
        "dateline-manifest.json",
        "dateline-files.json",
    }


def test_an_editor_is_asked_on_the_day_though_no_page_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_content(tmp_path))
    looked = "source: plan, outcome_checked: {by: An editor, on: 2024-10-01}"
    event = f"{{id: opening, title: It opens, expected: {{window: 2024-09-20}}, {looked}}}"
    (tmp_path / "content/line/timeline.yaml").write_text(f"events: [{event}]")
    (tmp_path / "content/line/sources.yaml").write_text("sources: [{id: plan, title: A plan}]")
    asked, pages = [], []
    for day in ("2024-10-01", "2024-10-31", "2024-11-01"):
        report = build(day, capsys)
        assert report["built"], report["problems"]
        rules = [problem["rule"] for problem in report["problems"]]
        asked.append(rules.count("expectation.passed"))
        pages.append(contents(tmp_path / "_site"))
    assert asked == [0, 0, 1]
    assert pages[0] == pages[1] == pages[2]


def test_a_briefing_knows_until_which_day_it_stays_as_it_is() -> None:
    assert everything("2026-06-15").stay.until == date(2026, 12, 31)
    assert everything("2025-09-14").stay.until == date(2025, 9, 30)
    assert everything("2027-01-01").stay.until is None


FIRST, LAST = date(2023, 9, 1), date(2028, 1, 1)


def test_a_stay_ends_on_the_day_before_the_words_change() -> None:
    folders = [folder for site in SITES for folder in read_site(site).folders]
    briefings = [briefing for folder in folders if (briefing := parse_briefing(folder)[0])]
    assert [briefing.slug for briefing in briefings] == ["pezeshkian-in-iraq", "the-bridge"]
    for briefing in briefings:
        for event in filter(lambda event: event.expected, briefing.events):
            days = [FIRST + DAY * number for number in range((LAST - FIRST).days)]
            said = [status_of(event, day, briefing.name_of) for day in days]
            changes = [
                after
                for after, (was, now) in zip(days[1:], pairwise(said), strict=True)
                if was != now
            ]
            assert changes == [*_changes(event)], event.id


def _changes(event: Event) -> Iterator[date]:
    """The days after which its stays end, one after another."""
    stay = stay_of(event, FIRST)
    while stay.until and stay.until + DAY < LAST:
        before, stay = stay.until, stay_of(event, stay.until + DAY)
        assert stay.since == before + DAY
        yield stay.since
