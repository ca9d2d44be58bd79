"""The sentences that a fact rests on, each in its paragraph of the article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from dateline.facts.article import Element, Node, elements
from dateline.facts.once import once
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.addresses import Here
from dateline.pages.article_page import mark_of
from dateline.pages.cards.value_shown import record_shown
from dateline.pages.edition import Edition, FactPassage
from dateline.pages.text.marks import TextMark, annotate
from dateline.pages.text.markup import render_html
from dateline.pages.text.written_links import lead_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A paragraph of the article with the fact's words marked; `paragraph` counts from 1, or is 0.

    `heads` are those of a table's cell, and `table` is what stands over that.
    """

    table: str
    heads: str
    html: Markup
    paragraph: int
    href: str


def excerpts_of(passages: Sequence[FactPassage], edition: Edition, here: Here) -> Iterator[Excerpt]:
    """Each block that has one of the passages, once, with all that it has marked."""
    blocks, seen = _blocks(edition), set[int]()
    article = addresses.page_of(edition.briefing.slug, "article")
    for passage in passages:
        block = passage.span.block
        if block in seen or block not in blocks:
            continue
        seen.add(block)
        marks = [_mark_of(other, edition) for other in passages if other.span.block == block]
        marked = annotate(blocks[block], marks=marks)
        led = lead_from(here, _quietly(marked.children), article)
        yield Excerpt(
            table=edition.table_of(passage.span),
            heads=edition.heads(passage.span),
            html=render_html(led),
            paragraph=edition.briefing.article.blocks[block].paragraph,
            href=here.to(article, addresses.words_id(passage.fact.id, passage.number)),
        )


def _quietly(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes with marks to which nothing leads: only those of other values say what they are."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "mark":
            kept = (pair for pair in node.attributes if pair == ("class", "other"))
            yield replace(node, attributes=tuple(kept), children=tuple(_quietly(node.children)))
        else:
            yield replace(node, children=tuple(_quietly(node.children)))


def _mark_of(passage: FactPassage, edition: Edition) -> TextMark:
    """The words of another value, such as a rival’s, are marked less: they do not give the number shown."""
    mark, own = mark_of(passage), edition.passages_of(record_shown(passage.fact))
    return mark if passage in own else replace(mark, classes="other")


@once
def _blocks(edition: Edition) -> Mapping[int, Element]:
    return {
        element.block: element.with_children(without_links_within(element.children))
        for element in elements(edition.briefing.article.body)
        if element.block is not None
    }


def without_links_within(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes without ids, links to elsewhere in the article, and elements left empty by that."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "a" and (node.get("href") or "#").startswith("#"):
            yield from without_links_within(node.children)
        else:
            attributes = tuple(pair for pair in node.attributes if pair[0] != "id")
            children = tuple(without_links_within(node.children))
            if children or node.tag == "br":
                yield Element(tag=node.tag, attributes=attributes, children=children)
