"""What is said of a date that its words do not have, and what to write."""

import re
from collections.abc import Sequence

from dateline.checking.agreement.dates.fact_dates import DatedField
from dateline.checking.agreement.dates.last_year import may_be_of_accounts
from dateline.checking.agreement.dates.rival_dates import of_no_other_event
from dateline.checking.agreement.dates.said_dates import season_of
from dateline.checking.basis.fact_words import any_of
from dateline.facts.dates import (
    CivilDate,
    Date,
    known_date,
    weekday_name,
)
from dateline.language import FoundDate
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule


def unstated_problem(
    field: DatedField, found: Sequence[FoundDate], rivals: Sequence[FoundDate]
) -> Problem:
    readable = [date for date in found if date.readings]
    may_be_meant = of_no_other_event(field, readable)
    fix = "lengthen the evidence to include the date, or say in `date_from:` where the date comes from"
    if rivals:
        fix = f"{write_if_certain(rivals, field)}, or correct the sentence in the article"
        if field.path != ("said_on",):
            fix += ", or, if that is the date of something else, choose evidence without it and fill in `date_from:`"
    elif may_be_meant:
        fix = f"{write_if_certain(may_be_meant, field)}, or {fix}"
    said = list_dates(rivals or readable, field) or "no date"
    return field.problem(Rule.AGREEMENT_DATE, f"{field.subject}, but its evidence says {said}", fix)


def write_if_certain(found: Sequence[FoundDate], field: DatedField) -> str:
    """What to write, where the words leave no doubt; else the question."""
    first = found[0]
    is_one = len(found) == len(first.readings) == 1 and not first.misfit
    if not (is_one and _is_of_certain_year(first, field)) or may_be_of_accounts(first, field):
        return "write the date that is meant"
    reading = first.readings[0]
    # “Since 2003” dates what began then, and what has lasted since.
    point = reading.removesuffix("/..").removeprefix("../")
    if point != reading and not is_no_sooner(first, field):
        season = season_of(first, known_date(reading))
        return f"write {season.text if season else point} or {reading}, whichever is meant"
    return f"write {reading}"


_NO_SOONER = compile_later(
    r"\b(?:until|till|before|earlie(?:r|st)|sooner|soonest)\b", re.IGNORECASE
)


def is_no_sooner(found: FoundDate, field: DatedField) -> bool:
    """Whether the words say only of what is expected when it will not be yet."""
    is_from_then = all(known_date(reading).form == "since" for reading in found.readings)
    return field.path[-1] == "window" and is_from_then and _NO_SOONER.search(found.text) is not None


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


def weekday_problem(field: DatedField, weekday: FoundDate, *, is_alone: bool) -> Problem:
    write = "write the day that is meant"
    if is_alone and len(weekday.readings) == 1 and _is_nearest(weekday, field.date):
        write = f"write {weekday.readings[0]}"
    return field.problem(
        Rule.AGREEMENT_WEEKDAY,
        f"{field.subject}{name_of_weekday(field)}, but its evidence says “{weekday.text}”, "
        f"read as {any_of(weekday.readings)} for {field.published}",
        f"{write}, or, if that is the day of something else, "
        "say in `date_from:` where the date comes from, or correct the sentence in the article",
    )


def _is_nearest(weekday: FoundDate, date: Date) -> bool:
    """Whether no other such weekday is as near to the day that the sheet has."""
    theirs = known_date(weekday.readings[0])
    if theirs.form != "point" or not (theirs.start and date.start):
        return False
    return abs(theirs.start.begins - date.start.begins) <= DAYS_OF_A_WEEK // 2


def name_of_weekday(field: DatedField) -> str:
    name = weekday_name(field.date.start) if field.date.start else None
    return f", a {name}" if name else ""


def list_dates(found: Sequence[FoundDate], field: DatedField) -> str:
    """The words with what they are read as, “on Sunday” (2024-09-08), if not of a year of accounts."""
    return any_of(
        f"“{date.text}”"
        if (date.text,) == read or may_be_of_accounts(date, field)
        else f"“{date.text}” ({any_of(read)})"
        for date in found
        for read in [date.readings if date.open else date.readings[:1]]
    )


DAYS_OF_A_WEEK = 7
