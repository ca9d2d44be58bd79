"""Numbers that leave unsaid what they count."""

from dateline.language.en import find_quantities


def test_a_number_set_against_another_counts_the_same() -> None:
    (lost, believed) = find_quantities("The crew lost four winches, not three, to the storm.")
    assert (lost.low, lost.unit) == (4, "winches")
    assert (believed.low, believed.unit) == (3, "winches")
