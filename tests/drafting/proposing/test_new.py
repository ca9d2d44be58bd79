"""`new` starts the sheets of an article, and leaves alone what a human wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.cli import main
from tests.small_site import SETTINGS, article

if TYPE_CHECKING:
    from pathlib import Path

BODY = "The line opened on 8 May 2024. It is 32 kilometres long. “It is done for good now,” said Ann Lee."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "content/line"
    made.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SETTINGS)
    (made / "article.md").write_text(article(BODY))
    monkeypatch.chdir(tmp_path)
    return made


def test_every_finding_has_its_record_and_a_build_says_how_many_are_left(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "line"]) == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "article.md",
        "figures.yaml",
        "people.yaml",
        "quotations.yaml",
        "timeline.yaml",
    ]
    assert "speaker: ann-lee" in (folder / "quotations.yaml").read_text()
    capsys.readouterr()
    assert main(["build"]) == 1
    assert "4 decisions are left: dateline decide line" in capsys.readouterr().err


def test_a_sheet_that_is_there_stays_and_what_it_lacks_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "timeline.yaml").write_text("events: []  # mine\n")
    assert main(["new", "line"]) == 0
    assert (folder / "timeline.yaml").read_text() == "events: []  # mine\n"
    printed = capsys.readouterr()
    assert "date: 2024-05-08" in printed.out
    assert "left as it is: content/line/timeline.yaml" in printed.err


def test_what_is_undecided_is_not_proposed_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "line"]) == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    capsys.readouterr()
    assert main(["new", "line"]) == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert capsys.readouterr().out == ""


def test_what_the_check_still_has_open_is_not_called_everything(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "Ann Lee said the plume would reach the town by Friday, “much diluted, but there”."
    (folder / "article.md").write_text(article(body), "utf-8")
    assert main(["new", "line"]) == 0
    capsys.readouterr()
    assert main(["new", "line"]) == 0
    said = capsys.readouterr().err
    assert "Nothing more can be proposed" in said
    assert "a strict check has 1 problem: dateline check line --strict\n" in said


def test_with_force_sheets_are_started_over_and_copies_are_kept(folder: Path) -> None:
    (folder / "timeline.yaml").write_text("events: []  # mine\n")
    assert main(["new", "line", "--force"]) == 0
    assert "date: 2024-05-08" in (folder / "timeline.yaml").read_text()
    assert (folder / "timeline.yaml.bak").read_text() == "events: []  # mine\n"


def test_with_force_removed_addresses_and_periods_stay_and_no_new_fact_takes_such_an_address(
    folder: Path,
) -> None:
    assert main(["new", "line"]) == 0
    begun = (folder / "timeline.yaml").read_text()
    own = begun.partition("- id: ")[2].partition("\n")[0]
    (folder / "timeline.yaml").write_text(
        "events: []  # mine\nperiods:\n  - {id: works, title: The works, dates: 2024-01/2024-05}\n"
        f"removed:\n  - {{id: {own}, on: 2024-09-12, why: It was another line.}}\n"
    )
    assert main(["new", "line", "--force"]) == 0
    begun = (folder / "timeline.yaml").read_text()
    assert "id: works" in begun
    assert "why: It was another line." in begun
    assert "date: 2024-05-08" in begun
    assert f"\n  - id: {own}\n    decide" not in begun


def test_with_force_a_sheet_that_cannot_be_read_is_no_obstacle(folder: Path) -> None:
    (folder / "timeline.yaml").write_text("events: [")
    assert main(["new", "line"]) == 1
    assert main(["new", "line", "--force"]) == 0
    assert (folder / "timeline.yaml.bak").read_text() == "events: ["


def test_no_copy_is_made_of_what_a_symbolic_link_leads_to(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "secret").write_text("secret")
    (folder / "timeline.yaml").symlink_to(folder.parent / "secret")
    assert main(["new", "line", "--force"]) == 2
    assert "timeline.yaml: a symbolic link: put the file itself there" in capsys.readouterr().err
    assert (folder / "timeline.yaml").is_symlink()
    assert not any("secret" in path.read_text() for path in folder.glob("*.bak"))


def test_without_a_day_of_publication_nothing_is_proposed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = article(BODY).replace("published: 2024-09-11", "decide: [published]")
    (folder / "article.md").write_text(text)
    assert main(["new", "line"]) == 2
    assert "write `published:` in content/line/article.md first" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["article.md"]
