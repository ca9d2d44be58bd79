"""`import` of a table: what a newsroom has becomes facts, and what is in doubt is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli import main
from dateline.drafting.sheets.first_line import first_line
from tests.small_site import article

SETTINGS = "title: T\ndescription: D\n"
BODY = "The pier opened on 5 October 2024. “It is done,” said Ana Lind, the mayor."
TIMELINE = """\
events:
  # The first of them.
  - id: opening
    title: The pier opens # as the mayor put it
    date: 2024-10-05
    evidence: opened on 5 October 2024
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "content/pier"
    folder.mkdir(parents=True)
    tmp_path.joinpath("content/site.yaml").write_text(SETTINGS)
    folder.joinpath("article.md").write_text(article(BODY))
    folder.joinpath("timeline.yaml").write_text(TIMELINE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(site: Path, table: str, *options: str, name: str = "events.csv") -> int:
    site.joinpath(name).write_text(table, "utf-8")
    return main(["import", name, *options])


def sheet(site: Path, name: str = "timeline", slug: str = "pier") -> str:
    """Its records: what is new begins with a line for editors."""
    text = site.joinpath(f"content/{slug}/{name}.yaml").read_text("utf-8")
    return text.removeprefix(first_line(f"{name}.yaml"))


def test_an_edited_row_changes_its_words_and_nothing_else(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, "id,title,date\nopening,The pier is open,2024-10-05\n") == 0
    assert sheet(site) == TIMELINE.replace("The pier opens", "The pier is open")
    shown = capsys.readouterr().out
    assert "row 2, event ‘opening’, title: “The pier opens” → “The pier is open”" in shown


def test_a_new_row_is_undecided_until_its_words_are_found(site: Path) -> None:
    table = "title,date,evidence\nIt is done,2024-10-05,It is done\nA boat comes,2024-10-06,\n"
    assert run(site, table, "--slug", "pier") == 0
    assert sheet(site) == TIMELINE + (
        "  - id: it-is-done\n    title: It is done\n    date: 2024-10-05\n    evidence: It is done\n"
        "  - id: a-boat-comes\n    decide: [evidence]\n    title: A boat comes\n    date: 2024-10-06\n"
    )


def test_the_same_file_again_changes_nothing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = "title,date\nA boat comes,2024-10-06\n"
    assert run(site, table, "--slug", "pier") == 0
    before = sheet(site)
    assert run(site, table, "--slug", "pier") == 0
    assert sheet(site) == before
    assert "nothing was written" in capsys.readouterr().out


def test_a_table_without_an_article_is_a_source(site: Path) -> None:
    table = "Date;Event;Place;URL\n05/10/2024;The pier opens;Ostrow;\n26/11/2024;It closes;;https://a.example/b\n"
    assert run(site, table, "--slug", "new", name="harbour dates.csv") == 0
    assert sheet(site, "sources", "new").startswith(
        "sources:\n  - id: harbour-dates\n    title: harbour dates.csv\n    accessed: "
    )
    assert sheet(site, slug="new") == (
        "events:\n"
        "  # place: “Ostrow”\n"
        "  - id: the-pier-opens\n    decide: [place]\n    title: The pier opens\n"
        "    date: 2024-10-05\n    source: harbour-dates\n"
        "  - id: it-closes\n    title: It closes\n    date: 2024-11-26\n    source: a-example\n"
    )
    text = site.joinpath("content/new/article.md").read_text()
    assert text == "---\ndecide: [title, standfirst, published]\n---\n"


def test_names_become_ids(site: Path) -> None:
    people = "name,role,why,evidence\nAna Lind,Mayor,She opened it,said Ana Lind\n"
    assert run(site, people, "--slug", "pier", name="people.csv") == 0
    assert run(site, "quote,speaker\nIt is done,Ana Lind\n", "--slug", "pier", name="x.csv") == 0
    assert sheet(site, "quotations") == (
        "quotations:\n  - id: it-is-done\n    words: It is done\n    speaker: ana-lind\n"
    )


def test_what_is_not_known_of_a_table_is_asked(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, "colour,size\nred,5\n", "--slug", "pier", name="x.csv") == 2
    said = capsys.readouterr().err
    assert "its columns are “colour” and “size”" in said
    assert "title and date for events" in said


def test_it_must_be_said_which_briefing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "title,date\nA boat comes,2024-10-06\n") == 2
    assert "say with --slug which briefing the rows are for (pier)" in capsys.readouterr().err


TIMELINE_JS = """\
Year,Month,Day,Time,End Year,End Month,End Day,Headline,Text,Media,Type,Group
2013,,,,,,,The pier,,,title,
2013,9,1,9 am,2013,10,2,It is planned &amp; paid,<p>By <b>all</b></p>,https://x.example/a.jpg,,Plans
-49,,,,,,,Rome looks on,,,,
1990,,,,1999,,,The nineties,,,era,
"""


