"""Titles of dates that belong to a participle, an aside or a noun: “Founded in 1891, the club …”."""

from typing import Final

from dateline.language.en.headlines.clause_parts import (
    AUXILIARY,
    FromTo,
    beginnings,
    end_of_clause,
    has_verb,
    leading_verb,
    subject_before,
    without_opening,
)
from dateline.language.en.headlines.clause_words import (
    without_clock,
    without_small_words,
    words_without,
)
from dateline.language.en.headlines.present_tense import is_past, past_participle, to_present
from dateline.language.en.headlines.titles.clause_titles import of_clause
from dateline.language.en.headlines.titles.dated_sentence import DatedSentence, EventTitle
from dateline.language.en.headlines.titles.doubts import IN_DOUBT, no_subject
from dateline.language.en.headlines.titles.in_present import in_present
from dateline.language.en.headlines.titles.plurals import is_plural
from dateline.language.en.headlines.titles.title_words import capitalised, shortened, trimmed
from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

_PARTICIPLE_ASIDE: Final = compile_pattern(r", ([a-z]+)\b(?![^,;]*,)[^,;]*$")


def of_set_day(own: DatedSentence, date: FromTo) -> EventTitle | None:
    """“It comes before a vote on the toll, set for 10 April”: a vote on the toll."""
    found = _SET_FOR.search(own.text, own.whole[0], date[0])
    noun = _WHAT_IS_SET.search(own.text, own.whole[0], found.start()) if found else None
    if found is None or noun is None or has_verb(f"it {noun[1]}") or no_subject(noun[1]):
        return None
    return EventTitle(text=capitalised(noun[1]), start=noun.start(1), end=date[1], ahead=True)


_SET_FOR: Final = compile_pattern(
    r",? (?:which (?:is|are) )?(?:set|due|scheduled|planned|expected)(?: to (?:begin|start|open|end))?"
    r" (?:for|on|in|by) (?:the )?$"
)


_WHAT_IS_SET: Final = compile_pattern(
    r"\b((?:an?|the|its|their) (?!.*\b(?:an?|its|their) )[^,;:“”()]{3,70})$"
)


def of_aside(text: str, sentence: FromTo, date: FromTo) -> EventTitle | None:
    """“The ship, built in 1998, …”: the ship is built."""
    aside = _PARTICIPLE_ASIDE.search(text, sentence[0], date[0])
    if aside is None or not past_participle(aside[1]) or text[date[1] : date[1] + 2] != ", ":
        return None
    words = without_small_words(text[aside.start() + 2 : date[0]])
    subject = without_opening(text[sentence[0] : aside.start()])
    is_plain = "," not in subject and not has_verb(f"it {words[len(aside[1]) :]}")
    is_for = " for" in f" {text[aside.end(1) : date[0]]}"
    goes_on = leading_verb(text[date[1] + 2 : sentence[1]]) is not None
    if has_verb(subject) or not is_plain or is_for or not goes_on or no_subject(subject):
        return None
    title = f"{subject} {'are' if is_plural(subject) else 'is'} {words}"
    return EventTitle(text=capitalised(" ".join(title.split())), start=sentence[0], end=date[1])


def of_opening(own: DatedSentence, date: FromTo) -> EventTitle | None:
    """“Founded in 1891, the club moved to Lesk”: the club is founded."""
    opening = _OPENING_PARTICIPLE.fullmatch(own.text, own.whole[0], date[0])
    if opening is None or own.text[date[1] : date[1] + 2] != ", ":
        return None
    parts = subject_before(own.text[date[1] + 2 : own.whole[1]])
    verb = opening[1].lower()
    if parts is None or not past_participle(verb) or no_subject(parts[0]) or "," in parts[0]:
        return None
    title = f"{parts[0]} {'are' if is_plural(parts[0]) else 'is'} {verb}"
    return EventTitle(text=capitalised(title), start=own.whole[0], end=date[1])


_OPENING_PARTICIPLE: Final = compile_pattern(r"([a-z]+) (?:in|on|in early|in late) ")


def of_opening_deed(own: DatedSentence, date: FromTo) -> EventTitle | None:
    """“Passing sentence on Thursday, the judge said that …”: the judge passes sentence."""
    opening = _OPENING_DEED.fullmatch(own.text, own.whole[0], date[0])
    if opening is None or own.text[date[1] : date[1] + 2] != ", ":
        return None
    parts = subject_before(own.text[date[1] + 2 : own.whole[1]])
    if parts is None or "," in parts[0] or no_subject(parts[0]) or has_verb(opening["what"]):
        return None
    does = to_present(f"{opening['does'].lower()}ed", plural=is_plural(parts[0]))
    title = shortened(f"{parts[0]} {does} {opening['what']}") if does else None
    end = own.text.find(parts[0], date[1]) + len(parts[0])
    found = title and not IN_DOUBT.search(title)
    return (
        EventTitle(text=capitalised(title), start=own.whole[0], end=end)
        if title and found
        else None
    )


_OPENING_DEED: Final = compile_pattern(
    r"(?P<does>pass|sentenc|jail|fin|open|announc|launch|unveil|present|deliver|clos|sign|publish)ing"
    r" (?P<what>[^,;:“”()]{3,60}?)(?: (?:on|in|at|late|early))*(?: the)? "
)


