"""What another site shows of ours: a page for its frame, and the code to paste."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from urllib.parse import urljoin

import pytest

from dateline.pages.edition import Edition
from dateline.pages.machines.oembed import oembed_files
from dateline.pages.plan import briefing_files
from tests.pages.world import SHEETS, edition, pages, read, words

ADDRESS = "https://daily.example/news/"


def at_home(**sheets: str) -> Edition:
    this_edition = edition(**{**SHEETS, **sheets})
    return replace(this_edition, site=this_edition.site.model_copy(update={"address": ADDRESS}))


HOME = pages(at_home())
FILES = oembed_files(at_home())


def code_on(page: str) -> str:
    found = re.search(r'<pre class="cite"[^>]*>(.*?)</pre>', HOME[page], re.DOTALL)
    return unescape(found[1]) if found else ""


@pytest.mark.parametrize(
    ("page", "frame"),
    [
        ("b/timeline/", "b/timeline/embed/"),
        ("b/key-figures/", "b/key-figures/embed/"),
        ("b/who-and-where/", "b/map/embed/"),
        ("b/facts/visit/", "b/timeline/embed/#visit"),
        ("b/facts/cost/", "b/key-figures/embed/#cost"),
        ("b/facts/basel/", "b/map/embed/#basel"),
    ],
)
def test_a_page_offers_its_frame_to_readers_and_to_programs(page: str, frame: str) -> None:
    html = HOME[f"{page}index.html"]
    (link,) = re.findall(
        r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', html
    )
    described = json.loads(FILES[link.removeprefix(ADDRESS)])
    if "/facts/" in page:  # of which the script makes the same (tests/browser/test_sharing.py)
        ((card, height),) = re.findall(r'<a href="([^"]+)" data-height="(\d+)">', html)
        assert urljoin(ADDRESS + page, card) == ADDRESS + frame
        assert int(height) == described["height"]
    else:  # without outlines no map is drawn, and none is offered to readers
        assert code_on(f"{page}index.html") == ("" if "who" in page else described["html"])
    assert f'src="{ADDRESS}{frame}"' in described["html"]
    assert {described["version"], described["type"]} == {"1.0", "rich"}
    assert described["provider_name"] == "The Daily"
    assert isinstance(described["width"], int)
    assert f'height="{described["height"]}"' in described["html"]


def test_the_page_that_a_frame_shows_has_the_card_that_its_address_names() -> None:
    for path in FILES:
        frame = re.search(r'src="([^"]+)"', json.loads(FILES[path])["html"])
        assert frame is not None
        address, _, card = frame[1].removeprefix(ADDRESS).partition("#")
        page = read(HOME[f"{address}index.html"])
        assert not card or card in page.ids


def test_a_fact_that_is_on_no_such_sheet_is_quoted() -> None:
    for fact in ("ann-lee", "build-on"):
        assert code_on(f"b/facts/{fact}/index.html").startswith("<figure")
        assert f"b/facts/{fact}/oembed.json" not in FILES


def test_without_an_address_there_is_no_code_and_nothing_for_programs() -> None:
    assert [path for path in briefing_files(edition()) if path.endswith("oembed.json")] == []
    plain = pages(edition())
    assert "oembed" not in "".join(plain.values())
    assert "<iframe" not in unescape("".join(plain.values()))
    assert "b/timeline/embed/index.html" in plain


def test_a_title_cannot_end_the_code() -> None:
    timeline = SHEETS["timeline"].replace("The line opens", '<b>"The line" opens</b>')
    files = oembed_files(at_home(timeline=timeline))
    code = json.loads(files["b/facts/opening/oembed.json"])["html"]
    assert 'title="&lt;b&gt;&quot;The line&quot; opens&lt;/b&gt;"' in code


def test_a_sheet_in_a_frame_keeps_marks_source_and_the_way_back() -> None:
    html = HOME["b/key-figures/embed/index.html"]
    page = read(html)
    assert "It costs nearly $5 billion" in page.inside["mark"]
    assert words(page.links["../../sources/#plan"]).startswith("City of Bern")
    assert "A title" in page.links["../"]
    assert "../../facts/cost/" in page.links
    assert '<base target="_top">' in html


def test_it_runs_nothing_and_is_not_for_search_engines() -> None:
    for sheet in ("timeline", "key-figures", "map"):
        html = HOME[f"b/{sheet}/embed/index.html"]
        assert "<script" not in html
        assert "script-src" not in html
        assert "connect-src" not in html
        assert '<meta name="robots" content="noindex">' in html


def test_a_sheet_without_records_has_no_frame() -> None:
    bare = pages(edition("Nothing happened.", people=""))
    assert [path for path in bare if "/embed/" in path] == []
