"""What every match of a pattern has in it: words that are quicker to look for than the pattern.

Most patterns of a grammar find nothing in most texts, and take longest where they find nothing. The
signs are read from the tree that `re` makes of a pattern; of a part that is not known here, nothing is
said. Case is folded in both, so that a sign is found wherever `re` would find its letters.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

# More would take as long to look for as the pattern.
_MOST: Final = 60
# How often a paragraph may be expected to have a sign, by its length.
_OFTEN: Final = (1, 1, 0.7, 0.2, 0.1, 0.04, 0.02, 0.01)
_IN_MOST: Final = frozenset(
    "a an and as at be by for from in is it of on or that the this to was were with".split()
)
_RARE: Final = frozenset("@#§°±×&*<>[]{}|_^~\\")
_WORTH: Final = 1.0
_WHOLE_RANGE: Final = 10

Signs = frozenset[str]
_NOTHING: Final[Signs] = frozenset({""})
# What matches between two letters.
_BETWEEN: Final = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_SPACE: Final[Signs] = frozenset({" "})


@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """The letters without their case, ı and İ as the i that they are to `re`, and one space for several."""
    is_plain = text.isascii()
    text = text.lower() if is_plain else text.casefold().replace("\u0307", "").replace("ı", "i")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def signs_of(tree: Any) -> tuple[str, ...]:
    """One of these is in each match, folded; none of them where nothing useful can be said."""
    found = _shortest(_best(_needed(tree)) or frozenset())
    return tuple(sorted(found)) if found and _expected(found) < _WORTH else ()


def _expected(signs: Signs) -> float:
    return sum(map(_how_often, signs))


def _how_often(sign: str) -> float:
    if sign.strip() in _IN_MOST:
        return 1
    return 0.1 if sign in _RARE else _OFTEN[min(len(sign), len(_OFTEN) - 1)]


def _best(choices: Iterable[Signs]) -> Signs | None:
    return min((signs for signs in choices if signs), key=_expected, default=None)


def _needed(tree: Any) -> list[Signs]:
    """Sets of which each match has a sign from each: stretches of letters, and what is in repetitions."""
    found: list[Signs] = []
    stretch: Signs = _NOTHING
    for part, written in _pieces(tree):
        longer = _joined(stretch, written) if written is not None else None
        if longer is None:
            found += [stretch, *(_inside(part) if part else ())]
            longer = written or _NOTHING
        stretch = longer
    return [signs for signs in (*found, stretch) if "" not in signs]


def _shortest(signs: Signs) -> Signs:
    """Without those that have another in them, which are looked for in vain."""
    return frozenset(
        sign for sign in signs if not any(other in sign for other in signs if other != sign)
    )


def _joined(first: Signs, second: Signs) -> Signs | None:
    if len(first) * len(second) > _MOST:
        return None
    return frozenset(start + end for start in first for end in second)


def _pieces(tree: Any) -> Iterator[tuple[Any, Signs | None]]:
    """Each part of a sequence with all that it can match; letters in a row are one part."""
    letters = ""
    for part in tree:
        if part[0].name == "LITERAL":
            letters += chr(part[1])
            continue
        if letters:
            yield None, frozenset({fold(letters)})
            letters = ""
        yield part, _written(part)
    if letters:
        yield None, frozenset({fold(letters)})


def _written(part: Any) -> Signs | None:
    """All that a part of a pattern can match, folded, if that is not too much to say."""
    match part[0].name, part[1]:
        case "IN", members:
            return _members(members)
        case "BRANCH", (_, trees):
            return _any_of(map(_all_of, trees))
        case "SUBPATTERN", (_, _, _, tree):
            return _all_of(tree)
        case (("MAX_REPEAT" | "MIN_REPEAT"), (least, 1, tree)):
            written = _all_of(tree)
            return written if least else _any_of([_NOTHING, written])
        case (("MAX_REPEAT" | "MIN_REPEAT"), (1, _, tree)):
            return _SPACE if _all_of(tree) == _SPACE else None
        case name, _:
            return _NOTHING if name in _BETWEEN else None


def _members(members: Any) -> Signs | None:
    found: set[str] = set()
    for kind, value in members:
        match kind.name, value:
            case "LITERAL", code:
                found.add(fold(chr(code)))
            case "RANGE", (first, last) if last - first < _WHOLE_RANGE:
                found.update(fold(chr(code)) for code in range(first, last + 1))
            case _:
                return None
    return frozenset(found)


def _all_of(tree: Any) -> Signs | None:
    """All that a sequence can match."""
    whole = _NOTHING
    for _, written in _pieces(tree):
        longer = _joined(whole, written) if written is not None else None
        if longer is None:
            return None
        whole = longer
    return whole


def _any_of(choices: Iterable[Signs | None]) -> Signs | None:
    either: set[str] = set()
    for signs in choices:
        if signs is None or len(either) > _MOST:
            return None
        either |= signs
    return frozenset(either) if len(either) <= _MOST else None


def _inside(part: Any) -> list[Signs]:
    """What is needed by a part of which not all that it matches can be said."""
    match part[0].name, part[1]:
        case "SUBPATTERN", (_, _, _, tree):
            return _needed(tree)
        case (("MAX_REPEAT" | "MIN_REPEAT"), (least, _, tree)) if least > 0:
            return _needed(tree)
        case "BRANCH", (_, trees):
            either = _any_of(_best(_needed(tree)) for tree in trees)
            return [either] if either else []
    return []
