"""Feeds for programs, as Atom and as JSON Feed.

What a feed holds is decided elsewhere; here it is only written. Ids are made here too, so that an
entry keeps its own.
"""

from datetime import date
from typing import Final
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dateline import __version__
from dateline.facts.site_records import Site
from dateline.frozen import dataclass
from dateline.pages.addresses import address_of, author_page
from dateline.pages.machines.as_json import to_json, without_empty
from dateline.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`content` is safe HTML, `address` whole, `published` a timestamp (RFC 3339).

    Without `authors`, the feed's own author wrote it; `image` is a whole address, or empty.
    """

    id: str
    title: str
    address: str
    published: str
    updated: date
    language: str
    authors: tuple[str, ...]
    summary: str
    content: str
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`path` is its own, `home` that of the page it follows; both are paths in the site."""

    site: Site
    path: str
    home: str
    title: str
    subtitle: str
    updated: date
    entries: tuple[Entry, ...]

    @property
    def author(self) -> tuple[str, str]:
        """The publisher's name, and its address or nothing."""
        publisher = self.site.publisher
        return self.site.publisher_name, (publisher.address or "") if publisher else ""


# The day of a feed in which nothing is, as while everything is a draft: it must have one.
NOTHING_YET: Final = date(1970, 1, 1)

# Ids

_NAMESPACE: Final = UUID("8d0c6f0e-6c1c-4b7e-9a53-5d1b2f7c9e14")


def entry_id(site: Site, name: str, day: date) -> str:
    """The permanent id of an entry (RFC 4287, 4.2.6), without a title.

    `name` is the entry's own within the site, `day` the one on which it came to be. Under the
    site's `tag` it is a tag URI (RFC 4151), or a UUID (RFC 9562, 5.5) if the tag is one. A site
    without has UUIDs of its publisher and address too, since `name` may be another site's as well.
    """
    return _id(site, name, f"{site.publisher_name} {site.address or ''} {day} {name}")


def feed_id(site: Site, path: str) -> str:
    """The id of the feed at `path`, made in the same way, but without a day."""
    return _id(site, path, f"{site.publisher_name} {site.address or ''} {path}")


def _id(site: Site, name: str, whole_name: str) -> str:
    if not site.tag:
        return uuid5(_NAMESPACE, whole_name).urn
    if "," in site.tag:
        return f"tag:{site.tag}:{name}"
    return uuid5(UUID(site.tag), name).urn


def instant(day: date) -> str:
    """A day as RFC 3339 wants it: noon in UTC, which is that day nearly everywhere on earth."""
    return f"{day}T12:00:00Z"


# Atom


def render_atom(feed: Feed) -> bytes:
    """The feed as Atom (RFC 4287)."""
    site = feed.site
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language})
    _text(root, "id", feed_id(site, feed.path))
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", instant(feed.updated))
    _link(root, "self", address_of(feed.path, site.address), "application/atom+xml")
    _link(root, "alternate", address_of(feed.home, site.address), "text/html")
    SubElement(root, "generator", {"version": __version__}).text = "Dateline"
    _author(root, *feed.author)
    _text(
        root, "rights", _("Facts: %(licence)s", licence=site.licence.name) if site.licence else ""
    )
    for entry in feed.entries:
        _entry(root, entry, site)
    indent(root, " ")
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(root: Element, entry: Entry, site: Site) -> None:
    item = SubElement(root, "entry", {"xml:lang": entry.language})
    _text(item, "id", entry.id)
    _text(item, "title", entry.title)
    _text(item, "published", entry.published)
    _text(item, "updated", instant(entry.updated))
    _link(item, "alternate", entry.address, "text/html")
    for name in entry.authors:
        _author(item, name, _page_of(name, site))
    _text(item, "summary", entry.summary)
    SubElement(item, "content", {"type": "html"}).text = entry.content


def _page_of(name: str, site: Site) -> str:
    """The address of an author's page; empty for a guest."""
    author = site.own.author_of(name)
    return address_of(author_page(author.id), site.address) if author else ""


def _text(parent: Element, name: str, words: str) -> None:
    if words:
        SubElement(parent, name).text = words


def _link(parent: Element, relation: str, address: str, media: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media, "href": address})


def _author(parent: Element, name: str, address: str) -> None:
    person = SubElement(parent, "author")
    _text(person, "name", name)
    _text(person, "uri", address)


# JSON Feed


def render_json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    site, (author, author_address) = feed.site, feed.author
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": address_of(feed.home, site.address),
        "feed_url": address_of(feed.path, site.address),
        "description": feed.subtitle,
        "authors": [without_empty({"name": author, "url": author_address})],
        "language": site.language,
    }
    return to_json(
        {**without_empty(head), "items": [_item(entry, feed.site) for entry in feed.entries]}
    )


def _item(entry: Entry, site: Site) -> dict[str, object]:
    return without_empty(
        {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "content_html": entry.content,
            "summary": entry.summary,
            "image": entry.image,
            "date_published": entry.published,
            "date_modified": instant(entry.updated),
            "authors": [
                without_empty({"name": name, "url": _page_of(name, site)}) for name in entry.authors
            ],
            "language": entry.language,
        }
    )
