"""Hedges: what the words in front of a quantity, or behind it, say of its value."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from dateline.language import FoundQuantity, Hedge
from dateline.language.en.numbers import Draft
from dateline.language.en.words import TIME_UNITS, compile_pattern, one_of

# What the words in front of a number, or behind it, say of it.
HEDGES: Final[Mapping[str, Hedge]] = MappingProxyType(
    {
        **dict.fromkeys(
            ("nearly", "almost", "close to", "just under", "just below", "approaching", "nearing",
             "not quite", "just shy of", "shy of", "just short of", "a little under",
             "slightly under", "a little less than", "slightly less than", "just less than"),
            "nearly",
        ),
        **dict.fromkeys(
            ("about", "around", "roughly", "approximately", "some", "an estimated", "estimated",
             "circa", "in the region of", "somewhere around", "in the order of", "approx",
             "approx.", "or so", "or thereabouts", "-odd", "an average of", "average of",
             "an approximate"),
            "about",
        ),
        **dict.fromkeys(
            ("at least", "a minimum of", "no fewer than", "no less than", "not less than",
             "not fewer than", "as little as", "as few as", "or more", "-plus", "+", "minimum",
             "and over", "or over", "and above", "or older", "and older", "plus"),
            "at least",
        ),
        **dict.fromkeys(
            ("up to", "as many as", "as much as", "a maximum of", "no more than", "not more than",
             "at most", "or less", "or fewer", "and under", "or under", "or younger", "maximum of",
             "as high as", "as long as", "as tall as", "as far as"),
            "up to",
        ),
        **dict.fromkeys(
            ("more than", "over", "above", "in excess of", "upwards of", "upward of", "exceeding",
             "greater than", "north of", "just over", "well over", "just above", "a little over",
             "slightly over", "slightly more than", "just more than", "a little more than",
             "well above", "higher than", "older than", "longer than", "topping", "beyond",
             "at least more than", "larger than", "surpassing", "well in excess of",
             "far more than", "exceeded", "exceeds", "exceed", "far exceeding"),
            "more than",
        ),
        **dict.fromkeys(
            ("fewer than", "less than", "under", "below", "lower than", "well under", "younger than",
             "well below", "far fewer than", "far less than", "south of", "smaller than",
             "shorter than"),
            "fewer than",
        ),
    }
)  # fmt: skip
HEDGES_BEHIND: Final = (
    "or so", "or thereabouts", "-odd", "or more", "-plus", "+", "and over", "or over", "and above",
    "or less", "or fewer", "and under", "or under", "or older", "and older", "or younger", "plus",
)  # fmt: skip


_HEDGE_WORDS: Final = one_of(word for word in HEDGES if word not in HEDGES_BEHIND)
_HEDGE_BEFORE: Final = compile_pattern(
    rf"(?<![\w-])(?P<hedge>{_HEDGE_WORDS})(?: an?(?= estimated)| a total of| the)? $"
)
_HEDGE_BEHIND: Final = compile_pattern(
    rf" ?(?P<hedge>{one_of(re.escape(w).replace(chr(92) + ' ', ' ') for w in HEDGES_BEHIND)})(?!\w)"
)
_NOT_HEDGE: Final = compile_pattern(
    r"\b(?:talk\w*|spoke|speak\w*|ask\w*|worr\w+|concern\w*|question\w*|stor(?:y|ies)"
    r"|film|book|complain\w*|doubts?|learn\w*|know|disputes?|row|victory|win|wins"
    r"|charg\w+|fine[ds]?|argu\w+|clash\w*|control|fights?|anger|fears?|accused|jailed"
    r"|presid\w+|took|take|taken|rul\w+|drew|placed?|travel\w*|gather\w*|sat|seated"
    r"|wrapped|walked|come|came|held|talks) $"
)


def hedge_before(text: str, start: int) -> re.Match[str] | None:
    return _HEDGE_BEFORE.search(text, max(0, start - 32), start)


def hedged(text: str, draft: Draft) -> FoundQuantity:
    """The quantity with the hedge in front of it or behind it, which its span takes in."""
    start, end, hedge = draft.start, draft.end, None
    for _ in range(2):
        match = hedge_before(text, start)
        if match is None or _is_preposition(text, match, draft) or _compares(match):
            break
        start, hedge = match.start(), HEDGES[" ".join(match["hedge"].lower().split())]
    behind = _HEDGE_BEHIND.match(text, end)
    if hedge is None:
        inner = _HEDGE_BEHIND.search(text[draft.start : end])
        if behind:
            hedge, end = HEDGES[" ".join(behind["hedge"].lower().split())], behind.end()
        elif inner:
            hedge = HEDGES[" ".join(inner["hedge"].lower().split())]
    return FoundQuantity(
        start=start,
        end=end,
        text=text[start:end],
        low=_plain(draft.low),
        high=_plain(draft.high),
        unit=draft.unit,
        hedge=hedge,
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """1200000 for 1200000.0; other values as they are."""
    if value is None or value != value.to_integral_value():
        return value
    return value.to_integral_value()


def _compares(match: re.Match[str]) -> bool:
    """Whether "less than the 94 millimetres that fell" holds something else against the number."""
    return match["hedge"].lower().endswith("than") and match[0].endswith("the ")


def _is_preposition(text: str, match: re.Match[str], draft: Draft) -> bool:
    """Whether "over", "about" … only link here: "over three days", "a row over two islands"."""
    word = match["hedge"].lower()
    if word == "about" and "-old" in text[draft.start : draft.end]:
        return True
    large = draft.low is not None and abs(draft.low) >= 100
    if large or word not in {
        "over",
        "under",
        "about",
        "around",
        "above",
        "below",
        "beyond",
        "some",
    }:
        return False
    if word in {"over", "under", "beyond"} and draft.unit in TIME_UNITS and not _aging(text, draft):
        return True
    return _NOT_HEDGE.search(text, max(0, match.start() - 24), match.start()) is not None


def _aging(text: str, draft: Draft) -> bool:
    before = text[max(0, draft.start - 20) : draft.start]
    return (
        re.search(
            r"\b(?:just|well|for|aged?|lasts?|lasted|took|takes?|in|is|was|after|of"
            r"|with)\s+(?:over|under)\s+$",
            before,
        )
        is not None
        or "old" in text[draft.start : draft.end]
    )
