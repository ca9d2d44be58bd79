"""Facts as programs are given them: from the records of the sheets to the shapes of the files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast

from dateline.facts import records
from dateline.facts.dates import first_day, last_day, show_date
from dateline.pages import addresses
from dateline.pages.data import shapes
from dateline.pages.numeral import numeral
from dateline.pages.text.fragments import link_to_words_at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from dateline.facts.article import Span
    from dateline.facts.dates import Date
    from dateline.facts.quantities import Amount
    from dateline.pages.edition import Edition

# How much of the article stands around a quoted passage: about as much as a reader takes in at once.
_CONTEXT: Final = 32


@dataclass(frozen=True, kw_only=True)
class Recorder:
    """Writes the records of one edition for a file of the site that stands `here`."""

    edition: Edition
    here: addresses.Here

    # Facts

    def fact(self, fact: records.Fact) -> shapes.AnyFact:
        """The record of a fact."""
        match fact:
            case records.Event():
                return self._event(fact)
            case records.Figure():
                return self._figure(fact)
            case records.Quotation():
                return self._quotation(fact)
            case records.Person():
                return self._person(fact)
            case records.Organisation():
                return self._organisation(fact)
            case records.Place():
                return self._place(fact)
        raise TypeError(type(fact).__name__)

    def _common(self, fact: records.Fact) -> dict[str, Any]:
        """What every fact has, by the fields of `shapes.Fact`."""
        return {
            "id": fact.id,
            "page": self.reach(addresses.fact_page(self._slug, fact.id)),
            "formerly": fact.formerly,
            "topic": fact.topic,
            "evidence": tuple(self._evidence(fact)),
            "sources": self._sources(fact.source),
            "derived": fact.derived
            and shapes.Derivation(how=fact.derived.how, note=fact.derived.note),
            "by": self._reference(fact.by),
            "checked": _check(fact.checked),
            "caveat": fact.caveat,
            "corrections": _corrections(fact.corrections),
            "waived": tuple(shapes.Waiver(check=one.check, why=one.why) for one in fact.waive),
        }

    def _event(self, event: records.Event) -> shapes.Event:
        """An event; of announcements and outcomes, those that the edition's day knows."""
        status = self.edition.statuses[event.id]
        return shapes.Event(
            **self._common(event),
            type="event",
            title=event.title,
            date=_date(event.date),
            date_from=event.date_from,
            uncertain=event.uncertain,
            after=self._reference(event.after),
            time=event.time,
            summary=event.summary,
            weight=event.weight.value,
            places=self._references(event.place),
            who=self._references(event.who),
            expected=tuple(self._expectation(one) for one in status.announced),
            outcome=self._outcome(status.outcome),
            outcome_checked=_check(event.outcome_checked),
        )

    def _expectation(self, one: records.Expectation) -> shapes.Expectation:
        return shapes.Expectation(
            window=_some_date(one.window),
            said_by=self._reference(one.said_by),
            said_on=_date(one.said_on),
            sources=self._sources(one.source),
        )

    def _outcome(self, outcome: records.Outcome | None) -> shapes.Outcome | None:
        if outcome is None:
            return None
        accounts = (
            shapes.Account(by=self._named(one.by), says=one.says, sources=self._sources(one.source))
            for one in outcome.accounts
        )
        return shapes.Outcome(
            state=outcome.state.value,
            date=_date(outcome.date),
            recorded=_day(outcome.recorded),
            note=outcome.note,
            sources=self._sources(outcome.source),
            accounts=tuple(accounts),
        )

    def _figure(self, figure: records.Figure) -> shapes.Figure:
        groups = {group.id: group.title for group in self.edition.briefing.groups}
        group = figure.group
        return shapes.Figure(
            **self._common(figure),
            type="figure",
            label=figure.label,
            value=_amount(figure.value),
            unit=figure.unit,
            hedge=_hedge(figure.hedge),
            shown=numeral(figure.value, figure.unit, figure.hedge).plain,
            kind=figure.kind.value,
            group=shapes.Reference(id=group, name=groups[group]) if group else None,
            as_of=_date(figure.as_of),
            period=_date(figure.period),
            date_from=figure.date_from,
            description=figure.description,
            weight=figure.weight.value,
            whole=figure.whole,
            between=self._references(figure.between),
            compare=tuple(
                shapes.Comparison(to=self._named(one.to), by=one.by.value) for one in figure.compare
            ),
            history=tuple(self._point(one) for one in figure.history),
            values=tuple(self._rival(one) for one in figure.values),
            revised=tuple(self._revision(one) for one in figure.revised),
        )

    def _point(self, point: records.HistoryPoint) -> shapes.HistoryPoint:
        return shapes.HistoryPoint(
            date=_some_date(point.date),
            value=_amount(point.value),
            hedge=_hedge(point.hedge),
            sources=self._sources(point.source),
        )

    def _rival(self, rival: records.RivalValue) -> shapes.RivalValue:
        return shapes.RivalValue(
            value=_amount(rival.value),
            hedge=_hedge(rival.hedge),
            by=self._reference(rival.by),
            as_of=_date(rival.as_of),
            sources=self._sources(rival.source),
        )

    def _revision(self, revision: records.Revision) -> shapes.Revision:
        return shapes.Revision(
            value=_amount(revision.value),
            hedge=_hedge(revision.hedge),
            date=_date(revision.date),
            recorded=revision.recorded.isoformat(),
            sources=self._sources(revision.source),
            note=revision.note,
        )

    def _quotation(self, quotation: records.Quotation) -> shapes.Quotation:
        return shapes.Quotation(
            **self._common(quotation),
            type="quotation",
            words=quotation.words,
            speaker=self._named(quotation.speaker),
            said_on=_date(quotation.said_on),
            date_from=quotation.date_from,
            about=quotation.about,
        )

    def _name(self, named: records.Named) -> dict[str, Any]:
        """What everything with a name has, by the fields of `shapes.Named`."""
        original = named.original
        return {
            **self._common(named),
            "name": named.name,
            "aliases": named.aliases,
            "original": original
            and shapes.OriginalName(text=original.text, language=original.language),
            "same_as": named.same_as,
        }

    def _person(self, person: records.Person) -> shapes.Person:
        return shapes.Person(
            **self._name(person),
            type="person",
            role=person.role,
            why=person.why,
            organisation=self._reference(person.organisation),
        )

    def _organisation(self, one: records.Organisation) -> shapes.Organisation:
        return shapes.Organisation(
            **self._name(one),
            type="organisation",
            what=one.what,
            why=one.why,
            part_of=self._reference(one.part_of),
        )

    def _place(self, place: records.Place) -> shapes.Place:
        return shapes.Place(
            **self._name(place),
            type="place",
            what=place.what,
            latitude=_degrees(place.latitude),
            longitude=_degrees(place.longitude),
        )

    # What facts refer to

    @property
    def _slug(self) -> str:
        return self.edition.briefing.slug

    def reach(self, page: str, fragment: str = "") -> str:
        """The address of a page of the site, whole or relative to the file."""
        return addresses.reach(page, self.here, self.edition.site.address, fragment)

    def _evidence(self, fact: records.Fact) -> Iterable[shapes.Evidence]:
        article = addresses.sheet_page(self._slug, "article")
        blocks = self.edition.briefing.article.blocks
        for passage, span in enumerate(self.edition.spans.get(fact.id, ()), start=1):
            yield shapes.Evidence(
                page=self.reach(article, addresses.words_id(fact.id, passage)),
                paragraph=blocks[span.block].paragraph or None,
                selector=self._selector(span),
            )

    def _selector(self, span: Span) -> shapes.TextQuoteSelector:
        """The passage with as much around it as tells it from the same words elsewhere."""
        text = self.edition.briefing.article.blocks[span.block].text
        for context in (_CONTEXT, len(text)):
            start, end = max(0, span.start - context), span.end + context
            if self._whole.count(text[start:end]) == 1:
                break
        return shapes.TextQuoteSelector(
            type="TextQuoteSelector",
            exact=text[span.start : span.end],
            prefix=text[start : span.start],
            suffix=text[span.end : end],
        )

    @cached_property
    def _whole(self) -> str:
        return "\n".join(block.text for block in self.edition.briefing.article.blocks)

    def _sources(self, named: Iterable[records.SourceRef]) -> tuple[shapes.SourceReference, ...]:
        sources = self.edition.briefing.source_by_id
        return tuple(
            shapes.SourceReference(
                id=one.id,
                words=one.words,
                address=link_to_words_at(sources[one.id].address, one.words) or None,
            )
            for one in named
        )

    def _named(self, fact_id: str) -> shapes.Reference:
        return shapes.Reference(id=fact_id, name=self.edition.briefing.name_of(fact_id))

    def _reference(self, fact_id: str | None) -> shapes.Reference | None:
        return self._named(fact_id) if fact_id else None

    def _references(self, ids: Iterable[str]) -> tuple[shapes.Reference, ...]:
        return tuple(self._named(one) for one in ids)

    # The briefing

    def briefing(self) -> shapes.Briefing:
        """The briefing itself, without its facts."""
        front, site = self.edition.briefing.front, self.edition.site
        return shapes.Briefing(
            slug=self._slug,
            page=self.reach(addresses.brief_page(self._slug)),
            data=self.reach(addresses.data_file(self._slug, addresses.FACTS)),
            title=front.title,
            kicker=front.kicker,
            standfirst=front.standfirst,
            dateline=front.dateline,
            language=self.edition.language,
            published=front.published.isoformat(),
            updated=_day(front.updated),
            authors=front.authors,
            site=site.title,
            publisher=_party(site.publisher),
            licence=_party(site.licence),
            sources=front.sources,
            corrections=_corrections(front.corrections),
            formerly=front.formerly,
        )

    def source(self, source: records.Source) -> shapes.Source:
        """The record of a source."""
        return shapes.Source(
            id=source.id,
            page=self.reach(addresses.sheet_page(self._slug, "sources"), source.id),
            title=source.title,
            publisher=source.publisher,
            author=source.author,
            kind=source.kind,
            address=source.address,
            published=_date(source.published),
            accessed=_day(source.accessed),
            note=source.note,
            language=source.language,
        )

    def removal(self, removal: records.Removal) -> shapes.Removal:
        """The record of a fact that is no more."""
        return shapes.Removal(
            id=removal.id,
            type=cast("shapes.Type", removal.kind.value),
            page=self.reach(addresses.fact_page(self._slug, removal.id)),
            on=removal.on.isoformat(),
            why=removal.why,
        )


