"""Whether every date of a fact is in its words, or comes from where `date_from` says."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from dateline.checking.agreement.dates.denials import check_denial
from dateline.checking.agreement.dates.period_words import (
    DateInWords,
    beside_change,
    dates_in_effect,
    ends_a_year,
    is_of_that_year,
    is_year_long,
)
from dateline.checking.agreement.dates.years_of_account import (
    COMPARED_WITH,
    is_in_force,
    names_year_of_accounts,
)
from dateline.checking.basis.fact_words import FactWords, any_of, or_waive, sentences_around
from dateline.checking.basis.findings import lies_in, read_dates, touching
from dateline.facts.article import Span
from dateline.facts.dates import (
    CivilDate,
    Date,
    contains,
    first_day,
    known_date,
    last_day,
    same_days,
    show_date,
    weekday_name,
)
from dateline.facts.kinds import Kind
from dateline.facts.origin import Key
from dateline.facts.records import Event, Fact, Figure, FigureKind, Quotation
from dateline.facts.wording import even, find_words
from dateline.frozen import dataclass
from dateline.language import FoundDate
from dateline.patterns import compile_later
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


def is_from_unread(fact: Event | Figure | Quotation, words: FactWords) -> bool:
    """Whether `date_from` may name an event that could not be read, or is not decided on."""
    date_from = fact.date_from or ""
    is_read = date_from in words.briefing.fact_by_id
    return not is_read and bool(date_from) and words.briefing.may_be_unread(date_from, Kind.EVENT)


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
        # An entry of a figure's history has a `date`, which is read as the `as_of` of a figure.
        is_of_entry = self.path == ("as_of",) and self.path not in self.fact.origin.keys
        if self.path == ("date",) or is_of_entry:
            return f"‘{self.fact.id}’ is dated {text}"
        name = ".".join(str(key) for key in self.path if isinstance(key, str))
        return f"`{name}` of ‘{self.fact.id}’ is {text}"

    @property
    def published(self) -> str:
        return f"an article of {self.words.briefing.front.published}"

    def problem(self, rule: Rule, found: str, fix: str) -> Problem:
        return self.words.problem(rule, *self.path, found=found, fix=f"{fix}, {or_waive(rule)}")


def check_date(
    fact: Event | Figure | Quotation, path: tuple[Key, ...], date: Date | None, words: FactWords
) -> Iterator[Problem]:
    if date is None or is_from_unread(fact, words):
        return
    field = DatedField(fact=fact, path=path, date=date, words=words)
    touched = touching(words.findings.dates, words.spans)
    saying = [said for said in touched if says(said[0], date)] or together(touched, date)
    if not saying and path != ("period",):
        saying = [said for said in touched if ends_a_year(said[0], date)]
    if not saying and isinstance(fact, Figure):
        saying = dates_in_effect(date, str(path[-1]), words)
        if not saying and not fact.date_from and is_in_force(date, fact, words):
            return
        if not saying and fact.kind in _AHEAD and _is_year_ahead(touched, field):
            return
    quoted = quoted_dates(fact, words)
    allowed = dates_of(fact) if saying else [date]
    if quoted and not any(
        covers(found, day) or _is_before_named(found, day, words)
        for found in quoted
        for day in allowed
    ):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"{field.subject}, but the passage quoted in `date_from` says {_listed(quoted, field)}",
            f"{_write_if_certain(quoted, field)}, or say in `date_from:` what else the date was taken from, "
            "without quoting another date",
        )
    elif saying:
        yield from check_stated_date(field, saying)
        yield from check_likely(field, [found for found, _ in saying if says(found, date)])
        yield from check_open(field, [found for found, _ in saying])
    else:
        beside = () if fact.date_from else beside_change(words)
        yield from check_unstated_date(field, [found for found, _ in (*touched, *beside)])


def check_stated_date(field: DatedField, saying: Sequence[DateInWords]) -> Iterator[Problem]:
    """The words that say a date are in the evidence whole, name its weekday, and do not deny it."""
    fact, first = field.fact, saying[0][0]
    if not any(lies_in(found, span) for found, span in saying):
        yield field.words.cut_short(Rule.AGREEMENT_DATE, f"‘{fact.id}’", first.text)
    if all(found.misfit for found, _ in saying):
        name = weekday_name(field.date.start) if field.date.start else None
        yield field.problem(
            Rule.AGREEMENT_WEEKDAY,
            f"the evidence of ‘{fact.id}’ says “{first.text}”, "
            f"but {show_date(field.date)} is a {name or 'another weekday'}",
            "correct the weekday or the date in the article",
        )
    yield from check_denial(fact, saying, field.words)


def check_likely(field: DatedField, saying: Sequence[FoundDate]) -> Iterator[Problem]:
    """A reading that is not the likeliest is taken where `date_from` says how the editor knows."""
    if not saying or field.fact.date_from or any(is_likely(found, field.date) for found in saying):
        return
    words, likeliest = " ".join(saying[0].text.split()), saying[0].readings[0]
    yield field.problem(
        Rule.AGREEMENT_DATE,
        f"{field.subject}, but “{words}” in {field.published} is more likely {likeliest}",
        f"say in `date_from:` how you know that {field.date.text} is meant, "
        "or correct the date, or the sentence in the article",
    )


_NO_SOONER = compile_later(
    r"\b(?:until|till|before|earlie(?:r|st)|sooner|soonest)\b", re.IGNORECASE
)


def check_open(field: DatedField, saying: Sequence[FoundDate]) -> Iterator[Problem]:
    """What is expected no sooner than a day, “until at least 14 June”, is not expected on it."""
    if field.fact.date_from or field.date.form != "point":
        return
    if all(_is_no_sooner(found, field) for found in saying):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"{field.subject}, but its evidence says {_listed(saying, field)}, which may be later",
            f"write {field.date.text}/.., or correct the sentence in the article",
        )


def _is_no_sooner(found: FoundDate, field: DatedField) -> bool:
    """Whether the words say only of what is expected when it will not be yet."""
    is_from_then = all(known_date(reading).form == "since" for reading in found.readings)
    return field.path[-1] == "window" and is_from_then and _NO_SOONER.search(found.text) is not None


def check_unstated_date(field: DatedField, found: Sequence[FoundDate]) -> Iterator[Problem]:
    fact, date, words = field.fact, field.date, field.words
    other = [date for date in found if not any(covers(date, own) for own in dates_of(fact))]
    if fact.date_from and fact.date_from in words.briefing.fact_by_id:
        yield from check_date_of_event(field, words.briefing.fact_by_id[fact.date_from])
    elif fact.date_from:
        rivals = [
            each for each in _rivals(field, other) if not _is_last_year_of_accounts(each, field)
        ]
        yield from check_date_from(field, fact.date_from, rivals)
    elif date.start and date.start.day and (weekdays := [f for f in other if f.kind == "weekday"]):
        yield _weekday_problem(field, weekdays[0], is_alone=len(found) == 1)
    else:
        yield _unstated_problem(field, found, _rivals(field, other))


_QUOTED = compile_later(r"[“\"‘]([^“”\"]+?)[”\"’](?!\w)")


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
    return any(_is(known_date(reading), date) for reading in found.readings)


def _is(reading: Date, date: Date) -> bool:
    if (reading.start, reading.end, reading.choices) == (date.start, date.end, date.choices):
        return not date.choices or reading.form == date.form
    if same_days(reading, date):
        return True
    if reading.form == "until" and date.form in ("until", "point"):
        return last_day(reading) == last_day(date)
    return reading.form == "since" and date.form == "point" and reading.start == date.start


def is_likely(found: FoundDate, date: Date) -> bool:
    """Whether it is the likeliest reading, one in or around that, or as likely as the others."""
    first, *others = map(known_date, found.readings)
    fitting = [other for other in others if _is(other, date)]
    nested = any(contains(first, other) or contains(other, first) for other in fitting)
    return found.open or _is(first, date) or nested


def covers(found: FoundDate, date: Date) -> bool:
    """Whether the words say this date, one of its days, or an end of it, as the day of a feast by which."""
    is_open = date.form in ("since", "until")
    is_whole = is_open or (date.start and date.end)
    parts = {date.start, date.end, *date.choices} if is_whole else set()
    return (says(found, date) or ends_a_year(found, date)) or any(
        reading.form == "point" and reading.start in parts
        for reading in map(known_date, found.readings)
    )


def together(touched: Sequence[DateInWords], date: Date) -> list[DateInWords]:
    """The findings that only together say a date: each of several, or both days of a range."""
    wanted = date.choices if date.form == "all-of" else (date.start, date.end)
    is_range = date.form == "range" and all(civil and civil.day for civil in wanted)
    if date.form != "all-of" and not is_range:
        return _from_and_until(touched, date)
    points = [
        [said for said in touched if any(known_date(r).start == civil for r in said[0].readings)]
        for civil in wanted
    ]
    return [said for saying in points for said in saying] if all(points) else []


def _from_and_until(touched: Sequence[DateInWords], date: Date) -> list[DateInWords]:
    """Of “borrowed in 2021, to be repaid by 2041” the two ends of 2021 to 2041."""
    if date.form != "range":
        return []
    begins = [said for said in touched if _has(said[0], "point", date.start)]
    ends = [said for said in touched if _has(said[0], "until", date.end)]
    follow = [end for end in ends if any(begin[0].end <= end[0].start for begin in begins)]
    return [*begins, *follow] if begins and follow else []


def _has(found: FoundDate, form: str, civil: CivilDate | None) -> bool:
    readings = map(known_date, found.readings)
    return any(read.form == form and civil in (read.start, read.end) for read in readings)


def allows(found: FoundDate, date: Date) -> bool:
    closed = [read for read in map(known_date, found.readings) if read.start and read.end]
    return covers(found, date) or any(contains(reading, date) for reading in closed)


def check_date_of_event(field: DatedField, event: Fact) -> Iterator[Problem]:
    theirs = event.date if isinstance(event, Event) else None
    if theirs and not _fits_event(field, theirs):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"{field.subject} from ‘{event.id}’, which is dated {show_date(theirs)}",
            f"write a date that contains that of ‘{event.id}’, "
            "or say in `date_from:` where the date comes from",
        )


def _fits_event(field: DatedField, theirs: Date) -> bool:
    """Whether a date begins with that of the event or holds it; one with an open end has it at the other.

    Two stretches with one end in common have the other, too, unless the article or an event names it.
    """
    date = field.date
    if date.form in ("since", "until"):
        own = date.start if date.form == "since" else date.end
        return own is not None and any(
            own.first_day <= end.first_day <= end.last_day <= own.last_day or own == end
            for end in theirs.bounds
        )
    common = {date.start, date.end} & {theirs.start, theirs.end}
    if (
        date.form == theirs.form == "range"
        and common
        and all(civil and civil.day for civil in common)
    ):
        others = {date.start, date.end} - common
        return all(_is_known(civil, field) for civil in others)
    return date.start == theirs.start or contains(date, theirs)


def _is_known(civil: CivilDate | None, field: DatedField) -> bool:
    """Whether the article or an event has a date that begins or ends then, or may have."""
    blocks, briefing = field.words.findings.dates, field.words.briefing
    if briefing.lacks(Kind.EVENT):
        return True
    every = (found for block in briefing.article.blocks for found in blocks[block.number])
    said = (known_date(reading) for found in every for reading in found.readings)
    events = (event.date for event in briefing.events if event.date)
    return any(civil in (day.start, day.end) for day in (*said, *events))


def check_date_from(
    field: DatedField, date_from: str, rivals: Sequence[FoundDate]
) -> Iterator[Problem]:
    """A date from elsewhere contradicts neither `date_from` nor words that leave no doubt."""
    if rivals and all(_is_sure_rival(found, field.date) for found in rivals):
        weekdays = all(found.kind == "weekday" for found in rivals)
        yield field.problem(
            Rule.AGREEMENT_WEEKDAY if weekdays else Rule.AGREEMENT_DATE,
            f"{field.subject}{_a_weekday(field) if weekdays else ''}, "
            f"but its evidence says {_listed(rivals, field)}",
            f"{_write_if_certain(rivals, field)}, or shorten the evidence to words without another date",
        )
        return
    stated = [
        meant
        for found in read_dates(date_from, field.words.briefing)
        if not _COUNTED_FROM.search(date_from, 0, found.start)
        for meant in _as_in_article(found, field.words)
        if meant.readings
    ]
    if stated and not any(_allows_field(found, field) for found in stated):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"{field.subject}, but its `date_from` says {_listed(stated, field)}",
            "correct the date, or name in `date_from:` the date that was taken from there",
        )


# “Twelve months after the year to 31 March”: another date than the one that it is counted from.
_COUNTED_FROM = compile_later(
    r"\b(?:days?|weeks?|months?|years?) (?:after|before|from|since) (?:the )?$", re.IGNORECASE
)


def _as_in_article(found: FoundDate, words: FactWords) -> Sequence[FoundDate]:
    """What words of `date_from` are read as where the article has them: “By Tuesday evening they had …”."""
    if found.kind not in ("weekday", "range"):
        return [found]
    own = " ".join(found.text.lower().split())
    there = [
        date
        for dates in words.findings.dates
        for date in dates
        if " ".join(date.text.lower().split()) == own
    ]
    return there or [found]


def _allows_field(found: FoundDate, field: DatedField) -> bool:
    """Whether it is that date, or a day of the period: 2022, of “the forecast of 12 September 2022”."""
    if allows(found, field.date) or is_of_that_year(found, field.date):
        return True
    if found.kind == "weekday" and _is_a_week_away(found, field.date):
        return True
    readings = map(known_date, found.readings)
    return field.path == ("period",) and all(contains(field.date, read) for read in readings)


def _is_a_week_away(found: FoundDate, date: Date) -> bool:
    """Whether it is that weekday before or after: no verb of “before Sunday’s count” tells which."""
    theirs = known_date(found.readings[0]).start
    days = (date.start.first_day - theirs.first_day).days if date.start and theirs else 0
    return not found.dated and abs(days) == _DAYS_OF_A_WEEK


_DAYS_OF_A_WEEK = 7


def _is_sure_rival(found: FoundDate, date: Date) -> bool:
    """Whether the words cannot mean the date: their year is certain, or their weekday another."""
    if found.kind != "weekday":
        return found.is_certain
    theirs = known_date(found.readings[0]).start
    if date.start is None or date.start.day is None or theirs is None:
        return False
    return weekday_name(theirs) != weekday_name(date.start)


def _rivals(field: DatedField, other: Sequence[FoundDate]) -> list[FoundDate]:
    """The dates that contradict the fact's: none if one allows it.

    Those of another event of the briefing (“the deal of 2015”) are no contradiction.
    """
    rivals = _of_no_other_event(field, other)
    return [] if any(allows(found, field.date) for found in rivals) else rivals


def _of_no_other_event(field: DatedField, found: Sequence[FoundDate]) -> list[FoundDate]:
    """The dates that are not another event's, nor may be that of one that is not known yet."""
    briefing = field.words.briefing
    if briefing.lacks(Kind.EVENT):
        return []
    events = [event for event in briefing.events if event is not field.fact]
    theirs = [day for event in events for day in dates_of(event)]
    proposed = {
        text for each in briefing.undecided if each.kind is Kind.EVENT for text in each.texts
    }
    return [
        date
        for date in found
        if date.readings
        and proposed.isdisjoint(date.readings)
        and not any(says(date, day) for day in theirs)
    ]


