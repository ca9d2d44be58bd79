"""Every sentence of the corpus gives its gold findings and nothing else."""

import pytest

from dateline.language.en import find_dates, find_quantities
from tests.language.corpus import Gold, Sentence, quantity_reading, read_corpus

CORPUS = read_corpus()


def named(sentence: Sentence) -> str:
    return f"{sentence.batch}:{sentence.line}"


def gold(sentence: Sentence, kind: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (sentence.text[mark.start : mark.end], mark.reading)
        for mark in sentence.gold
        if mark.kind == kind
    ]


@pytest.mark.parametrize("sentence", CORPUS, ids=named)
def test_dates_of_the_corpus(sentence: Sentence) -> None:
    asked: dict[int, Gold] = {mark.start: mark for mark in sentence.gold if mark.kind == "date"}
    found = []
    for date in find_dates(sentence.text, written=sentence.written):
        wanted = asked.get(date.start)
        several = wanted is not None and len(wanted.reading) > 1
        readings = date.readings if several else date.readings[:1]
        found.append((date.text, readings or ("vague",)))
    assert found == gold(sentence, "date")


@pytest.mark.parametrize("sentence", CORPUS, ids=named)
def test_quantities_of_the_corpus(sentence: Sentence) -> None:
    quantities = find_quantities(sentence.text)
    found = [(quantity.text, quantity_reading(quantity)) for quantity in quantities]
    assert found == gold(sentence, "quantity")
    pairs = [mark.is_pair for mark in sentence.gold if mark.kind == "quantity"]
    assert [quantity.pair for quantity in quantities] == pairs


def test_the_corpus_is_large_enough_to_mean_something() -> None:
    assert len(CORPUS) >= 200
    assert sum(len(sentence.gold) for sentence in CORPUS) >= 400
