"""Measure what checking costs in one checkout against another: user and system time, in pairs.

    python3 -m benchmarks.check_cost OLD [NEW] [--content DIR] [--pairs N]

Runs `build.py check` in both checkouts by turns, on the same content, each in a process of its own.
A run before them lets Python keep what it compiles, even if PYTHONDONTWRITEBYTECODE is set here.
Prints the least milliseconds of each, the median of the ratios of the pairs, and the least and the
greatest of them. Run it on a machine with little else to do.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    args = _parser().parse_args()
    checkouts, content = (args.old, args.new), args.content.resolve()
    for checkout in checkouts:
        _seconds(checkout, content)
    pairs = [[_seconds(checkout, content) for checkout in checkouts] for _ in range(args.pairs)]
    ratios = [new / old for old, new in pairs]
    old, new = (1000 * min(times) for times in zip(*pairs, strict=True))
    print(f"old {old:.0f} ms, new {new:.0f} ms")
    print(f"ratio {statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--pairs", type=int, default=9)
    return parser


def _seconds(checkout: Path, content: Path) -> float:
    """The processor time of one check; a first one also compiles the modules."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "build.py", "check", "--quiet", "--content", str(content)]
    subprocess.run(command, cwd=checkout, env=_USUAL, capture_output=True, check=False)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
