"""Marks set into the article's HTML: the words of each fact, a link behind them, first names."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.facts.article import Element, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence, Set

# What a link stands behind, rather than before: the rest of a word, closing punctuation.
_CLOSING = re.compile(r"(?:\w|[’'-]\w)*[.,;:!?)\]”’\"]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words to mark in a block, `start` to `end`, with the id and the class of the element.

    `tag` is `span` for words that are marked for those alone who ask for them.
    """

    start: int
    end: int
    id: str
    classes: str = "evidence"
    tag: str = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    """An element of our own to set in at an offset of a block's text."""

    at: int
    element: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLink:
    """Words that are a link in a block, from `start` to `end`, and where they lead."""

    start: int
    end: int
    href: str


def behind(text: str, end: int) -> int:
    """Where a link stands that follows the words up to `end`: behind the punctuation there."""
    match = _CLOSING.match(text, end)
    return match.end() if match else end


def annotate(
    block: Element,
    *,
    marks: Sequence[Mark] = (),
    insertions: Sequence[Insertion] = (),
    names: Sequence[NameLink] = (),
) -> Element:
    """The block with its names linked, its links set in and its words marked.

    The text stays as it was. A mark that would cross a tag, or another mark, is split: the first
    piece has the id, the others name it in `data-of`. A name that crosses a tag, or stands in a
    link, is left alone; what would be set inside a link is set behind it.
    """
    children: Sequence[Node] = block.children
    for name in names:
        children = _link(children, name)
    children = _insert(children, sorted(insertions, key=lambda one: one.at))
    children = _mark(children, [one for one in marks if one.start < one.end])
    return block.holding(_one_id_each(children, {mark.id for mark in marks}, set()))


def links_in(nodes: Iterable[Node], at: int = 0) -> Iterator[NameLink]:
    """Every link among the nodes, with the text it stands on; the text begins at `at`."""
    for node, start, end in _placed(nodes):
        if isinstance(node, str):
            continue
        if node.tag == "a":
            yield NameLink(start=at + start, end=at + end, href=node.get("href") or "")
        yield from links_in(node.children, at + start)


def _placed(children: Iterable[Node]) -> list[tuple[Node, int, int]]:
    """Nodes with the offsets of the text that they hold."""
    placed, at = [], 0
    for node in children:
        end = at + _length(node)
        placed.append((node, at, end))
        at = end
    return placed


def _length(node: Node) -> int:
    """How many characters of the article a node holds."""
    if isinstance(node, str):
        return len(node)
    return 0 if node.added else sum(map(_length, node.children))


def _shift(marks: Iterable[Mark], by: int) -> list[Mark]:
    return [replace(mark, start=mark.start - by, end=mark.end - by) for mark in marks]


def _link(children: Sequence[Node], name: NameLink) -> list[Node]:
    linked: list[Node] = []
    for node, start, end in _placed(children):
        if not (start <= name.start and name.end <= end) or name.start == name.end:
            linked.append(node)
        elif isinstance(node, str):
            attributes = (("class", "name"), ("href", name.href))
            words = (node[name.start - start : name.end - start],)
            link = Element(tag="a", attributes=attributes, children=words)
            linked += [node[: name.start - start], link, node[name.end - start :]]
        elif node.tag == "a":
            linked.append(node)
        else:
            inner = replace(name, start=name.start - start, end=name.end - start)
            linked.append(node.holding(_link(node.children, inner)))
    return [node for node in linked if node]


def _insert(children: Sequence[Node], insertions: Sequence[Insertion]) -> list[Node]:
    """Insertions are in order; each stands as far out of the elements as its offset allows."""
    result: list[Node] = []
    waiting = list(insertions)
    for node, start, end in _placed(children):
        here = [one for one in waiting if one.at <= end]
        waiting = waiting[len(here) :]
        inside = [one for one in here if start < one.at < end]
        if isinstance(node, str):
            result += _cut(node, [(one.at - start, one.element) for one in inside])
        elif node.tag == "a":
            result += [node, *(one.element for one in inside)]
        else:
            shifted = [replace(one, at=one.at - start) for one in inside]
            result.append(node.holding(_insert(node.children, shifted)))
        result += [one.element for one in here if one.at >= end]
    return result + [one.element for one in waiting]


