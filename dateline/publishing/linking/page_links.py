"""What pages and stylesheets refer to, and the ids of their elements.

An attribute by which pages refer to something is one `case` in `_links`.
"""

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cached_property, lru_cache
from html import unescape
from itertools import islice
from typing import Final, Literal, NamedTuple

from dateline.frozen import dataclass
from dateline.patterns import compile_later

LinkKind = Literal["link", "request", "id"]


class PageLink(NamedTuple):
    """A `link` for the reader to follow, a `request` that the browser makes, or an `id` of the page.

    `number` is that of the tag, or of the address in a stylesheet.
    """

    kind: LinkKind
    value: str
    number: int


@dataclass(frozen=True)
class ParsedPage:
    """Each id has the number of the first tag that has it; those that others have too are `repeated`."""

    content: bytes
    numbered: re.Pattern[str]
    links: list[PageLink] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)

    known: list[int] = field(default_factory=list)

    def line(self, number: int) -> int:
        """The line of a tag. Few are asked for, and early ones: links that lead nowhere, or elsewhere."""
        self.known.extend(islice(self._lines, max(0, number + 1 - len(self.known))))
        return self.known[number]

    @cached_property
    def _lines(self) -> Iterator[int]:
        text, line, at = _text(self.content), 1, 0
        for found in self.numbered.finditer(text):
            line += text.count("\n", at, found.start())
            at = found.start()
            yield line


def parse_links(path: str, content: bytes) -> ParsedPage | None:
    """None for a file that has no links."""
    match path.rpartition(".")[2].lower():
        case "html" | "svg":
            return _parse_html(content)
        case "css":
            links = [
                PageLink("request", address, number)
                for number, address in enumerate(addresses_in(_text(content)))
            ]
            return ParsedPage(content, _CSS_ADDRESS, links=links)
        case _:
            return None


# HTML Standard, 13.2.5, as far as finding tags needs it: a comment, or a tag with attributes, whose quoted
# values may hold any character, a script with its content.
_TAG: Final = compile_later(
    r"""<(?: !--.*?(?:-->|\Z)
      | script(?=[\s/>])(?:[^>"']++|"[^"]*+"|'[^']*+')*+>.*?(?:</script[\s/>]|\Z)
      | style(?=[\s/>])(?:[^>"']++|"[^"]*+"|'[^']*+')*+>.*?(?:</style[\s/>]|\Z)
      | [a-z][^\s/>]*+[\s/](?:[^>"']++|"[^"]*+"|'[^']*+')*+> )
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
# What is in a tag: its name, and what it says of itself.
_IN_TAG: Final = compile_later(
    r"""<([a-z][^\s/>]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+)>""", re.IGNORECASE
)
# Most tags have none of these: the attributes that `_links` reads, and ids.
_MAY_LINK: Final = compile_later(
    r"(?<![\w-])(?:id|href|src|srcset|aria-labelledby|fill|mask|content)(?![\w-])",
    re.IGNORECASE,
)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _parse_html(content: bytes) -> ParsedPage:
    page = ParsedPage(content, _TAG)
    for number, read in enumerate(map(_read_tag, _TAG.findall(_text(content)))):
        if read is None:
            continue
        name, links = read
        if name is not None:
            if name in page.ids:
                page.repeated.append((name, number))
            page.ids.setdefault(name, number)
        for kind, value in links:
            page.links.append(PageLink(kind, value, number))
    return page


# What most tags that are read have: one link, or one id, in signs that stand for themselves.
_SIMPLE: Final = re.compile(
    r"""(?:class="[^"]*"\ )?(?:href="([^"&]*)"|id="([^"&]*)")(?:\ (?:class|lang|rel)="[^"]*")*""",
    re.VERBOSE,
)


# The pages of a briefing have most of their tags in common.
@lru_cache(maxsize=4096)
def _read_tag(tag: str) -> tuple[str | None, tuple[tuple[LinkKind, str], ...]] | None:
    """The id of a tag, if it has one, and its links; None where it has neither."""
    parts = _IN_TAG.match(tag)
    if not parts or not _MAY_LINK.search(parts[2]):
        return None
    name, written = parts[1], parts[2].strip()
    if simple := _SIMPLE.fullmatch(written):
        href, id_ = simple.groups()
        if href is None:
            return id_, ()
        if name == "a":
            return None, (("link", href),)
    found = _attributes(written)
    return found.get("id"), tuple(_links(name.lower(), found))


Attributes = dict[str, str]

# Link types of HTML that the browser fetches; the others only name an address.
_FETCHED: Final = frozenset({"apple-touch-icon", "icon", "manifest", "preload", "stylesheet"})
_REFRESH: Final = compile_later(r".*;\s*url=(.*)", re.IGNORECASE)
_ATTRIBUTE: Final = compile_later(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_CSS_ADDRESS: Final = compile_later(
    r"""(?:url\(\s*["']?|@import\s+["'])([^"'()]*)""", re.IGNORECASE
)


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
                yield from (("request", address) for address in addresses_in(value))
            case "content" if attributes.get("http-equiv", "").lower() == "refresh":
                if address := _REFRESH.fullmatch(value):
                    yield "link", address[1]


def _kind_of(tag: str, attributes: Attributes) -> LinkKind:
    if tag == "link":
        types = attributes.get("rel", "").lower().split()
        return "link" if _FETCHED.isdisjoint(types) else "request"
    return "link" if tag == "a" else "request"


def addresses_in(css: str) -> list[str]:
    """Every address that a stylesheet, or a value of one, makes the browser fetch."""
    return [address.strip() for address in _CSS_ADDRESS.findall(css)]
