"""Whatever was done before, the site is that of a build that knows nothing: byte for byte, after every step.

A seeded walk changes a small newsroom in all ways that we know of, and spoils what the build remembers.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.publishing import footprint
from dateline.publishing.looks import render
from tests.faults.table import tried

SITE = Path(__file__).parents[1] / "sites/archive/content"
SETTINGS = SITE / "site.yaml"
DAYS = ("2026-07-01", "2026-07-02", "2026-09-01", "2027-03-05")


@dataclass(slots=True)
class Walk:
    """A newsroom in `world`, and what the next build is asked for."""

    world: Path
    random: random.Random
    day: str = DAYS[0]
    options: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    number: int = 0

    @property
    def content(self) -> Path:
        return self.world / "content"

    def briefing(self) -> Path:
        folders = [path for path in self.content.iterdir() if (path / "article.md").exists()]
        return self.random.choice(sorted(folders))

    def file_of_the_cache(self) -> Path:
        files = [
            path for path in (self.world / ".dateline/_site/cache").rglob("*") if path.is_file()
        ]
        return self.random.choice(sorted(files))

    def build(self, *options: str) -> int:
        asked = ["--today", self.day, "--site-url", "https://a.example/", *self.options]
        return main(["build", "--quiet", *asked, *options])

    def site(self, name: str) -> dict[str, bytes]:
        folder = self.world / name
        paths = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def edit(walk: Walk) -> None:
    article = walk.briefing() / "article.md"
    walk.number += 1
    article.write_text(
        article.read_text("utf-8") + f"\nAnd so it went on{'.' * walk.number}\n", "utf-8"
    )


def restate(walk: Walk) -> None:
    article = walk.briefing() / "article.md"
    lines = article.read_text("utf-8").splitlines(keepends=True)
    lines = [line.replace(".", "!") if line.startswith("standfirst:") else line for line in lines]
    article.write_text("".join(lines), "utf-8")


def save_again(walk: Walk) -> None:
    for path in walk.briefing().iterdir():
        if path.is_file():
            path.write_bytes(path.read_bytes())


def add(walk: Walk) -> None:
    walk.number += 1
    shutil.copytree(walk.briefing(), walk.content / f"copy-{walk.number}")


def draft(walk: Walk) -> None:
    """What was added by this walk, and not published since: others would be missed."""
    walk.options = [] if walk.options else ["--drafts"]


def settings(walk: Walk) -> None:
    path = walk.content / "site.yaml"
    walk.number += 1
    text = path.read_text("utf-8").split("description:")
    path.write_text(
        f"{text[0]}description: Number {walk.number}\n{''.join(text[1].splitlines(True)[1:])}"
    )


def template(walk: Walk) -> None:
    folder = walk.world / "templates/partials"
    if folder.exists():
        shutil.rmtree(walk.world / "templates")
        return
    folder.mkdir(parents=True)
    ours = Path(__file__).parents[2] / "templates/partials/onward.html.j2"
    (folder / ours.name).write_text(ours.read_text("utf-8") + "<!-- own -->\n", "utf-8")


def template_of_pages(walk: Walk) -> None:
    """One that all pages of a briefing or some have, with other words, or another link."""
    ours = Path(__file__).parents[2] / "templates"
    name, start = walk.random.choice(
        (
            ("article.html.j2", "{% block content %}"),
            ("partials/event.html.j2", "{% macro "),
            ("base.html.j2", "<head>"),
        )
    )
    walk.number += 1
    added = walk.random.choice(
        (f"<!-- {walk.number} -->\n", '<link rel="author" href="{{ shell.root }}about/">')
    )
    text = (ours / name).read_text("utf-8")
    own = text.replace(start, start + added, 1) if start != "{% macro " else f"{text}{added}"
    _write_own(walk, f"templates/{name}", own)


def style(walk: Walk) -> None:
    _write_own(walk, "static/style/components/own.css", "p { order: {} }")


def script(walk: Walk) -> None:
    _write_own(walk, "static/script/own.js", "let own = {};")


def _write_own(walk: Walk, name: str, text: str) -> None:
    walk.number += 1
    path = walk.world / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("{}", f"{walk.number}", 1), "utf-8")


def day(walk: Walk) -> None:
    walk.day = walk.random.choice(DAYS)


def forget(walk: Walk) -> None:
    walk.file_of_the_cache().unlink()


def forget_all(walk: Walk) -> None:
    shutil.rmtree(walk.world / ".dateline")


def spoil(walk: Walk) -> None:
    path = walk.file_of_the_cache()
    data = bytearray(path.read_bytes())
    if data:
        data[walk.random.randrange(len(data))] ^= 1 << walk.random.randrange(8)
        path.write_bytes(data)


def lose_a_folder(walk: Walk) -> None:
    """Of the site: what is at its top is looked at by every build."""
    folders = sorted(path for path in (walk.world / "_site").iterdir() if path.is_dir())
    shutil.rmtree(walk.random.choice(folders))


def spoil_front(walk: Walk) -> None:
    (walk.world / "_site/index.html").write_text("mine", "utf-8")


def kill(walk: Walk) -> None:
    """In the middle of the next build, at some change of the disk."""
    edit(walk)
    child = os.fork()
    if child == 0:
        left = walk.random.randrange(200)

        def strike(event: str, _: tuple[object, ...]) -> None:
            nonlocal left
            if event in ("os.rename", "os.link", "os.remove", "os.mkdir", "open"):
                left -= 1
                if left < 0:
                    os._exit(9)

        import sys

        sys.addaudithook(strike)
        walk.build()
        os._exit(0)
    os.waitpid(child, 0)


STEPS: tuple[Callable[[Walk], None], ...] = (
    edit,
    restate,
    save_again,
    add,
    draft,
    settings,
    template,
    template_of_pages,
    template_of_pages,
    style,
    style,
    script,
    day,
    forget,
    forget_all,
    spoil,
    lose_a_folder,
    spoil_front,
    kill,
)


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    shutil.copytree(SITE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(render, "_AT_LEAST", 60.0)
    return Walk(world=tmp_path, random=random.Random(1))  # noqa: S311 - a walk that can be repeated


@tried(
    3,
    "Briefings, settings, templates and the day change at random, and the cache and the site are spoilt (seed {seed})",
    "The same bytes as those of a build that remembers nothing, after every step",
)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(("seed", "is_long_ago"), [(1, True), (2, False), (3, True)])
def test_a_site_is_the_same_however_it_came_about(
    walk: Walk, monkeypatch: pytest.MonkeyPatch, seed: int, is_long_ago: bool
) -> None:
    if is_long_ago:  # as if everything had been saved long before each build
        monkeypatch.setattr(footprint, "_STEP", -(10**18))
    walk.random.seed(seed)
    assert walk.build() == 0
    for step in walk.random.sample(STEPS, 9):
        step(walk)
        walk.said.append(step.__name__)
        assert walk.build() == 0, walk.said
        shutil.rmtree(walk.world / "fresh", ignore_errors=True)
        assert walk.build("--fresh", "--output", "fresh") == 0
        ours, fresh = walk.site("_site"), walk.site("fresh")
        differ = sorted(
            path for path in ours.keys() | fresh.keys() if ours.get(path) != fresh.get(path)
        )
        assert differ == [], walk.said


@tried(
    3,
    "Two runs make half of the briefings each (`--part`), on two machines, and a third joins their caches",
    "The same bytes as one run, with every briefing from the cache",
)
def test_parts_that_are_joined_make_the_same_site(
    walk: Walk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert walk.build("--output", "whole") == 0
    for part in (1, 2):
        machine = walk.world / f"machine-{part}"
        shutil.copytree(walk.content, machine / "content")
        os.chdir(machine)
        assert walk.build("--part", f"{part}/2") == 0
        assert not (machine / "_site").exists()
        cache = machine / ".dateline/_site/cache"
        shutil.copytree(cache, walk.world / ".dateline/_site/cache", dirs_exist_ok=True)
    os.chdir(walk.world)
    capsys.readouterr()
    assert walk.build("--format", "json") == 0
    built = json.loads(capsys.readouterr().out)["built"]
    assert built["remembered"] == built["briefings"] > 3
    assert walk.site("_site") == walk.site("whole")


@pytest.mark.parametrize("part", ["0/2", "3/2", "1", "a/b", "1/0"])
def test_a_part_that_there_cannot_be_is_refused(walk: Walk, part: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        walk.build("--part", part)
