"""What the grammar of the language finds in the article: read once, used by every check."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import lru_cache, partial
from itertools import islice

from dateline.checking.basis.hemisphere import is_of_the_south
from dateline.checking.basis.speakers import Speakers, Spoken, Voices
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.hedges import Hedge
from dateline.facts.quantities import Amount
from dateline.facts.records import Figure, Named, Place
from dateline.facts.wording import compose
from dateline.frozen import dataclass
from dateline.language import Found, FoundDate, FoundName, FoundQuantity, FoundQuotation, en
from dateline.patterns import compile_later

_WORD = compile_later(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """The blocks that head a cell, and the dates that they give it, placed on the whole cell."""

    heads: tuple[int, ...]
    dates: tuple[FoundDate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What is in the text of each block, by the block's number, in reading order.

    `in_tables` has what the heads of a table say, by the block of the cell.
    """

    dates: Sequence[Sequence[FoundDate]]
    quantities: Sequence[Sequence[FoundQuantity]]
    quotations: Sequence[Sequence[FoundQuotation]]
    names: Sequence[Sequence[FoundName]]
    spoken: Spoken
    voices: Voices
    in_tables: Mapping[int, TableReading] = field(default_factory=dict)


def find_all(briefing: Briefing) -> Findings:
    find_names = partial(en.find_names, aliases=name_forms_of(briefing))
    blocks = briefing.article.blocks
    names = _without_words([find_names(block.text) for block in blocks], blocks)
    quotations = [_find_quotations(blocks, block) for block in blocks]
    voices = Voices.of(briefing, names, quotations)
    return Findings(
        dates=[_dates_of(block, blocks, briefing) for block in blocks],
        quantities=[read_quantities(block.text) for block in blocks],
        quotations=quotations,
        names=names,
        spoken=voices.quoted() if any(quotations) else {},
        voices=voices,
    )


_UNIT = r"(?:day|night|evening|morning|afternoon|week|weekend|month|year|spring|summer|autumn|fall|winter)"
_FROM_BEFORE = compile_later(
    rf"\b(?:[Tt]hat (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_UNIT})|[Tt]he (?:next|following|same) {_UNIT}"
    rf"|(?:{_UNIT}|fortnight)s? (?:later|on|earlier|afterwards))\b"
)


def _dates_of(block: Block, blocks: Sequence[Block], briefing: Briefing) -> Sequence[FoundDate]:
    """The dates of a block; “that Friday”, “the next day” may be of a day in the paragraph before.

    So is the year of what was due and never came, where one of the few before it has a year.
    """
    found = read_dates(block.text, briefing)
    that = _FROM_BEFORE.search(block.text)
    alike = (other for other in reversed(blocks[: block.number]) if other.kind == block.kind)
    if that and not (found and found[0].end < that.end()):
        before = next(alike, None)
    elif found and not found[0].dated and _never_came(block.text, found[0]):
        dated = (other for other in islice(alike, _FEW) if _has_year(other, briefing))
        before = next(dated, None)
    else:
        return found
    if before is None:
        return found
    lead = f"{before.text} "
    together = (date for date in read_dates(lead + block.text, briefing) if date.start >= len(lead))
    return [
        replace(date, start=date.start - len(lead), end=date.end - len(lead)) for date in together
    ]


# So many paragraphs before may be of the same time.
_FEW = 3


def _never_came(text: str, found: FoundDate) -> bool:
    return en.never_came(text, found.start, found.end)


def _has_year(block: Block, briefing: Briefing) -> bool:
    return any(date.dated for date in read_dates(block.text, briefing))


def name_forms_of(briefing: Briefing) -> Mapping[str, str]:
    """The ids of the sheets' names and aliases, by every form that prose may give them."""
    aliases = {
        " ".join(compose(form).text.split()): named.id
        for named in briefing.named
        for name in (named.name, *named.aliases)
        for form in (*en.name_forms(name), *_in_capitals(named, name))
    }
    return {**_surnames(briefing), **aliases}


def _in_capitals(named: Named, name: str) -> Iterator[str]:
    """The name of a place as the line that a story is dated from has it: “HALIFAX —”."""
    if isinstance(named, Place) and len(name) > _ABBREVIATED:
        yield name.upper()


# Up to this length a name in capitals may be short for something else.
_ABBREVIATED = 4


def _surnames(briefing: Briefing) -> Mapping[str, str]:
    """The last word of each person's name, where nobody else has it: an article uses it alone.

    Not where the article has it as another word too: “wood”, “in London”.
    """
    ids: dict[str, set[str]] = {}
    for person in briefing.people:
        *given, surname = compose(person.name).text.split() or [""]
        if given and surname[:1].isupper() and len(surname) > 2:
            ids.setdefault(surname, set()).add(person.id)
    text = "\n".join(block.text for block in briefing.article.blocks)
    return {
        surname: found.pop()
        for surname, found in ids.items()
        if len(found) == 1 and not en.is_also_a_word(surname, text)
    }


