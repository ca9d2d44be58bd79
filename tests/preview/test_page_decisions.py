"""What the page of coverage may ask of the preview: the same decisions as in the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dateline.preview.writes import NotWritten
from tests.drafting.deciding.world import BODY, FIGURES, TIMELINE
from tests.preview.deciding_page import DecidingPage
from tests.small_site import article


@pytest.fixture
def page(tmp_path: Path) -> DecidingPage:
    return DecidingPage(tmp_path, "decide: [standfirst, authors]")


def field(item: Mapping[str, Any], name: str) -> Any:
    return next(field for field in item["fields"] if field["name"] == name)


# What is shown


def test_items_come_in_the_order_of_the_article_and_say_where_they_are(
    page: DecidingPage,
) -> None:
    found = page.items()
    assert [item["id"] for item in found[:4]] == ["", "opening", "length", "cost"]
    assert [item["kind"] for item in found[:3]] == ["front matter", "event", "figure"]
    opening = found[1]
    assert (opening["sheet"], opening["line"], opening["block"]) == ("timeline.yaml", 3, 0)
    assert (
        "".join(piece["text"] for piece in opening["sentence"]) == "The line opened on 8 May 2024."
    )
    assert [piece["text"] for piece in opening["sentence"] if piece["mark"]] == ["8 May 2024"]


def test_dates_are_shown_as_they_are_read(page: DecidingPage) -> None:
    assert field(page.item("opening"), "date")["reads"] == "Wednesday, 8 May 2024"
    read = page.ask("read", kind="event", name="date", text="2024-05")
    assert read == {"reads": "May 2024"}
    assert "wrong" in page.ask("read", kind="event", name="date", text="8 May")
    assert "wrong" in page.ask("read", kind="event", name="expected.window", text="soon")
    assert page.ask("read", kind="event", name="expected.window", text="../2026-12")["reads"]


def test_who_may_be_named_comes_with_names(page: DecidingPage) -> None:
    assert field(page.item("opening"), "who")["list"] == "person organisation"
    lists = page.ask("items")["lists"]
    assert lists["person organisation"] == [{"value": "ann-lee", "called": "Ann Lee"}]
    assert {"value": "measured", "called": ""} in lists["FigureKind"]


def test_what_else_an_item_may_have_is_listed_once_for_its_kind(page: DecidingPage) -> None:
    more = {each["name"]: each for each in page.ask("items")["more"]["event"]}
    assert {"id", "summary", "caveat", "by"} <= more.keys()
    assert [part["name"] for part in more["expected"]["fields"]][:2] == [
        "expected.window",
        "expected.said_by",
    ]
    assert not {"corrections", "picture"} & more.keys()


def test_how_much_is_decided_is_counted_in_the_sheets(page: DecidingPage) -> None:
    assert page.ask("items")["decided"] == 0
    page.take("opening")
    page.ask("aside", **page.named("cost"), why="Not checked.")
    assert page.ask("items")["decided"] == 2


def test_a_number_of_a_table_says_its_row_and_column(page: DecidingPage) -> None:
    table = "\n\n| Airport | Flights |\n|---|---|\n| Gatwick | 14 |\n| Lyon | 3 |\n"
    page.write("article.md", article(BODY + table))
    cells = [item["cell"] for item in page.items() if item["proposed"] and item["cell"]]
    assert "Row “Gatwick”, column “Flights”" in cells
    assert page.item("opening")["cell"] == ""


# Taking


def test_what_is_taken_is_a_fact_with_what_was_typed(page: DecidingPage) -> None:
    done = page.take("opening", fields={"title": "The line opens"})
    assert done == {"done": "taken: event ‘opening’"}
    assert page.sheet("timeline.yaml") == (
        "events:\n  - id: opening\n    title: The line opens\n    date: 2024-05-08\n"
        "    who: ann-lee\n    evidence: The line opened on 8 May 2024.\n"
    )
    assert "opening" not in [item["id"] for item in page.items()]


def test_the_front_matter_is_taken_too(page: DecidingPage) -> None:
    typed = {"standfirst": "It is open.", "authors": "Ann Lee, Ostrow\nBo Ray"}
    assert page.take("", fields=typed) == {"done": "taken: the front matter"}
    text = page.sheet("article.md")
    assert "decide:" not in text
    assert "standfirst: It is open.\n" in text
    assert "Ann Lee, Ostrow" in text
    assert text.endswith(BODY + "\n") or BODY in text


def test_fields_of_a_record_within_are_typed_one_by_one(page: DecidingPage) -> None:
    typed = {"date": "", "expected.window": "2024-05", "expected.said_by": "Ann Lee"}
    page.take("opening", fields=typed, anyway=True)
    text = page.sheet("timeline.yaml")
    assert "expected: {window: 2024-05, said_by: ann-lee}" in text
    assert "date:" not in text


def test_another_id_is_another_id_everywhere(page: DecidingPage) -> None:
    typed = {"id": "ann", "role": "mayor of Ostrow", "why": "She says that it is late."}
    assert "done" in page.take("ann-lee", fields=typed)
    assert "- id: ann\n" in page.sheet("people.yaml")
    assert "who: ann\n" in page.sheet("timeline.yaml")


def test_what_is_missing_or_mistyped_is_said_beside_its_field(page: DecidingPage) -> None:
    before = page.sheet("figures.yaml")
    wrong = page.take("length", fields={"kind": "measure it", "value": "long"})["wrong"]
    assert wrong["label"] == "Fill this in."
    assert "is none of these" in wrong["kind"]
    assert page.sheet("figures.yaml") == before


def test_what_a_build_refuses_is_written_only_when_asked_for(page: DecidingPage) -> None:
    before = page.sheet("figures.yaml")
    typed = {"value": "33", "label": "Length", "kind": "measured"}
    refused = page.take("length", fields=typed)
    assert list(refused) == ["refused", "can_waive"]
    assert "33" in " ".join(refused["refused"])
    assert page.sheet("figures.yaml") == before
    assert "done" in page.take("length", fields=typed, anyway=True)
    assert "value: 33" in page.sheet("figures.yaml")


def test_several_are_taken_in_one_step_and_undone_in_one(page: DecidingPage) -> None:
    before = page.sheet("timeline.yaml"), page.sheet("figures.yaml")
    chosen = [page.named("opening"), page.named("cost"), page.named("length")]
    done = page.ask("together", chosen=chosen)
    assert done["taken"] == [("timeline.yaml", "opening"), ("figures.yaml", "cost")]
    assert page.ask("undo", label=done["done"])["done"] == f"undone: {done['done']}"
    assert (page.sheet("timeline.yaml"), page.sheet("figures.yaml")) == before


# Putting aside, and undoing


def test_what_is_put_aside_is_in_coverage_with_its_reason(page: DecidingPage) -> None:
    done = page.ask("aside", **page.named("cost"), why=" Not\nchecked. ")
    assert done == {"done": "put aside: figure ‘cost’"}
    assert "why: Not checked.\n" in page.sheet("coverage.yaml")
    assert "id: cost" not in page.sheet("figures.yaml")
    assert page.ask("items")["reasons"] == ["Not checked."]
    page.ask("undo", label="put aside: figure ‘cost’")
    assert page.sheet("figures.yaml") == FIGURES
    assert not (page.folder / "coverage.yaml").exists()


@pytest.mark.parametrize("why", [None, "", " \n ", 7, ["a"]])
def test_nothing_is_put_aside_without_a_reason(page: DecidingPage, why: object) -> None:
    with pytest.raises(NotWritten, match="Write why"):
        page.ask("aside", **page.named("cost"), why=why)
    assert page.sheet("figures.yaml") == FIGURES


def test_the_front_matter_cannot_be_put_aside(page: DecidingPage) -> None:
    with pytest.raises(NotWritten, match="cannot be put aside"):
        page.ask("aside", **page.named(""), why="No.")


def test_only_the_decision_that_the_page_names_is_undone(page: DecidingPage) -> None:
    with pytest.raises(NotWritten, match="nothing to undo"):
        page.ask("undo", label="taken: event ‘opening’")
    page.take("opening")
    page.take("cost")
    with pytest.raises(NotWritten, match="something else was decided: “taken: figure ‘cost’”"):
        page.ask("undo", label="taken: event ‘opening’")


# What no sheet has


def test_without_any_sheet_the_page_offers_what_the_article_has(page: DecidingPage) -> None:
    for sheet in page.folder.glob("*.yaml"):
        sheet.unlink()
    offered = [item for item in page.items() if item["proposed"]]
    assert {"person", "event", "figure"} <= {item["kind"] for item in offered}
    event = next(item for item in offered if item["kind"] == "event")
    assert event["line"] is None
    assert "done" in page.take(event["id"], fields={"title": "The line opens"})
    assert "schema" in page.sheet("timeline.yaml").splitlines()[0]
    assert f"- id: {event['id']}\n" in page.sheet("timeline.yaml")
    page.ask("undo", label=f"taken: event ‘{event['id']}’")
    assert not (page.folder / "timeline.yaml").exists()


def test_a_check_that_does_not_apply_is_waived_with_a_reason(page: DecidingPage) -> None:
    typed = {"label": "Length", "kind": "measured", "value": "33"}
    assert page.take("length", fields=typed)["can_waive"] is True
    assert "refused" in page.take("length", fields=typed, waive=" ")
    page.take("length", fields=typed, waive="A newer survey.")
    assert "waive: {check: agreement.value, why: A newer survey.}" in page.sheet("figures.yaml")


def test_a_person_is_made_an_organisation_and_is_still_to_decide(page: DecidingPage) -> None:
    assert page.item("ann-lee")["others"] == ["organisation", "place"]
    done = page.ask("other", **{**page.named("ann-lee"), "as": "organisation"})
    assert done == {"done": "made organisation: ‘ann-lee’"}
    assert page.item("ann-lee")["sheet"] == "organisations.yaml"
    with pytest.raises(NotWritten, match="It cannot be that"):
        page.ask("other", **{**page.named("ann-lee"), "as": "event"})


def test_what_makes_a_waiver_idle_removes_it(page: DecidingPage) -> None:
    aside = "waived:\n  - words: Ostrow\n    why: A town.\n"
    page.write("coverage.yaml", aside)
    office = "organisations:\n  - id: office\n    decide: [what]\n    name: mayor of Ostrow\n    what: Office\n"
    page.write("organisations.yaml", f"{office}    evidence: the mayor of Ostrow\n")
    done = page.take("office")
    assert done["done"] == "taken: organisation ‘office’, and 1 waiver that it makes idle removed"
    assert page.sheet("coverage.yaml") == "waived: []\n"
    page.ask("undo", label=done["done"])
    assert page.sheet("coverage.yaml") == aside


# What is refused


@pytest.mark.parametrize(
    "slug",
    [
        None,
        7,
        "",
        "..",
        "../b",
        "b/../b",
        "B",
        "b/",
        ".b",
        "/etc",
        "b\0",
        "b\n",
        "a" * 10_000,
        ["b"],
    ],
)
def test_only_folders_with_the_name_of_a_briefing_are_read(
    page: DecidingPage, slug: object
) -> None:
    for verb in ("items", "take", "together", "aside", "undo"):
        with pytest.raises(NotWritten, match=r"no such briefing|no folder"):
            page.writers[verb]({"briefing": slug})


@pytest.mark.parametrize(
    "typed",
    [
        {"titel": "a"},
        {"decide": ""},
        {"__class__": "a"},
        {"title.words": "a"},
        {"evidence.words": "a"},
        {"expected.window.start": "a"},
        {"title": 7},
        {"title": None},
        {"title": ["a"]},
    ],
)
def test_fields_that_there_are_not_are_refused(
    page: DecidingPage, typed: dict[str, object]
) -> None:
    with pytest.raises(NotWritten, match="There is no field"):
        page.take("opening", fields=typed)
    assert page.sheet("timeline.yaml") == TIMELINE


def test_an_item_that_was_changed_by_hand_is_shown_before_it_is_taken(
    page: DecidingPage,
) -> None:
    named = page.named("length")
    changed = FIGURES.replace("value: 32", "value: 31")
    (page.folder / "figures.yaml").write_text(changed, "utf-8")
    typed = {"label": "Length", "kind": "measured"}
    for verb, asked in (("take", {"fields": typed}), ("aside", {"why": "No."})):
        with pytest.raises(NotWritten, match="decided or changed meanwhile"):
            page.ask(verb, **named, **asked)
    with pytest.raises(NotWritten, match="decided or changed meanwhile"):
        page.ask("together", chosen=[named])
    assert page.sheet("figures.yaml") == changed


def test_a_change_elsewhere_in_the_sheet_stays(page: DecidingPage) -> None:
    named = page.named("cost")
    mine = f"# By hand.\n{FIGURES}"
    (page.folder / "figures.yaml").write_text(mine, "utf-8")
    assert "done" in page.ask("take", **named)
    assert page.sheet("figures.yaml").startswith("# By hand.\n")


@pytest.mark.parametrize("chosen", [None, 7, [], {}, "all"])
def test_taking_none_together_is_refused(page: DecidingPage, chosen: object) -> None:
    with pytest.raises(NotWritten, match="None of these"):
        page.ask("together", chosen=chosen)


@pytest.mark.parametrize("entry", [None, 7, [], {}, {"sheet": [], "id": {}, "seen": 1}])
def test_entries_that_name_nothing_are_refused(page: DecidingPage, entry: object) -> None:
    with pytest.raises(NotWritten, match="meanwhile"):
        page.ask("together", chosen=[entry])


def test_content_that_cannot_be_read_is_one_sentence_with_its_place(page: DecidingPage) -> None:
    (page.folder / "figures.yaml").write_text("figures: [", "utf-8")
    with pytest.raises(NotWritten) as refused:
        page.items()
    assert "b/figures.yaml:" in str(refused.value)
    assert str(refused.value).endswith("fix these first; nothing was written.")


def test_markup_comes_as_it_is_written(page: DecidingPage) -> None:
    title = "<img src=x onerror=alert(1)> & “so”"
    page.take("opening", fields={"title": title}, anyway=True)
    assert title in page.sheet("timeline.yaml")
