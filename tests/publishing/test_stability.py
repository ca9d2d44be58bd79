"""What a change does not affect: other briefings, other facts, and ids that others use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatch
from urllib.parse import quote

import pytest

from tests.small_site import SETTINGS, article, assemble

HERE = "https://a.example/"
STORY = article(
    "She left on Tuesday. He came on Wednesday. It cost 5 million euros. It took 9 days."
)
LEFT = "  - {id: left, title: She leaves, date: 2024-09-10, evidence: left on Tuesday}\n"
CAME = "  - {id: came, title: He comes, date: 2024-09-11, evidence: came on Wednesday}\n"
FIGURES = """
    figures:
      - {id: cost, label: Cost, value: 5 million, unit: EUR, kind: estimate, evidence: cost 5 million euros}
      - {id: days, label: Days, value: 9, unit: days, kind: estimate, evidence: took 9 days}
"""
CONTENT = {
    f"{slug}/{name}": text
    for slug in ("one", "two")
    for name, text in {
        "article.md": STORY,
        "timeline.yaml": "events:\n" + LEFT,
        "figures.yaml": FIGURES,
    }.items()
}

# Files for programs about the whole site, or the whole briefing.
FOR_PROGRAMS = (
    *("*feed.xml", "feed.json", "changes.xml", "sitemap.xml", "one/*.json", "one/*.ics"),
    *("one/search.js", "search/1/0.js"),
)


def site(content: Mapping[str, str] = CONTENT, address: str = HERE) -> Mapping[str, bytes]:
    """Files by their path, less the digest that some have in their names."""
    tagged = f"{SETTINGS}tag: courier.example,2024\n"
    built = assemble(dict(content), site_url=address, settings=tagged)
    assert built.files, built.problems
    return {re.sub(r"-[0-9a-f]{10}(?=\.\w+$)", "", path): built.files[path] for path in built.files}


@pytest.fixture(scope="module")
def before() -> Mapping[str, bytes]:
    return site()


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """The files that were there and are there with other bytes; none may be gone."""
    assert before.keys() <= after.keys()
    return {path for path in before if before[path] != after[path]}


def for_people(paths: set[str]) -> set[str]:
    return {path for path in paths if not any(fnmatch(path, pattern) for pattern in FOR_PROGRAMS)}


def twins(paths: set[str]) -> set[str]:
    """The facts whose files for programs, which stand beside their pages, are among these."""
    return {path.split("/")[-2] for path in paths if fnmatch(path, "*/facts/*/index.json")}


def ids(files: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """What others link to or remember by: elements of pages, entries of feeds and calendars."""
    form = r'\bid="([^"]+)"|<id>([^<]+)</id>|"id": ?"([^"]+)"|\bUID:(\S+)'
    kinds = (".html", ".xml", ".json", ".ics")
    text = {path: data.decode() for path, data in files.items() if path.endswith(kinds)}
    found = ((path, match) for path, held in text.items() for match in re.findall(form, held))
    return {(path, "".join(groups)) for path, groups in found}


def test_a_fact_that_is_added_changes_the_pages_that_show_it_or_lead_to_it(
    before: Mapping[str, bytes],
) -> None:
    after = site({**CONTENT, "one/timeline.yaml": "events:\n" + LEFT + CAME})
    assert {path.rpartition("/")[0] for path in after.keys() - before.keys()} == {"one/facts/came"}
    assert twins(changed(before, after)) == set()
    assert for_people(changed(before, after)) == {
        "index.html",  # the front page counts its facts
        "one/index.html",
        "one/article/index.html",
        "one/timeline/index.html",
        "one/timeline/embed/index.html",
        "one/key-figures/index.html",  # the row counts events
        "one/all/index.html",
        "one/data/timeline.csv",
        "one/facts/left/index.html",  # the event before it in time
        "timeline/index.html",
        "search/index.html",  # its examples are of the newest facts
    }
    assert ids(before) <= ids(after)


def test_the_title_of_a_fact_changes_the_pages_that_show_it_or_lead_to_it(
    before: Mapping[str, bytes],
) -> None:
    renamed = "events:\n" + LEFT.replace("She leaves", "She goes")
    after = site({**CONTENT, "one/timeline.yaml": renamed})
    assert before.keys() == after.keys()
    assert twins(changed(before, after)) <= {"left"}
    assert for_people(changed(before, after)) == {
        "one/index.html",
        "one/article/index.html",
        "one/timeline/index.html",
        "one/timeline/embed/index.html",
        "one/all/index.html",
        "one/data/timeline.csv",
        "one/facts/left/index.html",
        "timeline/index.html",
        # The same event in the other briefing, which leads here.
        "two/facts/left/index.html",
        "two/timeline/index.html",
        "search/index.html",  # its examples are of the newest facts
    }
    assert ids(before) == ids(after)


def test_the_title_of_a_briefing_changes_its_own_pages_and_those_that_list_it(
    before: Mapping[str, bytes],
) -> None:
    after = site({**CONTENT, "one/article.md": STORY.replace("A title", "Another title")})
    assert before.keys() == after.keys()
    own = {path for path in before if fnmatch(path, "one/*.html") or fnmatch(path, "one/*.png")}
    leading_on = {
        *("two/index.html", "two/article/index.html"),
        *("two/facts/left/index.html", "two/timeline/index.html"),  # the same event
    }
    lists = {"index.html", "404.html", "briefings/index.html", "timeline/index.html"}
    assert for_people(changed(before, after)) == own | leading_on | lists
    assert ids(before) == ids(after)


@pytest.mark.parametrize("there", ["https://b.example/", "https://b.example/news/"])
def test_under_a_tag_another_address_changes_addresses_and_nothing_else(
    before: Mapping[str, bytes], there: str
) -> None:
    after = site(address=there)
    # Robots ask the root of an origin alone.
    assert before.keys() - after.keys() == (set() if there.count("/") == 3 else {"robots.txt"})
    unplaced_before = {path: unplaced(before[path], HERE) for path in after}
    # The page for lost readers is served at any depth, so its links begin at the base path.
    assert changed(unplaced_before, {path: unplaced(after[path], there) for path in after}) <= {
        "404.html"
    }
    assert not [path for path in after if path.startswith("assets/") and path not in before]
    assert {place for place in ids(before) if place[0] in after} == ids(after)


def unplaced(data: bytes, address: str) -> bytes:
    """Bytes with a word in place of the site's address, as it is or within another address."""
    for form in (address, quote(address, "")):
        data = data.replace(form.encode(), b"HOME")
    return data
