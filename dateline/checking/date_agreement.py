"""Whether every date of a fact is in its words, or comes from where `date_from` says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.checking.denials import check_denial
from dateline.checking.fact_words import FactWords, any_of, or_correct, or_waive
from dateline.checking.findings import lies_in, read_dates, touching
from dateline.facts.article import Span
from dateline.facts.dates import Date, contains, last_day, parse_date, show_date
from dateline.facts.origin import Key
from dateline.facts.records import Event, Fact, Figure, Quotation
from dateline.facts.wording import even, find_words
from dateline.language import FoundDate
from dateline.language.en import find_clock_times, find_zones
from dateline.problems import Problem, Rule


def dates_of(fact: Fact) -> list[Date]:
    match fact:
        case Event():
            announced = [day for way in fact.expected for day in (way.window, way.said_on)]
            dates = [fact.date, *announced]
        case Figure():
            dates = [fact.period, fact.as_of, fact.made]
        case Quotation():
            dates = [fact.said_on]
        case _:
            dates = []
    return [date for date in dates if date]


def check_event_dates(event: Event, words: FactWords) -> Iterator[Problem]:
    """The date and the windows of an event are in its words, except where a later source gave one."""
    yield from check_date(event, ("date",), event.date, words)
    yield from check_time(event, ("time",), event.time, words)
    for number, expected in enumerate(event.expected):
        if not expected.source:
            yield from check_date(event, ("expected", number, "window"), expected.window, words)
            yield from check_date(event, ("expected", number, "said_on"), expected.said_on, words)
            yield from check_time(event, ("expected", number, "time"), expected.time, words)


def check_time(
    event: Event, path: tuple[Key, ...], time: str | None, words: FactWords
) -> Iterator[Problem]:
    """`time` and the evidence share a clock time; in different time zones they are not compared."""
    if time is None:
        return
    text = " … ".join(map(words.text, words.spans))
    own, theirs = find_clock_times(time), find_clock_times(text)
    own_zones, their_zones = find_zones(time), find_zones(text)
    is_one_zone = not (own_zones and their_zones) or own_zones & their_zones
    if own and theirs and is_one_zone and not any(a & b for a in own for b in theirs):
        clocks = [f"{at // 60:02}:{at % 60:02}" for at in sorted(frozenset[int]().union(*theirs))]
        found = f"‘{event.id}’ has the time “{time}”, but its evidence says {any_of(clocks)}"
        fix = f"write {any_of(clocks)}, {or_correct(Rule.AGREEMENT_TIME)}"
        yield words.problem(Rule.AGREEMENT_TIME, *path, found=found, fix=fix)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedField:
    fact: Event | Figure | Quotation
    path: tuple[Key, ...]
    date: Date
    words: FactWords

    @property
    def subject(self) -> str:
        shown = show_date(self.date)
        text = self.date.text if shown == self.date.text else f"{self.date.text} ({shown})"
        return f"‘{self.fact.id}’ is dated {text}"

    def problem(self, rule: Rule, found: str, fix: str) -> Problem:
        return self.words.problem(rule, *self.path, found=found, fix=fix)


def check_date(
    fact: Event | Figure | Quotation, path: tuple[Key, ...], date: Date | None, words: FactWords
) -> Iterator[Problem]:
    if date is None:
        return
    field = DatedField(fact=fact, path=path, date=date, words=words)
    touched = touching(words.findings.dates, words.spans)
    saying = [(found, span) for found, span in touched if says(found, date)]
    quoted = quoted_dates(fact, words)
    allowed = dates_of(fact) if saying else [date]
    if quoted and not any(says(found, day) for found in quoted for day in allowed):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"{field.subject}, but the passage quoted in `date_from` says {_listed(quoted)}",
            f"write {quoted[0].readings[0]}, or say in `date_from:` what else the date was taken from, "
            "without quoting another date",
        )
    elif saying:
        yield from check_stated_date(field, saying)
    else:
        yield from check_unstated_date(field, [found for found, _ in touched])


def check_stated_date(
    field: DatedField, saying: Sequence[tuple[FoundDate, Span]]
) -> Iterator[Problem]:
    fact, first = field.fact, saying[0][0]
    if not any(lies_in(found, span) for found, span in saying):
        yield field.words.cut_short(Rule.AGREEMENT_DATE, f"‘{fact.id}’", first.text)
    if all(found.misfit for found, _ in saying):
        date = field.date
        weekday = f"{date.start.first_day:%A}" if date.start else "another weekday"
        yield field.problem(
            Rule.AGREEMENT_WEEKDAY,
            f"the evidence of ‘{fact.id}’ says “{first.text}”, but {show_date(date)} is a {weekday}",
            "correct the weekday or the date in the article, " + or_waive(Rule.AGREEMENT_WEEKDAY),
        )
    yield from check_denial(fact, saying, field.words)


def check_unstated_date(field: DatedField, found: Sequence[FoundDate]) -> Iterator[Problem]:
    fact, date, words = field.fact, field.date, field.words
    other = [date for date in found if not any(says(date, own) for own in dates_of(fact))]
    weekdays = [found for found in other if found.kind == "weekday"]
    if weekdays and date.start is not None and date.start.day is not None:
        yield _weekday_problem(field, weekdays[0])
    elif fact.date_from is None:
        yield _unstated_problem(field, found, _rivals(field, other))
    elif fact.date_from in words.briefing.fact_by_id:
        yield from check_date_of_event(field, words.briefing.fact_by_id[fact.date_from])
    else:
        yield from check_date_from(field, fact.date_from, other)


_QUOTED = re.compile(r"[“\"‘]([^“”\"]+?)[”\"’](?!\w)")


def quoted_dates(fact: Event | Figure | Quotation, words: FactWords) -> list[FoundDate]:
    """Dates that `date_from` quotes or derives: of “the day before ‘Wednesday’”, Tuesday too."""
    date_from = fact.date_from or ""
    quoted = [
        Span(block=block.number, start=start, end=end)
        for passage in _QUOTED.findall(date_from)
        for block in words.blocks
        for start, end in find_words(even(passage), even(block.text))
    ]
    found = [date for date, _ in touching(words.findings.dates, quoted) if date.readings]
    derived = read_dates(_QUOTED.sub(r"\1", date_from), words.briefing) if found else ()
    return [*found, *(date for date in derived if date.readings)]


def says(found: FoundDate, date: Date) -> bool:
    """Whether some reading of the words is this date.

    "by September 2025" and "since 2003" name a month and a year that an event may be dated by; the end
    of 2026 is the end of its December.
    """
    return any(_is(parse_date(reading), date) for reading in found.readings)


def _is(reading: Date, date: Date) -> bool:
    if (reading.start, reading.end, reading.choices) == (date.start, date.end, date.choices):
        return True
    if reading.form == "until" and date.form in ("until", "point"):
        return last_day(reading) == last_day(date)
    return reading.form == "since" and date.form == "point" and reading.start == date.start


def allows(found: FoundDate, date: Date) -> bool:
    closed = [read for read in map(parse_date, found.readings) if read.start and read.end]
    return says(found, date) or any(contains(reading, date) for reading in closed)


def check_date_of_event(field: DatedField, event: Fact) -> Iterator[Problem]:
    theirs = event.date if isinstance(event, Event) else None
    if theirs and theirs.start != field.date.start and not contains(field.date, theirs):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"‘{field.fact.id}’ is dated {show_date(field.date)} from ‘{event.id}’, "
            f"which is dated {show_date(theirs)}",
            f"write a date that contains that of ‘{event.id}’, "
            "or say in `date_from:` where the date comes from",
        )


def check_date_from(
    field: DatedField, date_from: str, other: Sequence[FoundDate]
) -> Iterator[Problem]:
    """A date from elsewhere contradicts neither the words nor `date_from` itself.

    `other` are the dates in the words that are not the fact's own.
    """
    words, date = field.words, field.date
    if rival := _rivals(field, other):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"{field.subject}, but its evidence says {_listed(rival)}",
            f"write {rival[0].readings[0]}, or shorten the evidence to words without another date, "
            + or_waive(Rule.AGREEMENT_DATE),
        )
        return
    stated = [found for found in read_dates(date_from, words.briefing) if found.readings]
    if stated and not any(allows(found, date) for found in stated):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"{field.subject}, but its `date_from` says {_listed(stated)}",
            f"write {stated[0].readings[0]}, or name in `date_from:` the date that was taken from there",
        )


def _rivals(field: DatedField, other: Sequence[FoundDate]) -> list[FoundDate]:
    """The dates that contradict the fact's: none if one allows it.

    Those of another event of the briefing (“the deal of 2015”) are no contradiction.
    """
    events = [event for event in field.words.briefing.events if event is not field.fact]
    theirs = [day for event in events for day in dates_of(event)]
    rivals = [found for found in other if found.readings]
    rivals = [found for found in rivals if not any(says(found, day) for day in theirs)]
    return [] if any(allows(found, field.date) for found in rivals) else rivals


def _unstated_problem(
    field: DatedField, found: Sequence[FoundDate], rivals: Sequence[FoundDate]
) -> Problem:
    readable = [date for date in found if date.readings]
    write = f"write {readable[0].readings[0]}, lengthen" if readable else "lengthen"
    fix = f"{write} the evidence to include the date, or say in `date_from:` where the date comes from"
    if rivals:
        fix = f"write {rivals[0].readings[0]}, or correct the sentence in the article"
        if field.path != ("said_on",):
            fix += ", or, if that is the date of something else, choose evidence without it and fill in `date_from:`"
    said = _listed(rivals or readable) or "no date"
    return field.problem(Rule.AGREEMENT_DATE, f"{field.subject}, but its evidence says {said}", fix)


def _weekday_problem(field: DatedField, weekday: FoundDate) -> Problem:
    return field.problem(
        Rule.AGREEMENT_WEEKDAY,
        f"‘{field.fact.id}’ is dated {field.date.text}, but its evidence says “{weekday.text}”, "
        f"which is {any_of(weekday.readings)} for an article of {field.words.briefing.front.published}",
        f"write {any_of(weekday.readings)}, {or_correct(Rule.AGREEMENT_WEEKDAY)}",
    )


def _listed(found: Sequence[FoundDate]) -> str:
    """The words with what they are read as: “on Sunday” (2024-09-08)."""
    readings = [(date.text, date.readings[0]) for date in found]
    return any_of(
        f"“{text}”" if text == reading else f"“{text}” ({reading})" for text, reading in readings
    )
