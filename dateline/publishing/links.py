"""Every link of the built site, followed as a browser would: over HTTP, and from the disk."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import unescape
from typing import Literal, NamedTuple
from urllib.parse import unquote


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLink:
    """A link of `page`, as it is written there, and what is wrong with it; `line` from 1."""

    page: str
    href: str
    reason: str
    line: int


class Reference(NamedTuple):
    """What a page refers to: a `link` for the reader, a `request` of the browser, or an `id`."""

    kind: Literal["link", "request", "id"]
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """One HTML, SVG or CSS file: what it refers to, its ids with their lines, ids used again."""

    references: list[Reference] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outward:
    """A link from one part of a site to a file of another: `target` is that file's path."""

    page: str
    href: str
    line: int
    target: str
    fragment: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What came of the links of one part: those that are dead, and those that lead out of it."""

    dead: tuple[DeadLink, ...]
    outward: tuple[Outward, ...]


def check_links(files: Mapping[str, bytes], *, base: str = "/") -> Iterator[DeadLink]:
    """Find every link that would fail some reader, page by page, from its first line down.

    `files` is the whole site, by path relative to it. Links are held to work at any address and
    from the disk: relative, down to the file. Only 404.html, which is served at any depth, has
    absolute ones, within `base`, the path of the site's address.
    """
    followed = follow_links(files, base=base)
    dead = [*followed.dead, *check_outward(followed.outward, files)]
    yield from sorted(dead, key=lambda one: (one.page, one.line))


def follow_links(files: Mapping[str, bytes], *, base: str) -> Followed:
    """Try the links of one part of a site, a briefing for instance, as far as it reaches itself."""
    pages = {path: page for path in sorted(files) if (page := _read(path, files[path]))}
    part = _Part(
        paths=frozenset(files), pages=pages, base=f"/{base.strip('/')}/".replace("//", "/")
    )
    dead: list[DeadLink] = []
    outward: list[Outward] = []
    known: _Known = {}
    for path, page in pages.items():
        found = [*_check_ids(path, page), *_check_references(path, page, part, known)]
        dead += (one for one in found if isinstance(one, DeadLink))
        outward += (one for one in found if isinstance(one, Outward))
    return Followed(dead=tuple(dead), outward=tuple(outward))


def first_of_each(outward: Iterable[Outward]) -> tuple[Outward, ...]:
    """One link for each place that is led to: the first, which stands for all of them."""
    first: dict[tuple[str, str | None, bool], Outward] = {}
    for one in outward:
        first.setdefault((one.target, one.fragment, one.page == NOT_FOUND), one)
    return tuple(first.values())


def check_outward(outward: Iterable[Outward], files: Mapping[str, bytes]) -> Iterator[DeadLink]:
    """Find the links between parts that lead nowhere; `files` are those of the whole site."""
    pages: dict[str, LinkedFile | None] = {}
    for one in outward:
        if one.fragment and one.target in files and one.target not in pages:
            pages[one.target] = _read(one.target, files[one.target])
        for reason in _object_to_end(one, files, pages):
            yield DeadLink(page=one.page, href=one.href, reason=reason, line=one.line)
            break


NOT_FOUND = "404.html"


# What was found of a reference: its kind, its words, and the folder or page that it was read in.
_Known = dict[tuple[str, str, str], str | Outward]


@dataclass(frozen=True, slots=True)
class _Part:
    paths: frozenset[str]
    pages: Mapping[str, LinkedFile]
    base: str


def _read(path: str, content: bytes) -> LinkedFile | None:
    """None for a file that links nowhere."""
    return _read_as(path.rpartition(".")[2].lower(), content)


# While a briefing is written, most of its pages stay as they are from one build to the next.
@lru_cache(maxsize=512)
def _read_as(ending: str, content: bytes) -> LinkedFile | None:
    match ending:
        case "html" | "svg":
            return parse_page(content.decode("utf-8", "replace"))
        case "css":
            found = parse_css(content.decode("utf-8", "replace"))
            return LinkedFile([Reference("request", url, line) for url, line in found])
        case _:
            return None


def _check_ids(path: str, page: LinkedFile) -> Iterator[DeadLink]:
    for name, line in page.repeated:
        first = page.ids[name]
        reason = f"the id stands twice in this page, first on line {first}; keep it for one element"
        yield DeadLink(page=path, href=f"#{name}", reason=reason, line=line)


def _check_references(
    path: str, page: LinkedFile, part: _Part, known: _Known
) -> Iterator[DeadLink | Outward]:
    folder = path.rpartition("/")[0]
    for kind, value, line in page.references:
        # Pages side by side lead to the same places by the same words; ids are a page's own.
        here = path if kind == "id" or value[:1] in "#?" or path == NOT_FOUND else folder
        found = known.get((kind, value, here))
        if found is None:
            found = known[kind, value, here] = next(_objections(kind, value, path, part), "")
        if isinstance(found, Outward):
            yield replace(found, page=path, line=line)
        elif found:
            yield DeadLink(page=path, href=value, reason=found, line=line)


# Addresses: WHATWG URL Standard, as far as links inside one site need it.
_ADDRESS = re.compile(
    r"(?:([a-z][a-z0-9+.-]*):)?([^?#]*)(?:\?[^#]*)?(?:#(.*))?", re.IGNORECASE | re.DOTALL
)
_AROUND = "".join(map(chr, range(0x21)))
_WITHIN = str.maketrans("", "", "\t\n\r")


def _objections(kind: str, value: str, path: str, part: _Part) -> Iterator[str | Outward]:
    """What is wrong with a reference from the page `path`, if anything; or where it leads to."""
    if not value.strip():
        yield "it is empty; write where it leads, or leave the attribute out"
    elif kind == "id":
        if value not in part.pages[path].ids:
            yield "no element of this page has that id"
    else:
        address = _ADDRESS.fullmatch(value.strip(_AROUND).translate(_WITHIN))
        assert address, "every part of the expression may be empty"
        scheme, route, fragment = address.groups()
        if scheme or route.startswith(("//", "\\\\")):
            yield from _object_to_foreign(kind, (scheme or "").lower())
        else:
            link = (path, value, route.replace("\\", "/"), fragment)
            yield from _object_to_route(*link, part)


def _object_to_foreign(kind: str, scheme: str) -> Iterator[str]:
    if kind == "request" and scheme in {"", "http", "https"}:
        yield "the page fetches it from another site; keep a copy in this one"
    elif not scheme:
        yield "it has no scheme, so it leads nowhere from the disk; begin with https://"
    elif scheme in {"javascript", "vbscript"}:
        yield "it runs a script; write an address"
    elif kind == "link" and scheme not in {"http", "https", "mailto", "tel"}:
        yield f"a link cannot begin with {scheme}: here; use http, https, mailto or tel"
    elif kind == "request" and scheme != "data":
        yield f"a page cannot fetch from {scheme}: addresses; keep a copy in this site"


def _object_to_route(
    path: str, href: str, route: str, fragment: str | None, part: _Part
) -> Iterator[str | Outward]:
    """The way from the page to a file, then to an element in it."""
    if route:
        yield from _object_to_form(route, path, part.base)
    target = _follow(route, path, part.base) if route else path
    if target is None:
        yield "it leads out of the site"
        return
    end = Outward(page=path, href=href, line=0, target=target, fragment=fragment)
    if target in part.paths:
        yield from _object_to_end(end, part.paths, part.pages)
    else:
        yield end


def _object_to_form(route: str, path: str, base: str) -> Iterator[str]:
    absolute = route.startswith("/")
    if absolute and path != NOT_FOUND:
        yield "it begins with a slash, so it fails from the disk; write it relative to this page"
    elif absolute and not route.startswith(base):
        yield f"it leads out of the site, whose address begins with {base}"
    elif path == NOT_FOUND and not absolute:
        yield f"404.html is shown at any depth; begin the address with {base}"


def _follow(route: str, path: str, base: str) -> str | None:
    """The path of the file that `route` leads to; None if it leads out of the site."""
    if route.startswith("/"):
        folders, route = [], route.removeprefix(base)
    else:
        folders = path.split("/")[:-1]
    for part in unquote(route).split("/"):
        if part == "..":
            if not folders:
                return None
            folders.pop()
        elif part != ".":
            folders.append(part)
    return "/".join(folders)


def _object_to_end(
    link: Outward, files: Container[str], pages: Mapping[str, LinkedFile | None]
) -> Iterator[str]:
    """What is wrong at the end of a link: no such file, or no such element in its page."""
    if link.target not in files:
        if f"{link.target.rstrip('/')}/index.html".lstrip("/") not in files:
            yield f"the site has no file {link.target}"
        elif link.page != NOT_FOUND:
            yield "it opens a folder listing from the disk; add index.html"
    elif link.fragment is not None:
        yield from _object_to_fragment(link.fragment, link.target, pages.get(link.target))


def _object_to_fragment(fragment: str, target: str, page: LinkedFile | None) -> Iterator[str]:
    """HTML Standard 7.4.6.4: the id as written, else as decoded. CSS and data have other ones."""
    name, directive, _ = fragment.partition(":~:")
    if not name and not directive:
        yield "nothing follows the #; write the id of an element"
    elif (
        name
        and page
        and target.endswith((".html", ".svg"))
        and not {name, unquote(name)} & page.ids.keys()
    ):
        yield f"no element of {target} has the id {unquote(name)}"


# What refers to something: HTML Standard, index of attributes; WAI-ARIA 1.2, section 6.
_SETS = frozenset({"srcset", "imagesrcset"})
_IDS = frozenset(
    {
        "aria-activedescendant",
        "aria-controls",
        "aria-describedby",
        "aria-details",
        "aria-errormessage",
        "aria-flowto",
        "aria-labelledby",
        "aria-owns",
        "for",
        "form",
        "headers",
        "itemref",
        "list",
        "popovertarget",
    }
)
_STYLES = frozenset(
    {
        "clip-path",
        "cursor",
        "fill",
        "filter",
        "marker-end",
        "marker-mid",
        "marker-start",
        "mask",
        "stroke",
        "style",
    }
)
_ADDRESSES = frozenset(
    {"action", "cite", "data", "formaction", "href", "poster", "src", "xlink:href"}
)
_FOLLOWED = frozenset({"action", "cite", "formaction"})
# Link types of HTML that are external resources; the others only name an address.
_FETCHED = frozenset(
    {
        "apple-touch-icon",
        "dns-prefetch",
        "icon",
        "manifest",
        "mask-icon",
        "modulepreload",
        "preconnect",
        "prefetch",
        "preload",
        "stylesheet",
    }
)
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)
_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:,|\s+[^,]*(?:,|$)|$)")

Attributes = dict[str, str]

# HTML Standard, section 13.2.5, as far as finding tags needs it: a comment, or a tag whose quoted
# values may hold any character. Read so, a site is looked through ten times as fast as by
# html.parser, which gives every piece of text and its column.
_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <(?P<name>[a-z][^\s/>]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
# Elements whose content is text alone, whatever it looks like.
_RAW = {name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE) for name in ("script", "style")}


def parse_page(text: str) -> LinkedFile:
    """What an HTML or SVG file refers to, and what in it can be referred to."""
    reader = _Reader()
    at, line = 0, 1
    while found := _TAG.search(text, at):
        line += text.count("\n", at, found.start())
        at = found.start()
        tag = (found["name"] or "").lower()
        if tag:
            reader.read_tag(tag, _attributes(found["attributes"]), line)
        end = found.end()
        if tag in _RAW and (closed := _RAW[tag].search(text, end)):
            if tag == "style":
                style_line = line + text.count("\n", at, end)
                reader.read_style(text[end : closed.start()], style_line)
            end = closed.start()
        line += text.count("\n", at, end)
        at = end
    return reader.page


def _attributes(text: str) -> Attributes:
    """Names in lower case, values with their character references resolved; the first of two wins."""
    found: Attributes = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Looks at tags alone; the words between them matter only inside a style element."""

    page: LinkedFile = field(default_factory=LinkedFile)

    def read_tag(self, tag: str, attributes: Attributes, line: int) -> None:
        for name, value in attributes.items():
            if name == "id":
                self._add_id(value, line)
            elif name in _ADDRESSES:
                self._add(_kind_of_address(tag, name, attributes), [value], line)
            elif name in _IDS:
                self._add("id", value.split() or [""], line)
            elif name in _SETS:
                self._add("request", _CANDIDATE.findall(value) or [""], line)
            elif name in _STYLES:
                self._add("request", [url for url, _ in parse_css(value)], line)
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            found = _REFRESH.match(attributes.get("content", ""))
            self._add("link", [found[1]] if found else [], line)

    def read_style(self, text: str, line: int) -> None:
        for url, below in parse_css(text):
            self._add("request", [url], line + below - 1)

    def _add(
        self, kind: Literal["link", "request", "id"], values: Iterable[str], line: int
    ) -> None:
        self.page.references.extend(Reference(kind, value, line) for value in values)

    def _add_id(self, name: str, line: int) -> None:
        if name in self.page.ids:
            self.page.repeated.append((name, line))
        else:
            self.page.ids[name] = line


