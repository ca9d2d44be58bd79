"""What there is of each language: its catalogue of messages, and its formats of numbers and lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final, Protocol

from dateline.words import en

FOLDER: Final = Path(__file__).parent


class Formats(Protocol):
    """What a language writes in a way of its own; a module that offers these functions."""

    def number(self, value: Decimal | int, /) -> str: ...
    def all_of(self, words: Sequence[str], /) -> str: ...
    def one_of(self, words: Sequence[str], /) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """`language` is that of the words, which is English where a page's own has no catalogue."""

    language: str
    catalogue: NullTranslations
    formats: Formats


ENGLISH: Final = Interface(language="en", catalogue=NullTranslations(), formats=en)
FORMATS: Final[dict[str, Formats]] = {"en": en}


@cache
def find_interface(language: str) -> Interface:
    """The words for a language tag, for the tag without its last part, and so on; else English."""
    if language.partition("-")[0] == "en":
        return ENGLISH
    path = FOLDER / f"{language}.mo"
    if path.is_file():
        with path.open("rb") as compiled:
            catalogue = GNUTranslations(compiled)
        return Interface(language=language, catalogue=catalogue, formats=FORMATS[language])
    shorter = language.rpartition("-")[0]
    return find_interface(shorter) if shorter else ENGLISH
