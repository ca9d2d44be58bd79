"""Numbers that an editor may have rounded or worked out from what the article says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise, product
from typing import Final

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.agreement.quantities.unit_agreement import is_rate_of, measure_name
from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.statements import Statement, Statements
from dateline.checking.claims.reckoning.spans import is_months_ago, is_years_apart
from dateline.facts.hedges import Hedge
from dateline.language import FoundQuantity, en
from dateline.patterns import compile_later

_BELOW: Final = (Hedge.NEARLY, Hedge.UP_TO, Hedge.FEWER_THAN)
_ABOVE: Final = (Hedge.AT_LEAST, Hedge.MORE_THAN)
# A hedge that says less than the one that the article has is true as well.
_WEAKER: Final = frozenset(
    {
        (Hedge.ABOUT, Hedge.NEARLY),
        (Hedge.AT_LEAST, Hedge.MORE_THAN),
        (Hedge.UP_TO, Hedge.FEWER_THAN),
        (Hedge.FEWER_THAN, Hedge.NEARLY),
    }
)
# The shortest number that is hardly the same by chance, and that may lose its decimals.
_LONG: Final = 3


def is_hedge(claimed: Hedge | None, said: Hedge | None) -> bool:
    return claimed == said or (claimed, said) in _WEAKER


def is_long(found: FoundQuantity) -> bool:
    """Whether a number has digits enough to be the same by no chance: 31,204, or 6.25."""
    return _digits(found) >= _LONG


def _digits(found: FoundQuantity) -> int:
    """How many digits of a number are not the zeros at its end."""
    return 0 if found.low is None else len(found.low.normalize().as_tuple().digits)


def is_rounded(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether a number is true of another one: “more than 12,000” of 12,431, or 388 of 388.40."""
    step, is_share = _step(claimed), claimed.unit == "share"
    if is_share and found.unit != "share":
        claimed, step = in_percent(claimed), 100 * step
    if claimed.low is None or claimed.low != claimed.high or claimed.pair or found.pair:
        return False
    if claimed.unit in ("share", "percent") and found.unit is None:
        return False
    is_share = is_share and claimed.hedge is not None
    if not is_share and found.low == found.high and _digits(claimed) >= _digits(found):
        return False
    return _is_true(claimed.low, claimed.hedge, found, step)


def is_rounding_of(said: FoundQuantity, claimed: FoundQuantity) -> bool:
    """Whether a hedged number is true of an exact one, so that both may be of the same: “almost £19m”, £18.7m."""
    return claimed.hedge is None and said.hedge is not None and is_rounded(said, claimed)


def _is_true(value: Decimal, hedge: Hedge | None, found: FoundQuantity, step: Decimal) -> bool:
    low, high = found.low, found.high
    if low is None or high is None:
        return False
    is_range, is_above = low != high, found.hedge in _ABOVE
    match hedge:
        case None:
            return found.hedge is None and not is_range and _is_without_decimals(value, low)
        case Hedge.MORE_THAN | Hedge.AT_LEAST:
            is_end = is_range and low == value and hedge == Hedge.AT_LEAST
            return is_end or (found.hedge not in _BELOW and 0 < low - value < step)
        case Hedge.FEWER_THAN | Hedge.UP_TO:
            is_end = is_range and high == value and hedge == Hedge.UP_TO
            is_close = value - high < min(step, high)
            return is_end or (not is_above and value - high > 0 and is_close)
        case Hedge.NEARLY:
            return not is_above and 0 < value - high <= step / 2
        case _:
            near = min(abs(value - low), abs(value - high))
            return near < step / 2 or (near == step / 2 and found.hedge is None)


