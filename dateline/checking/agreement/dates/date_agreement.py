"""Whether every date of a fact is in its words, or comes from where `date_from` says."""

import re
from collections.abc import Iterator, Sequence

from dateline.checking.agreement.dates.date_advice import (
    is_no_sooner,
    list_dates,
    unstated_problem,
    weekday_problem,
    write_if_certain,
)
from dateline.checking.agreement.dates.dates_from import check_date_from, check_date_of_event
from dateline.checking.agreement.dates.denials import check_denial
from dateline.checking.agreement.dates.fact_dates import DatedField, dates_of, is_from_unread
from dateline.checking.agreement.dates.last_year import (
    AHEAD,
    is_before_named,
    is_last_year_of_accounts,
    is_year_ahead,
)
from dateline.checking.agreement.dates.period_words import (
    DateInWords,
    beside_change,
    dates_in_effect,
    ends_a_year,
)
from dateline.checking.agreement.dates.rival_dates import contradicting_dates
from dateline.checking.agreement.dates.said_dates import (
    covers,
    is_likely,
    quoted_dates,
    says,
    together,
)
from dateline.checking.agreement.dates.years_of_account import (
    is_in_force,
    is_only_compared,
)
from dateline.checking.basis.fact_words import FactWords
from dateline.checking.basis.findings import lies_in, touching
from dateline.facts.article import Span
from dateline.facts.dates import (
    Date,
    show_date,
    weekday_name,
)
from dateline.facts.origin import Key
from dateline.facts.records import Event, Figure, Quotation
from dateline.language import FoundDate
from dateline.patterns import compile_later
from dateline.problems import Problem, Rule


def check_date(
    fact: Event | Figure | Quotation, path: tuple[Key, ...], date: Date | None, words: FactWords
) -> Iterator[Problem]:
    if date is None or is_from_unread(fact, words):
        return
    field = DatedField(fact=fact, path=path, date=date, words=words)
    touched = touching(words.findings.dates, words.spans)
    saying = [said for said in touched if says(said[0], date)] or together(touched, date)
    if not saying and isinstance(fact, Figure):
        touched = [said for said in touched if not _is_only_compared(said, words)]
    if not saying and path != ("period",):
        saying = [said for said in touched if ends_a_year(said[0], date)]
    if not saying and isinstance(fact, Figure):
        saying = dates_in_effect(date, str(path[-1]), words)
        if not saying and not fact.date_from and is_in_force(date, fact, words):
            return
        if not saying and fact.kind in AHEAD and is_year_ahead(touched, field):
            return
    quoted = quoted_dates(fact, words)
    allowed = dates_of(fact) if saying else [date]
    if quoted and not any(
        covers(found, day) or is_before_named(found, day, words)
        for found in quoted
        for day in allowed
    ):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"{field.subject}, but the passage quoted in `date_from` says {list_dates(quoted, field)}",
            f"{write_if_certain(quoted, field)}, or say in `date_from:` what else the date was taken from, "
            "without quoting another date",
        )
    elif saying:
        yield from check_stated_date(field, saying)
        yield from check_likely(field, [found for found, _ in saying if says(found, date)])
        yield from check_open(field, [found for found, _ in saying])
    else:
        beside = () if fact.date_from else beside_change(words)
        yield from check_unstated_date(field, [found for found, _ in (*touched, *beside)])


def _is_only_compared(said: DateInWords, words: FactWords) -> bool:
    found, span = said
    return is_only_compared(found, words.blocks[span.block].text)


def check_stated_date(field: DatedField, saying: Sequence[DateInWords]) -> Iterator[Problem]:
    """The words that say a date are in the evidence whole, name its weekday, and do not deny it."""
    fact, first = field.fact, saying[0][0]
    if not any(
        lies_in(found, span) or _tells_of_then(found, span, field.words) for found, span in saying
    ):
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


_SINCE = compile_later(r"since (?:the )?", re.IGNORECASE)
_WHEN = compile_later(r",? when\b")


def _tells_of_then(found: FoundDate, span: Span, words: FactWords) -> bool:
    """Whether the evidence is what was so then: “1987, when 52 died”, of “since 1987, when 52 died”."""
    since = _SINCE.match(found.text)
    text = words.blocks[span.block].text
    is_whole = since is not None and span.start <= found.start + since.end() <= span.end
    return is_whole and _WHEN.match(text, found.end, span.end) is not None


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


def check_open(field: DatedField, saying: Sequence[FoundDate]) -> Iterator[Problem]:
    """What is expected no sooner than a day, “until at least 14 June”, is not expected on it."""
    if field.fact.date_from or field.date.form != "point":
        return
    if all(is_no_sooner(found, field) for found in saying):
        yield field.problem(
            Rule.AGREEMENT_DATE,
            f"{field.subject}, but its evidence says {list_dates(saying, field)}, which may be later",
            f"write {field.date.text}/.., or correct the sentence in the article",
        )


def check_unstated_date(field: DatedField, found: Sequence[FoundDate]) -> Iterator[Problem]:
    fact, date, words = field.fact, field.date, field.words
    other = [date for date in found if not any(covers(date, own) for own in dates_of(fact))]
    if fact.date_from and fact.date_from in words.briefing.fact_by_id:
        yield from check_date_of_event(field, words.briefing.fact_by_id[fact.date_from])
    elif fact.date_from:
        rivals = [
            each
            for each in contradicting_dates(field, other)
            if not is_last_year_of_accounts(each, field)
        ]
        yield from check_date_from(field, fact.date_from, rivals)
    elif date.start and date.start.day and (weekdays := [f for f in other if f.kind == "weekday"]):
        yield weekday_problem(field, weekdays[0], is_alone=len(found) == 1)
    else:
        yield unstated_problem(field, found, contradicting_dates(field, other))
