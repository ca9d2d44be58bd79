"""The words still say it: each fact is held against the words that it rests on, by its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.checking.evidence import Spans, passages_of
from dateline.checking.findings import Findings, lies_in, touching
from dateline.checking.units import is_measure, names_unit, same_unit
from dateline.facts.article import Block, Span
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, parse_date, show_date
from dateline.facts.language import FoundDate, FoundQuantity
from dateline.facts.quantities import show_amount
from dateline.facts.records import Event, Fact, Figure, Named, Quotation
from dateline.facts.wording import even, find_words, sentences
from dateline.problems import Problem, Related

MEND = "or mend the sentence, or waive the check with a reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one fact, with the whole article behind them."""

    briefing: Briefing
    findings: Findings
    spans: Sequence[Span]

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.briefing.article.blocks

    def text(self, span: Span) -> str:
        return self.blocks[span.block].text[span.start : span.end]

    def related(self, span: Span | None = None) -> tuple[Related, ...]:
        """The words themselves, as the other end of a problem."""
        spans = [span] if span else self.spans
        return tuple(
            Related(place=self.blocks[one.block].place(one.start), note=f"“{self.text(one)}”")
            for one in spans
        )


def check_agreement(
    fact: Fact, briefing: Briefing, spans: Spans, findings: Findings
) -> Iterator[Problem]:
    """A fact whose words were found, held against them by its type."""
    if not spans[fact.id] or len(spans[fact.id]) < len(passages_of(fact)):
        return  # told already: its words are not there, or it has none
    words = Words(briefing=briefing, findings=findings, spans=spans[fact.id])
    match fact:
        case Figure():
            yield from check_figure(fact, words)
        case Event():
            yield from check_event(fact, words)
        case Quotation():
            yield from check_quotation(fact, words)
        case Named():
            yield from check_name(fact, words)


# Figures


def check_figure(figure: Figure, words: Words) -> Iterator[Problem]:
    """Some quantity in the words equals value and unit, under the same hedge."""
    if figure.value.is_words:
        yield from check_value_in_words(figure, words)
    elif figure.derived is None:
        yield from check_value(figure, words)
    yield from check_figure_dates(figure, words)


def check_value_in_words(figure: Figure, words: Words) -> Iterator[Problem]:
    """A value without digits stands in the words as it is written: “millions”."""
    wanted = even(figure.value.text.casefold())
    if not any(find_words(wanted, even(words.text(span).casefold())) for span in words.spans):
        yield Problem(
            place=figure.origin.of("value"),
            rule="agreement.value",
            found=f"figure ‘{figure.id}’ says “{figure.value.text}”, its evidence does not",
            fix=f"write the evidence’s own word, {MEND}",
            related=words.related(),
        )
        return
    found = [one for one, _ in touching(words.findings.quantities, words.spans) if one.low is None]
    hedges = {one.hedge for one in found if find_words(wanted, even(one.text.casefold()))}
    if hedges and _hedge(figure) not in hedges:
        yield _hedge_problem(figure, hedges, words)
    if figure.unit and not _stands_near(figure.unit, words):
        yield _unit_problem(figure, None, words)


def check_value(figure: Figure, words: Words) -> Iterator[Problem]:
    """The value as a number: first the number, then what it counts, then how sure it is."""
    found = [one for one, _ in touching(words.findings.quantities, words.spans)]
    equal = [one for one in found if (one.low, one.high) == (figure.value.low, figure.value.high)]
    if not equal:
        yield _value_problem(figure, found, words)
        return
    fitting = [one for one in equal if _unit_fits(figure, one, words)]
    if not fitting:
        yield _unit_problem(figure, equal[0], words)
    elif _hedge(figure) not in {one.hedge for one in fitting}:
        yield _hedge_problem(figure, {one.hedge for one in fitting}, words)
    elif not any(lies_in(one, span) for one in fitting for span in words.spans):
        yield _cut_problem(figure, fitting[0], words)


def _hedge(figure: Figure) -> str | None:
    return figure.hedge.value if figure.hedge else None


def _unit_fits(figure: Figure, found: FoundQuantity, words: Words) -> bool:
    """The units are the same; a counted noun may stand elsewhere in the sentence, or in the label."""
    if figure.unit is None:
        return found.unit is None or same_unit(found.unit, figure.label)
    if found.unit is not None and same_unit(found.unit, figure.unit):
        return True
    if found.unit is not None and is_measure(found.unit):
        return False
    return not is_measure(figure.unit) and _stands_near(figure.unit, words)


def _stands_near(unit: str, words: Words) -> bool:
    """Whether the counted noun stands in a sentence of the evidence."""
    return any(
        names_unit(unit, text[start:end])
        for span in words.spans
        for text in [words.blocks[span.block].text]
        for start, end in sentences(text)
        if start < span.end and span.start < end
    )


