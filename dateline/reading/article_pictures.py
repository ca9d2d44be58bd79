"""The pictures that an author put between the paragraphs of the article."""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from dateline.facts.article import FIGURE, FILE, Element, Node, WrittenPicture
from dateline.facts.fields import PICTURE_FILE
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Related, Rule
from dateline.reading.encoding import SourceText
from dateline.reading.lines import MARKERS, MarkedLines

_WRITTEN: Final = compile_later(r"!\[|<img", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPicture:
    """A picture of the article as its HTML has it, and the marker of its line.

    `within` is what keeps it from standing by itself: the tag of an element around it, or `p` where
    text is beside it.
    """

    image: Element
    marker: str
    within: str

    def words(self, attribute: str) -> str:
        return " ".join((self.image.get(attribute) or "").split())

    @property
    def file(self) -> str:
        return unquote(self.words("src")).removeprefix("./")


def lift_pictures(nodes: Iterable[Node]) -> tuple[tuple[Node, ...], tuple[FoundPicture, ...]]:
    """The tree with a figure for each picture that stands by itself, and without any other."""
    lifted: list[Node] = []
    found: list[FoundPicture] = []
    marker = ""
    for node in nodes:
        within = _within(node)
        here: list[FoundPicture] = []
        for inner in _in_order([node]):
            if isinstance(inner, str):
                marker = next(reversed(MARKERS.findall(inner)), marker)
            elif inner.tag == "img":
                here.append(FoundPicture(image=inner, marker=marker, within=within))
        found += here
        if not here:
            lifted.append(node)
        elif within:
            lifted += _without_images([node])
        else:
            lifted += (
                Element(tag=FIGURE, attributes=((FILE, picture.file),), added=True)
                for picture in here
                if PICTURE_FILE.fullmatch(picture.file)
            )
    return tuple(lifted), tuple(found)


def _in_order(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Element):
            yield from _in_order(node.children)


def _within(node: Node) -> str:
    """Empty for a paragraph of pictures alone."""
    if isinstance(node, str) or node.tag != "p":
        return "" if isinstance(node, str) else node.tag
    others = [child for child in node.children if isinstance(child, Element) and child.tag != "img"]
    texts = (child for child in node.children if isinstance(child, str))
    is_alone = not others and not any(MARKERS.sub("", text).strip() for text in texts)
    is_linked = any(_is_linked(child) for child in others)
    return "" if is_alone else "a" if is_linked else "p"


def _is_linked(node: Element) -> bool:
    inside = (inner for inner in _in_order(node.children) if isinstance(inner, Element))
    return node.tag == "a" and any(inner.tag == "img" for inner in inside)


def _without_images(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag != "img":
            yield node.with_children(_without_images(node.children))


# Where each is in the file


def place_pictures(
    found: Iterable[FoundPicture], lines: MarkedLines, text: SourceText
) -> tuple[tuple[WrittenPicture, ...], tuple[Problem, ...]]:
    """The pictures of the article with their places, and what is wrong with where they are."""
    placed: dict[str, WrittenPicture] = {}
    problems: list[Problem] = []
    cursor = 0
    for picture in found:
        line = lines.offsets[lines.number(picture.marker)] if picture.marker else 0
        match = _WRITTEN.search(text.content, max(cursor, line))
        cursor = match.end() if match else cursor
        position = text.position(match.start() if match else line)
        if problem := _misplaced(picture, position, placed.get(picture.file)):
            problems.append(problem)
        else:
            alt, caption = picture.words("alt"), picture.words("title")
            placed[picture.file] = WrittenPicture(
                file=picture.file,
                alt=alt,
                caption=caption,
                position=position,
                alt_position=_after(alt, text, cursor, position),
                caption_position=_after(caption, text, _end_of_brackets(text, cursor), position),
            )
    return tuple(placed.values()), tuple(problems)


def _end_of_brackets(text: SourceText, start: int) -> int:
    return max(text.content.find("](", start), start)


def _after(words: str, text: SourceText, start: int, otherwise: Position) -> Position:
    """Where words begin, of which the first is looked for: they may be broken over lines."""
    at = text.content.find(words.split(maxsplit=1)[0], start) if words else -1
    return text.position(at) if at >= 0 else otherwise


_BETWEEN: Final = "write it between two paragraphs, with an empty line before and after it"


def _misplaced(
    picture: FoundPicture, position: Position, other: WrittenPicture | None
) -> Problem | None:
    if not PICTURE_FILE.fullmatch(picture.file):
        found = f"the picture “{picture.file}” is not in the briefing’s folder `images`"
        fix = "put it there, and write `images/` and its file name"
        return Problem(position, Rule.FILE_MISSING, found, fix)
    if picture.within:
        reasons = {"p": "has text beside it", "a": "is in a link"}
        reason = reasons.get(picture.within, "is in a list, a quotation, a table or a heading")
        return Problem(position, Rule.PICTURE_PLACE, f"the picture {reason}", _BETWEEN)
    if other:
        found, fix = f"{picture.file} is in the article twice", "remove one of the two"
        related = Related(position=other.position, note="the other")
        return Problem(position, Rule.PICTURE_PLACE, found, fix, (related,))
    return None
