"""A page has one address, and everything that programs read gives that one."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from statistics import mean
from typing import Any
from urllib.parse import urldefrag

import feedparser
import pytest
from jsonschema import Draft202012Validator
from pyld import jsonld

from dateline.publishing.assemble import assemble_site
from dateline.publishing.looks.look import read_look_files
from dateline.publishing.request import Request
from dateline.reading.content import Folder, SiteSource, read_site
from tests.pages.machines.test_feeds import JSON_FEED_1_1
from tests.pages.world import words

CONTENT = Path(__file__).parent.parent / "sites" / "everything" / "content"
REMOVED = "removed: [{id: trip, on: 2024-10-01, why: It did not happen.}]\n"
SITE = "https://record.example/news/"
OTHER = "https://moved.example/"
SETTINGS = (CONTENT / "site.yaml").read_bytes()


@cache
def files(
    address: str | None = SITE, *, title: str = "", event: str = "", language: str = ""
) -> dict[str, bytes]:
    """The site that uses everything, with a removed fact, a former address and a second briefing."""
    folder = CONTENT / "the-bridge"
    bridge = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.*"))
    }
    text = bridge["article.md"].decode()
    text = re.sub("title: .*", f"title: {title}", text, count=1) if title else text
    timeline = bridge["timeline.yaml"].decode().replace("events:\n", f"events:\n{event}")
    bridge |= {"article.md": text.encode(), "timeline.yaml": (timeline + REMOVED).encode()}
    note = f"---\ntitle: A note\nstandfirst: In short.\npublished: 2024-09-12\n{language}---\n\nQuiet.\n"
    folders = {"the-bridge": bridge, "the-note": {"article.md": note.encode()}}
    read = read_site(CONTENT)
    images = {"the-bridge": read.folders[0].images, "the-note": {}}
    source = SiteSource(
        shown_as="content",
        settings=SETTINGS,
        folders=tuple(
            Folder(slug=slug, shown_as=f"content/{slug}", files=held, images=images[slug])
            for slug, held in folders.items()
        ),
        problems=(),
        words=read.words,
    )
    now, today = datetime(2026, 6, 15, tzinfo=UTC), date(2026, 6, 15)
    request = Request(content=Path("content"), now=now, today=today, site_url=address)
    made = assemble_site(source, read_look_files(), request)
    assert [problem for problem in made.problems if problem.severity == "error"] == []
    return dict(made.files)


OWN = ("application/json", "application/json+oembed")


class Head(HTMLParser):
    """What a page says to programs, and the words that people read on it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.canonical: list[str] = []
        self.robots: list[str] = []
        self.properties: dict[str, str] = {}
        self.feeds: set[tuple[str, str]] = set()
        self.graph: list[dict[str, Any]] = []
        self.text = ""
        self._data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._data = tag == "script"
        if tag == "link" and given["rel"] == "canonical":
            self.canonical.append(given["href"])
        # What a page says of itself to programs is no feed.
        if tag == "link" and given["rel"] == "alternate" and given["type"] not in OWN:
            self.feeds.add((given["type"], given["href"]))
        if tag == "meta" and given.get("name") == "robots":
            self.robots.append(given["content"])
        if tag == "meta" and "property" in given:
            assert given["property"] not in self.properties
            self.properties[given["property"]] = given["content"]

    def handle_data(self, data: str) -> None:
        if not self._data:
            self.text += data
        elif data.strip():
            assert self.graph == []
            self.graph = json.loads(data)["@graph"]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - its name there
        self._data = False


@cache
def heads(address: str | None = SITE) -> dict[str, Head]:
    made = files(address)
    return {path: Head(data.decode()) for path, data in made.items() if path.endswith(".html")}


def listed() -> dict[str, Head]:
    return {path: head for path, head in heads().items() if head.robots != ["noindex"]}


