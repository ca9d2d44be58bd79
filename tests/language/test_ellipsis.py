"""Numbers that leave unsaid what they count."""

from dateline.language.en import find_quantities


def test_a_number_set_against_another_counts_the_same() -> None:
    found = find_quantities("The crew lost four winches, not three, to the storm.")
    assert [(f"{each.low}", each.unit) for each in found] == [("4", "winches"), ("3", "winches")]


def test_a_toll_that_is_raised_counts_the_same() -> None:
    text = "Police spoke of six dead at 2:30 a.m. on Friday, then of nine at 8 a.m. in May."
    found = find_quantities(text)
    assert [(f"{each.low}", each.unit) for each in found] == [("6", "dead"), ("9", "dead")]


def test_hours_that_follow_each_other_count_nothing() -> None:
    assert find_quantities("It opens at seven, and then at nine on Friday.") == ()
