"""What a sentence says that a number was before: “fell from 612 tonnes in 2016 to 171 tonnes in 2019”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.checking.coverage.coverage import Finding
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.dates import Date, parse_date, sort_key

_SAME = ("label", "unit", "by")
# What was foreseen, asked or set is no earlier value of what was.
_KINDS = frozenset({"measured", "price", "official claim", "estimate"})


def with_earlier_values(made: Mapping[Finding, Proposal]) -> tuple[Proposal, ...]:
    """The proposals, those of two times in one sentence as one: the later, with the other in its history."""
    pairs = {
        both
        for both in pairwise(made)
        if _is_pair(made[both[0]], made[both[1]]) and _is_alone(both, made)
    }
    absorbed: dict[Finding, Proposal] = {}
    left_out = set[Finding]()
    for both in pairs:
        first, second = both
        is_undated = _time(made[first]) is None
        in_order = (
            (second, first)
            if is_undated
            else sorted(both, key=lambda each: sort_key(_date(made[each])))
        )
        earlier, later = in_order
        whole = made[later].with_fields({"history": [_entry(made[earlier])]})
        absorbed[later] = replace(whole, id=made[first].id)
        left_out.add(earlier)
    return tuple(
        absorbed.get(each, proposal) for each, proposal in made.items() if each not in left_out
    )


def _is_pair(first: Proposal, second: Proposal) -> bool:
    """Whether one number at two times, each in its own words."""
    is_same = all(first.fields.get(name) == second.fields.get(name) for name in _SAME)
    kinds = {first.fields.get("kind"), second.fields.get("kind")}
    is_same = is_same and (len(kinds) == 1 or kinds <= _KINDS)
    is_whole = first.fields["label"] is not None and "history" not in {
        *first.fields,
        *second.fields,
    }
    times = (_time(first), _time(second))
    is_of_times = None not in times and times[0] != times[1] and _shape(first) == _shape(second)
    is_then = times[0] is None and times[1] is not None and _is_compared(first, second)
    return is_same and is_whole and (is_of_times or is_then) and first.sentence == second.sentence


def _is_compared(first: Proposal, second: Proposal) -> bool:
    """“31 countries this season, down from 58 in 2012”: what the second was before the first."""
    before, _, _ = first.sentence.partition(str(second.fields["value"]))
    return _BEFORE.search(before) is not None


_BEFORE: Final = re.compile(
    r"\b(?:up|down) from (?:(?:about|around|just|only|nearly|some) )?[£$€]?$"
)


def _is_alone(both: tuple[Finding, Finding], made: Mapping[Finding, Proposal]) -> bool:
    """Whether no third number of the sentence may be of the same: which of three it was, a human says."""
    own = made[both[0]]
    return not any(
        proposal.sentence == own.sentence
        and proposal.fields.get("unit") == own.fields.get("unit")
        and proposal.fields["label"] in (own.fields["label"], None)
        for each, proposal in made.items()
        if each not in both
    )


def _time(proposal: Proposal) -> str | None:
    found = proposal.fields.get("period") or proposal.fields.get("as_of")
    return str(found) if found else None


def _shape(proposal: Proposal) -> str:
    """Years with years and months with months: the year to October is not before that September."""
    return re.sub(r"\d", "0", _time(proposal) or "")


def _date(proposal: Proposal) -> Date:
    return parse_date(_time(proposal) or "")


def _entry(proposal: Proposal) -> SheetValue:
    kept = {
        name: proposal.fields[name] for name in ("hedge", "date_from") if name in proposal.fields
    }
    return {"date": _time(proposal) or "", "value": proposal.fields["value"], **kept}
