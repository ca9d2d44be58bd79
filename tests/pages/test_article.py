"""In the article the words of each fact are marked, and one click leads there and back."""

from __future__ import annotations

import re

from tests.pages.world import ARTICLE, SHEETS, edition, pages, read, words

PAGE = "b/article/index.html"


def story(html: str) -> str:
    return html.split('<article class="story">')[1].split("</article>", maxsplit=1)[0]


def test_each_fact_has_its_words_and_the_words_lead_to_it() -> None:
    page = read(pages(edition())[PAGE])
    assert page.inside["words-visit"] == "came to Basel on Wednesday"
    assert page.inside["words-cost"] == "It costs nearly $5 billion"
    assert page.inside["words-build-on"] == "We build on,"
    for href in ("timeline", "key-figures", "who-and-where"):
        assert any(link.startswith(f"../{href}/index.html#") for link in page.links), href


def test_a_link_behind_the_words_says_what_it_leads_to() -> None:
    html = pages(edition())[PAGE]
    link = re.search(r'<a class="ref" href="([^"]+)" aria-label="([^"]+)">(\d+)</a>', html)
    assert link is not None
    assert link.groups() == (
        "../timeline/index.html#visit",
        "1, Event: The mayor comes to Basel",
        "1",
    )


def test_links_stand_behind_the_full_stop() -> None:
    assert re.search(r"billion</mark>\.<a class=\"ref\"", pages(edition())[PAGE])


def test_facts_stand_under_their_number_beside_the_paragraph() -> None:
    notes = re.findall(r'<ul class="notes">(.*?)</ul>', pages(edition())[PAGE], re.DOTALL)
    first, second = (words(read(note).text) for note in notes)
    assert first.startswith("1 11 September 2024 The mayor comes to Basel")
    assert "3 32 km Length of the line" in second
    assert "4 June 2025 The line opens" in second
    assert "5 Nearly $5 billion Ann Lee: Cost of the line" in second


def test_a_note_says_what_has_become_of_what_was_expected() -> None:
    assert "Date passed. No outcome recorded" in pages(edition())[PAGE]


def test_the_text_is_the_authors_to_the_letter() -> None:
    html = re.sub(
        r'<a class="ref".*?</a>|<ul class="notes">.*?</ul>',
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
    assert f"{link} came</mark>" in html
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
    assert "<p>MyBasel and Baselworld open." in html


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
    assert not [one for one in anchors if one.count("<a ") > 1]