def strings(value: object) -> Iterator[str]:
    match value:
        case dict():
            for item in value.values():
                yield from strings(item)
        case list():
            for item in value:
                yield from strings(item)
        case str():
            yield value


def nodes(value: object) -> Iterator[dict[str, Any]]:
    match value:
        case dict():
            yield value
            for item in value.values():
                yield from nodes(item)
        case list():
            for item in value:
                yield from nodes(item)


def file_of(address: str) -> str:
    """The file that Pages serves at an address of the site."""
    path = urldefrag(address).url.removeprefix(SITE)
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def sitemap() -> list[str]:
    return re.findall("<loc>(.*)</loc>", files()["sitemap.xml"].decode())


def addresses() -> dict[str, list[str]]:
    """Every absolute address of the site that programs read, by where it is."""
    feed, data = feedparser.parse(files()["feed.xml"]), json.loads(files()["feed.json"])
    links = [link.href for part in (feed.feed, *feed.entries) for link in part.links]
    found = {"sitemap": sitemap(), "atom": links, "json feed": list(strings(data))}
    for path, head in heads().items():
        found[path] = [*head.canonical, *head.properties.values(), *strings(head.graph)]
    return {
        where: [address for address in all_of_it if address.startswith(SITE)]
        for where, all_of_it in found.items()
    }


def test_a_page_that_may_be_found_has_one_address_everywhere() -> None:
    assert len(listed()) > 30
    for path, head in listed().items():
        assert [file_of(address) for address in head.canonical] == [path]
        assert head.properties.get("og:url", head.canonical[0]) == head.canonical[0]
        assert not head.canonical[0].endswith(".html")
    assert sorted(sitemap()) == sorted(head.canonical[0] for head in listed().values())


def test_a_page_that_may_not_be_found_is_listed_nowhere() -> None:
    hidden = {path: head for path, head in heads().items() if head.robots}
    assert {"404.html", "the-bridge/facts/trip/index.html"} <= hidden.keys()
    assert "the-ribbon/article/index.html" in hidden
    described = {file_of(address) for address in sitemap()}
    for path, head in hidden.items():
        assert (head.robots, head.properties, head.graph) == (["noindex"], {}, [])
        assert path not in described
    moved = {path: head for path, head in hidden.items() if path.startswith("the-ribbon/")}
    for path, head in moved.items():
        there = heads()[path.replace("the-ribbon", "the-bridge")]
        assert head.canonical == there.canonical or there.robots


def test_every_address_leads_to_a_page_or_file_of_the_site() -> None:
    found = addresses()
    assert {where for where in ("sitemap", "atom", "json feed") if not found[where]} == set()
    dead = {
        where: [address for address in all_ if file_of(address) not in files()]
        for where, all_ in found.items()
    }
    assert {where: broken for where, broken in dead.items() if broken} == {}


def test_no_address_is_of_this_machine_or_slips() -> None:
    described = "\n".join(data.decode("utf-8", "replace") for path, data in files().items()
                     if path.endswith((".html", ".xml", ".json", ".txt")))  # fmt: skip
    assert re.findall(r"localhost|127\.0\.0\.1|file:/|/tmp/|index\.html/", described) == []
    assert [
        address
        for all_ in addresses().values()
        for address in all_
        if "//" in address[len("https://") :]
    ] == []


def test_no_value_for_programs_is_empty() -> None:
    for head in heads().values():
        assert "" not in head.properties.values()
        assert "" not in list(strings(head.graph))
        assert [node for node in nodes(head.graph) if not node or [] in node.values()] == []


def test_without_an_address_there_is_none() -> None:
    made = files(None)
    assert made.keys().isdisjoint({"feed.xml", "feed.json", "sitemap.xml", "robots.txt"})
    for head in heads(None).values():
        assert (head.canonical, head.properties, head.graph) == ([], {}, [])
        assert head.feeds <= {("application/json", "index.json")}
    assert [path for path, data in made.items() if b"feed." in data and path.endswith("html")] == []


