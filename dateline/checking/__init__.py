"""From facts to problems: every rule is a small generator that can be tested by itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from dateline.checking.agreement.dates.event_agreement import check_event_dates
from dateline.checking.agreement.figure_agreement import (
    check_age,
    check_figure,
    find_odd_currencies,
    odd_currency,
)
from dateline.checking.agreement.name_agreement import check_name
from dateline.checking.agreement.quantities.table_heads import read_tables
from dateline.checking.agreement.speakers.given_by import check_given_by
from dateline.checking.agreement.speakers.quotation_agreement import check_quotation, check_speaker
from dateline.checking.agreement.speakers.role_agreement import check_role
from dateline.checking.agreement.speakers.said_by import check_said_by
from dateline.checking.basis.evidence import (
    ArticleText,
    MissingPassage,
    Spans,
    check_evidence,
    find_lost,
    locate,
    locate_values,
    passages_of,
)
from dateline.checking.basis.fact_words import FactWords
from dateline.checking.basis.findings import Findings, find_all, nothing_in
from dateline.checking.basis.other_values import LocatedValues, with_values
from dateline.checking.basis.references import check_references
from dateline.checking.basis.source_words import check_source_words
from dateline.checking.basis.speakers import Spoken
from dateline.checking.change_days import change_turns, check_changes
from dateline.checking.claims.claims import find_claims
from dateline.checking.claims.judging.claim_records import Claim
from dateline.checking.consistency import check_consistency, overdue_turns
from dateline.checking.coverage.claimed import cover_claimed
from dateline.checking.coverage.coverage import Finding, check_coverage, triage
from dateline.checking.coverage.row_changes import cover_changes
from dateline.checking.coverage.twins import check_twins
from dateline.checking.derived.comparisons import check_comparisons
from dateline.checking.derived.derivations import check_derived, without_consequences
from dateline.checking.digit_groups import check_digit_groups
from dateline.checking.fact_of_problem import name_facts
from dateline.checking.folder_names import check_fact_addresses
from dateline.checking.look_alikes import check_look_alikes, check_look_alikes_of_text
from dateline.checking.map_overlap import check_map_overlap
from dateline.checking.text_signs import check_text_signs
from dateline.checking.unchecked import Unchecked, find_unchecked
from dateline.checking.waivers import Waiving, apply_waivers
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.kinds import Kind
from dateline.facts.records import Event, Fact, Figure, Named, Person, Quotation, Record
from dateline.facts.stays import Stay, stay_between
from dateline.frozen import dataclass
from dateline.language.grammars import find_grammar
from dateline.problems import Problem

# The claims of each record, by its identity.
OwnedClaims = Mapping[int, Sequence[Claim]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What checking a briefing found; `passages` is the article as it was searched.

    `unread` is the language of an article that no grammar reads: only its words were looked up.
    """

    problems: tuple[Problem, ...]
    spans: Spans
    values: LocatedValues
    coverage: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    claims: tuple[Claim, ...]
    spoken: Spoken
    passages: ArticleText
    unread: str | None = None


def check_briefing(
    briefing: Briefing, *, today: date, site_language: str = "en", clock: datetime | None = None
) -> Checked:
    """Check it as far as it could be read; `clock` is the moment, whatever day is asked for as `today`.

    What follows alone from records and dates that could not be read is not reported beside them.
    """
    is_read = find_grammar(language := briefing.front.language or site_language) is not None
    article = ArticleText.of(briefing.article)
    findings = _read(briefing, article) if is_read else nothing_in(briefing)
    spans, lost = locate(briefing, article), find_lost(briefing, article)
    resting = with_values(spans, values := locate_values(briefing, article))
    is_dated = "published" in briefing.front.model_fields_set
    is_whole = is_dated and is_read and briefing.is_whole
    coverage = triage(briefing, article, resting, findings) if is_dated else ()
    claims = _judge(briefing, resting, findings) if is_dated and is_read else ()
    covered = cover_changes(cover_claimed(coverage, claims), article.tables)
    compared = findings if is_read else None
    agreement = tuple(check_facts(briefing, spans, values, compared, claims)) if is_dated else ()
    reported = [*_near(lost), *_at_odds(agreement, resting)]
    problems = [
        *check_sheets(briefing, today),
        *check_evidence(briefing, article, lost),
        *(problem for _, problem in agreement),
        *check_others(briefing, claims, is_whole=is_whole),
        *(check_twins(briefing, spans, coverage) if not briefing.unread else ()),
        *(check_coverage(briefing, article, covered, reported=reported) if is_whole else ()),
        *(check_changes(briefing, today, clock) if is_dated else ()),
    ]
    return Checked(
        problems=tuple(without_consequences([*name_facts(problems, briefing)], briefing)),
        spans=spans,
        values=values,
        coverage=covered,
        unchecked=tuple(find_unchecked(briefing, spans, values, findings)),
        claims=claims if is_whole else (),
        spoken=findings.spoken,
        passages=article,
        unread=None if is_read else language,
    )


def _judge(briefing: Briefing, spans: Spans, findings: Findings) -> tuple[Claim, ...]:
    judge = find_claims if briefing.is_whole else _wrong_in_any_case
    return judge(briefing, spans, findings)


