"""Colours as #rrggbb: how much two of them differ, and the nearest that differs enough.

Contrast is that of WCAG 2.2. What is made lighter or darker keeps its hue, as in OKLCH.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import atan2, cos, hypot, sin
from typing import Final

from dateline.patterns import compile_later

HEX: Final = compile_later(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
# In how many steps lightness is tried from none to all.
_STEPS: Final = 200
# By how much a channel may be beyond what a screen shows: less than a shade of it.
_BEYOND: Final = 0.002


def whole_hex(colour: str) -> str:
    """The colour with six digits, in small letters."""
    digits = colour[1:].lower()
    return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"


def contrast(colour: str, ground: str) -> float:
    """From 1, for the same colour, to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((luminance(colour), luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def stands_out(colour: str, grounds: Mapping[str, float]) -> bool:
    """Whether it has at least the contrast that is asked for with each of the grounds."""
    return all(contrast(colour, ground) >= least for ground, least in grounds.items())


def nearest(colour: str, grounds: Mapping[str, float]) -> str:
    """The colour of that hue that stands out, as little lighter or darker as can be."""
    if stands_out(colour, grounds):
        return colour
    lightness, chroma, hue = _to_oklch(colour)
    levels = (lightness + sign * step / _STEPS for step in range(1, _STEPS) for sign in (-1, 1))
    shades = (_oklch(level, chroma, hue) for level in levels if 0 <= level <= 1)
    return next(shade for shade in shades if stands_out(shade, grounds))


def shade(colour: str, lightness: float, *, chroma: float) -> str:
    """The colour's hue at that lightness, with at most that chroma."""
    _, given, hue = _to_oklch(colour)
    return _oklch(lightness, min(given, chroma), hue)


def lightened(colour: str, part: float) -> str:
    """The colour mixed with that part of white."""
    return _to_hex([1 - (1 - channel) * (1 - part) for channel in _channels(colour)])


def _channels(colour: str) -> list[float]:
    digits = whole_hex(colour)[1:]
    return [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]


def _to_hex(channels: Sequence[float]) -> str:
    return "#" + "".join(f"{round(255 * min(max(channel, 0), 1)):02x}" for channel in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _curved(channel: float) -> float:
    """The opposite of `_linear`."""
    if channel <= 0.0031308:
        return channel * 12.92
    return 1.055 * float(channel ** (1 / 2.4)) - 0.055


# From and to OKLCH (CSS Color 4, section 20.3)

_Triple = tuple[float, float, float]
_TO_CONES: Final = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Final = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: Final = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES: Final = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def _times(matrix: tuple[_Triple, _Triple, _Triple], of: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, of, strict=True)) for row in matrix]


def _to_oklch(colour: str) -> _Triple:
    cones = _times(_TO_CONES, [_linear(channel) for channel in _channels(colour)])
    lightness, a, b = _times(_TO_LAB, [cone ** (1 / 3) for cone in cones])
    return lightness, hypot(a, b), atan2(b, a)


def _oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour, with less chroma where a screen has none so strong."""
    for step in range(50, 0, -1):
        channels = _from_oklch(lightness, chroma * step / 50, hue)
        if all(-_BEYOND <= channel <= 1 + _BEYOND for channel in channels):
            return _to_hex(channels)
    return _to_hex(_from_oklch(lightness, 0, hue))


def _from_oklch(lightness: float, chroma: float, hue: float) -> list[float]:
    cones = _times(_FROM_LAB, (lightness, chroma * cos(hue), chroma * sin(hue)))
    return [_curved(channel) for channel in _times(_FROM_CONES, [cone**3 for cone in cones])]
