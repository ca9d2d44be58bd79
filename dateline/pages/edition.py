"""What the pages of one briefing are made from."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from functools import cached_property
from itertools import count
from typing import Any

from dateline.checking import Checked
from dateline.checking.basis.findings import name_forms_of
from dateline.checking.basis.references import references_in
from dateline.facts.article import Span
from dateline.facts.briefing import Briefing
from dateline.facts.chronology import has_come, order_events
from dateline.facts.dates import Date, first_day, last_day
from dateline.facts.embargo import KeptBack
from dateline.facts.expectations import stay_of, titled
from dateline.facts.kinds import FACT_KINDS, BriefingPage, Kind
from dateline.facts.records import Event, Fact, OtherValue, Picture
from dateline.facts.site_records import Site
from dateline.facts.states import Status, status_of
from dateline.facts.stays import Stay, shared_stay
from dateline.facts.times import read_time
from dateline.frozen import dataclass
from dateline.language.grammars import find_grammar
from dateline.pages import addresses
from dateline.pages.addresses import Here, here_on
from dateline.pages.once_a_fact import once_a_fact
from dateline.pages.picture import (
    Framing,
    PictureCopies,
    PictureCopy,
    PictureKey,
    ShareCard,
    picture_key,
)
from dateline.reading.outlines import Outlines
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPassage:
    """A passage of a fact in the article; passages of a fact are counted from 1, its own first."""

    fact: Fact
    number: int
    span: Span


def as_of(briefing: Briefing, today: date) -> Briefing:
    """The briefing whose events have the titles that are true of them on a day."""
    events = tuple(titled(event, today) for event in briefing.events)
    return briefing if events == briefing.events else replace(briefing, events=events)


@dataclass(frozen=True, kw_only=True, eq=False)
class Edition:
    """A briefing as of `today`; without `outlines` it has no map, without `card` no picture.

    One that is `kept_back` is shown to those who write it. `known` is what was worked out for a page and
    others ask for too.
    """

    briefing: Briefing
    checked: Checked
    site: Site
    today: date
    outlines: Outlines | None = None
    card: ShareCard | None = None
    kept_back: KeptBack | None = None
    pictures: Mapping[PictureKey, PictureCopies] = field(default_factory=dict)
    known: dict[object, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def spans(self) -> Mapping[str, tuple[Span, ...]]:
        """Where each fact's passages are in the article, in the order of the sheet."""
        return self.checked.spans

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """What is true of each event on the edition's day, by the event's id."""
        briefing = self.briefing
        return {
            event.id: status_of(event, self.today, briefing.name_of) for event in briefing.events
        }

    @cached_property
    def dates(self) -> Mapping[str, Date | None]:
        """The date at which each event has its place in time, by the event's id."""
        return {event: status.date for event, status in self.statuses.items()}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        times = {event: status.time for event, status in self.statuses.items()}
        return order_events(self.briefing.events, self.dates, times)

    @cached_property
    def past(self) -> tuple[Event, ...]:
        """What had happened when the article was published."""
        return tuple(event for event in self.events if self._has_come(event))

    @cached_property
    def ahead(self) -> tuple[Event, ...]:
        return tuple(event for event in self.events if event.expected and not self._has_come(event))

    @cached_property
    def since(self) -> tuple[Event, ...]:
        return tuple(
            event for event in self.events if not (event.expected or self._has_come(event))
        )

    @cached_property
    def followed_publication(self) -> tuple[Event, ...]:
        """What had not happened then, expected or not, in order."""
        past = {event.id for event in self.past}
        return tuple(event for event in self.events if event.id not in past)

    @cached_property
    def beside(self) -> Mapping[str, tuple[Fact | None, Fact | None]]:
        """The facts before and after each, by its id: of an event in time, else of its kind in the sheet.

        What was still to come in the month of publication is after what had come.
        """
        in_time = (*self.past, *self.followed_publication)
        others = (self.briefing.records(kind) for kind in FACT_KINDS if kind is not Kind.EVENT)
        return {
            fact.id: (before, after)
            for row in (in_time, *others)
            for before, fact, after in zip((None, *row), row, (*row[1:], None), strict=False)
        }

    @cached_property
    def come(self) -> tuple[Event, ...]:
        """What has come by the edition's day, in order: what happened, and what became of the expected."""
        return tuple(event for event in self.events if self._is_known_to_have_come(event))

    def _is_known_to_have_come(self, event: Event) -> bool:
        status = self.statuses[event.id]
        if event.expected:
            return status.outcome is not None and status.outcome.date is not None
        if status.date is None:
            return True
        day = first_day(status.date) or last_day(status.date)
        return day is None or day <= self.today

    @cached_property
    def stays(self) -> Mapping[str, Stay]:
        """The days on which the status of each event is as it is on the edition's, by the event's id."""
        return {event.id: stay_of(event, self.today) for event in self.briefing.events}

    @property
    def stay(self) -> Stay:
        """The days on which the briefing is as it is on the edition's; open where it stays so for ever."""
        return shared_stay(self.stays.values())

    @cached_property
    def as_of(self) -> date | None:
        """The day from which all expected events stand as they do; None where that is since publication."""
        days = [self.as_of_event(event) for event in self.briefing.events]
        return max(filter(None, days), default=None)

    def as_of_event(self, event: Event) -> date | None:
        since = self.stays[event.id].since if event.expected else None
        return since if since and since > self.briefing.front.published else None

    def followed(self, event: Event) -> Event | None:
        """The nearest event with a date that an undated one follows, step by step."""
        by_id, seen = {other.id: other for other in self.events}, set[str]()
        before = by_id.get(event.after or "")
        while before and before.id not in seen and self.dates[before.id] is None:
            seen.add(before.id)
            before = by_id.get(before.after or "")
        return before

    def _has_come(self, event: Event) -> bool:
        return has_come(event, self.briefing.front.published)

    @cached_property
    def passages(self) -> Mapping[int, tuple[FactPassage, ...]]:
        """The passages in each block of the article, by the block's number."""
        found: dict[int, list[FactPassage]] = defaultdict(list)
        for passages in self._passages_by_record.values():
            for passage in passages:
                found[passage.span.block].append(passage)
        return {block: tuple(passages) for block, passages in found.items()}

    def passages_of(self, record: Fact | OtherValue) -> tuple[FactPassage, ...]:
        """The passages of a fact, or those of one of the other values of a figure."""
        key = record.id if isinstance(record, Fact) else id(record)
        return self._passages_by_record.get(key, ())

    def every_passage(self, fact: Fact) -> tuple[FactPassage, ...]:
        """The passages of a fact, then those of its other values."""
        values = (value.record for value in self.checked.values.get(fact.id, ()))
        others = (passage for value in values for passage in self.passages_of(value))
        return (*self.passages_of(fact), *others)

    @cached_property
    def _passages_by_record(self) -> Mapping[str | int, tuple[FactPassage, ...]]:
        """By the id of a fact, and by the identity of another value, which has no id."""
        found: dict[str | int, tuple[FactPassage, ...]] = {}
        for fact in self.briefing.facts:
            numbers = count(1)
            values = self.checked.values.get(fact.id, ())
            resting: list[tuple[str | int, tuple[Span, ...]]]
            resting = [(fact.id, self.spans.get(fact.id, ()))]
            resting += [(id(value.record), value.spans) for value in values]
            for key, spans in resting:
                found[key] = tuple(
                    FactPassage(fact=fact, number=next(numbers), span=span) for span in spans
                )
        return found

    def heads(self, span: Span) -> str:
        """What heads a cell, as “Slovenia, 2024”; empty for words elsewhere."""
        tables = self.checked.passages.tables
        cell = tables.by_block.get(span.block)
        heads = [head for head in (cell.row, cell.column) if head is not None] if cell else []
        shown = [tables.text(head) for head in heads]
        if len(shown) < 2:
            return "".join(shown)
        return _("%(row)s, %(column)s", row=shown[0], column=shown[1])

    def table_of(self, span: Span) -> str:
        """What stands over the table of a cell, as “In thousands”, but no sentence; empty for words elsewhere."""
        tables = self.checked.passages.tables
        cell = tables.by_block.get(span.block)
        lines = (
            [block for block in cell.lead if tables.blocks[block].kind != "cell"] if cell else []
        )
        titles = (
            text for text in map(tables.text, lines) if not text.endswith((".", "!", "?", ":"))
        )
        return next(titles, "")

    @cached_property
    def naming(self) -> Mapping[str, tuple[Fact, ...]]:
        """The events, figures and quotations that name a record in any of its fields, by the record's id.

        Figures name it in their label or their words too. What happened is before what is or was only expected; each
        is in order of time.
        """
        found: dict[str, list[Fact]] = defaultdict(list)
        events = sorted(self.events, key=lambda event: not self.statuses[event.id].is_fact)
        for fact in (*events, *self.briefing.figures, *self.briefing.quotations):
            named = {reference.id for reference in references_in(fact)}
            for name in named | self.named_in_words.get(fact.id, frozenset()):
                found[name].append(fact)
        return {name: tuple(facts) for name, facts in found.items()}

    @cached_property
    def named_in_words(self) -> Mapping[str, frozenset[str]]:
        """Whom figures name in their label or their words and in no field; nobody in a language without a grammar."""
        found: dict[str, frozenset[str]] = {}
        grammar = find_grammar(self.language)
        if grammar is None:
            return found
        forms = name_forms_of(self.briefing)
        for figure in self.briefing.figures:
            text = "\n".join((figure.label, *self.words(figure)))
            names = {name.known for name in grammar.find_names(text, aliases=forms) if name.known}
            found[figure.id] = frozenset(names) - {each.id for each in references_in(figure)}
        return found

    def plain_copy(self, picture: Picture) -> PictureCopy | None:
        """The copy of a picture that every program reads: of the whole, where pages show that."""
        found = (self.pictures.get(picture_key(picture, framing)) for framing in Framing)
        return next((copies.plain for copies in found if copies), None)

    @property
    def language(self) -> str:
        return self.briefing.front.language or self.site.language

    @cached_property
    def published(self) -> str:
        """The day of publication, or its moment where its time and zone are known (RFC 3339)."""
        front, zone = self.briefing.front, self.site.zone
        time = read_time(front.published_time or "").on(front.published, zone)
        return (time or front.published).isoformat()

    @cached_property
    def changed(self) -> date:
        """The last day on which the content says that it was changed."""
        briefing = self.briefing
        days = [briefing.front.published, briefing.front.updated, briefing.corrected]
        days += [removal.on for removal in briefing.removed]
        days += [fact.added for fact in briefing.facts]
        days += [event.outcome.recorded for event in briefing.events if event.outcome]
        days += [revision.recorded for figure in briefing.figures for revision in figure.revised]
        return max(filter(None, days))

    @property
    def updated(self) -> date | None:
        """The day of the last change after that of publication."""
        return self.changed if self.changed > self.briefing.front.published else None

    @property
    def modified(self) -> str:
        """The day of the last change; the moment of publication where nothing was changed after that day."""
        front = self.briefing.front
        return self.published if self.changed == front.published else self.changed.isoformat()

    def here(self, page: BriefingPage) -> Here:
        return here_on(addresses.page_of(self.briefing.slug, page), self.site.address)

    def words(self, fact: Fact) -> tuple[str, ...]:
        """The words of its passages; those of a cell after its heads, as “Slovenia, 2024: 3.1”."""
        spans = self.spans.get(fact.id, ())
        return tuple(headed(self.heads(span), self.text(span)) for span in spans)

    @cached_property
    def whole_text(self) -> str:
        """The words of the article, with a line for each paragraph, item or cell."""
        return "\n".join(block.text for block in self.briefing.article.blocks)

    def text(self, span: Span) -> str:
        return self.briefing.article.blocks[span.block].text[span.start : span.end]

    def paragraph(self, fact: Fact) -> int | None:
        """The paragraph that has a fact's first words, counted from 1."""
        spans = self.spans.get(fact.id, ())
        number = self.briefing.article.blocks[spans[0].block].paragraph if spans else 0
        return number or None


