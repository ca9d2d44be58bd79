"""What the heads of tables say: "EUR bn", "Growth (%)", "Jan-Oct 25", "Change on 2024"."""

from __future__ import annotations

import json

import pytest

from tests.small_site import checked, problems


def read(head: str, cell: str = "5") -> tuple[str, str | None]:
    """What coverage reads in a cell below the head: the value, with its unit."""
    coverage = checked(f"| Place | {head} |\n|---|---|\n| Ostrow | {cell} |").coverage
    (found,) = (item for item in coverage if item.kind == "quantity")
    fields = dict(found.fields)
    return found.reading, fields.get("period", fields.get("as_of"))


@pytest.mark.parametrize(
    ("head", "reading"),
    [
        ("Growth (%)", "5 percent"),
        ("Growth, in per cent", "5 percent"),
        ("Debt, % of GDP", "5 percent"),
        ("Change (pp)", "5 percentage points"),
        ("Exports, € bn", "5 billion EUR"),
        ("Exports in billion euros", "5 billion EUR"),
        ("Trade (EUR bn)", "5 billion EUR"),
        ("Trade, $ million", "5 million USD"),
        ("Yen, trillion", "5 trillion JPY"),
        ("Wheat, thousand tonnes", "5,000 tonne"),
        ("People (’000)", "5,000"),
        ("Trips in thousands", "5,000"),
        ("Brent, USD per barrel", "5 USD/barrel"),
        ("Forints per euro", "5 HUF/EUR"),
        ("£’000", "5,000 GBP"),
        ("$000s", "5,000 USD"),
        ("Rs crore", "50 million INR"),
        ("Millions of Canadian dollars", "5 million CAD"),
        ("Distance, km", "5 kilometre"),
        # Not units, or not certain ones.
        ("Deaths", "5"),
        ("Dead per 100,000", "5"),
        ("Seen within four hours", "5"),
        ("Treated in 18 weeks", "5"),
        ("Second", "5"),
        ("Share in the total", "5"),
        ("Height, m", "5"),
        ("Dollars, change in %", "5"),
    ],
)
def test_a_head_gives_unit_and_scale(head: str, reading: str) -> None:
    assert read(head)[0] == reading


@pytest.mark.parametrize(
    ("cell", "reading"),
    [
        ("5.10", "5.10 billion EUR"),
        ("€5", "5 billion EUR"),
        ("€5m", "5 million EUR"),
        ("5%", "5 percent"),
        ("1950", "1.95 trillion EUR"),
        ("3.1–3.5", "3.1 to 3.5 billion EUR"),
        ("12–15", "12 to 15 billion EUR"),
        ("61 200", "61.2 trillion EUR"),
        ("5 (Aug 2023)", "5 billion EUR"),
        ("(−)", None),
    ],
)
def test_a_cell_may_know_better(cell: str, reading: str | None) -> None:
    found = checked(f"| Place | € bn |\n|---|---|\n| Ostrow | {cell} |").coverage
    quantities = [item.reading for item in found if item.kind == "quantity"]
    assert quantities == ([reading] if reading else [])


def test_a_range_is_one_without_a_unit_unless_it_may_be_a_score() -> None:
    article = "| Team | Games | Growth |\n|---|---|---|\n| Ostrow | 3–8 | 3.1 to 3.5 |"
    found = [item.reading for item in checked(article).coverage if item.kind == "quantity"]
    assert "3.1 to 3.5" in found
    assert "3 to 8" not in found


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("2023", "2023"),
        ("2023, %", "2023"),
        ("2025 (forecast)", "2025"),
        ("2025f", "2025"),
        ("2025-26e", "2025/2026"),
        ("2025 Q3", "2025-07/2025-09"),
        ("Q3 25", "2025-07/2025-09"),
        ("Jan-Oct 2023", "2023-01/2023-10"),
        ("Dec ’23", "2023-12"),
        ("On 5 May 2023", "2023-05-05"),
        ("Change in 2023", "2023"),
        ("Total", None),
        ("Change on 2023", None),
        ("Index (2015 = 100)", None),
    ],
)
def test_a_head_gives_a_date(head: str, period: str | None) -> None:
    assert read(head)[1] == period


def test_a_cell_may_add_a_date_of_its_own() -> None:
    assert read("Now", "5 (Aug 2023)") == ("5", "2023-08")
    assert read("2022", "5 (Aug 2023)") == ("5", "2023-08")


