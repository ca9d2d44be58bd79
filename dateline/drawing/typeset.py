"""Lines of text in a picture, broken and fitted by the widths of their letters."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final
from unicodedata import category, normalize

from dateline.drawing.lettering import Font
from dateline.frozen import dataclass
from dateline.patterns import compile_later

ELLIPSIS: Final = "…"
MOST: Final = 600  # characters; no picture has room for more


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How a text is set: its font, and the distances of its lines and between its letters, in ems."""

    font: Font
    leading: float = 1.3
    spaced: float = 0.0

    def width(self, words: str) -> float:
        """The width of words in ems."""
        return self.font.width(words, spaced=self.spaced)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A text in lines, at a size in pixels."""

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
def as_drawn(words: str) -> str:
    """Words in the characters of a font: composed, one kind of space, nothing invisible."""
    composed = normalize("NFC", words).replace("\u2011", "-")
    return " ".join("".join(letter for letter in composed if category(letter) != "Cf").split())


def drawable(words: str, font: Font) -> str:
    """The words to draw; none if the font lacks a letter: without it they could mean something else."""
    drawn = as_drawn(words)
    return "" if font.missing(drawn) else drawn


def set_text(
    words: str, face: Face, *, sizes: Iterable[float], width: float, height: float
) -> Setting | None:
    """The words in the first of these sizes that fits, in lines of similar length; None if none fits."""
    for size in sizes:
        lines = break_lines(words, face, width / size)
        setting = Setting(face=face, size=size, lines=lines or ())
        if lines and setting.height <= height:
            return replace(setting, lines=_balance(words, face, lines, width / size))
    return None


def cut_text(words: str, face: Face, *, size: float, width: float, height: float) -> Setting:
    """The words, or as many of them as fit before an ellipsis."""
    starts = (words[:end].rstrip(" ,;:–—-") + ELLIPSIS for end in _cuts(words))
    settings = (
        set_text(start, face, sizes=[size], width=width, height=height)
        for start in (words, *starts)
    )
    return next(filter(None, settings), Setting(face=face, size=size, lines=(ELLIPSIS,)))


def _cuts(words: str) -> Iterator[int]:
    """Where words may be cut: before each space from the last one on, then within the first word."""
    spaces = [index for index, letter in enumerate(words[:MOST]) if letter == " "]
    yield from reversed(spaces)
    yield from range((spaces or [min(len(words), MOST)])[0] - 1, 0, -1)


def break_lines(words: str, face: Face, width: float) -> tuple[str, ...] | None:
    """Words in lines of at most `width` ems; None if a single word is wider, or there is none."""
    lines: list[str] = []
    for word in _unbreakable(words):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer) <= width:
            lines[-1] = longer
        elif face.width(word) <= width:
            lines.append(word)
        else:
            return None
    return tuple(lines) or None


# A number stays with what it counts, and a date is not broken: "$5 billion", "14 November 2024",
# "November 14" and "in 2024" each in one line.
_COUNTING: Final = compile_later(r"(?<!\S)([^\w\s]*[0-9][0-9.,]*) ")
_DATING: Final = compile_later(
    r"(?<=[^\W\d_]) (?=[12][0-9]{3}(?![\w%])(?![.,][0-9]))"
    r"|(?<!\S)([A-Z][^\W\d_]+) (?=[0-9]{1,2}(?![\w%])(?![.,][0-9]))"
)


def _unbreakable(words: str) -> Iterator[str]:
    dated = _DATING.sub(lambda found: f"{found[1] or ''}\0", words)
    for part in filter(None, _COUNTING.sub("\\1\0", dated).split(" ")):
        yield part.replace("\0", " ")


def _balance(words: str, face: Face, lines: tuple[str, ...], width: float) -> tuple[str, ...]:
    """The same number of lines, the longest as short as it can be to a fortieth of an em."""
    least, most = 0.0, width
    while most - least > 0.025:
        middle = (least + most) / 2
        narrower = break_lines(words, face, middle)
        if narrower and len(narrower) == len(lines):
            most, lines = middle, narrower
        else:
            least = middle
    return lines
