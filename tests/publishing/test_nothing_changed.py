"""Whether anything changed is known from sizes and times, and from bytes where these do not decide."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from dateline.cli import main
from dateline.publishing import build, footprint, last_build, remembering
from dateline.publishing.writing.output import publish_site
from tests.faults.table import tried
from tests.small_site import ARTICLE, write_content


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_content(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1726142400")
    monkeypatch.setattr(os, "fsync", lambda _: None)
    assert main(["build", "--quiet"]) == 0
    return tmp_path


@pytest.fixture
def long_ago(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same world after a build that found everything saved long before."""
    monkeypatch.setattr(footprint, "_STEP", -(10**18))
    assert main(["build", "--quiet"]) == 0
    return world


def is_built(monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the next build makes the site, rather than finding it as it should be."""
    with monkeypatch.context() as patch:
        work_out = Mock(wraps=remembering.work_out_site)
        patch.setattr(remembering, "work_out_site", work_out)
        assert main(["build", "--quiet"]) == 0
    return work_out.called


def rewrite(path: Path) -> None:
    path.write_bytes(path.read_bytes())


def test_nothing_is_read_where_times_are_as_they_were(
    long_ago: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for what in ("read_site", "read_one_folder", "read_look_files", "code_digest"):
        monkeypatch.setattr(last_build, what, lambda *_, **__: pytest.fail("something is read"))
    assert not is_built(monkeypatch)


@pytest.mark.parametrize("name", ["line/article.md", "site.yaml"])
def test_what_was_saved_again_as_it_was_is_read_once(
    long_ago: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    rewrite(long_ago / "content" / name)
    assert not is_built(monkeypatch)
    test_nothing_is_read_where_times_are_as_they_were(long_ago, monkeypatch)


CHANGES: dict[str, Callable[[Path], object]] = {
    "an article": lambda world: (world / "content/line/article.md").write_text(
        ARTICLE.replace("A line", "A road")
    ),
    "another sheet": lambda world: (world / "content/line/people.yaml").write_text("people: []"),
    "a new briefing": lambda world: shutil.copytree(world / "content/line", world / "content/b"),
    "the settings": lambda world: (world / "content/site.yaml").write_text(
        "title: Other\ndescription: D\n"
    ),
    "a template": lambda world: shutil.copytree(
        Path(build.__file__).parents[2] / "templates", world / "templates"
    ),
    "a folder of the site is gone": lambda world: shutil.rmtree(world / "_site/about"),
    "the front page": lambda world: (world / "_site/index.html").write_text("mine"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changed_is_built(long_ago: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    CHANGES[what](long_ago)
    assert is_built(monkeypatch)
    assert not is_built(monkeypatch)


@tried(
    3,
    "A file is saved again just after a build, with its length and its time",
    "The next build has it",
)
def test_a_save_within_a_step_of_the_clock_is_seen(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk whose clock stands still: a mark says nothing but names and sizes."""
    monkeypatch.setattr(
        footprint, "_state", lambda entry: (0, 2**62, 2**62, entry.stat().st_size, 0)
    )
    assert main(["build", "--quiet"]) == 0
    (world / "content/line/article.md").write_text(ARTICLE.replace("A line", "A road"))
    assert main(["build", "--quiet"]) == 0
    assert "A road" in (world / "_site/line/index.html").read_text()


@tried(3, "The settings or a template are saved while a build runs", "The next build has them")
@pytest.mark.parametrize("what", ["the settings", "a template"])
def test_what_is_saved_while_a_build_runs_is_built_by_the_next(
    long_ago: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def publish_later(*args: Any, **named: Any) -> Any:
        CHANGES[what](long_ago)
        return publish_site(*args, **named)

    CHANGES["an article"](long_ago)
    with monkeypatch.context() as patch:
        patch.setattr("dateline.publishing.build.publish_site", publish_later)
        assert is_built(monkeypatch)
    assert is_built(monkeypatch)
    assert not is_built(monkeypatch)


@tried(3, "A page deep in the site is changed by hand", "`--fresh` puts it right")
def test_fresh_looks_at_every_page(world: Path) -> None:
    page = world / "_site/line/article/index.html"
    made = page.read_bytes()
    page.write_text("mine")
    assert main(["build", "--quiet", "--fresh"]) == 0
    assert page.read_bytes() == made


def test_a_report_of_what_was_found_is_the_same_again(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = []
    for _ in range(2):
        capsys.readouterr()
        assert main(["build", "--format", "json"]) == 0
        report = json.loads(capsys.readouterr().out)
        reports.append({name: report[name] for name in ("coverage", "findings", "claims")})
    assert reports[0] == reports[1]
    assert reports[0]["coverage"]["line"]
