"""What a site says of its look, as pages take it: its colours as tokens, its logo as pictures."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from io import BytesIO
from typing import Final

from dateline.drawing.card import CardLogo
from dateline.facts.palette import Palette
from dateline.facts.site_records import SiteFont, SiteLook, TypePair
from dateline.frozen import dataclass
from dateline.problems import Position, Problem, Rule
from dateline.publishing.images.picture_kinds import PictureFault, PictureKind, kind_of
from dateline.reading.content import SETTINGS, SiteSource

# In pixels of CSS: how large a logo is on a page at most. A PNG has twice as many, for sharp screens.
_HIGH: Final = 40
_WIDE: Final = 280
_SHARP: Final = 2
# Every page asks for it.
_MOST_BYTES: Final = 100_000
_MOST_OF_FONT: Final = 300_000
_HEAD_OF_FONT: Final = 48
# Between these ratios of width to height a logo is an icon as well.
_SQUARE: Final = (0.8, 1.25)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoImage:
    """A logo as it is published, and its size on a page."""

    suffix: str
    width: int
    height: int
    data: bytes

    @property
    def is_square(self) -> bool:
        return _SQUARE[0] <= self.width / self.height <= _SQUARE[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFace:
    """A font file of the site, under the name that it has in the stylesheet."""

    name: str
    data: bytes
    font: SiteFont


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLook:
    """What differs from the look that the program comes with."""

    palette: Palette | None = None
    logo: LogoImage | None = None
    logo_dark: LogoImage | None = None
    type: TypePair = TypePair.NEWSREADER
    faces: tuple[OwnFace, ...] = ()


PLAIN: Final = OwnLook()


def make_own_look(look: SiteLook, source: SiteSource) -> tuple[OwnLook, tuple[Problem, ...]]:
    """The look of a site, without what cannot be used, and what is wrong with that."""
    problems: list[Problem] = [*_unused(look, source)]
    logos: dict[str, LogoImage] = {}
    for field, name in (("logo", look.logo), ("logo_dark", look.logo_dark)):
        if name is None:
            continue
        if name not in source.look:
            problems += _missing(name, look.origin.of(field), source)
            continue
        try:
            logos[field] = make_logo(source.look[name])
        except PictureFault as fault:
            path = f"{source.shown_as}/{name}"
            where = Position(path=path, line=fault.line, column=fault.column)
            problems.append(Problem(where, fault.rule, fault.found, fault.fix))
    colours = look.palette if look.accent or look.marker else None
    faces = tuple(_faces(look, source, problems))
    own = OwnLook(palette=colours, type=look.type, faces=faces, **logos)
    return own, tuple(problems)


def _faces(look: SiteLook, source: SiteSource, problems: list[Problem]) -> Iterator[OwnFace]:
    for number, font in enumerate(look.fonts, 1):
        data = source.look.get(font.file)
        if data is None:
            problems += _missing(font.file, font.origin.of("file"), source)
        elif fault := _fault_of_font(data):
            position = Position(path=f"{source.shown_as}/{font.file}")
            problems.append(Problem(position, Rule.LOOK_FONT, *fault))
        else:
            yield OwnFace(name=f"own-{number}.woff2", data=data, font=font)


def _fault_of_font(data: bytes) -> tuple[str, str] | None:
    """What is wrong with a font file (WOFF2, section 4.1), and what to do."""
    if data[:4] != b"wOF2":
        return "the file is not a WOFF2 font", "save or convert the font as WOFF2"
    if len(data) < _HEAD_OF_FONT or int.from_bytes(data[8:12], "big") != len(data):
        return "the font is damaged, or ends before it is complete", "export it again"
    if len(data) > _MOST_OF_FONT:
        found = f"the font has {len(data) / 1000:,.0f} kB, and every page asks for it"
        return found, f"leave out letters that you do not need: {_MOST_OF_FONT // 1000} kB at most"
    return None


def make_logo(data: bytes) -> LogoImage:
    """The picture without anything that acts, in the size of a logo. Raises PictureFault."""
    kind = kind_of(data)
    if kind is PictureKind.SVG:
        logo = _drawn(data)
    elif kind is PictureKind.PNG:
        logo = _painted(data)
    else:
        raise PictureFault(Rule.LOOK_LOGO, f"the logo is a {kind}", "save it as SVG or PNG")
    if len(logo.data) > _MOST_BYTES:
        found = f"the logo has {len(logo.data) / 1000:,.0f} kB, and every page asks for it"
        fix = f"simplify it to {_MOST_BYTES // 1000} kB, or save it as PNG with fewer colours"
        raise PictureFault(Rule.LOOK_LOGO, found, fix)
    return logo


def _drawn(data: bytes) -> LogoImage:
    from dateline.publishing.images.safe_svg import clean_svg  # few sites have a logo

    svg = clean_svg(data)
    if b"<text" in svg.data:
        found = "the logo has text, which each reader would see in another font"
        line = data[: data.find(b"<text")].count(b"\n") + 1
        raise PictureFault(Rule.LOOK_LOGO, found, "turn the text into paths", line=line)
    scale = min(_HIGH / svg.height, _WIDE / svg.width)
    width, height = (max(1, round(side * scale)) for side in (svg.width, svg.height))
    return LogoImage(suffix=".svg", width=width, height=height, data=svg.data)


def _painted(data: bytes) -> LogoImage:
    # Pillow takes a while to import.
    from PIL import Image

    from dateline.publishing.images.decode import decode

    picture = decode(data, PictureKind.PNG)
    scale = min(_HIGH / picture.height, _WIDE / picture.width, 1)
    width, height = (max(1, round(side * scale)) for side in (picture.width, picture.height))
    size = min(width * _SHARP, picture.width), min(height * _SHARP, picture.height)
    out = BytesIO()
    picture.pixels.resize(size, Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return LogoImage(suffix=".png", width=width, height=height, data=out.getvalue())


def card_logo(own: OwnLook) -> CardLogo | None:
    """The logo as share cards have it."""
    if own.logo is None:
        return None
    kind = "svg+xml" if own.logo.suffix == ".svg" else "png"
    address = f"data:image/{kind};base64,{b64encode(own.logo.data).decode()}"
    return CardLogo(address=address, ratio=own.logo.width / own.logo.height)


# The files


def _missing(name: str, position: Position, source: SiteSource) -> Iterator[Problem]:
    if f"{source.shown_as}/{name}" in {problem.position.path for problem in source.problems}:
        return
    close = get_close_matches(name, source.look, n=1, cutoff=0.6)
    fix = f"did you mean {close[0]}?" if close else "put the file there, or correct the name"
    yield Problem(position, Rule.FILE_MISSING, f"there is no file {source.shown_as}/{name}", fix)


def _unused(look: SiteLook, source: SiteSource) -> Iterator[Problem]:
    used = {look.logo, look.logo_dark, *(font.file for font in look.fonts)}
    for name in sorted(source.look.keys() - used):
        position = Position(path=f"{source.shown_as}/{name}")
        found = f"{SETTINGS} does not name this file below `look:`"
        yield Problem(position, Rule.LOOK_UNUSED, found, "name it there, or remove the file")


# Its stylesheet


def own_style(own: OwnLook) -> str:
    """The tokens that differ, for the layers that they are in."""
    palette = own.palette
    if palette is None:
        return ""
    plain: Mapping[str, tuple[str, str]] = {
        "--link": palette.accent,
        "--stroke": palette.stroke,
        "--edge": palette.edge,
    }
    tokens = "".join(f"{name}:light-dark({light},{dark});" for name, (light, dark) in plain.items())
    light, dark = palette.accent_with_more_contrast
    return (
        f"@layer tokens{{:root{{{tokens}--marker:{palette.marker}}}}}\n"
        "@layer base{@media (prefers-contrast:more){:root{"
        f"--link:light-dark({light},{dark})}}}}}}\n"
    )
