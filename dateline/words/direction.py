"""Words from right to left among words from left to right: what keeps each in its place."""

import re
from typing import Final

from dateline.patterns import compile_later

# The blocks of alphabets from right to left (DerivedBidiClass.txt, R and AL).
RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
RTL_RUN: Final = compile_later(rf"[{RTL}](?:[\s\u200c-\u200f0-9.,-]*[{RTL}])*")
_ISOLATE: Final = "\u2068"
_END: Final = "\u2069"
_OWN_OR_RUN: Final = compile_later(rf"[\u2066-\u2068][^{_END}]*{_END}|(?P<run>{RTL_RUN.pattern})")


def has_rtl(text: str) -> bool:
    return RTL_RUN.search(text) is not None


def isolated(text: str) -> str:
    """Plain text with marks around what runs from right to left: numbers beside it stay where they are.

    They are Unicode's (UAX 9, 2.4), which nobody sees; on a page, elements do the same.
    """
    if text.isascii():
        return text
    return _OWN_OR_RUN.sub(_in_isolate, text)


def _in_isolate(found: re.Match[str]) -> str:
    return f"{_ISOLATE}{found[0]}{_END}" if found["run"] else found[0]
