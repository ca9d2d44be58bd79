"""A share of one figure in another, where the text names both: “wages came to 118 per cent of turnover”."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.basis.findings import as_found, number_of, read_quantities
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.reckoning.arithmetic import is_near_result
from dateline.checking.claims.reckoning.named_figures import as_amount
from dateline.facts.records import Figure
from dateline.facts.wording import sentence_at
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_OF: Final = compile_later(r"\s+of\s+(?P<whole>[^.,;:!?()0-9]{3,40})")
# What a share was before: “up from 79 per cent”, “and is 27 per cent now”.
_OTHER: Final = compile_later(r"\b(?:from|against|was|is|to|now|earlier|before)\b", re.IGNORECASE)


def is_share_of_two(
    claimed: FoundQuantity, text: str, own: Iterable[str], figures: Iterable[Figure]
) -> bool:
    """Whether it is the share of the figure named before it, or the text’s own, in the one named after “of”.

    Or the same share at another time, where the sentence has one before: “up from 79 per cent”.
    """
    if claimed.unit != "percent":
        return False
    start, end = sentence_at(text, claimed.start)
    shares = [
        each
        for each in read_quantities(text)
        if each.unit == "percent" and start <= each.start < end
    ]
    first = next((each for each in shares if _OF.match(text, each.end)), None)
    if first is None or first.start > claimed.start:
        return False
    is_other = first.start != claimed.start
    if is_other and not _OTHER.search(text, first.end, end):
        return False
    of = _OF.match(text, first.end)
    whole_words = frozenset(stems(of["whole"])) if of else frozenset()
    known = list(figures)
    wholes = [each for each in known if (label := _label(each)) and label <= whole_words]
    before = frozenset(stems(text[start : first.start]))
    parts = [each for each in known if _label(each) & before and each not in wholes]
    parts = parts or [each for each in known if each.id in {*own}]
    return any(
        is_near_result(claimed, share)
        for part in parts
        for whole in wholes
        for share in _shares(part, whole, is_former=is_other or len(shares) > 1)
    )


def _label(figure: Figure) -> frozenset[str]:
    return frozenset(stems(figure.label))


def _shares(part: Figure, whole: Figure, *, is_former: bool) -> Iterator[Decimal]:
    """One as a percentage of the other, in one unit and of one time."""
    theirs = dict(_values(whole, is_former=is_former))
    for time, number in _values(part, is_former=is_former):
        other = theirs.get(time)
        if other and other.low and number.low and match_unit(number, other) == "same":
            yield 100 * number.low / other.low


def _values(figure: Figure, *, is_former: bool) -> Iterator[tuple[str, FoundQuantity]]:
    time = figure.period or figure.as_of
    yield time.text if time else "", as_amount(number_of(figure))
    for each in figure.history if is_former else ():
        yield each.date.text, as_amount(as_found(each.value, figure.unit, None, ""))
