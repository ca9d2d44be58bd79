"""The verb `schema`: what editors need beside the content, and whether it is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from dateline.cli import main
from tests.small_site import write_content

TIMELINE = "schemas/timeline.schema.json"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_content(tmp_path))
    return tmp_path


def test_they_are_written_beside_the_content_once(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema"]) == 0
    assert f"wrote {TIMELINE}" in capsys.readouterr().out.splitlines()
    assert len([*world.glob("schemas/*")]) == 15
    before = (world / TIMELINE).stat().st_mtime_ns
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == "The schemas in schemas are up to date.\n"
    assert (world / TIMELINE).stat().st_mtime_ns == before


def test_check_says_which_are_missing_or_out_of_date(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["schema"])
    (world / TIMELINE).write_text("{}")
    (world / "schemas/site.schema.json").unlink()
    capsys.readouterr()
    assert main(["schema", "--check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said == [f"out of date: {TIMELINE}", "out of date: schemas/site.schema.json"]
    assert (world / TIMELINE).read_text() == "{}"
    assert main(["schema"]) == 0
    assert main(["schema", "--check"]) == 0


def test_another_folder_is_named_by_its_content(tmp_path: Path) -> None:
    write_content(tmp_path / "site")
    assert main(["schema", "--content", str(tmp_path / "site/content")]) == 0
    assert (tmp_path / "site" / TIMELINE).exists()


@pytest.mark.parametrize("there", ["file", "link"])
def test_nothing_is_written_where_no_folder_can_be(
    world: Path, there: str, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = world / "elsewhere"
    elsewhere.mkdir()
    if there == "file":
        (world / "schemas").write_text("mine")
    else:
        (world / "schemas").symlink_to(elsewhere)
    assert main(["schema"]) == 2
    assert capsys.readouterr().err.startswith("dateline: schemas is a ")
    assert [*elsewhere.iterdir()] == []


def test_a_folder_in_place_of_a_schema_is_refused(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (world / TIMELINE).mkdir(parents=True)
    assert main(["schema", "--check"]) == 1
    capsys.readouterr()
    assert main(["schema"]) == 2
    assert capsys.readouterr().err.strip().endswith("is a directory")


def test_nothing_is_written_through_a_link_that_somebody_put_there(world: Path) -> None:
    (world / "mine").write_text("mine")
    (world / "schemas").mkdir()
    (world / "schemas/.timeline.schema.json.new").symlink_to(world / "mine")
    assert main(["schema"]) == 0
    assert (world / "mine").read_text() == "mine"
    assert not (world / TIMELINE).is_symlink()


def test_a_record_with_an_id_of_the_site_may_lack_the_rest(world: Path) -> None:
    (world / "content/people.yaml").write_text("people: [{id: ann-lee, name: Ann Lee}]")
    main(["schema"])
    people = json.loads((world / "schemas/people.schema.json").read_text("utf-8"))
    values = dict.fromkeys(people["definitions"], True)
    schema = Draft7Validator({**people["definitions"]["Person"], "definitions": values})

    def lacks(own: str) -> set[str]:
        errors = schema.iter_errors({"id": own})
        return {error.message.split("'")[1] for error in errors if error.validator == "required"}

    assert lacks("ann-lee") == set()
    assert lacks("bob-lee") == {"name", "role", "why"}
    assert main(["schema", "--check"]) == 0
    (world / "content/people.yaml").write_text("people: [{id: bob-lee, name: Bob Lee}]")
    assert main(["schema", "--check"]) == 1
