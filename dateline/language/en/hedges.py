"""Hedges: what the words before or after a quantity say about its value."""

import re
from decimal import Decimal
from typing import Final

from dateline.facts.hedges import HEDGES_AFTER, HEDGES_BEFORE
from dateline.language import FoundQuantity
from dateline.language.en.numbers import Draft
from dateline.language.en.words import TIME_UNITS, compile_pattern, one_of, one_spaced

_HEDGE_BEFORE: Final = compile_pattern(
    rf"(?<![\w-])(?P<hedge>{one_of(HEDGES_BEFORE)})(?: an?(?= estimated)| a total of| the)? $"
)
_HEDGE_AFTER: Final = compile_pattern(
    rf" ?(?P<hedge>{one_of(word.replace('+', '[+]') for word in HEDGES_AFTER)})(?!\w)"
)
_NOT_HEDGE: Final = compile_pattern(
    r"\b(?:talk\w*|spoke|speak\w*|ask\w*|worr\w+|concern\w*|question\w*|stor(?:y|ies)|film|book"
    r"|complain\w*|doubts?|learn\w*|know|disputes?|row|victory|win|wins|charg\w+|fine[ds]?|argu\w+"
    r"|clash\w*|control|fights?|anger|fears?|accused|jailed|presid\w+|took|take|taken|rul\w+|drew"
    r"|placed?|travel\w*|gather\w*|sat|seated|wrapped|walked|come|came|held|talks) $"
)

_PREPOSITIONS: Final = frozenset("over under about around above below beyond some".split())


def hedge_before(text: str, start: int) -> re.Match[str] | None:
    return _HEDGE_BEFORE.search(text, max(0, start - 32), start)


def hedged(text: str, draft: Draft) -> FoundQuantity:
    """The quantity with the hedge before or after it, which becomes part of its span."""
    start, end, hedge = draft.start, draft.end, None
    for _ in range(2):
        match = hedge_before(text, start)
        if match is None or _is_preposition(text, match, draft) or _compares(match):
            break
        start, hedge = match.start(), HEDGES_BEFORE[one_spaced(match["hedge"]).lower()]
    if hedge is None:
        after = _HEDGE_AFTER.match(text, end) or _HEDGE_AFTER.search(text, draft.start, end)
        if after:
            hedge = HEDGES_AFTER[one_spaced(after["hedge"]).lower()]
            end = max(end, after.end())
    low, high = _plain(draft.low), _plain(draft.high)
    return FoundQuantity(
        start=start, end=end, text=text[start:end], low=low, high=high, unit=draft.unit, hedge=hedge
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """1200000 for 1200000.0; other values as they are."""
    if value is None or value != value.to_integral_value():
        return value
    return value.to_integral_value()


def _compares(match: re.Match[str]) -> bool:
    """Whether it compares something else with the number: "less than the 94 millimetres that fell"."""
    return match["hedge"].lower().endswith("than") and match[0].endswith("the ")


def _is_preposition(text: str, match: re.Match[str], draft: Draft) -> bool:
    """Whether "over", "about" … are only prepositions: "over three days", "a row over two islands"."""
    word = match["hedge"].lower()
    if word == "about" and "-old" in text[draft.start : draft.end]:
        return True
    large = draft.low is not None and abs(draft.low) >= 100
    if large or word not in _PREPOSITIONS:
        return False
    if word in {"over", "under", "beyond"} and draft.unit in TIME_UNITS and not _aging(text, draft):
        return True
    return _NOT_HEDGE.search(text, max(0, match.start() - 24), match.start()) is not None


_LASTING: Final = re.compile(
    r"\b(?:just|well|for|aged?|lasts?|lasted|took|takes?|in|is|was|after|of|with)\s+(?:over|under)\s+$"
)


def _aging(text: str, draft: Draft) -> bool:
    before = text[max(0, draft.start - 20) : draft.start]
    return bool(_LASTING.search(before)) or "old" in text[draft.start : draft.end]
