"""Sheets and prose know a hedge by the same words."""

import pytest

from dateline.facts.hedges import HEDGES_AFTER, HEDGES_BEFORE, Hedge
from dateline.facts.quantities import QuantityError, parse_amount
from dateline.language.en import find_quantities


def test_every_hedge_is_said_by_its_own_words() -> None:
    assert {hedge: HEDGES_BEFORE[hedge] for hedge in Hedge} == {hedge: hedge for hedge in Hedge}


@pytest.mark.parametrize("words", sorted(HEDGES_BEFORE))
def test_words_before_a_number_hedge_it_in_prose_and_in_a_sheet(words: str) -> None:
    hedge = HEDGES_BEFORE[words]
    (found,) = find_quantities(f"We counted {words} 2,500 cows.")
    assert found.hedge == hedge
    with pytest.raises(QuantityError) as refused:
        parse_amount(f"{words} 2,500")
    assert refused.value.fix == f"write 2,500, and put {hedge} in `hedge`"


@pytest.mark.parametrize("words", sorted(HEDGES_AFTER))
def test_words_after_a_number_hedge_it(words: str) -> None:
    gap = "" if words[0] in "-+" else " "
    (found,) = find_quantities(f"We counted 2,500{gap}{words}.")
    assert found.hedge == HEDGES_AFTER[words]
