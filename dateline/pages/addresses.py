"""The address of every page of a site, and how one page links to another."""

import re
from functools import lru_cache
from posixpath import join, normpath
from typing import Final, Literal
from urllib.parse import urlsplit

from dateline.facts.kinds import BriefingPage, Section
from dateline.frozen import dataclass
from dateline.patterns import compile_later

FRONT = "index.html"
ABOUT = "about/index.html"
CORRECTIONS = "corrections/index.html"
AUTHORS = "authors/index.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
CHANGES = "changes.xml"
# The folder of the preview's own files; a published site has none.
PREVIEW = "__preview/"

# The files of a briefing's `data` folder that are no table.
FACTS = "facts.json"
PACKAGE = "datapackage.json"

# The element of a page that holds its corrections.
AT_CORRECTIONS = "at_corrections"
AT_WRITTEN = "at_written"


def brief_page(slug: str) -> str:
    return f"{slug}/index.html"


def own_page(name: str) -> str:
    """A page of the site's own; ABOUT is one."""
    return f"{name}/index.html"


def author_page(author: str) -> str:
    return f"authors/{author}/index.html"


DividedSection = Section | Literal["corrections"]
"""What may have pages by year and month: corrections, too, which a site of one briefing has as well."""


def section_page(section: DividedSection) -> str:
    """The first page of a part of the archive."""
    return f"{section}/index.html"


def within(section: DividedSection, name: str) -> str:
    """A further page of a part of the archive; its `name` may have several folders, as in `2024/10`."""
    return f"{section}/{name}/index.html"


def numbered(name: str, number: int) -> str:
    """The name of a further page of a list; that of its head, which has the number 0, is `name` itself."""
    return f"{name}/page-{number}" if number else name


def page_of(slug: str, page: BriefingPage) -> str:
    return f"{slug}/{page}/index.html"


EmbedSheet = Literal["timeline", "key-figures", "map"]
"""What other sites can show in a frame."""


def embed_page(slug: str, sheet: EmbedSheet) -> str:
    return f"{slug}/{sheet}/embed/index.html"


def oembed_file(page: str) -> str:
    """What a program that asks how to show a page gets: beside the page."""
    return page.replace("index.html", "oembed.json")


def fact_page(slug: str, fact: str) -> str:
    return f"{slug}/facts/{fact}/index.html"


def fact_twin(slug: str, fact: str) -> str:
    """The fact's page for programs, beside the one for readers."""
    return f"{slug}/facts/{fact}/index.json"


def data_file(slug: str, name: str) -> str:
    """A file to download; `name` includes the extension."""
    return f"{slug}/data/{name}"


def search_file(slug: str) -> str:
    """What search reads of a briefing."""
    return f"{slug}/search.js"


def search_part(name: str) -> str:
    """A file of the index that search reads."""
    return f"search/{name}.js"


def schema_file(name: str) -> str:
    """A JSON Schema, the same for every briefing; its name ends in its version."""
    return f"schemas/{name}.json"


def sitemap_part(number: int) -> str:
    return f"sitemap-{number}.xml"


def calendar_file(slug: str) -> str:
    """The calendar of what a briefing expects, or the whole site where `slug` is empty."""
    return f"{slug}/expected.ics" if slug else "expected.ics"


def card_image(slug: str, digest: str) -> str:
    """The site's where `slug` is empty. A changed card has another: other sites keep pictures."""
    name = f"card-{digest[:10]}.png"
    return f"{slug}/{name}" if slug else name


def picture_file(slug: str, name: str) -> str:
    return f"{slug}/images/{name}"


def words_id(fact: str, passage: int = 1) -> str:
    """The element id of a fact's words in the article; passages count from 1."""
    return f"words-{fact}" if passage == 1 else f"words-{fact}-{passage}"


# A link that names a scheme, a server, no page or a query: it leads as well from any other page.
_ELSEWHERE: Final = compile_later(r"[a-z][a-z0-9+.-]*:|[/\\#]|$|[^#]*\?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """The page that links are written on.

    Links are relative, so that they work at any base path. Where the site's address is known they
    end in the folder, which is the page's one address; else they name the file, and work from disk.
    A page that is served at any depth (404.html) has a `base` instead, such as `/repo/`: its
    links begin there and end in the folder. What is on the pages that it `holds` is on it as well.
    """

    path: str
    is_hosted: bool = False
    base: str | None = None
    holds: frozenset[str] = frozenset()

    def to(self, page: str, fragment: str = "") -> str:
        """The link from here to `page` (its path in the site), and to the element there."""
        hash_part = f"#{fragment}" if fragment else ""
        if self.base is not None:
            return f"{self.base}{page.removesuffix(FRONT)}{hash_part}"
        if fragment and (page == self.path or page in self.holds):
            return hash_part
        link = _relative(page, self.path.rpartition("/")[0] or ".")
        return f"{_folder(link) if self.is_hosted else link}{hash_part}"

    def follow(self, href: str) -> str:
        """The path in the site that a link from here, without a fragment, leads to."""
        named = f"{href}{FRONT}" if href.endswith("/") else href
        return normpath(join(self.path.rpartition("/")[0], named))

    def to_written(self, href: str, page: str) -> str:
        """The link from here that is `href` on another `page`, where an author wrote it."""
        route, _hash, fragment = href.partition("#")
        target = Here(path=page).follow(route)
        if _ELSEWHERE.match(href) or href.endswith("#") or target.startswith(".."):
            return href
        return self.to(target, fragment)

    @property
    def root(self) -> str:
        """What goes before the path of a file of the site: `../../`, or the base."""
        return self.base if self.base is not None else "../" * self.path.count("/")


@lru_cache(maxsize=4096)
def _relative(page: str, folder: str) -> str:
    """The way from a folder to a page; asked again for every link between the same two.

    Ten times as fast as `relpath`, which asks what the working directory is.
    """
    above, below = _steps(folder), _steps(page)
    shared = 0
    for from_here, to_there in zip(above, below, strict=False):
        if from_here != to_there:
            break
        shared += 1
    return "/".join([".."] * (len(above) - shared) + below[shared:]) or "."


def _steps(path: str) -> list[str]:
    return [] if path == "." else path.split("/")


def _folder(link: str) -> str:
    """A link to the page of a folder, ending in the folder; any other as it is."""
    above, slash, name = link.rpartition("/")
    return link if name != FRONT else f"{above}{slash}" or "./"


def here_on(path: str, site_address: str | None) -> Here:
    return Here(path=path, is_hosted=bool(site_address))


def address_of(page: str, site_address: str | None, fragment: str = "") -> str:
    """A page's whole address, or that of an element on it; empty where the site's is unknown."""
    if not site_address:
        return ""
    hash_part = f"#{fragment}" if fragment else ""
    return f"{site_address.rstrip('/')}/{page.removesuffix(FRONT)}{hash_part}"


def reach(page: str, here: Here, site_address: str | None, fragment: str = "") -> str:
    """The address of a page in a file that may be downloaded: whole where that is known."""
    return address_of(page, site_address, fragment) or here.to(page, fragment)


def base_path(site_address: str | None) -> str:
    """The path of the folder that the site's pages are in; `/` where no address is known."""
    path = urlsplit(site_address).path if site_address else ""
    return f"{path.rstrip('/')}/"
