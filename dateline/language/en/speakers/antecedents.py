"""Whom a subject is: the people that pronouns and descriptions of an article are about."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Final
from unicodedata import combining, normalize

from dateline.facts.wording import sentences
from dateline.frozen import dataclass
from dateline.language import FoundName, FoundQuotation
from dateline.language.en.name_words import DEMONYM, HEADS, INSTITUTIONS, OFFICES
from dateline.language.en.speakers.clauses import find_subject
from dateline.language.en.speakers.noun_phrases import Subject, opening_subject
from dateline.language.en.speakers.tokens import Words, read_tokens
from dateline.language.en.speech import (
    AUXILIARIES,
    CLAUSES,
    GIVEN,
    MEN,
    OF_COURTS,
    OF_OTHERS,
    PREPOSITIONS,
    SPEAKING,
    WOMEN,
)
from dateline.patterns import compile_later

# "SPLIT, Croatia (Agency) — "
_DATELINE: Final = compile_later(r"[A-Z][A-Z’'.-]+[^.—–“\"]{0,50} [—–-]{1,2} (?=[A-Z“\"])")


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A block of an article with its names and quotations; `whole` where all of it is one quotation."""

    text: str
    names: Sequence[FoundName]
    quotations: Sequence[FoundQuotation]
    whole: bool = False

    @cached_property
    def masked(self) -> str:
        """The text with a comma at both ends of a quotation and nothing between."""
        letters = list(self.text)
        for quoted in self.quotations:
            start, end = self.bounds(quoted)
            letters[start:end] = "," + " " * (end - start - 2) + "," if end - start > 1 else ","
        return "".join(letters)

    def bounds(self, quoted: FoundQuotation) -> tuple[int, int]:
        """Where a quotation is, with its marks."""
        return max(0, quoted.start - 1), min(len(self.text), quoted.end + 1)

    @cached_property
    def outside(self) -> Sequence[FoundName]:
        """The names that are not in a quotation."""
        spans = [self.bounds(quoted) for quoted in self.quotations]
        return [name for name in self.names if not any(a <= name.start < b for a, b in spans)]

    @cached_property
    def begins(self) -> Sequence[int]:
        """Where each sentence begins; what is between quotation marks is one with its sentence."""
        spans = [self.bounds(quoted) for quoted in self.quotations]
        starts = [start for start, _ in sentences(self.text)]
        dateline = _DATELINE.match(self.text)
        starts += [dateline.end()] if dateline else []
        inside = {at for at in starts for a, b in spans if a < at < b}
        return sorted({0, *starts} - inside)

    def sentence_at(self, at: int) -> tuple[int, int]:
        number = bisect_right(self.begins, at)
        end = self.begins[number] if number < len(self.begins) else len(self.text)
        return self.begins[number - 1], end

    def tokens(self, start: int, end: int) -> Words:
        return read_tokens(self.masked, self.outside, start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whom the words name: any of `names` may have spoken, for one of `bodies`.

    `described` where the words say only what the speaker is: "the mayor", "the ministry's spokesman".
    """

    names: tuple[FoundName, ...]
    bodies: tuple[FoundName, ...] = ()
    described: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """What the grammar must know of names: who is a person, and who is the same person.

    `called` is the full name, and `role` what somebody is, as far as the sheets have it.
    """

    is_person: Callable[[FoundName], bool]
    same: Callable[[FoundName], str]
    called: Callable[[FoundName], str]
    role: Callable[[FoundName], str]


@dataclass(frozen=True, kw_only=True)
class Antecedents:
    """What the words of an article before a subject say of who it is."""

    passages: Sequence[Paragraph]
    people: People

    @cached_property
    def about(self) -> "Described":
        return Described.of(self.passages, self.people)

    def resolve(self, subject: Subject | None, number: int, at: int) -> Attribution | None:
        if subject is None:
            return None
        if subject.names:
            return Attribution(names=subject.names, bodies=subject.beside)
        if subject.pronoun:
            names = self._antecedents(subject.pronoun, number, at)
            return Attribution(names=names) if names else None
        return self._described(subject, number, at) if subject.description else None

    def _described(self, subject: Subject, number: int, at: int) -> Attribution | None:
        """“The mayor” is the only one so called; “the father of three” is the person named before."""
        word = subject.description[-1]
        word = "court" if word in OF_COURTS else word
        names = self.about.whom(word) if subject.definite else ()
        if not (names or subject.beside) and subject.definite and is_of_person(word):
            names = self._antecedents(_gender_of(word), number, at)
        bodies = subject.beside
        if not (names or bodies or subject.definite) and word in _FOR_BODIES:
            bodies = self._body_before(number, at)
        found = Attribution(names=names, bodies=bodies, described=True)
        return found if names or bodies else None

    def _body_before(self, number: int, at: int) -> tuple[FoundName, ...]:
        """The body that the sentence before in the paragraph is about: “A spokesman said” speaks for it."""
        passage = self.passages[number]
        start, _ = passage.sentence_at(at)
        if not start:
            return ()
        begin, end = passage.sentence_at(start - 1)
        inside = [name for name in passage.outside if begin <= name.start < end]
        return self.about.whom_of(passage.tokens(begin, end), inside, "it")

    def _antecedents(self, pronoun: str | None, number: int, at: int) -> tuple[FoundName, ...]:
        """Whom "she" means: the subject of the nearest sentence before that has a woman.

        Where the nearest may be one, and another before is one, either.
        """
        found: tuple[FoundName, ...] = ()
        for passage, begin, end in self._sentences_before(number, at):
            tokens = passage.tokens(begin, end)
            names = [name for name in passage.outside if begin <= name.start < end]
            meant = self.about.whom_of(tokens, names, pronoun)
            if meant and self.about.is_sure(meant, pronoun):
                return (*found, *meant)
            if meant and passage is self.passages[number] and self._is_alone(tokens, names):
                return (*found, *meant)
            found = found or meant
        return found

    def _is_alone(self, tokens: Words, names: Sequence[FoundName]) -> bool:
        """Whether a sentence of the same paragraph names only one, its subject: “Ari Holm waited. He …”."""
        subject = opening_subject(tokens)
        return subject is not None and tuple(names) == subject.names

    def _sentences_before(self, number: int, at: int) -> Iterator[tuple[Paragraph, int, int]]:
        """The sentence up to here, and those before it, three paragraphs back at most."""
        for place in range(number, max(-1, number - 4), -1):
            passage = self.passages[place]
            end = at if place == number else len(passage.text)
            for begin in reversed([begin for begin in passage.begins if begin < end]):
                yield passage, begin, end
                end = begin


_FOR_BODIES: Final = frozenset(["spokesman", "spokeswoman", "spokesperson"])


def _gender_of(word: str) -> str | None:
    first = word.split("-", maxsplit=1)[0]
    return "he" if first in MEN else "she" if first in WOMEN else None


def is_of_person(word: str) -> bool:
    """Whether "the …" may be somebody whom the sentence before is about."""
    if _gender_of(word) or word.endswith(("-year-old", "-of-two", "-of-three", "-of-four")):
        return True
    is_person = word.endswith(_PERSONS) and not word.endswith(_THINGS)
    return bool(is_person or DEMONYM.fullmatch(word)) and word not in _NO_PERSONS


_NO_PERSONS: Final = OF_OTHERS | OFFICES | INSTITUTIONS | HEADS
_THINGS: Final = ("ment", "sent", "paper", "letter", "register", "tracker")
_PERSONS: Final = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant", "ent")


_ROLE_BEFORE: Final = compile_later(r"(?:[\w’'-]+ ){1,5}$")
_APPOSED: Final = compile_later(
    r"\b(?:the|his|her|their|our|its|[\w]+['’]s) ([\w’' -]{3,40}), $", re.IGNORECASE
)
_ROLE_AFTER: Final = compile_later(
    r"(?:,(?! (?:and|but|who|whose|which|said|told)\b)| (?:is|was|has been|became|remains)) ([^,.;:()“”\"]{3,60})"
)
_NO_ROLE: Final = PREPOSITIONS | AUXILIARIES | CLAUSES | frozenset(SPEAKING) | frozenset(["and"])
_WORD: Final = compile_later(r"[\w-]+")
_PRONOUN: Final = compile_later(r"\b(?:he|she|his|her|himself|herself)\b", re.IGNORECASE)
_SHE_NEXT: Final = compile_later(r"(?:He|She)\b")
_HE: Final = frozenset(["he", "his", "himself"])
# "Ann Lee said he had slept": perhaps somebody else, if she is a "she" further on in the paragraph.
_SAID_HE: Final = compile_later(
    rf"\b(?:{'|'.join(SPEAKING)})(?: that)? (?:he|she)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What an article says of its people: whether each is "he" or "she", and what they are."""

    people: People
    gender: Mapping[str, str]
    roles: Mapping[str, frozenset[str]]
    named: Mapping[str, FoundName]

    @classmethod
    def of(cls, passages: Sequence[Paragraph], people: People) -> "Described":
        votes: dict[str, list[str]] = {}
        roles: dict[str, set[str]] = {}
        named: dict[str, FoundName] = {}
        for passage in passages:
            for name in passage.outside:
                key = people.same(name)
                named.setdefault(key, name)
                words = _words_beside(passage, name)
                roles.setdefault(key, set(people.role(name).lower().split())).update(words)
                if people.is_person(name):
                    votes.setdefault(key, []).extend(_genders(passage, name, words, people))
        return cls(
            people=people,
            gender={key: found[0] for key, found in votes.items() if len(set(found)) == 1},
            roles={key: frozenset(words) for key, words in roles.items()},
            named=named,
        )

    def whom(self, word: str) -> tuple[FoundName, ...]:
        """The only one whom the article describes by a word, or whose name ends with it; or none."""
        fitting = [
            name
            for key, name in self.named.items()
            if word in self.roles[key] or word in name.text.lower().split()
        ]
        bodies = [name for name in fitting if word in _nouns_of(name.text.lower())]
        return tuple(fitting if len(fitting) == 1 else bodies if len(bodies) == 1 else ())

    def whom_of(
        self, tokens: Words, names: Sequence[FoundName], pronoun: str | None
    ) -> tuple[FoundName, ...]:
        """Those of a sentence's people whom a pronoun may mean: its subject before others."""
        subject, spoken = opening_subject(tokens), find_subject(tokens)
        if subject and subject.pronoun and pronoun in (None, subject.pronoun):
            return ()
        first = [name for found in (subject, spoken) if found for name in found.names]
        if pronoun in ("it", "they"):
            return tuple(name for name in first if not self.people.is_person(name))
        persons = [name for name in names if self.people.is_person(name)]
        leading = [name for name in persons if name in first and self._fits(name, pronoun)]
        sure = [name for name in persons if self._gender(name) == pronoun]
        if leading and (leading[0] in sure or not sure):
            return (leading[0],)
        if sure or leading:
            return tuple(dict.fromkeys([*sure, *leading]))
        return tuple(name for name in persons if self._fits(name, pronoun))

    def is_sure(self, names: Sequence[FoundName], pronoun: str | None) -> bool:
        return pronoun not in ("he", "she") or any(self._gender(name) == pronoun for name in names)

    def _gender(self, name: FoundName) -> str | None:
        return self.gender.get(self.people.same(name))

    def _fits(self, name: FoundName, pronoun: str | None) -> bool:
        return pronoun is None or self._gender(name) in (None, pronoun)


def _nouns_of(name: str) -> tuple[str, ...]:
    """What a body with that name is: “court” of “Court of Appeal” and of “Crown Court”."""
    *_, last = name.split()
    *_, head = name.partition(" of ")[0].split()
    return head, last


def _words_beside(passage: Paragraph, name: FoundName) -> list[str]:
    """The title and the role that stand beside a name: “harbour minister Ann Lee”, “Ann Lee, the mayor”."""
    text, begin = passage.masked, max(0, name.start - 60)
    before, apposed = (
        pattern.search(text, begin, name.start) for pattern in (_ROLE_BEFORE, _APPOSED)
    )
    after = _ROLE_AFTER.match(text, name.end)
    title = reversed(_WORD.findall(before[0].lower())) if before else ()
    words = list(takewhile(lambda word: word not in _NO_ROLE, title))
    for found in (apposed, after):
        role = _WORD.findall(found[1].lower()) if found else []
        words += takewhile(lambda word: word not in _NO_ROLE or word == "of", role)
    return words


def _unaccented(word: str) -> str:
    """“Siân” as “sian”."""
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign))


def _genders(
    passage: Paragraph, name: FoundName, words: Sequence[str], people: People
) -> Iterator[str]:
    """What title, role and given name say, and a pronoun in a sentence that is about somebody."""
    own = [word for word in words if word in MEN or word in WOMEN]
    first, *others = people.called(name).split()
    given = GIVEN.get(_unaccented(first.lower())) if others else None
    if own:
        yield "he" if own[0] in MEN else "she"
    elif given:
        yield given
    else:
        begin, end = passage.sentence_at(name.start)
        after = _SHE_NEXT.match(passage.masked, end)
        end = after.end() if after else end
        subject = opening_subject(passage.tokens(begin, end))
        near = [other for other in passage.outside if begin <= other.start < end]
        alone = {people.same(other) for other in near if people.is_person(other)}
        if _SAID_HE.search(passage.masked, name.end, end):
            end = len(passage.masked)
        found = {word.lower() in _HE for word in _PRONOUN.findall(passage.masked, name.end, end)}
        if subject and name in subject.names and len(alone) == len(found) == 1:
            yield "he" if found.pop() else "she"
