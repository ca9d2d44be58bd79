"""Whether a quantity in a text that readers see is one that the article or a fact gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, Literal

from dateline.checking.agreement.figure_agreement import in_percent
from dateline.checking.agreement.quantities.figure_units import per_in
from dateline.checking.agreement.quantities.implied_hedges import implied_hedges
from dateline.checking.agreement.quantities.quantity_agreement import match_unit, same_value
from dateline.checking.agreement.quantities.tolls import fates_of_number, says_same_toll
from dateline.checking.agreement.quantities.unit_agreement import (
    is_rate_of,
    measure_name,
    names_unit,
    rate_of,
)
from dateline.checking.basis.findings import read_quantities
from dateline.checking.claims.grounds.statements import SaidQuantity, Statements, Surroundings
from dateline.checking.claims.grounds.word_stems import stems
from dateline.checking.claims.matching.counts import (
    is_counted_otherwise,
    is_fewer,
    is_last_time,
    is_of_a_vote,
    is_own_count,
    is_part_of_named,
    is_set_against,
)
from dateline.checking.claims.matching.multitudes import multitudes
from dateline.checking.claims.matching.shortened import shortened
from dateline.checking.claims.reckoning.arithmetic import (
    is_before_change,
    is_bound_of_two,
    is_compared,
    is_hedge,
    is_long,
    is_rest,
    is_rounded,
    may_be_reached,
    may_be_worked_out,
)
from dateline.checking.claims.reckoning.claim_operands import Operands
from dateline.checking.claims.reckoning.multiples import is_multiple, of_times, ratios
from dateline.checking.claims.reckoning.named_figures import opening_wholes, written_wholes
from dateline.checking.claims.reckoning.other_terms import hedged_share, in_other_units
from dateline.checking.claims.reckoning.shares_before import (
    is_fall_to_share,
    is_of_before,
    without_changes,
    without_shares_of_before,
)
from dateline.checking.claims.reckoning.spans import (
    is_length,
    is_time_to_event,
    lasts_otherwise,
)
from dateline.checking.claims.reckoning.worked_out import is_rightly_reckoned, is_worked_out
from dateline.checking.claims.reckoning.wrongly_worked_out import goes_the_other_way, is_wrong_share
from dateline.facts.hedges import Hedge
from dateline.facts.records import Figure
from dateline.facts.units import is_measured
from dateline.language import FoundQuantity, en
from dateline.patterns import compile_later

# "hedged" where the number is there with another hedge, "unsure" where it may count the same thing.
Fit = Literal["same", "hedged", "unsure"]

# Nouns for which an article has many others.
_ANYBODY: Final = ("people", "person", "men", "women")


def fitting(
    claimed: FoundQuantity, text: str, statements: Statements, operands: Operands
) -> tuple[Fit | None, Sequence[SaidQuantity]]:
    """How well the best statements fit a quantity of a text, and which these are."""
    if is_multiple(claimed, text):
        return _fitting_times(claimed, text, statements)
    if is_of_before(claimed, text):
        statements = without_changes(statements)
    if is_fall := en.falls_by(text, claimed.start):
        statements = without_shares_of_before(statements)
    said = [
        (number, each)
        for number, each in _saying(claimed, text, statements, operands.near)
        if not _is_of_something_far(claimed, text, each, operands.near)
        or _is_bare_cell(claimed, each, operands)
        if not _is_in_formula_of_other(each, operands.near)
        if not _is_least_of_other(claimed, text, each, operands.near)
    ]
    if not _is_exact(claimed, said) and is_rightly_reckoned(claimed, operands):
        return "unsure", ()
    if is_fall and is_fall_to_share(claimed, operands.words_beside(claimed), operands.statements):
        return "unsure", ()
    return _fit(claimed, text, said, statements, operands)


def _is_of_something_far(
    claimed: FoundQuantity, text: str, said: SaidQuantity, near: Surroundings
) -> bool:
    """Whether a bare number would be a length or a sum that neither the text nor its facts speak of."""
    found, place = said
    if any(
        each.end <= claimed.start and match_unit(each, found) == "same"
        for each in read_quantities(text)
    ):
        return False  # “900 tonnes, where 320 are allowed”
    has_facts = bool(near.own or (near.refers and near.named))
    is_far = has_facts and near.level(place) in ("article", "briefing")
    return is_far and claimed.unit is None and found.unit != "year" and _is_measured(found)


def _is_in_formula_of_other(said: SaidQuantity, near: Surroundings) -> bool:
    """Whether only the formula of a fact that the text does not speak of has it."""
    place = said[1]
    return place.is_formula and near.level(place) not in ("own", "fact")


def _is_least_of_other(
    claimed: FoundQuantity, text: str, said: SaidQuantity, near: Surroundings
) -> bool:
    """Whether it is so much fewer, where a figure that is at least so much more is not set against the text’s own."""
    found, place = said
    is_least = place.is_comparison and found.hedge is not None
    is_of_other = bool(near.own) and place.fact not in near.own
    return is_least and not is_of_other and is_fewer(claimed, text)


def _is_bare_cell(claimed: FoundQuantity, said: SaidQuantity, operands: Operands) -> bool:
    """Whether a table has the number as bare as the text, in a row that the fact is named by."""
    span, statements = said[1].span, operands.statements
    if claimed.unit is not None or span is None or not statements.heads.get(span.block):
        return False
    if statements.text_of(span).strip() != claimed.text.strip():
        return False
    named = [operands.briefing.name_of(fact) for fact in operands.near.own]
    words = frozenset(stems(" ".join([operands.text, *named])))
    blocks = {block.number: block.text for block in statements.blocks}
    heads = (stems(blocks.get(head, "")) for head in statements.heads[span.block])
    return any(not words.isdisjoint(head) for head in heads)


_Saying = Sequence[tuple[FoundQuantity, SaidQuantity]]


def _saying(
    claimed: FoundQuantity, text: str, statements: Statements, near: Surroundings
) -> _Saying:
    """What is said with the number, each with the meaning of the claim that it has; four of 14 are no four hours."""
    is_part = claimed.unit is None and bool(written_wholes(claimed, text))
    return [
        (number, said)
        for number in _as_said(claimed, text)
        for said in _equal(number, statements)
        if _is_unit(number, said[0], text)
        or _is_toll(number, text, said, statements)
        or is_part_of_named(number, said, statements)
        or _is_own_rate(number, said, near)
        if not (is_part and _is_measured(said[0]))
        if not _lacks_measure(number, said, statements)
    ]


def _lacks_measure(claimed: FoundQuantity, said: SaidQuantity, statements: Statements) -> bool:
    """Whether the article has it without a unit, and measures nothing there: no 17 minutes of a toll."""
    found, place = said
    is_of_measure = _is_measured(claimed) or bool(claimed.unit and rate_of(claimed.unit))
    if found.unit or place.span is None or not (claimed.unit and is_of_measure):
        return False
    if statements.heads.get(place.span.block):
        return False
    text = statements.text_of(place.span)
    if fates_of_number(found, text):
        return True
    near = [
        block.text
        for block in statements.blocks
        if block.number in (place.span.block - 1, place.span.block)
    ]
    return not any(
        names_unit(claimed.unit, words)
        or any(match_unit(claimed, each) == "same" for each in read_quantities(words))
        for words in near
    )


def _fit(
    claimed: FoundQuantity, text: str, fitting: _Saying, statements: Statements, operands: Operands
) -> tuple[Fit | None, Sequence[SaidQuantity]]:
    fitting = _measured_first(claimed, fitting)
    same = [said for number, said in fitting if is_hedge(number.hedge, said[0].hedge)]
    equal = [said for _, said in fitting]
    if same or (same := equal and [*hedged_share(claimed, text, statements)]):
        return "same", _likeliest(claimed, same)
    given = [said for said in equal if _is_said_of_it(claimed, text, said, statements)]
    is_of_others = claimed.unit is None and all(_is_measured(said) for said, _ in given)
    if is_of_others and _counting(_rounded(claimed, text, statements)):
        given = []
    if given and not _is_only_set_against(claimed, text, given, statements):
        return ("unsure" if _is_other_share(claimed, text, given, operands) else "hedged"), given
    if rounded := _true_of(claimed, text, statements, operands):
        return "same", rounded
    if many := [
        said for said in multitudes(claimed, statements) if _is_unit(claimed, said[0], text)
    ]:
        return "same", many
    alike = [
        said
        for said in _equal(claimed, statements)
        if _may_be_unit(claimed, said[0]) and not said[1].is_formula
    ]
    multiples = of_times(statements.quantities, statements) if claimed.unit == "times" else []
    nearest = [each for each in nearest_quantities(claimed, statements) if each not in multiples]
    is_otherwise = is_counted_otherwise(claimed, statements)
    if is_otherwise or (claimed.unit not in _ANYBODY and nearest):
        alike = []
    alike += [
        said for said in _equal(claimed, statements) if _leaves_rate_out(claimed, said, statements)
    ]
    is_counted = not is_otherwise and _is_counted(claimed, nearest, operands)
    is_counted = is_counted or is_of_a_vote(claimed, statements)
    if alike or is_counted or _is_result(claimed, text, operands):
        return "unsure", alike
    return None, ()


def _measured_first(claimed: FoundQuantity, fitting: _Saying) -> _Saying:
    """Of a price or a length those in its unit, if there are any: what a bare “One” counts is another thing."""
    measured = [each for each in fitting if each[1][0].unit is not None]
    return measured if measured and is_measured(claimed.unit or "") else fitting


def _is_other_share(
    claimed: FoundQuantity, text: str, given: Sequence[SaidQuantity], operands: Operands
) -> bool:
    """Whether it is worked out, and what the article has with a hedge is another number or happens to be the same.

    4.7 per cent, of 62 and 1,310, is near to “fewer than one in 20” of something else.
    """
    if is_worked_out(claimed, operands):
        return True
    is_near = all(in_percent(said).low != claimed.low for said, _ in given)
    return claimed.unit == "percent" and is_near and _is_result(claimed, text, operands)


def _is_said_of_it(
    claimed: FoundQuantity, text: str, said: SaidQuantity, statements: Statements
) -> bool:
    """Whether a number is of the claim’s kind, so that its hedge counts: “1p” is not “One” of “One more bad quarter”.

    Nor are “four letters” the “at least four” who are dead. What a figure compares as is worked out, and nobody says
    it without a hedge; nor a number of a formula.
    """
    found, place = said
    is_of_things = claimed.unit is not None and not en.counts_people(text, claimed)
    if is_of_things and found.unit is None and place.span and not fates_of_number(claimed, text):
        theirs = fates_of_number(found, statements.text_of(place.span))
    else:
        theirs = frozenset()
    if theirs:
        return False
    is_bare = found.unit is None and is_measured(claimed.unit or "")
    is_of_calendar = claimed.unit == "year" and _OF_CALENDAR.match(found.text) is not None
    return not (
        place.is_comparison
        or place.is_formula
        or is_of_calendar
        or (is_bare and not is_long(found))
    )


# A year that is a date, and no length of time.
_OF_CALENDAR: Final = compile_later(
    r"(?:the )?(?:financial |fiscal )?year (?:to|before|ended|ending|earlier|that ended)\b"
)


def _is_only_set_against(
    claimed: FoundQuantity, text: str, given: Sequence[SaidQuantity], statements: Statements
) -> bool:
    """Whether it is how many more something is, of which the article counts so many: no “12 more”, of 12 dead."""
    return is_set_against(claimed, text) and not any(
        place.span is None or is_set_against(found, statements.text_of(place.span))
        for found, place in given
        if place.span or place.is_comparison
    )


def _likeliest(claimed: FoundQuantity, same: Sequence[SaidQuantity]) -> Sequence[SaidQuantity]:
    """Of a number without a unit, what counts, if anything does: “a crew of nine” is not of a girl aged 9."""
    counting = [said for said in same if not _is_measured(said[0])]
    return counting if claimed.unit is None and counting else same


def _is_exact(claimed: FoundQuantity, fitting: _Saying) -> bool:
    """Whether the number is there with the same unit, and not only without one."""
    return claimed.unit is not None and any(
        said.unit and match_unit(claimed, said) == "same" for _, (said, _) in fitting
    )


def _is_counted(
    claimed: FoundQuantity, nearest: Sequence[SaidQuantity], operands: Operands
) -> bool:
    """Whether an editor may have counted it; not a length that two times would give, nor a share of a number."""
    if claimed.unit == "share" and en.falls_by(operands.text, claimed.start):
        return False
    if is_wrong_share(claimed, operands) or operands.moments.tell(claimed, operands.near):
        return False
    return is_own_count(claimed, nearest) and not lasts_otherwise(claimed, operands.statements)


def _counting(said: Iterator[SaidQuantity]) -> list[SaidQuantity]:
    """Those that are in no measure, as a bare number is: “passes 40”, of 41 dead and not of 40mm."""
    return [each for each in said if not _is_measured(each[0])]


def _true_of(
    claimed: FoundQuantity, text: str, statements: Statements, operands: Operands
) -> list[SaidQuantity]:
    """What a number is rounded from, in any text or in one above the article."""
    short = shortened(claimed, text, operands.near, statements)
    return [*_rounded(claimed, text, statements), *short]


def _rounded(claimed: FoundQuantity, text: str, statements: Statements) -> Iterator[SaidQuantity]:
    for number in _as_passed(claimed, text):
        for said in statements.quantities:
            is_bare = said[0].unit is None and _is_measured(number)
            if is_rounded(number, said[0]) and _is_unit(number, said[0], text) and not is_bare:
                yield said


def _fitting_times(
    claimed: FoundQuantity, text: str, statements: Statements
) -> tuple[Fit | None, Sequence[SaidQuantity]]:
    """The same for a number of times as much: the article says it, or has two numbers of that ratio."""
    said = of_times(statements.quantities, statements)
    equal = of_times(_equal(claimed, statements), statements)
    hedges = [claimed.hedge, *implied_hedges(claimed, text)]
    same = [each for each in equal if any(is_hedge(hedge, each[0].hedge) for hedge in hedges)]
    same = same or [each for each in said if is_rounded(claimed, each[0])]
    if same:
        return "same", same
    result = ratios(claimed, text, statements)
    if result:
        return "same", result
    if equal:
        return "hedged", equal
    return ("unsure", ()) if result is None else (None, ())


def _is_result(claimed: FoundQuantity, text: str, operands: Operands) -> bool:
    """Whether an editor may have worked it out from what the article says."""
    if goes_the_other_way(claimed, operands):
        return False
    if is_worked_out(claimed, operands):
        return True
    statements = operands.subject
    of_two = (may_be_worked_out, is_compared, is_before_change, may_be_reached, is_bound_of_two)
    if any(is_so(claimed, text, statements) for is_so in of_two):
        return True
    if is_length(claimed, operands.near, operands.statements) or is_last_time(claimed, statements):
        return True
    wholes = [whole for whole in read_quantities(text) if _is_whole(whole, claimed, text)]
    wholes += opening_wholes(claimed, text, operands.counted)
    is_some_rest = any(is_rest(claimed, whole, statements) for whole in wholes)
    return is_some_rest or is_time_to_event(claimed, text, operands.near, operands.briefing)


def _as_said(claimed: FoundQuantity, text: str) -> Iterator[FoundQuantity]:
    """A quantity, and what its words may mean: −54% of “fell 54%”, £40 of “goes up to £40”."""
    yield claimed
    yield from in_other_units(claimed)
    # “The limit of four times”, of “no more than four times”: the hedge is in its name.
    yield from (replace(claimed, hedge=hedge) for hedge in implied_hedges(claimed, text))
    if claimed.hedge == Hedge.UP_TO and en.goes_up_to(text, claimed.start):
        yield replace(claimed, hedge=None)
    if claimed.hedge in (Hedge.UP_TO, Hedge.AT_LEAST) and _NONE.search(text, 0, claimed.start):
        yield replace(claimed, hedge=None)
    if claimed.hedge == Hedge.UP_TO and _NOBODY.search(text, 0, claimed.start):
        yield replace(claimed, hedge=Hedge.MORE_THAN)
    low, high = claimed.low, claimed.high
    if low and high and low > 0 and en.is_of_fall(text, claimed.start, claimed.end):
        yield replace(claimed, low=-high, high=-low)
    yield from _thresholds(claimed, text)


# "No accident had killed as many as 14 people": nothing under it is counted.
_NONE: Final = compile_later(
    r"\b(?:no|not|never|nobody|none|nothing|neither|nor)\b[^.,;:!?]{0,100}$", re.IGNORECASE
)
# "Nobody to be waiting more than a year", of some who "had waited more than a year".
_NOBODY: Final = compile_later(r"\b(?:nobody|no one|none)\b[^.,;:!?]{0,100}$", re.IGNORECASE)
# "It passed £680m", "topped 4,000": more than that; "it has yet to pass £700m".
_PASSED: Final = compile_later(
    r"\b(?:(?P<yet>yet to|not|never|short of)\s+)?"
    r"(?:pass|top|cross|break|exceed)(?:ed|ped|es|s|ing|ping)?\s+(?:the\s+)?$"
)


def _as_passed(claimed: FoundQuantity, text: str) -> Iterator[FoundQuantity]:
    """A quantity, and as a threshold that was passed, or was not."""
    yield claimed
    yield from _thresholds(claimed, text)


def _thresholds(claimed: FoundQuantity, text: str) -> Iterator[FoundQuantity]:
    passed = _PASSED.search(text, 0, claimed.start)
    if passed and claimed.hedge is None:
        yield replace(claimed, hedge=Hedge.FEWER_THAN if passed["yet"] else Hedge.MORE_THAN)


_OF: Final = compile_later(r"\s+of\s+(?:(?:the|its|their|all)\s+)?")


_OF_BEFORE: Final = compile_later(
    r"(?:^|[.;:] )of (?:(?:the|its|their|all|those) )?$", re.IGNORECASE
)
_THEN: Final = compile_later(r"(?: [^\W\d]\w*){0,3}, ")


def _is_whole(whole: FoundQuantity, part: FoundQuantity, text: str) -> bool:
    """Whether a text gives one number as a part of the other: 18 of the 22, “of the 22, 18”."""
    if whole.end <= part.start:
        is_opening = _OF_BEFORE.search(text, 0, whole.start)
        return bool(is_opening and _THEN.fullmatch(text, whole.end, part.start))
    return bool(_OF.fullmatch(text[part.end : whole.start]))


def nearest_quantities(claimed: FoundQuantity, statements: Statements) -> list[SaidQuantity]:
    """What is said in the unit of a quantity that nothing supports."""
    return [
        said
        for said in statements.quantities
        if said[1].span and claimed.unit and match_unit(claimed, said[0]) == "same"
    ]


def _equal(claimed: FoundQuantity, statements: Statements) -> list[SaidQuantity]:
    claimed, low = _in_points(claimed), claimed.low
    numbers = {low} if low is None else {low, low * 100, low / 100}
    near = [said for number in numbers for said in statements.by_number.get(number, ())]
    equal = [said for said in near if same_value(claimed, _in_points(said[0]))]
    if claimed.unit in ("share", "percent"):
        equal += [said for said in statements.quantities if _is_rounded_share(claimed, said[0])]
    return equal


def _in_points(quantity: FoundQuantity) -> FoundQuantity:
    """Basis points as percentage points: 25 of them are a quarter point."""
    if quantity.unit != "basis point" or quantity.low is None or quantity.high is None:
        return quantity
    low, high = quantity.low / 100, quantity.high / 100
    return replace(quantity, low=low, high=high, unit="percentage points")


def _is_rounded_share(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether one is a fraction of the other’s percentage, as a third of 33 percent."""
    if {claimed.unit, found.unit} != {"share", "percent"} or found.low != found.high:
        return False
    low, other = in_percent(claimed).low, in_percent(found).low
    return low is not None and other is not None and abs(low - other) <= Decimal("0.5")


