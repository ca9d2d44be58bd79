"""The stylesheet of each page: the layers of static/style/, and of the components those it has."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final

from dateline.facts.site_records import TypePair
from dateline.patterns import compile_later
from dateline.problems import Position, Problem, Rule
from dateline.publishing.looks.faces import PageFace, faces_of_pages, own_fonts
from dateline.publishing.looks.own_look import OwnLook, own_style

ICON: Final = "icon.svg"
_OWN_STYLE: Final = "style/own.css"
_LOGO_STYLE: Final = "style/components/logo.css"
_TYPE: Final = "style/type.css"
_LAYERS: Final = ("style/tokens.css", _TYPE, "style/base.css", _OWN_STYLE, "style/layout.css")
_TYPES: Final = tuple(f"style/type/{pair}.css" for pair in TypePair)
PRINT: Final = "style/print.css"
# The components of the pages that readers open first, so that such a page and its stylesheet come in
# one round trip. All other pages have a stylesheet with every component.
_ON_EVERY_PAGE: Final = ("evidence", "logo", "pictures", "standing")
_COMPONENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "404.html.j2": ("asking", "sources"),
    "front.html.j2": ("archive", "asking", "brief", "days", "faces", "front", "numeral", "onward"),
    "about.html.j2": ("article", "brief", "ledger", "numeral", "sources"),
    "author.html.j2": ("archive", "authors", "days"),
    "authors.html.j2": ("authors",),
    "all-changes.html.j2": ("archive", "log"),
    "all-expected.html.j2": ("archive", "log"),
    "all-events.html.j2": ("archive", "timeline"),
    "brief.html.j2": ("brief", "faces", "numeral", "onward"),
    "briefings.html.j2": ("archive", "days"),
    "list.html.j2": ("archive", "days"),
    "topics.html.j2": ("archive", "register"),
    "year.html.j2": ("archive",),
    "article.html.j2": ("article", "onward", "sources"),
    "named-page.html.j2": ("archive", "fact", "ledger", "map", "people", "register"),
    "names.html.j2": ("map", "people", "register"),
    "corrections.html.j2": ("archive", "ledger", "sources"),
    "page.html.j2": ("article",),
    "timeline.html.j2": ("drawings", "share", "timeline"),
    "key-figures.html.j2": ("drawings", "figures", "numeral", "share"),
    "who-and-where.html.j2": ("map", "people", "share"),
    "search.html.j2": ("asking", "search"),
    "sources.html.j2": ("faces", "ledger", "sources"),
    "embed.html.j2": ("drawings", "embed", "figures", "map", "numeral", "people"),
    "fact.html.j2": ("drawings", "fact", "figures", "ledger", "map", "numeral", "people", "share"),
}
# What stands where a page was looks like the page for what is not there.
_LIKE_NOT_FOUND: Final = ("moved.html.j2", "removed.html.j2", "removed-briefing.html.j2")
# Of these pages a briefing has very many: print is in their stylesheet, so that none names another.
_WITH_PRINT: Final = frozenset({"fact.html.j2"})
# The sections whose pages these templates make: a site without them needs no style for them.
OF_SECTIONS: Final[Mapping[str, frozenset[str]]] = {
    "all-changes.html.j2": frozenset({"changes"}),
    "all-expected.html.j2": frozenset({"expected"}),
    "all-events.html.j2": frozenset({"timeline"}),
    "author.html.j2": frozenset({"authors"}),
    "authors.html.j2": frozenset({"authors"}),
    "briefings.html.j2": frozenset({"briefings"}),
    "list.html.j2": frozenset({"briefings", "topics"}),
    "topics.html.j2": frozenset({"topics"}),
    "year.html.j2": frozenset({"briefings"}),
    "named-page.html.j2": frozenset({"people", "organisations", "places"}),
    "names.html.j2": frozenset({"people", "organisations", "places"}),
    "search.html.j2": frozenset({"search"}),
}
# Comments and spacing are for those who write the stylesheet; gzipped, they are a fifth of it.
_COMMENT: Final = compile_later(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SPACING: Final = compile_later(r"\s+(?=[{};])|(?<=[{};,:])\s+|;\s*(?=\})|\s+(?=>\s)|(?<=\s>)\s+")
# Where one file of components ends and the next begins, the layer goes on.
_OF_COMPONENTS: Final = "style/components/"
_SEAM_OF_TYPE: Final = "}}@layer tokens{"
_SEAM: Final = "}}@layer components{"
_FONT: Final = compile_later(r"url\(([\w-]+\.woff2)\)")


def check_static(static: Mapping[str, bytes], places: Mapping[str, str]) -> Iterator[Problem]:
    """Files that every page needs and that are missing, and fonts that a stylesheet names."""
    for name in sorted({ICON, *_LAYERS, PRINT, *_TYPES} - {_TYPE, _OWN_STYLE} - static.keys()):
        position = Position(path=f"static/{name}")
        fix = "restore the file, which is part of the program"
        yield Problem(position, Rule.TEMPLATE_ERROR, "the file is missing", fix)
    fonts = {_named(name) for name in static if name.endswith(".woff2")}
    for name, data in static.items():
        for match in _FONT.finditer(data.decode() if name.endswith(".css") else ""):
            if match[1] not in fonts:
                line = match.string.count("\n", 0, match.start()) + 1
                path = places.get(f"static/{name}", f"static/{name}")
                found = f"the stylesheet names the font {match[1]}, which is not in static/fonts"
                fix = "put the font there, or correct the name"
                yield Problem(Position(path=path, line=line), Rule.TEMPLATE_ERROR, found, fix)


def with_own(static: Mapping[str, bytes], own: OwnLook) -> Mapping[str, bytes]:
    """The files of the stylesheet, with those that only a site with a look of its own has."""
    logo = {} if own.logo else {_LOGO_STYLE: b""}
    chosen = static.get(f"style/type/{own.type}.css", b"").decode()
    fonts = chosen + own_fonts(chosen, own.faces)
    return {**static, **logo, _TYPE: fonts.encode(), _OWN_STYLE: own_style(own).encode()}


def fonts_of(sheets: Mapping[str, bytes]) -> frozenset[str]:
    """The fonts that the stylesheet names; those of the other pairs are not published."""
    return frozenset(name for text in _texts(sheets) for name in _FONT.findall(text))


def faces_of_sheets(sheets: Mapping[str, bytes]) -> tuple[PageFace, ...]:
    """The fonts that every page asks for at once."""
    return faces_of_pages("\n".join(_texts(sheets)))


def _texts(sheets: Mapping[str, bytes]) -> Iterator[str]:
    for name, data in sheets.items():
        if name.startswith("style/") and name not in _TYPES:
            yield data.decode()


def plan_styles(
    static: Mapping[str, bytes],
    fonts: Mapping[str, str],
    templates: Iterable[str],
    name_of: Callable[[str, bytes], str],
) -> dict[str, tuple[str, bytes]]:
    """Path and content of the stylesheet of each template that has one of its own, and of all others."""
    published = {_named(name): path for name, path in fonts.items()}
    styles = {"": bundle_style(static, published)}
    for template in _COMPONENTS.keys() & set(templates):
        styles[template] = bundle_style(static, published, _COMPONENTS[template])
        if template in _WITH_PRINT:
            styles[template] += pack_style(static.get(PRINT, b"").decode()).encode()
    named = {
        template: (name_of(f"{template.partition('.')[0] or 'style'}.css", style), style)
        for template, style in sorted(styles.items())
    }
    notices = dict.fromkeys(_LIKE_NOT_FOUND, named.get("404.html.j2", named[""]))
    return {**named, **notices}


def bundle_style(
    static: Mapping[str, bytes], fonts: Mapping[str, str], parts: tuple[str, ...] | None = None
) -> bytes:
    """The layers of static/style/ in order, as one stylesheet with the published names of the fonts.

    Of the components only those on every page and `parts`; all where no parts are given. On most pages
    the layer of print is a file of its own, so that no reader waits for it.
    """
    wanted = {*_ON_EVERY_PAGE, *(parts or ())}
    components = sorted(
        (
            name
            for name in static
            if name.startswith(_OF_COMPONENTS) and _is_on(name, parts, wanted)
        ),
        key=lambda name: (_is_new(name), name),
    )
    layers = [pack_style(static.get(name, b"").decode()) for name in (*_LAYERS, *components)]
    sheet = _FONT.sub(
        lambda match: f"url({_named(fonts.get(match[1], match[1]))})",
        "\n".join(filter(None, layers)).replace("}\n", "}"),
    )
    packed = sheet.replace(_SEAM_OF_TYPE, "}", 1)
    first, *others = packed.split(_SEAM)
    # The first seam is that of the layout: its layer ends there.
    return _SEAM.join([first, "}".join(others)]).encode() if others else first.encode()


@lru_cache(maxsize=128)
def pack_style(sheet: str) -> str:
    """A stylesheet without comments and spacing; most are part of many."""
    return _SPACING.sub("", _COMMENT.sub("", sheet)).strip()


def _is_on(name: str, parts: tuple[str, ...] | None, wanted: Container[str]) -> bool:
    return parts is None or _is_new(name) or _component(name) in wanted


def _is_new(name: str) -> bool:
    """Whether a component is a site's own: it is on every page, after all others."""
    return _component(name) not in {*_ON_EVERY_PAGE, *chain(*_COMPONENTS.values())}


def _component(name: str) -> str:
    return name.removeprefix(_OF_COMPONENTS).removesuffix(".css")


def _named(path: str) -> str:
    return path.rpartition("/")[2]
