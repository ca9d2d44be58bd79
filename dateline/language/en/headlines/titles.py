"""The title of an event, from the clause that has its date: in the words of the article."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.frozen import dataclass
from dateline.language.en.headlines.clause_parts import (
    AUXILIARY,
    FINITE,
    OF_SOMEBODY,
    PRONOUN,
    FromTo,
    beginnings,
    end_of_clause,
    has_verb,
    leading_verb,
    subject_before,
    verb_of,
    without_opening,
)
from dateline.language.en.headlines.clause_words import (
    JOINED,
    asides_of,
    parallel_of,
    without_clock,
    without_small_words,
    words_without,
)
from dateline.language.en.headlines.noun_titles import find_noun
from dateline.language.en.headlines.plurals import is_plural
from dateline.language.en.headlines.present_tense import (
    is_past,
    is_plural_present,
    is_present,
    is_third_person,
    of_participle,
    past_participle,
    to_present,
)
from dateline.language.en.headlines.title_words import capitalised, shortened, trimmed
from dateline.language.en.words import MONTHS, compile_pattern, one_of
from dateline.patterns import compile_later

_RELATIVE_END: Final = compile_pattern(r",? (?:that|which|who)$")
_TO_COME: Final = compile_pattern(
    r"^(?:will|would|shall|must|is to|are to|was to|were to"
    r"|(?:is|are|was|were) (?:expected|due|set|scheduled|planned|likely|supposed|meant) to"
    r"|(?:plans?|intends?|hopes?|aims?|wants?|expects?|agreed|promised|vowed|pledged) to) "
)
_DUE: Final = compile_pattern(r"^(?:is|are) (?:due|set|scheduled|planned|expected)\b")
# “A hearing is set for 12 May”: the hearing.
_SET: Final = compile_pattern(r"(?:is|are|was|were) (?:set|scheduled|planned)(?: for)?")
_DETERMINED: Final = compile_pattern(
    r".*\b((?:the|an?|its|two|three|several|many) (?:[\w’'-]+ ?){1,5})$"
)
_STOPS: Final = compile_pattern(
    r".*\b(?:of|in|on|at|to|for|from|with|by|and|or|but|about|over|into|after|before|[a-z]+ing|was|were|is|are) "
)
_WHEN: Final = compile_pattern(r",? when ")
_UNTIL: Final = compile_pattern(r"\b(?:until|till|than)(?: the)? $")
_PROMISE: Final = compile_pattern(r"^(?:has |have |had )?(?:promised|pledged|vowed|planned)\b")
_SINCE: Final = compile_pattern(r"\bsince (?:the )?$")
_PARTICIPLE_ASIDE: Final = compile_pattern(r", ([a-z]+)\b(?![^,;]*,)[^,;]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTitle:
    """A title, and the words of the sentence that it was made of: from where to where in the text.

    `says` where somebody only says something; `ahead` where it is of what is to come; `since` where
    a time begins with it: “since 2003, when an invasion brought down the regime”.
    """

    text: str
    start: int
    end: int
    says: bool = False
    ahead: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """From where to where it is in the text, and where all names and dates of the text are."""

    text: str
    whole: FromTo
    names: Sequence[FromTo]
    dates: Sequence[FromTo]


def find_title(
    text: str, sentence: FromTo, date: FromTo, names: Sequence[FromTo], dates: Sequence[FromTo]
) -> EventTitle | None:
    """The headline of the clause of a sentence that has a date; None where no clause is certain.

    `names` and `dates` are all of the text: a name beside what it is called stands for both, and no
    date is part of a title.
    """
    own = _Sentence(text=text, whole=sentence, names=names, dates=dates)
    if _UNTIL.search(text, sentence[0], date[0]) or _is_until(text[date[0] : date[1]]):
        return None
    is_since = bool(
        _SINCE.search(text, sentence[0], date[0]) or text[date[0] : date[0] + 5].lower() == "since"
    )
    if when := _WHEN.match(text, date[1], sentence[1]):
        clause = (when.end(), end_of_clause(text, sentence, (when.end(), when.end())))
        found = _of_clause(own, clause)
        if found or is_since:
            return replace(found, since=is_since) if found else None
    return None if is_since else _of_date(own, date)


def _of_date(own: _Sentence, date: FromTo) -> EventTitle | None:
    if noun := find_noun(own.text, own.whole, date):
        return EventTitle(text=capitalised(noun[0]), start=noun[1][0], end=noun[1][1])
    found = (
        _of_aside(own.text, own.whole, date) or _of_opening(own, date) or _of_participle(own, date)
    )
    if found or _is_in_aside(own.text, own.whole, date):
        return found
    return _of_some(own, date) or _of_shared_verb(own, date) or _of_nearest_clause(own, date)


def _is_until(date: str) -> bool:
    return date.lower().startswith(("until ", "till "))


def _of_nearest_clause(own: _Sentence, date: FromTo) -> EventTitle | None:
    text = own.text
    for start in beginnings(text, own.whole, date):
        end = end_of_clause(text, own.whole, date)
        if _RELATIVE_BEFORE.search(text, own.whole[0], start):
            end = next((comma.start() for comma in _COMMA.finditer(text, date[1], end)), end)
        if _THAT_BEFORE.search(text, own.whole[0], start) and _MAIN_VERB.match(text, date[1]):
            end = date[1]
        parallels: list[FromTo] = []
        for other in own.dates:
            if start <= other[0] < other[1] < date[0]:
                parallels += parallel_of(text, start, other, date)
            if date[1] < other[0] < end and (joined := JOINED.match(text, date[1], other[0])):
                end = joined.start() if not has_verb(text[joined.end() : other[0]]) else end
        if found := _of_clause(own, (start, _before_second(own, date, end)), parallels):
            return found
        if start > own.whole[0] and _OTHER_CLAUSE.search(text[start:end]):
            return None
    return None


# “A fire that broke out on Tuesday afternoon has burned barns”: it breaks out.
_MAIN_VERB: Final = compile_pattern(
    r"(?: (?:morning|evening|afternoon|night))? (?:was|were|has|had|have|is|are|will) "
)


def _before_second(own: _Sentence, date: FromTo, end: int) -> int:
    """Where a second thing with a date of its own begins: “will open on 3 May at noon and the other on 5 May”."""
    other = next((other for other in own.dates if date[1] < other[0] < end), None)
    second = _SECOND.search(own.text, date[1], other[0]) if other else None
    is_other = second and other and second.end() == other[0] and not has_verb(second["what"])
    return second.start("and") if second and is_other else end


# A verb that is not known, or that has no subject: the words around it are not those of the date.
_OTHER_CLAUSE: Final = compile_pattern(rf"\b(?:[a-z]+ed|{FINITE})\b")


def _of_aside(text: str, sentence: FromTo, date: FromTo) -> EventTitle | None:
    """“The ship, built in 1998, …”: the ship is built."""
    aside = _PARTICIPLE_ASIDE.search(text, sentence[0], date[0])
    if aside is None or not past_participle(aside[1]) or text[date[1] : date[1] + 2] != ", ":
        return None
    words = without_small_words(text[aside.start() + 2 : date[0]])
    subject = without_opening(text[sentence[0] : aside.start()])
    is_plain = "," not in subject and not has_verb(f"it {words[len(aside[1]) :]}")
    is_for = " for" in f" {text[aside.end(1) : date[0]]}"
    goes_on = leading_verb(text[date[1] + 2 : sentence[1]]) is not None
    if has_verb(subject) or not is_plain or is_for or not goes_on or _no_subject(subject):
        return None
    title = f"{subject} {'are' if is_plural(subject) else 'is'} {words}"
    return EventTitle(text=capitalised(" ".join(title.split())), start=sentence[0], end=date[1])


def _of_opening(own: _Sentence, date: FromTo) -> EventTitle | None:
    """“Founded in 1891, the club moved to Lesk”: the club is founded."""
    opening = _OPENING_PARTICIPLE.fullmatch(own.text, own.whole[0], date[0])
    if opening is None or own.text[date[1] : date[1] + 2] != ", ":
        return None
    parts = subject_before(own.text[date[1] + 2 : own.whole[1]])
    verb = opening[1].lower()
    if parts is None or not past_participle(verb) or _no_subject(parts[0]) or "," in parts[0]:
        return None
    title = f"{parts[0]} {'are' if is_plural(parts[0]) else 'is'} {verb}"
    return EventTitle(text=capitalised(title), start=own.whole[0], end=date[1])


_OPENING_PARTICIPLE: Final = compile_pattern(r"([a-z]+) (?:in|on|in early|in late) ")


def _of_participle(own: _Sentence, date: FromTo) -> EventTitle | None:
    """“A man held on Monday was charged”: he is held; “A report issued in May found it safe”: it finds it safe."""
    text, whole = own.text, own.whole
    before = without_small_words(text[whole[0] : date[0]])
    first, _, verb = before.rpartition(" ")
    after = _NEXT_VERB.match(text, date[1], whole[1])
    is_verb = after and (after[1] in AUXILIARY or is_past(after[1]))
    if not (is_verb and past_participle(verb)):
        return None
    start = next(
        (start for start in beginnings(text, whole, date) if start < whole[0] + len(first)),
        whole[0],
    )
    subject = without_opening(text[start : whole[0] + len(first)])
    if has_verb(subject) or "," in subject or _no_subject(subject):
        return None
    if verb in _ISSUED:
        gap = (whole[0] + len(first), date[0])
        return _of_clause(own, (start, end_of_clause(text, whole, date)), [gap])
    title = f"{subject} {'are' if is_plural(subject) else 'is'} {verb}"
    return EventTitle(text=capitalised(title), start=start, end=date[1])


_NEXT_VERB: Final = compile_later(r" ([a-z]+)\b")
# What comes out says something on the same day.
_ISSUED: Final = frozenset("published released issued unveiled presented printed".split())


def _of_some(own: _Sentence, date: FromTo) -> EventTitle | None:
    """“It ordered 12 jets, the first of which is to come in May”: the first of 12 jets."""
    some = _SOME_OF.search(own.text, own.whole[0], date[0])
    if some is None:
        return None
    end = end_of_clause(own.text, own.whole, date)
    rest = without_opening(words_without(own.text, (some.end(), end), [], own.dates))
    subject = f"{some['part']} of {some['whole']}"
    said, ahead = _in_present(subject, rest)
    if said is None or _IN_DOUBT.search(said):
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


def _of_shared_verb(own: _Sentence, date: FromTo) -> EventTitle | None:
    """“Routes to Lesk will follow in May and a service to Sund in June”: a service to follow."""
    other = next((each for each in reversed(own.dates) if each[1] < date[0]), None)
    second = _SECOND.fullmatch(own.text, other[1], date[0]) if other else None
    if other is None or second is None or other[0] < own.whole[0] or has_verb(second["what"]):
        return None
    first = without_small_words(own.text[own.whole[0] : other[0]])
    parts = subject_before(first)
    if parts is None or len(parts[1].split()) > _FEW:
        return None
    said, ahead = _in_present(second["what"], parts[1])
    noun = parts[0].rpartition(" ")[2] if second["what"].lower() in _OF_ORDER else ""
    title = " ".join(f"{second['what']} {noun} {said}".split())
    return (
        EventTitle(text=capitalised(title), start=second.start("what"), end=date[1], ahead=ahead)
        if said
        else None
    )


_FEW: Final = 3
_OF_ORDER: Final = frozenset({"the second", "the third", "the last", "the other", "another"})
_SECOND: Final = compile_pattern(
    r"(?: (?:at|with|in|under) [^,;:.“”()]{2,30}?)?(?P<and>,? and) "
    r"(?P<what>(?:an?|the|one|another|two|three|(?-i:[A-Z])[\w’'-]+)\b[^,;:.“”()]{2,60}?)"
    r"(?: (?:on|in|at|by|from))?(?: the)? "
)


def _is_in_aside(text: str, sentence: FromTo, date: FromTo) -> bool:
    """Whether the date is among several words between two commas that are no clause: “, promised for May,”."""
    start = text.rfind(", ", sentence[0], date[0])
    end = _COMMA.search(text, date[1], sentence[1])
    if start < 0 or end is None:
        return False
    words = without_small_words(text[start + 2 : date[0]]) + text[date[1] : end.start()]
    first, *others = without_clock(words).split() or [""]
    if past_participle(first) and leading_verb(text[end.end() + 1 : sentence[1]]) is not None:
        return True
    return bool(others) and not has_verb(f"it {words}") and not has_verb(words)


_COMMA: Final = compile_later(r",(?=\s)")


def _of_clause(
    own: _Sentence, clause: FromTo, parallels: Iterable[FromTo] = ()
) -> EventTitle | None:
    asides = [
        aside
        for aside in asides_of(own.text, clause, own.names)
        if not any(date[0] < aside[0] < date[1] for date in own.dates)
    ]
    words = without_opening(words_without(own.text, clause, [*asides, *parallels], own.dates))
    verb = words.partition(" ")[0]
    is_relative = _THAT_BEFORE.search(own.text, own.whole[0], clause[0]) and is_third_person(verb)
    rest = words if is_relative else leading_verb(words)
    is_second = words[:1].islower() and rest is not None
    parts = _with_subject_before(rest, own, clause) if rest and is_second else _parts(words)
    if parts is None:
        return None
    subject, rest = parts
    if relative := _RELATIVE_END.search(subject):
        subject = _antecedent(subject[: relative.start()])
    subject = _WITHOUT.sub("", subject.rpartition(" that ")[2])
    subject = _speaker(own, clause) or subject if subject.lower() in _PRONOUNS else subject
    said, ahead = _in_present(subject, rest)
    if ahead and _is_agreed_then(own, clause):
        said, ahead = _now(subject, rest), False
    is_passive = re.search(rf", {re.escape(rest.split()[0])} by\b", own.text[slice(*clause)])
    is_promise = _PROMISE.match(rest) and not ahead and _BY.search(own.text, *clause)
    if is_passive or is_promise or _no_subject(subject):
        return None
    title = shortened(trimmed(f"{subject} {said}")) if said is not None else None
    if title is None or _IN_DOUBT.search(_CERTAIN.sub(" so", title)) or _has_another(title):
        return None
    return EventTitle(
        text=capitalised(title),
        start=clause[0],
        end=clause[1],
        says=rest.split()[0].lower() in _SAYING,
        ahead=ahead,
    )


def _is_agreed_then(own: _Sentence, clause: FromTo) -> bool:
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


def _speaker(own: _Sentence, clause: FromTo) -> str | None:
    """Who says of themselves what the clause says: “The board said it would meet in May”."""
    said = _SAID_OF_SELF.fullmatch(own.text, own.whole[0], clause[0])
    subject = without_opening(said[1]) if said else ""
    return subject if subject and not has_verb(subject) and "," not in subject else None


_SAID_OF_SELF: Final = compile_pattern(
    r"([^,;:“”()]{2,80}?) (?:has |have )?(?:said|says|announced|confirmed|promised|warned|added) (?:that )?"
)


_BY: Final = compile_pattern(r"\bby (?:the )?(?:end|start|beginning|early|late|[0-9]|(?-i:[A-Z]))")


def _parts(words: str) -> tuple[str, str] | None:
    verb = verb_of(words)
    return (words[: verb[0]].strip(" ,"), words[verb[0] :]) if verb else None


def _with_subject_before(rest: str, own: _Sentence, clause: FromTo) -> tuple[str, str] | None:
    """The subject that a clause shares with the one before: “The line closed and reopened in May”."""
    text, first = own.text, own.whole[0]
    if clause[0] == first:
        return None
    if relative := _RELATIVE_BEFORE.search(text, first, clause[0]):
        return _called(own, relative.start(), rest) or _of_which(own, relative.start(), rest)
    if that := _THAT_BEFORE.search(text, first, clause[0]):
        return _antecedent(text[first : that.start()]), _main_of(rest)
    if not _AND_BEFORE.search(text, first, clause[0]):
        return None
    start = next(iter(beginnings(text, own.whole, (clause[0] - 5, clause[0]))))
    shared = subject_before(text[start : clause[0]])
    return _shared(*shared, rest) if shared else None


def _of_which(own: _Sentence, end: int, rest: str) -> tuple[str, str] | None:
    """“Norland, which closed in May”, “The harvest, which began in May”."""
    name = next((name for name in own.names if name[1] == end), None)
    if name is not None:
        is_aside = own.text[max(0, name[0] - 2) : name[0]] == ", "
        return None if is_aside else (own.text[slice(*name)], rest)
    thing = without_opening(own.text[own.whole[0] : end])
    return (thing, rest) if _THING.fullmatch(thing) and not has_verb(thing) else None


_THING: Final = compile_pattern(r"(?:the|an?) (?:[\w’'-]+ ){0,3}[a-z]+")


def _main_of(rest: str) -> str:
    """“hung in a barn for years was sold”, of a picture that did, is “was sold”."""
    main = _MAIN.search(rest)
    return rest[main.start(1) :] if main else rest


_MAIN: Final = compile_pattern(
    r"^[a-z]+ (?:(?!(?:and|or|but|that|which|who|when|where|as|what|how)\b)[^,;: ]+ )+?"
    r"((?:was|were|has|had|is|are|will) )"
)


def _called(own: _Sentence, end: int, rest: str) -> tuple[str, str] | None:
    """“said Ann Lee, the board’s head, who was appointed in May”: the name, and what they were appointed."""
    for name in own.names:
        called = _CALLED.fullmatch(own.text, name[1], end) if name[1] < end else None
        if called and not has_verb(f"it {called[1]}"):
            is_to_be = _APPOINTED.fullmatch(rest.strip(" ,.;:"))
            said = f"{is_to_be[0]} {called[1]}" if is_to_be else rest
            return own.text[slice(*name)], said
    return None


_CALLED: Final = compile_pattern(r", ((?:the|an?|its|(?-i:[A-Z])[\w’'-]+[’']s) [^,;:.“”()]{2,80})")
_APPOINTED: Final = compile_pattern(r"(?:was|were) (?:appointed|elected|named)")


def _shared(subject: str, first: str, rest: str) -> tuple[str, str]:
    """The subject with its second verb, which may have the “was” of the first: “was taken and held”."""
    passive = _PASSIVE.match(first)
    is_passive = passive and rest.split(maxsplit=1)[0] not in AUXILIARY
    if not (passive and is_passive) or _OBJECT.search(rest):
        return subject, rest
    return subject, f"{passive[0]} {rest}"


_RELATIVE_BEFORE: Final = compile_pattern(r", (?:which|who) $")
_THAT_BEFORE: Final = compile_pattern(r"(?<=[a-z]) (?:that|which|who) $")
_AND_BEFORE: Final = compile_pattern(r"\b(?:and|but) (?:then |also |later )?$")
_PASSIVE: Final = compile_pattern(r"^(?:was|were|is|are|has been|have been|had been)\b")
# What a verb that is no participle has after it: “passed a survey”.
_OBJECT: Final = compile_later(
    r"^[a-z]+ (?:an?|the|its|his|her|their|[0-9]|[A-Z]|out|up|off|on|to)\b"
)


def _no_subject(subject: str) -> bool:
    first = subject.partition(" ")[0]
    is_clause = first.islower() and is_past(first) and has_verb(f"it {subject}")
    return (
        not subject
        or (is_clause and first != subject)
        or bool(
            PRONOUN.match(subject) or OF_SOMEBODY.match(subject) or _IN_DOUBT_BEFORE.search(subject)
        )
    )


def _antecedent(words: str) -> str:
    """The noun before “that” or “who”, with what belongs to it: from its article on, or its last words."""
    return next(
        (found[1] for found in (_DETERMINED.search(words),) if found),
        _STOPS.sub("", f"{words} ").strip(),
    )


def _in_present(subject: str, rest: str) -> tuple[str | None, bool]:
    """What is said of the subject, in the present tense, and whether it is to come."""
    if ahead := _TO_COME.match(rest):
        what = rest[ahead.end() :].removeprefix("have to ")
        return f"not to {what[4:]}" if what.startswith("not ") else f"to {what}", True
    if _DUE.match(rest):
        return "" if _SET.fullmatch(rest.strip(" ,.")) else rest, True
    return _now(subject, rest), False


def _now(subject: str, rest: str) -> str | None:
    """What happened or happens, in the present tense."""
    verb, _, after = rest.partition(" ")
    lower = verb.lower()
    plural = lower in _OF_SEVERAL if lower in _OF_NUMBER else is_plural(subject)
    if lower in ("has", "have", "had"):
        participle, _, object_ = after.partition(" ")
        if participle == "been":
            return f"{'are' if plural else 'is'} {object_}"
        if _DETERMINERS.match(after):
            return f"{'have' if plural else 'has'} {after}"
        present = to_present(of_participle(participle), plural=plural)
        return f"{present} {object_}" if present else None
    is_now = lower in ("is", "are") or is_present(lower) or is_plural_present(lower)
    if is_now or (lower in AUXILIARY and lower not in ("was", "were")):
        return rest if is_now else None
    present = to_present(verb, plural=plural)
    is_deed = lower not in AUXILIARY

    def second(found: re.Match[str]) -> str:
        return (
            f"{found[1]}{(is_past(found[2]) and to_present(found[2], plural=plural)) or found[2]}"
        )

    return f"{present} {_SECOND_VERB.sub(second, after) if is_deed else after}" if present else None


# “raised €2,140 and took seven years”
_SECOND_VERB: Final = compile_later(
    r"(\band )([a-z]+)(?= (?:(?:an?|the|its|their|his|her|up|out|off|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|[0-9£$€]))"
)


# Verbs that tell one from several; of these, those of several.
_OF_NUMBER: Final = frozenset("was were has have is are".split())
_OF_SEVERAL: Final = frozenset("were have are".split())
_DETERMINERS: Final = compile_pattern(r"(?:an?|the|its|his|her|their|no|[0-9])\b")


def _has_another(title: str) -> bool:
    """Whether a title goes on with another clause: “Butter rises, and bread went up”."""
    parts = [part.removeprefix("and ") for part in title.split(", ")[1:]]
    return (
        ";" in title
        or _OF_ANOTHER.search(title) is not None
        or any(has_verb(part) and not _RELATIVE.match(part) for part in parts)
    )


# “opens, and secures his place”, “lends €2m, to be repaid”, “says at a meeting”
_OF_ANOTHER: Final = compile_pattern(
    r", and [a-z]+s (?:his|her|its|their|the|an?)\b|, to be [a-z]+$|\bsays? (?:at|on|in|by|to)\b"
)
_RELATIVE: Final = compile_pattern(r"^(?:which|who|whose|where|when|after|as|if|because) ")
# “The engineers are called in” ends with its verb, and a word or two may be quoted.
_CERTAIN: Final = compile_pattern(r" (?:called|brought|sworn) in$| [“\"][\w’' -]{2,30}[”\"]")
# Only a report of something; what is announced, agreed or ruled is an event.
_SAYING: Final = frozenset(
    "said says say told tells added adds wrote writes claimed claims asked explained argued stressed noted"
    " insisted described suggested commented recalled".split()
)
# Quoted words, the rest of a phrase without its date, and words that stand for others.
_IN_DOUBT: Final = compile_pattern(
    r"[“”\"()]"
    r"|\b(?:for|and|at|of|the|on|in|as|over|than|an?|its|to|with|by|from|not|had|has|is|are|finds?|shows?|hears?|tells?"
    r"|whole|which|who|that|those)"
    r"(?: and)?$| ['’]s "
    r"|, [^,]* (?:called|planned|scheduled|due|held)$|\b(?:it|them|him|they|he|she|there|we)\b"
    r"|\bthat (?:down|up|by|in|to|from)\b|\bthe (?:across|in|at|on|for|from|to|was|were|is|are|and|or|but)\b"
)
_IN_DOUBT_BEFORE: Final = compile_pattern(
    rf"^(?:{one_of(MONTHS)})\b|"
    r"^[a-z]+ed,|^(?:in|on|at|by|from|under|with|for|of|to|known|called|earns?|inciting|including|raising|unless|if|[a-z]+ing)\b"
    r"|\b(?:number|share|list|rest) of (?:people|those|them)\b.*\b(?:when|who|to have)\b|[0-9]$| (?:to|had|has|have)$"
    r"|^(?:the )?(?:first|second|third|fourth|last|other|others|latter|former|two|three|same"
    r"|plan|move|decision|figure"
    r"|number|it|one|most|half|four|five|six|seven|eight|nine|ten|eleven|twelve)$"
    r"|\b(?:and|or|but|that|said|says)$|,$|, and |\bwhose\b"
)
