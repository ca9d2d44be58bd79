"""The label of a number that goes on from another: “…, 40% would stay”, “29 of them in people over 65”."""

from typing import Final

from dateline.language.en.headlines.labels.around_number import SOME
from dateline.language.en.headlines.labels.doers import are_people
from dateline.language.en.headlines.labels.figure_label import FigureLabel, as_label
from dateline.language.en.words import compile_pattern

_REST: Final = (
    r"(?P<rest>[^,;:.“”()]{2,60}?)(?=[,;:.“”()]|$| and (?:about |around |nearly |some |more than |over )?[0-9]"
    r"| (?:but|while|after|before|which|who|when|because|since)\b)"
)
# “29 of them in people over 65”, “five of them children”
_OF_THEM: Final = compile_pattern(rf" of (?:them|whom|which|these|those) {_REST}")
# “40% would vote to stay”, “13% were undecided”
_SAID: Final = compile_pattern(
    rf" (?P<be>(?:would|will|were|are|was|is|had|have|has|did|do|said|wanted|thought|felt|backed|opposed)\b) {_REST}"
)
_SHARE: Final = compile_pattern(r"(?P<whole>share of [^,;]{2,50}?) (?P<who>who|that) ")
_NEXT: Final = compile_pattern(rf"[^.;:“”()]{{0,70}}?(?:,| and|, and|, while){SOME} $")
# “58 polling stations on 17 islands”
_ACROSS: Final = compile_pattern(rf"(?: [a-z-]+){{0,2}} (?:on|in|at|across|over){SOME} $")
# How somebody is says nothing of what was done with all: “40 of them in a serious condition”.
# Of injuries, and not of the people who have them: “11 of them serious”.
_FITS: Final = compile_pattern(
    r"(?!.* condition\b)(?:in|on|at|from|with|without|under|over|for|to|by|aged|children|women|men"
    r"|girls|boys|[a-z]+(?:ly|ed|en))\b"
)
# “half of which will be paid by the state”
_TO_BE: Final = compile_pattern(
    r"(?:will|would|is to|must) be (?P<done>(?:paid|met|covered|borne|funded)\b.*)"
)
_WHERE: Final = compile_pattern(r" (?:in|on|at|from|across) [^,;]{2,50}$")
_PLACED: Final = compile_pattern(r"(?:in|on|at) ")


def find_label_of_part(
    text: str, first: FigureLabel, between: tuple[int, int]
) -> FigureLabel | None:
    """Of “29 of them in people over 65”, by the label of the `first`, which ends where `between` begins."""
    if not _NEXT.fullmatch(text[slice(*between)]):
        return None
    part = _OF_THEM.match(_after(text, between[1]))
    if part and (paid := _TO_BE.match(part["rest"])) and first.words.lower().startswith("cost"):
        costs = (first.words, _WHERE.sub("", first.words))
        labels = (as_label(f"share of the {cost} to be {paid['done']}") for cost in costs)
        return next((label for label in labels if label), None)
    if part is None or not _FITS.match(part["rest"]):
        return None
    whole = _WHERE.sub("", first.words) if _PLACED.match(part["rest"]) else first.words
    return as_label(f"{whole} {part['rest']}")


def _after(text: str, start: int) -> str:
    number = _NUMBER.match(text, start)
    return text[number.end() if number else start :]


def find_label_in_list(
    text: str, first: FigureLabel, between: tuple[int, int], noun: str | None, own: str | None
) -> FigureLabel | None:
    """By the label of the `first`, which counts `noun` and ends where `between` begins; `own` is its own noun."""
    words, rest = text[slice(*between)], _after(text, between[1])
    if own == noun and _AND_THEN.fullmatch(words) and _THEN.match(rest):
        return first
    share = _SHARE.match(first.words)
    if share and _NEXT.fullmatch(words) and (said := _SAID.match(rest)):
        return as_label(f"{share['whole']} {share['who']} {said['be']} {said['rest']}")
    if own and noun and not are_people(noun) and _ACROSS.fullmatch(words):
        kind = first.words.partition(" on ")[0].partition(" in ")[0].partition(" at ")[0]
        return as_label(f"{own} with {kind}") if kind.endswith(noun) else None
    is_plain = noun and first.words.lower().endswith(noun.lower()) and " that " not in first.words
    if own and is_plain and _AND.fullmatch(words):
        return as_label(own)
    return None


_NUMBER: Final = compile_pattern(
    r"[£$€]?[0-9][0-9.,]*(?:(?:m|bn|tn|k)\b|%| per ?cent| percent)?|[a-z]+(?= of (?:them|whom|which))"
)
# “lost £31m in 2023 and £42m in 2024”, “by 2.4% this year and 2.1% in 2027”
_WHEN: Final = r"(?:in (?:the )?|this |last |next |by |on )[\w–-]+(?: [\w–-]+)?"
_AND_THEN: Final = compile_pattern(rf" {_WHEN} and{SOME} $")
_THEN: Final = compile_pattern(
    r" (?:in (?:19|20)[0-9]{2}|this|last|next|in (?-i:[A-Z])|the (?:year|month) )"
)
_AND: Final = compile_pattern(rf"(?: [a-z-]+){{0,3}},? and{SOME} $")
