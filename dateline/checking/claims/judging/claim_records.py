"""What a claim is, what became of it, and all that claims are judged by."""

from collections.abc import Sequence
from dataclasses import field
from typing import Literal

from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.findings import AnyFound, Findings
from dateline.checking.claims.grounds.seen_texts import Owner, SeenText
from dateline.checking.claims.grounds.statements import Statement, Statements, Surroundings
from dateline.checking.claims.grounds.support import Support, nearest_support, surroundings_of
from dateline.checking.claims.matching.wordings import Wordings
from dateline.checking.claims.reckoning.clocks import Moments
from dateline.checking.claims.rivals.claim_figures import FigureWords
from dateline.checking.claims.rivals.naming_sentences import NamingSentences
from dateline.checking.claims.times.figure_dates import DatedNumber
from dateline.checking.claims.times.hours import Hours
from dateline.checking.claims.times.moments import TimesOfDay
from dateline.facts.briefing import Briefing
from dateline.facts.origin import Key
from dateline.facts.records import BriefPoint, FrontMatter
from dateline.frozen import dataclass
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
class Judged:
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
class ClaimWorld:
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
    naming: NamingSentences
    _near: dict[int, Surroundings] = field(default_factory=dict)

    def near(self, seen: SeenText) -> Surroundings:
        """What is near to a text: the same for all texts of a fact, and for both of a point."""
        holder = seen.holder if isinstance(seen.holder, BriefPoint) else seen.owner
        if id(holder) not in self._near:
            self._near[id(holder)] = surroundings_of(seen, self.spans)
        return self._near[id(holder)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """A text, what is near to it, and whether it may say only what the article or a fact does."""

    seen: SeenText
    near: Surroundings
    is_firm: bool

    def claim(self, kind: ClaimKind, found: AnyFound, judged: Judged) -> Claim:
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
