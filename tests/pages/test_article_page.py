"""In the article the words of each fact are marked, and one click leads there and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dateline.checking import check_briefing
from dateline.pages.addresses import words_id
from dateline.pages.edition import Edition, link_to_place
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import read_site
from dateline.reading.html_tree import parse_html
from tests.pages.everything import everything
from tests.pages.world import ARTICLE, SHEETS, SITE, TODAY, edition, pages, read, words
from tools.testing import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.facts.article import Node

PAGE = "b/article/index.html"


def story(html: str) -> str:
    """The article without its pictures, whose copies are none of its text."""
    inside = html.split('<article class="story">')[1].split("</article>", maxsplit=1)[0]
    return re.sub(r"<figure.*?</figure>", "", inside, flags=re.DOTALL)


def test_each_fact_has_its_words_and_the_words_lead_to_it() -> None:
    page = read(pages(edition())[PAGE])
    assert page.inside["words-visit"] == "came to Basel on Wednesday"
    assert page.inside["words-cost"] == "It costs nearly $5 billion"
    assert page.inside["words-build-on"] == "We build on,"
    for href in ("timeline", "key-figures", "who-and-where"):
        assert any(link.startswith(f"../{href}/index.html#") for link in page.links), href


def test_a_link_after_the_words_says_what_it_leads_to() -> None:
    html = pages(edition())[PAGE]
    link = re.search(r'<a class="ref" href="([^"]+)" aria-label="([^"]+)">(\d+)</a>', html)
    assert link is not None
    assert link.groups() == (
        "../timeline/index.html#visit",
        "1, Event: The mayor comes to Basel",
        "1",
    )


def test_links_go_after_the_full_stop() -> None:
    assert re.search(r"billion</mark>\.<a class=\"ref\"", pages(edition())[PAGE])


def test_facts_are_listed_under_their_number_beside_the_paragraph() -> None:
    notes = re.findall(r'<ul class="notes">(.*?)</ul>', pages(edition())[PAGE], re.DOTALL)
    first, second = (words(read(note).text) for note in notes)
    assert first.startswith("1, 11 September 2024, The mayor comes to Basel")
    assert "3, 32 km, Length of the line" in second
    assert "4, Was expected in June 2025, The line opens" in second
    assert "5, Nearly $5 billion, Ann Lee: Cost of the line" in second


def test_a_note_begins_the_quotation_beside_it_and_does_not_repeat_it() -> None:
    said = "This line will be an opportunity to bring the two towns together, at last"
    quotations = f"quotations: [{{id: said, words: '{said}', speaker: ann-lee}}]"
    people = (
        "people: [{id: ann-lee, name: Ann Lee, role: Mayor, why: She spoke, evidence: Ann Lee}]"
    )
    html = pages(edition(f"Ann Lee said: “{said}.”", quotations=quotations, people=people))[PAGE]
    (note,) = re.findall(r'<ul class="notes">(.*?)</ul>', html, re.DOTALL)
    assert "1, Ann Lee, “This line will be an opportunity …”" in words(read(note).text)


def test_links_to_two_facts_after_the_same_words_stand_together() -> None:
    timeline = """
        events:
          - {id: rain, title: It rains, date: 2024-09-10, evidence: Rain fell}
          - {id: storm, title: It storms, date: 2024-09-10, evidence: Rain fell}
        """
    html = pages(edition("Rain fell. It poured.", timeline=timeline))[PAGE]
    assert re.search(r'class="ref"[^>]*>1</a><a class="ref second"[^>]*>2</a> It poured', html)


def test_a_note_says_what_has_become_of_what_was_expected() -> None:
    assert "<b>Was expected in June 2025</b>" in pages(edition())[PAGE]
    assert "We do not know what happened." in pages(edition())[PAGE]


def test_the_text_is_the_authors_to_the_letter() -> None:
    html = re.sub(
        r'<a class="ref".*?</a>|<details class="noted">.*?</details>',
        "",
        story(pages(edition())[PAGE]),
        flags=re.DOTALL,
    )
    assert words(ARTICLE) in words(read(html).text)


def test_a_name_leads_to_who_and_where_at_its_first_mention_only() -> None:
    article = "Ann Lee came to Basel. Ann Lee left Basel."
    people = SHEETS["people"].replace("Ann Lee, mayor of Bern", "Ann Lee came")
    places = SHEETS["places"].replace("came to Basel", "to Basel.")
    html = pages(edition(article, people=people, places=places))[PAGE]
    link = '<a class="name" href="../who-and-where/index.html#ann-lee">Ann Lee</a>'
    assert html.count('class="name"') == 2
    assert f"{link} came</span>" in html
    assert ". Ann Lee left Basel." in re.sub("<[^>]+>", "", html)


def test_a_name_is_not_found_inside_a_word() -> None:
    article = "MyBasel and Baselworld open. Ann Lee came to Basel."
    html = pages(
        edition(
            article,
            people=SHEETS["people"].replace("Ann Lee, mayor of Bern", "Ann Lee came"),
            places=SHEETS["places"],
        )
    )[PAGE]
    assert ">MyBasel and Baselworld open." in html


def test_names_in_headings_captions_and_code_are_not_linked() -> None:
    article = """
        ## Basel

            Basel

        <table><caption>Basel</caption><tr><td>one</td></tr></table>

        He came to Basel.
        """
    html = story(pages(edition(article, places=SHEETS["places"]))[PAGE])
    assert ">Basel</h2>" in html
    assert "<pre><code>Basel" in re.sub("<pre[^>]*>", "<pre>", html)
    assert "<caption>Basel</caption>" in html
    assert re.findall(r'(\w+) <a class="name"[^>]*>(.*?)</a>', re.sub("<span[^>]*>", "", html)) == [
        ("to", "Basel")
    ]


def test_two_passages_of_a_fact_share_its_number_and_have_an_id_each() -> None:
    timeline = """
        events:
          - id: rain
            title: It rains
            date: 2024-09-10
            evidence: [Rain fell, It poured]
        """
    html = pages(edition("Rain fell. It was cold. It poured.", timeline=timeline))[PAGE]
    page = read(html)
    assert page.inside["words-rain"] == "Rain fell"
    assert page.inside["words-rain-2"] == "It poured"
    assert html.count('<a class="ref"') == 2
    assert html.count('<ul class="notes">') == 1


def test_a_link_of_the_article_holds_no_other_link() -> None:
    timeline = """
        events:
          - id: rain
            title: It rains
            date: 2024-09-10
            evidence: rain fell
        """
    html = pages(edition("They say [that rain fell here](https://a.example).", timeline=timeline))
    anchors = re.findall(r"<a [^>]*>(?:(?!</a>).)*", html[PAGE], re.DOTALL)
    assert not [anchor for anchor in anchors if anchor.count("<a ") > 1]


def pieces(
    nodes: Iterable[Node], ids: tuple[str, ...] = (), href: str = ""
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """The text of a page piece by piece: the ids around each, and the link it is in."""
    for node in nodes:
        if isinstance(node, str):
            yield node, ids, href
        else:
            own = (node.get("id") or node.get("data-of") or "", *ids)
            yield from pieces(node.children, own, node.get("href") or href)


def leads_to(html: str, passage: str, href: str) -> bool:
    """Whether a link is in the passage, or after it with no word between."""
    every = list(pieces(parse_html(story(html))))
    inside = [n for n, (_, ids, _) in enumerate(every) if passage in ids]
    if any(every[n][2] == href for n in inside):
        return True
    for text, _, link in every[inside[-1] + 1 :]:
        if link == href:
            return True
        if not link and re.search(r"\w\w", text):
            return False
    return False


def whole_briefing() -> Edition:
    (folder,) = read_site(ROOT / "tests/sites/first/content").folders
    made, _ = parse_briefing(folder)
    assert made is not None
    return Edition(briefing=made, checked=check_briefing(made, today=TODAY), site=SITE, today=TODAY)


@pytest.mark.parametrize("edition", [whole_briefing(), everything()], ids=["own", "everything"])
def test_from_every_passage_a_link_leads_to_its_fact(edition: Edition) -> None:
    slug = edition.briefing.slug
    here, html = edition.here("article"), pages(edition)[f"{slug}/article/index.html"]
    passages = {
        words_id(fact.id, passage): link_to_place(edition, here, fact)
        for fact in edition.briefing.facts
        for passage, _ in enumerate(edition.spans.get(fact.id, ()), start=1)
    }
    assert len(passages) > 5
    assert [name for name, href in passages.items() if not leads_to(html, name, href)] == []


def test_after_words_that_do_not_call_a_place_by_its_name_an_arrow_leads_to_it() -> None:
    places = SHEETS["places"].replace("came to Basel", "the city")
    html = pages(edition("He likes Basel. He saw the city, and left.", places=places))[PAGE]
    assert (
        '<span class="evidence" id="words-basel">the city</span>,<a class="ref" '
        'href="../who-and-where/index.html#basel" aria-label="Place: Basel">→</a> and' in html
    )


def test_part_of_a_longer_name_is_not_linked() -> None:
    places = (
        SHEETS["places"]
        + """
      - id: airport
        name: Basel Airport
        what: Airport
        evidence: saw Basel Airport
    """
    )
    html = pages(edition("He saw Basel Airport. He came to Basel.", places=places))[PAGE]
    assert re.findall(r'<a class="name"[^>]*>(.*?)</a>', html) == ["Basel Airport", "Basel"]


def test_words_of_names_are_marked_only_for_those_who_ask() -> None:
    named = re.findall(r'<span class="evidence" id="([^"]+)"', pages(edition())[PAGE])
    assert sorted(named) == ["words-ann-lee", "words-basel"]


def test_a_paragraph_has_the_number_that_its_facts_know_it_by() -> None:
    made = pages(edition())
    assert 'data-paragraph="2">The line,' in re.sub("<(mark|span)[^>]*>", "", made[PAGE])
    assert "Paragraph 2 of the article" in made["b/facts/length/index.html"]


def test_a_fact_is_one_stop_of_the_keyboard() -> None:
    html = story(pages(edition())[PAGE])
    links = [
        (href, 'tabindex="-1"' in rest)
        for href, rest in re.findall(r'<a (?:class="ref" )?href="([^"]+)"([^>]*)>', html)
    ]
    stops = [href for href, passed_by in links if not passed_by]
    notes = [href for href, passed_by in links if passed_by]
    assert sorted(stops) == sorted(notes)
    assert len(set(stops)) == 5


def test_a_note_is_beside_the_paragraph_in_which_its_number_comes_first() -> None:
    timeline = """
        events:
          - id: rain
            title: It rains
            date: 2024-09-10
            evidence: [It poured, Rain fell]
          - id: cold
            title: It is cold
            date: 2024-09-10
            evidence: It was cold
        """
    html = story(
        pages(edition("Rain fell.\n\nIt was cold.\n\nIt poured.", timeline=timeline))[PAGE]
    )
    first, second, third = html.split("<p data-")[1:]
    assert "<b>10 September 2024</b>" in first
    assert "It rains</span>" in first
    assert "It is cold</span>" in second
    assert "notes" not in third
    assert re.findall(r">(\d)</a>", html) == ["1", "2", "1"]