def _is_last_year_of_accounts(found: FoundDate, field: DatedField) -> bool:
    """Whether “last year” may be the year of accounts that ended last, if the article names that year.

    The date is that year, or its last day; “this year” is the one after it.
    """
    date, published = field.date, field.words.briefing.front.published
    first, last = first_day(date), last_day(date)
    if first is None or last is None:
        return False
    years = _dates_of_article(field.words)
    if first <= published <= last and _THIS.match(found.text):
        ends = {last_day(year) for year in years if year.form == "range"}
        return is_of_that_year(found, date) and first - dt.timedelta(days=1) in ends
    if is_of_that_year(found, date) and _is_before_those(date, found, field):
        return True
    if _is_before_named(found, date, field.words):
        return True
    if not (0 <= (published - last).days < _YEAR):
        return False
    is_day = date.form == "point" and date.start and date.start.day
    return any(
        is_of_that_year(found, year)
        and (same_days(year, date) or (is_day and last_day(year) == last))
        for year in years
    )


def _dates_of_article(words: FactWords) -> Iterator[Date]:
    said = (each for block in words.findings.dates for each in block)
    in_tables = (each for cell in words.findings.in_tables.values() for each in cell.dates)
    yield from (known_date(reading) for each in (*said, *in_tables) for reading in each.readings)


