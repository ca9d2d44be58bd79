"""An id that is referred to exists, and is of the kind that the field is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from dateline.checking.derivations import formula_ids
from dateline.checking.fact_words import any_of
from dateline.facts.briefing import Briefing
from dateline.facts.records import (
    Event,
    Fact,
    Figure,
    Organisation,
    Person,
    Quotation,
    SourceRef,
)
from dateline.problems import Position, Problem, Rule


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that a field holds, where it stands, and the sheets it may come from."""

    id: str
    position: Position
    kinds: tuple[str, ...]


ACTORS = ("person", "organisation")
ANY = ("event", "figure", "quotation", "person", "organisation", "place")


def check_references(briefing: Briefing) -> Iterator[Problem]:
    """Every id that a fact, the brief or the front matter refers to is in the sheets."""
    kinds = known_ids(briefing)
    for reference in references(briefing):
        if reference.id not in kinds and not _may_be_unread(reference, briefing):
            yield _unknown(reference, kinds)
        elif reference.id in kinds and kinds[reference.id] not in reference.kinds:
            yield _wrong_kind(reference, kinds[reference.id])
    yield from check_cycles(briefing)


def _may_be_unread(reference: Reference, briefing: Briefing) -> bool:
    """Whether it may lead to a record that is there and could not be read."""
    return reference.id in briefing.unread or not briefing.unread_kinds.isdisjoint(reference.kinds)


def known_ids(briefing: Briefing) -> dict[str, str]:
    """Every id of the briefing with its kind, in a word that an editor knows."""
    kinds: dict[str, Iterable[Fact]] = {
        "event": briefing.events,
        "figure": briefing.figures,
        "quotation": briefing.quotations,
        "person": briefing.people,
        "organisation": briefing.organisations,
        "place": briefing.places,
    }
    known = {fact.id: kind for kind, facts in kinds.items() for fact in facts}
    known |= {source.id: "source" for source in briefing.sources}
    return known | {f"group {group.id}": "group" for group in briefing.groups}


def references(briefing: Briefing) -> Iterator[Reference]:
    """Every reference of the briefing, in the order of its files."""
    front = briefing.front
    yield from _each(front.sources, front.origin.of("sources"), ("source",))
    for point in front.brief:
        for number, one in enumerate(point.facts):
            yield Reference(one, point.origin.of("facts", number), ANY)
    for fact in briefing.facts:
        yield from _of_fact(fact)


def _of_fact(fact: Fact) -> Iterator[Reference]:
    yield from _sources(fact.source, fact.origin.of("source"))
    yield from _maybe(fact.by, fact.origin.of("by"), ACTORS)
    if fact.derived:
        position = fact.derived.origin.of("how")
        yield from _each(formula_ids(fact.derived.how), position, ("figure",))
    match fact:
        case Event():
            yield from _of_event(fact)
        case Figure():
            yield from _of_figure(fact)
        case Person():
            yield from _maybe(fact.organisation, fact.origin.of("organisation"), ("organisation",))
        case Organisation():
            yield from _maybe(fact.part_of, fact.origin.of("part_of"), ("organisation", "place"))
        case Quotation():
            yield Reference(fact.speaker, fact.origin.of("speaker"), ACTORS)
        case _:
            pass


def _of_event(event: Event) -> Iterator[Reference]:
    yield from _maybe(event.after, event.origin.of("after"), ("event",))
    for number, one in enumerate(event.place):
        yield Reference(one, event.origin.of("place", number), ("place",))
    for number, one in enumerate(event.who):
        yield Reference(one, event.origin.of("who", number), ACTORS)
    for expected in event.expected:
        yield from _maybe(expected.said_by, expected.origin.of("said_by"), ACTORS)
        yield from _sources(expected.source, expected.origin.of("source"))
    if event.outcome:
        yield from _sources(event.outcome.source, event.outcome.origin.of("source"))
        for account in event.outcome.accounts:
            yield Reference(account.by, account.origin.of("by"), (*ACTORS, "place"))
            yield from _sources(account.source, account.origin.of("source"))


