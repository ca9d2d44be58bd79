"""Three looks of one briefing. `python -m tests.looks` takes their pictures for docs/look.md."""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.site import FIRST, FLAGS, publish_site

LOOKS: Final = Path(__file__).parent / "sites" / "looks"
NAMES: Final = sorted(path.name for path in LOOKS.iterdir())
IMAGES: Final = Path(__file__).parent.parent / "docs" / "images"
_BRIEFING: Final = "pezeshkian-in-iraq"
_SIZE: Final = {"width": 760, "height": 860}


def write_look(name: str, folder: Path) -> Path:
    """The first briefing with this look, below `folder`: its content, and what is beside that."""
    content = folder / "content"
    shutil.copytree(FIRST, content)
    for path in (LOOKS / name).iterdir():
        if path.is_dir():
            inside = path.name == "look"
            shutil.copytree(path, (content if inside else folder) / path.name)
    with (content / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write((LOOKS / name / "look.yaml").read_text("utf-8"))
    return content


def picture_of(name: str, browser: Browser) -> Image.Image:
    """The brief on a light page, and beside it the article on a dark one."""
    with TemporaryDirectory() as folder:
        content = write_look(name, Path(folder))
        publish_site(content, Path(folder) / "site", None)
        whole = Image.new("RGB", (2 * _SIZE["width"], _SIZE["height"]))
        for place, (page, scheme) in enumerate((("", "light"), ("article/", "dark"))):
            opened = browser.new_page(viewport=_SIZE, color_scheme=scheme)  # type: ignore[arg-type]
            path = Path(folder) / "site" / _BRIEFING / page / "index.html"
            opened.goto(path.as_uri())
            opened.evaluate("document.fonts.ready")
            with Image.open(BytesIO(opened.screenshot())) as shot:
                whole.paste(shot, (place * _SIZE["width"], 0))
            opened.close()
        return whole


def main() -> None:
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for name in sys.argv[1:] or NAMES:
            picture = picture_of(name, browser).quantize(128)
            picture.save(IMAGES / f"look-{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
