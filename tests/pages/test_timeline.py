"""The timeline: its order and headings, the rule between then and later, and each state in words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dateline.pages.edition import Edition
from dateline.pages.timeline import TimelineContext, plan_timeline
from tests.pages.everything import everything, html
from tests.pages.world import SHEETS, edition, edition_on, pages, read


def context(today: str = "2026-06-15") -> TimelineContext:
    return context_of(everything(today))


def context_of(edition: Edition) -> TimelineContext:
    page = plan_timeline(edition)
    assert isinstance(page.context, TimelineContext)
    return page.context


def headings() -> list[str]:
    """Every heading of the page, as it is read aloud."""
    page = html("timeline")
    found = re.findall(r"<h[1-4][^>]*>(.*?)</h[1-4]>", page, re.DOTALL)
    texts = [" ".join(re.sub(r"<[^>]+>", "", text).split()) for text in found]
    return [text.replace(" : ", ": ").replace(" , ", ", ") for text in texts]


def test_a_heading_reads_its_date_first() -> None:
    found = headings()
    assert "The 1790s: First petition for a bridge" in found
    assert "About 2016: Omar Haddad draws the bridge" in found
    assert "29 or 30 January 2022: A storm takes the crane" in found
    assert "No later than August 2024: The last bill is paid" in found
    assert "Was expected in September 2025: Lights on the bridge" in found
    assert "Due by the end of 2026: Trams run over the bridge" in found
    assert "Expected in 2027 or later: A museum of the ferry" in found


def test_events_of_one_day_stand_under_one_heading_each_with_its_time() -> None:
    found = headings()
    at = found.index("11 September 2024, Wednesday")
    assert found[at + 1 : at + 4] == [
        "The council says that the bridge cost 61 million euros",
        "9.40 am: The ferry sails for the last time",
        "11 am: Skerry opens its bridge",
    ]


def test_html_gets_only_the_dates_that_it_can_say() -> None:
    said = re.findall(r'<time datetime="([^"]+)">([^<]+)</time>', html("timeline"))
    assert ("2019", "2019") in said
    assert ("2025-02", "February 2025") in said
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", value) for value, _ in said)
    for words in ("The 1790s", "About 2016", "Since 1901", "29 or 30 January 2022"):
        assert words not in [shown for _, shown in said]


def test_the_rule_parts_what_had_come_from_what_lay_ahead() -> None:
    page = html("timeline")
    rule = page.index('id="at_written"')
    assert page.index('id="ribbon"') < rule < page.index('id="toll"')
    assert page.index('id="toll"') < page.index('id="audit"') < page.index('id="trams"')


def test_the_summary_is_counted_from_the_sheet() -> None:
    assert context().summary == (
        "13 events since the 1790s, 7 that were expected, 2 expected from 2026 and 1 since publication."
    )
    assert context().latest == "path"


SLIPPED = "Announced by Skerry trams on 10 September 2024."


@pytest.mark.parametrize(
    ("today", "date", "more"),
    [
        ("2024-09-13", "Now expected by the end of 2026", SLIPPED),
        ("2026-01-15", "Due by the end of 2026", SLIPPED),
        ("2027-01-01", "Was expected by the end of 2026", "We do not know what happened."),
    ],
)
def test_states_are_given_as_of_the_day_of_the_build(today: str, date: str, more: str) -> None:
    cards = [
        card
        for block in context(today).timeline.after
        for entry in block.entries
        for card in entry.events
    ]
    trams = next(card for card in cards if card.id == "trams")
    assert (trams.date, trams.more) == (date, more)


def test_a_period_that_goes_on_below_the_rule_is_headed_once() -> None:
    page = read(html("timeline"))
    assert len(page.ids) == len(set(page.ids))


def test_an_undated_event_has_the_date_of_the_one_it_follows() -> None:
    assert "After 29 or 30 January 2022: The crane is repaired" in headings()


def test_evidence_leads_to_the_words_and_the_fact_to_its_page() -> None:
    page = read(html("timeline"))
    assert "../article/index.html#words-ribbon" in page.links
    assert "../facts/ribbon/index.html" in page.links


def test_one_step_leads_to_the_words_and_no_row_repeats_the_word_source() -> None:
    page = html("timeline")
    ribbon = page[page.index('<li class="event', page.index('id="ribbon"') - 80) :]
    folded = ribbon[ribbon.index("<details") : ribbon.index("</details>")]
    assert "<mark>Skerry opened its bridge on Wednesday</mark>" in folded
    shown = re.sub(r"<i>.*?</i>", "", page)
    assert "Source: " not in shown[shown.index("<main") : shown.index("</main>")]
    assert "Not in the article. Source: " in re.findall(r"<i>(.*?)</i>", page)


def test_who_claims_something_is_not_named_again_below() -> None:
    page = html("timeline")
    card = page[page.index('id="price-claim"') :]
    card = card[: card.index("</li>")]
    assert card.count(">Skerry council</a>") == 1


def test_filters_offer_what_the_events_have_and_only_where_they_are_many() -> None:
    found = context().filters
    assert found is not None
    assert [topic.words for topic in found.topics] == ["Bridge", "Ferry", "Money", "Trams"]
    assert found.names[0].words == "Skerry council"
    assert context_of(edition()).filters is None


def test_the_strip_leads_to_the_events_below_it() -> None:
    page = html("timeline")
    places = re.findall(r'<svg x="[^"]+"><a href="#([^"]+)"(?: data-events="([^"]+)")?', page)
    ids = {event for first, events in places for event in (events or first).split("|")}
    assert all(f' id="{event}"' in page for event in ids)
    assert ids == {event.id for event in everything().events if everything().dates[event.id]}


def test_a_date_taken_from_another_event_names_that_event() -> None:
    two = """
        events:
          - {id: visit, title: The visit, date: 2024}
          - {id: talks, title: The talks, date: 2024, date_from: visit, evidence: came to Basel}
        """
    page = pages(edition("Ann came to Basel.", timeline=two))["b/timeline/index.html"]
    assert "Date: Taken from “The visit”" in page


CHRONICLE = """
    events:
      - {id: temple, title: A temple is built, date: "-0043", source: book}
      - {id: siege, title: The siege, date: 2001/2003, source: book}
      - {id: talks, title: The talks, date: "{2009-06-04,2009-06-05}", source: book}
      - {id: peace, title: The peace, date: 2010-mid, source: book}
