"""Drawings look as they were last looked at; see tests/drawing/golden.py to renew them."""

from __future__ import annotations

import pytest

from tests.drawing.golden import GOLDEN, drawings, text


@pytest.mark.parametrize("name", sorted(drawings()))
def test_a_drawing_is_as_it_was(name: str) -> None:
    assert text(drawings()[name]) == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_drawing_is_left_over() -> None:
    assert sorted(one.name for one in GOLDEN.iterdir()) == sorted(drawings())
