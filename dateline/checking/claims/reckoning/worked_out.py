"""Whether a number is worked out from two that its text speaks of: their sum, their difference, a share, a change."""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import combinations, product
from typing import Final

from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.agreement.quantities.unit_agreement import is_rate_of
from dateline.checking.basis.findings import number_of, read_quantities
from dateline.checking.claims.reckoning.arithmetic import (
    is_near_result,
    is_near_share,
    is_rounding_of,
    is_single,
)
from dateline.checking.claims.reckoning.averages import is_average
from dateline.checking.claims.reckoning.claim_formulas import former_results
from dateline.checking.claims.reckoning.claim_operands import (
    Operands,
    changes_of,
    is_measured_number,
)
from dateline.checking.claims.reckoning.desk_sums import (
    is_other_part,
    is_rate_or_time,
    is_share_of_others,
    is_share_of_them,
)
from dateline.checking.claims.reckoning.named_figures import (
    is_rest_of,
    kin_of,
    named_wholes,
    numbers_of,
    written_wholes,
)
from dateline.checking.claims.reckoning.said_reckonings import (
    is_average_of,
    is_for_each,
    is_of_own_whole,
    is_share_of_named,
    is_sum_of_list,
    is_sum_of_years,
)
from dateline.checking.claims.reckoning.shares_before import (
    is_of_before,
    is_of_one,
    is_share_now,
    shares_left,
    shares_of,
)
from dateline.checking.claims.reckoning.spans import is_months_between, is_time_from_publication
from dateline.checking.claims.reckoning.two_figures import is_share_of_two
from dateline.checking.claims.reckoning.wholes import (
    is_part,
    is_part_of,
    is_rest_of_share,
    is_spread,
    is_whole_of_share,
)
from dateline.facts.units import is_measured
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_WITHOUT: Final = compile_later(
    r"\b(?:without|but for|if not for|were it not for|had it not been for)\b", re.IGNORECASE
)
_WOULD: Final = compile_later(r"\b(?:would|might|could)\b", re.IGNORECASE)
_COMES_TO: Final = compile_later(
    r"\b(?:together|combined|in all|in total|altogether|(?:com|add)\w* (?:up )?to|reach(?:es|ed)?"
    r"|mak(?:es?|ing)|totals?|sum)\b",
    re.IGNORECASE,
)
_EARLIER: Final = compile_later(
    r"\b(?:earlier|before|ago|was|were|had|from|previous(?:ly)?|last|then)\b", re.IGNORECASE
)
# What is counted may stand between: “nine boats more”, but “23 in less than a day”.
_NOUN: Final = r"(?: (?!(?:in|within|for|at|on|over|after|before|to|and|or|but|by|with)\b)\w+)?"
_MORE_OR_LESS: Final = compile_later(rf"{_NOUN}\s+(?:more|fewer|less)\b", re.IGNORECASE)
THAN: Final = compile_later(rf"{_NOUN}\s+(?P<way>more|fewer|less) than\b", re.IGNORECASE)
_ONE: Final = compile_later(r"\bone\b", re.IGNORECASE)
_AS_MANY: Final = compile_later(r"\s+as\s+(?:many|much|large|big|high)\b")
_OF_IT: Final = compile_later(r"\s+of\b", re.IGNORECASE)
# How many characters before or after a number a word compares it.
_NEAR: Final = 40
_MORE: Final = compile_later(
    r"\b(?:more|higher|larger|bigger|dearer|longer|above|up|r[io]se|rises|risen|rising|increase\w*|growth|gr[eo]w\w*"
    r"|extra|premium|ahead|gain(?:s|ed)?)\b",
    re.IGNORECASE,
)
_LESS: Final = compile_later(
    r"\b(?:less|fewer|lower|smaller|cheaper|shorter|below|down|f[ae]ll|falls|fallen|decrease\w*|cut|discount|behind"
    r"|short of|los(?:t|es?|ing))\b",
    re.IGNORECASE,
)
_COMPARES: Final = compile_later(
    r"\b(?:better|worse|under|over|difference|gap|lead|margin|change|apart|between|from"
    r"|too (?:high|low|long|short|much|many|few|little|deep|shallow|wide|narrow|fast|slow|big|small|large))\b",
    re.IGNORECASE,
)
_BY: Final = compile_later(r"\bby $")
_OF_CHANGE: Final = compile_later(r"\s+(?:more|less|fewer|higher|lower|up|down)\b", re.IGNORECASE)
_OF_A_WHOLE: Final = compile_later(
    r"\s+(?:of|is|was|are|were|suspended|remain\w*)\b|\s*$|[.,;)]", re.IGNORECASE
)


