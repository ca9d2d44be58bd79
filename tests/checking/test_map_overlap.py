"""A side that has no room for a name is reported at its place, with what is in the way."""

from tests.small_site import problems

ARTICLE = "The railway runs from Basra to Shalamcheh."
BASRA = """
    places:
      - id: basra
        name: Basra
        what: City
        latitude: 30.51
        longitude: 47.78
        evidence: from Basra
        label: {basra}
      - id: shalamcheh
        name: Shalamcheh
        what: Crossing
        latitude: 30.50
        longitude: 48.03
        evidence: to Shalamcheh
        label: {shalamcheh}
    """
ISLAND = """
  - id: {id}
    name: Island of the province
    what: Island
    latitude: {north}
    longitude: 100
    evidence: The railway
"""
BARE = """
    places:
      - id: railway
        name: railway
        what: Line
        evidence: The railway
    """


def sheet(basra: str, shalamcheh: str) -> str:
    return BASRA.format(basra=basra, shalamcheh=shalamcheh)


def test_a_side_without_room_is_reported_for_each_map() -> None:
    wide, narrow = problems(ARTICLE, "map.overlap", places=sheet("right", "right"))
    assert str(wide.position) == "b/places.yaml:9:12"
    assert wide.severity == "follow-up"
    assert wide.found == (
        "the name “Basra” has no room to the right of its dot on the wide map: "
        "it would cover “Shalamcheh”"
    )
    assert [(str(place.position), place.note) for place in wide.related] == [
        ("b/places.yaml:16:12", "“Shalamcheh”")
    ]
    assert "on the narrow map" in narrow.found


def test_a_name_without_a_side_always_has_room() -> None:
    four = "".join(ISLAND.format(id=name, north=0.1 * count) for count, name in enumerate("abcd"))
    assert problems(ARTICLE, "map", places=f"places:{four}") == []


def test_names_that_turn_away_from_each_other_have_room() -> None:
    assert problems(ARTICLE, "map", places=sheet("left", "right")) == []


def test_places_without_coordinates_are_not_on_the_map() -> None:
    bare = BARE + sheet("right", "right").replace("places:", "")
    assert [str(problem.position) for problem in problems(ARTICLE, "map", places=bare)] == [
        "b/places.yaml:15:12",
        "b/places.yaml:15:12",
    ]
    assert problems(ARTICLE, "map", places=BARE) == []
