"""The links that an author wrote: where each is in the file, and those to headings of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from dateline.facts.article import HEADING, Element, WrittenLink, elements
from dateline.facts.web_addresses import encoded
from dateline.reading.encoding import SourceText
from dateline.reading.html_tree import edit_elements


def place_links(body: Sequence[Element], text: SourceText) -> Iterator[WrittenLink]:
    """Every link of the article with its place, each looked for after the one before it."""
    cursor = 0
    for href in (element.get("href") for element in elements(body) if not element.added):
        if href is None:
            continue
        at = text.content.find(href, cursor)
        # A link by name (“[words][name]”) has its address elsewhere.
        at = at if at >= 0 else max(text.content.find(href), 0)
        cursor = max(cursor, at)
        yield WrittenLink(href=href, position=text.position(at))


def lead_to_headings(body: Sequence[Element]) -> tuple[Element, ...]:
    """The tree in which “#what-next” leads to the heading “What next”, as on other sites.

    Addresses elsewhere have no signs that only browsers take.
    """
    headings = {
        _letters(id_.removeprefix(HEADING)): id_
        for element in elements(body)
        if (id_ := element.get("id")) and id_.startswith(HEADING)
    }

    def lead(element: Element) -> Element:
        href = element.get("href") or ""
        heading = headings.get(_letters(unquote(href[1:]))) if href.startswith("#") else None
        if not href or element.tag != "a" or element.added:
            return element
        target = f"#{heading}" if heading else encoded(href) if ":" in href else href
        attributes = (
            (name, target if name == "href" else value) for name, value in element.attributes
        )
        return replace(element, attributes=tuple(attributes))

    edited = edit_elements(body, lead)
    return tuple(node for node in edited if isinstance(node, Element))


def _letters(slug: str) -> str:
    """A heading's id without the signs that other programs put between its words, or leave out."""
    return "".join(letter for letter in slug.casefold() if letter.isalnum())
