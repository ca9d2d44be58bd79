"""What the article says instead of a date or a number that it has only of something else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.checking.agreement.dates.fact_dates import dates_of
from dateline.checking.basis.findings import AnyFound, read_quantities
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import Statement
from dateline.checking.claims.judging.claim_problems import (
    refuse_beside,
    refuse_change_of,
    refuse_direction,
    refuse_elsewhere,
    refuse_fate,
    refuse_giver,
    refuse_relation,
    refuse_share,
    refuse_unjoined,
    refuse_way,
    refuse_whole,
)
from dateline.checking.claims.judging.claim_records import ClaimWorld, Judged, ReadText
from dateline.checking.claims.judging.judges import operands_of
from dateline.checking.claims.matching.claim_dates import is_loose
from dateline.checking.claims.matching.counts import is_added, is_set_against
from dateline.checking.claims.matching.pairs import is_derived
from dateline.checking.claims.reckoning.arithmetic import is_bound_of_two
from dateline.checking.claims.reckoning.claim_formulas import follows_from_own, is_nth_day
from dateline.checking.claims.reckoning.worked_out import is_more_than_other, is_worked_out
from dateline.checking.claims.rivals.claim_changes import ChangedBy
from dateline.checking.claims.rivals.claim_lists import ListedClaim, ListPlace
from dateline.checking.claims.rivals.conditions import is_condition, is_share_of_whole, share_of
from dateline.checking.claims.rivals.crossings import crossed_with
from dateline.checking.claims.rivals.current_values import PresentText, stated_value
from dateline.checking.claims.rivals.directions import is_miscompared, is_turned, opposite_of
from dateline.checking.claims.rivals.fates import Fates
from dateline.checking.claims.rivals.givers import GivenNumbers
from dateline.checking.claims.rivals.joined_dates import JoinedDate, days_of
from dateline.checking.claims.rivals.labels import LabelledNumber
from dateline.checking.claims.rivals.nearness import (
    ClaimPlace,
    as_fine,
    comparable,
    of_same_form,
    of_same_unit,
)
from dateline.checking.claims.rivals.number_tellers import NumberTellers
from dateline.checking.claims.rivals.own_numbers import OwnNumbers
from dateline.checking.claims.rivals.reckoned import ReckonedNumber
from dateline.checking.claims.rivals.years_before import NumberYearsBefore
from dateline.checking.claims.times.figure_dates import DatedText, names_own_year
from dateline.checking.claims.times.stretches import StretchPlace
from dateline.facts.dates import parse_date
from dateline.facts.records import Event, Figure, FigureGroup, Named, Quotation
from dateline.language import FoundDate, FoundQuantity
from dateline.problems import Problem


class Alone(NamedTuple):
    """The other dates or numbers like one in a text; with none, whether the text is about one fact.

    `is_possible` unless two numbers of the text cannot both be right, which is said of them once.
    """

    is_of_one: bool
    beside: Sequence[AnyFound]
    is_possible: bool


def unless_elsewhere(
    found: AnyFound, judged: Judged, text: ReadText, world: ClaimWorld, alone: Alone
) -> Judged:
    """What became of a finding, refused where the article says it of something else."""
    if judged.problem and isinstance(found, FoundDate) and _may_be_derived(found, text.seen, world):
        return Judged(is_certain=False)
    if judged.problem or not isinstance(found, FoundDate | FoundQuantity):
        return judged
    if isinstance(found, FoundDate) and (others := _other_days(found, text, world)):
        return Judged(where=judged.where, problem=refuse_elsewhere(found, text.seen, others))
    if isinstance(found, FoundQuantity) and (own := _of_its_fact(found, judged, text, world)):
        return own
    rivals = _rivals_of(found, judged, text, world, alone)
    if isinstance(found, FoundQuantity):
        fates = Fates(briefing=world.briefing, statements=world.statements, near=text.near)
        rivals = [each for each in rivals if fates.are_one(found, text.seen.text, each)]
    if rivals:
        return Judged(where=judged.where, problem=_instead(found, text.seen, rivals))
    if isinstance(found, FoundDate) and _is_unjoined(found, judged, text, world):
        judged = replace(judged, problem=refuse_unjoined(found, text.seen, judged.where))
    return judged


def _is_unjoined(found: FoundDate, judged: Judged, text: ReadText, world: ClaimWorld) -> bool:
    """Whether the article has a date only with other words, in a text about an event or a figure or above it."""
    owner, field = text.seen.owner, text.seen.field
    if isinstance(owner, Named | FigureGroup) or (
        isinstance(owner, Quotation) and field != "caveat"
    ):
        return False
    joined = JoinedDate(
        claimed=found,
        text=text.seen.text,
        near=text.near,
        briefing=world.briefing,
        names=world.wordings.name_stems,
        days=days_of(text.seen),
        date_starts=world.statements.date_starts,
    )
    return joined.is_unjoined(judged.where, world.statements.dates)


def _other_days(found: FoundDate, text: ReadText, world: ClaimWorld) -> list[Statement]:
    """The days of the clock time beside a date, or the other end of the stretch that it is."""
    stretch = StretchPlace(statements=world.statements, near=text.near, spans=world.spans)
    return world.hours.other_days(found, text.seen) or stretch.other_end(found)


def _of_its_fact(
    found: FoundQuantity, judged: Judged, text: ReadText, world: ClaimWorld
) -> Judged | None:
    """What became of a number that is settled: by what else is said of it, as a condition, as the whole of a share."""
    seen, owner = text.seen, text.seen.owner
    if problem := _said_otherwise(found, judged, text, world):
        return replace(judged, problem=problem)
    is_settled = _changed_by(found, text, world).is_right
    if is_settled or is_condition(found, seen.text, judged.where, world.statements):
        return judged
    is_sum = is_added(found, seen.text) or is_set_against(found, seen.text)
    if is_sum and (_is_comparison(judged) or is_worked_out(found, operands_of(seen, world))):
        return judged
    if isinstance(owner, Figure) and (share := share_of(found, seen.text)):
        is_wrong = is_share_of_whole(share, found, owner) is False
        return replace(judged, problem=refuse_whole(share, found, seen) if is_wrong else None)
    if not judged.is_certain:
        number = ReckonedNumber(
            claimed=found, text=seen.text, near=text.near, briefing=world.briefing
        )
        if given := number.instead(world.statements.quantities):
            return Judged(problem=refuse_elsewhere(found, seen, given))
    numbers = OwnNumbers(
        seen=seen, near=text.near, briefing=world.briefing, statements=world.statements
    )
    rivals = numbers.instead_of(found, judged.where, is_certain=judged.is_certain)
    if not (rivals or judged.where):
        is_reckoned = is_worked_out(found, operands_of(seen, world))
        rivals = numbers.in_place_of(found, is_reckoned=is_reckoned)
    return Judged(where=judged.where, problem=_instead(found, seen, rivals)) if rivals else None


def _changed_by(found: FoundQuantity, text: ReadText, world: ClaimWorld) -> ChangedBy:
    return ChangedBy(claimed=found, text=text.seen.text, near=text.near, briefing=world.briefing)


def _is_comparison(judged: Judged) -> bool:
    return any(each.is_comparison for each in judged.where)


def _instead(
    found: FoundDate | FoundQuantity, seen: SeenText, rivals: Sequence[Statement]
) -> Problem:
    """The problem of what the article says of something else; no total is offered for what is added or a difference."""
    if isinstance(found, FoundQuantity) and (
        is_added(found, seen.text) or is_set_against(found, seen.text)
    ):
        return refuse_relation(found, seen)
    return refuse_elsewhere(found, seen, rivals)


def _said_otherwise(
    found: FoundQuantity, judged: Judged, text: ReadText, world: ClaimWorld
) -> Problem | None:
    """The problem of a number of another fate or giver, or one that compares otherwise."""
    seen, where = text.seen, judged.where
    if is_miscompared(found, read_quantities(seen.text), seen.text):
        return refuse_share(found, seen)
    present = PresentText(seen=seen, near=text.near, briefing=world.briefing)
    if figure := present.goes_the_other_way(found):
        return refuse_way(found, seen, figure)
    if problem := _of_figures(found, judged, text, world):
        return problem
    if problem := _of_the_other_side(found, judged, seen, world):
        return problem
    if problem := _of_other_people(found, judged, text, world) or _of_another_giver(
        found, judged, seen, world
    ):
        return problem
    others = crossed_with(found, seen.text, world.statements) or (
        where and GivenNumbers(seen=seen, briefing=world.briefing).by_them(found)
    )
    return refuse_elsewhere(found, seen, others) if others else None


def _of_another_giver(
    found: FoundQuantity, judged: Judged, seen: SeenText, world: ClaimWorld
) -> Problem | None:
    """The problem of a number that somebody else gives, or who did something to so many."""
    tellers = NumberTellers(
        seen=seen, briefing=world.briefing, findings=world.findings, wordings=world.wordings
    )
    given = tellers.instead_of(found, judged.where)
    return refuse_giver(found, seen, *given) if given else None


def _of_the_other_side(
    found: FoundQuantity, judged: Judged, seen: SeenText, world: ClaimWorld
) -> Problem | None:
    """The problem of a number that compares the other way, or is said of the opposite."""
    where = judged.where
    if is_turned(found, seen.text, where, world.statements):
        return refuse_direction(found, seen, where)
    words = opposite_of(found, seen.text, where, world.statements)
    return (
        refuse_beside(found, seen, words, [each for each in where if each.span]) if words else None
    )


def _of_figures(
    found: FoundQuantity, judged: Judged, text: ReadText, world: ClaimWorld
) -> Problem | None:
    """The problem of a number that a figure rose or fell by the other way, or that is another’s, or of another year."""
    seen = text.seen
    if figure := _changed_by(found, text, world).is_turned(world.statements):
        return refuse_change_of(found, seen, figure)
    of_labels = LabelledNumber(
        claimed=found, text=seen.text, briefing=world.briefing, statements=world.statements
    )
    before = NumberYearsBefore(
        claimed=found, text=seen.text, briefing=world.briefing, statements=world.statements
    )
    owner = of_labels.owner() if judged.where else None
    then = stated_value(owner) if owner else before.instead() if judged.where else None
    return refuse_elsewhere(found, seen, [then]) if then else None


def _of_other_people(
    found: FoundQuantity, judged: Judged, text: ReadText, world: ClaimWorld
) -> Problem | None:
    """The problem of a number of people, all or some of whom are of another fate."""
    seen = text.seen
    if is_bound_of_two(found, seen.text, world.statements):
        return None  # “at least 104 dead or missing”
    fates = Fates(briefing=world.briefing, statements=world.statements, near=text.near)
    if parts := fates.parts_of_others(found, seen.text):
        return refuse_fate(found, seen, parts)
    if not fates.are_other(found, seen.text, judged.where):
        return None
    own = fates.of_its_fact(found, seen.text)
    return refuse_elsewhere(found, seen, own) if own else refuse_fate(found, seen, judged.where)


def _rivals_of(
    found: FoundDate | FoundQuantity,
    judged: Judged,
    text: ReadText,
    world: ClaimWorld,
    alone: Alone,
) -> list[Statement]:
    """What the article says instead of a date or number that it has of something else."""
    number = found if isinstance(found, FoundQuantity) and judged.is_certain else None
    if number and judged.where and (now := _values_of_now(number, judged.where, text, world)):
        return now
    if not judged.where or _follows(found, judged, text, world):
        return []
    if isinstance(found, FoundDate) and (
        dates := _dates_of_figure(found, judged, text, world, is_of_one=alone.is_of_one)
    ):
        return dates
    if isinstance(found, FoundDate):
        others = of_same_form(found, world.statements.dates)
    else:
        others = of_same_unit(found, comparable(found, world.statements.quantities, text.near))
    place = ClaimPlace(
        text=text.seen.text,
        start=found.start,
        end=found.end,
        near=text.near,
        briefing=world.briefing,
        names=world.wordings.name_stems,
        date_starts=world.statements.date_starts,
        is_of_one=alone.is_of_one,
        is_alone=not alone.beside,
        is_loose=isinstance(found, FoundDate) and is_loose(found, judged.where, world.statements),
        is_name=isinstance(text.seen.owner, Named),
        is_date=isinstance(found, FoundDate),
    )
    rivals = place.elsewhere(judged.where, others) or _framed(found, judged, place, world)
    rivals = rivals or _listed_otherwise(found, judged, text.seen, alone, world)
    if rivals or number is None:
        return rivals
    return world.figures.meant_instead(number, judged.where, text.seen, text.near)


def _listed_otherwise(
    found: FoundDate | FoundQuantity,
    judged: Judged,
    seen: SeenText,
    alone: Alone,
    world: ClaimWorld,
) -> list[Statement]:
    """What the article lists with the words that a text lists this one with."""
    if not (alone.beside and alone.is_possible):
        return []
    if isinstance(found, FoundDate):
        alike = as_fine(found, world.statements.dates)
    else:
        alike = of_same_unit(found, world.statements.quantities)
    listed = ListedClaim(
        text=seen.text,
        own=ListPlace(found.start, found.end),
        beside=[ListPlace(other.start, other.end) for other in alone.beside],
        briefing=world.briefing,
    )
    return listed.instead(judged.where, alike)


def _framed(
    found: FoundDate | FoundQuantity, judged: Judged, place: ClaimPlace, world: ClaimWorld
) -> list[Statement]:
    """What stands between the same words of the article; a number in the same unit, with the same hedge."""
    if isinstance(found, FoundDate):
        return place.framed(judged.where, of_same_form(found, world.statements.dates))
    hedged = [said for said in world.statements.quantities if said[0].hedge == found.hedge]
    framed = (
        place.framed(judged.where, (statement for _, statement in hedged)) if found.unit else []
    )
    return list(of_same_unit(found, (said for said in hedged if said[1] in framed)))


def _values_of_now(
    number: FoundQuantity, where: Sequence[Statement], text: ReadText, world: ClaimWorld
) -> list[Statement]:
    """What a number became since, by the article or its figure."""
    present = PresentText(seen=text.seen, near=text.near, briefing=world.briefing)
    return world.figures.became(number, where, text.seen) or present.instead_of(number)


def _follows(
    found: FoundDate | FoundQuantity, judged: Judged, text: ReadText, world: ClaimWorld
) -> bool:
    """Whether it follows from what the text is about, whatever else is said there."""
    seen, near = text.seen, text.near
    if isinstance(found, FoundDate):
        figure = seen.owner if seen.field == "label" and isinstance(seen.owner, Figure) else None
        is_own_year = figure is not None and names_own_year(found, figure)
        return is_own_year or is_nth_day(found, seen.text, seen.owner)
    if follows_from_own(found, seen.text, judged.where, near, world.briefing):
        return True
    return is_more_than_other(found, operands_of(seen, world))


def _dates_of_figure(
    found: FoundDate, judged: Judged, text: ReadText, world: ClaimWorld, *, is_of_one: bool
) -> list[Statement]:
    """The other dates that figures give the number before this one, or the figure of a label has."""
    seen = text.seen
    dated = DatedText(
        found=found,
        text=seen.text,
        support=judged.where,
        blocks=world.briefing.article.blocks,
        known=frozenset(each.date.text for each in world.dated),
    )
    if isinstance(seen.owner, Figure) and seen.field == "label" and is_of_one:
        return dated.of_label(seen.owner)
    return dated.of_its_number(world.dated, text.near)


def _may_be_derived(found: FoundDate, seen: SeenText, world: ClaimWorld) -> bool:
    """Whether a date may be what “a year earlier” in the paragraphs of its fact means."""
    owner = seen.owner
    if found.misfit or len(found.readings) != 1 or not isinstance(owner, Event | Figure):
        return False
    blocks = {span.block for span in world.spans[owner.id]}
    dates = [date for block in blocks for date in world.findings.dates[block]]
    stated = [parse_date(date.readings[0]) for date in dates if date.readings]
    anchors = [*dates_of(owner), *stated]
    return is_derived(parse_date(found.readings[0]), dates, anchors, world.briefing)
