"""Only figures that can be compared are compared."""

import pytest

from tests.small_site import rules

SHEET = """
    figures:
      - {{id: iraq, label: In Iraq, value: "2500", unit: troops, kind: estimate,
         evidence: "2,500 troops", compare: {{to: {to}, by: {by}}}}}
      - {{id: syria, label: In Syria, {value}, kind: estimate, evidence: "{words}"}}
"""
ARTICLE = "There are 2,500 troops here, 900 troops there, 900 tanks, and dozens of troops at sea."


@pytest.mark.parametrize(
    ("by", "value", "words", "found"),
    [
        ("ratio", "value: 900, unit: troops", "900 troops", []),
        ("difference", "value: 900, unit: troops", "900 troops", []),
        ("share", "value: 900, unit: troops", "900 troops", ["figure.compare"]),
        ("ratio", "value: 900, unit: tanks", "900 tanks", ["figure.compare"]),
        ("ratio", "value: dozens, unit: troops", "dozens of troops", ["figure.compare"]),
    ],
)
def test_what_does_not_compare_is_refused(
    by: str, value: str, words: str, found: list[str]
) -> None:
    sheet = SHEET.format(to="syria", by=by, value=value, words=words)
    assert rules(ARTICLE, "figure.", figures=sheet) == found


def test_five_months_do_not_compare_with_a_year() -> None:
    value = "value: 900, unit: troops, period: 2023, date_from: the ministry"
    sheet = SHEET.format(to="syria", by="ratio", value=value, words="900 troops")
    assert rules(ARTICLE, "figure.", figures=sheet) == ["figure.compare"]


@pytest.mark.parametrize(("period", "found"), [("2023-05-04", []), ("2023-05", ["figure.compare"])])
def test_what_happened_on_a_day_compares_with_what_is_true_on_another(
    period: str, found: list[str]
) -> None:
    value = f"value: 900, unit: troops, period: {period}, date_from: the ministry"
    sheet = SHEET.format(to="syria", by="ratio", value=value, words="900 troops")
    now = sheet.replace(
        "unit: troops, kind", "unit: troops, as_of: 2024-09-11, date_from: a count, kind", 1
    )
    assert rules(ARTICLE, "figure.", figures=now) == found


@pytest.mark.parametrize(
    ("kind", "refused"), [("legal limit", []), ("estimate", ["figure.compare"])]
)
def test_a_limit_goes_for_any_time(kind: str, refused: list[str]) -> None:
    sheet = f"""
    figures:
      - {{id: fund, label: Fund, value: 41, unit: EUR, kind: measured, period: 2023, date_from: the bank,
         evidence: 41 euros, compare: {{to: floor, by: share}}}}
      - {{id: floor, label: Floor, value: 55, unit: EUR, kind: {kind}, evidence: 55 euros}}
    """
    found = rules("It has 41 euros, short of the 55 euros required.", "figure.", figures=sheet)
    assert found == refused


def test_a_figure_does_not_compare_with_itself() -> None:
    sheet = SHEET.format(
        to="iraq", by="ratio", value="value: 900, unit: troops", words="900 troops"
    )
    assert rules(ARTICLE, "figure.", figures=sheet) == ["figure.compare"]


@pytest.mark.parametrize(
    ("article", "units"),
    [
        ("It is 32 kms long, of which 16 km are paved.", ("kms", "km")),
        ("It cost 32 US dollars, and then USD 16 more.", ("US dollars", "USD")),
        ("It cost 32 forints, and then HUF 16 more.", ("forints", "HUF")),
        ("It fell by 32 per cent, and by 16% again.", ("per cent", "pct")),
    ],
)
def test_a_unit_is_the_same_however_it_is_spelled(article: str, units: tuple[str, str]) -> None:
    sheet = f"""
    figures:
      - {{id: a, label: One, value: 32, unit: {units[0]}, kind: measured, evidence: "{article}",
         compare: {{to: b, by: difference}}}}
      - {{id: b, label: Two, value: 16, unit: {units[1]}, kind: measured, evidence: "{article}"}}
      - {{id: c, label: Sum, value: 48, unit: {units[1]}, kind: measured, derived: {{how: a + b}}}}
    """
    assert rules(article, "agreement.unit", figures=sheet) == []
    assert rules(article, "figure.compare", figures=sheet) == []
    assert rules(article, "derived.unit", figures=sheet) == []


def test_a_sum_of_two_spellings_counts_what_its_parts_count() -> None:
    article = "It is 32 kms long, of which 16 km are paved."
    sheet = f"""
    figures:
      - {{id: a, label: One, value: 32, unit: kms, kind: measured, evidence: "{article}"}}
      - {{id: b, label: Two, value: 16, unit: km, kind: measured, evidence: "{article}"}}
      - {{id: c, label: Sum, value: 48, unit: miles, kind: measured, derived: {{how: a + b}}}}
    """
    assert rules(article, "derived.unit", figures=sheet) == ["derived.unit"]


@pytest.mark.parametrize(
    ("unit", "found"), [("USD/month", []), ("USD", []), ("tanks", ["derived.unit"])]
)
def test_money_divided_by_months_stays_money(unit: str, found: list[str]) -> None:
    article = "Trade came to 5 million US dollars in 5 months."
    sheet = f"""
    figures:
      - {{id: a, label: One, value: 5 million, unit: USD, kind: measured, evidence: "{article}"}}
      - {{id: b, label: Two, value: 5, unit: months, kind: measured, evidence: "{article}"}}
      - {{id: c, label: Mean, value: 1 million, unit: {unit}, kind: estimate, derived: {{how: a / b}}}}
    """
    assert rules(article, "derived.unit", figures=sheet) == found
