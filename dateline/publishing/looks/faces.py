"""The fonts of a stylesheet: which every page has, and those of a site's own in their place."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.facts.site_records import FontUse
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.publishing.looks.own_look import OwnFace

_FACE: Final = compile_later(r"@font-face\s*\{([^}]*)\}")
_FAMILY: Final = compile_later(r'font-family:\s*"([^"]+)"')
_FILE: Final = compile_later(r"url\(([\w-]+\.woff2)\)")
_WEIGHT: Final = compile_later(r"font-weight:\s*([\d ]+)")
# Not every page has italics, or letters of other alphabets.
_SELDOM: Final = compile_later("unicode-range|font-style")
_TOKENS: Final = {FontUse.TEXT: "--serif", FontUse.HEADINGS: "--sans"}


@dataclass(frozen=True, slots=True)
class PageFace:
    """A font that every page has: its file, and how the stylesheet names it."""

    file: str
    family: str
    weight: str


def faces_of_pages(style: str) -> tuple[PageFace, ...]:
    """The fonts of every page; of two with the same family and weight, the later."""
    faces = {(face.family, face.weight): face for face in _faces(style)}
    return tuple(sorted(faces.values(), key=lambda face: face.file))


def _faces(style: str) -> Iterator[PageFace]:
    for block in _FACE.findall(style):
        file, family, weight = _FILE.search(block), _FAMILY.search(block), _WEIGHT.search(block)
        if file and family and not _SELDOM.search(block):
            yield PageFace(file[1], family[1], weight[1].strip() if weight else "400")


def own_fonts(style: str, faces: Iterable[OwnFace]) -> str:
    """Rules for a site's own fonts, under the families of the pair: the later rule of two counts."""
    written = [_rule(style, face) for face in faces]
    return f"\n@layer tokens {{\n{''.join(written)}}}\n" if written else ""


def _rule(style: str, face: OwnFace) -> str:
    first = re.search(rf'{_TOKENS[face.font.use]}:\s*"([^"]+)"', style)
    slant = "font-style: italic; " if face.font.italic else ""
    return (
        f'@font-face {{ font-family: "{first[1] if first else ""}"; src: url({face.name}); '
        f"font-weight: {face.font.weight}; {slant}font-display: optional; }}\n"
    )
