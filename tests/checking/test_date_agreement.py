"""Dates and their words: what is wrong, what is not clear, and what the build then asks for."""

from __future__ import annotations

import pytest

from tests.small_site import checked, problems, rules

# The article is of Wednesday 11 September 2024.
DAYS = """
    The dig ran on 4 and 5 June. The fair opens on 4 October and closes on the 9th. They meet next
    Monday. She is to sing on Thursday. Power was out, the firm said, until Tuesday. He was born
    in 1960. The council has declared Friday a day of mourning. The minutes of Tuesday's meeting are
    due on 9 October. The road will stay closed until at least Dec. 12. Cuts come by mid-2027.
    The king died on Monday, 25 December 1066. The consul was stabbed on 15 March 44 BC. It broke.

    In 1986 the fair came to town. It closed on Sunday, 18 May.

    Ann asked the minister to rule on it before Christmas. It ran from 2023-24 at a loss.

    She dug in May and she dug again in June. They dug in 2019 and again in 2021.
"""


def event(date: str, words: str, date_from: str = "") -> str:
    more = f", date_from: '{date_from}'" if date_from else ""
    return f'events:\n  - {{id: e, title: T, date: "{date}", evidence: "{words}"{more}}}'


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("{2024-06-04,2024-06-05}", "The dig ran on 4 and 5 June"),
        ("{2024-05,2024-06}", "She dug in May and she dug again in June"),
        ("{2019,2021}", "They dug in 2019 and again in 2021"),
        ("2024-06-04/2024-06-05", "The dig ran on 4 and 5 June"),
        ("2024-06-05", "The dig ran on 4 and 5 June"),
        ("2024-10-04/2024-10-09", "opens on 4 October and closes on the 9th"),
        ("2024-09-16", "They meet next Monday"),
        ("2024-09-13", "declared Friday a day of mourning"),
        ("2024-09-10", "The minutes of Tuesday's meeting"),
        ("2024-12-12/..", "closed until at least Dec. 12"),
        ("../2027-06", "Cuts come by mid-2027"),
        ("../2027-mid", "Cuts come by mid-2027"),
        ("1066-12-25", "died on Monday, 25 December 1066"),
        ("-0043-03-15", "stabbed on 15 March 44 BC"),
        ("1986-05-18", "It closed on Sunday, 18 May"),
        ("../2024-12-24", "asked the minister to rule on it before Christmas"),
        ("../2024-12-25", "asked the minister to rule on it before Christmas"),
        ("2023-04/2024-03", "It ran from 2023-24 at a loss"),
        ("2023/2024", "It ran from 2023-24 at a loss"),
    ],
)
def test_a_date_that_the_words_say_needs_no_more(date: str, words: str) -> None:
    assert rules(DAYS, "agreement.", timeline=event(date, words)) == []


@pytest.mark.parametrize(
    ("date", "words", "rule"),
    [
        ("{2024-06-04,2024-06-06}", "The dig ran on 4 and 5 June", "date"),
        ("{2024-04,2024-06}", "She dug in May and she dug again in June", "date"),
        ("{2019,2022}", "They dug in 2019 and again in 2021", "date"),
        ("[2024-06-04,2024-06-05]", "The dig ran on 4 and 5 June", "date"),
        ("2024-06-04/2024-06-06", "The dig ran on 4 and 5 June", "date"),
        ("../2024-12-23", "asked the minister to rule on it before Christmas", "date"),
        ("2023-05/2024-04", "It ran from 2023-24 at a loss", "date"),
        ("2024-09-06", "declared Friday a day of mourning", "weekday"),
        ("../2024-12-12", "closed until at least Dec. 12", "date"),
        ("-0044-03-15", "stabbed on 15 March 44 BC", "date"),
        ("0044-03-15", "stabbed on 15 March 44 BC", "date"),
        ("1987-05-18", "It closed on Sunday, 18 May", "date"),
    ],
)
def test_another_date_is_refused(date: str, words: str, rule: str) -> None:
    assert rules(DAYS, "agreement.", timeline=event(date, words)) == [f"agreement.{rule}"]


def test_what_began_then_and_what_has_lasted_since_may_have_the_same_words() -> None:
    since = "since 2003, when the pier burned down"
    (refused,) = problems(f"It is shut {since}.", "agreement.", timeline=event("2004", since))
    assert refused.fix.startswith("write 2003 or 2003/.., whichever is meant, or ")
    for date in ("2003", "2003/.."):
        assert rules(f"It is shut {since}.", "agreement.", timeline=event(date, since)) == []


