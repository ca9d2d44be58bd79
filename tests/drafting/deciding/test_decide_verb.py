"""`decide` in lines, as where its input is no terminal: what is shown, what is written, what is left."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.drafting.sheets.first_line import first_line
from tests.drafting.deciding.world import BODY, FIGURES, PEOPLE, TIMELINE
from tests.small_site import SETTINGS, article

SHEETS = {"timeline.yaml": TIMELINE, "figures.yaml": FIGURES, "people.yaml": PEOPLE}


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a briefing that is to be decided on; `decide` runs beside its content."""
    folder = tmp_path / "content/b"
    folder.mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SETTINGS)
    (folder / "article.md").write_text(article(BODY), "utf-8")
    for name, text in SHEETS.items():
        (folder / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.fsync", lambda _: None)
    return folder


def decide(monkeypatch: pytest.MonkeyPatch, *lines: str, code: int = 0) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    assert main(["decide", "b"]) == code


def test_a_sentence_is_shown_with_its_words_and_the_record_as_it_reads(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(monkeypatch, "q")
    shown = capsys.readouterr().out
    assert (
        """\
4 decisions to make. ? lists the keys.

── 1 of 4 · event ───────────────────────────────────── timeline.yaml, line 3 ──
  The line opened on [8 May 2024].

  1 ? title     Line opens
  2   date      2024-05-08 (Wednesday, 8 May 2024)
  3   who       ann-lee (Ann Lee)
  4   evidence  the whole sentence
Enter take · 1-9, e change · a put aside · l later · ? keys: \n"""
        in shown
    )
    assert shown.endswith("\n4 decisions left. To go on: dateline decide b\n")
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_everything_is_decided_in_one_sitting(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(
        monkeypatch,
        *("1", "The line opens", ""),
        *("", "Length of the line", "1"),
        *("a", "Not checked."),
        *("", "She is the mayor."),
        *("l", "l", "l", "l", "l"),
    )
    assert (world / "timeline.yaml").read_text("utf-8") == TIMELINE.replace(
        "  # “The line opened on 8 May 2024.”\n", ""
    ).replace("    decide: [title]\n", "").replace("title: Line opens", "title: The line opens")
    assert (world / "figures.yaml").read_text("utf-8") == (
        "figures:\n  - id: length\n    label: Length of the line\n    value: 32\n    unit: km\n"
        "    kind: measured\n    evidence: 'It is 32 kilometres long, and cost 4 million euros.'\n"
    )
    assert (world / "coverage.yaml").read_text("utf-8") == first_line("coverage.yaml") + (
        "waived:\n  - words: 4 million euros\n    why: Not checked.\n"
    )
    assert "    why: She is the mayor.\n" in (world / "people.yaml").read_text("utf-8")
    shown = capsys.readouterr().out
    assert "3 taken and 1 put aside.\n" in shown
    assert "Next: dateline check b\n" in shown


def test_a_session_that_is_broken_off_goes_on_where_it_was(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(monkeypatch, "")
    assert "1 taken.\n3 decisions left." in capsys.readouterr().out
    decide(monkeypatch, "q")
    assert "── 2 of 4 · figure ─" in capsys.readouterr().out


def test_a_decision_is_undone_also_in_the_next_session(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(monkeypatch, "", "u", "")
    assert "undone: taken: event ‘opening’" in capsys.readouterr().out
    decide(monkeypatch, "u", "n", "u", "y", "u")
    assert (world / "timeline.yaml").read_text("utf-8") == TIMELINE
    shown = capsys.readouterr().out
    assert "which is not of this session? y is yes" in shown
    assert "There is nothing to undo." in shown


@pytest.mark.parametrize("leaves", [("u",), ("q",)])
def test_what_was_typed_of_a_record_comes_again_after_an_undo_and_in_the_next_session(
    world: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    leaves: tuple[str, ...],
) -> None:
    decide(monkeypatch, "l", "", "The line’s length", "1", *leaves)
    decide(monkeypatch, "u", "y") if leaves == ("q",) else None
    capsys.readouterr()
    decide(monkeypatch, "l", "t", "q")
    assert "(with what you typed of it before)" in capsys.readouterr().out
    assert "    label: The line’s length\n" in (world / "figures.yaml").read_text("utf-8")


def test_an_answer_that_breaks_off_loses_nothing_that_was_typed(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (world / "article.md").write_text(article(BODY, "decide: [dateline, topics]"), "utf-8")
    decide(monkeypatch, "", "Ostrow")  # and then the end of the input, as with Ctrl-D
    decide(monkeypatch, "y", "q")
    assert "\ndateline: Ostrow\n" in capsys.readouterr().out
    (world / "article.md").write_text(article(BODY, "topics: Rail", "decide: [topics]"), "utf-8")
    decide(monkeypatch, "y", "q")  # of another front matter it would not be true
    assert "dateline: Ostrow" not in capsys.readouterr().out


def test_a_hyphen_removes_what_is_chosen_from_a_list_and_enter_keeps_it(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = FIGURES.replace("    value: 4 million\n", "    value: 4 million\n    hedge: about\n")
    (world / "figures.yaml").write_text(figures, "utf-8")
    decide(monkeypatch, "l", "l", "5", "", "3", "-", "", "q")
    taken = (world / "figures.yaml").read_text("utf-8")
    assert "hedge" not in taken
    assert "    kind: official claim\n" in taken


def test_a_field_that_names_what_no_sheet_has_says_how_to_leave_it_out(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (world / "article.md").write_text(article(BODY, "decide: [sources]"), "utf-8")
    decide(monkeypatch, "", "-", "q")
    shown = capsys.readouterr().out
    assert "leave it out (-), and add it to sources.yaml later" in shown
    assert "taken: the front matter" in shown


def test_a_reason_is_never_read_as_keys(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    again = TIMELINE.removeprefix("events:\n").replace("opening", "again")
    (world / "timeline.yaml").write_text(TIMELINE + again, "utf-8")
    decide(monkeypatch, "a", "t", "q")  # the other record has its words: no reason is needed
    assert "put aside: event ‘opening’" in capsys.readouterr().out
    assert (world / "timeline.yaml").read_text("utf-8") == f"events:\n{again}"


def test_what_is_expected_is_asked_field_by_field_and_lists_have_no_brackets(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = TIMELINE.replace("date: 2024-05-08", "expected: {window: 2024-05-08}")
    (world / "timeline.yaml").write_text(expected, "utf-8")
    (world / "people.yaml").write_text(
        PEOPLE.replace("aliases: Lee", "aliases: [Lee, Ann]"), "utf-8"
    )
    decide(monkeypatch, *("2", "2024-09-12/..", "said_on", "2024-05-01", "", "y", "l"), "q")
    shown = capsys.readouterr().out
    assert "expected: {window: 2024-09-12/.., said_on: 2024-05-01}" in shown
    assert "(on or after 12 September 2024)" in shown
    decide(monkeypatch, "l", "l", "l", "2", "Lee; Ann of Ostrow", "y", "q")
    assert "      - Lee\n      - Ann of Ostrow\n" in capsys.readouterr().out


def test_the_question_names_all_that_will_be_asked(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    people = PEOPLE.replace("    role: mayor of Ostrow\n", "    role:\n")
    (world / "people.yaml").write_text(people, "utf-8")
    decide(monkeypatch, "l", "l", "l", "q")
    assert "Enter write role and why · " in capsys.readouterr().out


def test_a_closed_list_is_chosen_by_number_and_a_wrong_value_is_asked_again(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(monkeypatch, "2", "8 May", "2024-05-08", "l", "4", "99", "mesured", "5", "y", "q")
    shown = capsys.readouterr().out
    assert "  ! event, date: “8 May” has no year" in shown
    assert "    5 agreed\n" in shown
    assert "  99 is more than the last number, 9\n" in shown
    assert "  “mesured” is none of these; did you mean measured?\n" in shown
    assert "    kind: agreed\n" in shown


def test_what_the_checks_refuse_is_taken_only_on_purpose(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(monkeypatch, "2", "2024-05-07", "", "", "q")
    assert "A build refuses this. Enter goes back" in capsys.readouterr().out
    assert (world / "timeline.yaml").read_text("utf-8") == TIMELINE
    decide(monkeypatch, "2", "2024-05-07", "", "v", "It was before midnight.", "", "q")
    assert "    waive: {check: agreement.date, why: It was before midnight.}\n" in (
        world / "timeline.yaml"
    ).read_text("utf-8")
    decide(monkeypatch, "u", "y", "2", "2024-05-07", "", "w", "q")
    assert "    date: 2024-05-07\n" in (world / "timeline.yaml").read_text("utf-8")


def test_several_that_are_complete_are_taken_together_after_they_were_seen(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (world / "timeline.yaml").write_text(
        TIMELINE
        + TIMELINE.removeprefix("events:\n").replace("opening", "again").replace("opens", "is open")
        + TIMELINE.removeprefix("events:\n")
        .replace("opening", "third")
        .replace("2024-05-08", "2020"),
        "utf-8",
    )
    decide(monkeypatch, "T", "2", "q")
    shown = capsys.readouterr().out
    assert (
        "  1  Line opens · 2024-05-08 (Wednesday, 8 May 2024)\n"
        "  2  Line is open · 2024-05-08 (Wednesday, 8 May 2024)\n"
        "(1 other must be looked at one by one)\n" in shown
    )
    text = (world / "timeline.yaml").read_text("utf-8")
    assert "taken: 1 event together\n" in shown
    assert text.count("decide:") == 2
    assert "  - id: opening\n    title: Line opens\n" in text


def test_a_field_is_added_and_an_id_changed_everywhere(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(monkeypatch, "+", "weight", "key", "", "l", "l", "+", "id", "ann", "", "She spoke.", "q")
    timeline = (world / "timeline.yaml").read_text("utf-8")
    assert "    who: ann\n    weight: key\n    evidence:" in timeline
    assert "  - id: ann\n" in (world / "people.yaml").read_text("utf-8")


def test_a_record_can_be_changed_in_an_editor(
    world: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "edit.py"
    script.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\n"
        "p.write_text(p.read_text('utf-8').replace('Line opens', 'It opens'), 'utf-8')\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    decide(monkeypatch, "E", "", "q")
    assert "    title: It opens\n" in (world / "timeline.yaml").read_text("utf-8")


def test_context_yaml_and_keys_are_shown(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(monkeypatch, "c", "y", "?", "x", "q")
    shown = capsys.readouterr().out
    assert "  Lee was there on 9 May 2024.\n" in shown
    assert "  - id: opening\n    decide: [title]\n    title: Line opens\n" in shown
    assert "  q            quit; everything that was decided is saved already\n" in shown
    assert "“x” is not one of the keys; ? lists them.\n" in shown


def test_nothing_to_decide_is_said(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in SHEETS:
        (world / name).unlink()
    (world / "article.md").write_text(article("All was quiet."))
    decide(monkeypatch)
    assert capsys.readouterr().out == "\nNothing is left to decide. Next: dateline check b\n"


def test_a_record_without_an_id_is_named(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (world / "timeline.yaml").write_text("events:\n  - decide: [id]\n    id:\n    title: A\n")
    decide(monkeypatch, "q")
    shown = capsys.readouterr().out
    assert "content/b/timeline.yaml:2:5: this record has no id; give it one" in shown
    assert "4 decisions left." in shown


@pytest.mark.parametrize("slug", ["c", "../b", ""])
def test_a_briefing_that_is_not_there_is_wrong_use(
    world: Path, capsys: pytest.CaptureFixture[str], slug: str
) -> None:
    assert main(["decide", slug]) == 2
    assert "there is no briefing content" in capsys.readouterr().err