def _of_figure(figure: Figure) -> Iterator[Reference]:
    if figure.group:
        yield Reference(f"group {figure.group}", figure.origin.of("group"), ("group",))
    for number, one in enumerate(figure.between):
        yield Reference(one, figure.origin.of("between", number), ("place",))
    for comparison in figure.compare:
        yield Reference(comparison.to, comparison.origin.of("to"), ("figure",))
    for point in figure.history:
        yield from _sources(point.source, point.origin.of("source"))
    for rival in figure.values:
        yield from _maybe(rival.by, rival.origin.of("by"), ACTORS)
        yield from _sources(rival.source, rival.origin.of("source"))
    for revision in figure.revised:
        yield from _sources(revision.source, revision.origin.of("source"))


def _maybe(one: str | None, position: Position, kinds: tuple[str, ...]) -> Iterator[Reference]:
    if one:
        yield Reference(one, position, kinds)


def _each(ids: Iterable[str], position: Position, kinds: tuple[str, ...]) -> Iterator[Reference]:
    yield from (Reference(one, position, kinds) for one in ids)


def _sources(refs: Iterable[SourceRef], position: Position) -> Iterator[Reference]:
    for ref in refs:
        known = ref.origin.values.get(("id",))
        yield Reference(ref.id, known or position, ("source",))


def _unknown(reference: Reference, known: dict[str, str]) -> Problem:
    fitting = [one for one, kind in known.items() if kind in reference.kinds]
    close = get_close_matches(reference.id, fitting, n=1)
    wanted = _shown(reference.id)
    fix = f"did you mean ‘{_shown(close[0])}’?" if close else _where(reference.kinds)
    return Problem(
        position=reference.position,
        rule=Rule.REFERENCE_UNKNOWN,
        found=f"no {_either(reference.kinds)} has the id ‘{wanted}’",
        fix=fix,
    )


def _wrong_kind(reference: Reference, kind: str) -> Problem:
    return Problem(
        position=reference.position,
        rule=Rule.REFERENCE_KIND,
        found=f"‘{_shown(reference.id)}’ is {_article(kind)} {kind}; "
        f"this field names {_article(reference.kinds[0])} {_either(reference.kinds)}",
        fix=_where(reference.kinds),
    )


def _shown(one: str) -> str:
    return one.removeprefix("group ")


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _either(kinds: tuple[str, ...]) -> str:
    return "fact" if kinds == ANY else " or ".join(kinds)


_SHEETS = {
    "event": "timeline.yaml",
    "figure": "figures.yaml",
    "group": "figures.yaml",
    "quotation": "quotations.yaml",
    "person": "people.yaml",
    "organisation": "organisations.yaml",
    "place": "places.yaml",
    "source": "sources.yaml",
}


def _where(kinds: tuple[str, ...]) -> str:
    sheets = any_of(_SHEETS[kind] for kind in kinds)
    return f"write an id of {sheets}, or add it there"


def check_cycles(briefing: Briefing) -> Iterator[Problem]:
    """Events placed only by `after` lead, one after the other, to an event that has a date."""
    rings = _in_rings({event.id: event.after for event in briefing.events if event.after})
    for event in briefing.events:
        if event.id in rings:
            yield Problem(
                position=event.origin.of("after"),
                rule=Rule.REFERENCE_CYCLE,
                found=f"‘{event.id}’ follows itself",
                fix="name an event that has a date of its own",
            )


def _in_rings(after: Mapping[str, str]) -> set[str]:
    """Whoever comes back to itself by `after`: what is left once all that nobody follows is gone."""
    followers = Counter(after.values())
    rings = set(after)
    loose = [one for one in after if not followers[one]]
    while loose:
        one = loose.pop()
        rings.remove(one)
        followers[after[one]] -= 1
        if after[one] in rings and not followers[after[one]]:
            loose.append(after[one])
    return rings
