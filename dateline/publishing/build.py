"""From a content folder to a published site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dateline.facts.phrasing import join_words
from dateline.facts.stays import Stay
from dateline.problems import RULE_BY_NAME, Position, Problem, Related, is_refused, sort_problems
from dateline.publishing.cache import WHOLE_SITE, Cache, code_digest, digest, fingerprint
from dateline.publishing.guards import guard_output
from dateline.publishing.look import LookFiles, look_folders, own_folders, read_look_files
from dateline.publishing.manifest import MANIFEST, read_published
from dateline.publishing.output import (
    keep_from_git,
    new_site_is_there,
    publish,
    repair_output,
    staging_area,
)
from dateline.publishing.previous import LIVE, PreviousRefused, PreviousSite, read_previous
from dateline.publishing.published import Published, keep_unpublished
from dateline.publishing.refusal import OutputRefused
from dateline.publishing.request import Request
from dateline.reading.content import SiteSource, read_site, show_path

# A build with nothing to do starts without the modules that make pages: they take longer than it.
if TYPE_CHECKING:
    from dateline.publishing.assemble import AssembledSite
    from dateline.publishing.difference import SiteDifference


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What came of a build; `notices` say what the site, or its proof, does without.

    `difference` is what changes for readers, if it was asked for and there is a site to compare with.
    """

    problems: tuple[Problem, ...]
    refused: bool
    coverage: Mapping[str, Any] = field(default_factory=dict)
    findings: Mapping[str, Any] = field(default_factory=dict)
    claims: Mapping[str, Any] = field(default_factory=dict)
    built: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    difference: SiteDifference | None = None


def build_site(
    request: Request,
    output: Path,
    *,
    fresh: bool = False,
    say: Callable[[str], None],
    show: Callable[[BuildResult], None] = lambda _: None,
) -> BuildResult:
    """Publish the site if nothing is wrong. Raises OutputRefused, with everything as it was.

    `show` is called once with the result, before anybody can see the new site; what it raises leaves
    the old one.
    """
    guard_output(output, sources=(request.content, *look_folders(), *own_folders(request.content)))
    repair_output(output)
    source, look = _read(request), read_look_files(request.content)
    before = read_published(output)
    _guard_others(before, request, output)
    kept = Cache(staging_area(output) / "cache")
    kept.sweep()
    cache = Cache(None) if fresh else kept
    key = _site_key(source, look, request)
    is_compared = request.previous or request.compare
    if not is_compared and (unchanged := _load_result(cache, key, request, output)):
        show(unchanged)
        return unchanged
    site = _assemble(source, look, request, cache)
    result = _compare(_result_of(site, request), site, request, before, output)
    if result.refused:
        show(result)
        return result
    published = keep_unpublished(before, site.addresses, site.kept_back)
    found = partial(show, result)
    publish(site.files, output, published=published, say=say, before_swap=found)
    with new_site_is_there(output):
        _store_result(cache, key, site, result, output)
    return result


def check_site(request: Request, output: Path | None = None) -> BuildResult:
    """The same without writing anything; `output` is where the site would be."""
    source, look = _read(request), read_look_files(request.content)
    site = _assemble(source, look, request, Cache(None), dry=True)
    before = read_published(output) if output else None
    result = _compare(_result_of(site, request), site, request, before, output)
    if not request.links:
        return result
    from dateline.publishing.link_check import check_web_links, find_web_links

    links = find_web_links(source, drafts=request.drafts or bool(request.only))
    found = check_web_links(links, _cache_of_links(output), request.now_in(site.timezone).date())
    problems = sort_problems((*result.problems, *found))
    refused = is_refused(problems, strict=request.strict)
    return replace(
        result, problems=problems, refused=refused, built={} if refused else result.built
    )


def _cache_of_links(output: Path | None) -> Cache:
    """Beside the site; what is built to another place keeps nothing."""
    if output is None:
        return Cache(None)
    area = staging_area(output)
    with suppress(OSError):  # then the addresses are asked for again
        area.mkdir(parents=True, exist_ok=True)
        keep_from_git(area.parent)
    return Cache(area / "links")


