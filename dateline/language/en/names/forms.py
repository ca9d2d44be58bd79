"""The forms that a name may take in prose, and words that are not names."""

import re
from typing import Final

from dateline.language import FoundName
from dateline.language.en.name_words import (
    BEFORE_OFFICE,
    DEMONYM,
    HEADS,
    INSTITUTIONS,
    LAND_SURNAMES,
    LINKS,
    OFFICES,
    OPENERS,
    PORTFOLIOS,
)
from dateline.language.en.speech import GIVEN, ROLES
from dateline.language.en.words import (
    FUNCTION_WORDS,
    MONTHS,
    TITLES,
    WEEKDAYS,
    compile_pattern,
    is_abbreviation,
    one_of,
)
from dateline.patterns import compile_later

_TITLE: Final = compile_pattern(
    rf"(?:(?:{one_of(TITLES)}|prime minister|vice president)\.?) "
    r"(?!(?:mayor|justice|chancellor|chief|general)\b)(?-i:(?=[A-Z]\S* \S))"
)
_INITIALS: Final = compile_later(r"(?<!\w)((?:[A-Z]\. ?){2,}|[A-Z]{2})(?= [A-Z][\w’'-]*[a-z])")
_RECASED: Final = compile_later(
    r"(?i:al|el|as|ash|an|ad|ar|at|az)[-‐][^\W\d_]|The [^\W\d_]|[^\W\d_A-Z](?!\w*[A-Z])"
)
# Without these words, and those that join others, a name is another one.
_TELLING: Final = frozenset(
    """the and & north south east west northern southern eastern western north-east north-west
    south-east south-west new old upper lower great greater inner outer central mid middle little
    young junior senior second third former deputy vice lord saint st st. los las san santa""".split()
)
_NOBODY: Final = FUNCTION_WORDS | frozenset("""hers theirs ours yours mine ones""".split())
_SMALL_WORDS: Final = LINKS | FUNCTION_WORDS
_NEVER_A_PERSON: Final = OPENERS | OFFICES | BEFORE_OFFICE | PORTFOLIOS | ROLES | WEEKDAYS.keys()
_OF_BODIES: Final = INSTITUTIONS | HEADS


def name_forms(name: str) -> tuple[str, ...]:
    """A name as prose may write it: without its title, initials three ways, its article in either case.

    "Sir Alan Prout" is "Alan Prout" too, "JK Dunne" "J.K. Dunne" and "J. K. Dunne", "al-Abbassi"
    "Al-Abbassi", "the central bank" "The central bank", "Home ministry" "home ministry", "the auditors"
    "its auditors". The name itself comes first.
    """
    bare = _TITLE.sub("", name) if _TITLE.match(name) else name
    spelt = [form for spelling in (name, bare) for form in _with_initials(spelling)]
    # Either case may begin a sentence, or an Arabic name.
    recased = [
        form[:1].swapcase() + form[1:]
        for form in spelt
        if _RECASED.match(form) or _is_of_common_nouns(form)
    ]
    owned = [
        _ARTICLE.sub(owner, form) for form in spelt for owner in _OWNERS if _ARTICLE.match(form)
    ]
    # “The coroner’s office” is one name, and not the coroner.
    whole = [f"the {form[:1].lower()}{form[1:]}" for form in spelt if _is_of_common_nouns(form)]
    return tuple(dict.fromkeys([*spelt, *recased, *owned, *whole]))


# “The auditors” of a story are “its auditors” too; “the Netherlands” are nobody's.
_ARTICLE: Final = compile_later(r"the (?=[a-z])")
_OWNERS: Final = ("its ", "their ")


def _is_of_common_nouns(name: str) -> bool:
    """“Home ministry”, “Coroner’s office”, not “Home Ministry” or “Rose”: only a heading gives it its capital."""
    first, *others = name.split() or [""]
    is_opening = first[:1].isupper() and first[1:].islower()
    return is_opening and others != [] and all(map(str.islower, others))


def without_title(name: str) -> str:
    """The name after “Mr”, “Dr” or another title, a surname alone too."""
    return _TITLE_ALONE.sub("", name)


_TITLE_ALONE: Final = compile_pattern(rf"^(?:{one_of(TITLES)})\.? (?-i:(?=[A-Z]))")


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


