"""Check every link of the built site as a browser would follow it, over HTTP and from the disk.

An attribute by which pages refer to something is one `case` in `_links`.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import unescape
from typing import Final, Literal, NamedTuple
from urllib.parse import unquote

from dateline.facts.article import HEADING, Article, WrittenLink, elements
from dateline.pages.addresses import FRONT, NOT_FOUND, Here, base_path, here_on, page_of
from dateline.problems import Position, Problem, Rule

LinkKind = Literal["link", "request", "id"]


class PageLink(NamedTuple):
    """A `link` for the reader to follow, a `request` that the browser makes, or an `id` of the page."""

    kind: LinkKind
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class ParsedPage:
    links: list[PageLink] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboundLink:
    """A link from one part of the site to another; `target` is the path of the file it leads to.

    `written` is the place of a link that is in the article, or in a page of the site's own (`in_page`).
    """

    page: str
    href: str
    line: int
    target: str
    fragment: str | None
    written: WrittenLink | None = None
    in_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedLinks:
    problems: tuple[Problem, ...]
    outbound: tuple[OutboundLink, ...]


def check_part(
    files: Mapping[str, bytes],
    *,
    site_address: str | None,
    article: Article | None = None,
    texts: Mapping[str, Article] | None = None,
) -> CheckedLinks:
    """Check the links of one part of the site (a briefing, for instance), by path in the site.

    Those that the `article` of the part has, or one of the `texts` by the paths of their pages, are
    reported there, once.

    Links must work at any base path, so they are relative. Without the site's address they must work from
    the disk too, and name a file. Only 404.html, which is served at any depth, has absolute ones, within
    the path of the address.
    """
    pages = {path: page for path in sorted(files) if (page := _parse(path, files[path]))}
    part = _Part(frozenset(files), pages, base_path(site_address), is_hosted=bool(site_address))
    problems: list[Problem] = []
    outbound: list[OutboundLink] = []
    for path, page in pages.items():
        problems += _check_ids(path, page)
        own = texts.get(path) if texts else None
        in_page, text = own is not None, own or article
        written = _written(text, here_on(path, site_address), in_page=in_page) if text else {}
        for link in page.links:
            found = _check_link(link, path, part)
            wrote = written.get(link.value)
            if wrote and isinstance(found, OutboundLink) and _is_beside(found):
                found = _check_target(found, part.paths, part.pages)
            if isinstance(found, OutboundLink):
                outbound.append(replace(found, written=wrote, in_page=in_page))
            elif found and wrote:
                problems.append(_in_text(wrote.position, wrote.href, found, text, in_page=in_page))
            elif found:
                problems.append(_problem(path, link.line, link.value, found))
    return CheckedLinks(problems=tuple(dict.fromkeys(problems)), outbound=tuple(outbound))


def first_to_each_target(outbound: Iterable[OutboundLink]) -> tuple[OutboundLink, ...]:
    """One link for each target: the first, which is reported for all of them."""
    first: dict[tuple[str, str | None, bool], OutboundLink] = {}
    for link in outbound:
        first.setdefault((link.target, link.fragment, link.page == NOT_FOUND), link)
    return tuple(first.values())


def check_outbound(
    outbound: Iterable[OutboundLink], files: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Check the links between parts; `files` are those of the whole site."""
    pages: dict[str, ParsedPage | None] = {}
    for link in outbound:
        if link.fragment and link.target in files and link.target not in pages:
            pages[link.target] = _parse(link.target, files[link.target])
        if reason := _check_target(link, files, pages):
            if link.written:
                at, href = link.written.position, link.written.href
                yield _in_text(at, href, reason, in_page=link.in_page)
            else:
                yield _problem(link.page, link.line, link.href, reason)


def _written(text: Article, here: Here, *, in_page: bool) -> dict[str, WrittenLink]:
    """The links of a text by how they are written on this page; of several, the first."""
    page = here.path if in_page else page_of(here.path.partition("/")[0], "article")
    return {here.to_written(link.href, page): link for link in reversed(text.links)}


def _is_beside(link: OutboundLink) -> bool:
    """Whether a link leads to the briefing that it is in, all of whose files are known."""
    return link.target.split("/")[0] == link.page.split("/")[0]


# From a link to its file, and to an element in it


@dataclass(frozen=True, slots=True)
class _Part:
    paths: frozenset[str]
    pages: Mapping[str, ParsedPage]
    base: str
    is_hosted: bool