def of_verb_before_date(own: DatedSentence, date: FromTo) -> EventTitle | None:
    """“A man held on Monday was charged”: he is held; “A report issued in May found it safe”: it finds it safe."""
    text, whole = own.text, own.whole
    before = without_small_words(text[whole[0] : date[0]])
    first, _, verb = before.rpartition(" ")
    by = _BY_NAME.match(text, date[1], whole[1])
    after = _NEXT_VERB.match(text, by.end() if by else date[1], whole[1])
    is_verb = after and (after[1] in AUXILIARY or is_past(after[1]))
    if not (is_verb and past_participle(verb)):
        return None
    start = next(
        (start for start in beginnings(text, whole, date) if start < whole[0] + len(first)),
        whole[0],
    )
    subject = without_opening(text[start : whole[0] + len(first)])
    if has_verb(subject) or "," in subject or no_subject(subject):
        return None
    if verb in _ISSUED and not by:
        gap = (whole[0] + len(first), date[0])
        return of_clause(own, (start, end_of_clause(text, whole, date)), [gap])
    doer = by[0].removeprefix(" by ") if by else ""
    present = to_present(verb, plural=is_plural(doer)) if by else None
    title = f"{subject} {'are' if is_plural(subject) else 'is'} {verb}{by[0] if by else ''}"
    if present and verb in _ISSUED:
        title = f"{doer} {present} {subject[:1].lower()}{subject[1:]}"
    return EventTitle(text=capitalised(title), start=start, end=by.end() if by else date[1])


_NEXT_VERB: Final = compile_later(r" ([a-z]+)\b")
# “A study published in May by Lesk University found”
_BY_NAME: Final = compile_later(
    r" by (?:the )?[A-Z][\w’'-]+(?: (?:(?:of|for|and) )?(?:the )?[A-Z][\w’'-]+)*"
)


# What comes out says something on the same day.
_ISSUED: Final = frozenset("published released issued unveiled presented printed".split())


def of_some(own: DatedSentence, date: FromTo) -> EventTitle | None:
    """“It ordered 12 jets, the first of which is to come in May”: the first of 12 jets."""
    some = _SOME_OF.search(own.text, own.whole[0], date[0])
    if some is None:
        return None
    end = end_of_clause(own.text, own.whole, date)
    rest = without_opening(words_without(own.text, (some.end(), end), [], own.dates))
    subject = f"{some['part']} of {some['whole']}"
    said, ahead = in_present(subject, rest)
    if said is None or IN_DOUBT.search(said):
        return None
    title = shortened(trimmed(f"{subject} {said}"))
    return (
        EventTitle(text=capitalised(title), start=some.start("part"), end=end, ahead=ahead)
        if title
        else None
    )


_SOME_OF: Final = compile_pattern(
    r".*\b(?P<whole>(?:the|an?|its|their|[0-9][0-9,.]*|two|three|four|five|six|seven|eight|nine|ten|several|many)"
    r" [^,;:.“”()]{2,60}), (?P<part>(?:the )?(?:first|second|third|last)|some|most|all|many|half|both|one|two|three)"
    r" of (?:which|whom) "
)


def of_shared_verb(own: DatedSentence, date: FromTo) -> EventTitle | None:
    """“Routes to Lesk will follow in May and a service to Sund in June”: a service to follow."""
    other = next((each for each in reversed(own.dates) if each[1] < date[0]), None)
    second = SECOND.fullmatch(own.text, other[1], date[0]) if other else None
    if other is None or second is None or other[0] < own.whole[0] or has_verb(second["what"]):
        return None
    first = without_small_words(own.text[own.whole[0] : other[0]])
    parts = subject_before(first)
    if parts is None or len(parts[1].split()) > _FEW:
        return None
    said, ahead = in_present(second["what"], parts[1])
    noun = parts[0].rpartition(" ")[2] if second["what"].lower() in _OF_ORDER else ""
    title = " ".join(f"{second['what']} {noun} {said}".split())
    return (
        EventTitle(text=capitalised(title), start=second.start("what"), end=date[1], ahead=ahead)
        if said
        else None
    )


_FEW: Final = 3


_OF_ORDER: Final = frozenset({"the second", "the third", "the last", "the other", "another"})


SECOND: Final = compile_pattern(
    r"(?: (?:at|with|in|under) [^,;:.“”()]{2,30}?)?(?P<and>,? and) "
    r"(?P<what>(?:an?|the|one|another|two|three|(?-i:[A-Z])[\w’'-]+)\b[^,;:.“”()]{2,60}?)"
    r"(?: (?:on|in|at|by|from))?(?: the)? "
)


def is_in_aside(text: str, sentence: FromTo, date: FromTo) -> bool:
    """Whether the date is among several words between two commas that are no clause: “, promised for May,”."""
    start = text.rfind(", ", sentence[0], date[0])
    end = COMMA.search(text, date[1], sentence[1])
    if start < 0 or end is None:
        return False
    words = without_small_words(text[start + 2 : date[0]]) + text[date[1] : end.start()]
    first, *others = without_clock(words).split() or [""]
    if first in ("which", "who"):
        return False
    if past_participle(first) and leading_verb(text[end.end() + 1 : sentence[1]]) is not None:
        return True
    return bool(others) and not has_verb(f"it {words}") and not has_verb(words)


COMMA: Final = compile_later(r",(?=\s)")