def _step(claimed: FoundQuantity) -> Decimal:
    """What a number was rounded to: 12,400 to hundreds, 250 to fifties, a fraction to a sixth."""
    if claimed.low is None or claimed.unit == "share":
        return Decimal("0.17")
    plain = claimed.low.normalize()
    digits, exponent = plain.as_tuple().digits, int(plain.as_tuple().exponent)
    unit = Decimal(1).scaleb(exponent)
    return 5 * unit if digits[-1:] == (5,) and len(digits) > 1 else unit


def _is_without_decimals(value: Decimal, said: Decimal) -> bool:
    is_whole = value == value.to_integral_value() and said != said.to_integral_value()
    return is_whole and abs(value) >= 10 ** (_LONG - 1) and abs(value - said) <= Decimal("0.5")


def may_be_worked_out(claimed: FoundQuantity, text: str, statements: Statements) -> bool:
    """Whether a number is a sum, a difference or an end of what the article says, or years apart."""
    value = claimed.low
    if value is None or value != claimed.high:
        return False
    if claimed.unit == "month" and is_months_ago(value, claimed.hedge, statements):
        return True
    if claimed.hedge:
        return False
    if any(said.pair and value == _sum(said) for said, _ in statements.quantities):
        return True
    if claimed.unit == "year" and (
        _is_age(claimed, statements) or is_years_apart(value, statements)
    ):
        return not _is_age(claimed, statements)
    ends = (said for said, _ in statements.quantities if _ends(claimed, said))
    is_end = any(value in (said.low, said.high) for said in ends)
    return is_end or _is_of_pair(claimed, value, text, statements)


def _is_of_pair(claimed: FoundQuantity, value: Decimal, text: str, statements: Statements) -> bool:
    """Whether it is the sum or the difference of two."""
    if claimed.unit == "percent" and not _ADDS_SHARES.search(text):
        return False
    return any(
        value in (abs(first + second), first + second, abs(first - second))
        for first, second in _pairs(claimed, statements)
    )


# Percentages are of wholes that may differ, so none is worked out from two without a word of it.
_ADDS_SHARES: Final = compile_later(
    r"\b(?:more|less|fewer|higher|lower|difference|gap|lead|margin|ahead|behind|points?|together|combined|total"
    r"|other|others|rest|remain\w*|all|both|either|or|up|down|r[io]s\w+|f[ae]ll\w*|gr[eo]w\w*|increas\w+|decreas\w+"
    r"|cut|swing|change\w*|by)\b",
    re.IGNORECASE,
)


def may_be_reached(claimed: FoundQuantity, text: str, statements: Statements) -> bool:
    """Whether a number of persons is two of one sentence together: “the toll may rise to 17”, of 14 and three."""
    if claimed.hedge in (None, Hedge.UP_TO) and _is_of_groups(claimed, text, statements):
        return True
    is_open = claimed.hedge in (None, Hedge.UP_TO) and claimed.unit in (None, *_PERSONS)
    if not (is_open and _TOGETHER.search(text)):
        return False
    groups = ([low for low, place in group if place.span] for group in statements.sentences)
    counts = ([said.low for said in group if said.unit in (None, *_PERSONS)] for group in groups)
    pairs = (pair for group in counts for pair in combinations(group, 2))
    return any(first and second and claimed.low == first + second for first, second in pairs)


def _is_of_groups(claimed: FoundQuantity, text: str, statements: Statements) -> bool:
    """Whether the article adds groups of people to so many: “209 names”, of “187 passengers and 22 crew”."""
    if claimed.unit not in (None, *_PERSONS, "names") and not en.counts_people(text, claimed):
        return False
    return any(
        first.low and second.low and first.low + second.low == claimed.low
        for group in statements.sentences
        for (first, place), (second, _) in pairwise(group)
        if place.span and _are_two_groups(first, second, statements.text_of(place.span))
    )


def _are_two_groups(first: FoundQuantity, second: FoundQuantity, text: str) -> bool:
    is_list = _AND.fullmatch(text[first.end : second.start])
    is_of_people = en.counts_people(text, first) and en.counts_people(text, second)
    return bool(is_list) and is_of_people and first.unit != second.unit


