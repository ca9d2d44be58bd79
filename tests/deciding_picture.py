"""A decision in the preview. `python -m tests.deciding_picture` takes its picture for docs/preview.md."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from dateline.cli import main as run
from tests.browser.site import FIRST, FLAGS
from tests.preview.running import running

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURE: Final = Path(__file__).parent.parent / "docs" / "images" / "decisions.png"
_BRIEFING: Final = "pezeshkian-in-iraq"
_SIZE: Final = {"width": 1280, "height": 860}
# Above the event are the names of its paragraph, and the links of the page.
_ABOVE: Final = 190


def write_draft(folder: Path) -> None:
    """The article of the first briefing, with the sheets that `new` writes."""
    content = folder / "content"
    (content / _BRIEFING).mkdir(parents=True)
    article = (FIRST / _BRIEFING / "article.md").read_text("utf-8")
    bare = re.sub(r"(?m)^(?:publish|sources|topics|related):.*\n(?:[ -].*\n)*", "", article)
    (content / _BRIEFING / "article.md").write_text(bare, "utf-8")
    shutil.copy(FIRST / "site.yaml", content)
    run(["new", _BRIEFING, "--content", str(content)])


def take(tab: Page, port: int, picture: Path) -> None:
    tab.goto(f"http://127.0.0.1:{port}/{_BRIEFING}/annotated/")
    tab.locator(".decision").first.wait_for()
    for event in tab.locator("details.decision[id^='decide_timeline']").all():
        event.locator("summary").first.click()
        title = event.locator("textarea").first
        if title.input_value():
            break
        event.locator("summary").first.click()
    title.focus()
    tab.evaluate("document.fonts.ready")
    event.evaluate(f"each => scrollTo(0, each.getBoundingClientRect().top + scrollY - {_ABOVE})")
    tab.screenshot(path=picture)


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_draft(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(FLAGS)
        )
        with running(Path(folder)) as preview:
            take(browser.new_page(viewport=_SIZE), preview.port, PICTURE)  # type: ignore[arg-type]
        browser.close()


if __name__ == "__main__":
    main()
