"""A published site."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from dateline.publishing.build import build_site
from dateline.publishing.request import Request
from tools.testing import ROOT

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""How Chromium is started: without its sandbox, and without connections of its own."""

OWN = ROOT / "content"
"""What the owner of the repository publishes: any site."""
FIRST = ROOT / "tests/sites/first/content"
EVERYTHING = ROOT / "tests/sites/everything/content"
ARCHIVE = ROOT / "tests/sites/archive/content"
"""Several briefings, with everything that pages across them can show of events and changes."""
DAYS = {
    FIRST: date(2026, 1, 15),
    EVERYTHING: date(2026, 6, 15),
    ARCHIVE: date(2026, 6, 15),
}
"""For each site of the tests a day on which some of its expectations have passed and others are ahead."""


def publish_site(content: Path, folder: Path, address: str | None) -> None:
    """Build the site of this content as of its day, or of today where it has none."""
    day = DAYS.get(content) or datetime.now(UTC).date()
    now = datetime(day.year, day.month, day.day, tzinfo=UTC)
    request = Request(content=content, now=now, today=day, site_url=address)
    outcome = build_site(request, folder, say=print)
    assert not outcome.refused, outcome.problems


def is_moved(page: Path) -> bool:
    return b'http-equiv="refresh"' in page.read_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A published site, and its address: http or file, with a slash at the end."""

    folder: Path
    address: str

    def pages(self) -> list[str]:
        """The address of every page; that of 404.html only on a server, where it works.

        One that only leads to another address is gone before a test can look at it.
        """
        shown = [file for file in sorted(self.folder.rglob("*.html")) if not is_moved(file)]
        files = [file.relative_to(self.folder) for file in shown]
        if self.address.startswith("file:"):
            return [self.address + str(file) for file in files if file.name != "404.html"]
        return [self.address + str(file).removesuffix("index.html") for file in files]

    def kinds(self) -> list[str]:
        """One page of each kind: the fullest, where pages differ only in what they are about."""
        fullest: dict[str, tuple[int, str]] = {}
        for page in self.pages():
            html = self.file_of(page).read_bytes()
            kind = kind_of(page.removeprefix(self.address))
            fullest[kind] = max(fullest.get(kind, (0, "")), (len(html), page))
        return [page for _, page in fullest.values()]

    def file_of(self, page: str) -> Path:
        file = self.folder / page.removeprefix(self.address)
        return file / "index.html" if file.is_dir() else file


def kind_of(page: str) -> str:
    """`a-briefing/facts/a-fact/` is of the kind `*/facts/*`."""
    parts = page.removesuffix("index.html").strip("/").split("/")
    if len(parts) > 1:
        parts[::2] = ["*"] * len(parts[::2])
    return "/".join(parts)
