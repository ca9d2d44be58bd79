"""Check every link of the built site as a browser would follow it, over HTTP and from the disk."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import field, replace
from operator import itemgetter
from typing import Final
from urllib.parse import unquote

from dateline.facts.article import HEADING, Article, WrittenLink, elements
from dateline.facts.web_addresses import WEB_OR_MAIL
from dateline.frozen import dataclass
from dateline.pages.addresses import FRONT, NOT_FOUND, Here, base_path, here_on, page_of
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Rule
from dateline.publishing.keeping.open_names import MARK
from dateline.publishing.linking.page_links import LinkKind, PageLink, ParsedPage, parse_links
from dateline.reading.allowed import fault_of_link

# The path of a file that a link leads to, and what follows its #, if anything.
Target = tuple[str, str | None]


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

    @property
    def to(self) -> Target:
        return self.target, self.fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedLinks:
    problems: tuple[Problem, ...]
    outbound: tuple[OutboundLink, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    paths: frozenset[str]
    pages: Mapping[str, ParsedPage]
    base: str
    is_hosted: bool


# A link that is taken from its folder step by step, and nothing else.
_PLAIN: Final = compile_later(rf"(?=.)(?:\.\./)*(?:[a-z0-9][a-z0-9./_#{MARK}-]*)?", re.IGNORECASE)
# An address of which its host alone could be wrong.
_OF_HOST: Final = compile_later(r"(https?://[^/?#]*)/[a-z0-9./_~#-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _SoundLinks:
    """Where links were found to lead, so that the next one to the same place is not followed again.

    `steps` are links to these places that begin with a step up, with the folder that this leads to.

    With `once`, a link out of this part that another one has as well is left to that.
    """

    once: bool
    places: set[tuple[LinkKind, str]] = field(default_factory=set)
    steps: set[tuple[LinkKind, str, str]] = field(default_factory=set)

    def has(self, link: PageLink, path: str, folder: str, page: ParsedPage) -> bool:
        if link.kind == "id":
            return bool(link.value.strip()) and link.value in page.ids
        if link.value[:1] == "#":
            return bool(link.value[1:]) and ":" not in link.value and link.value[1:] in page.ids
        if path == NOT_FOUND:
            return False
        # The pages of facts, and others in folders beside each other, have most of their links in common.
        is_up = bool(folder) and link.value[:3] == "../"
        step = (link.kind, link.value, folder.rpartition("/")[0])
        if is_up and step in self.steps:
            return True
        is_sound = (link.kind, _place(link.value, folder)) in self.places
        if is_up and is_sound:
            self.steps.add(step)
        return is_sound

    def learn(self, link: PageLink, folder: str, found: str | OutboundLink) -> None:
        is_sound = self.once if isinstance(found, OutboundLink) else not found
        if not is_sound or link.kind == "id":
            return
        if place := _place(link.value, folder):
            self.places.add((link.kind, place))


def check_part(
    files: Mapping[str, bytes],
    *,
    site_address: str | None,
    article: Article | None = None,
    texts: Mapping[str, Article] | None = None,
    once: bool = False,
) -> CheckedLinks:
    """Check the links of one part of the site (a briefing, for instance), by path in the site.

    Those that the `article` of the part has, or one of the `texts` by the paths of their pages, are
    reported there, once. `once` keeps the first link to each target outside the part, and no other.

    Links must work at any base path, so they are relative. Without the site's address they must work from
    the disk too, and name a file. Only 404.html, which is served at any depth, has absolute ones, within
    the path of the address.
    """
    pages = {path: page for path in sorted(files) if (page := parse_links(path, files[path]))}
    part = _Part(frozenset(files), pages, base_path(site_address), is_hosted=bool(site_address))
    problems: list[Problem] = []
    outbound: list[OutboundLink] = []
    sound = _SoundLinks(once=once)
    for path, page in pages.items():
        problems += _check_ids(path, page)
        own = texts.get(path) if texts else None
        in_page, text = own is not None, own or article
        written = _written(text, here_on(path, site_address), in_page=in_page) if text else {}
        for link, found in _unsound(path, part, sound, written):
            wrote = written.get(link.value)
            if isinstance(found, OutboundLink):
                outbound.append(replace(found, written=wrote, in_page=in_page))
            elif wrote:
                problems.append(_in_text(wrote.position, wrote.href, found, text, in_page=in_page))
            else:
                problems.append(_problem(path, page.line(link.number), link.value, found))
    kept = first_to_each_target(outbound) if once else outbound
    return CheckedLinks(problems=tuple(dict.fromkeys(problems)), outbound=tuple(kept))


def _unsound(
    path: str, part: _Part, sound: _SoundLinks, written: Container[str]
) -> Iterator[tuple[PageLink, str | OutboundLink]]:
    """The links of a page that lead nowhere, with why, or to another part."""
    page, folder = part.pages[path], path.rpartition("/")[0]
    for link in page.links:
        is_written = link.value in written
        if not is_written and sound.has(link, path, folder, page):
            continue
        found = _check_link(link, path, part)
        if is_written and isinstance(found, OutboundLink) and _is_beside(found):
            found = _check_target(found.to, part.paths, part.pages)
        sound.learn(link, folder, found)
        if found:
            yield link, found


def _place(href: str, folder: str) -> str:
    """Where a link leads, the same from any folder; empty for one that only its own page can tell."""
    if whole := _OF_HOST.fullmatch(href):
        return whole[1]
    if not _PLAIN.fullmatch(href):
        return ""
    while href.startswith("../") and folder:
        folder, href = folder.rpartition("/")[0], href[3:]
    return f"{folder}/{href}"


def first_to_each_target(outbound: Iterable[OutboundLink]) -> Iterator[OutboundLink]:
    """One link for each target: the first, which is reported for all of them."""
    seen: set[tuple[Target, bool]] = set()
    for link in outbound:
        target = link.to, link.page == NOT_FOUND
        if target not in seen:
            seen.add(target)
            yield link


def find_dead(targets: Iterable[Target], files: Mapping[str, bytes]) -> dict[Target, str]:
    """Where nothing is, and why; `files` are those of the whole site."""
    dead: dict[Target, str] = {}
    pages: dict[str, ParsedPage | None] = {}
    # Those in one page after each other, so that one page is in memory at a time.
    for target in sorted(targets, key=itemgetter(0)):
        path, fragment = target
        if fragment and path in files and path not in pages:
            pages = {path: parse_links(path, files[path])}
        if reason := _check_target(target, files, pages):
            dead[target] = reason
    return dead


def report_dead(outbound: Iterable[OutboundLink], dead: Mapping[Target, str]) -> Iterator[Problem]:
    """The links between parts that lead where nothing is."""
    for link in outbound:
        if reason := dead.get(link.to):
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


def _check_ids(path: str, page: ParsedPage) -> Iterator[Problem]:
    for name, number in page.repeated:
        first = page.line(page.ids[name])
        reason = f"the id is used twice on this page, first on line {first}"
        yield _problem(path, page.line(number), f"#{name}", f"{reason}; keep it for one element")


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
_ADDRESS: Final = compile_later(
    r"(?:([a-z][a-z0-9+.-]*):)?([^?#]*)(?:\?[^#]*)?(?:#(.*))?", re.IGNORECASE | re.DOTALL
)


def _check_link(link: PageLink, path: str, part: _Part) -> str | OutboundLink:
    """What is wrong with a link, "" if nothing; or where it leads outside this part of the site."""
    found = _follow(link, path, part)
    if not isinstance(found, OutboundLink):
        return found
    if found.target in part.paths:
        return _check_target(found.to, part.paths, part.pages)
    return replace(found, line=part.pages[path].line(link.number))


def _follow(link: PageLink, path: str, part: _Part) -> str | OutboundLink:
    """What is wrong with a link itself, "" if it leads out of the site; or where it leads."""
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
        return _check_foreign(link.kind, (scheme or "").lower(), link.value.strip())
    if route and (fault := _check_form(route, path, part.base)):
        return fault
    if route.endswith("/") and (part.is_hosted or path == NOT_FOUND):
        route = f"{route}{FRONT}"
    target = _resolve(route, path, part.base) if route else path
    if target is None:
        return "it leads out of the site"
    return OutboundLink(page=path, href=link.value, line=0, target=target, fragment=fragment)


def _check_foreign(kind: LinkKind, scheme: str, address: str) -> str:
    if kind == "link" and scheme in WEB_OR_MAIL:
        return fault_of_link(address)
    if scheme == ("data" if kind == "request" else "tel"):
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
    target: Target, files: Container[str], pages: Mapping[str, ParsedPage | None]
) -> str:
    path, fragment = target
    if path not in files:
        if f"{path.rstrip('/')}/{FRONT}".lstrip("/") not in files:
            return f"the site has no file {path}"
        return "it opens a folder listing from the disk; add index.html"
    page = pages.get(path)
    if fragment is None or page is None or not path.endswith((".html", ".svg")):
        return ""
    # HTML Standard 7.4.6.4: the id as written, else as decoded; a directive names no element.
    name, directive, _ = fragment.partition(":~:")
    if not name:
        return "" if directive else "nothing follows the #; write the id of an element"
    known = name in page.ids or unquote(name) in page.ids
    return "" if known else f"no element of {path} has the id {unquote(name)}"
