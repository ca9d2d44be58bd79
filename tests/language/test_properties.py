"""What is true of every text, news or noise."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.dates import parse_date
from dateline.language.en import (
    find_attributions,
    find_dates,
    find_names,
    find_quantities,
    find_quotations,
)
from dateline.language.en.speakers.antecedents import Antecedents, Paragraph, People
from tests.language.corpus import read_corpus

PIECES = (
    "on by since until between from to and or of the a in early late next last this previous end "
    "first half three 12 2024 1990s 3/9 14 15 Sept. September March May Sunday Monday week month "
    "2024-02-31 31/02/2024 year years ago later earlier Christmas Easter nearly about more than $5 £1.2bn 30 percent % "
    "million hundred dozens two-thirds twenty-three 34-year-old -4C 6ft 2in 3-1 at 9.30am Q3 "
    "people troops 44 BC AD 632 mid- overnight same night weekend that until before unlikely not at least "
    "the 31st 29 February of this month declared for Tuesday's 2024-25 '98 10-Apr-15 "
    "week before after 0001 9999 century season "
    "people troops ' \" “ ” ‘ ’ . , ; ( ) – — \n\n O'Neill IRAN"
).split(" ")
NEWS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), NEWS, NEWS.map(lambda words: words.replace(" ", "")))
DAYS = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))


@given(text=TEXTS, written=DAYS)
def test_spans_lie_in_the_text_in_order_and_apart(text: str, written: dt.date) -> None:
    for finding in (
        find_dates(text, written=written),
        find_quantities(text),
        find_quotations(text),
        find_names(text, aliases={"Iran": "iran", "O'Neill": "oneill"}),
    ):
        done = 0
        for found in finding:
            assert done <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.text
            done = found.end


SPEECH = st.lists(
    st.sampled_from(
        "“Stop,” “We won.” “Why?” said told asked by who she he Iran Anna Lee's mayor , . : and the when "
        "saying to would of for spokesman according was – 's".split(" ")
    ),
    max_size=25,
).map(" ".join)


@given(first=SPEECH, second=SPEECH)
def test_a_speaker_is_one_whom_the_text_names(first: str, second: str) -> None:
    aliases = {"Iran": "iran", "Anna": "anna", "Lee": "lee"}
    paragraphs = [
        Paragraph(
            text=text,
            names=find_names(text, aliases=aliases),
            quotations=find_quotations(text),
        )
        for text in (first, second)
    ]
    people = People(
        is_person=lambda name: name.known != "iran",
        same=lambda name: name.text,
        called=lambda name: name.text,
        role=lambda _name: "",
    )
    said = find_attributions(Antecedents(passages=paragraphs, people=people))
    assert len(said) == sum(len(paragraph.quotations) for paragraph in paragraphs)
    named = {name.text for paragraph in paragraphs for name in paragraph.names}
    assert {name.text for found in said.values() if found for name in found.names} <= named


@given(text=NEWS, written=DAYS)
def test_every_reading_is_a_date_that_a_sheet_may_hold(text: str, written: dt.date) -> None:
    for date in find_dates(text, written=written):
        assert len(set(date.readings)) == len(date.readings)
        for reading in date.readings:
            parse_date(reading)


@pytest.mark.parametrize("sentence", read_corpus(), ids=lambda line: f"{line.batch}:{line.line}")
def test_every_reading_of_the_corpus_is_a_date(sentence) -> None:  # type: ignore[no-untyped-def]
    for date in find_dates(sentence.text, written=sentence.written):
        assert (date.kind == "vague") == (not date.readings)
        for reading in date.readings:
            parse_date(reading)


@given(text=TEXTS)
def test_low_is_never_above_high_but_in_a_pair(text: str) -> None:
    for quantity in find_quantities(text):
        assert (quantity.low is None) == (quantity.high is None)
        if quantity.low is not None and quantity.high is not None and not quantity.pair:
            assert quantity.low <= quantity.high


@pytest.mark.parametrize(
    "piece",
    ["9", "1,", "1, ", "one ", "twenty-", "two hundred and ", "$", "a ", "Mr. ", "-", "'", '"', "‘",
     "of the ", "May ", "14, ", "2024-", "1.1.", "@", "x@", "million ", "dozens of ", "\n", " \n",
     "Sunday or ", "from March to ", "Anna of ", "by the end of "],
)  # fmt: skip
def test_long_runs_are_read_to_their_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    find_dates(text, written=dt.date(2024, 9, 11))
    find_quantities(text)
    find_quotations(text)
    find_names(text, aliases={"Anna": "anna"})
