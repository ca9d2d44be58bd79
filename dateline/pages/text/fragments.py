"""Links that lead to the very words on somebody else's page (WICG, URL Fragment Text Directives)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

# What a browser matches word for word must stand in one block; longer words are found by both ends.
_LONGEST: Final = 300
_END_WORDS: Final = 6
_LEFT_OUT: Final = re.compile(r"\s*(?:\[\s*)?(?:…|\.{3})(?:\s*\])?\s*")
_PARAGRAPH: Final = re.compile(r"\s*\n\s*\n\s*")


def link_to_words_at(address: str | None, words: str | None) -> str:
    """The address of a page, leading to `words` on it; empty where nothing can be followed there.

    An address with a fragment of its own is left as it is: that leads to a place already.
    """
    scheme = urlsplit(address).scheme if address else ""
    if not address or scheme not in ("http", "https"):
        return ""
    directive = text_directive(words) if words else ""
    return f"{address}#:~:{directive}" if directive and "#" not in address else address


def text_directive(words: str) -> str:
    """`text=start` or `text=start,end`; empty where `words` hold no letter and no digit.

    The second form is for long words, for those of several paragraphs, and for those with an
    ellipsis: what is left out stands on the page, so only both ends are looked for.
    """
    parts = [" ".join(part.split()) for part in _parts(words)]
    parts = [part for part in parts if any(letter.isalnum() for letter in part)]
    if not parts:
        return ""
    if len(parts) == 1 and len(parts[0]) <= _LONGEST:
        return f"text={_encode(parts[0])}"
    first, last = parts[0].split(), parts[-1].split()
    start, end = " ".join(first[:_END_WORDS]), " ".join(last[-_END_WORDS:])
    return f"text={_encode(start)},{_encode(end)}"


def _parts(words: str) -> list[str]:
    """The stretches of `words` that stand on the page without a break."""
    return [part for run in _PARAGRAPH.split(words) for part in _LEFT_OUT.split(run)]


def _encode(words: str) -> str:
    """Percent-encoded UTF-8, the three signs of the directive's own grammar (`&-,`) included."""
    return quote(words, safe="").replace("-", "%2D")
