"""Marks set into the article's tree: the words of each fact, the links after them, first names."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.facts.article import Element, Node
from dateline.frozen import dataclass
from dateline.patterns import compile_later

# What a link goes after rather than before: the rest of a word, closing punctuation.
_CLOSING = compile_later(r"(?:\w|[’'-]\w)*[.,;:!?)\]”’\"]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMark:
    """`tag` is `span` for words whose mark shows only when a link leads to them."""

    start: int
    end: int
    id: str
    classes: str = "evidence"
    tag: str = "mark"

    def around(self, nodes: Iterable[Node]) -> Element:
        attributes = (("class", self.classes), ("id", self.id))
        return Element(tag=self.tag, attributes=attributes, children=tuple(nodes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Insertion:
    at: int
    element: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLink:
    start: int
    end: int
    href: str


def after_punctuation(text: str, end: int) -> int:
    """Where a link goes that follows the words up to `end`: after the punctuation there."""
    match = _CLOSING.match(text, end)
    return match.end() if match else end


def annotate(
    block: Element,
    *,
    marks: Sequence[TextMark] = (),
    insertions: Sequence[Insertion] = (),
    names: Sequence[NameLink] = (),
) -> Element:
    """The block with its names linked, its links put in and its words marked.

    The text does not change. A mark that would cross a tag, or another mark, is split: the first
    piece has the id, the others name it in `data-of`. A name that crosses a tag, or is in a link,
    is not linked; what would be put inside a link is put after it.
    """
    children: Sequence[Node] = block.children
    for name in names:
        children = _link(children, name)
    # In reverse order, because each goes directly after the text at its offset.
    for insertion in sorted(insertions, key=lambda insertion: insertion.at)[::-1]:
        children = _insert(children, insertion.at, insertion.element)
    marked: set[str] = set()
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        children = _mark(children, mark, marked)
        marked.add(mark.id)
    return block.with_children(_one_id_each(children, marked, set()))


def edit_blocks(element: Element, edit: Callable[[Element, int], Element]) -> Element:
    """The element with each block in it, or itself, as `edit` returns it for the block's number."""
    if element.block is not None:
        return edit(element, element.block)
    return element.with_children(
        child if isinstance(child, str) else edit_blocks(child, edit) for child in element.children
    )


def links_in(nodes: Iterable[Node], at: int = 0) -> Iterator[NameLink]:
    """Every link among the nodes, with the offsets of its text; the nodes' text begins at `at`."""
    for node, start, end in _with_offsets(nodes):
        if isinstance(node, str):
            continue
        if node.tag == "a":
            yield NameLink(start=at + start, end=at + end, href=node.get("href") or "")
        yield from links_in(node.children, at + start)


def _with_offsets(nodes: Iterable[Node]) -> Iterator[tuple[Node, int, int]]:
    start = 0
    for node in nodes:
        end = start + _length(node)
        yield node, start, end
        start = end


def _length(node: Node) -> int:
    """How many characters of the article a node holds."""
    if isinstance(node, str):
        return len(node)
    return 0 if node.added else sum(map(_length, node.children))


def _link(nodes: Sequence[Node], name: NameLink) -> list[Node]:
    linked: list[Node] = []
    for node, start, end in _with_offsets(nodes):
        if not start <= name.start < name.end <= end:
            linked.append(node)
            continue
        within = replace(name, start=name.start - start, end=name.end - start)
        if isinstance(node, str):
            attributes = (("class", "name"), ("href", name.href))
            words = (node[within.start : within.end],)
            link = Element(tag="a", attributes=attributes, children=words)
            linked += filter(None, (node[: within.start], link, node[within.end :]))
        else:
            is_link = node.tag == "a"
            linked.append(node if is_link else node.with_children(_link(node.children, within)))
    return linked


def _insert(nodes: Sequence[Node], at: int, element: Element) -> list[Node]:
    """The nodes with an element at an offset, as far outside other elements as that allows."""
    for index, (node, start, end) in enumerate(_with_offsets(nodes)):
        if at > end:
            continue
        if at == end or (isinstance(node, Element) and node.tag == "a"):
            here: list[Node] = [node, element]
        elif at <= start:
            here = [element, node]
        elif isinstance(node, str):
            here = [node[: at - start], element, node[at - start :]]
        else:
            here = [node.with_children(_insert(node.children, at - start, element))]
        return [*nodes[:index], *here, *nodes[index + 1 :]]
    return [*nodes, element]


def _mark(nodes: Iterable[Node], mark: TextMark, outer: Collection[str]) -> list[Node]:
    """The nodes with a mark around its words, in as few pieces as tags and other marks allow.

    A mark of the same words with an id in `outer` stays around this one.
    """
    marked: list[Node] = []
    run: list[Node] = []
    for node, start, end in _with_offsets(_split(nodes, mark)):
        if _covers(mark, start, end):
            run.append(node)
            continue
        marked += _marked(run, mark, outer)
        run = []
        if isinstance(node, str) or node.added or end <= mark.start or mark.end <= start:
            marked.append(node)
        else:
            within = replace(mark, start=mark.start - start, end=mark.end - start)
            marked.append(node.with_children(_mark(node.children, within, outer)))
    return [*marked, *_marked(run, mark, outer)]


def _marked(run: Sequence[Node], mark: TextMark, outer: Collection[str]) -> list[Node]:
    match run:
        case []:
            return []
        case [Element() as only] if only.get("id") in outer:
            return [only.with_children(_marked(only.children, mark, outer))]
    return [mark.around(run)]


def _split(nodes: Iterable[Node], mark: TextMark) -> Iterator[Node]:
    for node, start, end in _with_offsets(nodes):
        if isinstance(node, str):
            edges = (edge - start for edge in (mark.start, mark.end) if start < edge < end)
            yield from (node[a:b] for a, b in pairwise((0, *edges, len(node))) if a < b)
        else:
            yield node


def _covers(mark: TextMark, start: int, end: int) -> bool:
    """Whether all of a node is marked; one without text has to be between two marked characters."""
    if start == end:
        return mark.start < start < mark.end
    return mark.start <= start and end <= mark.end


def _one_id_each(nodes: Iterable[Node], ids: Collection[str], seen: set[str]) -> Iterator[Node]:
    """The same nodes, in which only the first piece of a mark keeps the id."""
    for node in nodes:
        if isinstance(node, str):
            yield node
            continue
        name = node.get("id")
        if name in seen:
            attributes = (("data-of" if k == "id" else k, v) for k, v in node.attributes)
            node = replace(node, attributes=tuple(attributes))  # noqa: PLW2901 - the same node
        elif name and name in ids:
            seen.add(name)
        yield node.with_children(_one_id_each(node.children, ids, seen))
