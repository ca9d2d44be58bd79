"""Every date of a fact stands in its words, or comes from where `date_from` says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.checking.denials import check_denial
from dateline.checking.fact_words import FactWords, any_of
from dateline.checking.findings import lies_in, read_dates, touching
from dateline.checking.time_agreement import check_time
from dateline.facts.article import Span
from dateline.facts.dates import Date, contains, last_day, parse_date, show_date
from dateline.facts.records import Event, Fact, Figure, Quotation
from dateline.facts.wording import even, find_words
from dateline.language import FoundDate
from dateline.problems import Problem, Rule

Field = tuple[str | int, ...]


def dates_of(fact: Fact) -> Iterator[Date]:
    """Every date that a fact bears."""
    match fact:
        case Event():
            dates = [
                fact.date,
                *(one for way in fact.expected for one in (way.window, way.said_on)),
            ]
        case Figure():
            dates = [fact.period, fact.as_of]
        case Quotation():
            dates = [fact.said_on]
        case _:
            dates = []
    yield from (one for one in dates if one)


def check_event_dates(event: Event, words: FactWords) -> Iterator[Problem]:
    """Every part of the date stands in the words; so does a window in which it is expected."""
    if event.date:
        yield from check_date(event, ("date",), event.date, words)
    if event.time:
        yield from check_time(event, words)
    for number, expected in enumerate(event.expected):
        if expected.source:
            continue  # it slipped: a later source says so, and not this article
        yield from check_date(event, ("expected", number, "window"), expected.window, words)
        if expected.said_on:
            yield from check_date(event, ("expected", number, "said_on"), expected.said_on, words)


def check_date(
    fact: Event | Figure | Quotation, field: Field, date: Date, words: FactWords
) -> Iterator[Problem]:
    """One date held against the dates of the words; weekdays fit whatever `date_from` says."""
    touched = touching(words.findings.dates, words.spans)
    saying = [(one, span) for one, span in touched if says(one, date)]
    quoted = quoted_dates(fact, words)
    own = dates_of(fact) if saying else (date,)
    if quoted and not any(says(one, day) for day in own for one in quoted):
        yield _quoted_problem(fact, field, date, quoted)
        return
    if saying:
        if not any(lies_in(one, span) for one, span in saying):
            yield _cut_problem(fact, saying[0][0])
        if all(one.misfit for one, _ in saying):
            yield _misfit_problem(fact, field, date, saying[0][0], words)
        yield from check_denial(fact, saying, words)
        return
    found = [one for one, _ in touched]
    other = [one for one in found if not any(says(one, own) for own in dates_of(fact))]
    weekdays = [one for one in other if one.kind == "weekday"]
    if weekdays and date.start is not None and date.start.day is not None:
        yield _weekday_problem(fact, field, date, weekdays[0], words)
    elif fact.date_from is None:
        yield _date_problem(fact, field, date, found, words)
    elif fact.date_from in words.briefing.fact_by_id:
        yield from check_date_of_event(fact, field, date, fact.date_from, words)
    else:
        yield from check_date_from(fact, field, date, other, words)


_QUOTED = re.compile(r"[“\"‘]([^“”\"]+?)[”\"’](?!\w)")


def quoted_dates(fact: Event | Figure | Quotation, words: FactWords) -> list[FoundDate]:
    """The dates of words that `date_from` quotes from the article, as the article has them.

    With them what `date_from` makes of the words: of “the day before ‘Wednesday’”, the Tuesday.
    """
    date_from = fact.date_from or ""
    found = [
        one
        for quoted in _QUOTED.findall(date_from)
        for block in words.blocks
        for start, end in find_words(even(quoted), even(block.text))
        for one, _ in touching(
            words.findings.dates, [Span(block=block.number, start=start, end=end)]
        )
    ]
    readable = [one for one in found if one.readings]
    made = read_dates(_QUOTED.sub(r"\1", date_from), words.briefing) if readable else ()
    return [*readable, *(one for one in made if one.readings)]


def says(found: FoundDate, date: Date) -> bool:
    """Whether some reading of the words is this date.

    "by September 2025" and "since 2003" name a month and a year that an event may be dated by; the end
    of 2026 is the end of its December.
    """
    return any(_is(parse_date(reading), date) for reading in found.readings)


def _is(reading: Date, date: Date) -> bool:
    if (reading.start, reading.end, reading.choices) == (date.start, date.end, date.choices):
        return True
    if reading.kind == "until" and date.kind in ("until", "point"):
        return last_day(reading) == last_day(date)
    return reading.kind == "since" and date.kind == "point" and reading.start == date.start


def allows(found: FoundDate, date: Date) -> bool:
    """Whether the words leave room for this date: it is theirs, or lies in it."""
    readings = [parse_date(reading) for reading in found.readings]
    closed = [one for one in readings if one.start and one.end]
    return says(found, date) or any(contains(one, date) for one in closed)


def check_date_of_event(
    fact: Fact, field: Field, date: Date, other: str, words: FactWords
) -> Iterator[Problem]:
    """A date taken from another event begins when that event does, or holds it."""
    event = words.briefing.fact_by_id[other]
    if not isinstance(event, Event) or event.date is None:
        return
    if event.date.start != date.start and not contains(date, event.date):
        yield Problem(
            position=fact.origin.of(*field),
            rule=Rule.AGREEMENT_DATE,
            found=f"‘{fact.id}’ is dated {show_date(date)} from ‘{other}’, which is dated {show_date(event.date)}",
            fix=f"write a date that begins on {show_date(event.date)}, or say in `date_from:` where it comes from",
        )


def check_date_from(
    fact: Event | Figure | Quotation,
    field: Field,
    date: Date,
    other: Sequence[FoundDate],
    words: FactWords,
) -> Iterator[Problem]:
    """A date from elsewhere contradicts neither the words nor what `date_from` itself says.

    `other` are the dates of the words that are none of the fact's; what they say of another event
    of the briefing (“the deal of 2015”) is no contradiction.
    """
    others = [one for one in words.briefing.events if one is not fact]
    theirs = [day for event in others for day in dates_of(event)]
    readable = [one for one in other if one.readings and not any(says(one, day) for day in theirs)]
    if readable and not any(allows(one, date) for one in readable):
        yield _contradiction(fact, field, date, readable, words)
        return
    told = [one for one in read_dates(fact.date_from or "", words.briefing) if one.readings]
    if told and not any(allows(one, date) for one in told):
        yield Problem(
            position=fact.origin.of(*field),
            rule=Rule.AGREEMENT_DATE,
            found=f"‘{fact.id}’ is dated {date.text} ({show_date(date)}), its `date_from` says {_read(told)}",
            fix=f"write {told[0].readings[0]}, or name in `date_from:` the date that was taken from there",
        )


def _contradiction(
    fact: Fact, field: Field, date: Date, readable: Sequence[FoundDate], words: FactWords
) -> Problem:
    return Problem(
        position=fact.origin.of(*field),
        rule=Rule.AGREEMENT_DATE,
        found=f"‘{fact.id}’ is dated {date.text} ({show_date(date)}), its evidence says {_read(readable)}",
        fix=f"write {readable[0].readings[0]}, or shorten the evidence to words without another date, "
        "or waive the check with a reason",
        related=words.related(),
    )


def _date_problem(
    fact: Fact, field: Field, date: Date, found: Sequence[FoundDate], words: FactWords
) -> Problem:
    readable = [one for one in found if one.readings]
    fix = f"write {readable[0].readings[0]}, lengthen" if readable else "lengthen"
    return Problem(
        position=fact.origin.of(*field),
        rule=Rule.AGREEMENT_DATE,
        found=f"‘{fact.id}’ is dated {date.text} ({show_date(date)}), its evidence says {_read(readable)}",
        fix=f"{fix} the evidence to take in the date, or say in `date_from:` where the date comes from",
        related=words.related(),
    )


def _quoted_problem(fact: Fact, field: Field, date: Date, quoted: Sequence[FoundDate]) -> Problem:
    return Problem(
        position=fact.origin.of(*field),
        rule=Rule.AGREEMENT_DATE,
        found=f"‘{fact.id}’ is dated {date.text} ({show_date(date)}), the words that its `date_from` "
        f"quotes say {_read(quoted)}",
        fix=f"write {quoted[0].readings[0]}, or say in `date_from:` what else the date was taken from, "
        "without quoting other words",
    )


def _misfit_problem(
    fact: Fact, field: Field, date: Date, found: FoundDate, words: FactWords
) -> Problem:
    weekday = f"{date.start.first_day:%A}" if date.start else "another weekday"
    return Problem(
        position=fact.origin.of(*field),
        rule=Rule.AGREEMENT_WEEKDAY,
        found=f"the evidence of ‘{fact.id}’ says “{found.text}”, and {show_date(date)} is a {weekday}",
        fix="mend the weekday or the day in the article, or waive the check with a reason",
        related=words.related(),
    )


def _cut_problem(fact: Fact, found: FoundDate) -> Problem:
    return Problem(
        position=fact.origin.of("evidence"),
        rule=Rule.AGREEMENT_DATE,
        found=f"the evidence of ‘{fact.id}’ cuts “{found.text}” short",
        fix="lengthen the evidence to take in all of these words",
    )


def _read(found: Sequence[FoundDate]) -> str:
    """The words with what they are read as: “on Sunday” (2024-09-08)."""
    return any_of(f"“{one.text}” ({one.readings[0]})" for one in found) if found else "no date"


def _weekday_problem(
    fact: Fact, field: Field, date: Date, weekday: FoundDate, words: FactWords
) -> Problem:
    written = words.briefing.front.published
    return Problem(
        position=fact.origin.of(*field),
        rule=Rule.AGREEMENT_WEEKDAY,
        found=f"‘{fact.id}’ is dated {date.text}, its evidence says “{weekday.text}”: "
        f"{any_of(weekday.readings)}, read from {written}",
        fix=f"write {weekday.readings[0]}, or mend the sentence",
        related=words.related(),
    )
