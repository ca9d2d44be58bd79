"""Whether the day on which something was said is one that the article gives, or may be."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.checking.agreement.dates.date_agreement import check_date, check_unstated_date
from dateline.checking.agreement.dates.dates_from import check_date_from, check_date_of_event
from dateline.checking.agreement.dates.fact_dates import DatedField, is_from_unread
from dateline.checking.agreement.dates.said_dates import allows, says
from dateline.checking.basis.fact_words import FactWords, whole
from dateline.checking.basis.findings import touching
from dateline.facts.article import Span
from dateline.facts.dates import Date
from dateline.facts.origin import Key
from dateline.facts.records import Event, Quotation
from dateline.language import FoundDate
from dateline.language.en import is_day_of_saying
from dateline.problems import Problem

# What was said so many days before publication is news.
_NEWS: Final = 2


def check_saying_day(
    fact: Event | Quotation,
    path: tuple[Key, ...],
    said_on: Date | None,
    words: FactWords,
    beside: Sequence[Span] = (),
) -> Iterator[Problem]:
    """The day of an announcement or a quotation need not stand in its evidence.

    It is refused only where its paragraph says that it was said on another day; `beside` are the
    words that belong to the evidence.
    """
    if said_on is None:
        return
    near = [*words.spans, *beside]
    if any(says(found, said_on) for found, _ in touching(words.findings.dates, near)):
        yield from check_date(fact, path, said_on, words.at(near))
        return
    if isinstance(fact, Quotation) and fact.date_from:
        found = list(_check_date_from(fact, fact.date_from, said_on, words))
        yield from found
        if found:
            return
    if not is_said_near(said_on, words):
        rivals = [found for found in _days_of_saying(words) if not allows(found, said_on)]
        if rivals:
            field = DatedField(fact=fact, path=path, date=said_on, words=words)
            yield from check_unstated_date(field, rivals)


def _check_date_from(
    fact: Quotation, date_from: str, said_on: Date, words: FactWords
) -> Iterator[Problem]:
    """The day is that of the event from which it comes, or one that `date_from` allows."""
    field = DatedField(fact=fact, path=("said_on",), date=said_on, words=words)
    if event := words.briefing.fact_by_id.get(date_from):
        yield from check_date_of_event(field, event)
    elif not is_from_unread(fact, words):
        yield from check_date_from(field, date_from, ())


def is_said_near(said_on: Date, words: FactWords) -> bool:
    """Whether the paragraphs of the evidence, or those beside them, give the day."""
    near = {span.block + step for span in words.spans for step in (-1, 0, 1)}
    spans = [whole(block) for block in words.blocks if block.number in near]
    return any(says(found, said_on) for found, _ in touching(words.findings.dates, spans))


def is_news(said_on: Date, words: FactWords) -> bool:
    """Whether it is the day of publication, or one of the two before."""
    day = said_on.start
    if said_on.form != "point" or day is None or day.day is None:
        return False
    return 0 <= (words.briefing.front.published - day.first_day).days <= _NEWS


def _days_of_saying(words: FactWords) -> list[FoundDate]:
    """The days beside a verb of saying in the paragraphs of the evidence; none if one may be any."""
    blocks = dict.fromkeys(span.block for span in words.spans)
    return [
        found
        for number in blocks
        for found in words.findings.dates[number]
        if found.readings and is_day_of_saying(words.blocks[number].text, found)
    ]