def _guard_others(before: Published | None, request: Request, output: Path) -> None:
    """Briefings that were not asked for are not deleted with a site of those that were."""
    others = [slug for slug in (before or Published()).briefings if slug not in request.only]
    if request.only and others:
        more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
        raise OutputRefused(
            f"{output} has other briefings too ({', '.join(others[:_NAMED])}{more}), which a site"
            f" of {join_words(request.only)} alone would delete; choose another --output"
        )


_NAMED: Final = 3


# What was published before


def _compare(
    result: BuildResult,
    site: AssembledSite,
    request: Request,
    before: Published | None,
    output: Path | None,
) -> BuildResult:
    """The result with what changes, and the addresses that were published and would vanish."""
    earlier = _earlier(request, site, before, output)
    if request.previous:
        before = earlier.published if earlier else None
    if earlier and request.compare and site.files:
        from dateline.publishing.difference import find_difference

        result = replace(result, difference=find_difference(earlier, site.files, site.address))
    if before is None:
        return replace(result, notices=(*result.notices, *_nothing_before(request, site)))
    gone = _gone(site, request, before, output)
    if not gone:
        return result
    return replace(
        result,
        problems=sort_problems((*result.problems, *gone)),
        refused=True,
        built={},
        notices=(),
    )


def _earlier(
    request: Request, site: AssembledSite, before: Published | None, output: Path | None
) -> PreviousSite | None:
    """The site that was published, if it is asked for by its place or compared in full."""
    if request.previous:
        return read_previous(_previous(request.previous, site.address))
    return read_previous(str(output)) if request.compare and before else None


def _nothing_before(request: Request, site: AssembledSite) -> Iterator[str]:
    if request.previous:
        where = _previous(request.previous, site.address)
        yield f"Nothing is published at {where} yet, so no address can be missing."


def _gone(
    site: AssembledSite, request: Request, before: Published, output: Path | None
) -> tuple[Problem, ...]:
    # Imported here because a build with nothing to compare needs none of it.
    from dateline.publishing.vanished import SiteChange, check_vanished

    if request.only:
        chosen = {slug: of for slug, of in before.briefings.items() if slug in request.only}
        before = Published(briefings=chosen)
    change = SiteChange(
        before=before,
        now=site.addresses,
        content=show_path(request.content),
        kept_back=site.kept_back,
        unread=site.unread,
        never="" if request.previous else f"if nobody has seen {output}, remove that folder",
    )
    return tuple(check_vanished(change))


def _previous(where: str, address: str | None) -> str:
    if where != LIVE:
        return where
    if address:
        return address
    raise PreviousRefused(
        f"--previous {LIVE} asks for the site at its own address, and it has none: "
        "write `address:` in site.yaml, or build with --site-url"
    )


class UnknownBriefing(Exception):  # noqa: N818 - it says what happened
    """A briefing that was asked for is not there; the message is a sentence."""


def _read(request: Request) -> SiteSource:
    """The content, or the briefings that were asked for. Raises UnknownBriefing without one of them."""
    source = read_site(request.content)
    slugs = [folder.slug for folder in source.folders]
    for slug in request.only:
        if slug not in slugs:
            close = join_words(get_close_matches(slug, slugs, n=3), "or")
            hint = f"did you mean {close}?" if close else "write the name of a folder in it"
            raise UnknownBriefing(f"there is no briefing ‘{slug}’ in {source.shown_as}: {hint}")
    return source.choose(request.only) if request.only else source


def _assemble(
    source: SiteSource, look: LookFiles, request: Request, cache: Cache, *, dry: bool = False
) -> AssembledSite:
    from dateline.publishing.assemble import assemble_site

    return assemble_site(source, look, request, cache, dry=dry)


NO_ADDRESS: Final = (
    "The site has no address, so it has no canonical links, link previews, feeds or sitemap:"
    " write `address:` in site.yaml, or build with --site-url."
)


def _result_of(site: AssembledSite, request: Request) -> BuildResult:
    refused = is_refused(site.problems, strict=request.strict)
    built = {
        "briefings": site.published,
        "pages": sum(path.endswith(".html") for path in site.files),
        "bytes": site.files.size,
        "remembered": len(site.briefings) - len(site.rebuilt),
    }
    return BuildResult(
        problems=site.problems,
        refused=refused,
        coverage=site.coverage,
        findings={slug: built.findings for slug, built in site.briefings.items() if built.findings},
        claims={slug: built.claims for slug, built in site.briefings.items() if built.claims},
        built={} if refused else built,
        notices=(
            *_kept_back(site),
            *_not_read(site),
            *(() if refused or site.address else (NO_ADDRESS,)),
        ),
    )


