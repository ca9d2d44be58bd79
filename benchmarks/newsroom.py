"""The stories of a newsroom that does not exist: what benchmarks/corpus.py writes down."""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, Final

import yaml

FIRST: Final = date(2016, 1, 4)
LAST: Final = date(2026, 6, 30)
"""Articles are dated, and outcomes recorded, between these days."""

WORDS: Final = 640
ELECTIONS: Final = (date(2014, 5, 4), date(2018, 5, 6), date(2022, 5, 8))

Values = dict[str, Any]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A briefing as data: what both our files and those of other programs are written from."""

    slug: str
    kind: str
    front: Record
    blocks: tuple[str, ...]
    """Paragraphs in order; headings begin with `## `."""
    sheets: dict[str, dict[str, list[Record]]]


# After so many names that others have, a person has two surnames: in a large archive all pairs are taken.
_TRIES: Final = 300


@dataclass(slots=True)
class Newsroom:
    """What recurs: who holds which office, and what was always so."""

    seed: int
    names: dict[str, str] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)

    def chance(self, *key: object) -> random.Random:
        return random.Random("/".join(map(str, (self.seed, *key))))  # noqa: S311 - the same each time

    def name(self, key: str, *, woman: bool) -> str:
        if key not in self.names:
            chance, taken = self.chance("name", key), set(self.names.values())
            given = pool("women") + (() if woman else pool("men"))
            for attempt in count():
                name = f"{chance.choice(given)} {chance.choice(pool('surnames'))}"
                if attempt > _TRIES:
                    name += f"-{chance.choice(pool('surnames'))}"
                if name not in taken:
                    break
            self.names[key] = name
        return self.names[key]


@cache
def prose() -> dict[str, Any]:
    text = Path(__file__).with_name("stories.yaml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@cache
def pool(of: str) -> tuple[str, ...]:
    return tuple(prose()["names"][of].split())


def stories(many: int, seed: int = 0) -> Iterator[Story]:
    newsroom = Newsroom(seed)
    for number in range(many):
        yield _Writing(newsroom, number).story()


class _Writing:
    """One story while it is being written."""

    def __init__(self, newsroom: Newsroom, number: int) -> None:
        self.newsroom = newsroom
        self.chance = newsroom.chance("story", number)
        self.kind = self.chance.choice(list(prose()["stories"]))
        self.spec = prose()["stories"][self.kind]
        self.published = FIRST + timedelta(days=self.chance.randrange((LAST - FIRST).days))
        self.town = self.chance.randrange(len(pool("towns")))
        self.term = sum(self.published >= day.replace(month=7) for day in ELECTIONS[1:])
        self.sheets: dict[str, list[Record]] = {}
        self.met: set[str] = set()
        self.values = self._values()

    # What is drawn

    def _values(self) -> Values:
        values = self._region()
        town = self.newsroom.chance("town", self.town)
        past = self.newsroom.chance("past", self.town, self.kind)
        self._number(values, "residents", town, [3100, 48900, 100])
        self._number(values, "flooded", town, [110, 990])
        values["railway"] = str(town.randint(1858, 1894))
        self._day(values, "great_flood", date(town.randint(1997, 2012), town.randint(1, 4), 1))
        values["census"] = "2021" if self.published.year > 2021 else "2011"
        election = ELECTIONS[self.term]
        self._day(values, "election", election)
        turnout = self.newsroom.chance("turnout", self.town, election)
        self._number(values, "turnout", turnout, [38, 71])
        values["last_year"] = str(self.published.year - 1)
        for name, what in self.spec["past"].items():
            self._past(values, name, past, what)
        for name, (first, last) in self.spec["days"].items():
            self._day(
                values, name, self.published + timedelta(days=self.chance.randint(first, last))
            )
        for name, bounds in self.spec["numbers"].items():
            self._number(values, name, self.chance, bounds)
        values["mayor_intro"] = "{mayor}, the mayor of {town}"
        for role, person in self._cast().items():
            values[role] = self._who(role, person, values)
            values[f"{role}_id"] = slug(values[role])
            values.setdefault(f"{role}_intro", person["intro"])
        for role in self._cast():
            values[f"{role}_intro"] = values[f"{role}_intro"].format_map(values)
        return values

    def _region(self) -> Values:
        county = self.town // 4
        village = self.chance.choice(("", "", "Upper ")) + pool("villages")[self.town]
        town = pool("towns")[self.town]
        return {
            "town": town,
            "town_id": slug(town),
            "county": pool("counties")[county],
            "village": village,
            "river": pool("rivers")[county // 2],
        }

    def _cast(self) -> dict[str, Record]:
        mayor = {
            "intro": "{mayor}, the mayor of {town}",
            "role": "Mayor of {town}",
            "why": "The mayor speaks for the town.",
            "body": "council",
            "term": True,
        }
        return {"mayor": mayor, **self.spec["people"]}

    def _who(self, role: str, person: Record, values: Values) -> str:
        """Officials hold an office of the town, the county or the state for a term; residents are drawn."""
        scope: object = self.town
        if person.get("wide"):
            scope = "state"
        elif person.get("body") == "county_council":
            scope = values["county"]
        elif person.get("body") == "water_board":
            scope = values["river"]
        whom: object = self.term if person.get("term") else self.chance.randrange(4)
        # Villagers are those of one village.
        where = values["village"] if "{village}" in person["role"] else ""
        kind = "" if role == "mayor" else self.kind
        key = f"{kind}/{role}/{scope}/{where}/{whom}"
        return self.newsroom.name(key, woman=bool(person.get("woman")))

    def _past(self, values: Values, name: str, chance: random.Random, what: Record) -> None:
        if year := what.get("year"):
            values[name] = str(chance.randint(*year))
        elif month := what.get("month"):
            self._day(values, name, date(chance.randint(*month), chance.randint(1, 12), 1))
        else:
            self._number(values, name, chance, what["number"])

    @staticmethod
    def _day(values: Values, name: str, day: date) -> None:
        month = calendar.month_name[day.month]
        values[name] = f"{day.day} {month} {day.year}"
        values[f"{name}_iso"] = day.isoformat()
        values[f"{name}_month"] = f"{month} {day.year}"
        values[f"{name}_ym"] = day.isoformat()[:7]
        values[f"{name}_year"] = str(day.year)
        values[f"{name}_weekday"] = calendar.day_name[day.weekday()]

    @staticmethod
    def _number(values: Values, name: str, chance: random.Random, bounds: list[float]) -> None:
        low, high, step = (*bounds, 1)[:3]
        steps = chance.randint(round(low / step), round(high / step))
        number = steps * step
        values[name] = number if isinstance(number, int) else f"{number:.1f}".removesuffix(".0")

    # What is written

    def story(self) -> Story:
        blocks = self._fill(list(self._blocks()))
        self._names()
        front = self._front()
        return Story(
            slug=self._slug(),
            kind=self.kind,
            front=front,
            blocks=tuple(blocks),
            sheets=self._by_sheet(),
        )

    def _text(self, text: str) -> str:
        return text.format_map(self.values)

    def _slug(self) -> str:
        base = f"{self.values['town_id']}-{self.kind}-{self.published}"
        name, number = base, 1
        while name in self.newsroom.slugs:
            number += 1
            name = f"{base}-{number}"
        self.newsroom.slugs.add(name)
        return name

    def _blocks(self) -> Iterator[list[str]]:
        """Paragraphs as lists of sentences."""
        for block in self.spec["article"]:
            if isinstance(block, list):
                yield list(self._sentences(block))
            elif "heading" in block:
                yield ["## " + self._text(block["heading"])]
            else:
                for paragraph in prose()["town"]["events_and_figures"]:
                    yield list(self._sentences(paragraph))

    def _sentences(self, paragraph: list[Record]) -> Iterator[str]:
        for sentence in paragraph:
            if "quiet" in sentence:
                yield ""
            elif "quote" in sentence:
                yield self._quote(sentence)
            else:
                yield self._say(sentence)

    def _quote(self, sentence: Record) -> str:
        role, words = sentence["by"], sentence["quote"]
        whom = self.values[role if role in self.met else f"{role}_intro"]
        self.met.add(role)
        self._add(
            "quotations",
            {
                "id": f"what-{self.values[f'{role}_id']}-says",
                "words": words,
                "speaker": role,
                "about": self.spec["topic"],
            },
        )
        return f"“{words},” said {whom}."

    def _say(self, sentence: Record) -> str:
        said = self._text(sentence["say"])
        for sheet in ("event", "figure"):
            for record in _several(sentence.get(sheet, [])):
                self._fact(f"{sheet}s", record, said)
        for place in _several(sentence.get("place", [])):
            self._place(place, said)
        for body in _several(sentence.get("organisation", [])):
            what = {"topic": self.spec["topic"], **prose()["bodies"][body]}
            name = self._text(what["name"])
            self.values[f"{body}_id"] = slug(name)
            self._add("organisations", {"id": slug(name), **what, "evidence": said.rstrip(".")})
        self.met.update(role for role in self._cast() if f"{{{role}_intro}}" in sentence["say"])
        return said

    def _fact(self, sheet: str, record: Record, said: str) -> None:
        record = dict(record)
        words = self._text(record.pop("words", said.rstrip(".")))
        record.setdefault("topic", self.spec["topic"])
        if sheet == "figures":
            record["group"] = (
                "the-town" if record.get("weight") == "minor" else f"the-{self.kind}-plan"
            )
        came = record.pop("came", "")
        self._add(sheet, {**record, "evidence": words})
        if "expected" in record and (outcome := self._outcome(record)):
            has_come = came and outcome["state"] != "cancelled"
            self.sheets[sheet][-1]["outcome"] = {**outcome, "title": came} if has_come else outcome

    def _outcome(self, record: Record) -> Record | None:
        """What became of it, if it is over: most of it happened, some later, some not at all."""
        window = self._text(record["expected"]["window"])
        over = _last_day(window.removesuffix("/..").removeprefix("../"))
        draw = self.chance.random()
        if over > LAST or draw > 0.9:
            return None
        if draw > 0.82:
            end = over - timedelta(days=min(30, (over - self.published).days - 1))
            state, day, note = "cancelled", end, "It was called off for want of money."
        elif draw > 0.68:
            end = over + timedelta(days=self.chance.randint(20, 90))
            state, day, note = "changed", end, "Only a part of it was done."
        else:
            first = max(self.published + timedelta(days=1), _first_day(window))
            end = first + timedelta(days=self.chance.randint(0, max(0, (over - first).days)))
            state, day, note = "happened", end, ""
        recorded = day + timedelta(days=self.chance.randint(0, 2))
        if recorded > LAST:
            return None
        outcome = {"state": state, "date": day.isoformat(), "recorded": recorded.isoformat()}
        return {**outcome, "note": note} if note else outcome

    def _place(self, place: str, said: str) -> None:
        values = self.values
        chance = self.newsroom.chance("place", self.town)
        north, east = 50.6 + 0.55 * (self.town % 5), 14.8 + 0.9 * (self.town // 4)
        north, east = north + chance.uniform(-0.2, 0.2), east + chance.uniform(-0.3, 0.3)
        off, what = [0.0, 0.0], f"A town on the {values['river']}"
        name = values.get(place, "")
        if place == "site":
            name, what = self._text(self.spec["place"]["name"]), self.spec["place"]["what"]
            off = self.spec["place"]["away"]
        elif place == "county":
            chance = self.newsroom.chance("county", values["county"])
            north, east = 51.7, 14.9 + 0.9 * (self.town // 4)
            what = "The county town"
        elif place == "village":
            chance = self.newsroom.chance("village", name)
            off, what = [chance.uniform(-0.15, 0.15), chance.uniform(-0.2, 0.2)], "A village"
        values[f"{place}_id"] = slug(name)
        where = {"latitude": f"{north + off[0]:.2f}", "longitude": f"{east + off[1]:.2f}"}
        if place == "river":
            what, where = "A river", {}
        if all(record["id"] != slug(name) for record in self.sheets.get("places", ())):
            self._add(
                "places",
                {
                    "id": slug(name),
                    "name": name,
                    "what": what,
                    **where,
                    "evidence": said.rstrip("."),
                },
            )

    def _names(self) -> None:
        bodies = {record["id"] for record in self.sheets["organisations"]}
        for role, person in self._cast().items():
            body = self.values.get(f"{person.get('body')}_id")
            self._add(
                "people",
                {
                    "id": self.values[f"{role}_id"],
                    "name": self.values[role],
                    "role": person["role"],
                    "why": person["why"],
                    **({"organisation": body} if body in bodies else {}),
                    "evidence": self.values[f"{role}_intro"],
                },
            )

    def _add(self, sheet: str, record: Record) -> None:
        self.sheets.setdefault(sheet, []).append(record)

    def _fill(self, blocks: list[list[str]]) -> Iterator[str]:
        """What nobody has to check, in the gaps and at the ends of paragraphs, to the length of an article."""
        quiet = self.chance.sample(prose()["quiet"], len(prose()["quiet"]))
        for block in blocks:
            block[:] = [sentence or quiet.pop() for sentence in block]
        ends = [block for block in blocks if not block[0].startswith("## ")]
        while quiet and sum(len(" ".join(block).split()) for block in blocks) < WORDS:
            self.chance.choice(ends).append(quiet.pop())
        return (" ".join(block) for block in blocks)

    def _front(self) -> Record:
        spec, chance = self.spec, self.chance
        front = {
            "title": self._text(chance.choice(spec["titles"])),
            "kicker": self._text(chance.choice(spec["kicker"])),
            "standfirst": self._text(chance.choice(spec["standfirst"])),
            "published": self.published.isoformat(),
            "dateline": self.values["town"],
            "sources": [source["id"] for source in spec["sources"]],
            "brief": [
                {
                    "what": self._text(point["what"]),
                    "why": self._text(point["why"]),
                    "facts": point["facts"],
                }
                for point in spec["brief"]
            ],
        }
        corrected = self.published + timedelta(days=chance.randint(2, 40))
        if chance.random() < 0.08 and corrected <= LAST:
            front["updated"] = corrected.isoformat()
            front["corrections"] = [
                {
                    "on": corrected.isoformat(),
                    "was": self._text("We called {village} a part of {town}."),
                    "is": self._text("{village} is a village of its own."),
                    "why": "We had misread the map.",
                }
            ]
        return front

    def _by_sheet(self) -> dict[str, dict[str, list[Record]]]:
        year = self.published.year
        sheets = {sheet: [self._filled(record) for record in self.sheets[sheet]] for sheet in FACTS}
        periods = [
            {"id": "earlier", "title": "Earlier", "dates": f"1850/{year - 3}"},
            {"id": "this-story", "title": "This story", "dates": f"{year - 2}/.."},
        ]
        groups = [
            {"id": f"the-{self.kind}-plan", "title": self.spec["topic"]},
            {"id": "the-town", "title": "The town"},
        ]
        sources = [self._filled(source) for source in self.spec["sources"]]
        return {
            "timeline": {"periods": periods, "events": sheets["events"]},
            "figures": {"groups": groups, "figures": sheets["figures"]},
            **{
                name: {name: sheets[name]}
                for name in ("people", "organisations", "places", "quotations")
            },
            "sources": {"sources": sources},
        }

    def _filled(self, value: Any, name: str = "") -> Any:
        """The record with its braces filled in and ids in place of the keys of stories.yaml."""
        if isinstance(value, dict):
            return {key: self._filled(item, key) for key, item in value.items()}
        if isinstance(value, list):
            return [self._filled(item, name) for item in value]
        if name in REFERENCES:
            return self.values.get(f"{value}_id", value)
        return self._text(str(value)) if name != "evidence" else str(value)


FACTS: Final = ("events", "figures", "people", "organisations", "places", "quotations")
REFERENCES: Final = frozenset(
    "who place by said_by speaker part_of organisation source date_from".split()
)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _first_day(window: str) -> date:
    start = window.split("/", maxsplit=1)[0]
    if start == "..":
        return date.min
    return date.fromisoformat(start if len(start) == 10 else f"{start}-01")


def _last_day(day: str) -> date:
    if len(day) == 10:
        return date.fromisoformat(day)
    year, month = map(int, day.split("-"))
    return date(year, month, calendar.monthrange(year, month)[1])


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
