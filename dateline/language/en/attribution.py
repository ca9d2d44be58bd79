"""Who said it: for each quotation of an article, whom the words around it name as its speaker.

The sentence of the quotation is read first, then what goes on from the quotation before, then the
sentence before. A pronoun or a description is followed to the person it is about.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import dropwhile, takewhile
from typing import Final

from dateline.facts.wording import sentences
from dateline.language import FoundName, FoundQuotation
from dateline.language.en.clauses import (
    Subject,
    Words,
    begins_with_speech,
    find_inverted,
    find_subject,
    is_said_by_nobody,
    opening_subject,
    read_tokens,
)
from dateline.language.en.name_words import DEMONYM, HEADS, INSTITUTIONS, OFFICES
from dateline.language.en.speech import (
    AUXILIARIES,
    CLAUSES,
    GIVEN,
    MEN,
    NAMING,
    OF_OTHERS,
    PREPOSITIONS,
    SPEAKING,
    WOMEN,
)

# "SPLIT, Croatia (Agency) — "
_DATELINE: Final = re.compile(r"[A-Z][A-Z’'.-]+[^.—–“\"]{0,50} [—–-]{1,2} (?=[A-Z“\"])")


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


Read = dict[tuple[int, int], Attribution | None]


def find_attributions(passages: Sequence[Paragraph], people: People) -> Read:
    """By the passage's number and where a quotation begins in it: who speaks; None if nobody is read."""
    about = cache(partial(Described.of, passages, people))
    read: Read = {}
    for number, passage in enumerate(passages):
        for place, quoted in enumerate(passage.quotations):
            reader = _Place(passages, number, place, about, read)
            read[number, quoted.start] = reader.attribution()
    _from_next(passages, read)
    return read


def _from_next(passages: Sequence[Paragraph], read: Read) -> None:
    """A quotation that goes on in the next paragraph may be attributed only there."""
    for number in reversed(range(len(passages) - 1)):
        passage, following = passages[number], passages[number + 1]
        last = passage.quotations[-1] if passage.quotations else None
        if (
            last
            and following.quotations
            and is_open(passage, last)
            and not read[number, last.start]
        ):
            read[number, last.start] = read[number + 1, following.quotations[0].start]


def is_open(passage: Paragraph, quoted: FoundQuotation) -> bool:
    """Whether a quotation ends with its paragraph without a closing mark."""
    return quoted.end == len(passage.text.rstrip()) and not passage.whole


