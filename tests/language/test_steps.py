"""What fell by one number to another has two numbers; what may fall by one or another has a range."""

from datetime import date
from decimal import Decimal

import pytest

from dateline.language.en import find_dates, find_quantities


def words(text: str) -> list[str]:
    return [found.text for found in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fees fell by £4.3m to £8.1m after the sponsor left.", ["£4.3m", "£8.1m"]),
        ("Wages rose by €2m to €5m.", ["€2m", "€5m"]),
        ("Sales fell by 4 tonnes to 9 tonnes.", ["4 tonnes", "9 tonnes"]),
        ("It had cut its debt by $1.2bn to $2.9bn.", ["$1.2bn", "$2.9bn"]),
        ("The toll rose by 12 to 30.", ["12", "30"]),
    ],
)
def test_a_step_that_was_taken_and_where_it_led(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Costs could rise by £2m to £5m.", ["£2m to £5m"]),
        ("The company expects costs to fall by £2m to £5m.", ["£2m to £5m"]),
        ("Fees typically rose by £2 to £5.", ["£2 to £5"]),
        ("Prices rose by 3 to 5 percent.", ["3 to 5 percent"]),
        ("Rents fell by 40 to 70 euros.", ["40 to 70 euros"]),
    ],
)
def test_what_may_be_either_is_a_range(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Reports had put the number of dead at 29.",
        "The ministry put the dead at 29.",
        "It gave the toll of the dead at about 29.",
    ],
)
def test_so_many_dead_are_no_age(text: str) -> None:
    assert [found.unit for found in find_quantities(text)] == [None]


@pytest.mark.parametrize(
    "text", ["He was found dead at 29.", "The singer, dead at 27, was French."]
)
def test_who_is_dead_at_29_was_29_years_old(text: str) -> None:
    assert [found.unit for found in find_quantities(text)] == ["year"]


@pytest.mark.parametrize(
    "text", ["Their worst result in a decade.", "The largest loss in ten years."]
)
def test_a_decade_is_ten_years(text: str) -> None:
    (found,) = find_quantities(text)
    assert found.low == Decimal(10)
    assert found.unit == "year"


def test_so_much_more_than_a_year_before_is_one_amount() -> None:
    assert words("It is £25m more than a year before.") == ["£25m"]


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("It stood at £212m in June 2024, up from £187m a year before.", ("2023-06", "2023")),
        ("It will return in 2027-28 at the earliest.", ("2027/..", "2027-04/..", "2027-07/..", "2027-10/..")),
    ],
)  # fmt: skip
def test_a_year_before_and_a_year_of_accounts_have_their_dates(
    text: str, readings: tuple[str, ...]
) -> None:
    assert find_dates(text, written=date(2024, 9, 11))[-1].readings == readings


@pytest.mark.parametrize("text", ["It is more than a year before.", "It came two years before."])
def test_how_long_before_something_gives_no_day(text: str) -> None:
    assert find_dates(text, written=date(2024, 9, 11)) == ()
