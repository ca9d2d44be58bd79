"""What is published of a picture: its pixels, in several sizes, and nothing else; or why it is refused."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from dateline.facts.fields import Focus
from dateline.pages.picture import Framing
from dateline.problems import Rule
from dateline.publishing.images.picture_kinds import PictureFault
from dateline.publishing.images.renditions import Encoded, crop_box, encode_copies
from tests.faults.table import tried
from tests.pictures import PLACE, photo, png_of, saved, svg, taken_at

RED, BLUE = (200, 0, 0), (0, 0, 200)


def whole(data: bytes) -> tuple[Encoded, ...]:
    return encode_copies(data, Framing.WHOLE)


def opened(copy: Encoded) -> Image.Image:
    picture = Image.open(BytesIO(copy.data))
    picture.load()
    return picture


def fault(data: bytes) -> PictureFault:
    with pytest.raises(PictureFault) as raised:
        whole(data)
    return raised.value


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("has_profile", [True, False])
def test_nothing_of_a_photo_is_published_but_its_pixels(kind: str, has_profile: bool) -> None:
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    text = PngImagePlugin.PngInfo()
    text.add_itxt("XML:com.adobe.xmp", PLACE.decode(), zip=True)
    text.add_text("Comment", PLACE.decode())
    more: dict[str, Any] = (
        {"pnginfo": text} if kind == "PNG" else {"comment": PLACE} if kind == "JPEG" else {}
    )
    more |= {} if kind == "PNG" else {"xmp": PLACE}
    more |= {"icc_profile": icc} if has_profile else {}
    data = photo(kind, exif=taken_at(), **more)
    assert ("icc_profile" in Image.open(BytesIO(data)).info) == has_profile
    assert PLACE in data or kind == "PNG"
    for copy in whole(data):
        picture = opened(copy)
        assert not picture.getexif()
        for name in (
            PLACE,
            b"Exif",
            b"EXIF",
            b"eXIf",
            b"XMP",
            b"ICCP",
            b"ICC_PROFILE",
            b"tEXt",
            b"iTXt",
        ):
            assert name not in copy.data, name


@pytest.mark.parametrize(("orientation", "corner"), [(1, RED), (3, BLUE), (6, RED), (8, BLUE)])
def test_a_photo_stands_as_the_phone_was_held(orientation: int, corner: tuple[int, ...]) -> None:
    data = photo(exif=taken_at(orientation=orientation), quality=95)
    *_, plain = whole(data)
    upright = opened(plain)
    assert upright.size == ((48, 64) if orientation in (6, 8) else (64, 48))
    # Light is at the bottom of the photo as it was stored.
    lightest = {1: (5, 44), 3: (5, 3), 6: (3, 5), 8: (44, 5)}[orientation]
    found = upright.getpixel(lightest)
    assert isinstance(found, tuple)
    assert [value > 120 for value in found] == [value > 120 for value in corner]


def test_a_large_photo_has_three_sizes_and_one_for_old_programs() -> None:
    copies = whole(photo(size=(2000, 1500), quality=50))
    found = [(copy.suffix, copy.width, copy.height) for copy in copies]
    assert found == [
        ("-480.webp", 480, 360),
        ("-960.webp", 960, 720),
        ("-1600.webp", 1600, 1200),
        ("-960.jpg", 960, 720),
    ]
    assert [opened(copy).size for copy in copies] == [copy[1:] for copy in found]


def test_a_small_picture_is_never_enlarged() -> None:
    assert [(copy.suffix, copy.width) for copy in whole(photo(size=(600, 30)))] == [
        ("-480.webp", 480),
        ("-600.webp", 600),
        ("-600.jpg", 600),
    ]
    assert [copy.width for copy in whole(photo(size=(7, 1)))] == [7, 7]


def test_a_drawing_keeps_its_edges_and_what_is_see_through() -> None:
    logo = Image.new("RGBA", (20, 20))
    logo.paste((1, 2, 3, 255), (5, 5, 15, 15))
    for copy in whole(saved(logo, "PNG")):
        shown = opened(copy).convert("RGBA")
        assert (shown.getpixel((0, 0)), shown.getpixel((7, 7))) == ((0, 0, 0, 0), (1, 2, 3, 255))


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_grey_photo_is_no_drawing(mode: str) -> None:
    grey = Image.effect_noise((300, 200), 60).convert(mode)
    assert whole(saved(grey, "PNG"))[-1].suffix == "-300.jpg"


def test_the_colours_of_a_wide_profile_are_turned_into_those_of_all_screens() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    grey = Image.new("CMYK", (8, 8), (0, 0, 0, 128))
    assert opened(whole(saved(grey, "JPEG"))[-1]).mode == "RGB"
    # A profile that is not of the picture's kind, or none at all, is no reason to refuse it.
    assert whole(photo(icc_profile=lab))
    assert whole(photo(icc_profile=b"nonsense"))


def test_a_profile_says_what_the_numbers_of_a_picture_mean() -> None:
    """In this profile red is called green and green red: a reader sees red."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    named = profile.replace(b"rXYZ", b"----", 1).replace(b"gXYZ", b"rXYZ", 1)
    odd = named.replace(b"----", b"gXYZ", 1)
    green = saved(Image.new("RGB", (8, 8), (0, 255, 0)), "PNG", icc_profile=odd)
    shown = opened(whole(green)[-1]).convert("RGB").getpixel((4, 4))
    assert shown == (255, 0, 0)