def is_worked_out(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether a number is the difference, the share or the change of two that it speaks of."""
    if not is_single(claimed):
        return False
    if (
        operands.moments.are_apart(claimed, operands.text, operands.near)
        or _is_part(claimed, operands)
        or _is_sum(claimed, operands)
        or _is_rest(claimed, operands)
        or _is_former_result(claimed, operands)
        or _is_desk_sum(claimed, operands)
        or _is_otherwise(claimed, operands)
        or _is_said_to_be(claimed, operands)
        or _is_exact(claimed, operands)
        or is_months_between(claimed, operands.text, operands.near, operands.briefing)
        or is_rest_of_share(claimed, operands.text, operands.statements)
        or is_time_from_publication(claimed, operands.statements, operands.near)
    ):
        return True
    if (
        is_part(claimed, operands.text, operands.figures)
        or is_spread(claimed, operands.text)
        or is_part_of(claimed, operands.shares_of_it, operands.beside_evidence)
    ):
        return True
    if is_of_before(claimed, operands.text):
        return _is_share_of_before(claimed, operands)
    after = operands.text[claimed.end :]
    is_share = _OF_A_WHOLE.match(after) or _AS_MANY.match(after)
    if claimed.unit == "share" and is_share and not _OF_CHANGE.match(after):
        return _is_ratio(claimed, operands)
    is_of_it = claimed.unit == "percent" and _OF_IT.match(after)
    return bool(is_of_it and _is_ratio(claimed, operands)) or _is_difference(claimed, operands)


def _is_sum(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether the text says that two numbers, of which it has one at least, come to so much."""
    if claimed.hedge or not _COMES_TO.search(operands.text):
        return False
    pairs = product(operands.written(claimed), operands.at_hand(claimed))
    return any(
        first.low and second.low and first.low + second.low == claimed.low
        for first, second in pairs
        if first is not second
        and match_unit(first, second) == "same"
        and (match_unit(claimed, first) == "same" or _may_count(claimed, first))
    )


def is_rightly_reckoned(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether its words say that it was worked out, and it is right, so that no other number like it counts."""
    if not is_single(claimed):
        return False
    if operands.moments.are_apart(claimed, operands.text, operands.near, is_own=True):
        return True
    if is_time_from_publication(claimed, operands.statements, operands.near) or _is_rest(
        claimed, operands
    ):
        return True
    return _is_more_by(claimed, operands)


def is_more_than_other(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether its evidence is so much more than what it is set against there: “14 tons more than then”."""
    way = THAN.match(operands.text, claimed.end)
    if way is None or claimed.hedge or not is_single(claimed):
        return False
    sign = 1 if way["way"].lower() == "more" else -1
    return any(
        own.low is not None
        and other.low is not None
        and sign * (own.low - other.low) == claimed.low
        and match_unit(claimed, own) == match_unit(own, other) == "same"
        for own, other in operands.beside(operands.evidence)
    )


def _is_more_by(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether so many more or fewer are counted in its evidence than beside it: “three more are dead than …”."""
    if not _MORE_OR_LESS.match(operands.text, claimed.end) or claimed.hedge:
        return False
    counted = (
        pair for pair in operands.near_pairs(claimed) if not any(map(is_measured_number, pair))
    )
    return any(
        first.low and second.low and abs(first.low - second.low) == claimed.low
        for first, second in counted
        if first.unit == second.unit or match_unit(first, second) == "same"
    )


def _is_rest(claimed: FoundQuantity, operands: Operands) -> bool:
    return is_rest_of(claimed, operands.text, operands.own_numbers, operands.counted)


def _is_ratio(claimed: FoundQuantity, operands: Operands) -> bool:
    if _is_result(claimed, lambda low, high: 100 * low / high, operands):
        return True
    wholes = [
        *written_wholes(claimed, operands.text),
        *named_wholes(claimed, operands.text, operands.counted),
        *(operands.of_topic if _AS_MANY.match(operands.text, claimed.end) else ()),
    ]
    return any(
        is_near_share(claimed, 100 * part.low / whole.low)
        for part, whole in product(operands.own_numbers, wholes)
        if part.low and whole.low and part.low < whole.low and _may_be_part(part, whole)
    )


def _is_share_of_before(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether it is what is left of what there was before: of a figure, or else in the article."""
    figures = operands.figures or [figure for figure, _ in operands.related]
    shares = [100 * now / then for figure in figures for now, then in changes_of(figure)]
    others = [figure for figure in operands.counted if figure.id not in operands.near.own]
    named = [*named_wholes(claimed, operands.text, others)]
    shares += [
        share
        for own in operands.own_numbers
        for whole in named
        for share in shares_of([own, whole])
    ]
    if not shares:
        words = kin_of(" ".join(operands.briefing.name_of(fact) for fact in operands.near.own))
        shares = [*shares_left(words | operands.words_beside(claimed), operands.statements)]
    return any(is_share_now(claimed, share) for share in shares)


def _is_desk_sum(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether it is of the others, of “them”, or how long or how much a month that is."""
    own = [number_of(figure) for figure in operands.figures]
    label = " ".join(operands.briefing.name_of(fact) for fact in operands.near.own)
    beside = [*operands.beside([*own, *operands.evidence])]
    return (
        is_share_of_others(claimed, operands.text, operands.evidence, label)
        or is_other_part(claimed, operands.text, beside)
        or is_share_of_them(claimed, operands.text, beside)
        or is_rate_or_time(claimed, operands.text, own)
    )


def _is_otherwise(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether it is an average, a share of two figures, a whole, or what something would be without another."""
    figures = operands.figures or [figure for figure, _ in operands.related]
    worded = [(figure, words) for figure in figures for words in [operands.sentence_of(figure)]]
    return (
        is_average(claimed, worded)
        or is_share_of_two(claimed, operands.text, operands.near.own, operands.counted)
        or is_whole_of_share(
            claimed, operands.text, operands.own_numbers, [words for _, words in worded]
        )
        or _is_without(claimed, operands)
    )


def _is_said_to_be(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether its words say how it was reckoned, and it is right."""
    text, near, at_hand = operands.text, operands.near, operands.at_hand(claimed)
    related = [figure for figure, _ in operands.related]
    counts = [found for found, place in operands.statements.quantities if place.span]
    return (
        is_share_of_named(claimed, text, near.own, operands.counted)
        or is_for_each(claimed, text, at_hand, counts)
        or is_average_of(claimed, text, at_hand)
        or is_sum_of_years(claimed, text, operands.figures or related)
        or is_sum_of_list(claimed, text, operands.statements)
        or is_of_own_whole(
            claimed, text, [each for each in operands.briefing.figures if each.id in near.own]
        )
    )


def _is_without(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether it is what another would have been without its number: “without it the loss would be £28.1m”."""
    if not (_WITHOUT.search(operands.text) and _WOULD.search(operands.text)):
        return False
    others = [*operands.at_hand(claimed), *(number for number, _ in operands.related_numbers)]
    return any(
        first.low
        and second.low
        and match_unit(first, second) == "same"
        and match_unit(claimed, first) == "same"
        and any(
            is_near_result(claimed, result)
            for result in (first.low + second.low, abs(first.low - second.low))
        )
        for first, second in product(operands.own_numbers, others)
        if first is not second
    )


def _is_exact(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether two numbers of a paragraph give it, and its fact has that rounded: £7.8m, of “less than £8m”."""
    rounded = [each for each in operands.own_numbers if is_rounding_of(each, claimed)]
    blocks = {
        span.block for fact in operands.near.own for span in operands.near.spans.get(fact, ())
    }
    for group in operands.statements.groups if rounded else ():
        alike = [
            found.low
            for found, place in group
            if place.span and place.span.block in blocks and found.low
            if match_unit(claimed, found) == "same"
        ]
        if any(claimed.low in (a + b, abs(a - b)) for a, b in combinations(alike, 2)):
            return True
    return False


def _is_former_result(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether it is what the formula of a figure gave before, of what its figures were then."""
    return _EARLIER.search(operands.text) is not None and any(
        match_unit(claimed, number_of(figure)) == "same" and is_near_result(claimed, result)
        for figure in operands.figures
        for result in former_results(figure, operands.briefing)
    )


def _is_difference(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether it is how much one is more or less than another, and the words beside it say so."""
    beside = _beside_numbers(claimed, operands)
    is_more, is_less = bool(_MORE.search(beside)), bool(_LESS.search(beside))
    is_by = _BY.search(operands.text, 0, claimed.start)
    if not (is_more or is_less or is_by or _COMPARES.search(beside)):
        return False
    if claimed.unit not in ("percent", "share"):
        return _is_result(claimed, lambda low, high: high - low, operands)
    of_low = _is_result(claimed, lambda low, high: 100 * (high - low) / low, operands)
    of_high = _is_result(claimed, lambda low, high: 100 * (high - low) / high, operands)
    return (of_low and (is_more or not is_less)) or (of_high and (is_less or not is_more))


def _beside_numbers(claimed: FoundQuantity, operands: Operands) -> str:
    """The words near a number, without those of numbers: “more than 2,600” compares nothing."""
    words = operands.text
    for found in read_quantities(operands.text):
        words = words[: found.start] + "-" * (found.end - found.start) + words[found.end :]
    return words[max(0, claimed.start - _NEAR) : claimed.end + _NEAR]


def _is_part(claimed: FoundQuantity, operands: Operands) -> bool:
    """Whether the text divides the number of a figure: “13 died at sea and one in hospital”, of 14."""
    wholes = {number_of(figure).low for figure in operands.figures}
    others = [
        other.low
        for other in operands.written(claimed)
        if claimed.unit == other.unit or None in (claimed.unit, other.unit)
    ]
    if _ONE.search(operands.text):
        others.append(Decimal(1))
    parts = (claimed.low + other for other in others if other and claimed.low)
    return not wholes.isdisjoint(parts)


def _is_result(
    claimed: FoundQuantity, work_out: Callable[[Decimal, Decimal], Decimal], operands: Operands
) -> bool:
    is_ratio = claimed.unit in ("percent", "share")
    for first, second in operands.pairs(claimed):
        if not (first.low and second.low and is_of_one(first, second)):
            continue
        if not (is_ratio or any(_is_in_unit(claimed, each) for each in (first, second))):
            continue
        if not _goes_that_way(claimed, first.low, second.low, operands):
            continue
        low, high = min(first.low, second.low), max(first.low, second.low)
        if low > 0 and is_near_share(claimed, work_out(low, high)):
            return True
    return False


def _goes_that_way(
    claimed: FoundQuantity, first: Decimal, second: Decimal, operands: Operands
) -> bool:
    """Whether the figure that a text is about is the higher one of two, if it is so much “more than” the other."""
    than = THAN.match(operands.text, claimed.end)
    own = {number.low for figure in operands.own_figures for number in numbers_of(figure)}
    if than is None or operands.written(claimed) or own.isdisjoint({first, second}):
        return True
    higher, lower = max(first, second), min(first, second)
    return (higher if than["way"].lower() == "more" else lower) in own


def _is_in_unit(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether both are in one unit, or the claim leaves out what it is for: “it lost £570”, of a price a tonne."""
    is_left_out = claimed.unit and found.unit and is_rate_of(found.unit, claimed.unit)
    return bool(is_left_out) or match_unit(claimed, found) == "same"


def _may_be_part(part: FoundQuantity, whole: FoundQuantity) -> bool:
    """Whether both are money, or both count: 900 staff of 2,870 people."""
    units = [each.unit or "" for each in (part, whole)]
    return match_unit(part, whole) == "same" or not any(map(is_measured, units))


def _may_count(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether a bare number may be of the same persons or things: “eight are missing, so the toll could reach 25”."""
    return claimed.unit is None and not is_measured_number(found)
