"""Where the time of a build goes, by stage: milliseconds of the processor for each briefing.

    python3 -m benchmarks.profile [N ...] [--what cold unchanged edit style] [--runs R] [--functions F]

Builds an archive of N briefings (1 and 100 unless given) in one process and asks every few milliseconds of
processor time what it is doing; what has passed since then counts for the stage whose file is nearest on the
stack. The median of R runs. Stages overlap with nothing, and together they are the whole. With --functions also
the F functions of this program, with what they call in libraries, that take the most.
"""

from __future__ import annotations

import argparse
import json
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from types import FrameType
from typing import Final

from benchmarks.measuring import usual

ROOT: Final = Path(__file__).resolve().parents[1]
EVERY: Final = 0.001
TODAY: Final = "2026-07-01"

STARTING: Final = (
    (r"/re/_(compiler|parser)\.py|/dateline/patterns\.py", "start: regular expressions"),
    (r"<frozen importlib|/importlib/", "start: imports"),
)
"""What counts wherever on the stack it is."""

STAGES: Final = (
    (r"/pages/data/", "files for programs"),
    (r"/pages/machines/", "feeds, calendars, heads"),
    (r"/pages/archive/|/pages/(front|navigation|onward|summary|summarise)\.py", "archive pages"),
    (r"/drawing/|/outlines\.py", "map and drawings"),
    (r"/pages/", "contexts of pages"),
    (r"/language/", "findings in prose"),
    (r"/checking/", "checks"),
    (r"/reading/|/verbs/.*read", "read and parse"),
    (r"/publishing/looks/(raster|paint|resvg|text_runs)", "share card"),
    (r"/publishing/linking/", "links"),
    (r"^templates/|/publishing/(looks/(render|template_)|keeping/compiled)", "render"),
    (r"/publishing/(keeping/|images/picture_store)", "cache"),
    (r"/publishing/writing/", "publish"),
    (r"/publishing/looks/", "look"),
    (r"/publishing/", "the rest of publishing"),
    (r"/dateline/|/tools/|build\.py", "everything else"),
)
"""The first that fits a frame, innermost frame first; `words/` and `facts/` count for what calls them."""

_SHARED: Final = re.compile(r"/dateline/(words|facts)/|/dateline/(problems|own_folder)\.py")


def stage_of(files: Sequence[str]) -> str:
    """The stage of a stack, given as its files from the innermost outwards."""
    for pattern, stage in STARTING:
        if any(re.search(pattern, file) for file in files):
            return stage
    ours = [file for file in files if ("/dateline/" in file or file.startswith("templates/"))]
    for file in ours:
        if _SHARED.search(file):
            continue
        for pattern, stage in STAGES:
            if re.search(pattern, file):
                return stage
    return "everything else"


# In the process that is looked at


def watch(arguments: Sequence[str]) -> dict[str, dict[str, float]]:
    """Run the command and say how many seconds went where."""
    spent: dict[str, float] = defaultdict(float)
    functions: dict[str, float] = defaultdict(float)
    stages: dict[tuple[str, ...], str] = {}
    last = 0.0

    def note(_: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.process_time()
        files, name = [], ""
        while frame is not None:
            code = frame.f_code
            files.append(code.co_filename)
            if not name and "/dateline/" in code.co_filename:
                name = f"{code.co_filename.rpartition('/dateline/')[2]}: {code.co_qualname}"
            frame = frame.f_back
        key = tuple(files)
        stage = stages.get(key) or stages.setdefault(key, stage_of(key))
        spent[stage] += now - last
        functions[stage if stage.startswith("start") else name] += now - last
        last = now

    signal.signal(signal.SIGPROF, note)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    from dateline.cli import main

    status = main(list(arguments))
    signal.setitimer(signal.ITIMER_PROF, 0)
    spent["everything else"] += time.process_time() - last
    if status:
        raise SystemExit(f"the build ended with {status}")
    return {"stages": dict(spent), "functions": dict(functions)}


# Around it


def profile(folder: Path, what: str, runs: int) -> list[dict[str, dict[str, float]]]:
    content, output = folder / "content", folder / "site"
    command = [sys.executable, "-m", "benchmarks.profile", "--watch", "build", "--quiet"]
    command += ["--today", TODAY, "--jobs", "1"]
    command += ["--content", str(content), "--output", str(output)]
    profiles = []
    for _ in range(runs + 1):
        if what == "cold":
            subprocess.run(["rm", "-rf", str(output), str(folder / ".dateline")], check=True)  # noqa: S603, S607
        elif what == "edit":
            article = min(content.glob("*/article.md"))
            article.write_text(article.read_text("utf-8") + "\nNobody had an answer.\n", "utf-8")
        done = subprocess.run(command, cwd=ROOT, env=usual(), stdout=subprocess.PIPE, check=True)  # noqa: S603
        profiles.append(json.loads(done.stdout.splitlines()[-1]))
    return profiles[1:]  # the first compiled what Python keeps


def typical(profiles: Sequence[dict[str, dict[str, float]]], kind: str) -> dict[str, float]:
    names = {name for taken in profiles for name in taken[kind]}
    return {name: median(taken[kind].get(name, 0.0) for taken in profiles) for name in names}


def lines(columns: dict[str, dict[str, float]], most: int | None = None) -> Iterator[str]:
    yield f"| | {' | '.join(columns)} |"
    yield f"|---|{'---|' * len(columns)}"
    peaks: dict[str, float] = defaultdict(float)
    for of in columns.values():
        for name, took in of.items():
            peaks[name] = max(peaks[name], took)
    for name in sorted(peaks, key=lambda name: -peaks[name])[:most]:
        cells = [f"{of.get(name, 0):.1f}" for of in columns.values()]
        yield f"| {name or 'everything else'} | {' | '.join(cells)} |"
    if most is None:
        sums = [f"{sum(of.values()):.1f}" for of in columns.values()]
        yield f"| together | {' | '.join(sums)} |"


def main() -> None:
    from benchmarks.corpus import write_content
    from benchmarks.newsroom import stories

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=[1, 100], metavar="N")
    parser.add_argument(
        "--what", nargs="+", choices=("cold", "unchanged", "edit"), default=["cold"]
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--functions", type=int, default=0, metavar="F")
    args = parser.parse_args()
    stages: dict[str, dict[str, float]] = {}
    functions: dict[str, dict[str, float]] = {}
    for many in args.sizes:
        with tempfile.TemporaryDirectory() as place:
            write_content(Path(place) / "content", stories(many))
            for what in args.what:
                # All runs of a small archive, one of a large one: what is seldom there is of no weight.
                profiles = profile(Path(place), what, args.runs if many < 200 else 1)
                head = f"{what}, {many:,}"
                per = 1000 / (many if what == "cold" else 1)
                for kind, of in (("stages", stages), ("functions", functions)):
                    of[head] = {name: took * per for name, took in typical(profiles, kind).items()}
    print("\n".join(lines(stages)))
    if args.functions:
        print("\n".join(lines(functions, args.functions)))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--watch"]:
        print(json.dumps(watch(sys.argv[2:])))
    else:
        main()