def _kept_back(site: AssembledSite) -> Iterator[str]:
    """What is held back and until when; and that a site with what is kept back is not for readers."""
    from dateline.facts.dates import moment_words

    shown = []
    for slug, why in sorted(site.kept_back.items()):
        until = f"until {moment_words(why.until)} ({site.timezone})" if why.until else ""
        if site.briefings[slug].summary:
            shown.append(f"‘{slug}’, {f'held back {until}' if until else 'a draft'}")
        elif until:
            yield f"Held back {until}: ‘{slug}’."
    if shown:
        yield f"This site is not for readers: it has {join_words(shown)}."


def _not_read(site: AssembledSite) -> Iterator[str]:
    """That the dates, numbers, quotations and names of some briefings were not checked."""
    unread = {slug: built.unread for slug, built in sorted(site.briefings.items()) if built.unread}
    if unread:
        languages = join_words(sorted(set(unread.values())), "or")
        yield (
            f"Dates, numbers, quotations and names were not checked in {join_words(unread)}:"
            f" no grammar reads {languages}, so only the words that facts rest on were looked up."
        )


# A build with nothing to do


def _site_key(source: SiteSource, look: LookFiles, request: Request) -> str:
    """A digest of everything that a site is made from, but the day: an entry says on which days it holds."""
    options = (request.site_url, request.drafts, request.strict, request.only, source.shown_as)
    parts = [
        ("code", code_digest().encode()),
        ("options", repr(options).encode()),
        ("problems", repr((source.problems, look.problems)).encode()),
        ("site", source.settings or b""),
        *((f"words {path}", data) for path, data in source.words.items()),
        *((f"look {path}", data) for path, data in source.look.items()),
        ("places", repr(sorted(look.places.items())).encode()),
        *((f"template {path}", data) for path, data in look.templates.items()),
        *((f"static {path}", data) for path, data in look.static.items()),
        *((f"content {folder.shown_as}", folder.digest.encode()) for folder in source.folders),
    ]
    return digest(parts)


def _load_result(cache: Cache, key: str, request: Request, output: Path) -> BuildResult | None:
    """The result of the last build, if the same would be built again and is still in place."""
    cached = cache.load(WHOLE_SITE, key)
    if cached is None or not _stay(cached).has(request.now_in(cached["timezone"])):
        return None
    if fingerprint(output, cached["files"]) != cached["files"]:
        return None
    return BuildResult(
        problems=tuple(map(_problem, cached["problems"])),
        refused=False,
        coverage=cached["coverage"],
        findings=cached["findings"],
        claims=cached["claims"],
        built={**cached["built"], "remembered": cached["built"]["briefings"]},
        notices=tuple(cached["notices"]),
    )


def _stay(cached: Mapping[str, Any]) -> Stay:
    since, until = (
        date.fromisoformat(day) if day else None for day in (cached["since"], cached["until"])
    )
    opens, closes = (
        datetime.fromisoformat(moment) if moment else None
        for moment in (cached["opens"], cached["closes"])
    )
    return Stay(since=since, until=until, opens=opens, closes=closes)


def _store_result(
    cache: Cache, key: str, site: AssembledSite, result: BuildResult, output: Path
) -> None:
    from dateline.publishing.assemble import store_briefings

    entry = {
        **{name: bound.isoformat() if bound else None for name, bound in asdict(site.stay).items()},
        "timezone": site.timezone,
        "files": fingerprint(output, [MANIFEST, *sorted(site.files)]),
        "problems": [asdict(problem) for problem in result.problems],
        "coverage": result.coverage,
        "findings": result.findings,
        "claims": result.claims,
        "built": result.built,
        "notices": result.notices,
    }
    cache.store(WHOLE_SITE, key, entry)
    store_briefings(cache, site)


def _problem(cached: Mapping[str, Any]) -> Problem:
    related = tuple(
        Related(position=Position(**other["position"]), note=other["note"])
        for other in cached["related"]
    )
    known = {"position": Position(**cached["position"]), "rule": RULE_BY_NAME[cached["rule"]]}
    return Problem(**{**cached, **known, "related": related})
