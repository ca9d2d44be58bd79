"""The article as its editor sees it: what is covered, waived and open. Never published.

The preview serves it, and its stylesheet, static/preview/annotated.css.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from dateline.checking.coverage.coverage import FINDING_NAMES, Finding, Verdict
from dateline.checking.coverage.offers import Offer, offer_names
from dateline.checking.coverage.stubs import write_name_stub, write_stubs
from dateline.facts.article import Element, elements
from dateline.facts.phrasing import capitalise, join_words
from dateline.frozen import dataclass
from dateline.pages.addresses import PREVIEW, Here, here_on
from dateline.pages.edition import Edition, link_to_place
from dateline.pages.inline import Link
from dateline.pages.shell import Page, Shell, briefing_shell
from dateline.pages.text.marks import Insertion, TextMark, after_punctuation, annotate, edit_blocks
from dateline.pages.text.markup import render_html
from dateline.problems import Position

STYLE: Final = f"{PREVIEW}annotated.css"
SCRIPT: Final = f"{PREVIEW}decisions.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """Words that no sheet has: `reading` is empty where it would repeat the words."""

    number: int
    kind: str
    words: str
    reading: str
    line: int
    stub: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaivedItem:
    number: int
    words: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredItem:
    words: str
    facts: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedItem:
    """A name that no sheet has, where it is first, or words said in passing."""

    kind: str
    words: str
    stub: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedPart:
    """An element of the article; `blocks` are the numbers of those in it, with spaces between them."""

    blocks: str
    html: Markup
    open: tuple[OpenItem, ...]
    waived: tuple[WaivedItem, ...]
    covered: tuple[CoveredItem, ...]
    offered: tuple[OfferedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedContext:
    """`file` is the article's path as an editor would type it; `open` is what is open anywhere."""

    shell: Shell
    style: str
    script: str
    briefing: str
    file: str
    covered: int
    waived: int
    undecided: int
    offered: int
    open: tuple[OpenItem, ...]
    story: tuple[AnnotatedPart, ...]


def plan_annotated(edition: Edition) -> Page:
    here = here_on(f"{edition.briefing.slug}/annotated/index.html", edition.site.address)
    items = edition.checked.coverage
    numbers = _number(items)
    annotation = _ClaimMarks(edition, numbers)
    parts = (edit_blocks(part, annotation) for part in edition.briefing.article.body)
    article, briefing = edition.checked.passages, edition.briefing
    offers, stubs = offer_names(items, article, briefing), write_stubs(items, article, briefing)
    offered = _Offered(numbers=numbers, stubs=stubs, names=offers)
    story = tuple(_part(part, edition, here, offered) for part in parts)
    context = AnnotatedContext(
        shell=briefing_shell(
            edition,
            here,
            title="Coverage",
            description=f"What became of the words of “{edition.briefing.front.title}”.",
            listed=False,
        ),
        style=f"{here.root}{STYLE}",
        script=f"{here.root}{SCRIPT}",
        briefing=edition.briefing.slug,
        file=edition.briefing.front.origin.position.path,
        covered=sum(item.verdict == "covered" for item in items),
        waived=sum(item.verdict == "waived" for item in items),
        undecided=sum(item.verdict == "undecided" for item in items),
        offered=sum(len(part.offered) for part in story),
        open=tuple(item for part in story for item in part.open),
        story=story,
    )
    return Page(path=here.path, template="annotated.html.j2", context=context)


def _number(items: Iterable[Finding]) -> Mapping[Finding, int]:
    """Items under their numbers: those of each verdict from 1, in reading order."""
    counts: dict[Verdict, int] = {}
    numbers: dict[Finding, int] = {}
    for item in items:
        counts[item.verdict] = numbers[item] = counts.get(item.verdict, 0) + 1
    return numbers


def _item_id(item: Finding, numbers: Mapping[Finding, int]) -> str:
    """The element id of what is said of an item; no fact has it, as ids of facts have no `_`."""
    return f"{item.verdict}_{numbers[item]}"


