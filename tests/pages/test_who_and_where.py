"""Who and where: each name with its role, its facts and the words it rests on."""

from __future__ import annotations

from dataclasses import replace

from dateline.facts.fields import PersonId
from dateline.facts.kinds import BriefingPage
from dateline.facts.records import Figure, Person
from dateline.pages.cards.locator import locator_of
from dateline.pages.cards.name_cards import Backlink, named_card
from dateline.pages.who_and_where import WhoAndWhereContext, plan_who_and_where
from dateline.reading.outlines import read_outlines
from tests.pages.everything import everything, html
from tests.pages.world import SHEETS, edition, pages, read

PAGE = plan_who_and_where(everything())
assert isinstance(PAGE.context, WhoAndWhereContext)
CONTEXT = PAGE.context
PEOPLE = {card.id: card for card in CONTEXT.people}
ORGANISATIONS = {card.id: card for card in CONTEXT.organisations}
PLACES = {card.id: card for card in CONTEXT.places}
HERE = everything().here("who-and-where")


def listed(facts: tuple[Backlink, ...]) -> list[str]:
    return [f"{fact.note}: {fact.fact.words}" for fact in facts]


def test_a_name_lists_its_facts_with_their_dates_and_values() -> None:
    assert listed(ORGANISATIONS["the-auditors"].facts) == [
        "January 2025: The auditors publish their count",
        "Was expected in December 2025, disputed: The bridge is handed over to the state",
        "About €64 to 70 million: Cost of the bridge",
    ]
    assert listed(PLACES["holm"].facts) == [
        "11 September 2024: Skerry opens its bridge",
        "740 m: Length of the bridge",
    ]


class Audited(Figure):
    auditor: PersonId | None = None


def test_a_fact_names_a_record_in_whatever_field() -> None:
    edition = everything()
    figure = Audited.model_construct(**dict(edition.briefing.figures[0]), auditor="anna-berg")
    changed = replace(edition, briefing=replace(edition.briefing, figures=(figure,)))
    assert figure in changed.naming["anna-berg"]


def test_facts_lead_to_where_they_stand() -> None:
    page = read(html("who-and-where"))
    assert "../timeline/index.html#ribbon" in page.links
    assert "../key-figures/index.html#cost" in page.links


def test_the_age_of_a_person_is_after_the_role() -> None:
    assert PEOPLE["omar-haddad"].role == "Engineer of the bridge, aged 58"


def test_a_person_has_role_body_and_words() -> None:
    berg = PEOPLE["anna-berg"]
    assert (berg.role, berg.organisation and berg.organisation.words) == (
        "Mayor of Skerry",
        "Skerry council",
    )
    assert [said.words for said in berg.said] == ["It is worth every stone"]
    assert [link.words for link in berg.same_as] == ["On Wikidata"]
    assert berg.provenance.checked == "Checked on 10 September 2024 by R. Holm"


def test_a_name_in_its_own_script_is_set_in_it() -> None:
    assert '<bdi class="original" lang="ar" dir="rtl">عمر حداد</bdi>' in html("who-and-where")


def test_organisations_name_their_people_and_what_they_belong_to() -> None:
    assert [link.words for link in ORGANISATIONS["skerry-council"].people] == ["Anna Berg"]
    part_of = ORGANISATIONS["works-office"].part_of
    assert part_of is not None
    assert part_of.words == "Skerry council"


def test_every_fact_of_the_page_has_its_id_there() -> None:
    ids = read(html("who-and-where")).ids
    briefing = everything().briefing
    assert {fact.id for fact in (*briefing.named, *briefing.quotations)} <= set(ids)


def test_the_summary_counts_each_sort() -> None:
    assert CONTEXT.summary == "3 places, 2 people and 4 organisations."


def test_what_happened_stands_before_what_did_not() -> None:
    """A statue was called off in April 2025; a kiosk opened in June, and a path in July."""
    ids = [fact.id for fact in everything().naming["council-report"]]
    assert ids.index("kiosk") < ids.index("path") < ids.index("statue") < ids.index("lights")


def test_places_that_nothing_names_are_a_list_of_their_own() -> None:
    edition = everything()
    briefing = edition.briefing
    quay = briefing.places[0].model_copy(update={"id": "quay", "name": "Quay"})
    more = replace(edition, briefing=replace(briefing, places=(quay, *briefing.places)))
    context = plan_who_and_where(more).context
    assert isinstance(context, WhoAndWhereContext)
    assert [card.id for card in context.places] == ["skerry", "holm", "the-sound"]
    assert [card.id for card in context.bare_places] == ["quay"]


def test_where_somebody_is_described_elsewhere_is_a_name() -> None:
    berg = everything().briefing.fact_by_id["anna-berg"]
    assert isinstance(berg, Person)
    pages = (
        "https://www.wikidata.org/wiki/Q42",
        "https://ar.wikipedia.org/wiki/A",
        "https://a.org",
    )
    card = named_card(berg.model_copy(update={"same_as": pages}), everything(), HERE)
    assert [link.words for link in card.same_as] == ["On Wikidata", "On Wikipedia", "On a.org"]


def test_the_map_leads_to_the_cards_from_every_page() -> None:
    edition = replace(everything(), outlines=read_outlines())
    here, elsewhere = (locator_of(edition, edition.here(page)) for page in PAGES)
    assert here
    assert elsewhere
    assert here.svg.count('href="#skerry"') == 2
    assert elsewhere.svg.count('href="../who-and-where/index.html#skerry"') == 2


PAGES: tuple[BriefingPage, ...] = ("who-and-where", "all")


def test_a_figure_is_on_the_page_of_those_whom_its_label_or_its_words_name() -> None:
    edition = everything()
    named = [fact.id for fact in edition.naming["skerry"] if isinstance(fact, Figure)]
    assert "residents" in named
    assert "People who live in Skerry" in html("facts/skerry")
    front = edition.briefing.front.model_copy(update={"language": "fi"})
    unread = replace(edition, briefing=replace(edition.briefing, front=front))
    assert "residents" not in [fact.id for fact in unread.naming["skerry"]]


def test_many_organisations_are_folded_from_the_seventh_on() -> None:
    listed = "".join(
        f"\n  - {{id: body-{number}, name: Body {number}, what: Body, evidence: Bern}}"
        for number in range(8)
    )
    made = pages(edition(**{**SHEETS, "organisations": f"organisations:{listed}\n"}))
    page = made["b/who-and-where/index.html"]
    fold = page[page.index('id="at_organisations"') :]
    assert fold.index('id="body-5"') < fold.index("<summary>2 more") < fold.index('id="body-6"')
