"""Characters that an article writes by number or name: a refused character cannot get in that way either."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from dateline.patterns import compile_later
from dateline.problems import Problem, Rule
from dateline.reading.encoding import Refused, SourceText, refused_characters
from dateline.reading.lines import MARKERS, MarkedLines

# HTML, section 13.2.5.80: zeros may lead, and the semicolon may be missing. Names stand for
# characters that may not be inside a word: `&zwj;`, `&shy;`.
_ENTITY: Final = compile_later(
    r"&(?:#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]));?|[A-Za-z]+;)"
)
_LAST: Final = 0x10FFFF
# Any number of zeros may lead; messages show no more than this.
_LONGEST: Final = 12


def remove_refused_entities(
    html: str, lines: MarkedLines, text: SourceText
) -> tuple[str, list[Problem]]:
    """The HTML without entities that stand for refused characters, and a problem for each.

    Afterwards every private-use character in the HTML is one of our markers of lines.
    """
    problems: list[Problem] = []
    kept = html.split("\n")
    line_start = start = 0
    for number, line in enumerate(kept):
        if markers := MARKERS.findall(line):
            offset = lines.offsets[lines.number(markers[0])]
            line_start = text.content.rfind("\n", 0, offset) + 1
        for entity, refused in _refused_entities(line):
            start = max(line_start, start)
            at = text.content.find(entity.removesuffix(";"), start)
            problems.append(_problem(text, max(at, start), entity, refused))
            start = max(at + 1, start)
            kept[number] = kept[number].replace(entity, "", 1)
    return "\n".join(kept), problems


def _problem(text: SourceText, offset: int, entity: str, refused: Refused) -> Problem:
    shown = entity if len(entity) <= _LONGEST else f"{entity[:_LONGEST]}…"
    found = f"{refused.found}, written as `{shown}`"
    return Problem(text.position(offset), Rule.FILE_CHARACTER, found, f"delete `{shown}`")


def _refused_entities(line: str) -> Iterator[tuple[str, Refused]]:
    if "&" in line:
        decoded = _ENTITY.sub(_character, MARKERS.sub("", line))
        refused = {decoded[found.offset]: found for found in refused_characters(decoded)}
        for entity in _ENTITY.finditer(line):
            if found := refused.get(_character(entity)):
                yield entity[0], found


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for; HTML reads the numbers of C1 controls as Windows-1252."""
    if not (entity[1] or entity[2]):
        return unescape(entity[0])
    number = int(entity[1], 16) if entity[1] else int(entity[2])
    if 0x80 <= number <= 0x9F:
        return unescape(f"&#{number};") or chr(number)
    return chr(number) if number <= _LAST else "\ufffd"
