"""The date of an article that is the time of a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dateline.checking.coverage.coverage import Finding
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.facts.dates import parse_date
from dateline.language import FoundDate
from dateline.language.en.headlines.clause_parts import clause_around
from dateline.language.en.headlines.number_times import is_beside, is_time_of

# Dates that are the time a number covers; that of the others is the day on which it was true.
_PERIODS: Final = frozenset({"month", "quarter", "season", "year", "decade", "range"})
_WHOLE: Final = re.compile(r"(?:last|this|the past|the previous) (?:year|month|quarter|week)")
# “for the year to March”, “over the first five months”.
_OVER: Final = re.compile(r"\b(?:for|over|per|throughout)(?: the)? $", re.IGNORECASE)
# “a loss of €5 million, against €3 million in May”.
_THAN: Final = re.compile(r"\b(?:against|from|than|and|compared (?:with|to))(?: the)? $")
# “bought the picture for 90 guineas in 1951”, “a trial with 54 cows last summer”: something happened.
_WHEN: Final = re.compile(r", when $")
_IT_HAD: Final = re.compile(
    r",? (?:it|they|he|she|the [a-z]+(?: [a-z]+)?|[A-Z]\w+) (?:had|owned|ran|owed|employed)"
    r"(?: (?:about|around|nearly|almost|some|only|just))? "
)
_DEALT: Final = re.compile(r"\b(?:for|with)(?: (?:about|around|nearly|almost|some|only|just))? $")
# Several years, and a year or a season that nothing happened in but what was counted.
_SEVERAL: Final = re.compile(r"[0-9]{4}/[0-9]{4}")
_NOW: Final = re.compile(r"(?:last|this) (?:year|season)|(?:the past|the last) .+", re.IGNORECASE)
_LONG: Final = re.compile(r"\d{4}|\d{4}/\d{4}|\d{4}-\d\d/\d{4}-\d\d|[\d-]+/\.\.")


def date_of_number(finding: Finding, nearby: NearbyFindings) -> Finding | None:
    """The only date of the number’s clause that is when the number was so."""
    text, number = nearby.text(finding), (finding.span.start, finding.span.end)
    start, _ = clause_around(text, nearby.sentence(finding), number)
    others = [each for each in nearby.stretches(finding, "quantity") if each != number]
    dates = [
        date
        for date in dates_beside(finding, nearby)
        if not date.reading.startswith("../")
        and is_time_of(text, start, number, (date.span.start, date.span.end), others)
    ]
    if by := _by_when(finding, nearby):
        return by
    if when := _WHEN.search(text, 0, start):
        dates += [date for date in _dates(finding, nearby) if date.span.end == when.start()]
    after = [date for date in dates if date.span.start >= number[1]]
    return next(iter(after or dates), None) if after or len(dates) == 1 else None


def _by_when(finding: Finding, nearby: NearbyFindings) -> Finding | None:
    """“By March 2019 it had 63 branches”: so many it had then."""
    text, (start, _) = nearby.text(finding), nearby.sentence(finding)
    return next(
        (
            date
            for date in _dates(finding, nearby)
            if date.span.start == start
            and date.reading.startswith("../")
            and not is_to_come(date, nearby)
            and _IT_HAD.fullmatch(text, date.span.end, finding.span.start)
        ),
        None,
    )


def _dates(finding: Finding, nearby: NearbyFindings) -> list[Finding]:
    return nearby.within(finding, "date", *nearby.sentence(finding))


def dates_beside(finding: Finding, nearby: NearbyFindings) -> list[Finding]:
    """The dates of the number’s clause."""
    number = (finding.span.start, finding.span.end)
    clause = clause_around(nearby.text(finding), nearby.sentence(finding), number)
    return nearby.within(finding, "date", *clause)


def is_right_after(finding: Finding, date: Finding, nearby: NearbyFindings) -> bool:
    """Whether the date stands beside the number, and is of nothing else."""
    number = (finding.span.start, finding.span.end)
    is_after = number[1] <= date.span.start
    return is_after and is_beside(nearby.text(date), number, (date.span.start, date.span.end))


def is_to_come(date: Finding, nearby: NearbyFindings) -> bool:
    """Whether it begins after the article was published."""
    start = parse_date(date.reading.removeprefix("../")).start
    return start is not None and start.first_day > nearby.briefing.front.published


def is_only_of_number(date: Finding, nearby: NearbyFindings) -> bool:
    """Whether it is a time that a number is of, and not one at which something happened: “over the year”."""
    if (
        date.reading.startswith("../")
        or _SEVERAL.fullmatch(date.reading)
        or _NOW.fullmatch(date.text)
    ):
        return True
    text, own = nearby.text(date), (date.span.start, date.span.end)
    is_long = _LONG.fullmatch(date.reading) is not None
    beside = (
        number
        for number in nearby.stretches(date, "quantity")
        if number[1] <= own[0]
        and is_beside(text, number, own)
        and not _DEALT.search(text, 0, number[0])
    )
    return bool(_OVER.search(text, 0, own[0])) or any(
        is_long or _THAN.search(text, 0, number[0]) for number in beside
    )


def time_fields(date: Finding) -> Mapping[str, str]:
    found = date.found
    assert isinstance(found, FoundDate)
    fields = dict(date.fields)
    is_period = found.kind in _PERIODS or _WHOLE.fullmatch(found.text.lower())
    is_by = found.text.startswith("By ")
    name = "period" if is_period and not is_by else "as_of"
    source = {"date_from": fields["date_from"]} if "date_from" in fields else {}
    return {name: fields["date"], **source}


def as_point(date: Finding, finding: Finding) -> Finding:
    """“Since 2006, when 30 boats sank”: of the boats it is 2006; so of what it had “by 2006”."""
    is_past = date.span.end <= finding.span.start and date.reading.endswith("/..")
    is_by = date.reading.startswith("../")
    point = date.reading.removesuffix("/..").removeprefix("../")
    return replace(date, fields=(("date", point),), readings=(point,)) if is_past or is_by else date
