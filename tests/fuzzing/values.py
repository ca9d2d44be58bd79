"""What an editor may write in a field, from its description in facts/records.py.

A field whose type is new fails here until a line of WRITTEN says what is written in it; a new field of a
type that is known is filled in from the day on which it is described.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from hypothesis import strategies as st

from dateline.facts.described import DescribedField, Reads, fields_of
from dateline.facts.fields import OneOrMore, PassageList, SourceList
from dateline.facts.kinds import Kind
from dateline.facts.records import Record
from tests.fuzzing.texts import CAPTIONS, NAMES, PROSE, STORED, TITLES, TOPICS

Data = str | list[Any] | dict[str, Any] | None


class OneOrMany(list[Any]):
    """A list that may be written without its brackets if it has one value."""


@dataclass
class World:
    """The ids that a briefing has to refer to, and how many others were made up, which all begin alike."""

    name: str = ""
    ids: dict[Kind, list[str]] = field(default_factory=lambda: defaultdict(list))
    fresh: int = 0

    def fresh_id(self, kind: str = "former") -> str:
        self.fresh += 1
        return f"{kind}{self.name}-{self.fresh}"


DAYS: Final = st.integers(12, 30).map(lambda day: f"2024-09-{day}")
YEARS: Final = st.integers(1600, 2023)
MONTHS: Final = st.tuples(YEARS, st.integers(1, 12)).map(lambda at: f"{at[0]}-{at[1]:02}")
PAST_DAYS: Final = st.tuples(MONTHS, st.integers(1, 28)).map(lambda at: f"{at[0]}-{at[1]:02}")
POINTS: Final = st.one_of(PAST_DAYS, MONTHS, YEARS.map(str))
DATES: Final = st.one_of(
    POINTS,
    POINTS.map(lambda date: f"{date}~"),
    st.tuples(YEARS, POINTS).map(lambda ends: f"{1100 + ends[0] % 500}/{ends[1]}"),
    POINTS.map(lambda date: f"{date}/.."),
    POINTS.map(lambda date: f"../{date}"),
    YEARS.map(lambda year: f"{year // 10}X"),
    YEARS.map(lambda year: f"{year}-mid"),
    MONTHS.map(lambda month: f"{month}-early"),
    YEARS.map(lambda year: f"-{year:04}"),
    MONTHS.map(lambda month: f"[{month}-03,{month}-04]"),
    MONTHS.map(lambda month: f"{{{month}-03,{month}-04}}"),
)
NUMBERS: Final = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(1000, 10**7).map(lambda number: f"{number:,}"),
    st.decimals(0, 1000, places=2, allow_nan=False).map(str),
    st.integers(2, 900).map(lambda number: f"{number} million"),
    st.integers(2, 900).map(lambda number: f"{number} to {number + 7}"),
    st.integers(2, 900).map(lambda number: f"-{number}"),
    st.sampled_from(["millions", "dozens", "1 in 5", "3/8", "±3", "8-3", "one in five", "3.10"]),
)
ADDRESSES: Final = st.sampled_from(
    [
        "https://example.org/",
        "http://example.org:8080/a/b.html?c=d&e=f#g",
        "https://example.org/%E6%97%A5?q=%22",
        "https://例え.example/日本",
        "https://example.org/it's(so)~*!$;,@",
        "https://example.org/<b>",
        "https://example.org/?a[]=1|2^3`{x}",
        "https://[::1]/x",
        "mailto:desk@example.org?subject=a%20b",
    ]
)
IMAGES: Final = ("bridge.jpg", "ribbon.png", "council.svg", "last-ferry.webp", "the-sound.jpeg")

# By the words that the documentation has for each type.
WRITTEN: Final[dict[str, st.SearchStrategy[str]]] = {
    "text": PROSE,
    "*date*": DATES,
    "*day*": DAYS,
    "a value": NUMBERS,
    "years, or words": st.integers(1, 110).map(str) | st.just("in her 40s"),
    "an address": ADDRESSES,
    "`https://…`": st.sampled_from(["https://record.example/", "https://record.example/a/b/"]),
    "`https://…` or an e-mail address": st.sampled_from(["a@b.example", "https://b.example/"]),
    "`https://…` or `mailto:…`": st.sampled_from(
        [
            "mailto:a@b.example",
            "https://b.example/issues/new",
            "https://b.example/?f={fact}&p={page}",
        ]
    ),
    "the name of a page, `https://…` or an e-mail address": st.sampled_from(
        ["https://b.example/?a=1&b=2", "desk@b.example"]
    ),
    "`images/bridge.jpg`": st.sampled_from([f"images/{name}" for name in IMAGES]),
    "`sources/statement.txt`": st.just("sources/report.txt"),
    "two percentages, as `50 30`": st.sampled_from(["50 30", "0 100", "33.3% 66.6%"]),
    "a BCP 47 tag, such as `en` or `fa`": st.sampled_from(
        ["en", "de", "fa", "zh-Hant-TW", "en-GB"]
    ),
    "`true` or `false`": st.sampled_from(["true", "false"]),
    "degrees": st.integers(-89, 89).map(lambda degrees: f"{degrees}.{abs(degrees):02}"),
    "`2026-12-01 06:00`, or a *day*": st.sampled_from(["2024-09-11", "2024-09-11 06:30"]),
    "an IANA name, as `Europe/London`": st.sampled_from(["UTC", "Asia/Kathmandu", "Pacific/Apia"]),
    "`courier.example,2024`": st.sampled_from(
        ["record.example,2024", "a@record.example,2024-02-29"]
    ),
    '`"#0b4f9c"`': st.sampled_from(["#0b4f9c", "#0a6b4a"]),
    '`"#ffe54a"`': st.sampled_from(["#ffe54a", "#b8f5c8"]),
    "a weight, or two, as `400 700`": st.sampled_from(["400", "400 700"]),
}

# What must fit to something else: `stories.py` writes it, or nobody does.
OTHERWISE: Final[dict[tuple[str, str], st.SearchStrategy[Any] | None]] = {
    **dict.fromkeys(
        (model, name)
        for model, names in {
            "Event": "date expected outcome outcome_checked after time date_from evidence derived by same_as",
            "Figure": "evidence derived compare between unit hedge made date_from as_of period whole same_as",
            "Person": "evidence derived",
            "Organisation": "evidence derived part_of",
            "Place": "evidence derived latitude longitude",
            "Quotation": "evidence derived said_on date_from words",
            "HistoryPoint": "evidence date_from made waive",
            "RivalValue": "evidence date_from unit waive",
            "Revision": "evidence date_from waive",
            "Expectation": "time",
            "Outcome": "time accounts",
            "Picture": "decorative licence",
            "Period": "waive",
            "FigureGroup": "waive",
            "FrontMatter": "draft updated pictures waive",
            "Source": "text",
            "Site": "removed editor",
            "SiteLook": "logo logo_dark fonts",
            "SiteFont": "file",
        }.items()
        for name in names.split()
    ),
    ("Figure", "value"): NUMBERS,
    ("FrontMatter", "published"): st.sampled_from(["2024-09-11", "2024-09-11", "2024-09-08"]),
    ("FrontMatter", "topics"): TOPICS,
    ("Fact", "topic"): TOPICS,
    ("FrontMatter", "published_time"): st.sampled_from(["18:30 CEST", "6.10 am"]),
    ("FrontMatter", "title"): TITLES,
    ("FrontMatter", "authors"): NAMES,
    ("FrontMatter", "language"): st.sampled_from(["en", "en-GB", "de", "fa", "zh-Hant-TW"]),
    ("Picture", "alt"): CAPTIONS,
    ("SourceRef", "words"): STORED,
    ("Waiver", "check"): st.just("agreement.hedge"),
    ("Waiver", "words"): None,
}
# What a record needs for reasons that its description does not say. The other values of a figure rest on a
# source alone: from its words they would have to be right.
NEEDED: Final = {"Picture": "alt"} | dict.fromkeys(
    ("HistoryPoint", "RivalValue", "Revision"), "source"
)


@st.composite
def records(
    draw: st.DrawFn, model: type[Record], world: World, given: dict[str, Any] | None = None
) -> dict[str, Any]:
    """A record with the fields that are `given` (none where that is None), and some of the others."""
    written = dict(given or {})
    needed = NEEDED.get(model.__name__)
    for described in fields_of(model):
        if described.written in written:
            continue
        if described.needed or described.written == needed or draw(st.integers(0, 4)) == 0:
            value = draw(values(model, described, world))
            if value is not None:
                written[described.written] = value
    return {name: value for name, value in written.items() if value is not None}


@st.composite
def values(draw: st.DrawFn, model: type[Record], described: DescribedField, world: World) -> Data:
    """What is written in a field; None where there is nothing that fits."""
    single = values_of(model, described, world)
    if single is None:
        return None
    if not described.many:
        value: Data = draw(single)
        return value
    found = draw(st.lists(single, min_size=1, max_size=2))
    distinct = [value for number, value in enumerate(found) if value not in found[:number]]
    may_be_one = any(mark in (OneOrMore, PassageList, SourceList) for mark in described.marks)
    return OneOrMany(distinct) if may_be_one else distinct


def values_of(
    model: type[Record], described: DescribedField, world: World
) -> st.SearchStrategy[Any] | None:
    owners = [owner.__name__ for owner in model.__mro__]
    for owner in owners:
        if (owner, described.written) in OTHERWISE:
            return OTHERWISE[owner, described.written]
    if described.written == NEEDED.get(model.__name__) == "source":
        return st.sampled_from(world.ids[Kind.SOURCE])
    if described.refers_to:
        ids = [id_ for kind in described.refers_to for id_ in world.ids[kind]]
        return st.sampled_from(ids) if ids else None
    if described.is_record:
        return records(described.value_type, world)
    return _read_from_text(model, described, world)


def _read_from_text(
    model: type[Record], described: DescribedField, world: World
) -> st.SearchStrategy[str]:
    if issubclass(described.value_type, Enum):
        return st.sampled_from([member.value for member in described.value_type])
    reads = described.mark(Reads)
    assert reads, f"{model.__name__}.{described.name} says nothing of how it is read"
    if reads.words in ("an id", "a folder's name"):
        return st.builds(world.fresh_id)
    return WRITTEN[reads.words]
