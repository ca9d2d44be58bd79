"""The list of places that several briefings name: its map, and what is said of each."""

from __future__ import annotations

import re

import pytest

from tests.pages.archive import newsroom
from tests.pages.world import read, words

ULMEN = "{id: ulmen, name: Ulmen, what: A town, latitude: 52.2, longitude: 16.6}"
HOLM = "{id: holm, name: Holm, what: A town, latitude: 51.7, longitude: 17.9}"
NOWHERE = "{id: tarn, name: Tarn, what: A river}"


def listed(monkeypatch: pytest.MonkeyPatch, *places: str) -> str:
    """The list of a site of two briefings that both name these places."""
    monkeypatch.setattr(newsroom, "PLACES", f"places: [{', '.join(places)}]\n")
    return newsroom.shown((newsroom.summary("a"), newsroom.summary("b")), "places")


def test_the_map_has_all_places_with_coordinates_and_leads_to_their_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    html = listed(monkeypatch, ULMEN, HOLM, NOWHERE)
    figure = html[html.index("<figure") : html.index("</figure>")]
    wide = figure[: figure.index("</svg>")]
    assert re.findall(r'<a href="([^"]+)"', wide) == ["holm/index.html", "ulmen/index.html"]
    assert "Holm and Ulmen." in read(figure).text
    assert "<details" not in html


def test_a_map_of_one_place_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    html = listed(monkeypatch, ULMEN, NOWHERE)
    assert html.index("<summary>Map</summary>") < html.index("<figure") < html.index("</details>")


def test_places_without_coordinates_have_no_map(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "<figure" not in listed(monkeypatch, NOWHERE)


def test_a_role_that_others_have_says_in_which_briefing_if_only_that_says_of_what(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    towns = [
        f"{{id: {name.lower()}, name: {name}, what: The county town}}" for name in ("Ulmen", "Holm")
    ]
    text = words(read(listed(monkeypatch, *towns)).text)
    assert "Holm The county town In “A” and 1 more briefing" in text
    text = words(read(listed(monkeypatch, ULMEN, HOLM)).text)
    assert "Holm A town · 2 briefings" in text