def _cut(text: str, elements: Sequence[tuple[int, Element]]) -> list[Node]:
    pieces: list[Node] = []
    last = 0
    for at, element in elements:
        pieces += [text[last:at], element] if at > last else [element]
        last = at
    return [*pieces, text[last:]]


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring nodes, from `first` up to `last`, that one mark goes around."""

    first: int
    last: int
    mark: Mark


def _mark(children: Sequence[Node], marks: Sequence[Mark]) -> list[Node]:
    pieces = [
        (_marked_inside(node, start, end, marks), start, end)
        for node, start, end in _placed(_split(children, marks))
    ]
    runs = [run for mark in marks for run in _runs(pieces, mark)]
    return _nest([node for node, _, _ in pieces], 0, runs)


def _split(children: Sequence[Node], marks: Sequence[Mark]) -> list[Node]:
    """The same nodes, with text cut wherever a mark begins or ends."""
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    result: list[Node] = []
    for node, start, end in _placed(children):
        if isinstance(node, str):
            inner = edges[bisect_left(edges, start + 1) : bisect_left(edges, end)]
            cuts = [0, *(edge - start for edge in inner), end - start]
            result += [node[a:b] for a, b in itertools.pairwise(cuts)]
        else:
            result.append(node)
    return result


def _marked_inside(node: Node, start: int, end: int, marks: Sequence[Mark]) -> Node:
    """An element with the marks in it that cover only some of it."""
    if isinstance(node, str) or node.added:
        return node
    partly = [
        mark
        for mark in marks
        if mark.start < end and start < mark.end and not (mark.start <= start and end <= mark.end)
    ]
    return node.holding(_mark(node.children, _shift(partly, start))) if partly else node


def _runs(pieces: Sequence[tuple[Node, int, int]], mark: Mark) -> list[_Run]:
    runs: list[_Run] = []
    for index, (_, start, end) in enumerate(pieces):
        if not (mark.start <= start and end <= mark.end and _within(mark, start, end)):
            continue
        if runs and runs[-1].last == index:
            runs[-1] = replace(runs[-1], last=index + 1)
        else:
            runs.append(_Run(index, index + 1, mark))
    return runs


def _within(mark: Mark, start: int, end: int) -> bool:
    """Whether a node has characters of the mark; one without any must stand between two of them."""
    return start < end or mark.start < start < mark.end


def _nest(nodes: Sequence[Node], first: int, runs: Sequence[_Run]) -> list[Node]:
    """The nodes, of which the first has the number `first`, with the runs around them."""
    result: list[Node] = []
    index, waiting = first, sorted(runs, key=lambda run: (run.first, -run.last))
    while index < first + len(nodes):
        if not (waiting and waiting[0].first == index):
            result.append(nodes[index - first])
            index += 1
            continue
        outer, *others = waiting
        inside = [replace(run, last=min(run.last, outer.last)) for run in others]
        held = nodes[index - first : outer.last - first]
        within = [run for run in inside if run.first < outer.last]
        result.append(_mark_element(outer.mark, _nest(held, index, within)))
        beyond = [replace(r, first=max(r.first, outer.last)) for r in others if r.last > outer.last]
        waiting = sorted(beyond, key=lambda run: (run.first, -run.last))
        index = outer.last
    return result


def _mark_element(mark: Mark, children: Iterable[Node]) -> Element:
    attributes = (("class", mark.classes), ("id", mark.id))
    return Element(tag=mark.tag, attributes=attributes, children=tuple(children))


def _one_id_each(nodes: Sequence[Node], ids: Set[str], seen: set[str]) -> list[Node]:
    """The same nodes, where of the pieces of a mark only the first keeps the id."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            result.append(node)
            continue
        name = node.get("id")
        attributes = node.attributes
        if name in seen:
            attributes = tuple(("data-of", v) if k == "id" else (k, v) for k, v in attributes)
        elif name and name in ids:
            seen.add(name)
        children = tuple(_one_id_each(node.children, ids, seen))
        result.append(replace(node, attributes=attributes, children=children))
    return result


def edit_blocks(element: Element, edit: Callable[[Element, int], Element]) -> Element:
    """The element with each block in it, or itself, as `edit` returns it for the block's number."""
    if element.block is not None:
        return edit(element, element.block)
    return element.holding(
        child if isinstance(child, str) else edit_blocks(child, edit) for child in element.children
    )
