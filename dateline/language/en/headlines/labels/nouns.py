"""What a noun beside a number says that it is of: “a loss of”, “gusts of”, an item of a list."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.headlines.labels.deeds import FOR, last_deed
from dateline.language.en.headlines.labels.doers import (
    ENDED,
    SHARES,
    SOME,
    are_people,
    subject_and_verb,
)
from dateline.language.en.words import TIME_UNITS, compile_pattern

# “a loss of”, “orders for”, “gusts of”.
_NOUN_OF: Final = compile_pattern(
    rf"(?:\b(?:an?|the|its|their) (?P<noun>(?:(?!(?:an?|the) )[a-z][a-z-]* ){{0,2}}?(?!(?:an?|the) )[a-z][a-z-]*)"
    rf"|\b(?:on|with|under) (?P<bare>[a-z]{{4,}}) of{SOME} $"
    rf"|(?:^|[ (])(?P<several>(?-i:[A-Z]{{3,}}|[a-z-]+s))) of{SOME} $"
    rf"|(?:^|[ (])(?P<orders>bids|claims|contracts|grants|orders|requests) for{SOME} $"
)


_VERB_AND_NOUN: Final = compile_pattern(
    r"(?P<verb>(?:(?:has|have|had|is|are|was|were|will|would) )*[a-z]+(?: (?:for|on|up|out))?)"
    r"(?: (?:an?|the|its|their))?"
    r"(?: (?!(?:for|to|of|in|on|by|with|an?|the)\b)[a-z-]+){1,3}"
    rf" (?:of|for){SOME}"
)


_MAKING: Final = compile_pattern(
    r"(?:(?:will|would|could|has|have|had) )*(?:ma[kd]es?|reports?|reported|posts|posted|had|has|have|runs?|ran|booked"
    r"|recorded|sets?|faces?|faced)"
)


# “- Donations: €131,200”; “Slates at €25 each: €29,750”.
_ITEM: Final = compile_pattern(
    r"^\W*(?P<what>(?-i:[A-Z])[^:.;“”]{2,60}?)(?: (?:at|of) [£$€][0-9.,]+(?: each| apiece)?)?: $"
)


_WHERE: Final = compile_pattern(rf" (?:in|on|at|for|from|of|with|near) [^,;:.()“”]{{2,50}}?{ENDED}")


def find_item(text: str, start: int) -> str | None:
    """What an item of a list says before its number."""
    item = _ITEM.match(text, 0, start)
    return item["what"] if item and item.end() == start else None


def find_done(around: AroundNumber) -> Iterator[str]:
    """What was done with so many or with so much stuff: “people killed in the fire”, “forest lost”."""
    deed = last_deed(around)
    if deed is None or not deed.done or around.is_money or around.found.unit in SHARES:
        return
    words = f"{around.found.text}{around.after}"
    if around.noun and are_people(around.noun):
        if where := _WHERE.match(around.after):
            yield f"{around.phrase} {deed.done}{where[0]}"
    elif not around.noun and (stuff := _STUFF.search(words)):
        yield f"{stuff[1]} {deed.done}"


def find_noun_of(around: AroundNumber) -> Iterator[str]:
    """“Loss of the club”, “orders that Norland cancelled”, “cap on night shifts”, “gusts”."""
    named = _NOUN_OF.search(around.before)
    if named is None:
        return
    if _NO_THING.search(named[0]):
        return
    noun, purpose = next(words for words in named.groups() if words), FOR.match(around.after)
    subject, verb = subject_and_verb(around)
    said = _VERB_AND_NOUN.fullmatch(verb)
    if around.found.unit in LENGTHS:
        yield (
            "" if _MEASURE.search(noun) else f"length of the {noun}" if noun not in _PLAIN else noun
        )
    if around.found.unit in TIME_UNITS and _LASTING.search(noun):
        yield f"length of the {noun}"
    if offered := _OFFERED.match(around.after):
        yield f"{noun} {offered['done']} {offered['for']}"
    if purpose and not purpose[1].startswith(("in ", "from ")):
        yield f"{noun} {purpose[1]}"
    elif subject and said and noun == noun.split()[-1]:
        is_of = _MAKING.fullmatch(said["verb"])
        yield f"{noun} of {subject}" if is_of else f"{noun} that {subject} {said['verb']}"
    yield noun


# “A reward of €500 has been offered for information”
_OFFERED: Final = compile_pattern(
    rf" (?:has been|had been|was|is) (?P<done>offered|paid|set aside|promised|awarded|given)"
    rf" (?P<for>(?:for|to) [^,;:.“”()]{{3,40}}?){ENDED}"
)
# “a debate of almost five hours”
_LASTING: Final = compile_pattern(
    r"\b(?:debate|trial|hearing|strike|walkout|siege|search|meeting|journey|voyage|flight|wait|delay|stoppage|inquiry"
    r"|operation|march|vigil|match|game|race|closure|occupation|standoff|stand-off|outage|blackout|shutdown)$"
)
# “had risen by an average of 34 centimetres”: no length of the average.
_NO_THING: Final = compile_pattern(
    r"\b(?:average|total|record|maximum|minimum|combined total|estimated total) of\b"
)
_PLAIN: Final = frozenset("stretch distance".split())
# No height has a length.
_MEASURE: Final = compile_pattern(r"\b(?:height|depth|width|altitude|length)s?$")


def find_extent(around: AroundNumber) -> Iterator[str]:
    """How long something lasts, how high it stands, how warm it is."""
    subject, _ = subject_and_verb(around)
    if subject and around.found.unit in TIME_UNITS and _LASTS.search(around.before):
        yield f"duration of {_INDEFINITE.sub('the ', subject)}"
    extent = EXTENT.match(around.after)
    if extent and (thing := _RIGHT_BEFORE.search(around.before)):
        yield f"{EXTENTS[extent[1].lower()]} of the {thing['thing']}"
    elif subject and extent:
        yield f"{EXTENTS[extent[1].lower()]} of {subject}"
    if (around.found.unit or "").startswith("degree"):
        where = FOR.match(around.after)
        yield f"temperature {where[1]}" if where else "temperature"


# “caused a wave with crests ten metres high”: the crests are.
_RIGHT_BEFORE: Final = compile_pattern(
    rf"\b(?:with|by|of|behind|over|from|under|through) (?P<thing>(?:[a-z-]+ )?(?!(?:was|is|has|less)\b)[a-z]+s){SOME} $"
)
_INDEFINITE: Final = compile_pattern(r"^an? ")
_LASTS: Final = compile_pattern(rf"\b(?:takes?|took|taken|lasts?|lasted)(?: [a-z]+)?{SOME} $")


EXTENT: Final = compile_pattern(r" (long|wide|high|tall|deep|thick)\b")


EXTENTS: Final = {
    "long": "length", "wide": "width", "high": "height", "tall": "height", "deep": "depth", "thick": "thickness"
}  # fmt: skip


_STUFF: Final = compile_pattern(
    r" of ((?!the\b)[a-z]+(?: (?:and )?[a-z]+)?)(?= (?:a|an|per|in|on|to|by|this|last|and)\b|[,.;]|$)"
)


LENGTHS: Final = frozenset("kilometre km mile metre m foot yard centimetre inch".split())
