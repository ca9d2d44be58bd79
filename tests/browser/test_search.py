"""Readers find facts and articles by a name, a number, a date or a sentence, without a server."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from dateline.pages.search.folding import EVEN, MONTHS, POWERS, fold, terms_of
from tests.browser.hosting import host
from tests.browser.site import EVERYTHING, Site, publish_site
from tests.browser.test_for_everyone import TOO_WIDE, find_violations, walk_by_keyboard
from tests.pages.search.folding_cases import QUESTIONS, TEXTS
from tools.testing import ROOT

pytestmark = pytest.mark.browser

OTHER = """\
---
title: Ferry carries 2,500 over the sound
standfirst: A record, says Omar Haddad.
published: 2025-03-02
---

The ferry carried 2,500 people on 2 March 2025. It was its busiest day since the bridge opened.

It sold 2,400 tickets. Nobody counted the dogs. Omar Haddad called it a good day for everyone who lives on Holm.
"""
FIGURES = """\
figures:
  - id: passengers
    label: Passengers of the ferry
    value: 2,500
    unit: people
    kind: measured
    as_of: 2025-03-02
    evidence: 2,500 people on 2 March 2025
  - id: tickets
    label: Tickets </script><img src=x onerror=alert(name)> sold
    value: 2,400
    unit: tickets
    kind: measured
    date_from: none is given
    evidence: 2,400 tickets
"""


PEOPLE = """\
people:
  - id: omar-haddad
    name: Omar Haddad
    aliases: [Umar Hadād]
"""
NIGHT = """\
---
title: Quiet night at pier {pier}
standfirst: All was quiet.
published: 2020-01-0{number}
---

The keeper lit the lantern.
"""
PIERS = "ABCDEFGH"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`the-bridge`, the later `constructor`, and as many short ones as are read in two steps."""
    root = tmp_path_factory.mktemp("searched")
    shutil.copytree(EVERYTHING, root / "content")
    # A name that every object of JavaScript knows.
    ferry = root / "content/constructor"
    ferry.mkdir()
    (ferry / "article.md").write_text(OTHER)
    (ferry / "figures.yaml").write_text(FIGURES)
    for number in range(1, 9):
        # The last is called like a file of the index.
        folder = root / "content" / (f"night-{number}" if number < 8 else "words")
        folder.mkdir()
        (folder / "article.md").write_text(NIGHT.format(number=number, pier=PIERS[number - 1]))
    (root / "content/people.yaml").write_text(PEOPLE)
    publish_site(root / "content", root / "site", None)
    return root / "site"


@pytest.fixture(scope="module", params=["/repo/", "file"])
def searched(folder: Path, request: pytest.FixtureRequest) -> Iterator[Site]:
    """The site below a path, and from disk, where a page may load no data."""
    if request.param == "file":
        yield Site(folder=folder, address=folder.as_uri() + "/")
    else:
        with host(folder, request.param) as address:
            yield Site(folder=folder, address=address)


