"""Footnotes: their ids by number, and the links to them and back."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.reading.tree import Element, elements

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTE: Final = re.compile(r"#?(fnref|fn)(\d*):(.+)", re.DOTALL)


def number_notes(root: Element) -> None:
    """Notes and the links to them get ids by number, whatever names the author gave them."""
    every = list(elements(root))
    _take_spaces_before_links_back(every)
    notes = (_NOTE.fullmatch(one.attributes.get("id", "")) for one in every if one.tag == "li")
    names = list(dict.fromkeys(note[3] for note in notes if note))
    taken = {""}
    for one in every:
        own = _note_id(one.attributes.pop("id", ""), names)
        if own not in taken:
            one.attributes["id"] = own
            taken.add(own)
        target = _note_id(one.attributes.get("href", ""), names)
        if target and "footnote-" in one.attributes.get("class", ""):
            one.attributes |= {"href": f"#{target}", "data-note": target.rsplit("--", 1)[-1]}


def _take_spaces_before_links_back(every: Iterable[Element]) -> None:
    """Python-Markdown sets a no-break space before the link back, which is no text of the note."""
    for one in every:
        for text, link in pairwise(one.children):
            if isinstance(link, Element) and "footnote-backref" in link.attributes.get("class", ""):
                index = one.children.index(link) - 1
                one.children[index] = str(text).rstrip("\xa0") if isinstance(text, str) else text


def _note_id(written: str, names: list[str]) -> str:
    """Our id for a note, or for the number that leads to it; empty where it is neither."""
    note = _NOTE.fullmatch(written)
    if note is None or note[3] not in names:
        return ""
    again = f"-{note[2]}" if note[2] else ""
    return f"{'note' if note[1] == 'fn' else 'to-note'}--{names.index(note[3]) + 1}{again}"


def note_link(node: Element) -> str:
    """A link to a note or back from it; its number is no text of the article, so CSS shows it."""
    href = node.attributes["href"]
    number = node.attributes["data-note"]
    if href.startswith("#to-note"):
        return f'<a class="footnote-back" href="{href}" aria-label="Back to the text"></a>'
    label = f'aria-label="Note {number}" data-note="{number}"'
    return f'<a class="footnote-link" href="{href}" {label}></a>'
