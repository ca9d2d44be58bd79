"""A fact's page: the sentence, who says so, whether it was checked, how to cite it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from statistics import median

import pytest

from dateline.facts.site_records import Site
from dateline.pages.addresses import address_of
from dateline.reading.outlines import read_outlines
from tests.pages.everything import everything, html
from tests.pages.world import SHEETS, edition, pages, read, words

CHECKED = SHEETS["figures"].replace(
    "caveat: Nobody", "checked: {by: M. Roe, on: 2024-09-12}\n        caveat: Nobody"
)


def page_of(fact: str, **sheets: str) -> str:
    return pages(edition(**{**SHEETS, **sheets}))[f"b/facts/{fact}/index.html"]


def citations(fact: str, **sheets: str) -> list[str]:
    found = re.findall(
        r'<p class="cite" data-copy="[^"]+"><span>(.*?)</span></p>', page_of(fact, **sheets)
    )
    return [unescape(text) for text in found]


def test_the_sentence_is_in_its_paragraph_with_its_own_words_marked() -> None:
    page = read(page_of("cost"))
    assert page.inside["mark"] == "It costs nearly $5 billion"
    assert "The line, 32 kilometres long, is to open in June 2025." in words(page.text)
    assert "words-length" not in page.ids


def test_the_words_lead_to_their_place_in_the_article() -> None:
    assert read(page_of("cost")).links["../../article/index.html#words-cost"] == (
        "Paragraph 2 of the article"
    )


def test_who_says_so_the_source_and_the_caveat_are_reported() -> None:
    text = words(read(page_of("cost")).text)
    assert "Said by Ann Lee" in text
    assert "City of Bern: The plan of the line" in text
    assert "Nobody has seen the bills." in text


def test_what_nobody_has_checked_says_so() -> None:
    assert "No one has checked this against its source." in page_of("cost")
    checked = page_of("cost", figures=CHECKED)
    assert "Checked on 12 September 2024 by M. Roe" in checked
    assert "No one has checked this against its source." not in checked


def test_the_events_before_and_after_it_in_time_are_one_click_away() -> None:
    visit, opening = read(page_of("visit")).links, read(page_of("opening")).links
    assert words(visit["../opening/index.html"]) == (
        "Later event Was expected in June 2025: The line opens"
    )
    assert words(opening["../visit/index.html"]) == (
        "Earlier event 11 September 2024: The mayor comes to Basel"
    )
    assert opening["../../timeline/index.html#opening"] == "Timeline"


def test_what_was_still_to_come_in_a_month_is_after_what_had_come_in_it() -> None:
    timeline = SHEETS["timeline"].replace("2025-06", "2024-09")
    assert SHEETS["timeline"] != timeline
    links = read(page_of("opening", timeline=timeline)).links
    assert words(links["../visit/index.html"]).startswith("Earlier event")


def test_other_facts_lead_to_those_of_their_kind() -> None:
    links = read(page_of("length")).links
    assert words(links["../cost/index.html"]) == "Next figure Cost of the line"
    assert "../opening/index.html" not in links
    assert links["../../key-figures/index.html#length"] == "Key figures"


def test_the_citation_names_site_headline_and_date() -> None:
    (full,) = citations("visit")
    claim, day = "“11 September 2024: The mayor comes to Basel”", "11 September 2024"
    assert full == f"{claim}, in “A title”, The Daily, {day}."


def test_only_what_was_expected_is_dated_as_of_a_day() -> None:
    assert citations("opening")[0].endswith("11 September 2024, status as of 1 July 2025.")
    assert citations("visit")[0].endswith("11 September 2024.")


@pytest.mark.parametrize(
    ("fact", "cited"),
    [
        ("build-on", "Ann Lee: “We build on,”"),
        ("cost", "“Cost of the line: nearly $5 billion”, according to Ann Lee"),
        ("opening", "“The line opens (was expected in June 2025)”"),
        ("ann-lee", "“Ann Lee: Mayor of Bern”"),
        ("basel", "“Basel”"),
    ],
)
def test_a_citation_says_whose_word_it_is_and_what_was_only_expected(fact: str, cited: str) -> None:
    assert citations(fact)[0].startswith(f"{cited}, in “A title”, The Daily, 11 September 2024")


def test_what_was_worked_out_is_cited_as_that_and_not_called_unchecked() -> None:
    figures = """
        figures:
          - {id: length, label: Length, value: 32, unit: km, kind: target, evidence: 32 kilometres long}
          - {id: half, label: Half, value: 16, unit: km, kind: target, derived: {how: length / 2}, evidence: The line}
        """
    assert citations("half", figures=figures)[0] == (
        "“Half: 16 km”, worked out by The Daily, in “A title”, The Daily, 11 September 2024."
    )
    assert "No one has checked this against its source." not in page_of("half", figures=figures)
    assert "No one has checked this against its source." in page_of("length", figures=figures)


def test_what_was_worked_out_shows_the_words_of_its_figures_but_not_those_of_others() -> None:
    figures = """
        figures:
          - id: length
            label: Length
            value: 32
            unit: km
            kind: target
            evidence: 32 kilometres long
            values: [{value: 5 billion, unit: USD, hedge: nearly, by: ann-lee, evidence: nearly $5 billion}]
          - {id: half, label: Half, value: 16, unit: km, kind: target, derived: {how: length / 2}}
        """
    page = page_of("half", figures=figures)
    assert re.findall("<mark[^>]*>(.*?)</mark>", page) == ["32 kilometres long"]


def test_marks_within_quotation_marks_are_single() -> None:
    timeline = SHEETS["timeline"].replace("The line opens", "The “line” opens")
    assert citations("opening", timeline=timeline)[0].startswith("“The ‘line’ opens (")


def test_an_event_without_a_date_is_cited_without_one() -> None:
    timeline = """
        events:
          - {id: visit, title: The mayor comes, after: first, evidence: came to Basel}
          - {id: first, title: The first, date: 2024-09-11, evidence: came to Basel on Wednesday}
        """
    assert (
        citations("visit", timeline=timeline)[0]
        == "“The mayor comes”, in “A title”, The Daily, 11 September 2024."
    )


def test_details_are_listed_only_where_there_are_some() -> None:
    assert '<dl class="details">' in page_of("cost")
    assert '<dl class="details">' not in page_of("basel")


def test_the_address_is_cited_where_it_is_known() -> None:
    assert address_of("b/facts/x/index.html", "https://a.example/r/") == (
        "https://a.example/r/b/facts/x/"
    )
    assert address_of("b/facts/x/index.html", None) == ""


def test_a_fact_without_words_says_what_it_rests_on() -> None:
    figures = """
        figures:
          - id: bridges
            label: Bridges
            value: 9
            kind: measured
            source: plan
        """
    text = words(read(page_of("bridges", figures=figures)).text)
    assert "This is not in the article. It comes from City of Bern: The plan of the line." in text


def test_an_excerpt_has_no_footnotes_and_no_ids() -> None:
    timeline = """
        events:
          - id: rain
            title: It rains
            date: 2024-09-10
            evidence: Rain fell
        """
    article = "Rain fell.[^1] See [below](#x).\n\n[^1]: A note.\n"
    html = pages(edition(article, timeline=timeline))["b/facts/rain/index.html"]
    excerpt = html.split('<blockquote class="excerpt"><p>')[1].split("</p>")[0]
    assert re.sub("</?mark[^>]*>", "", excerpt) == "Rain fell. See below."


def test_the_site_licence_is_under_every_page() -> None:
    site = Site.model_validate(
        {
            "title": "T",
            "description": "D",
            "licence": {"name": "CC0", "address": "https://c.example"},
        }
    )
    this_edition = edition()
    html = pages(this_edition, site=site)["about/index.html"]
    assert read(html).links["https://c.example"].startswith("CC0")


def test_a_date_that_is_not_a_fact_says_what_it_is() -> None:
    said = {
        fact: words(read(html(f"facts/{fact}", "2026-01-15")).text)
        for fact in ("ferry-museum", "lights", "statue", "ferry")
    }
    assert "Expected event Expected in 2027 or later A museum of the ferry" in said["ferry-museum"]
    assert "(expected in 2027 or later)" in said["ferry-museum"]
    assert "Expected event Was expected in September 2025" in said["lights"]
    assert "Expected event Called off in April 2025" in said["statue"]
    assert "Event Since 1901 The ferry runs" in said["ferry"]


def test_a_fact_without_a_source_of_its_own_names_those_of_the_article() -> None:
    page = words(read(html("facts/ribbon")).text)
    assert "Sources of the article Skerry council: Report on the building of the bridge" in page


def test_a_source_that_gives_another_value_is_not_named_for_the_figure() -> None:
    cost, overrun = (words(read(html(f"facts/{fact}")).text) for fact in ("cost", "overrun"))
    assert (
        "Source of the article Skerry council: Report on the building of the bridge Corrected"
        in cost
    )
    assert "Letter to passengers" not in overrun


def test_who_gives_a_rival_value_stands_over_it_and_where_under_it_each_on_a_line() -> None:
    page = html("facts/cost")
    (rival,) = (each for each in page.split("<li>") if '<span class="hedge">more than' in each)
    assert [words(read(line).text) for line in rival.split("</li>")[0].split("</p>")[:-1]] == [
        "Skerry trams",
        "more than €80 million",
        "Letter to passengers: “It cost us all more than 80 million euros”",
    ]


def test_a_revised_figure_is_cited_with_what_its_source_made_of_it() -> None:
    page = words(read(html("facts/residents")).text)
    assert (
        "“People who live in Skerry: 21,500 people”, since revised by Skerry council to about"
        " 21,380 people, in"
    ) in page
    assert "according to the auditors" in words(read(html("facts/cost")).text)


def test_what_was_worked_out_says_which_numbers_the_words_give_and_where_the_others_are_from() -> (
    None
):
    page = words(read(html("facts/overrun")).text)
    assert "We worked this out. The article gives €61 million." in page
    assert (
        "About €42 million is not in the article. It comes from Skerry council: Report on the"
        " building of the bridge."
    ) in page


def test_what_was_worked_out_names_the_side_and_the_source_of_each_of_its_figures() -> None:
    price = """
      - id: price
        label: Price
        value: 156 million
        unit: USD/km
        hedge: about
        kind: estimate
        derived: {how: cost / length}
    """
    figures = SHEETS["figures"] + price
    page = read(page_of("price", figures=figures)).text
    _, details = words(page).split("How we worked it out")
    assert "Nearly $5 billion Said by Ann Lee Source: City of Bern: The plan of the line" in details
    assert "Source of the article" not in details


def test_a_forecast_is_cited_as_one() -> None:
    assert (
        "Expected passengers of the trams: 5,200 to 5,600 people a day "
        "(forecast for 2027, made in August 2024)"
    ) in words(read(html("facts/passengers-forecast")).text)


# What a search engine or a shared link opens


def test_a_person_has_their_role_their_words_and_the_facts_that_name_them() -> None:
    page = read(page_of("ann-lee"))
    text = words(page.text)
    assert "Person Ann Lee" in text
    assert "Mayor of Bern" in text
    assert "“We build on,”" in words(page.inside["at_content"])
    assert words(page.links["../../timeline/index.html#visit"]) == "The mayor comes to Basel"


def test_what_happened_is_before_what_is_expected() -> None:
    text = words(read(html("facts/anna-berg", "2025-01-15")).text)
    listed = text[text.index("In this briefing") : text.index("From the article")]
    assert 0 <= listed.index("11 September 2024") < listed.index("Expected")


def test_a_quotation_has_its_speaker_with_their_role() -> None:
    assert "Ann Lee, Mayor of Bern" in words(read(page_of("build-on")).text)


def test_a_figure_has_its_drawing_history_and_comparison() -> None:
    drawn, compared = read(html("facts/balance")), read(html("facts/cost"))
    assert "svg" in drawn.tags
    assert "../../key-figures/index.html#ferry-price" in compared.links
    assert "Others" in compared.text


def test_the_median_page_has_three_and_a_half_kilobytes_of_its_own() -> None:
    sizes = [
        len(page[page.index("<main") : page.index("</main>")].encode())
        for fact in everything().briefing.facts
        if (page := html(f"facts/{fact.id}"))
    ]
    assert median(sizes) <= 3584


def test_a_place_has_a_small_map_that_leads_to_those_of_the_sheet() -> None:
    places = SHEETS["places"].replace(
        "name: Basel", "name: Basel\n        latitude: 47.56\n        longitude: 7.59"
    )
    there = replace(edition(**{**SHEETS, "places": places}), outlines=read_outlines())
    html = pages(there)["b/facts/basel/index.html"]
    drawn = html[html.index("<svg") : html.index("</svg>")]
    assert "../../who-and-where/index.html#basel" in read(drawn).links
    assert len(drawn.encode()) < 3500
    assert "<svg" not in page_of("basel")


def test_an_outcome_has_its_own_source_or_says_that_there_is_none() -> None:
    """Not that of the announcement, which is older."""
    handover = words(read(html("facts/handover", "2026-01-15")).text)
    assert "Source for what happened Skerry council: Report" in handover
    assert "Office of the auditors: Audit of the bridge" in handover
    kiosk = words(read(html("facts/kiosk", "2026-01-15")).text)
    assert "The announcement comes from Skerry council: Report" in kiosk
    assert "It comes from" not in kiosk
    assert "Source for what happened We have none." in kiosk
    assert "Source for what happened" not in words(read(html("facts/ferry")).text)


def test_when_somebody_spoke_is_said_with_its_preposition() -> None:
    quotations = SHEETS["quotations"].replace("about:", "said_on: 2024-08\n        about:")
    page = words(read(page_of("build-on", quotations=quotations)).text)
    assert "Said In August 2024" in page


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("residents", "It comes from Skerry council: Residents of Skerry, counted again"),
        ("residents", "Source of the earlier number: Skerry council: Report on the building"),
        ("residents", "Revised in April 2025 from 21,500 people."),
        ("trams", "Source Skerry trams: Letter to passengers"),
    ],
)
def test_a_fact_is_credited_to_the_source_of_the_value_shown(fact: str, said: str) -> None:
    """Of a number that was revised and of an event that was put off, that is the newest."""
    assert said in words(read(html(f"facts/{fact}")).text)


def test_the_words_of_a_number_that_was_revised_are_marked_less_than_those_of_the_newest() -> None:
    marks = re.findall(r"<mark( class=\"other\")?>(.*?)</mark>", html("facts/crossings"), re.DOTALL)
    assert [found for other, found in marks if not other] == [
        "the ferry company now counts 186,000"
    ]


def test_the_page_of_a_claim_says_so_and_whose_it_is_once() -> None:
    page = words(read(html("facts/price-claim")).text)
    assert "Claim 11 September 2024 , Wednesday Claim by Skerry council The council says" in page
    assert "Said by" not in page


def test_what_rests_on_a_disputed_number_is_cited_with_that() -> None:
    assert (
        "worked out by The Harbour Record from a disputed figure, “Cost of the bridge”, in"
    ) in words(read(html("facts/overrun")).text)


def test_a_fact_leads_to_every_page_of_its_briefing_and_to_its_own_place_on_one() -> None:
    links = read(html("facts/cost")).links
    row = [words(name) for to, name in links.items() if re.fullmatch(r"\.\./\.\./[-a-z/.]+", to)]
    assert {"Article", "Timeline", "Who and where", "Sources"} <= set(row)
    assert links["../../key-figures/index.html#cost"] == "Key figures"


def test_a_country_is_called_so() -> None:
    organisations = """
        organisations:
          - {id: suisse, name: Switzerland, what: Country, evidence: "Bern"}
          - {id: ostrow-lines, name: Ostrow Lines, what: Company, evidence: "Bern"}
        """
    there = replace(edition(**{**SHEETS, "organisations": organisations}), outlines=read_outlines())
    made = pages(there)
    assert "Country Switzerland" in words(read(made["b/facts/suisse/index.html"]).text)
    assert "Organisation Ostrow Lines" in words(read(made["b/facts/ostrow-lines/index.html"]).text)
    names = words(read(made["b/who-and-where/index.html"]).text)
    assert "Organisations and countries" in names
    assert "1 country and 1 organisation." in names
