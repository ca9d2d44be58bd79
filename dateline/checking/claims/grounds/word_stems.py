"""The beginnings of words, by which those around two numbers are compared."""

from collections.abc import Iterable
from typing import Final

from dateline.patterns import compile_later

_WORD: Final = compile_later(r"[^\W\d_]{4,}")
# Words that go with anything.
_COMMON: Final = frozenset(
    "the and for was not but has had its his her she who are can may did all any one two six ten out off new "
    "now per day our you how him far few own nor yet too say let put set get got via due bln "
    "about after again against already also among because been before being between both could "
    "down during earlier each ever every first from have here into just last later less many more "
    "most much near nearly next once only other over said same says should since some still such "
    "than that their them then there these they this those through time today under until upon "
    "were what when where which while whose will with within would year years your "
    "month months week weeks days million billion thousand percent cent "
    "january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
# Forms that begin otherwise.
_BASES: Final = {
    "grew": "grow",
    "rose": "rise",
    "fell": "fall",
    "lose": "loss",
    "loses": "loss",
    "losing": "loss",
    "lost": "loss",
    "sold": "sell",
    "paid": "pays",
}
# As many letters as the forms of a word share: raise, raised, raising.
_STEM: Final = 4


def stems(text: str) -> list[str]:
    return [stem for word in _WORD.findall(text) if (stem := stem_of(word))]


def stem_of(word: str) -> str:
    """The beginning of a word, the same for its forms; nothing of a word that goes with anything."""
    word = _BASES.get(word.casefold(), word.casefold())
    return "" if word in _COMMON else word[:_STEM]


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """What is left of the words of names, which go with all that is said of them."""
    return frozenset(word[:_STEM] for word in words)
