"""Two numbers with a dash, "to", "and" or "or" between them: a range, two values, or a score."""

from decimal import Decimal
from typing import Final, Literal

from dateline.facts.units import MEASURE_WORDS, is_money
from dateline.language.en.quantities.counting import age_follows, read_age, read_unit
from dateline.language.en.quantities.hedges import hedge_before
from dateline.language.en.quantities.numbers import (
    Draft,
    WrittenNumber,
    ends_with_word,
    read_number_at,
)
from dateline.language.en.quantities.rates import rate_end, rate_follows
from dateline.language.en.quantities.silence import labelled
from dateline.language.en.words import DASH, compile_pattern

_LINK: Final = compile_pattern(
    rf"(?P<dash>{DASH} (?:to|or) |{DASH}to{DASH}| ?{DASH} ?)| (?P<word>to|and|or) (?:about |around "
    r"|nearly |perhaps |even |as (?:many|much|high|long) as |up to )?"
)
_FROM: Final = compile_pattern(
    r"\bfrom (?:about |around |nearly |some |just |roughly |under |over |a record )?$"
)
_CHANGED: Final = compile_pattern(
    r"\b(?:r[io]se\w*|rising|f[ae]ll\w*|gr[eo]w(?:s|n|ing|th)?\b|climb\w*|cut\w*|increas\w*|decreas\w*|drop\w*|up|down"
    r"|w[ei]den\w*|narrow\w*|went|goes?|jump\w*|shr[ai]nk\w*|doubl\w*|tripl\w*|slip\w*|improv\w*"
    r"|declin\w*|lower\w*|rais\w*|reduc\w*|expand\w*|edg\w+|mov\w+|revis\w+|slow\w*|chang\w+|toll"
    r"|numbers?|extend\w*|count|total|score)\b[^.!?]{0,60}$"
)
_RANGING: Final = compile_pattern(
    r"(?:\b(?:rang\w+|anywhere|anything|var\w+|somewhere|sized|aged) from|\brange of) $"
)
# "Losses run from 15 to 40 bushels", but "the bus runs from 5 to 11".
_RUNNING: Final = compile_pattern(
    r"\b(?:r[au]n(?:s|ning)?|stretch\w*|span\w*|cost\w*|priced|last(?:s|ed|ing)?|tak(?:es?|ing)|took) from $"
)
_BETWEEN: Final = compile_pattern(r"\bbetween (?:about |around )?$")
# "The difference between 240 and 310" is of two numbers.
_APART: Final = compile_pattern(
    r"\b(?:differences?|gap|gulf|margin|ratio) between (?:about |around )?$"
)

# Words before a pair: "between 3 and 4", "ranging from 3 to 4", "run from 3 to 4 miles", "from 3 to 4".
Lead = Literal["", "between", "ranging", "running", "from"]


def read_range(text: str, first: WrittenNumber) -> tuple[list[Draft], int] | None:
    """What a number and the one linked to it say, and where they end; None for a single number.

    "From 3% to 4%" gives two drafts, "3% to 4%" one, "won 3-1" none.
    """
    link = _LINK.match(text, first.end)
    if link is None and (end := rate_end(text, first.end)) and _lead(text, first.start, "and")[0]:
        link = _LINK.match(text, end)  # "between £10 an hour and £12 an hour"
    second = read_number_at(text, link.end()) if link else None
    if link is None or second is None:
        return None
    if _ANOTHER.fullmatch(link[0]) and hedge_before(text, first.start):
        return _each_hedged(text, first, second)
    drafts = _read_pair(text, first, second, (link["word"] or "-").lower())
    return None if drafts is None else (drafts, second.end)


