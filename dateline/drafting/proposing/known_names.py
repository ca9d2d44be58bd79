"""Those whom the site's own sheets have, by their names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.kinds import Kind
from dateline.facts.mentions import same_name
from dateline.frozen import dataclass
from dateline.reading.content import SharedEntry
from dateline.reading.lending import listed, role_on


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """`fields` are those of a briefing's record, as the site has them on the day of publication."""

    id: str
    kind: Kind
    name: str
    fields: Mapping[str, SheetValue]


KnownNames = Mapping[str, KnownName]


def lent_fields(
    shared: Mapping[str, SharedEntry], own: str, published: dt.date
) -> Mapping[str, SheetValue]:
    """What a record with this id takes from the site, besides lists to which it adds."""
    entry = shared.get(own)
    if entry is None or not entry.fields:
        return {}
    fields = {**entry.fields, **role_on(published, entry.fields.get("roles"))}
    return {name: value for name, value in fields.items() if value is not None}


def known_names(entries: Mapping[str, SharedEntry], published: dt.date) -> KnownNames:
    """By the name and each alias; one that several have is nobody's."""
    found: dict[str, KnownName | None] = {}
    for own, entry in entries.items():
        if entry.fields and isinstance(name := entry.fields.get("name"), str):
            known = KnownName(
                id=own,
                kind=entry.kind,
                name=name,
                fields=lent_fields(entries, own, published),
            )
            names = [name, *listed(entry.fields.get("aliases"))]
            for called in {same_name(each) for each in names if isinstance(each, str)}:
                found[called] = None if called in found else known
    return {called: known for called, known in found.items() if known}