@pytest.fixture
def strict_page(browser: Browser) -> Iterator[Page]:
    """A page under the site's own policy, as readers have it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def ask(page: Page, site: Site, question: str) -> list[str]:
    """The titles that are found, facts first, by the address of the question."""
    file = "index.html" if site.address.startswith("file:") else ""
    page.goto(f"{site.address}search/{file}?q={quote(question)}")
    expect(page.get_by_role("status")).not_to_be_empty()
    return page.locator(".search li h3").all_inner_texts()


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Haddad", "Omar Haddad"),
        ("omar hadd", "Omar Haddad"),
        ("عُمَر حدّاد", "Omar Haddad"),
        ("Umar Hadad", "Omar Haddad"),
        ("Her Worship", "Anna Berg"),
        ("2500", "Passengers of the ferry"),
        ("2,500", "Passengers of the ferry"),
        ("2 500", "Passengers of the ferry"),
        ("٢٥٠٠", "Passengers of the ferry"),
        ("۲۵۰۰", "Passengers of the ferry"),
        ("2.5 thousand", "Passengers of the ferry"),
        ("2 March 2025", "Passengers of the ferry"),
        ("2025-03-02", "Passengers of the ferry"),
        ("Mar 2025", "Passengers of the ferry"),
        ("Nobody counted the dogs.", "Ferry carries 2,500 over the sound"),
        ("good day for everyone", "Ferry carries 2,500 over the sound"),
    ],
)
def test_a_name_a_number_a_date_and_a_sentence_are_found(
    searched: Site, strict_page: Page, question: str, first: str
) -> None:
    assert ask(strict_page, searched, question)[:1] == [first]


def test_a_result_says_what_it_is_and_leads_to_its_place_and_its_words(
    searched: Site, strict_page: Page
) -> None:
    ask(strict_page, searched, "2500")
    expect(strict_page.get_by_role("status")).to_have_text("1 fact and 1 article")
    fact, article = strict_page.locator(".search section li").all()
    assert re.sub(r"\s+", " ", fact.inner_text()) == (
        "Passengers of the ferry Figure 2,500 people 2,500 people on 2 March 2025"
        " Ferry carries 2,500 over the sound 2 March 2025"
    )
    assert fact.locator("mark strong").all_inner_texts() == ["2,500"]
    assert "The ferry carried 2,500 people" in article.inner_text()
    tops = fact.locator(".kind bdi, h3").evaluate_all(
        "found => found.map(each => [each.getBoundingClientRect().top, each.localName]).sort()"
    )
    assert [name for _, name in tops] == ["bdi", "h3"]
    hrefs = [link.get_attribute("href") or "" for link in fact.locator("a").all()]
    for href in hrefs:
        page, _, fragment = href.partition("#")
        file = searched.folder / "search" / page
        html = (file if file.is_file() else file / "index.html").read_text("utf-8")
        assert not fragment or f'id="{fragment}"' in html
    fact.locator("h3 a").click()
    expect(strict_page.locator("#passengers")).to_be_visible()
    strict_page.go_back()
    expect(strict_page.locator(".search li h3").first).to_have_text("Passengers of the ferry")


def test_the_question_is_in_the_address_and_back_leads_to_the_one_before(
    folder: Path, strict_page: Page
) -> None:
    with host(folder, "/repo/") as address:
        strict_page.goto(f"{address}search/")
        field = strict_page.get_by_label("Name, number, date or words")
        field.press_sequentially("berg", delay=10)
        field.press("Enter")
        expect(strict_page).to_have_url(f"{address}search/?q=berg")
        expect(strict_page.locator(".search h3").first).to_have_text("Anna Berg")
        field.fill("dogs")
        strict_page.get_by_role("button", name="Search").click()
        expect(strict_page.locator(".search h3").first).to_have_text(
            "Ferry carries 2,500 over the sound"
        )
        strict_page.go_back()
        expect(field).to_have_value("berg")
        expect(strict_page.locator(".search h3").first).to_have_text("Anna Berg")


def test_what_is_not_there_is_said_and_what_is_in_part(searched: Site, strict_page: Page) -> None:
    assert ask(strict_page, searched, "zeppelin") == []
    expect(strict_page.get_by_role("status")).to_have_text(
        "No results. Try fewer words or another spelling."
    )
    assert "Omar Haddad" in ask(strict_page, searched, "Haddad zeppelin")
    expect(strict_page.get_by_role("status")).to_contain_text("No result has all of these words")


def test_what_is_written_like_markup_is_shown_as_it_is_written(
    searched: Site, strict_page: Page
) -> None:
    label = "Tickets </script><img src=x onerror=alert(name)> sold"
    assert ask(strict_page, searched, "onerror")[:1] == [label]
    assert strict_page.locator("main img, main script").count() == 0


def test_of_many_briefings_the_newest_are_read_first_and_the_others_when_asked_for(
    searched: Site, strict_page: Page
) -> None:
    newest_first = [f"Quiet night at pier {pier}" for pier in reversed(PIERS)]
    assert ask(strict_page, searched, "keeper lantern") == newest_first[:6]
    expect(strict_page.get_by_role("status")).to_have_text(
        "8 briefings match. Showing the best 6: 6 articles."
    )
    strict_page.get_by_role("button", name="More results").click()
    expect(strict_page.get_by_role("status")).to_have_text("8 articles")
    assert strict_page.locator(".search li h3").all_inner_texts() == newest_first


def test_the_words_in_bold_are_as_they_are_in_the_text(searched: Site, strict_page: Page) -> None:
    """A sign before them, as before the number of a paragraph, would be read as part of the quotation."""
    ask(strict_page, searched, "Haddad 2500")
    drawn = strict_page.locator(".words strong, .words b").evaluate_all(
        "found => found.map(each => getComputedStyle(each, '::before').content)"
    )
    assert {*drawn} == {"none"}


def test_a_result_says_what_was_only_expected_and_what_is_disputed(
    searched: Site, strict_page: Page
) -> None:
    ask(strict_page, searched, "trams cross the bridge")
    expect(strict_page.locator(".search .e .kind").first).to_contain_text(
        re.compile("due|expected", re.IGNORECASE)
    )
    ask(strict_page, searched, "cost of the bridge")
    expect(strict_page.locator(".search .f .kind").first).to_contain_text("€61 million · Disputed")


def test_what_two_briefings_say_alike_is_one_result_with_both(
    searched: Site, strict_page: Page
) -> None:
    """The site’s own sheet calls him the same, and both articles have his name."""
    ask(strict_page, searched, "Omar Haddad")
    person = strict_page.locator(".search li.p")
    expect(person).to_have_count(1)
    sources = person.locator(".from a").all_inner_texts()
    assert len({*sources}) == len(sources)


def test_to_a_sentence_articles_are_the_first_answer(searched: Site, strict_page: Page) -> None:
    headings = {}
    for question in ("2,500 people on 2 March 2025", "2,500 people"):
        ask(strict_page, searched, question)
        headings[question] = strict_page.locator("section:not([hidden]) h2").all_inner_texts()
    assert headings == {
        "2,500 people on 2 March 2025": ["Articles", "Facts"],
        "2,500 people": ["Facts", "Articles"],
    }


def test_on_a_phone_the_articles_are_above_the_facts(searched: Site, strict_page: Page) -> None:
    strict_page.set_viewport_size({"width": 360, "height": 740})
    ask(strict_page, searched, "2,500 people")
    shown = strict_page.locator("section:not([hidden]) h2").all_inner_texts()
    assert shown == ["Articles", "Facts"]


def test_a_fact_is_found_by_its_own_word_and_one_of_its_headline(
    searched: Site, strict_page: Page
) -> None:
    """Of the tickets nothing says that they were for the sound, but the headline."""
    label = "Tickets </script><img src=x onerror=alert(name)> sold"
    assert label in ask(strict_page, searched, "sound tickets")
    assert label not in ask(strict_page, searched, "sound")


def test_three_examples_show_what_one_can_ask(searched: Site, strict_page: Page) -> None:
    file = "index.html" if searched.address.startswith("file:") else ""
    strict_page.goto(f"{searched.address}search/{file}")
    examples = strict_page.locator(".example a").all_inner_texts()
    assert len(examples) == 3
    for example in examples:
        assert ask(strict_page, searched, example), example
        expect(strict_page.get_by_role("status")).not_to_contain_text("some of them")
    expect(strict_page.locator(".example")).to_be_hidden()


def test_results_of_one_kind_are_shown_alone(searched: Site, strict_page: Page) -> None:
    ask(strict_page, searched, "Haddad")
    strict_page.get_by_label("Show").select_option("People")
    expect(strict_page.get_by_role("status")).to_have_text("1 fact")
    assert strict_page.locator(".search li h3").all_inner_texts() == ["Omar Haddad"]


def test_a_search_that_cannot_be_loaded_says_so(folder: Path, strict_page: Page) -> None:
    with host(folder, "/repo/") as address:
        strict_page.route("**/search/briefings.js", lambda route: route.abort())
        strict_page.goto(f"{address}search/?q=berg")
        expect(strict_page.get_by_role("status")).to_have_text(
            "The search could not be loaded. Check your connection and search again."
        )


def test_one_can_ask_on_the_front_page(searched: Site, strict_page: Page) -> None:
    """Under its policy, which lets a form go to the site alone."""
    file = "index.html" if searched.address.startswith("file:") else ""
    strict_page.goto(f"{searched.address}{file}")
    field = strict_page.get_by_label("Name, number, date or words")
    field.fill("Haddad")
    field.press("Enter")
    expect(strict_page.locator(".search h3").first).to_have_text("Omar Haddad")


def test_without_script_the_page_leads_on(folder: Path, browser: Browser) -> None:
    with host(folder, "/repo/") as address:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}search/")
        expect(page.get_by_text("The search needs JavaScript")).to_be_visible()
        expect(page.get_by_role("searchbox")).to_be_hidden()
        assert "Briefings" in page.locator("main li a").all_inner_texts()
        page.goto(address)
        expect(page.get_by_role("searchbox")).to_be_hidden()
        context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_the_keyboard_reaches_every_result(
    folder: Path, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    with host(folder, "/") as address:
        ask(page, Site(folder=folder, address=address), "Haddad")
        assert find_violations(page, "light", "dark") == []
        assert page.evaluate(TOO_WIDE) == []
        page.reload()
        expect(page.locator(".search section li").first).to_be_visible()
        page.locator("body").focus()
        stops = walk_by_keyboard(page)
        assert [stop["order"] for stop in stops] == sorted({stop["order"] for stop in stops})
        links = page.locator("main a[href]:visible").count()
        assert len(stops) >= links + 2


# The program and the script


def letters() -> list[str]:
    """A word with each letter that there is; those that no Unicode of Python's has are left out."""
    codes = (code for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000)
    return [f"a{chr(code)}b {chr(code)}" for code in codes if chr(code).isprintable()]


