"""What became of the persons that a number counts: “seven dead”, “36 people had died”, “rose to 39”."""

import re
from collections.abc import Set
from typing import Final

from dateline.checking.agreement.quantities.unit_agreement import rate_of
from dateline.checking.basis.fact_words import FactWords, sentences_around
from dateline.checking.basis.findings import read_quantities
from dateline.facts.records import Figure
from dateline.facts.units import unit_name
from dateline.facts.wording import sentence_at
from dateline.language import FoundQuantity
from dateline.patterns import compile_later

# One word of a fate stands for all others of it: 48 deaths are 48 who were killed.
_FATES: Final = {
    "dead": r"dead|deaths?|dies?|died|dying|kill(?:s|ed|ing)?|fatalit(?:y|ies)|perished|perish|drowned"
    r"|drown|(?<!for their )(?<!for his )(?<!for her )lives|bodies|passed away|tolls?",
    "injured": r"injur(?:y|ies|e|es|ed|ing)|hurt|hurting|wound(?:s|ed|ing)?|tolls?",
    "missing": r"missing|unaccounted",
    "rescued": r"rescue[ds]?(?! (?:workers?|teams?|services?|crews?|operations?|efforts?|boats?)\b)"
    r"|rescuing|saved|survivors?|survived?|alive",
    "displaced": r"displaced|displacing|displaces|evacuate[ds]?|evacuating|evacuees?|homeless|uprooted",
}
_WORDS: Final = {
    fate: compile_later(rf"\b(?:{words})\b", re.IGNORECASE) for fate, words in _FATES.items()
}
_ANY: Final = "|".join(_FATES.values())
# Who is alive may be several of these at once.
_LIVING: Final = frozenset({"injured", "rescued", "displaced"})
PEOPLE: Final = frozenset({"person", "people", "persons"})
_AFTER: Final = compile_later(
    r"(?:,? (?:of (?:them|whom)|people|persons|others?|more|were|was|are|is|have|has|had|been|being|be"
    r"|still|now|also|who|so far|as|known|thought|said|to|remain|remained|remains|confirmed|reported"
    r"|listed|feared|presumed|believed|found|treated|for|with|in hospital|suffered|sustained|serious|severe"
    rf"|minor|the number of|the count of|\w+ly))* (?P<fate>{_ANY})\b",
    re.IGNORECASE,
)
_BEFORE: Final = compile_later(
    r"\b(?P<fate>kill(?:s|ed|ing)?|injur(?:es|ed|ing)|hurt|hurting|wound(?:s|ed|ing)|rescue[ds]"
    r"|rescuing|saved|evacuate[ds]|evacuating|displaces|displaced|displacing)(?: another| a further)? $",
    re.IGNORECASE,
)
# What a toll does: “it rose to 39”.
_ROSE: Final = compile_later(
    r"\b(?:rose|risen|rises|climbed|climbs|grew|grown|jumped|fell|went up|now|stands|stood|cut|raised|revised)"
    r"\b[^.,;:0-9]{0,25}\b(?:from [\w,]{1,12} )?(?:to|at) $",
    re.IGNORECASE,
)
_FEARED: Final = compile_later(
    r"\b(?:feared|presumed|believed|thought|fears?|likely|probably|may have)\b", re.IGNORECASE
)
_OF_THEM: Final = compile_later(r"\s+of (?:them|whom|those)\b", re.IGNORECASE)
# Who died of injuries is dead, and not among the injured.
_OF_INJURIES: Final = compile_later(
    r"\b(?P<died>died|dies?|dying|deaths?) (?:of|from) (?:\w+ ){0,3}?(?:injur\w+|wounds?)\b",
    re.IGNORECASE,
)
_NO_NOUN: Final = compile_later(
    r"\s*(?:$|[,.;:)]|(?:on|by|in|at|that|last|late|early|after|as|from)\b)"
)


def toll_fits(figure: Figure, quantity: FoundQuantity, words: FactWords) -> bool | None:
    """Whether a number counts those of whom the figure says what became of them; None where it may not be of a toll.

    The unit says so, or the label where it is `people` or left out; 31 missing are not 31 dead.
    """
    if any(rate_of(unit) for unit in (figure.unit, quantity.unit) if unit):
        return None
    is_of_people, wanted = _is_of_people(figure), fates_of_figure(figure)
    text, place = _sentence_of(quantity, words)
    own = _fates_in(f"{quantity.text} {quantity.unit or ''}")
    said = own | _said_of(quantity, text, place)
    if wanted and said and not _may_be_one(wanted, said):
        is_certain = own or not wanted & _fates_in(text) or _counts_any(wanted, text)
        return False if is_certain else None
    if not (is_of_people or wanted):
        return None
    if said:
        return True if wanted or figure.unit else None
    if wanted & _fates_in(text) and _OF_THEM.match(text, place + len(quantity.text)):
        return True
    is_rise = _ROSE.search(text[:place]) and _NO_NOUN.match(text, place + len(quantity.text))
    is_bare = quantity.unit is None and is_rise and wanted
    return True if is_bare and (not _fates_in(text) or wanted & _fates_in(text)) else None


def is_same_toll(figure: Figure, other: Figure | FoundQuantity) -> bool:
    """Whether both count persons of one fate, by whatever noun: 14 people killed, “14 dead”."""
    theirs = fates_of_figure(other) if isinstance(other, Figure) else _fates_in_words(other)
    return _may_be_one(fates_of_figure(figure), theirs)


def says_same_toll(own: FoundQuantity, text: str, other: FoundQuantity, other_text: str) -> bool:
    """The same for two numbers, each in its text: “14 dead”, “Fourteen people have died”."""
    return is_of_one_fate(own, text, other, other_text) is True


