"""Quantities in set phrases: fractions, multiples, one of a unit, words without digits."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateline.facts.units import MEASURE_WORDS
from dateline.language.en.quantities.counting import read_unit
from dateline.language.en.quantities.hedges import compares_with_then, hedge_before
from dateline.language.en.quantities.nouns import ends_phrase, is_plural, read_counted
from dateline.language.en.quantities.numbers import Draft, ends_with_word, read_number_at
from dateline.language.en.words import (
    DASH,
    LAST_OF_NUMBER,
    NUMBER_WORDS,
    ONES,
    SCALES,
    TEENS,
    TENS,
    TIME_UNITS,
    compile_pattern,
    one_of,
    one_spaced,
    read_number,
)

# Fractions, as the share of one: "two-thirds", "half of voters", "one in five"

_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15,
    "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fiftieth": 50, "hundredth": 100,
    "thousandth": 1000,
}  # fmt: skip
_PART: Final = one_of(_PARTS)
_SEVERAL_PARTS: Final = one_of(f"{part}s" for part in _PARTS if part != "half")
_WHOLE_AFTER: Final = (
    r"(?= of\b(?! an?\b)|[.,;:)]| (?:in|from|to|since|on|over|by|and|more|less|higher|lower|this"
    r"|last|compared|between|during|were|was|are|is|had|have|said|when|after|while|smaller|larger"
    r"|bigger|full|off)\b|$| [-–—]|—)"
)
_SHARE: Final = compile_pattern(
    rf"(?<![\w-])(?:(?P<top>{NUMBER_WORDS}|[0-9]{{1,2}}|an?)(?: |{DASH})(?P<part>{_SEVERAL_PARTS})\b"
    rf"(?! of an? {one_of(SCALES)})|(?:one{DASH}(?P<joined>{_PART})(?![\w-])|(?:an?|one)(?: |{DASH})(?P<single>{_PART})"
    rf"{_WHOLE_AFTER})"
    rf"|(?P<bare>half)(?!{DASH}|['’])(?= (?:of|the|its|their|his|her|my|your|all|our|those|these|that"
    r"|as|or|what)\b|[.,;]|$| last (?:year|month|week|quarter|season)['’]s\b"
    r"| (?:in|were|are|was|had|have|said|say)\b)(?! (?:past|time"
    r"|an?)\b)|(?<=\bin\s)(?P<cut>half)\b"
    rf"|(?P<some>{NUMBER_WORDS}|[0-9]+)(?:(?P<counted>(?: [a-z][\w'-]*){{1,2}}?)(?= (?:in|out) )"
    rf"|)(?: |{DASH})(?:in|out of|of(?= every))(?: every)?(?: "
    rf"|{DASH})(?P<all>{NUMBER_WORDS}|[0-9][0-9,.]* (?:million|billion)\b|[0-9]+(?:,[0-9]+)*)"
    r"(?![\w%]|[.,][0-9]))"
)
# How a share may begin: most texts have none of these words, and no "two in".
_MAY_SHARE: Final = compile_pattern(
    rf"\b{_PART}s?\b|{LAST_OF_NUMBER}(?:(?: [a-z][\w'-]*){{0,2}} |{DASH})(?:in|out of|of every)"
    rf"(?: every)?(?: |{DASH})(?:an?(?: |{DASH}))?{LAST_OF_NUMBER}"
)
_NOT_HALF_BEFORE: Final = compile_pattern(
    r"\b(?:first|second|other|latter|each|either|final|last|opening|top|bottom|in|better|per|every"
    r"|next|previous|this|that|northern|southern|eastern|western|upper|lower|left|right) $"
)


def _is_half(match: re.Match[str]) -> bool:
    text, start = match.string, match.start()
    if _CUT_IN.search(text, max(0, start - 80), start):
        return True
    return bool(match["bare"]) and not _NOT_HALF_BEFORE.search(text, max(0, start - 16), start)


# "Cut its fees in half"; a loaf that is cut in half is no share.
_CUT_IN: Final = compile_pattern(
    r"\b(?:cut(?:s|ting)?|slash(?:ed|es|ing)?|reduc(?:ed?|es|ing)|slic(?:ed?|es|ing)|chop(?:ped|s|ping)?)"
    r" (?:[\w’'-]+ ){0,5}?(?:fees?|fares?|prices?|rates?|tax(?:es)?|tolls?|duty|duties|budgets?|spending|costs?|wages?"
    r"|pay|pensions?|rents?|bills?|benefits?|subsid(?:y|ies)|quotas?|emissions?|output|jobs?|staff|workforce|numbers?"
    r"|deaths?|risks?|doses?|times?|speeds?|limits?|debts?|deficits?|losses|profits?|sales|use|waste|forecasts?"
    r"|estimates?|targets?|stakes?|dividends?|payments?|fines?|sentences?|hours|cuts?|levels?|production|amounts?"
    r"|services?) in $"
)


def find_shares(text: str) -> Iterator[Draft]:
    """Fractions of a whole; not "a third term", "the second half" or "tore it in half"."""
    match = _SHARE.search(text) if _MAY_SHARE.search(text) else None
    while match:
        share, end = _share(match), match.end()
        if share is not None:
            yield Draft(match.start(), end, share, share, "share", measured=True)
        elif match["some"]:
            end = match.end("some")  # "a limit of 30 minutes in nine out of ten cases"
        match = _SHARE.search(text, end)


def _share(match: re.Match[str]) -> Decimal | None:
    before = match.string[max(0, match.start() - 16) : match.start()]
    if match["part"]:
        return _share_of_parts(match)
    if single := match["single"] or match["joined"]:
        mixed = match["single"] and _NUMBER_AND.search(before)  # "five and a half"
        return None if mixed or _is_ordinal(match) else Decimal(1) / _PARTS[single.lower()]
    if match["bare"] or match["cut"]:
        return Decimal("0.5") if _is_half(match) else None
    some, whole = read_number(match["some"]), _whole(match["all"])
    is_year = 1900 <= whole <= 2100 and "," not in match["all"]
    if not 0 < some < whole or is_year:
        return None
    if match["counted"] and not _counts_a_share(match, some):
        return None
    sure = re.search(r"\b(?:out|every)\b", match[0], re.IGNORECASE) or whole in _ROUND or some == 1
    rate = _RATED.match(match.string, match.end()) and "out" not in match[0].lower()
    return some / whole if sure and not rate else None


# "A third was found", "won't get a fourth": one more. "Fell a third", "about a third were" are shares.
_MAY_BE_ORDINAL: Final = compile_pattern(r"an? (?:third|[a-z]+th)")
_SHARED_BEFORE: Final = compile_pattern(
    r"\b(?:by|than|up|down|to|half|(?:fall|r[io]se|risen|rising|fell|fallen|drop|cut|gr[eo]w|shr[aiu]nk|lost"
    r"|los[ei]|gain|climb|jump|slid|plung|slash|reduc|increas|rais|save|add|account\w* for|makes? up|own|hold"
    r"|discount|swell|shed)\w*(?: [\w'’-]+){0,4}?) $"
)
_SHARED_AFTER: Final = compile_pattern(
    r" (?:of|off|were|are|have|more|less|higher|lower|smaller|larger|bigger|full|on|since|compared)\b"
)
_SHARE_NEAR: Final = compile_pattern(
    r"(?:\b(?:half|quarters?|per cent|percent|two(?: |-)thirds)\b|%)[^.!?]{0,80}$"
)


def _is_ordinal(match: re.Match[str]) -> bool:
    """Whether "a third" is one more of what was counted, not a part."""
    text, start, end = match.string, match.start(), match.end()
    if not _MAY_BE_ORDINAL.fullmatch(match[0]) or hedge_before(text, start):
        return False
    before = text[max(0, start - 100) : start]
    is_share = _SHARED_AFTER.match(text, end) or _SHARED_BEFORE.search(before[-60:])
    return not (is_share or _SHARE_NEAR.search(before))


_NUMBER_AND: Final = compile_pattern(rf"(?:\b{NUMBER_WORDS}|[0-9]) and $")


def _whole(words: str) -> Decimal:
    number, _, scale = words.partition(" ")
    if number[0].isdigit() and scale:
        return read_number(number) * SCALES[scale.strip().lower()]
    return read_number(words)


def _share_of_parts(match: re.Match[str]) -> Decimal | None:
    """Three-quarters; but "two quarters" and "nine quarters of losses" are times of the year."""
    top, parts = read_number(match["top"]), _PARTS[match["part"].lower()[:-1]]
    if top >= parts or (parts == 4 and (top == 2 or _QUARTERS_OF.match(match.string, match.end()))):
        return None
    return top / parts


_QUARTERS_OF: Final = compile_pattern(
    r" of (?:\w+ )?(?:loss(?:es)?|growth|declines?|contraction|recession|falls?|profits?|shrinking)\b"
)
# "One bakery in five", but not "one win in five", of games.
_PLAYED: Final = frozenset(
    """win wins defeat defeats loss losses goal goals victory victories draw draws try tries wicket
    wickets point points start starts medal medals title titles appearance appearances run runs""".split()
)


def _counts_a_share(match: re.Match[str], some: Decimal) -> bool:
    """Whether "three homes in ten" is a share: nothing else is counted after it."""
    words = match["counted"].lower().split()
    if any(ends_phrase(word) for word in words) or words[-1] in _PLAYED:
        return False
    if is_plural(words[-1]) != (some != 1) or words[-1].endswith("ed"):
        return False
    after = read_number_at("2" + match.string[match.end() : match.end() + 40], 0)
    return not (after and after.measured) and read_counted(match.string, match.end()) is None


# Wholes that "in" makes a share of: "three in 10", but "three in 19 matches" counts matches.
_ROUND: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 25, 50, 100, 1000, 10000, 100000})
_RATED: Final = compile_pattern(
    rf"(?: |{DASH})(?:{one_of(TIME_UNITS)}|match|game|test|start|appearance|race|attempt|cit|countr"
    r"|place|case|million|billion)"
)

_SLASHED: Final = compile_pattern(
    r"(?<![\w/.,$£€:-])(?P<top>[1-9][0-9]?)/(?P<all>[0-9]{1,3})(?![\w/]|[.,:][0-9])"
    rf"(?:(?: |{DASH})(?P<unit>inch|mile|pint|acre)\b)?(?! time\b)"
)
_SLICES: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100})
_HALVES_TO_EIGHTHS: Final = frozenset({2, 3, 4, 8})


def find_slashed(text: str) -> Iterator[Draft]:
    """3/8 of the vote, roughly 2/3; not a date, a score of 7/10 or part 1/2."""
    for match in _SLASHED.finditer(text):
        top, parts = Decimal(match["top"]), Decimal(match["all"])
        before = text[max(0, match.start() - 16) : match.start()]
        if top >= parts or parts not in _SLICES or _NUMBERED.search(before):
            continue
        named = match["unit"] or text.startswith(" of ", match.end())
        if named or parts in _HALVES_TO_EIGHTHS or hedge_before(text, match.start()):
            unit = match["unit"].lower() if match["unit"] else "share"
            yield Draft(match.start(), match.end(), top / parts, top / parts, unit, measured=True)


_NUMBERED: Final = compile_pattern(
    r"(?:\b(?:parts?|episodes?|pages?|days?|volumes?|no\.?|series|legs?|heats?|discs?|scored?|rat\w+"
    r"|on|by|dated|platforms?|flats?|units?|rooms?|case|[0-9]) |[0-9]-)$"
)


# Multiples

_WHOLES: Final = (
    r"(?:second|minute|hour|day|week|month|year|century|mile|inch|metre|meter|kilometre|kilometer|yard"
    r"|degree|percentage point|percent|per cent|point|pint|litre|gallon|acre|ton|tonne|pound|ounce|cent)"
)
_MAY_MULTIPLY: Final = compile_pattern(
    rf"twice|thrice|double|triple|treble|quadruple|fold\b|half|quarter|[0-9](?: ?(?:ft|feet|foot|')|{DASH}foot)"
)
_TIMES: Final = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_AS_MUCH: Final = (
    r"\b(?P<as_much>double|triple|treble|quadruple)"
    r"(?= (?:the|its|his|her|their|our|that|those|what|last|this)\b(?! (?:moment|day|week|night|time)\b))"
)
# "Sold at double its price" is a multiple, "to double its fleet" is not.
_AS_MUCH_BEFORE: Final = compile_pattern(
    r"(?:, |\b(?:is|at|or|was|are|now|were|be|been|just|costs?|than|paid|pays|about|nearly|almost|around|roughly"
    r"|more than|less than|some) )$"
)
_MULTIPLE: Final = compile_pattern(
    rf"(?<![\w-])(?P<word>twice|thrice)(?!{DASH}\w)\b|{_AS_MUCH}"
    rf"|(?<![\w-])(?=(?:an? )?[\w-]*fold\b)(?P<fold>{NUMBER_WORDS}"
    rf"|[0-9]{{1,3}}|{one_of([*ONES, *TEENS, *TENS])}){DASH}?fold\b"
    r"|(?<![\w-])(?:a )?(?P<point>half|quarter)(?:(?: of)? an?)?(?: "
    rf"|{DASH})(?P<kind>(?:percentage(?: |{DASH}))?point)\b"
    rf"|(?<![\w-])(?P<bit>half|a quarter of)(?: an? |{DASH}(?=hour|mile|inch|second|pint|acre))(?P<unit>hour|mile"
    r"|century|decade|percent|per cent|cent|pint|acre|degree|inch|second|ton|tonne|metre"
    rf"|kilometre|pound|litre|minute|year|day)\b(?!{DASH})"
    r"|(?<![\w.,])(?P<feet>[0-9]) ?(?:ft|feet|foot|'"
    rf"|{DASH}foot{DASH})(?: and(?= [0-9]+ ?in))? ?(?P<inches>[0-9]|1[01])(?![0-9]) ?(?:ins?\b|inches|inch|\""
    r"|(?!\w))"
)


def find_multiples(text: str) -> Iterator[Draft]:
    """Twice, double the figure, tenfold; half an hour, a quarter point; 6ft 2in, in inches."""
    for match in _MULTIPLE.finditer(text) if _MAY_MULTIPLY.search(text) else ():
        if match["as_much"] and not _AS_MUCH_BEFORE.search(text, 0, match.start()):
            continue
        value, unit = _multiple(match)
        yield Draft(match.start(), match.end(), value, value, unit, measured=True)


def _multiple(match: re.Match[str]) -> tuple[Decimal, str]:
    if word := match["word"] or match["as_much"]:
        return Decimal(_TIMES[word.lower()]), "times"
    if match["fold"]:
        return read_number(match["fold"]), "times"
    if match["feet"]:
        return 12 * Decimal(match["feet"]) + Decimal(match["inches"]), "inch"
    half = (match["point"] or match["bit"]).lower().startswith("half")
    unit = "percentage points" if match["point"] else _percent(match["unit"])
    return Decimal("0.5") if half else Decimal("0.25"), unit


def _percent(unit: str) -> str:
    name = one_spaced(unit).lower().replace("percentage point", "point")
    return MEASURE_WORDS.get(name, name).replace("point", "percentage points")


# Parts of one unit

_PIECE: Final = compile_pattern(
    rf"(?<![\w-])(?P<pieces>{NUMBER_WORDS}|an?)(?: |{DASH})(?P<piece>{_PART}|{_SEVERAL_PARTS})"
    rf" of an? (?P<whole>{_WHOLES})\b"
)
_OF_ONE: Final = compile_pattern(rf"(?:{_PART}|{_SEVERAL_PARTS}) of an? ")
_AND_A_PART: Final = compile_pattern(
    r"(?<![\w-])(?:an?|one) (?P<once>second|minute|hour|day|week|month|year|decade|century|mile"
    r"|kilometre|kilometer|metre|meter|tonne|ton) and (?P<more>a half|a quarter|three quarters)\b"
)
_MORE: Final = {"a half": "0.5", "a quarter": "0.25", "three quarters": "0.75"}


def find_parts(text: str) -> Iterator[Draft]:
    """Three tenths of a second; an hour and a half."""
    for match in _PIECE.finditer(text) if _OF_ONE.search(text) else ():
        value = read_number(match["pieces"]) / _PARTS[match["piece"].lower().removesuffix("s")]
        unit = _percent(match["whole"])
        yield Draft(match.start(), match.end(), value, value, unit, measured=True)
    for match in _AND_A_PART.finditer(text):
        value = 1 + Decimal(_MORE[one_spaced(match["more"]).lower()])
        unit = MEASURE_WORDS[match["once"].lower()]
        yield Draft(match.start(), match.end(), value, value, unit, measured=True)


# Ages without a number of their own

_TENS_OF_YEARS: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_IN_HIS_FORTIES: Final = compile_pattern(
    r"\bin (?:his|her|their|my|your|our) (?P<age>(?:(?:very )?early|mid|late)?[ -]?"
    rf"(?P<tens>[2-9]0['’]?s|teens|{one_of(_TENS_OF_YEARS)}))\b"
)


def find_ages(text: str) -> Iterator[Draft]:
    """In his forties: from 40 to 49 years."""
    for match in _IN_HIS_FORTIES.finditer(text):
        word = match["tens"].lower()
        low = Decimal(_TENS_OF_YEARS.get(word) or (13 if word == "teens" else int(word[:2])))
        high = Decimal(19) if word == "teens" else low + 9
        start = match.start("age") + (match["age"][0] in " -")
        yield Draft(start, match.end(), low, high, "year", measured=True)


# Bands

_BAND: Final = compile_pattern(
    rf"(?<![\w+])(?:plus(?: |{DASH}|/)(?:or(?: |{DASH}))?minus |\+/[-−–] ?|± ?)(?=[0-9$£€a-z])"
)


def find_bands(text: str) -> Iterator[Draft]:
    """Plus or minus 3 points: from −3 to 3."""
    for match in _BAND.finditer(text):
        number = read_number_at(text, match.end())
        if number is not None and ends_with_word(text, number):
            unit, end, measured = read_unit(text, number)
            yield Draft(match.start(), end, -number.value, number.value, unit, measured)


_HEDGED_UNIT: Final = compile_pattern(
    r"(?<=[a-z]\s)an? (?P<unit>second|minute|hour|day|week|fortnight|month|year|decade|century|mile"
    r"|kilometre|kilometer|metre|meter|tonne|ton)\b(?!-)(?P<then> (?:after|before)\b)?(?! (?:ago|earlier|later)\b)"
)

_ONLY_LINKS: Final = frozenset({"over", "under", "about", "around", "above", "beyond"})
# A term: "sentenced to a year in prison".
_TERM_BEFORE: Final = compile_pattern(
    r"\b(?:sentenced to|jailed for|banned for|suspended for|imprisoned for|serving|serves?|served"
    r"|disqualified for) $"
)


# What "about an hour" may follow: a book is about a year, and a bridge over a mile of water.
_MAY_MEASURE: Final = frozenset({"about", "around", "over"})
_MEASURES_BEFORE: Final = compile_pattern(
    r"(?:\b(?:and|or|for|in|within|after|has|have|had|gives?|gave|leaves?|left|takes?|took|lasts?|lasted|needs?"
    r"|needed|waits?|waited|spends?|spent|is|was|were|are|by|than|only|just|of|every)|[,;(–—]) $"
)


def _is_hedge(text: str, hedge: re.Match[str]) -> bool:
    """Whether the words before a unit say that it is more or less than one of it."""
    word = hedge["hedge"].lower()
    if word not in _ONLY_LINKS:
        return True
    return (
        word in _MAY_MEASURE and _MEASURES_BEFORE.search(text, 0, hedge.start("hedge")) is not None
    )


# "The driest August in a century", "for a decade": how long, without a number.
_IN_YEARS: Final = {"decade": Decimal(10), "century": Decimal(100)}
_FOR_LONG: Final = compile_pattern(
    r"\b(?:for|lasted|took|spent|(?:[a-z]+(?:est|most)|worst|first|only|last)(?: [\w’'-]+){1,3} in) $"
)


def find_hedged_units(text: str) -> Iterator[Draft]:
    """More than a year, a year in prison: one of the unit, where the words make it a measure."""
    for match in _HEDGED_UNIT.finditer(text):
        hedge = hedge_before(text, match.start())
        hedged = hedge is not None and _is_hedge(text, hedge)
        if match["then"] and hedge and compares_with_then(text, hedge, match.end()):
            continue
        if match["then"] and not hedged:
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        is_long = match["unit"].lower() in _IN_YEARS and _FOR_LONG.search(before)
        if hedged or is_long or _TERM_BEFORE.search(before):
            unit = MEASURE_WORDS[match["unit"].lower()]
            years = _IN_YEARS.get(unit)
            value, unit = (years, "year") if years else (Decimal(1), unit)
            yield Draft(match.start(), match.end("unit"), value, value, unit, measured=True)


# Words without digits

_MANY: Final = r"(?:dozens|hundreds|thousands|millions|billions|trillions)"
_VAGUE: Final = compile_pattern(
    r"(?<![\w$£€-])(?P<words>(?:(?:several|many|tens of|hundreds of|dozens of|thousands of|untold"
    rf"|a few|few|countless|low|high) )*{_MANY}|scores(?= of [a-z])|(?:several|a few|many"
    r"|a couple of|some few) (?:dozen|hundred|thousand|million|billion|trillion)(?: (?:thousand"
    rf"|million|billion))?)\b(?!{DASH}\w)(?P<of> of(?: (?:the|its|their|his|her|these|those"
    rf"|our))?)?(?! {_MANY})"
)
_GRADES: Final = compile_pattern(
    r"\b(?:test|exam|credit|approval|the|their|his|her|its|our|these|two|three|high"
    r"|low|box|film|[0-9]) $"
)


# By how much, without a number: "decades too early"; "for decades" is time without a date.
_DECADES: Final = compile_pattern(
    r"(?<![\w-])(?:decades|centuries)(?= (?:too|older|younger|behind|ahead of|overdue|apart)\b)"
)


def find_vague_counts(text: str) -> Iterator[Draft]:
    """Dozens, tens of thousands of people, several hundred homes: words, no digits invented."""
    for match in _DECADES.finditer(text):
        unit = MEASURE_WORDS[match[0].lower()]
        yield Draft(match.start(), match.end(), None, None, unit)
    for match in _VAGUE.finditer(text):
        graded = _GRADES.search(text[max(0, match.start() - 10) : match.start()])
        if not (graded and match["words"].lower() == "scores"):
            yield _vague_count(text, match)


def _vague_count(text: str, match: re.Match[str]) -> Draft:
    scale = match["words"].lower().split()[-1]
    if not match["of"] and scale not in {*SCALES, "dozen"}:
        return Draft(match.start(), match.end("words"), None, None, None)
    number = read_number_at("0" + text[match.end() : match.end() + 30], 0)
    if number and number.measured:
        money = number.unit == "pound" and scale[:4] in {"mill", "bill", "tril"}
        unit = "GBP" if money else number.unit
        return Draft(match.start(), match.end() + number.end - 1, None, None, unit)
    counted = read_counted(text, match.end())
    if counted is None:
        return Draft(match.start(), match.end("words"), None, None, None)
    return Draft(match.start(), counted[1], None, None, counted[0].lower())
