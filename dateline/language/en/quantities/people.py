"""Nouns that count people, one or several: "400 firefighters, soldiers and volunteers"."""

from typing import Final

from dateline.language import FoundQuantity
from dateline.language.en.quantities.nouns import is_person, read_counted
from dateline.language.en.words import compile_pattern

_SIGN: Final = compile_pattern(r",? and\b|,")


def counts_people(text: str, found: FoundQuantity) -> bool:
    """Whether a number of a text is of people by each noun that it counts: no “lorries and drivers”."""
    if found.unit is None:
        return _are_persons(text, found.end)
    return all(map(is_person, (found.unit, *_others(text, found.end))))


_ARE: Final = compile_pattern(r" (?:were|are)\b")


def _are_persons(text: str, position: int) -> bool:
    """Whether the words say who a bare number of people are: “three were lorry drivers”."""
    verb = _ARE.match(text, position)
    counted = read_counted(text, verb.end()) if verb else None
    return counted is not None and is_person(counted[0])


def _others(text: str, position: int) -> list[str]:
    """The nouns of a list that goes on there, up to the one after “and”; none where it does not go on so."""
    nouns: list[str] = []
    while sign := _SIGN.match(text, position):
        counted = read_counted(text, sign.end())
        if counted is None or (sign[0] == ", and" and not nouns):
            break  # “400 firefighters, and trees fell”
        nouns.append(counted[0])
        position = counted[1]
        if sign[0] != ",":
            return nouns
    return []
