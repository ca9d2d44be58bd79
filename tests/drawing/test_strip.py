"""The strip: the events of a timeline in order on one line, each place a link of 24 pixels."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.strip import StripMark, StripState, draw_strip
from dateline.drawing.svg import Drawing
from dateline.facts.dates import first_day, parse_date, show_date

WRITTEN = dt.date(2024, 9, 11)
PHONE = 328


def mark(
    number: int,
    edtf: str,
    title: str = "Something happens",
    state: StripState = StripState.HAPPENED,
) -> StripMark:
    date = parse_date(edtf)
    shown, begins = show_date(date), first_day(date)
    return StripMark(
        id=f"event-{number}",
        date=date,
        shown=shown,
        when=shown,
        title=title,
        after=state is StripState.EXPECTED or (begins is not None and begins > WRITTEN),
        state=state,
    )


def marks(*texts: str) -> list[StripMark]:
    return [mark(number, text) for number, text in enumerate(texts)]


def strip(*texts: str) -> Drawing:
    drawn = draw_strip(marks(*texts))
    assert drawn is not None
    return drawn


def parsed(drawing: Drawing) -> ET.Element:
    return ET.fromstring(drawing.svg)  # noqa: S314  (our own)


def stops(drawing: Drawing) -> list[tuple[float, ET.Element]]:
    """The percentage of each place, with its link."""
    return [
        (float(place.attrib["x"].removesuffix("%")), place[0])
        for place in parsed(drawing)
        if len(place) and place[0].tag == "a"
    ]


def events_of(link: ET.Element) -> list[str]:
    return link.get("data-events", link.attrib["href"][1:]).split("|")


def classes(drawing: Drawing, name: str) -> list[ET.Element]:
    return [shape for shape in parsed(drawing).iter() if name in shape.get("class", "").split()]


texts = st.sampled_from(
    "-0043-03-15 0001 199X 2003 2018-03 2018-03-04 ../2019 2017/.. 2018~ 9999-12-31".split()
)


@given(st.lists(texts, min_size=1, max_size=40))
def test_each_place_is_a_target_of_24_pixels_on_a_phone(written: list[str]) -> None:
    drawing = draw_strip(marks(*written))
    if drawing is None:
        assert len({mark.day for mark in marks(*written)}) < 3
        return
    places = [at / 100 * PHONE for at, _ in stops(drawing)]
    assert all(after - before >= 23.5 for before, after in pairwise(places))
    assert places[0] >= 11.5
    assert places[-1] <= PHONE - 11.5
    listed = [event for _, link in stops(drawing) for event in events_of(link)]
    assert sorted(listed) == sorted(mark.id for mark in marks(*written))


def test_ten_events_of_one_week_stay_apart_beside_one_of_long_ago() -> None:
    drawing = strip("1998", *(f"2024-09-{day:02}" for day in range(2, 11)))
    assert len(stops(drawing)) == 10
    assert len(classes(drawing, "broken")) == 1
    assert drawing.words.startswith("Not to scale; long gaps are shortened.")


def test_an_even_year_has_no_break() -> None:
    drawing = strip(*(f"2024-0{month}-01" for month in range(1, 9)))
    assert not classes(drawing, "broken")
    assert drawing.words == "Not to scale."


def test_a_place_links_to_its_event_and_says_which_it_is() -> None:
    at, link = stops(strip("2003", "2015", "2024-09-10"))[2]
    assert link.attrib["href"] == "#event-2"
    assert [title.text for title in link.iter("title")] == ["10 September 2024: Something happens"]
    assert at > 90


def test_events_of_one_day_share_a_place_which_counts_them() -> None:
    _, link = stops(strip("2003", "2015", "2024-09-10", "2024-09-10"))[2]
    assert [title.text for title in link.iter("title")] == ["10 September 2024: 2 events"]
    assert next(text.text for text in link.iter("text")) == "2"


def test_the_first_and_the_next_event_have_their_dates_above() -> None:
    listed = [*marks("2003", "2004", "2005", "2006"), mark(9, "2025-09", state=StripState.EXPECTED)]
    drawing = draw_strip([*listed, mark(10, "2026-09", state=StripState.EXPECTED)])
    assert drawing
    dates = [label for label in classes(drawing, "when") if label.get("class") == "when"]
    assert [label.text for label in dates] == ["2003", "September 2025"]


def test_a_place_of_several_events_has_the_name_of_the_one_that_matters_most() -> None:
    news = replace(mark(2, "2024-09-11", "The bridge opens"), key=True)
    drawing = draw_strip([*marks("2003", "2015"), news, mark(3, "2024-09-11", "A band plays")])
    assert drawing
    assert [name.text for name in classes(drawing, "label")][-1] == "The bridge opens"
    assert "11 September 2024" in [label.text for label in classes(drawing, "when")]


def test_a_broad_page_names_events_for_which_a_smaller_one_has_no_room() -> None:
    names = "A first event of some length", "A second event as long"
    listed = [mark(0, "2003", names[0]), replace(mark(1, "2009", names[1]), key=True)]
    drawing = draw_strip([*listed, mark(2, "2016"), replace(mark(3, "2024-09-11"), key=True)])
    assert drawing
    shown = {(name.get("class"), name.text) for name in classes(drawing, "label")}
    assert {("label wide", names[0]), ("label broad", names[1])} <= shown


def test_a_phone_has_the_date_of_a_key_event_also_where_titles_leave_no_room() -> None:
    long = "A next event, with a title that is as wide as half of the page or somewhat more"
    coming = mark(9, "2025", long, state=StripState.EXPECTED)
    key = replace(mark(3, "2019"), key=True)
    drawing = draw_strip([*marks("2003", "2005", "2007"), key, coming])
    assert drawing
    assert ("when narrow", "2019") in [
        (label.get("class"), label.text) for label in classes(drawing, "when")
    ]


def years(drawing: Drawing | None, page: str) -> list[str]:
    """The years below the line that a page of this width shows."""
    assert drawing
    found = re.findall(r'<text y="74"(?: class="(wide|narrow)")?>([^<]*)', drawing.svg)
    return [year for only, year in found if only in ("", page)]


def test_years_without_room_on_a_phone_are_in_short_where_all_are_of_one_century() -> None:
    listed = marks(*(f"{year}" for year in range(2003, 2025, 2)))
    close = draw_strip(listed)
    assert years(close, "wide")[1:4] == ["2007", "2009", "2011"]
    assert years(close, "narrow")[1:4] == ["’07", "’09", "’11"]
    across = draw_strip([mark(90, "1868"), *listed[1:]])
    assert not [year for year in years(across, "narrow") if year.startswith("’")]


def test_a_place_of_several_events_is_said_to_be_one() -> None:
    sentence = "A number: several events."
    alone = draw_strip(marks("2003", "2004", "2005"))
    shared = draw_strip([*marks("2003", "2004", "2005"), mark(7, "2005")])
    assert [sentence in drawing.words for drawing in (alone, shared) if drawing] == [False, True]


def test_what_was_due_is_not_said_to_be_expected() -> None:
    over = [mark(number, "2025-09", state=StripState.PASSED) for number in (8, 9)]
    drawing = draw_strip([*marks("2003", "2004", "2005"), *over])
    assert drawing
    said = [title.text for _, link in stops(drawing) for title in link.iter("title")]
    assert said[-1] == "September 2025: 2 events that were expected"


def test_what_is_expected_stands_at_the_end_of_its_window() -> None:
    listed = [
        mark(0, "2024-09", state=StripState.EXPECTED),
        *marks("2003", "2015", "2024-09-11")[1:],
    ]
    drawing = draw_strip(listed)
    assert drawing
    assert [link.attrib["href"] for _, link in stops(drawing)][-1] == "#event-0"


def test_what_begins_after_publication_is_hatched() -> None:
    assert "Hatched: after publication." in strip("2003", "2020", "2025-09").words
    assert "Hatched" not in strip("2003", "2015", "2020").words


def test_a_strip_that_leaves_events_out_says_so_in_words_that_stay_true_under_any_filter() -> None:
    drawing = draw_strip(marks("2003", "2015", "2020"), has_undated=True)
    assert drawing
    assert "Undated events are left out." in drawing.words
    assert not re.search(r"\d", drawing.words)
    assert "not shown" not in strip("2003", "2015", "2020").words


def test_two_places_make_no_strip() -> None:
    assert draw_strip(marks("2003", "2015")) is None
    assert draw_strip(marks("2024-09-10", "2024-09-11", "2024-09-11")) is None


def test_a_strip_has_no_style_attribute_and_is_under_90_pixels_high() -> None:
    drawn = strip("1790", "2003/..", "../2019", "2018~", "[2018-03-04,2018-03-06]", "2025-09")
    assert not re.search(r"\sstyle=", drawn.svg)
    assert int(parsed(drawn).attrib["height"]) < 90


def test_a_title_with_marks_of_its_own_stays_text() -> None:
    listed = [mark(0, "2003", "Prices < costs & wages"), *marks("2015", "2020", "2021")[1:]]
    drawing = draw_strip(listed)
    assert drawing
    assert "Prices &lt; costs &amp; wages" in drawing.svg


def group_of(link: ET.Element, listed: list[StripMark]) -> set[tuple[bool, StripState]]:
    by_id = {mark.id: mark for mark in listed}
    return {(by_id[event].after, by_id[event].state) for event in events_of(link)}


@given(
    st.lists(
        st.tuples(texts | st.sampled_from(["2025-03", "2026"]), st.sampled_from(StripState)),
        min_size=12,
        max_size=60,
    )
)
def test_a_place_never_mixes_states_or_the_two_sides_of_publication(
    written: list[tuple[str, StripState]],
) -> None:
    listed = [mark(number, text, state=state) for number, (text, state) in enumerate(written)]
    drawing = draw_strip(listed)
    groups = [group_of(link, listed) for _, link in stops(drawing)] if drawing else []
    assert all(len(kinds) == 1 for kinds in groups)
    sides = [after for kinds in groups for after, _ in kinds]
    assert sides == sorted(sides)


def test_a_place_of_several_years_says_from_when_to_when() -> None:
    drawing = strip("1998", "1999", *(f"20{year:02}" for year in range(1, 20)))
    said = " ".join(title.text or "" for _, link in stops(drawing) for title in link.iter("title"))
    assert "1998–99: 2 events" in said
    assert "2017–18: 2 events" in said


def test_called_off_and_disputed_have_signs_of_their_own_and_a_key() -> None:
    listed = [
        *marks("2003", "2015", "2020"),
        mark(7, "2025-03", state=StripState.CANCELLED),
        mark(8, "2025-04", state=StripState.DISPUTED),
    ]
    drawing = draw_strip(listed)
    assert drawing
    assert [sign.text for sign in classes(drawing, "many")] == ["×", "?"]
    assert drawing.words.endswith("Hatched: after publication. ×: called off. ?: disputed.")
