"""Dates as the table of the content format has them: read, shown, sorted, and refused in words."""

from __future__ import annotations

import datetime as dt
import pickle
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.dates import (
    CivilDate,
    Date,
    DateError,
    contains,
    edtf_text,
    exact_bounds,
    first_day,
    html_datetime,
    last_day,
    parse_date,
    show_civil,
    show_date,
    sort_key,
    weekday_name,
)

SHOWN = {
    "2024-09-11": "11 September 2024",
    "2024-09": "September 2024",
    "2018": "2018",
    "199X": "the 1990s",
    "0079-08-24": "24 August AD 79",
    "2024-09~": "about September 2024",
    "2024-09-11?": "11 September 2024 (uncertain)",
    "2003%": "about 2003 (uncertain)",
    "2024-01/2024-05": "January to May 2024",
    "2023-12/2024-01": "December 2023 to January 2024",
    "2024-09-08/2024-09-11": "8 to 11 September 2024",
    "2024-08-30/2024-09-02": "30 August to 2 September 2024",
    "2023-12-30/2024-01-02": "30 December 2023 to 2 January 2024",
    "2018/2020": "2018 to 2020",
    "2018/2020-03": "2018 to March 2020",
    "2024-01-03/2024-05": "3 January to May 2024",
    "2024-01/2024-05-03": "January to 3 May 2024",
    "198X/199X": "the 1980s to the 1990s",
    "2003~/2005~": "about 2003 to 2005",
    "-0349~/0075": "about 350 BC to AD 75",
    "2003/2005~": "2003 to about 2005",
    "2003?/2005": "2003 (uncertain) to 2005",
    "2003/2005?": "2003 to 2005 (uncertain)",
    "2003/..": "since 2003",
    "2003-03-20/..": "since 20 March 2003",
    "2003~/..": "since about 2003",
    "../2026-12": "by the end of December 2026",
    "../2026": "by the end of 2026",
    "../2026-12-31": "by 31 December 2026",
    "../2026~": "by about the end of 2026",
    "[2024-09-10,2024-09-11]": "10 or 11 September 2024",
    "[2024-09-10, 2024-09-11]": "10 or 11 September 2024",
    "[2024-09-11,2024-09-10]": "10 or 11 September 2024",
    "[2024-08-30,2024-09-02]": "30 August or 2 September 2024",
    "[2018,2020]": "2018 or 2020",
    "[2024-09-10,2024-09-11,2024-09-12]": "10, 11 or 12 September 2024",
    "{2024-09-10,2024-09-11}": "10 and 11 September 2024",
    "{2024-08-30, 2024-09-02}": "30 August and 2 September 2024",
    "{2018,2020,2022}": "2018, 2020 and 2022",
    "2027-mid": "mid-2027",
    "2024-09-early": "early September 2024",
    "199X-late": "the late 1990s",
    "../2027-mid": "by mid-2027",
    "2027-late/..": "since late 2027",
    "2024-early/2024-mid": "early 2024 to mid-2024",
    "-0043": "44 BC",
    "-0043-03-15": "15 March 44 BC",
    "0000": "1 BC",
    "-0009~": "about 10 BC",
    "-0026/0014": "27 BC to AD 14",
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.items())
def test_every_form_is_shown_in_its_shortest_clear_words(text: str, shown: str) -> None:
    assert show_date(parse_date(text)) == shown


def test_the_weekday_is_worked_out_for_one_known_day_only() -> None:
    assert show_date(parse_date("2024-09-11"), weekday=True) == "Wednesday, 11 September 2024"
    for text in ("2024-09", "2024-09-11~", "2024-09-08/2024-09-11", "2024-09-11/.."):
        assert show_date(parse_date(text), weekday=True) == show_date(parse_date(text))
    assert weekday_name(CivilDate(year=2000, month=2, day=29)) == "Tuesday"
    assert weekday_name(CivilDate(year=2000, month=2)) is None


def test_a_reason_stands_beside_the_doubt() -> None:
    date = parse_date("2024-09-11?")
    reason = "agencies differ"
    assert show_date(date, reason=reason) == "11 September 2024 (uncertain: agencies differ)"
    assert show_date(parse_date("2024-09-11"), reason=reason) == "11 September 2024"