def _is_before_those(date: Date, found: FoundDate, field: DatedField) -> bool:
    """Whether it is the year before that of the accounts which the article tells of: they ended within a year.

    “Will cost £4.2m, against £9.1m last year”, of a firm whose year has just ended; not “cost £9.1m last year”.
    """
    published, last = field.words.briefing.front.published, last_day(date)
    is_compared = any(
        found in field.words.findings.dates[span.block]
        and _COMPARED.search(field.words.blocks[span.block].text[: found.start])
        for span in field.words.spans
    )
    return is_compared and any(
        year.form == "range"
        and first_day(year) == (last and last + dt.timedelta(days=1))
        and is_year_long(year)
        and (end := last_day(year)) is not None
        and 0 <= (published - end).days < _YEAR
        for year in _dates_of_article(field.words)
    )


def _is_before_named(found: FoundDate, date: Date, words: FactWords) -> bool:
    """Whether “last year” is the year of accounts before one that its sentence names: “none for 2025-26”."""
    if not (is_of_that_year(found, date) and _LAST.match(found.text)):
        return False
    end = last_day(date)
    before = (
        named
        for span in words.spans
        for named in words.findings.dates[span.block]
        if named.end <= found.start
        and found in words.findings.dates[span.block]
        and named.start >= sentences_around(words.blocks[span.block].text, span)[0]
    )
    return end is not None and any(
        is_year_long(year) and first_day(year) == end + dt.timedelta(days=1)
        for named in before
        for year in map(known_date, named.readings)
    )


