"""A small site from a few lines of text: its briefing checked, its pages made, or its files written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from textwrap import dedent

from dateline.checking import Checked, check_briefing
from dateline.facts.briefing import Briefing
from dateline.problems import Problem
from dateline.publishing.assemble import AssembledSite, assemble_site
from dateline.publishing.looks.look import LookFiles, read_look_files
from dateline.publishing.request import Request
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder, SiteSource

SETTINGS = "title: T\ndescription: D\n"
TODAY = date(2024, 9, 12)


def article(body: str = "All was quiet.", *front: str, title: str = "A title") -> str:
    """An article published on Wednesday 11 September 2024, with more lines of front matter."""
    lines = [f"title: {title}", "standfirst: In short.", "published: 2024-09-11", *front]
    return "\n".join(["---", *lines, "---", "", body, ""])


ARTICLE = article("The line opened on Wednesday. It is 32 kilometres long.", title="A line opens")
FIGURES = """\
figures:
  - id: length
    label: Length
    value: 32
    unit: km
    kind: measured
    evidence: 32 kilometres long
"""


def briefing(body: str, **sheets: str) -> Briefing:
    """The briefing `b`: the body of its article, and the sheets by their names."""
    texts = {f"{name}.yaml": text for name, text in sheets.items()}
    files = {"article.md": article(dedent(body)), **texts}
    briefing, problems = parse_briefing(_folder("b", "b", files))
    assert briefing is not None
    assert problems == ()
    return briefing


def checked(body: str, *, today: date = TODAY, **sheets: str) -> Checked:
    return check_briefing(briefing(body, **sheets), today=today)


def problems(body: str, rules: str = "", *, today: date = TODAY, **sheets: str) -> list[Problem]:
    """What is wrong under the rules that begin so; without `rules`, all but what coverage finds."""
    found = checked(body, today=today, **sheets).problems
    kept = [problem for problem in found if rules or not problem.rule.startswith("coverage.")]
    return [problem for problem in kept if problem.rule.startswith(rules)]


def rules(body: str, prefix: str = "", *, today: date = TODAY, **sheets: str) -> list[str]:
    return [problem.rule for problem in problems(body, prefix, today=today, **sheets)]


def assemble(
    files: Mapping[str, str],
    *,
    site_url: str | None = None,
    look: LookFiles | None = None,
    settings: str = SETTINGS,
    drafts: bool = False,
) -> AssembledSite:
    """The site of these files, by their paths in the content, in memory."""
    now = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)
    request = Request(
        content=Path("content"), now=now, today=TODAY, site_url=site_url, drafts=drafts
    )
    source = source_of(files, settings)
    return assemble_site(source, look or read_look_files(), request)


def source_of(files: Mapping[str, str], settings: str = SETTINGS) -> SiteSource:
    """The content of a site, as if it had been read from the disk."""
    folders: dict[str, dict[str, str]] = defaultdict(dict)
    own: dict[str, bytes] = {}
    for path, text in files.items():
        slug, _, name = path.rpartition("/")
        if slug:
            folders[slug][name] = text
        else:
            own[name] = dedent(text).encode()
    return SiteSource(
        shown_as="content",
        settings=settings.encode(),
        folders=tuple(
            _folder(slug, f"content/{slug}", texts) for slug, texts in sorted(folders.items())
        ),
        problems=(),
        words=own,
    )


def _folder(slug: str, shown_as: str, texts: Mapping[str, str]) -> Folder:
    files = {name: dedent(text).encode() for name, text in texts.items()}
    return Folder(slug=slug, shown_as=shown_as, files=files)


def errors(site: AssembledSite) -> list[str]:
    """What refuses the site: the place, the rule, and the other places that it names."""
    return [
        " ".join(map(str, (error.position, error.rule, *(r.position for r in error.related))))
        for error in site.problems
        if error.severity == "error"
    ]


def write_content(folder: Path, *, settings: str = SETTINGS) -> Path:
    """Write a site of one briefing, an article with one figure, below `folder`; return `folder`."""
    texts = {"site.yaml": settings, "line/article.md": ARTICLE, "line/figures.yaml": FIGURES}
    for path, text in texts.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, "utf-8")
    return folder
