"""SECURITY.md names, for each threat, the tests that hold it."""

from __future__ import annotations

import re

from tests.faults.listed import every_fault
from tests.faults.table import ROOT

TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
THREATS = TEXT.split("\n## Threats")[1].split("\n## ")[0]
ROWS = [line for line in THREATS.splitlines() if line.startswith("| ")][1:]


def files_in(text: str) -> set[str]:
    return set(re.findall(r"\]\((tests/[\w/]+\.py)\)", text))


def test_every_threat_names_tests() -> None:
    assert len(ROWS) >= 15
    assert [row for row in ROWS if not files_in(row)] == []
    assert [
        file for file in files_in(TEXT) if "def test_" not in (ROOT / file).read_text("utf-8")
    ] == []


def test_every_promise_is_held_by_a_test_that_is_named() -> None:
    promises = {fault.promise for fault in every_fault()}
    named = {fault.promise for fault in every_fault() if fault.file in files_in(THREATS)}
    assert named == promises


def test_what_is_expected_of_such_a_text_is_there() -> None:
    heads = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    assert heads == [
        "Report a hole",
        "What there is to lose",
        "Who may do what",
        "Threats, and the tests that hold them",
        "What is not defended",
    ]
