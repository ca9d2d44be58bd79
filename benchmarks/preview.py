"""Measure the preview: from a save to the first frame of the browser that shows it.

    python3 -m benchmarks.preview [--what article sheet template style settings]
                                  [--briefings N] [--content DIR] [--saves N]

A copy of the program and of the content is served by `build.py serve`, and Chromium has an article
open. Each save puts a new word into what is saved, about a second after the last. Prints median and
worst in milliseconds, and how many saves were never seen within ten seconds.
"""

import argparse
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Error, Page, sync_playwright

from tools.testing import ROOT, TOOLS

PROGRAM = ("build.py", "dateline", "tools", "templates", "static", "requirements.txt")
LOST = 10.0
APART = 1.0
FIRST = 900
"""Seconds until the site has been built for the first time."""

WATCH = """
(() => {
  const seen = new Set()
  const look = () => {
    requestAnimationFrame(look)
    const style = document.body ? getComputedStyle(document.body, '::after').content : ''
    for (const word of `${document.body?.textContent} ${style}`.match(/saved[a-z]{3}/g) ?? []) {
      if (!seen.has(word)) saw(word, performance.timeOrigin + performance.now())
      seen.add(word)
    }
  }
  look()
})()
"""
"""Reports each new word in the frame that first shows it, in ms since 1970."""


BUSY = "async () => (await (await fetch('/__preview/state.json?page=')).json()).busy"
"""Whether the site is still being built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Where the copies are."""

    program: Path
    content: Path
    slug: str

    @property
    def briefing(self) -> Path:
        return self.content / self.slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What is saved: the file, and its text with a word in it."""

    file: Callable[[Workspace], Path]
    write: Callable[[str, str], str]


def replaced(pattern: str, replacement: str) -> Callable[[str, str], str]:
    """Puts a word, `{}`, where the pattern first matches."""

    def write(text: str, word: str) -> str:
        done, times = re.subn(pattern, replacement.format(word), text, count=1, flags=re.MULTILINE)
        if not times:
            raise SystemExit(f"Nothing matches {pattern}: the benchmark is older than the program.")
        return done

    return write


EDITS = {
    "article": Edit(
        file=lambda workspace: workspace.briefing / "article.md",
        write=lambda text, word: f"{text.rstrip()}\n\nThe last word is {word}.\n",
    ),
    "sheet": Edit(
        file=lambda workspace: workspace.briefing / "timeline.yaml",
        write=replaced(r"(?s)(^events:.*?^ +title: [^\n]+)", r"\1 {}"),
    ),
    "template": Edit(
        file=lambda workspace: workspace.program / "templates/article.html.j2",
        write=replaced(r"(\{% block content %\})", r"\1<p>{}</p>"),
    ),
    "style": Edit(
        file=lambda workspace: workspace.program / "static/style/base.css",
        write=replaced(r"^@layer base \{", r'@layer base {{ body::after {{ content: "{}"; }}'),
    ),
    "settings": Edit(
        file=lambda workspace: workspace.content / "site.yaml",
        write=replaced(r"^title: .*$", "title: {}"),
    ),
}


def main(arguments: Sequence[str]) -> int:
    options = parse_arguments(arguments)
    with tempfile.TemporaryDirectory() as folder:
        workspace = lay_out(Path(folder), options.content, options.briefings)
        with (
            served(workspace) as address,
            opened(f"{address}{workspace.slug}/article/") as (page, seen),
        ):
            for what in options.what:
                took = measure(workspace, EDITS[what], page, seen, options.saves)
                print(f"{what:9} {describe(took, options.saves)}", flush=True)
    return 0


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="From a save to the frame that shows it.")
    parser.add_argument(
        "--what", nargs="+", choices=EDITS, default=["article"], help="what to save"
    )
    parser.add_argument("--briefings", type=int, default=1, metavar="N", help="copies to serve")
    parser.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR")
    parser.add_argument("--saves", type=int, default=20, metavar="N")
    return parser.parse_args(arguments)


def lay_out(folder: Path, content: Path, briefings: int) -> Workspace:
    """Copies of the program and of the content, its first briefing as often as options."""
    program, copy = folder / "program", folder / "content"
    program.mkdir()
    for name in PROGRAM:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, program / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, program / name)
    shutil.copytree(content, copy)
    slug = min(article.parent.name for article in copy.glob("*/article.md"))
    for number in range(1, briefings):
        shutil.copytree(copy / slug, copy / f"{slug}-{number}")
    return Workspace(program=program, content=copy, slug=slug)


@contextmanager
def served(workspace: Workspace) -> Iterator[str]:
    """The preview's address, as it prints it, with its slash."""
    command = [
        sys.executable,
        "build.py",
        "serve",
        "--port",
        "0",
        "--content",
        str(workspace.content),
    ]
    command += ["--site-url", "https://newsroom.example/", "--today", "2026-01-15"]
    log = workspace.program / "preview.log"
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=workspace.program, stdout=out, stderr=out)  # noqa: S603
    try:
        while not (said := re.search(r"http://\S+/", log.read_text("utf-8"))):
            if process.poll() is not None:
                raise SystemExit(f"The preview has ended.\n{log.read_text('utf-8')}")
            time.sleep(0.05)
        yield said[0]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


@contextmanager
def opened(address: str) -> Iterator[tuple[Page, dict[str, float]]]:
    """The page in Chromium, and when it first showed each word."""
    seen: dict[str, float] = {}
    program = next(filter(None, map(shutil.which, TOOLS["chromium"])))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.expose_function("saw", lambda word, at: seen.update({word: at}))
        page.add_init_script(WATCH)
        page.goto(address)
        page.locator("article.story").wait_for(timeout=FIRST * 1000)
        while is_busy(page):
            page.wait_for_timeout(1000)
        page.wait_for_timeout(2000)
        yield page, seen
        browser.close()


def is_busy(page: Page) -> bool:
    """Whether the site is still being built; a page that is loaded again meanwhile cannot say."""
    try:
        return bool(page.evaluate(BUSY))
    except Error:
        return True


def measure(
    workspace: Workspace, edit: Edit, page: Page, seen: dict[str, float], saves: int
) -> list[float]:
    """The milliseconds of each save that was seen; what was saved is put back."""
    file = edit.file(workspace)
    text = file.read_text("utf-8")
    took = []
    for _ in range(saves):
        word = next(WORDS)
        new = edit.write(text, word)
        began = time.time()
        file.write_text(new, "utf-8")
        while word not in seen and time.time() < began + LOST:
            page.wait_for_timeout(20)
        if word in seen:
            took.append(seen[word] - began * 1000)
        page.wait_for_timeout(max(0, (began + APART - time.time()) * 1000))
    file.write_text(text, "utf-8")
    page.wait_for_timeout(3000)
    return took


def words() -> Iterator[str]:
    """New words without digits or capitals, in which the article's checks find nothing."""
    for number in count():
        yield "saved" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")


WORDS = words()


def describe(took: Sequence[float], saves: int) -> str:
    lost = f"{saves - len(took)} of {saves} lost"
    if not took:
        return lost
    return f"median {statistics.median(took):5.0f} ms, worst {max(took):5.0f} ms, {lost}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
