"""Whether a date agrees with what its `date_from` says."""

import re
from collections.abc import Iterator, Sequence

from dateline.checking.agreement.dates.date_advice import (
    DAYS_OF_A_WEEK,
    list_dates,
    name_of_weekday,
    write_if_certain,
)
from dateline.checking.agreement.dates.fact_dates import DatedField
from dateline.checking.agreement.dates.period_words import (
    is_of_that_year,
)
from dateline.checking.agreement.dates.rival_dates import is_sure_rival
from dateline.checking.agreement.dates.said_dates import allows
from dateline.checking.basis.fact_words import FactWords
from dateline.checking.basis.findings import read_dates
from dateline.facts.dates import (
    CivilDate,
    Date,
    contains,
    known_date,
    show_date,
)
from dateline.facts.kinds import Kind
from dateline.facts.records import Event, Fact
from dateline.language import FoundDate
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule


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
    if rivals and all(is_sure_rival(found, field.date) for found in rivals):
        weekdays = all(found.kind == "weekday" for found in rivals)
        yield field.problem(
            Rule.AGREEMENT_WEEKDAY if weekdays else Rule.AGREEMENT_DATE,
            f"{field.subject}{name_of_weekday(field) if weekdays else ''}, "
            f"but its evidence says {list_dates(rivals, field)}",
            f"{write_if_certain(rivals, field)}, or shorten the evidence to words without another date",
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
            f"{field.subject}, but its `date_from` says {list_dates(stated, field)}",
            "correct the date, or name in `date_from:` the date that was taken from there",
        )


# “Twelve months after the year to 31 March”: another date than the one that it is counted from.
_COUNTED_FROM = compile_later(
    r"\b(?:days?|weeks?|months?|years?) (?:after|before|from|since) (?:the )?"
    r"(?:(?:one|year) )?(?:(?:(?:that|which) )?(?:ended|ends|ending|began|begins|beginning) (?:in |on )?)?$",
    re.IGNORECASE,
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
    return not found.dated and abs(days) == DAYS_OF_A_WEEK
