"""A number in its sentence, and the words of its clause around it."""

from collections.abc import Callable, Collection, Sequence
from typing import Final

from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en.headlines.clause_parts import FromTo, clause_around
from dateline.language.en.headlines.clause_words import (
    without_clock,
    without_small_words,
    words_without,
)
from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.words import compile_pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberInSentence:
    """A quantity of a sentence, that counts a `noun`, an amount of money or a measure.

    `dates` and `names` are where all of the text are; `small_words` are those that the article has with
    a small letter, and `whom` gives the name that a pronoun stands for.
    """

    text: str
    sentence: FromTo
    found: FoundQuantity
    noun: str | None
    dates: Sequence[FromTo]
    names: Sequence[FromTo]
    small_words: Collection[str]
    whom: Callable[[str], str | None]


def words_around(number: NumberInSentence, text: str) -> AroundNumber:
    sentence, found = number.sentence, number.found
    end = min([sentence[1], *(date[0] for date in number.dates if found.end <= date[0])])
    start, _ = clause_around(text, sentence, (found.start, found.end))
    start = _after_opening_date(text, start, found.start, number.dates)
    before = _own_clause(_INITIALS.sub("", text[start : found.start]))
    if _WHEN.search(text, sentence[0], found.start):
        before = ""  # “…, when up to 9,000 birds rested”
    if _RELATIVE_BEFORE.search(text, sentence[0], start) and _MAIN.search(before):
        before = ""  # what follows the relative clause has its subject before that
    before = _as_first(before)
    if number.noun and _PART_BEFORE.search(before):
        end = found.end  # “one of 16 alarms had been switched off”: one had
    rest = words_without(text, (found.end, sentence[1]), [], number.dates)
    noun = number.noun or noun_of_whole(text[found.end : sentence[1]])
    return AroundNumber(
        found=found,
        noun=noun,
        phrase=_phrase_of(found, noun, text[found.end : sentence[1]]),
        before=before,
        after=_plain_after(without_small_words(without_clock(text[found.end : end]))),
        said_before=_as_first(_INITIALS.sub("", text[sentence[0] : found.start])),
        said_after=_plain_after(f" {' '.join(rest.split())}"),
        earlier=text[: sentence[0]],
        whom=number.whom,
    )


# “Lesk school, which has 512 pupils and employs ”: of the second verb, as of the first.
_SECOND_OF_RELATIVE: Final = compile_pattern(
    r"^(?P<who>[^,]{2,60}), which [a-z]+ [^,]{2,60} and (?P<verb>(?:employs|has|had|owns|runs|makes|produces|serves"
    r"|carries|operates|handles|sells)) $"
)


_PART_BEFORE: Final = compile_pattern(
    r"\b(?:one|some|most|many|none|each|any|several) of(?: the| its| their)? $"
)


def _as_first(before: str) -> str:
    return _SECOND_OF_RELATIVE.sub(r"\g<who>, which \g<verb> ", before)


# “The Health Security Agency (HSA) has confirmed”
_INITIALS: Final = compile_pattern(r" \((?-i:[A-Z][\w&.-]*[A-Z][\w.]*)\)")
_WHEN: Final = compile_pattern(r", (?:when|where|while|(?:in|under|after|during) which) $")
_MAIN: Final = compile_pattern(r", (?:was|were|is|are|has|had|have|will|would) ")


_RELATIVE_BEFORE: Final = compile_pattern(r"(?<!,) (?:that|which) $")


def _after_opening_date(text: str, start: int, end: int, dates: Sequence[FromTo]) -> int:
    """Where the clause goes on after a date that it begins with: “Between 2016 and 2021 he took …”."""
    if begun := next((date for date in dates if date[0] < start < date[1]), None):
        start = min(begun[1], end)  # “Since 2020 the fine has been”
        return start + len(text[start:end]) - len(text[start:end].lstrip(" ,"))
    opening = next((date for date in dates if start <= date[0] <= start + _NEAR), None)
    is_first = opening and not without_small_words(text[start : opening[0]]).strip(" ,")
    if not (opening and is_first and opening[1] < end):
        return start
    return opening[1] + (len(text[opening[1] : end]) - len(text[opening[1] : end].lstrip(" ,")))