def test_robots_txt_is_at_the_root_of_an_origin_alone() -> None:
    assert "robots.txt" not in files()
    assert files(OTHER)["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://moved.example/sitemap.xml",
    ]


def test_every_link_of_a_page_gives_the_one_address_of_what_it_leads_to() -> None:
    longer = re.compile(rb'(?:href|src|url)="?[^">]*index\.html')
    pages = {path: data for path, data in files().items() if path.endswith((".html", ".svg"))}
    assert len(pages) > 50
    assert {path: longer.findall(data) for path, data in pages.items() if longer.search(data)} == {}
    without = files(None)["the-bridge/article/index.html"]
    assert b'href="../timeline/index.html' in without, "it opens from the disk"


# Open Graph


def test_a_briefing_gives_its_dates_its_site_and_the_text_of_a_link() -> None:
    described = listed()["the-bridge/timeline/index.html"].properties
    assert described["og:type"] == "article"
    assert (
        described["og:title"]
        == "Timeline · The town of Skerry opens its bridge, and counts what it cost"
    )
    assert described["og:site_name"] == "The Harbour Record"
    assert (described["article:published_time"], described["article:modified_time"]) == (
        "2024-09-11T18:30:00+02:00",
        "2026-01-08",
    )
    front = listed()["index.html"].properties
    assert (front["og:type"], front["og:title"]) == ("website", "The Harbour Record")


def test_a_locale_is_given_where_the_language_names_a_country() -> None:
    assert "og:locale" not in listed()["the-note/index.html"].properties
    page = files(SITE, language="language: en-GB\n")["the-note/index.html"]
    assert Head(page.decode()).properties["og:locale"] == "en_GB"


# JSON-LD

KNOWN = {
    "WebSite": "url name description inLanguage publisher",
    "CollectionPage": "url name isPartOf mainEntity",
    "ItemList": "itemListElement",
    "ListItem": "position name item url",
    "BreadcrumbList": "itemListElement",
    "NewsArticle": "url headline description datePublished dateModified author image"
    " publisher inLanguage mentions isBasedOn citation correction",
    "CorrectionComment": "text datePublished",
    "CreativeWork": "name url author publisher inLanguage",
    "Person": "name description affiliation sameAs url jobTitle email worksFor",
    "ProfilePage": "url name mainEntity",
    "ContactPoint": "url email",
    "Organization": "name description parentOrganization sameAs url contactPoint correctionsPolicy",
    "Place": "name description sameAs geo",
    "GeoCoordinates": "latitude longitude",
    "Dataset": "name description license creator dateModified isBasedOn distribution",
    "DataDownload": "encodingFormat contentUrl",
}
SCHEMA = "https://schema.org/"


def load(url: str, _options: object = None) -> dict[str, Any]:
    """schema.org's context, as far as names go: nothing is fetched."""
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA}}}


def test_a_processor_reads_every_graph_and_every_word_in_it_is_schema_orgs() -> None:
    for path, head in listed().items():
        document = {"@context": "https://schema.org", "@graph": head.graph}
        expanded = jsonld.expand(document, {"documentLoader": load})
        assert len(expanded) == len(head.graph)
        for node in nodes(expanded):
            if "@type" not in node:
                continue
            (kind,) = node["@type"]
            own = {name.removeprefix(SCHEMA) for name in node if not name.startswith("@")}
            assert own <= set(KNOWN[kind.removeprefix(SCHEMA)].split()), path


def test_an_id_has_one_type_and_name_on_every_page_and_is_described_somewhere() -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for head in listed().values():
        for node in nodes(head.graph):
            if "@id" in node:
                kinds[node["@id"]] |= {node["@type"]} if "@type" in node else set()
                names[node["@id"]] |= {node[k] for k in ("name", "headline") if k in node}
    assert len(kinds) > 10
    assert [kind for kind in kinds if len(kinds[kind]) != 1 or len(names[kind]) != 1] == []


