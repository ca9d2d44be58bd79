"""What a name is of, by its own words and by those around it."""

from __future__ import annotations

import pytest

from dateline.language.en.headlines.name_cues import (
    find_place_type,
    is_of_none,
    kind_by_mentions,
    kind_by_words,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ostrow Health", "organisation"),
        ("Royal Ostrow Hunt", "organisation"),
        ("Needle Pool", "place"),
        ("Lesk Networks", "organisation"),
        ("Lesk Quay", "place"),
        ("Ostrow North", "place"),
        ("Pia Holm", None),
        ("Holm", None),
    ],
)
def test_words_of_a_name_say_what_it_is_of(name: str, kind: str | None) -> None:
    assert kind_by_words(name) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It rained in *Lesk* again.", "place"),
        ("A nurse from *Lesk*, who swam.", "place"),
        ("The mayor of *Lesk* came.", "place"),
        ("Then Coun *Pia Holm* spoke.", "person"),
        ("There *Pia Holm*, 34, left.", "person"),
        ("He stood before a prosecutor on *Lesk* in May.", "place"),
        ("A report on *Lesk* came out.", None),
        ("The grid operator *Lesk Holm* paid.", "organisation"),
        ("Rain fell on *Lesk*, Co Ostrow.", "place"),
        ("Then *Lesk* paid.", None),
    ],
)
def test_words_around_a_name_say_what_it_is_of(text: str, kind: str | None) -> None:
    before, name, after = text.split("*")
    assert kind_by_mentions(name, [(before, after)]) == kind


def test_a_place_may_be_called_what_it_is() -> None:
    assert find_place_type("near the mountain resort of ", " again") == "Mountain resort"
    assert find_place_type("in ", " province had") == "Province"
    assert find_place_type("in ", " again") is None


@pytest.mark.parametrize(
    ("name", "before", "none"),
    [
        ("Storm Éowyn", "what ", True),
        ("Hurricane Pia", "what ", True),
        ("Green Democrat", "Pia Holm, a ", True),
        ("Green Democrat", "then ", False),
        ("Stormont", "at ", False),
    ],
)
def test_weather_and_what_somebody_is_are_none_of_these(name: str, before: str, none: bool) -> None:
    assert is_of_none(name, [(before, " came")]) is none
