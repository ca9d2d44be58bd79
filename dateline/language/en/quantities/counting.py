"""What a number counts or measures, and ages, whose unit is left unsaid."""

import re
from typing import Final

from dateline.facts.units import MEASURE_WORDS
from dateline.language.en.quantities.nouns import read_counted
from dateline.language.en.quantities.numbers import WrittenNumber
from dateline.language.en.words import DASH, NUMBER_WORDS, compile_pattern, one_of
from dateline.patterns import compile_later


def read_unit(
    text: str, number: WrittenNumber, earlier: WrittenNumber | None = None
) -> tuple[str | None, int, bool]:
    """The unit of a number, where it ends, and whether a table has it."""
    if number.measured:
        return number.unit, number.end, True
    if earlier and earlier.measured and earlier.unit:
        return earlier.unit, number.end, True
    if compound := _COMPOUND.match(text, number.end):
        word = compound["word"].lower()
        return _COMPOUND_UNITS.get(word, word), compound.end(), False
    counted = _counted_after(text, number)
    if counted is None:
        symbol = _SYMBOL.match(text, number.end) if number.in_digits else None
        return (symbol["word"], symbol.end(), False) if symbol else (None, number.end, False)
    word, end = counted[0].lower(), counted[1]
    if number.value != 1 and word in MEASURE_WORDS and _AFTER.match(text, number.end):
        return MEASURE_WORDS[word], end, True
    return word, end, False


def _counted_after(text: str, number: WrittenNumber) -> tuple[str, int] | None:
    """The noun that the number counts, and where the quantity ends."""
    whole = _OF_SO_MANY.match(text, number.end) if _OF.match(text, number.end) else None
    if whole:
        counted = read_counted(text, whole.end())
        return (counted[0], number.end) if counted else None
    position = number.end
    for lead in (_AFTER, _PARTITIVE):
        match = lead.match(text, position)
        position = match.end() if match else position
    if counted := read_counted(text, position):
        return counted
    single = ONE_OF_A_KIND.match(text, number.end) if number.value == 1 else None
    return (single["word"], single.end()) if single else None


_AFTER: Final = compile_pattern(
    rf"(?:{DASH}odd|\+|{DASH}plus| or (?:so|more|fewer|less)| plus)(?=\W)| (?:more"
    r"|fewer|other|further|additional|extra|earlier(?= [a-z]+s\b)|later(?= [a-z]+s\b))\b"
)
_COMPOUND: Final = compile_pattern(
    rf"{DASH}(?P<word>(?!odd\b|plus\b|[a-z]+ed\b|[a-z]*(?:hundred|thousand|million)th\b)[a-z]{{3,}})(?!\w)(?:{DASH}(?:long|high|wide|deep"
    r"|tall|old|strong)\b)?"
)
# "14-story" counts no stories; "20-strong" leaves unsaid what.
_COMPOUND_UNITS: Final = {"strong": None, "story": "storeys", "storey": "storeys"}
_PARTITIVE: Final = compile_pattern(r" of (?:the|these|those|his|her|its|their|our|my|your)\b")
# A unit that no table has: short, of consonants alone, "30.4 tmcft", "12 mmbtu".
_SYMBOL: Final = compile_later(
    r" (?P<word>(?!(?:st|nd|rd|th|by|my|vs|mr|dr|pm|hr|hrs|mth|yr|yrs|dly|wkly|ft|sq|ct|nr|pp|ch|cr|bn|tn)\b)"
    r"(?:[bcdfghjklmnpqrstvwxz]{3,6}|mmbtu|kboe|cusec)s?)(?![\w’'-])"
)
# "three of the town's six libraries": the number counts what the later one does.
_OF: Final = compile_later(r"\s+of\s", re.IGNORECASE)
_OF_SO_MANY: Final = compile_pattern(
    r" of(?: (?:(?:the|his|her|its|their|our)(?: [\w-]+['’]s)?|[\w-]+['’]s)(?: last| first| next| past"
    rf"| previous| final)?)? (?:{NUMBER_WORDS}|[0-9]{{1,3}})(?= )"
)
_PERSONS: Final = """
    person man woman child boy girl soldier officer civilian victim death case baby worker
    student teacher driver passenger pilot player policeman fatality suspect gunman attacker
    goal point vote seat home house building car vehicle ship boat plane aircraft missile drone
    shot run wicket abstention recusal absence absentee dissenter""".split()
ONE_OF_A_KIND: Final = compile_pattern(
    r"(?: (?!(?:was|is|an?|the|of|in|who|has|had|to|and|at|on|by|for|with|could|can"
    rf"|should)\b)[a-z-]+){{0,2}}? (?P<word>{one_of(_PERSONS)})\b(?!['’]s)"
)