def _is_year_ahead(touched: Sequence[DateInWords], field: DatedField) -> bool:
    """Whether “this year” of a forecast may be the year of accounts that has begun, and “next year” the one after it.

    The article names the year of accounts that ended last.
    """
    date, published = field.date, field.words.briefing.front.published
    first = first_day(date)
    if first is None or not is_year_long(date) or len(touched) != 1:
        return False
    text = " ".join(touched[0][0].text.lower().split())
    began = _year_earlier(first) if text.startswith(("next", "the coming")) else first
    ends = {
        last_day(year)
        for year in _dates_of_article(field.words)
        if year.form == "range" and is_year_long(year)
    }
    return (
        _THIS_OR_NEXT.fullmatch(text) is not None
        and began - dt.timedelta(days=1) in ends
        and 0 <= (published - began).days < _YEAR
    )


def _year_earlier(day: dt.date) -> dt.date:
    """The day on which the year of accounts before the one that begins on this day began."""
    return day.replace(year=day.year - 1, day=min(day.day, 28))


_AHEAD = frozenset({FigureKind.FORECAST, FigureKind.TARGET, FigureKind.AGREED})
_THIS_OR_NEXT = compile_later(r"(?:this|the current|next|the coming) year")
_LAST = compile_later(r"last year\b", re.IGNORECASE)
_YEAR = 365
_COMPARED = compile_later(rf"{COMPARED_WITH}\b(?:[^.;:]|\.\d){{0,40}}$", re.IGNORECASE)
_THIS = compile_later(r"(?:this|the current) ", re.IGNORECASE)