_NEAR: Final = 12


# Words after which another clause begins: “asked why the bill rose by”, “found the pier was”.
_WITHIN: Final = compile_pattern(
    r".*\b(?:why|how|whether|saying|(?:found|finds) (?=(?:the|an?|its|their)\b)) ?"
    r"|.*\b(?:said|says|that|warned|added|claimed|saying|found) (?=(?:(?:about|around|nearly|almost|some|just|only|over"
    r"|more than|at least|up to) )*$)"
)


def _own_clause(before: str) -> str:
    within = None if _FOUND.search(before) else _WITHIN.match(before)
    return _SAID.sub("", before[within.end() :] if within else before)


# “They had found 241 pairs”: what they found, and not that something was so.
_FOUND: Final = compile_pattern(r"\b(?:they|he|she|it|had) (?:had )?found $")
# “A lorry, said Ann Lee of Holm Mills, now costs €980”; “At that price, he said, flour costs €2”.
_SAID: Final = compile_pattern(
    r", (?:said|says|according to) [^,;]{2,70},(?: now)?|(?<=,) (?:he|she|they|it) (?:said|says|added),"
)


def noun_of_whole(after: str) -> str | None:
    """“voters”, of “34,912 of the 39,853 registered voters”."""
    whole = _OF_ALL_OF_THEM.match(after)
    return whole[1] if whole else None


# “39,853 registered voters casting a ballot”
_OF_ALL_OF_THEM: Final = compile_pattern(
    r" of (?:the|its|their|his|her)(?: [\w-]+[’']s?)? [0-9][0-9,]* (?:(?!(?:more|other)\b)[a-z-]+ ){0,2}?"
    r"((?:[a-z]{2,}s(?<!ss)|people|men|women|children|staff))\b"
)


def _plain_after(words: str) -> str:
    """The words after a number without those that say of what, or who says it: “three of them in a ward”."""
    return _SAID_WITHIN.sub("", _OF_ALL.sub("", _OF_THEM.sub("", words)))


_OF_THEM: Final = compile_pattern(
    r"^ of (?:them|these|those)(?= (?:in|on|at|with|without|from|aged|under|over)\b)"
)
# “14 of the guild’s 112 members had left”: the members had.
_OF_ALL: Final = compile_pattern(
    r"^ of (?:the|its|their|his|her)(?: [\w-]+[’']s?)? [0-9][0-9,]*"
    r" (?:(?:[a-z-]+ ){1,2}(?=(?-i:[a-z]{2,}s (?:[a-z]+ing|who)\b))[a-z]+|[a-z-]+)(?= [a-z])"
)
# “12 per cent of the fall, she found, could be put down to heat”
_SAID_WITHIN: Final = compile_pattern(
    r", (?:he|she|it|they|(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?) (?:said|says|found|estimated|added|wrote),"
    r"(?= (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)\b)"
)


def _phrase_of(found: FoundQuantity, noun: str | None, after: str) -> str:
    """The noun with its adjectives: “salaried players” of “71 salaried players”, and of “two of the 71 …”."""
    if noun and (whole := _OF_WHOLE.match(after)) and whole[1].lower().endswith(f" {noun.lower()}"):
        return whole[1]
    words = found.text.split()
    own = [word for word in words if not _NUMBER_WORD.match(word)]
    is_whole = noun and own and own[-1].lower() == noun.lower() and words[-len(own) :] == own
    is_plain = is_whole and own[0].lower() not in _OTHERS
    return " ".join(own) if is_plain else noun or ""


_OF_WHOLE: Final = compile_pattern(
    r" of (?:the|its|their|his|her)(?: [\w-]+[’']s?)? [0-9][0-9,]* ((?:(?!(?:more|other)\b)[a-z-]+ ){1,2}?[a-z]+s)\b"
)
_NUMBER_WORD: Final = compile_pattern(
    r"[0-9$£€]|(?:about|around|nearly|almost|some|roughly|more|less|than|at|least|over|up|to|only|just|a|an|the|all|of"
    r"|per|fewer|under|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
    r"|million|billion|trillion|lakh|crore|dozen|dozens|hundreds|thousands|in|every|another)\b"
)


_OTHERS: Final = frozenset(
    "other further more such own different separate additional others".split()
)
