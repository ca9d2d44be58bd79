"""The one way through: a folder of content to a site in its place."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final

from dateline.pages.addresses import SITEMAP
from dateline.problems import RULE_BY_NAME, Position, Problem, Related, is_refused
from dateline.publishing.cache import WHOLE_SITE, Cache, code_digest, digest, fingerprint
from dateline.publishing.look import LookFiles, look_folders, read_look_files
from dateline.publishing.manifest import MANIFEST
from dateline.publishing.output import guard_output, publish, repair_output, staging_area
from dateline.publishing.request import Request
from dateline.reading.content import SiteSource, read_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from dateline.publishing.assemble import AssembledSite


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What came of a build: problems, the coverage of each briefing, and counts of what was made.

    `notices` say what a site does without; nothing is wrong with it.
    """

    problems: tuple[Problem, ...]
    refused: bool
    coverage: Mapping[str, Any] = field(default_factory=dict)
    built: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


def build_site(
    request: Request, output: Path, *, fresh: bool = False, say: Callable[[str], None]
) -> BuildResult:
    """Read the content, make the site in memory, and put it in its place if nothing is wrong.

    Raises OutputRefused where `output` cannot be written to, with everything as it was.
    """
    guard_output(output, sources=(request.content, *look_folders()))
    repair_output(output)
    source, look = read_site(request.content), read_look_files()
    cache = Cache(None if fresh else staging_area(output) / "cache")
    key = _key(source, look, request)
    if remembered := load_result(cache, key, request, output):
        return remembered
    made = _make(source, look, request, cache)
    if is_refused(made.problems, strict=request.strict):
        return BuildResult(problems=made.problems, refused=True, coverage=made.coverage)
    publish(made.files, output, say=say)
    store_result(cache, key, made, output)
    return _outcome(made)


def check_site(request: Request) -> BuildResult:
    """The same without writing anything."""
    made = _make(read_site(request.content), read_look_files(), request, Cache(None))
    if is_refused(made.problems, strict=request.strict):
        return BuildResult(problems=made.problems, refused=True, coverage=made.coverage)
    return _outcome(made)


def _make(source: SiteSource, look: LookFiles, request: Request, cache: Cache) -> AssembledSite:
    # Imported here because a build with nothing to do needs none of what it needs.
    from dateline.publishing.assemble import assemble_site

    return assemble_site(source, look, request, cache)


def _outcome(made: AssembledSite) -> BuildResult:
    built = {
        "briefings": made.published,
        "pages": sum(path.endswith(".html") for path in made.files),
        "bytes": made.files.size,
        "remembered": len(made.each) - len(made.fresh),
    }
    return BuildResult(
        problems=made.problems,
        refused=False,
        coverage=made.coverage,
        built=built,
        # A site that knows its address has a sitemap.
        notices=() if SITEMAP in made.files else (NO_ADDRESS,),
    )


NO_ADDRESS: Final = (
    "The site has no address, so it has no canonical links, previews of links, feeds or sitemap:"
    " write `address:` in site.yaml, or build with --site-url."
)


# What a build with nothing to do is told from


def _key(source: SiteSource, look: LookFiles, request: Request) -> str:
    """One name for everything that a site is made from, but the day."""
    asked = (request.site_url, request.drafts, request.strict)
    parts = [
        ("code", code_digest().encode()),
        ("request", repr((*asked, source.shown_as)).encode()),
        ("problems", repr(source.problems).encode()),
        ("site", source.settings or b""),
        ("look", look.digest.encode()),
        *(
            (f"content {folder.shown_as}/{name}", data)
            for folder in source.folders
            for name, data in folder.files.items()
        ),
    ]
    return digest(parts)


def load_result(cache: Cache, key: str, request: Request, output: Path) -> BuildResult | None:
    """The outcome of the last build, if the same would be built again and still stands there."""
    held = cache.recall(WHOLE_SITE, key)
    if held is None or held["today"] != request.day_in(held["timezone"]).isoformat():
        return None
    if fingerprint(output, held["files"]) != held["files"]:
        return None
    return BuildResult(
        problems=tuple(map(_problem, held["problems"])),
        refused=False,
        coverage=held["coverage"],
        built={**held["built"], "remembered": held["built"]["briefings"]},
        notices=tuple(held["notices"]),
    )


def store_result(cache: Cache, key: str, made: AssembledSite, output: Path) -> None:
    """Keep what the next build needs to tell that it has nothing to do."""
    outcome = _outcome(made)
    held = {
        "today": made.today.isoformat(),
        "timezone": made.timezone,
        "files": fingerprint(output, [MANIFEST, *sorted(made.files)]),
        "problems": [asdict(problem) for problem in made.problems],
        "coverage": made.coverage,
        "built": outcome.built,
        "notices": outcome.notices,
    }
    from dateline.publishing.assemble import store_briefings

    cache.remember(WHOLE_SITE, key, held)
    store_briefings(cache, made)


def _problem(held: Mapping[str, Any]) -> Problem:
    related = tuple(
        Related(position=Position(**one["position"]), note=one["note"]) for one in held["related"]
    )
    known = {"position": Position(**held["position"]), "rule": RULE_BY_NAME[held["rule"]]}
    return Problem(**{**held, **known, "related": related})