"""
BOOK = "sources:\n  - {id: book, title: A chronicle}\n"


@pytest.mark.parametrize(
    ("left_out", "reach"),
    [
        ((), "4 events from 44 BC to mid-2010"),
        (("temple", "peace"), "2 events from 2001 to 5 June 2009"),
        (("temple", "talks", "peace"), "1 event from 2001 to 2003"),
    ],
)
def test_the_summary_reaches_from_the_first_day_to_the_last(
    left_out: tuple[str, ...], reach: str
) -> None:
    kept = [
        line
        for line in CHRONICLE.splitlines()
        if not any(f"id: {name}," in line for name in left_out)
    ]
    shown = context_of(edition(timeline="\n".join(kept), sources=BOOK, article="A tale."))
    assert shown.summary == f"{reach}."


def test_years_before_christ_stand_first_under_their_own_heading() -> None:
    made = pages(edition(timeline=CHRONICLE, sources=BOOK, article="A tale."))
    page = next(text for path, text in made.items() if path.endswith("timeline/index.html"))
    found = [
        page.index(words) for words in ("44 BC", "2001 to 2003", "4 and 5 June 2009", "Mid-2010")
    ]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("window", "summary"),
    [
        ("2027-01-26/..", "1 expected event from 26 January 2027."),
        ("2027-01-26", "1 expected event by 26 January 2027."),
    ],
)
def test_what_has_no_end_is_expected_from_a_day(window: str, summary: str) -> None:
    timeline = (
        f"events:\n  - {{id: e, title: T, expected: [{{window: {window}}}], evidence: opened}}\n"
    )
    assert context_of(edition(timeline=timeline)).summary == summary


@pytest.mark.parametrize(
    ("today", "summary"),
    [
        ("2024-09-12", "2 expected events by 3 May 2025."),
        ("2025-05-02", "1 event that was expected by October 2024 and 1 expected by 3 May 2025."),
        ("2025-05-04", "2 events that were expected by 3 May 2025."),
    ],
)
def test_the_summary_says_that_a_day_has_passed(today: str, summary: str) -> None:
    timeline = """
        events:
          - {id: e, title: T, expected: [{window: 2024-10}], evidence: opened}
          - {id: f, title: U, expected: [{window: 2025-05-03}], evidence: opened}
        """
    assert context_of(edition_on(date.fromisoformat(today), timeline=timeline)).summary == summary


REPORT = "sources: [{id: report, title: Report, publisher: The town, accessed: 2024-09-01}]"


def listed(*events: str) -> str:
    return "events:\n" + "".join(f"  - {{{event}}}\n" for event in events)


def test_a_source_of_many_events_is_named_once_for_all_of_them() -> None:
    dated = [f"id: e{year}, title: T, date: {year}, source: report" for year in (2001, 2002, 2003)]
    few = edition(timeline=listed(*dated[:2]), sources=REPORT)
    assert context_of(few).timeline.usual == ()
    own = "id: own, title: T, date: 2004, evidence: came to Basel"
    many = edition(timeline=listed(*dated, own), sources=REPORT)
    page = next(text for path, text in pages(many).items() if path.endswith("/timeline/index.html"))
    assert page.count("The town: Report") == 1
    assert "Not in the article" not in page


def test_that_nothing_is_known_is_said_once_where_it_is_true_of_several() -> None:
    due = [
        f"id: e{n}, title: T, expected: [{{window: 2025-0{n}}}], evidence: opened" for n in (4, 5)
    ]
    looked = due[0] + ", outcome_checked: {by: Ann, on: 2025-08-01}"
    for events, several in ((due, True), (due[:1], False), ([looked, due[1]], False)):
        found = context_of(edition(timeline=listed(*events))).timeline
        cards = [card for block in found.after for entry in block.entries for card in entry.events]
        assert found.has_unknown is several
        assert any("We do not know" in card.more for card in cards) is not several


def test_there_is_no_filter_where_there_is_nothing_to_choose() -> None:
    alike = [f"id: e{year}, title: T, date: {year}, evidence: opened" for year in range(1990, 2010)]
    assert context_of(edition(timeline=listed(*alike))).filters is None
    alike[0] += ", topic: [Trams]"
    alike[1] += ", topic: [Ships]"
    assert context_of(edition(timeline=listed(*alike))).filters


SHOW = """
    events:
      - id: show
        title: The plans are to be shown
        expected: {window: 2024-10, source: plan}
        source: plan
        outcome: {state: happened, date: 2024-10-05, title: The plans are shown, source: plan}
    """


@pytest.mark.parametrize(
    ("day", "shown", "gone"),
    [
        (date(2024, 10, 4), "The plans are to be shown", "The plans are shown"),
        (date(2024, 10, 5), "The plans are shown", "The plans are to be shown"),
    ],
)
def test_what_came_of_an_announcement_has_its_own_title(day: date, shown: str, gone: str) -> None:
    made = pages(edition_on(day, timeline=SHOW, sources=SHEETS["sources"]))
    for page in ("b/index.html", "b/timeline/index.html", "b/facts/show/index.html"):
        assert shown in made[page]
        assert gone not in made[page]
