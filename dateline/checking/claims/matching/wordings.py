"""Whether a name or a quotation in a text that readers see stands in the article or the sheets."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Final, Self

from dateline.checking.basis.clock_sums import ClockSum, find_clock_sums
from dateline.checking.basis.findings import Findings, name_forms_of
from dateline.checking.claims.grounds.statements import Statement
from dateline.checking.claims.grounds.word_stems import stems_of
from dateline.checking.claims.matching.claim_slips import CALLED, NameWords, find_slips
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.times import DAY
from dateline.facts.wording import even
from dateline.frozen import dataclass
from dateline.language import FoundName, FoundQuotation, en
from dateline.language.en import FoundClock
from dateline.patterns import compile_later

_WORD: Final = compile_later(r"\w+")
# Quoted words up to this many may be a term that is spoken of: “Tehran” stands for its government.
_TERM: Final = 3
# A first name and a surname.
_WHOLE_NAME: Final = 2


def _flat(text: str) -> str:
    """The words alone, in lower case, so that one text is in another if its words are, in a row."""
    return f" {' '.join(_WORD.findall(even(text).text.casefold()))} "


@dataclass(frozen=True, kw_only=True)
class Wordings:
    """The article and the sheets as names and quoted words are looked for in them."""

    aliases: Mapping[str, str]
    blocks: Sequence[tuple[Block, str]]
    quoted: Sequence[tuple[Statement, str]]
    names: Sequence[tuple[Statement, str]]
    # Whose each word of a name is, by the words in lower case.
    owners: Mapping[str, frozenset[str]]
    people: frozenset[str]
    clocks: Sequence[str]
    clock_sums: Sequence[ClockSum]
    capitals: frozenset[str]
    # The names of the article that are in no sheet.
    unlisted: Sequence[str]
    words: frozenset[str]
    # Those of what the sheets say of places, and of the dateline.
    around: frozenset[str]
    lower: frozenset[str]
    slips: NameWords
    _found: dict[str, Sequence[FoundName]] = field(default_factory=dict, repr=False)
    _slips: dict[str, Sequence[tuple[FoundName, Statement]]] = field(
        default_factory=dict, repr=False
    )

    @classmethod
    def of(cls, briefing: Briefing, findings: Findings) -> Self:
        blocks = [(block, _flat(block.text)) for block in briefing.article.blocks]
        names = [(statement, _flat(statement.text)) for statement in _names(briefing)]
        owners: dict[str, set[str]] = defaultdict(set)
        for statement, own in names:
            for word in own.split():
                owners[word].add(statement.fact or statement.text)
        unlisted = list(_named(briefing, findings))
        for statement in unlisted:
            # Longer names may begin with an office, which several hold.
            if len(parts := _flat(statement.text).split()) == _WHOLE_NAME:
                for word in parts:
                    owners[word].add(statement.text)
        words = frozenset(word for _, text in blocks for word in text.split())
        written = {word for block, _ in blocks for word in _WORD.findall(block.text)}
        return cls(
            aliases=name_forms_of(briefing),
            blocks=blocks,
            quoted=[(each, _flat(each.text)) for each in _quotations(briefing, findings)],
            names=names,
            owners={word: frozenset(ids) for word, ids in owners.items()},
            people=frozenset(person.id for person in briefing.people),
            clock_sums=[
                each
                for block, _ in blocks
                for each in find_clock_sums(block.text, findings.quantities[block.number])
            ],
            clocks=[event.time for event in briefing.events if event.time],
            capitals=frozenset(word.casefold() for word in written if word[0].isupper()),
            unlisted=[_flat(each.text) for each in unlisted],
            words=words,
            around=frozenset(_words_around(briefing)),
            lower=frozenset(word for word in written if word.islower()),
            slips=NameWords.of(
                [*(each for each, _ in names if each.fact), *unlisted],
                words | owners.keys(),
            ),
        )

    @cached_property
    def name_stems(self) -> frozenset[str]:
        return stems_of(self.owners)

    @cached_property
    def begun(self) -> frozenset[str]:
        """The beginnings, of five letters or more, of the words that the article has without a capital."""
        return frozenset(word[:end] for word in self.lower for end in range(5, len(word) + 1))

    def find_names(self, text: str) -> Sequence[FoundName]:
        """The names in a text; many texts, such as topics, are those of several facts."""
        if text not in self._found:
            self._found[text] = en.find_names(text, aliases=self.aliases)
        return self._found[text]

    def find_slips(self, text: str) -> Sequence[tuple[FoundName, Statement]]:
        if text not in self._slips:
            self._slips[text] = list(find_slips(text, self.slips))
        return self._slips[text]

    @cached_property
    def times(self) -> frozenset[int]:
        """The times of day of the article and of the events, in minutes from midnight."""
        texts = (*(block.text for block, _ in self.blocks), *self.clocks)
        found = (time for text in texts for time in en.find_clock_times(text))
        return frozenset(minute for time in found for minute in time)

    def has_time(self, clock: FoundClock, before: str) -> bool:
        """Whether the article has a time of day, or one near it where the words are round: “shortly after 9pm”."""
        near = _rounded_to(clock, before)
        return any(
            any((time - minute) % DAY in near for time in self.times)
            or any(each.is_at(minute) for each in self.clock_sums)
            for minute in clock.minutes
        )

    @cached_property
    def _numbers(self) -> frozenset[str]:
        texts = (*(block.text for block, _ in self.blocks), *(each.text for each, _ in self.names))
        return frozenset(core for text in texts for core in _CORE.findall(even(text).text))

    @cached_property
    def _by_root(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.capitals:
            found[word[:_ROOT]].append(word)
        return found

    @cached_property
    def _initials(self) -> frozenset[str]:
        """The first letters of the names that have several words, "of" and "the" left out."""
        names = [words.split() for words in (*(own for _, own in self.names), *self.unlisted)]
        return frozenset(
            "".join(word[0] for word in words if word not in ("of", "the", "and", "for"))
            for words in names
            if len(words) > 1
        )

    def has_form_of(self, word: str) -> bool:
        """Whether the article has another form of a name: Hungarian of Hungary, or what EU is short for."""
        letters = re.sub(r"\W", "", word)
        if letters.isupper():
            return letters.casefold() in self._initials
        folded = word.casefold()
        alike = self._by_root.get(folded[:_ROOT], ())
        is_form = any(_is_adjective(*sorted((folded, own), key=len)) for own in alike)
        others = (_ADJECTIVES.get(folded, "-"), _STATES.get(folded, "-"), *_PLACES.get(folded, ()))
        return is_form or not self.capitals.isdisjoint(others)

    def is_surname(self, word: str) -> bool:
        """Whether a word ends the name of a person of the sheets or the article."""
        return word in self._last_words

    def has_first_name(self, fact: str) -> bool:
        """Whether somebody has a name of at least two words."""
        return any(len(own.split()) >= _WHOLE_NAME for _, own in self.names_of.get(fact, ()))

    def has_family(self, surname: str) -> bool:
        """Whether the article or a sheet has the people of a surname: the Penhallows, the Joneses."""
        plurals = (f" the {surname}s ", f" the {surname}es ")
        return any(each in own for _, own in (*self.blocks, *self.names) for each in plurals)

    @cached_property
    def _last_words(self) -> frozenset[str]:
        names = (words.split() for words in (*(own for _, own in self.names), *self.unlisted))
        return frozenset(words[-1] for words in names if words)

    @cached_property
    def names_of(self) -> Mapping[str, Sequence[tuple[Statement, str]]]:
        """The names of each fact, by its id."""
        found: dict[str, list[tuple[Statement, str]]] = defaultdict(list)
        for statement, own in self.names:
            found[statement.fact or ""].append((statement, own))
        return found

    def has_number(self, digits: str) -> bool:
        return digits in self._numbers

    def in_article(self, text: str) -> list[Statement]:
        words = _flat(text)
        block = next((block for block, own in self.blocks if words in own), None)
        return [_in_block(block, text)] if block else []


def _words_around(briefing: Briefing) -> Iterator[str]:
    for text in (*(place.what for place in briefing.places), briefing.front.dateline or ""):
        yield from _flat(text).split()


def _names(briefing: Briefing) -> Iterator[Statement]:
    for named in briefing.named:
        original = (named.original.text,) if named.original else ()
        for name in (named.name, *named.aliases, *original):
            yield Statement(text=name, fact=named.id, position=named.origin.of("name"))
    for source in briefing.sources:
        for text in (source.title, source.publisher, source.author):
            if text:
                yield Statement(text=text, position=source.origin.position)
    for author in briefing.front.authors:
        yield Statement(text=author, position=briefing.front.origin.of("authors"))


def _named(briefing: Briefing, findings: Findings) -> Iterator[Statement]:
    """The names of the article that are in no sheet."""
    for block in briefing.article.blocks:
        for found in findings.names[block.number]:
            if not found.known:
                span = Span(block=block.number, start=found.start, end=found.end)
                yield Statement(text=found.text, span=span, position=block.position(found.start))


def _quotations(briefing: Briefing, findings: Findings) -> Iterator[Statement]:
    for block in briefing.article.blocks:
        for found in findings.quotations[block.number]:
            span = Span(block=block.number, start=found.start, end=found.end)
            yield Statement(text=found.text, span=span, position=block.position(found.start))
    for fact in briefing.facts:
        for source in fact.source:
            if source.words:
                position = source.origin.of("words")
                yield Statement(text=source.words, fact=fact.id, position=position)


def _in_block(block: Block, text: str) -> Statement:
    start = max(block.text.casefold().find(text.casefold()), 0)
    span = Span(block=block.number, start=start, end=start + len(text))
    return Statement(text=text, span=span, position=block.position(start))


# Quotations


def quoting(found: FoundQuotation, wordings: Wordings) -> list[Statement] | None:
    """Where the quoted words are quoted, or stand as a term; None where they are nowhere so."""
    words = _flat(found.text)
    quoted = [statement for statement, own in wordings.quoted if words in own]
    if not quoted and len(words.split()) <= _TERM:
        quoted = wordings.in_article(found.text)
        quoted = quoted or [statement for statement, own in wordings.names if words in own]
    return quoted or (None if words.strip() else [])


# Numbers that the grammar does not read

_NUMBER: Final = compile_later(r"(?<![^\W_])[^\W\d_]*+\d(?:[\w.,:/-]*\w)?")
_CORE: Final = compile_later(r"\d(?:[\d.,:/-]*\d)?")
_ORDINAL: Final = compile_later(r"\d+(?:st|nd|rd|th)")
# How many characters after a number its "a.m." may take.
_CLOCK: Final = 6
# How many before it say that a time is shortly before or after.
_BEFORE: Final = 24
_ABOUT: Final = compile_later(
    r"\b(?:about|around|nearly|almost|approaching|roughly)\s+$", re.IGNORECASE
)


def _rounded_to(clock: FoundClock, before: str) -> Collection[int]:
    """How many minutes after a time the one that it rounds may be, within a day."""
    is_round = all(minute % 15 == 0 for minute in clock.minutes)
    if is_round and clock.side == "after":
        return range(_SOON)
    if is_round and clock.side == "before":
        return {0, *range(DAY - _SOON, DAY)}
    if all(minute % 5 == 0 for minute in clock.minutes) and _ABOUT.search(before):
        return {*range(_NEAR), *range(DAY - _NEAR, DAY)}
    return (0,)


# Less than so many minutes are “shortly after”, and “about”.
_SOON: Final = 21
_NEAR: Final = 11


def unread_numbers(text: str, wordings: Wordings) -> Iterator[FoundName]:
    """Words whose digits the article and the names do not have: 30-1, 1,8000; and other times."""
    if not _CORE.search(text):
        return
    evened = even(text)
    for word in _NUMBER.finditer(evened.text):
        core = _CORE.search(word[0])
        before = evened.text[max(0, word.start() - _BEFORE) : word.start()]
        window = before + evened.text[word.start() : word.end() + _CLOCK]
        times = [clock for clock in en.find_clocks(window) if clock.start >= len(before)]
        if times and wordings.times:
            is_known = any(wordings.has_time(clock, before) for clock in times)
        else:
            is_known = bool(times or _ORDINAL.fullmatch(word[0])) or not core
        if not is_known and not (core and wordings.has_number(core[0])):
            start, end = evened.original(word.start(), word.end())
            yield FoundName(start=start, end=end, text=text[start:end], known=None)


# Names

# The letters that a country and what is of that country share; and where they share fewer.
_ROOT: Final = 4
_ADJECTIVES: Final = {
    "germany": "german", "norway": "norwegian", "poland": "polish", "france": "french",
    "spain": "spanish", "wales": "welsh",
    "denmark": "danish", "netherlands": "dutch", "switzerland": "swiss", "ireland": "irish",
    "finland": "finnish", "turkey": "turkish", "britain": "british", "sweden": "swedish",
    "afghanistan": "afghan", "alps": "alpine", "antarctica": "antarctic", "bali": "balinese",
    "baltics": "baltic", "brittany": "breton", "catalonia": "catalan", "congo": "congolese",
    "cornwall": "cornish", "croatia": "croat", "cuba": "cuban", "cyprus": "cypriot",
    "czechia": "czech", "flanders": "flemish", "glasgow": "glaswegian", "greece": "greek",
    "holland": "dutch", "kazakhstan": "kazakh", "laos": "lao", "liverpool": "liverpudlian",
    "manchester": "mancunian", "moscow": "muscovite", "naples": "neapolitan", "niger": "nigerien",
    "normandy": "norman", "panama": "panamanian", "peru": "peruvian", "philippines": "filipino",
    "provence": "provencal", "rome": "roman", "serbia": "serb", "slovakia": "slovak",
    "texas": "texan", "thailand": "thai", "tuscany": "tuscan", "venice": "venetian",
}  # fmt: skip
# Countries of several words whose adjective is none of them.
_STATES: Final = {
    "czech republic": "czech", "united kingdom": "british", "united states": "american",
    "dominican republic": "dominican", "ivory coast": "ivorian", "south africa": "south african",
}  # fmt: skip
_PLACES: Final = {
    adjective: [place for place, own in _ADJECTIVES.items() if own == adjective]
    for adjective in _ADJECTIVES.values()
}


def is_opening_word(found: FoundName, text: str, wordings: Wordings) -> bool:
    """Whether it is a word that only its place gives a capital; not “Hamilton”, of its council."""
    word = found.text.casefold()
    is_lower = word in wordings.lower
    if not is_lower and (_is_place(word, wordings) or en.says_whose(text, found)):
        return False
    if not found.known and is_in_title_case(text) and _is_of_words(found, wordings):
        return True
    is_strange = is_lower or word not in wordings.words
    return is_strange and not found.known and en.may_be_a_word(text, found, stands_alone=False)


_LONG_WORD: Final = compile_later(r"[^\W\d_]{4,}")


def is_in_title_case(text: str) -> bool:
    """Whether most words have a capital, as in “New President Deepens Ties with Iraq”."""
    words = _LONG_WORD.findall(text)[1:]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 2 and capitals > 0.7 * len(words)


def _is_of_words(found: FoundName, wordings: Wordings) -> bool:
    """Whether the article has each of its words without a capital, a long one perhaps in another form."""
    words = re.findall(r"[^\W\d_]+", found.text.casefold())
    return all(
        word in wordings.lower or word[: max(5, len(word) - 3)] in wordings.begun for word in words
    )


def _is_place(word: str, wordings: Wordings) -> bool:
    """Whether it is a city, or a country where the article and the sheets have another one."""
    others = wordings.capitals | wordings.owners.keys() | wordings.around
    is_abroad = word in en.COUNTRIES and not others.isdisjoint(en.COUNTRIES - {word})
    return word in en.CITIES or is_abroad


def naming(found: FoundName, text: str, wordings: Wordings) -> list[Statement] | None:
    """Where the name stands; None where it is another one; nothing where it may be right."""
    if _is_called_otherwise(found, text, wordings):
        return None
    if found.known:
        if _has_another_first_name(found, text, wordings):
            return None
        return [statement for statement, _ in wordings.names_of.get(found.known, ())][:1]
    words = _flat(re.sub(r"['’]s?$", "", found.text))
    known = [statement for statement, own in wordings.names if words in own]
    if known := known or wordings.in_article(words):
        return known
    parts = words.split()
    if found.start == 0 and parts[1:2] == ["of"]:
        # In “Delay of Game 5” only its place may give the first word its capital.
        del parts[:2]
    if len(parts) == 1 and _is_of_family(parts[0], found, text, wordings):
        return []
    known_words = wordings.words | wordings.owners.keys() | wordings.around
    is_one = len(parts) == 1 or words.strip() in _STATES
    is_strange = not (is_one and wordings.has_form_of(found.text)) and any(
        word not in known_words for word in parts
    )
    return None if is_strange or _is_mixed(parts, wordings) else []


_THE: Final = compile_later(r"\b[Tt]he $")
_FAMILY: Final = compile_later(
    r"(?:['’]s)? (?:family|families|household|children|sisters|brothers|siblings|parents|home|house)\b"
)


def _is_of_family(word: str, found: FoundName, text: str, wordings: Wordings) -> bool:
    """Whether it is “the Penhallows”, of a Penhallow, or “the Penhallow family”, of the Penhallows."""
    if _THE.search(text, 0, found.start) and wordings.is_surname(word[:-1]):
        return True
    return _FAMILY.match(text, found.end) is not None and wordings.has_family(word)


_TITLE: Final = compile_later(rf"\b({'|'.join(CALLED)})\.? $", re.IGNORECASE)


def _is_called_otherwise(found: FoundName, text: str, wordings: Wordings) -> bool:
    """Whether the article has only a Mr Vosper, where a text has a Mrs Vosper; “Ann Vosper” may be either."""
    title = _TITLE.search(text, 0, found.start)
    name = _flat(found.text).strip()
    if title is None:
        return False
    before = [
        word
        for _, own in (*wordings.blocks, *wordings.names)
        if name in own
        for word in re.findall(rf"(\w*) {re.escape(name)} ", own)
    ]
    kinds = {CALLED.get(word, 0) for word in before}
    return len(kinds) == 1 and kinds.isdisjoint({0, CALLED[title[1].casefold()]})


_WORD_BEFORE: Final = compile_later(r"\w+(?= $)")


def with_word_before(found: FoundName, text: str) -> FoundName:
    """A name with the first name or title right before it, in which it may be another."""
    before = _WORD_BEFORE.search(text, 0, found.start)
    if before is None or not before[0][0].isupper():
        return found
    return replace(found, start=before.start(), text=text[before.start() : found.end])


def _has_another_first_name(found: FoundName, text: str, wordings: Wordings) -> bool:
    """Whether a first name that is not theirs stands right before the surname of somebody known by another."""
    before = _WORD_BEFORE.search(text, 0, found.start)
    if before is None or " " in found.text or found.known not in wordings.people:
        return False
    word = before[0].casefold()
    if owners := wordings.owners.get(word):
        return owners <= wordings.people and found.known not in owners
    if word in wordings.words:
        return False
    name = FoundName(start=before.start(), end=before.end(), text=before[0], known=None)
    is_weak = is_in_title_case(text) or en.may_be_a_word(text, name, stands_alone=False)
    return (
        before[0][0].isupper()
        and wordings.has_first_name(found.known)
        and en.is_given_name(word, may_be_a_word=is_weak)
    )


_ENDING: Final = compile_later(r"(?:ians?|ans?|ish|ese|ic|ine|is?)")


def _is_adjective(country: str, people: str) -> bool:
    """Whether the longer word may be what is of the shorter: Hungarian of Hungary."""
    return len(people) - len(country) < _ROOT and any(
        _ENDING.fullmatch(people[at:]) and country.startswith(people[: at - 1])
        for at in range(_ROOT, len(people))
    )


def _is_mixed(words: Iterable[str], wordings: Wordings) -> bool:
    """Whether words are of the names of several: a first name of one with the surname of another."""
    owners = [wordings.owners[word] for word in words if word in wordings.owners]
    return len(owners) > 1 and not frozenset.intersection(*owners)
