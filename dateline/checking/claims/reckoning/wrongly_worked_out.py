"""Shares, differences and changes that are not those of the numbers: “78 people, three quarters of that”, of 100."""

import re
from decimal import Decimal
from itertools import combinations
from typing import Final

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.basis.findings import number_of
from dateline.checking.claims.reckoning.arithmetic import is_near_result, is_single
from dateline.checking.claims.reckoning.claim_operands import (
    Operands,
    changes_of,
    is_measured_number,
)
from dateline.checking.claims.reckoning.worked_out import THAN
from dateline.facts.records import Figure
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# Right before or after a number these say which way something went.
_FELL_BY: Final = compile_later(
    r"\b(?:down|fell|falls|fallen|dropp?(?:ed|s)?|decreas(?:ed|es)|shrank|declined)\s+(?:by\s+)?$",
    re.IGNORECASE,
)
_ROSE_BY: Final = compile_later(
    r"\b(?:up|rose|rises|risen|gr[eo]wn?|grows|increas(?:ed|es)|climbed|extra)\s+(?:by\s+)?$",
    re.IGNORECASE,
)
_LESS_THEN: Final = compile_later(r"\s+(?:less|fewer|lower)\b", re.IGNORECASE)
_MORE_THEN: Final = compile_later(r"\s+(?:more|higher|extra)\b", re.IGNORECASE)
_OF_THAT: Final = compile_later(r"\s+of (?:that|this|it|them)\b", re.IGNORECASE)
_OF_THEM: Final = compile_later(r"\s+of them\b", re.IGNORECASE)
# How many points a share in words may be from the exact one.
_FAR: Final = 5


def is_wrong_share(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether it is far from each share of what was just named: “78 people, three quarters of that”."""
    if claimed.unit != "share" or not _OF_THAT.match(operands.text, claimed.end):
        return False
    value = in_percent(claimed).low or Decimal(0)
    shares = [
        100 * min(first.low, second.low) / max(first.low, second.low)
        for first, second in combinations(operands.at_hand(claimed), 2)
        if first.low and second.low and match_unit(first, second) != "other"
    ]
    if _OF_THEM.match(operands.text, claimed.end):
        beside = operands.beside([number_of(figure) for figure in operands.own_figures])
        shares = [100 * part.low / whole.low for whole, part in beside if part.low and whole.low]
    return bool(shares) and all(abs(share - value) > _FAR for share in shares)


def is_wrong_difference(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether nothing is so many more or fewer than what the text is about: “31, nine more than …”.

    That is the number before it in the text, or those of its own figure or evidence.
    """
    than = THAN.match(operands.text, claimed.end)
    if than is None or claimed.hedge or not is_single(claimed) or is_measured_number(claimed):
        return False
    whole = [found for found in operands.written(claimed) if found.end <= claimed.start][-1:]
    numbers = whole or [number_of(each) for each in operands.own_figures] or operands.evidence
    counted = [each for each in numbers if is_single(each) and not is_measured_number(each)]
    by = (claimed.low or Decimal(0)) * (-1 if than["way"].lower() == "more" else 1)
    others = (each.low + by for each in counted if each.low is not None)
    is_said = re.compile(rf"\b{re.escape(claimed.text)}{THAN.pattern}", re.IGNORECASE)
    return (
        bool(counted)
        and operands.statements.by_number.keys().isdisjoint(others)
        and not any(is_said.search(block.text) for block in operands.statements.blocks)
    )


def goes_the_other_way(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether it is the change of a figure from another value of it, in the wrong direction."""
    before, after = operands.text[: claimed.start], operands.text[claimed.end :]
    falls = bool(_FELL_BY.search(before) or _LESS_THEN.match(after))
    rises = bool(_ROSE_BY.search(before) or _MORE_THEN.match(after))
    if falls == rises or not is_single(claimed):
        return False
    ways = {
        now > then
        for figure in operands.figures
        for now, then in changes_of(figure)
        if _is_change(claimed, figure, now, then)
    }
    return len(ways) == 1 and ways != {rises}


def _is_change(claimed: FoundQuantity, figure: Figure, now: Decimal, then: Decimal) -> bool:
    if claimed.unit == "percent":
        return is_near_result(claimed, abs(100 * (now - then) / then))
    is_same = match_unit(claimed, number_of(figure)) == "same"
    return is_same and is_near_result(claimed, abs(now - then))
