"""Texts of sheets are plain: signs of Markdown and HTML in them are shown, and need words beside them."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from dateline.checking.claims.grounds.seen_texts import SeenText, seen_texts
from dateline.facts.briefing import Briefing
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule

_SIGNS: Final = compile_later(
    r"""(?P<link>\[[^\]\n]+\]\([^)\s]*\)) | \*\*(?=\S)[^*\n]+\*\* | ~~(?=\S)[^~\n]+~~ | `[^`\n]+`
      | (?<![\w*])\*(?=[^\s*])[^*\n]*[^\s*]\*(?![\w*]) | (?<!\w)_(?=[^\s_])[^\n_]*[^\s_]_(?!\w)
      | (?<!\w)__(?=\S)[^_\n]+__(?!\w) | ^\#{1,6}[ ] | \[\^[^\]\n]+\]
      | </?(?:a|b|br|em|i|p|s|span|strong|sub|sup|u)\b[^<>\n]*> | &(?:[A-Za-z]+|\#\d+);""",
    re.VERBOSE,
)
# What pages and lists call a record by; a name is as its owner spells it ("!!!").
_NAMING: Final = ("title", "label")


def check_text_signs(briefing: Briefing) -> Iterator[Problem]:
    for text in seen_texts(briefing):
        # The exact words of the article have the signs that it has.
        if text.field != "words":
            yield from _signs_in(text)
        # A title that could not be read has another in its place.
        is_read = text.field in text.holder.model_fields_set
        if text.field in _NAMING and is_read and not any(map(str.isalnum, text.text)):
            found = f"{text.called} has no letter or digit: “{text.text}”"
            yield Problem(text.position(0), Rule.TEXT_WORDLESS, found, "write it in words")


def _signs_in(text: SeenText) -> Iterator[Problem]:
    for signs in _SIGNS.finditer(text.text):
        if signs[0].startswith("&") and unescape(signs[0]) == signs[0]:
            continue
        found = (
            f"{text.called} has “{signs[0].strip()}”, which is shown as it is: it takes plain words"
        )
        fix = "remove the signs"
        if signs["link"]:
            fix = "write the words alone; give the address as that of a source in sources.yaml"
        elif signs[0].startswith("&"):
            fix = "type the character itself"
        yield Problem(text.position(signs.start()), Rule.TEXT_SIGNS, found, fix)
