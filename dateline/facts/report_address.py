"""The address for reports of errors, with places left open for what a report is about."""

import re
from typing import Final
from urllib.parse import quote

EXPECTED: Final = (
    "write {fact} where the fact’s id goes, {page} where its page’s address goes, "
    "and %7B and %7D for other braces"
)

_GAP: Final = re.compile(r"\{(fact|page)\}")


def has_known_gaps_alone(address: str) -> bool:
    """Whether every brace of an address belongs to a gap that is filled in."""
    return not re.search("[{}]", _GAP.sub("", address))


def has_gaps(address: str) -> bool:
    return bool(_GAP.search(address))


def fill_gaps(address: str, *, fact: str, page: str) -> str:
    """The address with id and page in their places, percent-encoded."""
    values = {"fact": fact, "page": page}
    return _GAP.sub(lambda gap: quote(values[gap[1]], safe=""), address)
