"""What a measure is of: how long something took, how late or how high it is, how much stuff was moved."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.clause_parts import subject_before
from dateline.language.en.headlines.labels.around_number import DONE, END, NAME, SOME, AroundNumber
from dateline.language.en.headlines.labels.nouns import LENGTHS
from dateline.language.en.headlines.labels.said_before import read_before
from dateline.language.en.words import TIME_UNITS, compile_pattern

# “the deal had taken 16 months to negotiate”, “the project was 22 months late and €118 million over budget”.
_TOOK: Final = compile_pattern(rf"(?:had |has |have )?(?:taken|took|takes){SOME}")


# “was re-elected unopposed for a term of four years”
_TERM: Final = compile_pattern(
    rf"\b({NAME})(?:, [1-9][0-9],)? ((?:was|has been) (?:(?:re-)?elected|appointed|named|chosen))\b[^,;:.]*"
    rf" for a (?:[a-z]+ )?term of{SOME} $"
)
# “can take up to 70 days to cause illness”
_CAN_TAKE: Final = compile_pattern(
    rf"(?P<may>(?:(?:can|may|could|will|would|usually) )?takes?|took){SOME}"
)
_TO_DO_SO: Final = compile_pattern(rf" (?P<to>to [a-z]+ [^,;:.“”()]{{2,40}}?){END}")
# “fell from a height of 30 metres”, “can grow at depths of up to 43 metres”
_AT_HEIGHT: Final = compile_pattern(
    r"(?:[a-z]+ )?(?P<by>from|at|to|in|over) (?:an? |the )?(?:[a-z]+ )?"
    r"(?P<what>height|depth|distance|altitude|width|length)s? of"
)
_QUANTITY: Final = compile_pattern(
    r"^(?:(?:about|around|nearly|almost|some|more than|over|at least|up to) )?[0-9][0-9.,]* (?:[a-z]+ of )?"
)
_TO_DO: Final = compile_pattern(r" to ([a-z]+)(?=[,;:.]|$)")


_LATE: Final = compile_pattern(r" (?:late|behind schedule)\b")


_WAS: Final = compile_pattern(rf"(?:was|is|were|are|ran|running){SOME}")


_SEA_LEVEL: Final = compile_pattern(r" (above|below) sea level\b")


# “the limit set by the port for boats is 20 knots”: a participle is no verb of the clause.
_OF_PARTICIPLE: Final = compile_pattern(
    r"((?:the |an? )?[a-z]+(?: [a-z]+)? (?:set|made|paid|used|built|sold|given|held|needed|spent|raised) (?:by|for|in"
    rf"|on|at|to|from) .{{2,60}}?) (?:is|was|are|were){SOME} $"
)


# “leaked 310 tonnes of styrene into the river”, “carrying 40 tonnes of sand to Lesk”.
_MOVED_STUFF: Final = compile_pattern(
    rf"\b(leaked|spilled|spilt|dumped|released|poured|carrying|carried|used|burned|burnt|seized|shipped|exported"
    rf"|imported|stole){SOME} $"
)


_STUFF: Final = compile_pattern(
    r" of ((?:the )?[a-z]+(?: [a-z]+)?) ((?:into|from|to|out of|across|through|on|off|near|over) .{2,60}?)"
    r"(?=[,;:.()—–]| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by)\b|$)"
)


_STUFF_DID: Final = compile_pattern(
    rf" of ([a-z]+(?: [a-z]+)?) ((?:killed|poisoned|covered|buried|hit|fouled) .{{2,40}}?)(?= over\b|{END})"
)


_AREAS: Final = frozenset({"hectare", "acre", "square kilometre", "square mile", "square metre"})
# “Lesk, a bog of 4,600 hectares”, “Ann Lee, who farms 400 hectares”
_AREA_OF: Final = compile_pattern(rf"\b({NAME}), (?:an?|the) (?:[a-z-]+ ){{0,3}}[a-z-]+ of{SOME} $")
_FARMED: Final = compile_pattern(rf"\b({NAME}),(?: [1-9][0-9]?,)? who farms{SOME} $")
_GIVEN_TIME: Final = compile_pattern(r"\b(?:has|have|had|given) $")


_TO_DO_IT: Final = compile_pattern(rf" to ([a-z]+(?: .{{2,50}}?)?){END}")


# “about 600 metres from the port”
_FROM: Final = compile_pattern(
    rf" (?:away )?from (?!(?:its|his|her|their|it|there|here)\b)(.{{2,60}}?){END}"
)


def _of_terms(around: AroundNumber) -> Iterator[str]:
    if term := _TERM.search(around.said_before):
        yield f"Term for which {term[1]} {term[2]}"


def _of_areas(around: AroundNumber) -> Iterator[str]:
    if (around.found.unit or "") not in _AREAS:
        return
    if area := _AREA_OF.search(around.said_before):
        yield f"Area of {area[1]}"
    if farmed := _FARMED.search(around.said_before):
        yield f"Area farmed by {farmed[1]}"


_SOME_END: Final = compile_pattern(rf"{SOME}$")


def _of_heights(around: AroundNumber) -> Iterator[str]:
    """“Height from which limestone fell”, of “about 900 tonnes of limestone fell from a height of 30 metres”."""
    parts = read_before(around.before, around.said_before, around.whom)
    found = _AT_HEIGHT.fullmatch(parts.rest) if parts else None
    if parts and found and around.found.unit in LENGTHS and "," not in parts.subject + parts.group:
        who = _QUANTITY.sub("", parts.subject)
        yield f"{found['what']} {found['by']} which {who} {parts.group}"


def of_measures(around: AroundNumber) -> Iterator[str]:
    yield from _of_terms(around)
    subject = subject_before(around.before, owned=True)
    if subject and _TOOK.fullmatch(subject[1]) and (deed := _TO_DO.match(around.after)):
        yield f"Time to {deed[1]} {subject[0]}"
    if subject and _CAN_TAKE.fullmatch(subject[1]) and (so := _TO_DO_SO.match(around.after)):
        yield f"time that {subject[0]} {_SOME_END.sub('', subject[1])} {so['to']}"
    yield from _of_heights(around)
    if of_participle := _OF_PARTICIPLE.match(around.before):
        yield of_participle[1]
    unit = (around.found.unit or "").partition("/")[0]
    is_given = unit in TIME_UNITS and _GIVEN_TIME.search(around.before)
    yield from _of_areas(around)
    if unit in LENGTHS and (place := _FROM.match(around.after)):
        yield f"Distance from {place[1]}"
    if is_given and (task := _TO_DO_IT.match(around.after)):
        yield f"Time to {task[1]}"
    if subject and _LATE.match(around.after) and _WAS.fullmatch(subject[1]):
        yield f"Delay of {subject[0]}"
    if subject and (level := _SEA_LEVEL.match(around.after)):
        yield f"Height of {subject[0]} {level[1]} sea level"
    moved, stuff = _MOVED_STUFF.search(around.before), _STUFF.match(around.after)
    if did := _STUFF_DID.match(around.after):
        yield f"{did[1]} that {did[2]}"
    if moved and stuff:
        yield f"{stuff[1]} {DONE.get(moved[1], moved[1])} {stuff[2]}"