def _read_pair(
    text: str, first: WrittenNumber, second: WrittenNumber, word: str
) -> list[Draft] | None:
    lead, start = _lead(text, first.start, word)
    if not _measure_alike(text, first, second):
        return None
    if word == "and" and lead != "between":
        return _counted_alike(text, first, second)
    unit, end, measured = _shared_unit(text, first, second)
    if (lead == "running" and unit is None) or (lead == "from" and _reaches(text, first, second)):
        lead = "from" if unit is None else "ranging"
    steps = word == "to" and first.value > 0 and second.value >= 3 * first.value
    steps = steps and _steps(text, first.start)
    stepped = word == "to" and _has_stepped(text, first, second)
    if unit is None and not (lead or steps or stepped) and not _counts(text, first, second, word):
        return [] if word == "-" or (word == "to" and first.in_digits) else None
    low, high = _ends(first, second)
    is_small = lead == "from" and unit is None and max(low, high) <= 12
    are_hours = is_small and not changes(text, first.start)  # "open from eight to six"
    is_named = not measured and second.scale == 1 and labelled(text, first, unit)
    if are_hours or is_named or _is_score(word, unit, low, high):
        return []
    if lead == "from" or stepped or (steps and high >= 3 * low):
        one_value = Draft(first.start, first.end, low, low, unit, measured)
        return [one_value, Draft(second.start, end, high, high, unit, measured)]
    return [Draft(start, end, low, high, unit, measured)] if low < high else None


_ANOTHER: Final = compile_pattern(r" or (?:about|around|nearly) ")


def _each_hedged(
    text: str, first: WrittenNumber, second: WrittenNumber
) -> tuple[list[Draft], int] | None:
    """Both of “at least 231 or about 250 people”, two numbers of which one is true."""
    if not _measure_alike(text, first, second):
        return None
    unit, end, measured = _shared_unit(text, first, second)
    one_value = Draft(first.start, first.end, first.value, first.value, unit, measured)
    return [one_value, Draft(second.start, end, second.value, second.value, unit, measured)], end


def _counted_alike(text: str, first: WrittenNumber, second: WrittenNumber) -> list[Draft] | None:
    """Both of "52 and 54 teachers"; not "He is 52 and 54 teachers", or "In room 5 and 6 pupils"."""
    if first.measured or second.measured or not (first.in_digits and second.in_digits):
        return None
    unit, end, measured = read_unit(text, second)
    is_other = _ALONE_BEFORE.search(text, max(0, first.start - 12), first.start)
    if unit is None or first.scale != second.scale or is_other:
        return None
    if labelled(text, first, unit) or read_age(text, first, None, 0)[0]:
        return None
    one_value = Draft(first.start, first.end, first.value, first.value, unit, measured)
    return [one_value, Draft(second.start, end, second.value, second.value, unit, measured)]


_ALONE_BEFORE: Final = compile_pattern(
    r"\b(?:at|on|by|after|before|until|is|was|are|were|be|magnitude|over|under) $"
)


def _lead(text: str, start: int, word: str) -> tuple[Lead, int]:
    """The words before a pair, and where the quantity starts: "between" is part of it."""
    hedge = hedge_before(text, start) if word == "to" else None
    first = hedge.start() if hedge else start  # "from at least nine to 43"
    before = text[max(0, first - 36) : first]
    if (between := _BETWEEN.search(before)) and not _APART.search(before):
        return "between", start - len(between[0])
    if _RANGING.search(before):
        return "ranging", start
    if word == "to" and _RUNNING.search(before):
        return "running", start
    return ("from" if word == "to" and _FROM.search(before) else ""), start


_AS_MANY: Final = compile_pattern(r"\b(?:as (?:many|much|high|long) as|up to) $")


def _reaches(text: str, first: WrittenNumber, second: WrittenNumber) -> bool:
    """“From 15 to as many as 40” is a range, where nothing rose or fell."""
    is_reach = _AS_MANY.search(text, first.end, second.start)
    return is_reach is not None and not changes(text, first.start)


def changes(text: str, start: int) -> bool:
    return _CHANGED.search(text, max(0, start - 90), start) is not None


# "Rose $5 to $72", "by $10 to $110": a step and where it led.
_STEP: Final = compile_pattern(
    r"\b(?:by|rose|risen|fell|fallen|climbed|jumped|dropped|gained|lost|added|up|down|slipped|slid|grew"
    r"|surged|plunged|rallied|soared|eased|increased|decreased)(?: about| nearly| some| just| only)? $"
)


def _steps(text: str, start: int) -> bool:
    return _STEP.search(text, max(0, start - 30), start) is not None


