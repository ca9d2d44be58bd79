"""A number that others deny is marked wherever it is shown, and each value stands with who gave it."""

import json
import re
from functools import cache

from dateline.pages.data.facts_json import twins
from dateline.pages.edition import Edition
from dateline.pages.summarise import summarise
from tests.pages.world import edition, pages

FIGURES = """
    figures:
      - id: deficit
        label: Deficit
        value: 4.9
        unit: percent
        kind: official claim
        by: ministry
        source: budget
        values: [{value: 5.5, by: commission, source: outlook}]
    """
ORGANISATIONS = """
    organisations:
      - {id: ministry, name: Ministry, what: A ministry, source: budget}
      - {id: commission, name: Commission, what: A commission, source: outlook}
    """
SOURCES = "\n    sources: [{id: budget, title: Budget}, {id: outlook, title: Outlook}]"


@cache
def world(figures: str = FIGURES) -> Edition:
    return edition(figures=figures, organisations=ORGANISATIONS, sources=SOURCES)


def text(page: str, id_: str = "") -> str:
    html = pages(world())[page]
    part = html[html.index(f'id="{id_}"') :] if id_ else html
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


def test_a_source_is_not_credited_with_the_value_of_another() -> None:
    page = text("b/sources/index.html")
    assert "Outlook 5.5% Deficit" in page
    assert "Budget 4.9%, disputed Deficit" in page
    assert page.count("4.9%") == 1


def test_a_speaker_is_not_credited_with_the_value_of_another() -> None:
    page = text("b/who-and-where/index.html", "commission")
    assert "5.5%" in page
    assert "4.9%" not in page
    assert "4.9%, disputed" in text("b/who-and-where/index.html", "ministry")


def test_a_number_that_others_deny_says_so_where_it_stands() -> None:
    for page in ("b/key-figures/index.html", "b/index.html", "b/facts/deficit/index.html"):
        assert "isputed" in text(page), page
    (twin,) = [data for path, data in twins(world()) if "deficit" in path]
    assert json.loads(twin)["fact"]["disputed"] is True


def test_no_number_stands_large_without_those_of_others_or_the_one_given_since() -> None:
    (shown,) = summarise(world()).figures
    assert shown.instead == "Disputed. Others: 5.5%"
    for page in ("b/index.html", "b/facts/deficit/index.html"):
        assert "Disputed. Others: 5.5%" in text(page), page
    (since,) = summarise(world(REVISED_SINCE)).figures
    assert (since.hedge, since.value.number) == ("about", "5")
    assert since.instead == "Revised from 4.9%"


REVISED_SINCE = FIGURES.replace(
    "values: [{value: 5.5, by: commission, source: outlook}]",
    "revised: {value: 5, hedge: about, recorded: 2024-09-12, source: outlook}",
)


def test_the_words_of_a_rival_are_marked_less_than_those_of_the_number() -> None:
    figures = FIGURES.replace("source: budget", "evidence: it is 4.9%").replace(
        "source: outlook", "evidence: others say 5.5%"
    )
    page = pages(
        edition(
            "So it is 4.9%; others say 5.5%.",
            figures=figures,
            organisations=ORGANISATIONS,
            sources=SOURCES,
        )
    )
    words = page["b/facts/deficit/index.html"].split('class="excerpt"')[1]
    assert re.search(r"<mark>it is 4.9%<", words)
    assert re.search(r'<mark class="other">others say 5.5%<', words)


def test_the_page_and_the_citation_of_a_disputed_number_name_the_other() -> None:
    page = text("b/facts/deficit/index.html")
    assert re.search(r"Other figures: Commission 5.5 %", page.replace("5.5%", "5.5 %"))
    assert "“Deficit: 4.9%”, according to Ministry; 5.5%, according to Commission, " in page
    others = FIGURES.replace("by: commission, ", "")
    assert "“Deficit: 4.9%”, according to Ministry; 5.5%, according to “Outlook”" in " ".join(
        pages(world(others))["b/facts/deficit/index.html"].split()
    )


def test_what_programs_show_of_a_link_to_a_disputed_number_names_the_other_values() -> None:
    page = pages(world())["b/facts/deficit/index.html"]
    assert 'content="Figure: 4.9%. Disputed. Others: 5.5%. Deficit"' in page


REVISED = """
    figures:
      - id: dead
        label: Dead
        value: 31
        unit: people
        kind: measured
        as_of: 2024-09-10
        evidence: 31 people were dead on Tuesday
        history: [{value: 9, date: 2024-09-09, evidence: nine on Monday}]
    """