def test_a_date_without_a_year_may_be_of_any_near_and_two_digits_may_be_the_year() -> None:
    article = "| Price | Nov 25 |\n|---|---|\n| Bread | 5 |"
    own = {"id": "f", "label": "L", "kind": "price", "value": "5", "unit": "EUR"}
    own["evidence"] = {"row": "Bread", "column": "Nov 25"}  # type: ignore[assignment]
    for day, is_right in (
        ("2023-11-25", True),
        ("2024-11-25", True),
        ("2025-11", True),
        ("2024-11-26", False),
        ("2024-10-25", False),
    ):
        sheet = json.dumps({"figures": [{**own, "as_of": day}]})
        found = problems(article, "agreement.", figures=sheet)
        assert [problem.rule for problem in found] == ([] if is_right else ["agreement.date"])


FISCAL = """
    The firm's financial year {says}.

    | Place  | 2023-24 | FY25 | Change | +/− |
    |--------|--------:|-----:|-------:|----:|
    | Ostrow |     7.5 |  8.5 |    +13% |  +1 |
"""


def fiscal(says: str, column: str, period: str) -> list[str]:
    own = {"id": "f", "label": "Catch", "kind": "measured", "period": period}
    value = {"2023-24": 7.5, "FY25": 8.5, "Change": 13, "+/−": 1}[column]
    own |= {"value": str(value), "evidence": {"row": "Ostrow", "column": column}}  # type: ignore[dict-item]
    if column == "Change":
        own["unit"] = "percent"
    found = problems(FISCAL.format(says=says), "agreement.", figures=json.dumps({"figures": [own]}))
    return [problem.rule for problem in found]


@pytest.mark.parametrize(
    ("column", "period", "is_right"),
    [
        ("2023-24", "2023/2024", True),
        ("2023-24", "2023-04/2024-03", True),
        ("2023-24", "2023-07/2024-06", True),
        ("2023-24", "2023-04-01/2024-03-31", True),
        ("2023-24", "2023-04/2024-04", False),
        ("2023-24", "2024-04/2025-03", False),
        ("FY25", "2024-07/2025-06", True),
        ("FY25", "2025", True),
        ("FY25", "2023-07/2024-06", False),
        ("Change", "2023-04/2024-03", True),
        ("+/−", "2023-04/2024-03", True),
        ("+/−", "2022-04/2023-03", False),
    ],
)
def test_a_fiscal_year_is_any_twelve_months_from_its_first_year_into_its_second(
    column: str, period: str, is_right: bool
) -> None:
    assert (fiscal("was hard", column, period) == []) is is_right


@pytest.mark.parametrize(
    ("says", "begins_in_april"),
    [
        ("begins on April 1", True),
        ("starts in April", True),
        ("that ended on 31 March was hard", True),
        ("which begins on 1 July is the same everywhere", False),
    ],
)
def test_where_the_article_says_when_years_begin_no_other_months_are_one(
    says: str, begins_in_april: bool
) -> None:
    assert (fiscal(says, "2023-24", "2023-04/2024-03") == []) is begins_in_april
    assert (fiscal(says, "2023-24", "2023-07/2024-06") == []) is not begins_in_april
    assert fiscal(says, "2023-24", "2023/2024") == []


@pytest.mark.parametrize(
    ("begins", "period", "is_right"),
    [
        ("It begins its fiscal year on 1 July.", "2023/2024", True),
        ("Its fiscal year begins on 1 July.", "2023-07/2024-06", True),
        ("Its fiscal year begins on 1 July.", "2023-04/2024-03", False),
        ("It fishes.", "2023-07/2024-06", True),
        ("It fishes.", "2023-05/2024-04", False),
    ],
)
def test_a_sentence_has_the_twelve_months_that_the_article_names(
    begins: str, period: str, is_right: bool
) -> None:
    body = f"{begins} Ostrow caught 80 tonnes in 2023-24."
    own = {"id": "f", "label": "Catch", "kind": "measured", "value": "80", "unit": "tonnes"}
    own |= {"period": period, "evidence": "80 tonnes in 2023-24"}
    found = problems(body, "agreement.", figures=json.dumps({"figures": [own]}))
    assert (found == []) is is_right


