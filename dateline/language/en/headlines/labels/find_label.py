"""The label of a figure: what its number counts, in the words of its clause."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.headlines.labels.beside import (
    find_apposition,
    find_beside,
    find_extent_or_deed,
)
from dateline.language.en.headlines.labels.deeds import find_deeds
from dateline.language.en.headlines.labels.figure_label import FigureLabel, as_label
from dateline.language.en.headlines.labels.in_lists import of_lists
from dateline.language.en.headlines.labels.nouns import find_done, find_extent, find_item
from dateline.language.en.headlines.labels.number_in_sentence import NumberInSentence, words_around
from dateline.language.en.headlines.labels.of_limits import find_limit, of_limits
from dateline.language.en.headlines.labels.of_parts import find_share
from dateline.language.en.headlines.labels.of_verbs import find_deed, find_level
from dateline.language.en.headlines.labels.owners import with_owner
from dateline.language.en.headlines.labels.plain_words import of_plain_words
from dateline.language.en.headlines.labels.set_phrases import find_phrases
from dateline.language.en.headlines.labels.small_letters import with_small_beginning


def find_label(number: NumberInSentence) -> FigureLabel | None:
    """The label of a number in the words of its clause; None where no words are certain.

    No date of the text is part of a label. What is counted alone, “people”, is none.
    """
    text = with_small_beginning(number.text, number.sentence[0], number.names, number.small_words)
    alone = (number.noun or "").lower()
    alone = "" if alone in _HARMED else alone
    around = words_around(number, text)
    if number.found.negation == "turned":
        return find_limit(around)
    labels = _labels(number, text, around)
    label = next((label for label in labels if label and label.words.lower() != alone), None)
    return with_owner(label, around) if label else None


def _labels(
    number: NumberInSentence, text: str, around: AroundNumber
) -> Iterator[FigureLabel | None]:
    """The surest first."""
    phrase = around.phrase
    yield of_limits(around)
    yield from map(as_label, of_lists(around))
    yield from map(as_label, find_phrases(around))
    yield find_apposition(text, number.sentence, number.found)
    yield from find_extent_or_deed(around.before, around.after, phrase if number.noun else None)
    yield from map(as_label, find_done(around))
    yield from find_beside(around, phrase if number.noun else None)
    yield from (as_label(words, is_subject=about) for words, about in find_level(around))
    yield as_label(find_item(number.text, number.found.start) or "")
    yield (
        as_label(phrase)
        if (" " in phrase and phrase in around.found.text) or phrase in _HARMED
        else None
    )
    yield from map(as_label, find_extent(around))
    yield from (FigureLabel(words=words) for words in find_share(around))
    yield from map(as_label, find_deed(around))
    yield from map(as_label, find_deeds(around))
    yield from map(as_label, of_plain_words(around))


# Of so many, these say all.
_HARMED: Final = frozenset("dead injured wounded missing hurt killed".split())
