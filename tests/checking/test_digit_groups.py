"""Digits that are no number are reported where they stand."""

import pytest

from tests.small_site import problems


@pytest.mark.parametrize(
    ("words", "is_number"),
    [
        ("They paid $310,0000 for it.", False),
        ("The pool holds 15,0000 litres.", False),
        ("Entry is €12,50 each.", False),
        ("They paid $310,000 for it, and 12,00,000 rupees.", True),
        ("It closed on Feb. 5,2024 for good.", True),
        ("Read pages 3,1,12 first.", True),
        ("Their ids are 1203,1204 and 12,13.", True),
    ],
)
def test_groups_of_digits(words: str, is_number: bool) -> None:
    assert len(problems(words, "text.digits")) == (not is_number)
