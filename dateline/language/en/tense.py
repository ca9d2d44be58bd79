"""Whether a date without a year, or a weekday, looks back or ahead: read from its sentence."""

import re
from functools import lru_cache
from typing import Final, Literal

from dateline.language.en.words import compile_pattern, one_of

Tense = Literal["past", "future", "open"]

_REACH: Final = 160
_SENTENCE_END: Final = re.compile(
    r"(?<![A-Z][a-z])(?<![A-Z])[.!?]['\"’”)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n[ \t]*\r?\n"
)

_INFINITIVES: Final = one_of(
    """be meet hold hear vote begin start play face visit appear return open close launch resume
    reopen travel speak make take go announce decide publish release report address discuss host
    sign leave arrive attend deliver stand run retire give end finish kick come hand put unveil
    rule debate introduce step join fly hit reach expire elect choose fight strike walk file submit
    present testify land depart implement cut raise have see get receive""".split()
)
_PRESENT: Final = one_of(
    """meets faces plays hosts begins opens starts votes travels visits returns concludes ends
    closes expires releases publishes takes kicks goes go meet face play host start begin tees arrives airs
    resumes culminates decides rules""".split()
)
_PAST: Final = one_of(
    """was were had did said told came went took gave made won lost beat fell rose died met held
    left began became broke hit struck shot found sent spoke wrote saw led drew ran stood flew sank
    drove grew sold bought paid threw blew caught fought sought thought taught brought built
    swept stole stabbed got kept knew felt put sat set cut quit shut spent swore tore wore
    undertook overthrew withdrew rang hung dealt since ago""".split()
)
_NOT_PAST: Final = (
    "(?:need|speed|feed|bleed|breed|exceed|proceed|succeed|seed|weed|indeed|hundred|sacred|united)"
)
_CUE: Final = compile_pattern(
    r"\b(?:(?P<future>(?:will|would|shall|can|could|may|must|should"
    r"|to)(?: not)? be(?: [a-z]+ly)? [a-z]+|will|would|won't|shall|due|expected"
    r"|scheduled|slated|planned|plans|planning"
    r"|set (?:to|for)|going to|(?:is|are) (?:un)?likely|(?:is|are) to|forecast"
    r"|upcoming|forthcoming"
    r"|(?:postponed|adjourned|rescheduled|delayed|booked)(?= (?:until|till|to|for)\b)"
    r"|hop(?:es?|ing)|aims?|looms?|expects?|vowed|pledged"
    r"|(?:is|are|be) (?:holding|meeting|hosting|playing|facing|visiting|travelling"
    r"|traveling|returning|appearing|speaking|launching|opening|closing|starting)"
    rf"|promised|urged|called for|invited|eyeing|tomorrow|could|(?-i:open)|{_PRESENT})"
    rf"|(?P<weak>to {_INFINITIVES}|be|can|next)"
    rf"|(?P<past>{_PAST}|(?!{_NOT_PAST}\b)[a-z]{{2,}}ed))\b|(?P<shall>(?<=\w)'ll\b)"
)
# Directly before the date these look ahead, whatever the verb.
_AHEAD: Final = compile_pattern(
    r"\b(?:ahead of|deadline of|deadline on|deadline is|run-up to)(?: the)? $"
    r"|\buntil [^.,;]{1,16} on $|\b(?:is|are)(?: on)? $"
)
# What follows these with "to" has been done, or has not.
_DONE: Final = compile_pattern(
    r"\b(?:able|failed|failing|managed|forced|refused|tried|used|helped|allowed|began|started"
    r"|continued|came|went|rushed|moved|chose|had)\b[^.;]{0,12}$"
)
_REPORTING: Final = compile_pattern(
    r"(?:said|told|announced|added|warned|confirmed|reported|claimed|insisted|revealed|believed"
    r"|ordered|agreed|decided|tweeted|predicted|wrote)$"
)


def read_tense(text: str, start: int, end: int) -> Tense:
    """The tense that the nearest verb gives a date; open where the sentence has none that decides.

    The nearest cue to the left decides, unless it only reports ("said the match on Friday will
    …"); without one, the first to the right does. An infinitive looks ahead ("plans to close on
    Friday") unless it is done ("failed to appear on Friday"); after another past verb it may be
    either. "Thursday will …" looks ahead whatever comes before it.
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    begin = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    stop = _SENTENCE_END.search(after)
    return _tense(before[begin:], after[: stop.start()] if stop else after)


# Quantities read the dates again, on the same words, to leave them alone.
@lru_cache(maxsize=4096)
def _tense(before: str, after: str) -> Tense:
    if _AHEAD.search(before):
        return "future"
    cues = list(_CUE.finditer(before))
    right = next((cue for cue in _CUE.finditer(after) if not cue["weak"]), None)
    if right is not None and right.start() <= 1 and right["future"]:
        return "future"
    if not cues:
        return "open" if right is None else _side(right)
    left = cues[-1]
    if left["weak"]:
        return _weak(before, cues)
    near = len(before) - left.end() <= 6
    if _REPORTING.search(left[0]) and not near and right is not None and not right["past"]:
        return "future"
    return _side(left)


def _side(cue: re.Match[str]) -> Tense:
    return "past" if cue["past"] else "future"


def _weak(before: str, cues: list[re.Match[str]]) -> Tense:
    if _DONE.search(before, 0, cues[-1].start()):
        return "past"
    earlier = next((cue for cue in reversed(cues) if not cue["weak"]), None)
    return "open" if earlier is not None and earlier["past"] else "future"
