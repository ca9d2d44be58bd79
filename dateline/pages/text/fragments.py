"""Links that lead to given words on another site's page (WICG, URL Fragment Text Directives)."""

from typing import Final
from urllib.parse import quote, urlsplit

from dateline.patterns import compile_later

# A browser matches words only within one block; longer words are found by their two ends.
_LONGEST: Final = 300
_END_WORDS: Final = 6
_LEFT_OUT: Final = compile_later(r"\s*(?:\[\s*)?(?:…|\.{3})(?:\s*\])?\s*")
_PARAGRAPH: Final = compile_later(r"\s*\n\s*\n\s*")


def link_to_words_at(address: str | None, words: str | None) -> str:
    """Empty if it is not an address of the web; one with a fragment stays as it is."""
    scheme = urlsplit(address).scheme if address else ""
    if not address or scheme not in ("http", "https"):
        return ""
    directive = text_directive(words) if words else ""
    return f"{address}#:~:{directive}" if directive and "#" not in address else address


def text_directive(words: str) -> str:
    """`text=start` or `text=start,end`; empty if there is no letter or digit in `words`.

    The second form is for long words, for several paragraphs, and for words with an ellipsis: the
    page has what was left out, so the browser looks only for the two ends.
    """
    runs = (run for text in _PARAGRAPH.split(words) for run in _LEFT_OUT.split(text))
    parts = [" ".join(run.split()) for run in runs]
    parts = [part for part in parts if any(letter.isalnum() for letter in part)]
    if not parts:
        return ""
    if len(parts) == 1 and len(parts[0]) <= _LONGEST:
        return f"text={_encode(parts[0])}"
    first, last = parts[0].split(), parts[-1].split()
    start, end = " ".join(first[:_END_WORDS]), " ".join(last[-_END_WORDS:])
    return f"text={_encode(start)},{_encode(end)}"


def _encode(words: str) -> str:
    """Percent-encoded UTF-8, also the three signs of the directive's own grammar (`&-,`)."""
    return quote(words, safe="").replace("-", "%2D")
