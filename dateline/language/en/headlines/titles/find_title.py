"""The title of an event, from the clause that has its date: in the words of the article."""

from dataclasses import replace
from typing import Final

from dateline.language.en.headlines.clause_parts import FromTo, end_of_clause
from dateline.language.en.headlines.titles.clause_titles import of_clause
from dateline.language.en.headlines.titles.dated_sentence import DatedSentence, EventTitle
from dateline.language.en.headlines.titles.modified_nouns import (
    of_modified_noun,
    of_what_is_announced,
)
from dateline.language.en.headlines.titles.nearest_clause import of_nearest_clause
from dateline.language.en.headlines.titles.noun_titles import find_noun
from dateline.language.en.headlines.titles.title_words import capitalised
from dateline.language.en.headlines.titles.turns_of_phrase import (
    is_in_aside,
    of_aside,
    of_opening,
    of_opening_deed,
    of_set_day,
    of_shared_verb,
    of_some,
    of_verb_before_date,
)
from dateline.language.en.words import compile_pattern

_WHEN: Final = compile_pattern(r",? when ")


_UNTIL: Final = compile_pattern(r"\b(?:until|till|than)(?: the)? $")


_SINCE: Final = compile_pattern(r"\bsince (?:the )?$")


def find_title(own: DatedSentence, date: FromTo) -> EventTitle | None:
    """The headline of the clause of a sentence that has a date; None where no clause is certain.

    A name beside what it is called stands for both, and no date is part of a title.
    """
    text, sentence = own.text, own.whole
    if _UNTIL.search(text, sentence[0], date[0]) or _is_until(text[date[0] : date[1]]):
        return None
    is_since = bool(
        _SINCE.search(text, sentence[0], date[0]) or text[date[0] : date[0] + 5].lower() == "since"
    )
    if when := _WHEN.match(text, date[1], sentence[1]):
        clause = (when.end(), end_of_clause(text, sentence, (when.end(), when.end())))
        found = of_clause(own, clause)
        if found or is_since:
            return replace(found, since=is_since) if found else None
    found = None if is_since else _of_date(own, date)
    is_asked = found and _ASKED.search(text, found.start, date[0])
    return None if is_asked else found


# “called for inspectors to be sent out before Monday”: the day is not that of the call.
_ASKED: Final = compile_pattern(
    r"\b(?:called (?:on|for)|urged|asked|begged|demanded|appealed (?:to|for)|pressed|encouraged)"
    r" [^,;:.]{2,80}? to (?-i:[a-z])"
)


# “the chances of approval before 2030”, “can cancel if the plane is not approved by June”
_UNSURE: Final = compile_pattern(
    r"\b(?:chances?|odds|likelihood|probability|risk) of [^,;:.]{3,60} (?:before|by|in) (?:the )?$"
    r"|\b(?:if|unless) [^,;:.]{3,80}$"
)


def _of_date(own: DatedSentence, date: FromTo) -> EventTitle | None:
    if _UNSURE.search(own.text, own.whole[0], date[0]):
        return None
    if noun := find_noun(own.text, own.whole, date):
        return EventTitle(text=capitalised(noun[0]), start=noun[1][0], end=noun[1][1])
    found = (
        of_modified_noun(own, date)
        or of_what_is_announced(own, date)
        or of_set_day(own, date)
        or of_aside(own.text, own.whole, date)
        or of_opening(own, date)
        or of_opening_deed(own, date)
        or of_verb_before_date(own, date)
    )
    if found or is_in_aside(own.text, own.whole, date):
        return found
    return of_some(own, date) or of_shared_verb(own, date) or of_nearest_clause(own, date)


def _is_until(date: str) -> bool:
    return date.lower().startswith(("until ", "till "))
