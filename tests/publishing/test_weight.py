"""What a briefing publishes, besides its pictures and its share card."""

from __future__ import annotations

import gzip
import re
from itertools import islice
from pathlib import Path
from typing import Final

import pytest

from benchmarks.corpus import write_content
from benchmarks.newsroom import stories
from dateline.cli import main

SITES: Final = Path(__file__).parent.parent / "sites"
FIRST: Final = SITES / "first/content"
ADDRESS: Final = "https://courier.example/"


def published(content: Path, site: Path, today: str) -> dict[str, int]:
    """The size of each file in the folder of the only briefing, by its path there."""
    verb = ["build", "--content", str(content), "--output", str(site), "--site-url", ADDRESS]
    assert main([*verb, "--today", today, "--quiet"]) == 0
    (folder,) = (path.parent for path in site.glob("*/dateline-files.json"))
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".png"]
    return {str(path.relative_to(folder)): path.stat().st_size for path in files}


def pages_of_facts(sizes: dict[str, int]) -> list[int]:
    return [n for path, n in sizes.items() if Path(path).match("facts/*/index.html")]


def test_the_first_briefing_is_light(tmp_path: Path) -> None:
    sizes = published(FIRST, tmp_path / "site", "2024-10-01")
    pages = pages_of_facts(sizes)
    assert len(pages) == 63
    assert sum(sizes.values()) <= 912_000
    assert sum(pages) / len(pages) <= 5_135


def test_a_briefing_of_the_archive_that_speed_is_measured_on_is_light(tmp_path: Path) -> None:
    write_content(tmp_path / "content", list(islice(stories(1), 1)))
    sizes = published(tmp_path / "content", tmp_path / "site", "2026-07-01")
    pages = pages_of_facts(sizes)
    assert len(pages) == 40
    assert sum(sizes.values()) <= 572_000
    assert sum(pages) / len(pages) <= 5_135


@pytest.mark.parametrize("name", ["first", "everything"])
def test_each_published_page_and_its_style_come_in_one_round_trip(
    name: str, tmp_path: Path
) -> None:
    """Also what stands where a page was; only the page for paper may be longer."""
    verb = ["build", "--content", str(SITES / name / "content"), "--output", str(tmp_path)]
    assert main([*verb, "--site-url", ADDRESS, "--today", "2024-10-01", "--quiet"]) == 0
    heavy = {}
    for page in tmp_path.rglob("*.html"):
        html = page.read_bytes()
        sheet = re.search(rb'rel="stylesheet" href="[^"]*(assets/[^"]+)"', html)
        style = tmp_path.joinpath(sheet[1].decode()).read_bytes() if sheet else b""
        heavy[str(page.relative_to(tmp_path))] = sum(map(len, map(gzip.compress, (html, style))))
    assert len(heavy) > 60
    assert {p: n for p, n in heavy.items() if n > 14 * 1024 and "/all/" not in p} == {}