def _wrong_in_any_case(briefing: Briefing, spans: Spans, findings: Findings) -> tuple[Claim, ...]:
    """The claims that are wrong whatever a record says that could not be read.

    A weekday that is not that day’s, a day that its month lacks, a change that no two numbers can be.
    """
    return tuple(
        claim
        for claim in find_claims(briefing, spans, findings)
        if claim.problem and claim.is_slip and claim.kind != "name"
    )


def stay_of_problems(briefing: Briefing, today: date) -> Stay:
    """Days around `today` on which these problems are the same, as far as the states of events are."""
    return stay_between((*change_turns(briefing), *overdue_turns(briefing)), today)


def _read(briefing: Briefing, article: ArticleText) -> Findings:
    return read_tables(find_all(briefing), article.tables, briefing)


def check_sheets(briefing: Briefing, today: date) -> Iterator[Problem]:
    """What is wrong with the sheets whatever the article says."""
    yield from check_consistency(briefing, today)
    yield from check_fact_addresses(briefing)
    yield from check_references(briefing)
    yield from check_comparisons(briefing)
    yield from check_map_overlap(briefing)
    yield from check_text_signs(briefing)
    yield from check_digit_groups(briefing)


def _near(lost: Iterable[MissingPassage]) -> Iterator[Span]:
    return (missing.near.span for missing in lost if missing.near)


def _at_odds(agreement: Iterable[tuple[Fact, Problem]], spans: Spans) -> Iterator[Span]:
    """The words of the facts that disagree with them, in more than a text about the fact."""
    facts = {fact.id for fact, problem in agreement if not problem.rule.startswith("claim.")}
    return (span for fact in facts for span in spans[fact])


def check_facts(
    briefing: Briefing,
    spans: Spans,
    values: LocatedValues,
    findings: Findings | None,
    claims: Sequence[Claim],
) -> Iterator[tuple[Fact, Problem]]:
    """The problems of each fact, and of a figure's other values, that are left after its waivers.

    What has no words, or whose words are not all found, is not compared with them; no fact is where
    no grammar reads the article.
    """
    is_counted = findings is not None and not briefing.lacks(Kind.FIGURE)
    odd = find_odd_currencies(briefing, spans, findings) if findings and is_counted else {}
    is_whole, owned = findings is not None and briefing.is_whole, _by_owner(claims)
    for fact in briefing.facts:
        found = [*check_derived(fact, briefing), *check_source_words(fact, briefing)]
        found += check_look_alikes(fact)
        own = spans[fact.id]
        is_found = len(own) == len(passages_of(fact))
        if findings:
            if own and is_found:
                words = FactWords.of(fact, briefing, findings, own)
                found += check_agreement(fact, words)
                if fact.id in odd:
                    found.append(odd_currency(fact, odd[fact.id], words))
            for value in values.get(fact.id, ()):
                if value.is_found:
                    stated = FactWords.of(value.figure, briefing, findings, value.spans)
                    found += apply_waivers(value.figure, check_agreement(value.figure, stated))
        if is_found:
            found += refused_claims(owned, fact)
        left = apply_waivers(fact, found, is_compared=is_found and is_whole)
        yield from ((fact, problem) for problem in left)


def check_others(
    briefing: Briefing, claims: Sequence[Claim], *, is_whole: bool
) -> Iterator[Problem]:
    """The claims that nothing supports in the front matter, of periods and groups, and of removals.

    And letters that look like others in these, in the article and in what is said of sources.
    """
    owned = _by_owner(claims)
    others: tuple[Waiving, ...] = (briefing.front, *briefing.periods, *briefing.groups)
    for record in others:
        unread = briefing.unread_front if record is briefing.front else frozenset()
        # A claim may be waived in what could not be read.
        found = [*refused_claims(owned, record)] if "waive" not in unread else []
        found += check_look_alikes(record)
        if record is briefing.front:
            found += check_look_alikes_of_text(briefing.article)
        yield from apply_waivers(record, found, is_compared=is_whole and not unread)
    for removal in briefing.removed:
        yield from refused_claims(owned, removal)
    for unwaiving in (*briefing.removed, *briefing.sources):
        yield from check_look_alikes(unwaiving)


def _by_owner(claims: Iterable[Claim]) -> OwnedClaims:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[id(claim.owner)].append(claim)
    return found


def refused_claims(claims: OwnedClaims, record: Record) -> Iterator[Problem]:
    owned = claims.get(id(record), ())
    return (replace(claim.problem, about=claim.text) for claim in owned if claim.problem)


def check_agreement(fact: Fact, words: FactWords) -> Iterator[Problem]:
    # Who speaks is read by the names of all: “she” may be somebody whose record cannot be read.
    is_known = not words.briefing.lacks(Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
    match fact:
        case Figure():
            yield from check_figure(fact, words)
            if is_known:
                yield from [*check_said_by(fact, words)] or check_given_by(fact, words)
        case Event():
            yield from check_event_dates(fact, words)
            if is_known:
                yield from check_said_by(fact, words)
        case Quotation():
            yield from check_quotation(fact, words)
            if is_known:
                yield from check_speaker(fact, words)
        case Named():
            yield from check_name(fact, words)
            if isinstance(fact, Person):
                yield from check_age(fact, words)
                yield from check_role(fact, words) if is_known else ()
