"""The label of a number that stands beside another: what it was before, how much more or less it is."""

from dataclasses import replace
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
# “a deficit of €27m, almost double the €14m it had planned”
_SET_AGAINST: Final = compile_pattern(
    r"[^.;:“”]{0,20}?,? (?:and |but )?(?:(?:almost|nearly|more than|less than|about|just|well|roughly|far) )*"
    r"(?:double|twice|triple|half|[a-z]+ times|short of|above|below|over|under|against|compared with|than|up on"
    r"|down on) (?:of )?(?:the )?"
)
_AS_PLANNED: Final = compile_pattern(
    r" (?:that |which )?(?:it|they|he|she) had "
    r"(?P<done>planned|expected|forecast|budgeted|predicted|promised|projected|targeted)(?=[,;.]|$)"
)
_AGO: Final = compile_pattern(
    r"(?:a year|a month|a week|last year|last month)(?: (?:ago|earlier|before))?"
)
# “cut her target from €24 to €17”
_MOVED: Final = compile_pattern(
    r"\bfrom [£$€]?[0-9][0-9.,]*(?: (?:million|billion|percent|per cent))?$"
)
# What a harvest was is not what somebody expects of this one.
_FORESEEN: Final = compile_pattern(
    r" (?:that [^,;]{2,50} (?:expects?|expected|forecasts?|predicts?|predicted|projects?)|expected)$"
)
_CHANGE: Final = compile_pattern(r"(?:rise|fall|cut|share|vote)\b")


def find_label_beside(
    text: str, before: FigureLabel, end: int, found: FoundQuantity, *, is_same_unit: bool
) -> FigureLabel | None:
    """By the label `before` of the number that ends at `end`; None where the words do not compare the two."""
    between, after = text[end : found.start], text[found.end :]
    is_moved = between == " to " and _MOVED.search(text[:end])
    is_same = is_same_unit and (_SAME.fullmatch(between) or is_moved)
    if is_same_unit and (there := _of_share_there(before, between, after)):
        return there
    if is_same or _CHANGE.match(before.words):
        return replace(before, words=_FORESEEN.sub("", before.words)) if is_same else None
    if _WORTH.fullmatch(between):
        return as_label(f"value of {before.words}")
    if changed := _CHANGED.fullmatch(between):
        return as_label(f"{'rise' if changed['up'] else 'fall'} in {before.words}")
    if _SET_AGAINST.fullmatch(between) and (planned := _AS_PLANNED.match(after)):
        return as_label(f"{before.words} {planned['done']}")
    return _of_comparison(before, between, after)


# “31% of places in Fife were unused, compared with 17% across Scotland”
_COMPARED: Final = compile_pattern(
    r"[^.;:“”]{0,60}?,? (?:compared (?:with|to)|against|and|but) (?:about |just |only )?"
)
_PLACED: Final = compile_pattern(
    r" (?P<where>(?:in|across|for) (?:the )?(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)*)(?=[,;.]|$| and\b)"
)
_SHARE_THERE: Final = compile_pattern(
    r"(?P<whole>share of [a-z-]+(?: [a-z]+)?) (?:in|across|at|for) [^,;]*?(?P<said> (?:who|that) .*)"
)


def _of_share_there(before: FigureLabel, between: str, after: str) -> FigureLabel | None:
    there, whole = _PLACED.match(after), _SHARE_THERE.fullmatch(before.words)
    is_compared = _COMPARED.fullmatch(between) is not None
    if there and is_compared and not whole and before.words.lower().startswith("share of "):
        return as_label(f"{before.words} {there['where']}")
    if not (there and whole and is_compared):
        return None
    return as_label(f"{whole['whole']} {there['where']}{whole['said']}")


def _of_comparison(before: FigureLabel, between: str, after: str) -> FigureLabel | None:
    than = _THAN.match(after)
    if than and _AGO.fullmatch(than["what"]) and _BESIDE.fullmatch(between):
        is_more = than["how"].startswith(("more", "higher", "above"))
        return as_label(f"{'rise' if is_more else 'fall'} in {before.words}")
    if than and _BESIDE.fullmatch(between):
        words = f"{before.words}, {than['how']} {than['what']}"
        return FigureLabel(words=words) if len(words) <= LONGEST else None
    return None
