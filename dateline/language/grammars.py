"""Which languages have a grammar: the one place that a new one is added to."""

from collections.abc import Mapping
from types import ModuleType
from typing import Final

from dateline.language import en

_GRAMMARS: Final[Mapping[str, ModuleType]] = {"en": en}


def find_grammar(language: str) -> ModuleType | None:
    """The grammar of a language by its BCP 47 tag, whatever its region: en, en-GB, en-US."""
    return _GRAMMARS.get(language.partition("-")[0].lower())
