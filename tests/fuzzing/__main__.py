"""Fuzz by hand, for as long as you like: `python -m tests.fuzzing TARGET [--minutes 60] [--seed N]`.

TARGET is one of those that the tests try for a minute, each time with other examples. It exits with 1 at
the first that fails, the smallest that hypothesis finds.
"""

from __future__ import annotations

import argparse
import sys
import time
from itertools import count
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzzing.properties import PROPERTIES

BATCH: Final = 10
"""How many examples are tried before the clock is looked at."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    listed = ", ".join(PROPERTIES)
    parser.add_argument("target", choices=[*PROPERTIES], metavar="TARGET", help=listed)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given_ = parser.parse_args(arguments)
    return run(given_.target, given_.minutes * 60, given_.seed)


def run(name: str, seconds: float, first: int) -> int:
    """Try batch after batch until the time is over."""
    examples, check = PROPERTIES[name]
    tried = 0

    def try_example(example: Any) -> None:
        nonlocal tried
        tried += 1
        check(example)

    end = time.monotonic() + seconds
    for number in count(first):
        try:
            seed(number)(settings(**_options())(given(examples)(try_example)))()
        except Exception:
            print(f"{name}: failed after {tried:,} examples; --seed {number} begins with it")  # noqa: T201
            raise
        if time.monotonic() > end:
            print(f"{name}: {tried:,} examples, none failed")  # noqa: T201
            break
    return 0


def _options() -> dict[str, Any]:
    return {
        "max_examples": BATCH,
        "derandomize": False,
        "database": None,
        "deadline": None,
        "phases": [Phase.generate, Phase.shrink],
        "suppress_health_check": [*HealthCheck],
        "print_blob": False,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