def test_a_reading_that_is_not_the_likeliest_is_taken_from_who_says_how_they_know() -> None:
    words = "They meet next Monday"
    (asked,) = problems(DAYS, "agreement.", timeline=event("2024-09-23", words))
    assert asked.found.endswith(
        "but “next Monday” in an article of 2024-09-11 is more likely 2024-09-16"
    )
    assert asked.fix.startswith("say in `date_from:` how you know that 2024-09-23 is meant")
    sheet = event("2024-09-23", words, "the calendar of the council")
    assert rules(DAYS, "agreement.", timeline=sheet) == []


@pytest.mark.parametrize(
    ("date", "words", "date_from", "refused"),
    [
        ("2024-09-19", "She is to sing on Thursday", "the concert was moved by a week", []),
        ("2024-09-20", "She is to sing on Thursday", "the concert was moved", ["weekday"]),
        ("2025-10-09", "due on 9 October", "the minutes are a year late", []),
        ("1961", "He was born in 1960", "his passport", ["date"]),
        ("1066-12-26", "died on Monday, 25 December 1066", "a chronicle", ["date"]),
    ],
)
def test_who_says_where_a_date_is_from_is_believed_unless_the_words_leave_no_doubt(
    date: str, words: str, date_from: str, refused: list[str]
) -> None:
    sheet = event(date, words, date_from)
    assert rules(DAYS, "agreement.", timeline=sheet) == [f"agreement.{rule}" for rule in refused]


def test_only_a_certain_date_is_offered() -> None:
    (certain,) = problems(DAYS, "agreement.", timeline=event("1961", "He was born in 1960"))
    assert certain.fix.startswith("write 1960, or correct the sentence in the article")
    for date, words in (
        ("2024-09-06", "declared Friday a day of mourning"),
        ("2024-09-17", "She is to sing on Thursday"),
        ("2024-11-09", "due on 9 October"),
    ):
        (asked,) = problems(DAYS, "agreement.", timeline=event(date, words))
        assert "write 2" not in asked.fix
        assert asked.fix.endswith(f"`waive: {{check: {asked.rule}, why: …}}`")


def test_the_field_at_fault_is_named() -> None:
    sheet = """
        events:
          - {id: e, title: T, evidence: sing on Thursday, expected: {window: 2024-09-19}}
          - {id: f, title: T, evidence: by mid-2027, expected: {window: 2028}}
    """
    first, second = problems(DAYS, "agreement.", timeline=sheet)
    assert first.found.startswith("`expected.window` of ‘e’ is 2024-09-19")
    assert second.found.startswith("`expected.window` of ‘f’ is 2028")


def test_each_day_of_several_is_covered_by_their_event() -> None:
    sheet = event("{2024-06-04,2024-06-05}", "The dig ran on 4 and 5 June")
    open_dates = [
        problem.found
        for problem in problems("The dig ran on 4 and 5 June.", "coverage.", timeline=sheet)
    ]
    assert open_dates == []


YEAR = """
    Profit fell in the year to June 30, 2024. The yard ran from about 350 BC to AD 75. He must go by
    April 35.
"""


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2023-07/2024-06", "the year to June 30, 2024"),
        ("2023-07-01/2024-06-30", "the year to June 30, 2024"),
        ("-0349~/0075", "from about 350 BC to AD 75"),
        ("-0349/0075", "from about 350 BC to AD 75"),
    ],
)
def test_dates_of_the_same_days_are_the_same(date: str, words: str) -> None:
    assert rules(YEAR, "agreement.", timeline=event(date, words)) == []


@pytest.mark.parametrize("date", ["2024-04", "../2024-04", "../2025-04"])
def test_a_day_that_no_month_has_supports_nothing(date: str) -> None:
    sheet = event(date, "He must go by April 35")
    assert rules(YEAR, "agreement.", timeline=sheet) == ["agreement.date"]


SAID = """
    The mill will close by the end of March. The owner said on Monday that a buyer had been sought.

    It rained for days.

    The ferry will be sold by the end of April, the firm said.
"""