def test_a_graph_says_nothing_that_is_not_on_its_page() -> None:
    for path, head in listed().items():
        text = words(head.text).replace("’", "'")
        for node in nodes(head.graph):
            if node.get("@type") in ("Dataset", "DataDownload", "CorrectionComment"):
                continue
            for key in ("name", "headline", "description"):
                for described in strings(node.get(key)):
                    assert words(described).replace("’", "'") in text, (path, described)


def test_each_kind_of_page_describes_what_it_contains() -> None:
    kinds = {path: {node["@type"] for node in head.graph} for path, head in listed().items()}
    assert kinds["index.html"] == {"WebSite", "Organization", "CollectionPage"}
    assert kinds["the-bridge/article/index.html"] == {
        "BreadcrumbList",
        "NewsArticle",
        "Organization",
    }
    assert kinds["the-bridge/timeline/index.html"] == {"BreadcrumbList"}
    assert "Dataset" in kinds["the-bridge/key-figures/index.html"]
    assert kinds["the-bridge/facts/anna-berg/index.html"] == {"Person"}
    assert {path.split("/")[1] for path in kinds if not kinds[path]} == {"facts"}


def test_a_fact_adds_little_to_the_site() -> None:
    """Its page, the same as data, and what programs read to embed it, in the mean."""
    ours = [path for path in listed() if path.startswith("the-bridge/facts/")]
    for name, most in (("index.html", 5200), ("index.json", 2400), ("oembed.json", 420)):
        paths = [path.replace("index.html", name) for path in ours]
        assert mean(len(files().get(path, b"")) for path in paths) < most, name


def described(page: str, kind: str) -> dict[str, Any]:
    return next(
        node for node in listed()[f"the-bridge/{page}index.html"].graph if node["@type"] == kind
    )


def test_sources_and_corrections_are_described_where_they_are_listed() -> None:
    article, sources = described("article/", "NewsArticle"), described("sources/", "NewsArticle")
    assert article["@id"] == sources["@id"]
    assert len(sources["isBasedOn"]) == 2
    corrections = article["correction"]
    assert [correction["datePublished"] for correction in corrections] == [
        "2024-10-02",
        "2024-09-13",
        "2024-09-12",
    ]
    assert corrections[2]["text"].startswith("Was “60 million”, is “61 million”.")
    assert "correction" not in described("", "NewsArticle"), "the brief lists none"


def test_a_person_is_the_one_that_others_know_by_address() -> None:
    person = described("facts/anna-berg/", "Person")
    assert person["affiliation"]["@id"].endswith("/facts/skerry-council/#organization")
    known = {
        mention["@id"]: mention
        for mention in described("who-and-where/", "NewsArticle")["mentions"]
    }
    assert known[person["@id"]]["sameAs"] == ["https://www.wikidata.org/wiki/Q42"]


def test_a_place_is_where_the_sheet_says() -> None:
    assert described("facts/skerry/", "Place")["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 58.3,
        "longitude": 11.4,
    }


def test_what_was_never_changed_was_last_modified_when_it_was_published() -> None:
    timed = files(SITE, language="published_time: 18:30\n")["the-note/index.html"]
    (article,) = [node for node in Head(timed.decode()).graph if node["@type"] == "NewsArticle"]
    moment = "2024-09-12T18:30:00+00:00"
    assert (article["datePublished"], article["dateModified"]) == (moment, moment)


def test_the_data_set_has_every_file_that_can_be_downloaded() -> None:
    files_of = described("sources/", "Dataset")["distribution"]
    assert {file_of(file["contentUrl"]) for file in files_of} == {
        path for path in files() if path.startswith("the-bridge/data/")
    }


def test_a_data_set_offers_the_files_of_its_page() -> None:
    files_of = described("key-figures/", "Dataset")["distribution"]
    assert [(file["encodingFormat"], file_of(file["contentUrl"])) for file in files_of] == [
        ("text/csv", "the-bridge/data/figures.csv")
    ]