_AND: Final = compile_later(r",? and (?:about |around |some |another )?")


def is_bound_of_two(claimed: FoundQuantity, text: str, statements: Statements) -> bool:
    """Whether a least number comes of a least one and a number of one sentence: “at least 68”, of at least 41 and 27.

    As both together, or as how many more the one is than the other, where the words say so.
    """
    if claimed.hedge not in _ABOVE or claimed.low is None or claimed.low != claimed.high:
        return False
    factors = [
        factor
        for factor, is_said in (
            (1, _TOGETHER.search(text)),
            (-1, _MORE.search(text, claimed.start, claimed.end + _AFTER)),
        )
        if is_said
    ]
    for group in statements.sentences if factors else ():
        said = [each for each, place in group if place.span and _counts_like(claimed, each)]
        least = [each for each in said if each.hedge in _ABOVE]
        exact = [each.low for each in said if each.hedge is None]
        for bound, number, factor in product(least, exact, factors):
            if bound.low and number and _is_bound(claimed, bound, bound.low + factor * number):
                return True
    return False


def _is_bound(claimed: FoundQuantity, bound: FoundQuantity, least: Decimal) -> bool:
    """Whether a least number is this one, or rounded from it: “more than 100”, of at least 104."""
    is_same = claimed.low == least and is_hedge(claimed.hedge, bound.hedge)
    return is_same or is_rounded(claimed, replace(claimed, low=least, high=least, hedge=None))


def _counts_like(claimed: FoundQuantity, said: FoundQuantity) -> bool:
    """Whether both are in one unit, or of persons, which a number need not name."""
    persons = (None, *_PERSONS)
    return said.unit == claimed.unit or (claimed.unit in persons and said.unit in persons)


_MORE: Final = compile_later(r"\b(?:more|over|above|higher)\b(?! than \d)", re.IGNORECASE)
# As far after a number as a word may compare it.
_AFTER: Final = 30
_PERSONS: Final = ("people", "person", "dead", "missing", "injured")
_TOGETHER: Final = compile_later(
    r"\b(?:may|might|could|would|feared?|presumed|together|in all|in total|altogether|dead (?:or|and) missing"
    r"|killed or missing|died or|adds? up|added up)\b",
    re.IGNORECASE,
)


def is_rest(claimed: FoundQuantity, whole: FoundQuantity, statements: Statements) -> bool:
    """Whether a part is what the article leaves of a whole: 18 of 22, where four of 22 are others."""
    if claimed.low is None or whole.low is None or claimed.hedge:
        return False
    near = {place.span.block for _, place in statements.by_number.get(whole.low, ()) if place.span}
    rest = statements.by_number.get(whole.low - claimed.low, ())
    return any(place.span is not None and place.span.block in near for _, place in rest)


def _ends(claimed: FoundQuantity, said: FoundQuantity) -> bool:
    is_range = said.low != said.high and not said.pair
    if claimed.unit is None or said.unit is None:
        return is_range and claimed.unit is None
    is_same = match_unit(claimed, said) == "same" or is_rate_of(said.unit, claimed.unit)
    return is_range and is_same


def _pairs(claimed: FoundQuantity, statements: Statements) -> Iterator[tuple[Decimal, Decimal]]:
    """Two numbers that one sentence, row, column or fact gives in the unit of the claim."""
    for group in statements.sentences:
        fitting = [said for said, place in group if _may_add(claimed, said, place, statements)]
        for first, second in combinations(fitting, 2):
            if first.low is not None and second.low is not None:
                yield first.low, second.low


