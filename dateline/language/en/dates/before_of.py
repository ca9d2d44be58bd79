"""Whether a time before “of” is when something was done: “found guilty last month of fraud”."""

import re
from typing import Final

from dateline.language.en.words import MONTHS, compile_pattern, one_of

_OF: Final = compile_pattern(r" of\b")
# What has a last month or a week: “last week of the season”, “this year of 2024”.
_STRETCH: Final = compile_pattern(
    r" of (?:(?:the|its|their|his|her|an?|all|that|this) )?(?:[a-z]+ ){0,2}?(?:years?|months?|seasons?|terms?"
    r"|wars?|tours?|campaigns?|contract|school|summer|autumn|winter|spring|decade|century|reign|holidays?|run|cycle|office|trading"
    rf"|[0-9]{{4}}|{one_of(MONTHS)})\b"
)
# “its last month of”, “in this year of”: the words after it say which month it is.
_OWNED: Final = compile_pattern(
    r"(?:^|\b(?:the|an?|its|their|his|her|our|my|your|every|each|in|during|for|over|within|throughout|into|at|by|and|or"
    r"|first|very)|[’']s?|[.,;:!?“”(]) $"
)
# “approved this week of action” is no deed that goes with “of”.
_DEED_OF: Final = compile_pattern(
    r"\b(?:accused|convicted|guilty|innocent|acquitted|cleared|suspected|absolved|exonerated|died|dying|warn(?:s|ed|ing)?"
    r"|told|spoke|speak(?:s|ing)?|talk(?:s|ed)?|learn(?:s|ed)?|learnt|hear[ds]?|inform(?:s|ed)|notified|assured"
    r"|convinced|complain(?:s|ed|ing)?|boast(?:s|ed)?|stripped|deprived|robbed|rid|disposed|ran out|run out"
    r"|tired|news|word|(?:came|emerged))(?: (?:earlier|later|late|early))? $"
)


def is_of_a_deed(match: re.Match[str]) -> bool:
    """Whether no words with “of” say which month it is; of “this month” only where its verb goes with “of”."""
    text, start, end = match.string, match.start(), match.end()
    if not _OF.match(text, end):
        return True
    if match["which"].lower() not in ("last", "next"):
        return _DEED_OF.search(text, 0, start) is not None
    before = text[max(0, start - _NEAR) : start]
    return bool(before) and not (_STRETCH.match(text, end) or _OWNED.search(before))


_NEAR: Final = 12
