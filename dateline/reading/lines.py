"""Markers in the Markdown that say, in the HTML made from it, which line a text came from.

A marker is one private-use character. The decoder refuses these in content, Markdown and nh3 keep
them, and none is left in what is published.
"""

from typing import Final

from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.reading.encoding import SourceText

_FIRST: Final = 0xF0000
MARKERS: Final = compile_later("[\U000f0000-\U0010ffff]")

# The signs and tags that may precede the text of a line; a marker after them does not change what it is.
_PREFIX: Final = compile_later(
    r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d+\.(?=[ \t])|\#{1,6}|:(?=[ \t])|\||\[\^[^\]\n]+\]:))*[ \t]*"
    r"(?:<(?!https?:|mailto:)[^<>\n]*>[ \t]*)*"
)
# Definitions that are looked up by their exact text, and lines that are markup themselves.
_DEFINITION: Final = compile_later(r" {0,3}\*?\[(?!\^)[^\]\n]*\]:")
_ADDRESS: Final = compile_later("<(https?|mailto):")
_OPEN_LINK: Final = compile_later(r"\]\([^)]*$")
# A line of underscores is a rule.
_WORD: Final = compile_later(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedLines:
    """The Markdown with its markers, and the offset in the file that each one stands for."""

    marked: str
    offsets: tuple[int, ...]

    def number(self, marker: str) -> int:
        return ord(marker) - _FIRST

    def stretch(self, number: int) -> tuple[int, int | None]:
        """From a marker to the next: where the words after it are in the file."""
        following = self.offsets[number + 1 : number + 2]
        return self.offsets[number], following[0] if following else None


def mark_lines(text: SourceText) -> MarkedLines:
    """Mark every line that a marker does not change; others belong to the marked line above."""
    offsets, marked = [0], []
    start = unclosed = 0
    above = ""
    for line in text.content.split("\n"):
        prefix = _PREFIX.match(line)
        at = prefix.end() if prefix else 0
        may_continue = unclosed or _DEFINITION.match(above) or _OPEN_LINK.search(above)
        if may_continue or not _can_bear(line, at):
            marked.append(line)
        else:
            marked.append(f"{line[:at]}{chr(_FIRST + len(offsets))}{line[at:]}")
            offsets.append(start + at)
        start += len(line) + 1
        unclosed = max(0, unclosed + _unclosed(line[at:])) if line.strip() else 0
        above = line
    return MarkedLines(marked="\n".join(marked), offsets=tuple(offsets))


def _can_bear(line: str, at: int) -> bool:
    """Whether Markdown reads the line as before with a marker at its text."""
    opens_tag = line.startswith("<", at) and not _ADDRESS.match(line, at)
    return bool(_WORD.search(line, at)) and not opens_tag and not _DEFINITION.match(line)


def _unclosed(line: str) -> int:
    return sum(line.count(opening) - line.count(closing) for opening, closing in ("[]", "<>"))
