"""The quick way to put runs of text into their place is the slow one."""

from __future__ import annotations

from random import Random

import pytest

from dateline.publishing.looks import text_runs
from dateline.publishing.looks.text_runs import settle_text

PARTS = (
    *("<p>", "</p>", '<a title="نص 5">', "</a>", "<bdi>", "</bdi>", "<svg>", "</svg>", "<SVG>"),
    *("<pre>", "</pre>", "<title>", "</title>", "<br>", "<!doctype html>"),
    *("نص", "نص 5", "שלום, 12", "words", " ", "5", ".", "“Ärger”", "\N{GRINNING FACE}", "नमस्ते", "&lt;", ">"),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(300))
def test_the_quick_way_is_the_slow_one(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a test
    html = "".join(chance.choice(PARTS) for _ in range(chance.randint(1, 60))) + "<br>"
    assert "".join(text_runs._isolated(html)) == "".join(text_runs._pieces(html, isolates=True))


@pytest.mark.parametrize("text", ["ا", "א", "ﬡ", "ﻼ", "\U00010800", "\U0001e900", "ࢠ", "߿", "ࣿ"])
def test_every_alphabet_from_right_to_left_is_isolated(text: str) -> None:
    assert settle_text(f"<p>{text}</p>") == f"<p><bdi>{text}</bdi></p>"
