"""Whether a name or a quotation in a text that readers see stands in the article or the sheets."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from dateline.checking.claim_slips import NameWords, find_slips
from dateline.checking.findings import Findings, name_forms_of
from dateline.checking.statements import Statement
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.wording import even
from dateline.language import FoundName, FoundQuotation, en

_WORD: Final = re.compile(r"\w+")
# Quoted words up to this many may be a term that is spoken of: “Tehran” stands for its government.
_TERM: Final = 3


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
    words: frozenset[str]
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
        words = frozenset(word for _, text in blocks for word in text.split())
        written = {word for block, _ in blocks for word in _WORD.findall(block.text)}
        return cls(
            aliases=name_forms_of(briefing),
            blocks=blocks,
            quoted=[(each, _flat(each.text)) for each in _quotations(briefing, findings)],
            names=names,
            owners={word: frozenset(ids) for word, ids in owners.items()},
            people=frozenset(person.id for person in briefing.people),
            words=words,
            lower=frozenset(word for word in written if word.islower()),
            slips=NameWords.of(
                [*(each for each, _ in names if each.fact), *_named(briefing, findings)],
                words | owners.keys(),
            ),
        )

    def find_names(self, text: str) -> Sequence[FoundName]:
        """The names in a text; many texts, such as topics, are those of several facts."""
        if text not in self._found:
            self._found[text] = en.find_names(text, aliases=self.aliases)
        return self._found[text]

    def find_slips(self, text: str) -> Sequence[tuple[FoundName, Statement]]:
        if text not in self._slips:
            self._slips[text] = list(find_slips(text, self.slips))
        return self._slips[text]

    def in_article(self, text: str) -> list[Statement]:
        words = _flat(text)
        return [_in_block(block, text) for block, own in self.blocks if words in own][:1]


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


# Names


def is_opening_word(found: FoundName, text: str, wordings: Wordings) -> bool:
    """Whether it is a word that only its place gives a capital."""
    word = found.text.casefold()
    is_strange = word in wordings.lower or word not in wordings.words
    return is_strange and not found.known and en.may_be_a_word(text, found, stands_alone=False)


def naming(found: FoundName, text: str, wordings: Wordings) -> list[Statement] | None:
    """Where the name stands; None where it is another one; nothing where it may be right."""
    if found.known:
        if _has_first_name_of_another(found, text, wordings):
            return None
        return [statement for statement, _ in wordings.names if statement.fact == found.known][:1]
    words = _flat(re.sub(r"['’]s?$", "", found.text))
    known = [statement for statement, own in wordings.names if words in own]
    if known := known or wordings.in_article(words):
        return known
    parts = words.split()
    is_strange = any(word not in wordings.words | wordings.owners.keys() for word in parts)
    return None if is_strange or _is_mixed(parts, wordings) else []


_WORD_BEFORE: Final = re.compile(r"\w+(?= $)")


def _has_first_name_of_another(found: FoundName, text: str, wordings: Wordings) -> bool:
    """Whether a word of other people's names stands right before a surname."""
    before = _WORD_BEFORE.search(text, 0, found.start)
    owners = wordings.owners.get(before[0].casefold(), frozenset()) if before else frozenset()
    is_person = bool(owners) and owners <= wordings.people and found.known in wordings.people
    return is_person and " " not in found.text and found.known not in owners


def _is_mixed(words: Iterable[str], wordings: Wordings) -> bool:
    """Whether words are of the names of several: a first name of one with the surname of another."""
    owners = [wordings.owners[word] for word in words if word in wordings.owners]
    return len(owners) > 1 and not frozenset.intersection(*owners)
