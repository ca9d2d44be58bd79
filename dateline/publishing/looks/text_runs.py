"""What the text of a page needs so that it stays in its place, whatever its words are.

Words from right to left are isolated, so that they do not turn the numbers and signs beside them. A
word of a table that is too long may be broken: elsewhere the stylesheet says so, but in a table
that would break short ones too.
"""

import re
from collections.abc import Iterator
from typing import Final

from dateline.patterns import compile_later
from dateline.words.direction import RTL_RUN, has_rtl

_LONG: Final = compile_later(r"\w{30,}")
_PIECE: Final = compile_later(r"\w{10}(?=\w)")

_IS_RTL: Final = compile_later(r"<html\b[^>]*\bdir=\"rtl\"")
_TAG: Final = compile_later(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>", re.IGNORECASE)
# No element may be in these, or what is in them is not text.
_PLAIN: Final = ("bdi", "option", "pre", "script", "style", "svg", "textarea", "title")
_CELLS: Final = ("td", "th")


# How letters from right to left begin in UTF-8; other letters may begin so too.
_MAY_BE_RTL: Final = (*(bytes([lead]) for lead in range(0xD6, 0xE1)), b"\xef", b"\xf0")
_NOT_TEXT: Final = compile_later(rf"<(/?)({'|'.join(_PLAIN)})\b[^>]*>", re.IGNORECASE)


def settle_text(html: str) -> str:
    """The page with its runs of text in place; as it is, where nothing needs it, as on most pages."""
    isolates = _has_rtl(html) and _IS_RTL.search(html) is None
    if "<td" in html and _LONG.search(html):
        return "".join(_pieces(html, isolates=isolates))
    return "".join(_isolated(html)) if isolates else html


def _has_rtl(html: str) -> bool:
    data = html.encode()
    return any(lead in data for lead in _MAY_BE_RTL) and has_rtl(html)


def _isolated(html: str) -> Iterator[str]:
    """What `_pieces` gives where nothing is broken: it looks at few tags, and at the runs."""
    open_now: list[str] = []
    end = 0
    for tag in _NOT_TEXT.finditer(html):
        name = tag[2].lower()
        if not open_now:
            yield _isolate(html[end : tag.start()])
            end = tag.start()
        if not tag[1]:
            open_now.append(name)
        elif name in open_now:
            del open_now[open_now.index(name) :]
        yield html[end : tag.end()]
        end = tag.end()
    yield html[end:] if open_now else _isolate(html[end:])


def _isolate(html: str) -> str:
    return RTL_RUN.sub(lambda run: run[0] if _is_in_tag(run) else f"<bdi>{run[0]}</bdi>", html)


def _is_in_tag(run: re.Match[str]) -> bool:
    opened = run.string.rfind("<", 0, run.start())
    return opened != -1 and run.string.find(">", opened, run.start()) == -1


def _pieces(html: str, *, isolates: bool) -> Iterator[str]:
    """The page between its tags and with them."""
    open_now: list[str] = []
    end = 0
    for tag in _TAG.finditer(html):
        text = html[end : tag.start()]
        if not text.isspace() and not any(name in _PLAIN for name in open_now):
            in_cell = any(name in _CELLS for name in open_now)
            text = _settled(text, isolates=isolates, breaks=in_cell)
        yield text
        yield tag[0]
        end = tag.end()
        name = tag[2].lower()
        if name not in (*_PLAIN, *_CELLS):
            continue
        if not tag[1]:
            open_now.append(name)
        elif name in open_now:
            del open_now[open_now.index(name) :]
    yield html[end:]


def _settled(text: str, *, isolates: bool, breaks: bool) -> str:
    if breaks:
        text = _LONG.sub(lambda word: _PIECE.sub(r"\g<0><wbr>", word[0]), text)
    return RTL_RUN.sub(r"<bdi>\g<0></bdi>", text) if isolates else text
