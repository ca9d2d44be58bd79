"""A briefing in the cache whose pages are of other templates: these pages are rendered again, and nothing is read.

They are rendered with what they were planned with (`contexts.py`). A page whose links or ids are then others, or
that does not render, is for a new build of the briefing, which knows the article and all other pages.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dateline.problems import Problem, Rule
from dateline.publishing.briefings import BuiltBriefing, render_pages
from dateline.publishing.entries import CONTEXTS, store_again
from dateline.publishing.keeping.cache import Cache, Parts
from dateline.publishing.keeping.packed import PackedFiles, pack
from dateline.publishing.keeping.stored import read_files
from dateline.publishing.linking.kept_links import read_links, write_links
from dateline.publishing.linking.links import OutboundLink
from dateline.publishing.linking.page_links import ParsedPage, parse_links
from dateline.publishing.looks.assets import Look
from dateline.publishing.looks.contexts import read_contexts
from dateline.words import speaking

_OF_PAGES: Final = (Rule.TEMPLATE_ERROR, Rule.LINK_DEAD)


def has_look(built: BuiltBriefing, look: Look) -> bool:
    return all(look.closures.get(name) == of for name, of in built.templates.items())


def render_again(
    cache: Cache, slug: str, key: str, built: BuiltBriefing, look: Look
) -> BuiltBriefing | None:
    """The briefing with the pages that this look has; None where it has to be made."""
    parts = cache.open_parts(slug, key)
    listed = read_files(parts) if parts else None
    if parts is None or listed is None or any(each.rule in _OF_PAGES for each in built.problems):
        return None
    pages = _render(parts, built, look)
    before = PackedFiles(listed.files)
    if pages is None:
        return None
    parsed = {path: _parse(page) for path, page in pages.items()}
    if not all(_refers(_parse(before[path])) == _refers(page) for path, page in parsed.items()):
        return None
    again = replace(
        built,
        files=pack({**listed.files, **pages}),
        outbound=write_links(_on_its_line(link, parsed) for link in read_links(built.outbound)),
        templates={name: look.closures.get(name, "") for name in built.templates},
    )
    return store_again(cache, slug, again, parts, look.names)


def _render(parts: Parts, built: BuiltBriefing, look: Look) -> Mapping[str, bytes] | None:
    """The pages whose templates changed."""
    contexts = parts.read(CONTEXTS)
    if contexts is None or built.summary is None:
        return None
    changed = {name for name, of in built.templates.items() if look.closures.get(name) != of}
    kept = read_contexts(zlib.decompress(contexts))
    planned = (each.page() for each in kept if each.template in changed)
    problems: list[Problem] = []
    with speaking(built.summary.language):
        pages = render_pages(planned, look, problems)
    return None if problems else pages


def _refers(page: ParsedPage) -> object:
    """The links and the ids that a page has."""
    return [(link.kind, link.value) for link in page.links], list(page.ids), page.repeated


def _on_its_line(link: OutboundLink, pages: Mapping[str, ParsedPage]) -> OutboundLink:
    if link.page not in pages:
        return link
    page = pages[link.page]
    number = next(each.number for each in page.links if each.value == link.href)
    return replace(link, line=page.line(number))


def _parse(page: bytes) -> ParsedPage:
    parsed = parse_links("index.html", page)
    assert parsed
    return parsed
