"""Lines of text in a picture, where nothing breaks them and nothing fits them but arithmetic."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final
from unicodedata import category, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.drawing.lettering import Font

ELLIPSIS: Final = "…"
MOST: Final = 600  # characters; no picture has room for more


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How a text is set: in which font, how far its lines are apart, and its letters, in ems."""

    font: Font
    leading: float = 1.3
    spaced: float = 0.0

    def width(self, words: str) -> float:
        """The width of words in ems."""
        return self.font.width(words, spaced=self.spaced)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A text as it is set: its face, its size in pixels, and its lines."""

    face: Face
    size: float
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        return " ".join(self.lines)

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last one, in pixels."""
        return self.size * (1 + (len(self.lines) - 1) * self.face.leading)


@cache
def plain(words: str) -> str:
    """Words as a font has them: composed, one kind of space, without invisible characters."""
    composed = normalize("NFC", words).replace("\u2011", "-")
    return " ".join("".join(one for one in composed if category(one) != "Cf").split())


def drawable(words: str, font: Font) -> str:
    """The words to draw, or none where the font lacks one of their letters.

    Words with letters left out could say something else.
    """
    drawn = plain(words)
    return "" if font.missing(drawn) else drawn


def set_text(
    words: str, face: Face, *, sizes: Iterable[float], width: float, height: float
) -> Setting | None:
    """The words in the first of these sizes that fits, in lines of like length; None where none does."""
    for size in sizes:
        lines = break_lines(words, face, width / size)
        setting = Setting(face=face, size=size, lines=lines or ())
        if lines and setting.height <= height:
            return replace(setting, lines=_balance(words, face, lines, width / size))
    return None


def cut_text(words: str, face: Face, *, size: float, width: float, height: float) -> Setting:
    """The words, or as many of them as fit with an ellipsis behind."""
    starts = (words[:end].rstrip(" ,;:–—-") + ELLIPSIS for end in _ends(words))
    tried = (
        set_text(one, face, sizes=[size], width=width, height=height) for one in (words, *starts)
    )
    return next(filter(None, tried), Setting(face=face, size=size, lines=(ELLIPSIS,)))


def _ends(words: str) -> Iterator[int]:
    """Where words may be cut: before each space from the last on, then within the first word."""
    spaces = [at for at, letter in enumerate(words[:MOST]) if letter == " "]
    yield from reversed(spaces)
    yield from range((spaces or [min(len(words), MOST)])[0] - 1, 0, -1)


def break_lines(words: str, face: Face, width: float) -> tuple[str, ...] | None:
    """Words in lines of at most `width` ems; None where a single word is wider, or there is none."""
    lines: list[str] = []
    for word in _unbroken(words):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer) <= width:
            lines[-1] = longer
        elif face.width(word) <= width:
            lines.append(word)
        else:
            return None
    return tuple(lines) or None


# A number stays with what it counts: "$5 billion" in one line.
_COUNTING: Final = re.compile(r"(?<!\S)([^\w\s]*[0-9][0-9.,]*) ")


def _unbroken(words: str) -> Iterator[str]:
    """The words between which a line may end."""
    for one in filter(None, _COUNTING.sub("\\1\0", words).split(" ")):
        yield one.replace("\0", " ")


def _balance(words: str, face: Face, lines: tuple[str, ...], width: float) -> tuple[str, ...]:
    """The same number of lines, the longest of them as short as it can be to a fortieth of an em."""
    least, most = 0.0, width
    while most - least > 0.025:
        middle = (least + most) / 2
        tried = break_lines(words, face, middle)
        if tried and len(tried) == len(lines):
            most, lines = middle, tried
        else:
            least = middle
    return lines
