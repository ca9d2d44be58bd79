"""Another id for what was proposed under one that its corrected name or title belies."""

from __future__ import annotations

from dateline.drafting.deciding.items import NAMED, Desk, Item
from dateline.drafting.proposing.new_ids import NewIds
from dateline.drafting.proposing.propose import used_ids
from dateline.drafting.sheets.edits import Fields


def with_own_id(desk: Desk, item: Item, fields: Fields) -> Fields:
    """The fields with a new `id`, where the old one was made of other words: nobody has published it.

    A name gives its own id; a title or a label only where the id has no word of it.
    """
    called, before = _called(fields), _called(item.fields)
    if item.kind is None or not called or called == before or fields.get("id"):
        return fields
    if before and not item.id.startswith(NewIds(()).give(before, item.kind.value)):
        return fields
    taken = (each for each in used_ids(desk.draft.briefing) if each != item.id)
    own = NewIds(taken).give(called, item.kind.value)
    is_kept = item.kind not in NAMED and {*own.split("-")} & {*item.id.split("-")}
    return fields if is_kept or own == item.id else {**fields, "id": own}


def _called(fields: Fields) -> str:
    found = (fields.get(name) for name in ("title", "label", "name"))
    return next((value for value in found if isinstance(value, str)), "")
