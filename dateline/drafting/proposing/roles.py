"""What an article says that somebody or something is, beside the name."""

from __future__ import annotations

import re
from typing import Final

from dateline.facts.phrasing import capitalise

_AFTER: Final = re.compile(
    r", ((?:(?:the|an?|its|his|her|their|who is) )?[^,;:.“”()]{3,80}?)(?:,|\.(?:\s|$))"
)
_ARTICLE: Final = re.compile(r"^(?:the|an?|who is) ")


def find_role(text: str, end: int) -> str | None:
    """The apposition after a name that ends there: “Pia Holm, the harbour minister, …”."""
    after = _AFTER.match(text, end)
    return capitalise(_ARTICLE.sub("", after[1])) if after else None