def _is_unit(claimed: FoundQuantity, found: FoundQuantity, text: str) -> bool:
    """Whether both count the same thing, or one of them does not say what it counts."""
    claimed, found = _in_points(claimed), _in_points(found)
    if claimed.unit is None or found.unit is None or is_rate_of(found.unit, claimed.unit):
        return True
    match = match_unit(claimed, found)
    if match == "near" and not (_is_measured(claimed) or _is_measured(found)):
        return (
            is_long(found)
            or (names_unit(found.unit, text) and not _counts_other(claimed, found, text))
            or names_unit(claimed.unit, found.text)
        )
    return match == "same"


def _counts_other(claimed: FoundQuantity, found: FoundQuantity, text: str) -> bool:
    """Whether a text names what was found only to count others: 640 dogs, of “22 people and 640 dogs”."""
    return any(
        (each.start, each.end) != (claimed.start, claimed.end)
        and match_unit(each, found) == "same"
        and match_unit(each, claimed) != "same"
        for each in read_quantities(text)
    )


def _is_toll(claimed: FoundQuantity, text: str, said: SaidQuantity, statements: Statements) -> bool:
    """Whether both count persons of one fate, by whatever noun: “14 dead”, “Fourteen people have died”."""
    found, place = said
    if place.span is None:
        return False
    return says_same_toll(claimed, text, found, statements.text_of(place.span))


