"""Names that no sheet has are offered once each, as what they are, and never hold a build up."""

from __future__ import annotations

import pytest

from dateline.checking import check_briefing
from dateline.checking.coverage.offers import Offer, offer_names
from dateline.problems import is_refused
from tests.small_site import TODAY, briefing

PEOPLE = "people:\n  - {id: holm, name: Pia Holm, role: r, why: w, evidence: Pia Holm came}"


def offers(article: str, **sheets: str) -> tuple[Offer, ...]:
    made = briefing(article, **sheets)
    found = check_briefing(made, today=TODAY)
    return offer_names(found.coverage, found.passages, made)


def test_a_strict_build_passes_with_names_that_no_sheet_has() -> None:
    found = check_briefing(briefing("Later Pia Holm left for Ostrow."), today=TODAY)
    assert [finding.verdict for finding in found.coverage] == ["offered", "offered"]
    assert not is_refused(found.problems, strict=True)


def test_a_name_is_offered_once_with_its_shorter_form() -> None:
    article = "Later Pia Holm left. We asked Holm why. It was late, and Pia Holm’s car was gone."
    (offer,) = offers(article)
    assert (offer.finding.text, offer.times, offer.aliases) == ("Pia Holm", 2, ("Holm",))


def test_a_name_in_capitals_is_the_same_name() -> None:
    (offer,) = offers("OSTROW, Sept 11. A mayor of Ostrow left.")
    assert (offer.finding.text, offer.times) == ("Ostrow", 2)


@pytest.mark.parametrize(
    "line",
    ["OSTROW, Sept 11 - The mayor left.", "OSTROW (Wire) — It rained.", "PARIS, May 2 — He left."],
)
def test_a_story_is_dated_from_a_place(line: str) -> None:
    first, *rest = offers(line)
    assert first.kind == "place"
    assert [offer.finding.text for offer in rest if offer.finding.text != "Wire"] == []


def test_a_body_in_capitals_is_not_a_place() -> None:
    assert [offer.kind for offer in offers("NATO — The alliance met.")] == ["organisation"]


def test_a_short_name_that_two_longer_ones_end_with_is_offered_by_itself() -> None:
    article = "Later Pia Holm met Ole Holm. It was Holm who left."
    assert [offer.finding.text for offer in offers(article)] == ["Pia Holm", "Ole Holm", "Holm"]


def test_a_short_form_of_a_name_that_a_sheet_has_says_so() -> None:
    union = "organisations:\n  - {id: u, name: Oster Harbour Union, what: w, evidence: The Oster Harbour Union}"
    article = "The Oster Harbour Union came. We asked the Harbour Union why."
    (offer,) = offers(article, organisations=union)
    assert (offer.finding.text, offer.known) == ("Harbour Union", "u")


def test_a_surname_is_the_person_who_alone_has_it() -> None:
    assert offers("Pia Holm came. We asked Holm why.", people=PEOPLE) == ()


def test_a_surname_that_is_a_place_in_the_article_is_not_the_person() -> None:
    (offer,) = offers(
        "Pia Holm came. The road to Holm was shut, and in Holm it rained.", people=PEOPLE
    )
    assert offer.finding.text == "Holm"


@pytest.mark.parametrize(
    ("article", "kind"),
    [
        ("It was late, and Pia Holm, 41, left.", "person"),
        ("“We lost,” said Pia Holm.", "person"),
        ("They met Mr Oster there.", "person"),
        ("They met Pia Holm, who was late.", "person"),
        ("It was shut by the Ministry of Health.", "organisation"),
        ("It was shut, the Harbour Union said.", "organisation"),
        ("They asked OSTA again.", "organisation"),
        ("They met in Ostrow.", "place"),
        ("They live near Lower Ostrow.", "place"),
        ("They swam in the River Ost.", "place"),
        ("They crossed Lake Ostrow.", "place"),
        ("They sail for the University of Ostrow.", "organisation"),
        ("It was shut by Northern Pulp plc.", "organisation"),
        ("They saw OSTROW.", None),
        ("They saw Ostrow.", None),
        ("They met Pia Holm.", None),
    ],
)
def test_what_a_name_is_of_is_given_where_the_words_give_it(article: str, kind: str | None) -> None:
    assert [offer.kind for offer in offers(article)] == [kind]


def test_what_most_mentions_say_counts() -> None:
    article = "They met in Ostrow. They live near Ostrow. “No,” Ostrow said."
    assert [offer.kind for offer in offers(article)] == ["place"]
