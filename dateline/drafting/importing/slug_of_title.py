"""The folder of a briefing from its title."""

import re
from typing import Final

from dateline.facts.plain_letters import plain_letters

_LONGEST: Final = 60


def slug_of(title: str) -> str:
    """A name of lower-case ASCII letters, cut at a word; empty where the title has no such letter."""
    slug = ""
    for word in re.findall("[a-z0-9]+", plain_letters(title)):
        longer = f"{slug}-{word}" if slug else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        slug = longer
    return slug
