"""What was done with each of several: “1,250 firefighters, 9 helicopters and 96 engines had been sent”."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.clause_parts import subject_before
from dateline.language.en.headlines.labels.around_number import ASIDE, END, NAME, SOME, AroundNumber
from dateline.language.en.headlines.labels.deeds import AREAS
from dateline.language.en.headlines.labels.doers import ENDED, are_people
from dateline.language.en.headlines.present_tense import is_past, past_participle, to_participle
from dateline.language.en.words import NUMBER_WORDS, compile_pattern

_ONE_MORE: Final = (
    rf" ?(?:,|,? and)(?: (?:about|around|nearly|some|at least|more than))? (?:an?|[0-9][0-9,]*|{NUMBER_WORDS})"
    r" (?:[a-z-]+ )?[a-z-]+"
)
_ALL_DONE: Final = compile_pattern(
    rf"(?:{_ONE_MORE})+ (?:had been|have been|has been|were|are) (?P<done>[a-z]+)"
    rf"(?P<rest>(?: (?:in|on|at|for|to|from|by|with) [^,;:.“”()]{{2,40}}?)?){ENDED}"
)
# “412 of its 460 members at Lesk had voted for the strike”
_HAD_DONE: Final = compile_pattern(
    r"(?: (?:at|in|of|from) (?:the )?[^,;:.]{2,60}?)? (?P<have>had|have) (?P<did>[a-z]+)"
    rf"(?P<rest>(?: (?:for|against|to) [^,;:.“”()]{{2,40}}?)?){ENDED}"
)
_BEFORE: Final = compile_pattern(rf"(?:^|.*\b(?:that|but|and|said) |.*, ){SOME} ?$")
# “four people died” of “the Lodd fire, in which four people died”
_IN_WHICH: Final = compile_pattern(
    rf"\b(?:in|from|of|by|after) (?P<what>the [^,;:.“”()]{{3,50}}), in which{SOME} $"
)
_DIED: Final = compile_pattern(rf" (?P<did>[a-z]+(?: [a-z]+)?){ENDED}")
# “30bn kronor of tax cuts for low earners”
STUFF: Final = compile_pattern(
    rf" of (?P<what>(?!(?:the|its|their|his|her|an?|it|them)\b)(?-i:[a-z])[^,;:.“”()]{{3,50}}?){END}"
)
_CONTAINS: Final = compile_pattern(rf"\b(?:contain|include)(?:s|ed|ing)?{SOME} $")
# “forcing 8,400 people to leave”
_MADE_DO: Final = compile_pattern(
    rf"\b(?P<made>forcing|ordering|urging|telling|asking|allowing){SOME} $"
)
_TO_DO: Final = compile_pattern(rf" to (?P<do>[a-z]+(?: (?:their|the) [a-z]+)?){ENDED}")
# “It cut power to 5,200 customers”
_CUT_TO: Final = compile_pattern(
    rf"\bcut(?: off)? (?P<what>power|electricity|gas|water|heating|supplies|service) to{SOME} $"
)
# “Lesk are ninth in the Premier League with 34 points”
_PLACED: Final = compile_pattern(
    r"(?:are|is|were|was|lie|sit|stand) (?:[a-z]+(?:th|st|nd|rd)|first|second|third|last|top|bottom) (?:in|of) .*"
    rf" with(?P<played> [0-9]+ points from)?{SOME}"
)
# “was 5% contained”
_PART_DONE: Final = compile_pattern(rf"(?:[^;]* and )?(?:is|was|are|were){SOME}")
_PART: Final = compile_pattern(
    rf" (?P<done>contained|complete|completed|full|finished|built|vaccinated|renewable|owned){ENDED}"
)
# “the Lodd fire of 2012, which burned 93,000 acres”
_WHICH_BURNED: Final = compile_pattern(
    rf"\b(?P<who>the {NAME}(?: [a-z]+)?)(?: of [12][0-9]{{3}})?, which (?P<verb>[a-z]+){SOME} $"
)


def of_lists(around: AroundNumber) -> Iterator[str]:
    """What is certain of so many by the words around them, though others stand between."""
    if around.noun:
        yield from _of_many(around, around.phrase)
    stuff = STUFF.match(around.after) if around.is_money else None
    if stuff and _CONTAINS.search(around.before):
        yield stuff["what"]
    subject = subject_before(ASIDE.sub(" ", around.said_before))
    part = _PART.match(around.after) if around.found.unit == "percent" else None
    if part and subject and _PART_DONE.fullmatch(subject[1].rstrip()):
        yield f"share of {subject[0]} {part['done']}"
    burned = _WHICH_BURNED.search(around.said_before)
    done = to_participle(burned["verb"]) if burned else None
    if burned and done and (around.found.unit or "") in AREAS:
        yield f"area {done} by {burned['who']}"


def _of_many(around: AroundNumber, phrase: str) -> Iterator[str]:
    did, what = _DIED.match(around.after), _IN_WHICH.search(around.said_before)
    who = "who" if are_people(around.noun or "") else "that"
    if did and what and is_past(did["did"].partition(" ")[0]):
        yield f"{phrase} {who} {did['did']} in {what['what']}"
    listed = _ALL_DONE.match(around.said_after)
    if listed and past_participle(listed["done"]):
        yield f"{phrase} {listed['done']}{listed['rest']}"
    had = _HAD_DONE.match(around.after) if _BEFORE.fullmatch(around.before) else None
    if had and is_past(had["did"]) and had["rest"]:
        yield f"{phrase} {who} {had['have']} {had['did']}{had['rest']}"
    made, do = _MADE_DO.search(around.before), _TO_DO.match(around.after)
    if made and do and (done := to_participle(_PAST[made["made"].lower()])):
        yield f"{phrase} {done} to {do['do']}"
    if cut := _CUT_TO.search(around.before):
        yield f"{phrase} whose {cut['what']} was cut"
    subject = subject_before(ASIDE.sub(" ", around.said_before))
    if subject and (placed := _PLACED.fullmatch(subject[1].rstrip())):
        yield f"{phrase} {'played by' if placed['played'] else 'of'} {subject[0]}"


_PAST: Final = {
    "forcing": "forced", "ordering": "ordered", "urging": "urged", "telling": "told", "asking": "asked",
    "allowing": "allowed",
}  # fmt: skip
