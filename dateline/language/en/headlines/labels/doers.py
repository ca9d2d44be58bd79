"""Who does it: the subject of a clause, or what a relative clause is about."""

from typing import Final

from dateline.language.en.headlines.clause_parts import PRONOUN, has_verb, subject_before
from dateline.language.en.headlines.labels.around_number import AroundNumber
from dateline.language.en.words import MONTHS, WEEKDAYS, compile_pattern, one_of

_MOST_WORDS: Final = 8


SHARES: Final = frozenset({"percent", "share", "percentage points"})


SOME: Final = (
    r"(?: (?:about|around|nearly|almost|some|roughly|more than|less than|at least|over|another|an|a further|up to|only"
    r"|just|between|as much as|as many as|now|also))*"
)


# “the tower, which has 103 steps”: the antecedent is a name, or has an article.
_WHICH: Final = compile_pattern(rf",? (?:which|who|that) (?P<verb>(?-i:[a-z ]+?){SOME}) $")


_ANTECEDENT: Final = compile_pattern(r"(?:^|(?<=[ (]))(?=(?:the|an?|its|their) |(?-i:[A-Z]))")


ENDED: Final = (
    r"(?=[,;:.()—–“”]|$| (?:and|but|after|before|when|while|as|which|who|that|last|this|since|until|by|if|because)"
    r"(?![a-z]))"
)


PEOPLE: Final = compile_pattern(r".*(?:people|men|women|children|staff|ers|ors|ists|ents|ants|ees)")


def subject_and_verb(around: AroundNumber) -> tuple[str | None, str]:
    """Who does it, where a noun or a name says so, and what they do."""
    if which := _WHICH.search(around.said_before):
        before = around.said_before[: which.start()]
        fits = (_fit(before[start.start() :]) for start in _ANTECEDENT.finditer(before))
        who = next((words for words in fits if words and not has_verb(words)), None)
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
