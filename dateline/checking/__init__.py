"""From facts to problems: every rule is a small generator that can be tested by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.checking.change_days import check_changes
from dateline.checking.comparisons import check_comparisons
from dateline.checking.consistency import check_consistency
from dateline.checking.coverage import Finding, check_coverage, triage
from dateline.checking.date_agreement import check_event_dates
from dateline.checking.derivations import check_derived
from dateline.checking.evidence import (
    ArticleText,
    Spans,
    check_evidence,
    find_lost,
    locate,
    passages_of,
)
from dateline.checking.fact_words import FactWords
from dateline.checking.figure_agreement import check_figure
from dateline.checking.findings import Findings, find_all, nothing_in
from dateline.checking.folder_names import check_fact_addresses
from dateline.checking.map_overlap import check_map_overlap
from dateline.checking.name_agreement import check_name
from dateline.checking.quotation_agreement import check_quotation
from dateline.checking.references import check_references
from dateline.checking.source_words import check_source_words
from dateline.checking.twins import check_twins
from dateline.checking.unchecked import Unchecked, find_unchecked
from dateline.checking.waivers import apply_waivers
from dateline.facts.briefing import Briefing
from dateline.facts.records import Event, Fact, Figure, Named, Quotation
from dateline.language.grammars import find_grammar
from dateline.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What checking a briefing found; `passages` is the article as it was searched.

    `unread` is the language of an article that no grammar reads: only its words were looked up.
    """

    problems: tuple[Problem, ...]
    spans: Spans
    coverage: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    passages: ArticleText
    unread: str | None = None


def check_briefing(briefing: Briefing, *, today: date, site_language: str = "en") -> Checked:
    """Check a briefing against the rules and against its article, as far as it could be read.

    Records and dates that could not be read have been reported already; what follows from them
    alone (a finding that is not covered, an order of dates) is not reported again.
    """
    language = briefing.front.language or site_language
    is_read = find_grammar(language) is not None
    article = ArticleText.of(briefing.article)
    findings = find_all(briefing) if is_read else nothing_in(briefing)
    spans, lost = locate(briefing, article), find_lost(briefing, article)
    is_dated = "published" in briefing.front.model_fields_set
    is_whole = is_dated and is_read and not briefing.unread
    coverage = triage(briefing, article, spans, findings) if is_dated else ()
    agreement = (
        tuple(check_facts(briefing, spans, findings if is_read else None)) if is_dated else ()
    )
    reported = [missing.near.span for missing in lost if missing.near]
    reported += [span for fact, _ in agreement for span in spans[fact.id]]
    problems = [
        *check_consistency(briefing, today),
        *check_fact_addresses(briefing),
        *check_references(briefing),
        *check_comparisons(briefing),
        *check_evidence(briefing, article, lost),
        *(problem for _, problem in agreement),
        *check_twins(briefing, spans, coverage),
        *(check_coverage(briefing, article, coverage, reported=reported) if is_whole else ()),
        *(check_changes(briefing, today) if is_dated else ()),
        *check_map_overlap(briefing),
    ]
    return Checked(
        problems=tuple(problems),
        spans=spans,
        coverage=coverage,
        unchecked=tuple(find_unchecked(briefing, spans, findings)),
        passages=article,
        unread=None if is_read else language,
    )


def check_facts(
    briefing: Briefing, spans: Spans, findings: Findings | None
) -> Iterator[tuple[Fact, Problem]]:
    """The problems of each fact that are left after its waivers.

    A fact without words, or whose words are not all found, is not compared with them; no fact is
    where no grammar reads the article.
    """
    for fact in briefing.facts:
        found = [*check_derived(fact, briefing), *check_source_words(fact, briefing)]
        own = spans[fact.id]
        is_found = len(own) == len(passages_of(fact))
        if own and is_found and findings:
            words = FactWords(fact=fact, briefing=briefing, findings=findings, spans=own)
            found += check_agreement(fact, words)
        left = apply_waivers(fact, found, is_compared=is_found and findings is not None)
        yield from ((fact, problem) for problem in left)


def check_agreement(fact: Fact, words: FactWords) -> Iterator[Problem]:
    match fact:
        case Figure():
            yield from check_figure(fact, words)
        case Event():
            yield from check_event_dates(fact, words)
        case Quotation():
            yield from check_quotation(fact, words)
        case Named():
            yield from check_name(fact, words)
