"""Averages, shares of two figures, wholes and months that an editor reckons from figures that the text speaks of."""

from __future__ import annotations

import pytest

from tests.checking.test_claims import claims

# Published on Wednesday 11 September 2024.
BODY = """
    The zoo spent $73m on feed in the year to 31 December 2023, and $48.2m on vets.
    In 2022 it was $64m, and $50m on vets.

    It has bought fish for $12.6m over three years. A fund offered roughly $15m for a fifth of its land.

    Of its 19 penguins seven have hatched chicks. No zoo may owe more than $52m; it owes $38.8m, leaving it
    less than $14m to borrow.

    Lena Voss has run the aviary since January. The last count was in March; the next is called for November.

    It had a surplus of $4.4m, thanks to a gift of $6.1m in May.
"""
FIGURES = """
figures:
  - {id: feed, label: Cost of feed, value: 73 million, unit: USD, kind: measured, period: 2023,
     evidence: spent $73m on feed, description: "FEED",
     history: [{date: 2022, value: 64 million, evidence: it was $64m}]}
  - {id: vets, label: Vets, value: 48.2 million, unit: USD, kind: measured, period: 2023, evidence: $48.2m on vets,
     history: [{date: 2022, value: 50 million, evidence: $50m on vets}]}
  - {id: fish, label: Fish bought, value: 12.6 million, unit: USD, kind: measured, description: "FISH",
     evidence: bought fish for $12.6m over three years}
  - {id: land, label: Offer for a fifth of the land, value: 15 million, unit: USD, hedge: about, kind: target,
     description: "LAND", evidence: roughly $15m for a fifth of its land}
  - {id: chicks, label: Penguins with chicks, value: 7, whole: its 19 penguins, kind: measured, description: "CHICKS",
     evidence: Of its 19 penguins seven have hatched chicks}
  - {id: room, label: Left to borrow, value: 14 million, unit: USD, hedge: fewer than, kind: measured,
     description: "ROOM", evidence: less than $14m to borrow}
  - {id: surplus, label: Surplus, value: 4.4 million, unit: USD, kind: measured, evidence: a surplus of $4.4m}
  - {id: gift, label: Gift, value: 6.1 million, unit: USD, kind: measured, description: "GIFT",
     evidence: a gift of $6.1m}
"""
EVENTS = """
events:
  - {id: count, title: The last count of the birds, date: 2024-03, evidence: The last count was in March}
  - {id: next, title: The next count is called, expected: [{window: 2024-11}], summary: "NEXT",
     evidence: the next is called for November}
  - {id: voss, title: Lena Voss begins, date: 2024-01, summary: "VOSS",
     evidence: Lena Voss has run the aviary since January}
"""
_FIELDS = ("FEED", "FISH", "LAND", "CHICKS", "ROOM", "GIFT", "NEXT", "VOSS")


def is_refused(field: str, text: str, **above: str) -> bool:
    sheets = [FIGURES, EVENTS]
    for name in _FIELDS:
        said = text if name == field else "In short."
        sheets = [sheet.replace(f'"{name}"', f'"{said}"') for sheet in sheets]
    figures, timeline = sheets
    return bool(claims(body=BODY, figures=figures, timeline=timeline, **above))


@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        ("FEED", "That is $200,000 a day.", "That is $270,000 a day."),
        ("FEED", "About $1.4m a week went on feed.", "About $1.6m a week went on feed."),
        ("FISH", "An average of $4.2m a year.", "An average of $6.3m a year."),
        ("FISH", "About $4.2m a year.", "About $2.4m a year."),
        ("LAND", "It would value the whole land at about $75m.", "It would value the whole land at about $60m."),
        ("LAND", "It would value the whole land at about $75m.", "It would value the whole land at $75m."),
        ("CHICKS", "They are 37 per cent of the penguins.", "They are 47 per cent of the penguins."),
        ("FEED", "Feed cost 151 per cent of the bill for vets.", "Feed cost 115 per cent of the bill for vets."),
        ("FEED", "151 per cent of vets, up from 128 per cent.", "151 per cent of vets, up from 138 per cent."),
        ("ROOM", "$13.2m, to be exact.", "$13.7m, to be exact."),
        ("GIFT", "Without it the surplus would be a gap of $1.7m.", "Without it the surplus would be a gap of $2.7m."),
        ("VOSS", "She had run it for about eight months by now.", "She had run it for about six months by now."),
        ("NEXT", "That is eight months after the last count.", "That is eleven months after the last count."),
    ],
)  # fmt: skip
def test_what_two_figures_give_passes_and_no_other_number(
    field: str, right: str, wrong: str
) -> None:
    assert not is_refused(field, right)
    assert is_refused(field, wrong)


def test_a_standfirst_may_have_so_much_a_day_of_a_sum_that_it_names() -> None:
    assert not is_refused("", "", standfirst="Feed costs about $200,000 a day.")
    assert is_refused("", "", standfirst="Feed costs about $240,000 a day.")