@dataclass(frozen=True, slots=True)
class _Place:
    """One quotation of one passage, and what was read before it."""

    passages: Sequence[Paragraph]
    number: int
    place: int
    about: Callable[[], "Described"]
    read: Read

    @property
    def passage(self) -> Paragraph:
        return self.passages[self.number]

    @property
    def quoted(self) -> FoundQuotation:
        return self.passage.quotations[self.place]

    def attribution(self) -> Attribution | None:
        """The first of the ways to read who speaks that says something."""
        if self.passage.whole:
            return self._of_block()
        start, end = self.passage.bounds(self.quoted)
        first, _ = self.passage.sentence_at(start)
        before = self.passage.tokens(first, start)
        after = self._after(end)
        if is_said_by_nobody(after, directly=True) and not self._belongs_to_next(end):
            return None
        directly = begins_with_speech(after) and not self._belongs_to_next(end)
        if directly and (self._ends_in_a_comma() or not find_subject(before)):
            return self._resolve(find_inverted(after), end)
        found = self._of_sentence(before, after, start)
        if found or (is_said_by_nobody(after) and not self._belongs_to_next(end)):
            return found
        return self._going_on(first, start, before)

    def _of_sentence(self, before: Words, after: Words, start: int) -> Attribution | None:
        subject = find_subject(before)
        if not subject and after and after[0].word == "by":
            subject = _by_whom(after)
        if not subject and before and before[-1].kind == ":":
            subject = _named_before_colon(before)
        if not subject and self._is_long() and before and not self._is_named_so(before):
            subject = find_inverted(after) or opening_subject(before)
        elif not subject:
            subject = find_inverted(after)
        if not subject and self._is_open_ended():
            subject = _led_by_name(after, closely=not self._ends_in_a_comma())
        return self._resolve(subject, start) if subject else None

    def _after(self, end: int) -> Words:
        """The words after the quotation, up to the end of its sentence or the next quotation.

        After a mark that may end a sentence or not, up to the end of the next one.
        """
        text = self.passage.text
        stop = self.passage.sentence_at(min(end, len(text) - 1))[1]
        begin = re.compile(r"\s*").match(text, end)
        begins = begin.end() if begin else end
        if begins in self.passage.begins and self.quoted.text.rstrip()[-1:] in "?!…—–-":
            stop = self.passage.sentence_at(begins)[1]
        elif begins in self.passage.begins and begins > 0:
            return []
        return self.passage.tokens(end, min(stop, self._next_start()))

    def _next_start(self) -> int:
        following = self.passage.quotations[self.place + 1 : self.place + 2]
        return self.passage.bounds(following[0])[0] if following else len(self.passage.text)

    def _belongs_to_next(self, end: int) -> bool:
        """“Why?” Ray said: “…”: the words lead to the quotation after them."""
        if self._ends_in_a_comma():
            return False
        between = self.passage.text[end : self._next_start()].rstrip()
        return self._next_start() < len(self.passage.text) and between.endswith(":")

    def _is_open_ended(self) -> bool:
        """Whether the quotation ends with a mark after which the speaker is named."""
        return self.quoted.text.rstrip()[-1:] in ",?!…—–-"

    def _ends_in_a_comma(self) -> bool:
        return self.quoted.text.rstrip().endswith(",")

    def _is_long(self) -> bool:
        return len(self.quoted.text.split()) > 3

    def _is_named_so(self, before: Words) -> bool:
        return before[-1].word.lower() in NAMING

    def _of_block(self) -> Attribution | None:
        """A block quotation: the one whom the paragraph before it introduces, or who signs it."""
        signed = re.search(r"[—–-]\s*([^\n—–]{3,80})$", self.passage.text)
        if signed:
            names = [name for name in self.passage.names if name.start >= signed.start(1)]
            if names and names[0].start - signed.start(1) < 30:
                return Attribution(names=tuple(names[:1]), bodies=tuple(names[1:]))
        return self._of_passage_before()

    def _of_passage_before(self) -> Attribution | None:
        if not self.number:
            return None
        passage = self.passages[self.number - 1]
        if passage.quotations and not passage.text.rstrip().endswith(":"):
            return self.read[self.number - 1, passage.quotations[-1].start]
        first, _ = passage.sentence_at(max(0, len(passage.text) - 1))
        tokens = passage.tokens(first, len(passage.text))
        before = _Place(self.passages, self.number - 1, 0, self.about, self.read)
        subject = find_subject(tokens) or _named_before_colon(tokens) or opening_subject(tokens)
        return before._resolve(subject, len(passage.text)) if subject else None

    def _going_on(self, first: int, start: int, before: Words) -> Attribution | None:
        """“A,” she said. “B.”: the speaker of the quotation before, or the subject of the sentence."""
        if any(token.kind != "," for token in before):
            return None
        if self.place:
            earlier = self.passage.quotations[self.place - 1]
            between = self.passage.text[self.passage.bounds(earlier)[1] : start]
            if self.passage.sentence_at(earlier.start)[1] >= first or not between.strip():
                return self.read[self.number, earlier.start]
        if first:
            begin, _ = self.passage.sentence_at(first - 1)
            tokens = self.passage.tokens(begin, first)
            subject = find_subject(tokens) or opening_subject(tokens)
            return self._resolve(subject, begin) if subject else None
        return self._of_passage_before() if self._is_all_speech() else None

    def _is_all_speech(self) -> bool:
        """Whether the paragraph is nothing but quotations, or begins with a long one."""
        return self._is_long() or not re.search(r"\w", self.passage.masked)

    def _resolve(self, subject: Subject | None, at: int) -> Attribution | None:
        if subject is None:
            return None
        if subject.names:
            return Attribution(names=subject.names, bodies=subject.beside)
        if subject.pronoun:
            names = self._antecedents(subject.pronoun, at)
            return Attribution(names=names) if names else None
        return self._described(subject, at) if subject.description else None

    def _described(self, subject: Subject, at: int) -> Attribution | None:
        """“The mayor” is the only one so called; “the father of three” is the person named before."""
        word = subject.description[-1]
        names = self.about().whom(word) if subject.definite else ()
        if not (names or subject.beside) and subject.definite and is_of_person(word):
            names = self._antecedents(_gender_of(word), at)
        found = Attribution(names=names, bodies=subject.beside, described=True)
        return found if names or subject.beside else None

    def _antecedents(self, pronoun: str | None, at: int) -> tuple[FoundName, ...]:
        """Whom "she" means: the subject of the nearest sentence before that has a woman.

        Where the nearest may be one, and another before is one, either.
        """
        found: tuple[FoundName, ...] = ()
        for passage, begin, end in self._sentences_before(at):
            tokens = passage.tokens(begin, end)
            names = [name for name in passage.outside if begin <= name.start < end]
            meant = self.about().whom_of(tokens, names, pronoun)
            if meant and self.about().is_sure(meant, pronoun):
                return (*found, *meant)
            found = found or meant
        return found

    def _sentences_before(self, at: int) -> Iterator[tuple[Paragraph, int, int]]:
        """The sentence up to here, and those before it, three paragraphs back at most."""
        for number in range(self.number, max(-1, self.number - 4), -1):
            passage = self.passages[number]
            end = at if number == self.number else len(passage.text)
            for begin in reversed([begin for begin in passage.begins if begin < end]):
                yield passage, begin, end
                end = begin


