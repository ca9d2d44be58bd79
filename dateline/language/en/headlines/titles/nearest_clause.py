"""The title of the nearest clause around a date, from where it begins to where another follows."""

from typing import Final

from dateline.language.en.headlines.clause_parts import (
    FINITE,
    FromTo,
    beginnings,
    end_of_clause,
    has_verb,
    leading_verb,
)
from dateline.language.en.headlines.clause_words import CLOCK, JOINED, parallel_of
from dateline.language.en.headlines.present_tense import is_third_person, to_participle
from dateline.language.en.headlines.titles.clause_titles import of_clause
from dateline.language.en.headlines.titles.dated_sentence import DatedSentence, EventTitle
from dateline.language.en.headlines.titles.subjects import RELATIVE_BEFORE, THAT_BEFORE
from dateline.language.en.headlines.titles.turns_of_phrase import COMMA, SECOND
from dateline.language.en.words import compile_pattern


def of_nearest_clause(own: DatedSentence, date: FromTo) -> EventTitle | None:
    text = own.text
    for start in beginnings(text, own.whole, date):
        end = end_of_clause(text, own.whole, date)
        if RELATIVE_BEFORE.search(text, own.whole[0], start):
            end = next((comma.start() for comma in COMMA.finditer(text, date[1], end)), end)
        if THAT_BEFORE.search(text, own.whole[0], start) and _MAIN_VERB.match(text, date[1]):
            end = date[1]
        parallels: list[FromTo] = []
        for other in own.dates:
            if start <= other[0] < other[1] < date[0]:
                parallels += parallel_of(text, start, other, date)
            if date[1] < other[0] < end and (joined := JOINED.match(text, date[1], other[0])):
                end = joined.start() if not has_verb(text[joined.end() : other[0]]) else end
        end = _before_addition(own, start, date, _before_second(own, date, end))
        if found := of_clause(own, (start, end), parallels):
            return found
        if _WHICH_BEFORE.search(text, own.whole[0], start):
            return None
        if start > own.whole[0] and _OTHER_CLAUSE.search(text[start:end]):
            return None
    return None


def _before_addition(own: DatedSentence, start: int, date: FromTo, end: int) -> int:
    """Where the clause ends that has its verb before the date: “opened on 9 October, two days before” or “and took”."""
    words = own.text[start : date[0]]
    if not (has_verb(f"it {words}") or is_third_person(words.partition(" ")[0])):
        return end
    commas = (found.start() for found in COMMA.finditer(own.text, date[1], end))
    comma = next((comma for comma in commas if not CLOCK.match(own.text, comma)), end)
    joined = next(
        (
            found.start()
            for found in JOINED.finditer(own.text, date[1], end)
            if _goes_on(own.text[found.end() : end])
        ),
        end,
    )
    return min(comma, joined)


def _goes_on(words: str) -> bool:
    own = _ADVERB.sub("", words)
    return leading_verb(own) is not None or to_participle(own.partition(" ")[0]) is not None


_ADVERB: Final = compile_pattern(
    r"^(?:now|still|today|never|soon|even|since|only|both|twice|[a-z]+ly) "
)


_WHICH_BEFORE: Final = compile_pattern(r", (?:which|who) $")


# “A fire that broke out on Tuesday afternoon has burned barns”: it breaks out.
_MAIN_VERB: Final = compile_pattern(
    r"(?: (?:morning|evening|afternoon|night))? (?:was|were|has|had|have|is|are|will) "
)


def _before_second(own: DatedSentence, date: FromTo, end: int) -> int:
    """Where a second thing with a date of its own begins: “will open on 3 May at noon and the other on 5 May”."""
    other = next((other for other in own.dates if date[1] < other[0] < end), None)
    second = SECOND.search(own.text, date[1], other[0]) if other else None
    is_other = second and other and second.end() == other[0] and not has_verb(second["what"])
    return second.start("and") if second and is_other else end


# A verb that is not known, or that has no subject: the words around it are not those of the date.
_OTHER_CLAUSE: Final = compile_pattern(rf"\b(?:[a-z]+ed|{FINITE})\b")
