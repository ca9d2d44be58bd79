"""The hedges of a figure, with the words and signs that say them."""

import re
from typing import Final

from dateline.facts.described import ClosedList
from dateline.patterns import compile_later


class Hedge(ClosedList):
    """How sure the words are of a number; shown as written here."""

    NEARLY = "nearly", "A little less: nearly, almost, just under."
    ABOUT = "about", "A little more or less: about, some, roughly."
    AT_LEAST = "at least", "That or more: at least, no fewer than."
    UP_TO = "up to", "That or less: up to, as many as."
    MORE_THAN = "more than", "More: over, above, in excess of."
    FEWER_THAN = "fewer than", "Less: under, below, fewer than."


def _read(table: str) -> dict[str, Hedge]:
    """Each form with its hedge; a line without a colon goes on from the one before."""
    lines = re.sub(r"\n {5,}", " ", table).strip().splitlines()
    rows = (line.split(":") for line in lines)
    return {form.strip(): Hedge(name.strip()) for name, forms in rows for form in forms.split(",")}


# Words before a number.
HEDGES_BEFORE: Final = _read("""
    nearly: nearly, almost, close to, just under, just below, approaching, nearing, not quite,
        just shy of, shy of, just short of, a little under, slightly under, a little less
        than, slightly less than, just less than, near, close on, nears, nudging, nudges, nudged,
        approaches, approached, neared, edging towards, edging toward, edges towards, edges toward
    about: about, around, roughly, approximately, some, an estimated, estimated, circa, in the
        region of, somewhere around, in the order of, approx, approx., an approximate,
        perhaps, maybe, barely, scarcely
    at least: at least, a minimum of, no fewer than, no less than, not less than, not fewer
        than, as little as, as few as, as low as, minimum
    up to: up to, as many as, as much as, a maximum of, no more than, not more than, at most,
        maximum of, as high as, as long as, as tall as, as far as
    more than: more than, over, above, in excess of, upwards of, upward of, exceeding, greater
        than, north of, just over, well over, just above, a little over, slightly over,
        slightly more than, just more than, a little more than, well above, higher than, older
        than, longer than, topping, beyond, at least more than, larger than, surpassing, well
        in excess of, far more than, exceeded, exceeds, exceed, far exceeding
    fewer than: fewer than, less than, under, below, lower than, well under, younger than,
        well below, far fewer than, far less than, south of, smaller than, shorter than
""")
# Words after a number.
HEDGES_AFTER: Final = _read("""
    about: or so, or thereabouts, -odd
    at least: or more, and more, -plus, +, and over, or over, and above, or older, and older, plus, at least,
        at the least
    up to: or less, or fewer, and under, or under, or younger, at most, at the most
""")
# Signs before a number, which sheets have and prose hardly ever.
HEDGE_SIGNS: Final = _read("""
    about: ~, c., ca.
    at least: ≥
    up to: ≤
    more than: >
    fewer than: <
""")

_BEFORE: Final = compile_later(
    rf"(?:{'|'.join(map(re.escape, sorted(HEDGES_BEFORE, key=len, reverse=True)))})\s+",
    re.IGNORECASE,
)
_AFTER: Final = compile_later(
    rf"\s*(?:{'|'.join(map(re.escape, sorted(HEDGES_AFTER, key=len, reverse=True)))})$",
    re.IGNORECASE,
)


def without_hedge(text: str) -> str:
    """The words of a quantity without the hedge before or after them."""
    while before := _BEFORE.match(text):
        text = text[before.end() :]
    return _AFTER.sub("", text)
