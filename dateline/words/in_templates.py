"""The same words for templates: messages are HTML, and the values in them are escaped."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from dateline.words import as_written, spoken


def gettext(message: str, /, **values: object) -> Markup:
    return _filled(spoken().catalogue.gettext(message), values)


def ngettext(singular: str, plural: str, number: int, /, **values: object) -> Markup:
    chosen = spoken().catalogue.ngettext(singular, plural, number)
    return _filled(chosen, {"number": number, **values})


def pgettext(context: str, message: str, /, **values: object) -> Markup:
    return _filled(spoken().catalogue.pgettext(context, message), values)


def _filled(message: str, values: Mapping[str, object]) -> Markup:
    return Markup(message) % as_written(values) if values else _alone(message)  # noqa: S704 - a catalogue is part of the program


@lru_cache(maxsize=1024)
def _alone(message: str) -> Markup:
    """A message without values, of which every page has some."""
    return Markup(message) % {}  # noqa: S704 - the same


def show_integer(value: int) -> str:
    return spoken().formats.number(value)


TEMPLATE_WORDS: Final[Mapping[str, Callable[..., Markup]]] = {
    "_": gettext,
    "gettext": gettext,
    "ngettext": ngettext,
    "pgettext": pgettext,
}