def test_a_headline_cannot_end_the_script_that_contains_it() -> None:
    title = "'</script><script>alert(x)</script><!-- & ‹x›'"
    page = files(SITE, title=title)["the-bridge/index.html"].decode()
    assert "<script>alert" not in page
    assert "<!-- &" not in page
    (article,) = [node for node in Head(page).graph if node["@type"] == "NewsArticle"]
    assert article["headline"] == unescape(title.strip("'"))


# Feeds


@pytest.fixture(scope="module")
def feed() -> Any:
    found = feedparser.parse(files()["feed.xml"])
    assert found.bozo is False
    return found


def test_the_feed_has_each_briefing_the_newest_first(feed: Any) -> None:
    assert [entry.id for entry in feed.entries] == [
        "tag:record.example,2024:the-note",
        # The name that the folder had first.
        "tag:record.example,2024:the-ribbon",
    ]
    assert feed.feed.id == "tag:record.example,2024:feed.xml"
    assert feed.feed.updated == "2026-01-08T12:00:00Z"
    bridge = feed.entries[1]
    assert (bridge.published, bridge.updated) == (
        "2024-09-11T18:30:00+02:00",
        "2026-01-08T12:00:00Z",
    )
    assert bridge.link == f"{SITE}the-bridge/"
    assert bridge.content[0].value.startswith("<p>The bridge is open.")


def test_the_json_feed_says_the_same(feed: Any) -> None:
    made = json.loads(files()["feed.json"])
    Draft202012Validator(JSON_FEED_1_1).validate(made)
    assert [(item["id"], item["url"], item["date_modified"]) for item in made["items"]] == [
        (entry.id, entry.link, entry.updated) for entry in feed.entries
    ]


def test_every_page_but_those_of_facts_and_for_frames_leads_to_the_feeds() -> None:
    for path, head in heads().items():
        is_fact = "/facts/" in path and not head.robots
        if is_fact or (path.startswith("the-bridge/") and "/embed/" in path):
            assert head.feeds == set()
            continue
        up = "/news/" if path == "404.html" else "../" * path.count("/")
        changes = {("application/atom+xml", f"{up}changes.xml")}
        assert head.feeds == {
            ("application/atom+xml", f"{up}feed.xml"),
            *(
                [("application/feed+json", f"{up}feed.json")]
                if path in {"index.html", "about/index.html"}
                else ()
            ),
            *(changes if path in {"corrections/index.html", "changes/index.html"} else ()),
        }


def entries(made: dict[str, bytes]) -> dict[str, str]:
    found = re.findall(r"<entry.*?</entry>", made["feed.xml"].decode(), re.DOTALL)
    return {re.findall("<id>(.*)</id>", entry)[0]: entry for entry in found}


def test_a_move_to_another_domain_leaves_every_id() -> None:
    here, there = (feedparser.parse(files(address)["feed.xml"]) for address in (SITE, OTHER))
    assert here.feed.id == there.feed.id
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]


def test_another_title_leaves_every_id_and_every_other_entry() -> None:
    before, after = entries(files()), entries(files(SITE, title="Another title"))
    assert before.keys() == after.keys()
    changed = [entry for entry in before if before[entry] != after[entry]]
    assert changed == ["tag:record.example,2024:the-ribbon"]


def test_another_fact_leaves_the_feeds_and_every_other_briefing() -> None:
    event = "  - {id: new, title: New, date: 2024-09-11, evidence: cut the ribbon, date_from: x}\n"
    before, after = files(), files(SITE, event=event)
    assert "the-bridge/facts/new/index.html" in after
    changed = {path for path in before if before[path] != after[path]}
    elsewhere = {path for path in changed if not path.startswith(("the-bridge/", "the-ribbon/"))}
    assert elsewhere <= {"index.html", "sitemap.xml", "search/1/0.js"}
