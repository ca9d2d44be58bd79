"""docs/safety.md lists every fault that is tried, and each promise has some."""

from __future__ import annotations

import re

from tests.faults.listed import SAFETY, every_fault, listed


def test_the_list_of_faults_is_that_of_the_tests() -> None:
    """`python -m tests.faults.listed` writes it."""
    text = SAFETY.read_text("utf-8")
    assert text == listed(text, every_fault())


def test_every_fault_belongs_to_a_promise() -> None:
    promises = {
        int(number)
        for number in re.findall(r"^## (\d+)\.", SAFETY.read_text("utf-8"), re.MULTILINE)
    }
    assert promises == set(range(1, 13))
    assert {fault.promise for fault in every_fault()} <= promises


def test_many_faults_are_tried() -> None:
    assert len({(fault.done, fault.test) for fault in every_fault()}) >= 150
