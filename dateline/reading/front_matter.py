"""An article in two: the front matter between its fences, and the body below them."""

from typing import Final

from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Related, Rule
from dateline.reading.encoding import SourceText

_FENCE: Final = "---"
_LIKE_A_FENCE: Final = compile_later(r"(-{2,}|—|–|\+{3,}|`{3,})\s*(yaml)?\s*")
_START: Final = "begin the article with a line of ---, its fields, and another line of ---"
# The fence of front matter in TOML (Hugo, Zola).
_TOML: Final = "+++"
_YAML: Final = "write lines of --- in their place, and each field as YAML: title: A headline"
_ALONE: Final = "write --- alone on the line"


def split_article(text: SourceText) -> tuple[SourceText, SourceText] | Problem:
    """The YAML and the Markdown of an article; empty lines keep the positions in both true."""
    lines = [line.rstrip() for line in text.content.split("\n")]
    first = next((number for number, line in enumerate(lines, 1) if line), 1)
    if lines[first - 1] != _FENCE:
        return _no_start(text, lines, first)
    try:
        last = lines.index(_FENCE, first) + 1
    except ValueError:
        return _no_end(text, lines, first)
    return text.from_line(first + 1, last), text.from_line(last + 1)


def _no_start(text: SourceText, lines: list[str], first: int) -> Problem:
    line = lines[first - 1]
    if not line:
        return _problem(text, first, "the article is empty", _START)
    if line == _TOML:
        found = "the front matter is between lines of +++, as TOML"
        return _problem(text, first, found, _YAML)
    if _LIKE_A_FENCE.fullmatch(line.strip()):
        return _problem(text, first, f"the front matter begins with “{line}”", _ALONE)
    if _FENCE not in lines:
        return _problem(text, first, "the article has no front matter", _START)
    fence = Position(path=text.path, line=lines.index(_FENCE) + 1)
    related = Related(position=fence, note="the first --- is here")
    fix = "move it below the second ---, or remove it"
    return _problem(text, first, "there is text above the front matter", fix, related)


def _no_end(text: SourceText, lines: list[str], first: int) -> Problem:
    """The front matter that is never closed, at the line that may have been meant to close it."""
    for number, line in enumerate(lines[first:], first + 1):
        if _LIKE_A_FENCE.fullmatch(line.strip()):
            return _problem(text, number, f"the front matter is not closed by “{line}”", _ALONE)
    fix = "write a line of --- between its fields and the text"
    return _problem(text, first, "the front matter is not closed", fix)


def _problem(text: SourceText, line: int, found: str, fix: str, *related: Related) -> Problem:
    position = Position(path=text.path, line=line)
    return Problem(position, Rule.FRONT_MATTER_FORM, found, fix, related)
