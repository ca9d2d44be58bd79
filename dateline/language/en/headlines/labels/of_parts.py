"""The label of a share by what follows it: “Share of Norlanders who back the toll”."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.clause_parts import (
    has_verb,
    subject_before,
    verb_of,
    without_opening,
)
from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.words import compile_pattern

_SHARES: Final = frozenset({"percent", "share"})
_LONGEST: Final = 80
_OF: Final = compile_pattern(
    r" of (?:(?:the|its|their|his|her|all|all the) )?(?P<rest>[^;:()“”—]{4,200})"
)
_NO_WHOLE: Final = compile_pattern(r"(?:what|which|whom|it|them|those|this|that)$")
_PEOPLE: Final = compile_pattern(
    r".*\b(?:people|men|women|children|staff|voters|workers|members|nurses|doctors|teachers|drivers|players|patients"
    r"|pupils|students|adults|families|customers|respondents|employees|farmers|residents|those\b.*|(?-i:[A-Z])[a-z]+s)"
)
# Where what is said of them may be cut short.
_CUT: Final = compile_pattern(
    r" (?:than|because|after|before|when|while|if|as|in|on|at|from|for|with|and|but|by|which|that|who)\b"
)


def find_share(around: AroundNumber) -> Iterator[str]:
    """What is said of a part of a whole, in the words of its clause."""
    found = _OF.match(around.said_after) if around.found.unit in _SHARES else None
    words = f"the {found['rest']}" if found else ""
    opening = without_opening(f"{around.before}it").removesuffix("it")
    those = _THOSE.fullmatch(found["rest"]) if found else None
    parts = (those["who"], those["said"]) if those else None
    parts = (
        parts or subject_before(words) if _ALONE.fullmatch(opening) and has_verb(words) else None
    )
    if parts is None:
        return
    participle, _, rest = parts[1].partition(" ")
    if participle.endswith("ed") and (main := verb_of(rest.partition(",")[0])):
        parts = f"{parts[0]} {participle} {rest[: main[0]].strip()}", rest[main[0] :]
    whole = parts[0].removeprefix("the ")
    if "," in whole or _NO_WHOLE.match(whole):
        return
    said = parts[1].partition(",")[0].strip(" .")
    first = f"share of {whole} {'who' if _PEOPLE.fullmatch(whole) else 'that'} "
    ends = [len(said), *(cut.start() for cut in reversed([*_CUT.finditer(said)]))]
    yield from (first + said[:end] for end in ends if end and len(first) + end <= _LONGEST)


# “78% of those who replied were opposed”
_THOSE: Final = compile_pattern(
    r"(?P<who>those who [a-z]+(?: (?!(?:were|was|are|would|will|had|have|said)\b)[a-z]+)?)"
    r" (?P<said>(?:were|are|would|will|had|have|said|backed|opposed|supported|wanted)\b .*)"
)
_ALONE: Final = compile_pattern(
    r"(?:(?:and|but|that|fully|only|about|around|nearly|almost|some|just|over|more than|at least|fewer than"
    r"|less than) ?)*"
)