def test_a_date_is_read_into_its_form_and_parts() -> None:
    september = CivilDate(year=2024, month=9)
    assert parse_date(" 2024-09~ ") == Date(
        text="2024-09~", form="point", start=september, end=september, approximate=True
    )
    since, until = parse_date("2024-09/.."), parse_date("../2024-09?")
    assert (since.form, since.start, since.end) == ("since", september, None)
    assert (until.form, until.start, until.end) == ("until", None, september)
    assert (until.approximate, until.uncertain) == (False, True)
    choice = parse_date("[2024-09-11,2024-08]")
    days = (CivilDate(year=2024, month=8), CivilDate(year=2024, month=9, day=11))
    assert (choice.form, choice.start, choice.end, choice.choices) == ("one-of", *days, days)


def test_sorting_by_start_then_coarser_first() -> None:
    in_order = [
        "../2002-12-31",
        "2003/..",
        "2003",
        "2003-03-20",
        "../2003",
        "201X",
        "2018/2020",
        "2018",
        "2018-01",
        "2018-01-01",
        "2024-09/2024-12",
        "2024-09",
        "2024-09-01",
        "[2024-09-10,2024-09-12]",
        "2024-09-10",
        "2024-09-11?",
        "2024-10",
        "../2026-12",
        "2026-12-31",
        "2027",
    ]
    read = [parse_date(text) for text in reversed(in_order)]
    assert [date.text for date in sorted(read, key=sort_key)] == in_order


def test_dates_of_equal_rank_keep_the_order_of_the_file() -> None:
    assert sort_key(parse_date("2024-09~")) == sort_key(parse_date("2024-09"))


def test_bounds_are_what_the_words_allow_and_open_ends_stay_open() -> None:
    def bounds(text: str) -> tuple[str, str]:
        date = parse_date(text)
        return str(first_day(date)), str(last_day(date))

    assert bounds("2024-02") == ("2024-02-01", "2024-02-29")
    assert bounds("199X") == ("1990-01-01", "1999-12-31")
    assert bounds("2018/2020-03") == ("2018-01-01", "2020-03-31")
    assert bounds("2003/..") == ("2003-01-01", "None")
    assert bounds("../2026-12") == ("None", "2026-12-31")
    assert bounds("[2024-09-10,2024-10]") == ("2024-09-10", "2024-10-31")


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("2024", "2024-09-11", True),
        ("2024-09-11", "2024", False),
        ("2024-01/2024-05", "2024-05-31", True),
        ("2024-01/2024-05", "2024-05/2024-06", False),
        ("2003/..", "2024", True),
        ("2003/..", "2004/..", True),
        ("2003/2025", "2004/..", False),
        ("../2026-12", "2003/2026", True),
        ("../2026-12", "2003/..", False),
        ("[2024-09-10,2024-09-12]", "2024-09-12", True),
        ("[2024-09-10,2024-09-12]", "2024-09-11", False),
        ("2024-09", "[2024-09-10,2024-09-12]", True),
    ],
)
def test_a_span_holds_another(outer: str, inner: str, holds: bool) -> None:
    assert contains(parse_date(outer), parse_date(inner)) is holds


@pytest.mark.parametrize("text", ["2024-09-11", "2024-09", "2018", "0079"])
def test_html_gets_what_it_can_say(text: str) -> None:
    assert html_datetime(parse_date(text)) == text


@pytest.mark.parametrize("text", ["2018~", "2018?", "199X", "2018/2019", "2018/..", "../2018"])
def test_html_gets_nothing_that_it_cannot_say(text: str) -> None:
    assert html_datetime(parse_date(text)) is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2027-mid", "2027-05~/2027-08~"),
        ("2024-09-late", "2024-09-21~/2024-09-30~"),
        ("199X-early", "1990-01~/1992-12~"),
        ("2027-early/..", "2027-01~/.."),
        ("../2027-mid", "../2027-08~"),
        ("2024-06", "2024-06"),
        ("{2024-06-04,2024-06-05}", "{2024-06-04,2024-06-05}"),
        ("-0043-03-15", "-0043-03-15"),
    ],
)
def test_data_files_have_nothing_that_edtf_lacks(text: str, edtf: str) -> None:
    assert edtf_text(parse_date(text)) == edtf