def _find_quotations(blocks: Sequence[Block], block: Block) -> Sequence[FoundQuotation]:
    """The quotations of a block; a block quotation without marks is one as a whole."""
    following = blocks[block.number + 1 : block.number + 2]
    found = en.find_quotations(block.text, following=following[0].text if following else "")
    if block.kind == "quote" and not found and block.text:
        return (FoundQuotation(start=0, end=len(block.text), text=block.text),)
    return found


def nothing_in(briefing: Briefing) -> Findings:
    """What is found in an article in a language that no grammar reads."""
    nothing: list[tuple[()]] = [() for _ in briefing.article.blocks]
    return Findings(
        dates=nothing,
        quantities=nothing,
        quotations=nothing,
        names=nothing,
        spoken={},
        voices=Voices.of(briefing, nothing, nothing),
    )


# The preview reads the article again on each save; most of its blocks are unchanged.
@lru_cache(maxsize=4096)
def _find_dates(text: str, written: date, *, southern: bool) -> Sequence[FoundDate]:
    return en.find_dates(text, written=written, southern=southern)


@lru_cache(maxsize=4096)
def read_quantities(text: str) -> Sequence[FoundQuantity]:
    return en.find_quantities(text)


def read_dates(text: str, briefing: Briefing) -> Sequence[FoundDate]:
    """The dates in an editor's own words, read relative to publication as the article's are."""
    published = briefing.front.published
    southern = _SEASON.search(text) is not None and is_of_the_south(briefing)
    if southern is None:
        ways = (_find_dates(text, published, southern=south) for south in (False, True))
        return [_in_either_half(*pair) for pair in zip(*ways, strict=False)]
    return _find_dates(text, published, southern=southern)


def _in_either_half(north: FoundDate, south: FoundDate) -> FoundDate:
    if north.readings == south.readings:
        return north
    readings = tuple(dict.fromkeys((*north.readings, *south.readings)))
    return replace(north, readings=readings, open=True)


_SEASON = compile_later(r"(?:spring|summer|autumn|fall|winter)", re.IGNORECASE)


def _without_words(
    names: Sequence[Sequence[FoundName]], blocks: Sequence[Block]
) -> Sequence[Sequence[FoundName]]:
    """The names without words that have a capital only because of where they are.

    A single word that the sheets do not know is a name where the article also has it inside a
    sentence, and nowhere in lower case.
    """
    words = (word for block in blocks for word in _WORD.findall(block.text))
    lower = {word for word in words if word.islower()}
    certain = [
        {name for name in found if name.known or not _is_doubtful(name, block)}
        for found, block in zip(names, blocks, strict=True)
    ]
    inside = {word for found in certain for name in found for word in _WORD.findall(name.text)}

    def is_name(name: FoundName, sure: Container[FoundName]) -> bool:
        is_capital = name in sure or name.text in inside
        return bool(name.known) or (is_capital and name.text.lower() not in lower)

    return [
        [name for name in found if is_name(name, sure)]
        for found, sure in zip(names, certain, strict=True)
    ]


def _is_doubtful(name: FoundName, block: Block) -> bool:
    stands_alone = block.kind in ("heading", "cell", "caption")
    return en.may_be_a_word(block.text, name, stands_alone=stands_alone)


def with_heads(findings: Findings, spans: Iterable[Span]) -> Findings:
    """The findings as evidence has them: the dates of its heads are those of a cell, too."""
    cells = [span.block for span in spans if span.block in findings.in_tables]
    if not cells:
        return findings
    dates = list(findings.dates)
    for block in dict.fromkeys(cells):
        dates[block] = [*findings.in_tables[block].dates, *dates[block]]
    return replace(findings, dates=dates)


def touching(found: Sequence[Sequence[Found]], spans: Iterable[Span]) -> list[tuple[Found, Span]]:
    return [(item, span) for span in spans for item in found[span.block] if overlap(item, span)]


AnyFound = FoundDate | FoundQuantity | FoundQuotation | FoundName
# A stretch of the text of one block.
Placed = Span | AnyFound


def quotation_around(findings: Findings, span: Span) -> FoundQuotation | None:
    quotations = findings.quotations[span.block]
    return next((quoted for quoted in quotations if lies_in(span, quoted)), None)


def speakers_of(findings: Findings, span: Span) -> Speakers | None:
    """Who speaks the words according to the article; None where it was not read."""
    quoted = quotation_around(findings, span)
    return findings.spoken.get((span.block, quoted.start)) if quoted else None


def overlap(first: Placed, second: Placed) -> bool:
    return first.start < second.end and second.start < first.end


def lies_in(inner: Placed, outer: Placed) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


# What a sheet says, as if it had been found in words


def as_found(value: Amount, unit: str | None, hedge: Hedge | None, text: str) -> FoundQuantity:
    return FoundQuantity(
        start=0,
        end=len(text),
        text=text,
        low=value.low,
        high=value.high,
        unit=unit,
        hedge=hedge,
        pair=value.pair,
    )


def number_of(figure: Figure) -> FoundQuantity:
    """A figure's own number."""
    return as_found(figure.value, figure.unit, figure.hedge, figure.value.text)
