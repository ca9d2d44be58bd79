"""Look for bytes that reach lines of the program which none reached before, with atheris.

    pip install atheris
    python -m tests.fuzzing.guided sheet -max_total_time=3600

It takes `sheet`, `article` or `prose`, then options of libFuzzer. What it keeps is in
`.hypothesis/guided/`; bytes that fail are written to a file `crash-…`, which it names. atheris is not among
the requirements of the tests: its wheel is large, and there is none for each system and Python.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

KEPT: Final = Path(".hypothesis/guided")
LIMITS: Final = ["-timeout=10", "-rss_limit_mb=1000", "-max_len=4000", "-print_final_stats=1"]


def main(arguments: list[str]) -> None:
    name, *options = arguments
    atheris: Any = import_module("atheris")
    # Only what is imported in here is watched.
    with atheris.instrument_imports(include=["dateline"]):
        targets: Any = import_module("tests.fuzzing.targets")
    folder = KEPT / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, piece in enumerate(targets.corpus(name)):
        folder.joinpath(f"piece-{number}").write_bytes(piece)
    check: Callable[[bytes], None] = targets.TARGETS[name]
    atheris.Setup([sys.argv[0], *LIMITS, *options, str(folder)], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
