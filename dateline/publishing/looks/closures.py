"""Which templates a page depends on: its own, and those that it extends, includes or imports, and these again."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.patterns import compile_later
from dateline.publishing.keeping.cache import digest

# A tag that names a template, in a string and alone; whatever else it has may name any.
_TAG: Final = compile_later(
    r"""\{%[-+]?\s*(?:extends|include|import|from)\b
        (?:\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*(?:[-+]?%\}|(?:with|without|ignore|import|as)\b))?
    """,
    re.VERBOSE,
)

_LENGTH: Final = 32


def closures(templates: Mapping[str, str], shared: str) -> dict[str, str]:
    """Of each template a digest of all that its pages depend on, with what they all share."""
    named = {name: frozenset(_named(text, templates)) for name, text in templates.items()}
    texts = {name: digest([(name, text.encode())]) for name, text in templates.items()}
    found = {
        name: [(each, texts[each].encode()) for each in _all(name, named)] for name in templates
    }
    return {
        name: digest([("shared", shared.encode()), *all_])[:_LENGTH] for name, all_ in found.items()
    }


def _named(text: str, templates: Mapping[str, str]) -> Iterator[str]:
    for tag in _TAG.finditer(text):
        name = tag[1] or tag[2]
        if name is None:
            yield from templates
        elif name in templates:
            yield name


def _all(name: str, named: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    rest = {name}
    while rest:
        found |= rest
        rest = {each for name in rest for each in named[name]} - found
    return frozenset(found)
