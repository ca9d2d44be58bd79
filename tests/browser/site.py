"""A built site as a reader finds it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from dateline.publishing.build import build_site
from dateline.publishing.request import Request

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""How Chromium is started: without a sandbox of its own, and calling nobody."""

EVERYTHING = Path(__file__).parent.parent / "sites/everything/content"


def publish_everything(folder: Path, address: str) -> None:
    """Build the site that uses every kind of fact, for an address, on a day of June 2026."""
    asked = Request(
        content=EVERYTHING,
        now=datetime(2026, 6, 15, tzinfo=UTC),
        today=date(2026, 6, 15),
        site_url=address,
    )
    outcome = build_site(asked, folder, say=print)
    assert not outcome.refused, outcome.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site, and where it can be read: an http address or a file one, with its slash."""

    folder: Path
    address: str

    def pages(self) -> list[str]:
        """The address of every page; of 404.html too where it works, on a server."""
        files = [file.relative_to(self.folder) for file in sorted(self.folder.rglob("*.html"))]
        if self.address.startswith("file:"):
            return [self.address + str(file) for file in files if file.name != "404.html"]
        return [self.address + str(file).removesuffix("index.html") for file in files]

    def kinds(self) -> list[str]:
        """One page of each kind: the fullest, where pages differ only in what they are about."""
        fullest: dict[str, tuple[int, str]] = {}
        for page in self.pages():
            weight = len(self.file_of(page).read_bytes())
            kind = kind_of(page.removeprefix(self.address))
            fullest[kind] = max(fullest.get(kind, (0, "")), (weight, page))
        return [page for _, page in fullest.values()]

    def file_of(self, page: str) -> Path:
        file = self.folder / page.removeprefix(self.address)
        return file / "index.html" if file.is_dir() else file


def kind_of(page: str) -> str:
    """`a-briefing/facts/a-fact/` is of the kind `*/facts/*`; a redirect counts with its facts."""
    parts = page.removesuffix("index.html").strip("/").split("/")
    if len(parts) > 1:
        parts[::2] = ["*"] * len(parts[::2])
    return "/".join(parts)
