"""The other values of a figure that have no evidence: what their source, or the article, says."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.checking.basis.evidence import Spans
from dateline.checking.basis.fact_words import FactWords
from dateline.checking.basis.findings import Findings, as_found, read_dates, read_quantities
from dateline.checking.claims.grounds.seen_texts import SeenText
from dateline.checking.claims.grounds.statements import Statement, Statements
from dateline.checking.claims.matching.pairs import Beside
from dateline.facts.briefing import Briefing
from dateline.facts.dates import Date, known_date
from dateline.facts.records import Figure, OtherValue, SourceRef
from dateline.frozen import dataclass
from dateline.language import FoundDate, FoundQuantity


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueClaim:
    """A value, or its date, as found in the field that has it, and what it has to agree with.

    Those are the words that it took from its source, else the article; `beside` is where the
    figure’s paragraphs give the value. Without either, a source alone is no certain ground.
    """

    seen: SeenText
    found: FoundDate | FoundQuantity
    grounds: Statements
    beside: Beside | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grounds:
    briefing: Briefing
    article: Statements
    spans: Spans
    findings: Findings


def value_claims(
    briefing: Briefing, article: Statements, spans: Spans, findings: Findings
) -> Iterator[ValueClaim]:
    world = _Grounds(briefing=briefing, article=article, spans=spans, findings=findings)
    for figure in briefing.figures:
        lists: dict[str, Sequence[OtherValue]] = {
            "history": figure.history,
            "values": figure.values,
            "revised": figure.revised,
        }
        for name, entries in lists.items():
            for number, entry in enumerate(entries):
                # Those with evidence are compared with it (dateline/checking/other_values.py).
                if not entry.evidence:
                    yield from _claims_of(figure, (name, number), entry, world)


def _claims_of(
    figure: Figure, path: tuple[str, int], entry: OtherValue, world: _Grounds
) -> Iterator[ValueClaim]:
    words = _words(entry.source, world.briefing)
    own = FactWords.of(figure, world.briefing, world.findings, world.spans[figure.id])
    beside = None if words else Beside(entry=entry, words=own)
    value = _seen(figure, path, entry, "value", entry.value.text)
    found = as_found(entry.value, figure.unit_of(entry), entry.hedge, entry.value.text)
    grounds = words if words and words.quantities else world.article
    yield ValueClaim(seen=value, found=found, grounds=grounds, beside=beside)
    for name, date in _dates(entry):
        grounds = words if words and words.dates else world.article
        seen = _seen(figure, path, entry, name, date.text)
        near = None if name == "made" else beside
        yield ValueClaim(seen=seen, found=_as_found_date(date), grounds=grounds, beside=near)


def _dates(entry: OtherValue) -> Iterator[tuple[str, Date]]:
    names = ("as_of", "date", "made")
    dates = ((name, getattr(entry, name, None)) for name in names)
    yield from ((name, date) for name, date in dates if date)


def _seen(
    figure: Figure, path: tuple[str, int], entry: OtherValue, field: str, text: str
) -> SeenText:
    words = any(source.words for source in entry.source)
    is_from_elsewhere = field != "value" and entry.date_from is not None
    return SeenText(
        owner=figure,
        path=(*path, field),
        holder=entry,
        field=field,
        text=text,
        is_firm=(words or not entry.source) and not is_from_elsewhere,
    )


def _as_found_date(date: Date) -> FoundDate:
    text = date.text
    return FoundDate(start=0, end=len(text), text=text, readings=(text,), kind="day")


def _words(sources: Iterable[SourceRef], briefing: Briefing) -> Statements | None:
    """What the words taken from the sources say; None where no words were taken."""
    texts = [(source, source.words) for source in sources if source.words]
    if not texts:
        return None
    return Statements(
        quantities=[
            (found, _statement(source, found.text))
            for source, words in texts
            for found in read_quantities(words)
        ],
        dates=[
            (known_date(reading), _statement(source, found.text))
            for source, words in texts
            for found in read_dates(words, briefing)
            for reading in found.readings
        ],
    )


def _statement(source: SourceRef, text: str) -> Statement:
    return Statement(text=text, position=source.origin.of("words"), source=source.id)
