"""The days on which the words say that something was said."""

from typing import Final

from dateline.language import FoundDate
from dateline.language.en.speech import SPEAKING
from dateline.language.en.words import compile_pattern, one_of

_SPOKE: Final = one_of(word for word, kind in SPEAKING.items() if kind in "VG")
_TO_WHOM: Final = (
    r"(?: (?!by|until|from|that|to|since|will|would|for|before|after|in|on)[\w’'-]+){1,3}"
)
# "Spoke to reporters in Bhubaneswar on Friday", "said at a meeting Sept. 8".
_NO_PLACE: Final = "by|until|from|that|since|will|would|for|before|after|of|in|on|at"
_WHERE: Final = rf"(?: (?:in|at|on|to)(?: (?!(?:{_NO_PLACE})\b)[\w’'-]+){{1,4}}){{0,2}}"
_SAID_TO: Final = rf"told{_TO_WHOM}"
_BEFORE: Final = compile_pattern(
    rf"\b(?:(?:{_SPOKE}|issued|published|{_SAID_TO}){_WHERE}"
    r"(?: (?:so|it|them|again|reporters|journalists|parliament))?"
    rf"(?: late| early)? (?:on|in)|(?:said|says|added|{_SAID_TO}){_WHERE}(?: late| early)?) $"
)
_OPENING: Final = compile_pattern(r"(?:^|[.!?”\"]\s+)(?:(?:late |early )?(?:on|in) )?$")
_AFTER: Final = compile_pattern(rf",? (?:[\w’'-]+ ){{1,4}}(?:{_SPOKE})\b")
_REACH: Final = 64


def is_day_of_saying(text: str, date: FoundDate) -> bool:
    """Whether a date is that of a verb of saying: "said on Thursday", "On Thursday the mayor said".

    Not so "on Thursday, the mayor said", nor what was said to come "by the end of March".
    """
    before = text[max(0, date.start - _REACH) : date.start]
    opens = _OPENING.search(before) and _AFTER.match(text, date.end, date.end + _REACH)
    is_owner = text.startswith(("'s", "’s"), date.end)
    return date.kind != "range" and not is_owner and bool(opens or _BEFORE.search(before))
