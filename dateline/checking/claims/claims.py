"""Claims: what any text that readers see says, and whether the article or a fact says so too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.findings import AnyFound, Findings
from dateline.checking.claims.grounds.seen_texts import SeenText, seen_texts
from dateline.checking.claims.grounds.statements import state
from dateline.checking.claims.judging.claim_problems import (
    refuse_change,
    refuse_elsewhere,
    refuse_multiple,
)
from dateline.checking.claims.judging.claim_records import Claim, ClaimWorld, Judged, ReadText
from dateline.checking.claims.judging.judges import (
    judge_date,
    judge_quantity,
    judge_rows,
    judge_text,
)
from dateline.checking.claims.judging.rivals import Alone, unless_elsewhere
from dateline.checking.claims.matching.claim_quantities import may_say_the_same
from dateline.checking.claims.matching.claim_values import ValueClaim, value_claims
from dateline.checking.claims.matching.counts import is_count
from dateline.checking.claims.matching.wordings import Wordings
from dateline.checking.claims.reckoning.clocks import Moments
from dateline.checking.claims.rivals.claim_figures import FigureWords
from dateline.checking.claims.rivals.naming_sentences import NamingSentences
from dateline.checking.claims.times.figure_dates import dated_numbers
from dateline.checking.claims.times.hours import Hours
from dateline.checking.claims.times.moments import TimesOfDay
from dateline.facts.briefing import Briefing
from dateline.facts.dates import parse_date
from dateline.facts.records import BriefPoint, Correction, Event, Fact, Figure
from dateline.language import FoundDate, FoundQuantity, en


def find_claims(briefing: Briefing, spans: Spans, findings: Findings) -> tuple[Claim, ...]:
    """The claims of every text that readers see, and of the other values of figures."""
    wordings = Wordings.of(briefing, findings)
    world = ClaimWorld(
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
        times=TimesOfDay(briefing=briefing, findings=findings, spans=spans),
        naming=NamingSentences(briefing=briefing, findings=findings, wordings=wordings),
    )
    values = value_claims(briefing, world.statements.article, spans, findings)
    return (
        *(claim for seen in seen_texts(briefing) for claim in _claims_in(seen, world)),
        *(_value_claim(value, world) for value in values),
    )


def _claims_in(seen: SeenText, world: ClaimWorld) -> Iterator[Claim]:
    near = world.near(seen)
    place = ReadText(seen=seen, near=near, is_firm=_is_firm(seen, world.spans))
    if _is_what_a_fact_says(seen):
        world = replace(world, statements=world.statements.where(near.is_near))
    every = [*judge_text(seen, world), *judge_rows(seen, world)]
    changes = _impossible([found for _, found, _ in every], seen, world)
    for kind, found, judged in every:
        alike = [other for _, other, _ in every if other is not found and _is_alike(found, other)]
        is_of_facts = isinstance(seen.holder, BriefPoint) and isinstance(found, FoundDate)
        is_of_fact = isinstance(seen.owner, Event | Figure) and seen.field != "caveat"
        alone = Alone(
            is_of_one=(is_of_fact or is_of_facts) and not alike,
            beside=alike,
            is_possible=not changes,
        )
        now = unless_elsewhere(found, judged, place, world, alone)
        if found.start in changes and not now.problem:
            now = changes[found.start]
        yield place.claim(kind, found, now)


def _impossible(
    found: Iterable[AnyFound], seen: SeenText, world: ClaimWorld
) -> Mapping[int, Judged]:
    """The changes that no two numbers can be, by where in the text the second of them begins."""
    quantities = [each for each in found if isinstance(each, FoundQuantity)]
    changes = en.find_changes(seen.text, quantities) if len(quantities) > 1 else ()
    impossible = {
        max(change.first.start, change.second.start): Judged(
            problem=refuse_change(change, seen), is_slip=True
        )
        for change in changes
        if not change.is_possible
    }
    for multiple in en.find_multiples(seen.text, quantities):
        is_said = any(multiple.verb in block.text.lower() for block in world.statements.blocks)
        counts = (said for said, _ in world.statements.quantities if is_count(said))
        if not is_said and not any(map(multiple.may_be_of, counts)):
            impossible[multiple.result.start] = Judged(problem=refuse_multiple(multiple, seen))
    return impossible


def _is_alike(found: AnyFound, other: AnyFound) -> bool:
    """Whether two dates, or two numbers that may count the same, are in one text."""
    if isinstance(found, FoundQuantity) and isinstance(other, FoundQuantity):
        return may_say_the_same(found, other)
    return isinstance(found, FoundDate) and isinstance(other, FoundDate)


def _value_claim(value: ValueClaim, world: ClaimWorld) -> Claim:
    seen, near = value.seen, world.near(value.seen)
    place = ReadText(seen=seen, near=near, is_firm=seen.is_firm)
    if isinstance(value.found, FoundDate):
        return place.claim("date", value.found, _judge_dated_value(value.found, value))
    judged = judge_quantity(value.found, seen, replace(world, statements=value.grounds))
    if judged.problem and not judged.where and value.beside and value.beside.numbers:
        # The number is there; in what unit, its words leave open.
        fitting = value.beside.in_its_unit()
        judged = Judged(where=fitting, is_certain=bool(fitting))
    return place.claim("quantity", value.found, judged)


def _judge_dated_value(found: FoundDate, value: ValueClaim) -> Judged:
    date, beside = parse_date(found.text), value.beside
    if beside and (other := beside.other_date(date)):
        return Judged(problem=refuse_elsewhere(found, value.seen, [other]))
    judged = judge_date(found, value.seen, value.grounds)
    if judged.problem and beside and beside.may_be_derived(date):
        return Judged(is_certain=False)
    return judged


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
