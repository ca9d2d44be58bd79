"""Whether somebody else says what a fact has from one of the actors."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.checking.agreement.dates.said_dates import says
from dateline.checking.agreement.quantities.quantity_agreement import is_value
from dateline.checking.basis.fact_words import FactWords, any_of, or_waive
from dateline.checking.basis.findings import quotation_around, speakers_of, touching
from dateline.checking.basis.speakers import Speakers
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date
from dateline.facts.origin import Key
from dateline.facts.records import Event, Fact, Figure, Organisation, Person, Place, Record
from dateline.facts.wording import sentences
from dateline.language import FoundDate, FoundQuantity
from dateline.problems import Problem, Rule


def check_said_by(fact: Fact, words: FactWords) -> Iterator[Problem]:
    """`by` is nobody but the one whom the evidence names: “the union said”, “according to Berg”.

    Where the words name nobody for sure, nothing is compared.
    """
    if fact.by:
        spans = spans_of_value(fact, words) if isinstance(fact, Figure) else words.spans
        yield from _check(fact.by, ("by",), f"‘{fact.id}’ is by", spans, words)
    for number, expectation in enumerate(fact.expected if isinstance(fact, Event) else ()):
        if expectation.said_by and not expectation.source:
            spans = _spans_of_date(expectation.window, words)
            what = f"‘{fact.id}’ was announced by"
            yield from _check(
                expectation.said_by, ("expected", number, "said_by"), what, spans, words
            )


def _check(
    by: str, path: tuple[Key, ...], what: str, spans: Sequence[Span], words: FactWords
) -> Iterator[Problem]:
    read = [_said_in(part, words) for span in spans for part in _sentences(span, words)]
    said = [speakers for speakers in read if speakers]
    if not said or any(_may_be(by, speakers, words.briefing) for speakers in said):
        return
    name = words.briefing.name_of
    others = [name(fact_id) for speakers in said for fact_id in sorted(speakers.ids)]
    others += [stranger for speakers in said for stranger in speakers.strangers]
    yield words.problem(
        Rule.AGREEMENT_SPEAKER,
        *path,
        found=f"{what} {name(by)}, but the article has it from {any_of(others)}",
        fix="write the id of who says it, or correct the sentence in the article, "
        f"{or_waive(Rule.AGREEMENT_SPEAKER)}",
    )


def spans_of_value(figure: Figure, words: FactWords) -> Sequence[Span]:
    """Where the evidence has the value, or else all of it."""
    found = touching(words.findings.quantities, words.spans)
    own = [_place(quantity, span) for quantity, span in found if is_value(figure.value, quantity)]
    return own or words.spans


def _spans_of_date(date: Date, words: FactWords) -> Sequence[Span]:
    found = touching(words.findings.dates, words.spans)
    return [_place(said, span) for said, span in found if says(said, date)] or words.spans


def _place(found: FoundDate | FoundQuantity, span: Span) -> Span:
    return Span(block=span.block, start=found.start, end=found.end)


def _sentences(span: Span, words: FactWords) -> Iterator[Span]:
    """The parts of a span that are in one sentence each."""
    for start, end in sentences(words.blocks[span.block].text):
        if start < span.end and span.start < end:
            yield replace(span, start=max(start, span.start), end=min(end, span.end))


def _said_in(span: Span, words: FactWords) -> Speakers | None:
    if quotation_around(words.findings, span):
        return speakers_of(words.findings, span)
    return words.findings.voices.reporters(span)


def _may_be(by: str, said: Speakers, briefing: Briefing) -> bool:
    is_person = isinstance(briefing.fact_by_id.get(by), Person)
    if by in said.ids | said.beside or (said.strangers and not is_person):
        return True
    return not all(are_others(by, spoken, briefing) for spoken in said.ids)


def are_others(by: str, spoken: str, briefing: Briefing) -> bool:
    """Whether neither can speak for the other: two people or places, or bodies of which none is part of the other."""
    match briefing.fact_by_id.get(by), briefing.fact_by_id.get(spoken):
        case Person(), Person():
            return by != spoken
        case Place() as own, Place() as other:
            # “London pledged £4m” may be Britain's, if the one is the capital of the other.
            return by != spoken and other.name not in own.what and own.name not in other.what
        case own, other:
            wholes = [_wholes(body, briefing) for body in map(body_of, (own, other)) if body]
    if len(wholes) < 2:
        return False
    first, second = wholes
    return first[0] not in second and second[0] not in first


def body_of(actor: Record | None) -> str | None:
    match actor:
        case Person():
            return actor.organisation
        case Organisation():
            return actor.id
        case _:
            return None


def _wholes(body: str, briefing: Briefing) -> tuple[str, ...]:
    """A body and all that it is part of."""
    found: list[str] = []
    whole: str | None = body
    while whole and whole not in found:
        found.append(whole)
        fact = briefing.fact_by_id.get(whole)
        whole = fact.part_of if isinstance(fact, Organisation) else None
    return tuple(found)
