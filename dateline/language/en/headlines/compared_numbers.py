"""Which number of a sentence another one was before: “fell from 19 to 11”, “six seats, down from nine”."""

from typing import Final

from dateline.language.en.headlines.clause_parts import FromTo
from dateline.language.en.words import compile_pattern

_HEDGE: Final = (
    r"(?:(?:about|around|just|only|nearly|almost|some|roughly|more than|less than|fewer than|at least|over|under|up"
    r"|an?|the|its|their|his|her|peak|record|low|high|previous|of) )*"
)
_FROM: Final = compile_pattern(rf"\bfrom {_HEDGE}$")
_TO_NEXT: Final = compile_pattern(rf"[^,.;:“”()]{{0,40}}? to {_HEDGE}")
_TO: Final = compile_pattern(rf"\bto {_HEDGE}$")
_FROM_NEXT: Final = compile_pattern(rf"(?: [a-z-]+){{0,2}}?,? from {_HEDGE}")
_DOWN_FROM: Final = compile_pattern(
    rf"(?! to\b)(?:[^.;:“”()]{{0,70}}?,)? \(?(?:up|down) from {_HEDGE}"
)
# “from 612 tonnes to 300 in 2017 and 171 in 2019”: of three, a human says which was when.
_AND_ON: Final = compile_pattern(rf"[^,;.:“”()]{{0,30}} and (?:then )?(?:to )?{_HEDGE}")
# What changes: “had risen”, “raised its levy”, but not “ran from 5 to 7”.
_CHANGED: Final = compile_pattern(
    r"\b(?:ris(?:e|es|en|ing)|rose|rais\w+|grow\w*|grew|climb\w*|increas\w+|jump\w*|soar\w*|swell\w*|swollen|surg\w+|lift\w*"
    r"|boost\w*|doubl\w+|tripl\w+|expand\w*|widen\w*|extend\w*|fall(?:s|en|ing)?|fell|drop\w*|declin\w+|slip\w*|shrink\w*"
    r"|shrank|shrunk|s[aiu]nk|weaken\w*|narrow\w*|plung\w+|tumbl\w+|slid|slides?|cut(?:s|ting)?|lower\w*|reduc\w+|trim\w*"
    r"|halv\w+|decreas\w+|chang\w+|went (?:up|down)|go(?:es|ne)? (?:up|down)|mov(?:ed|es|e)|improv\w+"
    r"|worsen\w*|dwindl\w+)\b"
)
_IN_ONE_WORD: Final = compile_pattern(r"[-‐‑]")


def find_compared(text: str, start: int, numbers: list[FromTo]) -> list[tuple[int, int]]:
    """The numbers of the sentence from `start` on that are one at two times: the earlier and the later, by place."""
    found = list[tuple[int, int]]()
    for second in range(1, len(numbers)):
        first = second - 1
        while first > 0 and _IN_ONE_WORD.search(text, *numbers[first]):
            first -= 1
        before, between = (
            text[start : numbers[first][0]],
            text[numbers[first][1] : numbers[second][0]],
        )
        is_change = _CHANGED.search(before) is not None
        third = numbers[second + 1][0] if second + 1 < len(numbers) else None
        if third and _AND_ON.fullmatch(text, numbers[second][1], third):
            continue
        if is_change and _FROM.search(before) and _TO_NEXT.fullmatch(between):
            found.append((first, second))
        elif (
            is_change and _TO.search(before) and _FROM_NEXT.fullmatch(between)
        ) or _DOWN_FROM.fullmatch(between):
            found.append((second, first))
    return found