def _gender_of(word: str) -> str | None:
    first = word.split("-", maxsplit=1)[0]
    return "he" if first in MEN else "she" if first in WOMEN else None


def is_of_person(word: str) -> bool:
    """Whether "the …" may be somebody whom the sentence before is about."""
    if _gender_of(word) or word.endswith(("-year-old", "-of-two", "-of-three", "-of-four")):
        return True
    is_person = word.endswith(_PERSONS) or DEMONYM.fullmatch(word)
    return bool(is_person) and word not in OF_OTHERS | OFFICES | INSTITUTIONS | HEADS


_PERSONS: Final = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant", "ent")


def _led_by_name(after: Words, *, closely: bool) -> Subject | None:
    """“…,” Ann Lee trilled: a name directly after the words speaks, whatever the verb is.

    “… came the answer from Ann Lee”, “… was Lee's reply”.
    """
    words = list(dropwhile(lambda word: word.kind in ",A", after))
    came = [at for at, word in enumerate(words) if at < 5 and word.word in ("from", "by")]
    if came and words[0].kind == "W":
        found = opening_subject(words[came[0] + 1 :])
        return found if found and found.names else None
    if not words or words[0].kind != "N":
        return None
    if words[0].owns:
        return opening_subject(words)
    return (
        None if closely and [word.kind for word in words] != ["N", "W"] else opening_subject(words)
    )


def _by_whom(after: Words) -> Subject | None:
    found = opening_subject(after[1:])
    return found if found and found.names else None


def _named_before_colon(before: Words) -> Subject | None:
    """“Ann Lee was blunt: …”, “The verdict from Ann Lee: …”."""
    own = [token for token in before if token.kind != ":"]
    for at in reversed(range(len(own))):
        if own[at].word in ("from", "by") and at < len(own) - 1:
            found = opening_subject(own[at + 1 :])
            if found and found.names:
                return found
    return opening_subject(own) if before and before[-1].kind == ":" else None


# People


_ROLE_BEFORE: Final = re.compile(r"(?:[\w’'-]+ ){1,5}$")
_APPOSED: Final = re.compile(
    r"\b(?:the|his|her|their|our|its|[\w]+['’]s) ([\w’' -]{3,40}), $", re.IGNORECASE
)
_ROLE_AFTER: Final = re.compile(
    r"(?:,(?! (?:and|but|who|whose|which|said|told)\b)| (?:is|was|has been|became|remains)) ([^,.;:()“”\"]{3,60})"
)
_NO_ROLE: Final = PREPOSITIONS | AUXILIARIES | CLAUSES | frozenset(SPEAKING) | frozenset(["and"])
_WORD: Final = re.compile(r"[\w-]+")
_PRONOUN: Final = re.compile(r"\b(?:he|she|his|her|himself|herself)\b", re.IGNORECASE)
_SHE_NEXT: Final = re.compile(r"(?:He|She)\b")
_HE: Final = frozenset(["he", "his", "himself"])


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
        """The only one whom the article describes by a word, or none."""
        fitting = [
            name
            for key, name in self.named.items()
            if word in self.roles[key] or word in name.text.lower().split()
        ]
        return tuple(fitting) if len(fitting) == 1 else ()

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


def _genders(
    passage: Paragraph, name: FoundName, words: Sequence[str], people: People
) -> Iterator[str]:
    """What title, role and given name say, and a pronoun in a sentence that is about somebody."""
    own = [word for word in words if word in MEN or word in WOMEN]
    first, *others = people.called(name).split()
    given = GIVEN.get(first.lower()) if others else None
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
        found = {word.lower() in _HE for word in _PRONOUN.findall(passage.masked, name.end, end)}
        if subject and name in subject.names and len(alone) == len(found) == 1:
            yield "he" if found.pop() else "she"
