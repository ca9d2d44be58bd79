"""Who does it: the subject of a clause, or what a relative clause is about."""

from typing import Final

from dateline.language.en.headlines.clause_parts import PRONOUN, has_verb, subject_before
from dateline.language.en.headlines.labels.around_number import NAME, AroundNumber
from dateline.language.en.words import MONTHS, WEEKDAYS, compile_pattern, one_of

_MOST_WORDS: Final = 8


SHARES: Final = frozenset({"percent", "share", "percentage points"})


SOME: Final = (
    r"(?: (?:about|around|nearly|almost|some|roughly|more than|less than|at least|over|another|an|a further|up to|only"
    r"|just|between|as much as|as many as|now|also))*"
)


# “the tower, which has 103 steps”: the antecedent is a name, or has an article.
_WHICH: Final = compile_pattern(rf",? (?:which|who|that) (?P<verb>(?-i:[a-z ]+?){SOME}) $")


# “from Lesk, a fund owned by the state, which approved”: Lesk did.
_CALLED: Final = compile_pattern(
    rf"\b({NAME}), (?:an?|the) (?:[a-z-]+ ){{0,3}}[a-z-]+"
    r"(?: (?:owned|run|led|based|founded|of|in) [^,;:.“”()]{2,50})?$"
)
# “cleared their shelves after an outbreak that has killed three”: the outbreak has.
_AFTERWARDS: Final = compile_pattern(
    r" (?:after|before|since|during|following|amid|despite|because of|over|into|onto|without|under) "
)
_ANTECEDENT: Final = compile_pattern(r"(?:^|(?<=[ (]))(?=(?:the|an?|its|their) |(?-i:[A-Z]))")


ENDED: Final = (
    r"(?=[,;:.()—–“”]|$| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by|if|because"
    r"|without|under|despite|during)(?![a-z]))"
)


def are_people(noun: str) -> bool:
    """Whether so many of them are somebody: “clerks”, “divers”, but not “containers”."""
    last = noun.lower().rpartition(" ")[2]
    return last in _PEOPLE or (_PEOPLE_BY_FORM.search(last) is not None and last not in _THINGS)


_PEOPLE: Final = frozenset(
    """people men women children staff soldiers troops police families clerks residents members crew nuns monks lords
    adults pupils infants candidates natives youths guards cooks chefs guests hosts thieves spies heirs peers mps
    friends""".split()
)
_PEOPLE_BY_FORM: Final = compile_pattern(
    r"(?:men|women|ers|ors|ists|ents|ants|ees|ians|ives|ates)$"
)
_THINGS: Final = frozenset(
    """containers doors towers trailers tankers freighters steamers boilers computers printers servers routers cookers
    heaters lockers papers newspapers letters numbers orders borders rivers rollers trawlers boosters posters shelters
    centers meters liters acres tractors motors reactors sectors factors errors mirrors colors corridors harbors
    projectors sensors apartments departments documents payments investments shipments settlements agreements
    instruments monuments events accidents incidents patents tents cents continents parliaments governments experiments
    restaurants plants elephants grants warrants variants implants trees degrees committees coffees bees fees
    knees archives drives objectives collectives locomotives initiatives motives olives estates plates states
    rates gates certificates templates airplanes others quarters chapters offers powers flowers figures
    covers layers helicopters explosives""".split()
)


def subject_and_verb(around: AroundNumber) -> tuple[str | None, str]:
    """Who does it, where a noun or a name says so, and what they do."""
    if which := _WHICH.search(around.said_before):
        before = around.said_before[: which.start()]
        if called := _CALLED.search(before):
            return called[1], which["verb"].strip()
        fits = [
            words
            for start in _ANTECEDENT.finditer(before)
            if (words := _fit(before[start.start() :])) and not has_verb(words)
        ]
        whole = (words for words in fits if not _AFTERWARDS.search(words))
        who = next(whole, None) or next(iter(fits), None)
        return who, which["verb"].strip()
    parts = subject_before(_ASIDE.sub(" ", around.before), owned=True)
    if parts:
        return _fit(parts[0]), parts[1].strip()
    return None, _AFTER_PRONOUN.sub("", around.before).strip()


_ASIDE: Final = compile_pattern(r", [^,]*, ")


_AFTER_PRONOUN: Final = compile_pattern(r"^.*\b(?:it|they|he|she|we|and|but|which|who) ")


def _fit(subject: str) -> str | None:
    """A subject that can stand in a label: short, and no pronoun."""
    words = subject.strip(" ,")
    is_fit = words and len(words.split()) <= _MOST_WORDS and "," not in words and words[0].isalpha()
    return words if is_fit and not PRONOUN.match(words) and not _DATED.search(words) else None


_DATED: Final = compile_pattern(
    rf"\b(?:{one_of(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 3)}|[0-9]+)\b"
)
