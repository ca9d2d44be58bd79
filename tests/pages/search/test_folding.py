"""Names, numbers and dates are found however they are written."""

import pytest

from dateline.pages.search.folding import terms_of
from tests.pages.search.folding_cases import QUESTIONS, TEXTS


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_found_by_its_terms(text: str) -> None:
    assert terms_of(text) >= TEXTS[text]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_a_reader_types_is_found_where_it_is_written_so(question: str) -> None:
    assert terms_of(question) >= set(QUESTIONS[question])


@pytest.mark.parametrize(
    "text", ["2024 and May", "on 2 in 500 days", "x2 thousand", "13 2024", "0.5 may 2024"]
)
def test_what_only_stands_side_by_side_is_not_put_together(text: str) -> None:
    assert not {"2024-05-05", "2500", "2000", "2024-13", "2024-01"} & terms_of(text)
