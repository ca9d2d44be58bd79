"""Decisions on the page of coverage, by mouse and by keyboard, with a preview that runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.site import FIRST
from tests.browser.test_for_everyone import TOO_WIDE, find_violations
from tests.drafting.deciding.world import BODY, FIGURES, PEOPLE, TIMELINE
from tests.faults.table import tried
from tests.preview.running import Running, running, until
from tests.small_site import SETTINGS, article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from tests.conftest import Published

pytestmark = pytest.mark.browser

SHEETS = {"timeline.yaml": TIMELINE, "figures.yaml": FIGURES, "people.yaml": PEOPLE}
SLUGS = [f"line-{number}" for number in range(1, 21)]


def write_briefing(folder: Path, *front: str, sheets: dict[str, str] = SHEETS) -> None:
    folder.mkdir(parents=True)
    (folder / "article.md").write_text(article(BODY, *front), "utf-8")
    for name, text in sheets.items():
        (folder / name).write_text(text, "utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """With a briefing for each test, all alike."""
    folder = tmp_path_factory.mktemp("decided")
    for slug in SLUGS:
        write_briefing(folder / "content" / slug)
    write_briefing(folder / "content/bare", sheets={})
    write_briefing(folder / "content/done", sheets={"coverage.yaml": WAIVED})
    (folder / "content/site.yaml").write_text(SETTINGS)
    with running(folder) as preview:
        yield preview


WAIVED = "waived:\n" + "".join(
    f"  - words: {words}\n    why: Not ours.\n"
    for words in (
        "8 May 2024",
        "9 May 2024",
        "32 kilometres",
        "4 million euros",
        "It is late,",
    )
)


class BriefingOnPage:
    """A briefing of its own in a tab."""

    def __init__(self, preview: Running, tab: Page, slug: str) -> None:
        self.preview, self.tab, self.slug = preview, tab, slug
        self.address = f"http://127.0.0.1:{preview.port}/{slug}/annotated/"

    def open(self) -> BriefingOnPage:
        self.tab.goto(self.address)
        self.tab.locator(".decision").first.wait_for()
        return self

    def sheet(self, name: str) -> str:
        return (self.preview.folder / "content" / self.slug / name).read_text("utf-8")

    def item(self, name: str) -> Locator:
        return self.tab.locator(f"details.decision[id$='_{name}']")

    @property
    def heading(self) -> Locator:
        return self.tab.locator("#decisions")

    @property
    def said(self) -> Locator:
        return self.tab.locator(".decision-status")

    def focused(self) -> str:
        return str(self.tab.evaluate("document.activeElement.id"))


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Policy" in said.text else None)
    yield page
    context.close()
    assert faults == []


FRESH = iter(SLUGS)


@pytest.fixture
def page(preview: Running, tab: Page) -> BriefingOnPage:
    return BriefingOnPage(preview, tab, next(FRESH)).open()


def test_all_is_decided_by_keyboard_alone(page: BriefingOnPage) -> None:
    keys = page.tab.keyboard
    expect(page.heading).to_have_text("4 to decide")
    page.tab.get_by_role("button", name="Go through them").focus()
    keys.press("Enter")
    assert page.focused() == "decide_timeline_opening__title"
    keys.press("Control+Enter")
    expect(page.said).to_contain_text("taken: event ‘opening’. 3 left.")
    expect(page.item("length")).to_have_attribute("open", "")
    assert page.focused() == "decide_figures_length__label"
    keys.type("Length of the line")
    for _ in range(4):
        keys.press("Tab")
        if page.focused() == "decide_figures_length__kind":
            break
    keys.press("m")
    keys.press("Control+Enter")
    expect(page.said).to_contain_text("taken: figure ‘length’. 2 left.")
    keys.press("Escape")
    expect(page.said).to_contain_text("is left for later")
    expect(page.item("ann-lee")).to_have_attribute("open", "")
    assert page.focused() == "decide_people_ann-lee__why"
    keys.type("She says that it is late.")
    keys.press("Control+Enter")
    expect(page.said).to_contain_text("1 left.")
    assert page.focused().startswith("decide_figures_cost")
    keys.press("Control+Enter")
    expect(page.heading).to_have_text(re.compile("that no sheet has yet$"))
    for name in SHEETS:
        assert "decide:" not in page.sheet(name)
    assert "kind: measured" in page.sheet("figures.yaml")


def test_what_is_put_aside_has_a_reason_of_its_own(page: BriefingOnPage) -> None:
    page.item("cost").locator("summary").first.click()
    page.item("cost").get_by_role("button", name="Put aside").click()
    why = page.item("cost").get_by_label("Why is it not made a fact?")
    expect(why).to_be_focused()
    page.tab.keyboard.press("Enter")
    expect(page.item("cost").get_by_role("alert")).to_have_text("Write why it is not made a fact.")
    page.tab.keyboard.type("Not checked")
    page.tab.reload()
    expect(why).to_have_value("Not checked")
    why.press("End")
    page.tab.keyboard.type(" yet.")
    page.tab.keyboard.press("Enter")
    expect(page.said).to_contain_text("put aside: figure ‘cost’")
    assert "why: Not checked yet." in page.sheet("coverage.yaml")
    page.item("length").locator("summary").first.click()
    page.item("length").get_by_role("button", name="Put aside").click()
    why = page.item("length").get_by_label("Why is it")
    expect(why).to_have_value("")
    offered = page.tab.locator("#decision_reasons option")
    expect(offered.first).to_have_attribute("value", "Not checked yet.")
    why.press("Enter")
    expect(page.item("length").get_by_role("alert")).to_have_text(
        "Write why it is not made a fact."
    )
    assert page.sheet("coverage.yaml").count("why:") == 1


def test_the_last_is_undone(page: BriefingOnPage) -> None:
    page.item("opening").locator("summary").first.click()
    page.item("opening").get_by_role("button", name="Take", exact=True).click()
    expect(page.item("opening")).to_have_count(0)
    undo = page.tab.get_by_role("button", name="Undo the last")
    expect(page.tab.locator(".decisions .buttons")).to_contain_text("“taken: event ‘opening’”")
    undo.click()
    expect(page.item("opening")).to_have_count(1)
    expect(page.said).to_contain_text("undone: taken: event ‘opening’.")
    assert page.sheet("timeline.yaml") == TIMELINE


def test_what_was_typed_comes_again_with_an_undo_and_as_something_else(
    page: BriefingOnPage,
) -> None:
    item = page.item("ann-lee")
    item.locator("summary").first.click()
    item.get_by_label("why to decide").fill("She says it.")
    item.get_by_label("role to decide").fill("mayor of Ostrow in 2024")
    item.get_by_role("button", name="Take", exact=True).click()
    expect(item).to_have_count(0)
    page.tab.get_by_role("button", name="Undo the last").click()
    item.locator("summary").first.click()
    expect(item.get_by_label("why to decide")).to_have_value("She says it.")
    item.get_by_text("It is something else…").click()
    item.get_by_role("button", name="organisation", exact=True).click()
    now = page.tab.locator("#decide_organisations_ann-lee")
    expect(now.get_by_label("what to decide")).to_have_value("mayor of Ostrow in 2024")


def test_who_was_put_aside_is_ticked_and_offered_nowhere(page: BriefingOnPage) -> None:
    for _ in range(2):  # a form that was open once, and is closed again
        page.item("cost").locator("summary").first.click()
    page.item("ann-lee").locator("summary").first.click()
    page.item("ann-lee").get_by_role("button", name="Put aside").click()
    page.tab.keyboard.type("Nobody.")
    page.tab.keyboard.press("Enter")
    expect(page.said).to_contain_text("put aside: person ‘ann-lee’")
    opening = page.item("opening")
    expect(opening.get_by_role("checkbox", name="Ann Lee")).to_have_count(0)
    expect(page.item("cost").locator("form")).to_have_count(0)  # to be made with other names
    opening.get_by_role("button", name="Take", exact=True).click()
    expect(opening).to_have_count(0)


def test_how_many_are_decided_is_the_same_in_another_tab(page: BriefingOnPage) -> None:
    progress = page.tab.locator(".progress")
    expect(progress).to_contain_text("0 of 4 decided")
    page.item("opening").locator("summary").first.click()
    page.item("opening").get_by_role("button", name="Take", exact=True).click()
    expect(progress).to_contain_text("1 of 4 decided")
    other = page.tab.context.new_page()
    other.goto(page.address)
    expect(other.locator(".progress")).to_contain_text("1 of 4 decided")


def test_keys_with_no_form_in_focus_say_that_nothing_was_decided(page: BriefingOnPage) -> None:
    page.tab.keyboard.press("Control+Enter")
    expect(page.said).to_have_text("No form is open: nothing was decided.")
    assert page.sheet("timeline.yaml") == TIMELINE


def test_a_page_that_comes_again_keeps_what_is_typed_and_the_place(page: BriefingOnPage) -> None:
    page.item("ann-lee").locator("summary").first.click()
    page.item("ann-lee").get_by_label("why to decide").fill("Half a sent")
    page.item("opening").locator("summary").first.click()
    page.tab.evaluate("window.stayed = true")
    words = page.tab.locator(".annotated .covered b")
    expect(words).to_have_count(0)
    page.item("opening").get_by_role("button", name="Take", exact=True).click()
    expect(words.first).to_be_attached()  # the page was built again
    expect(page.item("length")).to_have_attribute("open", "")
    assert page.focused() == "decide_figures_length__label"
    expect(page.item("ann-lee").get_by_label("why to decide")).to_have_value("Half a sent")
    expect(page.heading).to_have_text("3 to decide")
    assert page.tab.evaluate("window.stayed")
    page.tab.keyboard.type("Len")
    before = page.item("length").bounding_box()
    page.tab.reload()
    expect(page.item("length").get_by_label("label")).to_have_value("Len")
    expect(page.item("length").get_by_label("label")).to_be_focused()
    after = page.item("length").bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 3
    page.item("ann-lee").locator("summary").first.click()
    expect(page.item("ann-lee").get_by_label("why to decide")).to_have_value("Half a sent")


def test_errors_are_said_in_place_and_aloud(page: BriefingOnPage) -> None:
    item = page.item("length")
    item.locator("summary").first.click()
    item.get_by_label("value").fill("33")
    item.get_by_role("button", name="Take", exact=True).click()
    label = item.get_by_label("label to decide")
    expect(label).to_be_focused()
    expect(label).to_have_attribute("aria-invalid", "true")
    described = label.get_attribute("aria-describedby") or ""
    first = page.tab.locator(f"#{described.split()[0]}")
    expect(first).to_have_text("Fill this in.")
    expect(item.get_by_role("alert")).to_contain_text("label: Fill this in.")
    label.fill("Length")
    expect(label).not_to_have_attribute("aria-invalid", "true")
    item.get_by_label("kind").select_option("measured")
    item.get_by_role("button", name="Take", exact=True).click()
    expect(item.get_by_role("alert")).to_contain_text("A build refuses this:")
    assert page.sheet("figures.yaml") == FIGURES
    item.get_by_role("button", name="Write it all the same").click()
    expect(item).to_have_count(0)
    assert "value: 33" in page.sheet("figures.yaml")
    page.tab.get_by_role("button", name="Undo the last").click()
    expect(item).to_have_count(1)


def test_a_check_is_waived_where_it_refuses(page: BriefingOnPage) -> None:
    item = page.item("length")
    item.locator("summary").first.click()
    item.get_by_label("value").fill("33")
    item.get_by_label("label to decide").fill("Length")
    item.get_by_label("kind").select_option("measured")
    item.get_by_role("button", name="Take", exact=True).click()
    item.get_by_label("Why does the check not apply?").fill("A newer survey.")
    page.tab.keyboard.press("Enter")
    expect(item).to_have_count(0)
    assert "why: A newer survey." in page.sheet("figures.yaml")


def test_a_person_is_made_an_organisation(page: BriefingOnPage) -> None:
    item = page.item("ann-lee")
    item.locator("summary").first.click()
    item.get_by_text("It is something else…").click()
    item.get_by_role("button", name="organisation", exact=True).click()
    expect(page.said).to_contain_text("made organisation: ‘ann-lee’.")
    now = page.tab.locator("#decide_organisations_ann-lee")
    expect(now).to_have_attribute("open", "")
    expect(now.get_by_label("what to decide")).to_have_value("mayor of Ostrow")
    expect(page.heading).to_have_text("4 to decide")


def test_people_are_chosen_by_name_and_a_date_says_how_it_is_read(page: BriefingOnPage) -> None:
    item = page.item("opening")
    item.locator("summary").first.click()
    expect(item.get_by_role("checkbox", name="Ann Lee")).to_be_checked()
    item.get_by_role("checkbox", name="Ann Lee").uncheck()
    date = item.get_by_label("date", exact=True)
    reads = item.locator("output").first
    expect(reads).to_have_text("Wednesday, 8 May 2024")
    date.fill("2024-05")
    date.blur()
    expect(reads).to_have_text("May 2024")
    date.fill("8 May")
    date.blur()
    expect(date).to_have_attribute("aria-invalid", "true")
    date.fill("2024-05-08")
    item.get_by_text("Another field…").click()
    item.get_by_role("button", name="summary", exact=True).click()
    page.tab.keyboard.type("A line.")
    item.get_by_role("button", name="Take", exact=True).click()
    expect(item).to_have_count(0)
    text = page.sheet("timeline.yaml")
    assert "who:" not in text
    assert "summary: A line." in text


def test_the_words_are_marked_in_the_article_while_it_is_open(page: BriefingOnPage) -> None:
    marked = "[...(CSS.highlights.get('decision') ?? [])].map(String)"
    assert page.tab.evaluate(marked) == []
    page.item("opening").locator("summary").first.click()
    expect(page.item("opening").locator("form")).to_be_visible()
    until(lambda: page.tab.evaluate(marked) == ["8 May 2024"])
    page.item("opening").locator("summary").first.click()
    expect(page.item("opening").locator("form")).to_be_hidden()
    until(lambda: page.tab.evaluate(marked) == [])


def test_a_form_is_beside_its_paragraph_where_there_is_room(page: BriefingOnPage) -> None:
    page.item("opening").locator("summary").first.click()
    paragraph = page.tab.locator(".annotated p").first.bounding_box()
    form = page.item("opening").bounding_box()
    assert paragraph
    assert form
    assert form["x"] > paragraph["x"] + paragraph["width"]
    assert abs(form["y"] - paragraph["y"]) < 60


def test_no_paragraph_lies_over_another_while_several_forms_are_open(page: BriefingOnPage) -> None:
    for name in ("opening", "length", "cost", "ann-lee"):
        page.item(name).locator("summary").first.click()
    expect(page.item("ann-lee").locator("form")).to_be_visible()
    second = page.tab.locator(".annotated .story > p").nth(1)
    page.tab.evaluate("document.querySelector('.annotated').style.paddingBlockEnd = '100vh'")
    second.evaluate("each => scrollTo(0, each.getBoundingClientRect().top + scrollY - 60)")
    above, below = (
        page.tab.locator(".annotated .story > p").nth(at).bounding_box() for at in (0, 1)
    )
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]


@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_accessible_at_any_width_in_light_and_dark(page: BriefingOnPage, width: int) -> None:
    page.tab.set_viewport_size({"width": width, "height": 800})
    page.tab.get_by_role("button", name="Go through them").click()
    opened = "document.querySelectorAll('main details').forEach(each => { each.open = true })"
    page.tab.evaluate(opened)
    expect(page.tab.locator(".decision form")).to_have_count(page.tab.locator(".decision").count())
    page.tab.evaluate(opened)
    page.item("length").get_by_role("button", name="Put aside").click()
    page.item("length").get_by_role("button", name="Take", exact=True).click()
    expect(page.item("length").get_by_role("alert")).not_to_be_empty()
    assert page.tab.evaluate(TOO_WIDE) == []
    # Nothing must lie over what happens to be at the edge of the window.
    page.tab.evaluate("document.querySelector('dateline-preview').remove(); scrollTo(0, 0)")
    assert find_violations(page.tab, "light", "dark") == []


def test_several_are_taken_together(page: BriefingOnPage) -> None:
    figures = FIGURES.replace("    label:\n", "    label: Length\n").replace(
        "    kind:\n", "    kind: measured\n"
    )
    page.preview.save(f"content/{page.slug}/figures.yaml", figures)
    page.tab.reload()
    page.tab.get_by_text("2 figures can be taken together; untick what you leave out").click()
    boxes = page.tab.locator(".together input")
    boxes.nth(1).uncheck()
    page.tab.get_by_role("button", name="Take this figure").click()
    expect(page.said).to_contain_text("taken: 1 figure together")
    expect(page.heading).to_have_text("3 to decide")


def test_without_sheets_it_offers_what_the_article_holds(preview: Running, tab: Page) -> None:
    page = BriefingOnPage(preview, tab, "bare").open()
    expect(page.heading).to_contain_text("that no sheet has yet")
    item = tab.locator("details.decision[id^='decide_timeline_']").first
    item.locator("summary").first.click()
    item.get_by_role("button", name="Take", exact=True).click()
    expect(page.said).to_contain_text("taken: event")
    assert "events:" in page.sheet("timeline.yaml")


def test_with_nothing_to_decide_the_page_is_as_before(preview: Running, tab: Page) -> None:
    with tab.expect_response(lambda answer: answer.url.endswith("write/items")) as answered:
        tab.goto(f"http://127.0.0.1:{preview.port}/done/annotated/")
    left = answered.value.json()["items"]
    assert [item for item in left if not item["proposed"]] == []
    if not left:
        assert tab.locator(".decisions, .decision, .to-decide").count() == 0


def test_other_pages_say_how_many_and_lead_there(preview: Running, tab: Page) -> None:
    slug = SLUGS[-1]
    until(lambda: preview.state(f"{slug}/annotated/index.html")["briefing"])
    assert preview.state(f"{slug}/annotated/index.html")["briefing"]["undecided"] == 4


def test_markup_in_the_content_is_text(page: BriefingOnPage) -> None:
    title = "<img src=x onerror=document.title='so'>"
    text = TIMELINE.replace("Line opens", f"'{title.replace(chr(39), chr(39) * 2)}'")
    page.preview.save(f"content/{page.slug}/timeline.yaml", text)
    page.tab.reload()
    page.item("opening").locator("summary").first.click()
    expect(page.item("opening").locator("summary").first).to_contain_text(title)
    expect(page.item("opening").get_by_label("title to decide")).to_have_value(title)
    assert page.tab.locator(".decision img").count() == 0


@tried(
    12,
    "The preview ends and starts again, with another token, while a page of it is half filled in",
    "One sentence says so in place; what was typed is kept, and the next try is written",
)
def test_a_preview_that_was_started_again(tmp_path: Path, tab: Page) -> None:
    write_briefing(tmp_path / "content/again")
    (tmp_path / "content/site.yaml").write_text(SETTINGS)
    with running(tmp_path) as first:
        page = BriefingOnPage(first, tab, "again").open()
        item = page.item("opening")
        item.locator("summary").first.click()
        item.get_by_label("title to decide").fill("The line opens")
    take = item.get_by_role("button", name="Take", exact=True)
    take.click()
    expect(item.get_by_role("alert")).to_contain_text("does not answer, so nothing was written")
    assert page.sheet("timeline.yaml") == TIMELINE
    with running(tmp_path, "--port", str(first.port)):
        expect(item.get_by_label("title to decide")).to_have_value("The line opens")
        expect(tab.locator("dateline-preview .bar")).not_to_contain_text("stopped")
        take.click()
        expect(item).to_have_count(0)
    assert "title: The line opens" in page.sheet("timeline.yaml")


def test_no_published_file_has_anything_of_it(published: Published) -> None:
    for path in published(FIRST, "/").rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        for words in (b"decisions.js", b"decision_fields", b"Dateline-Token", b"to-decide"):
            assert words not in data, path