def _may_add(
    claimed: FoundQuantity, said: FoundQuantity, place: Statement, statements: Statements
) -> bool:
    """Whether a number is in the unit of a claim; those of a table need not say what they count."""
    unit = "percent" if claimed.unit in _POINTS else claimed.unit
    is_cell = place.span is not None and place.span.block in statements.heads
    is_noun = unit is not None and measure_name(unit) is None
    if said.hedge in (Hedge.UP_TO, Hedge.FEWER_THAN, *_ABOVE):
        return False  # what is only a bound adds up to nothing
    if unit is None or said.unit is None:
        return unit is not None and is_cell and is_noun
    return said.unit == unit or is_rate_of(unit, said.unit)


def is_before_change(claimed: FoundQuantity, text: str, statements: Statements) -> bool:
    """Whether it is what a change in per cent began or ends with: $1.40, of “fell 19 per cent to $1.13”.

    Of what is counted only in a text that says when it was so: 40 dogs “before that”.
    """
    if claimed.unit in (None, "times") or not _is_amount(claimed):
        return False
    if measure_name(claimed.unit) is None and not _BEFORE_OR_AFTER.search(text):
        return False
    for group in statements.sentences:
        prices = [said for said, _ in group if _is_price(said, claimed) and _is_amount(said)]
        changes = [said for said, place in group if _may_be_change(said, place, statements)]
        for price, change in product(prices, changes if prices else ()):
            if any(is_near_result(claimed, result) for result in _before_or_after(price, change)):
                return True
    return False


def _may_be_change(said: FoundQuantity, place: Statement, statements: Statements) -> bool:
    """Whether a percentage of the article may be how much something changed; a fraction where it says so."""
    if place.span is None or said.unit != "percent":
        return False
    if _PERCENT.search(said.text):
        return True
    return en.is_of_change(statements.text_of(place.span), place.span.start, place.span.end)


_PERCENT: Final = compile_later(r"%|\bper ?cent", re.IGNORECASE)
_BEFORE_OR_AFTER: Final = compile_later(
    r"\b(?:before|after|was|were|had|from|earlier|previous(?:ly)?|ago|then|used to|would|will)\b",
    re.IGNORECASE,
)


def _before_or_after(price: FoundQuantity, change: FoundQuantity) -> Iterator[Decimal]:
    """What a change is worth, and what a price was before it and is after it, whichever way that goes."""
    if price.low is None or change.low is None or not 0 < change.low < 100:
        return
    yield price.low * change.low / 100
    for factor in (1 + change.low / 100, 1 - change.low / 100):
        yield price.low / factor
        yield price.low * factor


def _is_price(said: FoundQuantity, claimed: FoundQuantity) -> bool:
    """Whether both are in one unit, or the price is for a time that the claim leaves out."""
    unit, own = claimed.unit, said.unit
    return own == unit or bool(own and unit and is_rate_of(own, unit))


def is_compared(claimed: FoundQuantity, text: str, statements: Statements) -> bool:
    """Whether it compares two numbers of a paragraph, row or fact, as the words beside it say.

    “Up 100%” of 20 and 40, “a third less” of 90 and 60, “half as many”, “down by 30”.
    """
    start = _first_of_two(claimed, text)
    falls = en.falls_by(text, start)
    is_change = falls or en.is_of_change(text, start, claimed.end)
    is_part = claimed.unit == "share" and _AS_MANY.match(text, claimed.end)
    if claimed.low is None or claimed.low != claimed.high or not (is_change or is_part):
        return False
    is_fall = falls or en.is_of_fall(text, start, claimed.end)
    wanted, near = abs(in_percent(claimed).low or Decimal(0)), _precision(claimed)
    for group in statements.groups:
        amounts = [said for said, _ in group if _is_amount(said)]
        for low, high in _ordered(amounts):
            if claimed.unit is None:
                result, near = high - low, Decimal(0)
            elif is_part:
                result = 100 * low / high
            else:
                result = 100 * (high - low) / (high if is_fall else low)
            if claimed.unit in (None, "share", "percent") and abs(result - wanted) <= near:
                return True
    return False


_OR: Final = compile_later(r",?\s+or\s+|\s+\(")


