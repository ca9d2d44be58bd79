"""What an editor decided or wrote is never lost, whatever happens while the page of coverage is open."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.drafting.sheets import step_journal, storing
from dateline.drafting.sheets.step_journal import JournalEntry, Step
from dateline.drafting.sheets.storing import SheetFolder, hold_session, hold_sheets
from dateline.preview.writes import NotWritten
from tests.drafting.deciding.world import FIGURES, TIMELINE
from tests.faults.table import tried
from tests.preview.deciding_page import DecidingPage

DONE = "taken: event ‘opening’"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DecidingPage:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    return DecidingPage(tmp_path)


def refusal(page: DecidingPage, verb: str, **asked: object) -> str:
    """The sentence with which it is refused; every file of the briefing is as it was."""
    before = page.sheets()
    with pytest.raises(NotWritten) as refused:
        page.ask(verb, **asked)
    assert page.sheets() == before
    words = str(refused.value)
    assert words.endswith(".")
    assert "Traceback" not in words
    return words


@tried(
    12,
    "The preview cannot write a decision of the page: {name}",
    "One sentence on the page; every sheet is as it was, and the next try is as good as the first",
)
@pytest.mark.parametrize("name", ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EIO"])
@pytest.mark.parametrize("verb", ["take", "together", "aside"])
def test_a_disk_that_takes_nothing(
    page: DecidingPage, monkeypatch: pytest.MonkeyPatch, name: str, verb: str
) -> None:
    number = getattr(errno, name)

    def fail(path: Path, *_: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    named = page.named("opening")
    asked = {"take": named, "aside": {**named, "why": "No."}, "together": {"chosen": [named]}}
    with monkeypatch.context() as broken:
        broken.setattr(storing, "write_file", fail)
        assert "Nothing was written" in refusal(page, verb, **asked[verb])
    assert list(page.folder.glob(".*")) == []
    assert page.ask("take", **named) == {"done": DONE}


@tried(
    12, "The folder of the briefing is read-only", "One sentence on the page; nothing is written"
)
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_is_read_only(page: DecidingPage) -> None:
    named = page.named("opening")
    page.folder.chmod(0o555)
    try:
        assert "Nothing was written" in refusal(page, "take", **named)
    finally:
        page.folder.chmod(0o755)


@tried(12, "A sheet is a symbolic link, and the page decides", "Refused; nothing is written")
def test_a_sheet_that_is_a_link(page: DecidingPage, tmp_path: Path) -> None:
    named = page.named("opening")
    (page.folder / "timeline.yaml").rename(tmp_path / "elsewhere.yaml")
    (page.folder / "timeline.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(NotWritten):
        page.ask("take", **named)
    assert (tmp_path / "elsewhere.yaml").read_text("utf-8") == TIMELINE


@tried(
    12,
    "The page decides while `decide` is open in a terminal",
    "Both write, one after the other; what was decided in one is refused in the other",
)
def test_a_terminal_at_the_same_time(page: DecidingPage) -> None:
    with hold_session(SheetFolder.of(page.content, "b")):
        named = page.named("opening")
        assert page.ask("take", **named) == {"done": DONE}
        assert "meanwhile" in refusal(page, "take", **named)


@tried(12, "Another program holds the sheets while the page decides", "One sentence says so")
def test_a_lock_that_is_held(page: DecidingPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "_PATIENCE", 0.0)
    place = SheetFolder.of(page.content, "b")
    named = page.named("opening")
    page.ask("take", **page.named("cost"))
    with hold_sheets(place):
        assert "another program" in refusal(page, "take", **named)
        assert "another program" in refusal(page, "undo", label="taken: figure ‘cost’")
        assert "another program" in refusal(page, "items")
    assert page.ask("take", **named) == {"done": DONE}


@tried(12, "Two pages decide on the same record", "The second is refused in a sentence")
def test_two_pages(page: DecidingPage) -> None:
    named = page.named("cost")
    page.ask("aside", **named, why="Not checked.")
    assert "meanwhile" in refusal(page, "take", **named)
    assert "meanwhile" in refusal(page, "aside", **named, why="Twice.")


@tried(
    12,
    "A record is changed by hand under the page that shows it",
    "It is not taken as the page has it: the page shows it again, with what was typed",
)
def test_a_record_changed_by_hand(page: DecidingPage) -> None:
    named = page.named("length")
    page.write("figures.yaml", FIGURES.replace("value: 32", "value: 31"))
    typed = {"label": "Length", "kind": "measured"}
    assert "meanwhile" in refusal(page, "take", **named, fields=typed)


@tried(
    12,
    "A sheet is changed by hand between the moment that the page's decision reads it and that it writes",
    "Nothing is written over it, and that is said",
)
def test_a_change_at_the_last_moment(page: DecidingPage, monkeypatch: pytest.MonkeyPatch) -> None:
    named = page.named("opening")
    mine = f"# By hand.\n{TIMELINE}"

    def changed(journal: Path, step: Step) -> JournalEntry:
        page.write("timeline.yaml", mine)
        return step_journal.begin(journal, step)

    monkeypatch.setattr(storing, "begin", changed)
    with pytest.raises(NotWritten, match=r"timeline\.yaml was changed meanwhile"):
        page.ask("take", **named)
    assert page.sheet("timeline.yaml") == mine


@tried(
    12,
    "A sheet is changed by hand after the page's decision, which is then undone",
    "It is not undone, and the sheet stays as it is",
)
def test_what_was_changed_since_is_not_undone(page: DecidingPage) -> None:
    page.take("opening")
    page.write("timeline.yaml", "# By hand.\n" + page.sheet("timeline.yaml"))
    assert "cannot be undone" in refusal(page, "undo", label=DONE)


BREAKS: dict[str, Callable[[Path], object]] = {
    "the sheet is no YAML": lambda folder: (folder / "timeline.yaml").write_text("events: ["),
    "the sheet is not UTF-8": lambda folder: (folder / "timeline.yaml").write_bytes(b"\xff\xfe"),
    "the sheet is 100,000 brackets": lambda folder: (folder / "timeline.yaml").write_text(
        "[" * 100_000
    ),
    "the article is deleted": lambda folder: (folder / "article.md").unlink(),
    "the article has no front matter": lambda folder: (folder / "article.md").write_text("Words."),
    "the article has no day of publication": lambda folder: (folder / "article.md").write_text(
        "---\ntitle: A\nstandfirst: B\n---\n\nWords.\n"
    ),
    "the article is in a language that is not read": lambda folder: (
        folder / "article.md"
    ).write_text(
        "---\ntitle: A\nstandfirst: B\npublished: 2024-09-11\nlanguage: hu\n---\n\nSzó.\n"
    ),
    "the folder is deleted": lambda folder: folder.rename(folder.with_name("away")),
    "the content is deleted": lambda folder: folder.parent.rename(folder.parent.parent / "away"),
}


@tried(12, "While the page is open, {how}", "One sentence on the page; nothing is written")
@pytest.mark.parametrize("how", BREAKS)
def test_content_that_is_broken_meanwhile(page: DecidingPage, how: str) -> None:
    named = page.named("opening")
    BREAKS[how](page.folder)
    others = page.sheets()
    for verb, asked in (
        ("items", {}),
        ("take", named),
        ("aside", {**named, "why": "No."}),
        ("together", {"chosen": [named]}),
    ):
        with pytest.raises(NotWritten, match=r"\.\Z"):
            page.ask(verb, **asked)
    assert page.sheets() == others


HUGE = {
    "60,000 letters": "a" * 60_000,
    "60,000 brackets": "[" * 60_000,
    "brackets in brackets, 5,000 deep": "[" * 5_000 + "]" * 5_000,
    "fields in fields": "{a: " * 2_000 + "b" + "}" * 2_000,
    "aliases that multiply": "[&a [x, x], &b [*a, *a], &c [*b, *b], *c]",
    "a tag of Python": "[!!python/object/apply:os.system ['true']]",
    "line feeds": "a\n" * 20_000,
    "signs that nobody sees": "\u202e\u200b\u2066a\u0000\u0007",
    "a line that ends the front matter": "a\n---\n",
    "a comment and a field": "a # b\n    decide: [title]",
    "an anchor": "&a *a",
}


@tried(9, "{what} are typed into a field of the page", "Refused in a sentence, or written as text")
@pytest.mark.parametrize("what", HUGE)
@pytest.mark.parametrize(
    "name", ["title", "who", "date", "evidence", "expected.window", "id", "by"]
)
def test_anything_may_be_typed(page: DecidingPage, what: str, name: str) -> None:
    try:
        done = page.take("opening", fields={name: HUGE[what]}, anyway=True)
    except NotWritten as error:
        done = {"refused": str(error)}
    if "done" not in done:
        assert page.sheet("timeline.yaml") == TIMELINE
        return
    records = re.findall(r"^  - id:", page.sheet("timeline.yaml"), re.MULTILINE)
    assert len(records) == 1
    assert not re.search(r"^    decide:", page.sheet("timeline.yaml"), re.MULTILINE)
    assert page.ask("undo", label=done["done"])
    assert page.sheet("timeline.yaml") == TIMELINE
