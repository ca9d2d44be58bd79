"""What is true of every site that is built, and of every site that is refused: docs/safety.md."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from icalendar import Calendar
from jsonschema import Draft202012Validator

from dateline.facts.described import SeenByReaders, Unpublished, fields_of
from dateline.facts.kinds import FACT_KINDS, Kind
from dateline.facts.records import RECORD_OF, Record
from dateline.facts.topics import topic_id
from dateline.pages.search.folding import terms_of
from dateline.problems import RULE_BY_NAME, Position, Problem, Related, Rule
from tests.fuzzing.building import Files, Outcome, pictures_beside
from tests.fuzzing.sites import WrittenSite
from tests.fuzzing.targets import Tags, check_places
from tests.pages.search.test_search_file import read as read_script
from tests.publishing.crawl import Answer, Document, read, strings

HOME: Final = "https://record.example/a/"
"""Where a site stands that has no address of its own."""

MEDIA: Final = {
    "html": "text/html",
    "svg": "image/svg+xml",
    "css": "text/css",
    "json": "application/json",
    "xml": "application/xml",
    "ics": "text/calendar",
    "txt": "text/plain",
    "webmanifest": "application/json",
}


# Any outcome

OF_NO_FILE: Final = (Rule.FILE_MISSING, Rule.ADDRESS_GONE)
"""What may be wrong with a file that is not there."""


def check_outcome(outcome: Outcome, content: str, files: Files) -> None:
    """The exit code and the report agree; what is wrong is where it says."""
    assert outcome.code in (0, 1), outcome.said
    assert "Traceback" not in outcome.said
    assert (outcome.code == 1) == bool(outcome.errors), outcome.report
    there = dict.fromkeys(pictures_beside(files), b"") | dict(files)
    known = {f"{content}/{path}": data for path, data in there.items()}
    folders = {str(folder) for path in known for folder in PurePosixPath(path).parents}
    problems = [_problem(problem) for problem in outcome.report["problems"]]
    missing = {problem.position.path for problem in problems if problem.rule in OF_NO_FILE}
    check_places(problems, dict.fromkeys(folders | missing, b"") | known)


def _problem(printed: Mapping[str, Any]) -> Problem:
    def position(of: Mapping[str, Any]) -> Position:
        return Position(path=of["path"], line=of["line"], column=of["column"])

    related = (Related(position=position(of), note=of["note"]) for of in printed["related"])
    rule, found, fix = RULE_BY_NAME[printed["rule"]], printed["message"], printed["fix"]
    return Problem(position(printed), rule, found, fix, tuple(related))


# A site that was built


def check_site(files: Files, site: WrittenSite) -> None:
    check_pages(files)
    check_data(files)
    check_links(files, site.yaml["site.yaml"].get("address", HOME))
    check_words(files, site)
    if len(site.slugs) > 1:
        check_topics(files, site)
        check_search(files, site)
        check_people(files, site)


def check_pages(files: Files) -> None:
    """Every element is closed in its turn, every id is used once, nothing runs that is not ours."""
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        text = data.decode()
        tags = Tags(text)
        assert tags.faults == [], (path, tags.faults)
        ids = [value for _, name, value in tags.attributes if name == "id"]
        assert len(ids) == len(set(ids)), path
        assert not [name for _, name, _ in tags.attributes if name.startswith("on")], path
        addresses = [value for _, name, value in tags.attributes if name in ("href", "src")]
        schemes = {urlsplit(address).scheme for address in addresses}
        assert schemes <= {"", "http", "https", "mailto", "data"}, (path, schemes)


def check_data(files: Files) -> None:
    """The facts are as their schemas say, each table has its columns, each calendar can be read."""
    schemas = {name: json.loads(files[f"schemas/{name}-1.json"]) for name in ("facts", "fact")}
    for path, data in files.items():
        if path.endswith("/data/facts.json") or re.search(r"/facts/[^/]+/index\.json$", path):
            name = "facts" if path.endswith("/facts.json") else "fact"
            Draft202012Validator(schemas[name]).validate(json.loads(data))
        elif path.endswith(".csv"):
            rows = [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))]
            assert {len(row) for row in rows} == {len(rows[0])}, path
        elif path.endswith(".ics"):
            assert Calendar.from_ical(data).events, path


def check_links(files: Files, address: str) -> None:
    """Every address of the site that any file names is there, with its element."""
    documents = {path: _document(path, data, address) for path, data in files.items()}
    for path, document in documents.items():
        for named in document.named:
            whole, fragment = urldefrag(named)
            if not whole.startswith(address):
                continue
            target = unquote(whole.removeprefix(address).partition("?")[0])
            target += "index.html" if target.endswith("/") or not target else ""
            assert target in documents, (path, named)
            element = unquote(fragment).partition(":~:")[0]
            assert not element or element in documents[target].ids, (path, named)


def _document(path: str, data: bytes, address: str) -> Document:
    media = MEDIA.get(path.rpartition(".")[2], "application/octet-stream")
    text = "" if media == "application/octet-stream" else data.decode()
    return read(urljoin(address, path), Answer(200, media, text), address)


class Shown(HTMLParser):
    """What readers, also those of machines, get of a page: its text and its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.attributes: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += (f"\n{value}" for _, value in attrs if value)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


