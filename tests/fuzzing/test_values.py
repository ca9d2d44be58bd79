"""Whatever a sheet may hold is written: also in a field that is new."""

from __future__ import annotations

import pytest

from dateline.facts import records, shared_records, site_records
from dateline.facts.described import fields_of
from dateline.facts.kinds import Kind
from dateline.facts.records import Passage, Record
from tests.fuzzing.values import OTHERWISE, World, values_of

MODELS = [
    model
    for model in {**vars(records), **vars(shared_records), **vars(site_records)}.values()
    if isinstance(model, type) and issubclass(model, Record) and model not in (Record, Passage)
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_something_to_be_written_in_it(model: type[Record]) -> None:
    world = World()
    for kind in Kind:
        world.ids[kind] = [f"the-{kind}"]
    for field in fields_of(model):
        assert values_of(model, field, world) is not None or is_left_out(model, field.written)


def is_left_out(model: type[Record], name: str) -> bool:
    return any(OTHERWISE.get((owner.__name__, name), ...) is None for owner in model.__mro__)