def _check_ids(path: str, page: ParsedPage) -> Iterator[Problem]:
    for name, line in page.repeated:
        reason = f"the id is used twice on this page, first on line {page.ids[name]}"
        yield _problem(path, line, f"#{name}", f"{reason}; keep it for one element")


def _problem(page: str, line: int, href: str, reason: str) -> Problem:
    return Problem(
        position=Position(path=page, line=line),
        rule=Rule.LINK_DEAD,
        found=f"{href}: {reason}",
        fix="correct the link in the article or sheet that it comes from",
    )


def _headings(article: Article | None) -> tuple[str, ...]:
    if article is None:
        return ()
    ids = (element.get("id") or "" for element in elements(article.body))
    return tuple(id_.removeprefix(HEADING) for id_ in ids if id_.startswith(HEADING))


# How many headings a message lists.
_SHOWN: Final = 8


def _in_text(
    position: Position,
    href: str,
    reason: str,
    text: Article | None = None,
    *,
    in_page: bool,
) -> Problem:
    """A dead link at its place in an article, which is on several pages that `reason` may name, or a page."""
    found, here = f"the link “{href}” leads nowhere", "page" if in_page else "article"
    other = "the site, as ../corrections" if in_page else "this briefing, as ../timeline"
    fix = (
        f"link to an address that begins with https://, to a heading of the {here}, as #what-next,"
        f" or to a page of {other}/"
    )
    if href.startswith("#"):
        headings = _headings(text)
        shown = [f"#{heading}" for heading in headings[:_SHOWN]]
        more = [f"and {len(headings) - _SHOWN} more"] if len(headings) > _SHOWN else []
        listed = "; ".join([*shown, *more])
        fix = f"link to one of its headings: {listed}" if listed else f"the {here} has no headings"
        found = f"{found}: no heading of the {here} is called so"
    elif not reason.startswith(("the site has no file", "no element of")):
        found, fix = f"the link “{href}”: {reason}", ""
    return Problem(position, Rule.LINK_DEAD, found, fix)


# WHATWG URL Standard, as far as links inside one site need it: scheme, path, fragment.
_ADDRESS: Final = re.compile(
    r"(?:([a-z][a-z0-9+.-]*):)?([^?#]*)(?:\?[^#]*)?(?:#(.*))?", re.IGNORECASE | re.DOTALL
)


def _check_link(link: PageLink, path: str, part: _Part) -> str | OutboundLink:
    """What is wrong with a link, "" if nothing; or where it leads outside this part of the site."""
    if not link.value.strip():
        return "it is empty; write where it leads, or leave the attribute out"
    if link.kind == "id":
        known = link.value in part.pages[path].ids
        return "" if known else "no element of this page has that id"
    address = _ADDRESS.fullmatch(link.value.strip())
    assert address, "every part of the expression may be empty"
    scheme, route, fragment = address.groups()
    route = route.replace("\\", "/")
    if scheme or route.startswith("//"):
        return _check_foreign(link.kind, (scheme or "").lower())
    if route and (fault := _check_form(route, path, part.base)):
        return fault
    if route.endswith("/") and (part.is_hosted or path == NOT_FOUND):
        route = f"{route}{FRONT}"
    target = _resolve(route, path, part.base) if route else path
    if target is None:
        return "it leads out of the site"
    end = OutboundLink(page=path, href=link.value, line=link.line, target=target, fragment=fragment)
    return _check_target(end, part.paths, part.pages) if target in part.paths else end


def _check_foreign(kind: LinkKind, scheme: str) -> str:
    if scheme in ({"data"} if kind == "request" else {"http", "https", "mailto", "tel"}):
        return ""
    if kind == "request":
        return "the page fetches it from another site; keep a copy in this one"
    if not scheme:
        return "it has no scheme, so it leads nowhere from the disk; begin with https://"
    return f"a link cannot begin with {scheme}: here; use http, https, mailto or tel"


def _check_form(route: str, path: str, base: str) -> str:
    absolute = route.startswith("/")
    if absolute and path != NOT_FOUND:
        return "it begins with a slash, so it fails from the disk; write it relative to this page"
    if absolute and not route.startswith(base):
        return f"it leads out of the site, whose address begins with {base}"
    if path == NOT_FOUND and not absolute:
        return f"404.html is shown at any depth; begin the address with {base}"
    return ""


def _resolve(route: str, path: str, base: str) -> str | None:
    """The path of the file that `route` leads to; None if it leads out of the site."""
    absolute = route.startswith("/")
    folders = [] if absolute else path.split("/")[:-1]
    for part in unquote(route.removeprefix(base) if absolute else route).split("/"):
        if part == "..":
            if not folders:
                return None
            folders.pop()
        elif part != ".":
            folders.append(part)
    return "/".join(folders)


