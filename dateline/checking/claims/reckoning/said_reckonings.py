"""Numbers whose words say how they were reckoned: “23p in every pound”, “£94 a head”, “an average of £23m”."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, pairwise, product
from typing import Final

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.agreement.quantities.quantity_agreement import match_unit
from dateline.checking.agreement.quantities.unit_agreement import rate_of
from dateline.checking.basis.findings import as_found, number_of, read_quantities
from dateline.checking.claims.grounds.statements import Statements
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.reckoning.arithmetic import (
    is_long,
    is_near_result,
    is_near_share,
    is_single,
)
from dateline.checking.claims.reckoning.named_figures import as_amount, kin_of
from dateline.facts.records import Figure
from dateline.facts.units import is_measured
from dateline.facts.wording import sentence_at
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_COIN_OF: Final = compile_later(
    r"\s+(?:in|of|from|out of)\s+(?:every|each|the)\s+(?:pound|dollar|euro)\b"
)
_POUND_BEFORE: Final = compile_later(
    r"\b(?:of|from|out of) (?:every|each) (?:pound|dollar|euro)\b(?P<whole>[^.;:!?]*?),?\s$",
    re.IGNORECASE,
)
_WHOLE: Final = compile_later(r"\s+(?:of|in|that|which)?\s*(?P<whole>[^.,;:!?()0-9]{3,60})")
_OF_WHOLE: Final = compile_later(r"\s+of\s+(?P<whole>[^.,;:!?()0-9]{3,60})")
# Words for what comes in, and for what is owed, by which no label goes.
_SAID_OF: Final = (
    (
        compile_later(r"\b(?:revenue|income|turnover|sales|takings)\b", re.IGNORECASE),
        compile_later(
            r"\b(?:revenue|income|turnover|sales|takings|receipts|took|takes?|taken|c[ao]mes? in|earn(?:s|ed)"
            r"|(?:customers|passengers|members|readers|tenants|residents) (?:pay|paid))\b",
            re.IGNORECASE,
        ),
    ),
    (
        compile_later(r"\b(?:debts?|borrowings?)\b", re.IGNORECASE),
        compile_later(r"\b(?:debts?|owe[sd]?|borrow(?:s|ed|ings?))\b", re.IGNORECASE),
    ),
)


def is_share_of_named(
    claimed: FoundQuantity, text: str, own: Iterable[str], figures: Sequence[Figure]
) -> bool:
    """Whether it is a share of what the words after “of” or “every pound” name: 23p, of £48.9m and £214.6m.

    The part is the text’s own figure, or one that its sentence names; both are of one time.
    """
    said = _whole_words(claimed, text)
    if said is None:
        return False
    share = replace(claimed, unit="percent") if claimed.unit != "share" else claimed
    wholes = [figure for figure in figures if _names(said, figure)]
    start, end = sentence_at(text, claimed.start)
    is_coin = claimed.unit not in ("share", "percent")
    rest = kin_of(text[start:end] if is_coin else text[start:end].replace(said, " "))
    ids = {*own}
    parts = [each for each in figures if each.id in ids or rest & kin_of(each.label)]
    return any(
        is_near_share(share, 100 * part.low / whole.low)
        for share_of, all_of in product(parts, wholes)
        if share_of is not all_of and _is_of_one_time(share_of, all_of)
        for part, whole in [(as_amount(number_of(share_of)), as_amount(number_of(all_of)))]
        if is_single(part) and is_single(whole) and part.low and whole.low
        if part.low < whole.low and _is_alike(part, whole)
    )


def _whole_words(claimed: FoundQuantity, text: str) -> str | None:
    """The words for the whole of a share, or of so many coins of a pound; none where it is no such share."""
    if claimed.unit in ("penny", "cent"):
        if coin := _COIN_OF.match(text, claimed.end):
            after = _WHOLE.match(text, coin.end())
            return after["whole"] if after else None
        before = _POUND_BEFORE.search(text, 0, claimed.start)
        return before["whole"] if before else None
    of = _OF_WHOLE.match(text, claimed.end) if claimed.unit in ("share", "percent") else None
    return of["whole"] if of else None


def _names(said: str, figure: Figure) -> bool:
    """Whether words for a whole name what a figure counts."""
    if kin_of(" ".join(said.split()[:_NAMING])) & kin_of(figure.label):
        return True
    return any(label.search(figure.label) and word.search(said) for label, word in _SAID_OF)


# So many of the words for a whole may name it.
_NAMING: Final = 5


def _is_of_one_time(first: Figure, second: Figure) -> bool:
    """Whether two figures are of one time, or one of them has none."""
    times = [each.period or each.as_of for each in (first, second)]
    ends = {time.text for time in times if time}
    return len(ends) < len(times) or any(
        long and short and long.end and short.start and long.end.ends == short.start.ends
        for long, short in (times, times[::-1])
    )


def _is_alike(part: FoundQuantity, whole: FoundQuantity) -> bool:
    is_thing = not (is_measured(part.unit or "") or is_measured(whole.unit or ""))
    return is_thing or match_unit(part, whole) == "same"


_EACH: Final = compile_later(
    r",?\s+(?:(?:for|from|to|per|a)\s+)?(?:each|every|a|per)\b(?:\s+of\s+(?:those|the|these|them))?"
    r"(?P<of>(?:\s+[^\W\d]\w*){0,4})"
)
_HEADS: Final = ("head", "person", "capita")


def is_for_each(
    claimed: FoundQuantity,
    text: str,
    amounts: Iterable[FoundQuantity],
    counts: Iterable[FoundQuantity],
) -> bool:
    """Whether it is a sum divided by the number of those it is for: “£1,800 for every home”, of £742m."""
    rate = rate_of(claimed.unit) if claimed.unit else None
    number = replace(claimed, unit=rate.unit) if rate else claimed
    each = _EACH.match(text, claimed.end)
    if not (rate or each) or not is_measured(number.unit or ""):
        return False
    named = rate.per if rate else (each["of"] if each else "")
    sums = [each.low for each in amounts if is_single(each) and match_unit(number, each) == "same"]
    return any(
        is_near_result(number, total / count.low)
        for total, count in product(sums, counts)
        if total and is_single(count) and count.low and _counts(count, named)
    )


def _counts(count: FoundQuantity, named: str) -> bool:
    """Whether a number counts what something is for each of."""
    if count.unit is None or is_measured(count.unit):
        return False
    is_of_people = count.unit in ("people", "person", "residents", "inhabitants")
    if named.strip() in _HEADS or not stems(named):
        return is_of_people
    words = {*stems(named)}
    return bool(words & {*stems(count.unit)}) or (is_of_people and bool(words & {"with", "peop"}))


_AVERAGE: Final = compile_later(r"\baverag\w+\b", re.IGNORECASE)
_TIMES: Final = ("day", "week", "month", "year")


def is_average_of(claimed: FoundQuantity, text: str, amounts: Iterable[FoundQuantity]) -> bool:
    """Whether a sum over the time in the text comes to so much: “£184m in eight years, an average of £23m”."""
    start, end = sentence_at(text, claimed.start)
    if not _AVERAGE.search(text, start, end):
        return False
    spans = [each for each in read_quantities(text[start:end]) if each.unit in _TIMES]
    return any(
        is_near_result(claimed, amount.low / span.low)
        for amount, span in product(amounts, spans)
        if is_single(amount) and is_single(span) and amount.low and span.low
        if match_unit(claimed, amount) == "same"
    )


_IN_ALL: Final = compile_later(
    r"\b(?:add(?:s|ed)? up|together|in all|in total|altogether|comes? to|came to|make)\b",
    re.IGNORECASE,
)


def is_sum_of_years(claimed: FoundQuantity, text: str, figures: Iterable[Figure]) -> bool:
    """Whether a figure and what it was before come to so much: “£48m in three years”, of £22.4m, £16.9m and £8.5m."""
    start, end = sentence_at(text, claimed.start)
    years = [each.low for each in read_quantities(text[start:end]) if each.unit == "year"]
    is_in_all = _IN_ALL.search(text, start, end)
    for figure in figures:
        now, *before = _by_year(figure)
        if figure.period is None or match_unit(claimed, now) != "same":
            continue
        sums = accumulate(number.low or Decimal(0) for number in (now, *before))
        for count, total in enumerate(sums, 1):
            is_said = count in years or (is_in_all and count == len(before) + 1)
            if count > 1 and is_said and is_near_result(claimed, total):
                return True
    return False


def _by_year(figure: Figure) -> Sequence[FoundQuantity]:
    """A figure’s number and those that it had before, the latest first."""
    history = sorted(figure.history, key=lambda point: point.date.text, reverse=True)
    values = (as_found(point.value, figure.unit, point.hedge, "") for point in history)
    return [as_amount(each) for each in (number_of(figure), *values)]


_AND: Final = compile_later(r",? and (?:about |around |some |another )?")


def is_sum_of_list(claimed: FoundQuantity, text: str, statements: Statements) -> bool:
    """Whether it counts all of two kinds that the article lists: 430,400 customers, “412,000 homes and 18,400 firms”.

    Neither kind alone has that number; without a noun the text says that it adds.
    """
    start, end = sentence_at(text, claimed.start)
    if claimed.unit is None and not _IN_ALL.search(text, start, end):
        return False
    return any(
        is_near_result(claimed, first.low + second.low)
        for group in statements.sentences
        for (first, place), (second, _) in pairwise(group)
        if place.span and _are_listed(first, second, statements.text_of(place.span))
        if first.low and second.low and claimed.unit not in (first.unit, second.unit)
        if not is_measured(claimed.unit or "")
    )


def _are_listed(first: FoundQuantity, second: FoundQuantity, text: str) -> bool:
    units = [each.unit for each in (first, second)]
    is_of_things = all(unit and not is_measured(unit) for unit in units) and units[0] != units[1]
    is_exact = all(is_single(each) and is_long(each) and not each.hedge for each in (first, second))
    return is_of_things and is_exact and _AND.fullmatch(text, first.end, second.start) is not None


_OTHERS: Final = compile_later(
    r"\b(?:the|all|its|their) (?:other|others|remaining|rest of the|rest,?) $", re.IGNORECASE
)


def is_of_own_whole(claimed: FoundQuantity, text: str, figures: Iterable[Figure]) -> bool:
    """Whether it counts the share of a figure’s own whole, or the others: 160, of two-thirds of the 240 stations."""
    is_rest = _OTHERS.search(text, 0, claimed.start) is not None
    return any(
        is_near_result(claimed, whole.low * (1 - share if is_rest else share))
        for figure in figures
        for share in _shares(figure)
        for whole in read_quantities(figure.whole or "")
        if is_single(whole) and whole.low and not is_measured(whole.unit or "")
        if claimed.unit is None or match_unit(claimed, whole) == "same"
    )


def _shares(figure: Figure) -> Iterator[Decimal]:
    """A figure as a part of one."""
    numbers = [number_of(figure), *read_quantities(figure.value.text)]
    for number in map(in_percent, numbers):
        if number.unit == "percent" and number.low and number.low == number.high:
            yield number.low / 100
            return
    first = numbers[0]
    if figure.unit is None and first.low and first.low == first.high and first.low < 1:
        yield first.low
