"""What is the same for many words is worked out once."""

from datetime import date

from dateline.language.en import find_dates, find_names
from dateline.language.en.names.names import _spelling
from dateline.language.en.tense import _tense


def test_the_tense_of_words_that_come_again_is_read_once() -> None:
    _tense.cache_clear()
    found = find_dates("January and " * 300, written=date(2024, 9, 11))
    assert len(found) >= 150
    assert _tense.cache_info().misses < 80


def test_the_names_of_the_sheets_are_put_together_once_for_all_blocks() -> None:
    _spelling.cache_clear()
    aliases = {f"Ann Lee{number}": f"a{number}" for number in range(50)}
    for number in range(50):
        (found,) = find_names(f"so Ann Lee{number} came", aliases=aliases)
        assert found.known == f"a{number}"
    assert _spelling.cache_info().misses == 1