def test_a_grey_picture_of_16_bits_is_not_white() -> None:
    shown = opened(whole(saved(Image.new("I;16", (8, 8), 128 * 256), "PNG"))[-1])
    assert shown.convert("L").getpixel((4, 4)) == 128


@pytest.mark.parametrize(
    ("focus", "box"),
    [((50, 50), (25, 0, 75, 50)), ((0, 0), (0, 0, 50, 50)), ((100, 9), (50, 0, 100, 50))],
)
def test_a_crop_is_as_near_to_the_focus_as_the_edges_allow(
    focus: tuple[float, float], box: tuple[float, ...]
) -> None:
    assert crop_box(100, 50, 1.0, Focus(*focus)) == box


def test_a_square_of_a_wide_photo_shows_its_focus() -> None:
    *_, plain = encode_copies(photo(size=(400, 200)), Framing.SQUARE, Focus(100, 50))
    assert plain.width == plain.height == 200
    assert opened(plain).convert("RGB").getpixel((100, 190))[0] < 20  # type: ignore[index]


@pytest.mark.parametrize("framing", list(Framing))
@pytest.mark.parametrize("data", [photo(size=(1000, 700)), photo("PNG"), svg("<g/>")])
def test_a_dry_run_knows_every_copy(data: bytes, framing: Framing) -> None:
    copies, dry = (encode_copies(data, framing, dry=dry) for dry in (False, True))
    assert [(copy.suffix, copy.width, copy.height) for copy in dry] == [
        (copy.suffix, copy.width, copy.height) for copy in copies
    ]


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert whole(photo()) == whole(photo())


@pytest.mark.parametrize(
    "data",
    [
        saved(
            Image.new("RGB", (40, 30)), "MPO", save_all=True, append_images=[Image.new("L", (4, 3))]
        ),
        photo(exif=b"Exif\0\0 that is none"),
        photo() + b"the film of a living photo" * 1000,
    ],
    ids=["with a preview in it", "with spoilt metadata", "with something after it"],
)
def test_a_photo_with_more_in_its_file_is_a_photo(data: bytes) -> None:
    assert whole(data)[-1].suffix in ("-40.jpg", "-64.jpg")


# What is refused


GIF, STILL = Image.new("P", (4, 4)), Image.new("RGB", (4, 4), RED)
MOVING = {"save_all": True, "append_images": [Image.new("RGB", (4, 4), BLUE)], "duration": 9}


