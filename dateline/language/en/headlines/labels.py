"""The label of a figure: what its number counts, in the words of its clause."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.language import FoundQuantity
from dateline.language.en.headlines.clause_parts import (
    FromTo,
    clause_around,
    has_verb,
    subject_before,
    without_opening,
)
from dateline.language.en.headlines.clause_words import without_clock, without_small_words
from dateline.language.en.headlines.number_deeds import (
    find_deeds,
    find_done,
    find_item,
    find_noun_of,
)
from dateline.language.en.headlines.number_phrases import AroundNumber, find_phrases
from dateline.language.en.words import MONTHS, compile_pattern, one_of
from dateline.patterns import compile_later

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
# “put the magnitude at 6.9”, “raised the price of a ticket by 12 percent”.
_PUT: Final = compile_pattern(
    r"\b(?:put|puts|estimates?|estimated|valued|lowered|revised) (?:the |its |their )?([a-z][\w’' -]{2,60}?) (?:at|to)"
    r"(?: (?:about|around|nearly|almost|more than|at least|over|just))* $"
)
_RAISED: Final = compile_pattern(
    r"\b(?:(?P<up>rais(?:ed|es?|ing)|increas(?:ed|es?|ing)|boost(?:ed|s|ing)?)|cut|cuts|cutting|lower(?:ed|s|ing)"
    r"|reduc(?:ed|es?|ing)) (?:the |its |their )?(?P<what>[a-z][\w’' -]{2,60}?) by"
    r"(?: (?:about|around|nearly|almost|more than|at least|over|just))* $"
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
_SOME: Final = (
    r"(?: (?:by|just|only|about|around|nearly|almost|some|more than|less than|at least|over|under|up to|to|a|an|the|now"
    r"|record|further|another))*"
)
_MOVES: Final = (
    r"(?:rose|grew|fell|dropped|climbed|increased|declined|slipped|jumped|soared|rises|falls|shrank|sank|went up"
    r"|goes up|(?:has|have|had) (?:risen|grown|fallen|dropped|climbed|increased|declined|slipped|jumped|soared|shrunk"
    r"|sunk|gone up|gone down))"
)
_IS: Final = compile_pattern(
    r"(?:(?:was|were|is|are)(?: (?:put|estimated|valued|forecast|projected|seen|set) at)?|reached|reaches|stood at"
    r"|stands at|totalled|totaled|hit|hits|averaged|amounted to|(?:(?:will|would|should|could) )?comes? to|came to"
    rf"|{_MOVES}(?: [^;]{{1,60}}?)?,? (?:to|from)|has reached|had reached"
    r"|will reach|will be|would be|had been|has been|(?:will|would|to) stand at|(?:is|was|were|are) (?:running|standing"
    r"|now) at|(?:is|are) seen (?:rising|falling|going)(?: up| down)? to|climbs to"
    r"|(?:starts?|started|begins?|began) (?:at|from)"
    r"|(?:(?:was|were|is|are) (?:up|down)|closed|ended|finished|fell|rose)(?: [^;,]{1,40})? at"
    rf"|(?:was|were|is|are|stood at|reached) [^;]{{1,60}}, (?:up|down) from){_SOME}"
)
_MOVED: Final = compile_pattern(
    r"(?:(?P<up>rose|grew|strengthened|widened|climbed|increased|jumped|soared|rises?|grows?|went up|goes? up"
    r"|(?:is|are|was|were) up"
    r"|(?:has|have|had) (?:risen|grown|climbed|increased|jumped|soared|gone up)"
    r"|(?:was|were|has been|have been) (?:raised|increased|lifted)(?: by)?)"
    r"|(?:fell|weakened|narrowed|dropped|declined|slipped|shrank|sank|falls?|drops?|went down|goes? down"
    r"|(?:is|are|was|were) down"
    r"|(?:was|were|has been|have been) (?:cut|lowered|reduced)(?: by)?"
    rf"|(?:has|have|had) (?:fallen|dropped|declined|slipped|shrunk|sunk|gone down))){_SOME}"
)
_COST: Final = compile_pattern(
    rf"(?:(?:will|would|could|had|has|have) )?costs?(?: (?:it|them|us|the [a-z]+))?(?: between)?{_SOME}"
)
# What somebody does with so many: “employs”, “plans to cut”.
_DOES: Final = compile_pattern(
    r"(?!(?:was|were|is|are|had|has|have)\b)[a-z]+(?: to [a-z]+)?(?: about| around| some| nearly)?"
)

_DEEP: Final = frozenset("water sand snow mud ice silt".split())
_LENGTHS: Final = frozenset("kilometre km mile metre m foot yard centimetre inch".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLabel:
    """What a number counts; `is_subject` where that is what the clause is about: “Trade reached …”."""

    text: str
    is_subject: bool = False


def find_label(
    text: str, sentence: FromTo, found: FoundQuantity, noun: str | None, dates: Sequence[FromTo]
) -> FigureLabel | None:
    """The label of a quantity of a sentence, that counts a `noun`, an amount of money or a measure.

    No date of the text is part of a label. What is counted alone, “people”, is none.
    """
    end = min(
        [sentence[1], *(date[0] for date in dates if found.end <= date[0])],
    )
    after = without_small_words(without_clock(text[found.end : end]))
    start, _ = clause_around(text, sentence, (found.start, found.end))
    before = _own_clause(text[start : found.start])
    phrase = _phrase_of(found, noun)
    around = AroundNumber(
        found=found,
        noun=noun,
        phrase=phrase,
        before=before,
        after=after,
        said_before=text[sentence[0] : found.start],
    )
    labels = (
        *map(_label, find_phrases(around)),
        _of_apposition(text, sentence, found),
        *_by_verb(before, after, noun and phrase),
        *map(_label, find_done(around)),
        *_beside(around, noun and phrase),
        _of_subject(text, sentence, found, noun, dates),
        _label(find_item(text, found.start) or ""),
        _label(phrase) if " " in phrase else None,
        *map(_label, find_deeds(around)),
    )
    alone = (noun or "").lower()
    label = next((label for label in labels if label and label.text.lower() != alone), None)
    return _with_small_letter(label, text, sentence[0]) if label else None


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
    if put := _PUT.search(before):
        yield _label(put[1])
    if raised := _RAISED.search(before):
        yield _label(f"{'Rise' if raised['up'] else 'Cut'} in the {raised['what']}")
    if extent := _EXTENT.match(after):
        thing = re.sub(r"(?: (?:is|was)|,) $", "", before)
        is_thing = thing != before and not has_verb(thing)
        yield _label(f"{_EXTENTS[extent[1]]} of {_lower(thing, '')}") if is_thing else None
    if noun and (known := _KNOWN.match(after)):
        yield _label(f"{noun} {known[1]}")
    opening = without_opening(f"{before}it").removesuffix("it")
    if noun and _FIRST.match(" ".join(opening.split()) + " " if opening.strip() else ""):
        pronoun = "who" if noun.lower() in _PEOPLE else "that"
        yield from (
            _label(f"{noun} {pronoun} {match[1]}") for match in (_DID.match(after),) if match
        )
        yield from (_label(f"{noun} {match[1]}") for match in (_DOING.match(after),) if match)


_PEOPLE: Final = frozenset(
    """people men women children residents workers members students pupils passengers patients soldiers troops officers
    families protesters players visitors tourists voters teachers nurses doctors drivers migrants refugees prisoners
    survivors volunteers farmers clerks staff""".split()
)


def _beside(around: AroundNumber, noun: str | None) -> Iterator[FigureLabel | None]:
    """What the words right before and after a number say that it is of."""
    found, before, after = around.found, around.before, around.after
    if found.unit in ("percent", "share", "percentage points"):
        yield from (_label(match[1]) for match in (_CHANGE_IN.match(after),) if match)
        yield from map(_label, find_noun_of(around))
        yield from (_label(f"Share of {match[1]}") for match in (_OF.match(after),) if match)
    elif noun:
        yield from (_label(f"{noun} {match[1]}") for match in (_DONE.match(after),) if match)
        beside = _PLACE_OR_KIND.match(after)
        is_sent = beside and beside[1].startswith("to ") and _SENT.search(before)
        yield _label(f"{noun} {beside[1]}") if beside and not is_sent else None
    else:
        yield from map(_label, find_noun_of(around))
        yield _of_measure(found, after)


def _of_measure(found: FoundQuantity, after: str) -> FigureLabel | None:
    """“a 32-kilometre line” has a length, “a $5 billion loan” is a loan, “94 mm of rain” are rain."""
    unit = (found.unit or "").partition("/")[0]
    thing = _ADJECTIVE.match(after)
    if unit in _LENGTHS and thing and re.search(r"[-‐‑]", found.text):
        return _label(f"Length of the {thing[1]}")
    if unit.isupper() and thing:
        return _label(thing[1] + (thing[2] or ""))
    stuff = None if unit.isupper() else _OF.match(after)
    if stuff and unit in _LENGTHS and stuff[1] in _DEEP:
        return _label(f"Depth of {stuff[1]}")
    return _label(stuff[1]) if stuff else None


def _of_apposition(text: str, sentence: FromTo, found: FoundQuantity) -> FigureLabel | None:
    """“Unemployment, 5.6 percent in May, is seen rising”: unemployment."""
    thing = _THING_BEFORE.search(text, sentence[0], found.start)
    is_between = thing and _GOES_ON.match(text, found.end, sentence[1])
    return _label(thing[1]) if thing and is_between and not has_verb(thing[1]) else None


_THING_BEFORE: Final = compile_pattern(
    r"(?:^|(?<=[ .]))((?:the |its |their |an? )(?:[\w’'-]+ ){0,4}[a-z]+|(?-i:^[A-Z])[a-z]+(?: [a-z]+)?),"
    r" (?:at |now |about |around |some |nearly )*$"
)
_GOES_ON: Final = compile_pattern(
    r"[^,;“”]{0,70}, (?:was|were|is|are|has|had|have|will|would|rose|fell|grew|may|could)\b"
)


def _of_subject(
    text: str, sentence: FromTo, found: FoundQuantity, noun: str | None, dates: Sequence[FromTo]
) -> FigureLabel | None:
    """“Trade between the towns reached $5 billion” is of trade between the towns."""
    start, _ = clause_around(text, sentence, (found.start, found.end))
    before = _own_clause(text[start : found.start])
    start = found.start - len(before)
    subject = subject_before(before, owned=True) or subject_before(
        _ASIDES.sub(" ", before), owned=True
    )
    if subject is None:
        return None
    words, verb = subject[0].partition(",")[0], subject[1]
    end = start + before.find(words) + len(words)
    if re.search(r"[0-9]", words) or any(start <= date[0] < end for date in dates):
        return None
    if _IS.fullmatch(verb):
        return _label(words, is_subject=True)
    if moved := _MOVED.fullmatch(verb):
        return _label(
            f"{'Rise' if moved['up'] else 'Fall'} in {_lower(words, text)}", is_subject=True
        )
    if noun and _DOES.fullmatch(verb):
        return _label(f"{noun} {_lower(words, text)} {verb}")
    return _label(f"Cost of {_lower(words, text)}") if _COST.fullmatch(verb) else None


def _label(words: str, *, is_subject: bool = False) -> FigureLabel | None:
    text = " ".join(words.split()).strip(" ,.;:")
    text = text if _WITH_VERB.search(text) else _LEFT_OVER.sub("", text)
    text = _ARTICLE.sub("", text)
    is_bare = (len(text) < _SHORTEST and not text.isupper()) or text.lower() in _TOO_PLAIN
    if is_bare or len(text) > LONGEST or _NO_LABEL.search(text):
        return None
    return FigureLabel(text=text[:1].upper() + text[1:], is_subject=is_subject)


def _lower(words: str, text: str) -> str:
    """The words with a small first letter, where the article has that word so elsewhere."""
    first, _, rest = words.partition(" ")
    is_word = (
        first in _SMALL
        or f" {first.lower()} " in text
        or first.lower() in _COMMON
        or _NO_NAME.match(words)
    )
    return f"{first.lower()} {rest}".strip() if is_word else words


# Between two numbers of the same: “…, down from 5,200”, “… in May, against 12”.
COMPARED: Final = compile_pattern(
    r"[^.;“”]{0,40}?,? (?:(?:up|down) from|compared (?:with|to)|against|after)"
    r"(?: (?:just|only|about|some|around|an?|the|peak|record|low|high|of|[0-9]{4}))* "
)
# “Growing a crop”, “Drivers are”: a verb or people that begin a sentence.
_NO_NAME: Final = compile_later(
    r"[A-Z][a-z]+(?:ing (?:an?|the|its|their|[a-z]+s)\b|(?:ers|ors|ists|ants|ents|ees)\b(?! [A-Z]))"
)


def _with_small_letter(label: FigureLabel, text: str, start: int) -> FigureLabel:
    """The first word of the sentence with a small letter, where it is inside the label: “rise that drivers want”."""
    first = text[start:].partition(" ")[0]
    before, inside, rest = label.text.partition(f" {first} ")
    if not inside:
        return label
    return replace(label, text=f"{before} {_lower(f'{first} {rest}', text)}")


# Nouns of money and numbers that begin sentences.
_COMMON: Final = frozenset(
    """attendance average bills capacity car claims costs crime debt deaths demand deposits domestic earnings
    emissions employment energy enrolment exports fares fees food foreign fuel funding growth home house
    household housing imports income inflation insurance interest investment jobs lending losses
    membership migration net new oil operating orders output passenger pay pension prices production
    profit profits property public rainfall real rent rents retail revenue revenues sales savings shares
    spending staff student tax temperatures ticket total tourism trade traffic turnover unemployment
    visitor wages waiting water""".split()
)
_SMALL: Final = frozenset("The A An Its His Her Their This These".split())
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
    r"[“”\"()]|[0-9]$|^(?:them|it|us|that|which|by|at|in|on|dead|missing|figures?|toll)\b(?!.* (?:of|in|from)\b)"
    r"| of the [0-9]|\bof (?:them|it|those|whom)\b| (?:came|went|took|fell|rose|a|survived|put)$|^(?:by|at|on) "
    r"|^Share of (?:what|which|whom|it|its|his|her|their|them|those|that)\b|\b(?:early|late) hours$|\bin [a-z]+ing yes$"
    r"|^[a-z]+ of (?:his|her|its|their|the) [0-9]|\b(?:said|says|it|they|he|she|according|statement)\b"
    r"| to (?:shed|close|get|go|make|take|give)\b"
    r"| to be (?![a-z]+(?:ed|t|n|ld|de|aid)\b)|(?<!\bto) be [a-z]+|\b(?:which|who|whole|and [a-z]+ing)$"
    r"|\bof (?:Rs\.? |[A-Z]{0,3}[$£€])[0-9]"
)
