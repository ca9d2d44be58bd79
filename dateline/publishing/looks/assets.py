"""What every page asks for: style, script, fonts, icon and logo, under the names they are published by."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Final

from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.publishing.keeping.cache import digest
from dateline.publishing.keeping.open_names import NO_NAMES, AssetNames, open_name
from dateline.publishing.looks.closures import closures
from dateline.publishing.looks.faces import PageFace
from dateline.publishing.looks.icons import own_icon, raster_icons
from dateline.publishing.looks.own_look import PLAIN, LogoImage, OwnLook
from dateline.publishing.looks.stylesheet import (
    ICON,
    OF_SECTIONS,
    PRINT,
    faces_of_sheets,
    fonts_of,
    pack_style,
    plan_styles,
    with_own,
)

_LICENCE: Final = ".LICENSE.txt"
# Browsers request these names at the root of an origin, whatever a page says.
_AT_ROOT: Final = compile_later(r"icons/[\w-]+\.(?:ico|png)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedImage:
    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLogo:
    """A site's logo; one for `dark` pages only where the site has one."""

    light: PlacedImage
    dark: PlacedImage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Paths in the site; `styles` by template, and under the empty name for all other templates.

    `fonts` are those of every page, for the pages that have no script to load them early.
    """

    styles: Mapping[str, str]
    print_style: str
    script: str
    search_script: str
    nearest_script: str
    icon: str
    fonts: tuple[str, ...]
    logo: PlacedLogo | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Look:
    """Everything that pages are rendered with; looks with the same digest render the same pages.

    Pages are rendered with the assets `in_pages`, whose names are left open, and `names` fill them.
    `closures` have a digest of all that the pages of each template depend on. `compiled` is the folder
    that keeps compiled templates; without one, none are kept. `places` say where the files are that are
    the site's own.
    """

    templates: Mapping[str, str]
    assets: Assets
    in_pages: Assets
    names: AssetNames
    files: Mapping[str, bytes]
    digest: str
    closures: Mapping[str, str]
    places: Mapping[str, str] = field(default_factory=dict)
    compiled: Path | None = None

    def files_for(self, sections: Collection[str]) -> Mapping[str, bytes]:
        """Those that a site needs whose pages across briefings are these sections."""
        styles, idle = self.assets.styles, set[str]()
        for template, own in OF_SECTIONS.items():
            if template in styles and own.isdisjoint(sections):
                idle.add(styles[template])
        return {path: data for path, data in self.files.items() if path not in idle}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Look) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


def plan_look(  # noqa: PLR0913 - what differs between a site, its preview and a test
    templates: Mapping[str, str],
    static: Mapping[str, bytes],
    own: OwnLook = PLAIN,
    *,
    places: Mapping[str, str] = MappingProxyType({}),
    plain_names: bool = False,
    compiled: Path | None = None,
) -> Look:
    """The look from the files of templates/ and static/, by their paths in these folders.

    The names of style, script and fonts contain a digest, so that a new page never meets an old
    file; `plain_names` omit it, so that a page stays the same when one of them changes.
    """
    name_of, own_styles = (_plain, ()) if plain_names else (_hashed, tuple(templates))
    assets, files = _plan_assets(static, own, own_styles, name_of)
    in_pages, names = (assets, NO_NAMES) if plain_names else _leave_open(assets)
    shared = repr((in_pages, _of_templates(places)))
    return Look(
        templates=dict(templates),
        assets=assets,
        in_pages=in_pages,
        names=names,
        files=files,
        digest=_digest({"shared": shared, **templates}),
        closures=closures(templates, shared),
        places=places,
        compiled=compiled,
    )


def _plan_assets(
    static: Mapping[str, bytes],
    own: OwnLook,
    templates: Iterable[str],
    name_of: Callable[[str, bytes], str],
) -> tuple[Assets, dict[str, bytes]]:
    """What every page asks for, and the files; only these templates have stylesheets of their own."""
    static = {**static, **{f"fonts/{face.name}": face.data for face in own.faces}}
    sheets = with_own(static, own)
    fonts = {name: name_of(name, static[name]) for name in _used(static, fonts_of(sheets))}
    styles = plan_styles(sheets, fonts, templates, name_of)
    print_style = pack_style(sheets.get(PRINT, b"").decode()).encode()
    placed = {_base(name): path for name, path in fonts.items()}
    faces = [face for face in faces_of_sheets(sheets) if face.file in placed]
    script = _script(static, {placed[face.file]: face for face in faces})
    search_script, nearest_script = map(partial(_packed_script, static), ("search/", "nearest/"))
    icon = own_icon(static.get(ICON, b"<svg/>"), own)
    logo, logos = _place_logo(own, name_of)
    assets = Assets(
        styles={template: path for template, (path, _) in styles.items()},
        print_style=name_of("print.css", print_style),
        script=name_of("script.js", script),
        search_script=name_of("search.js", search_script),
        nearest_script=name_of("nearest.js", nearest_script),
        icon=name_of("icon.svg", icon),
        fonts=tuple(placed[face.file] for face in faces),
        logo=logo,
    )
    return assets, {
        **{path: static[name] for name, path in fonts.items()},
        **dict(styles.values()),
        assets.print_style: print_style,
        assets.script: script,
        assets.search_script: search_script,
        assets.nearest_script: nearest_script,
        assets.icon: icon,
        **logos,
        **_licences(static, placed),
        **_icons(static, icon),
    }


def _used(static: Iterable[str], fonts: Collection[str]) -> Iterable[str]:
    return (name for name in static if _base(name) in fonts)


def _of_templates(places: Mapping[str, str]) -> dict[str, str]:
    """The places that are in what a page that does not render says."""
    return {path: place for path, place in places.items() if path.startswith("templates/")}


def _leave_open(assets: Assets) -> tuple[Assets, AssetNames]:
    """The assets with a slot in each name, also where two names are the same today."""
    digits: dict[bytes, bytes] = {}
    opened = partial(open_name, digits=digits)
    logo = assets.logo
    in_pages = Assets(
        styles={template: opened(path) for template, path in assets.styles.items()},
        print_style=opened(assets.print_style),
        script=opened(assets.script),
        search_script=opened(assets.search_script),
        nearest_script=opened(assets.nearest_script),
        icon=opened(assets.icon),
        fonts=tuple(map(opened, assets.fonts)),
        logo=PlacedLogo(
            light=replace(logo.light, path=opened(logo.light.path)),
            dark=replace(logo.dark, path=opened(logo.dark.path)) if logo.dark else None,
        )
        if logo
        else None,
    )
    return in_pages, AssetNames(digits)


def _digest(texts: Mapping[str, str]) -> str:
    return digest((name, text.encode()) for name, text in texts.items())


def _licences(static: Mapping[str, bytes], fonts: Iterable[str]) -> dict[str, bytes]:
    """The licences of these fonts, which begin with the name of the family."""
    stems = tuple(fonts)
    return {
        f"assets/{_base(name)}": data
        for name, data in static.items()
        if name.endswith(_LICENCE)
        and any(font.startswith(_base(name).removesuffix(_LICENCE)) for font in stems)
    }


def _icons(static: Mapping[str, bytes], icon: bytes) -> dict[str, bytes]:
    """The icons at the root of the site: ours, or those of an icon that is the site's own."""
    if icon != static.get(ICON):
        return raster_icons(icon)
    return {_base(name): data for name, data in static.items() if _AT_ROOT.fullmatch(name)}