@tried(5, "A picture that is none: {words}", "Refused")
@pytest.mark.parametrize(
    ("data", "rule", "words"),
    [
        (b"", Rule.PICTURE_DAMAGED, "the file is empty"),
        (b"Not a picture at all.", Rule.PICTURE_KIND, "no picture"),
        (b"<html><body>404</body></html>", Rule.PICTURE_KIND, "no picture"),
        (saved(GIF, "GIF"), Rule.PICTURE_KIND, "a GIF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Rule.PICTURE_KIND, "a HEIC"),
        (
            b"version https://git-lfs.github.com/spec/v1\n",
            Rule.PICTURE_KIND,
            "a pointer of Git LFS",
        ),
        (saved(STILL, "PNG", **MOVING), Rule.PICTURE_KIND, "moves"),
        (saved(STILL, "WEBP", **MOVING), Rule.PICTURE_KIND, "moves"),
        (saved(STILL, "AVIF", **MOVING), Rule.PICTURE_KIND, "moves"),
        (photo("PNG")[:90], Rule.PICTURE_DAMAGED, "damaged"),
        (b"\xff\xd8\xff\xe0 a JPEG that is not one", Rule.PICTURE_DAMAGED, "damaged"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Rule.PICTURE_DAMAGED, "damaged"),
        (png_of(9_000, 9_000), Rule.PICTURE_SIZE, "81 megapixels, and this kind may have 25"),
        (png_of(40_000, 40_000), Rule.PICTURE_SIZE, "more than 100 megapixels"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(data: bytes, rule: Rule, words: str) -> None:
    found = fault(data)
    assert (found.rule, words in found.found) == (rule, True), found.found
    assert found.fix


@tried(5, "A {kind} that ends after {part:.0%}", "Refused: damaged")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_picture_that_ends_too_early_is_refused(kind: str, part: float) -> None:
    data = photo(kind, size=(300, 200))
    assert fault(data[: int(len(data) * part)]).rule is Rule.PICTURE_DAMAGED


def peak_of(path: Path) -> tuple[str, int]:
    """What another process says of a picture, and how many megabytes it took at most."""
    code = (
        "import sys; from pathlib import Path;"
        "from dateline.pages.picture import Framing;"
        "from dateline.publishing.images.picture_kinds import PictureFault\n"
        "from dateline.publishing.images.renditions import encode_copies\n"
        "try: print(encode_copies(Path(sys.argv[1]).read_bytes(), Framing.WHOLE)[-1].suffix)\n"
        "except PictureFault as fault: print(fault.found)\n"
        "peak = Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0]\n"
        "print(int(peak) // 1000)"
    )
    command = [sys.executable, "-c", code, str(path)]
    words, peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )[:2]
    return words, int(peak)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory was taken")
@pytest.mark.parametrize(
    ("size", "words"),
    [
        ((12_500, 8_000), "-960.jpg"),
        ((12_600, 8_000), "the picture has more than 100 megapixels"),
    ],
)
def test_a_hundred_megapixels_take_little_memory(
    tmp_path: Path, size: tuple[int, int], words: str
) -> None:
    (tmp_path / "p.jpg").write_bytes(saved(Image.new("L", size, 90), "JPEG", quality=20))
    found, megabytes = peak_of(tmp_path / "p.jpg")
    assert found == words
    assert megabytes < 120


# Drawings


def test_a_drawing_is_published_without_what_other_programs_left_in_it() -> None:
    data = (
        b'<?xml version="1.0"?>\n<!-- Ana, Ostrow -->\n'
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">\n'
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://inkscape.example/"'
        b' width="2cm" viewBox="0 0 10 5" i:author="Ana">\n'
        b"<metadata><i:by>Ana</i:by></metadata><title>Ana</title>"
        b'<style>.a{fill:url(#b)}</style><path class="a" d="M0 0 L1 1"/></svg>'
    )
    (copy,) = whole(data)
    assert (copy.suffix, copy.width, copy.height) == (".svg", 76, 38)
    assert b"Ana" not in copy.data
    assert b'<path class="a" d="M0 0 L1 1"/>' in copy.data
    assert b'viewBox="0 0 10 5"' in copy.data


def uses(name: int) -> str:
    return f'<use href="#a{name}"/>' * 10


NESTED = "".join(f'<g id="a{at}">{uses(at + 1)}</g>' for at in range(8))


@tried(8, "An SVG: {words}", "Refused at its line")
@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>alert(1)</script>", "a script"),
        ('<rect onload="alert(1)"/>', "a script in `onload`"),
        ('<a href="#x"><path d=""/></a>', "a link"),
        ('<image href="data:image/png;base64,AA"/>', "a picture within it"),
        (
            '<use href="https://other.example/a.svg#b"/>',
            "a reference to “https://other.example/a.svg#b”",
        ),
        (
            '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="b.svg#c"/>',
            "a reference to “b.svg#c”",
        ),
        ('<rect fill="url(https://other.example/a)"/>', "a call for another file in `fill`"),
        (
            '<rect style="background:image-set(&quot;a&quot; 1x)"/>',
            "a call for another file in `style`",
        ),
        ("<style>@import 'a.css';</style>", "a style that calls for another file"),
        ("<style>a{b:u\\72l(a)}</style>", "a style that calls for another file"),
        ("<foreignObject/>", "`foreignObject`, which is not drawn here"),
        ("<animate/>", "an animation"),
        ('<g id="a"><use href="#a"/></g>', "uses a shape within itself"),
        (NESTED + '<g id="a8"><path d=""/></g>', "stands for more than 100,000 shapes"),
        ("<g>" * 200 + "</g>" * 200, "elements nested more than 100 deep"),
    ],
)
def test_a_drawing_that_acts_or_asks_for_a_file_is_refused_at_its_line(
    inside: str, words: str
) -> None:
    found = fault(svg(inside))
    assert found.rule is Rule.PICTURE_SVG
    assert words in found.found
    assert found.line == (1 if "stands for" in words else 2)


@tried(8, "An SVG with an XHTML script", "It is not published")
def test_scripts_of_other_languages_are_not_published() -> None:
    (copy,) = whole(svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'))
    assert b"alert" not in copy.data


@tried(5, "An SVG with an entity", "Refused before it is read")
def test_an_entity_is_refused_before_it_is_read() -> None:
    found = fault(b'<!DOCTYPE svg [\n<!ENTITY a "aaaa">]>\n<svg>&a;</svg>')
    assert (found.rule, found.line) == (Rule.PICTURE_SVG, 2)


def test_a_drawing_that_is_not_xml_is_refused_at_its_line() -> None:
    found = fault(svg("<g>"))
    assert (found.rule, found.line) == (Rule.PICTURE_DAMAGED, 3)


@pytest.mark.parametrize("size", ['width="1e99" height="9"', f'viewBox="0 0 {"9" * 400} 1"', ""])
def test_a_drawing_of_any_size_has_one(size: str) -> None:
    (copy,) = whole(svg("", size))
    assert 0 < copy.width <= 100_000
    assert 0 < copy.height <= 100_000