def test_the_script_evens_out_what_the_program_does(page: Page) -> None:
    script = (ROOT / "static/search/1_folding.js").read_text("utf-8")
    texts = [*TEXTS, *QUESTIONS, *letters()]
    found = page.evaluate(
        f"([tables, texts]) => {{ {script}; learn(tables);"
        " return texts.map(text => [fold(text), [...termsOf(text)]]) }",
        [[EVEN, POWERS, MONTHS], texts],
    )
    differ = [
        text
        for text, (folded, terms) in zip(texts, found, strict=True)
        if folded != fold(text) or {*terms} != terms_of(text)
    ]
    assert differ == []


def test_the_script_looks_up_what_a_reader_means(page: Page) -> None:
    script = (ROOT / "static/search/1_folding.js").read_text("utf-8")
    found = page.evaluate(
        f"([tables, texts]) => {{ {script}; learn(tables); return texts.map(termsAsked) }}",
        [[EVEN, POWERS, MONTHS], list(QUESTIONS)],
    )
    assert [sorted(terms) for terms in found] == [sorted(terms) for terms in QUESTIONS.values()]


def test_the_script_and_a_first_answer_are_light(folder: Path) -> None:
    (script,) = folder.glob("assets/search-*.js")
    assert len(gzip.compress(script.read_bytes())) <= 5_000


