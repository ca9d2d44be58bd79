"""Words of rising and falling: "fell 8%" is what a table has as -8%, "up from 3" follows more than 3."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, Literal

from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en.words import NUMBER_WORDS, compile_pattern

_VERB: Final = (
    r"fell|falls?|fallen|falling|dropp(?:ed|ing)|drops?|declin\w+|decreas\w+|slipp(?:ed|ing)|slips?"
    r"|slid|slides?|sank|sunk|shr[aiu]nk\w*|plung\w+|plummet\w*|tumbl\w+|slump\w*|contract(?:ed|ing|s)?"
    r"|los[et]\w*|lost|down|cut|cuts|cutting|reduc\w+|lower\w*|eased?|dipp?\w*|weakened|retreat\w*"
)
_NOUN_OF_FALL: Final = (
    r"falls?|drops?|declines?|decreases?|reductions?|cuts?|slumps?|plunges?|dips?"
    r"|slides?|contractions?|shrinkage|collapse"
)
_NOUN: Final = rf"{_NOUN_OF_FALL}|loss(?:es)?"
_SLIGHT: Final = r"(?:(?:by|a|an|another|further|back|some|only|just|as much as|of) )*"
_BEFORE: Final = compile_pattern(rf"\b(?:(?:{_VERB}) {_SLIGHT}|(?:{_NOUN}) of (?:some )?)$")
_AFTER: Final = compile_pattern(rf"^ (?:\w+ )?(?:{_NOUN}|lower|less|fewer)\b")
_DEFICIT: Final = r"deficits?|shortfalls?|overspends?|overspending"
_NAMED: Final = compile_pattern(rf"\b(?:{_VERB}|{_NOUN}|{_DEFICIT}|less|fewer)\b")
_RISES_OR_GAINS: Final = r"(?:rise|gain|increase|growth|surplus|profit)(?:e?s)?"
_EITHER: Final = compile_pattern(
    rf"\b(?:{_RISES_OR_GAINS} ?(?:or|and|/) ?\(?(?:{_NOUN}|{_DEFICIT})"
    rf"|(?:{_NOUN}|{_DEFICIT}) ?(?:or|and|/) ?\(?{_RISES_OR_GAINS})\b"
)
# The number that another says again: “by 530, or 17 per cent”, “by £8.3m (17 per cent)”.
_SAME_AGAIN: Final = compile_pattern(
    rf"(?:[$£€]?[0-9][0-9.,]*[0-9%]?[a-z]{{0,2}}|{NUMBER_WORDS})(?: [a-z]+){{0,3}}(?:,? or | \()$"
)


def is_of_fall(text: str, start: int, end: int) -> bool:
    """Whether the number at this place of a text is how much something fell: not “fell to 8%”."""
    again = _SAME_AGAIN.search(text, max(0, start - _LOOK_BACK), start)
    before = text[: again.start() if again else start]
    return bool(_BEFORE.search(before) or _AFTER.search(text[end:]))


def names_fall(label: str) -> bool:
    """Whether a label says that its number is of a fall: “Fall in sales”."""
    return _NAMED.search(label) is not None and _EITHER.search(label) is None


_OF_CHANGE: Final = compile_pattern(
    rf"\b(?:r[io]se|risen|rises|rising|gr[eo]w|grown|grows|growing|climb\w*|increas\w+|jump\w*|soar\w*|surg\w+"
    rf"|up|gain\w*|{_VERB}) {_SLIGHT}$|\b(?:rise|increase|growth|jump|gain|{_NOUN}) of (?:some )?$"
)
_MORE: Final = compile_pattern(
    rf"^ (?:\w+ )?(?:more|higher|larger|bigger|rise|increase|growth|jump|gain|{_NOUN}|lower|less|fewer|smaller)\b"
)


def is_of_change(text: str, start: int, end: int) -> bool:
    """Whether the number at this place is how much something rose or fell: “up 8%”, “a third less”."""
    return bool(_OF_CHANGE.search(text[:start]) or _MORE.search(text[end:]))


_FALLS_BY: Final = compile_pattern(
    rf"\b(?:{_VERB}|slash\w*|trim\w*)\b(?: [\w'’%£$€-]+(?:[.,][0-9]+)*,?){{0,12}}? by $"
)


def falls_by(text: str, start: int) -> bool:
    """Whether the number at this place is by how much something falls: “cuts farmers’ bonus by more than half”."""
    found = _FALLS_BY.search(text, max(0, start - _LOOK_BACK), start)
    return found is not None and not _RISE.search(found[0])


_GOES_UP_TO: Final = compile_pattern(
    r"\b(?:go|goes|went|going|gone|crept|creeps?|edged|edges|adds?|added|adding) up to "
)


def goes_up_to(text: str, start: int) -> bool:
    """Whether “up to” at this place may be where something goes, and no hedge: “goes up to £40”, “add up to 78”."""
    before = text[max(0, start - _LOOK_BACK) : start] + text[start : start + len("up to ")]
    return _GOES_UP_TO.search(before) is not None


# From one number to another

Direction = Literal["rise", "fall", "change"]


@dataclass(frozen=True, slots=True)
class NumberChange:
    """Two numbers of which the words say that the first became the second, or was put in its place."""

    first: FoundQuantity
    second: FoundQuantity
    direction: Direction
    times: Decimal | None = None
    is_more: bool = False

    @property
    def promised(self) -> str:
        """What the words say that the second number is."""
        if self.times is None:
            return f"a {self.direction}"
        more = "less than" if self.times < 1 else "more than"
        return f"{more} {_MULTIPLES[self.times]}" if self.is_more else _MULTIPLES[self.times]

    @property
    def is_possible(self) -> bool:
        """Whether the numbers may be so: no rise to less, and no change to the same."""
        first, second = self.first.low, self.second.low
        if first is None or second is None or min(first, second) < 0:
            return True
        if self.times is not None and first and self.is_more:
            return second < self.times * first if self.times < 1 else second > self.times * first
        if self.times is not None and first:
            return abs(second / first / self.times - 1) <= _ROUGHLY
        if self.direction == "change":
            return first != second
        return second > first if self.direction == "rise" else second < first


# "Doubled" of 40 and 74 is true enough.
_ROUGHLY: Final = Decimal("0.3")
_MULTIPLES: Final = {
    Decimal(2): "double", Decimal(3): "triple", Decimal(4): "four times as much", Decimal("0.5"): "half",
}  # fmt: skip
_FALLS: Final = (
    r"fell|falls?|fallen|dropp(?:ed|ing)|drops?|declin\w+|decreas\w+|slipp?\w*|slid\w*|sank|sunk|shr[aiu]nk\w*"
    r"|plung\w+|plummet\w*|tumbl\w+|slump\w*|cut|cuts|cutting|reduc\w+|lower\w*|narrow\w*|shorten\w*|halv\w+"
)
_RISES: Final = (
    r"rose|rises?|risen|rising|gr[eo]w|grown|grows|growing|climb\w*|increas\w+|rais\w+|jump\w*|soar\w*|surg\w+"
    r"|lift\w*|widen\w*|lengthen\w*|doubl\w+|trebl\w+|tripl\w+|quadrupl\w+|swell\w*|swoll?en|boost\w*"
)
_WORD_OR_NUMBER: Final = r"[\w'’%£$€-]+(?:[.,][0-9]+)*[\w%]*"
_MOVES: Final = compile_pattern(
    rf"\b(?:(?P<fall>{_FALLS})|(?P<rise>{_RISES}))\b(?: {_WORD_OR_NUMBER}){{0,8}}? (?:from|to) $"
)
_MOVE: Final = compile_pattern(rf"\b(?:(?P<fall>{_FALLS})|(?P<rise>{_RISES}))\b")
_RISE: Final = compile_pattern(rf"\b(?:{_RISES})\b")
_FROM: Final = compile_pattern(r"\bfrom $")
_UP_FROM: Final = compile_pattern(r"[^.;:!?]{0,60}\b(?:(?P<rise>up)|(?P<fall>down)) from $")
_THEN_FROM: Final = compile_pattern(r"(?:[^.,;:!?]{0,40}|,) from $")
_THEN_TO: Final = compile_pattern(r"[^.,;:!?]{0,40} to $")
_NOT: Final = compile_pattern(r"(?: [\w'’-]+){0,4},? (?:not|instead of|rather than) $")
_LOOK_BACK: Final = 90


def find_changes(text: str, quantities: Sequence[FoundQuantity]) -> Iterator[NumberChange]:
    """The changes of which the words are certain: “fell from 9 to 7”, “7, down from 9”, “7, not 9”."""
    for number, second in enumerate(quantities):
        alike = [each for each in quantities[:number] if _is_alike(each, second)]
        if not alike or second.pair or second.low != second.high:
            continue
        nearest = alike[-1]
        between = text[nearest.end : second.start]
        if _NOT.fullmatch(between):
            yield NumberChange(first=second, second=nearest, direction="change")
        elif (turn := _UP_FROM.fullmatch(between)) and len(alike) == 1:
            yield NumberChange(first=second, second=nearest, direction=_direction(turn.lastgroup))
        elif (way := _moves(text, nearest.start)) == "change":
            continue
        elif _THEN_TO.fullmatch(between) and _FROM.search(text, 0, nearest.start):
            yield _multiplied(text, nearest.start, NumberChange(nearest, second, way))
        elif _THEN_FROM.fullmatch(between):
            yield _multiplied(text, nearest.start, NumberChange(second, nearest, way))


# By how much

# “Puts down €9.6 million to changes”: a verb with “down” or “up” that tells of no change.
_NO_CHANGE: Final = "".join(
    rf"(?<!{verb}\s)"
    for verb in "put puts putting pay pays paid paying set sets lay lays laid make makes made take takes took".split()
)
_WENT_DOWN: Final = rf"{_FALLS}|{_NO_CHANGE}down|dipp?\w*|eased?|reductions?"
_WENT_UP: Final = rf"{_RISES}|{_NO_CHANGE}up|gain\w*|growth"
_DOWN_BY: Final = compile_pattern(
    rf"\b(?:(?:{_WENT_DOWN}) {_SLIGHT}|(?:{_NOUN_OF_FALL}) of (?:some )?)$"
)
_UP_BY: Final = compile_pattern(
    rf"\b(?:(?:{_WENT_UP}) {_SLIGHT}|(?:rise|increase|growth|jump|gain) of (?:some )?)$"
)
_LESS: Final = compile_pattern(
    rf"^ (?:\w+ )?(?:lower|less|fewer|smaller|cheaper|{_NOUN_OF_FALL})\b"
)
_RISEN: Final = compile_pattern(
    r"^ (?:\w+ )?(?:more|higher|larger|bigger|dearer|rise|increase|growth|jump|gain)\b"
)
_GOES_DOWN: Final = compile_pattern(rf"\b(?:{_WENT_DOWN}|less|lower|fewer|smaller)\b")
_GOES_UP: Final = compile_pattern(rf"\b(?:{_WENT_UP}|more|higher|larger|bigger)\b")


def way_by(text: str, start: int, end: int) -> Direction:
    """Which way the words beside the number at this place say that something went by so much."""
    before = text[max(0, start - _LOOK_BACK) : start]
    for down, up, words in ((_DOWN_BY, _UP_BY, before), (_LESS, _RISEN, text[end:])):
        if down.search(words):
            return "fall"
        if up.search(words):
            return "rise"
    return "change"


def way_of(sentence: str) -> Direction:
    """Which way a sentence says that something went; “change” where it says neither, or both."""
    falls, rises = bool(_GOES_DOWN.search(sentence)), bool(_GOES_UP.search(sentence))
    if falls == rises:
        return "change"
    return "fall" if falls else "rise"


_PAST: Final = compile_pattern(r"\bhad\b|\bonce\b|\bformer\w*\b")
_THEN: Final = compile_pattern(
    r"^[ ,]+(?:(?:in|by|at|for|during) |last |a year|the year|before|earlier)"
)


def way_to(text: str, start: int) -> Direction:
    """Which way something goes to the number at this place: “climbed to £88.3m”."""
    return _moves(text, start) if text[:start].endswith(" to ") else "change"


def is_end_of_change(text: str, start: int, end: int) -> bool:
    """Whether the number at this place is what something rose or fell to, now: “lifts profit to €38m”."""
    before = text[max(0, start - _LOOK_BACK) : start]
    clause = before[_clause_start(before) :]
    is_now = not (_PAST.search(clause) or _THEN.match(text[end : end + 12]))
    return is_now and clause.endswith(" to ") and _moves(text, start) != "change"


def _is_alike(first: FoundQuantity, other: FoundQuantity) -> bool:
    is_number = first.low is not None and first.low == first.high and not first.pair
    return is_number and (first.unit == other.unit or None in (first.unit, other.unit))


def _direction(group: str | None) -> Direction:
    return "rise" if group == "rise" else "fall" if group == "fall" else "change"


def _moves(text: str, start: int) -> Direction:
    """Which way the verb before “from” or “to” goes; of “the fall rose” and “the slide rises” nobody can say."""
    clause = text[max(0, start - _LOOK_BACK) : start]
    found = list(_MOVES.finditer(clause[_clause_start(clause) :]))
    if not found:
        return "change"
    ways = {move.lastgroup for move in _MOVE.finditer(found[-1][0])}
    return _direction(found[-1].lastgroup) if len(ways) == 1 else "change"


_MULTIPLIED: Final = compile_pattern(
    r"(?P<more>\b(?:more than|over) )?\b(?P<verb>doubl|trebl|tripl|quadrupl|halv)\w*\b(?: [\w'’-]+){0,4}? (?:from|to) $"
)
_TIMES: Final = {"doubl": "2", "trebl": "3", "tripl": "3", "quadrupl": "4", "halv": "0.5"}


def _multiplied(text: str, start: int, change: NumberChange) -> NumberChange:
    """The change with what the verb before “from” or “to” multiplies by."""
    found = _MULTIPLIED.search(text, max(0, start - _LOOK_BACK), start)
    if found is None:
        return change
    times = Decimal(_TIMES[found["verb"].lower()])
    return replace(change, times=times, is_more=bool(found["more"]))


@dataclass(frozen=True, slots=True)
class Multiple:
    """A number that something is said to have doubled or tripled to, from one that the text leaves out."""

    text: str
    result: FoundQuantity
    times: Decimal
    is_more: bool
    verb: str

    def may_be_of(self, first: FoundQuantity) -> bool:
        if not (first.low and _is_alike(first, self.result)):
            return False
        change = NumberChange(first, self.result, "rise", self.times, self.is_more)
        most = self.times + (1 if self.is_more else _ROUGHLY * self.times)
        is_near = self.times < 1 or (self.result.low or 0) <= most * first.low
        return change.is_possible and is_near


def find_multiples(text: str, quantities: Sequence[FoundQuantity]) -> Iterator[Multiple]:
    """“The toll more than doubles to nine”; not “from four to nine”, which says both."""
    for found in quantities:
        before = _MULTIPLIED.search(text, max(0, found.start - _LOOK_BACK), found.start)
        is_whole = before is not None and before[0].endswith("to ") and " from " not in before[0]
        if before and is_whole and not _THEN_FROM.match(text, found.end):
            words = text[before.start() : found.end].lstrip()
            times = Decimal(_TIMES[before["verb"].lower()])
            yield Multiple(words, found, times, bool(before["more"]), before["verb"].lower())


def _clause_start(text: str) -> int:
    return max((mark.end() for mark in _MARK.finditer(text)), default=0)


# Not the point or comma of a number.
_MARK: Final = compile_pattern(r"[.;:,!?](?![0-9])")