def _kind_of_address(tag: str, name: str, attributes: Attributes) -> Literal["link", "request"]:
    if tag == "link":
        types = attributes.get("rel", "").lower().split()
        return "link" if _FETCHED.isdisjoint(types) else "request"
    return "link" if name in _FOLLOWED or tag in {"a", "area"} else "request"


# CSS Values and Units 3, section 4.5 (url), CSS Cascading 4, section 2 (@import). Comments,
# namespaces and other strings are matched so that an address in them is passed over.
_CSS = re.compile(
    r"""/\*.*?(?:\*/|\Z)
      | @namespace[^;]*;
      | (?:@import\s*|(?<![\w-])url\(\s*) (?P<quote>["'])(?P<quoted>.*?)(?P=quote)
      | (?<![\w-])url\(\s*(?P<bare>[^\s"'()]*)\s*\)
      | "[^"\n]*" | '[^'\n]*'
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def parse_css(text: str) -> list[tuple[str, int]]:
    """Every address that a stylesheet, or a piece of one, makes the browser fetch, and its line."""
    if "url(" not in text.lower() and "@import" not in text.lower():
        return []
    return [
        (found["quoted"] or found["bare"] or "", text.count("\n", 0, found.start()) + 1)
        for found in _CSS.finditer(text)
        if found["quoted"] is not None or found["bare"] is not None
    ]
