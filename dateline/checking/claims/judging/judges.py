"""Whether the article or a fact supports each date, quantity, quotation and name of a text."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.checking.basis.findings import AnyFound, overlap, read_dates, read_quantities
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import Statement, Statements
from dateline.checking.claims.judging.claim_offers import dates_offered_for, offered_for
from dateline.checking.claims.judging.claim_problems import (
    refuse_date,
    refuse_elsewhere,
    refuse_fate,
    refuse_hedge,
    refuse_misfit,
    refuse_name,
    refuse_named_otherwise,
    refuse_number,
    refuse_opposite,
    refuse_quantity,
    refuse_quotation,
    refuse_teller,
)
from dateline.checking.claims.judging.claim_records import ClaimKind, ClaimWorld, Judged
from dateline.checking.claims.matching.actors import ActorPlace
from dateline.checking.claims.matching.claim_dates import (
    find_day_before,
    fit_date,
    is_before_feast,
)
from dateline.checking.claims.matching.claim_quantities import fitting
from dateline.checking.claims.matching.claim_slips import is_noun_of_role
from dateline.checking.claims.matching.counts import times_over_otherwise
from dateline.checking.claims.matching.wordings import (
    Wordings,
    is_opening_word,
    naming,
    quoting,
    unread_numbers,
    with_word_before,
)
from dateline.checking.claims.reckoning.claim_operands import Operands
from dateline.checking.claims.reckoning.lapses import (
    is_between_dates,
    is_same_lapse,
    lapse_of,
    lapses_in,
)
from dateline.checking.claims.reckoning.wrongly_worked_out import is_wrong_difference
from dateline.checking.claims.rivals.fates import Fates
from dateline.checking.claims.rivals.joined_names import JoinedName
from dateline.checking.claims.rivals.opposites import said_otherwise
from dateline.checking.claims.rivals.rows import rows_otherwise
from dateline.checking.claims.rivals.tellers import Tellers
from dateline.facts.records import Event, Figure, Named, Quotation
from dateline.language import Found, FoundDate, FoundName, FoundQuantity, FoundQuotation, en
from dateline.patterns import compile_later


def judge_text(seen: SeenText, world: ClaimWorld) -> Iterator[tuple[ClaimKind, AnyFound, Judged]]:
    """What the grammar finds in a text, each with what became of it.

    What is quoted is a quotation and nothing else; what is part of a date is nothing else either.
    """
    text = seen.text
    quotations = en.find_quotations(text)
    for quotation in quotations:
        yield "quotation", quotation, _judge_quotation(quotation, seen, world.wordings)
    found = read_dates(text, world.briefing) if en.may_have_dates(text) else ()
    found = _outside(found, quotations)
    dates = [date for date in found if date.readings]
    for date in found:
        yield from _judged_date(date, seen, world)
    taken: list[AnyFound] = [*quotations, *dates]
    quantities = read_quantities(text) if en.may_have_quantities(text) else ()
    for quantity in _outside(quantities, taken):
        yield "quantity", quantity, judge_quantity(quantity, seen, world)
    lapses = filter(None, (lapse_of(date) for date in found))
    read = [*taken, *lapses, *quantities]
    for number in unread_numbers(text, world.wordings):
        if any(_has_digits_of(number, other, text) for other in read):
            continue
        taken.append(number)
        yield "quantity", number, Judged(problem=refuse_number(number, seen))
    for slip, meant in world.wordings.find_slips(text):
        if seen.field in _WHAT_ONE_IS and is_noun_of_role(slip, text):
            continue
        taken.append(slip)
        yield "name", slip, Judged(problem=refuse_name(slip, seen, [meant]), is_slip=True)
    for name in _outside(world.wordings.find_names(text), taken):
        if not is_opening_word(name, text, world.wordings):
            yield "name", name, _judge_name(name, seen, world)


# The fields that say what somebody or something is.
_WHAT_ONE_IS: Final = frozenset({"role", "what"})


def _judged_date(
    found: FoundDate, seen: SeenText, world: ClaimWorld
) -> Iterator[tuple[ClaimKind, AnyFound, Judged]]:
    if found.readings or _is_no_day(found, world.wordings):
        yield "date", found, _judge_that_day(found, seen, world)
    elif lapse := lapse_of(found):
        yield "quantity", lapse, _judge_lapse(lapse, seen, world)


def judge_rows(seen: SeenText, world: ClaimWorld) -> Iterator[tuple[ClaimKind, AnyFound, Judged]]:
    blocks = world.briefing.article.blocks
    for found, said in (
        *times_over_otherwise(seen.text, blocks),
        *rows_otherwise(seen.text, blocks),
    ):
        yield "quantity", found, Judged(problem=refuse_elsewhere(found, seen, [said]))
    for word, other in said_otherwise(seen, world.spans, world.briefing):
        yield "quantity", word, Judged(problem=refuse_opposite(word, seen, other))
    tellers = Tellers(briefing=world.briefing, spans=world.spans, findings=world.findings)
    if teller := tellers.another(seen):
        yield "name", teller, Judged(problem=refuse_teller(teller, seen, world.briefing))
    for time, others in world.times.otherwise(seen, world.near(seen)):
        yield "quantity", time, Judged(problem=refuse_elsewhere(time, seen, others))


def _has_digits_of(number: FoundName, found: AnyFound, text: str) -> bool:
    """Whether something was read with all digits of a number: “$910,0000” is more than $910,000.

    The time of day in “by 5pm on Monday 15 June” is a number of its own.
    """
    if isinstance(found, FoundDate):
        clocks = en.find_clocks(text[found.start : found.end])
        if any(found.start + clock.start == number.start for clock in clocks):
            return False
    left = text[number.start : found.start] + text[found.end : number.end]
    return overlap(number, found) and not any(map(str.isdigit, left))


_DAY: Final = compile_later(r"\d.*[A-Z]|[A-Z].*\d", re.DOTALL)


def _is_no_day(date: FoundDate, wordings: Wordings) -> bool:
    """Whether words name a day that their month does not have, such as “November 31”."""
    is_day = not date.readings and _DAY.search(date.text)
    return bool(is_day) and not wordings.in_article(date.text)


def _outside(found: Iterable[Found], taken: Iterable[AnyFound]) -> list[Found]:
    return [item for item in found if not any(overlap(item, other) for other in taken)]


def judge_quantity(found: FoundQuantity, seen: SeenText, world: ClaimWorld) -> Judged:
    statements = world.statements
    operands = operands_of(seen, world)
    is_wrong = is_wrong_difference(found, operands)
    fit, said = (None, ()) if is_wrong else fitting(found, seen.text, statements, operands)
    where = [statement for _, statement in said]
    match fit:
        case "same":
            return Judged(where=where)
        case "unsure":
            return Judged(where=where, is_certain=False)
        case "hedged":
            near = world.near(seen)
            fates = Fates(briefing=world.briefing, statements=statements, near=near)
            if fates.are_other(found, seen.text, where):
                return Judged(where=where, problem=refuse_fate(found, seen, where))
            is_sure = any(near.level(each) in ("own", "fact") for each in where)
            return Judged(where=where, problem=refuse_hedge(found, seen, said, is_sure=is_sure))
    return Judged(problem=refuse_quantity(found, seen, offered_for(found, seen.text, statements)))


def operands_of(seen: SeenText, world: ClaimWorld) -> Operands:
    return Operands(
        text=seen.text,
        near=world.near(seen),
        briefing=world.briefing,
        statements=world.statements,
        moments=world.moments,
    )


def judge_date(found: FoundDate, seen: SeenText, statements: Statements) -> Judged:
    if found.misfit:
        return Judged(problem=refuse_misfit(found, seen), is_slip=True)
    fit, where = fit_date(found, statements)
    if fit:
        return Judged(where=where, is_certain=fit == "same")
    if is_before_feast(found, seen.text, statements):
        return Judged(is_certain=False)
    near = dates_offered_for(found, seen.text, statements)
    return Judged(is_slip=not found.readings, problem=refuse_date(found, seen, near))


def _judge_that_day(found: FoundDate, seen: SeenText, world: ClaimWorld) -> Judged:
    """What became of a date; “that Friday” is of a day near to the text."""
    day = find_day_before(found, world.statements, world.near(seen).is_near)
    judged = Judged(where=day) if day else judge_date(found, seen, world.statements)
    if judged.problem and (lapse := lapse_of(found)) and (same := _counted_so(lapse, world)):
        return Judged(where=same)  # from a date that the text leaves out
    return judged


def _judge_lapse(lapse: FoundQuantity, seen: SeenText, world: ClaimWorld) -> Judged:
    """What became of “two years later”, of nothing that the text names; wrong only if the article counts otherwise."""
    if same := _counted_so(lapse, world):
        return Judged(where=same)
    others = [where for _, where in lapses_in(world.statements)]
    if not others or is_between_dates(lapse, world.statements):
        return Judged(is_certain=False)
    return Judged(problem=refuse_quantity(lapse, seen, others))


def _counted_so(lapse: FoundQuantity, world: ClaimWorld) -> list[Statement]:
    counted = lapses_in(world.statements)
    return [where for length, where in counted if is_same_lapse(lapse, length)]


def _judge_quotation(found: FoundQuotation, seen: SeenText, wordings: Wordings) -> Judged:
    where = quoting(found, wordings)
    if where is None:
        return Judged(problem=refuse_quotation(found, seen, wordings.in_article(found.text)))
    return Judged(where=where)


def _judge_name(found: FoundName, seen: SeenText, world: ClaimWorld) -> Judged:
    where = naming(found, seen.text, world.wordings)
    if where is None:
        whole = with_word_before(found, seen.text) if found.known else found
        return Judged(problem=None if seen.places else refuse_name(whole, seen))
    near = world.near(seen)
    facts = near.own if isinstance(seen.owner, Event | Figure) else near.named
    if found.known and facts and not isinstance(seen.owner, Named):
        place = ActorPlace(
            text=seen.text,
            spans=[span for fact in sorted(facts) for span in world.spans.get(fact, ())],
            briefing=world.briefing,
            findings=world.findings,
            wordings=world.wordings,
            near=near,
        )
        if others := place.somebody_else(found):
            return Judged(where=where, problem=refuse_elsewhere(found, seen, others))
    if found.known and not isinstance(seen.owner, Named | Quotation):
        joined = JoinedName(claimed=found, text=seen.text, near=near, article=world.naming)
        instead = joined.in_its_place()
        refuse = refuse_elsewhere if joined.is_certain(instead) else refuse_named_otherwise
        rivals = instead or joined.where_reported() or joined.beside_evidence()
        if rivals:
            others = [sentence.statement(name) for sentence, name in rivals]
            return Judged(where=where, problem=refuse(found, seen, others))
    return Judged(where=where)
