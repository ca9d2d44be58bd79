"""An SVG that can only be looked at: what draws is kept, what acts or asks for a file is refused.

It is parsed and written again, so that nothing of the file itself is published. What other programs
left in it for themselves (their metadata, their names) is dropped, as it draws nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from html import escape
from typing import Final, NoReturn
from xml.parsers import expat

from dateline.frozen import dataclass
from dateline.patterns import compile_later
from dateline.problems import Rule
from dateline.publishing.images.picture_kinds import PictureFault

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"

_DRAWS: Final = frozenset(
    "svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath"
    " linearGradient radialGradient stop pattern clipPath mask marker style filter feBlend"
    " feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting"
    " feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR"
    " feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting"
    " feSpotLight feTile feTurbulence".split()
)
_ABOUT_IT: Final = frozenset({"metadata", "title", "desc"})
_REFUSED: Final = {
    "a": ("a link", "remove the link and keep what it is around"),
    "image": ("a picture within it", "save that as a picture of its own, or remove it"),
    "script": ("a script", "remove it: a drawing is only looked at"),
    **dict.fromkeys(
        ("animate", "animateMotion", "animateTransform", "set"),
        ("an animation", "remove it: a drawing stands still"),
    ),
}
_ATTRIBUTES: Final = frozenset(
    "accent-height alignment-baseline amplitude azimuth baseFrequency baseline-shift bias class"
    " clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters cx cy d"
    " diffuseConstant direction display divisor dominant-baseline dx dy edgeMode elevation exponent"
    " fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity font-family font-size"
    " font-size-adjust font-stretch font-style font-variant font-weight fr fx fy gradientTransform"
    " gradientUnits height href id in in2 intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength"
    " lengthAdjust letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start"
    " markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits mix-blend-mode"
    " mode numOctaves offset opacity operator order orient overflow paint-order pathLength"
    " patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ"
    " preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result rotate rx ry scale"
    " seed shape-rendering specularConstant specularExponent spreadMethod startOffset stdDeviation"
    " stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap"
    " stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale tableValues"
    " targetX targetY text-anchor text-decoration text-rendering textLength transform"
    " transform-origin type unicode-bidi values vector-effect viewBox visibility width word-spacing"
    " writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z".split()
)
# What makes a browser ask for a file: rules and functions of CSS, and escapes that could hide one.
_CALLS: Final = compile_later(
    r"@|\\|\b(?:src|image|image-set|cross-fade)\s*\(|\burl\(\s*(?![\"']?\s*#)", re.IGNORECASE
)
_MOST_BYTES: Final = 2_000_000
_MOST_DEEP: Final = 100
_MOST_DRAWN: Final = 100_000
# What browsers take a drawing without width and height for (CSS Images, section 5.2).
_ASSUMED: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanSvg:
    width: int
    height: int
    data: bytes


@dataclass(slots=True)
class _Piece:
    """An element: its tag and attributes, what is in it, and how much a browser draws for it."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    children: list["_Piece | str"] = field(default_factory=list)
    drawn: int | None = None


def clean_svg(data: bytes) -> CleanSvg:
    """Raises PictureFault, with the line, where the drawing holds what a page may not have."""
    if len(data) > _MOST_BYTES:
        raise PictureFault(
            Rule.PICTURE_SIZE,
            f"the drawing has {len(data) / 1e6:.1f} MB",
            f"simplify it to {_MOST_BYTES / 1e6:.0f} MB, or save it as PNG",
        )
    root = _Reader().read(data)
    _check_uses(root)
    width, height = _size(root)
    # Without a view box a browser cuts a drawing to its place rather than fit it in.
    fitted = {"viewBox": f"0 0 {width} {height}", **root.attributes}
    root.attributes = {"xmlns": _SVG, **fitted, "width": str(width), "height": str(height)}
    text = "".join(_write(root))
    return CleanSvg(width=width, height=height, data=f"{text}\n".encode())


