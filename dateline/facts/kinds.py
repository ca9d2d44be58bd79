"""The kinds of record that others refer to: what they are called, and where they are."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Literal, Self, get_args

from dateline.patterns import compile_later
from dateline.words import _, deferred, deferred_forms, ngettext

# A briefing's folder, which is its address.
SLUG: Final = compile_later(r"[a-z0-9]+(-[a-z0-9]+)*")
# The pages of a briefing beside its first page and those of its facts; `all` has the whole of it.
BriefingPage = Literal["article", "timeline", "key-figures", "who-and-where", "sources", "all"]
# The folders of a site whose pages are made from several briefings; no briefing can have their names.
Section = Literal[
    "briefings",
    "topics",
    "people",
    "organisations",
    "places",
    "timeline",
    "expected",
    "changes",
    "search",
]


SECTIONS: Final = frozenset(get_args(Section))


class Kind(StrEnum):
    """A kind of record: a word for it, its plural (the name of its list), its sheet and its page."""

    plural: str
    sheet: str
    page: BriefingPage

    EVENT = "event", "events", "timeline.yaml", "timeline"
    FIGURE = "figure", "figures", "figures.yaml", "key-figures"
    PERSON = "person", "people", "people.yaml", "who-and-where"
    ORGANISATION = "organisation", "organisations", "organisations.yaml", "who-and-where"
    PLACE = "place", "places", "places.yaml", "who-and-where"
    QUOTATION = "quotation", "quotations", "quotations.yaml", "who-and-where"
    SOURCE = "source", "sources", "sources.yaml", "sources"
    GROUP = "group", "groups", "figures.yaml", "key-figures"

    def __new__(cls, word: str, plural: str, sheet: str, page: BriefingPage) -> Self:
        kind = str.__new__(cls, word)
        kind._value_ = word
        kind.plural, kind.sheet, kind.page = plural, sheet, page
        return kind

    @property
    def table(self) -> str:
        return self.sheet.removesuffix(".yaml")


_NAMES: Final = {
    Kind.EVENT: deferred("Event"),
    Kind.FIGURE: deferred("Figure"),
    Kind.PERSON: deferred("Person"),
    Kind.ORGANISATION: deferred("Organisation"),
    Kind.PLACE: deferred("Place"),
    Kind.QUOTATION: deferred("Quotation"),
}


def kind_name(kind: Kind) -> str:
    """What pages call a kind of fact."""
    return _(_NAMES[kind])


_COUNTS: Final = {
    Kind.EVENT: deferred_forms("%(number)s event", "%(number)s events"),
    Kind.FIGURE: deferred_forms("%(number)s figure", "%(number)s figures"),
    Kind.QUOTATION: deferred_forms("%(number)s quotation", "%(number)s quotations"),
    Kind.PERSON: deferred_forms("%(number)s person", "%(number)s people"),
    Kind.ORGANISATION: deferred_forms("%(number)s organisation", "%(number)s organisations"),
    Kind.PLACE: deferred_forms("%(number)s place", "%(number)s places"),
}


def count_of(kind: Kind, number: int) -> str:
    """So many facts of a kind, in words."""
    return ngettext(*_COUNTS[kind], number)


# In the order in which a briefing's pages have them.
FACT_KINDS: Final = (
    Kind.EVENT,
    Kind.FIGURE,
    Kind.QUOTATION,
    Kind.PERSON,
    Kind.ORGANISATION,
    Kind.PLACE,
)
ACTORS: Final = (Kind.PERSON, Kind.ORGANISATION)
SHEETS: Final = (*dict.fromkeys(kind.sheet for kind in Kind), "coverage.yaml")


def fact_kind_of(sheet: str) -> Kind:
    """The kind of fact that a sheet is for, by the name of its file."""
    return next(kind for kind in FACT_KINDS if kind.sheet == sheet)


# Whose pages across briefings are in which section.
SECTION_OF: Final[Mapping[Kind, Section]] = {
    Kind.PERSON: "people",
    Kind.ORGANISATION: "organisations",
    Kind.PLACE: "places",
}