def item_places(items: Sequence[Finding]) -> dict[str, Position]:
    """The positions of words that no fact has, by their ids on the page."""
    numbers = _number(items)
    return {_item_id(item, numbers): item.position for item in items if _is_tagged(item)}


def _is_tagged(item: Finding) -> bool:
    """Whether something beside the text is said of this item alone."""
    return item.verdict in ("open", "waived")


# In the text


@dataclass(frozen=True, slots=True)
class _ClaimMarks:
    edition: Edition
    numbers: Mapping[Finding, int]

    def __call__(self, element: Element, number: int) -> Element:
        text = self.edition.briefing.article.blocks[number].text
        items = [item for item in self.edition.checked.coverage if item.span.block == number]
        return annotate(
            element,
            marks=[self._mark(item) for item in items],
            insertions=[self._tag(item, text) for item in items if _is_tagged(item)],
        )

    def _mark(self, item: Finding) -> TextMark:
        name = f"words_{_item_id(item, self.numbers)}"
        classes = f"item {item.verdict}"
        return TextMark(start=item.span.start, end=item.span.end, id=name, classes=classes)

    def _tag(self, item: Finding, text: str) -> Insertion:
        words = f"{item.verdict} {self.numbers[item]}"
        href = f"#{_item_id(item, self.numbers)}"
        attributes = (("class", f"verdict {item.verdict}"), ("href", href))
        tag = Element(tag="a", attributes=attributes, children=(words,), added=True)
        return Insertion(at=after_punctuation(text, item.span.end), element=tag)


# Beside the text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offered:
    """The numbers of the findings, what to paste for those that are open, and the names to choose from."""

    numbers: Mapping[Finding, int]
    stubs: Mapping[Finding, str]
    names: Sequence[Offer]


def _part(part: Element, edition: Edition, here: Here, offered: _Offered) -> AnnotatedPart:
    blocks = {element.block for element in elements([part])}
    items = [item for item in edition.checked.coverage if item.span.block in blocks]
    return AnnotatedPart(
        blocks=" ".join(map(str, sorted(block for block in blocks if block is not None))),
        html=render_html([part]),
        open=tuple(
            OpenItem(
                number=offered.numbers[item],
                kind=capitalise(FINDING_NAMES[item.kind]),
                words=item.text,
                reading=_reading(item),
                line=item.position.line,
                stub=offered.stubs[item],
            )
            for item in items
            if item.verdict == "open"
        ),
        waived=tuple(
            WaivedItem(
                number=offered.numbers[item],
                words=item.text,
                reason=item.reason or "",
                line=item.position.line,
            )
            for item in items
            if item.verdict == "waived"
        ),
        covered=tuple(dict.fromkeys(_covered(items, edition, here))),
        offered=tuple(
            OfferedItem(
                kind=capitalise(FINDING_NAMES[item.kind]),
                words=item.text,
                stub=offered.stubs[item] if offer is None else _stub_of(offer, edition),
            )
            for item, offer in _offered(items, offered.names)
        ),
    )


def _offered(
    items: Iterable[Finding], names: Iterable[Offer]
) -> Iterator[tuple[Finding, Offer | None]]:
    """What is offered of these items: each name where it is first, and all that is said in passing."""
    first = {offer.finding: offer for offer in names}
    for item in items:
        if item.verdict == "offered" and (item in first or item.kind != "name"):
            yield item, first.get(item)


def _stub_of(offer: Offer, edition: Edition) -> str:
    return write_name_stub(offer, edition.checked.passages, edition.briefing)


def _reading(item: Finding) -> str:
    said = join_words(item.readings, "or")
    return "" if said == item.text else said


def _covered(items: Iterable[Finding], edition: Edition, here: Here) -> Iterator[CoveredItem]:
    for item in items:
        if item.verdict == "covered":
            facts = (edition.briefing.fact_by_id[fact] for fact in item.facts)
            links = (Link(words=fact.id, href=link_to_place(edition, here, fact)) for fact in facts)
            yield CoveredItem(words=item.text, facts=tuple(links))