def test_days_before_christ_are_in_order_and_out_of_reach_of_calendars() -> None:
    in_order = ["-0500", "-0043-03-15", "-0043-12-31", "0000-01-01", "0000-12-31", "0001-01-01"]
    dates = [parse_date(text) for text in in_order]
    shuffled = [*dates[3:], *dates[:3]]
    assert sorted(shuffled, key=sort_key) == dates
    assert contains(parse_date("-0100/0014"), dates[1])
    assert exact_bounds(dates[1]) == (None, None)
    assert exact_bounds(parse_date("-0026/0014")) == (None, dt.date(14, 12, 31))
    assert html_datetime(dates[1]) is None


def test_no_weekday_is_worked_out_before_the_gregorian_calendar() -> None:
    assert show_date(parse_date("1582-10-14"), weekday=True) == "14 October 1582"
    assert show_date(parse_date("1582-10-15"), weekday=True) == "Friday, 15 October 1582"
    assert show_date(parse_date("-0043-03-15"), weekday=True) == "15 March 44 BC"


# Refusals: what an editor types, and what the message tells them to write.

ADVISED = {
    "2024-9-1": "2024-09-01",
    "2024/09/11": "2024-09-11",
    "11.9.2024": "2024-09-11 or 2024-11-09",
    "11/9/2024": "2024-09-11 or 2024-11-09",
    "9/11/2024": "2024-11-09 or 2024-09-11",
    "25/9/2024": "2024-09-25",
    "9/25/2024": "2024-09-25",
    "9/9/2024": "2024-09-09",
    "9/2024": "2024-09",
    "2024/09": "2024-09",
    "2008/09": "2008-09 or 2008/2009",
    "2018/20": "2018/2020",
    "20240911": "2024-09-11",
    "202409": "2024-09",
    "2024–09–11": "2024-09-11",
    "Sept 2024": "2024-09",
    "September 2024": "2024-09",
    "11 September 2024": "2024-09-11",
    "Sept. 11th, 2024": "2024-09-11",
    "Wednesday, the 11th of September 2024": "2024-09-11",
    "2024-09-XX": "2024-09",
    "2024-XX-XX": "2024",
    "199x": "199X",
    "1990s": "199X",
    "the 1990’s": "199X",
    "2024-Q3": "2024-07/2024-09",
    "Q4 2024": "2024-10/2024-12",
    "c. 2003": "2003~",
    "ca 2003": "2003~",
    "circa Sept 2003": "2003-09~",
    "about 2003": "2003~",
    "2003 (?)": "2003?",
    "possibly May 2003": "2003-05?",
    "late September 2024": "2024-09-late",
    "mid-2024": "2024-mid",
    "early 1990s": "199X-early",
    "the start of 2027": "2027-early",
    "by mid-2027": "../2027-mid",
    "44 BC": "-0043",
    "15 March 44 B.C.": "-0043-03-15",
    "4 and 5 June 2024": "{2024-06-04,2024-06-05}",
    "{2024-06-04}": "2024-06-04",
    "2024-09-11 to 2024-09-12": "2024-09-11/2024-09-12",
    "2024-09-11–2024-09-12": "2024-09-11/2024-09-12",
    "2018–2020": "2018/2020",
    "2018-2020": "2018/2020",
    "between 2003 and 2005": "2003/2005",
    "8 to 11 September 2024": "2024-09-08/2024-09-11",
    "September 8-11, 2024": "2024-09-08/2024-09-11",
    "January to May 2024": "2024-01/2024-05",
    "2018 to May 2020": "2018/2020-05",
    "Dec 2023 – Jan 2024": "2023-12/2024-01",
    "2024-9-1/2024-9-3": "2024-09-01/2024-09-03",
    "since 2003": "2003/..",
    "from 2003 onwards": "2003/..",
    "2003-": "2003/..",
    "2003/": "2003/..",
    "2003 to present": "2003/..",
    "/2026-12": "../2026-12",
    "by the end of December 2026": "../2026-12",
    "until 2026": "../2026",
    "10 or 11 September 2024": "[2024-09-10,2024-09-11]",
    "2003~/2005?": "2003%/2005%",
    "[2024-09-10]": "2024-09-10",
    "2024.": "2024",
}