class _Reader:
    """Walks the file as it is parsed: a fault is found at its own line."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = lambda *_: self.refuse(
            "an entity", "export it as plain SVG"
        )
        self.parser.ProcessingInstructionHandler = self.instruction
        self.open: list[_Piece] = []
        self.root: _Piece | None = None
        # How many elements deep we are in something that is dropped.
        self.dropped = 0

    def read(self, data: bytes) -> _Piece:
        try:
            self.parser.Parse(data, True)  # noqa: FBT003 - that there is no more
        except expat.ExpatError as error:
            raise PictureFault(
                Rule.PICTURE_DAMAGED,
                f"the drawing is not XML: {expat.ErrorString(error.code)}",
                "export it again from the original",
                line=error.lineno,
                column=error.offset + 1,
            ) from None
        assert self.root is not None, "XML without an element is an error"
        return self.root

    def refuse(self, what: str, fix: str) -> NoReturn:
        raise PictureFault(
            Rule.PICTURE_SVG,
            f"the drawing has {what}",
            fix,
            line=self.parser.CurrentLineNumber,
            column=self.parser.CurrentColumnNumber + 1,
        )

    def instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self.refuse("a stylesheet elsewhere", "put the style into the file")

    def start(self, name: str, given: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        is_foreign = space not in ("", _SVG) or tag in _ABOUT_IT
        if self.dropped or (is_foreign and self.open):
            self.dropped += 1
            return
        if self.root is None and tag != "svg":
            self.refuse(f"`{tag}` around all else", "save it as SVG")
        if tag not in _DRAWS:
            what, fix = _REFUSED.get(tag, (f"`{tag}`, which is not drawn here", "remove it"))
            self.refuse(what, fix)
        if len(self.open) >= _MOST_DEEP:
            self.refuse(f"elements nested more than {_MOST_DEEP} deep", "simplify it")
        shape = _Piece(tag, dict(self.kept(given)), self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].children.append(shape)
        else:
            self.root = shape
        self.open.append(shape)

    def kept(self, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for name, value in given.items():
            space, _, plain = name.rpartition(" ")
            if not space and plain.lower().startswith("on"):
                self.refuse(f"a script in `{plain}`", "remove it: a drawing is only looked at")
            if space not in ("", _XLINK) or plain not in _ATTRIBUTES:
                continue
            if plain == "href" and not value.strip().startswith("#"):
                self.refuse(f"a reference to “{value.strip()}”", "put what it names into the file")
            if plain != "href" and _CALLS.search(value):
                self.refuse(f"a call for another file in `{plain}`", "put it into the file")
            yield plain, value

    def end(self, _: str) -> None:
        if self.dropped:
            self.dropped -= 1
            return
        shape = self.open.pop()
        style = "".join(child for child in shape.children if isinstance(child, str))
        if shape.tag == "style" and _CALLS.search(style):
            self.refuse("a style that calls for another file", "put it into the file")

    def text(self, text: str) -> None:
        if self.open and not self.dropped:
            self.open[-1].children.append(text)


# A few elements that use each other can stand for millions


def _check_uses(root: _Piece) -> None:
    by_id = {shape.attributes.get("id", ""): shape for shape in _shapes(root)}
    if _drawn(root, by_id, ()) > _MOST_DRAWN:
        raise PictureFault(
            Rule.PICTURE_SVG,
            f"the drawing stands for more than {_MOST_DRAWN:,} shapes",
            "simplify it, or save it as PNG",
        )


def _shapes(shape: _Piece) -> Iterator[_Piece]:
    yield shape
    for child in shape.children:
        if isinstance(child, _Piece):
            yield from _shapes(child)


def _drawn(shape: _Piece, by_id: Mapping[str, _Piece], around: tuple[int, ...]) -> int:
    """How many shapes are drawn for one, with those that it uses."""
    if id(shape) in around or len(around) > 2 * _MOST_DEEP:
        raise PictureFault(
            Rule.PICTURE_SVG,
            "the drawing uses a shape within itself",
            "draw it without `use`",
            line=shape.line,
        )
    if shape.drawn is None:
        inside = (*around, id(shape))
        used = by_id.get(shape.attributes.get("href", "").strip()[1:])
        below = [child for child in shape.children if isinstance(child, _Piece)]
        below += [used] if used and shape.tag == "use" else []
        shape.drawn = 1 + sum(_drawn(child, by_id, inside) for child in below)
    return shape.drawn


# Size, and writing


_NUMBER: Final = r"[0-9]*\.?[0-9]+"
_LENGTH: Final = compile_later(rf"\s*({_NUMBER})\s*(px|pt|pc|mm|cm|in|q)?\s*")
_LARGEST: Final = 100_000.0
# In pixels of CSS (CSS Values, section 6.2).
_PIXELS: Final = {
    None: 1,
    "px": 1,
    "pt": 4 / 3,
    "pc": 16,
    "in": 96,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "q": 96 / 101.6,
}


def _size(root: _Piece) -> tuple[int, int]:
    """The size in whole pixels, from width and height or else from the ratio of the view box."""
    box = re.findall(rf"-?{_NUMBER}", root.attributes.get("viewBox", ""))
    across, down = (min(float(side), _LARGEST) for side in (box[2:] if len(box) == 4 else (0, 0)))
    width, height = (_pixels(root.attributes.get(name, "")) for name in ("width", "height"))
    ratio = across / down if across > 0 and down > 0 else 0.0
    if not (width or height):
        width, height = across, down
    width = width or height * ratio or _ASSUMED
    height = height or (width / ratio if ratio else 0) or _ASSUMED / 2
    return max(1, round(width)), max(1, round(height))


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length.lower())
    return min(float(match[1]) * _PIXELS[match[2]], _LARGEST) if match else 0.0


def _write(shape: _Piece | str) -> Iterator[str]:
    if isinstance(shape, str):
        yield escape(shape, quote=False)
        return
    yield f"<{shape.tag}"
    yield from (f' {name}="{escape(value)}"' for name, value in shape.attributes.items())
    if not shape.children:
        yield "/>"
        return
    yield ">"
    for child in shape.children:
        yield from _write(child)
    yield f"</{shape.tag}>"
