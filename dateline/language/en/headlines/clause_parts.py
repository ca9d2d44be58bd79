"""The clauses of a sentence: where each begins and ends, its subject and its first finite verb."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.language.en.headlines.present_tense import (
    is_past,
    is_plural_present,
    is_present,
    is_third_person,
    may_be_past,
)
from dateline.language.en.words import compile_pattern
from dateline.patterns import compile_later

FromTo = tuple[int, int]

FINITE: Final = (
    "was|were|has|have|had|is|are|will|would|could|may|might|must|can|should|shall|did|does|do"
)
AUXILIARY: Final = frozenset(FINITE.split("|"))
# Where a clause begins, or ends before another.
_BEGINNING: Final = compile_pattern(
    r"[;:—–] |\s[-–—] |,? ?\b(?:that|because|although|though|while|whereas|when|since|after|before"
    r"|(?<!disguised[ ])(?<!dressed[ ])(?<!posing[ ])(?<!known[ ])(?<!described[ ])(?<!regarded[ ])as|but|and|if"
    r"|until|where)\b(?: then| also| later)? |, (?:which|who) (?=[a-z])"
    r"|\b(?:said|says) (?=(?:he|she|it|they) (?:would|will|had|has|could|was|were|is|are)\b)"
    r"|(?<!,[ ])\b(?:said|says|announced|confirmed|warned|claimed|added|estimated)"
    r" (?=(?:the|an?|its|his|their|it|they|he|she"
    r"|(?-i:[A-Z][\w’'-]+)|[a-z]+s (?:had|have|were|would|will|are|do|did))\b)"
)
_ENDING: Final = compile_pattern(
    r"[;—–(]|:(?![0-9])|\s[-–—] |,? and that\b"
    r"|, (?:according|which|who|whose|where|when|with|as|after|while|but|and|amid|following|despite"
    r"|although|though|because|so|or|including|down|up|compared|short|against|[a-z]+ing)\b"
    r"|,? \baccording to\b|,? (?:as|after|when|while|because|although|though|before|following|amid|and|but)"
    rf" (?=(?:the|a|an|its|his|her|their|it|he|she|they|there|(?-i:[A-Z][\w’'-]+))\b[^,;]* (?:{FINITE}|[a-z]+ed)\b)"
    rf"|,? (?:and|but) (?=(?:{FINITE})\b)|,? (?:because|although|though|unless)\b"
    # “…, conducted by its head”; “…, officials have said.”
    r"|, (?:[a-z]+ed|built|held|led|made|run|written|chosen|paid|given|taken|seen)"
    r" (?:by|in|at|on|to|from|with|for|as)\b"
    r"|, (?=[^,;:“”]{2,70} (?:said|says|(?:have|has) (?:said|confirmed|announced|warned))[.,])"
)
# Words before the verb of a sentence that say when, where or in spite of what.
OPENING: Final = compile_pattern(
    r"^(?:in|on|at|despite|after|before|since|during|for|following|with|by|as|to|under|amid|from|over|about|around"
    r"|across|among|along|near|between|outside|inside|earlier|meanwhile|however|also|then|later|late|early|yet|still"
    r"|but|and|so|last|next|this|shortly|founded|built|born|established|launched|completed)\b[^,;]*, "
)
_JOINING: Final = compile_pattern(r"^(?:but|and|so|yet|then|instead|also|later|now) ")
PRONOUN: Final = compile_pattern(
    r"^(?:and |but |so |then )?(?:he|she|it|they|this|these|that|those|we|i|you|who|which|both|neither|all|some|others"
    r"|another|there|here|what|its|his|her|their)\b(?! [a-z]+ [a-z]+)"
)
OF_SOMEBODY: Final = compile_pattern(r"^(?:its|his|her|their|our|my)\b")
_NOT_A_VERB_AFTER: Final = compile_pattern(
    r"(?:^|\b(?:the|an?|its|his|her|their|of|to|by|with|in|on|for|from|being|been|be|and|or|’s|newly|recently|most"
    r"|not)) $"
)
_WORD: Final = compile_later(r"[\w’'-]+")
# After a verb in the present tense, which may be a noun too: “ends on”, “rises by”, “goes up”.
_AFTER_PRESENT: Final = compile_pattern(
    r" (?:on|in|at|for|to|by|from|out|up|down|into|back|its|the|an?|under|again|until|through|next|more|about)\b"
    r"|[,.]|$| [0-9£$€]"
)
_PLURAL_BEFORE: Final = compile_pattern(r"[a-z]{2,}(?:s|people|children) $")
_LEADING: Final = compile_pattern(r"^(?:also |then |later |now |still |already |finally )*")


def clause_around(text: str, sentence: FromTo, inner: FromTo) -> FromTo:
    """The nearest clause of a sentence that has these words and a verb; else the whole sentence."""
    end = end_of_clause(text, sentence, inner)
    for start in beginnings(text, sentence, inner):
        if has_verb(" ".join(text[start:end].split())):
            return start, end
    return sentence


def beginnings(text: str, sentence: FromTo, date: FromTo) -> Iterator[int]:
    """Where the clause of the date may begin, the nearest first."""
    begins = [sentence[0]]
    for match in _BEGINNING.finditer(text, sentence[0], date[0]):
        first = match[0].strip(" ,").lower()
        if first in ("which", "who") and "," in text[match.end() : date[0]]:
            continue
        is_second = first.startswith(("and", "or", "but"))
        if _RESUMED.match(text, match.end(), date[0]) or (
            is_second
            and (
                _is_resumed(text[match.end() : date[0]])
                or _is_in_relative(text[sentence[0] : match.start()], text[match.end() : date[0]])
            )
        ):
            continue
        comma = text.find(",", match.end(), date[0])
        if first in _BEFORE_NOUNS and comma > 0 and not has_verb(text[match.end() : comma]):
            continue
        if not is_second or has_verb(text[begins[-1] : match.start()]):
            begins.append(match.end())
    yield from reversed(begins)


def _is_resumed(words: str) -> bool:
    """“A trial, in which nurses get a bed and a meal, began”: the trial began, and not the meal."""
    inner, comma, rest = words.partition(", ")
    verb = rest.partition(" ")[0]
    return bool(comma) and is_past(verb) and not has_verb(inner) and not has_verb(f"it {inner}")


def _is_in_relative(before: str, words: str) -> bool:
    """“Lesk, which has 640 staff and had sales of £118m, halted production”: Lesk halted it."""
    rest = _AFTER_COMMA.match(words)
    return _IN_RELATIVE.search(before) is not None and rest is not None and is_past(rest[1])


_IN_RELATIVE: Final = compile_pattern(r", (?:which|who) (?:[^,]|,(?=[0-9]))*$")
_AFTER_COMMA: Final = compile_pattern(r"(?:[^,]|,(?=[0-9]))*, ([a-z]+)\b")
# “a rule that lasts until 2032, was changed”: after it, the clause before goes on.
_RESUMED: Final = compile_pattern(
    rf"[^,]*, (?:(?:{FINITE})\b(?! (?:he|she|it|they|you|we)\b)|[a-z]+ed (?:an?|the|its|their|his|her)\b)"
)
# “The strike, the fourth since last autumn, begins”: no clause of its own.
_BEFORE_NOUNS: Final = frozenset("since until before after as".split())


def end_of_clause(text: str, sentence: FromTo, date: FromTo) -> int:
    """Where the clause ends that has these words."""
    for ending in _ENDING.finditer(text, date[1], sentence[1]):
        is_joining = ending[0].strip(" ,").lower() in ("and", "but")
        if not is_joining or has_verb(text[sentence[0] : ending.start()]):
            return ending.start()
    return sentence[1]


def subject_before(words: str, *, owned: bool = False) -> tuple[str, str] | None:
    """The subject of a clause and all that follows it, without what comes before the subject.

    An `owned` one may be “its deficit”, where whose it is does not matter.
    """
    words = without_opening(words)
    verb = verb_of(words) or likely_verb(words)
    subject = words[: verb[0]].strip(" ,") if verb else ""
    if not verb or not subject or (OF_SOMEBODY.match(subject) and not owned):
        return None
    is_pronoun = PRONOUN.match(subject) and not (owned and OF_SOMEBODY.match(subject))
    return None if is_pronoun else (subject, words[verb[0] :])


def without_opening(words: str) -> str:
    """The words of a clause without those before its subject."""
    plain = OPENING.sub("", " ".join(words.split()).strip(" ,.;:"))
    return _JOINING.sub("", plain).strip(" ,.;:")


def without_relative(words: str) -> str:
    """The words without the beginning of a clause that was cut off: “the deal that Iran”."""
    relative = _RELATIVE_LEFT.search(words)
    is_cut = relative and not has_verb(f"it {relative[1]}")
    return words[: relative.start()] if relative and is_cut else words


# “without that notice” is no clause.
_RELATIVE_LEFT: Final = compile_pattern(
    r"(?:(?<!without)(?<!\bfor)(?<!\bof)(?<!\bat)(?<!\bby)(?<!\bin)(?<!\bon) that| which| who) ([^,]*)$"
)


def has_verb(words: str) -> bool:
    return verb_of(words) is not None


def verb_of(words: str) -> FromTo | None:
    """The first finite verb, after at least one word."""
    for word in _WORD.finditer(words):
        if word.start() and _is_verb(words, word):
            return word.start(), word.end()
    return None


def likely_verb(words: str) -> FromTo | None:
    """The first word that has the form and the place of a verb, where none is known: “handled”, “farms”."""
    for word in _WORD.finditer(words):
        lower = word[0]
        if not (word.start() and lower.islower()) or _NOT_A_VERB_AFTER.search(
            words, 0, word.start()
        ):
            continue
        is_followed = _AFTER_VERB.match(words, word.end())
        is_now = is_third_person(lower) or (
            lower.endswith("s") and word.end() == len(words.strip())
        )
        is_one = _ONE_BEFORE.search(words, 0, word.start())
        if is_followed and (may_be_past(lower) or (is_now and is_one)):
            return word.start(), word.end()
        if is_third_person(lower) and _NAME_BEFORE.search(words, 0, word.start()):
            return word.start(), word.end()
    return None


_NAME_BEFORE: Final = compile_later(
    r"(?:[A-Z][\w’'-]*|^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) [a-z]+[^s\W]) $"
)


_AFTER_VERB: Final = compile_pattern(
    r"\s*$|[ ](?:the|an?|its|his|her|their|that|to|by|at|in|on|for|from|about|around|nearly|almost|some|more|less|at"
    r"|up|down|only|just|over|out|[0-9£$€]|(?-i:[A-Z]))"
)
# One who acts, of whom a verb ends in “s”: a name, or a noun of one.
_ONE_BEFORE: Final = compile_pattern(r"(?:(?-i:[A-Z])[\w’'-]*|\b[a-z]+[^s\W]|, who|, which) $")


def leading_verb(words: str) -> str | None:
    """The words from their verb on, where they begin with it: “and passed a survey”."""
    start = _LEADING.match(words)
    at = start.end() if start else 0
    word = _WORD.match(words, at)
    if word is None or not word[0].islower():
        return None
    is_verb = word[0] in AUXILIARY or is_past(word[0])
    is_now = is_present(word[0]) and _AFTER_PRESENT.match(words, word.end())
    return words[at:] if is_verb or is_now else None


def _is_verb(words: str, word: re.Match[str]) -> bool:
    lower = word[0].lower()
    if _NOT_A_VERB_AFTER.search(words, 0, word.start()):
        return False
    if lower in AUXILIARY or (word[0].islower() and is_past(lower)):
        return True
    if not (word[0].islower() and _AFTER_PRESENT.match(words, word.end())):
        return False
    is_plural = is_plural_present(lower) and _PLURAL_BEFORE.search(words, 0, word.start())
    return is_present(lower) or bool(is_plural)