def _first_of_two(claimed: FoundQuantity, text: str) -> int:
    """Where the number begins that it says again: “up by £8.3m, or 79.8 per cent”."""
    others = (each for each in read_quantities(text) if each.end < claimed.start)
    same = (each for each in others if _OR.fullmatch(text, each.end, claimed.start))
    return next((each.start for each in same), claimed.start)


_AS_MANY: Final = compile_later(r"\s+as\s+(?:many|much|large|big|high)\b")


def _ordered(amounts: Iterable[FoundQuantity]) -> Iterator[tuple[Decimal, Decimal]]:
    """Each two numbers of one unit, the lower one first."""
    for first, second in combinations(amounts, 2):
        if first.unit == second.unit and first.low and second.low:
            yield min(first.low, second.low), max(first.low, second.low)


def _is_amount(said: FoundQuantity) -> bool:
    is_single = said.low is not None and said.low == said.high and said.low > 0 and not said.pair
    return is_single and said.unit not in ("percent", "share", "year", *_POINTS)


def _precision(claimed: FoundQuantity) -> Decimal:
    """How far from the exact result in percent a rounded number may be."""
    if claimed.unit == "share" or claimed.low is None:
        return Decimal(3)
    step = Decimal(1).scaleb(min(0, int(claimed.low.as_tuple().exponent)))
    return 2 * step if claimed.hedge else step / 2


def is_single(found: FoundQuantity) -> bool:
    """Whether it is one number above nothing, and no range, score or word."""
    return found.low is not None and found.low == found.high and found.low > 0 and not found.pair


def is_near_result(claimed: FoundQuantity, result: Decimal) -> bool:
    """Whether a number is a result, rounded to its own digits, or as its hedge says."""
    value = claimed.low
    if value is None:
        return False
    exponent = int(value.normalize().as_tuple().exponent)
    step = Decimal(1).scaleb(exponent if claimed.unit != "percent" else min(0, exponent))
    is_round = claimed.unit == "percent" and claimed.hedge and value % 10 == 0
    if exponent < _FEW_DECIMALS or is_round:
        step = Decimal(3)
    match claimed.hedge:
        case None:
            return abs(result - value) <= step / 2
        case Hedge.MORE_THAN | Hedge.AT_LEAST:
            return 0 <= result - value < step
        case Hedge.ABOUT:
            return abs(result - value) <= step
        case _:
            return 0 <= value - result < step


def is_near_share(claimed: FoundQuantity, percent: Decimal) -> bool:
    """The same for a share in percent; “fewer than half” is true of all that is not much less."""
    number = in_percent(claimed)
    if claimed.unit == "share" and claimed.hedge is None and number.low is not None:
        return abs(percent - number.low) <= _NEAR
    if claimed.unit != "share" or claimed.hedge == Hedge.ABOUT or number.low is None:
        return is_near_result(number, percent)
    over = percent - number.low
    is_above = claimed.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST)
    return 0 <= (over if is_above else -over) < _FAR


# How many points a share may be from a fraction without a hedge, and from one that it is more or less than.
_NEAR: Final = Decimal("1.5")
_FAR: Final = 6
# A fraction in percent has more decimals: a third is 33.33… percent.
_FEW_DECIMALS: Final = -4
_POINTS: Final = ("percentage points", "points", "point")


def _sum(pair: FoundQuantity) -> Decimal | None:
    """All votes of a vote: 17, where it is 9-8."""
    return None if pair.low is None or pair.high is None else pair.low + pair.high


_BORN: Final = compile_later(r"\b(?:born|birth\w*)\b", re.IGNORECASE)


def _is_age(claimed: FoundQuantity, statements: Statements) -> bool:
    """Whether it is somebody’s age, “Vlad, 17”, in an article that says of nobody when they were born."""
    is_alone = claimed.text.isdigit()
    return is_alone and not any(_BORN.search(block.text) for block in statements.blocks)
