"""What a fact would be that an article holds, until a human has decided on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.article import Span
from dateline.facts.kinds import Kind
from dateline.facts.origin import Key, Origin
from dateline.facts.records import Event, Fact, Figure, Organisation, Person, Place, Quotation
from dateline.frozen import dataclass
from dateline.problems import Position

RECORDS: Mapping[Kind, type[Fact]] = {
    Kind.EVENT: Event,
    Kind.FIGURE: Figure,
    Kind.PERSON: Person,
    Kind.ORGANISATION: Organisation,
    Kind.PLACE: Place,
    Kind.QUOTATION: Quotation,
}
# Fills a field that is left to a human, where a whole record is needed to go on.
_STAND_INS: Mapping[str, str] = {"kind": "estimate", "speaker": "nobody", "value": "some"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A record as a sheet would have it, in the order of its fields; one that is None is left empty.

    `asks` are the fields that a human must look at. `sentence` is that of the article, `span` the
    first of its words that the fact rests on.
    """

    kind: Kind
    id: str
    fields: Mapping[str, SheetValue]
    asks: Sequence[str]
    sentence: str
    span: Span
    sure: bool = False

    def with_fields(self, fields: Mapping[str, SheetValue]) -> Proposal:
        """The same with these fields; new ones are after the others, a field keeps its place."""
        return replace(self, fields={**self.fields, **fields})

    def without(self, *names: str) -> Proposal:
        """The same without these fields."""
        kept = {name: value for name, value in self.fields.items() if name not in names}
        return replace(self, fields=kept)

    @property
    def record_fields(self) -> dict[str, SheetValue]:
        """All that a sheet has of it."""
        return {"id": self.id, "decide": list(self.asks), **self.fields}


def record_of(proposal: Proposal) -> Any:
    """The fact that it would be, with stand-ins for what is left empty; raises ValidationError.

    Its origin names the proposal and the field, for `field_at`.
    """
    written = _written(proposal)
    places: dict[tuple[Key, ...], Position] = {
        (name,): Position(path=proposal.id, line=line) for line, name in enumerate(written, 2)
    }
    origin = Origin(position=Position(path=proposal.id), values=places)
    return RECORDS[proposal.kind].model_validate({**written, "origin": origin})


def field_at(proposal: Proposal, position: Position) -> str | None:
    """The field that a problem of the fact is about; None where it is about it as a whole."""
    return [*_written(proposal)][position.line - 2] if position.line > 1 else None


def _written(proposal: Proposal) -> dict[str, SheetValue]:
    required = {
        (info.alias or name): _STAND_INS.get(name, "-")
        for name, info in RECORDS[proposal.kind].model_fields.items()
        if info.is_required()
    }
    given = {name: value for name, value in proposal.fields.items() if value is not None}
    return {**required, **given, "id": proposal.id}
