"""The first look at a text never says that there is nothing where the grammar finds something."""

from dateline.language.en import (
    find_dates,
    find_quantities,
    may_have_dates,
    may_have_quantities,
)
from tests.language.corpus import read_corpus


def test_whatever_the_grammar_finds_in_the_corpus_is_looked_for() -> None:
    missed: list[str] = []
    for sentence in read_corpus():
        dates = find_dates(sentence.text, written=sentence.written)
        missed += [found.text for found in dates if not may_have_dates(found.text)]
        quantities = find_quantities(sentence.text)
        missed += [found.text for found in quantities if not may_have_quantities(found.text)]
    assert missed == []


def test_most_words_are_passed_over() -> None:
    assert not may_have_dates("Pezeshkian says that the market decided; the Sunni monitor stood.")
    assert not may_have_quantities("Money is often a tension of someone’s content.")
