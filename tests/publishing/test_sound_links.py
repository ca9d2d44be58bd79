"""The quick ways of reading and trying links find what the slow ones find."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from dateline.publishing.assemble import assemble_site
from dateline.publishing.linking.links import _SoundLinks, check_part, first_to_each_target
from dateline.publishing.linking.page_links import parse_links
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.request import Request
from dateline.reading.content import read_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.publishing.linking.links import CheckedLinks

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2024, 10, 1, tzinfo=UTC)
ADDRESS = "https://courier.example/site/"


@cache
def files_of(content: str, address: str | None) -> Mapping[str, bytes]:
    request = Request(content=ROOT / content, now=NOW, site_url=address, drafts=True)
    files = assemble_site(read_site(request.content), read_look_files(), request).files
    assert files
    return {path: files[path] for path in files if path.endswith((".html", ".css", ".svg"))}


def followed(files: Mapping[str, bytes], address: str | None) -> CheckedLinks:
    """What is found where no link is taken for sound because another one is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_SoundLinks, "has", lambda *_: False)
        return check_part(files, site_address=address)


def is_found_as_followed(files: Mapping[str, bytes], address: str | None) -> bool:
    quick, slow = check_part(files, site_address=address, once=True), followed(files, address)
    assert quick.problems == slow.problems
    assert quick.outbound == tuple(first_to_each_target(slow.outbound))
    return bool(slow.problems)


@pytest.mark.parametrize("address", [None, ADDRESS])
@pytest.mark.parametrize(
    "content", ["content", "tests/sites/everything/content", "tests/sites/first/content"]
)
def test_the_links_of_a_site(content: str, address: str | None) -> None:
    files = files_of(content, address)
    assert not is_found_as_followed(files, address)
    # Without a page, what leads to it is dead.
    some = {path: data for path, data in files.items() if "timeline" not in path}
    assert is_found_as_followed(some, address) or any("/" in path for path in some)


HREFS = (
    *("../", "../../", "./", ".", "..", "#a", "#b", "#", "", " ", "?q", "/", "/site/", "//x.example/"),
    *("index.html", "../index.html", "../a/index.html#a", "../a/#b", "../b/", "b/", "a//", "../../b/#a"),
    *("https://x.example", "https://x.example/a#b", "https://x.e%78ample/", "http://x.example:99999/"),
    *("mailto:a@b.example", "tel:1", "javascript:1", "data:,", "../a%20b", "..\\a", "../c/#a", "a", "c.txt"),
    *("#a%62", "#:~:text=x", "../a/#a:~:text=x", "../../../", "A/", "https://x.example/ä", "https:a"),
)  # fmt: skip
TAGS = (
    '<a href="{}">',
    '<img src="{}">',
    '<p id="{}">',
    '<svg aria-labelledby="{}">',
    "<a href='{}'>\n",
)
PATHS = ("index.html", "404.html", "a/index.html", "b/index.html", "b/a/index.html", "b/c.txt", "a/c.txt")  # fmt: skip


@pytest.mark.parametrize("seed", range(200))
def test_the_links_of_any_site(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a test
    files = {
        path: "".join(
            chance.choice(TAGS).format(chance.choice((*HREFS, "a", "b")))
            for _ in range(chance.randint(0, 12))
        ).encode()
        for path in chance.sample(PATHS, chance.randint(1, len(PATHS)))
    }
    is_found_as_followed(files, chance.choice((None, "https://x.example/", ADDRESS)))


class Reader(HTMLParser):
    """The ids and the addresses of a page, as Python's own parser finds them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[tuple[str, int]] = []
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src"):
                self.addresses.append((value or "", self.getpos()[0]))


@pytest.mark.parametrize("content", ["content", "tests/sites/everything/content"])
def test_a_page_has_the_ids_and_links_that_a_parser_finds(content: str) -> None:
    for path, data in files_of(content, ADDRESS).items():
        if not path.endswith(".html"):
            continue
        page, reader = parse_links(path, data), Reader(data.decode())
        assert page
        assert [*page.ids] == reader.ids
        linked = [link for link in page.links if link.kind != "id"]
        found = [(link.value, page.line(link.number)) for link in linked]
        assert set(reader.addresses) <= set(found), path
