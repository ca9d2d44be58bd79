"""Words that say the opposite of each other: a loss and a profit, late and early, approve and reject."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from dateline.language.en.words import compile_pattern, one_of
from dateline.patterns import compile_later

# How far from a number a word is still about it.
_REACH: Final = 60


class _Opposed(NamedTuple):
    """Two opposites, each as it stands before and after a number; nothing where it does not stand there."""

    before: tuple[str, str]
    after: tuple[str, str]


_NEVER: Final = r"(?!)"
_OF: Final = r"(?: [a-z]+){0,2}(?: of)?(?: about| nearly| almost| some)? $"
_PAIRS: Final[Mapping[str, _Opposed]] = {
    "money": _Opposed(
        before=(
            rf"\b(?:(?:deficit|loss|shortfall)(?: of)?|(?:lost|loses|losing|lose)){_OF}",
            rf"\b(?:(?:earned|earns|made|makes|making) $|(?:surplus|profit){_OF})",
        ),
        after=(
            r" in the red\b|(?: of [^.;:,]{1,50})? (?:is|are|was|were) in (?:deficit|the red)\b",
            r" in the black\b|(?: of [^.;:,]{1,50})? (?:is|are|was|were) in (?:surplus|the black)\b",
        ),
    ),
    "time": _Opposed(
        before=(_NEVER, _NEVER),
        after=(r" (?:late|behind schedule)\b", r" (?:early|ahead of schedule)\b"),
    ),
    "budget": _Opposed(before=(_NEVER, _NEVER), after=(r" over budget\b", r" under budget\b")),
    "vote": _Opposed(
        before=(
            r"\b(?:approve[sd]?|passe[sd]|backe?[sd]?|adopt(?:s|ed)?)\b[^.;:]{1,40} by $",
            r"\b(?:reject(?:s|ed)?|oppose[sd]?|defeat(?:s|ed)?|vote[sd]? down)\b[^.;:]{1,40} by $",
        ),
        after=(r" (?:for|in favour of) (?:the|its|his|her)\b", r" against (?:the|its|his|her)\b"),
    ),
}
_BESIDE: Final = {
    name: [
        (compile_pattern(pair.before[side]), compile_pattern(pair.after[side])) for side in (0, 1)
    ]
    for name, pair in _PAIRS.items()
}


class OneSide(NamedTuple):
    """One of two opposites, and the words that say it."""

    pair: str
    is_first: bool
    words: str


def sides_beside(text: str, start: int, end: int) -> Iterator[OneSide]:
    """What the words beside a number say of it, where there is an opposite of that."""
    left, right = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    for name, sides in _BESIDE.items():
        for number, (before, after) in enumerate(sides):
            if found := after.match(right) or before.search(left):
                yield OneSide(name, number == 0, found[0].strip())


# Words that tell of one thing which way it went or what became of it.
_RISE: Final = (
    "rise rises rose risen rising increase increases increased increasing growth grow grows grew grown growing climb"
    " climbs climbed jump jumps jumped surge surges surged"
)
_FALL: Final = (
    "fall falls fell fallen falling drop drops dropped decrease decreases decreased decline declines shrink shrinks"
    " shrank shrunk slump slumps slumped plunge plunges plunged"
)
_LOSS: Final = (
    "deficit",
    "deficits",
    "loss",
    "losses",
    "lost",
    "lose",
    "loses",
    "losing",
    "shortfall",
)
_WORDS: Final = {
    "way": (_RISE.split(), _FALL.split()),
    "money": (("surplus", "profit", "profits", "in the black"), (*_LOSS, "in the red")),
    "keep": (("gain", "gains", "gained"), ("lost", "lose", "loses", "losing")),
    "offer": (
        ("accept", "accepts", "accepted", "approve", "approves", "approved"),
        ("turned down", "turns down", "refused", "refuses", "rejected", "rejects", "declined"),
    ),
    "duty": (
        ("oblige", "obliges", "obliged", "require", "requires", "required"),
        ("forbid", "forbids", "forbade", "forbidden", "ban", "bans", "banned", "prohibits"),
    ),
}
_SAYING: Final = {
    name: [compile_pattern(rf"\b{one_of(side)}\b(?![-‑])") for side in sides]
    for name, sides in _WORDS.items()
}


def sides_in(text: str) -> Iterator[tuple[OneSide, re.Match[str]]]:
    """Of each two opposites the one that a text has, where it has not the other as well."""
    for name, patterns in _SAYING.items():
        first, second = (pattern.search(text) for pattern in patterns)
        found = first or second
        if found and not (first and second) and not _is_of_a_name(found):
            yield OneSide(name, first is not None, found[0]), found


_CAPITAL: Final = compile_later(r"\s+[A-Z]")


def _is_of_a_name(found: re.Match[str]) -> bool:
    """Whether a word is part of a name: “Rose Hill”, “the Fall River”."""
    is_inside = found.start() > 0 or _CAPITAL.match(found.string, found.end()) is not None
    return found[0][0].isupper() and is_inside
