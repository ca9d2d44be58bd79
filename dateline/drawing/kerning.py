"""How letters of the fonts of share cards move towards each other, as “A” and “V” do."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dateline.drawing.lettering import Font

Kerning = Mapping[str, Mapping[str, float]]
"""By the first letter of a pair and by the second: by how many ems the second moves."""


@cache
def kerning_of(font: Font) -> Kerning:
    """From the table that `python -m tests.drawing.kerning` makes from the fonts."""
    table = json.loads(Path(__file__).with_name("kerning.json").read_bytes())[font.file]
    found: dict[str, Mapping[str, float]] = {}
    for firsts, groups in table["pairs"].items():
        moves = {
            second: move / table["units"] for seconds, move in groups.items() for second in seconds
        }
        found |= dict.fromkeys(firsts, moves)
    return found
