"""Whether a name is that of a person, an organisation or a place, where its words or others say so."""

import re
from typing import Final

from dateline.language import NameKind
from dateline.language.en.words import MONTHS, TITLES, compile_pattern, is_abbreviation, one_of
from dateline.patterns import compile_later

# The last word of what a name says it is: the Bank of England, Harbour Union.
_BODIES: Final = frozenset(
    """academy administration agency airline airlines airways alliance army assembly association
    authority bank board brigade brigades bureau cabinet campaign centre center chamber church club
    coalition college command commission committee company confederation congress consortium
    constabulary corporation corps council court crescent department directorate executive
    federation fc force forces foundation front fund government group guard guards guild hospital inc
    inspectorate institute institution ltd league legislature llc ministry mission movement museum
    nation network navy office orchestra organisation organization parliament partnership party plc police
    press secretariat senate service services society squad treasury tribunal trust union university
    watch""".split()
)
_LANDS: Final = frozenset(
    """airport avenue bay bazaar beach borough bridge canal canyon cape city coast county creek dam
    desert district emirate falls forest glacier gorge governorate gulf harbour harbor heights hill
    hills island islands isle junction lake lane mountain mountains ocean park peninsula plain plateau
    port prefecture province quarter range region republic reservoir river road sea square station darya
    states strait street tunnel valley village""".split()
)
# “Bay of Fundy Fishermen’s Association”, not “Port of the Company”.
_BODY_AT_END: Final = compile_pattern(
    rf"^[\w’'-]+ of (?!the\b)(?:[\w’'-]+ )+(?:{'|'.join(sorted(_BODIES - {'court', 'crescent', 'front', 'watch'}))})$"
)
_LANDS_FIRST: Final = frozenset("cape co county fort lake mount port river".split())
_AID: Final = compile_pattern(r"\b(?:red|blue|green) cross$")
_STATES: Final = frozenset({"US", "USA", "UK", "UAE", "DRC", "UNITED STATES", "UNITED KINGDOM"})

# A longer word in capitals is set so, as "OSTROW" at the head of a story.
_LONGEST_ABBREVIATION: Final = 5
_TITLE: Final = compile_pattern(rf"\b{one_of(TITLES | {'king', 'queen', 'pope', 'mayor'})}\.? $")
_SAID: Final = r"(?:said|says|added|asked|wrote|argued|warned|insisted|recalled|joked)"
_SAID_BEFORE: Final = compile_pattern(rf"\b{_SAID} $")
_SAID_AFTER: Final = compile_pattern(rf"^,? {_SAID}\b")
_AGE_AFTER: Final = compile_pattern(
    r"^, (?:aged )?[1-9][0-9],|^ \([1-9][0-9]\)|^,? (?:who|whose)\b"
)
_FIRM_AFTER: Final = compile_pattern(r"^,? (?:plc|inc|ltd|llc|gmbh|ag|sa|nv|spa)\b")
_PLACE_BEFORE: Final = compile_pattern(
    r"\b(?:in|near|outside|inside|across|around|(?:north|south|east|west|off the coast|city|town"
    r"|village|port|capital|province|district|region) of|the (?:city|town|village) of) (?:the )?$"
)
# What follows the place that a story is dated from: ", Nov 25 (Agency) —", " —".
_DATELINE: Final = compile_pattern(
    rf"(?:, [a-z .]{{2,30}})?(?:, {one_of(month for month in MONTHS if len(month) > 2)}\.? [0-9]"
    r"| \([^()]{2,30}\) ?[-–—])"
)
_DASH_AFTER: Final = compile_later(r"(?:, (?:[A-Z]\.)+|, [A-Z][a-z]+\.?(?: [A-Z][a-z]+)?)? [-–—] ")
_THE_BEFORE: Final = compile_pattern(r"\bthe $")


def find_name_kind(text: str, start: int, end: int) -> NameKind | None:
    """What `text[start:end]`, a name, is the name of; None where nothing says."""
    if not text[:start].strip() and _is_dateline(text, start, end):
        return "place"
    return _by_own_words(text[start:end]) or _by_words_around(text, start, end)


def _is_dateline(text: str, start: int, end: int) -> bool:
    """“OSTROW, Nov 25 —”, “OSTROW (Agency) -”, “OSTROW —”; but not “NATO —”."""
    is_long = end - start > _LONGEST_ABBREVIATION
    return text[start:end].isupper() and bool(
        _DATELINE.match(text, end) or (is_long and _DASH_AFTER.match(text, end))
    )


def _by_own_words(name: str) -> NameKind | None:
    if name.upper().replace(".", "") in _STATES:
        return "place"
    words = re.findall(r"[\w&]+", re.split(r" (?:of|for) ", name.lower())[0])
    is_body = words and (words[-1] in _BODIES or _AID.search(name))
    if is_body or _BODY_AT_END.search(name):
        return "organisation"
    if words and (words[-1] in _LANDS or (len(words) > 1 and words[0] in _LANDS_FIRST)):
        return "place"
    is_short = is_abbreviation(name) and len(name) <= _LONGEST_ABBREVIATION
    return "organisation" if is_short or " & " in name else None


def _by_words_around(text: str, start: int, end: int) -> NameKind | None:
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if _FIRM_AFTER.search(after):
        return "organisation"
    is_of_another = before.endswith(" of ") and " " not in text[start:end].strip()
    if _TITLE.search(before) or (_AGE_AFTER.search(after) and not is_of_another):
        return "person"
    if _PLACE_BEFORE.search(before):
        return "place"
    if not (_SAID_BEFORE.search(before) or _SAID_AFTER.search(after)):
        return None
    if _THE_BEFORE.search(before):
        return "organisation"
    return "person" if " " in text[start:end].strip() else None
