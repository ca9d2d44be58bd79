"""The archive that speed is measured on is in order, and the same each time."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from benchmarks.corpus import files, write_content
from benchmarks.newsroom import LAST, stories
from dateline.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_checks_find_nothing_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = list({story.kind: story for story in stories(30)}.values())
    assert len(archive) == 6
    write_content(tmp_path / "content", archive)
    status = main(["check", "--content", str(tmp_path / "content"), "--today", "2026-07-01"])
    said = capsys.readouterr().out
    assert status == 0
    assert said.count("none waived, none open") == len(archive)
    assert "error" not in said
    assert "warning" not in said


def test_each_briefing_has_as_many_facts_as_the_next() -> None:
    for story in stories(30):
        lists = {
            name: len(records) for sheet in story.sheets.values() for name, records in sheet.items()
        }
        assert lists["events"] == 12
        assert lists["figures"] == 10
        assert lists["people"] == 6
        assert lists["places"] == 5
        assert lists["organisations"] >= 1
        assert 5 <= lists["quotations"] <= 6
        assert sum("expected" in event for event in story.sheets["timeline"]["events"]) == 3
        assert 640 <= sum(len(block.split()) for block in story.blocks) < 680


def test_a_seed_gives_the_same_files_and_a_longer_archive_begins_with_the_shorter() -> None:
    assert [files(story) for story in stories(3)] == [
        files(story) for story in islice(stories(9), 3)
    ]
    assert [files(story) for story in stories(3)] != [files(story) for story in stories(3, seed=1)]


def test_people_places_and_facts_recur_and_are_the_same_each_time() -> None:
    archive = list(stories(200))
    for sheet, kept in (("people", ("name", "role")), ("places", ("name", "latitude"))):
        seen: dict[str, tuple[str, ...]] = {}
        times: Counter[str] = Counter()
        for story in archive:
            for record in story.sheets[sheet][sheet]:
                known = tuple(record.get(name, "") for name in kept)
                assert seen.setdefault(record["id"], known) == known
                times[record["id"]] += 1
        assert sum(many > 1 for many in times.values()) > 100
    facts = Counter(
        event["id"] for story in archive for event in story.sheets["timeline"]["events"]
    )
    assert sum(many > 1 for many in facts.values()) > 20
    days = {story.front["published"] for story in archive}
    assert max(days) <= LAST.isoformat()
    assert len({day[:4] for day in days}) > 8