def _place_logo(
    own: OwnLook, name_of: Callable[[str, bytes], str]
) -> tuple[PlacedLogo | None, dict[str, bytes]]:
    """Where the logo is in the site, and its files."""
    if own.logo is None:
        return None, {}
    light, files = _place(own.logo, name_of(f"logo{own.logo.suffix}", own.logo.data))
    if own.logo_dark is None:
        return PlacedLogo(light=light, dark=None), files
    name = name_of(f"logo-dark{own.logo_dark.suffix}", own.logo_dark.data)
    dark, others = _place(own.logo_dark, name)
    return PlacedLogo(light=light, dark=dark), files | others


def _place(image: LogoImage, path: str) -> tuple[PlacedImage, dict[str, bytes]]:
    return PlacedImage(path=path, width=image.width, height=image.height), {path: image.data}


def _script(static: Mapping[str, bytes], fonts: Mapping[str, PageFace]) -> bytes:
    """The script of every page; it knows the fonts beside it, so that the pages need not name them."""
    parts = [static[name] for name in sorted(static) if name.startswith("script/")]
    named = [[_base(path), face.family, face.weight] for path, face in fonts.items()]
    return b"\n".join([f"const FONTS = {json.dumps(named)};".encode(), *parts])


def _packed_script(static: Mapping[str, bytes], folder: str) -> bytes:
    """A script of the search page, without its comments, the spaces before its lines and those around operators.

    No text in these scripts has an operator between spaces.
    """
    parts = (static[name] for name in sorted(static) if name.startswith(folder))
    lines = (line.strip() for part in parts for line in part.splitlines())
    kept = (line for line in lines if line and not line.startswith(b"//"))
    return _OPERATOR.sub(r"\1", b"\n".join(kept).decode()).encode()


_OPERATOR: Final = compile_later(r" ([-=!<>&|?+*]{1,3}) ")


def _base(name: str) -> str:
    return name.rpartition("/")[2]


def _hashed(name: str, data: bytes) -> str:
    stem, _, suffix = _base(name).rpartition(".")
    return f"assets/{stem}-{sha256(data).hexdigest()[:10]}.{suffix}"


def _plain(name: str, _: bytes) -> str:
    return f"assets/{_base(name)}"
