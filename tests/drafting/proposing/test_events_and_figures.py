"""What `new` proposes of dates and numbers, sentence by sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from dateline.drafting.proposing.propose import propose
from dateline.facts.kinds import Kind
from tests.small_site import briefing

if TYPE_CHECKING:
    from dateline.drafting.proposing.proposal import Proposal

TABLE = """\
    | Town   | 2022 | 2023 | 2024 |
    |--------|-----:|-----:|-----:|
    | Ostrow |   29 |   31 |   33 |
    | Lesk   |   22 |   29 |   25 |
    """


def proposals(body: str, kind: Kind) -> list[Proposal]:
    made = propose(briefing(body), today=date(2024, 9, 12), site_language="en")
    return [proposal for proposal in made if proposal.kind is kind]


def only(body: str, kind: Kind) -> dict[str, Any]:
    (proposal,) = proposals(body, kind)
    return dict(proposal.fields)


def test_what_happened_has_its_date_and_those_whom_the_title_names() -> None:
    event = only("Pia Holm, the mayor, closed the old bridge at Ostrow on Monday.", Kind.EVENT)
    assert event["title"] == "Pia Holm closes the old bridge at Ostrow"
    assert event["date"] == "2024-09-09"
    assert "pia-holm" in event["who"]


def test_what_is_to_come_is_expected_with_who_announced_it_and_when() -> None:
    body = "Pia Holm, the mayor, said on Monday that the bridge would reopen in May 2025."
    expected = only(body, Kind.EVENT)
    assert expected["title"] == "The bridge to reopen"
    assert expected["expected"] == {
        "window": "2025-05",
        "said_by": "pia-holm",
        "said_on": "2024-09-09",
    }


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Then Pia Holm, who joined in 2023 from Lesk Hospital, left.", ["pia-holm"]),
        ("Pia Holm bought the mill from Lesk Bank in 2023.", ["pia-holm", "lesk-bank"]),
        ("The Lesk Union said that it would ballot its members in January.", ["lesk-union"]),
    ],
)
def test_who_is_the_subject_and_nobody_from_whom_it_came(body: str, who: list[str]) -> None:
    assert only(body, Kind.EVENT)["who"] == who


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("A tug was expected from Ostrow by Wednesday evening.", {"expected": {"window": "../2024-09-11"}}),
        ("A tug was expected from Ostrow by 2 September.", {"date": "../2024-09-02"}),
    ],
)  # fmt: skip
def test_what_was_expected_by_a_day_that_is_not_over_is_expected(
    body: str, fields: dict[str, Any]
) -> None:
    made = only(body, Kind.EVENT)
    assert {name: made.get(name) for name in fields} == fields


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("The captain, a 52-year-old man, and his mate", "The captain and his mate"),
        ("The captain, who owns it, and his mate", "The captain and his mate"),
        ("The captain, a 52-year-old man with a boat,", "The captain"),
    ],
)
def test_two_who_are_joined_by_and_are_both_in_the_title(subject: str, title: str) -> None:
    body = f"{subject} were held on Monday and will appear in court on 18 September."
    titles = [str(each.fields["title"]) for each in proposals(body, Kind.EVENT)]
    assert f"{title} to appear in court" in titles


@pytest.mark.parametrize(
    "body",
    [
        "The board said that nobody will be waiting that long by March 2027.",
        "Pia Holm said that the mill had had its busiest July since 2011.",
    ],
)
def test_a_title_that_is_cut_short_is_none(body: str) -> None:
    assert [
        each.fields["title"] for each in proposals(body, Kind.EVENT) if each.fields["title"]
    ] == []


def test_a_title_may_end_like_a_superlative() -> None:
    assert only("Lodd Union ended its protest in July.", Kind.EVENT)["title"].endswith(
        "its protest"
    )


@pytest.mark.parametrize(
    ("body", "value", "history"),
    [
        ("Landings fell from 612 tonnes in 2016 to 171 tonnes in 2019.", "171", [{"date": "2016", "value": "612"}]),
        ("In 2019 Lesk had 900 clerks, up from 700 clerks in 2016.", "900", [{"date": "2016", "value": "700"}]),
        ("Only 31 clubs came this season, down from 58 in 2012.", "31", [{"date": "2012", "value": "58"}]),
        ("A 90kg bag of meal now sells for €58, up from €39 in 2016.", "58", [{"date": "2016", "value": "39"}]),
    ],
)  # fmt: skip
def test_a_number_with_what_it_was_before_is_one_figure(
    body: str, value: str, history: list[dict[str, str]]
) -> None:
    made = only(body, Kind.FIGURE)
    assert (made["value"], made["history"]) == (value, history)


@pytest.mark.parametrize(
    "body",
    [
        "Lesk lost 612 tonnes in 2016 and 171 cows in 2019.",
        "Landings fell from 612 tonnes in 2016 to 300 tonnes in 2017 and 171 tonnes in 2019.",
    ],
)
def test_numbers_without_a_time_each_or_of_something_else_stay_apart(body: str) -> None:
    made = proposals(body, Kind.FIGURE)
    assert len(made) >= 2
    assert not any("history" in each.fields for each in made)


def test_a_thing_that_is_some_way_off_is_no_label() -> None:
    assert (
        only("Police asked why the ferry was 9 miles off its course.", Kind.FIGURE)["label"] is None
    )


def test_the_day_of_a_quotation_is_no_event() -> None:
    body = "Pia Holm said on Monday: “Nobody will drive over that crack again, ever.”"
    assert proposals(body, Kind.EVENT) == []
    assert only(body, Kind.QUOTATION)["said_on"] == "2024-09-09"


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Trade between Ostrow and Lesk reached €5 million in 2023.", "Trade between Ostrow and Lesk"),
        ("The sale of cars fell by 12 percent in 2023.", "Fall in the sale of cars"),
        ("The port supplies 30 percent of the town’s income.", "Share of the town’s income supplied by the port"),
        ("This 32-kilometre line is new.", "Length of the line"),
        ("There were around 2,500 soldiers in Ostrow.", "Soldiers in Ostrow"),
        ("In the fire 23 people were killed in a warehouse.", "People killed in a warehouse"),
        ("About 4,000 people walked over to Lesk.", "People who walked over to Lesk"),
        ("The study put the cost of the bridge at €5 million.", "Cost of the bridge"),
        ("The council raised the price of a ticket by 12 percent.", "Rise in the price of a ticket"),
        ("The line to the port is 9 kilometres long.", "Length of the line to the port"),
        ("The town spent €4 million on repairs.", "Spent on repairs"),
        ("It sold 620,000 tickets in May.", "Tickets sold"),
        ("Of them 14 people are now known to have died.", "People known to have died"),
        ("The fund will stand at €41 million.", "Fund"),
        ("The ferry carried 120 passengers.", "Passengers that the ferry carried"),
        ("At noon there were 23 dead.", None),
        ("In the boats were 120 passengers.", None),
    ],
)  # fmt: skip
def test_a_number_has_the_label_that_its_clause_gives(sentence: str, label: str | None) -> None:
    assert only(sentence, Kind.FIGURE)["label"] == label


def test_the_date_of_a_number_is_its_period_and_no_event() -> None:
    body = "Trade between Ostrow and Lesk reached €5 million in 2023."
    assert only(body, Kind.FIGURE)["period"] == "2023"
    assert proposals(body, Kind.EVENT) == []


def test_a_row_of_a_table_is_one_figure_with_its_history() -> None:
    made = proposals(TABLE, Kind.FIGURE)
    assert [(figure.fields["label"], figure.fields["value"]) for figure in made] == [
        ("Ostrow", "33"),
        ("Lesk", "25"),
    ]
    assert made[0].fields["history"] == [
        {"date": "2022", "value": "29", "evidence": {"column": "2022"}},
        {"date": "2023", "value": "31", "evidence": {"column": "2023"}},
    ]


def test_what_begins_after_the_day_of_publication_is_expected() -> None:
    event = only("A consultation opens on 8 June 2025.", Kind.EVENT)
    assert event["expected"] == {"window": "2025-06-08"}
    assert "date" not in event


def test_two_dates_of_a_sentence_do_not_have_the_same_title() -> None:
    made = proposals("A strike vote is set for 14 and 15 May 2025.", Kind.EVENT)
    titles = [event.fields["title"] for event in made]
    assert titles.count("A strike vote is set") <= 1


def test_the_second_of_two_things_to_come_is_to_come_too() -> None:
    body = "One lane will open on 19 Sept at limited speed and the second on 16 Jan."
    made = proposals(body, Kind.EVENT)
    assert [(event.fields["title"], event.fields["expected"]) for event in made] == [
        ("One lane to open at limited speed", {"window": "2024-09-19"}),
        ("The second lane to open", {"window": "2025-01-16"}),
    ]


def test_what_is_warned_of_is_to_come() -> None:
    event = only("The port warned of another storm by Tuesday.", Kind.EVENT)
    assert event["expected"]["window"] == "../2024-09-17"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Sensors at Lesk recorded 14 floods on Monday, more than the average for the whole of May.",
            "Sensors at Lesk record 14 floods"),
        ("Pia Holm said that the mill closed on Monday and that two boats had sunk at Ostrow.", "The mill closes"),
    ],
)  # fmt: skip
def test_a_title_ends_where_something_else_begins(body: str, title: str) -> None:
    made = proposals(body, Kind.EVENT)
    assert [(event.fields["title"], event.fields.get("place")) for event in made][:1] == [
        (title, ["lesk"] if "Lesk" in title else None)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "It rained more than the average for the whole of May.",
        "## Ferries from May",
        "The mill, which employs 90 people, made a profit, helped by the extension of free hours to clerks in May.",
    ],
)
def test_a_date_of_a_heading_or_an_average_is_no_event(body: str) -> None:
    assert [each.fields["title"] for each in proposals(body, Kind.EVENT)] in ([], [None])


def test_what_somebody_has_to_do_from_a_year_on_is_open_at_its_end() -> None:
    event = only(
        "Pia Holm said that large mills would have to publish their fees from next year.",
        Kind.EVENT,
    )
    assert event["title"] == "Large mills to publish their fees"
    assert event["expected"]["window"] == "2025/.."


def test_since_a_year_in_which_something_happened_it_is_that_year() -> None:
    event = only("Lesk has had no port since 2003, when a flood broke the dam.", Kind.EVENT)
    assert event["date"] == "2003"


def test_an_age_is_not_a_figure() -> None:
    assert proposals("Pia Holm, 34, closed the bridge on Monday.", Kind.FIGURE) == []


def test_dollars_are_those_of_no_country_that_is_only_named() -> None:
    body = "OSLO — A signal reached Perth in Australia. It cost $85 million."
    (made,) = [
        each for each in proposals(body, Kind.FIGURE) if each.fields["value"] == "85 million"
    ]
    assert made.fields["unit"] == "USD"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It rained in Ottawa. The town paid $5 million.", "CAD"),
        ("It rained in Ottawa and in Canberra. The towns paid $5 million.", "USD"),
        ("Ostrow paid $5 million.", "USD"),
    ],
)
def test_dollars_are_those_of_the_only_country_of_dollars(text: str, unit: str) -> None:
    assert only(text, Kind.FIGURE)["unit"] == unit


def test_the_head_of_a_column_that_says_how_much_changed_comes_first() -> None:
    table = """\
    | Town   | Change |
    |--------|-------:|
    | Ostrow |    +8% |
    """
    assert only(table, Kind.FIGURE)["label"] == "Change in Ostrow"


@pytest.mark.parametrize(
    ("body", "time"),
    [
        ("Tickets went on sale at 10am on Monday.", "10am"),
        ("The count resumed at 9.15 p.m. on Monday, and Lesk slept.", "9.15 p.m."),
        ("A fair was held at the port on Monday, from 10am to 3pm.", "10am"),
        ("The bridge closed shortly before 6pm on Monday.", None),
        ("The bridge closed at 6pm on Monday or at 7am on Tuesday.", None),
        ("The bridge closed on Monday.", None),
        ("The board heard Bo Noonan on Monday.", None),
    ],
)
def test_an_event_has_the_only_hour_of_its_clause(body: str, time: str | None) -> None:
    made = proposals(body, Kind.EVENT)
    assert {event.fields.get("time") for event in made} == {time}


def test_the_hour_of_what_is_to_come_is_with_its_window() -> None:
    event = only("The count will resume at 9am on Monday.", Kind.EVENT)
    assert event["expected"] == {"window": "2024-09-16", "time": "9am"}


@pytest.mark.parametrize(
    "body",
    [
        "The three boats have been idle since 2022.",
        "They took a pay cut of 8% until May 2027.",
        "A result like Saturday’s across the land would please Pia Holm.",
        "“I closed it on Monday,” said Pia Holm.",
    ],
)
def test_a_date_that_only_bounds_a_time_is_no_event(body: str) -> None:
    assert proposals(body, Kind.EVENT) == []


@pytest.mark.parametrize(
    ("body", "start"),
    [
        ("It rained on 4 May 2023. The bridge closed four days later.", "named before it"),
        ("The bridge closed on Monday.", "of publication"),
        ("The bridge closed three months ago.", "of publication"),
    ],
)
def test_a_day_says_from_which_day_it_is_counted(body: str, start: str) -> None:
    event = next(
        each for each in proposals(body, Kind.EVENT) if each.fields["title"] == "The bridge closes"
    )
    assert str(event.fields["date_from"]).endswith(f", counted from the day {start}")


def test_what_comes_before_a_feast_is_to_be_over_by_then() -> None:
    event = only("Tickets will be on sale before Christmas.", Kind.EVENT)
    assert event["expected"] == {"window": "../2024-12-25"}


def test_a_day_in_a_table_that_the_text_has_too_is_one_event() -> None:
    table = """\
    The first boat to Sund will leave on 8 June 2025.

    | Town | Boats | Starts |
    |------|------:|--------|
    | Sund |    14 | June 8 |
    """
    assert len(proposals(table, Kind.EVENT)) == 1


def test_a_row_of_days_says_what_happened() -> None:
    table = """\
    | Day        | What                        |
    |------------|-----------------------------|
    | 3 May 2023 | The old bridge was shut     |
    | 6 May 2023 | A ferry took the first cars |
    """
    made = proposals(table, Kind.EVENT)
    assert [event.fields["title"] for event in made] == [
        "The old bridge was shut",
        "A ferry took the first cars",
    ]


def test_what_happens_in_several_places_has_them_all() -> None:
    body = "In Ostrow it rained. Concerts in Ostrow, Sund and Lesk will follow on 8 June 2025."
    assert only(body, Kind.EVENT)["place"] == ["ostrow", "sund", "lesk"]


def test_where_something_happens_may_be_said_before_it() -> None:
    body = "At a meeting in Ostrow’s Holm Hall on Monday, members backed a plan."
    assert only(body, Kind.EVENT)["place"] == ["holm-hall"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The 14th-century roof of the mill is old.",
        "Wheat for September delivery closed at $5.71.",
        "The mill has more clerks than last summer.",
        "LESK, Ostrow, Sept 10 (Wire) — The mill is old.",
        "It was an old mill, a clerk said on Tuesday.",
        "A new roof by the end of the year: so the plan.",
        "It was 5.6 percent in August.",
    ],
)
def test_a_day_that_bounds_compares_or_only_says_when_something_was_said_is_no_event(
    sentence: str,
) -> None:
    assert proposals(sentence, Kind.EVENT) == []


def test_an_hour_does_not_end_a_sentence() -> None:
    (event,) = proposals("The mill shut at 9 p.m. Monday and 40 clerks left.", Kind.EVENT)
    assert event.sentence.endswith("40 clerks left.")


def test_what_had_been_forecast_was_so_before() -> None:
    (figure,) = proposals("The board had forecast 268 crates in May.", Kind.FIGURE)
    assert (figure.fields.get("as_of") or figure.fields.get("period")) == "2024-05"


@pytest.mark.parametrize(
    "body",
    [
        "Under a law of 2018, the port is open.",
        "The harvest began 10 days earlier than usual, as a rule.",
        "What was on the table on Thursday:",
        "The clubs spent 58 percent of their income on wages last season.",
        "Wheat cost 9 euros a tonne at the end of August.",
    ],
)
def test_a_date_that_is_only_said_beside_something_is_no_event(body: str) -> None:
    assert proposals(body, Kind.EVENT) == []


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("She had left with 15 minutes’ notice.", []),
        ("The fire is 120 kilometres to the south of Lesk.", []),
        ("Lead was stolen in two raids.", []),
        ("He was guilty of 11 of the 14 counts.", ["11"]),
    ],
)
def test_a_number_of_which_no_words_say_what_it_counts_may_be_none(
    body: str, values: list[str]
) -> None:
    assert [each.fields["value"] for each in proposals(body, Kind.FIGURE)] == values


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("A study published in May by Lesk University found that it leaks.", "Lesk University publishes a study"),
        ("Under the rule, which takes effect on 17 October and lasts for 90 days, no boat may sail.",
         "The rule takes effect"),
        ("Boats will go to small ports, which are to open in 2028.", "Small ports to open"),
        ("The ban on nets stays in force and will be reviewed in June 2025.", "The ban on nets to be reviewed"),
        ("“No,” said Pia Holm, who won a cup in 2013 and now heads its board.", "Pia Holm wins a cup"),
        ("Catches rose, but less than in the first round on 27 August.", "First round"),
        ("Pia Holm has pledged to open three halls by the end of 2026.", "Pia Holm to open three halls"),
        (
            ("The National Rowing Council voted on Monday to end all races for heavy and old boats at its games"
            " and to let crews from Sund back."),
            "The National Rowing Council votes to end all races for heavy and old boats at its games",
        ),
        ("It rose under an act that parliament passed in June by 58 votes to 27.", "Parliament passes an act"),
        ("An inquiry into the losses, opened in May, goes on.", "An inquiry into the losses is opened"),
        ("The firm can leave if the boat is not sold by 30 June 2030.", None),
        ("Money came from Enova, a fund owned by the state, which approved a grant in May.", "Enova approves a grant"),
        ("Norland capped its prices on Monday after costs rose.", "Norland caps its prices"),
        ("Lesk drubbed its side on Monday after sales rose.", "Lesk drubbed its side"),
        ("Pia Holm will be sworn in on 26 October.", "Pia Holm to be sworn in"),
        ("The rains in May were the weakest since 2016.", None),
        ("The Lesk Union called for inspectors to be sent out before Monday.", None),
        ("The Lesk Union urged ministers to act by Friday.", None),
        ("A blast on Thursday killed two hikers and hurled rock from the crater.", "A blast kills two hikers"),
        ("A blast on Thursday killed two hikers and their guide.", "A blast kills two hikers and their guide"),
        ("Thieves disguised as cleaners stole a ring on Monday.", "Thieves disguised as cleaners steal a ring"),
        ("“So,” said Pia Holm, a goldsmith who made copies of the ring in 2015.", "Pia Holm makes copies of the ring"),
        ("It has a neck ring of almost a kilogram that was found by a ploughman in 1874.",
         "A neck ring is found by a ploughman"),
        ("A hearing at Lesk is not expected before April 2027.", "A hearing at Lesk"),
        ("A system of six buoys is now due in January 2027.", "A system of six buoys is due"),
        ("Pia Holm has promised a vote on independence by the autumn of 2029.", "A vote on independence"),
        ("“So,” said Pia Holm. She said that she would resign as mayor on 6 October.", "Pia Holm to resign as mayor"),
        ("The rescue department, which is old, has put it on alert. It will decide on 20 October.",
         "The rescue department to decide"),
        ("Pia Holm urged the council on Monday to act.", "Pia Holm urges the council to act"),
    ],
)  # fmt: skip
def test_a_title_is_a_true_clause_or_none(sentence: str, title: str | None) -> None:
    assert only(sentence, Kind.EVENT)["title"] == title


def test_what_it_is_of_two_that_may_be_meant_no_title_says() -> None:
    body = "A boat flew on Monday, and Holm Mills had promised that it would enter service in 2027."
    assert [each.fields["title"] for each in proposals(body, Kind.EVENT)] == ["A boat flies", None]


def test_what_was_due_and_not_done_is_no_event() -> None:
    assert proposals("An inspection due on 7 March was never carried out.", Kind.EVENT) == []


def test_a_date_since_which_records_are_kept_is_no_event() -> None:
    assert proposals("It is the highest catch since records began in 1962.", Kind.EVENT) == []


def test_who_announced_a_result_is_not_joined_to_who_won() -> None:
    body = (
        "Pia Holm, the candidate, won 52 percent in the vote, which was held in May,"
        " the Lesk Commission announced early on Sunday."
    )
    titles = [str(each.fields["title"]) for each in proposals(body, Kind.EVENT)]
    assert not any("the Lesk Commission" in title for title in titles)


@pytest.mark.parametrize(
    "sentence",
    [
        "He said that the caps of 2017 were broken in most shops.",
        "He said that the 2017 cap had cut it.",
    ],
)
def test_a_year_that_tells_one_thing_from_another_is_no_event(sentence: str) -> None:
    assert not proposals(sentence, Kind.EVENT)


def test_how_many_children_a_mother_has_is_no_figure() -> None:
    assert not proposals("Pia Holm, a mother of four who sells fish, said so.", Kind.FIGURE)


def test_words_that_say_only_up_to_now_are_no_label() -> None:
    assert only("It says that it has spent $63 million so far.", Kind.FIGURE)["label"] is None


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("A packet costs 160 shillings in Kenya.", "KES"),
        ("A packet costs 160 shillings in Kenya and in Uganda.", None),
        ("A packet costs 160 rupees in Nepal.", "NPR"),
        ("A packet costs 160 shillings in Sweden.", None),
    ],
)
def test_money_of_a_shared_name_is_that_of_the_only_country(
    sentence: str, unit: str | None
) -> None:
    assert only(sentence, Kind.FIGURE)["unit"] == unit


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "Lesk Foods (LF) said on Monday night that it was extending a recall announced on 7 August from four.",
            {
                "2024-09-09": "Lesk Foods is extending a recall",
                "2024-08-07": "A recall is announced",
            },
        ),
        (
            "Lesk Foods said on Friday it was closing a mill opened in May 2019 by its founder.",
            {"2024-09-06": "Lesk Foods is closing a mill", "2019-05": "A mill is opened"},
        ),
        ("Lesk Foods said the mill opened on 7 August.", {"2024-08-07": "The mill opens"}),
        ("It shut a road and a mill opened on 7 August.", {"2024-08-07": "A mill opens"}),
        (
            "Passing sentence on Monday, Mrs Justice Holm-Berg said that he had lied.",
            {"2024-09-09": "Mrs Justice Holm-Berg passes sentence"},
        ),
        ("Speaking on Monday, Pia Holm said that he had lied.", {}),
        (
            "Lesk Foods, which employs 640 people and had sales of £118m, halted a line on Monday.",
            {"2024-09-09": "Lesk Foods halts a line"},
        ),
        (
            "Pia Holm, who led it for 12 years and won 3 races, resigned on Monday.",
            {"2024-09-09": "Pia Holm resigns"},
        ),
    ],
)
def test_each_date_has_the_clause_that_it_belongs_to(sentence: str, titles: dict[str, str]) -> None:
    made = [dict(each.fields) for each in proposals(sentence, Kind.EVENT)]
    assert {each["date"]: each["title"] for each in made} == titles


@pytest.mark.parametrize(
    "body",
    [
        "Buoys that were to have been finished in June are late.",
        "Packs with use-by dates between 12 October and 9 November are affected.",
    ],
)
def test_what_was_not_done_and_what_is_printed_on_a_pack_are_no_events(body: str) -> None:
    assert not proposals(body, Kind.EVENT)