def _unstated_problem(
    field: DatedField, found: Sequence[FoundDate], rivals: Sequence[FoundDate]
) -> Problem:
    readable = [date for date in found if date.readings]
    may_be_meant = _of_no_other_event(field, readable)
    fix = "lengthen the evidence to include the date, or say in `date_from:` where the date comes from"
    if rivals:
        fix = f"{_write_if_certain(rivals, field)}, or correct the sentence in the article"
        if field.path != ("said_on",):
            fix += ", or, if that is the date of something else, choose evidence without it and fill in `date_from:`"
    elif may_be_meant:
        fix = f"{_write_if_certain(may_be_meant, field)}, or {fix}"
    said = _listed(rivals or readable, field) or "no date"
    return field.problem(Rule.AGREEMENT_DATE, f"{field.subject}, but its evidence says {said}", fix)


def _write_if_certain(found: Sequence[FoundDate], field: DatedField) -> str:
    """What to write, where the words leave no doubt; else the question."""
    first = found[0]
    is_one = len(found) == len(first.readings) == 1 and not first.misfit
    if not (is_one and _is_of_certain_year(first, field)) or _may_be_of_accounts(first, field):
        return "write the date that is meant"
    reading = first.readings[0]
    # “Since 2003” dates what began then, and what has lasted since.
    point = reading.removesuffix("/..").removeprefix("../")
    if point != reading and not _is_no_sooner(first, field):
        return f"write {point} or {reading}, whichever is meant"
    return f"write {reading}"


