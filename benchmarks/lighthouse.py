"""Measure pages of every kind with Lighthouse, on its own terms for a phone: slow network, slow processor.

    python3 -m benchmarks.lighthouse [--runs N] [PATH ...]

The site is tests/sites/everything, served as GitHub Pages serves it under a repository's name. For each
score the median of the runs is printed; performance must be 98 and everything else 100. A busy machine
measures itself, so run nothing else at the same time.
"""

import argparse
import sys
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.browser.hosting import host
from tests.browser.lighthouse import KINDS, Category, Report, measure
from tests.browser.site import EVERYTHING, publish_site

WANTED: dict[Category, int] = {
    "performance": 98,
    "accessibility": 100,
    "best-practices": 100,
    "seo": 100,
}
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="benchmarks.lighthouse", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("paths", nargs="*", default=KINDS, metavar="PATH")
    asked = parser.parse_args(arguments)
    short = 0
    print(f"{'':28}{''.join(f'{name:>16}' for name in WANTED)}   FCP/LCP/TBT/SI in ms, kB")
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "_site"
        publish_site(EVERYTHING, folder, "https://newsroom.example/repo/")
        with host(folder, "/repo/") as address:
            for path in asked.paths:
                runs = [measure(address + path, categories=WANTED) for _ in range(asked.runs)]
                scores = {name: median_low(run.scores[name] for run in runs) for name in WANTED}
                print(row(path, scores, runs), flush=True)
                short += sum(scores[name] < wanted for name, wanted in WANTED.items())
    return 1 if short else 0


def row(path: str, scores: dict[Category, int], runs: list[Report]) -> str:
    times = (median_low(run.audits[name]["numericValue"] for run in runs) for name in TIMES)
    weight = runs[0].audits["total-byte-weight"]["numericValue"] / 1000
    columns = "".join(f"{score:16}" for score in scores.values())
    return f"{path or '/':28}{columns}   {'/'.join(f'{time:.0f}' for time in times)}, {weight:.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
