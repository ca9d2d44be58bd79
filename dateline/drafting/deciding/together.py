"""Several items that are taken at once, as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.drafting.deciding.decisions import take_all
from dateline.drafting.deciding.items import Desk, Item
from dateline.drafting.deciding.objections import missing_fields, try_step
from dateline.drafting.sheets.step_journal import Step
from dateline.facts.phrasing import count_of, join_words


def is_filled(item: Item) -> bool:
    """Whether nothing in it is left empty."""
    empty = [name for name in item.asks if item.fields.get(name) is None]
    return not (empty or missing_fields(item, dict(item.fields)))


def acceptable(desk: Desk, items: Sequence[Item]) -> list[Item]:
    """Those in which nothing is empty, and that no check refuses."""
    filled = [item for item in items if item.kind and is_filled(item)]
    trial = try_step(desk, take_all(desk, [(item, item.fields) for item in filled], ""))
    return [item for item in filled if not trial.of(item)]


def take_together(desk: Desk, items: Sequence[Item]) -> Step:
    """These as facts, in one step."""
    kinds = Counter(item.kind for item in items if item.kind)
    counts = (count_of(number, kind, kind.plural) for kind, number in kinds.items())
    label = f"taken: {join_words(counts)} together"
    return take_all(desk, [(item, item.fields) for item in items], label)
