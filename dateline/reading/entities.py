"""Characters that an article writes by their number: what no file may hold gets in no other way."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from dateline.problems import Problem, Rule
from dateline.reading.encoding import Refused, SourceText, refused_characters
from dateline.reading.lines import MARKERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.lines import MarkedLines

# HTML, section 13.2.5.80: zeros may lead, and the semicolon may be missing. No name in HTML's list
# of entities stands for a refused character.
_NUMBERED: Final = re.compile(
    r"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]));?"
)
_LAST: Final = 0x10FFFF
# Zeros may lead without end.
_LONGEST: Final = 12


def find_refused_entities(html: str, lines: MarkedLines, text: SourceText) -> Iterator[Problem]:
    """Every entity that stands for a refused character, at its place in the article."""
    below = behind = 0
    for line in html.split("\n"):
        if markers := MARKERS.findall(line):
            below = _start_of_line(text, lines.offsets[lines.number(markers[0])])
        for entity, refused in _refused(line):
            start = max(below, behind)
            found = text.content.find(entity.removesuffix(";"), start)
            behind = found + 1 if found >= 0 else start
            yield Problem(
                position=text.position(found if found >= 0 else start),
                rule=Rule.FILE_CHARACTER,
                found=f"{refused.found}, written as {_shown(entity)}",
                fix=f"take {_shown(entity)} out",
            )


def _shown(entity: str) -> str:
    return entity if len(entity) <= _LONGEST else f"{entity[:_LONGEST]}…"


def _start_of_line(text: SourceText, offset: int) -> int:
    return text.content.rfind("\n", 0, offset) + 1


def without_refused_entities(html: str) -> str:
    """The HTML without them, in which private characters are our own again."""
    return "\n".join(map(_without, html.split("\n")))


def _without(line: str) -> str:
    refused = {entity for entity, _ in _refused(line)}
    return _NUMBERED.sub(lambda one: "" if one[0] in refused else one[0], line)


def _refused(line: str) -> Iterator[tuple[str, Refused]]:
    """The entities of a line of HTML that bring in what would be refused as a character."""
    if "&#" not in line:
        return
    decoded = _NUMBERED.sub(_character, MARKERS.sub("", line))
    refused = {decoded[one.offset]: one for one in refused_characters(decoded)}
    for entity in _NUMBERED.finditer(line):
        if one := refused.get(_character(entity)):
            yield entity[0], one


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for; HTML reads the numbers of C1 controls as Windows-1252."""
    number = int(entity[1], 16) if entity[1] else int(entity[2])
    if 0x80 <= number <= 0x9F:
        return unescape(f"&#{number};") or chr(number)
    return chr(number) if number <= _LAST else "\ufffd"
