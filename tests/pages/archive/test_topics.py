"""Topics across briefings, and briefings that are related."""

import re
import time
from dataclasses import replace
from datetime import date, timedelta
from textwrap import dedent

import pytest

from dateline.facts.mentions import Mentions
from dateline.facts.topics import topic_id
from dateline.pages.archive.related import RELATED, related_briefings
from dateline.pages.archive.site_page import Archive
from dateline.pages.summarise import summarise
from dateline.pages.summary import Summary
from dateline.publishing.assemble import AssembledSite
from tests.pages.world import SITE, edition, read
from tests.small_site import article, assemble, errors

ADDRESS = "https://daily.example/"


def about(**topics: str) -> AssembledSite:
    """A site whose briefings, by their slugs, have these topics."""
    texts = {
        f"{slug}/article.md": article("All was quiet.", f"topics: [{named}]")
        for slug, named in topics.items()
    }
    made = assemble(texts, site_url=ADDRESS)
    assert errors(made) == []
    return made


def pages(site: AssembledSite) -> set[str]:
    return {path for path in site.own if path.startswith("topics/")}


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        ("Iran and Iraq", "iran-and-iraq"),
        ("  iran  and Iraq ", "iran-and-iraq"),
        ("Łódź’s trams", "lodzs-trams"),
        ("Straße", "strasse"),
    ],
)
def test_the_address_of_a_topic_is_its_words_in_plain_letters(words: str, folder: str) -> None:
    assert topic_id(words) == folder


def test_a_topic_that_is_called_like_a_device_of_windows_has_an_address_there_too() -> None:
    made = about(a="Aux", b="aux")
    (folder,) = {path.split("/")[1] for path in pages(made)} - {"index.html"}
    assert re.fullmatch("aux-[0-9a-f]{8}", folder)


def test_topics_in_other_alphabets_have_addresses_of_their_own() -> None:
    ids = {
        topic_id(words) for words in ("التجارة", "الأمن", "COVID-19 في العراق", "COVID-19", "***")
    }
    assert len(ids) == 5
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", found) for found in ids)
    assert topic_id("التجارة") == topic_id(" التجارة ")


def test_a_long_topic_has_an_address_that_any_disk_can_have() -> None:
    long = "The long, long history of the customs union " * 3
    assert len(topic_id(long)) <= 60
    assert topic_id(long) != topic_id(f"{long} in brief")


def test_two_spellings_are_one_topic_which_is_called_as_most_call_it() -> None:
    site = about(a="Trade", b="trade", c="Trade, Only here")
    assert pages(site) == {"topics/index.html", "topics/trade/index.html"}
    text = read(site.files["topics/trade/index.html"].decode()).text
    assert "Trade" in text
    assert "3 briefings" in text


def test_a_topic_of_a_single_briefing_has_no_page_and_no_link() -> None:
    site = about(a="Trade", b="Schools")
    assert pages(site) == set()
    assert not [path for path in site.files if b"topics/" in site.files[path]]


def test_a_briefing_leads_to_its_topics() -> None:
    site = about(a="Trade, Only here", b="Trade", c="Schools")
    for page in ("a/index.html", "a/article/index.html"):
        links = read(site.files[page].decode()).links
        assert "Trade" in links.values()
        assert "Only here" not in links.values()
    assert "Trade" not in read(site.files["c/index.html"].decode()).links.values()


def test_without_topics_of_its_own_a_briefing_has_those_of_its_events() -> None:
    event = """\
    events:
      - {id: calm, title: All is quiet, date: 2024-09-11, topic: [Trade, Calm],
         evidence: All was quiet on 11 September 2024}
    """
    texts = {f"{slug}/article.md": article("All was quiet on 11 September 2024.") for slug in "ab"}
    sheets = {f"{slug}/timeline.yaml": dedent(event) for slug in "ab"}
    texts["b/article.md"] = article("All was quiet on 11 September 2024.", "topics: Trade")
    site = assemble(texts | sheets, site_url=ADDRESS)
    assert errors(site) == []
    assert pages(site) == {"topics/index.html", "topics/trade/index.html"}


def test_two_sheets_that_spell_a_topic_alike_in_one_briefing_count_once() -> None:
    site = about(a="Trade, trade", b="Schools")
    assert pages(site) == set()


