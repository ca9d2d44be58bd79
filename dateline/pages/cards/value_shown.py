"""Which record gives the value that pages show of a fact, and which sources give that value."""

from collections.abc import Iterable

from dateline.facts.records import Event, Fact, Figure, OtherValue, SourceRef
from dateline.pages.edition import Edition


def record_shown(fact: Fact) -> Fact | OtherValue:
    """The newest revision of a figure; else the fact itself."""
    return fact.revised[-1] if isinstance(fact, Figure) and fact.revised else fact


def sources_shown(fact: Fact, edition: Edition) -> tuple[SourceRef, ...]:
    """Those of the newest value of a figure, and of the dates last announced for an event.

    What became of an event has sources of its own.
    """
    if isinstance(fact, Event) and (announced := edition.statuses[fact.id].announced):
        newest = announced[-1].window.text
        named = [each.source for each in announced if each.window.text == newest]
        return _once(source for sources in named for source in sources) or fact.source
    return record_shown(fact).source


def sources_of_outcome(event: Event, edition: Edition) -> tuple[SourceRef, ...] | None:
    """Those of each side included; None where no outcome is known."""
    outcome = edition.statuses[event.id].outcome
    if outcome is None:
        return None
    sides = (source for side in outcome.accounts for source in side.source)
    return _once((*outcome.source, *sides))


def is_of_plan(fact: Fact, edition: Edition) -> bool:
    """Whether what became of an event is known, but not from the sources that announced it."""
    outcome = sources_of_outcome(fact, edition) if isinstance(fact, Event) else None
    if outcome is None:
        return False
    return not outcome or _key(outcome) != _key(sources_shown(fact, edition))


def _once(sources: Iterable[SourceRef]) -> tuple[SourceRef, ...]:
    return tuple({(source.id, source.words): source for source in sources}.values())


def _key(sources: Iterable[SourceRef]) -> list[tuple[str, str | None]]:
    return [(source.id, source.words) for source in sources]
