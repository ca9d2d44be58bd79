"""Multitudes that are said without digits: “thousands of homes”, of 61,000."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateline.checking.claims.grounds.statements import SaidQuantity, Statements
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_SIZES: Final = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_WORDS: Final = compile_later(
    rf"(?P<tens>tens of |dozens of )?(?P<hundreds>hundreds of |thousands of )?"
    rf"(?P<size>{'|'.join(_SIZES)})s\b",
    re.IGNORECASE,
)
# From two of them to a hundred, where the words do not say that they are tens or hundreds.
_LEAST: Final = 2
_MOST: Final = {"tens": (20, 200), "hundreds": (200, 1_000), "": (_LEAST, 100)}


def multitudes(claimed: FoundQuantity, statements: Statements) -> Iterator[SaidQuantity]:
    """The numbers for which these words stand, in whatever unit; none for words with digits."""
    words = _WORDS.match(claimed.text) if claimed.low is None else None
    if words is None:
        return
    size = _SIZES[words["size"].lower()]
    times = "tens" if words["tens"] else "hundreds" if words["hundreds"] else ""
    least, most = (Decimal(size * number) for number in _MOST[times])
    for said in statements.quantities:
        low, high = said[0].low, said[0].high
        if low is not None and high is not None and least <= high and low < most:
            yield said
