"""Hedges that the words beside a number imply: a limit, “within 60 days”, “are now known to have died”."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.facts.hedges import Hedge
from dateline.language import FoundQuantity, en
from dateline.patterns import compile_later

_SET: Final = r"\b[^.,;:]*\b(?:at|to|of|is|was|be)\s+$"
_MOST: Final = compile_later(
    rf"\b(?:(?:limits?|maximum|ceiling|cap){_SET}|within\s+(?:the next\s+)?$"
    r"|(?:capp(?:ed|ing)\s+(?:[^.,;:]*\s)?at|(?:limit|restrict)(?:ed|ing)\s+(?:[^.,;:]*\s)?to)\s+$)",
    re.IGNORECASE,
)
_LEAST: Final = compile_later(rf"\b(?:minimum|floor){_SET}", re.IGNORECASE)
# After a number: “the £5m minimum”.
_IS_LEAST: Final = compile_later(r"\s+(?:\w+\s+)?(?:minimum|floor)\b", re.IGNORECASE)
_IS_MOST: Final = compile_later(
    r"\s+(?:\w+\s+)?(?:limit|maximum|ceiling|cap)\b|\s+(?:that|which)\s+(?:\w+\s+){1,4}?(?:allow|permit|tolerate)s?\b",
    re.IGNORECASE,
)
# Of a toll: “the number of people known to have died … rose to 43”.
_KNOWN: Final = compile_later(
    r"\b(?:known|confirmed) (?:to\b|dead\b)[^.!?;:0-9]{0,200}\b(?:to|at|is|was|of|stands?|stood|reached)\s+$",
    re.IGNORECASE,
)
# A toll is of those who were counted so far: “the toll rises to 23”, “brings the death toll to 23”.
_IS_TOLL: Final = compile_later(
    r"\b(?:death )?toll\b(?:[^.!?;:0-9]|\bfrom [0-9,]+ ){0,60}\b(?:to|at|is|was|of|stands? at|stood at|reache[ds])\s+$",
    re.IGNORECASE,
)
# As far before a number as the one of whom it is the toll may stand.
_TOLL: Final = 240
# As far before a number as the limit that it is may stand.
_LIMITED: Final = 60
_SO_FAR: Final = compile_later(
    r"[^.!?;]{0,80}\b(?:so far|(?:known|confirmed|believed) (?:to|dead)|(?:are|is|were|was|been) confirmed"
    r"|(?:still|remain\w*) missing)\b",
    re.IGNORECASE,
)


def implied_hedges(found: FoundQuantity, text: str) -> Iterator[Hedge]:
    """What is true of a number without a hedge: of a limit “up to”, of a count so far “at least”.

    And what is true of a comparison where it is open whether a negation turns it round.
    """
    if found.hedge and found.negation == "open":
        yield en.TURNED[found.hedge]
    if found.hedge:
        return
    before = text[max(0, found.start - _LIMITED) : found.start]
    toll = text[max(0, found.start - _TOLL) : found.start]
    is_least = _LEAST.search(before) or _IS_LEAST.match(text, found.end)
    if is_least or _SO_FAR.match(text, found.end) or _KNOWN.search(toll) or _IS_TOLL.search(toll):
        yield Hedge.AT_LEAST
    if _MOST.search(before) or _IS_MOST.match(text, found.end):
        yield Hedge.UP_TO