def test_every_word_of_a_briefing_is_in_the_index(folder: Path, page: Page) -> None:
    """Words are looked up where the program filed them, by the same sum."""
    index = {
        entry.split(" ")[0]
        for file in folder.glob("search/*/*.js")
        for entry in json.loads(file.read_text("utf-8").partition(",")[2].rpartition(")")[0]).split(
            ";"
        )
    }
    assert {"haddad", "2500", "2025-03-02", "dog"} <= index


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("Haddat", "haddad"),
        ("Omar Haddda", "omar haddad"),
        ("Háddat", "haddad"),
        ("brigde", "bridge"),
        ("Skery brigde", "skerry bridge"),
    ],
)
def test_for_a_word_without_a_hit_a_word_that_is_like_it_is_a_step_away(
    searched: Site, strict_page: Page, asked: str, offered: str
) -> None:
    ask(strict_page, searched, asked)
    offer = strict_page.get_by_role("status").get_by_role("link").first
    expect(offer).to_have_text(offered)
    offer.press("Enter")
    expect(strict_page.get_by_role("searchbox")).to_have_value(offered)
    expect(strict_page.locator(".search section li").first).to_be_visible()


@pytest.mark.parametrize("asked", ["2501", "xyzzyqq", "ox", "Haddad"])
def test_nothing_is_offered_for_a_number_or_where_no_word_is_like_it(
    searched: Site, strict_page: Page, asked: str
) -> None:
    ask(strict_page, searched, asked)
    strict_page.wait_for_load_state("networkidle")
    assert strict_page.get_by_role("status").get_by_role("link").count() == 0


def test_what_offers_other_words_is_loaded_only_for_a_word_without_a_hit(
    folder: Path, strict_page: Page
) -> None:
    loaded: list[str] = []
    strict_page.on("request", lambda request: loaded.append(request.url))
    with host(folder, "/repo/") as address:
        ask(strict_page, Site(folder=folder, address=address), "Haddad")
        assert not any("nearest" in url for url in loaded)
        ask(strict_page, Site(folder=folder, address=address), "Haddat")
        expect(strict_page.get_by_role("status").get_by_role("link").first).to_be_visible()
        assert any("nearest" in url for url in loaded)
