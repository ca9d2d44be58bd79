"""A folder's bytes become a briefing; what is wrong in one place hides nothing in another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.checking import check_briefing
from dateline.facts.kinds import SHEETS
from dateline.reading import briefing_files
from dateline.reading.briefing_files import parse_briefing, parse_site
from dateline.reading.content import ARTICLE, Folder

if TYPE_CHECKING:
    from dateline.facts.briefing import Briefing
    from dateline.problems import Problem

ARTICLE_TEXT = "---\ntitle: T\nstandfirst: S\npublished: 2024-09-11\n---\n\nThe ferry sails.\n"


def parse(**sheets: str) -> tuple[Briefing | None, tuple[Problem, ...]]:
    files = {f"{name}.yaml": text.encode() for name, text in sheets.items() if name != "article"}
    files["article.md"] = sheets.get("article", ARTICLE_TEXT).encode()
    return parse_briefing(Folder(slug="ferry", shown_as="content/ferry", files=files))


def briefing(**sheets: str) -> Briefing:
    made, _ = parse(**sheets)
    assert made is not None
    return made


def reports(**sheets: str) -> list[tuple[str, str]]:
    _, problems = parse(**sheets)
    return [
        (str(problem.position).removeprefix("content/ferry/"), problem.rule) for problem in problems
    ]


def test_an_article_by_itself_is_a_briefing() -> None:
    made, problems = parse()
    assert problems == ()
    assert made is not None
    assert made.front.title == "T"
    assert [block.text for block in made.article.blocks] == ["The ferry sails."]
    assert made.facts == ()
    assert made.unread == frozenset()


def test_one_bad_record_hides_no_other() -> None:
    made = briefing(timeline="events:\n- id: a\n- id: b\n  title: B\n- id: c\n  titel: C\n")
    assert [event.id for event in made.events] == ["b"]
    assert {"a", "c"} <= made.unread


def test_a_refused_record_is_still_known_by_its_id() -> None:
    made = briefing(
        figures="groups:\n- id: g\nfigures:\n- id: f\n  label: F\n",
        people="people:\n  id: p\n  name: P\n",
        places="places:\n- id: q\n  name: a: b\n",
        sources="sources:\n- id: s\n  title: \x00\n",
    )
    assert {"g", "f", "p", "q", "s"} <= made.unread


def test_an_id_is_used_once_in_a_briefing() -> None:
    _, problems = parse(
        timeline="events:\n- id: a\n  title: A\n- id: b\n  title: B\n  formerly: c\n",
        figures="groups:\n- id: a\n  title: G\nfigures:\n- id: c\n",
    )
    duplicates = [problem for problem in problems if problem.rule == "id.duplicate"]
    assert [
        (str(duplicate.position), str(duplicate.related[0].position)) for duplicate in duplicates
    ] == [
        ("content/ferry/figures.yaml:2:7", "content/ferry/timeline.yaml:2:7"),
        ("content/ferry/figures.yaml:5:7", "content/ferry/timeline.yaml:6:13"),
    ]
    assert duplicates[0].related[0].note == "event ‘a’"


def test_of_two_records_with_one_id_only_that_is_said() -> None:
    sheets = {
        "people": "people:\n- {id: p, name: The ferry, role: R, why: W, evidence: The ferry}\n",
        "places": "places:\n- {id: p, name: Brod, what: W, evidence: sails}\n",
    }
    made, problems = parse(**sheets)
    assert made is not None
    assert [problem.rule for problem in problems] == ["id.duplicate"]
    assert check_briefing(made, today=date(2024, 9, 12)).problems == ()


@pytest.mark.parametrize(
    "people",
    [
        "peple:\n- {id: p, name: N}\n",
        "persons:\n  - {name: N, id: p}\n",
        "- id: p\n  name: N\n",
        "people:\n- id: P\n  name: The ferry\n  role: R\n  why: W\n",
        "people:\n• id: p\n",
        "people:\n",
        "people:\n- The ferry\n",
    ],
)
def test_what_refers_to_a_record_that_cannot_be_read_is_no_second_fault(people: str) -> None:
    made, problems = parse(
        timeline=POINTER, people=people, sources="sources:\n- {id: s, title: S}\n"
    )
    assert made is not None
    assert {problem.position.path for problem in problems} == {"content/ferry/people.yaml"}
    found = check_briefing(made, today=date(2024, 9, 12)).problems
    assert [problem.rule for problem in found if problem.rule.startswith("reference")] == []


def test_what_is_removed_is_gathered_from_every_sheet() -> None:
    gone = "removed:\n- id: {}\n  on: 2024-09-12\n  why: It was wrong.\n"
    made = briefing(timeline=gone.format("a"), places=gone.format("b"))
    assert [removal.id for removal in made.removed] == ["a", "b"]


def test_faults_of_the_front_matter_hide_nothing_of_the_rest() -> None:
    article = (
        "---\ntitle: T\npublished: 2024-02-30\nsources: s\nbrief:\n- what: a\n- what: b\n  why: c\n"
        "  facts: x\n---\n\nThe <b>ferry</b> sails.\n"
    )
    made = briefing(article=article, timeline="events:\n- id: x\n  title: X\n")
    assert [event.id for event in made.events] == ["x"]
    assert made.front.sources == ("s",)
    assert [point.facts for point in made.front.brief] == [(), ("x",)]
    assert made.front.model_fields_set >= {"title", "sources", "brief"}
    assert not {"published", "standfirst"} & made.front.model_fields_set
    assert reports(article=article) == [
        ("article.md:2:1", "field.missing"),
        ("article.md:3:12", "date.impossible"),
        ("article.md:6:3", "field.missing"),
        ("article.md:12:5", "article.markup"),
    ]


def test_a_slip_in_the_front_matter_is_not_a_missing_field() -> None:
    assert reports(article=ARTICLE_TEXT.replace("title: T", "title: T: U")) == [
        ("article.md:2:9", "yaml.syntax")
    ]
    assert reports(article=ARTICLE_TEXT.replace("title:", "\ttitle:")) == [
        ("article.md:2:1", "yaml.syntax")
    ]


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("", []),
        ("# nothing yet\n", []),
        ("events: []\n", []),
        ("events:\n", [("timeline.yaml:1:1", "field.type")]),
        ("events: none\n", [("timeline.yaml:1:9", "field.type")]),
        ("- id: a\n", [("timeline.yaml:1:1", "field.type")]),
        ("just words\n", [("timeline.yaml:1:1", "field.type")]),
        ("event:\n- id: a\n", [("timeline.yaml:1:1", "field.unknown")]),
        (
            "events:\n-\n- a\n",
            [("timeline.yaml:2:2", "field.missing"), ("timeline.yaml:3:3", "field.type")],
        ),
    ],
)
def test_sheets_of_other_shapes(sheet: str, expected: list[tuple[str, str]]) -> None:
    found = list(dict.fromkeys(reports(timeline=sheet)))
    assert found == expected


def test_what_a_slip_has_emptied_is_not_a_second_fault() -> None:
    slip = 'sources:\n- id: s\n  title: "Bulletin 7" on the Wend\n'
    assert reports(sources=slip) == [("sources.yaml:3:23", "yaml.syntax")]
    front = ARTICLE_TEXT.replace("---\n\n", 'brief:\n- what: "A" b\n---\n\n')
    assert reports(article=front) == [("article.md:6:13", "yaml.syntax")]


POINTER = "events:\n- id: a\n  title: A\n  date: 2024\n  source: s\n  who: p\n"


def test_what_a_sheet_in_another_encoding_holds_is_not_called_unknown() -> None:
    sources = "sources:\n- id: s\n  title: S\n"
    assert rules_broken(timeline=POINTER, sources=sources) == {"reference.unknown"}
    files = {
        "article.md": ARTICLE_TEXT.encode(),
        "timeline.yaml": POINTER.encode(),
        "sources.yaml": sources.encode("utf-16"),
    }
    made, problems = parse_briefing(Folder(slug="f", shown_as="f", files=files))
    assert made is not None
    assert [problem.rule for problem in problems] == ["file.encoding"]
    unknown = [problem.found for problem in check_briefing(made, today=date(2024, 9, 12)).problems]
    assert unknown == ["no person or organisation has the id ‘p’"]
    refused = Folder(
        slug="f",
        shown_as="f",
        files={name: files[name] for name in ("article.md", "timeline.yaml")},
        refused=frozenset({"people.yaml", "sources.yaml"}),
    )
    made, _ = parse_briefing(refused)
    assert made is not None
    assert check_briefing(made, today=date(2024, 9, 12)).problems == ()


def test_a_fault_made_a_thousand_times_is_reported_fifty_times_and_counted() -> None:
    _, problems = parse(timeline="events:\n" + "- !a x\n" * 1000)
    aliases = [problem for problem in problems if problem.rule == "yaml.alias"]
    assert len(aliases) == 50
    assert "950 more like this" in aliases[-1].found
    assert [alias.position.line for alias in aliases] == list(range(2, 52))


def test_the_entries_of_a_briefing_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing_files, "MAX_ENTRIES", 100)
    entry = "- id: a{0}\n  title: A\n"
    sheets = {
        "timeline": "events:\n" + "".join(map(entry.format, range(60))),
        "sources": "sources:\n" + "".join(map(entry.format, range(60, 101))),
    }
    made, [problem] = parse(**sheets)
    assert made is not None
    assert len(made.events) + len(made.sources) == 100
    assert (problem.position.path[-12:], problem.position.line) == ("sources.yaml", 82)
    assert problem.rule == "yaml.bounds"
    assert parse(timeline=sheets["timeline"])[1] == ()


def test_without_an_article_the_sheets_are_still_read() -> None:
    files = {"timeline.yaml": b"events:\n- id: a\n"}
    made, problems = parse_briefing(Folder(slug="f", shown_as="f", files=files))
    assert made is None
    assert [problem.rule for problem in problems] == ["file.missing", "field.missing"]


def test_line_ends_and_a_byte_order_mark_change_no_place_and_no_fact() -> None:
    sheet = "events:\n  - id: a\n    title: >-\n      One\n      two\n    wat: é\n"
    other = "\ufeff" + sheet.replace("\n", "\r\n")
    article = "\ufeff" + ARTICLE_TEXT.replace("\n", "\r\n")
    assert reports(timeline=other, article=article) == reports(timeline=sheet)
    good = sheet.replace("    wat: é\n", "")
    other_ends = briefing(timeline=good.replace("\n", "\r\n"), article=article)
    assert vars(other_ends) == vars(briefing(timeline=good))


def test_site_settings() -> None:
    site, problems = parse_site(b"title: T\ndescription: D\n", "content/site.yaml")
    assert problems == ()
    assert site is not None
    assert (site.language, site.timezone) == ("en", "UTC")
    assert [problem.rule for problem in parse_site(None, "s")[1]] == ["file.missing"]
    assert [problem.rule for problem in parse_site(b"title: a: b", "s")[1]] == ["yaml.syntax"]
    assert [problem.rule for problem in parse_site(b"\xff", "s")[1]] == ["file.encoding"]


YAML_LIKE = st.lists(
    st.sampled_from(
        [
            "events:",
            "figures:",
            "- id: a",
            "  - ",
            "    title:",
            "x",
            ": ",
            "[",
            "{",
            "]",
            '"',
            "'",
            "\n",
            "---",
            "#",
            "&a",
            "*a",
            "!a",
            "|",
            ">-",
            "\t",
            "é",
            "\u2028",
            "date: 2024",
            "~",
            "evidence:",
            "title: T\nstandfirst: S\npublished: 2024-09-11\n",
            "# a\n",
            "\n---\n",
            "<b",
            "[^1]",
            "`",
            "](",
            "| a ",
        ]
    )
).map("".join)
FILES = st.dictionaries(
    st.sampled_from([ARTICLE, *SHEETS]), st.binary() | YAML_LIKE.map(str.encode), min_size=1
)


@given(FILES, st.booleans())
def test_no_bytes_surprise_the_reader(files: dict[str, bytes], with_front: bool) -> None:
    if with_front:
        files[ARTICLE] = ARTICLE_TEXT.encode() + files.get(ARTICLE, b"")
    made, problems = parse_briefing(Folder(slug="f", shown_as="content/f", files=files))
    assert made is not None or any(problem.rule.severity == "error" for problem in problems)
    for problem in problems:
        lines = files.get(problem.position.path.removeprefix("content/f/"), b"").count(b"\n") + 1
        assert 1 <= problem.position.line <= lines
        assert problem.found


SAILED = ARTICLE_TEXT + "It sailed on Wednesday with 300 passengers.\n"
EVENT = "events:\n- id: a\n  title: A\n  date: {}\n  evidence: It sailed on Wednesday\n"


def rules_broken(**sheets: str) -> set[str]:
    made = briefing(**sheets)
    return {problem.rule for problem in check_briefing(made, today=date(2024, 9, 12)).problems}


def test_words_are_not_dated_from_a_day_that_cannot_be_read() -> None:
    other_day = EVENT.format("2024-09-12")
    assert "agreement.weekday" in rules_broken(article=SAILED, timeline=other_day)
    unread = SAILED.replace("2024-09-11", "soon")
    idle = "waived:\n- words: The ferry\n  why: W\n"
    assert rules_broken(article=unread, timeline=other_day, coverage=idle) == set()
    made = briefing(article=unread.replace("published: soon\n", ""), timeline=other_day)
    assert check_briefing(made, today=date(2024, 9, 12)).coverage == ()


def test_what_a_refused_record_covers_is_not_called_open() -> None:
    event = EVENT.format("2024-09-11")
    assert "coverage.open" in rules_broken(article=SAILED, timeline=event)
    refused = "figures:\n- id: passengers\n  value: 300\n"
    assert rules_broken(article=SAILED, timeline=event, figures=refused) == set()