def _check_target(
    link: OutboundLink, files: Container[str], pages: Mapping[str, ParsedPage | None]
) -> str:
    if link.target not in files:
        if f"{link.target.rstrip('/')}/{FRONT}".lstrip("/") not in files:
            return f"the site has no file {link.target}"
        return "it opens a folder listing from the disk; add index.html"
    page = pages.get(link.target)
    if link.fragment is None or page is None or not link.target.endswith((".html", ".svg")):
        return ""
    # HTML Standard 7.4.6.4: the id as written, else as decoded; a directive names no element.
    name, directive, _ = link.fragment.partition(":~:")
    if not name:
        return "" if directive else "nothing follows the #; write the id of an element"
    known = name in page.ids or unquote(name) in page.ids
    return "" if known else f"no element of {link.target} has the id {unquote(name)}"


# Reading pages and stylesheets

Attributes = dict[str, str]

# Link types of HTML that the browser fetches; the others only name an address.
_FETCHED: Final = frozenset({"apple-touch-icon", "icon", "manifest", "preload", "stylesheet"})
_REFRESH: Final = re.compile(r".*;\s*url=(.*)", re.IGNORECASE)

# HTML Standard, 13.2.5, as far as finding tags needs it: a comment, or a tag whose quoted values
# may hold any character, a script with its content. 3 times as fast as html.parser.
_TAG: Final = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <(?P<name>(?P<raw>script|style)(?=[\s/>])|[a-z][^\s/>]*)
        (?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>
        (?(raw).*?(?:</(?P=raw)[\s/>]|\Z))
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# Most tags have none of these: the attributes that `_links` reads, and ids.
_MAY_LINK: Final = re.compile(
    r"(?<![\w-])(?:id|href|src|srcset|aria-labelledby|fill|mask|content)(?![\w-])",
    re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_CSS_ADDRESS: Final = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"'()]*)""", re.IGNORECASE)


# The preview checks a briefing at each save, and most of its pages are as they were: 5 times as fast.
@lru_cache(maxsize=512)
def _parse(path: str, content: bytes) -> ParsedPage | None:
    """None for a file that has no links."""
    match path.rpartition(".")[2].lower():
        case "html" | "svg":
            return parse_page(content.decode("utf-8", "replace"))
        case "css":
            return ParsedPage(links=parse_css(content.decode("utf-8", "replace")))
        case _:
            return None


def parse_page(text: str) -> ParsedPage:
    page = ParsedPage()
    at, line = 0, 1
    for tag in _TAG.finditer(text):
        if not _MAY_LINK.search(tag["attributes"] or ""):
            continue
        line += text.count("\n", at, tag.start())
        at = tag.start()
        attributes = _attributes(tag["attributes"])
        if (name := attributes.get("id")) is not None:
            if name in page.ids:
                page.repeated.append((name, line))
            page.ids.setdefault(name, line)
        page.links.extend(
            PageLink(kind, value, line) for kind, value in _links(tag["name"].lower(), attributes)
        )
    return page


def _attributes(text: str) -> Attributes:
    """Names in lower case, values with their character references resolved; the first of two wins."""
    found: Attributes = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


def _links(tag: str, attributes: Attributes) -> Iterator[tuple[LinkKind, str]]:
    for name, value in attributes.items():
        match name:
            case "href" | "src":
                yield _kind_of(tag, attributes), value
            case "srcset":
                yield from (("request", copy.partition(" ")[0]) for copy in value.split(", "))
            case "aria-labelledby":
                yield from (("id", name) for name in value.split() or [""])
            case "fill" | "mask":
                yield from (("request", link.value) for link in parse_css(value))
            case "content" if attributes.get("http-equiv", "").lower() == "refresh":
                if address := _REFRESH.fullmatch(value):
                    yield "link", address[1]


def _kind_of(tag: str, attributes: Attributes) -> LinkKind:
    if tag == "link":
        types = attributes.get("rel", "").lower().split()
        return "link" if _FETCHED.isdisjoint(types) else "request"
    return "link" if tag == "a" else "request"


def parse_css(text: str) -> list[PageLink]:
    """Every address that a stylesheet, or a value of one, makes the browser fetch."""
    return [
        PageLink("request", found[1].strip(), text.count("\n", 0, found.start()) + 1)
        for found in _CSS_ADDRESS.finditer(text)
    ]
