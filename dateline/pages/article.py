"""The article: its words marked, a link behind each passage, the facts beside their paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from dateline.facts.records import Named
from dateline.pages.addresses import words_id
from dateline.pages.edition import link_to_place
from dateline.pages.faces import Face, face_of
from dateline.pages.marks import Insertion, Mark, NameLink, annotate, behind, edit_blocks
from dateline.pages.markup import Element, Node, Text, elements, parse_html, render_html
from dateline.pages.shell import Shell, briefing_shell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.facts.article import Block
    from dateline.facts.records import Fact
    from dateline.pages.addresses import Here
    from dateline.pages.edition import Edition

WORDS_A_MINUTE = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A fact beside the paragraph that it stands in, under the number of its links there."""

    number: int
    face: Face


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph, heading, list or table of the story, and the facts that stand beside it."""

    html: Markup
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleContext:
    shell: Shell
    minutes: int
    story: tuple[Part, ...]


def article_context(edition: Edition) -> ArticleContext:
    """The article's page."""
    here = edition.here("article")
    front = edition.briefing.front
    return ArticleContext(
        shell=briefing_shell(
            edition, here, title="Article", description=front.standfirst, leads=True
        ),
        minutes=reading_minutes(edition),
        story=story(edition, here),
    )


def reading_minutes(edition: Edition) -> int:
    """How long the article takes to read, in whole minutes, at least one."""
    return max(1, round(edition.briefing.article.words / WORDS_A_MINUTE))


def story(edition: Edition, here: Here) -> tuple[Part, ...]:
    """The article in parts as they follow each other, with everything marked, linked and noted."""
    numbered, names = _number(edition), first_mentions(edition, here)
    edits = {
        block.number: _Annotation(edition, here, block, numbered, names.get(block.number, ()))
        for block in edition.briefing.article.blocks
    }
    body = edit_blocks(parse_html(edition.briefing.article.body), edits)
    parts = (node for node in body if isinstance(node, Element))
    first_seen = _first_blocks(edition)
    return tuple(
        Part(
            html=Markup(render_html([_without_numbers(part)])),  # noqa: S704 - sanitised when read
            notes=tuple(_notes(part, first_seen, numbered, edition, here)),
        )
        for part in parts
    )


# Which facts have a number, and which


def _number(edition: Edition) -> Mapping[str, int]:
    """Facts that have links and notes, numbered in the order in which their first words end."""
    ends = [
        (spans[0].block, spans[0].end, fact.id)
        for fact in edition.briefing.facts
        if not isinstance(fact, Named) and (spans := edition.spans.get(fact.id))
    ]
    order = sorted(ends, key=lambda one: one[:2])
    return {fact: number for number, (_, _, fact) in enumerate(order, start=1)}


def _first_blocks(edition: Edition) -> Mapping[int, list[str]]:
    """The facts whose first words stand in each block."""
    facts: dict[int, list[str]] = defaultdict(list)
    for fact, spans in edition.spans.items():
        if spans:
            facts[spans[0].block].append(fact)
    return facts


def _notes(
    part: Element,
    first_seen: Mapping[int, Sequence[str]],
    numbered: Mapping[str, int],
    edition: Edition,
    here: Here,
) -> Iterable[Note]:
    numbers = [one.get("data-block") for one in elements([part])]
    facts = [fact for n in numbers if n is not None for fact in first_seen.get(int(n), ())]
    for fact in sorted((one for one in facts if one in numbered), key=lambda one: numbered[one]):
        face = face_of(edition.briefing.fact_by_id[fact], edition, here)
        yield Note(number=numbered[fact], face=face)


# What is set into a block


@dataclass(frozen=True, slots=True)
class _Annotation:
    """Sets into one block all that belongs there."""

    edition: Edition
    here: Here
    block: Block
    numbered: Mapping[str, int]
    names: Sequence[NameLink]

    def __call__(self, element: Element) -> Element:
        return annotate(
            element, marks=self._marks(), insertions=tuple(self._links()), names=self.names
        )

    def _marks(self) -> list[Mark]:
        return [
            mark
            for fact in self.edition.briefing.facts
            for mark in marks_of(fact, self.edition, self.block.number)
        ]

    def _links(self) -> Iterable[Insertion]:
        for fact_id in self.numbered:
            for span in self.edition.spans[fact_id]:
                if span.block == self.block.number:
                    at = behind(self.block.text, span.end)
                    yield Insertion(at=at, element=self._link(fact_id))

    def _link(self, fact_id: str) -> Element:
        number = str(self.numbered[fact_id])
        face = face_of(self.edition.briefing.fact_by_id[fact_id], self.edition, self.here)
        label = f"{number}, {face.kind}: {face.name}"
        attributes = (("class", "ref"), ("href", face.href), ("aria-label", label))
        return Element(tag="a", attributes=attributes, children=(Text(number),), added=True)


def marks_of(fact: Fact, edition: Edition, block: int) -> list[Mark]:
    """The marks of a fact's words in a block; those of a name are quieter than the others."""
    classes = "evidence naming" if isinstance(fact, Named) else "evidence"
    return [
        Mark(start=span.start, end=span.end, id=words_id(fact.id, passage), classes=classes)
        for passage, span in enumerate(edition.spans.get(fact.id, ()), start=1)
        if span.block == block
    ]


def first_mentions(edition: Edition, here: Here) -> Mapping[int, list[NameLink]]:
    """Where the story first calls each person, organisation and place by name, block by block."""
    linked: dict[int, list[NameLink]] = defaultdict(list)
    done: set[str] = set()
    for block in edition.briefing.article.blocks:
        if block.kind in ("heading", "caption", "code"):
            continue
        last = 0
        for start, end, named in _mentions(block.text, edition.briefing.named):
            if named.id not in done and start >= last:
                href = link_to_place(edition, here, named)
                linked[block.number].append(NameLink(start=start, end=end, href=href))
                done.add(named.id)
                last = end
    return linked


def _mentions(text: str, named: Iterable[Named]) -> list[tuple[int, int, Named]]:
    """Every mention of a name in the text, in order; of those that begin together, longest first."""
    found = [
        (match.start(), match.end(), one)
        for one in named
        for name in (one.name, *one.aliases)
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
    ]
    return sorted(found, key=lambda mention: (mention[0], -mention[1]))


def _without_numbers(node: Element) -> Element:
    """The tree without the numbers of its blocks, which were for us."""
    attributes = tuple((k, v) for k, v in node.attributes if k != "data-block")
    children: tuple[Node, ...] = tuple(
        _without_numbers(child) if isinstance(child, Element) else child for child in node.children
    )
    return Element(tag=node.tag, attributes=attributes, children=children, added=node.added)