@pytest.mark.parametrize(
    ("line", "reading"),
    [
        ("What it spends, in millions of dollars:", "5 million USD"),
        ("What the city spends, in millions of dollars, is below.", "5 million USD"),
        ("Figures are in thousands of rupees.", "5,000 INR"),
        ("It lost millions of dollars.", "5"),
    ],
)
def test_a_line_over_a_table_gives_unit_and_scale(line: str, reading: str) -> None:
    coverage = checked(f"{line}\n\n| Place | 2023 |\n|---|---|\n| Ostrow | 5 |").coverage
    assert [item.reading for item in coverage if item.kind == "quantity"][-1] == reading


@pytest.mark.parametrize(
    ("unit", "refused"), [("GBP", False), ("pounds", False), ("USD", True), ("EUR", True)]
)
def test_pounds_over_a_table_are_money_or_a_weight(unit: str, refused: bool) -> None:
    body = "The catch, in thousands of pounds:\n\n| Place | 2023 |\n|---|---|\n| Ostrow | 5 |"
    own = {"id": "f", "label": "Catch", "kind": "measured", "value": "5 thousand", "unit": unit}
    own["evidence"] = {"row": "Ostrow", "column": "2023"}  # type: ignore[assignment]
    found = problems(body, "agreement.unit", figures=json.dumps({"figures": [own]}))
    assert bool(found) is refused


@pytest.mark.parametrize(
    ("corner", "date", "is_right"),
    [
        ("€m, year to 30 June", {"period": "2023-07/2024-06"}, True),
        ("€m, year to 30 June", {"period": "2023-07-01/2024-06-30"}, True),
        ("€m, year to 30 June", {"as_of": "2024-06-30"}, True),
        ("€m, year to 30 June", {"as_of": "2024-06"}, True),
        ("€m, year to 30 June", {"period": "2024"}, False),
        ("€m, year to 30 June", {"as_of": "2024-12-31"}, False),
        ("€m, year to 30 June", {"period": "2024-07/2025-06"}, False),
        ("Years ended June 30, €m", {"period": "2023-07/2024-06"}, True),
        ("At 31 March", {"as_of": "2024-03-31"}, True),
        ("At 31 March", {"period": "2024-01/2024-12"}, False),
        ("31 December", {"as_of": "2024-12-31"}, True),
        ("31 December", {"period": "2024"}, True),
        ("Year to 5 April", {"as_of": "2024-04-05"}, True),
        ("Year to 5 April", {"period": "2023-04-06/2024-04-05"}, True),
        ("Place", {"period": "2024"}, True),
        ("Place", {"as_of": "2024-06-30"}, False),
    ],
)
def test_a_year_below_the_day_that_it_ends_on_is_that_year(
    corner: str, date: dict[str, str], is_right: bool
) -> None:
    own = {"id": "f", "label": "Sales", "kind": "measured", "value": "8 million", "unit": "EUR"}
    own |= {"evidence": {"row": "Sales", "column": "2024"}, **date}  # type: ignore[dict-item]
    for over, first in ((corner, "Sum"), ("", corner)):
        table = f"{over}\n\n| {first} | 2023 | 2024 |\n|---|---|---|\n| Sales | €7m | €8m |"
        found = problems(table, "agreement.", figures=json.dumps({"figures": [own]}))
        assert ([problem.rule for problem in found] == []) is is_right


def test_where_a_date_is_from_does_not_make_it_another_year_than_the_table_has() -> None:
    table = "| At 30 June | 2023 | 2024 |\n|---|---|---|\n| Debt | €7m | €8m |"
    own = {"id": "f", "label": "Debt", "kind": "measured", "value": "8 million", "unit": "EUR"}
    own |= {"evidence": {"row": "Debt", "column": "2024"}, "date_from": "the balance sheet"}  # type: ignore[dict-item]
    for day, is_right in (("2024-06-30", True), ("2023-06-30", False)):
        sheet = json.dumps({"figures": [own | {"as_of": day}]})
        found = problems(table, "agreement.", figures=sheet)
        assert ([problem.rule for problem in found] == []) is is_right


def test_a_year_to_a_day_says_when_the_years_of_a_sentence_begin() -> None:
    body = (
        "Sales in the year to 30 June 2024 were down. The firm hopes to sell 90 ships in 2025-26."
    )
    own = {"id": "f", "label": "Ships", "kind": "target", "value": "90", "unit": "ships"}
    for period, is_right in (
        ("2025-07/2026-06", True),
        ("2025/2026", True),
        ("2025-04/2026-03", False),
    ):
        fact = own | {"period": period, "evidence": "90 ships in 2025-26"}
        found = problems(body, "agreement.", figures=json.dumps({"figures": [fact]}))
        assert ([problem.rule for problem in found] == []) is is_right