# Values


def _date(date: Date | None) -> shapes.Date | None:
    return _some_date(date) if date else None


def _some_date(date: Date) -> shapes.Date:
    """A date with its bounds; one that is only about a time has none."""
    exact = not (date.approximate or date.uncertain)
    first, last = (first_day(date), last_day(date)) if exact else (None, None)
    return shapes.Date(
        edtf=date.text,
        words=show_date(date),
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
    )


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _amount(amount: Amount) -> shapes.Amount:
    return shapes.Amount(text=amount.text, low=_digits(amount.low), high=_digits(amount.high))


def _digits(number: Decimal | None) -> str | None:
    return f"{number:f}" if number is not None else None


def _degrees(number: Decimal | None) -> float | None:
    return float(number) if number is not None else None


def _hedge(hedge: records.Hedge | None) -> shapes.Hedge | None:
    return hedge.value if hedge else None


def _check(check: records.Check | None) -> shapes.Check | None:
    return shapes.Check(by=check.by, on=check.on.isoformat()) if check else None


def _corrections(corrections: Iterable[records.Correction]) -> tuple[shapes.Correction, ...]:
    return tuple(
        shapes.Correction(on=one.on.isoformat(), was=one.was, is_=one.now, why=one.why)
        for one in corrections
    )


def _party(named: records.Publisher | records.Licence | None) -> shapes.Party | None:
    return shapes.Party(name=named.name, address=named.address) if named else None
