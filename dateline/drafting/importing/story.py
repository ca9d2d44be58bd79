"""A story as it was read from a file, before it is written as an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from typing import Final

from dateline.facts.article import Element, Node, elements
from dateline.frozen import dataclass

# Stands where a note is referred to; its children are the text of the note.
NOTE: Final = "note"
BLOCKS: Final = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li blockquote table tr th td hr pre".split())
_APART: Final = BLOCKS | {"br"}


class ImportRefused(Exception):  # noqa: N818 - it says what happened
    """The file cannot become an article; the message is one plain sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CutLine:
    """A line of the file that is not in the article, and why, in a few words; several have no `words`."""

    words: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOrigin:
    """The page that a story was published on, as far as it says so itself."""

    address: str
    title: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStory:
    """What was read from a file: its text as a tree, and what it says of itself.

    `body` has elements of BLOCKS, with em, strong, a, br, sub, sup and NOTE in them. `markdown` is the
    text in place of `body` where the file was Markdown already. `remarks` are what an editor should
    look at. What is not known is empty.
    """

    body: tuple[Element, ...] = ()
    markdown: str = ""
    title: str = ""
    kicker: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_time: str = ""
    dateline: str = ""
    language: str = ""
    origin: StoryOrigin | None = None
    cut: tuple[CutLine, ...] = ()
    remarks: tuple[str, ...] = ()

    def adding(self, *cut: CutLine, remarks: Iterable[str] = ()) -> ReadStory:
        return replace(self, cut=(*self.cut, *cut), remarks=(*self.remarks, *remarks))


@dataclass(slots=True)
class _Words:
    """The text of a tree, with a space where a block begins or ends."""

    parts: list[str] = field(default_factory=list)

    def take(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, str):
                self.parts.append(node)
            elif node.tag != NOTE:
                edge = [" "] if node.tag in _APART else []
                self.parts += edge
                self.take(node.children)
                self.parts += edge


def words_in(nodes: Iterable[Node]) -> list[str]:
    """The words of a tree in order, without those of its notes."""
    words = _Words()
    words.take(nodes)
    return split_words("".join(words.parts))


def line_of(nodes: Iterable[Node]) -> str:
    """The text of a block in one line."""
    return " ".join(words_in(nodes))


def split_words(text: str) -> list[str]:
    """The words between the spaces that HTML collapses; a non-breaking one is part of a word."""
    return [word for part in _collapsed(text).split(" ") if (word := part.strip())]


def _collapsed(text: str) -> str:
    return text.translate({ord(space): " " for space in "\t\n\f\r"})


def notes_in(nodes: Iterable[Node]) -> Iterator[Element]:
    return (element for element in elements(nodes) if element.tag == NOTE)


def paragraph(text: str) -> Element:
    return Element(tag="p", children=(text,))
