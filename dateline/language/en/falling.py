"""Words that make a number one of a fall: "fell 8%" is what a table has as -8%."""

from typing import Final

from dateline.language.en.words import compile_pattern

_VERB: Final = (
    r"fell|falls?|fallen|falling|dropp(?:ed|ing)|drops?|declin\w+|decreas\w+|slipp(?:ed|ing)|slips?"
    r"|slid|slides?|sank|sunk|shr[aiu]nk\w*|plung\w+|plummet\w*|tumbl\w+|slump\w*|contract(?:ed|ing|s)?"
    r"|los[et]\w*|lost|down|cut|cuts|cutting|reduc\w+|lower\w*|eased?|dipp?\w*|weakened|retreat\w*"
)
_NOUN: Final = (
    r"falls?|drops?|declines?|decreases?|reductions?|cuts?|loss(?:es)?|slumps?|plunges?|dips?"
    r"|slides?|contractions?|shrinkage|collapse"
)
_SLIGHT: Final = r"(?:(?:by|a|an|another|further|back|some|only|just|as much as|of) )*"
_BEFORE: Final = compile_pattern(rf"\b(?:(?:{_VERB}) {_SLIGHT}|(?:{_NOUN}) of (?:some )?)$")
_AFTER: Final = compile_pattern(rf"^ (?:\w+ )?(?:{_NOUN}|lower|less|fewer)\b")
_NAMED: Final = compile_pattern(rf"\b(?:{_VERB}|{_NOUN}|less|fewer)\b")


def is_of_fall(text: str, start: int, end: int) -> bool:
    """Whether the number at this place of a text is how much something fell: not “fell to 8%”."""
    return bool(_BEFORE.search(text[:start]) or _AFTER.search(text[end:]))


def names_fall(label: str) -> bool:
    """Whether a label says that its number is of a fall: “Fall in sales”."""
    return _NAMED.search(label) is not None