NOT_SHOWN: Final = frozenset({"uncertain", "topic"})
"""What readers see only beside a date in doubt, or if there are several."""


def check_words(files: Files, site: WrittenSite) -> None:
    """Every text of a fact is in facts.json as it was written, and on a page."""
    pages = [Shown(data.decode()) for path, data in files.items() if path.endswith(".html")]
    shown = "\n".join(_spaced("".join([*page.text, *page.attributes])) for page in pages)
    for slug in site.slugs:
        values = {text for _, text in strings(json.loads(files[f"{slug}/data/facts.json"]))}
        for place, text in texts_of_facts(site, slug):
            assert text in values, (place, text)
            assert _spaced(text) in shown or place.split()[-1] in NOT_SHOWN, (place, text)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def texts_of_facts(site: WrittenSite, slug: str) -> Iterator[tuple[str, str]]:
    """Each text of a fact that readers see, with its place."""
    for kind in FACT_KINDS:
        sheet = site.yaml.get(f"{slug}/{kind.sheet}", {})
        for record in sheet.get(kind.plural, ()):
            yield from _texts(record, RECORD_OF[kind], record["id"])


def _texts(data: Mapping[str, Any], model: type[Record], place: str) -> Iterator[tuple[str, str]]:
    for field in fields_of(model):
        value = data.get(field.written)
        if value is None or field.written == "waive" or field.mark(Unpublished) is not None:
            continue
        for single in value if isinstance(value, list) else [value]:
            inside = f"{place} {field.written}"
            if field.is_record and isinstance(single, dict):
                yield from _texts(single, field.value_type, inside)
            elif field.mark(SeenByReaders):
                yield inside, single


# Across briefings


def check_topics(files: Files, site: WrittenSite) -> None:
    """A topic of several briefings has a page that leads to each of them, and a single one has none."""
    about: dict[str, set[str]] = defaultdict(set)
    for slug in site.slugs:
        front, _ = site.articles[f"{slug}/article.md"]
        events = site.yaml.get(f"{slug}/{Kind.EVENT.sheet}", {}).get(Kind.EVENT.plural, ())
        of_events = [topic for event in events for topic in event.get("topic", ())]
        for topic in front.get("topics", of_events):
            about[topic_id(topic)].add(slug)
    for own, slugs in about.items():
        path = f"topics/{own}/index.html"
        assert (path in files) == (len(slugs) > 1), path
        if path in files:
            led = {
                value for _, name, value in Tags(files[path].decode()).attributes if name == "href"
            }
            for slug in slugs:
                assert any(href.startswith(f"../../{slug}/") for href in led), (path, slug)


def check_search(files: Files, site: WrittenSite) -> None:
    """Each briefing is found by every word of its headline, before those that only mention it."""
    [_, slugs] = read_script(files["search/briefings.js"])
    shards = {
        path: read_script(data)[1] for path, data in files.items() if path.startswith("search/1/")
    }
    found = {
        term: codes
        for shard in shards.values()
        for term, *codes in (entry.split(" ") for entry in shard.split(";") if entry)
    }
    assert {*slugs.split()} == {*site.slugs}
    for place, slug in enumerate(slugs.split()):
        front, _ = site.articles[f"{slug}/article.md"]
        for term in terms_of(front["title"]):
            _, strong = found[term]
            assert chr(63) + chr(63 + place) in [
                strong[at : at + 2] for at in range(0, len(strong), 2)
            ]


def check_people(files: Files, site: WrittenSite) -> None:
    """Anyone of the site’s own people.yaml who is a fact of a briefing has a page that leads there."""
    for record in site.yaml.get("people.yaml", {}).get("people", ()):
        for slug in site.slugs:
            if f"{slug}/facts/{record['id']}/index.html" in files:
                page = files[f"people/{record['id']}/index.html"].decode()
                assert f"../../{slug}/" in page, (record["id"], slug)
