"""The numbers of an article, each with a label from its clause; of a table, one for each row."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.checking.coverage.coverage import Finding
from dateline.checking.coverage.table_rows import HistoryEntry, find_histories
from dateline.drafting.proposing.earlier_values import with_earlier_values
from dateline.drafting.proposing.figure_choice import is_idle, is_of_no_use, is_wanted
from dateline.drafting.proposing.figure_sources import evidence_of, is_according, said_by
from dateline.drafting.proposing.figure_times import (
    as_point,
    date_of_number,
    dates_beside,
    is_only_of_number,
    is_right_after,
    is_to_come,
    time_fields,
)
from dateline.drafting.proposing.nearby import NearbyFindings
from dateline.drafting.proposing.new_ids import NewIds
from dateline.drafting.proposing.one_at_two_times import (
    TwoTimes,
    find_two_times,
    with_the_one_before,
)
from dateline.drafting.proposing.proposal import Proposal
from dateline.drafting.proposing.table_figures import (
    has_row_date,
    is_dated,
    is_dated_by_heads,
    kind_of_cell,
    label_of_cell,
    unit_of_cell,
)
from dateline.drafting.proposing.units_around import is_noun, unit_of_number
from dateline.drafting.sheets.layout import SheetValue
from dateline.facts.kinds import Kind
from dateline.facts.tables import TableCell
from dateline.facts.units import is_money
from dateline.frozen import dataclass
from dateline.language import FoundQuantity
from dateline.language.en.headlines.labels.beside_number import find_label_beside
from dateline.language.en.headlines.labels.figure_label import FigureLabel
from dateline.language.en.headlines.labels.find_label import find_label
from dateline.language.en.headlines.labels.number_in_sentence import NumberInSentence
from dateline.language.en.headlines.labels.of_lists import find_label_in_list, find_label_of_part
from dateline.language.en.headlines.number_kinds import NumberInText, NumberKind, find_number_kind
from dateline.language.en.words import TIME_UNITS


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedFigures:
    """The proposals, with dates that are no events.

    `dates` are only those of numbers, `own` the dates that the proposals have, and `dated` all that stand
    beside a number.
    """

    proposals: tuple[Proposal, ...]
    dates: frozenset[Finding]
    own: frozenset[Finding]
    dated: frozenset[Finding]


def _numbers_left(nearby: NearbyFindings) -> Iterator[Finding]:
    for finding in nearby.checked.coverage:
        if finding.kind == "quantity" and nearby.is_left(finding):
            yield finding


def propose_figures(nearby: NearbyFindings, ids: NewIds) -> ProposedFigures:
    histories = find_histories(nearby.checked.coverage, nearby.checked.passages.tables)
    rows: dict[Finding, list[Finding]] = {}
    for finding, entry in histories.items():
        rows.setdefault(entry.figure, []).append(finding)
    twins = _twins(rows, nearby)
    pairs = [*find_two_times(nearby)]
    numbers = [finding for finding in _numbers_left(nearby) if finding not in histories]
    labels = _with_labels_of_pairs(pairs, _labels(numbers, nearby))
    dates = {
        finding: None if is_dated(finding) else date_of_number(finding, nearby)
        for finding in labels
    }
    dates |= {pair.before: pair.date for pair in pairs if pair.before in labels}
    proposals: dict[Finding, Proposal] = {}
    for finding, label in labels.items():
        proposal = _proposal(finding, label, dates[finding], nearby, ids)
        if twin := twins.get(finding):
            proposal = proposal.with_fields(_of_twin(proposal, twin, nearby))
        history = _history(rows.get(finding, ()), histories, nearby)
        if finding not in twins.values():
            proposals[finding] = proposal.with_fields({"history": history} if history else {})
    _join(pairs, proposals, nearby)
    own = [(date, labels[finding]) for finding, date in dates.items() if date]
    return ProposedFigures(
        proposals=with_earlier_values(proposals),
        dates=frozenset(date for date, label in own if _is_only_its(date, label, nearby)),
        own=frozenset(date for date, label in own if label),
        dated=frozenset(date for finding in labels for date in dates_beside(finding, nearby)),
    )


def _with_labels_of_pairs(
    pairs: Iterable[TwoTimes], labels: Mapping[Finding, FigureLabel | None]
) -> Mapping[Finding, FigureLabel | None]:
    """The labels, of two numbers that are one at two times the same; both are figures where one is."""
    made = {**labels}
    for pair in pairs:
        own = made.get(pair.after)
        if label := own or made.get(pair.before):
            is_subject = own is not None and own.is_subject
            made |= {pair.before: label, pair.after: replace(label, is_subject=is_subject)}
    return dict(sorted(made.items(), key=lambda item: (item[0].span.block, item[0].span.start)))


def _join(
    pairs: Iterable[TwoTimes], proposals: dict[Finding, Proposal], nearby: NearbyFindings
) -> None:
    """Each pair as one proposal, in its place: the later number, with the one before in its history."""
    for pair in pairs:
        before, after = proposals.get(pair.before), proposals.get(pair.after)
        if before and after and (whole := with_the_one_before(before, after, pair, nearby)):
            proposals[pair.after] = replace(whole, id=min(before.id, after.id, key=len))
            del proposals[pair.before]
        elif before and after and before.fields["kind"] in ("forecast", "target"):
            proposals[pair.before] = before.with_fields({"kind": "measured"})


def _labels(
    findings: Iterable[Finding], nearby: NearbyFindings
) -> Mapping[Finding, FigureLabel | None]:
    """The numbers that are figures, each with its label; a number in passing only if it has one."""
    labels: dict[Finding, FigureLabel | None] = {}
    for finding in findings:
        is_set = _is_set(finding, nearby)
        if (is_set and finding.offered) or is_wanted(finding, nearby):
            label = (
                _label_before(finding, labels, nearby)
                or _label_in_list(finding, labels, nearby, is_part=True)
                or _label_of(finding, nearby)
                or _label_in_list(finding, labels, nearby, is_part=False)
            )
            is_in_passing = finding.offered or is_idle(finding, nearby)
            is_none = _is_denied_share(finding) or _is_few_alone(finding, label)
            if (label or is_set or not is_in_passing) and not is_none:
                labels[finding] = label
    return labels


def _is_few_alone(finding: Finding, label: FigureLabel | None) -> bool:
    """“Two electric motors”: so few, of which nothing else is said."""
    found, unit = finding.found, dict(finding.fields).get("unit") or ""
    is_few = isinstance(found, FoundQuantity) and found.low is not None and found.low <= _FEW
    is_alone = label is not None and label.words.endswith(unit) and len(label.words.split()) <= _FEW
    return is_few and is_noun(unit) and is_alone


_FEW: Final = 3


def _is_denied_share(finding: Finding) -> bool:
    """“Neither had won more than half”: nothing that was measured is half."""
    found = finding.found
    return isinstance(found, FoundQuantity) and found.unit == "share" and found.negation == "turned"


def _is_only_its(date: Finding, label: FigureLabel | None, nearby: NearbyFindings) -> bool:
    return bool(label and label.is_subject) or is_only_of_number(date, nearby)


def _twins(rows: Collection[Finding], nearby: NearbyFindings) -> dict[Finding, Finding]:
    """The sums that the text has before a table has them with their history: proposed once, there."""
    in_text = {
        (other.found.low, other.found.high, other.found.unit): other
        for other in reversed(nearby.checked.coverage)
        if isinstance(other.found, FoundQuantity)
        and other.span.block not in nearby.checked.passages.tables.by_block
        and is_money(other.found.unit or "")
        and nearby.is_left(other)
        and nearby.quotation_around(other) is None
    }
    return {
        finding: in_text[key]
        for finding in rows
        if isinstance(finding.found, FoundQuantity)
        and (key := (finding.found.low, finding.found.high, finding.found.unit)) in in_text
    }


def _of_twin(proposal: Proposal, twin: Finding, nearby: NearbyFindings) -> Mapping[str, SheetValue]:
    """The year to March that the text says, with its words, where the table has only its year."""
    year, date = proposal.fields.get("period"), date_of_number(twin, nearby)
    period = time_fields(date).get("period", "") if date else ""
    if not (year and re.fullmatch(rf"[0-9]{{4}}-[0-9]{{2}}/{year}-[0-9]{{2}}", period)):
        return {}
    both = [proposal.fields["evidence"], evidence_of(twin, None, nearby)]
    return {"period": period, "evidence": both}


def _label_of(finding: Finding, nearby: NearbyFindings) -> FigureLabel | None:
    found = finding.found
    assert isinstance(found, FoundQuantity)
    if cell := _cell_of(finding, nearby):
        words = label_of_cell(finding, cell, nearby)
        return FigureLabel(words=words) if words else None
    if found.negation == "open":
        return None  # “cost of a permit” is not what a permit never costs
    unit = (unit_of_number(finding, nearby) or "").partition("/")[0]
    return find_label(
        NumberInSentence(
            text=nearby.text(finding),
            sentence=nearby.sentence(finding),
            found=found,
            noun=unit if is_noun(unit) else None,
            dates=nearby.stretches(finding, "date"),
            names=nearby.stretches(finding, "name"),
            small_words=nearby.small_words,
            whom=lambda pronoun: nearby.whom(finding, pronoun),
        )
    )


def _label_before(
    finding: Finding, labels: Mapping[Finding, FigureLabel | None], nearby: NearbyFindings
) -> FigureLabel | None:
    """That of the number with which this one is compared: “3,900 homes, down from 5,200 on Monday”."""
    found, last = finding.found, _number_before(finding, nearby)
    label = labels.get(last) if last else None
    if not (last and label and isinstance(found, FoundQuantity)):
        return None
    unit, other = (dict(each.fields).get("unit") for each in (finding, last))
    is_same = not unit or unit == other
    return find_label_beside(
        nearby.text(finding), label, last.span.end, found, is_same_unit=is_same
    )


def _number_before(finding: Finding, nearby: NearbyFindings) -> Finding | None:
    """The last number before in its sentence, but for “three times”."""
    start, _ = nearby.sentence(finding)
    before = [
        other
        for other in nearby.within(finding, "quantity", start, finding.span.start)
        if not (isinstance(other.found, FoundQuantity) and other.found.unit == "times")
    ]
    return before[-1] if before else None


def _label_in_list(
    finding: Finding,
    labels: Mapping[Finding, FigureLabel | None],
    nearby: NearbyFindings,
    *,
    is_part: bool,
) -> FigureLabel | None:
    """By that of the number before it in a list: “47% would go, 40% would stay and 13% were undecided”."""
    last = _number_before(finding, nearby)
    label = labels.get(last) if last else None
    if not (last and label) or last.span.block != finding.span.block:
        return None
    between = (last.span.end, finding.span.start)
    if is_part:
        return find_label_of_part(nearby.text(finding), label, between)
    nouns = [unit_of_number(each, nearby) for each in (last, finding)]
    noun, own = (unit if is_noun(unit) else None for unit in nouns)
    return find_label_in_list(nearby.text(finding), label, between, noun, own)


def _cell_of(finding: Finding, nearby: NearbyFindings) -> TableCell | None:
    return nearby.checked.passages.tables.by_block.get(finding.span.block)


def _proposal(
    finding: Finding,
    label: FigureLabel | None,
    date: Finding | None,
    nearby: NearbyFindings,
    ids: NewIds,
) -> Proposal:
    cell, by = _cell_of(finding, nearby), said_by(finding, nearby)
    unit = unit_of_number(finding, nearby)
    if cell and not unit:
        unit = unit_of_cell(finding, cell, nearby)
    is_claim = by is not None or is_according(finding, nearby)
    kind = (
        kind_of_cell(finding, cell, nearby)
        if cell
        else _kind_of(finding, unit, nearby, is_claim=is_claim)
    )
    kind, date = _with_time(kind, finding, date, nearby)
    given = {name: value or None for name, value in finding.fields}
    if cell and has_row_date(cell, nearby) and not is_dated_by_heads(finding, cell, nearby):
        given = {name: value for name, value in given.items() if name not in ("as_of", "period")}
    fields: dict[str, SheetValue] = {
        "label": label.text if label else None,
        **given,
        **({"unit": unit} if unit else {}),
        "kind": kind,
        **(time_fields(as_point(date, finding)) if date else {}),
        **({"by": by} if by else {}),
        "evidence": evidence_of(finding, unit, nearby),
    }
    return Proposal(
        kind=Kind.FIGURE,
        id=ids.give(label.text if label else finding.text, "figure"),
        fields=fields,
        asks=("label", "kind", *(["unit"] if fields.get("unit", "") is None else [])),
        sentence=nearby.sentence_text(finding),
        span=finding.span,
    )


def _is_set(finding: Finding, nearby: NearbyFindings) -> bool:
    """Whether it is a time that a rule or a contract sets: “within 72 hours”, “a five-year contract”."""
    unit = dict(finding.fields).get("unit") or ""
    is_set = _kind_of(finding, unit, nearby, is_claim=False) in ("legal limit", "agreed")
    is_rule = unit in TIME_UNITS and is_set and not _cell_of(finding, nearby)
    return is_rule and not is_of_no_use(finding, nearby)


# What may be said of a time that is to come.
_OF_WHAT_COMES: Final = frozenset({"forecast", "target", "agreed", "legal limit"})


def _with_time(
    kind: NumberKind, finding: Finding, date: Finding | None, nearby: NearbyFindings
) -> tuple[NumberKind, Finding | None]:
    """Its kind and its date: nothing was measured that is to come."""
    if date is None or kind in _OF_WHAT_COMES or not is_to_come(date, nearby):
        return kind, date
    return ("forecast", date) if is_right_after(finding, date, nearby) else (kind, None)


def _kind_of(
    finding: Finding, unit: str | None, nearby: NearbyFindings, *, is_claim: bool
) -> NumberKind:
    found, own = finding.found, (finding.span.start, finding.span.end)
    assert isinstance(found, FoundQuantity)
    number = NumberInText(
        text=nearby.text(finding),
        sentence=nearby.sentence(finding),
        found=found,
        others=[other for other in nearby.stretches(finding, "quantity") if other != own],
    )
    money = is_money((unit or "").partition("/")[0])
    return find_number_kind(number, is_money=money, is_claim=is_claim)


def _history(
    findings: Sequence[Finding], histories: Mapping[Finding, HistoryEntry], nearby: NearbyFindings
) -> list[SheetValue]:
    """The other numbers of the row, each with its date and its cell."""
    return [_entry(finding, histories[finding], nearby) for finding in findings]


def _entry(finding: Finding, entry: HistoryEntry, nearby: NearbyFindings) -> SheetValue:
    tables, fields = nearby.checked.passages.tables, dict(finding.fields)
    cell = tables.by_block[finding.span.block]
    head = tables.text_at(cell.column if entry.head == "column" else cell.row) or ""
    hedge = {"hedge": fields["hedge"]} if fields.get("hedge") else {}
    evidence: dict[str, SheetValue] = {entry.head: " ".join(head.split())}
    return {"date": entry.date, "value": fields["value"], **hedge, "evidence": evidence}
