"""`python -m tests.faults.listed` writes the lists of docs/safety.md: the faults that tests try.

Only the tables are written: what is promised stays as it is.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Final

from tests.faults.table import FAULTS, ROOT, Fault

SAFETY: Final = ROOT / "docs/safety.md"
_SECTION: Final = re.compile(r"^(?=## (\d+)\. )", re.MULTILINE)


def every_fault() -> list[Fault]:
    """Those of all tests, which are imported if they have any."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        if "from tests.faults.table import" in path.read_text("utf-8"):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return sorted(FAULTS)


def listed(text: str, faults: list[Fault]) -> str:
    """docs/safety.md with a table below each promise."""
    head, *sections = _SECTION.split(text)
    numbered = zip(map(int, sections[::2]), sections[1::2], strict=True)
    return head + "\n".join(_with_table(section, number, faults) for number, section in numbered)


def _with_table(section: str, promise: int, faults: list[Fault]) -> str:
    prose = "".join(line for line in section.splitlines(keepends=True) if not line.startswith("|"))
    rows = [
        f"| {_cell(fault.done)} | {_cell(fault.outcome)} | {_tried_in(fault)} |\n"
        for fault in faults
        if fault.promise == promise
    ]
    head = "| what is done | what comes of it | tried in |\n|---|---|---|\n"
    return "".join([prose.rstrip(), "\n", *(["\n", head, *rows] if rows else [])])


def _cell(words: str) -> str:
    """The words on one line, with signs that nobody sees as their numbers."""
    shown = "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in words)
    return shown.replace("|", r"\|")


def _tried_in(fault: Fault) -> str:
    name = Path(fault.file).stem.removeprefix("test_").replace("_", " ")
    return f"[{name}](../{fault.file})"


if __name__ == "__main__":
    SAFETY.write_text(listed(SAFETY.read_text("utf-8"), every_fault()), "utf-8")
