"""The words of pages, in the language of the pages being made.

English is in the code itself, and is what a message is known by; `<language>.po` has the others. A
message has its values by name, as in `_("Updated %(date)s", date=…)`; a whole number among them is
written as the language writes numbers. Messages for editors are English and are not here.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from dateline.words.direction import isolated
from dateline.words.interface import ENGLISH, Interface, find_interface

_SPOKEN: ContextVar[Interface] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it, words are in a language; in English where the language has no catalogue."""
    token = _SPOKEN.set(find_interface(language))
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> Interface:
    return _SPOKEN.get()


def _(message: str, /, **values: object) -> str:
    words = spoken().catalogue.gettext(message)
    return words % (_in_place(values) if values else values)


def ngettext(singular: str, plural: str, number: int, /, **values: object) -> str:
    """One of the plural forms of a message; `%(number)s` in it is the number."""
    chosen = spoken().catalogue.ngettext(singular, plural, number)
    return chosen % _in_place({"number": number, **values})


def pgettext(context: str, message: str, /, **values: object) -> str:
    """A message whose English has several meanings; `context` says which this is."""
    return spoken().catalogue.pgettext(context, message) % _in_place(values)


def deferred(message: str, /) -> str:
    """Put a message into the catalogue where it is only listed; `_` translates it where it is used."""
    return message


PluralForms = tuple[str, str]


def deferred_forms(singular: str, plural: str, /) -> PluralForms:
    """The same for a message with plural forms, which `ngettext` translates."""
    return singular, plural


def all_of(words: Iterable[str]) -> str:
    """The words as a list: "a, b and c"; empty where there are none."""
    return spoken().formats.all_of([*map(isolated, words)])


def one_of(words: Iterable[str]) -> str:
    """The words as a list to choose from: "a, b or c"."""
    return spoken().formats.one_of([*map(isolated, words)])


def _in_place(values: Mapping[str, object]) -> Mapping[str, object]:
    """The values of a plain message, of which none turns what is beside it."""
    number = spoken().formats.number
    return {
        name: isolated(value)
        if isinstance(value, str)
        else number(value)
        if type(value) is int
        else value
        for name, value in values.items()
    }


def as_written(values: Mapping[str, object]) -> Mapping[str, object]:
    """The values of a message with whole numbers as the language writes them."""
    number = spoken().formats.number
    return {name: number(value) if type(value) is int else value for name, value in values.items()}
