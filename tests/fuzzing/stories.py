"""Sentences and the facts that rest on them; facts that rest on a source alone, and Markdown without any."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from hypothesis import strategies as st

from dateline.facts.kinds import Kind
from dateline.facts.records import RECORD_OF
from tests.fuzzing.values import DATES, NUMBERS, PAST_DAYS, World, records

THINGS: Final = """
    bridge ferry tunnel library orchard quarry theatre viaduct windmill museum lighthouse brewery bakery
    castle chapel stadium
""".split()
MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
HEDGES: Final = {"about": "about", "nearly": "nearly", "at least": "at least", "": None}
PEOPLE: Final = ["Anna Berg", "Omar Haddad", "Zoë Lindqvist", "Mary O'Neill"]
PLACES: Final = ["Skerry", "Holm", "Ostrow", "Nørreby"]
BODIES: Final = ["Harbour Council", "Works Office", "Rowing Club"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A sentence and the fact that rests on it: its kind, and those of its fields that the words say."""

    sentence: str
    kind: Kind
    fields: dict[str, Any]
    id: str | None = None
    evidence: Any = None

    @property
    def is_table(self) -> bool:
        return self.sentence.startswith("|")

    @property
    def rests_on(self) -> Any:
        """Its evidence: the sentence, unless something else is given. The words of a quotation are it."""
        if self.kind is Kind.QUOTATION:
            return None
        return self.evidence or self.sentence.rstrip(".")


@st.composite
def measured(draw: st.DrawFn, thing: str) -> Reported:
    number, hedge = draw(st.integers(13, 900)), draw(st.sampled_from([*HEDGES]))
    said = f"{hedge} {number}".strip()
    sentence = f"The {thing} has {said} windows."
    fields = {
        "label": f"Windows of the {thing}",
        "value": str(number),
        "unit": "windows",
        "hedge": HEDGES[hedge],
        "kind": "measured",
    }
    return Reported(sentence=sentence, kind=Kind.FIGURE, fields=fields)


@st.composite
def paid(draw: st.DrawFn, thing: str) -> Reported:
    millions = draw(st.integers(13, 900))
    fields = {
        "label": f"Cost of the {thing}",
        "value": f"{millions} million",
        "unit": "EUR",
        "hedge": None,
        "kind": "official claim",
    }
    sentence = f"The {thing} cost {millions} million euros."
    return Reported(sentence=sentence, kind=Kind.FIGURE, fields=fields)


@st.composite
def happened(draw: st.DrawFn, thing: str) -> Reported:
    year, month, day = (
        draw(st.integers(1950, 2023)),
        draw(st.integers(1, 12)),
        draw(st.integers(1, 28)),
    )
    date, said = draw(
        st.sampled_from(
            [
                (f"{year}-{month:02}-{day:02}", f"on {day} {MONTHS[month - 1]} {year}"),
                (f"{year}-{month:02}", f"in {MONTHS[month - 1]} {year}"),
                (f"{year}", f"in {year}"),
            ]
        )
    )
    fields = {"title": f"The {thing} opens", "date": date}
    return Reported(sentence=f"The {thing} opened {said}.", kind=Kind.EVENT, fields=fields)


@st.composite
def announced(draw: st.DrawFn, thing: str) -> Reported:
    year, month = draw(st.integers(2025, 2030)), draw(st.integers(1, 12))
    expected = {"window": f"{year}-{month:02}", "said_on": "2024-09-11"}
    fields = {"title": f"The {thing} closes", "expected": [expected]}
    sentence = f"The {thing} is to close in {MONTHS[month - 1]} {year}."
    return Reported(sentence=sentence, kind=Kind.EVENT, fields=fields)


@st.composite
def counted(draw: st.DrawFn, thing: str) -> Reported:
    """A row of a table: its last cell is the figure, the one before it what it was."""
    earlier, latest = draw(st.integers(13, 900)), draw(st.integers(13, 900))
    table = f"| Visitors | 2021 | 2022 |\n|:--|--:|--:|\n| {thing} | {earlier} | {latest} |"
    fields = {
        "label": f"Visitors of the {thing}",
        "value": str(latest),
        "unit": "visitors",
        "kind": "measured",
        "period": "2022",
        "hedge": None,
        "history": [{"date": "2021", "value": str(earlier), "evidence": {"column": "2021"}}],
    }
    evidence = {"row": thing, "column": "2022"}
    return Reported(sentence=table, kind=Kind.FIGURE, fields=fields, evidence=evidence)


def id_of(name: str) -> str:
    """The id of someone or something, which is the same in every briefing."""
    return "-".join(re.findall("[a-z]+", name.lower()))


def keeper(thing: str, name: str) -> Reported:
    fields = {"name": name, "role": f"Keeper of the {thing}"}
    sentence = f"{name}, keeper of the {thing}, was there."
    return Reported(sentence=sentence, kind=Kind.PERSON, fields=fields, id=id_of(name))


