"""The language of content whose settings or front matter cannot be read."""

from difflib import get_close_matches
from typing import Final

from dateline.facts.fields import LANGUAGE
from dateline.patterns import compile_later

# The tag of a language that is not known: no grammar is for it.
UNKNOWN: Final = "und"
_FIELD: Final = compile_later(r"^([a-z_]+) *:(.*)$")


def written_language(text: str) -> str | None:
    """The tag in a line that seems to give the language, `UNKNOWN` if it gives none; None without a line.

    The rules of one language must not be applied to another because of a slip in that line.
    """
    for line in text.splitlines():
        field = _FIELD.match(line)
        if field and get_close_matches(field[1], ["language"]):
            tag = field[2].partition(" #")[0].strip(" \"'")
            return tag if LANGUAGE.fullmatch(tag) else UNKNOWN
    return None
