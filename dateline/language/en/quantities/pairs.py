"""Scores and votes: two numbers that are one result, in the order written."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dateline.language.en.quantities.nouns import read_counted
from dateline.language.en.quantities.numbers import Draft, read_number_at
from dateline.language.en.quantities.silence import is_label
from dateline.language.en.words import (
    DASH,
    LAST_OF_NUMBER,
    NUMBER_WORDS,
    compile_pattern,
    read_number,
)
from dateline.patterns import compile_later


def find_pairs(text: str) -> Iterator[Draft]:
    """Won 3-1, 6-4, 7-5, passed 8-3, by 212 votes to 198; not "8-10 weeks" or "pages 8-10"."""
    yield from _find_tallies(text)
    for chain in _chains(text):
        is_result = any(_is_result(match) for match in chain) or _is_set_score(chain)
        if is_result and not _is_numbering(text, chain[0].start()):
            for match in chain:
                first, second = Decimal(match["first"]), Decimal(match["second"])
                yield Draft(match.start(), match.end(), first, second, None, pair=True)


# With a dash

_DASHED: Final = compile_later(
    r"(?<![\w.,/:$£€#%+-])(?P<first>[0-9]{1,3}(?:\.5)?)[-\u2010-\u2013](?P<second>[0-9]{1,3}(?:\.5)?)"
    r"(?![\w%°]|[-\u2010-\u2014/][\w]|[.,:][0-9]| ?[ap]\.?m\b)"
)
_NEXT_IN_CHAIN: Final = compile_later(r",? |,? and |; | \(|\) |\), ")
_CONTEST: Final = (
    r"vot\w+|w[io]n|wins|winning|winners?|los[et]|loses|losing|beat\w*|defeat\w*|rul(?:ed|ing|es)|draws?"
    r"|drew|drawn|tied|ties?|edged|trail\w*|scor\w+|victor\w+|eliminat\w+|ousted|downed|swept|sweep"
    r"|rout(?:ed)?|overcame|approv\w+|reject\w+|pass(?:ed|es)|triumph\w*|aggregate|crush\w+|outscored"
    r"|upset|led|leads?|leading|ahead|level\w*|knocked|cruised|prevail\w*|margin|majority|adopt\w+"
    r"|confirm\w+|decision|upheld|uphold|overturn\w+|dismiss\w+|convict\w+|advanc\w+|thrash\w+"
    r"|hammer\w+|held|split|dead-?lock\w*|block\w+|endors\w+|back(?:ed|ing)|acquit\w+|saw off|see off"
    r"|stunn\w+|fail(?:s|ed)|thrown out|threw out"
    r"|clear(?:ed|s)(?= (?:the|its|both|an?) (?:\w+ )?(?:house|houses|senate|committee|chamber|assembly|council))"
    r"|(?:penalty|foul|free-kick|corner|shot|final|vote) count|tally|score\w*"
)
_CONTEST_BEFORE: Final = compile_pattern(rf"\b(?:{_CONTEST})\b[^.!?;\n]{{0,90}}$")
_CONTEST_CLOSE: Final = compile_pattern(
    rf"\b(?:{_CONTEST})(?: [\w'’-]+){{0,4}},? (?:by )?(?:an? )?(?:score of |margin of |vote of )?$"
)
_RESULT_AFTER: Final = compile_pattern(
    r" (?:[a-z-]+ )?(?:w[io]n|victory|defeat|loss|draw|tie|vote|ruling|decision|lead|majority|series"
    r"|scoreline|aggregate|thrashing|rout|score|margin|advantage|split|verdict|deficit|success|triumph"
    r"|drubbing|result|stalemate|half-time|full-time|penalties|stumps|extra time|shootout|opinion|this season|so far)\b"
    r"| (?:up|down|ahead|behind|at (?:home|stumps|tea|lunch|the break|half-time|full-time)|on aggregate"
    r"|away|against|in (?:favou?r|extra time))\b"
)
_NAMED_BEFORE: Final = compile_later(r"\b[A-Z][\w'’]+ $")
_NAMED_AFTER: Final = compile_later(r" [A-Z][a-z]")
_ODDS_BEFORE: Final = compile_pattern(r"\b(?:at|from|between|ages?|aged|for|of) $")
_ODDS_AFTER: Final = compile_pattern(r" (?:favou?rites?|outsiders?|shots?|odds|chances?)\b")
# "Came from 16-4 down to win".
_STANDING: Final = compile_pattern(r" (?:up|down|ahead|behind)(?= (?:to|and|at|with|in)\b|[.,;])")
# "Support stands at 44-41"; "stands at 41-44" may be a range.
_STANDS_AT: Final = compile_pattern(r"\b(?:stands?|stood|standing|split|remain(?:s|ed)) at $")
_COUNT_OF: Final = compile_pattern(
    r"\b(?:majority|scores?|votes?|margin|win|defeat|lead|tally) of $"
)


def _chains(text: str) -> Iterator[list[re.Match[str]]]:
    """Pairs that follow each other: "6-4, 3-6, 7-5"."""
    chain: list[re.Match[str]] = []
    for match in _DASHED.finditer(text):
        if chain and not _NEXT_IN_CHAIN.fullmatch(text, chain[-1].end(), match.start()):
            yield chain
            chain = []
        chain.append(match)
    if chain:
        yield chain


def _is_result(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    first, second = Decimal(match["first"]), Decimal(match["second"])
    is_odds = second == 1 and first >= 15
    if is_odds or (match[0].startswith("50") and first == second) or _ODDS_AFTER.match(text, end):
        return False
    before = text[max(0, start - 120) : start]
    if first > second and _STANDS_AT.search(before[-24:]):
        return True
    odds = _ODDS_BEFORE.search(before[-24:]) and not (
        _COUNT_OF.search(before[-24:]) or _STANDING.match(text, end)
    )
    if _RESULT_AFTER.match(text, end):
        return not odds
    number = read_number_at(text, match.start("second"))
    if odds or (number and number.measured):
        return False
    if first >= second:
        named = _NAMED_BEFORE.search(before[-24:]) and _NAMED_AFTER.match(text, end)
        return bool(named) or _CONTEST_BEFORE.search(before) is not None
    return _CONTEST_CLOSE.search(before[-60:]) is not None and read_counted(text, end) is None


def _is_set_score(chain: list[re.Match[str]]) -> bool:
    return len(chain) > 1 and any(
        Decimal(match["first"]) > Decimal(match["second"]) for match in chain
    )


def _is_numbering(text: str, start: int) -> bool:
    """Whether the word before numbers things: "Rule 10-5", "pages 12-8"; not "game 3-1"."""
    word = re.search(r"(?:\b(the|this|a) )?([A-Za-z.]+) $", text[max(0, start - 20) : start])
    if word is None or (word[1] and word[2].islower()):
        return False
    return word[2].lower() not in _PLAYED and is_label(word[2])


_PLAYED: Final = frozenset(
    "game match series leg league round bill measure season set house senate council committee".split()
)

# In words

_COUNT: Final = rf"(?:{NUMBER_WORDS}|[0-9]{{1,3}}(?:,[0-9]{{3}}|\.5)?)"
_TALLY: Final = compile_pattern(
    rf"(?<![\w.,$£€-])(?P<first>{_COUNT})(?:(?P<joined>{DASH}to{DASH})|"
    r"(?: (?P<unit>votes|goals|points|sets|games|frames|tries|rounds|legs))?"
    r"(?P<favour> (?:in favou?r|for))?(?P<link> to |,? and | against ))"
    rf"(?P<second>{_COUNT})(?: votes\b)?(?P<against> against\b)?(?![\w%]|[.,:][0-9])"
)
# Most texts have no tally, and none of these.
_MAY_TALLY: Final = compile_pattern(
    rf"{DASH}to{DASH}|{LAST_OF_NUMBER}(?: [a-z]+)?(?: in favou?r| for)? (?:against\b"
    rf"|to (?:an?(?: |{DASH}))?{LAST_OF_NUMBER})"
)
_VOTED: Final = compile_pattern(
    r"\b(?:vot\w+|pass\w+|approv\w+|reject\w+|defeat\w+|w[io]n|wins|los[et]|beat|ruled|ruling|decision"
    r"|back\w*|endors\w+|block\w+|majority|margin|score|split|adopt\w+|decided|upheld|confirmed|recount|ballot|tally|leads?|led|trail\w*)"
    r"(?: [\w'’-]+){0,4}?[,:]? $"
)
_NO_TALLY_BEFORE: Final = compile_pattern(r"\b(?:from|between|than|up|down|rose|fell|grew|all) $")


def _find_tallies(text: str) -> Iterator[Draft]:
    for match in _TALLY.finditer(text) if _MAY_TALLY.search(text) else ():
        if _is_tally(match):
            first, second = read_number(match["first"]), read_number(match["second"])
            unit = match["unit"].lower() if match["unit"] else None
            yield Draft(match.start(), match.end(), first, second, unit, pair=True)


# "Lifts her rating by 36 points to 2,488": a step, and where it led.
_CHANGED: Final = compile_pattern(
    r"\b(?:lift|rais|r[io]se|rising|increas|gr[eo]w|climb|cut|reduc|lower|narrow|widen|fell|fall|dropp?"
    r"|gain|slip|jump|boost|push|mov|improv|shrank|shrink|add|advanc|decreas|declin|slid|edg|extend)\w*"
    r"[^.!?;]{0,50}$"
)
_FAR: Final = 20


def _is_step(match: re.Match[str], before: str) -> bool:
    if match["link"] != " to " or match["unit"] == "votes":
        return False
    first, second = read_number(match["first"]), read_number(match["second"])
    is_far = second >= 100 and second > _FAR * first > 0
    return is_far or (match["unit"] is not None and _CHANGED.search(before) is not None)


def _is_tally(match: re.Match[str]) -> bool:
    if match["joined"]:
        return _RESULT_AFTER.match(match.string, match.end()) is not None
    before = match.string[max(0, match.start() - 60) : match.start()]
    if _NO_TALLY_BEFORE.search(before[-10:]) or _is_step(match, before):
        return False
    if match["against"]:
        return match["favour"] is not None or match["link"] == " to "
    if match["link"] != " to " or match["favour"]:
        return match["unit"] == "votes" and match["link"] == " against "
    if match["unit"]:
        return read_counted(match.string, match.end()) is None
    number = read_number_at(match.string, match.start("second"))
    alone = number is not None and not number.measured and number.scale == 1
    return alone and bool(_VOTED.search(before)) and read_counted(match.string, match.end()) is None
