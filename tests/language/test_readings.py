"""What an expression may mean, where it depends on the verb, the day or what was said before."""

import datetime as dt

import pytest

from dateline.language.en import find_dates

WRITTEN = dt.date(2024, 9, 11)  # a Wednesday


def readings(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(date.text, date.readings, date.kind) for date in find_dates(text, written=WRITTEN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed on Sunday.", ("2024-09-08",)),
        ("It will close on Sunday.", ("2024-09-15",)),
        ("Closed on Sunday", ("2024-09-08",)),
        ("Sunday, in the park", ("2024-09-08", "2024-09-15")),
        ("It closed on Wednesday.", ("2024-09-11",)),
        ("last Friday", ("2024-09-06", "2024-08-30")),
        ("It voted by seven votes to five on Monday to close.", ("2024-09-09",)),
        ("It votes on Monday to close.", ("2024-09-16",)),
        ("The map was due on 3 May but came a week late.", ("2024-05-03",)),
        ("The map was due on Monday and was never published.", ("2024-09-09",)),
        ("The map was due by 3 August.", ("../2024-08-03",)),
        ("Work had been due to begin on Monday.", ("2024-09-09", "2024-09-16")),
        ("The schools will stay closed on Tuesday.", ("2024-09-17",)),
        ("The schools stayed closed on Tuesday.", ("2024-09-10",)),
        ("It ended in March.", ("2024-03",)),
        ("It will end in March.", ("2025-03",)),
        ("due on 3/9 in", ("2024-09-03", "2025-03-09")),
        ("on 11/09/2024 he", ("2024-09-11", "2024-11-09")),
        ("10 or 11 September 2024", ("[2024-09-10,2024-09-11]",)),
        (
            "2003-04",
            ("2003/2004", "2003-04", "2003-04/2004-03", "2003-07/2004-06", "2003-10/2004-09"),
        ),
        ("2003-05", ("2003/2005", "2003-05")),
        ("29 February", ("2024-02-29",)),
        ("the end of 2023", ("2023-12", "2023")),
        ("Friday 13 September", ("2024-09-13",)),
    ],
)
def test_all_readings_the_likeliest_first(text: str, expected: tuple[str, ...]) -> None:
    assert [found[1] for found in readings(text)] == [expected]


def test_a_date_relative_to_another_counts_from_the_last_in_its_paragraph() -> None:
    text = "They met on 5 May 2021. Two days later they signed.\n\nA day earlier it rained."
    assert [found[1] for found in readings(text)] == [
        ("2021-05-05",),
        ("2021-05-07",),
        ("2024-09-10",),
    ]


@pytest.mark.parametrize(
    ("text", "reading", "misfit"),
    [
        ("On Friday, 13 September, it begins.", "2024-09-13", False),
        ("On Thursday, 13 September, it begins.", "2024-09-13", True),
        ("It begins on Thurs., Sept. 13.", "2024-09-13", True),
        ("On Thursday, 13 September 2024, it begins.", "2024-09-13", True),
        ("It began on Saturday, 13 July.", "2024-07-13", False),
    ],
)
def test_a_weekday_that_contradicts_its_day_moves_no_year(
    text: str, reading: str, misfit: bool
) -> None:
    (found,) = find_dates(text, written=WRITTEN)
    assert (found.readings, found.misfit) == ((reading,), misfit)


def test_the_year_just_spoken_of_is_a_reading_too() -> None:
    found = readings("He was held in February 1997. On 20 August he confessed.")
    assert found[1][1] == ("2024-08-20", "1997-08-20")


def test_a_range_to_what_follows_nothing_named_is_left_alone() -> None:
    assert readings("Shops shut from March to the following weekend.") == []


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("They meet next Monday.", False),
        ("They meet next Friday.", True),  # of this week or the next
        ("Sunday, in the park", True),
        ("It closed on Sunday.", False),
        ("They met on 5 May 2021. On Friday they signed.", True),
        ("In 1986 they met. It closed on 18 May.", True),
    ],
)
def test_readings_are_open_where_none_is_much_the_likeliest(text: str, is_open: bool) -> None:
    assert find_dates(text, written=WRITTEN)[-1].open is is_open


@pytest.mark.parametrize(
    ("text", "is_certain"),
    [
        ("It began in 1960.", True),
        ("It began on 3 May 2020.", True),
        ("It began last month.", True),
        ("It began on Sunday.", False),
        ("It began in May.", False),
        ("It began on 3/9/2020.", False),
    ],
)
def test_a_date_is_certain_where_its_year_is_named(text: str, is_certain: bool) -> None:
    (found,) = find_dates(text, written=WRITTEN)
    assert found.is_certain is is_certain


@pytest.mark.parametrize("year", [1066, 1581])
def test_no_weekday_is_compared_before_the_gregorian_calendar(year: int) -> None:
    (found,) = find_dates(f"It fell on Monday, 25 December {year}.", written=WRITTEN)
    assert (found.readings, found.misfit) == ((f"{year}-12-25",), False)


def test_what_comes_later_than_nothing_named_is_vague() -> None:
    assert readings("Two days later they signed.") == [("Two days later", (), "vague")]


@pytest.mark.parametrize(
    "text",
    [
        "on 2024-02-31",
        "on 2024-09-00",
        "the player of the year",
        "every Friday",
        "a Sunday Times reporter",
        "Theresa May said",
        "they may march 12 miles",
        "for $1,990 each",
        "some 2000 people",
        "Flight 1549",
        "the second quarter, with a touchdown",
        "a summer holiday",
        "at 1430 GMT",
    ],
)
def test_what_is_not_a_date(text: str) -> None:
    assert readings(text) == []


def test_the_year_of_publication_is_no_matter_of_the_clock() -> None:
    (found,) = find_dates("on New Year's Eve it fell", written=dt.date(1999, 1, 2))
    assert found.readings == ("1998-12-31",)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("She was found guilty last month of two counts of fraud.", "2024-08"),
        ("She was convicted last week of theft.", "2024-09-02/2024-09-08"),
        ("She was cleared this week of theft.", "2024-09-09/2024-09-15"),
        ("She was acquitted earlier this month of theft.", "2024-09"),
        ("She was accused last weekend of theft.", "2024-09-07/2024-09-08"),
        ("The mill ran out last year of money.", "2023"),
        ("It was warned last quarter of a shortage.", "2024-04/2024-06"),
        ("She was accused in May 2020, and cleared later that year of theft.", "2020"),
    ],
)
def test_what_somebody_was_found_guilty_of_takes_no_date_away(text: str, reading: str) -> None:
    assert readings(text)[-1][1][0] == reading


@pytest.mark.parametrize(
    "text",
    [
        "Its last month of trading was bad.",
        "The mill's last year of work was bad.",
        "In her last week of rehearsals she fell.",
        "They lost last week of the season.",
        "The council approved this week of action.",
        "He left in this year of crisis.",
        "Last week of rehearsals: a diary",
    ],
)
def test_a_month_that_is_named_by_what_it_is_of_is_not_that_of_publication(text: str) -> None:
    assert readings(text) == []