# "Fell by £4m to £8m" has happened, so it ended at one value; "could fall by £4m to £8m" may be a range.
_STEPPED: Final = compile_pattern(
    r"\b(?:rose|risen|fell|fallen|climbed|jumped|dropped|slipped|slid|grew|grown|surged|plunged|rallied|soared"
    r"|eased|increased|decreased|declined|shrank|shrunk|sank|tumbled|narrowed|widened|raised|lowered|reduced"
    r"|(?:had|has|have|was|were|been) cut)(?: [\w’'-]+){0,3}?(?: by)?(?: about| nearly| some| just| only)? $"
)
_NOT_YET: Final = compile_pattern(
    r"\b(?:would|could|may|might|will|should|can|must|to|likely|expected|typically|usually|each|every|anything)\b"
    r"[^.;,]*$"
)


def _has_stepped(text: str, first: WrittenNumber, second: WrittenNumber) -> bool:
    if first.measured != second.measured or not 0 < first.value < second.value:
        return False
    before = text[max(0, first.start - 80) : first.start]
    said = _STEPPED.search(before)
    return said is not None and _NOT_YET.search(before, 0, said.start()) is None


def _measure_alike(text: str, first: WrittenNumber, second: WrittenNumber) -> bool:
    """Whether two numbers measure the same: not "3% to 4km" or "3% to 7,500"."""
    if not ends_with_word(text, second):
        return False
    if first.measured and not second.measured:
        return first.unit is not None and is_money(first.unit)
    return not first.measured or first.unit == second.unit


def _shared_unit(
    text: str, first: WrittenNumber, second: WrittenNumber
) -> tuple[str | None, int, bool]:
    unit, end, measured = read_unit(text, second, first)
    if unit is None and age_follows(text[max(0, first.start - 24) : first.start]):
        return "year", end, True
    return unit, end, measured


def _counts(text: str, first: WrittenNumber, second: WrittenNumber, word: str) -> bool:
    """Whether numbers without a unit are quantities by their form, or by a hedge."""
    if max(first.scale, second.scale) > 1 or "," in second.written:
        return True
    if word == "or" and _BESIDE.search(text, max(0, first.start - 80), first.start):
        return _IS_SO.match(text, second.end) is not None
    if rate_follows(text, second.end):
        return True
    return word == "to" and hedge_before(text, first.start) is not None


# "14 urchins a square metre, where one or two would be healthy"; "one or two are shy" is an idiom.
_BESIDE: Final = compile_pattern(
    r"(?:[0-9][^.;:!?]*, (?:where|when|while)|\b(?:instead of|rather than|compared with|compared to|against))"
    r" (?:about |only |just )?$"
)
_IS_SO: Final = compile_pattern(
    r" (?:would|is|are|was|were|used to|had|will|might|should)\b|[.,;:!?]|$| (?:in|before|a|last)\b"
)


def _ends(first: WrittenNumber, second: WrittenNumber) -> tuple[Decimal, Decimal]:
    low, high = _scaled(first, second), second.value
    return (high, low) if high < low < 0 else (low, high)


def _scaled(first: WrittenNumber, second: WrittenNumber) -> Decimal:
    """The first value, with the scale of the second where it has none: "$5-6 billion", "40-50,000"."""
    if "," not in first.written and first.mantissa < 1000 <= second.mantissa and first.scale == 1:
        thousands = first.mantissa * 1000
        if second.mantissa % 1000 == 0 and thousands < second.mantissa <= 10 * thousands:
            return thousands * second.scale
    shared = first.scale == 1 and first.mantissa <= second.mantissa
    return first.mantissa * (second.scale if shared else first.scale)


_MEASURES: Final = frozenset(MEASURE_WORDS.values())
# What makes a pair of numbers a score or the odds, not a range.
_SCORED: Final = frozenset(
    """votes wins victories defeats draws odds losses win favourites favorites thanks penalties
    aggregate sets goals""".split()
)


def _is_score(word: str, unit: str | None, low: Decimal, high: Decimal) -> bool:
    return word == "-" and (unit in _SCORED or (low >= high and unit not in _MEASURES))
