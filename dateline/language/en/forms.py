"""The forms that a name may take in prose, and words that are not names."""

import re
from typing import Final

from dateline.language.en.name_words import HEADS, INSTITUTIONS
from dateline.language.en.words import (
    FUNCTION_WORDS,
    MONTHS,
    TITLES,
    compile_pattern,
    is_abbreviation,
    one_of,
)

_TITLE: Final = compile_pattern(
    rf"(?:(?:{one_of(TITLES)}|prime minister|vice president)\.?) "
    r"(?!(?:mayor|justice|chancellor|chief|general)\b)(?-i:(?=[A-Z]\S* \S))"
)
_INITIALS: Final = re.compile(r"(?<!\w)((?:[A-Z]\. ?){2,}|[A-Z]{2})(?= [A-Z][\w’'-]*[a-z])")
_RECASED: Final = re.compile(
    r"(?i:al|el|as|ash|an|ad|ar|at|az)[-‐][^\W\d_]|The [^\W\d_]|[^\W\d_A-Z](?!\w*[A-Z])"
)
_NOBODY: Final = FUNCTION_WORDS | frozenset("""hers theirs ours yours mine ones""".split())


def name_forms(name: str) -> tuple[str, ...]:
    """A name as prose may write it: without its title, initials three ways, its article in either case.

    "Sir Alan Prout" is "Alan Prout" too, "JK Dunne" "J.K. Dunne" and "J. K. Dunne", "al-Abbassi"
    "Al-Abbassi", "the central bank" "The central bank". The name itself comes first.
    """
    bare = _TITLE.sub("", name) if _TITLE.match(name) else name
    spelt = [form for spelling in (name, bare) for form in _with_initials(spelling)]
    # Either case may begin a sentence, or an Arabic name.
    recased = [form[:1].swapcase() + form[1:] for form in spelt if _RECASED.match(form)]
    return tuple(dict.fromkeys([*spelt, *recased]))


def _with_initials(name: str) -> list[str]:
    found = _INITIALS.search(name)
    if found is None:
        return [name]
    letters = [letter for letter in found[0] if letter.isalpha()]
    ways = ("".join(letters), ".".join(letters) + ".", ". ".join(letters) + ".")
    return [name, *(name[: found.start()] + way + name[found.end() :] for way in ways)]


def is_nobody(word: str) -> bool:
    """Whether a word like "the" or "its" could mean anybody; "US" and "WHO" are names."""
    return word.casefold() in _NOBODY and not is_abbreviation(word)


def is_also_a_word(surname: str, text: str) -> bool:
    """Whether a surname is a month, or a text has it as another word or as a place: "in London"."""
    if surname.lower() in MONTHS:
        return True
    word = re.escape(surname)
    return bool(re.search(rf"\b(?:{word.lower()}|(?:in|near|at|outside) {word})\b", text))


def may_be_a_person(name: str) -> bool:
    """Whether a name that no sheet has looks like a person's: two or three words, none of a body."""
    words = name.split()
    plain = [word.lower() for word in words]
    is_body = (
        plain[-1] in INSTITUTIONS | HEADS
        or plain[0] in HEADS
        or {"of", "for", "and", "&"} & {*plain}
    )
    return len(words) in (2, 3, 4) and not is_body and not any(word.isupper() for word in words[1:])
