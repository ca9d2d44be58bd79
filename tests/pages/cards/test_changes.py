"""What changed since publication: whose it was, in which order, and under which name."""

from __future__ import annotations

import re

from dateline.facts.records import Revision
from dateline.facts.site_records import Site
from dateline.pages.cards.change_log import changes_of_briefing, corrections_of
from dateline.pages.cards.provenance import revised_by
from dateline.pages.edition import Edition
from dateline.pages.summarise import summarise
from tests.pages.everything import everything, html
from tests.pages.world import SHEETS, edition, pages, read, words
from tests.small_site import article, assemble, errors

ALL = changes_of_briefing(everything())


def test_every_kind_of_change_is_listed_newest_first() -> None:
    assert [(str(change.on), change.kind, change.name) for change in ALL] == [
        ("2026-01-08", "outcome", "The bridge is handed over to the state"),
        ("2025-07-14", "outcome", "A path for bicycles"),
        ("2025-06-02", "outcome", "A kiosk at the foot of the bridge"),
        ("2025-05-02", "revised", "People who live in Skerry"),
        ("2025-04-30", "outcome", "The engineer gets no statue"),
        ("2025-02-10", "outcome", "A bus over the bridge"),
        ("2024-11-05", "removed", "Parking places"),
        ("2024-10-02", "corrected", "The piers are built"),
        ("2024-10-02", "outcome", "The toll is charged"),
        ("2024-09-20", "added", "Last winter of the ferry"),
        ("2024-09-13", "corrected", "The article"),
        ("2024-09-12", "corrected", "Cost of the bridge"),
    ]


def test_the_site_lists_what_the_briefing_lists() -> None:
    assert summarise(everything()).changes == ALL
    listed = corrections_of(everything(), everything().here("article"))
    ours = [change.name for change in ALL if change.is_ours]
    assert [entry.link.words for entry in listed] == ours


def test_an_outcome_that_was_not_yet_known_is_none() -> None:
    """On the day before its own, the page tells an event as expected still."""
    then = [change.name for change in changes_of_briefing(everything("2025-05-31"))]
    assert "A kiosk at the foot of the bridge" not in then


def test_what_was_recorded_with_publication_is_no_change() -> None:
    recording = (
        "outcome: {state: happened, date: 2024-09-11, recorded: %s}\n        evidence: is to open"
    )
    for recorded, kinds in (("2024-09-11", []), ("2024-09-12", ["outcome"])):
        sheet = SHEETS["timeline"].replace("evidence: is to open", recording % recorded)
        this_edition = edition(**{**SHEETS, "timeline": sheet})
        assert [change.kind for change in changes_of_briefing(this_edition)] == kinds


def test_what_was_there_from_the_start_is_not_news() -> None:
    words_of_it = "evidence: is to open"
    for added, kinds in (("2024-09-11", []), ("2024-09-12", ["added"])):
        field = f"added: {added}\n        {words_of_it}"
        sheet = SHEETS["timeline"].replace(words_of_it, field)
        changes = changes_of_briefing(edition(**{**SHEETS, "timeline": sheet}))
        assert [change.kind for change in changes] == kinds


def test_a_fact_says_when_it_was_added() -> None:
    assert "Added 20 September 2024" in words(read(html("facts/last-winter")).text)
    assert "Added on 20 September 2024." in words(read(html("timeline")).text)


REVISED = """
        revised:
          - {value: 33, date: 2024-10, recorded: 2024-10-02, source: plan}
          - {value: 34, hedge: about, recorded: 2024-11-02, source: plan, note: Measured <again>.}"""


def revised() -> Edition:
    label = "label: Length of the line"
    return edition(**{**SHEETS, "figures": SHEETS["figures"].replace(label, label + REVISED)})


def test_a_revision_follows_the_one_before() -> None:
    changes = [(change.was, change.now, change.by) for change in changes_of_briefing(revised())]
    assert changes == [("33 km", "about 34 km", "City of Bern"), ("32 km", "33 km", "City of Bern")]


def test_what_a_source_revised_is_nowhere_called_corrected() -> None:
    made = pages(revised())
    for path in ("b/key-figures/index.html", "b/facts/length/index.html", "b/all/index.html"):
        text = words(read(made[path]).text)
        assert "Revised from 33 km. Measured <again>. Source of the earlier number: City of" in text
        assert "Revised in October 2024 from 32 km." in text
        assert "Measured &lt;again&gt;." in made[path]
        assert ", revised" in text
        assert re.search(r'class="numeral[^"]*">34<', made[path])
    both = words(" ".join(read(page).text for page in made.values()))
    assert not re.search(r"[Cc]orrected \d", both)
    assert "No corrections." in words(read(made["corrections/index.html"]).text)


def test_what_we_corrected_is_nowhere_called_revised() -> None:
    text = words(read(html("key-figures")).text)
    assert "Corrected on 12 September 2024: was “60 million”, is “61 million”." in text
    assert text.count("Revised in") == 2


# Names


FIX = "{on: 2024-09-12, was: %s, is: '32', why: Mistyped.}"


