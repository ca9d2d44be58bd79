"""What contains a number but is not a quantity: one case for each rule."""

import pytest

from dateline.language.en import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        "The odds are 175 million to 1.",
        "It begins at 9.30am.",
        "It begins at 10.",
        "They met between 9 and 11 a.m.",
        "Call 020 7946 0958 now.",
        "She called 911.",
        "It stands at 1600 Pennsylvania Avenue.",
        "A Boeing 737 crashed on Route 66.",
        "An F-35 and an A380 flew.",
        "Article 50 and Section 230(c) apply.",
        "No. 10 declined to comment.",
        "He came in Years 6 and 11.",
        "Rooney (8) scored.",
        "The two nations signed.",
        "All three men deny it.",
        "One of the men fled.",
        "That one is new.",
        "The Big Three met at Camp David.",
        "He joined the Seven Sisters.",
        "a 50-50 chance, 24/7",
        "a two-way street",
        "It finished 10th, in the third quarter.",
        "a third term in the second half",
        "under-21s and over-60s",
        "1. First of all",
        "in 2018 and by 2030",
        "see https://example.org/a/12",
    ],
)
def test_no_quantity(text: str) -> None:
    assert [quantity.text for quantity in find_quantities(text)] == []
