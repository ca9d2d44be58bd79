"""One figure counts the same persons by several nouns, and those of another fate by none."""

import json

import pytest

from tests.small_site import rules

ARTICLE = """The prefecture spoke of seven dead at 2am. At noon 36 people had died. The toll rose to 39
on Thursday. There were 48 deaths by then. The police counted 31 missing and 118 people injured.
Divers rescued 12 people. Some 200 were evacuated. It killed 9 in all."""


def refused(label: str, unit: str | None, value: str, evidence: str) -> list[str]:
    own = {"id": "f", "label": label, "kind": "measured", "value": value, "evidence": evidence}
    own |= {"unit": unit} if unit else {}
    own |= {"hedge": "about"} if "Some " in evidence else {}
    return rules(ARTICLE, "agreement.", figures=json.dumps({"figures": [own]}))


@pytest.mark.parametrize("unit", ["people", "dead", "deaths", None])
@pytest.mark.parametrize(
    ("value", "evidence"),
    [
        ("7", "seven dead"),
        ("36", "36 people had died"),
        ("39", "rose to 39 on Thursday"),
        ("48", "48 deaths"),
        ("9", "It killed 9"),
    ],
)
def test_the_dead_go_by_any_word_for_them(unit: str | None, value: str, evidence: str) -> None:
    assert refused("People killed", unit, value, evidence) == []


@pytest.mark.parametrize(
    ("label", "units", "value", "evidence"),
    [
        ("Hurt", ["people", "injured", "wounded"], "118", "118 people injured"),
        ("Missing", ["people", "missing", None], "31", "31 missing"),
        ("Rescued", ["people", "survivors"], "12", "rescued 12 people"),
        ("Evacuated", ["people", "displaced", "evacuees"], "200", "Some 200 were evacuated"),
    ],
)
def test_so_do_others(label: str, units: list[str | None], value: str, evidence: str) -> None:
    assert [refused(label, unit, value, evidence) for unit in units] == [[]] * len(units)


@pytest.mark.parametrize(
    ("label", "unit", "value", "evidence"),
    [
        ("People killed", "people", "31", "31 missing"),
        ("Toll", "dead", "31", "31 missing"),
        ("Toll", "deaths", "118", "118 people injured"),
        ("Missing", "people", "7", "seven dead"),
        ("Injured", None, "7", "seven dead"),
        ("Dead", "people", "200", "Some 200 were evacuated"),
    ],
)
def test_another_fate_is_refused(label: str, unit: str | None, value: str, evidence: str) -> None:
    assert refused(label, unit, value, evidence) == ["agreement.unit"]


def test_a_number_that_counts_what_came_before_needs_no_unit() -> None:
    article = "Of the 118 people injured, 57 were in hospital, 11 of them in a critical condition."
    own = {"id": "f", "label": "In a critical condition", "kind": "measured", "value": "11"}
    own["evidence"] = "57 were in hospital, 11 of them in a critical condition"
    assert rules(article, "agreement.", figures=json.dumps({"figures": [own]})) == []


@pytest.mark.parametrize(
    ("article", "label", "unit", "value", "evidence"),
    [
        (
            "31 people are missing, feared dead.",
            "Feared dead",
            "people",
            "31",
            "31 people are missing",
        ),
        ("It killed seven and wounded 40.", "Wounded", "people", "40", "wounded 40"),
        ("It killed seven and wounded 40.", "Killed", "people", "7", "killed seven"),
        ("The flood killed 300 cattle.", "Cattle killed", "cattle", "300", "killed 300 cattle"),
        ("57 injured are in hospital.", "Survivors in hospital", "people", "57", "57 injured"),
        ("The vaccine saved 12 lives.", "Lives saved", "lives", "12", "saved 12 lives"),
    ],
)
def test_true_counts_of_people_pass(
    article: str, label: str, unit: str, value: str, evidence: str
) -> None:
    own = {"id": "f", "label": label, "kind": "measured", "value": value, "unit": unit}
    own["evidence"] = evidence
    assert rules(article, "agreement.", figures=json.dumps({"figures": [own]})) == []