@pytest.mark.parametrize(("text", "write"), ADVISED.items())
def test_a_slip_is_refused_with_the_right_form(text: str, write: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text)
    assert (refused.value.code, refused.value.fix) == ("date.malformed", f"write {write}")


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", "date.malformed", "names no date"),
        ("unknown", "date.malformed", "remove the field"),
        ("../..", "date.malformed", "names no date"),
        ("2024-09-11T12:00Z", "date.malformed", "write 2024-09-11, and 12:00Z in `time`"),
        ("11/9/2024", "date.malformed", "may be 11 September 2024 or 9 November 2024"),
        ("11 September", "date.malformed", "has no year"),
        ("11/9/24", "date.malformed", "year of two digits"),
        ("yesterday", "date.malformed", "depends on when it is read"),
        ("Sunday", "date.malformed", "depends on when it is read"),
        ("-44", "date.malformed", "write 44 BC as -0043"),
        ("-0000", "date.malformed", "write 44 BC as -0043 and 1 BC as 0000"),
        ("000X", "date.impossible", "before the year 0001"),
        ("-0043-02-30", "date.impossible", "February 44 BC has 28 days"),
        ("12024", "date.malformed", "not a year up to 9999"),
        ("2024-09-11-mid", "date.malformed", "is not a date"),
        ("2024-early/2024-03", "date.order", "one end inside the other"),
        ("19XX", "date.malformed", "names a century"),
        ("spring 2024", "date.malformed", "first and last day are not agreed"),
        ("{2023,or 2024}", "date.malformed", "is not a list of dates"),
        ("{2024-09,2024-09-11}", "date.malformed", "none contains another"),
        ("[..2024,2025]", "date.malformed", "two or more dates"),
        ("[2024-09,2024-09-11]", "date.malformed", "none contains another"),
        ("[2024,2024]", "date.malformed", "none contains another"),
        ("2024-02-30", "date.impossible", "February 2024 has 29 days; write a day from 01 to 29"),
        ("2023-02-29", "date.impossible", "February 2023 has 28 days; write a day from 01 to 28"),
        ("1900-02-29", "date.impossible", "February 1900 has 28 days"),
        ("2024-09-00", "date.impossible", "or 2024-09 if the day is not known"),
        ("2024-00-11", "date.impossible", "or 2024 if the month is not known"),
        ("2024-13", "date.impossible", "has month 13, but a year has 12; write a month from 01"),
        ("2024-13-09", "date.impossible", "write 2024-09-13 if month and day are swapped"),
        ("2024-31-02", "date.impossible", "has month 31, but a year has 12"),
        ("2018-20", "date.impossible", "write 2018/2020 for the years"),
        ("2024-01/2024-02-30", "date.impossible", "February 2024 has 29 days"),
        ("30 February 2024", "date.impossible", "February 2024 has 29 days"),
        ("2024-05/2024-01", "date.order", "ends before it begins; write 2024-01/2024-05"),
        ("2024-05/2024-05", "date.order", "ends where it begins; write 2024-05"),
        ("2024/2024-05", "date.order", "one end inside the other"),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, code: str, words: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text)
    assert refused.value.code == code
    assert words in str(refused.value)


def test_a_refusal_quotes_long_text_in_part_and_survives_a_process() -> None:
    with pytest.raises(DateError) as refused:
        parse_date("since " * 5000 + "\n2003")
    assert len(str(refused.value)) < 200
    again = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
    assert str(again) == str(refused.value)


def test_long_text_is_refused_without_a_search_for_its_meaning() -> None:
    # The readings of a slip take time that grows with the square of its length.
    with pytest.raises(DateError) as refused:
        parse_date("Wednesday, " * 12 + "11 September 2024")
    assert refused.value.fix.startswith("write a day as 2024-09-11")


# Properties over everything that can be written.


@st.composite
def civil_texts(draw: st.DrawFn) -> str:
    day = draw(st.dates(min_value=dt.date(10, 1, 1))).isoformat()
    part = draw(st.sampled_from(["", "-early", "-mid", "-late"]))
    sign = draw(st.sampled_from(["", "", "-"]))
    whole = [f"{sign}{day[:7]}{part}", f"{sign}{day[:4]}{part}", f"{day[:3]}X{part}"]
    return draw(st.sampled_from([day, *whole]))


