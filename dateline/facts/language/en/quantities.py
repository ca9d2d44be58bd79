"""Quantities: figures with what they count, their ranges, fractions, and words without digits."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from dateline.facts.language import FoundQuantity
from dateline.facts.language.en.dates import find_dates
from dateline.facts.language.en.figures import Figure, read_figure, starts
from dateline.facts.language.en.nouns import read_counted
from dateline.facts.language.en.silence import LABELS, LABELS_IF_CAPITAL, silent_spans
from dateline.facts.language.en.units import HEDGES, HEDGES_BEHIND, LONG_UNITS, TIME_UNITS
from dateline.facts.language.en.words import (
    COUNTED,
    DASH,
    NUMBER_WORDS,
    compile_pattern,
    one_of,
    read_number,
)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A quantity before its hedge is read."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    measured: bool = False


def find_quantities(text: str) -> tuple[FoundQuantity, ...]:
    """Every quantity of the text, in order, without overlaps."""
    taken = _Taken(text)
    drafts: list[_Draft] = []
    for draft in (*_shares(text), *_multiples(text), *_vague_counts(text), *_hedged_units(text)):
        if taken.claim(draft.start, draft.end):
            drafts.append(draft)
    done = 0
    for position in starts(text):
        if position >= done and taken.free(position):
            read, done = _read_at(text, position)
            drafts.extend(draft for draft in read if taken.claim(draft.start, draft.end))
    drafts.sort(key=lambda draft: draft.start)
    return tuple(_hedged(text, draft) for draft in _inherited(text, drafts))


class _Taken:
    """Which characters are spoken for: dates, silent forms, quantities found already."""

    def __init__(self, text: str) -> None:
        self._mask = bytearray(len(text))
        for date in find_dates(text, written=dt.date(2000, 1, 1)):
            self._take(date.start, date.end)
        for start, end in silent_spans(text):
            self._take(start, end)

    def _take(self, start: int, end: int) -> None:
        self._mask[start:end] = b"\1" * (end - start)

    def free(self, position: int) -> bool:
        return not self._mask[position]

    def claim(self, start: int, end: int) -> bool:
        """Take the stretch if no part of it is taken."""
        if start >= end or self._mask.find(1, start, end) >= 0:
            return False
        self._take(start, end)
        return True


# Fractions, as the share of one: "two-thirds", "half of voters", "one in five"

_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_WHOLE_BEHIND: Final = (
    r"(?= of\b(?! an?\b)|[.,;:)]| (?:in|from|to|since|on|over|by|and|more|less|higher|lower|this|last|compared"
    r"|between|during|were|was|are|is|had|have|said|when|after|while|smaller|larger|bigger|full|off)\b|$)"
)
_SHARE: Final = compile_pattern(
    rf"(?<![\w-])(?:(?P<top>{NUMBER_WORDS}|[0-9]{{1,2}}|an?)(?: |{DASH})(?P<part>thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)\b"
    rf"|(?P<one>an?|one)(?: |{DASH})(?P<single>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth|half){_WHOLE_BEHIND}"
    rf"|(?P<bare>half)(?!{DASH}|['’])(?= (?:of|the|its|their|his|her|all|our|those|that|as|or)\b|[.,;]| (?:in|were|are|was|had|have|said|say)\b)(?! (?:past|time|an?)\b)"
    rf"|(?P<some>{NUMBER_WORDS}|[0-9]+)(?: |{DASH})(?:in|out of)(?: every)?(?: |{DASH})(?P<all>{NUMBER_WORDS}|[0-9][0-9,]*)(?![\w%]|[.,][0-9]))"
)
_NOT_HALF_BEFORE: Final = compile_pattern(
    r"\b(?:first|second|other|latter|each|either|final|last|opening|top|bottom|in|better|per|every|next|previous|this|that|northern|southern|eastern|western|upper|lower|left|right) $"
)


def _shares(text: str) -> Iterator[_Draft]:
    """Fractions of a whole; "a third term", "the second half" and "in half" are none."""
    for match in _SHARE.finditer(text):
        share = _share(match)
        if share is not None:
            yield _Draft(match.start(), match.end(), share, share, "share", measured=True)


def _share(match: re.Match[str]) -> Decimal | None:
    before = match.string[max(0, match.start() - 16) : match.start()]
    if match["part"]:
        top = match["top"].lower()
        return (1 if top in {"a", "an"} else read_number(top)) / Decimal(
            _PARTS[match["part"].lower()[:-1]]
        )
    if match["single"]:
        return Decimal(1) / _PARTS[match["single"].lower()]
    if match["bare"]:
        return None if _NOT_HALF_BEFORE.search(before) else Decimal("0.5")
    some, whole = read_number(match["some"]), read_number(match["all"])
    out_of = "out" in match[0].lower()
    behind = compile_pattern(
        rf" (?:{one_of(TIME_UNITS)}|match|game|test|start|appearance|race|season|attempt|cit|countr|place|case|million|billion)"
    ).match(match.string, match.end())
    round_whole = whole in {
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        12,
        20,
        25,
        50,
        100,
        200,
        1000,
        10000,
        1000000,
    }
    return some / whole if 0 < some < whole and (out_of or (round_whole and not behind)) else None


# Multiples

_MULTIPLE: Final = compile_pattern(
    rf"(?<![\w-])(?P<word>twice|thrice)(?!{DASH}\w)\b|(?<![\w-])(?P<fold>{NUMBER_WORDS}|[0-9]{{1,3}}){DASH}?fold\b"
    rf"|(?<![\w-])(?:a )?(?P<point>half|quarter)(?:(?: of)? an?)?(?: |{DASH})(?P<kind>(?:percentage(?: |{DASH}))?point)\b"
    rf"|(?<![\w-])(?P<bit>half|a quarter of)(?: an?)(?: |{DASH})(?P<unit>hour|mile|century|decade|percent|per cent|pint|acre|degree|inch|second|ton|tonne|metre|kilometre|pound|litre|minute|year|day|marathon)\b(?!{DASH})"
    rf"|(?<![\w.,])(?P<feet>[0-9]) ?(?:ft|feet|foot|'|{DASH}foot{DASH})(?: and)? ?(?P<inches>[0-9]{{1,2}}) ?(?:ins?\b|inches|inch|\"|(?=\W))"
)


def _multiples(text: str) -> Iterator[_Draft]:
    """Twice, tenfold; half an hour, a quarter point; 6ft 2in, in inches."""
    for match in _MULTIPLE.finditer(text):
        value, unit = _multiple(match)
        yield _Draft(match.start(), match.end(), value, value, unit, measured=True)


def _multiple(match: re.Match[str]) -> tuple[Decimal, str]:
    if match["word"]:
        return Decimal(2 if match["word"].lower() == "twice" else 3), "times"
    if match["fold"]:
        return read_number(match["fold"]), "times"
    if match["feet"]:
        return 12 * Decimal(match["feet"]) + Decimal(match["inches"]), "inch"
    half = (match["point"] or match["bit"]).lower().startswith("half")
    unit = (
        "percentage points"
        if match["point"]
        else match["unit"].lower().replace("per cent", "percent")
    )
    return Decimal("0.5") if half else Decimal("0.25"), unit


_HEDGED_UNIT: Final = compile_pattern(
    r"(?<=[a-z]\s)an? (?P<unit>second|minute|hour|day|week|fortnight|month|year|decade|century|mile|kilometre|kilometer|metre|meter|tonne|ton)\b(?!-)(?! (?:ago|earlier|later|after|before)\b)"
)


def _hedged_units(text: str) -> Iterator[_Draft]:
    """More than a year, nearly a mile: one of the unit, where a hedge makes it a measure."""
    for match in _HEDGED_UNIT.finditer(text):
        hedge = _hedge_before(text, match.start())
        if hedge and hedge["hedge"].lower() not in {"over", "under", "about", "around", "above", "beyond"}:
            unit = LONG_UNITS[match["unit"].lower()]
            yield _Draft(match.start(), match.end(), Decimal(1), Decimal(1), unit, measured=True)


# Words without digits

_MANY: Final = r"(?:dozens|hundreds|thousands|millions|billions|trillions)"
_VAGUE: Final = compile_pattern(
    rf"(?<![\w$£€-])(?P<words>(?:(?:several|many|tens of|hundreds of|dozens of|thousands of|untold|a few|few|countless|low|high) )*{_MANY}"
    rf"|scores(?= of [a-z])|(?:several|a few|many|a couple of|some few) (?:dozen|hundred|thousand|million|billion|trillion)(?: (?:thousand|million|billion))?)\b(?!{DASH}\w)"
    rf"(?P<of> of(?: (?:the|its|their|his|her|these|those|our))?)?(?! {_MANY})"
)
_GRADES: Final = compile_pattern(
    r"\b(?:test|exam|credit|approval|the|their|his|her|its|our|these|two|three|high|low|box|film|[0-9]) $"
)


def _vague_counts(text: str) -> Iterator[_Draft]:
    """Dozens, tens of thousands of people, several hundred homes: words, no digits invented."""
    for match in _VAGUE.finditer(text):
        if match["words"].lower() == "scores" and _GRADES.search(
            text[max(0, match.start() - 10) : match.start()]
        ):
            continue
        end = match.end("words")
        figure = read_figure("0" + text[match.end() : match.end() + 30], 0) if match["of"] else None
        if figure and figure.measured:
            yield _Draft(match.start(), match.end() + figure.end - 1, None, None, figure.unit)
            continue
        singular = match["words"].split()[-1].lower() in {
            "dozen",
            "hundred",
            "thousand",
            "million",
            "billion",
            "trillion",
        }
        counted = read_counted(text, match.end()) if match["of"] or singular else None
        yield _Draft(
            match.start(),
            counted[1] if counted else end,
            None,
            None,
            counted[0].lower() if counted else None,
        )


# Figures

_LINK: Final = compile_pattern(
    rf"(?P<dash> ?{DASH} ?|{DASH} (?:to|or) )| (?P<word>to|and|or) (?:about |around |nearly |perhaps |even |as many as )?"
)
_FROM: Final = compile_pattern(
    r"\bfrom (?:about |around |nearly |some |just |roughly |under |over |a record )?$"
)
_RANGING: Final = compile_pattern(
    r"\b(?:rang\w+|anywhere|anything|var\w+|somewhere|sized|aged) from $"
)
_BETWEEN: Final = compile_pattern(r"\bbetween (?:about |around )?$")


def _read_at(text: str, position: int) -> tuple[list[_Draft], int]:
    """What the figure at this place says, alone or linked to the next, and where it ends.

    Two drafts come of "from 3% to 4%", one of "3% to 4%", none of "won 3-1".
    """
    figure = read_figure(text, position)
    if figure is None or not _bounded(text, figure):
        return [], position
    link = _LINK.match(text, figure.end)
    other = read_figure(text, link.end()) if link else None
    if link is not None and other is not None:
        ranged = _ranged(text, figure, other, link)
        if ranged is not None:
            return ranged, other.end
    return _single(text, figure), figure.end


def _bounded(text: str, figure: Figure) -> bool:
    """Whether the figure ends where a word ends: "737s", "5G" and "4x4" are names."""
    after = text[figure.end : figure.end + 2]
    return figure.measured or not re.match(r"\w|[.,:/×][0-9]", after)


def _ranged(text: str, one: Figure, other: Figure, link: re.Match[str]) -> list[_Draft] | None:
    """What two linked figures say: a range, two values, a score (nothing), or no link (None)."""
    before = text[max(0, one.start - 24) : one.start]
    word = (link["word"] or "-").lower()
    between = _BETWEEN.search(before)
    ranging = _RANGING.search(before)
    apart = word == "to" and _FROM.search(before) and not ranging
    listed = word == "and" and not between
    if listed or not _linked(text, one, other):
        return None
    unit, end, measured = _unit_of(text, other, one)
    if unit is None and _age_before(before):
        unit, measured = "year", True
    plain = unit is None and not (between or ranging or apart or one.scale > 1 or "," in other.number)
    if plain and not (word == "-" or (word == "to" and one.in_digits)):
        return None
    low, high = _scaled(one, other), other.value
    if plain or _is_score(word, unit, (low, high)) or _labelled(text, one, unit):
        return []
    if apart:
        first = _Draft(one.start, one.end, low, low, unit, measured)
        return [first, _Draft(other.start, end, high, high, unit, measured)]
    if low >= high:
        return None
    start = one.start - len(between[0]) if between else one.start
    return [_Draft(start, end, low, high, unit, measured)]


def _linked(text: str, one: Figure, other: Figure) -> bool:
    """Whether two figures measure the same: "3% to 4km" do not."""
    return _bounded(text, other) and not (one.measured and other.measured and one.unit != other.unit)


def _scaled(one: Figure, other: Figure) -> Decimal:
    """The first value, with the scale of the second where it has none: "$5-6 billion"."""
    shared = one.scale == 1 and one.mantissa <= other.mantissa
    return one.mantissa * (other.scale if shared else one.scale)


def _is_score(word: str, unit: str | None, ends: tuple[Decimal, Decimal]) -> bool:
    return word == "-" and (unit in _SCORED or (ends[0] >= ends[1] and unit not in _MEASURES))


# Counted behind a pair of numbers these make a score or the odds, not a range.
_SCORED: Final = frozenset(
    """votes wins victories defeats draws odds losses win favourites favorites thanks penalties
        aggregate sets goals""".split()
)


_MEASURES: Final = frozenset(LONG_UNITS.values())


def _unit_of(
    text: str, figure: Figure, earlier: Figure | None = None
) -> tuple[str | None, int, bool]:
    """The unit of a figure, where it ends, and whether a table has it."""
    if figure.measured:
        return figure.unit, figure.end, True
    if earlier and earlier.measured and earlier.unit:
        return earlier.unit, figure.end, True
    if compound := _COMPOUND.match(text, figure.end):
        word = compound["word"].lower()
        return (None if word == "strong" else word), compound.end(), False
    behind = _BEHIND.match(text, figure.end)
    position = behind.end() if behind else figure.end
    if (whole := _OF_SO_MANY.match(text, figure.end)) and (
        counted := read_counted(text, whole.end())
    ):
        return counted[0].lower(), figure.end, False
    if partitive := _PARTITIVE.match(text, position):
        position = partitive.end()
    if counted := read_counted(text, position):
        return counted[0].lower(), counted[1], False
    if figure.value == 1 and (single := _ONE_OF_A_KIND.match(text, figure.end)):
        return single["word"].lower(), single.end(), False
    return None, figure.end, False


_BEHIND: Final = compile_pattern(
    rf"(?:{DASH}odd|\+|{DASH}plus| or (?:so|more|fewer|less)| plus)(?=\W)| (?:more|other|further|additional|extra)\b"
)
_COMPOUND: Final = compile_pattern(
    rf"{DASH}(?P<word>(?![a-z]+ed\b)[a-z]{{3,}})(?!\w)(?:{DASH}(?:long|high|wide|deep|tall|old|strong|a|per)\b)?"
)
_NOT_COMPOUND: Final = frozenset(["odd", "plus", "and", "year"])
_PARTITIVE: Final = compile_pattern(r" of (?:the|these|those|his|her|its|their|our|my|your)\b")
# "three of the town's six libraries": the number counts what the later one does.
_OF_SO_MANY: Final = compile_pattern(
    rf" of (?:the|his|her|its|their|our)(?: [\w-]+['’]s)?(?: last| first| next| past| previous| final)? (?:{NUMBER_WORDS}|[0-9]{{1,3}})(?= )"
)
_PERSONS: Final = """person man woman child boy girl soldier officer civilian victim death case baby worker
    student teacher driver passenger pilot player policeman fatality suspect gunman attacker
    goal point vote seat home house building car vehicle ship boat plane aircraft missile drone
    shot run wicket""".split()
_ONE_OF_A_KIND: Final = compile_pattern(
    rf"(?: (?!(?:was|is|an?|the|of|in|who|has|had|to|and|at|on|by|for|with|could|can|should)\b)[a-z-]+){{0,2}}? (?P<word>{one_of(_PERSONS)})\b")


def _single(text: str, figure: Figure) -> list[_Draft]:
    unit, end, measured = _unit_of(text, figure)
    if not measured:
        unit, end = _as_age(text, figure, unit, end)
    for says_no in (_labelled, _bracketed, _bare_word, _pronoun, _pointing_back, _named, _at_a_time):
        if says_no(text, figure, unit):
            return []
    return [_Draft(figure.start, end, figure.value, figure.value, unit, measured)]


_AGED: Final = compile_pattern(
    r"\b(?:aged?|turn(?:s|ed|ing)|ages|aged? between|aged from|at the age of|died at|dies at|dead at) (?:of )?(?:just |only |about |around |under |over )?$"
)
_NAME_COMMA: Final = re.compile(
    r"(?:[A-Z][\w'’.-]+|\b(?:man|woman|boy|girl|teacher|farmer|driver|student|nurse|father|mother|widow|pensioner|engineer|worker|actor|singer|resident|son|daughter|wife|husband|brother|sister|victim|soldier)),\s$|\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)(?:\s[\w'’-]+){1,3},\s$|[A-Z][\w'’-]+ \($"
)
_AGE_END: Final = re.compile(r",|\.(?!\d)|;|\)|\s(?:and|of|from|who|[-–])(?!\w)|$")
_HE_IS: Final = compile_pattern(
    r"\b(?:I'm|he's|she's|he|she|who|I) (?:am|is|was|is now|would be|would have been|will be) (?:just |only )?$"
)


def _age_before(before: str) -> bool:
    return _AGED.search(before) is not None


def _as_age(text: str, figure: Figure, unit: str | None, end: int) -> tuple[str | None, int]:
    """Ages without the word year: "aged 34", "Smith, 34,", "he was 87."."""
    before = text[max(0, figure.start - 32) : figure.start]
    if re.search(r"\bmagnitude(?: of |[ -])$", before, re.IGNORECASE):
        return "magnitude", figure.end
    if figure.scale != 1 or not 0 <= figure.value <= 120:
        return unit, end
    if _age_before(before):
        return "year", figure.end
    if before.endswith("(") and figure.value < 15:
        return unit, end
    closed = _AGE_END.match(text, figure.end) is not None
    if closed and (_HE_IS.search(before) or (figure.in_digits and _NAME_COMMA.search(before))):
        return "year", figure.end
    return unit, end


# What is not a quantity: each rule looks at the text, the figure and its unit

Veto = Callable[[str, Figure, str | None], bool]
_WORD_BEFORE: Final = re.compile(
    r"(?P<word>[A-Za-z][\w.’'-]*)(?:\s|-)(?:[0-9]{1,4}(?:,|\s(?:and|or|to))\s){0,2}$"
)


def _labelled(text: str, figure: Figure, unit: str | None) -> bool:
    """Route 66, Boeing 737, Article 5: the number of a named thing."""
    match = _WORD_BEFORE.search(text[max(0, figure.start - 32) : figure.start])
    if match is None or figure.measured or "," in figure.number or figure.scale != 1:
        return False
    word, start = match["word"], max(0, figure.start - 32) + match.start()
    lower = word.lower().rstrip(".")
    label = lower if lower in LABELS else lower.rstrip("s")
    if label in LABELS and (word[0].isupper() or label not in LABELS_IF_CAPITAL):
        return unit is None or word[0].isupper() or unit.lower() not in COUNTED
    if re.search(r"[a-z][A-Z]", word):
        return True
    if not word[0].isupper() or lower in _NO_LABEL or not figure.in_digits:
        return False
    first = _sentence_starts(text, start)
    if first and (unit is not None or re.search(r"(?:ing|ed)$", lower)):
        return False
    return (unit or "").lower() not in COUNTED and _as_age(text, figure, None, 0)[0] is None


_NO_LABEL: Final = frozenset(
    """a an the of in at on by from with to for per than and but or some all only just another
    about around over under nearly almost roughly up out between least most more less fewer
    approximately exactly still now then there that this these those it he she they""".split()
)


def _sentence_starts(text: str, position: int) -> bool:
    before = text[max(0, position - 4) : position]
    return re.search(r"(?:^|[.!?:\n\"“‘—–)]['\"”’)]*\s*)$", before) is not None


_CUE_BEFORE: Final = compile_pattern(
    r"\b(?:kill\w*|injur\w*|wound\w*|leav\w+|left|arrest\w*|detain\w*|sicken\w*|another|additional|further|other|all|total of|to|hospitali[sz]\w*|rescu\w*|displac\w*) $"
)
_CUE_BEHIND: Final = compile_pattern(
    r" (?:others?|more|dead|were|was|are|have|had|died|people|of (?:them|those|whom|the|these|its|his|her|their)|injured|wounded|killed|missing|critically|seriously|remain\w*|survived|in \w+ (?:were|was|are))\b"
)


def _bare_word(text: str, figure: Figure, unit: str | None) -> bool:
    """A number word with nothing counted is one only where the words around say it counts."""
    if unit is not None or figure.in_digits or figure.scale > 1 or figure.value >= 1000:
        return False
    before = text[max(0, figure.start - 24) : figure.start]
    if _hedge_before(text, figure.start) or _CUE_BEFORE.search(before):
        return False
    return figure.value == 1 or not _CUE_BEHIND.match(text, figure.end)


def _bracketed(text: str, figure: Figure, unit: str | None) -> bool:
    """A bare small number in brackets: goals, minutes of a match, a footnote."""
    if unit is not None or figure.scale != 1 or figure.value > 999:
        return False
    return text[figure.end : figure.end + 1] == ")"


def _pronoun(text: str, figure: Figure, unit: str | None) -> bool:
    """One, where it counts nothing: "one of the men", "this one"."""
    if figure.number.lower() != "one" or figure.scale != 1 or figure.unit is not None:
        return False
    if unit is not None and re.match(r"[-‐–]", text[figure.end : figure.end + 1]):
        return False
    if _hedge_before(text, figure.start):
        return False
    killed = compile_pattern(
        r" (?:other|more|was (?:killed|injured|wounded|arrested|missing|critically))\b"
    )
    return _ONE_OF_A_KIND.match(text, figure.end) is None and killed.match(text, figure.end) is None


_THE: Final = compile_pattern(
    r"\b(?:the|these|those|all|both|other|any|first|last|next|top) (?:other |first |last |next |top )?$"
)


def _pointing_back(text: str, figure: Figure, unit: str | None) -> bool:
    """The two countries, all three men: counted before, and only pointed at here."""
    if figure.measured or figure.value not in {2, 3} or figure.in_digits:
        return False
    if re.match(r"[-‐–]", text[figure.end : figure.end + 1]):
        return False
    return _THE.search(text[max(0, figure.start - 20) : figure.start]) is not None


def _named(text: str, figure: Figure, unit: str | None) -> bool:
    """A number word that is part of a name: "the Big Three", "Three Mile Island"."""
    if figure.in_digits or not figure.number[0].isupper():
        return False
    first = _sentence_starts(text, figure.start)
    capital_behind = re.match(r"\s+[A-Z]", text[figure.end : figure.end + 3]) is not None
    quoted = text[max(0, figure.start - 1) : figure.start] in {'"', "“", "‘"}
    return not first or (capital_behind and (unit is None or quoted))


def _at_a_time(text: str, figure: Figure, unit: str | None) -> bool:
    """At 10, by 6: most likely the hour."""
    if (
        unit is not None
        or figure.scale != 1
        or figure.value > 12
        or figure.value != int(figure.value)
    ):
        return False
    before = text[max(0, figure.start - 10) : figure.start]
    return re.search(r"\bat\s+$", before) is not None


# Finishing

_ALSO: Final = compile_pattern(
    r" (?:in|at|on|from|of (?:them|whom)|were|others|more|last|this|a year|are|the (?:previous|following|year|month|week|day)|had|have|died|injured|wounded|missing|being)\b|[,.;)]"
)
_AND_BEFORE: Final = compile_pattern(
    r"(?:\b(?:and|or|but|with|while|against|compared with|including|another|further)|,)(?: [a-z]+){0,2} $"
)


_AND_AGED: Final = re.compile(r",?\s(?:and|or|to)\s$|,\s$")


def _inherited(text: str, drafts: list[_Draft]) -> Iterator[_Draft]:
    """Give a bare figure the unit of the one before: "and 900 in Syria", "aged 21 and 25"."""
    counted: _Draft | None = None
    before: _Draft | None = None
    for draft in drafts:
        if counted and re.search(r"[.!?]\s+[A-Z]|\n\n", text[counted.end : draft.start]):
            counted = None
        unit = draft.unit
        if unit is None and draft.low is not None:
            unit = _unit_before(text, draft, before, counted)
        full = replace(draft, unit=unit)
        if unit is not None and not full.measured and unit not in TIME_UNITS:
            counted = full
        before = full
        yield full


def _unit_before(
    text: str, draft: _Draft, before: _Draft | None, counted: _Draft | None
) -> str | None:
    if before and before.unit == "year" and _AND_AGED.fullmatch(text, before.end, draft.start):
        if _AGED.search(text, max(0, before.start - 24), before.start):
            return "year"
    lead = text[max(0, draft.start - 40) : draft.start]
    if re.search(r"(?:kill|injur|wound|hurt|arrest|leav)ing\b", lead):
        return None
    if counted and _ALSO.match(text, draft.end) and _AND_BEFORE.search(lead):
        return counted.unit
    return None


_HEDGE_WORDS: Final = one_of(word for word in HEDGES if word not in HEDGES_BEHIND)
_HEDGE_BEFORE: Final = compile_pattern(
    rf"(?<![\w-])(?P<hedge>{_HEDGE_WORDS})(?: an?(?= estimated)| a total of| the)? $"
)
_HEDGE_BEHIND: Final = compile_pattern(
    rf" ?(?P<hedge>{one_of(re.escape(w).replace(chr(92) + ' ', ' ') for w in HEDGES_BEHIND)})(?!\w)"
)
_NOT_HEDGE: Final = compile_pattern(
    r"\b(?:talk\w*|spoke|speak\w*|ask\w*|worr\w+|concern\w*|question\w*|stor(?:y|ies)|film|book|complain\w*|doubts?|learn\w*|know|disputes?|row|victory|win|wins|charg\w+|fine[ds]?|argu\w+|clash\w*|control|fights?|anger|fears?|accused|jailed|presid\w+|took|take|taken|rul\w+|drew|placed?|travel\w*|gather\w*|sat|seated|wrapped|walked|come|came|held|talks) $"
)


def _hedge_before(text: str, start: int) -> re.Match[str] | None:
    return _HEDGE_BEFORE.search(text, max(0, start - 32), start)


def _hedged(text: str, draft: _Draft) -> FoundQuantity:
    """The quantity with the hedge in front of it or behind it, which its span takes in."""
    start, end, hedge = draft.start, draft.end, None
    for _ in range(2):
        match = _hedge_before(text, start)
        if match is None or _is_preposition(text, match, draft):
            break
        start, hedge = match.start(), HEDGES[" ".join(match["hedge"].lower().split())]
    behind = _HEDGE_BEHIND.match(text, end)
    if hedge is None:
        inner = _HEDGE_BEHIND.search(text[draft.start : end])
        if behind:
            hedge, end = HEDGES[" ".join(behind["hedge"].lower().split())], behind.end()
        elif inner:
            hedge = HEDGES[" ".join(inner["hedge"].lower().split())]
    return FoundQuantity(
        start=start,
        end=end,
        text=text[start:end],
        low=_plain(draft.low),
        high=_plain(draft.high),
        unit=draft.unit,
        hedge=hedge,
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """1200000 for 1200000.0; other values as they are."""
    if value is None or value != value.to_integral_value():
        return value
    return value.to_integral_value()


def _is_preposition(text: str, match: re.Match[str], draft: _Draft) -> bool:
    """Whether "over", "under", "about" … only link here: "over three days", "a row over two islands"."""
    word = match["hedge"].lower()
    if word == "about" and "-old" in text[draft.start : draft.end]:
        return True
    large = draft.low is not None and abs(draft.low) >= 100
    if large or word not in {"over", "under", "about", "around", "above", "below", "beyond", "some"}:
        return False
    if word in {"over", "under", "beyond"} and draft.unit in TIME_UNITS and not _aging(text, draft):
        return True
    return _NOT_HEDGE.search(text, max(0, match.start() - 24), match.start()) is not None


def _aging(text: str, draft: _Draft) -> bool:
    before = text[max(0, draft.start - 20) : draft.start]
    return (
        re.search(
            r"\b(?:just|well|for|aged?|lasts?|lasted|took|takes?|in|is|was|after|of|with)\s+(?:over|under)\s+$",
            before,
        )
        is not None
        or "old" in text[draft.start : draft.end]
    )
