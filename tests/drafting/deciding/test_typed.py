"""What an editor types on one line is what the sheet has."""

from __future__ import annotations

import pytest

from dateline.drafting.deciding.item_fields import described_fields
from dateline.drafting.deciding.typed import MistypedError, choices_for, from_typed, to_typed
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.described import DescribedField
from dateline.facts.kinds import Kind
from tests.drafting.deciding.world import full_desk


def field(kind: Kind, name: str) -> DescribedField:
    return next(each for each in described_fields(kind) if each.written == name)


@pytest.mark.parametrize(
    ("kind", "name", "typed", "value"),
    [
        (Kind.EVENT, "title", " A line: it opens ", "A line: it opens"),
        (Kind.EVENT, "title", "[sic] A line", "[sic] A line"),
        (Kind.EVENT, "title", "", None),
        (Kind.EVENT, "date", "[2024-09-10,2024-09-11]", "[2024-09-10,2024-09-11]"),
        (Kind.EVENT, "who", "ann-lee, bo cy", ["ann-lee", "bo", "cy"]),
        (Kind.EVENT, "who", "1", "ann-lee"),
        (Kind.EVENT, "who", "Ann Lee", "ann-lee"),
        (Kind.EVENT, "expected", "{window: 2025, said_by: bo}", {"window": "2025", "said_by": "bo"}),
        (Kind.PERSON, "aliases", "[the mayor, 'Lee, Ann']", ["the mayor", "Lee, Ann"]),
        (Kind.PERSON, "aliases", "Lee, the mayor", "Lee, the mayor"),
        (Kind.FIGURE, "kind", "7", "forecast"),
        (Kind.FIGURE, "kind", "meas", "measured"),
    ],
)  # fmt: skip
def test_a_typed_value(kind: Kind, name: str, typed: str, value: SheetValue) -> None:
    described = field(kind, name)
    choices = choices_for(full_desk(), described)
    if name == "who" and typed == "Ann Lee":
        described = field(Kind.QUOTATION, "speaker")
    assert from_typed(described, typed, choices) == value
    if value is not None:
        assert from_typed(described, to_typed(value), choices) == value


@pytest.mark.parametrize(
    ("kind", "name", "typed", "said"),
    [
        (Kind.FIGURE, "kind", "10", "10 is more than the last number, 9"),
        (Kind.FIGURE, "kind", "price tag", "none of these"),
        (Kind.EVENT, "who", "ann-le-e", "did you mean ann-lee"),
        (Kind.EVENT, "expected", "{window: 2025", "opened and not closed"),
    ],
)
def test_what_cannot_be_read_is_asked_again(kind: Kind, name: str, typed: str, said: str) -> None:
    described = field(kind, name)
    with pytest.raises(MistypedError, match=said):
        from_typed(described, typed, choices_for(full_desk(), described))
