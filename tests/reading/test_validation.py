"""What a record holds is typed by its fields, and what is wrong is reported in an editor's words."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, TypeVar

import pytest

from dateline.facts.records import Check, Event, Figure, FrontMatter, Person, Record
from dateline.problems import Position
from dateline.reading.encoding import SourceText
from dateline.reading.validation import parse_record
from dateline.reading.yaml_tree import parse_tree

if TYPE_CHECKING:
    from dateline.problems import Problem

R = TypeVar("R", bound=Record)

EVENT = "id: visit\ntitle: The visit\ndate: 2024-09-11\n"
FRONT = "title: T\nstandfirst: S\npublished: 2024-09-11\n"
FIGURE = "id: trade\nlabel: Trade\nvalue: 5 billion\nkind: estimate\n"


def read(model: type[R], text: str) -> R:
    tree = parse_tree(SourceText("s.yaml", dedent(text)))
    parsed = parse_record(model, tree.root, Position(path="s.yaml"))
    assert parsed.problems == ()
    assert parsed.record is not None
    return parsed.record


def problems(model: type[Record], text: str) -> list[Problem]:
    tree = parse_tree(SourceText("s.yaml", dedent(text)))
    parsed = parse_record(model, tree.root, Position(path="s.yaml"))
    assert parsed.record is None
    return list(parsed.problems)


def reports(model: type[Record], text: str) -> list[tuple[str, str, str, str]]:
    return [
        (
            f"{problem.position.line}:{problem.position.column}",
            problem.rule,
            problem.found,
            problem.fix,
        )
        for problem in problems(model, text)
    ]


def test_every_record_knows_where_it_and_its_values_are() -> None:
    event = read(
        Event,
        EVENT + "expected:\n  - window: 2025\n    said_by: a\nwho:\n  - a\n  - b\nevidence: x\n",
    )
    assert str(event.origin.position) == "s.yaml:1:1"
    assert str(event.origin.of("who", 1)) == "s.yaml:9:5"
    assert str(event.origin.keys["who",]) == "s.yaml:7:1"
    assert str(event.expected[0].origin.position) == "s.yaml:5:5"
    assert str(event.expected[0].origin.of("said_by")) == "s.yaml:6:14"
    assert str(event.origin.of("evidence", 0, "words")) == "s.yaml:10:11"


def test_one_value_may_be_written_for_a_list() -> None:
    event = read(Event, EVENT + "who: a\nevidence: {words: x, before: y}\nsource: s\n")
    assert event.who == ("a",)
    assert event.evidence[0].before == "y"
    assert event.source[0].id == "s"


def test_an_unknown_field_is_reported_at_its_name_with_the_nearest() -> None:
    assert reports(Event, EVENT + "wieght: key\n") == [
        ("4:1", "field.unknown", "event ‘visit’: unknown field `wieght`", "did you mean `weight`?")
    ]
    assert reports(Event, EVENT.replace("title:", "Title:"))[0][3] == "did you mean `title`?"
    [(_, _, _, fix)] = reports(Event, EVENT + "checked: {by: A, on: 2024-09-11, sure: yes}\n")
    assert fix == "remove it; the fields here are by and on"


def test_the_name_that_an_editor_writes_is_the_one_that_is_reported() -> None:
    wrong = "corrections:\n  on: 2024-09-12\n  was: a\n  iss: b\n  why: c\n"
    assert reports(Event, EVENT + wrong) == [
        (
            "7:3",
            "field.unknown",
            "event ‘visit’, corrections: unknown field `iss`",
            "did you mean `is`?",
        )
    ]
    [(position, rule, found, _)] = reports(Event, EVENT + wrong.replace("  iss: b\n", ""))
    assert (position, rule) == ("5:3", "field.missing")
    assert found == "event ‘visit’, corrections has no `is`"


def test_the_field_called_origin_is_not_the_editors() -> None:
    assert [report[:2] for report in reports(Event, EVENT + "origin: Iraq\n")] == [
        ("4:1", "field.unknown")
    ]
    nested = "evidence:\n  - words: a\n    origin: b\n"
    assert [report[:2] for report in reports(Event, EVENT + nested)] == [("6:5", "field.unknown")]


@pytest.mark.parametrize(
    ("model", "text", "fix"),
    [
        (Figure, FIGURE.replace("kind:", "type:"), "here it is called `kind:`"),
        (Figure, FIGURE.replace("label:", "title:"), "here it is called `label:`"),
        (Figure, FIGURE + "date: 2024\n", "here it is called `as_of:` or `period:`"),
        (Event, EVENT + "description: x\n", "here it is called `summary:`"),
        (FrontMatter, FRONT.replace("published:", "date:"), "here it is called `published:`"),
        (FrontMatter, FRONT + "lastmod: 2024-09-12\n", "here it is called `updated:`"),
        (FrontMatter, FRONT + "summary: x\n", "remove it: `standfirst:` is there already"),
        (
            FrontMatter,
            FRONT + "slug: x\n",
            "the name of the folder is the address; remove the line",
        ),
    ],
)
def test_for_a_name_of_other_programs_the_name_here_is_given(
    model: type[Record], text: str, fix: str
) -> None:
    [(*_, rule, _, advice)] = reports(model, text)
    assert (rule, advice) == ("field.unknown", fix)


def test_a_field_unknown_inside_another_is_named_with_it() -> None:
    [(_, _, found, fix)] = reports(Figure, FIGURE + "source: {id: log, word: x}\n")
    assert (found, fix) == ("figure ‘trade’, source: unknown field `word`", "did you mean `words`?")


@pytest.mark.parametrize(
    ("published", "advice"),
    [
        ("2024-09-11T23:30:00-05:00", "the time with its zone in `published_time:`"),
        ("2024-09-11 14:30", "the time with its zone in `published_time:`"),
        ("false", "add `draft: true`"),
    ],
)
def test_for_a_publication_with_a_time_the_place_of_the_time_is_given(
    published: str, advice: str
) -> None:
    [(*_, fix)] = reports(FrontMatter, FRONT.replace("2024-09-11", published))
    assert advice in fix


def test_a_waiver_of_one_word_is_shown_as_two_fields() -> None:
    [(*_, fix)] = reports(Event, EVENT + "waive: agreement.date\n")
    assert fix == "write `check: agreement.date`, and below it `why:`"


def test_a_missing_field_is_reported_at_its_record() -> None:
    assert reports(Event, "- \n") == [
        ("1:1", "field.type", "event: found a list", "write `- id:`, and below it `title:`")
    ]
    assert reports(Event, "id: visit\n") == [
        ("1:1", "field.missing", "event ‘visit’ has no `title`", "add `title:` to the event")
    ]
    deep = EVENT + "expected:\n  - said_by: a\n"
    assert [report[:3] for report in reports(Event, deep)] == [
        ("5:5", "field.missing", "event ‘visit’, expected 1 has no `window`")
    ]


def test_a_closed_list_gives_the_nearest_or_all_of_it() -> None:
    [(position, rule, found, fix)] = reports(Figure, FIGURE + "hedge: neraly\n")
    assert (position, rule, fix) == ("5:8", "field.value", "write nearly")
    assert found == "figure ‘trade’, hedge: found “neraly”"
    [(*_, fix)] = reports(Event, EVENT + "weight: heavy\n")
    assert fix == "write key, normal or minor"


@pytest.mark.parametrize(
    ("written", "position", "rule"),
    [
        ("title: [a]", "4:8", "field.type"),
        ("title:", "4:1", "field.type"),
        ("title: '  '", "4:8", "field.type"),
        ("checked: yes", "4:10", "field.type"),
        ("expected: soon", "4:11", "field.type"),
        ("evidence: [[a]]", "4:12", "field.type"),
        ("who: {a: b}", "4:6", "field.type"),
        ("who: Ana Lind", "4:6", "id.form"),
        ("date: 2024-13-01", "4:7", "date.impossible"),
        ("date: 11 September 2024", "4:7", "date.malformed"),
        ("date: 2024/2023", "4:7", "date.order"),
        ("date: 12:30", "4:7", "date.malformed"),
        ("checked: {by: A, on: 2024-09}", "4:22", "date.malformed"),
    ],
)
def test_wrong_values_are_reported_at_the_value(written: str, position: str, rule: str) -> None:
    field = written.split(":", maxsplit=1)[0]
    lines = ["id: visit", "title: The visit", "date: 2024-09-11"]
    rest = "\n".join("#" if line.startswith(f"{field}:") else line for line in lines)
    [problem] = problems(Event, f"{rest}\n{written}\n")
    assert (f"{problem.position.line}:{problem.position.column}", problem.rule) == (position, rule)
    assert field in problem.found
    assert problem.fix


def test_all_that_is_wrong_with_a_record_is_reported() -> None:
    wrong = "id: Trade\nlable: Trade\nvalue: 5 bilion\nkind: guess\nas_of: never\n"
    assert sorted(problem.rule for problem in problems(Figure, wrong)) == [
        "date.malformed",
        "field.unknown",
        "field.value",
        "figure.value",
        "id.form",
    ]


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "www.example.org", "//x", "https://", "a b"]
)
def test_addresses_are_of_the_web_or_of_mail(value: str) -> None:
    person = f"id: a\nname: A\nrole: b\nwhy: c\nsame_as: {value}\n"
    assert [problem.rule for problem in problems(Person, person)] == ["address.form"]


@pytest.mark.parametrize(
    ("value", "fix"),
    [
        ("https://a.example/the map (old).pdf", "write https://a.example/the%20map%20(old).pdf"),
        ("www.example.org/a", "write https://www.example.org/a if it is there"),
        ("the library", "write an address that begins with https://"),
    ],
)
def test_what_is_wrong_with_an_address_is_said(value: str, fix: str) -> None:
    person = f"id: a\nname: A\nrole: b\nwhy: c\nsame_as: {value}\n"
    assert reports(Person, person)[0][3].endswith(fix)


def test_values_stay_as_they_were_written() -> None:
    assert read(Figure, FIGURE.replace("5 billion", "3.10")).value.text == "3.10"
    assert read(Event, "id: no\ntitle: 12:30\ntime: 010\n").model_dump(
        include={"title", "time"}
    ) == {
        "title": "12:30",
        "time": "010",
    }


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        (
            "who: [environment-agency okonkwo]",
            "put a comma between them: environment-agency, okonkwo",
        ),
        ("who: environment-agency, okonkwo", "put [ ] around: [environment-agency, okonkwo]"),
        ("who: environment-agency okonkwo", "put [ ] around: [environment-agency, okonkwo]"),
        ("source: [report letter]", "put a comma between them: report, letter"),
        ("source: report, letter", "put [ ] around: [report, letter]"),
        ("by: a, b", "write one id: this field takes only one"),
        ("by: [a, b]", "write one value, without [ ] or “- ”"),
        ("by: Ashmere Town Council", "write the id, not the name"),
        ("place: [ostrow, Port]", "write the id, not the name"),
        (
            "expected: 2025-04",
            "write fields below it, each on a line of its own: `window: 2025-04`",
        ),
        ("formerly: Mayor Speaks", "write mayor-speaks"),
        ("who: a_b", "write lower-case letters, digits and hyphens, beginning with a letter"),
    ],
)
def test_what_was_meant_for_an_id_or_fields_is_said(written: str, fix: str) -> None:
    assert [report[3] for report in reports(Event, f"{EVENT}{written}\n")] == [fix]


def test_an_id_that_is_left_empty_asks_for_an_id() -> None:
    [(*_, fix)] = reports(Event, EVENT.replace("visit", ""))
    assert fix.startswith("write an id:")
    [(*_, fix)] = reports(Event, EVENT.replace("The visit", ""))
    assert fix == "write its value"


@pytest.mark.parametrize(
    ("day", "fix"),
    [
        ("2024-09-31", "write a day from 01 to 30"),
        ("2024-13-01", "write 2024-01-13 if month and day are swapped"),
        ("2024-13-40", "write a month from 01 to 12"),
        ("2024-31", "write one day, such as 2024-09-11"),
        ("September 2024", "write one day, such as 2024-09-11"),
        ("11 September 2024", "write 2024-09-11"),
        ("September 7th", "write the year too: a day as 2024-09-11"),
        ("soon", "write a day as 2024-09-11"),
        ("yesterday", "write the day itself, such as 2024-09-11"),
    ],
)
def test_only_a_day_is_advised_where_only_a_day_will_do(day: str, fix: str) -> None:
    [(*_, advised)] = reports(Check, f"by: Ann\non: {day}\n")
    assert advised == fix


def test_a_thousand_faults_of_one_record_are_not_a_thousand_problems() -> None:
    assert len(problems(Event, EVENT + "".join(f"k{n}: x\n" for n in range(1000)))) == 100
