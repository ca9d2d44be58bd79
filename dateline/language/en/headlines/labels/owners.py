"""Whose a label is: the name in place of “its”, and the subject that a plain noun is of."""

from dataclasses import replace
from typing import Final

from dateline.language.en.headlines.clause_parts import PRONOUN, has_verb, subject_before
from dateline.language.en.headlines.labels.around_number import ASIDE, AroundNumber
from dateline.language.en.headlines.labels.figure_label import LONGEST, FigureLabel
from dateline.language.en.words import compile_pattern

_WHOSE: Final = compile_pattern(r"\b(?P<whose>its|their|his|her)\b(?: own)? ")
_OF_WHOM: Final = {"its": "it", "their": "they", "his": "he", "her": "she"}
_FEW: Final = 3
# What somebody has, and what is theirs alone where a label says no more than that.
_HAVING: Final = compile_pattern(
    r"(?:has|had|have|made|makes|make|reported|reports|posted|posts|recorded|records|booked|set|sets|faces|faced) .*"
)
_OWNED: Final = compile_pattern(
    r"(?:(?:annual|total|pre-tax|net|gross|operating|record|half-year|quarterly|first-half) )*(?:sales|profits?|loss"
    r"|losses|turnover|revenues?|budget|debts?|income|deficit|surplus|output|workforce|population|capacity|score|reserves"
    r"|assets|liabilities|earnings|costs|membership|turnout|backlog|dividend)"
)
_IN_SEATS: Final = compile_pattern(r"seats in [^,]+")
_OF_BEFORE: Final = compile_pattern(r" of $")


def with_owner(label: FigureLabel, around: AroundNumber) -> FigureLabel | None:
    """The label as it can stand alone; None where only a pronoun says whose it is."""
    if found := _WHOSE.search(label.words):
        return _with_name(label, found["whose"], found.span(), around)
    if _OWNED.fullmatch(label.words) and (owner := _owner(around)):
        return _longer(label, f"{label.words} of {owner}")
    if _IN_SEATS.fullmatch(label.words) and (owner := _owner(around)):
        return _longer(label, f"{label.words}, {owner}")
    return label


def _with_name(
    label: FigureLabel, whose: str, at: tuple[int, int], around: AroundNumber
) -> FigureLabel | None:
    """“Number of the council’s inspectors”, of “the number of its inspectors”; else without “its”."""
    words = label.words
    name = around.whom(_OF_WHOM[whose.lower()])
    if name and len(name.split()) <= _FEW + 2:
        owner = f"{name}{'’' if name.endswith('s') else '’s'} "
        return _longer(label, f"{words[: at[0]]}{owner}{words[at[1] :]}")
    if _OF_BEFORE.search(words, 0, at[0]):
        return replace(label, words=f"{words[: at[0]]}{words[at[1] :]}")
    return label


def _longer(label: FigureLabel, words: str) -> FigureLabel:
    return replace(label, words=words) if len(words) <= LONGEST else label


def _owner(around: AroundNumber) -> str | None:
    """The subject of the clause, which has it: “Norland, which employs 640 people and had sales of”."""
    named = _NAMED_WHICH.match(around.said_before)
    parts = None if named else subject_before(ASIDE.sub(" ", around.said_before))
    subject, verb = (named["who"], named["has"]) if named else parts or ("", "")
    is_plain = subject and "," not in subject and len(subject.split()) <= 2 * _FEW
    if (
        not is_plain
        or _NOBODY.search(subject)
        or PRONOUN.match(subject)
        or has_verb(subject)
        or not _HAVING.fullmatch(verb)
    ):
        return None
    return subject


# “A year earlier it made a profit”
_NOBODY: Final = compile_pattern(
    r"\b(?:it|he|she|they|year|month|week|quarter|earlier|later|ago)\b|[0-9]"
)
_NAMED_WHICH: Final = compile_pattern(
    r"(?P<who>(?:the )?[^,;:.“”()]{2,50}), which (?:[^,;:]* and )?"
    r"(?P<has>(?:has|had|have|made|makes|reported|posted) [^,;:]*)$"
)