def test_a_timeline_of_timelinejs(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, TIMELINE_JS, "--slug", "new", name="tl.csv") == 0
    assert sheet(site, slug="new") == (
        "events:\n"
        "  - id: it-is-planned-paid\n    title: It is planned & paid\n"
        "    date: 2013-09-01/2013-10-02\n    time: 9 am\n    summary: By all\n    topic: Plans\n"
        "    source: tl\n"
        "  - id: rome-looks-on\n    title: Rome looks on\n    date: -0048\n    source: tl\n"
    )
    assert "row 2 (title) and row 5 (era)" in capsys.readouterr().out


@pytest.mark.parametrize(
    "table",
    ["Country,2019,2020\nFrance,1.5,2\n", "Year;France\n2019;1.5\n2020;2\n"],
    ids=["by row", "by column"],
)
def test_numbers_by_date_of_datawrapper(site: Path, table: str) -> None:
    assert run(site, table, "--slug", "new", name="dw.csv") == 0
    assert sheet(site, "figures", "new") == (
        "figures:\n  - id: france\n    decide: [kind]\n    label: France\n    value: 2\n"
        "    period: 2020\n    history:\n      - {date: 2019, value: 1.5}\n    source: dw\n"
    )


def test_markers_of_datawrapper(site: Path) -> None:
    assert run(site, "title,lat,lon\nOstrow,52.5,13\n", "--slug", "new", name="m.csv") == 0
    assert sheet(site, "places", "new") == (
        "places:\n  - id: ostrow\n    decide: [what]\n    name: Ostrow\n    latitude: 52.5\n"
        "    longitude: 13\n    source: m\n"
    )


def test_as_many_rows_as_a_briefing_may_have(site: Path) -> None:
    """Each edit of a sheet by itself would take ten minutes."""
    rows = [f"e-{number},Boat {number} comes,2024-10-06,harbour-log\n" for number in range(900)]
    head = "id,title,date,source\n"
    assert run(site, head + "".join(rows), "--slug", "pier") == 0
    before = sheet(site)
    assert before.count("- id: e-") == 900
    sources = "id,title\nharbour-log,The harbour log\n"
    site.joinpath("content/pier/sources.yaml").unlink()
    assert run(site, sources, "--slug", "pier", name="sources.csv") == 0
    edited = [row.replace("comes", "goes") for row in rows]
    assert run(site, head + "".join(edited)) == 0
    assert sheet(site) == before.replace("comes", "goes")


def test_an_id_that_nobody_has_is_refused_at_its_row(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, "id,who\nopening,nobody\n") == 1
    assert sheet(site) == TIMELINE
    error = capsys.readouterr().err
    assert "events.csv:2:2: error: no person or organisation has the id ‘nobody’" in error


def test_a_file_that_lacks_rows_removes_nothing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, "title,date\nA boat comes,2024-10-06\n", "--slug", "pier") == 0
    assert run(site, "id,title\nopening,The pier opens\n") == 0
    assert "a-boat-comes" in sheet(site)
    more = "id,title,evidence\nopening,The pier opens,opened on 5 October 2024\n"
    assert run(site, more) == 0
    capsys.readouterr()


def test_separators_alone_are_no_words(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "id,evidence\nopening,; opened on 5 October 2024; ;\n") == 0
    assert sheet(site) == TIMELINE
    assert run(site, "id,evidence\nopening,not there\n") == 1
    assert "events.csv:2:2: error" in capsys.readouterr().err


def test_an_edit_of_a_column_for_reading_is_reported(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, "id,shown\nopening,Some day\n") == 0
    assert sheet(site) == TIMELINE
    assert "the column shown is only for reading" in capsys.readouterr().out


WITH_ANA = """\
people:
  - {id: ana-lind, name: Ana Lind, roles: Mayor, why: She built it.}
"""
OPENED = TIMELINE + "    who: ana-lind\n"


def test_a_person_of_the_site_changes_in_a_record_of_the_briefing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content/people.yaml").write_text(WITH_ANA)
    (site / "content/pier/timeline.yaml").write_text(OPENED)
    row = "id,name,role,why\nana-lind,Ana Lind,Mayor,{}\n"
    assert run(site, row.format("She built it."), "--slug", "pier", name="people.csv") == 0
    assert "Every row is as the sheets have it" in capsys.readouterr().out
    assert not (site / "content/pier/people.yaml").exists()
    assert run(site, row.format("She paid for it."), "--slug", "pier", name="people.csv") == 0
    assert sheet(site, "people") == "people:\n  - id: ana-lind\n    why: She paid for it.\n"
    assert main(["check"]) == 0