def is_of_one_fate(
    own: FoundQuantity, text: str, other: FoundQuantity, other_text: str
) -> bool | None:
    """Whether two numbers, each in its text, count persons of one fate; None where one of them tells of none."""
    fates = _fates_in_words(own) | _beside(text, own.start, own)
    theirs = _fates_in_words(other) | _beside(other_text, other.start, other)
    return _may_be_one(fates, theirs) if fates and theirs else None


def fates_of_number(quantity: FoundQuantity, text: str) -> frozenset[str]:
    """What became of the persons that a number in a text counts; of a bare number, what its sentence alone tells of.

    Nothing where it is feared or presumed: the missing may be counted among the dead.
    """
    start, end = sentence_at(text, quantity.start)
    sentence = text[start:end]
    if _FEARED.search(sentence):
        return frozenset()
    if said := _fates_in_words(quantity) | _said_of(quantity, text, quantity.start):
        return said
    is_of_anybody = quantity.unit is None or unit_name(quantity.unit) in PEOPLE
    fates = _fates_in(_own_part(quantity, text, start, end)) if is_of_anybody else frozenset()
    is_rise = _ROSE.search(text[start : quantity.start])
    return fates if len(fates) == 1 or is_rise else frozenset()


# “Gave the figure of 41 early on Monday, and said 112 people had been injured”: another clause, of others.
_SAYS_MORE: Final = compile_later(
    r"(?:;|,? (?:and|but|while)) (?:(?:also|then|later|now|it|they|he|she) )*"
    r"(?:sa(?:id|ys?)|add(?:s|ed)|report(?:s|ed)?|counted|counts|gave|gives|put|puts|told|tells|listed|lists)\b",
    re.IGNORECASE,
)


def _own_part(quantity: FoundQuantity, text: str, start: int, end: int) -> str:
    """The words of a sentence that may tell what its bare number counts: up to where something else is said."""
    more = _SAYS_MORE.search(text, quantity.end, end)
    return text[start : more.start() if more else end]


def is_toll(quantity: FoundQuantity) -> bool:
    """Whether its own words say what became of persons: “14 dead”."""
    return bool(_fates_in_words(quantity))


def may_be_of_one(fates: Set[str], others: Set[str]) -> bool:
    """Whether these may be the same persons, or nobody says what became of them."""
    return not fates or not others or _may_be_one(fates, others)


def _fates_in_words(quantity: FoundQuantity) -> frozenset[str]:
    """What its own words say of persons: “14 dead”, not “14 dead cattle”."""
    return _fates_in((quantity.unit or "").rpartition(" ")[2])


def _is_of_people(figure: Figure) -> bool:
    return figure.unit is None or unit_name(figure.unit) in PEOPLE


def fates_of_figure(figure: Figure) -> frozenset[str]:
    if _is_of_people(figure):
        return _fates_in(figure.label)
    return frozenset() if rate_of(figure.unit or "") else _fates_in(figure.unit or "")


def _fates_in(text: str) -> frozenset[str]:
    text = _OF_INJURIES.sub(r"\g<died>", text)
    return frozenset(fate for fate, words in _WORDS.items() if words.search(text))


def _may_be_one(wanted: Set[str], said: Set[str]) -> bool:
    return bool(wanted & said) or bool(wanted & _LIVING and said & _LIVING)


def _sentence_of(quantity: FoundQuantity, words: FactWords) -> tuple[str, int]:
    """The sentence of a number, and where in it the number begins."""
    for span in words.spans:
        if quantity in words.findings.quantities[span.block]:
            text = words.blocks[span.block].text
            start, end = sentences_around(text, span)
            return text[start:end], quantity.start - start
    return "", 0


def _beside(text: str, place: int, quantity: FoundQuantity) -> frozenset[str]:
    """What the words right after a number, or a verb right before it, say of those it counts."""
    if quantity.unit is not None and unit_name(quantity.unit) not in PEOPLE:
        return frozenset()
    after = _AFTER.match(text, place + quantity.end - quantity.start)
    before = _BEFORE.search(text[:place])
    found = after or before
    return _fates_in(found["fate"]) if found else frozenset()


_AMONG: Final = compile_later(
    rf"\b(?P<fate>{_ANY}) (?:include[sd]?|including) $|\bamong the (?P<fates>{_ANY}) (?:are|were|is|was) $",
    re.IGNORECASE,
)
_ARE_AMONG: Final = compile_later(
    rf"[^.,;:]{{0,25}} (?:are|were|is|was) among the (?P<fate>{_ANY})\b", re.IGNORECASE
)


def fates_of_members(quantity: FoundQuantity, text: str) -> frozenset[str]:
    """The fate of those whom a text counts among others, by whatever noun: “the dead include two firefighters”."""
    before = _AMONG.search(text, 0, quantity.start)
    after = _ARE_AMONG.match(text, quantity.end)
    found = before or after
    return _fates_in(found[0]) if found else frozenset()


def _said_of(quantity: FoundQuantity, text: str, place: int) -> frozenset[str]:
    """What the words beside a number say of those it counts; of “11 of them”, what they say of the number before."""
    if said := _beside(text, place, quantity):
        return said
    if not _OF_THEM.match(text, place + quantity.end - quantity.start):
        return frozenset()
    start, _ = sentence_at(text, place)
    before = [each for each in read_quantities(text) if start <= each.start < place]
    whole = before[-1:]
    return frozenset().union(*(_said_of(each, text, each.start) for each in whole))


def _counts_any(wanted: Set[str], text: str) -> bool:
    """Whether some number of a sentence counts people of these fates."""
    return any(wanted & _beside(text, each.start, each) for each in read_quantities(text))
