"""Small things as pages show them: a link, a day, the direction of a language."""

from datetime import date
from urllib.parse import urlsplit

from dateline.facts.dates import day_words, moment_words
from dateline.facts.embargo import KeptBack
from dateline.frozen import dataclass
from dateline.words import _

# Scripts that run from right to left, by language and by script subtag (CLDR).
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words and where they lead; `current` where they lead to the page that they are on."""

    words: str
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDay:
    words: str
    iso: str


def show_day(day: date) -> ShownDay:
    return ShownDay(words=day_words(day), iso=day.isoformat())


def kept_back_words(kept: KeptBack | None) -> str:
    """Why readers do not have this yet; empty for what is published."""
    if kept is None:
        return ""
    if kept.until is None:
        return _("Draft: not published")
    return _("Not published before %(moment)s", moment=moment_words(kept.until))


def text_direction(language: str) -> str:
    """`rtl` or `ltr`, as the `dir` attribute has it."""
    return "rtl" if language.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLink:
    """`kind` and `name` make a whole title; `short` is what readers scan for: date, value, name.

    `href` leads to the fact's place among its like. `more` says of an expected event what `short` does not
    and `phase` is its class; `claimed` names the only one who says so. All three may be empty.
    """

    kind: str
    short: str
    name: str
    href: str
    phase: str = ""
    more: str = ""
    claimed: str = ""


def host_of(address: str) -> str:
    """The name by which readers know the site that a whole address leads to."""
    return (urlsplit(address).hostname or address).removeprefix("www.")