AGED: Final = compile_pattern(
    r"\b(?:aged?|turn(?:s|ed|ing)?|as young as|as old as|ages|aged? between"
    r"|aged from|at the age of|died at|dies at|dead at) (?:of )?(?:just |only |about |around |under |over )?$"
)
# "Put the number of dead at 29", "put the dead at 29" are how many; "was found dead at 29" is an age.
_COUNTED_AT: Final = compile_pattern(
    r"\b(?:(?:numbers?|toll|count|tally|total|figures?|estimates?) (?:of|for|given for) [\w’', -]{1,40}"
    r"|(?:put|puts|putting|given|gave|gives|giving|set|counted|estimated|estimates|reported|listed) (?:the|its|their) "
    r"(?:[a-z]+ )?dead) at (?:just |only |about |around |under |over )?$"
)
# "voters under 25 named rents", "people over 65"
UNDER_AGE: Final = compile_pattern(
    r"\b(?:voters|people|men|women|children|adults|pupils|girls|boys|workers|drivers|patients|those"
    r"|anyone|everyone|residents|teenagers|pensioners|players|students|passengers|citizens|viewers"
    r"|women and girls|men and boys|mothers|fathers|staff|customers|visitors|[A-Z]\w+ns"
    r"|of (?:them|whom|those)|(?:half|most|many) (?:are|were)) (?:aged )?"
    r"(?:under|over|above|below|older than|younger than) $"
)
_GIRL_OF: Final = compile_pattern(
    r"\ba (?:young )?(?:girl|boy|man|woman|child|youth|lad|mother|father|widow|pensioner)"
    r" of (?:just |only |about |around |nearly |almost )?$"
)
_OLDEST: Final = compile_pattern(
    r"\b(?:oldest|youngest|eldest)(?: [a-z]+| of (?:them|those|the [a-z]+))?(?: is| was|,)? $"
)
# “The highest toll, 41,” is nobody’s age.
_COUNT_COMMA: Final = compile_pattern(
    r"\b(?:tolls?|counts?|figures?|numbers?|totals?|tall(?:y|ies)|scores?|values?|rates?|shares?|averages?|estimates?"
    r"|records?|readings?|levels?|limits?|prices?), (?:now |then |just )?$"
)
_AT_AN_AGE: Final = compile_pattern(r"(?:^|\W)at $")
_AGE_OF: Final = compile_pattern(
    r", (?:s?he|his|her|(?:still |and )?(?:with|without|after) (?:an?|his|her|no)\b|(?:and )?still|I|my)\b"
)
# "The two tenants, 91 and 87, get more"; "Jan and Piet Holm, 91 and 87,".
_OF_PERSONS: Final = (
    r"brothers|sisters|twins|sons|daughters|boys|girls|men|women|tenants|residents|children|siblings|friends|victims"
    r"|survivors|students|teenagers|cousins|parents|neighbours|neighbors|players|drivers|pensioners|widows|suspects"
    r"|officers|passengers|grandparents|workers|farmers|couple|brother and sister|defendants"
)
_AGES_OF: Final = compile_later(
    rf"\b(?:{_OF_PERSONS}|[A-Z][\w'’-]+), (?:[0-9]{{1,3}}(?:, [0-9]{{1,3}})*,? and )?$"
)
_AND_AN_AGE: Final = compile_later(r"(?:, [0-9]{1,3})*,? and [0-9]{1,3}(?=[,.;)])")
_AN_AGE_AND: Final = compile_later(r", [0-9]{1,3},? and $")
_NAME_COMMA: Final = compile_later(
    r"(?:(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,)[A-Z][\w'’.-]+|\b(?:man|woman|boy|girl|teacher|farmer|driver|student|nurse"
    r"|father|mother|widow|pensioner|engineer|worker|actor|singer|resident|son"
    r"|daughter|wife|husband|brother|sister|victim|soldier)),\s|\b(?:[Tt]he|[Aa]n?"
    r"|[Hh]is|[Hh]er|[Tt]heir)(?:\s[\w'’-]+){1,3},\s)(?:now\s|then\s|just\s)?$|[A-Z][\w'’-]+ \($"
)
_AGE_END: Final = compile_later(r",|\.(?!\d)|;|\)|\swho\b|\sand\s(?=[A-Z])|\s[-–](?!\w)|$")
_COMES: Final = compile_later(
    r"\s(?:who|from|in|of|was|were|is|are|has|had|with|on|to|came|died|named|called)\b"
)
_AGE_GOES_ON: Final = compile_later(r"\s(?:and|when|but|at)\b")
_HE_IS: Final = compile_pattern(
    r"\b(?:I'm|he's|she's|he|she|who|I) (?:am|is|was|is now|would be|would have been"
    r"|will be) (?:just |only )?$"
)


def age_follows(before: str) -> bool:
    return AGED.search(before) is not None


def read_age(
    text: str, number: WrittenNumber, unit: str | None, end: int
) -> tuple[str | None, int]:
    """Ages without the word year: "aged 34", "Smith, 34,", "he was 87."."""
    before = text[max(0, number.start - 32) : number.start]
    if re.search(r"\bmagnitude(?: of |[ -])$", before, re.IGNORECASE):
        return "magnitude", number.end
    is_count = _COUNTED_AT.search(text, max(0, number.start - 80), number.start)
    if is_count or number.scale != 1 or not 0 <= number.value <= 120:
        return unit, end
    return ("year", number.end) if _is_age(text, number, before) else (unit, end)


def _is_of_several(text: str, number: WrittenNumber, before: str) -> bool:
    if not number.in_digits or not _AGES_OF.search(text, max(0, number.start - 60), number.start):
        return False
    return bool(_AND_AN_AGE.match(text, number.end) or _AN_AGE_AND.search(before))


def _is_age(text: str, number: WrittenNumber, before: str) -> bool:
    if age_follows(before) or UNDER_AGE.search(before) or _is_of_several(text, number, before):
        return True
    if _AT_AN_AGE.search(before[-4:]) and _AGE_OF.match(text, number.end):
        return True
    if before.endswith("(") and number.value < 15:
        return False
    closed = _AGE_END.match(text, number.end) is not None
    complete = closed or _AGE_GOES_ON.match(text, number.end) is not None
    if (complete or _COMES.match(text, number.end)) and _GIRL_OF.search(before):
        return True
    if complete and _OLDEST.search(before):
        return True
    named = closed and number.in_digits and _NAME_COMMA.search(before) is not None
    named = named and not _COUNT_COMMA.search(before)
    return named or (complete and _HE_IS.search(before) is not None)
