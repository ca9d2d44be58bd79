"""Hedges: what the words before or after a quantity say about its value."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from dateline.facts.hedges import HEDGES_AFTER, HEDGES_BEFORE, Hedge
from dateline.language import FoundQuantity, Negation
from dateline.language.en.quantities.counting import UNDER_AGE
from dateline.language.en.quantities.negated import TURNED, HedgedNumber, scope_of_negation
from dateline.language.en.quantities.numbers import Draft
from dateline.language.en.words import (
    DASH,
    NUMBER_WORDS,
    TIME_UNITS,
    compile_pattern,
    one_of,
    one_spaced,
)
from dateline.patterns import compile_later

_HEDGE_BEFORE: Final = compile_pattern(
    rf"(?<![\w-])(?P<hedge>{one_of(HEDGES_BEFORE)})(?: an?(?= estimated)| a total of| the)?"
    rf"(?: |(?<=near){DASH})$"
)
_HEDGE_AFTER: Final = compile_pattern(
    rf" ?(?P<hedge>{one_of(word.replace('+', '[+]') for word in HEDGES_AFTER)})(?!\w)"
)
# After these the words are about the quantity or against it: "a dispute over $3 million".
_DISPUTED: Final = (
    r"disputes?|rows?|clash\w*|fights?|battles?|anger|argu\w+|lawsuits?|wrangl\w*|quarrel\w*|feuds?"
    r"|controvers\w+|outcry|protests?|debates?|concern\w*|worr\w+|questions?|fears?|talks?|su(?:ed|ing)"
    r"|accus\w+|standoff|stand-off|scandal|furore|deadlock|impasse|negotiat\w+|investigat\w+|probe"
    r"|inquiry|divided"
)
_SPOKEN: Final = (
    r"talk\w*|spoke|speak\w*|ask\w*|stor(?:y|ies)|film|book|complain\w*|doubts?|learn\w*|know|heard"
    rf"|thought|{_DISPUTED}"
)
_PLACED: Final = (
    r"travel\w*|gather\w*|sat|seated|wrapped|walked|come|came|built|based|cent(?:er|re)d|revolv\w+"
    r"|cluster\w*"
)
_RULED: Final = (
    r"victory|victories|win|wins|charg\w+|fine[ds]?|control|jailed|presid\w+|took|take|taken|rul\w+"
    rf"|drew|placed?|held|flew|fly|flying|{_PLACED}|{_SPOKEN}"
)
_NOT_HEDGES: Final[Mapping[str, re.Pattern[str]]] = {
    word: compile_pattern(rf"\b(?:{before}) $")
    for word, before in {
        "about": _SPOKEN, "around": _PLACED, "over": _RULED, "under": _RULED, "above": _RULED,
        "below": _RULED, "beyond": _RULED, "some": _RULED,
    }.items()
}  # fmt: skip
# "Two held over £3m theft"
_CHARGED: Final = compile_pattern(
    r"\b(?:held|arrested|charged|jailed|quizzed|questioned|sued|fined|probed|suspended|sacked) $"
)
_CHARGE: Final = compile_pattern(
    r" (?!(?:in|of|for|on|to|by|from|and|after|at|an?|the|with|worth|last|this|as|while|when)\b)[a-z]"
)
_LARGE_AND_DISPUTED: Final = compile_pattern(rf"\b(?:{_DISPUTED}) $")


def hedge_before(text: str, start: int) -> re.Match[str] | None:
    return _HEDGE_BEFORE.search(text, max(0, start - 32), start)


def hedged(text: str, draft: Draft) -> FoundQuantity:
    """The quantity with the hedge before or after it, which becomes part of its span."""
    start, end, hedge = draft.start, draft.end, None
    for _ in range(0 if draft.pair else 2):
        match = hedge_before(text, start)
        if match is None or _is_preposition(text, match, draft) or _compares(match):
            break
        if compares_with_then(text, match, draft.end):
            break
        start, hedge = match.start(), HEDGES_BEFORE[one_spaced(match["hedge"]).lower()]
    if hedge is None and (after := _hedge_after(text, draft)):
        hedge = HEDGES_AFTER[one_spaced(after["hedge"]).lower()]
        end = max(end, after.end())
    negation = _negation(text, start, draft) if hedge in TURNED else "none"
    if hedge and negation == "turned":
        hedge = TURNED[hedge]
    low, high = _plain(draft.low), _plain(draft.high)
    return FoundQuantity(
        start=start,
        end=end,
        text=text[start:end],
        low=low,
        high=high,
        unit=draft.unit,
        hedge=hedge,
        pair=draft.pair,
        negation=negation,
    )


def _negation(text: str, start: int, draft: Draft) -> Negation:
    is_measured = draft.measured or draft.unit in (None, "percent", "percentage points", "share")
    return scope_of_negation(
        HedgedNumber(
            text=text, start=start, end=draft.end, unit=draft.unit, is_measured=is_measured
        )
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """1200000 for 1200000.0; other values as they are."""
    if value is None or value != value.to_integral_value():
        return value
    return value.to_integral_value()


def _hedge_after(text: str, draft: Draft) -> re.Match[str] | None:
    """The hedge after a quantity, or in it ("20-plus years"); not "£3m plus £1m", "£4 and under-12s"."""
    if draft.pair or _is_band(draft):
        return None
    after = _HEDGE_AFTER.match(text, draft.end)
    if after is None:
        return _HEDGE_AFTER.search(text, draft.start, draft.end)
    words = one_spaced(after["hedge"]).lower()
    goes_on = _NOT_CLOSED if words in _CLOSING else _MORE_OF_IT if words == "and more" else _GOES_ON
    return None if goes_on.match(text, after.end()) else after


# "The 900 hectares and more that were lost"; "900 hectares and more rain" has two things.
_MORE_OF_IT: Final = compile_pattern(
    r"(?! *(?:$|[.,;:!?)]|(?:that|which|who|of (?:it|them|these|those))\b))"
)


def _is_band(draft: Draft) -> bool:
    """Whether it is "plus or minus 3", whose "plus" is no hedge."""
    return draft.low is not None and draft.high is not None and draft.low < 0 < draft.high


_CLOSING: Final = frozenset({"plus", "at least", "at the least", "at most", "at the most"})
_NOT_CLOSED: Final = compile_pattern(r"(?! ?(?:$|[.,;:!?)]|(?:are|is|were|was|who|have|had)\b))")
_GOES_ON: Final = compile_pattern(
    rf"{DASH}| (?:[0-9$£€]|(?:the|an?|his|her|their|its|{NUMBER_WORDS})\b)"
)


# “handing over 4,500 tonnes”: the verb’s own word.
_HANDED: Final = compile_pattern(r"\b(?:hand|turn|sign)(?:s|ed|ing)? $")


def _compares(match: re.Match[str]) -> bool:
    """Whether it compares something else with the number: "less than the 94 millimetres that fell"."""
    words = one_spaced(match["hedge"]).lower()
    is_above_or_below = HEDGES_BEFORE[words] in {Hedge.MORE_THAN, Hedge.FEWER_THAN}
    return match[0].endswith("the ") and (is_above_or_below or words.endswith(" than"))


# "14 tonnes more than a year before", "300 fewer than six years ago": the number before is so much more.
_SO_MUCH: Final = compile_pattern(
    rf"(?:[$£€]?[0-9][0-9.,]*(?:[mk]|[bt]n|km|kg)?|\b{NUMBER_WORDS})"
    r"%?(?: (?:hundred|thousand|million|billion|trillion|lakh|crore|percentage|square|cubic)){0,2}"
    r"(?: (?:[a-z]+s|percent|per cent|people|men|women))? $"
)
_THEN: Final = compile_pattern(r" (?:before|ago|earlier|previously|after|later)\b")


def compares_with_then(text: str, hedge: re.Match[str], end: int) -> bool:
    """Whether words such as "fewer than" compare the number before them with a time ago."""
    is_then = _THEN.search(text, max(0, end - 12), end + 12)
    return bool(
        is_then
        and hedge["hedge"].lower().endswith(" than")
        and _SO_MUCH.search(text, max(0, hedge.start() - 60), hedge.start())
    )


# “The three deficits add up to £23m.”, but not “adds up to an hour to journeys”
_ADDING: Final = compile_pattern(r"\badd(?:s|ed|ing)? $")


def _is_preposition(text: str, match: re.Match[str], draft: Draft) -> bool:
    """Whether "over", "about" … are only prepositions: "over three days", "a row over two islands"."""
    word = match["hedge"].lower()
    large = draft.low is not None and abs(draft.low) >= 100
    before = text[max(0, match.start() - 24) : match.start()]
    if word == "near":
        is_round = draft.low is not None and draft.low >= 20 and draft.low % 10 == 0
        return not (is_round or draft.measured or draft.unit is None)
    if word in {"under", "below"} and _BURIED.search(before) and _is_depth(text, draft):
        return True
    if word not in _NOT_HEDGES:
        is_sum = _ADDING.search(before) and not text.startswith(" to ", draft.end)
        return word == "up to" and bool(is_sum)
    handed = word == "over" and _HANDED.search(before) is not None
    if large:
        charged = _CHARGED.search(before) and _CHARGE.match(text, draft.end)
        return word != "some" and bool(handed or charged or _LARGE_AND_DISPUTED.search(before))
    if word in {"over", "under", "beyond"} and draft.unit in TIME_UNITS:
        return not _aging(text, draft)
    aged = word == "about" and "-old" in text[draft.start : draft.end]
    return aged or handed or _NOT_HEDGES[word].search(before) is not None


def _is_depth(text: str, draft: Draft) -> bool:
    return _DEEP.search(text, max(0, draft.end - 12), draft.end + 4) is not None


_BURIED: Final = compile_pattern(
    r"\b(?:bur(?:y|ied)|trap\w*|lies?|lay|lying|submerg\w*|sank|sunk|hid\w*|stuck|pinned|was|were|is|are"
    r"|been|found|crush\w*|vanish\w*|disappear\w*|still|left|dug|live|living|work\w*) $"
)
_DEEP: Final = compile_pattern(
    r"(?:feet|foot|ft|met(?:re|er)s?|inch(?:es)?|cm|m|centimet(?:re|er)s?|yards?|fathoms?) of "
)
_LASTING: Final = compile_later(
    r"\b(?:just|well|for|aged?|lasts?|lasted|took|takes?|in|is|was|after|of|with)\s+(?:over|under)\s+$"
)


def _aging(text: str, draft: Draft) -> bool:
    before = text[max(0, draft.start - 32) : draft.start]
    lasts = _LASTING.search(before) or UNDER_AGE.search(before)
    return lasts is not None or "old" in text[draft.start : draft.end]
