"""A number with the words of its clause."""

from collections.abc import Callable, Mapping
from typing import Final

from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en.words import compile_pattern

NAME: Final = r"(?-i:[A-Z][\w’'-]*(?:(?: (?:and|of|for|the))? [A-Z][\w’'-]*)*)"


SOME: Final = (
    r"(?: (?:about|around|nearly|almost|some|roughly|more than|less than|at least|over|another|an|a further|up to|only"
    r"|just))*"
)


END: Final = r"(?=[,;:.()—–]| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by|in)\b|$)"


DONE: Final[Mapping[str, str]] = {
    "carrying": "carried", "stole": "stolen", "cheating": "cheated", "defrauding": "defrauded",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundNumber:
    """A number with the words of its clause and of its sentence; `noun` is what it counts.

    `said_after` is all that follows in the sentence, without dates, `earlier` the sentences before. `phrase`
    is the noun with its adjectives: “salaried players”.
    """

    found: FoundQuantity
    noun: str | None
    phrase: str
    before: str
    after: str
    said_before: str
    said_after: str
    earlier: str
    whom: Callable[[str], str | None]

    @property
    def is_money(self) -> bool:
        return (self.found.unit or "").partition("/")[0].isupper()


SOMEBODY: Final = compile_pattern(r"(?:the |(?-i:[A-Z]))[\w’' -]{2,40}")


ASIDE: Final = compile_pattern(r", (?:[^,]|(?<=[0-9]),(?=[0-9]))*, ")
