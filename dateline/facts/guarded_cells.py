"""Cells that a spreadsheet program would take for a formula or a day, and the mark that keeps it from that."""

from typing import Final

from dateline.patterns import compile_later

_FORMULA: Final = compile_later(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NEGATIVE: Final = compile_later(r"-[0-9]+(?:\.[0-9]+)?")
# A score and a fraction, 8-3 and 3/8, which are days to a spreadsheet.
_DAY: Final = compile_later(r"[0-9]{1,3}[-/][0-9]{1,3}")


def safe(cell: str) -> str:
    """What no spreadsheet takes for a formula (OWASP, CSV injection) or a day; negative numbers stay."""
    is_taken = _FORMULA.match(cell) or _DAY.fullmatch(cell)
    return f"'{cell}" if is_taken and not _NEGATIVE.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `safe`."""
    bare = cell.removeprefix("'")
    return bare if safe(bare) == cell else cell
