"""Numbers of persons of whom the article tells another fate: “27 dead and 43 missing”, of 43 dead and 27 missing."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.checking.agreement.quantities.tolls import (
    fates_of_figure,
    fates_of_members,
    fates_of_number,
    may_be_of_one,
)
from dateline.checking.agreement.quantities.unit_agreement import names_unit
from dateline.checking.claims.grounds.statements import Statement, Statements, Surroundings
from dateline.facts.briefing import Briefing
from dateline.facts.records import Figure
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

_PART: Final = compile_later(r"\w of the ", re.IGNORECASE)
_MEMBERS: Final = compile_later(r" (?:are|were|is|was) (?:\w+ ){0,2}?(?P<noun>\w+s)\b")


@dataclass(frozen=True, kw_only=True)
class Fates:
    """What the article and the figures tell of those whom they count."""

    briefing: Briefing
    statements: Statements
    near: Surroundings

    def are_other(self, claimed: FoundQuantity, text: str, support: Sequence[Statement]) -> bool:
        """Whether a text tells a fate of its number, and all that has the number counts people of others."""
        fates = fates_of_number(claimed, text)
        if not fates or not support:
            return False
        said = {id(place): found for found, place in self.statements.quantities}
        theirs = [self._of(each, said.get(id(each))) for each in support]
        if not any(theirs):
            bare = [said.get(id(each)) for each in support]
            theirs = [fates for own in bare if own for fates in self._of_number(own)] or theirs
        return not any(may_be_of_one(fates, each) for each in theirs)

    def _of_number(self, bare: FoundQuantity) -> list[frozenset[str]]:
        """What else the article tells of as many as a bare number counts, that says of nobody what became of them."""
        said = self.statements.by_number.get(bare.low, ()) if bare.unit is None else ()
        return [fates for found, place in said if place.span if (fates := self._of(place, found))]

    def are_one(self, claimed: FoundQuantity, text: str, other: Statement) -> bool:
        """Whether what is said there may count those of whom the text tells."""
        said = next((found for found, place in self.statements.quantities if place is other), None)
        return may_be_of_one(fates_of_number(claimed, text), self._of(other, said))

    def parts_of_others(self, claimed: FoundQuantity, text: str) -> list[Statement]:
        """Where the article counts so many of others: “two of the injured are guards”, of two guards among the dead."""
        member = _MEMBERS.match(text, claimed.end)
        fates = fates_of_number(claimed, text)
        if member is None or not _PART.search(claimed.text) or not fates:
            return []
        said = [
            (place, fates_of_members(found, self.statements.text_of(place.span)))
            for found, place in self.statements.by_number.get(claimed.low, ())
            if place.span and found.unit and names_unit(member["noun"], found.unit)
        ]
        are_all_others = all(theirs and not may_be_of_one(fates, theirs) for _, theirs in said)
        return [place for place, _ in said] if are_all_others else []

    def of_its_fact(self, claimed: FoundQuantity, text: str) -> list[Statement]:
        """What the evidence of the text’s own fact counts of those whose fate the text tells."""
        fates = fates_of_number(claimed, text)
        return [
            place
            for found, place in self.statements.quantities
            if place.span and self.near.level(place) == "own"
            if (theirs := self._of(place, found)) and may_be_of_one(fates, theirs)
        ]

    def _of(self, statement: Statement, found: FoundQuantity | None) -> frozenset[str]:
        if statement.is_comparison or statement.is_formula:
            return frozenset()  # a share of a toll counts nobody
        if statement.span and found:
            text = self.statements.text_of(statement.span)
            return fates_of_number(found, text)
        fact = self.briefing.fact_by_id.get(statement.fact or "")
        return fates_of_figure(fact) if isinstance(fact, Figure) else frozenset()
