"""The label of a figure: what its number counts, in the words of its clause."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en.headlines.clause_parts import (
    FromTo,
    clause_around,
    has_verb,
    leading_verb,
    without_opening,
)
from dateline.language.en.headlines.clause_words import (
    without_clock,
    without_small_words,
)
from dateline.language.en.headlines.labels_of_shares import find_share
from dateline.language.en.headlines.labels_of_verbs import find_deed, find_level
from dateline.language.en.headlines.number_deeds import (
    find_deeds,
    find_done,
    find_extent,
    find_item,
    find_noun_of,
)
from dateline.language.en.headlines.number_phrases import AroundNumber, find_phrases
from dateline.language.en.headlines.small_letters import with_small_beginning
from dateline.language.en.words import MONTHS, compile_pattern, one_of

LONGEST: Final = 80
_STOP: Final = (
    r"(?= (?:was|were|is|are|has|have|had|will|would|could|may|might|must|can|who|which|that|as|after|when|while"
    r"|because|but|according|following|up|down|compared|against|than)\b| and (?:(?:about|around|nearly|almost|some"
    r"|more than|at least|over) )?(?:[0-9$£€]|[a-z]+ed\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|not)\b"
    r"|[a-z]+ing (?:down|up|off|out|over|the|an?|its|his|her|their|[0-9]+)\b)"
    r"|[,;:.—–()“”]"
    r"| [-–—] |$)"
)
_PREPOSITIONS: Final = (
    "in|of|at|on|for|from|with|without|between|across|near|inside|outside|aboard|under|over|to"
)
# What follows a number and its noun: “2,500 troops in Iraq”, “900 in Syria”.
_PLACE_OR_KIND: Final = compile_pattern(
    rf" (?:(?:are|were|was|is) )?((?:{_PREPOSITIONS})\b.{{2,70}}?){_STOP}"
)
# “17 people were killed in the crash”.
_DONE: Final = compile_pattern(
    r" (?:who )?(?:(?:was|were|are|is|have been|had been|has been|being) )?(?:still |also |now |since |already )?"
    r"((?:to be [a-z]+ed|[a-z]+ed|hurt|dead|missing|held|shot|found|left|made|built|sold|lost|brought|taken"
    r"|known|aboard|on board|homeless|vacant|without)\b"
    rf".{{0,60}}?){_STOP}"
)
# Of these, what they did themselves: “4,000 people walked over”, “18,400 houses have collapsed”.
_DID: Final = compile_pattern(
    r" ((?:(?:(?:have|has|had) )?(?!been\b)[a-z]+ed|(?:have|has|had) (?:left|shut|gone|come|sunk|fled|quit|fallen"
    rf"|won|lost|become|begun|broken|grown))\b(?! by\b).{{0,60}}?){_STOP}"
)
_KNOWN: Final = compile_pattern(
    rf" (?:(?:are|were|is|was) )?(?:now )?((?:known|believed|feared|thought) to (?:have [a-z]+ed|be [a-z]+)\b"
    rf".{{0,40}}?){_STOP}"
)
_DOING: Final = compile_pattern(
    rf" (?:are|were|is|was) (?:still |now )?([a-z]+ing\b.{{0,60}}?){_STOP}"
)
_FIRST: Final = compile_pattern(
    r"^(?:(?:and|but|another|about|around|nearly|almost|some|more than|at least|over|up to|only|just|the|in all) ?)*$"
)
_EXTENT: Final = compile_pattern(r"^ (long|wide|high|tall|deep)\b")
_EXTENTS: Final[Mapping[str, str]] = {
    "long": "Length",
    "wide": "Width",
    "high": "Height",
    "tall": "Height",
    "deep": "Depth",
}
_OF: Final = compile_pattern(
    r" of (.{2,70}?)(?:(?= [a-z]+ed (?:for|against|to|that)\b| killed\b| to an?\b| in [0-9]"
    r"| (?:came|fell|slid|poured|swept|ran)\b"
    rf"| and [a-z]+ (?:an?|the|its|their)\b)|{_STOP})"
)
_CHANGE_IN: Final = compile_pattern(
    r"[- ]((?:[a-z]+ )?(?:rise|fall|increase|decrease|drop|cut|jump|decline|surge|growth|reduction|gain|loss)\b"
    rf"(?: (?:in|of|on|to) .{{2,60}}?)?){_STOP}"
)
# “bring 140 jobs to the town”: they are not “jobs to the town”.
_SENT: Final = compile_pattern(
    r"\b(?:bring|send|deliver|carry|take|give|offer|add|move|hand)(?:s|ing|ed)?\b|\b(?:brought|sent|took|gave)\b"
)
_ADJECTIVE: Final = compile_pattern(
    r"[- ]((?!(?:in|of|a|per|and|on|at|to|for|from|over|each|was|were|is|are|had|has|have|by|or|more|less|up|down"
    r"|during|after|before|while|since|then|when|because|who|that|which|this|last|next|until|though|one|will|would"
    r"|could|may|might|above|below|under|against|short|as|it|he|she|they|we|[a-z]+ed)\b)"
    r"[a-z][\w’'-]+(?: [a-z][\w’'-]+){0,2}?)"
    r"(?= (?:in|of|at|on|for|to|from|with|that|which|was|were|is|are|will|connecting|linking|by|and|after|[a-z]+ed)\b"
    r"|[,;.]|$)"
    r"( of (?:the )?(?-i:[A-Z][\w’'-]*)(?: (?-i:[A-Z][\w’'-]*))*)?"
)
_DEEP: Final = frozenset("water sand snow mud ice silt".split())
_LENGTHS: Final = frozenset("kilometre km mile metre m foot yard centimetre inch".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLabel:
    """What a number counts, in `words` that may stand within others: “trade between the towns”.

    `is_subject` where that is what the clause is about: “Trade reached …”.
    """

    words: str
    is_subject: bool = False

    @property
    def text(self) -> str:
        return self.words[:1].upper() + self.words[1:]


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


def find_label(number: NumberInSentence) -> FigureLabel | None:
    """The label of a number in the words of its clause; None where no words are certain.

    No date of the text is part of a label. What is counted alone, “people”, is none.
    """
    text = with_small_beginning(number.text, number.sentence[0], number.names, number.small_words)
    alone = (number.noun or "").lower()
    labels = _labels(number, text, _around(number, text))
    return next((label for label in labels if label and label.words.lower() != alone), None)


def _labels(
    number: NumberInSentence, text: str, around: AroundNumber
) -> Iterator[FigureLabel | None]:
    """The surest first."""
    phrase = around.phrase
    yield from map(as_label, find_phrases(around))
    yield _of_apposition(text, number.sentence, number.found)
    yield from _by_verb(around.before, around.after, phrase if number.noun else None)
    yield from map(as_label, find_done(around))
    yield from _beside(around, phrase if number.noun else None)
    yield from (as_label(words, is_subject=about) for words, about in find_level(around))
    yield as_label(find_item(number.text, number.found.start) or "")
    yield as_label(phrase) if " " in phrase else None
    yield from map(as_label, find_extent(around))
    yield from (FigureLabel(words=words) for words in find_share(around))
    yield from map(as_label, find_deed(around))
    yield from map(as_label, find_deeds(around))


def _around(number: NumberInSentence, text: str) -> AroundNumber:
    sentence, found = number.sentence, number.found
    end = min([sentence[1], *(date[0] for date in number.dates if found.end <= date[0])])
    start, _ = clause_around(text, sentence, (found.start, found.end))
    start = _after_opening_date(text, start, found.start, number.dates)
    before = _own_clause(text[start : found.start])
    if _RELATIVE_BEFORE.search(text, sentence[0], start) and _MAIN.search(before):
        before = ""  # what follows the relative clause has its subject before that
    return AroundNumber(
        found=found,
        noun=number.noun,
        phrase=_phrase_of(found, number.noun),
        before=before,
        after=without_small_words(without_clock(text[found.end : end])),
        said_before=text[sentence[0] : found.start],
        whom=number.whom,
    )


_MAIN: Final = compile_pattern(r", (?:was|were|is|are|has|had|have|will|would) ")
_RELATIVE_BEFORE: Final = compile_pattern(r"(?<!,) (?:that|which) $")


def _after_opening_date(text: str, start: int, end: int, dates: Sequence[FromTo]) -> int:
    """Where the clause goes on after a date that it begins with: “Between 2016 and 2021 he took …”."""
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
    within = _WITHIN.match(before)
    return _SAID.sub("", before[within.end() :] if within else before)


# “A lorry, said Ann Lee of Holm Mills, now costs €980”.
_SAID: Final = compile_pattern(r", (?:said|says|according to) [^,;]{2,70},(?: now)?")


def _phrase_of(found: FoundQuantity, noun: str | None) -> str:
    """The noun with its adjectives: “salaried players” of “71 salaried players”."""
    words = found.text.split()
    own = [word for word in words if not _NUMBER_WORD.match(word)]
    is_whole = noun and own and own[-1].lower() == noun.lower() and words[-len(own) :] == own
    is_plain = is_whole and own[0].lower() not in _OTHERS
    return " ".join(own) if is_plain else noun or ""


_NUMBER_WORD: Final = compile_pattern(
    r"[0-9$£€]|(?:about|around|nearly|almost|some|roughly|more|less|than|at|least|over|up|to|only|just|a|an|the|all|of"
    r"|per|fewer|under|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
    r"|million|billion|trillion|lakh|crore|dozen|dozens|hundreds|thousands|in|every|another)\b"
)
_OTHERS: Final = frozenset(
    "other further more such own different separate additional others".split()
)


def _by_verb(before: str, after: str, noun: str | None) -> Iterator[FigureLabel | None]:
    """What is raised by so much or put at so much, how long it is, and what so many did themselves."""
    if extent := _EXTENT.match(after):
        thing = re.sub(r"(?: (?:is|was)|,) $", "", before)
        is_thing = thing != before and not has_verb(thing)
        yield as_label(f"{_EXTENTS[extent[1]]} of {thing}") if is_thing else None
    if noun and (known := _KNOWN.match(after)):
        yield as_label(f"{noun} {known[1]}")
    opening = without_opening(f"{before}it").removesuffix("it")
    if noun and _FIRST.match(" ".join(opening.split()) + " " if opening.strip() else ""):
        pronoun = "who" if noun.lower() in _PEOPLE else "that"
        yield from (
            as_label(f"{noun} {pronoun} {match[1]}") for match in (_DID.match(after),) if match
        )
        yield from (as_label(f"{noun} {match[1]}") for match in (_DOING.match(after),) if match)


_PEOPLE: Final = frozenset(
    """people men women children residents workers members students pupils passengers patients soldiers troops officers
    families protesters players visitors tourists voters teachers nurses doctors drivers migrants refugees prisoners
    survivors volunteers farmers clerks staff""".split()
)


def _beside(around: AroundNumber, noun: str | None) -> Iterator[FigureLabel | None]:
    """What the words right before and after a number say that it is of."""
    found, before, after = around.found, around.before, around.after
    if found.unit in ("percent", "share", "percentage points"):
        yield from (as_label(match[1]) for match in (_CHANGE_IN.match(after),) if match)
        yield from map(as_label, find_noun_of(around))
    elif noun:
        yield from (as_label(f"{noun} {match[1]}") for match in (_DONE.match(after),) if match)
        beside = _PLACE_OR_KIND.match(after)
        is_sent = beside and beside[1].startswith("to ") and _SENT.search(before)
        yield as_label(f"{noun} {beside[1]}") if beside and not is_sent else None
    else:
        yield from map(as_label, find_noun_of(around))
        yield _of_measure(found, after)


def _of_measure(found: FoundQuantity, after: str) -> FigureLabel | None:
    """“a 32-kilometre line” has a length, “a $5 billion loan” is a loan, “94 mm of rain” are rain."""
    unit = (found.unit or "").partition("/")[0]
    thing = _ADJECTIVE.match(after)
    if unit in _LENGTHS and thing and re.search(r"[-‐‑]", found.text):
        return as_label(f"Length of the {thing[1]}")
    if unit.isupper() and thing:
        return as_label(thing[1] + (thing[2] or ""))
    stuff = None if unit.isupper() else _OF.match(after)
    if stuff and unit in _LENGTHS and stuff[1] in _DEEP:
        return as_label(f"Depth of {stuff[1]}")
    return as_label(stuff[1]) if stuff else None


def _of_apposition(text: str, sentence: FromTo, found: FoundQuantity) -> FigureLabel | None:
    """“Unemployment, 5.6 percent in May, is seen rising”: unemployment."""
    thing = _THING_BEFORE.search(text, sentence[0], found.start)
    goes_on = _GOES_ON.match(text, found.end, sentence[1])
    is_between = goes_on and leading_verb(text[goes_on.end() : sentence[1]])
    return as_label(thing[1]) if thing and is_between and not has_verb(thing[1]) else None


_THING_BEFORE: Final = compile_pattern(
    r"(?:^|(?<=[ .]))((?:the |its |their |an? )(?:[\w’'-]+ ){0,4}[a-z]+|^[a-z]+(?: [a-z]+)?),"
    r" (?:of |at |now |about |around |some |nearly )*$"
)
_GOES_ON: Final = compile_pattern(r"[^,;“”]{0,70}, (?=[a-z])")


def as_label(words: str, *, is_subject: bool = False) -> FigureLabel | None:
    text = " ".join(words.split()).strip(" ,.;:")
    text = text if _WITH_VERB.search(text) else _LEFT_OVER.sub("", text)
    text = _ARTICLE.sub("", text)
    is_bare = (len(text) < _SHORTEST and not text.isupper()) or text.lower() in _TOO_PLAIN
    if is_bare or len(text) > LONGEST or _NO_LABEL.search(text):
        return None
    return FigureLabel(words=text, is_subject=is_subject)


_ASIDES: Final = compile_pattern(r", (?:[^,;]|,(?=[0-9]))*, ")
_SHORTEST: Final = 4
# What is no label without a word on what it is of.
_TOO_PLAIN: Final = frozenset(
    """cost costs price value total figure number sum amount rate size stretch distance experience average maximum
    minimum another second third first length width height depth record deal bill""".split()
)
# What is left at the end where a date or another clause was cut off.
_LEFT_OVER: Final = compile_pattern(
    rf"(?: (?:{_PREPOSITIONS}|out|its|his|her|their|the|an?|first|last|then|and|or|still|now|all|some))+$"
)
# “the state’s subsidy” keeps its article.
_ARTICLE: Final = compile_pattern(
    r"^(?:the|an?|its|his|her|their|this|these) (?!(?-i:[a-z])[\w-]*(?:[’']s|s[’']) )"
)
# “rise that drivers are asking for”
_WITH_VERB: Final = compile_pattern(r" that (?:[\w’'-]+ ){2,}(?:for|on|out|over)$")
_NO_LABEL: Final = compile_pattern(
    rf"\b(?:of|by) {one_of(name for name in MONTHS if len(name) > _SHORTEST)}$|"
    r"[“”\"()]|[0-9]$|^(?:too (?:much|many|little|few)|(?:the )?our)\b"
    r"|^(?:them|it|us|that|which|by|at|in|on|dead|missing|figures?|toll)\b(?!.* (?:of|in|from)\b)"
    r"| of the [0-9]|\bof (?:them|it|those|whom)\b| (?:came|went|took|fell|rose|a|survived|put)$|^(?:by|at|on) "
    r"|^Share of (?:what|which|whom|it|its|his|her|their|them|those|that)\b|\b(?:early|late) hours$|\bin [a-z]+ing yes$"
    r"|^[a-z]+ of (?:his|her|its|their|the) [0-9]|\b(?:said|says|it|they|he|she|according|statement)\b"
    r"| to (?:shed|close|get|go|make|take|give)\b"
    r"| to be (?![a-z]+(?:ed|t|n|ld|de|aid)\b)|(?<!\bto) be [a-z]+|\b(?:which|who|whole|and [a-z]+ing)$"
    r"|\bof (?:Rs\.? |[A-Z]{0,3}[$£€])[0-9]"
)