def place(name: str) -> Reported:
    sentence = f"Rain fell on {name}."
    return Reported(sentence=sentence, kind=Kind.PLACE, fields={"name": name}, id=id_of(name))


def body(name: str) -> Reported:
    sentence = f"The {name} met."
    return Reported(
        sentence=sentence, kind=Kind.ORGANISATION, fields={"name": name}, id=id_of(name)
    )


@st.composite
def quoted(draw: st.DrawFn, thing: str, name: str) -> Reported:
    words = draw(st.sampled_from(["The {} is worth it", "Nobody needs a {}", "We love the {}"]))
    words = words.format(thing)
    fields = {"words": words, "speaker": id_of(name)}
    return Reported(sentence=f"“{words},” {name} said.", kind=Kind.QUOTATION, fields=fields)


BY_THING: Final[list[Callable[[str], st.SearchStrategy[Reported]]]] = [
    measured,
    paid,
    happened,
    announced,
    counted,
]

# What the article has besides: every kind of Markdown, without a date, a number, a name or a quotation.
FILLERS: Final = [
    "## {}",
    "### A heading with *emphasis* and `code`",
    "*{}* and **{}**, `{}`.",
    "- {}\n- {}\n    - {}",
    "3. {}\n4. {}",
    "> {}\n>\n> > {}",
    "{}[^note]\n\n[^note]: {} & more.",
    "A term\n:   {}",
    "| Head | {} |\n|:-----|-----:|\n| {} | cell |",
    "*[GDP]: gross domestic product\n\nThe GDP of {}.",
    'A [link](https://example.org/?a=1&b=2 "{}") and <https://example.org/x>.',
    "[below](#what-next)\n\n## What next\n\n{}",
    "Line one  \nline <br> two &copy; &amp; &#169; {}.",
    "    fixed {}",
    "* * *",
    "<div>{}</div>",
    'H<sub>b</sub> and <span lang="fa">سلام</span> {}.',
    "Some_snake_case \\*not\\* <5 a < b {}.",
]


@st.composite
def fillers(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(FILLERS))
    for _ in range(text.count("{}")):
        text = text.replace(
            "{}", draw(st.sampled_from(["quiet rain", "wet stones", "a & b", "سلام", "née"])), 1
        )
    return text


# Facts that rest on a source alone: nothing in the article can contradict them.

FOR_SOURCED: Final[dict[Kind, st.SearchStrategy[dict[str, Any]]]] = {
    Kind.EVENT: st.one_of(
        st.builds(lambda date: {"date": date}, DATES),
        st.builds(lambda date: {"date": date, "time": "9.40 am CET"}, PAST_DAYS),
        st.just({"expected": [{"window": "2025-06", "said_on": "2024-09-11", "time": "6 am CET"}]}),
        st.just({"expected": [{"window": "2024-09-20", "said_on": "2024-09-11"}],
                 "outcome": {"state": "happened", "date": "2024-09-20", "recorded": "2024-09-21"}}),
        st.just({"expected": [{"window": "2024-09-20", "said_on": "2024-09-11"}],
                 "outcome_checked": {"by": "R. Holm", "on": "2024-09-25"}}),
    ),
    Kind.FIGURE: st.one_of(
        st.builds(lambda value: {"value": value}, NUMBERS),
        st.builds(lambda value, date: {"value": value, "as_of": date}, NUMBERS, DATES),
        st.builds(lambda value, date: {"value": value, "period": date}, NUMBERS, DATES),
        st.just({"value": "12", "unit": "percent", "whole": "all the bread"}),
        st.just({"value": "3.10", "unit": "EUR/day"}),
    ),
    Kind.PLACE: st.one_of(
        st.just({}),
        st.tuples(st.integers(-89, 89), st.integers(-179, 179)).map(
            lambda at: {"latitude": f"{at[0]}.5", "longitude": f"{at[1]}"}
        ),
    ),
}  # fmt: skip


# What the evidence of a fact would have to say as well.
BEYOND: Final = ("source", "history", "values", "revised", "aliases", "age")


@st.composite
def facts(
    draw: st.DrawFn, kind: Kind, id_: str, world: World, reported: Reported | None
) -> dict[str, Any]:
    """A fact that rests on a sentence, or on a source alone."""
    given: dict[str, Any] = {"id": id_}
    if reported:
        given |= dict.fromkeys(BEYOND) | reported.fields
        given["evidence"] = reported.rests_on
    else:
        given |= draw(FOR_SOURCED.get(kind, st.just({})))
        given["source"] = [draw(st.sampled_from(world.ids[Kind.SOURCE]))]
    return draw(records(RECORD_OF[kind], world, given))
