"""A visitor that follows every address of a site: of pages, feeds, data and structured data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection
from typing import Any, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET


class Answer(NamedTuple):
    status: int
    media: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was met at an address: absolute addresses that it names, and ids to be found in it."""

    status: int
    media: str
    named: tuple[str, ...]
    ids: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """Every document of the site by its address, and the addresses that it names elsewhere."""

    documents: Mapping[str, Document]
    abroad: frozenset[str]

    def faults(self) -> list[str]:
        """Each address that leads nowhere or only by a detour, with who names it, a line each."""
        return sorted(
            f"{address} names {named}: {fault}"
            for address, document in self.documents.items()
            for named in document.named
            if (fault := self._fault(named, address))
        )

    def _fault(self, named: str, here: str) -> str:
        address, fragment = urldefrag(named)
        met = self.documents.get(address)
        fragment = unquote(fragment).partition(":~:")[0]
        if met is None:  # abroad
            return ""
        if met.status != 200 and address != here:
            return str(met.status)
        return f"no #{fragment} there" if fragment and fragment not in met.ids else ""


def crawl(stand_in: str, address: str, starts: Iterable[str]) -> Crawl:
    """Follow all that is named from some paths on; `stand_in` answers for the site's address."""
    origin = urljoin(address, "/")
    waiting = [urljoin(address, path) for path in starts]
    documents: dict[str, Document] = {}
    abroad: set[str] = set()
    with closing(HTTPConnection(urlsplit(stand_in).netloc)) as connection:
        while waiting:
            here = waiting.pop()
            if here in documents:
                continue
            if not here.startswith(origin):
                abroad.add(here)
                continue
            documents[here] = read(here, ask(connection, urlsplit(here).path), address)
            waiting += (urldefrag(named)[0] for named in documents[here].named)
    return Crawl(documents=documents, abroad=frozenset(abroad))


def ask(connection: HTTPConnection, path: str) -> Answer:
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    media = answer.headers.get("Content-Type", "")
    binary = media.startswith(("image/", "font/", "application/pdf")) and "svg" not in media
    return Answer(answer.status, media, "" if binary else body.decode())


def read(here: str, answer: Answer, address: str) -> Document:
    """What a document names, by its kind; relative addresses are those of `here`."""
    kind = answer.media.partition(";")[0]
    named: Iterable[str]
    ids: set[str] = set()
    if kind in {"text/html", "image/svg+xml"}:
        page = Markup(answer.text)
        named, ids = page.named, page.ids
    elif kind == "text/css":
        named = re.findall(r"url\(([^)]+)\)", answer.text)
    elif kind.endswith("json"):
        named = in_json(json.loads(answer.text))
    elif kind.endswith("xml"):
        named = in_xml(ET.fromstring(answer.text))  # noqa: S314 - the site's own
    else:
        # Lines of a calendar are folded (RFC 5545, 3.1).
        unfolded = answer.text.replace("\r\n ", "")
        named = re.findall(rf'{re.escape(address)}[^\s"<>,;\\]*', unfolded)
    absolute = dict.fromkeys(urljoin(here, address.strip()) for address in named)
    return Document(
        status=answer.status,
        media=kind,
        named=tuple(
            address for address in absolute if not address.startswith(("mailto:", "tel:", "data:"))
        ),
        ids=frozenset(ids),
    )


def is_address(text: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>]+", text) is not None


def in_json(value: Any) -> Iterator[str]:
    """Addresses in the texts of a JSON value, and in the HTML that oEmbed has."""
    for key, text in strings(value):
        if is_address(text):
            yield text
        elif key == "html":
            yield from Markup(text).named


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a JSON value, with its key."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, held in value.items():
            yield from strings(held, name)
    elif isinstance(value, list):
        for held in value:
            yield from strings(held, key)


def in_xml(root: ET.Element) -> Iterator[str]:
    """Addresses in elements and attributes of a feed or a sitemap, and in the HTML it carries."""
    for element in root.iter():
        texts = [element.text or "", *element.attrib.values()]
        yield from (text.strip() for text in texts if is_address(text.strip()))
        if element.attrib.get("type") == "html":
            yield from Markup(element.text or "").named


class Markup(HTMLParser):
    """The addresses and ids of HTML or SVG; structured data and share cards included."""

    ADDRESSES = frozenset("href src cite data poster action formaction xlink:href".split())

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.named: list[str] = []
        self.ids: set[str] = set()
        self.structured: list[str] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        self.ids |= {has["id"]} if "id" in has else set()
        self.named += (value for name, value in has.items() if name in self.ADDRESSES)
        self.named += (
            source.split()[0] for source in has.get("srcset", "").split(",") if source.strip()
        )
        if tag == "meta":
            self.named += in_meta(has)
        if tag == "script" and has.get("type") == "application/ld+json":
            self.structured = []

    def handle_data(self, data: str) -> None:
        if self.structured is not None:
            self.structured.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.structured is not None:
            graph = json.loads("".join(self.structured))
            self.named += (name_of_thing(*pair) for pair in strings(graph) if is_address(pair[1]))
            self.structured = None


def in_meta(has: Mapping[str, str]) -> Iterator[str]:
    """Where a page sends its readers, and what it shows where it is shared."""
    content = has.get("content", "")
    if has.get("http-equiv", "").lower() == "refresh":
        yield re.sub(r"^[\d.]+\s*;\s*(url=)?", "", content, flags=re.IGNORECASE)
    elif is_address(content):
        yield content


def name_of_thing(key: str, address: str) -> str:
    """An @id names a thing and not an element: what comes before its # is a page (JSON-LD 1.1)."""
    return urldefrag(address)[0] if key == "@id" else address
