"""“May not cost more than 12” is a limit; a negation of something else turns nothing round."""

import pytest

from dateline.language.en import find_quantities


def hedge(text: str) -> str | None:
    (found,) = find_quantities(text)
    return found.hedge and found.hedge.value


@pytest.mark.parametrize(
    "text",
    [
        "A loaf may not be sold for more than 160 euros in Ostrow.",
        "A roll must not cost more than 12 euros.",
        "A ticket may not exceed 40 euros.",
        "Drivers may not work for more than 48 hours.",
        "No shop can charge more than 15 euros.",
        "Rents can’t rise by more than 3 percent.",
        "Ships should not carry more than 300 passengers.",
        "The tax did not bring in more than 70 million euros.",
        "A permit never costs over 25 euros.",
        "Neither candidate had won more than half of the votes.",
        "It ended without more than 40 arrests.",
        "It passed without exceeding 40 euros.",
        "It ran for years without ever having charged more than 12 euros.",
        "Without charging more than 12 euros, it lived.",
        "The level is not allowed to be above 40 metres.",
        "The rate has not risen\nabove 5 percent.",
        "Ships are banned from carrying more than 300 passengers.",
        "None of the firms employs more than 40 people.",
    ],
)
def test_not_more_than_is_up_to(text: str) -> None:
    assert hedge(text) == "up to"


@pytest.mark.parametrize(
    "text",
    [
        "Flour cannot leave the mill for less than 185 euros.",
        "Nobody earns less than 900 euros.",
        "Wages must not fall below 1,100 euros.",
        "The party did not get fewer than 30 seats.",
        "The firm never had fewer than 30 boats.",
    ],
)
def test_not_less_than_is_at_least(text: str) -> None:
    assert hedge(text) == "at least"


@pytest.mark.parametrize(
    "text",
    [
        "A roll must cost more than 12 euros.",
        "It is hardly more than 40 metres.",
        "He did not say that more than 40 farms burned.",
        "Not only more than 40 farms but a mill burned.",
        "It closed not because more than 40 farms burned.",
        "Not everybody paid; more than 40 farmers did.",
        "He did not eat, and more than 40 farms burned.",
        "More than 40 farmers did not come.",
        "It has not rained in more than 40 days.",
        "The mine may not reopen for more than five years.",
        "She cannot pass without more than half of the votes.",
        "The bomb did not kill any of the more than 40 passengers.",
        "No one over 40 may enter.",
        "The council did not pay more than 40 workers.",
        "Without it the loss would have exceeded 28 million euros.",
        "Without the sale the club lost more than 3 million euros.",
        "Without them, more than 40 farms burned.",
    ],
)
def test_a_negation_of_something_else_turns_nothing_round(text: str) -> None:
    assert hedge(text) == "more than"
