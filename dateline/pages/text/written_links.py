"""The links that an author wrote to pages of the site, on whichever page their words are shown."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.facts.article import Element, Node
from dateline.pages.addresses import Here
from dateline.reading.html_tree import edit_elements


def lead_from(here: Here, nodes: Iterable[Node], page: str) -> tuple[Node, ...]:
    """The nodes with the links that were written on `page` leading to the same from `here`."""

    def lead(element: Element) -> Element:
        href = element.get("href")
        if element.tag != "a" or element.added or href is None:
            return element
        there = here.to_written(href, page)
        attributes = (
            (name, there if name == "href" else held) for name, held in element.attributes
        )
        return replace(element, attributes=tuple(attributes))

    return edit_elements(nodes, lead)