def _value_problem(figure: Figure, found: Sequence[FoundQuantity], words: Words) -> Problem:
    says = show_amount(figure.value, figure.unit).plain
    near = [one for one in found if one.low is not None]
    if not near:
        rests, fix = (
            "no number stands in its evidence",
            "lengthen the evidence to take in the number",
        )
    else:
        rests = f"its evidence says {_listed(f'“{one.text}”' for one in near)}"
        fix = f"write {_listed(_written(one) for one in near)}"
    return Problem(
        place=figure.origin.of("value"),
        rule="agreement.value",
        found=f"figure ‘{figure.id}’ says {says}, {rests}",
        fix=f"{fix}, {MEND}",
        related=words.related(),
    )


def _written(found: FoundQuantity) -> str:
    """The number as a sheet would have it: digits without separators, a range with `-`."""
    low, high = (f"{one.normalize():f}" for one in (found.low, found.high) if one is not None)
    return low if low == high else f"{low}-{high}"


def _listed(words: Iterable[str]) -> str:
    *most, last = dict.fromkeys(words)
    return f"{', '.join(most)} or {last}" if most else last


def _unit_problem(figure: Figure, found: FoundQuantity | None, words: Words) -> Problem:
    says = f"counts {figure.unit}" if figure.unit else "has no unit"
    unit = found.unit if found else None
    return Problem(
        place=figure.origin.of("unit"),
        rule="agreement.unit",
        found=f"figure ‘{figure.id}’ {says}, its evidence {f'says {unit}' if unit else 'does not say so'}",
        fix=f"write `unit: {unit}`, {MEND}" if unit else f"write the unit of the evidence, {MEND}",
        related=words.related(),
    )


def _hedge_problem(figure: Figure, hedges: Iterable[str | None], words: Words) -> Problem:
    theirs = _listed(sorted(one or "no hedge" for one in hedges))
    known = [one for one in hedges if one]
    return Problem(
        place=figure.origin.of("hedge"),
        rule="agreement.hedge",
        found=f"figure ‘{figure.id}’ has {_quoted(_hedge(figure))}, its evidence {_quoted(theirs)}",
        fix=f"write `hedge: {known[0]}`, {MEND}" if known else f"leave `hedge` out, {MEND}",
        related=words.related(),
    )


def _quoted(hedge: str | None) -> str:
    return "no hedge" if hedge in (None, "no hedge") else f"“{hedge}”"


def _cut_problem(figure: Figure, found: FoundQuantity, words: Words) -> Problem:
    return Problem(
        place=figure.origin.of("evidence"),
        rule="agreement.value",
        found=f"the evidence of figure ‘{figure.id}’ cuts “{found.text}” short",
        fix="lengthen the evidence to take in all of these words",
        related=words.related(),
    )


def check_figure_dates(figure: Figure, words: Words) -> Iterator[Problem]:
    """The period, and the day that the value is of, stand in the words unless `date_from` says whence."""
    if figure.period:
        yield from check_date(figure, ("period",), figure.period, figure.date_from, words)
    if figure.as_of and figure.as_of.text != words.briefing.front.published.isoformat():
        yield from check_date(figure, ("as_of",), figure.as_of, figure.date_from, words)


# Events


def check_event(event: Event, words: Words) -> Iterator[Problem]:
    """Every part of the date stands in the words; so does a window in which it is expected."""
    if event.date:
        yield from check_date(event, ("date",), event.date, event.date_from, words)
    for number, expected in enumerate(event.expected):
        if expected.source:
            continue  # it slipped: a later source says so, and not this article
        at = ("expected", number)
        yield from check_date(event, (*at, "window"), expected.window, event.date_from, words)
        if expected.said_on:
            yield from check_date(event, (*at, "said_on"), expected.said_on, event.date_from, words)


def check_date(
    fact: Fact, field: tuple[str | int, ...], date: Date, date_from: str | None, words: Words
) -> Iterator[Problem]:
    """One date held against the dates of the words; weekdays fit whatever `date_from` says."""
    found = [one for one, span in touching(words.findings.dates, words.spans)]
    if any(says(one, date) for one in found):
        return
    weekdays = [one for one in found if one.kind == "weekday"]
    day = date.start is not None and date.start.day is not None
    if weekdays and day:
        yield _weekday_problem(fact, field, date, weekdays, words)
    elif date_from is None:
        yield _date_problem(fact, field, date, found, words)
    elif date_from in words.briefing.fact_by_id:
        yield from check_date_from(fact, field, date, date_from, words)


def says(found: FoundDate, date: Date) -> bool:
    """Whether some reading of the words is this date.

    "by September 2025" and "since 2003" name a month and a year that an event may be dated by.
    """
    readings = [parse_date(reading) for reading in found.readings]
    return any(
        (one.start, one.end, one.choices) == (date.start, date.end, date.choices)
        or (one.kind == "until" and date.kind == "point" and one.end == date.end)
        or (one.kind == "since" and date.kind == "point" and one.start == date.start)
        for one in readings
    )


