"""Outlines are the package's own file, read as TopoJSON says."""

from hashlib import sha256
from pathlib import Path

import pytest

from dateline.reading.outlines import FILE, Box, Outlines, parse_outlines, read_outlines

SQUARE = b"""{
  "type": "Topology",
  "transform": {"scale": [0.5, 0.25], "translate": [-10, 20]},
  "objects": {"countries": {"geometries": [
    {"type": "Polygon", "properties": {"name": "S. Sudan"}, "arcs": [[0, 1]]},
    {"type": "MultiPolygon", "properties": {"name": "Mali"}, "arcs": [[[-1]], [[1]]]}
  ]}},
  "arcs": [[[0, 0], [4, 0], [0, 8]], [[4, 8], [-4, -8]]]
}"""


def test_points_are_steps_from_the_point_before() -> None:
    outlines = parse_outlines(SQUARE)
    assert outlines.arc(0) == ((-10, 20), (-8, 20), (-8, 22))


def test_countries_have_their_rings_and_their_whole_names() -> None:
    sudan, mali = parse_outlines(SQUARE).countries
    assert (sudan.name, sudan.rings) == ("South Sudan", ((0, 1),))
    assert (mali.name, mali.rings) == ("Mali", ((-1,), (1,)))


@pytest.mark.parametrize(
    ("west", "east", "met"),
    [(-9, -8.5, True), (-7, 3, False), (351, 352, True), (-370, -365, True)],
)
def test_rings_are_found_round_the_back_of_the_earth(west: float, east: float, met: bool) -> None:
    outlines = parse_outlines(SQUARE)
    box = Box(west=west, south=20.5, east=east, north=21)
    assert bool(list(outlines.rings_in(box))) is met


def test_the_file_is_the_one_of_world_atlas() -> None:
    assert sha256(FILE.read_bytes()).hexdigest() == (
        "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
    )


def test_the_world_is_all_there() -> None:
    outlines = read_outlines()
    assert len(outlines.countries) == 241
    assert [country.name for country in outlines.countries if "." in country.name] == []


def test_regions_have_their_borders_at_home_and_lie_in_a_country_of_the_outlines() -> None:
    outlines = read_outlines()
    by_name = {name: region for region in outlines.regions for name in region.names}
    assert {region.country for region in outlines.regions} <= {
        country.name for country in outlines.countries
    }
    scotland = by_name["Scotland"]
    assert scotland.country == "United Kingdom"
    ((west, _), *_, (east, _)) = scotland.lines[0]
    assert sorted([round(west), round(east)]) == [-3, -2]
    assert by_name["Sicily"].lines == ()
    assert len(by_name) == sum(len(region.names) for region in outlines.regions)


def test_what_lies_around_a_pole_is_found_at_the_pole() -> None:
    pole = Box(west=10, south=-90, east=11, north=-85)
    found = {country.name for country, _ in read_outlines().rings_in(pole)}
    assert "Antarctica" in found
    assert "South Africa" not in found


def plain(outlines: Outlines) -> object:
    arcs = range(len(outlines.arcs.ends))
    regions = [(region.names, region.lines) for region in outlines.regions]
    return outlines.countries, [outlines.arc(index) for index in arcs], regions


def test_what_is_kept_is_what_the_files_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "outlines.atlas"
    monkeypatch.setattr("dateline.reading.outlines.KEPT", kept)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    read = read_outlines.__wrapped__
    first = plain(read())
    whole = kept.read_bytes()
    monkeypatch.setattr("dateline.reading.outlines.json", None)  # nothing is parsed again
    assert plain(read()) == first
    monkeypatch.undo()
    monkeypatch.setattr("dateline.reading.outlines.KEPT", kept)
    for spoilt in (b"", b"none", whole[:-1], whole.replace(b"Poland", b"Polond")):
        kept.write_bytes(spoilt)
        assert plain(read()) == first
