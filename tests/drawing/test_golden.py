"""Drawings look as they did when somebody last looked at them; tests/drawing/golden.py draws them."""

from __future__ import annotations

import pytest

from tests.drawing.golden import GOLDEN, drawings, text


@pytest.mark.parametrize("name", sorted(drawings()))
def test_a_drawing_is_as_it_was(name: str) -> None:
    assert text(drawings()[name]) == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_drawing_is_left_over() -> None:
    assert sorted(file.name for file in GOLDEN.iterdir()) == sorted(drawings())
