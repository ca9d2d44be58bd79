"""Two numbers of which the words say that one became the other: no rise ends at less."""

import pytest

from dateline.language import en


@pytest.mark.parametrize(
    ("text", "is_possible"),
    [
        ("Landings fell from £7.4m in 2019 to £5.8m last year.", True),
        ("Landings fell from £5.8m in 2019 to £7.4m last year.", False),
        ("Landings fell from £5.8m in 2019 to £5.8m last year.", False),
        ("Finds rose to 412 last year from 366 in 2024.", True),
        ("Finds rose to 366 last year from 412 in 2024.", False),
        ("It made €38m before tax in 2022, up from €31m.", True),
        ("It made €31m before tax in 2022, up from €38m.", False),
        ("Sales were 54 tonnes, down from 48 tonnes.", False),
        ("The county says 187 homes are gone, not 214.", True),
        ("The county says 187 homes are gone, not 187.", False),
        ("The bank lowered its rate from 4% to 3.5%.", True),
        ("The bank raised its rate from 4% to 3.5%.", False),
        ("Exports doubled from 20 tonnes to 39 tonnes.", True),
        ("Exports doubled to 41 tonnes from 20 tonnes.", True),
        ("Exports doubled from 20 tonnes to 60 tonnes.", False),
        ("Exports more than doubled from 20 tonnes to 60 tonnes.", True),
        ("Exports tripled from 20 tonnes to 41 tonnes.", False),
        ("Exports more than tripled from 20 tonnes to 50 tonnes.", False),
        ("Exports more than halved from 20 tonnes to 9 tonnes.", True),
        ("Exports more than halved from 20 tonnes to 11 tonnes.", False),
        ("Exports halved from 20 tonnes to 11 tonnes.", True),
        ("Exports halved from 20 tonnes to 16 tonnes.", False),
    ],
)
def test_a_change_goes_the_way_that_its_words_say(text: str, is_possible: bool) -> None:
    (change,) = en.find_changes(text, en.find_quantities(text))
    assert change.is_possible is is_possible


@pytest.mark.parametrize(
    "text",
    [
        "Planes flew from 9 airports to 9 airports.",
        "It made €38m on sales of €20m, up from €31m.",
        "Sales fell 8% to £40m, and costs went from £43m to £44m.",
        "Scores went up from 3-2 to 3-3.",
        "Of 12 ships, 9 sailed, and 12 did in May.",
    ],
)
def test_what_may_be_meant_otherwise_is_no_change(text: str) -> None:
    assert en.find_changes(text, en.find_quantities(text)) == ()
