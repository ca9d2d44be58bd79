"""What is left of arcs on a map shows the same land as all of their points."""

from __future__ import annotations

from random import Random

import pytest

from dateline.drawing.map_arcs import BEYOND, PixelLine, arcs_in_frame
from dateline.drawing.map_frame import NARROWEST, Frame
from dateline.drawing.projection import Point, Projection
from dateline.drawing.simplify import area, clip
from dateline.reading.outlines import read_outlines


def every_point(projection: Projection, frame: Frame) -> PixelLine:
    outlines = read_outlines()
    return lambda index: [frame.at(projection.project(*spot)) for spot in outlines.arc(index)]


def seen(ring: tuple[int, ...], points: PixelLine, frame: Frame) -> float:
    whole: list[Point] = []
    for index in ring:
        whole += points(index) if index >= 0 else [*points(~index)][::-1]
    return area(clip(whole, frame.width, frame.height, BEYOND))


@pytest.mark.parametrize("seed", range(12))
def test_every_country_is_as_large_as_with_all_points(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a test
    outlines = read_outlines()
    east, north = chance.choice(outlines.arc(chance.randrange(1000)))
    projection = Projection(east=east + chance.uniform(-5, 5), north=max(-88, min(88, north)))
    width, height = chance.choice(((720, 420), (328, 220)))
    scale = width / (NARROWEST * chance.choice((1, 2, 6, 12)))
    frame = Frame(scale=scale, x=width / 2, y=height / 2, width=width, height=height)
    few, all_of_them = arcs_in_frame(outlines, projection, frame), every_point(projection, frame)
    for country in chance.sample(outlines.countries, 60):
        for ring in country.rings:
            whole = seen(ring, all_of_them, frame)
            assert seen(ring, few, frame) == pytest.approx(whole, abs=0.01), country.name


def test_most_points_that_nobody_sees_are_left_out() -> None:
    frame = Frame(scale=720 / NARROWEST, x=360, y=210, width=720, height=420)
    projection = Projection(east=20, north=52)
    few = arcs_in_frame(read_outlines(), projection, frame)
    russia = next(country for country in read_outlines().countries if country.name == "Russia")
    arcs = {index if index >= 0 else ~index for ring in russia.rings for index in ring}
    assert sum(len(few(index)) for index in arcs) < sum(
        len(read_outlines().arc(index)) / 4 for index in arcs
    )