def is_of_place(before: str, name: str) -> bool:
    """Whether a name, with these words before it, is that of a place by itself: “north of England”, “the Elbe”."""
    is_body = name.rsplit(maxsplit=1)[-1].lower() in INSTITUTIONS
    return not is_body and _PLACED.search(before) is not None


_PLACED: Final = compile_pattern(
    r"\b(?:(?:in|into|inside|across|along|(?:north|south|east|west|coast|whole) of) (?:the )?|(?-i:the )) ?$"
)


def short_forms(name: str, *, is_person: bool) -> list[str]:
    """The ends of a name that prose may give instead of it, the longest first.

    "Harbour Trust" of the Ostrow Harbour Trust, "Holm" of Pia Holm; but not "England" of the Bank of
    England, "South Wales" of New South Wales, or "Mayor of London" of the Lord Mayor of London. An
    end in lower case needs its article: "the harbour trust".
    """
    parts = name.split()
    plain = [part.lower() for part in parts]
    joint = (at for at, word in enumerate(plain) if word in _SMALL_WORDS and at)
    ends = [
        at
        for at in range(1, next(joint, len(parts)))
        if plain[at - 1] not in _TELLING and plain[at] not in OFFICES
    ]
    last = len(parts) - 1
    is_short = parts[-1][:1].isupper() and (is_person or plain[-1] in INSTITUTIONS)
    found = (" ".join(parts[at:]) for at in ends if at < last or is_short)
    return [end if end[0].isupper() else f"the {end}" for end in found]


def may_precede_a_name(word: str) -> bool:
    """Whether a capitalised word before a name is no part of it: “Mr”, “Yesterday”, “Danish”, “Ostrow,”."""
    plain = word.lower().rstrip(".")
    return (
        word[-1] in ',;:”"’)—–-' or plain in _NEVER_A_PERSON or DEMONYM.fullmatch(plain) is not None
    )


def may_be_a_person(name: str) -> bool:
    """Whether a name that no sheet has looks like a person's: two or three words, none of a body."""
    words = name.split()
    plain = [word.lower() for word in words]
    is_body = plain[-1] in _OF_BODIES or plain[0] in HEADS or {"of", "for", "and", "&"} & {*plain}
    is_model = any(sign.isdigit() for sign in name)
    is_other = is_body or is_model or any(word.isupper() for word in words[1:])
    return len(words) in (2, 3, 4) and not is_other


def is_called_as_land(name: str) -> bool:
    """“Mary Lane”: a given name, and a surname that is a word for a place."""
    first, _, last = name.lower().rpartition(" ")
    return first in GIVEN and last in LAND_SURNAMES


# Bodies of which a headline says first whose they are: "Hamilton council passes …".
_BODIES: Final = compile_pattern(
    r" (?:(?:city|town|county|district|regional|borough|high|crown|general|state) )?(?:council|councillors?"
    r"|police|mayor|parliament|government|university)\b"
)
# Words that say what sort of council it is.
_DESCRIBES: Final = compile_pattern(
    r"(?:[a-z]+(?:ed|ing|ly|ish|ous|ful|less|able|ible|ive|ic|[cnrtv]al|ant|wide|free|led|run|torn|hit)|new|old|full"
    r"|split|rebel|local|labour|labor|tory|green|liberal|joint|shadow|whole|entire|small|big|rich|poor|angry"
    r"|busy|weary|wary|next|top|lower|upper|anti|riot|border|traffic|transport|military|secret|human|appeals?"
    r"|family|youth|student|children's|women's|broke|bankrupt|hung|caretaker|interim|minority|majority"
    r"|coalition|unity|army|civil|railways?|motorway|highway|river|harbour|village|city|town|county|campus|airport|port"
    r"|forest|park|drugs?|vice|morality|tourist|dog|district|parish|field|works|security|rump|press"
    r"|workers'|teaching|private|public|state|ex|former|foreign|rival|both|most|more|fewer)"
)


def says_whose(text: str, name: FoundName) -> bool:
    """Whether a text begins with the name of a place or a people and with a body of it."""
    is_first = not text[: name.start].strip() and " " not in name.text
    described = _DESCRIBES.fullmatch(name.text.rsplit("-", 1)[-1])
    return is_first and _BODIES.match(text, name.end) is not None and not described