@st.composite
def dates(draw: st.DrawFn) -> Date:
    date, other = draw(civil_texts()), draw(civil_texts())
    mark = draw(st.sampled_from(["", "~", "?", "%"]))
    forms = (f"{date}{mark}", f"{date}{mark}/..", f"../{date}{mark}")
    pairs = (
        f"{date}{mark}/{other}{mark}",
        f"{other}{mark}/{date}{mark}",
        f"[{date},{other}]",
        f"{{{date},{other}}}",
    )
    readable = [read for form in (*forms, *pairs) if (read := try_to_read(form))]
    return draw(st.sampled_from(readable))


def try_to_read(text: str) -> Date | None:
    try:
        return parse_date(text)
    except DateError:
        return None


@given(dates())
def test_what_is_read_is_read_again_from_its_text(date: Date) -> None:
    assert parse_date(date.text) == date


@given(dates())
def test_no_day_month_or_year_is_shown_that_was_not_written(date: Date) -> None:
    shown = show_date(date, weekday=True)
    written = {int(number) for number in re.findall(r"[0-9]+", date.text.replace("X", "0"))}
    civil = [end for end in (date.start, date.end, *date.choices) if end]
    written |= {1 - end.year for end in civil}
    assert {int(number) for number in re.findall(r"[0-9]+", shown)} <= written
    shown = re.sub(r" BC|^early|^late|^mid", "", shown)
    if not any(end.month for end in civil):
        assert not re.search(r"[A-Z][a-z]+", shown)
    if not any(end.day for end in civil):
        assert not re.search(r"day|\b[0-9]{1,2} [A-Z]", shown)


@given(dates())
def test_doubt_is_never_left_out(date: Date) -> None:
    assert ("about" in show_date(date)) is date.approximate
    assert ("uncertain" in show_date(date)) is date.uncertain


@given(st.lists(dates(), max_size=6))
def test_sorting_never_puts_a_later_start_first(read: list[Date]) -> None:
    for earlier, other in pairwise(sorted(read, key=sort_key)):
        assert anchor(earlier) <= anchor(other)


def anchor(date: Date) -> dt.date:
    day = first_day(date) or last_day(date)
    assert day is not None
    return day


@given(dates(), dates())
def test_a_wider_date_stands_before_what_it_holds_where_both_start(date: Date, other: Date) -> None:
    if (
        date.form == other.form == "point"
        and contains(date, other)
        and first_day(date) == first_day(other)
    ):
        assert sort_key(date) <= sort_key(other)


@given(dates())
def test_a_date_holds_itself_and_its_first_day_is_not_after_its_last(date: Date) -> None:
    assert contains(date, date)
    assert (first_day(date) or dt.date.min) <= (last_day(date) or dt.date.max)


@given(dates())
def test_html_datetime_follows_the_grammar_of_html(date: Date) -> None:
    said = html_datetime(date)
    if said is not None:
        # HTML, 2.3.5: a valid year, month or date string.
        assert re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?", said)
        assert said != "0000"


DATE_LIKE = st.text(st.sampled_from("0123456789X-/.~?%[],: TZcQ–…Sept toruntil"), max_size=24)
WRITTEN = st.sampled_from([*ADVISED, *SHOWN])
SLIPS = st.builds("{}{}{}".format, WRITTEN, st.sampled_from(["", " ", "/", " to ", "-"]), WRITTEN)


@given(st.text() | DATE_LIKE | SLIPS)
def test_all_other_text_is_refused_with_something_to_do(text: str) -> None:
    fix = refusal(text)
    offered = re.findall(OFFERED, fix)
    assert not fix or offered or "remove the field" in fix or "none contains" in fix
    for proposal in offered:
        parse_date(proposal)


def refusal(text: str) -> str:
    try:
        parse_date(text)
    except DateError as refused:
        return refused.fix
    return ""


OFFERED = (
    r"(?<![\w:-])(\[.*?\]|\{.*?\}|\.\./[0-9X-]+(?:early|mid|late)?"
    r"|-?[0-9]{3}[0-9X](?:[0-9X./~?%-]|early|mid|late)*)"
)


def test_a_civil_date_alone_has_its_words() -> None:
    assert show_civil(CivilDate(year=2024, month=9, day=1)) == "1 September 2024"


def test_the_last_years_that_there_are_end_in_9999() -> None:
    assert last_day(parse_date("999X-late")) == dt.date(9999, 12, 31)
