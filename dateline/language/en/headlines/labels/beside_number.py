"""The label of a number that stands beside another: what it was before, how much more or less it is."""

from typing import Final

from dateline.language import FoundQuantity
from dateline.language.en.headlines.labels.figure_label import LONGEST, FigureLabel, as_label
from dateline.language.en.words import compile_pattern

# Between two numbers of the same: “…, down from 5,200”, “… in May, against 12”.
_SAME: Final = compile_pattern(
    r"[^.;“”]{0,40}?,? (?:(?:up|down) from|compared (?:with|to)|against|after)"
    r"(?: (?:just|only|about|some|around|an?|the|peak|record|low|high|of|[0-9]{4}))* "
)
_HEDGE: Final = r"(?:(?:by|just|only|about|around|nearly|almost|some|roughly|more than|less than|at least|over|a) )*"
# “…, up by a fifth”, “…, down 2.3 percent”.
_CHANGED: Final = compile_pattern(rf"[^.;“”]{{0,40}}?, (?:(?P<up>up)|down) {_HEDGE}")
# “959 churches, 55 more than a year earlier”.
_BESIDE: Final = compile_pattern(rf"[^.;:“”]{{0,80}}?, {_HEDGE}")
_THAN: Final = compile_pattern(
    r" (?P<how>(?:more|less|fewer|higher|lower|above|below)(?: than)?)"
    r" (?P<what>(?!(?:it|they|he|she|we|that|this|what)\b)[\w’'-]+(?: [\w’'-]+){0,5}?)(?=[,;:.()—–]|$| (?:and|but)\b)"
)
# “has grown to 531 tonnes, worth”
_WORTH: Final = compile_pattern(rf"[^.;:“”]{{0,20}}?,? (?:now )?worth {_HEDGE}")
_CHANGE: Final = compile_pattern(r"(?:rise|fall|cut|share|vote)\b")


def find_label_beside(
    text: str, before: FigureLabel, end: int, found: FoundQuantity, *, is_same_unit: bool
) -> FigureLabel | None:
    """By the label `before` of the number that ends at `end`; None where the words do not compare the two."""
    between, after = text[end : found.start], text[found.end :]
    if is_same_unit and _SAME.fullmatch(between):
        return before
    if _CHANGE.match(before.words):
        return None
    if _WORTH.fullmatch(between):
        return as_label(f"worth of {before.words}")
    if changed := _CHANGED.fullmatch(between):
        return as_label(f"{'rise' if changed['up'] else 'fall'} in {before.words}")
    than = _THAN.match(after)
    if than and _BESIDE.fullmatch(between):
        words = f"{before.words}, {than['how']} {than['what']}"
        return FigureLabel(words=words) if len(words) <= LONGEST else None
    return None
