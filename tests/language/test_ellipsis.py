"""Numbers that leave unsaid what they count."""

from dateline.language.en import find_quantities


def test_a_number_set_against_another_counts_the_same() -> None:
    found = find_quantities("The crew lost four winches, not three, to the storm.")
    assert [(f"{each.low}", each.unit) for each in found] == [("4", "winches"), ("3", "winches")]
