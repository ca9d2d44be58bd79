"""Numbers of a sentence that are one figure at two times, and when each was so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final

from dateline.checking.coverage.coverage import Finding
from dateline.drafting.proposing.figure_times import is_right_after
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.sheets.layout import SheetValue
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en.headlines.compared_numbers import find_compared

_STRETCH: Final = re.compile(r"(?P<start>[0-9][0-9-]*)/(?P<end>[0-9][0-9-]*|\.\.)")
# What was foreseen, asked or set is no earlier value of what was.
_ALIKE: Final = (
    frozenset({"measured", "price", "official claim", "estimate"}),
    frozenset({"legal limit"}),
    frozenset({"agreed"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoTimes:
    """A number as it was `before`, and the one that took its place; `date` is that of the number before."""

    before: Finding
    after: Finding
    date: Finding | None
    stretch: Finding | None


def find_two_times(nearby: NearbyFindings) -> Iterator[TwoTimes]:
    """The pairs of all sentences, each number of one unit, or without one of its own."""
    quantities = [
        finding
        for finding in nearby.checked.coverage
        if finding.kind == "quantity"
        and nearby.is_left(finding)
        and finding.span.block not in nearby.checked.passages.tables.by_block
    ]
    sentences = groupby(quantities, key=lambda each: (each.span.block, nearby.sentence(each)))
    for (_, (start, _)), group in sentences:
        own = [*group]
        spans = [(finding.span.start, finding.span.end) for finding in own]
        for before, after in find_compared(nearby.text(own[0]), start, spans):
            if _is_one_unit(own[before], own[after]):
                yield _at_times(own[before], own[after], nearby)


def _is_one_unit(first: Finding, second: Finding) -> bool:
    shares = [
        isinstance(each.found, FoundQuantity) and each.found.unit == "share"
        for each in (first, second)
    ]
    if any(shares) and not all(shares):
        return False  # “three out of five, down from five”
    units = {(dict(each.fields).get("unit") or "").partition("/")[0] for each in (first, second)}
    return len(units - {""}) <= 1 and (len(units) == 1 or not units & {"share", "times"})


def _at_times(before: Finding, after: Finding, nearby: NearbyFindings) -> TwoTimes:
    dates = nearby.within(before, "date", *nearby.sentence(before))
    end = after.span.start if before.span.start < after.span.start else nearby.sentence(before)[1]
    own = [date for date in dates if date.span.end <= end]
    beside = next((date for date in own if is_right_after(before, date, nearby)), None)
    last = max(before.span.end, after.span.end)
    stretches = [
        date
        for date in dates
        if _STRETCH.fullmatch(date.reading)
        # “six seats from nine, its worst result since 1946”
        and "," not in nearby.text(before)[last : date.span.start]
    ]
    is_of_both = beside is None or beside in stretches
    stretch = stretches[0] if is_of_both and len(stretches) == 1 and len(dates) == 1 else None
    return TwoTimes(before=before, after=after, date=None if stretch else beside, stretch=stretch)


def with_the_one_before(
    before: Proposal, after: Proposal, times: TwoTimes, nearby: NearbyFindings
) -> Proposal | None:
    """The later number with the one before in its history; None where one of the two was only foreseen."""
    kinds = {before.fields.get("kind"), after.fields.get("kind")}
    is_of_one_kind = any(kinds <= each for each in _ALIKE)
    if not is_of_one_kind or "history" in {*after.fields, *before.fields}:
        return None
    stretch = _STRETCH.fullmatch(times.stretch.reading) if times.stretch else None
    fields = {**after.fields}
    if stretch and stretch["end"] != "..":
        fields = {name: value for name, value in fields.items() if name not in _TIMES}
        fields |= {"as_of": stretch["end"], **_from(times, "end")}
    elif stretch:
        fields = {name: value for name, value in fields.items() if name not in _TIMES}
    unit = after.fields.get("unit") or before.fields.get("unit")
    if _has_rate(before) and not _has_rate(after):
        unit = before.fields["unit"]
    hedge = {"hedge": before.fields["hedge"]} if "hedge" in before.fields else {}
    date = _date_before(times, fields, nearby)
    history: dict[str, SheetValue] = {
        "date": date["date"],
        "value": before.fields["value"],
        **hedge,
        **date,
    }
    evidence = fields.pop("evidence")
    named = {"unit": unit} if unit else {}
    whole = {**fields, **named, "history": [history], "evidence": evidence}
    return replace(after, fields=whole)


_TIMES: Final = ("as_of", "period", "date_from")


def _has_rate(proposal: Proposal) -> bool:
    return "/" in str(proposal.fields.get("unit") or "")


def _from(times: TwoTimes, edge: str) -> Mapping[str, SheetValue]:
    """Where an edge comes from that the words do not have: the beginning of “the two years to March 2023”."""
    stretch = _STRETCH.fullmatch(times.stretch.reading) if times.stretch else None
    if times.stretch is None or stretch is None or stretch[edge] in times.stretch.text:
        return {}
    return {"date_from": f"the {edge} of “{times.stretch.text}”"}


def _date_before(
    times: TwoTimes, fields: Mapping[str, SheetValue], nearby: NearbyFindings
) -> Mapping[str, SheetValue]:
    """Its own date, where a stretch of time begins, or a time until which it was so."""
    if times.date:
        own = dict(times.date.fields)
        source: dict[str, SheetValue] = (
            {"date_from": own["date_from"]} if "date_from" in own else {}
        )
        return {"date": own["date"], **source}
    stretch = _STRETCH.fullmatch(times.stretch.reading) if times.stretch else None
    if stretch:
        return {"date": stretch["start"], **_from(times, "start")}
    given = str(fields.get("as_of") or fields.get("period") or "")
    until = given if re.fullmatch(r"[0-9-]+", given) else ""
    day = nearby.briefing.front.published.isoformat()
    return {"date": f"../{until or day}", "date_from": "before the value that took its place"}
