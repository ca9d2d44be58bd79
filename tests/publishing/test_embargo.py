"""A briefing that is held back comes out with the first build after its moment, and leaks nowhere before."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dateline.cli import main
from dateline.facts.embargo import moment_in
from tests.small_site import FIGURES, SETTINGS, article, write_content

HELD = article(
    "The ferry sank. The line is 32 kilometres long.",
    "formerly: old-ferry",
    "authors: [Zelda Quill]",
    "publish: 2024-09-15 06:00",
    title="The ferry sinks",
).replace("published: 2024-09-11", "published: 2024-09-15")
# 06:00 in Helsinki, where it is summer time.
MOMENT = datetime(2024, 9, 15, 3, tzinfo=UTC).timestamp()
URL = "https://a.example/"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A briefing that is published, and one that is held back; the clock of the site is Helsinki's."""
    write_content(tmp_path, settings=f"{SETTINGS}timezone: Europe/Helsinki\n")
    write(tmp_path, HELD)
    (tmp_path / "content/ferry/figures.yaml").write_text(FIGURES, "utf-8")
    authors = "authors: [{id: zelda-quill, name: Zelda Quill}]\n"
    (tmp_path / "content/authors.yaml").write_text(authors, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(world: Path, text: str) -> None:
    (world / "content/ferry").mkdir(exist_ok=True)
    (world / "content/ferry/article.md").write_text(text, "utf-8")


class Builds:
    """Builds at a number of seconds from the moment."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, seconds: float, *options: str) -> dict[str, Any]:
        self.monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(MOMENT + seconds)))
        self.capsys.readouterr()
        main(["build", "--format", "json", "--site-url", URL, *options])
        report: dict[str, Any] = json.loads(self.capsys.readouterr().out)
        return report


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Builds:
    return Builds(monkeypatch, capsys)


def site(world: Path) -> dict[str, bytes]:
    files = (path for path in (world / "_site").rglob("*") if path.is_file())
    return {path.relative_to(world / "_site").as_posix(): path.read_bytes() for path in files}


def test_it_comes_out_with_the_first_build_after_its_moment_and_no_earlier(
    world: Path, build: Builds
) -> None:
    assert build(-3600)["built"]["remembered"] == 0
    assert build(-1)["built"]["remembered"] == 1
    assert not (world / "_site/ferry").exists()
    build(0)
    assert (world / "_site/ferry/index.html").exists()
    released = site(world)
    build(86_400)
    assert site(world) == released
    build(0, "--fresh")
    assert site(world) == released


def test_nothing_of_it_is_in_the_site_before(world: Path, build: Builds) -> None:
    build(-1)
    before = site(world)
    words = [b"ferry", b"sinks", b"sank", b"06:00"]
    found = [name for name, data in before.items() if any(word in data for word in words)]
    assert found == []
    assert not [name for name in before if "ferry" in name]
    (world / "content/ferry").rename(world / "kept")
    build(-1, "--fresh")
    assert site(world) == before


def test_a_clock_that_goes_back_does_not_show_what_is_in_the_cache(
    world: Path, build: Builds
) -> None:
    build(0)
    problem = build(-1)["problems"][0]
    assert problem["rule"] == "address.gone"
    assert "is held back now" in problem["message"]
    assert problem["fix"].startswith("remove `publish:`, or list it under")
    build(-1, "--output", "other")
    assert not (world / "other/ferry").exists()


def test_build_says_what_is_held_back_and_until_when(world: Path, build: Builds) -> None:
    said = "Held back until 15 September 2024, 06:00 (Europe/Helsinki): ‘ferry’."
    assert build(-1)["notices"] == [said]
    assert build(-1)["notices"] == [said]  # from the cache
    assert build(0)["notices"] == []


def test_today_is_the_first_moment_of_that_day(world: Path, build: Builds) -> None:
    build(0, "--today", "2024-09-15")
    assert not (world / "_site/ferry").exists()
    build(-9999, "--today", "2024-09-16")
    assert (world / "_site/ferry").exists()


def test_a_day_alone_is_its_first_moment(world: Path, build: Builds) -> None:
    write(world, HELD.replace("2024-09-15 06:00", "2024-09-15"))
    build(-6 * 3600 - 1)
    assert not (world / "_site/ferry").exists()
    build(-6 * 3600)
    assert (world / "_site/ferry").exists()
    build(0, "--today", "2024-09-15", "--fresh")
    assert (world / "_site/ferry").exists()


def test_drafts_shows_it_marked_and_in_nothing_that_others_read(world: Path, build: Builds) -> None:
    build(-1)
    without = site(world)
    notices = build(-1, "--drafts")["notices"]
    shown = site(world)
    assert notices == [
        "This site is not for readers: it has ‘ferry’, held back until 15 September 2024, 06:00 (Europe/Helsinki)."
    ]
    changed = {name for name in without if shown[name] != without[name]}
    assert changed == {"index.html", "dateline-manifest.json"}
    graph = re.compile(rb"<script type=.application/ld\+json.>.*?</script>", re.DOTALL)
    assert graph.findall(shown["index.html"]) == graph.findall(without["index.html"]) != []
    mark = "Not published before 15 September 2024, 06:00"
    pages = [
        data.decode()
        for name, data in shown.items()
        if name.startswith("ferry/") and name.endswith(".html")
    ]
    assert len(pages) > 5
    assert all('<meta name="robots" content="noindex">' in page for page in pages)
    assert all("canonical" not in page for page in pages if "http-equiv=refresh" not in page)
    assert mark in shown["ferry/index.html"].decode()
    assert mark in shown["ferry/facts/length/index.html"].decode()
    assert mark in shown["index.html"].decode()
    assert json.loads(shown["dateline-manifest.json"])["published"]["briefings"].keys() == {"line"}
    build(0, "--drafts")
    assert "noindex" not in site(world)["ferry/index.html"].decode()


def test_a_draft_is_marked_and_in_no_feed_and_no_sitemap(world: Path, build: Builds) -> None:
    write(world, HELD.replace("publish: 2024-09-15 06:00", "draft: true"))
    assert build(0)["notices"] == []
    without = site(world)
    assert build(0, "--drafts")["notices"] == [
        "This site is not for readers: it has ‘ferry’, a draft."
    ]
    shown = site(world)
    changed = {name for name in without if shown[name] != without[name]}
    assert changed == {"index.html", "dateline-manifest.json"}
    assert "Draft: not published" in shown["ferry/index.html"].decode()
    assert "Draft: not published" in shown["index.html"].decode()
    assert "noindex" in shown["ferry/facts/length/index.html"].decode()


def test_it_is_checked_before_as_on_its_day(world: Path, build: Builds) -> None:
    rules = {problem["rule"] for problem in build(-2 * 86_400)["problems"]}
    assert "change.ahead" not in rules
    write(world, HELD.replace("32 kilometres", "33 kilometres"))
    report = build(-1)
    (problem,) = [found for found in report["problems"] if found["severity"] == "error"]
    assert problem["path"] == "content/ferry/figures.yaml"
    assert "built" not in report


def ahead(report: dict[str, Any]) -> list[str]:
    """Which severity it has that the article is dated ahead."""
    rules = ("change.ahead", "published.ahead")
    return [found["severity"] for found in report["problems"] if found["rule"] in rules]


def test_one_that_is_dated_ahead_and_not_held_back_is_warned_of_until_the_clock_is_there(
    world: Path, build: Builds
) -> None:
    write(world, HELD.replace("publish: 2024-09-15 06:00\n", ""))
    day, asked = 86_400, ("--today", "2024-09-12")
    assert ahead(build(-day)) == ["warning"]
    assert ahead(build(-day, *asked)) == ["warning"]
    assert ahead(build(0, *asked)) == ["follow-up"]
    assert ahead(build(0)) == []


def test_a_zone_in_which_it_is_tomorrow_already_is_looked_at_by_its_own_clock(
    world: Path, build: Builds
) -> None:
    time = "published_time: 08:00 Asia/Tokyo\n"
    write(world, HELD.replace("publish: 2024-09-15 06:00\n", time))
    before_midnight_in_tokyo = -12 * 3600 - 1
    assert ahead(build(before_midnight_in_tokyo)) == ["warning"]
    assert ahead(build(before_midnight_in_tokyo + 1)) == []


def test_where_everything_is_held_back_there_is_nothing_to_publish(
    world: Path, build: Builds
) -> None:
    line = world / "content/line/article.md"
    line.write_text(line.read_text("utf-8").replace("title:", "draft: true\ntitle:"), "utf-8")
    problem = build(-1)["problems"][0]
    assert problem["message"].startswith("every briefing here is a draft or held back")


def test_the_day_of_publication_is_that_of_the_moment(world: Path, build: Builds) -> None:
    write(world, HELD.replace("published: 2024-09-15", "published: 2024-09-14"))
    (problem, *_) = build(-1)["problems"]
    assert problem["rule"] == "change.order"
    assert problem["message"].startswith("the article is held back until 15 September 2024, 06:00")


@pytest.mark.parametrize(
    "written", ["2024-09-15 6:00", "2024-09-15T06:00", "2024-09", "soon", "2024-02-30"]
)
def test_other_moments_are_refused(written: str, world: Path, build: Builds) -> None:
    write(world, HELD.replace("2024-09-15 06:00", written))
    messages = [problem["message"] for problem in build(0)["problems"]]
    assert any("publish: found" in message for message in messages)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024-10-27 02:30", "2024-10-27 01:30"),  # shown twice: the later one
        ("2024-03-31 02:30", "2024-03-31 01:30"),  # shown never
        ("2024-07-01 02:30", "2024-07-01 00:30"),
    ],
)
def test_clocks_that_change_never_bring_it_out_early(written: str, moment: str) -> None:
    found = moment_in(ZoneInfo("Europe/Berlin"), datetime.fromisoformat(written))
    assert found == datetime.fromisoformat(moment).replace(tzinfo=UTC)
