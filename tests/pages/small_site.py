"""A small site made in memory, from a few files."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

from dateline.publishing.assemble import AssembledSite, assemble_site
from dateline.publishing.cache import Cache
from dateline.publishing.look import LookFiles, read_look_files
from dateline.publishing.request import Request
from dateline.reading.content import Folder, SiteSource

SETTINGS = b"title: T\ndescription: D\n"
NOW = datetime(2024, 9, 12, tzinfo=UTC)


def article(body: str = "All was quiet.", *front: str) -> str:
    """An article published on Wednesday 11 September 2024, with more lines of front matter."""
    lines = ["title: A title", "standfirst: In short.", "published: 2024-09-11", *front]
    return "\n".join(["---", *lines, "---", "", body, ""])


def made(
    files: dict[str, str], *, site_url: str | None = None, look: LookFiles | None = None
) -> AssembledSite:
    """The site of these files, by their paths in the content."""
    folders: dict[str, dict[str, bytes]] = defaultdict(dict)
    for path, text in files.items():
        slug, name = path.split("/")
        folders[slug][name] = dedent(text).encode()
    source = SiteSource(
        shown_as="content",
        settings=SETTINGS,
        folders=tuple(
            Folder(slug=slug, shown_as=f"content/{slug}", files=held)
            for slug, held in sorted(folders.items())
        ),
        problems=(),
    )
    request = Request(content=Path("content"), now=NOW, today=date(2024, 9, 12), site_url=site_url)
    return assemble_site(source, look or read_look_files(), request, Cache(None))


def errors(site: AssembledSite) -> list[str]:
    """What refuses the site: the place, the rule, and the other end."""
    return [
        " ".join([str(one.position), one.rule, *(str(other.position) for other in one.related)])
        for one in site.problems
        if one.severity == "error"
    ]
