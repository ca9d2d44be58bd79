"""What the words right before and after a number say that it is of."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.language import FoundQuantity
from dateline.language.en.headlines.clause_parts import (
    FromTo,
    has_verb,
    leading_verb,
    without_opening,
)
from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.headlines.labels.doers import are_people
from dateline.language.en.headlines.labels.figure_label import PREPOSITIONS, FigureLabel, as_label
from dateline.language.en.headlines.labels.nouns import EXTENT, EXTENTS, LENGTHS, find_noun_of
from dateline.language.en.headlines.present_tense import may_be_past, past_participle
from dateline.language.en.words import NUMBER_WORDS, compile_pattern

_STOP: Final = (
    r"(?= (?:was|were|is|are|has|have|had|will|would|could|may|might|must|can|who|which|that|as|after|when|while"
    r"|because|but|according|following|up|down|compared|against|than|asking|demanding"
    r"|urging)\b| and (?:(?:about|around|nearly|almost|some"
    r"|more than|at least|over) )?(?:[0-9$£€]|[a-z]+ed\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|not)\b"
    r"|[a-z]+ing (?:down|up|off|out|over|the|an?|its|his|her|their|[0-9]+)\b)"
    r"|[,;:.—–()“”]"
    r"| [-–—] |$)"
)


# What follows a number and its noun: “2,500 troops in Iraq”, “900 in Syria”.
_OWNER: Final = compile_pattern(r"^(?:its|his|her|their) ")


_PLACE_OR_KIND: Final = compile_pattern(
    rf" (?:(?:are|were|was|is) )?((?!from {NUMBER_WORDS}\b|from [0-9])(?:{PREPOSITIONS})\b.{{2,70}}?){_STOP}"
)


# “17 people were killed in the crash”.
_DONE: Final = compile_pattern(
    r" (?P<be>(?:who )?(?:(?:was|were|are|is|have been|had been|has been|being) )?)"
    r"(?:still |also |now |since |already )?"
    rf"(?P<said>(?P<to>to be )?(?P<done>on board|[a-z]+)\b(?P<rest>.{{0,60}}?)){_STOP}"
)
# How somebody is, and no participle.
_BEING: Final = frozenset("dead missing aboard homeless vacant without".split()) | {"on board"}
# Without “were”, a participle that may be a past has no object: “lost to the sea”, “sold their boats”.
_NO_OBJECT: Final = compile_pattern(
    rf"$| (?:(?:{PREPOSITIONS}|by|into|off|down|up|out|away|back|along|through|after|before|during|since|as|against"
    r"|around|because|dead|alive|homeless|stranded|unconscious|later|earlier|so far|on)\b)"
)


# Of these, what they did themselves: “4,000 people walked over”, “18,400 houses have collapsed”.
_DID: Final = compile_pattern(
    r" ((?:(?:(?:have|has|had) )?(?!been\b)[a-z]+ed|(?:have|has|had) (?:left|shut|gone|come|sunk|fled|quit|fallen"
    rf"|won|lost|become|begun|broken|grown))\b(?! by\b).{{0,60}}?){_STOP}"
)


# “Sixty bridges are unsafe”
_IS_SO: Final = compile_pattern(
    r" ((?:are|were) (?:still |now |already )?(?:not )?(?!(?:there|here|so|it|too|enough|needed)\b)[a-z]+)(?=[,;.]|$)"
)


_KNOWN: Final = compile_pattern(
    rf" (?:(?:are|were|is|was) )?(?:now )?((?:known|believed|feared|thought) to (?:have [a-z]+ed|be [a-z]+)\b"
    rf".{{0,40}}?){_STOP}"
)


_DOING: Final = compile_pattern(
    rf" (?:are|were|is|was) (?:still |now )?([a-z]+ing\b.{{0,60}}?){_STOP}"
)


_FIRST: Final = compile_pattern(
    r"^(?:(?:and|but|when|where|while|another|about|around|nearly|almost|some|more than|at least|over"
    r"|up to|only|just|the|in all) ?)*$"
)


_OF: Final = compile_pattern(
    r" of (.{2,70}?)(?:(?= [a-z]+ed (?:for|against|to|that)\b| killed\b| to an?\b| in [0-9]"
    r"| (?:came|fell|slid|poured|swept|ran)\b"
    rf"| and [a-z]+ (?:an?|the|its|their)\b)|{_STOP})"
)


_CHANGE_IN: Final = compile_pattern(
    r"[- ]((?:[a-z]+ )?(?:rise|fall|increase|decrease|drop|cut|jump|decline|surge|growth|reduction|gain|loss"
    r"|duty|tax|tariff|levy|excise|surcharge|discount|rebate|royalty|commission|subsidy|stake)\b"
    rf"(?: (?:in|of|on|to) .{{2,60}}?)?)(?:(?= to (?-i:[A-Z]))|{_STOP})"
)


# “a 15 percent stake in its line”
_ITS_OWN: Final = compile_pattern(r"^(stake in) (?:its|his|her|their) ")
# “bring 140 jobs to the town”: they are not “jobs to the town”.
_SENT: Final = compile_pattern(
    r"\b(?:bring|send|deliver|carry|take|give|offer|add|move|hand)(?:s|ing|ed)?\b|\b(?:brought|sent|took|gave)\b"
)


_ADJECTIVE: Final = compile_pattern(
    r"[- ]((?!(?:in|into|onto|off|of|a|per|and|on|at|to|for|from|over|each|was|were|is|are|had|has|have|by|or"
    r"|more|less|up|down|during|after|before|while|since|then|when|because|who|that|which|this|last|next|until|though|one|will|would"
    r"|could|may|might|above|below|under|against|short|as|it|he|she|they|we|[a-z]+ed)\b)"
    r"[a-z][\w’'-]+(?: [a-z][\w’'-]+){0,2}?)"
    r"(?= (?:in|of|at|on|for|to|from|with|that|which|was|were|is|are|will|connecting|linking|by|and|after|[a-z]+ed)\b"
    r"|[,;.]|$)"
    r"( of (?:the )?(?-i:[A-Z][\w’'-]*)(?: (?-i:[A-Z][\w’'-]*))*)?"
)


_DEEP: Final = frozenset("water sand snow mud ice silt".split())


def find_extent_or_deed(before: str, after: str, noun: str | None) -> Iterator[FigureLabel | None]:
    """What is raised by so much or put at so much, how long it is, and what so many did themselves."""
    if extent := EXTENT.match(after):
        thing = re.sub(r"(?: (?:is|was)|,) $", "", before)
        is_thing = thing != before and not has_verb(thing)
        thing = _OWNER.sub("", thing)
        yield (
            as_label(f"{EXTENTS[extent[1].lower()].capitalize()} of {thing}") if is_thing else None
        )
    if noun and (known := _KNOWN.match(after)):
        yield as_label(f"{noun} {known[1]}")
    opening = without_opening(f"{before}it").removesuffix("it")
    if noun and _FIRST.match(" ".join(opening.split()) + " " if opening.strip() else ""):
        pronoun = "who" if are_people(noun) else "that"
        yield from (
            as_label(f"{noun} {pronoun} {match[1]}") for match in (_DID.match(after),) if match
        )
        if doing := _DOING.match(after):
            yield as_label(f"{noun} {doing[1]}", is_subject=True)


def find_beside(around: AroundNumber, noun: str | None) -> Iterator[FigureLabel | None]:
    """What the words right before and after a number say that it is of."""
    found, before, after = around.found, around.before, around.after
    if found.unit in ("percent", "share", "percentage points"):
        yield from (
            as_label(_ITS_OWN.sub(r"\1 the ", match[1]))
            for match in (_CHANGE_IN.match(after),)
            if match
        )
        yield from map(as_label, find_noun_of(around))
    elif noun:
        yield as_label(f"{noun} {_done_beside(after)}") if _done_beside(after) else None
        if how := _IS_SO.match(after):
            pronoun = "who" if are_people(noun) else "that"
            yield as_label(f"{noun} {pronoun} {how[1]}", is_subject=True)
        beside = _PLACE_OR_KIND.match(after)
        is_sent = beside and beside[1].startswith("to ") and _SENT.search(before)
        yield as_label(f"{noun} {beside[1]}") if beside and not is_sent else None
    else:
        yield from map(as_label, find_noun_of(around))
        yield _of_measure(found, after)


def _done_beside(after: str) -> str | None:
    """“Taken to hospital” of so many who were; none where they did it themselves."""
    found = _DONE.match(after)
    if found is None:
        return None
    done, is_being = found["done"].lower(), found["be"].strip() not in ("", "who")
    if done in _BEING or (found["to"] and done.endswith("ed")):
        return found["said"]
    is_participle = past_participle(done) or (done.endswith("ed") and may_be_past(done))
    is_passive = is_being or _NO_OBJECT.match(found["rest"])
    return found["said"] if is_participle and is_passive else None


def _of_measure(found: FoundQuantity, after: str) -> FigureLabel | None:
    """“a 32-kilometre line” has a length, “a $5 billion loan” is a loan, “94 mm of rain” are rain."""
    unit = (found.unit or "").partition("/")[0]
    thing = _ADJECTIVE.match(after)
    if unit in LENGTHS and thing and re.search(r"[-‐‑]", found.text):
        return as_label(f"Length of the {thing[1]}")
    if unit.isupper() and thing:
        return as_label(thing[1] + (thing[2] or ""))
    stuff = None if unit.isupper() else _OF.match(after)
    if stuff and unit in LENGTHS and stuff[1] in _DEEP:
        return as_label(f"Depth of {stuff[1]}")
    if stuff is None:
        return None
    if fell := _FELL.match(after, stuff.end()):
        return as_label(f"{stuff[1]} that {fell[1]}")
    done = _WAS_DONE.match(after, stuff.end())
    is_done = done and past_participle(done[1].lower())
    return as_label(f"{stuff[1]} {done[1]}" if done and is_done else stuff[1])


# “900 tonnes of limestone fell”
_FELL: Final = compile_pattern(
    r" (fell|collapsed|slid|poured|leaked|spilled|escaped|melted|vanished|disappeared|broke off|came down"
    r"|washed ashore)\b"
)
# “5,200 hectares of orchards were hit”
_WAS_DONE: Final = compile_pattern(
    r" (?:was|were|has been|have been|had been) ([a-z]+)(?=[,;.]| (?:by|in|on|at)\b|$)"
)


def find_apposition(text: str, sentence: FromTo, found: FoundQuantity) -> FigureLabel | None:
    """“Unemployment, 5.6 percent in May, is seen rising”: unemployment."""
    thing = _THING_BEFORE.search(text[sentence[0] : found.start])
    goes_on = _GOES_ON.match(text, found.end, sentence[1])
    is_between = goes_on and leading_verb(text[goes_on.end() : sentence[1]])
    if not (thing and is_between) or has_verb(thing[1]):
        return None
    extent = EXTENT.match(text[found.end :])
    return as_label(
        f"{EXTENTS[extent[1].lower()].capitalize()} of {thing[1]}" if extent else thing[1]
    )


_THING_BEFORE: Final = compile_pattern(
    r"(?:^|(?<=[ .]))((?:the |its |their |an? )(?:[\w’'-]+ ){0,4}[a-z]+|^[a-z]+(?: [a-z]+)?),"
    r" (?:of |at |now |about |around |some |nearly )*$"
)


_GOES_ON: Final = compile_pattern(r"[^,;“”]{0,70}, (?=[a-z])")
