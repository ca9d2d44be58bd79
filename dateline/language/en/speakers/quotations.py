"""Quotations: the words between quotation marks, curly or straight, double or single."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.language import FoundQuotation
from dateline.patterns import compile_later

_PARAGRAPH_END: Final = compile_later(r"\n[ \t]*\r?\n")
# An opening mark is at the start of a word; an inch mark ("6'2\"") follows a number.
_OPENER: Final = compile_later(r"(?<![\w.,!?])(?:[“„«\"]|[‘'](?=[^\s'’]))")
OPENING_MARKS: Final = frozenset("“„«\"‘'")
_CLOSERS: Final = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’", "'": "'"}
_CLOSE_SINGLE: Final = compile_later(r"(?<=\S)['’](?!\w)")
# Words that begin with an apostrophe: '90s, 'em, 'tis.
_ELISION: Final = compile_later(r"['‘’](?:\d0s|em|tis|twas|til|cause|n|bout)\b", re.IGNORECASE)


def find_quotations(text: str) -> tuple[FoundQuotation, ...]:
    """Every quotation of the text, in order; one inside another is part of the outer one.

    A quotation ends with its paragraph at the latest. One left open there counts only where the
    next paragraph continues with an opening mark, as speech over several paragraphs does.
    """
    found: list[FoundQuotation] = []
    for start, end in _paragraphs(text):
        position = start
        while opener := _OPENER.search(text, position, end):
            close = _closing(text, opener, end)
            if close is None or close <= opener.end():
                position = opener.end()
                continue
            begin, position = opener.end(), close + 1
            found.append(FoundQuotation(start=begin, end=close, text=text[begin:close]))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _closing(text: str, opener: re.Match[str], end: int) -> int | None:
    """Where the quotation's words end, or None where it has no reliable end."""
    mark = opener[0]
    if mark in "‘'":
        return None if _ELISION.match(text, opener.start()) else _close_single(text, opener, end)
    close = text.find(_CLOSERS[mark], opener.end(), end)
    if close >= 0:
        return close
    goes_on = re.compile(rf"\s*{re.escape(mark)}").match(text, end)
    return end if goes_on and _PARAGRAPH_END.match(text, end) else None


def _close_single(text: str, opener: re.Match[str], end: int) -> int | None:
    """The closing single mark, not the apostrophe of "the workers' rights".

    Before the next opening mark, it is the first one after punctuation, else the first that does
    not follow an s, else the first.
    """
    following = _OPENER.search(text, opener.end(), end)
    reach = following.start() if following and following[0] == opener[0] else end
    marks = [match.start() for match in _CLOSE_SINGLE.finditer(text, opener.end(), reach)]
    marks = [mark for mark in marks if text[mark] == _CLOSERS[opener[0]]]
    punctuated = [mark for mark in marks if text[mark - 1] in ".,!?…"]
    plain = [mark for mark in marks if text[mark - 1] != "s"]
    return next(iter([*punctuated, *plain, *marks]), None)
