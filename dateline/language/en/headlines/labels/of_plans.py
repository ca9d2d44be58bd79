"""What is to be done with so much or so many."""

from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.clause_parts import subject_before
from dateline.language.en.headlines.labels.around_number import ASIDE, END, NAME, SOME, AroundNumber
from dateline.language.en.headlines.present_tense import as_participle
from dateline.language.en.words import compile_pattern

# “to spend €612 million on pipes”, “would save 310,000 tonnes”, “that will pay them 38p in the pound”.
_TO_COME: Final = compile_pattern(
    r"\b(?:to|will|would|could) (spend|pay|repay|refund|invest|save|lend|raise|cut|build|hire|create|recruit|train"
    rf"|sell|buy|plant|add|carry|treat)(?: (?:them|it|him|her))?{SOME} $"
)


_PURPOSE: Final = compile_pattern(
    r"(?: over (?!the\b)[^,;:.]{3,20}?)? ((?:in the pound|to (?:the|each|every) [a-z]+"
    r"|(?:on|for) (?!(?:the )?(?:year|month)).{2,70}?))"
    r"(?=[,;:.()—–]| (?:and|but|after|over|which|who|that|last|this|by)\b|$)"
)


_WILL_BE: Final = compile_pattern(
    r" (?:will|would) be ((?:[a-z]+ed|built|spent|paid|sold|lent|sent|given|made|held|shut|cut)\b"
    rf"(?: .{{2,50}}?)?){END}"
)


# “A judge has ordered Norland to”
_ORDERED: Final = compile_pattern(
    rf"\b(?:order|tell|told|require|force|oblige|instruct|compel|direct|sentence|ask|urge)(?:s|ed|d)?"
    rf" ((?:(?:the|its|their) )?[a-z]+(?: [a-z]+)?|{NAME}) $"
)


# “would sell 45bn kronor of bonds”
_STUFF: Final = compile_pattern(
    rf" of ((?!(?:the|its|their|an?)\b)(?-i:[a-z])[^,;:.]{{3,40}}?){END}"
)
_CLAIMS: Final = compile_pattern(rf"\b([a-z]+s) of{SOME} $")


def to_come(around: AroundNumber) -> Iterator[str]:
    coming, passive = _TO_COME.search(around.before), _WILL_BE.match(around.after)
    if passive and around.is_money:
        claims = _CLAIMS.search(around.said_before)
        yield f"{claims[1]} to be {passive[1]}" if claims else f"To be {passive[1]}"
    if coming is None:
        return
    done = as_participle(coming[1].lower())
    if around.noun:
        yield f"{around.phrase} to be {done}"
    elif around.is_money and (stuff := _STUFF.match(around.after)):
        yield f"{stuff[1]} to be {done}"
    elif purpose := _PURPOSE.match(around.after):
        yield f"To be {done} {purpose[1]}"
    elif ordered := _ORDERED.search(around.before, 0, coming.start()):
        yield f"To be {done} by {ordered[1]}"
    elif not around.is_money and (subject := subject_before(ASIDE.sub(" ", around.before))):
        yield f"To be {done} by {subject[0]}"


# “Analysts expect rates between Asia and Europe to rise by as much as 12%”
_EXPECTED: Final = compile_pattern(
    r"\b(?:expects?|expected|forecasts?|predicts?|predicted|projects?|projected)"
    r" (?P<what>(?!(?:it|them|him|her|this|that)\b)[^,;:.“”()]{3,60}?)"
    r" to (?:(?P<rise>rise|grow|increase|climb|jump)|fall|drop|decline|shrink)(?: by)?(?: as much as)? $"
)


def of_expected_changes(around: AroundNumber) -> Iterator[str]:
    found = _EXPECTED.search(f"{around.said_before.rstrip()} ")
    if found and around.found.unit == "percent":
        yield f"{'rise' if found['rise'] else 'fall'} in {found['what']}"
