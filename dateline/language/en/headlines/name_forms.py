"""What a name is without what belongs to something else, and whether another stands for it."""

from typing import Final

from dateline.language.en.name_words import DEMONYM, MODEL
from dateline.language.en.words import compile_pattern, is_abbreviation
from dateline.patterns import compile_later

_MEMBER: Final = compile_pattern(r"(?:Republican|Democrat|Conservative|Liberal|Independent)s?")
_OF_PARTY: Final = compile_pattern(rf"Liberal|Social|Christian|New|Free|National|{DEMONYM.pattern}")
_WORD: Final = compile_later(r"[^\W\d_][\w’']*")
_SMALL: Final = frozenset("of the for and in de la du des und".split())
_FEWEST, _MOST = 2, 7


def without_kind(name: str) -> str:
    """“Airbus A321neo” without the model of an aircraft, “Lesk Republican” without what somebody is."""
    *first, last = name.split()
    is_model = MODEL.fullmatch(last) is not None and any(letter.isalpha() for letter in last)
    is_party = bool(first) and _OF_PARTY.fullmatch(first[-1]) is not None
    is_member = _MEMBER.fullmatch(last) is not None and not is_party
    return " ".join(first) if first and len(first) < 3 and (is_model or is_member) else name


def is_initials(short: str, name: str) -> bool:
    """Whether “CQC” has the first letters of the words of a name; small words may be left out."""
    if not (is_abbreviation(short) and _FEWEST <= len(short) <= _MOST and " " in name):
        return False
    words = _WORD.findall(name.replace("-", " "))
    whole = "".join(_letters(word) for word in words)
    return short in (whole, "".join(_letters(word) for word in words if word not in _SMALL))


def _letters(word: str) -> str:
    return word if word.isupper() else word[0].upper()


def is_members(several: str, party: str) -> bool:
    """“Greens” are the Green party, and “Social Democrats” the Social Democratic party."""
    begun = party.removesuffix(" party").removesuffix(" Party")
    return several.endswith("s") and begun != party and begun.removesuffix("ic") == several[:-1]


def surname(name: str) -> str:
    """“Lo Duca”, of Agnese Lo Duca."""
    first, *rest = name.split()
    at = next((at for at, word in enumerate(rest) if word.lower() in _PARTICLES), len(rest) - 1)
    return " ".join(rest[at:]) if rest else first


_PARTICLES: Final = frozenset("al bin de del della den der di du el la le lo van von".split())
