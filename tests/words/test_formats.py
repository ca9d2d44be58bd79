"""Numbers, dates and lists are written by the language of the page, not by English."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from gettext import NullTranslations
from types import SimpleNamespace
from typing import cast

import pytest

from dateline.facts.dates import parse_date, show_date
from dateline.facts.quantities import parse_amount, show_amount
from dateline.words import _, all_of, en, ngettext, one_of, speaking
from dateline.words.formats import Formats, WrittenDate
from dateline.words.interface import Interface


def date_backwards(date: WrittenDate) -> str:
    return ".".join(str(part) for part in (date.year, date.month, date.day) if part)


def number_with_dots(value: Decimal | int) -> str:
    return en.number(value).replace(",", ".")


def with_a_plus(words: Sequence[str]) -> str:
    return " + ".join(words)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formats of no language, without a catalogue."""
    own = {
        "date": date_backwards,
        "number": number_with_dots,
        "all_of": with_a_plus,
        "one_of": with_a_plus,
    }
    formats = SimpleNamespace(**{**vars(en), **own})
    made = Interface(language="xx", catalogue=NullTranslations(), formats=cast(Formats, formats))
    monkeypatch.setattr("dateline.words.find_interface", lambda _: made)


def test_another_language_writes_dates_numbers_and_lists_in_its_own_way(elsewhere: None) -> None:
    with speaking("xx"):
        assert show_date(parse_date("2024-09-11/..")) == "since 2024.9.11"
        assert show_amount(parse_amount("2500"), "people").plain == "2.500 people"
        assert ngettext("%(number)s fact", "%(number)s facts", 2500) == "2.500 facts"
        assert _("%(low)s to %(high)s", low=1000, high=2000) == "1.000 to 2.000"
        assert all_of(["a", "b"]) == one_of(iter(["a", "b"])) == "a + b"
    assert show_date(parse_date("2024-09-11/..")) == "since 11 September 2024"


def test_english_is_what_editors_get(elsewhere: None) -> None:
    assert show_amount(parse_amount("2500"), "people").plain == "2,500 people"
    assert all_of(["a", "b", "c"]) == "a, b and c"
