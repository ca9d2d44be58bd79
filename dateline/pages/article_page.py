"""The article: its words marked, a link after each passage, the facts beside their paragraph."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from dateline.facts.article import FIGURE, FILE, Block, Element, Span, elements
from dateline.facts.records import Fact, Named, Quotation
from dateline.frozen import dataclass
from dateline.pages.addresses import Here, page_of, words_id
from dateline.pages.cards.change_log import CorrectionEntry, corrections_of
from dateline.pages.cards.fact_link import beginning, fact_link
from dateline.pages.cards.picture_card import picture_card
from dateline.pages.edition import Edition, FactPassage, link_to_place
from dateline.pages.inline import FactLink
from dateline.pages.machines import structured
from dateline.pages.picture import PictureCard
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.pages.text.marks import (
    Insertion,
    NameLink,
    TextMark,
    after_punctuation,
    annotate,
    edit_blocks,
    links_in,
)
from dateline.pages.text.markup import render_html
from dateline.pages.text.written_links import lead_from
from dateline.patterns import compile_later
from dateline.words import _

WORDS_A_MINUTE = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A fact beside the paragraph with its first words, under the number of its links there."""

    number: int
    fact: FactLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph, heading, list, table or picture of the story, and the facts beside it."""

    html: Markup
    notes: tuple[Note, ...]
    picture: PictureCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleContext:
    shell: Shell
    minutes: int
    story: tuple[Part, ...]
    corrections: tuple[CorrectionEntry, ...]


def plan_article(edition: Edition) -> Page:
    here, briefing = edition.here("article"), edition.briefing
    named = [person for person in briefing.people if edition.spans.get(person.id)]
    context = ArticleContext(
        shell=briefing_shell(
            edition,
            here,
            title=_("Article"),
            description=briefing.front.standfirst,
            opening="headline",
            graph=structured.article(edition, named=named, corrections=briefing.corrections),
        ),
        minutes=reading_minutes(edition),
        story=story(edition, here),
        corrections=corrections_of(edition, here),
    )
    return Page(path=here.path, template="article.html.j2", context=context)


def reading_minutes(edition: Edition) -> int:
    return max(1, round(edition.briefing.article.words / WORDS_A_MINUTE))


def story(edition: Edition, here: Here) -> tuple[Part, ...]:
    """What the article consists of, with the picture at its head after the first paragraph."""
    briefing = edition.briefing
    numbered = _number(edition)
    notes = _notes(numbered, edition, here)
    annotation = _FactMarks(edition, here, numbered, name_links(edition, here))
    pictures = {picture.file: picture for picture in briefing.front.pictures}
    lead = picture_card(briefing.front.picture, edition, here, "first", first=True)
    written_on = page_of(briefing.slug, "article")
    parts: list[Part | None] = []
    for element in briefing.article.body:
        if element.tag == FIGURE:
            picture = pictures.get(element.get(FILE) or "")
            parts.append(_picture_part(picture_card(picture, edition, here, "column")))
        else:
            (led,) = lead_from(here, [element], written_on)
            assert isinstance(led, Element), "an element of the article stays one"
            parts.append(_part(edit_blocks(led, annotation), notes))
    # On a phone readers see words first; where there is room, it is shown above them.
    parts.insert(1, _picture_part(lead))
    return tuple(part for part in parts if part)


def _picture_part(card: PictureCard | None) -> Part | None:
    return Part(html=Markup(), notes=(), picture=card) if card else None


def _part(edited: Element, notes: Mapping[int, Iterable[Note]]) -> Part:
    blocks = (element.block for element in elements([edited]) if element.block is not None)
    return Part(
        html=render_html([edited]),
        notes=tuple(note for block in blocks for note in notes.get(block, ())),
        picture=None,
    )


# Which facts have a number, and which


def _number(edition: Edition) -> Mapping[str, int]:
    """Facts that have links and notes, numbered in the order in which their first words end."""
    ends = [
        (*min((span.block, span.end) for span in spans), fact.id)
        for fact in edition.briefing.facts
        if not isinstance(fact, Named) and (spans := edition.spans.get(fact.id))
    ]
    order = sorted(ends, key=lambda end: end[:2])
    return {fact: number for number, (_, _, fact) in enumerate(order, start=1)}


def _notes(numbered: Mapping[str, int], edition: Edition, here: Here) -> Mapping[int, list[Note]]:
    notes: dict[int, list[Note]] = defaultdict(list)
    for fact, number in numbered.items():
        link = _note(edition.briefing.fact_by_id[fact], edition, here)
        first = min(span.block for span in edition.spans[fact])
        notes[first].append(Note(number=number, fact=link))
    return notes


def _note(fact: Fact, edition: Edition, here: Here) -> FactLink:
    """A quotation by its beginning: its words are in the paragraph beside it."""
    link = fact_link(fact, edition, here)
    return replace(link, name=beginning(fact)) if isinstance(fact, Quotation) else link


# What is put into a block


@dataclass(frozen=True, slots=True)
class _FactMarks:
    edition: Edition
    here: Here
    numbered: Mapping[str, int]
    names: Mapping[int, Sequence[NameLink]]

    def __call__(self, element: Element, number: int) -> Element:
        block = self.edition.briefing.article.blocks[number]
        passages = self.edition.passages.get(number, ())
        named = annotate(_counted(element, block), names=self.names.get(number, ()))
        linked = list(links_in(named.children))
        return annotate(
            named,
            # The mark of a name shows only when a link leads to it.
            marks=[
                mark_of(passage, tag="span" if isinstance(passage.fact, Named) else "mark")
                for passage in passages
            ],
            insertions=[
                *_apart([*self._numbers(block, passages), *self._arrows(block, passages, linked)])
            ],
        )

    def _numbers(self, block: Block, passages: Iterable[FactPassage]) -> Iterator[Insertion]:
        numbered = [passage for passage in passages if passage.fact.id in self.numbered]
        for passage in sorted(numbered, key=lambda passage: self.numbered[passage.fact.id]):
            number, link = self.numbered[passage.fact.id], self._link(passage)
            label = _(
                "%(number)s, %(kind)s: %(name)s", number=number, kind=link.kind, name=link.name
            )
            yield _link_after(block, passage.span, str(number), link.href, label)

    def _arrows(
        self, block: Block, passages: Iterable[FactPassage], names: Sequence[NameLink]
    ) -> Iterator[Insertion]:
        """An arrow after each passage of a name in which no link leads to it."""
        for passage in passages:
            if not isinstance(passage.fact, Named):
                continue
            link, span = self._link(passage), passage.span
            if not any(
                name.href == link.href and span.start <= name.start and name.end <= span.end
                for name in names
            ):
                label = _("%(kind)s: %(name)s", kind=link.kind, name=link.short)
                yield _link_after(block, span, "→", link.href, label)

    def _link(self, passage: FactPassage) -> FactLink:
        return fact_link(passage.fact, self.edition, self.here)


def _counted(element: Element, block: Block) -> Element:
    """The block with the number of its paragraph, which facts cite and which is printed on paper."""
    if not block.paragraph:
        return element
    number = ("data-paragraph", str(block.paragraph))
    return replace(element, attributes=(*element.attributes, number))


def _link_after(block: Block, span: Span, words: str, href: str, label: str) -> Insertion:
    attributes = (("class", "ref"), ("href", href), ("aria-label", label))
    element = Element(tag="a", attributes=attributes, children=(words,), added=True)
    return Insertion(at=after_punctuation(block.text, span.end), element=element)


def _apart(insertions: Iterable[Insertion]) -> Iterator[Insertion]:
    """The links after passages; one where another is already says so."""
    before = set[int]()
    for insertion in insertions:
        element = insertion.element
        if insertion.at in before:
            others = (pair for pair in element.attributes if pair[0] != "class")
            element = replace(element, attributes=(("class", "ref second"), *others))
        before.add(insertion.at)
        yield replace(insertion, element=element)


def mark_of(passage: FactPassage, tag: str = "mark") -> TextMark:
    span, name = passage.span, words_id(passage.fact.id, passage.number)
    return TextMark(start=span.start, end=span.end, id=name, tag=tag)


def name_links(edition: Edition, here: Here) -> Mapping[int, list[NameLink]]:
    """Links by block: at the first mention of each name, and once in each passage it rests on."""
    linked: dict[int, list[NameLink]] = defaultdict(list)
    done: set[str] = set()
    resting: dict[int, set[tuple[str, Span]]] = defaultdict(set)
    for named in edition.briefing.named:
        for span in edition.spans.get(named.id, ()):
            resting[span.block].add((named.id, span))
    begun = _by_first_word(edition.briefing.named)
    for block in edition.briefing.article.blocks:
        if block.kind in ("heading", "caption", "code"):
            continue
        waiting = resting[block.number]
        for start, end, named in _mentions(block.text, begun):
            answered = {
                (name, span)
                for name, span in waiting
                if name == named.id and span.start <= start and end <= span.end
            }
            if answered or named.id not in done:
                href = link_to_place(edition, here, named)
                linked[block.number].append(NameLink(start=start, end=end, href=href))
                done.add(named.id)
                waiting -= answered
    return linked


def _by_first_word(named: Iterable[Named]) -> Mapping[str, Sequence[tuple[str, Named]]]:
    """Every name and alias with its record, by the first word; one without a word is by itself."""
    begun: dict[str, list[tuple[str, Named]]] = defaultdict(list)
    for record in named:
        for name in (record.name, *record.aliases):
            first = _A_WORD.search(name)
            begun[first[0] if first else ""].append((name, record))
    return begun


_A_WORD: Final = compile_later(r"\w+")


def _mentions(
    text: str, begun: Mapping[str, Sequence[tuple[str, Named]]]
) -> Iterator[tuple[int, int, Named]]:
    """The names in the text, in order; of two that overlap, the first."""
    last = 0
    for start, end, record in _found(text, begun):
        if start >= last:
            yield start, end, record
            last = end


def _found(
    text: str, begun: Mapping[str, Sequence[tuple[str, Named]]]
) -> list[tuple[int, int, Named]]:
    """Every mention of a name in the text, in order; of those that begin together, the longer first."""
    found = [
        (match.start(), match.end(), record)
        for word in dict.fromkeys(["", *_A_WORD.findall(text)])
        for name, record in begun.get(word, ())
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
    ]
    return sorted(found, key=lambda mention: (mention[0], -mention[1]))
