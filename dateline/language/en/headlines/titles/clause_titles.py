"""The title of one clause: its subject, and what is said of it in the present tense."""

import re
from collections.abc import Iterable
from typing import Final

from dateline.language.en.headlines.clause_parts import (
    FromTo,
    has_verb,
    leading_verb,
    without_opening,
)
from dateline.language.en.headlines.clause_words import asides_of, words_without
from dateline.language.en.headlines.present_tense import is_third_person, may_be_past
from dateline.language.en.headlines.titles.dated_sentence import DatedSentence, EventTitle
from dateline.language.en.headlines.titles.doubts import IN_DOUBT, has_another, no_subject
from dateline.language.en.headlines.titles.in_present import in_present, said_now
from dateline.language.en.headlines.titles.subjects import (
    RELATIVE_BEFORE,
    THAT_BEFORE,
    called_so,
    find_speaker,
    last_noun_of,
    subject_and_rest,
    with_subject_before,
)
from dateline.language.en.headlines.titles.title_words import capitalised, shortened, trimmed
from dateline.language.en.words import compile_pattern

_RELATIVE_END: Final = compile_pattern(r",? (?:that|which|who)$")


# “Nobody will be waiting that long”: how long, another sentence says.
_SO_MUCH: Final = compile_pattern(
    r"\bthat (?:long|much|many|far|late|early|high|low|few|often|fast|slow|small|large|big|soon)\b"
)
_PROMISE: Final = compile_pattern(r"^(?:has |have |had )?(?:promised|pledged|vowed|planned)\b")


def of_clause(
    own: DatedSentence, clause: FromTo, parallels: Iterable[FromTo] = ()
) -> EventTitle | None:
    words = _words_of(own, clause, parallels)
    verb = words.partition(" ")[0]
    is_after = any(
        before.search(own.text, own.whole[0], clause[0])
        for before in (THAT_BEFORE, RELATIVE_BEFORE)
    )
    is_relative = is_after and is_third_person(verb)
    rest = words if is_relative else leading_verb(words)
    is_second = words[:1].islower() and rest is not None
    parts = (
        with_subject_before(rest, own, clause) if rest and is_second else subject_and_rest(words)
    )
    if parts is None:
        return None
    subject, rest = parts[0], _of_second_verb(parts[1], own, clause)
    if relative := _RELATIVE_END.search(subject):
        noun = last_noun_of(subject[: relative.start()])
        subject = called_so(own, noun) or noun
    subject = _WITHOUT.sub("", subject.rpartition(" that ")[2])
    if subject.lower() == "it" and _OF_TWO.match(own.text, own.whole[0], clause[0]):
        return None
    if THAT_BEFORE.search(own.text, own.whole[0], clause[0]) and (
        passed := _PASSED.fullmatch(rest)
    ):
        rest = (
            f"{passed[1]} {last_noun_of(own.text[own.whole[0] : clause[0]].removesuffix(' that '))}"
        )
    if subject.lower() in _PRONOUNS:
        said = find_speaker(own, clause) or subject
        subject = (own.whom(said.lower()) or said) if said.lower() in _PRONOUNS else said
    return None if no_subject(subject) else _said_of(subject, rest, own, clause)


# “stays in force and will be reviewed in June”: what the date is of.
_SECOND: Final = compile_pattern(
    r" and ((?:will|would|is to|are to|was|were|is|are) (?:not )?(?:be )?[a-z]+(?:ed|en|t|ld|ut|un|ade|eld)?\b.*)$"
)


def _of_second_verb(rest: str, own: DatedSentence, clause: FromTo) -> str:
    second = _SECOND.search(rest)
    if second is None:
        return rest
    words = " ".join(second[1].split()[:2])
    at = own.text.find(f" and {words}", *clause)
    dates = [date for date in own.dates if clause[0] <= date[0] and date[1] <= clause[1]]
    return second[1] if at >= 0 and dates and all(date[0] > at for date in dates) else rest


# “A prototype flew, and Lesk promised that it would enter service”: the prototype, or Lesk.
_OF_TWO: Final = compile_pattern(
    r"(?:the|an?|its) [a-z][^;:]*, (?:and|but) [^;:]*\b(?:promised|said|hoped|planned|expected) (?:that )?$"
)
# “a law that parliament passed by 58 votes to 27”
_PASSED: Final = compile_pattern(
    r"(passed|approved|adopted|signed|announced|launched|published|rejected|introduced|drafted|issued|backed)"
    r"(?: (?:by|with|in|on|at) .*)?"
)


def _words_of(own: DatedSentence, clause: FromTo, parallels: Iterable[FromTo]) -> str:
    """The words of a clause without its dates and what stands beside them, but with its verb."""
    asides = [
        aside
        for aside in asides_of(own.text, clause, own.names)
        if not any(date[0] < edge < date[1] for date in own.dates for edge in aside)
    ]
    words = without_opening(words_without(own.text, clause, [*asides, *parallels], own.dates))
    if has_verb(words):
        return words
    asides = [aside for aside in asides if not _begins_with_verb(own.text[slice(*aside)])]
    return without_opening(words_without(own.text, clause, [*asides, *parallels], own.dates))