def check_date_from(
    fact: Fact, field: tuple[str | int, ...], date: Date, other: str, words: Words
) -> Iterator[Problem]:
    """A date taken from another event begins when that event does."""
    event = words.briefing.fact_by_id[other]
    if isinstance(event, Event) and event.date and event.date.start != date.start:
        yield Problem(
            place=fact.origin.of(*field),
            rule="agreement.date",
            found=f"‘{fact.id}’ is dated {show_date(date)} from ‘{other}’, which is dated {show_date(event.date)}",
            fix=f"write a date that begins on {show_date(event.date)}, or say in `date_from:` where it comes from",
        )


def _date_problem(
    fact: Fact,
    field: tuple[str | int, ...],
    date: Date,
    found: Sequence[FoundDate],
    words: Words,
) -> Problem:
    readings = [one for one in found if one.readings]
    told = (
        _listed(f"“{one.text}” ({one.readings[0]})" for one in readings) if readings else "no date"
    )
    fix = f"write {readings[0].readings[0]}, lengthen" if readings else "lengthen"
    return Problem(
        place=fact.origin.of(*field),
        rule="agreement.date",
        found=f"‘{fact.id}’ is dated {date.text} ({show_date(date)}), its evidence says {told}",
        fix=f"{fix} the evidence to take in the date, or say in `date_from:` where the date comes from",
        related=words.related(),
    )


def _weekday_problem(
    fact: Fact,
    field: tuple[str | int, ...],
    date: Date,
    found: Sequence[FoundDate],
    words: Words,
) -> Problem:
    written = words.briefing.front.published
    return Problem(
        place=fact.origin.of(*field),
        rule="agreement.weekday",
        found=f"‘{fact.id}’ is dated {date.text}, its evidence says “{found[0].text}”: "
        f"{_listed(found[0].readings)}, read from {written}",
        fix=f"write {found[0].readings[0]}, or mend the sentence",
        related=words.related(),
    )


# Quotations and names


def check_quotation(quotation: Quotation, words: Words) -> Iterator[Problem]:
    """The words stand between quotation marks, are what the sheet says, with the speaker near."""
    for span in words.spans:
        found = words.findings.quotations.get(span.block, ())
        if not any(one.start <= span.start and span.end <= one.end for one in found):
            yield _quotation_problem(quotation, "do not stand between quotation marks", words, span)
    if _letters(quotation.words) != _letters(" ".join(map(words.text, words.spans))):
        yield _quotation_problem(quotation, "are not those of its evidence", words)
    yield from check_speaker(quotation, words)
    if quotation.said_on:
        yield from check_date(
            quotation, ("said_on",), quotation.said_on, quotation.date_from, words_around(words)
        )


def _letters(text: str) -> list[str]:
    """The words alone: what was left out between two passages may be marked with an ellipsis."""
    return even(text).text.replace("...", " ").replace("[", " ").replace("]", " ").split()


def words_around(words: Words) -> Words:
    """The paragraphs that the words stand in, whole: when something was said is told beside it."""
    whole = [
        Span(block=number, start=0, end=len(words.blocks[number].text))
        for number in dict.fromkeys(span.block for span in words.spans)
    ]
    return Words(briefing=words.briefing, findings=words.findings, spans=whole)


def _quotation_problem(
    quotation: Quotation, fault: str, words: Words, span: Span | None = None
) -> Problem:
    return Problem(
        place=quotation.origin.of("evidence" if quotation.evidence else "words"),
        rule="agreement.quotation",
        found=f"the words of quotation ‘{quotation.id}’ {fault}",
        fix="quote what was said, exactly and between quotation marks, in the article and here",
        related=words.related(span),
    )


def check_speaker(quotation: Quotation, words: Words) -> Iterator[Problem]:
    """The speaker, by name or alias, is named in the paragraph of the quotation."""
    speaker = words.briefing.fact_by_id.get(quotation.speaker)
    if not isinstance(speaker, Named):
        return  # told already, as a reference
    for span in words.spans:
        if not names(speaker, words.blocks[span.block].text):
            yield Problem(
                place=quotation.origin.of("speaker"),
                rule="agreement.speaker",
                found=f"{speaker.name} is not named in the paragraph of quotation ‘{quotation.id}’",
                fix="write the id of who said it, add the alias that the paragraph uses, or name the speaker there",
                related=words.related(span),
            )


def names(named: Named, text: str) -> bool:
    """Whether the text has the name or one of the aliases, as words of their own."""
    evened = even(text)
    return any(find_words(even(name), evened) for name in (named.name, *named.aliases))


def check_name(named: Named, words: Words) -> Iterator[Problem]:
    """The name or an alias stands in the words."""
    if not any(names(named, words.text(span)) for span in words.spans):
        yield Problem(
            place=named.origin.of("name"),
            rule="agreement.name",
            found=f"neither “{named.name}” nor an alias stands in the evidence of ‘{named.id}’",
            fix=f"add the name that the article uses as an alias, lengthen the evidence, {MEND}",
            related=words.related(),
        )