def _is_of_certain_year(found: FoundDate, field: DatedField) -> bool:
    """Whether words name the year, or the sheet has the one in which they are read, and no other is named beside."""
    if found.dated:
        return True
    theirs, own = known_date(found.readings[0]), field.date
    is_form = theirs.form == own.form in ("point", "range")
    ends = [(theirs.start, own.start), (theirs.end, own.end)]
    if not is_form or not all(_is_of_same_year(end, other) for end, other in ends):
        return False
    beside = (each for span in field.words.spans for each in field.words.findings.dates[span.block])
    dated = (known_date(reading) for each in beside if each.dated for reading in each.readings)
    named = {end.year for date in dated for end in date.bounds}
    return named <= {end.year for end in own.bounds}


def _is_of_same_year(end: CivilDate | None, other: CivilDate | None) -> bool:
    """Whether two ends are of one year and equally fine."""
    return bool(end and other and end.year == other.year and bool(end.day) == bool(other.day))


def _may_be_of_accounts(found: FoundDate, field: DatedField) -> bool:
    """Whether “last year” may be a year of accounts, which the article names."""
    years = (year for year in _dates_of_article(field.words) if year.form == "range")
    return names_year_of_accounts(found.text) and any(map(is_year_long, years))


def _weekday_problem(field: DatedField, weekday: FoundDate, *, is_alone: bool) -> Problem:
    write = "write the day that is meant"
    if is_alone and len(weekday.readings) == 1 and _is_nearest(weekday, field.date):
        write = f"write {weekday.readings[0]}"
    return field.problem(
        Rule.AGREEMENT_WEEKDAY,
        f"{field.subject}{_a_weekday(field)}, but its evidence says “{weekday.text}”, "
        f"read as {any_of(weekday.readings)} for {field.published}",
        f"{write}, or, if that is the day of something else, "
        "say in `date_from:` where the date comes from, or correct the sentence in the article",
    )


def _is_nearest(weekday: FoundDate, date: Date) -> bool:
    """Whether no other such weekday is as near to the day that the sheet has."""
    theirs = known_date(weekday.readings[0])
    if theirs.form != "point" or not (theirs.start and date.start):
        return False
    return abs(theirs.start.begins - date.start.begins) <= _DAYS_OF_A_WEEK // 2


def _a_weekday(field: DatedField) -> str:
    name = weekday_name(field.date.start) if field.date.start else None
    return f", a {name}" if name else ""


def _listed(found: Sequence[FoundDate], field: DatedField) -> str:
    """The words with what they are read as, “on Sunday” (2024-09-08), if not of a year of accounts."""
    return any_of(
        f"“{date.text}”"
        if (date.text,) == read or _may_be_of_accounts(date, field)
        else f"“{date.text}” ({any_of(read)})"
        for date in found
        for read in [date.readings if date.open else date.readings[:1]]
    )