def _said_of(subject: str, rest: str, own: DatedSentence, clause: FromTo) -> EventTitle | None:
    """The title of a subject and what is said of it, if it is certain to be whole."""
    said, ahead = in_present(subject, rest)
    if ahead and _is_agreed_then(own, clause):
        said, ahead = said_now(subject, rest), False
    is_passive = _BY_SOMEBODY.match(rest) or re.search(
        rf", {re.escape(rest.split(maxsplit=1)[0])} by\b", own.text[slice(*clause)]
    )
    is_promise = _PROMISE.match(rest) and not ahead and _BY.search(own.text, *clause)
    promised = _PROMISED.fullmatch(rest) if is_promise else None
    if promised and not has_verb(promised["what"]) and " to " not in promised["what"]:
        text = capitalised(promised["what"])
        return EventTitle(text=text, start=clause[0], end=clause[1], ahead=True)
    if (
        is_passive
        or is_promise
        or _is_since_then(own, clause)
        or _SO_MUCH.search(f"{subject} {said}")
    ):
        return None
    title = shortened(_main(trimmed(f"{subject} {said}"))) if said is not None else None
    if title is None or IN_DOUBT.search(_CERTAIN.sub(" so", title)) or has_another(title):
        return None
    return EventTitle(
        text=capitalised(title),
        start=clause[0],
        end=clause[1],
        says=rest.split(maxsplit=1)[0].lower() in _SAYING,
        ahead=ahead,
    )


def _main(title: str) -> str:
    """Without a clause that says why or after what, and “there” where the place is named."""
    after = _WHY.search(title)
    is_clause = (
        after and has_verb(title[after.end() :]) and len(title[: after.start()].split()) >= _WHOLE
    )
    words = title[: after.start()] if after and is_clause else title
    return _THERE.sub("", words) if _NAMED_PLACE.search(words) else words


_WHOLE: Final = 4
_WHY: Final = compile_pattern(
    r",? (?:after|because|as) (?=(?:the|an?|its|their|his|her|(?-i:[A-Z])|[a-z]+s)\b)"
)
_THERE: Final = compile_pattern(r" there(?= )")
_NAMED_PLACE: Final = compile_pattern(r"\b(?:in|at|near) (?-i:[A-Z])")


def _is_since_then(own: DatedSentence, clause: FromTo) -> bool:
    """Whether a date of the clause says since when nothing was more so: “the weakest since 2016”."""
    return any(
        _MOST_SINCE.search(own.text, clause[0], date[1]) is not None
        for date in own.dates
        if clause[0] <= date[0] and date[1] <= clause[1]
    )


_MOST_SINCE: Final = compile_pattern(
    r"\b(?:the|its|their|his|her) (?:[a-z]{3,}est|best|worst|most|least|first|only)\b[^,;.]* since [^,;.]*$"
)


def _begins_with_verb(aside: str) -> bool:
    words = aside.strip(" ,")
    return leading_verb(words) is not None or may_be_past(words.partition(" ")[0])


def _is_agreed_then(own: DatedSentence, clause: FromTo) -> bool:
    """Whether a date of the clause is that of the promise: “Farms agreed in 2013 to pump less”."""
    return any(
        _AGREED.search(own.text, clause[0], date[0]) is not None
        for date in own.dates
        if clause[0] <= date[0] and date[1] <= clause[1]
    )


_AGREED: Final = compile_pattern(
    r"\b(?:agreed|promised|pledged|vowed|decided) (?:(?:on|in|last|late|early) )*$"
)


# “directors also heard”, “the payment to them is due”
_WITHOUT: Final = compile_pattern(
    r"(?<!the)(?: (?:also|last|first|finally|already|later|then|now|recently|still|previously|initially|originally"
    r"|reportedly|formally|officially|eventually|immediately|subsequently|again|twice))+$"
    r"|(?<=[a-z]) (?:to|for) (?:them|it|him|her|us|me)$"
)


_PRONOUNS: Final = frozenset("it he she they".split())


# “A study published by Lesk University”: it is not the study that publishes.
_BY_SOMEBODY: Final = compile_pattern(r"[a-z]+ by (?:the )?(?-i:[A-Z])")
_BY: Final = compile_pattern(
    r"\bby (?:the )?(?:end|start|beginning|middle|early|late|spring|summer|autumn|winter|[0-9]|(?-i:[A-Z]))"
)
# “She has promised a referendum by 2029”: the referendum is to be by then.
_PROMISED: Final = compile_pattern(
    r"(?:has |have |had )?(?:promised|pledged) (?P<what>(?:an?|the|two|three|four|five) [^,;:“”]{3,70}?)[ .]*"
)


# “The engineers are called in” ends with its verb, and a word or two may be quoted.
_CERTAIN: Final = compile_pattern(
    r" (?:called|brought|sworn) in$| (?:tak(?:es?|en)|hand(?:s|ed)?|turn(?:s|ed)?) over$| [“\"][\w’' -]{2,30}[”\"]"
)


# Only a report of something; what is announced, agreed or ruled is an event.
_SAYING: Final = frozenset(
    "said says say told tells added adds wrote writes claimed claims asked explained argued stressed noted"
    " insisted described suggested commented recalled expects predicts forecasts estimates projects".split()
)
