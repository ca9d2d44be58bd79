"""The builder: what a save changes is built again, and nothing else; what is good stays."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from dateline.pages.editor_view import EditorView
from dateline.preview.builder import Builder, cache_folder
from dateline.preview.messages import BriefingUpdate, Changed, Job, Packed, Update, fault_of
from dateline.publishing.keeping.cache import Cache
from dateline.publishing.keeping.kept import KeptFile, unpack
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.request import Request
from tests.pictures import photo
from tests.small_site import article

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "title: Courier\ndescription: News.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two briefings, a and b."""
    content = tmp_path / "content"
    save(content / "site.yaml", SETTINGS)
    for slug in "ab":
        save(content / slug / "article.md", article(f"The ferry {slug} sank."))
    return content


def save(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def new_builder(content: Path) -> Builder:
    request = Request(content=content, now=datetime(2024, 9, 13, tzinfo=UTC), drafts=True)
    return Builder(request=request, cache=Cache(cache_folder(content)))


def answers(builder: Builder, *changed: Path, on_screen: tuple[str, ...] = ()) -> list[Update]:
    ask = Job(number=1, changed=frozenset(changed) or None, on_screen=on_screen)
    return list(builder.answer(ask, is_urgent=lambda: False))


def update_of(update: Update, slug: str) -> BriefingUpdate:
    briefing = update.briefings[slug]
    assert briefing
    return briefing


def view_of(update: Update, slug: str) -> EditorView:
    view = update_of(update, slug).view
    assert view
    return view


def words(packed: Packed | Changed | None, path: str) -> str:
    file = packed[path] if packed else None
    assert file is not None
    return unpack(file).decode()


def test_a_picture_that_was_replaced_is_shown_without_being_sent(content: Path) -> None:
    picture = "picture: {file: images/a.png, alt: A field, credit: Ana}"
    save(content / "a" / "article.md", article("The ferry a sank.", picture))
    image = save(content / "a" / "images" / "a.png", "")
    image.write_bytes(photo("PNG"))
    builder = new_builder(content)
    (first,) = answers(builder)
    image.write_bytes(photo("PNG", size=(50, 40)))
    (second,) = answers(builder, image)
    shown = [update_of(update, "a").pages or {} for update in (first, second)]
    named = [[path for path in pages if "/images/" in path] for pages in shown]
    assert [len(paths) for paths in named] == [4, 4]
    assert named[0] != named[1]
    assert named[1][0].rpartition("/")[2] in words(shown[1], "a/article/index.html")
    # The server reads it from the cache when a browser asks for it.
    assert isinstance(shown[1][named[1][0]], KeptFile)
    assert "b" not in second.briefings


def test_only_the_briefing_that_was_saved_is_built_again(content: Path) -> None:
    builder = new_builder(content)
    (first,) = answers(builder)
    assert first.briefings.keys() == {"a", "b"}
    saved = save(content / "b/article.md", article("The ferry b swims."))
    (then,) = answers(builder, saved)
    assert then.briefings.keys() == {"b"}
    assert "swims" in words(update_of(then, "b").pages, "b/article/index.html")
    assert {path.partition("/")[0] for path in then.own or ()} == {"search"}


def test_the_page_on_screen_comes_before_the_rest(content: Path) -> None:
    builder = new_builder(content)
    answers(builder)
    saved = save(content / "b/article.md", article("The ferry b swims."))
    ahead, rest = answers(builder, saved, on_screen=("b/article/index.html", "index.html"))
    assert (ahead.done, rest.done) == (False, True)
    assert ahead.ahead.keys() == {"b/article/index.html"}
    assert ahead.ahead.items() <= (update_of(rest, "b").pages or {}).items()


def test_a_refused_briefing_keeps_its_last_pages_and_is_reported(content: Path) -> None:
    builder = new_builder(content)
    answers(builder)
    saved = save(content / "b/figures.yaml", "figures:\n  - {id: x}\n")
    (then,) = answers(builder, saved)
    assert then.refused
    assert update_of(then, "b").pages is None
    assert update_of(then, "b").view is not None
    assert {problem.rule for problem in then.problems or ()} == {"field.missing"}


def test_settings_that_cannot_be_read_leave_every_page_as_it_was(content: Path) -> None:
    builder = new_builder(content)
    answers(builder)
    (then,) = answers(builder, save(content / "site.yaml", "titel: Courier\n"))
    assert then.refused
    assert all(briefing and briefing.pages is None for briefing in then.briefings.values())
    assert then.own is None
    (later,) = answers(builder, save(content / "site.yaml", SETTINGS.replace("News", "New")))
    assert "New." in words(later.own, "index.html")


def test_without_readable_settings_there_are_no_pages(content: Path) -> None:
    save(content / "site.yaml", "titel: Courier\n")
    (first,) = answers(new_builder(content))
    assert first.refused
    assert [update_of(first, slug).pages for slug in "ab"] == [None, None]


def test_a_folder_that_is_gone_takes_its_pages_with_it(content: Path) -> None:
    builder = new_builder(content)
    answers(builder)
    shutil.rmtree(content / "a")
    (then,) = answers(builder, content / "a")
    assert then.briefings["a"] is None
    assert "a/index.html" not in words(then.own, "index.html")
    assert (then.own or {})["briefings/index.html"] is None  # one alone needs no list


def test_a_draft_is_shown_and_said_to_be_one(content: Path) -> None:
    save(content / "b/article.md", article("The ferry b sank.", "draft: true"))
    (first,) = answers(new_builder(content))
    assert view_of(first, "b").draft


def test_what_is_held_back_is_shown_and_marked_until_its_moment(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(content / "b/article.md", article("The ferry sank.", "publish: 2024-09-11 06:00"))
    builder = new_builder(content)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    builder.request = replace(builder.request, now=datetime(2024, 9, 11, 5, tzinfo=UTC))
    (first,) = answers(builder)
    mark = "Not published before 11 September 2024, 06:00"
    assert mark in words(update_of(first, "b").pages, "b/index.html")
    assert mark in words(first.own, "index.html")
    builder.request = replace(builder.request, now=datetime(2024, 9, 11, 6, tzinfo=UTC))
    (then,) = answers(builder, content / "a/article.md")
    assert mark not in words(update_of(then, "b").pages, "b/index.html")
    assert mark not in words(then.own, "index.html")


def test_open_items_and_positions_are_sent(content: Path) -> None:
    save(content / "b/article.md", article("Ann Lee paid $5 million in May 2020."))
    event = (
        "events:\n  - {id: paid, title: T, date: 2020-05, evidence: paid $5 million in May 2020}\n"
    )
    save(content / "b/timeline.yaml", event)
    (first,) = answers(new_builder(content))
    editor_view = view_of(first, "b")
    assert editor_view.open == 1  # the amount; a name is offered
    assert editor_view.facts["paid"].path.endswith("content/b/timeline.yaml")
    assert editor_view.facts["paid"].line == 2
    assert editor_view.words["words-paid"].path.endswith("content/b/article.md")
    assert update_of(first, "b").aside


def test_a_new_day_builds_what_has_another_state_and_nothing_else(content: Path) -> None:
    save(
        content / "b/timeline.yaml", "events: [{id: raised, title: T, expected: {window: 2024-12}}]"
    )
    builder = new_builder(content)

    def built_on(*day: int) -> list[str]:
        builder.request = replace(builder.request, today=date(*day))
        return [slug for update in answers(builder) for slug in update.briefings]

    assert built_on(2024, 9, 13) == ["a", "b"]
    assert built_on(2024, 11, 30) == []
    assert built_on(2024, 12, 1) == ["b"]
    assert built_on(2024, 12, 31) == []


def test_what_was_built_is_cached_for_the_next_start(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = new_builder(content)
    (first,) = answers(builder)
    builder.store(is_urgent=lambda: False)
    monkeypatch.setattr(
        "dateline.publishing.assemble.build_briefing",
        lambda *_, **__: pytest.fail("it was made anew"),
    )
    (again,) = answers(new_builder(content))
    assert again.briefings == first.briefings


def test_content_that_vanishes_is_reported_as_what_it_is(content: Path) -> None:
    builder = new_builder(content)
    content.rename(content.with_name("elsewhere"))
    with pytest.raises(FileNotFoundError) as raised:
        answers(builder)
    assert fault_of(raised.value, content).title == f"there is no folder {content}"
    content.with_name("elsewhere").rename(content)
    assert answers(builder)[-1].briefings.keys() == {"a", "b"}


def test_the_annotated_article_stays_while_a_sheet_cannot_be_read(content: Path) -> None:
    builder = new_builder(content)
    (first,) = answers(builder)
    assert update_of(first, "b").aside
    (then,) = answers(builder, save(content / "b/figures.yaml", "figures:\n  - {id: x}\n"))
    assert update_of(then, "b").aside is None


@pytest.mark.parametrize("name", ["a" * 245, "a"])
def test_a_memo_that_cannot_be_written_costs_nothing_else(content: Path, name: str) -> None:
    (content / name).mkdir(exist_ok=True)
    save(content / name / "article.md", article("The ferry sank."))
    if name == "a":
        (content.parent / ".dateline").write_text("no folder")
    builder = new_builder(content)
    assert answers(builder)[-1].done
    builder.store(is_urgent=lambda: False)
    assert not builder.unsaved


@pytest.mark.parametrize(
    "broken", ["{{ 1 / 0 }}", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"]
)
def test_a_template_that_fails_is_a_problem_with_its_line(
    content: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    look = read_look_files()
    name = next(template for template in look.templates if template.startswith("article"))
    spoilt = {**look.templates, name: broken.encode() + look.templates[name]}
    monkeypatch.setattr(
        "dateline.preview.builder.read_look_files", lambda _: replace(look, templates=spoilt)
    )
    (made,) = answers(new_builder(content))
    assert f"templates/{name}" in {problem.position.path for problem in made.problems or ()}


def test_a_person_of_the_site_is_seen_in_the_briefings_that_name_them(content: Path) -> None:
    person = "people: [{id: ann-lee, name: Ann Lee, roles: %s, why: She sank it.}]"
    save(content / "a/article.md", article("Ann Lee sank the ferry."))
    event = "events: [{id: sinks, title: The ferry sinks, date: 2024-09-11, who: ann-lee"
    source = "source: s, date_from: The log}]"
    save(content / "a/timeline.yaml", f"{event}, {source}")
    save(content / "a/sources.yaml", "sources: [{id: s, title: The log}]")
    people = save(content / "people.yaml", person % "Captain")
    builder = new_builder(content)
    first = answers(builder)
    assert first[-1].problems == ()
    save(people, person % "Pilot")
    (then,) = answers(builder, people)
    assert [*then.briefings] == ["a"]
    pages = update_of(then, "a").pages
    assert pages
    assert b"Pilot" in unpack(pages["a/who-and-where/index.html"])