def may_say_the_same(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether both count in the same unit, or both have none."""
    if claimed.unit is None or found.unit is None or claimed.unit == found.unit:
        return claimed.unit == found.unit
    return match_unit(claimed, found) == "same"


def _may_be_unit(claimed: FoundQuantity, found: FoundQuantity) -> bool:
    """Whether both may count the same, by other names: 2,500 troops, and 2,500 soldiers."""
    return match_unit(claimed, found) == "near"


def _leaves_rate_out(claimed: FoundQuantity, said: SaidQuantity, statements: Statements) -> bool:
    """Whether the article has it without what it is for, after another: “46.5 cent a litre, 3 cent less”."""
    return _is_rate_left_out(claimed, said) and bool(nearest_quantities(claimed, statements))


def _is_own_rate(claimed: FoundQuantity, said: SaidQuantity, near: Surroundings) -> bool:
    """Whether the fact's own evidence leaves out what the number is for: no 40mg a week of a “daily dose”."""
    if not _is_rate_left_out(claimed, said) or near.level(said[1]) != "own":
        return False
    rate = claimed.unit and rate_of(claimed.unit)
    per = per_in(near.refers.label) if isinstance(near.refers, Figure) else None
    return not rate or per in (None, rate.per)


def _is_rate_left_out(claimed: FoundQuantity, said: SaidQuantity) -> bool:
    unit, own = claimed.unit, said[0].unit
    return unit is not None and own is not None and is_rate_of(unit, own)


def _is_measured(quantity: FoundQuantity) -> bool:
    return bool(quantity.unit and measure_name(quantity.unit))