def test_the_page_of_a_figure_has_its_history_with_the_words_it_rests_on() -> None:
    article = "The toll was nine on Monday; 31 people were dead on Tuesday."
    page = pages(edition(article, figures=REVISED))["b/facts/dead/index.html"]
    assert "9 September 2024" in page
    assert "9 people" in page
    assert "“nine on Monday”" in page


TENTS = """
    figures:
      - {id: have, label: What the town has, value: 2100, kind: measured, evidence: has 2100 tents,
         compare: {to: need, by: share}}
      - {id: need, label: Tents that it needs, value: 9000, kind: target, evidence: needs 9000 tents}
      - {id: flood, label: Oster’s share, value: three-quarters, unit: tents, kind: measured,
         whole: the wet tents, evidence: three-quarters of them, compare: {to: have, by: ratio}}
    """


def test_a_line_reads_as_a_sentence_and_is_true_alone() -> None:
    article = "Oster has 2100 tents, May knows, and may be wet, three-quarters of them; it needs 9000 tents."
    shown = pages(edition(article, figures=TENTS))
    page = " ".join(re.sub(r"<[^>]+>", " ", shown["b/key-figures/index.html"]).split())
    assert "23.3% of the tents that it needs" in page
    assert "hree-quarters of the wet tents" in page
    assert "hree-quarters of the wet tents" in shown["b/facts/flood/index.html"]


TOLL = """
    figures:
      - id: dead
        label: Dead
        value: 311
        kind: official claim
        by: ministry
        as_of: 2024-09-10
        evidence: cut to 311 on Tuesday
        history:
          - {date: 2024-09-09, value: 48, by: commission, evidence: counted 48 on Monday}
          - {date: 2024-09-09, value: 196, by: ministry, evidence: 196 on Monday night}
    """


def test_earlier_tolls_of_other_authorities_have_their_names_and_dispute_nothing() -> None:
    article = "The Commission counted 48 on Monday, the Ministry 196 on Monday night; it was cut to 311 on Tuesday."
    tolls = edition(article, figures=TOLL, organisations=ORGANISATIONS, sources=SOURCES)
    page = pages(tolls)["b/facts/dead/index.html"]
    assert "isputed" not in page
    assert "Others say otherwise" not in page
    assert "9 September 2024, Commission" in page
    assert "9 September 2024, Ministry" in page
    assert "10 September 2024, Ministry" in pages(tolls)["b/key-figures/index.html"]
    who = " ".join(pages(tolls)["b/who-and-where/index.html"].split())
    assert "9 September 2024: 48" in who


def test_the_same_value_from_another_source_is_no_dispute() -> None:
    same = world(FIGURES.replace("value: 5.5", "value: 4.90"))
    assert "disputed" not in pages(same)["b/index.html"]


DERIVED = (
    FIGURES.rstrip()
    + """
      - id: double
        label: Twice the deficit
        value: 9.8
        unit: percent
        kind: estimate
        derived: {how: deficit * 2}
        compare: {to: deficit, by: ratio}
    """
)


def test_what_was_worked_out_from_a_disputed_number_says_so_and_links_it() -> None:
    made = pages(world(DERIVED))
    for page in ("b/key-figures/index.html", "b/index.html", "b/facts/double/index.html"):
        part = made[page][made[page].index("9.8") :]
        assert re.search(r"From a disputed figure: <a href=[^>]+>Deficit</a>", part), page
    front = made["index.html"]
    assert re.search(r"From a disputed figure: <a href=[^>]+>Deficit</a>", front)
    assert re.search(r"Worked out from: <a href=[^>]+>Deficit</a>", front)


def test_a_comparison_says_that_its_number_is_disputed_and_no_bar_shows_one_side_alone() -> None:
    for address in ("b/facts/double/index.html", "b/key-figures/index.html"):
        page = pages(world(DERIVED))[address]
        assert re.search(r"2 times <a href=[^>]+>deficit</a>\. [^.]{,150}isputed", page), address
        assert 'class="bars"' not in page


def test_the_words_of_a_figure_or_its_source_stand_before_its_bars() -> None:
    undisputed = DERIVED.replace("value: 5.5", "value: 4.90")
    page = pages(world(undisputed))["b/facts/double/index.html"]
    assert page.index("We worked this out.") < page.index('class="bars"')