def headed(heads: str, words: str) -> str:
    """The words of a cell after its heads; `heads` is empty for words elsewhere."""
    return _("%(heads)s: %(words)s", heads=heads, words=words) if heads else words


def date_origin(date_from: str, briefing: Briefing) -> str:
    """Where a date comes from, in words; an event that it was taken from by its title."""
    other = briefing.fact_by_id.get(date_from)
    return _("Taken from “%(title)s”", title=other.title) if isinstance(other, Event) else date_from


@once_a_fact
def sources_named_by(fact: Fact, _edition: Edition) -> frozenset[str]:
    """The ids of the sources that it names in any of its fields."""
    return frozenset(
        reference.id for reference in references_in(fact) if Kind.SOURCE in reference.kinds
    )


def as_known(event: Event, edition: Edition) -> Event:
    """An event with those of its announcements and outcomes that the edition's day knows."""
    status = edition.statuses[event.id]
    return event.model_copy(update={"expected": status.announced, "outcome": status.outcome})


def link_to_place(edition: Edition, here: Here, fact: Fact) -> str:
    """The element there has the fact's id; a quotation is with its speaker."""
    return here.to(addresses.page_of(edition.briefing.slug, fact.KIND.page), fact.id)


def link_to_page(edition: Edition, here: Here, fact: Fact) -> str:
    return here.to(addresses.fact_page(edition.briefing.slug, fact.id))


def link_to_words(edition: Edition, here: Here, fact: Fact, passage: int = 1) -> str | None:
    """The link to a fact's words in the article; None where it rests on no words."""
    if not edition.spans.get(fact.id):
        return None
    page = addresses.page_of(edition.briefing.slug, "article")
    return here.to(page, addresses.words_id(fact.id, passage))
