"""A sentence that has a date, and the title of what happened on it."""

from collections.abc import Callable, Sequence

from dateline.frozen import dataclass
from dateline.language.en.headlines.clause_parts import FromTo


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTitle:
    """A title, and the words of the sentence that it was made of: from where to where in the text.

    `says` where somebody only says something; `ahead` where it is of what is to come; `since` where
    a time begins with it: “since 2003, when an invasion brought down the regime”.
    """

    text: str
    start: int
    end: int
    says: bool = False
    ahead: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedSentence:
    """From where to where it is in the text, and where all names and dates of the text are.

    `whom` gives the name that a pronoun stands for.
    """

    text: str
    whole: FromTo
    names: Sequence[FromTo]
    dates: Sequence[FromTo]
    whom: Callable[[str], str | None]
