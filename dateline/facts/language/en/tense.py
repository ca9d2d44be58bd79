"""Whether a date without a year, or a weekday, looks back or ahead: read from its sentence."""

import re
from typing import Final, Literal

from dateline.facts.language.en.words import compile_pattern, one_of

Tense = Literal["past", "future", "open"]

_REACH: Final = 160
_SENTENCE_END: Final = re.compile(
    r"(?<![A-Z][a-z])(?<![A-Z])[.!?]['\"’”)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n[ \t]*\r?\n"
)

_VERBS: Final = one_of(
    """be meet hold hear vote begin start play face visit appear return open close launch resume
    reopen travel speak make take go announce decide publish release report address discuss host
    sign leave arrive attend deliver stand run retire give end finish kick come hand put unveil
    rule give decide debate introduce step join fly hit reach expire elect choose fight
    strike walk file submit present testify land depart implement cut raise""".split()
)
_PRESENT: Final = one_of(
    """meets faces plays hosts begins opens starts votes travels visits returns concludes ends closes
    expires releases reports publishes comes takes kicks goes meet face play host open
    tees arrives airs resumes culminates decides rules""".split()
)
_PAST: Final = one_of(
    """was were had did said told came went took gave made won lost beat fell rose died met held left
    began became broke hit struck shot found sent spoke wrote saw led drew ran stood flew sank
    drove grew sold bought paid threw blew caught fought sought thought taught brought built
    swept stole stabbed got kept knew felt put sat set cut quit shut spent swore tore won wore
    undertook overthrew withdrew rang hung dealt since ago""".split()
)
_NOT_PAST: Final = (
    "(?:need|speed|feed|bleed|breed|exceed|proceed|succeed|seed|weed|indeed|hundred|sacred|united)"
)
_CUE: Final = compile_pattern(
    rf"\b(?:(?P<future>will|would|won't|['’]ll|shall|may (?={_VERBS}\b)|due|expected|scheduled|slated|planned|plans|planning"
    rf"|set (?:to|for)|going to|(?:is|are|'s) to|forecast|next|upcoming|coming|forthcoming|until|deadline|ahead of"
    rf"|postponed|adjourned|rescheduled|delayed|booked|hopes?|hoping|aims?|likely|looms?|expects?|{_PRESENT}"
    rf"|to {_VERBS}|be|can|could|tomorrow|vowed|pledged|promised|urged|called for|invited|eyeing)"
    rf"|(?P<past>{_PAST}|(?!{_NOT_PAST}\b)[a-z]{{2,}}ed|have|has))\b"
)
_REPORTING: Final = compile_pattern(
    r"(?:said|told|announced|added|warned|confirmed|reported|claimed|insisted|says|revealed"
    r"|believed|ordered|agreed|decided|tweeted|predicted|wrote)$"
)


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after the span in its sentence, at most 160 characters each."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    begin = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    stop = _SENTENCE_END.search(after)
    return before[begin:], after[: stop.start()] if stop else after


def read_tense(text: str, start: int, end: int) -> Tense:
    """The tense that the nearest verb gives a date; open where the sentence has none to tell by.

    The nearest cue to the left decides, unless it only reports ("said the match on Friday will
    …"); without one, the first to the right does.
    """
    before, after = sentence(text, start, end)
    left = None
    for cue in _CUE.finditer(before):
        left = cue
    right = _CUE.search(after)
    if left is None:
        return _side(right)
    reports = _REPORTING.search(left[0])
    near = len(before) - left.end() <= 6
    if reports and not near and right is not None and right["future"]:
        return "future"
    return _side(left)


def _side(cue: re.Match[str] | None) -> Tense:
    if cue is None:
        return "open"
    return "future" if cue["future"] else "past"
