"""Who said it: for each quotation of an article, whom the words around it name as its speaker.

The sentence of the quotation is read first, then what goes on from the quotation before, then the
sentence before. A pronoun or a description is followed to the person it is about.
"""

import re
from collections.abc import Sequence
from itertools import dropwhile

from dateline.frozen import dataclass
from dateline.language import FoundQuotation
from dateline.language.en.speakers.antecedents import Antecedents, Attribution, Paragraph
from dateline.language.en.speakers.clauses import (
    begins_with_speech,
    find_inverted,
    find_subject,
    is_said_by_nobody,
)
from dateline.language.en.speakers.noun_phrases import Subject, opening_subject
from dateline.language.en.speakers.tokens import Words
from dateline.language.en.speech import NAMING

Read = dict[tuple[int, int], Attribution | None]


def find_attributions(antecedents: Antecedents) -> Read:
    """By the passage's number and where a quotation begins in it: who speaks; None if nobody is read."""
    passages = antecedents.passages
    read: Read = {}
    for number, passage in enumerate(passages):
        for place, quoted in enumerate(passage.quotations):
            reader = _Place(antecedents, number, place, read)
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

    antecedents: Antecedents
    number: int
    place: int
    read: Read

    @property
    def passage(self) -> Paragraph:
        return self.antecedents.passages[self.number]

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
        return self._resolve(subject, start)

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
        passage = self.antecedents.passages[self.number - 1]
        if passage.quotations and not passage.text.rstrip().endswith(":"):
            return self.read[self.number - 1, passage.quotations[-1].start]
        first, _ = passage.sentence_at(max(0, len(passage.text) - 1))
        tokens = passage.tokens(first, len(passage.text))
        subject = find_subject(tokens) or _named_before_colon(tokens) or opening_subject(tokens)
        return self.antecedents.resolve(subject, self.number - 1, len(passage.text))

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
            return self._resolve(subject, begin)
        return self._of_passage_before() if self._is_all_speech() else None

    def _is_all_speech(self) -> bool:
        """Whether the paragraph is nothing but quotations, or begins with a long one."""
        return self._is_long() or not re.search(r"\w", self.passage.masked)

    def _resolve(self, subject: Subject | None, at: int) -> Attribution | None:
        return self.antecedents.resolve(subject, self.number, at)


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
