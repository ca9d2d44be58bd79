"""What programs read of `check`: exact places, all that was read, and a schema that says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import dateline
from dateline.cli import main
from tests.small_site import ARTICLE, FIGURES, write_content

ROOT = Path(dateline.__file__).parent.parent
SCHEMA = json.loads((ROOT / "dateline/check-report.schema.json").read_text("utf-8"))
SITES = [
    ROOT / "tests/sites/first/content",
    ROOT / "tests/sites/everything/content",
    ROOT / "tests/sites/broken/content",
]
NAMED = [pytest.param(site, id=site.parent.name) for site in SITES]


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    main([*(arguments or ["check"]), "--format", "json", "--today", "2024-10-01"])
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def closed(schema: Any) -> Any:
    """The schema without room for keys that it does not describe."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(part) for name, part in schema.items()}
    is_record = "properties" in schema and "required" in schema
    return inner | ({"additionalProperties": False} if is_record else {})


@pytest.mark.parametrize("site", NAMED)
def test_what_is_printed_is_what_the_schema_describes(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    found = report(capsys, "check", "--content", str(site))
    for schema in (SCHEMA, closed(SCHEMA)):
        assert list(Draft202012Validator(schema).iter_errors(found)) == []
    assert found["problems"]


def findings(found: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((slug, each) for slug, every in found["findings"].items() for each in every)


@pytest.mark.parametrize("site", NAMED[:2])
def test_the_place_of_a_finding_is_exact_to_the_character(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = report(capsys, "check", "--content", str(site))
    texts = {slug: (site / slug / "article.md").read_text("utf-8") for slug in found["findings"]}
    tried = 0
    for slug, finding in findings(found):
        start, end = finding["start"]["offset"], finding["end"]["offset"]
        assert " ".join(texts[slug][start:end].split()) == finding["text"]
        for spot in (finding["start"], finding["end"]):
            lines = texts[slug][: spot["offset"]].split("\n")
            assert (spot["line"], spot["column"]) == (len(lines), len(lines[-1]) + 1)
        tried += 1
    assert tried > 10


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_content(tmp_path))
    return tmp_path / "content/line"


def test_marks_and_windows_line_breaks_do_not_shift_it(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ARTICLE.replace("It is 32", "“All is **very** well now,” said *Ann* Lee. It is 32")
    (world / "article.md").write_bytes(text.replace("\n", "\r\n").encode())
    places = {
        finding["text"]: (finding["start"]["offset"], finding["end"]["offset"])
        for _, finding in findings(report(capsys))
    }
    first, last = places["All is very well now,"]
    assert text[first:last] == "All is **very** well now,"
    first, last = places["32 kilometres"]
    assert text[first:last] == "32 kilometres"


def test_what_was_read_is_all_there(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = "people:\n  - {id: ann, name: Ann Lee, role: r, why: w, evidence: said Ann Lee}\n"
    (world / "people.yaml").write_text(people)
    text = "“It is done,” said Ann Lee. About 1.5 million people saw it on 3/9. Dozens came."
    (world / "article.md").write_text(ARTICLE + "\n" + text)
    found = {finding["text"]: finding for _, finding in findings(report(capsys))}
    assert found["It is done,"]["speakers"] == ["ann"]
    people_there = found["About 1.5 million people"]
    assert people_there["value"] == {"low": "1500000", "high": "1500000", "pair": False}
    assert (people_there["unit"], people_there["hedge"]) == ("people", "about")
    assert found["3/9"]["readings"] == ["2024-09-03", "2024-03-09"]
    assert found["Dozens"]["value"] is None
    assert (found["Ann Lee"]["result"], found["Ann Lee"]["facts"]) == ("covered", ["ann"])
    assert found["32 kilometres"]["facts"] == ["length"]


def test_a_problem_names_its_fact(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = (
        FIGURES.split("\n", 1)[1]
        .replace("id: length", "id: again")
        .replace("value: 32", "value: 33")
    )
    (world / "figures.yaml").write_text(f"groups:\n  - {{id: g, title: G}}\n{FIGURES}{second}")
    problems = report(capsys)["problems"]
    assert {problem["fact"] for problem in problems if problem["rule"] == "agreement.value"} == {
        "again"
    }
    assert {problem["fact"] for problem in problems if problem["path"].endswith("article.md")} == {
        None
    }


def test_a_claim_has_its_field_its_result_and_its_support(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ARTICLE.replace("standfirst: In short.", "standfirst: The line is 32 kilometres long.")
    (world / "article.md").write_text(said)
    (world / "figures.yaml").write_text(f"{FIGURES}    description: Of 99 kilometres.\n")
    claims = {claim["field"]: claim for claim in report(capsys)["claims"]["line"]}
    assert claims["standfirst"]["result"] == "supported"
    assert {support["fact"] for support in claims["standfirst"]["support"]} >= {None}
    assert (claims["description"]["record"], claims["description"]["result"]) == (
        "length",
        "not supported",
    )


def test_a_cached_build_reports_the_same(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = report(capsys, "build")
    again = report(capsys, "build")
    assert again["built"]["remembered"] == 1
    for key in ("problems", "coverage", "findings", "claims"):
        assert first[key] == again[key]


@pytest.mark.parametrize("site", NAMED)
def test_a_claim_begins_and_ends_where_its_words_stand(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = [
        each
        for every in report(capsys, "check", "--content", str(site))["claims"].values()
        for each in every
    ]
    wrong = []
    for claim in claims:
        lines = Path(claim["path"]).read_text("utf-8").splitlines()
        end = claim["end"]
        if claim["line"] == end["line"]:
            written = lines[end["line"] - 1][claim["column"] - 1 : end["column"] - 1]
            wrong += [(claim["text"], written)] if written != claim["text"] else []
    assert wrong == []
