"""Footnotes: their ids by number, and the links to them and back."""

import re
from dataclasses import field, replace
from itertools import zip_longest
from typing import Final

from dateline.facts.article import Element, Node, elements
from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.reading.html_tree import edit_elements

_NOTE: Final = compile_later(r"#?(fnref|fn)(\d*):(.+)", re.DOTALL)


def number_notes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The tree in which ids of notes, and links to them, have numbers instead of names."""
    items = (item.get("id") or "" for item in elements(nodes) if item.tag == "li")
    notes = filter(None, map(_NOTE.fullmatch, items))
    return edit_elements(nodes, _Numbering(names=list(dict.fromkeys(note[3] for note in notes))))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbering:
    """Gives each element its id, unless an element before it has that id."""

    names: list[str]
    taken: set[str] = field(default_factory=lambda: {""})

    def __call__(self, element: Element) -> Element:
        own = self._id_of(element.get("id"))
        attributes = tuple(pair for pair in element.attributes if pair[0] != "id")
        if own not in self.taken:
            attributes = (*attributes, ("id", own))
            self.taken.add(own)
        target = self._id_of(element.get("href"))
        if target and "footnote-" in (element.get("class") or ""):
            return _note_link(target, element.children)
        children = _without_space_before_link_back(element.children)
        return replace(element, attributes=attributes, children=children)

    def _id_of(self, written: str | None) -> str:
        """Our id for a note, or for the number that leads to it; empty where it is neither."""
        note = _NOTE.fullmatch(written or "")
        if note is None or note[3] not in self.names:
            return ""
        again = f"-{note[2]}" if note[2] else ""
        return f"{'note' if note[1] == 'fn' else 'to-note'}--{self.names.index(note[3]) + 1}{again}"


def _note_link(target: str, children: tuple[Node, ...]) -> Element:
    """A link to a note or back from it; CSS shows its number, which is not text of the article."""
    href, number = ("href", f"#{target}"), target.rsplit("--", 1)[-1]
    if target.startswith("to-note"):
        attributes = [("class", "footnote-back"), href, ("aria-label", "Back to the text")]
    else:
        attributes = [("class", "footnote-link"), href, ("aria-label", f"Note {number}")]
        attributes.append(("data-note", number))
    return Element(tag="a", attributes=tuple(attributes), children=children, added=True)


def _without_space_before_link_back(children: tuple[Node, ...]) -> tuple[Node, ...]:
    """Python-Markdown puts a no-break space before the link back; it is not text of the note."""
    return tuple(
        node.rstrip("\xa0") if isinstance(node, str) and _is_link_back(following) else node
        for node, following in zip_longest(children, children[1:])
    )


def _is_link_back(node: Node | None) -> bool:
    return isinstance(node, Element) and "footnote-backref" in (node.get("class") or "")