def keys(*fixes: str, formerly: str = "") -> dict[str, str]:
    listed = ", ".join(FIX % fix for fix in fixes)
    label = "label: Length of the line"
    fields = f"{label}\n        corrections: [{listed}]{formerly}"
    this_edition = edition(**{**SHEETS, "figures": SHEETS["figures"].replace(label, fields)})
    return {change.was: change.key for change in changes_of_briefing(this_edition)}


def test_a_change_keeps_its_name_whatever_comes_beside_it() -> None:
    alone = keys("'30'")
    assert alone["30"].startswith("facts/length/corrected/2024-09-12/")
    assert keys("'31'", "'30'", "'33'")["30"] == alone["30"]
    assert len(set(keys("'31'", "'30'", "'33'").values())) == 3


def test_a_change_keeps_the_name_that_its_fact_had_first() -> None:
    named = keys("'30'", formerly="\n        formerly: [extent, size]")
    assert named["30"].startswith("facts/extent/corrected/2024-09-12/")


# Where corrections stand


def test_the_head_of_every_page_leads_to_the_latest_correction() -> None:
    for sheet, href in (
        ("article", "#at_corrections"),
        ("sources", "#at_corrections"),
        ("all", "#at_corrections"),
        ("timeline", "../article/index.html#at_corrections"),
    ):
        assert read(html(sheet)).links[href] == "corrected 2 October 2024"
    assert "at_corrections" in read(html("article")).ids


def test_a_fact_that_was_removed_is_marked_as_such() -> None:
    text = words(read(html("article")).text)
    gone = "Removed on 5 November 2024 Parking places 1,200 parking places The plan it came from was withdrawn."
    assert gone in text
    assert read(html("article")).links["../facts/parking-places/index.html"]


def test_without_corrections_the_article_says_nothing_of_them() -> None:
    quiet = read(pages(edition())["b/article/index.html"])
    assert "at_corrections" not in quiet.ids
    assert "orrected" not in quiet.text


# The site's page


def site(*slugs_and_days: tuple[str, str], url: str | None = None) -> dict[str, str]:
    files = {}
    for slug, day in slugs_and_days:
        fix = f"corrections: [{{on: {day}, was: <b>{slug}</b>, is: right, why: Because.}}]"
        files[f"{slug}/article.md"] = article("All was quiet.", *([fix] if day else []))
    built = assemble(files, site_url=url)
    assert errors(built) == []
    return {
        path: data.decode()
        for path, data in built.files.items()
        if path.endswith((".html", ".xml"))
    }


def test_briefings_stand_by_their_latest_correction_each_with_its_link() -> None:
    page = read(site(("a", "2024-09-11"), ("b", "2024-09-12"), ("c", ""))["corrections/index.html"])
    listed = [href for href in page.links if href.endswith("/article/index.html")]
    assert listed == ["../b/article/index.html", "../a/article/index.html"]
    assert {"../a/index.html", "../b/index.html"} <= set(page.links)
    assert "../c/index.html" not in page.links


def test_what_was_wrong_is_shown_as_it_was_written() -> None:
    page = site(("a", "2024-09-11"))["corrections/index.html"]
    assert "<del>&lt;b&gt;a&lt;/b&gt;</del>" in page
    assert "<b>" not in page


def test_where_nothing_was_corrected_the_page_says_so_and_every_page_leads_there() -> None:
    built = site(("a", ""))
    assert "No corrections." in words(read(built["corrections/index.html"]).text)
    for path, text in built.items():
        assert re.search(r'href="[./]*corrections/(index.html)?"|href="index.html" aria', text), (
            path
        )


def test_the_feed_is_announced_where_there_is_one() -> None:
    for url, count in ((None, 0), ("https://d.example/", 1)):
        page = site(("a", ""), url=url)["corrections/index.html"]
        assert len(re.findall(r'<link rel="alternate"[^>]+href="../changes.xml"', page)) == count


def test_it_says_where_to_report_an_error_if_there_is_somewhere() -> None:
    for fields, href in (
        ({"report": "mailto:errors@d.example"}, "mailto:errors@d.example"),
        ({"publisher": {"name": "D", "address": "https://d.example/"}}, "https://d.example/"),
    ):
        known = Site.model_validate({"title": "T", "description": "D", **fields})
        page = pages(edition(), site=known)["corrections/index.html"]
        assert href in read(page.split("at_report")[2].split("</section>")[0]).links
    nowhere = pages(edition())["corrections/index.html"].split("at_report")[2]
    assert "address of the fact" not in nowhere.split("</section>")[0]


def test_the_publishers_of_a_revision_are_a_list() -> None:
    publishers = {"one": "Bern", "two": "Basel", "three": "Basel", "four": "Chur"}
    lines = [f"  - {{id: {name}, title: T, publisher: {who}}}" for name, who in publishers.items()]
    revision = Revision.model_validate(
        {"value": "33", "recorded": "2024-10-01", "source": [*publishers]}
    )
    this_edition = edition("All was quiet.", sources="\n".join(["sources:", *lines]))
    assert revised_by(revision, this_edition) == "Bern, Basel and Chur"
