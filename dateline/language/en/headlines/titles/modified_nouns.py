"""Dates of what is said of a noun in passing: “extends a recall first announced on 17 November”."""

import re
from typing import Final

from dateline.language.en.headlines.clause_parts import (
    FromTo,
    beginnings,
    end_of_clause,
    has_verb,
    without_opening,
)
from dateline.language.en.headlines.clause_words import words_without
from dateline.language.en.headlines.titles.dated_sentence import DatedSentence, EventTitle
from dateline.language.en.headlines.titles.doubts import IN_DOUBT, has_another, no_subject
from dateline.language.en.headlines.titles.plurals import is_plural
from dateline.language.en.headlines.titles.title_words import capitalised, shortened, trimmed
from dateline.language.en.words import compile_pattern

_WORD: Final = (
    r"(?!(?:an?|the|its|their|his|her|of|on|for|that|which|who|and|or|was|were|had) )[\w’'-]+ "
)
# What is done to a thing once, and so has a day.
_DONE: Final = (
    "announced|imposed|introduced|launched|opened|built|signed|published|issued|approved|passed|adopted|founded|created"
    "|unveiled|established|set up|brought in|agreed"
)
_MODIFIED: Final = compile_pattern(
    rf"(?<=[a-z]\s)(?P<noun>(?:an?|the) (?:{_WORD}){{1,4}}?(?:(?:on|for|of(?: the)?) (?:{_WORD}){{1,2}}?)?)"
    rf"(?P<done>(?:first |originally |initially |only |recently )?(?P<verb>{_DONE})\b)(?: by [^,;:.]{{2,40}})?"
    r"(?: (?:on|in|at|by|early|late|back))*(?: the)? $"
)
# “Declared the bridge opened”, “the man who led the inquiry published”: not said in passing.
_OTHERWISE: Final = compile_pattern(
    r"\b(?:has|have|had|having|declared?|left|kept|saw|see|made|found|wants?|gets?|got) $"
    r"|\b(?:who|which|that|whose)\b"
)


def of_modified_noun(own: DatedSentence, date: FromTo) -> EventTitle | None:
    """“A recall is announced”, of “was extending a recall first announced on 17 November”."""
    found = _modified(own, date)
    if found is None:
        return None
    noun = found["noun"].strip()
    title = f"{noun} {'are' if is_plural(noun) else 'is'} {found['verb']}"
    return EventTitle(text=capitalised(title), start=found.start("noun"), end=date[1])


def of_what_is_announced(own: DatedSentence, date: FromTo) -> EventTitle | None:
    """“Lesk is closing a pier”, of “Lesk said on Monday that it was closing a pier built in 1922”."""
    said = _SAID_THEN.search(own.text, own.whole[0], date[0])
    that = _IS_DOING.match(own.text, date[1], own.whole[1]) if said else None
    if not (said and that):
        return None
    subject = without_opening(_SHORT_NAME.sub("", own.text[own.whole[0] : said.start()]))
    start = that.start("doing")
    later = (_modified(own, other) for other in own.dates if other[0] > start)
    ends = [found.start("done") - 1 for found in later if found]
    end = min([*ends, end_of_clause(own.text, own.whole, that.span())])
    doing = words_without(own.text, (start, end), [], own.dates)
    title = shortened(trimmed(f"{subject} {'are' if is_plural(subject) else 'is'} {doing}"))
    is_unsure = has_verb(subject) or "," in subject or no_subject(subject)
    if is_unsure or title is None or IN_DOUBT.search(title) or has_another(title):
        return None
    return EventTitle(text=capitalised(title), start=own.whole[0], end=end)


# “The Food Standards Agency (FSA)”
_SHORT_NAME: Final = compile_pattern(r" \([^()]{2,30}\)")
_SAID_THEN: Final = compile_pattern(r"\b(?:said|announced|confirmed)(?: late| early)?(?: on)? $")
# What is done as it is announced; one who considers or looks into something has not done it.
_IS_DOING: Final = compile_pattern(
    r"(?: (?:morning|evening|afternoon|night))?,?(?: that)? (?:it|he|she|they) (?:was|were)"
    r" (?P<doing>extending|widening|closing|shutting|ending|scrapping|cutting|raising|lowering|suspending|halting"
    r"|stopping|recalling|withdrawing|banning|lifting|cancelling|dropping|abandoning|imposing|launching|opening|selling|buying"
    r"|moving|leaving|quitting|pulling|shelving|freezing|doubling|sending|sacking|laying) "
)


def _modified(own: DatedSentence, date: FromTo) -> re.Match[str] | None:
    """The noun and the participle right before a date, where the clause has its verb before them."""
    found = _MODIFIED.search(own.text, own.whole[0], date[0])
    if found is None or any(other[1] == found.start() - 1 for other in own.dates):
        return None
    at = found.start("noun")
    start = next(begin for begin in beginnings(own.text, own.whole, date) if begin <= at)
    before = own.text[start:at]
    return found if has_verb(before) and not _OTHERWISE.search(before) else None
