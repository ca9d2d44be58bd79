"""Small worlds: an article of one sentence of the grammar's corpus, and one fact of its gold readings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.checking import check_briefing
from dateline.language.en import find_dates, find_quantities
from dateline.problems import Problem
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from tests.checking.mutations import HEDGES, Reworded, other_dates, other_units, other_values
from tests.language.corpus import Gold, Sentence, quantity_reading, read_corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A sentence as an article, and a sheet with one fact that rests on it."""

    sentence: Sentence
    sheet: str
    fields: Mapping[str, str]

    def __str__(self) -> str:
        shown = {name: text for name, text in self.fields.items() if name in _SHOWN}
        return f"{self.sentence.batch}:{self.sentence.line}: {shown} of “{self.sentence.text}”"

    def with_field(self, name: str, value: str | None) -> World:
        fields = {**self.fields, name: value}
        return replace(self, fields={key: text for key, text in fields.items() if text is not None})

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it, on the day of its publication; coverage is left aside."""
        published = self.sentence.written
        front = f"---\ntitle: T\nstandfirst: S\npublished: {published}\n---\n\n"
        listed = "events" if self.sheet == "timeline" else self.sheet
        sheet = json.dumps({listed: [self.fields]}, ensure_ascii=False)
        files = {
            "article.md": (front + self.sentence.text).encode(),
            f"{self.sheet}.yaml": sheet.encode(),
        }
        briefing, problems = parse_briefing(Folder(slug="b", shown_as="b", files=files))
        assert briefing is not None
        found = (*problems, *check_briefing(briefing, today=published).problems)
        return tuple(problem for problem in found if not problem.rule.startswith("coverage."))


_SHOWN = ("date", "value", "unit", "hedge")


def worlds() -> Iterator[World]:
    """One for each gold reading that the grammar agrees with and a sheet can hold."""
    for sentence in read_corpus():
        for gold in sentence.gold:
            world = _event(sentence, gold) if gold.kind == "date" else _figure(sentence, gold)
            if world:
                yield world


def _event(sentence: Sentence, gold: Gold) -> World | None:
    found = find_dates(sentence.text, written=sentence.written)
    readings = {(finding.start, finding.end): finding.readings for finding in found}
    if gold.reading[0] not in readings.get((gold.start, gold.end), ()):
        return None
    fields = {"id": "e", "title": "T", "date": gold.reading[0], "evidence": sentence.text}
    return World(sentence=sentence, sheet="timeline", fields=fields)


def _figure(sentence: Sentence, gold: Gold) -> World | None:
    low, high, unit, hedge = gold.reading
    found = find_quantities(sentence.text)
    read = {(quantity.start, quantity.end): quantity_reading(quantity) for quantity in found}
    if read.get((gold.start, gold.end)) != gold.reading or low == "-" or len(low) > 18:
        return None
    value = low if low == high and not gold.is_pair else f"{low}-{high}"
    fields = {"id": "f", "label": "A figure", "kind": "measured", "value": value}
    fields |= {name: text for name, text in (("unit", unit), ("hedge", hedge)) if text != "-"}
    return World(sentence=sentence, sheet="figures", fields=fields | {"evidence": sentence.text})


def mutated(world: World) -> Iterator[tuple[str, World]]:
    """Every falsehood that one changed field makes of it, with its kind."""
    seen = {tuple(sorted(world.fields.items()))}
    for name, other in _OTHERS.items():
        for kind, now in other(world.fields[name]) if name in world.fields else ():
            changed = world.with_field(name, now)
            if tuple(sorted(changed.fields.items())) not in seen:
                seen.add(tuple(sorted(changed.fields.items())))
                yield kind, changed
    if world.sheet == "figures":
        yield from _hedged(world)


def _hedged(world: World) -> Iterator[tuple[str, World]]:
    own = world.fields.get("hedge")
    for hedge in HEDGES:
        if hedge != own:
            yield ("hedge" if own else "hedge added"), world.with_field("hedge", hedge)
    if own:
        yield "hedge dropped", world.with_field("hedge", None)


def _other_units(unit: str) -> Reworded:
    yield from ((kind, other) for kind, other in other_units(unit) if other != unit)


_OTHERS = {"date": other_dates, "value": other_values, "unit": _other_units}
