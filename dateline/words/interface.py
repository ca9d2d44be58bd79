"""What there is of each language: its catalogue of messages, and its formats of numbers and lists."""

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from dateline.frozen import dataclass
from dateline.words import en
from dateline.words.formats import Formats

FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """`language` is that of the words, which is English where a page's own has no catalogue."""

    language: str
    catalogue: NullTranslations
    formats: Formats


ENGLISH: Final = Interface(language="en", catalogue=NullTranslations(), formats=en)
FORMATS: Final[Mapping[str, Formats]] = {"en": en}


@cache
def find_interface(language: str) -> Interface:
    """The words for a language tag, for the tag without its last part, and so on; else English."""
    if language.partition("-")[0] == "en":
        return ENGLISH
    path = FOLDER / f"{language}.mo"
    if path.is_file():
        with path.open("rb") as compiled:
            catalogue = GNUTranslations(compiled)
        return Interface(language=language, catalogue=catalogue, formats=FORMATS.get(language, en))
    shorter = language.rpartition("-")[0]
    return find_interface(shorter) if shorter else ENGLISH
