"""The visitor of test_every_address.py notices what it is there to notice."""

from pathlib import Path

import pytest

from tests.browser.hosting import host
from tests.publishing.crawl import crawl

ADDRESS = "https://paper.example/repo/"
DATA = '<script type="application/ld+json">'
PAGE = """<!doctype html><title>T</title><p id="here">
<a href="#here">fine</a> <a href="fine/index.html#there:~:text=words">fine</a>
<script type="application/ld+json">{"@id": "https://paper.example/repo/#anything"}</script>
"""


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("index.html", '<a href="none.html">', "none.html: 404"),
        ("index.html", '<a href="/fine/">', "fine/: 404"),
        ("index.html", '<a href="fine">', "fine: 301"),
        ("index.html", '<a href="fine/#gone">', "#gone: no #gone there"),
        ("index.html", '<a href="#gone">', "#gone: no #gone there"),
        ("index.html", '<link rel="canonical" href="https://paper.example/x/">', "x/: 404"),
        ("index.html", '<meta property="og:image" content="https://paper.example/repo/a.png">', "a.png: 404"),
        ("index.html", '<meta http-equiv="refresh" content="0; url=gone/">', "gone/: 404"),
        ("index.html", f'{DATA}{{"url": "{ADDRESS}gone/"}}</script>', "gone/: 404"),
        ("index.html", '<img srcset="a.png 1x, b.png 2x" src="fine/index.html">', "b.png: 404"),
        ("fine/index.html", '<p id="there"><img src="gone.png">', "gone.png: 404"),
        ("feed.xml", '<feed><link href="https://paper.example/repo/gone/"/></feed>', "gone/: 404"),
        ("feed.xml", '<feed><a type="html">&lt;a href="gone/"></a></feed>', "gone/: 404"),
        ("facts.json", '{"facts": [{"address": "https://paper.example/repo/fine/#gone"}]}', "#gone: no #gone there"),
        ("dates.ics", "URL:https://paper.example/re\r\n po/gone/\r\n", "gone/: 404"),
        ("robots.txt", "Sitemap: https://paper.example/repo/gone.xml\n", "gone.xml: 404"),
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_reported(
    tmp_path: Path, file: str, text: str, fault: str
) -> None:
    files = {"index.html": PAGE, "404.html": "", "fine/index.html": '<p id="there">'}
    for name, held in {**files, file: files.get(file, "") + text}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(held)
    with host(tmp_path, "/repo/") as stand_in:
        faults = crawl(stand_in, ADDRESS, ["", *({file} - files.keys())]).faults()
    assert faults, file
    assert faults[-1].endswith(fault)
