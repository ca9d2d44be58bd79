"""Numbers of persons of whom the article tells another fate: “27 dead and 43 missing”, of 43 dead and 27 missing."""

from collections.abc import Sequence

from dateline.checking.agreement.tolls import fates_of_figure, fates_of_number, may_be_of_one
from dateline.checking.claims.statements import LEVELS, Statement, Statements, Surroundings
from dateline.facts.briefing import Briefing
from dateline.facts.records import Figure
from dateline.frozen import dataclass
from dateline.language import FoundQuantity


@dataclass(frozen=True, kw_only=True)
class Fates:
    """What the article and the figures tell of those whom they count."""

    briefing: Briefing
    statements: Statements
    near: Surroundings

    def otherwise(
        self, claimed: FoundQuantity, text: str, support: Sequence[Statement]
    ) -> list[Statement]:
        """What counts those of the fate that a text tells, where all that has its number counts others."""
        fates = fates_of_number(claimed, text)
        if not fates or not support:
            return []
        said = {id(place): found for found, place in self.statements.quantities}
        if any(may_be_of_one(fates, self._of(each, said.get(id(each)))) for each in support):
            return []
        others = [
            place
            for found, place in self.statements.quantities
            if found.low != claimed.low
            and (theirs := self._of(place, found))
            and may_be_of_one(fates, theirs)
        ]
        nearest = min((LEVELS.index(self.near.level(each)) for each in others), default=0)
        return [each for each in others if LEVELS.index(self.near.level(each)) == nearest] or list(
            support
        )

    def _of(self, statement: Statement, found: FoundQuantity | None) -> frozenset[str]:
        if statement.span and found:
            text = self.statements.text_of(statement.span)
            return fates_of_number(found, text)
        fact = self.briefing.fact_by_id.get(statement.fact or "")
        return fates_of_figure(fact) if isinstance(fact, Figure) else frozenset()
