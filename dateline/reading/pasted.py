"""What word processors put where YAML needs a plain space or a hyphen: found, and put right."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from dateline.patterns import compile_later
from dateline.problems import Problem, Rule
from dateline.reading.encoding import SourceText

_ODD: Final = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000"
_INDENT: Final = compile_later(rf"^[ -]*([{_ODD}])[ {_ODD}]*(?:-[ {_ODD}]+)?", re.MULTILINE)
_AFTER_COLON: Final = compile_later(rf"^ *(?:- +)?[A-Za-z_]+:([{_ODD}])[ {_ODD}]*", re.MULTILINE)
# A bullet before a field, or in a list below one; a dash may also begin a line of running text.
_BULLET: Final = compile_later(
    rf"^ *([•◦▪●‣∙·–—])[ \t{_ODD}]+(?=[A-Za-z_]+:(?:\s|$))|(?<=:\n) *([•◦▪●‣∙·])[ \t{_ODD}]+(?=\S)",
    re.MULTILINE,
)


def put_right(text: SourceText) -> tuple[SourceText, tuple[Problem, ...]]:
    """The text with ordinary spaces and hyphens, each where it was, and what was wrong."""
    if text.content.isascii():
        return text, ()
    content, problems = text.content, list[Problem]()
    for pattern, describe in ((_INDENT, _indent), (_BULLET, _bullet), (_AFTER_COLON, _colon)):
        found = list(pattern.finditer(content))
        problems += _problem(text, found, *describe(found[0])) if found else ()
        content = pattern.sub(_plain, content)
    return SourceText(text.path, content), tuple(problems)


def _plain(found: re.Match[str]) -> str:
    spaced = re.sub(rf"[{_ODD}\t]", " ", found[0])
    return re.sub("[•◦▪●‣∙·–—]", "-", spaced)


def _problem(
    text: SourceText, found: list[re.Match[str]], what: str, fix: str
) -> Iterator[Problem]:
    first = found[0]
    start = first.start(next(number for number, group in enumerate(first.groups(), 1) if group))
    rest = len(found) - 1
    more = f"; {rest} more of these {'is' if rest == 1 else 'are'} below" if rest else ""
    yield Problem(text.position(start), Rule.YAML_SYNTAX, f"{what}{more}", fix)


def _space(character: str) -> str:
    name = unicodedata.name(character).lower()
    return f"{'an' if name[0] in 'aeio' else 'a'} {name} (U+{ord(character):04X})"


def _indent(found: re.Match[str]) -> tuple[str, str]:
    space = _space(found[1])
    return f"the line is indented with {space}, as word processors write it", _SPACES


def _colon(found: re.Match[str]) -> tuple[str, str]:
    return f"the space after the colon is {_space(found[1])}, as word processors write it", _SPACES


def _bullet(found: re.Match[str]) -> tuple[str, str]:
    return f"“{found[1] or found[2]}” is where YAML needs a hyphen", "write “- ” in its place"


_SPACES: Final = "type ordinary spaces in its place"
