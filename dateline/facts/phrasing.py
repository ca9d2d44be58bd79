"""How words are put together in English: lists, counts, a capital first letter."""

from collections.abc import Iterable


def join_words(words: Iterable[str], last: str = "and") -> str:
    """The words as a list: "a, b and c"; empty where there are none."""
    *most, end = [*words] or [""]
    return f"{', '.join(most)} {last} {end}" if most else end


def count_of(number: int, singular: str, plural: str = "") -> str:
    """How many of a thing: "1 error", "2,500 errors"; the plural ends in -s unless it is given."""
    return f"{number:,} {singular if number == 1 else plural or f'{singular}s'}"


def capitalise(words: str) -> str:
    """The words with a capital first letter; the others are unchanged."""
    return words[:1].upper() + words[1:]


_CAPITALISED = frozenset(
    "A An Both He It No None One Only She Some That The There They This".split()
)


def after_colon(sentence: str) -> str:
    """A sentence as the end of another: a common first word loses its capital, and the stop goes."""
    first, space, rest = sentence.rstrip(".").partition(" ")
    return f"{first.lower() if first in _CAPITALISED else first}{space}{rest}"


def quoted(text: str) -> str:
    """Text between quotation marks, on one line and at most 60 characters long."""
    line = " ".join(text.split())
    return f"“{line[:59]}…”" if len(line) > 60 else f"“{line}”"
