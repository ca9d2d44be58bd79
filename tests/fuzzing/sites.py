"""Sites that are valid, most of them: articles, sheets and settings as data, and what they are as files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from hypothesis import strategies as st

from dateline.facts.kinds import Kind
from dateline.facts.records import (
    FigureGroup,
    FrontMatter,
    Period,
    Removal,
    Source,
)
from dateline.facts.shared_records import (
    SharedOrganisation,
    SharedPerson,
    SharedPlace,
    SharedRecord,
    SharedRole,
)
from dateline.facts.site_records import Author, PageFront, Site
from tests.fuzzing.stories import (
    BODIES,
    BY_THING,
    PEOPLE,
    PLACES,
    THINGS,
    Reported,
    body,
    facts,
    fillers,
    id_of,
    keeper,
    place,
    quoted,
)
from tests.fuzzing.texts import CAPTIONS, PROSE, REPORT
from tests.fuzzing.values import OneOrMany, World, records

SLUG: Final = "the-story"
SLUGS: Final = (SLUG, "another-story", "a-third", "page")
Sheets = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSite:
    """What an editor wrote: the data of each YAML file by its path, articles with their front matter."""

    yaml: dict[str, dict[str, Any]]
    articles: dict[str, tuple[dict[str, Any], str]]
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def slugs(self) -> list[str]:
        """The folders of its briefings."""
        return [path.removesuffix("/article.md") for path in self.articles if "/article" in path]


ANY_NUMBER: Final = (1, 1, 1, 2, 3, 4)
SEVERAL: Final = (2, 3, 4)


@st.composite
def sites(draw: st.DrawFn, several: Sequence[int] = ANY_NUMBER) -> WrittenSite:
    """A site of as many briefings as one of these numbers says."""
    world, slugs = World(), SLUGS[: draw(st.sampled_from(several))]
    shared = draw(shared_sheets()) if len(slugs) > 1 else {}
    ids = {record["id"] for sheet in shared.values() for name in sheet for record in sheet[name]}
    yaml = {"site.yaml": draw(records(Site, world)), **shared}
    articles: dict[str, tuple[dict[str, Any], str]] = {}
    texts: dict[str, str] = {}
    if authors := draw(
        st.lists(records(Author, world), max_size=2, unique_by=lambda of: of["name"])
    ):
        yaml["authors.yaml"] = {"authors": authors}
    for slug in slugs:
        front, text, sheets = draw(briefings(World(f"-of-{slug}"), ids))
        articles[f"{slug}/article.md"] = front, text
        texts[f"{slug}/sources/report.txt"] = REPORT
        yaml |= {f"{slug}/{name}": sheet for name, sheet in sheets.items()}
    say_the_same(draw(st.lists(st.booleans(), min_size=8, max_size=8)), yaml)
    if draw(st.booleans()):
        front = draw(records(PageFront, world))
        articles["pages/contact.md"] = front, f"Write to us.\n\n{draw(fillers())}\n"
        texts["about.md"] = f"We are here.\n\n{draw(fillers())}\n"
    return WrittenSite(yaml=yaml, articles=articles, texts=texts)


@st.composite
def shared_sheets(draw: st.DrawFn) -> Sheets:
    """The site’s own people.yaml and its fellows: some of those whom the stories name."""
    world = World()
    sheets: Sheets = {}
    listed: list[tuple[type[SharedRecord], list[str]]] = [
        (SharedOrganisation, BODIES),
        (SharedPlace, PLACES),
        (SharedPerson, PEOPLE),
    ]
    for model, names in listed:
        chosen = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
        world.ids[model.KIND] = [id_of(name) for name in chosen]
        given: dict[str, Any] = {"why": draw(PROSE), "what": draw(PROSE), "original": None}
        if model is SharedPerson:
            role = draw(st.just({"role": "Rower"}) | records(SharedRole, world))
            given["roles"] = OneOrMany([role, {"role": draw(PROSE)}])
            del given["what"]
        elif model is SharedPlace:
            del given["why"]
        made = [
            draw(records(model, world, {**given, "id": id_of(name), "name": name}))
            for name in chosen
        ]
        if made:
            sheets[model.KIND.sheet] = {model.KIND.plural: made}
    return sheets


def say_the_same(chosen: list[bool], yaml: Sheets) -> None:
    """Events and figures of one briefing are those of the one before, where that is chosen."""
    for kind in (Kind.EVENT, Kind.FIGURE):
        firsts = [
            (slug, facts[0])
            for slug in SLUGS
            if (facts := yaml.get(f"{slug}/{kind.sheet}", {}).get(kind.plural))
        ]
        for (slug, fact), (_, other) in pairwise(firsts):
            if chosen.pop():
                other["same_as"] = OneOrMany([f"{slug}/{fact['id']}"])


@st.composite
def briefings(
    draw: st.DrawFn, world: World, shared: Container[str] = ()
) -> tuple[dict[str, Any], str, Sheets]:
    reported = draw(stories())
    plan: list[tuple[Kind, Reported | None]] = [(fact.kind, fact) for fact in reported]
    plan += [(kind, None) for kind in draw(st.lists(st.sampled_from(SOURCED), max_size=3))]
    for number, (kind, fact) in enumerate(plan):
        world.ids[kind].append((fact and fact.id) or f"fact-{number}")
    world.ids[Kind.SOURCE] = ["source", "another"][: draw(st.integers(1, 2))]
    world.ids[Kind.GROUP] = ["group"][: draw(st.integers(0, 1))]
    sheets: Sheets = defaultdict(lambda: defaultdict(list))
    waiting = {kind: iter(ids) for kind, ids in world.ids.items()}
    for kind, fact in plan:
        written = draw(facts(kind, next(waiting[kind]), world, fact))
        if written["id"] in shared and draw(st.booleans()):
            if draw(st.booleans()):
                continue  # the briefing may only name them
            written = {name: written[name] for name in ("id", "evidence")}
        sheets[kind.sheet][kind.plural].append(written)
    for sheet, name, record in draw(besides(world, reported)):
        sheets[sheet][name].append(record)
    relate(
        draw(st.sampled_from(["difference", "ratio", "share"])), sheets["figures.yaml"]["figures"]
    )
    front = draw(records(FrontMatter, world, {"updated": "2024-10-01"}))
    text = draw(articles(reported))
    if draw(st.booleans()):
        front["pictures"] = [{"file": "images/council.svg", "credit": draw(PROSE)}]
        text += f'\n![{draw(CAPTIONS)}](images/council.svg "A caption & more")\n'
    written = {
        name: {key: value for key, value in sheet.items() if value}
        for name, sheet in sheets.items()
    }
    return front, text, {name: sheet for name, sheet in written.items() if sheet}


def relate(how: str, figures: list[dict[str, Any]]) -> None:
    """Compare the first two figures that count the same, and add what they are together."""
    alike = [
        figure for figure in figures if figure.get("unit") == "windows" and "hedge" not in figure
    ]
    for first, second in pairwise(alike[:2]):
        first["compare"] = [{"to": second["id"], "by": how}]
        together = {
            "id": "together",
            "label": "Windows of both",
            "value": str(int(first["value"]) + int(second["value"])),
            "unit": "windows",
            "kind": "measured",
            "derived": {"how": f"{first['id']} + {second['id']}"},
        }
        figures.append(together)


SOURCED: Final = (Kind.EVENT, Kind.FIGURE, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
"""What may rest on a source alone."""


@st.composite
def besides(
    draw: st.DrawFn, world: World, reported: list[Reported]
) -> list[tuple[str, str, dict[str, Any]]]:
    """What sheets have besides facts: sources, headings, what was removed, what is not made a fact."""
    made: list[tuple[str, str, dict[str, Any]]] = []
    for id_ in world.ids[Kind.SOURCE]:
        given = {"id": id_, "text": draw(st.sampled_from([None, "sources/report.txt"]))}
        made.append(("sources.yaml", "sources", draw(records(Source, world, given))))
    groups = [draw(records(FigureGroup, world, {"id": id_})) for id_ in world.ids[Kind.GROUP]]
    made += (("figures.yaml", "groups", group) for group in groups)
    if draw(st.booleans()):
        made.append(("timeline.yaml", "periods", draw(records(Period, world))))
    if draw(st.booleans()):
        sheet = draw(st.sampled_from(["timeline.yaml", "people.yaml"]))
        made.append((sheet, "removed", draw(records(Removal, world))))
    if draw(st.booleans()) and not reported[0].is_table:
        words = reported[0].sentence.split(" ")[1]
        waiver = {"words": words, "why": draw(PROSE)}
        made.append(("coverage.yaml", "waived", waiver))
    return made


@st.composite
def stories(draw: st.DrawFn) -> list[Reported]:
    """What the article reports, each thing once."""
    things = draw(st.permutations(THINGS))
    made = [
        draw(draw(st.sampled_from(BY_THING))(thing)) for thing in things[: draw(st.integers(1, 4))]
    ]
    made += map(place, draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True)))
    made += map(body, draw(st.lists(st.sampled_from(BODIES), max_size=1, unique=True)))
    if name := draw(st.none() | st.sampled_from(PEOPLE)):
        made.append(keeper(things[-1], name))
        if draw(st.booleans()):
            made.append(draw(quoted(things[-2], name)))
    return made


@st.composite
def articles(draw: st.DrawFn, reported: list[Reported]) -> str:
    """The sentences of a story in paragraphs, with other Markdown between them."""
    paragraphs = [part.sentence for part in reported if part.is_table]
    for part in reported:
        if part.is_table:
            continue
        if draw(st.booleans()) and not (paragraphs and paragraphs[-1].startswith("|")):
            paragraphs[-1:] = [" ".join([*paragraphs[-1:], part.sentence])]
        else:
            paragraphs.append(part.sentence)
    for filler in draw(st.lists(fillers(), max_size=3, unique=True)):
        paragraphs.insert(draw(st.integers(0, len(paragraphs))), filler)
    return "\n\n".join(paragraphs) + "\n"
