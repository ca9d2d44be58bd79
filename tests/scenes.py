"""`python -m tests.scenes` draws the pictures of tests/sites: one of each kind, and broken ones."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

from tests.pictures import photo, png_of, saved, svg, taken_at

SITES = Path(__file__).parent / "sites"
FOLDER = SITES / "everything/content/the-bridge/images"
FORGOTTEN = SITES / "broken/content/river-towns/images"
BROKEN = SITES / "broken/content/picture-day/images"
SKY, WATER, STEEL, SAND, COAT = "#c9d9e6", "#4d7186", "#2c3b45", "#d8c9a8", "#7a3b2e"


def scene(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Sky over water, to draw on."""
    picture = Image.new("RGB", (width, height), SKY)
    picture.paste(WATER, (0, height * 6 // 10, width, height))
    return picture, ImageDraw.Draw(picture)


def bridge() -> Image.Image:
    picture, draw = scene(1280, 800)
    draw.rectangle((0, 430, 1280, 452), STEEL)
    for tower in (340, 940):
        draw.rectangle((tower - 14, 150, tower + 14, 640), STEEL)
        for reach in range(60, 360, 60):
            draw.line((tower, 160, tower - reach, 432), STEEL, 4)
            draw.line((tower, 160, tower + reach, 432), STEEL, 4)
    draw.polygon(((0, 452), (110, 470), (160, 640), (0, 660)), SAND)
    draw.polygon(((1280, 452), (1180, 470), (1120, 640), (1280, 660)), SAND)
    return picture


def ferry() -> Image.Image:
    picture, draw = scene(900, 600)
    draw.polygon(((180, 380), (720, 380), (650, 450), (240, 450)), STEEL)
    draw.rectangle((300, 310, 600, 380), "#f3f1ea")
    draw.rectangle((520, 230, 560, 310), COAT)
    return picture


def ribbon() -> Image.Image:
    picture, draw = scene(640, 420)
    draw.rectangle((0, 300, 640, 420), SAND)
    for at, height in ((90, 150), (200, 170), (450, 160), (560, 140)):
        draw.ellipse((at - 22, 300 - height, at + 22, 344 - height), "#e9c9a5")
        draw.rectangle((at - 34, 344 - height, at + 34, 320), STEEL)
    draw.line((60, 250, 580, 250), COAT, 14)
    return picture


def portrait() -> Image.Image:
    picture = Image.new("RGB", (500, 640), "#b8c4c0")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((60, 380, 440, 900), COAT)
    draw.ellipse((160, 120, 340, 360), "#e9c9a5")
    draw.pieslice((150, 90, 350, 330), 180, 360, "#4a3424")
    return picture


SIGN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">
  <style>.line { fill: none; stroke: #2c3b45; stroke-width: 8 }</style>
  <path class="line" d="M10 80h220M60 20v80M180 20v80M60 24L10 78M60 24l60 54M180 24l-60 54M180 24l50 54"/>
</svg>
"""


def save(name: str, kind: str, picture: Image.Image, **options: object) -> None:
    out = BytesIO()
    picture.filter(ImageFilter.GaussianBlur(1.2)).save(out, kind, **options)
    (FOLDER / name).write_bytes(out.getvalue())


def draw_everything() -> None:
    FOLDER.mkdir(exist_ok=True)
    # As a phone stores it: on its side, with the place where it was taken.
    on_its_side = bridge().transpose(Image.Transpose.ROTATE_90)
    save("bridge.jpg", "JPEG", on_its_side, quality=55, exif=taken_at(orientation=6))
    save("last-ferry.webp", "WEBP", ferry(), quality=60)
    save("Anna Berg.avif", "AVIF", portrait(), quality=60)
    save("the-sound.jpeg", "JPEG", ferry().crop((100, 150, 700, 550)), quality=60, progressive=True)
    ribbon().save(FOLDER / "ribbon.png", optimize=True)
    (FOLDER / "council.svg").write_text(SIGN, "utf-8")


def draw_broken() -> None:
    BROKEN.mkdir(exist_ok=True)
    small = Image.new("RGB", (8, 6), COAT)
    files = {
        "fair.jpg": photo(size=(16, 12)),
        "called-jpg.jpg": saved(small, "PNG"),
        "moving.gif": saved(small, "GIF"),
        "cut-off.png": photo("PNG")[:90],
        "empty.jpg": b"",
        "huge.png": png_of(40_000, 40_000),
        "sign.svg": svg("<script>alert(1)</script>"),
        "Capital.png": saved(small, "PNG"),
    }
    for name, data in files.items():
        (BROKEN / name).write_bytes(data)
    FORGOTTEN.mkdir(exist_ok=True)
    (FORGOTTEN / "forgotten.png").write_bytes(saved(small, "PNG"))


if __name__ == "__main__":
    draw_everything()
    draw_broken()
