"""The words of a clause without its dates, its times of day and what is said in passing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.language.en.headlines.clause_parts import FINITE, FromTo, has_verb
from dateline.language.en.words import compile_pattern

JOINED: Final = compile_pattern(r",? and ")
_BEFORE_DATE: Final = compile_pattern(
    r",?(?:^| |(?<=\s))(?:(?:on|in|by|at|since|from|during|of|until|around|about|late|early|earlier|before|after"
    r"|as of|back|only|just|again|for|shortly) )*(?:the )?"
    r"(?:(?:morning|evening|night|afternoon|early hours|small hours|end|start|beginning|middle) of )?$"
)
_AFTER_DATE: Final = compile_pattern(r" (?:morning|evening|afternoon|night|weekend)\b")
# A time of day with the small words before it: “shortly before 6pm”, “at 11:47 p.m.”, “by noon”.
CLOCK: Final = compile_pattern(
    r"(?:^|,? |(?<=\s))(?:(?:shortly|just|soon|at|by|around|about|from|until|before|after) )*"
    r"(?:[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap](?:m\b|\.m\.?)|[0-9]{1,2}[.:][0-9]{2}\b(?!%| (?:million|billion|per|%))"
    r"|(?:at|by|around|before|after) (?:noon|midnight|dawn|dusk|breakfast time|lunchtime))"
    r"(?: local time| GMT| [A-Z]ST)?"
    r"(?: ?(?:to|until|till|[-–]) ?(?:[0-9]{1,2}(?:[.:][0-9]{2})? ?[ap](?:m\b|\.m\.?)|noon|midnight|dawn|dusk))?"
)


def without_small_words(words: str) -> str:
    """The words before a date without those that belong to it: “in”, “by the end of”."""
    small = _BEFORE_DATE.search(words)
    return words[: small.start()] if small else words


def without_clock(words: str) -> str:
    return CLOCK.sub("", words)


def asides_of(text: str, clause: FromTo, names: Sequence[FromTo]) -> Iterator[FromTo]:
    """What is between two commas and has no verb; of a name beside what it is called, the other words."""
    for aside in _ASIDE.finditer(text, clause[0], clause[1]):
        start, end, inner = aside.start(), aside.end() + 1, aside[1]
        last = aside.end(1)
        is_of_place = _PREPOSED.match(inner) is not None
        if not is_of_place and any(
            start + 2 <= name[0] and name[1] == last and name[0] < start + 14 for name in names
        ):
            yield clause[0], start + 2
            yield end - 1, end
        elif has_verb(inner) if inner.startswith("whose ") else _is_aside(inner):
            yield start, end


def _is_aside(inner: str) -> bool:
    return _RELATIVE.match(inner) is not None or not _AUXILIARIES.search(inner)


_PREPOSED: Final = compile_pattern(r"^(?:to|from|in|at|of|near|for|with|by|on) ")
_ASIDE: Final = compile_pattern(r", ((?:[^,;:“”]|,(?=[0-9])){2,90}),? ?(?=,(?![0-9]))")
_AUXILIARIES: Final = compile_pattern(rf"\b(?:{FINITE})\b")
_RELATIVE: Final = compile_pattern(
    r"^(?:(?:(?:for|of|to|by|with|in|on|at|from) )?(?:which|whom)|who|where) "
)


def words_without(
    text: str, clause: FromTo, asides: Iterable[FromTo], dates: Sequence[FromTo]
) -> str:
    """The clause without its asides, its dates with the small words before them, and times of day."""
    gaps = [*asides, *(clock.span() for clock in CLOCK.finditer(text, clause[0], clause[1]))]
    inside = [date for date in dates if clause[0] <= date[0] and date[1] <= clause[1]]
    owners = {date[0] for date in inside if text[date[1] : date[1] + 2] in ("'s", "’s")}
    gaps += [_gap_of(text, clause, date, is_owner=date[0] in owners) for date in inside]
    kept, at = [], clause[0]
    for start, end in sorted(gaps):
        kept += [text[at : max(at, start)], *(["the"] if start in owners else [])]
        at = max(at, end)
    return " ".join([*kept, text[at : clause[1]]]).replace(" ,", ",")


# “decide in the May 5 ballot”: in the ballot.
_ITS_ARTICLE: Final = compile_pattern(r"\b(?:the|an?|its|their|his|her) $")
_ITS_NOUN: Final = compile_pattern(
    r" (?!(?:morning|evening|afternoon|night|weekend|in|on|at|of|to|for|from|by|with|and|or|but|that|which|who|when"
    r"|after|before|was|were|is|are|has|had|will|would)\b)(?-i:[a-z])[\w-]+"
)


def _gap_of(text: str, clause: FromTo, date: FromTo, *, is_owner: bool) -> FromTo:
    """A date with the small words before it; of an owner, “Saturday’s”, the sign of it alone."""
    if is_owner:
        return date[0], date[1] + 2
    if _ITS_NOUN.match(text, date[1], clause[1]):
        if text[date[0] : date[0] + 4].lower() == "the ":
            return date[0] + 4, date[1] + 1
        if _ITS_ARTICLE.search(text, clause[0], date[0]):
            return date
    before = _BEFORE_DATE.search(text, clause[0], date[0])
    after = _AFTER_DATE.match(text, date[1], clause[1])
    start = before.start() if before else date[0]
    particle = _PARTICLE.match(text, start, date[0])
    is_of_verb = particle and _PREPOSITION.match(text, particle.end(), date[0])
    if particle and (is_of_verb or _COUNTED_FROM.search(text[date[0] : date[1]])):
        start = particle.end()
    is_closed = _DAY_AND_YEAR.search(text[date[0] : date[1]]) and text[date[1] : date[1] + 1] == ","
    return start, after.end() if after else date[1] + bool(is_closed)


# “on August 11, 1885, under Holm”: the second comma belongs to the date.
_DAY_AND_YEAR: Final = compile_pattern(r"[0-9], [0-9]{4}$")
# “were called in four days later”: the “in” is not that of the date.
_COUNTED_FROM: Final = compile_pattern(
    r"\b(?:later|earlier|before|after|ago|yesterday|today|tomorrow)$|^(?:last|next|this)\b"
)
_PARTICLE: Final = compile_pattern(r" ?(?:in|on|out|up|off|over)(?= )")
# “sworn in on 26 October”
_PREPOSITION: Final = compile_pattern(r" (?:on|in|at|by|from|before|after|during) ")


def parallel_of(text: str, start: int, other: FromTo, date: FromTo) -> Iterator[FromTo]:
    """What belongs to an earlier date of the same verb: “from the port by May and from the town by June”."""
    joined = JOINED.match(text, other[1], date[0])
    if joined is None or has_verb(text[joined.end() : date[0]]):
        return
    first = text[joined.end() : date[0]].split(" ", maxsplit=1)[0]
    before = text.rfind(f" {first} ", start, other[0])
    if first and before >= 0:
        yield before, joined.end() - 1