@pytest.mark.parametrize(
    ("said_on", "words", "found"),
    [
        ("2024-09-09", "will close by the end of March", ["agreement", []]),
        ("2024-09-08", "will close by the end of March", ["refused", ["its date"]]),
        ("2024-09-10", "will be sold by the end of April", ["agreement", []]),
        ("2024-08-20", "will be sold by the end of April", ["agreement", ["its date"]]),
    ],
)
def test_the_day_of_an_announcement_is_refused_only_beside_another(
    said_on: str, words: str, found: list[object]
) -> None:
    window = "../2025-03" if "March" in words else "../2025-04"
    sheet = f"""
        events:
          - {{id: e, title: T, evidence: "{words}", expected: {{window: {window}, said_on: {said_on}}}}}
    """
    read = checked(SAID, timeline=sheet)
    refused = [each for each in read.problems if each.rule.startswith("agreement.")]
    assert ["refused" if refused else "agreement", [each.what for each in read.unchecked]] == found


@pytest.mark.parametrize(
    ("period", "refused"),
    [
        ("2024-10-04/2024-10-09", []),
        ("2024-10-04/2024-10-08", ["agreement.date"]),
        ("2023-10-04/2024-10-09", ["agreement.date"]),
        ("2024-10-04/2024-12-12", []),
        ("2024-10", []),
        ("2024", []),
        ("2024-10-04/..", []),
        ("2024-10/..", []),
        ("2014-10-04/..", ["agreement.date"]),
        ("2023/..", ["agreement.date"]),
    ],
)
def test_a_period_of_an_event_begins_and_ends_with_it(period: str, refused: list[str]) -> None:
    timeline = event("2024-10-04/2024-10-09", "opens on 4 October and closes on the 9th")
    figure = "figures:\n  - {id: f, label: Stalls, value: 12, unit: stalls, kind: measured"
    article = DAYS + "\n    The fair had 12 stalls.\n"
    figures = figure + f", period: {period}, date_from: e, evidence: had 12 stalls}}"
    assert rules(article, "agreement.", timeline=timeline, figures=figures) == refused


@pytest.mark.parametrize(
    ("said_on", "refused"),
    [("2024-09-06", []), ("2024-08-06", True), ("2023-09-06", True), ("2024-09-07", True)],
)
@pytest.mark.parametrize(
    "said",
    ["told reporters in Oster on Friday", "said at a meeting in Oster Sept. 6"],
)
def test_the_day_of_a_quotation_is_that_on_which_the_article_says_that_it_was_said(
    said: str, said_on: str, refused: object
) -> None:
    article = f"“It will hold,” Ann Lee {said}."
    people = "people:\n  - {id: ann, name: Ann Lee, role: r, why: w, evidence: Ann Lee}"
    sheet = f"quotations:\n  - {{id: q, words: It will hold, speaker: ann, said_on: {said_on}}}"
    found = rules(article, "agreement.", quotations=sheet, people=people)
    assert bool(found) is bool(refused)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-09-08", []),
        ("2024-09-15", []),
        ("2024-09-01", ["agreement.date"]),
        ("2024-09-09", ["agreement.date"]),
    ],
)
def test_a_weekday_in_date_from_may_be_before_or_after(date: str, expected: list[str]) -> None:
    sheet = event(date, "It broke", "before Sunday’s count")
    assert rules(DAYS, "agreement.", timeline=sheet) == expected


@pytest.mark.parametrize(
    ("date", "expected"), [("2024-09-10", []), ("2024-09-17", ["agreement.date"])]
)
def test_words_of_date_from_are_read_as_in_the_article(date: str, expected: list[str]) -> None:
    article = "By Tuesday evening the divers had given up. They brought up 43 crates."
    sheet = event(date, "They brought up 43 crates", "By Tuesday evening")
    assert rules(article, "agreement.", timeline=sheet) == expected


@pytest.mark.parametrize(
    ("words", "date", "refused"),
    [
        ("A check due on 26 April was never made", "2021-04-26", []),
        ("A check due on 26 April was not made", "2021-04-26", []),
        ("A vote planned for 26 April did not take place", "2021-04-26", []),
        ("A fee due by 26 April was missed", "../2021-04-26", []),
        ("A check due on 26 April was never made", "2019-04-26", ["agreement.date"]),
        ("A check due on 26 April was never made", "2025-04-26", ["agreement.date"]),
        ("A check due on 26 April will not be made", "2021-04-26", ["agreement.date"]),
    ],
)
def test_what_was_due_and_never_came_is_of_the_time_that_the_story_tells_of(
    words: str, date: str, refused: list[str]
) -> None:
    body = f"The crane fell on 3 May 2021.\n\n“It burned,” Ann Lee said.\n\n{words}."
    event = f"events: [{{id: e, title: A title, date: {date}, evidence: '{words}'}}]"
    found = problems(body, "agreement.date", timeline=event)
    assert [each.rule for each in found] == refused
