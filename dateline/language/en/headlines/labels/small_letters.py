"""A sentence as within other words: its first word has a small letter, unless it is a name."""

from collections.abc import Collection, Sequence
from typing import Final

from dateline.language.en.headlines.clause_parts import FromTo
from dateline.language.en.name_words import DEMONYM
from dateline.language.en.words import MONTHS, NUMBER_WORDS, WEEKDAYS, compile_pattern
from dateline.patterns import compile_later


def with_small_beginning(
    text: str, start: int, names: Sequence[FromTo], words: Collection[str]
) -> str:
    """The text with a small letter where its sentence begins, if the word is certain to be no name.

    `words` are all that the article has with a small letter.
    """
    first = _FIRST_WORD.match(text, start)
    if first is None or any(name[0] <= first.start(1) < name[1] for name in names):
        return text
    word = first[1]
    if not _is_common(word, text, first.end(), words):
        return text
    return f"{text[: first.start(1)]}{word.lower()}{text[first.end() :]}"


def _is_common(word: str, text: str, end: int, words: Collection[str]) -> bool:
    lower = word.lower()
    is_proper = (len(word) > 1 and not word[1:].islower()) or word in _DAYS
    if is_proper or DEMONYM.fullmatch(lower):
        return False
    return (
        _SMALL.fullmatch(lower) is not None
        or lower in words
        or _BEFORE_NOUN.match(text, end) is not None
        or _NOUN.fullmatch(lower) is not None
        or lower in GOODS | _MASS
        or (_SEVERAL.fullmatch(lower) is not None and _OF_SEVERAL.match(text, end) is not None)
    )


# What is eaten, burned or built with, by weight or measure: a price of it is meant where it rises.
GOODS: Final = frozenset(
    """bread flour rice maize wheat corn barley oats milk butter cheese sugar salt tea coffee cocoa eggs meat beef pork
    lamb chicken fish potatoes tomatoes onions vegetables fruit bananas apples oranges oil petrol diesel gasoline fuel
    gas coal electricity fertiliser cement timber steel copper""".split()
)
_MASS: Final = frozenset(
    "demand revenue turnover profit debt inflation unemployment output growth trade traffic rent turnout".split()
)
# “Ships should carry”
_SEVERAL: Final = compile_pattern(r"[a-z]{2,}(?:[bdgklmnpwy]s|ves|oes)")
_OF_SEVERAL: Final = compile_pattern(
    r" (?:may|must|can|cannot|should|shall|are|were|have"
    r"|from (?-i:[a-z])[a-z]+ (?:accounted|rose|fell|have|are|were))\b"
)
_FIRST_WORD: Final = compile_later(r"\W*\b([^\W\d_]+)")
_DAYS: Final = frozenset(name.title() for name in (*MONTHS, *WEEKDAYS))
_SMALL: Final = compile_pattern(
    r"the|an?|its|his|her|their|our|my|this|that|these|those|some|many|most|all|half|more|every|each|both|no"
    rf"|{NUMBER_WORDS}"
)
# “Consumer prices”, “Growing a crop”: another noun follows, or what is grown.
_BEFORE_NOUN: Final = compile_pattern(
    r" (?!(?:was|is|has|does|his|its|this|says|rose|fell)\b)(?:(?-i:[a-z])[\w’'-]*[a-z]s(?<!ss)|an?)\b"
    r"(?! (?:the|an?|its|to|that)\b)(?! (?-i:[0-9A-Z£$€]))"
)
_NOUN: Final = compile_pattern(
    r"[a-z]{2,}(?:tion|ment|ness|ity|ance|ence|ship|ing|ism|age|ings|ers|ors|ists|ants|ents|ees|ies|ths|es|ts)|men|women|children|people|staff"
)
