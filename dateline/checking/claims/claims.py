"""Claims: what any text that readers see says, and whether the article or a fact says so too."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Final, Literal, NamedTuple

from dateline.checking.agreement.date_agreement import dates_of
from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.findings import (
    AnyFound,
    Findings,
    overlap,
    read_dates,
    read_quantities,
)
from dateline.checking.claims.claim_actors import ActorPlace
from dateline.checking.claims.claim_clocks import Moments
from dateline.checking.claims.claim_conditions import is_condition, is_share_of_whole, share_of
from dateline.checking.claims.claim_counts import is_added, is_count, times_over_otherwise
from dateline.checking.claims.claim_crossings import crossed_with
from dateline.checking.claims.claim_current import PresentText
from dateline.checking.claims.claim_dates import find_day_before, fit_date, is_loose
from dateline.checking.claims.claim_directions import is_miscompared, is_turned
from dateline.checking.claims.claim_fates import Fates
from dateline.checking.claims.claim_figures import FigureWords
from dateline.checking.claims.claim_formulas import follows_from_own, is_nth_day
from dateline.checking.claims.claim_givers import GivenNumbers
from dateline.checking.claims.claim_hours import Hours
from dateline.checking.claims.claim_lapses import (
    is_between_dates,
    is_same_lapse,
    lapse_of,
    lapses_in,
)
from dateline.checking.claims.claim_lists import ListedClaim, ListPlace
from dateline.checking.claims.claim_moments import TimesOfDay
from dateline.checking.claims.claim_nearness import (
    ClaimPlace,
    as_fine,
    comparable,
    of_same_form,
    of_same_unit,
)
from dateline.checking.claims.claim_offers import dates_offered_for, offered_for
from dateline.checking.claims.claim_operands import Operands
from dateline.checking.claims.claim_own_numbers import OwnNumbers
from dateline.checking.claims.claim_pairs import is_derived
from dateline.checking.claims.claim_problems import (
    refuse_change,
    refuse_date,
    refuse_direction,
    refuse_elsewhere,
    refuse_fate,
    refuse_hedge,
    refuse_misfit,
    refuse_multiple,
    refuse_name,
    refuse_number,
    refuse_quantity,
    refuse_quotation,
    refuse_share,
    refuse_way,
    refuse_whole,
)
from dateline.checking.claims.claim_quantities import fitting, may_say_the_same
from dateline.checking.claims.claim_reckoned import ReckonedNumber
from dateline.checking.claims.claim_rows import rows_otherwise
from dateline.checking.claims.claim_support import Support, nearest_support, surroundings_of
from dateline.checking.claims.claim_values import ValueClaim, value_claims
from dateline.checking.claims.claim_words import (
    Wordings,
    is_opening_word,
    naming,
    quoting,
    unread_numbers,
)
from dateline.checking.claims.figure_dates import (
    DatedNumber,
    DatedText,
    dated_numbers,
    names_own_year,
)
from dateline.checking.claims.seen_texts import Owner, SeenText, seen_texts
from dateline.checking.claims.statements import (
    Statement,
    Statements,
    Surroundings,
    state,
)
from dateline.facts.briefing import Briefing
from dateline.facts.dates import parse_date
from dateline.facts.origin import Key
from dateline.facts.records import BriefPoint, Correction, Event, Fact, Figure, FrontMatter, Named
from dateline.frozen import dataclass
from dateline.language import (
    Found,
    FoundDate,
    FoundName,
    FoundQuantity,
    FoundQuotation,
    en,
)
from dateline.patterns import compile_later
from dateline.problems import Position, Problem

Result = Literal["supported", "not supported", "not checked"]
ClaimKind = Literal["date", "quantity", "quotation", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A date, quantity, quotation or name in a text that readers see, and what became of it.

    The text is in the field at `path` of its `owner`. There is a `problem` where the claim is not
    supported.
    """

    kind: ClaimKind
    text: str
    owner: Owner
    path: tuple[Key, ...]
    position: Position
    end: Position
    result: Result
    support: tuple[Support, ...] = ()
    problem: Problem | None = None
    is_slip: bool = False

    @property
    def is_far(self) -> bool:
        """Whether its only support is in another paragraph or in a fact that is not referred to."""
        levels = {support.level for support in self.support}
        is_front = isinstance(self.owner, FrontMatter)
        return bool(levels) and not is_front and levels <= {"article", "briefing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """What became of a finding, and the statements that say so.

    A slip is wrong wherever it stands, other problems only in a text that is firm.
    """

    where: Sequence[Statement] = ()
    problem: Problem | None = None
    is_certain: bool = True
    is_slip: bool = False

    def result(self, *, is_firm: bool) -> Result:
        if self.problem:
            return "not supported" if is_firm or self.is_slip else "not checked"
        return "supported" if self.where and self.is_certain else "not checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    briefing: Briefing
    spans: Spans
    findings: Findings
    statements: Statements
    wordings: Wordings
    figures: FigureWords
    dated: Sequence[DatedNumber]
    moments: Moments
    hours: Hours
    times: TimesOfDay
    _near: dict[int, Surroundings] = field(default_factory=dict)

    def near(self, seen: SeenText) -> Surroundings:
        """What is near to a text: the same for all texts of a fact, and for both of a point."""
        holder = seen.holder if isinstance(seen.holder, BriefPoint) else seen.owner
        if id(holder) not in self._near:
            self._near[id(holder)] = surroundings_of(seen, self.spans)
        return self._near[id(holder)]


def find_claims(briefing: Briefing, spans: Spans, findings: Findings) -> tuple[Claim, ...]:
    """The claims of every text that readers see, and of the other values of figures."""
    wordings = Wordings.of(briefing, findings)
    world = _World(
        briefing=briefing,
        spans=spans,
        findings=findings,
        statements=state(briefing, findings),
        wordings=wordings,
        figures=FigureWords(
            briefing=briefing, spans=spans, findings=findings, names=wordings.name_stems
        ),
        dated=dated_numbers(briefing),
        moments=Moments(briefing=briefing),
        hours=Hours(briefing=briefing, findings=findings),
        times=TimesOfDay(briefing=briefing, findings=findings),
    )
    values = value_claims(briefing, world.statements.article, spans, findings)
    return (
        *(claim for seen in seen_texts(briefing) for claim in _claims_in(seen, world)),
        *(_value_claim(value, world) for value in values),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadText:
    """A text, what is near to it, and whether it may say only what the article or a fact does."""

    seen: SeenText
    near: Surroundings
    is_firm: bool

    def claim(self, kind: ClaimKind, found: AnyFound, judged: _Judged) -> Claim:
        return Claim(
            kind=kind,
            text=found.text,
            owner=self.seen.owner,
            path=self.seen.path,
            position=self.seen.position(found.start),
            end=self.seen.end(found.end),
            result=judged.result(is_firm=self.is_firm),
            support=nearest_support(judged.where, self.near),
            problem=judged.problem if self.is_firm or judged.is_slip else None,
            is_slip=judged.is_slip,
        )


def _claims_in(seen: SeenText, world: _World) -> Iterator[Claim]:
    near = world.near(seen)
    place = _ReadText(seen=seen, near=near, is_firm=_is_firm(seen, world.spans))
    if _is_what_a_fact_says(seen):
        world = replace(world, statements=world.statements.where(near.is_near))
    every = [*_judged(seen, world), *_times_over(seen, world)]
    changes = _impossible([found for _, found, _ in every], seen, world)
    for kind, found, judged in every:
        alike = [other for _, other, _ in every if other is not found and _is_alike(found, other)]
        is_of_facts = isinstance(seen.holder, BriefPoint) and isinstance(found, FoundDate)
        is_of_fact = isinstance(seen.owner, Event | Figure) and seen.field != "caveat"
        alone = _Alone(
            is_of_one=(is_of_fact or is_of_facts) and not alike,
            beside=alike,
            is_possible=not changes,
        )
        now = _unless_elsewhere(found, judged, place, world, alone)
        if found.start in changes and not now.problem:
            now = changes[found.start]
        yield place.claim(kind, found, now)


class _Alone(NamedTuple):
    """The other dates or numbers like one in a text; with none, whether the text is about one fact.

    `is_possible` unless two numbers of the text cannot both be right, which is said of them once.
    """

    is_of_one: bool
    beside: Sequence[AnyFound]
    is_possible: bool


def _impossible(found: Iterable[AnyFound], seen: SeenText, world: _World) -> Mapping[int, _Judged]:
    """The changes that no two numbers can be, by where in the text the second of them begins."""
    quantities = [each for each in found if isinstance(each, FoundQuantity)]
    changes = en.find_changes(seen.text, quantities) if len(quantities) > 1 else ()
    impossible = {
        max(change.first.start, change.second.start): _Judged(
            problem=refuse_change(change, seen), is_slip=True
        )
        for change in changes
        if not change.is_possible
    }
    for multiple in en.find_multiples(seen.text, quantities):
        is_said = any(multiple.verb in block.text.lower() for block in world.statements.blocks)
        counts = (said for said, _ in world.statements.quantities if is_count(said))
        if not is_said and not any(map(multiple.may_be_of, counts)):
            impossible[multiple.result.start] = _Judged(problem=refuse_multiple(multiple, seen))
    return impossible


def _is_alike(found: AnyFound, other: AnyFound) -> bool:
    """Whether two dates, or two numbers that may count the same, are in one text."""
    if isinstance(found, FoundQuantity) and isinstance(other, FoundQuantity):
        return may_say_the_same(found, other)
    return isinstance(found, FoundDate) and isinstance(other, FoundDate)


def _unless_elsewhere(
    found: AnyFound, judged: _Judged, text: "_ReadText", world: _World, alone: "_Alone"
) -> _Judged:
    """What became of a finding, refused where the article says it of something else."""
    if judged.problem and isinstance(found, FoundDate) and _may_be_derived(found, text.seen, world):
        return _Judged(is_certain=False)
    if judged.problem or not isinstance(found, FoundDate | FoundQuantity):
        return judged
    if isinstance(found, FoundDate) and (days := world.hours.other_days(found, text.seen)):
        return _Judged(where=judged.where, problem=refuse_elsewhere(found, text.seen, days))
    if isinstance(found, FoundQuantity) and (own := _of_its_fact(found, judged, text, world)):
        return own
    if rivals := _rivals_of(found, judged, text, world, alone):
        return _Judged(where=judged.where, problem=_instead(found, text.seen, rivals))
    return judged


def _of_its_fact(
    found: FoundQuantity, judged: _Judged, text: "_ReadText", world: _World
) -> _Judged | None:
    """What became of a number that is settled: by what else is said of it, as a condition, as the whole of a share."""
    seen, owner = text.seen, text.seen.owner
    if problem := _said_otherwise(found, judged, text, world):
        return replace(judged, problem=problem)
    if is_condition(found, seen.text, judged.where, world.statements):
        return judged
    if is_added(found, seen.text) and _operands(seen, world).gives(found):
        return judged
    if isinstance(owner, Figure) and (share := share_of(found, seen.text)):
        is_wrong = is_share_of_whole(share, found, owner) is False
        return replace(judged, problem=refuse_whole(share, found, seen) if is_wrong else None)
    if not judged.is_certain:
        number = ReckonedNumber(
            claimed=found, text=seen.text, near=text.near, briefing=world.briefing
        )
        if given := number.instead(world.statements.quantities):
            return _Judged(problem=refuse_elsewhere(found, seen, given))
    numbers = OwnNumbers(
        seen=seen, near=text.near, briefing=world.briefing, statements=world.statements
    )
    rivals = numbers.instead_of(found, judged.where, is_certain=judged.is_certain)
    return _Judged(where=judged.where, problem=_instead(found, seen, rivals)) if rivals else None


def _instead(
    found: FoundDate | FoundQuantity, seen: SeenText, rivals: Sequence[Statement]
) -> Problem:
    """The problem of what the article says of something else; no total is offered for what came to one."""
    if isinstance(found, FoundQuantity) and is_added(found, seen.text):
        return refuse_quantity(found, seen)
    return refuse_elsewhere(found, seen, rivals)


def _said_otherwise(
    found: FoundQuantity, judged: _Judged, text: "_ReadText", world: _World
) -> Problem | None:
    """The problem of a number of another fate or giver, or one that compares otherwise."""
    seen, where = text.seen, judged.where
    if is_miscompared(found, read_quantities(seen.text), seen.text):
        return refuse_share(found, seen)
    present = PresentText(seen=seen, near=text.near, briefing=world.briefing)
    if figure := present.goes_the_other_way(found):
        return refuse_way(found, seen, figure)
    if is_turned(found, seen.text, where, world.statements):
        return refuse_direction(found, seen, where)
    if problem := _of_other_people(found, judged, text, world):
        return problem
    others = crossed_with(found, seen.text, world.statements) or (
        where and GivenNumbers(seen=seen, briefing=world.briefing).by_them(found)
    )
    return refuse_elsewhere(found, seen, others) if others else None


def _of_other_people(
    found: FoundQuantity, judged: _Judged, text: "_ReadText", world: _World
) -> Problem | None:
    """The problem of a number of people, all or some of whom are of another fate."""
    seen = text.seen
    fates = Fates(briefing=world.briefing, statements=world.statements, near=text.near)
    if parts := fates.parts_of_others(found, seen.text):
        return refuse_fate(found, seen, parts)
    if not fates.are_other(found, seen.text, judged.where):
        return None
    own = fates.of_its_fact(found, seen.text)
    return refuse_elsewhere(found, seen, own) if own else refuse_fate(found, seen, judged.where)


def _rivals_of(
    found: FoundDate | FoundQuantity,
    judged: _Judged,
    text: "_ReadText",
    world: _World,
    alone: "_Alone",
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
    judged: _Judged,
    seen: SeenText,
    alone: "_Alone",
    world: _World,
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
    found: FoundDate | FoundQuantity, judged: _Judged, place: ClaimPlace, world: _World
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
    number: FoundQuantity, where: Sequence[Statement], text: "_ReadText", world: _World
) -> list[Statement]:
    """What a number became since, by the article or its figure."""
    present = PresentText(seen=text.seen, near=text.near, briefing=world.briefing)
    return world.figures.became(number, where, text.seen) or present.instead_of(number)


def _follows(
    found: FoundDate | FoundQuantity, judged: _Judged, text: "_ReadText", world: _World
) -> bool:
    """Whether it follows from what the text is about, whatever else is said there."""
    seen, near = text.seen, text.near
    if isinstance(found, FoundDate):
        figure = seen.owner if seen.field == "label" and isinstance(seen.owner, Figure) else None
        is_own_year = figure is not None and names_own_year(found, figure)
        return is_own_year or is_nth_day(found, seen.text, seen.owner)
    if follows_from_own(found, seen.text, judged.where, near, world.briefing):
        return True
    return _operands(seen, world).is_more_than_other(found)


def _operands(seen: SeenText, world: _World) -> Operands:
    return Operands(
        text=seen.text,
        near=world.near(seen),
        briefing=world.briefing,
        statements=world.statements,
        moments=world.moments,
    )


def _dates_of_figure(
    found: FoundDate, judged: _Judged, text: "_ReadText", world: _World, *, is_of_one: bool
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


def _may_be_derived(found: FoundDate, seen: SeenText, world: _World) -> bool:
    """Whether a date may be what “a year earlier” in the paragraphs of its fact means."""
    owner = seen.owner
    if found.misfit or len(found.readings) != 1 or not isinstance(owner, Event | Figure):
        return False
    blocks = {span.block for span in world.spans[owner.id]}
    dates = [date for block in blocks for date in world.findings.dates[block]]
    stated = [parse_date(date.readings[0]) for date in dates if date.readings]
    anchors = [*dates_of(owner), *stated]
    return is_derived(parse_date(found.readings[0]), dates, anchors, world.briefing)


def _value_claim(value: ValueClaim, world: _World) -> Claim:
    seen, near = value.seen, world.near(value.seen)
    place = _ReadText(seen=seen, near=near, is_firm=seen.is_firm)
    if isinstance(value.found, FoundDate):
        return place.claim("date", value.found, _judge_dated_value(value.found, value))
    judged = _judge_quantity(value.found, seen, replace(world, statements=value.grounds))
    if judged.problem and not judged.where and value.beside and value.beside.numbers:
        # The number is there; in what unit, its words leave open.
        fitting = value.beside.in_its_unit()
        judged = _Judged(where=fitting, is_certain=bool(fitting))
    return place.claim("quantity", value.found, judged)


def _judge_dated_value(found: FoundDate, value: ValueClaim) -> _Judged:
    date, beside = parse_date(found.text), value.beside
    if beside and (other := beside.other_date(date)):
        return _Judged(problem=refuse_elsewhere(found, value.seen, [other]))
    judged = _judge_date(found, value.seen, value.grounds)
    if judged.problem and beside and beside.may_be_derived(date):
        return _Judged(is_certain=False)
    return judged


def _judged(seen: SeenText, world: _World) -> Iterator[tuple[ClaimKind, AnyFound, _Judged]]:
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
        yield "quantity", quantity, _judge_quantity(quantity, seen, world)
    lapses = filter(None, (lapse_of(date) for date in found))
    read = [*taken, *lapses, *quantities]
    for number in unread_numbers(text, world.wordings):
        if any(_has_digits_of(number, other, text) for other in read):
            continue
        taken.append(number)
        yield "quantity", number, _Judged(problem=refuse_number(number, seen))
    for slip, meant in world.wordings.find_slips(text):
        taken.append(slip)
        yield "name", slip, _Judged(problem=refuse_name(slip, seen, [meant]), is_slip=True)
    for name in _outside(world.wordings.find_names(text), taken):
        if not is_opening_word(name, text, world.wordings):
            yield "name", name, _judge_name(name, seen, world)


def _judged_date(
    found: FoundDate, seen: SeenText, world: _World
) -> Iterator[tuple[ClaimKind, AnyFound, _Judged]]:
    if found.readings or _is_no_day(found, world.wordings):
        yield "date", found, _judge_that_day(found, seen, world)
    elif lapse := lapse_of(found):
        yield "quantity", lapse, _judge_lapse(lapse, seen, world)


def _times_over(seen: SeenText, world: _World) -> Iterator[tuple[ClaimKind, AnyFound, _Judged]]:
    blocks = world.briefing.article.blocks
    for found, said in (
        *times_over_otherwise(seen.text, blocks),
        *rows_otherwise(seen.text, blocks),
    ):
        yield "quantity", found, _Judged(problem=refuse_elsewhere(found, seen, [said]))
    for time, others in world.times.otherwise(seen, world.near(seen)):
        yield "quantity", time, _Judged(problem=refuse_elsewhere(time, seen, others))


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


def _judge_quantity(found: FoundQuantity, seen: SeenText, world: _World) -> _Judged:
    statements = world.statements
    operands = _operands(seen, world)
    is_wrong = operands.is_wrong_difference(found)
    fit, said = (None, ()) if is_wrong else fitting(found, seen.text, statements, operands)
    where = [statement for _, statement in said]
    match fit:
        case "same":
            return _Judged(where=where)
        case "unsure":
            return _Judged(where=where, is_certain=False)
        case "hedged":
            return _Judged(where=where, problem=refuse_hedge(found, seen, said))
    return _Judged(problem=refuse_quantity(found, seen, offered_for(found, seen.text, statements)))


def _judge_date(found: FoundDate, seen: SeenText, statements: Statements) -> _Judged:
    if found.misfit:
        return _Judged(problem=refuse_misfit(found, seen), is_slip=True)
    fit, where = fit_date(found, statements)
    if fit:
        return _Judged(where=where, is_certain=fit == "same")
    near = dates_offered_for(found, seen.text, statements)
    return _Judged(is_slip=not found.readings, problem=refuse_date(found, seen, near))


def _judge_that_day(found: FoundDate, seen: SeenText, world: _World) -> _Judged:
    """What became of a date; “that Friday” is of a day near to the text."""
    day = find_day_before(found, world.statements, world.near(seen).is_near)
    judged = _Judged(where=day) if day else _judge_date(found, seen, world.statements)
    if judged.problem and (lapse := lapse_of(found)) and (same := _counted_so(lapse, world)):
        return _Judged(where=same)  # from a date that the text leaves out
    return judged


def _judge_lapse(lapse: FoundQuantity, seen: SeenText, world: _World) -> _Judged:
    """What became of “two years later”, of nothing that the text names; wrong only if the article counts otherwise."""
    if same := _counted_so(lapse, world):
        return _Judged(where=same)
    others = [where for _, where in lapses_in(world.statements)]
    if not others or is_between_dates(lapse, world.statements):
        return _Judged(is_certain=False)
    return _Judged(problem=refuse_quantity(lapse, seen, others))


def _counted_so(lapse: FoundQuantity, world: _World) -> list[Statement]:
    counted = lapses_in(world.statements)
    return [where for length, where in counted if is_same_lapse(lapse, length)]


def _judge_quotation(found: FoundQuotation, seen: SeenText, wordings: Wordings) -> _Judged:
    where = quoting(found, wordings)
    if where is None:
        return _Judged(problem=refuse_quotation(found, seen, wordings.in_article(found.text)))
    return _Judged(where=where)


def _judge_name(found: FoundName, seen: SeenText, world: _World) -> _Judged:
    where = naming(found, seen.text, world.wordings)
    if where is None:
        return _Judged(problem=None if seen.places else refuse_name(found, seen))
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
            return _Judged(where=where, problem=refuse_elsewhere(found, seen, others))
    return _Judged(where=where)


def _is_firm(seen: SeenText, spans: Spans) -> bool:
    """Whether a text may say only what the article or a fact does; a source alone may say more."""
    owner = seen.owner
    if _is_what_a_fact_says(seen):
        return True
    rests_on_source = isinstance(owner, Fact) and owner.source and not spans[owner.id]
    return seen.is_firm and not rests_on_source


def _is_what_a_fact_says(seen: SeenText) -> bool:
    """Whether a text is what a correction of a fact says is right."""
    return isinstance(seen.owner, Fact) and isinstance(seen.holder, Correction) and seen.is_firm
