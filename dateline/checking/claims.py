"""Claims: what any text that readers see says, and whether the article or a fact says so too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dateline.checking.claim_quantities import fitting, nearest
from dateline.checking.evidence import Spans
from dateline.checking.fact_words import or_waive
from dateline.checking.findings import read_quantities
from dateline.checking.references import references_in
from dateline.checking.seen_texts import Owner, SeenText, seen_texts
from dateline.checking.statements import (
    LEVELS,
    Level,
    SaidQuantity,
    Statement,
    Statements,
    Surroundings,
)
from dateline.facts.briefing import Briefing
from dateline.facts.origin import Key
from dateline.facts.records import BriefPoint, Fact, FrontMatter
from dateline.language import FoundQuantity, en
from dateline.problems import Position, Problem, Related, Rule

Result = Literal["supported", "not supported", "not checked"]
ClaimKind = Literal["date", "quantity", "quotation", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What a claim rests on, how near it is, and the fact whose field says so."""

    level: Level
    text: str
    position: Position
    fact: str | None


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
    result: Result
    support: tuple[Support, ...] = ()
    problem: Problem | None = None

    @property
    def is_far(self) -> bool:
        """Whether its only support is in another paragraph or in a fact that is not referred to."""
        levels = {support.level for support in self.support}
        is_front = isinstance(self.owner, FrontMatter)
        return bool(levels) and not is_front and levels <= {"article", "briefing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """What became of a finding, and the statements that say so."""

    result: Result
    where: Sequence[Statement] = ()
    problem: Problem | None = None


def find_claims(briefing: Briefing, spans: Spans, statements: Statements) -> tuple[Claim, ...]:
    """The claims of every text that readers see, field by field."""
    return tuple(
        Claim(
            kind=kind,
            text=found.text,
            owner=seen.owner,
            path=seen.path,
            position=seen.position(found.start),
            result=judged.result,
            support=_nearest_support(judged.where, _surroundings(seen, spans)),
            problem=judged.problem,
        )
        for seen in seen_texts(briefing)
        for kind, found, judged in _judged(seen, spans, statements)
    )


def _judged(
    seen: SeenText, spans: Spans, statements: Statements
) -> Iterator[tuple[ClaimKind, FoundQuantity, _Judged]]:
    is_firm = _is_firm(seen, spans)
    if en.may_have_quantities(seen.text):
        for quantity in read_quantities(seen.text):
            yield "quantity", quantity, _judge_quantity(quantity, seen, statements, is_firm=is_firm)


def _judge_quantity(
    found: FoundQuantity, seen: SeenText, statements: Statements, *, is_firm: bool
) -> _Judged:
    fit, said = fitting(found, seen.text, statements)
    where = [statement for _, statement in said]
    if fit == "same":
        return _Judged(result="supported", where=where)
    if fit == "unsure" or not is_firm:
        return _Judged(result="not checked", where=where)
    if fit == "hedged":
        problem = _hedge_problem(found, seen, said)
    else:
        problem = _unsupported_quantity(found, seen, nearest(found, statements))
    return _Judged(result="not supported", where=where, problem=problem)


def _is_firm(seen: SeenText, spans: Spans) -> bool:
    """Whether a text may say only what the article or a fact does; a source alone may say more."""
    owner = seen.owner
    rests_on_source = isinstance(owner, Fact) and owner.source and not spans[owner.id]
    return seen.is_firm and not rests_on_source


# How near it is


def _surroundings(seen: SeenText, spans: Spans) -> Surroundings:
    if isinstance(seen.holder, BriefPoint):
        return Surroundings(named=frozenset(seen.holder.facts), spans=spans)
    if isinstance(seen.owner, Fact):
        named = frozenset(reference.id for reference in references_in(seen.owner))
        return Surroundings(own=frozenset({seen.owner.id}), named=named, spans=spans)
    return Surroundings(spans=spans)


def _nearest_support(where: Iterable[Statement], near: Surroundings) -> tuple[Support, ...]:
    """The statements of the nearest level."""
    levels: dict[Level, list[Statement]] = {}
    for statement in where:
        levels.setdefault(near.level(statement), []).append(statement)
    level = next((level for level in LEVELS if level in levels), None)
    if level is None:
        return ()
    return tuple(
        Support(level=level, text=each.text, position=each.position, fact=each.fact)
        for each in levels[level]
    )


# What editors read

_SHOWN: Final = 3


def _related(said: Iterable[SaidQuantity]) -> tuple[Related, ...]:
    notes = dict.fromkeys(
        (where.position, f"the article says “{where.text}”")
        if where.span
        else (where.position, f"‘{where.fact}’ says {where.text}")
        for _, where in said
    )
    return tuple(Related(position=position, note=note) for position, note in [*notes][:_SHOWN])


def _unsupported_quantity(
    found: FoundQuantity, seen: SeenText, said: Sequence[SaidQuantity]
) -> Problem:
    return Problem(
        seen.position(found.start),
        Rule.CLAIM_QUANTITY,
        f"{seen.called} says “{found.text}”, which neither the article nor a fact says",
        "write the number that the article gives, or add the fact that says so, "
        + or_waive(Rule.CLAIM_QUANTITY),
        _related(said),
    )


def _hedge_problem(found: FoundQuantity, seen: SeenText, said: Sequence[SaidQuantity]) -> Problem:
    is_hedged = any(quantity.hedge for quantity, _ in said)
    own = f"with “{found.hedge}”" if found.hedge else "without a hedge"
    write = "write the number as the article does" if is_hedged else "remove the hedge"
    return Problem(
        seen.position(found.start),
        Rule.CLAIM_HEDGE,
        f"{seen.called} says “{found.text}” {own}, and the article does not",
        f"{write}, {or_waive(Rule.CLAIM_HEDGE)}",
        _related(said),
    )