# Related briefings


def summaries(*about: tuple[str, ...]) -> list[Summary]:
    """Briefings with these topics, the newest first: `s0`, `s1` and so on."""
    blank = replace(summarise(edition()), mentions=Mentions(), topics=())
    return [
        replace(blank, slug=f"s{n}", topics=topics, published=date(2024, 1, 1) - timedelta(n))
        for n, topics in enumerate(about)
    ]


def related(*about: tuple[str, ...]) -> dict[str, list[str]]:
    found = related_briefings(summaries(*about))
    return {slug: [other.summary.slug for other in others] for slug, others in found.items()}


def test_a_rare_subject_says_more_than_a_common_one() -> None:
    common = [("Politics",)] * 30
    found = related(("Politics", "Tram 4"), *common, ("Tram 4",))
    assert found["s0"][0] == "s31"


def test_two_shared_subjects_say_more_than_one_of_the_same_kind() -> None:
    assert related(("A", "B"), ("A",), ("A", "B"), ("B",))["s0"][0] == "s2"


def test_of_equals_the_nearest_in_time_comes_first() -> None:
    assert related(*[("A",)] * 9)["s4"] == ["s3", "s5", "s2"]


def test_nothing_in_common_is_not_related() -> None:
    assert related(("A",), ("B",))["s0"] == []


def test_the_page_says_what_related_briefings_have_in_common() -> None:
    site = about(a="Trade, Customs", b="Schools", c="Schools", d="Trade, Customs")
    text = " ".join(read(site.files["a/index.html"].decode()).text.split())
    assert re.search(
        "Related briefing, 11 September 2024 A title Also about Trade and Customs", text
    )
    assert "Also about" not in " ".join(re.findall("Next briefing.*", text))


def test_the_work_grows_with_the_archive_and_not_with_its_square() -> None:
    def seconds(number: int) -> float:
        several = summaries(*[(f"T{n % 7}", "Everything") for n in range(number)])
        began = time.process_time()
        related_briefings(several)
        return time.process_time() - began

    assert seconds(4000) < 12 * seconds(1000)


def test_a_new_briefing_seldom_changes_what_others_are_related_to() -> None:
    topics = [(f"T{n % 11}", f"P{n % 97}") for n in range(500)]
    before, after = summaries(*topics), summaries(("T3", "P5"), *topics)
    old = related_briefings(before)
    new = related_briefings(after)
    moved = {f"s{n}": f"s{n + 1}" for n in range(500)}
    changed = [
        slug
        for slug, others in old.items()
        if [moved[other.summary.slug] for other in others]
        != [other.summary.slug for other in new[moved[slug]]]
    ]
    assert len(changed) <= 4 * RELATED


def test_the_archive_is_in_the_order_of_publication() -> None:
    blank = summarise(edition())
    day = date(2024, 1, 1)
    given = (
        replace(blank, slug="b", published=day),
        replace(blank, slug="a", published=day),
        replace(blank, slug="late", published=day, moment="2024-01-01T20:00:00Z"),
        replace(blank, slug="next", published=day + timedelta(1)),
    )
    slugs = [summary.slug for summary in Archive.of(given, SITE).summaries]
    assert slugs == ["next", "late", "a", "b"]


def test_the_list_of_briefings_leads_to_all_topics_only_where_there_are_more() -> None:
    def listed(number: int) -> str:
        named = ", ".join(f"about {'abcdefghijklmnopqrstuvwxyz'[n]}" for n in range(number))
        return about(a=named, b=named).files["briefings/index.html"].decode()

    assert '<h2 id="at_topics">Topics</h2>' in listed(2)
    assert "All topics" not in listed(24)
    assert "All topics" in listed(25)


@pytest.mark.parametrize(("number", "is_shown"), [(48, True), (49, False)])
def test_topics_have_their_newest_headline_while_they_are_few(number: int, is_shown: bool) -> None:
    topics = ", ".join(f"Topic {'ab'[each % 2]}{chr(97 + each // 2)}" for each in range(number))
    html = about(first=topics, second=topics).own["topics/index.html"].decode()
    assert html.count("<li><b><a ") == (number if is_shown else 0)
    assert len(html) < 40_000
    assert sum(words.startswith("Topic ") for words in read(html).links.values()) == number
