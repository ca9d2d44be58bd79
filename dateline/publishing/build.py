"""From a content folder to a published site."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field, replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from dateline.facts.phrasing import join_words
from dateline.frozen import dataclass
from dateline.own_folder import keep_from_git
from dateline.problems import Problem, is_refused, sort_problems
from dateline.publishing.comparing.previous import (
    LIVE,
    PreviousRefused,
    PreviousSite,
    read_previous,
)
from dateline.publishing.footprint import UNSURE, Footprint, mark_of_site, take_footprint
from dateline.publishing.keeping.cache import WHOLE_SITE, Cache
from dateline.publishing.last_build import (
    LastBuild,
    Sources,
    digest_of_program,
    digest_of_what_is_beside,
    unread_folder,
)
from dateline.publishing.looks.look import LookFiles, look_folders, own_folders, read_look_files
from dateline.publishing.request import Request
from dateline.publishing.writing.guards import guard_output
from dateline.publishing.writing.manifest import read_published
from dateline.publishing.writing.output import (
    new_site_is_there,
    publish_site,
    repair_output,
    staging_area,
)
from dateline.publishing.writing.published import Published, keep_unpublished
from dateline.publishing.writing.refusal import OutputRefused
from dateline.reading.content import Folder, SiteSource, read_site, show_path

# A build with nothing to do starts without the modules that make pages: they take longer than it.
if TYPE_CHECKING:
    from dateline.publishing.assemble import AssembledSite
    from dateline.publishing.comparing.difference import SiteDifference
    from dateline.publishing.making import Trust, Watch
    from dateline.publishing.remembering import WorkedOut


# What a report gives in full, by its names: coverage, findings and claims of each briefing.
InFull = Mapping[str, Mapping[str, Any]]
NOTHING_FOUND: Final[InFull] = {"coverage": {}, "findings": {}, "claims": {}}


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What came of a build; `notices` say what the site, or its proof, does without.

    `difference` is what changes for readers, if it was asked for and there is a site to compare with.
    Coverage, findings and claims may be left out where they were not asked for.
    """

    problems: tuple[Problem, ...]
    refused: bool
    coverage: Mapping[str, Any] = field(default_factory=dict)
    findings: Mapping[str, Any] = field(default_factory=dict)
    claims: Mapping[str, Any] = field(default_factory=dict)
    built: Mapping[str, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    difference: SiteDifference | None = None


def build_site(  # noqa: PLR0913 - what it is for, and whom it speaks to
    request: Request,
    output: Path,
    *,
    fresh: bool = False,
    say: Callable[[str], None],
    show: Callable[[BuildResult], None] = lambda _: None,
    watch: Watch = lambda *_: None,
) -> BuildResult:
    """Publish the site if nothing is wrong. Raises OutputRefused, with everything as it was.

    `show` is called once with the result, before anybody can see the new site; what it raises leaves
    the old one. `watch` is called with how many briefings are made, of how many.
    """
    guard_output(output, sources=(request.content, *look_folders(), *own_folders(request.content)))
    repair_output(output)
    footprint = take_footprint(request.content, time.time_ns())
    cache = Cache(staging_area(output) / "cache")
    cache.sweep()
    if request.part:
        _make_room(output)
        return _make_part(request, cache, show, fresh=fresh)
    if not fresh and (unchanged := _find_unchanged(cache, request, footprint, output)):
        show(unchanged)
        return unchanged
    # Imported here because a build with nothing to do needs neither.
    with _kept_for_good():
        from dateline.publishing.keeping.kept import SpoiltCacheError
        from dateline.publishing.making import Trust

    build = _Build(request, output, footprint, cache, show, watch)
    try:
        return build.run(Trust.NOTHING if fresh else Trust.HEADS, say)
    except SpoiltCacheError:
        return build.run(Trust.WHAT_IS_WHOLE, say)


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """For imports: what they make stays, so that nobody looks for circles in it, now or later."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def _make_part(
    request: Request, cache: Cache, show: Callable[[BuildResult], None], *, fresh: bool
) -> BuildResult:
    """Some briefings for the cache; a build with the caches of all parts finds all of them made."""
    from dateline.publishing.making import Trust
    from dateline.publishing.remembering import make_part

    source, look = _read(request, known=unread_folder), read_look_files(request.content)
    trust = Trust.NOTHING if fresh else Trust.HEADS
    problems, made = make_part(source, look, request, cache, trust)
    refused = is_refused(problems, strict=request.strict)
    if not (refused or all(each.is_kept for each in made)):
        fix = "free some space there, or make it writable, and build again"
        raise OutputRefused(f"{cache.folder}: what was made cannot be kept; {fix}")
    remembered = sum(each.is_remembered for each in made)
    built = {"briefings": len(made), "pages": 0, "bytes": 0, "remembered": remembered}
    result = BuildResult(problems=problems, refused=refused, built={} if refused else built)
    show(result)
    return result


def _make_room(output: Path) -> None:
    """For what is kept beside the site, once it is clear that all is there that was asked for."""
    area = staging_area(output)
    with suppress(OSError):  # then nothing is kept, and whatever is in the way is found later
        area.mkdir(parents=True, exist_ok=True)
        keep_from_git(area.parent)


@dataclass(frozen=True, slots=True)
class _Build:
    """A build of a site in which something may have changed."""

    request: Request
    output: Path
    footprint: Footprint
    cache: Cache
    show: Callable[[BuildResult], None]
    watch: Watch

    def run(self, trust: Trust, say: Callable[[str], None]) -> BuildResult:
        """Raises SpoiltCacheError, with everything as it was, where too much was trusted."""
        from dateline.publishing.making import Trust
        from dateline.publishing.remembering import find_in_full, tidy, work_out_site

        request, output, cache = self.request, self.output, self.cache
        whole, look = read_site(request.content, known=unread_folder), _Looks.of(request.content)
        source = _choose(whole, request)
        before, named = read_published(output), _read_named(request)
        _guard_others(before, request, output)
        _make_room(output)
        work = work_out_site(
            source, look.files, request, cache, self.footprint, trust, self.watch, published=output
        )
        site = work.site
        found = find_in_full(cache, work.keys, site) if request.in_full else NOTHING_FOUND
        result = _result_of(site, request, found, remembered=work.remembered)
        result = _compare(result, site, request, before, named, output)
        if result.refused:
            self.show(result)
            return result
        new = work.new(keep_unpublished(before, site.addresses, site.kept_back))
        every = trust is Trust.NOTHING
        publish_site(new, output, every=every, say=say, before_change=partial(self.show, result))
        with new_site_is_there(output):
            work.parts(new, self.footprint).store(cache)
            last = self._last_build(work, result, whole, look)
            cache.store(WHOLE_SITE, "", last.as_json())
            tidy(cache, site)
        return result

    def _last_build(
        self, work: WorkedOut, result: BuildResult, source: SiteSource, look: _Looks
    ) -> LastBuild:
        """By what was read when it began: what was saved since is another."""
        footprint = self.footprint
        return LastBuild(
            options=_options(self.request, footprint.folders),
            folders={slug: (UNSURE, digest) for slug, digest in work.folders.items()},
            beside=(footprint.beside, digest_of_what_is_beside(source, look.files)),
            program=(footprint.program, digest_of_program(look.program)),
            site=mark_of_site(self.output),
            timezone=work.site.timezone,
            stay=work.site.stay,
            problems=result.problems,
            built=result.built,
            notices=result.notices,
        ).marked(footprint)


@dataclass(frozen=True, slots=True)
class _Looks:
    """The files of the look, and those of the program, which are the same where a site has none of its own."""

    files: LookFiles
    program: LookFiles

    @classmethod
    def of(cls, content: Path) -> Self:
        files = read_look_files(content)
        return cls(files, read_look_files() if files.places else files)


def check_site(request: Request, output: Path | None = None) -> BuildResult:
    """The same without writing anything; `output` is where the site would be."""
    source, look = _read(request), read_look_files(request.content)
    named = _read_named(request)
    with _kept_for_good():
        from dateline.publishing.assemble import assemble_site, found_in

    site = assemble_site(source, look, request, dry=True)
    before = read_published(output) if output else None
    result = _result_of(site, request, found_in(site.briefings))
    result = _compare(result, site, request, before, named, output)
    if not request.links:
        return result
    from dateline.publishing.linking.link_check import check_web_links, find_web_links

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


def _read_named(request: Request) -> PreviousSite | None:
    """The site at `--previous`, where it is named: it is read before anything is made."""
    where = request.previous
    return read_previous(where) if where and where != LIVE else None


def _compare(  # noqa: PLR0913, PLR0917 - the new site, and all that is known of the old
    result: BuildResult,
    site: AssembledSite,
    request: Request,
    before: Published | None,
    named: PreviousSite | None,
    output: Path | None,
) -> BuildResult:
    """The result with what changes, and the addresses that were published and would vanish."""
    earlier = _earlier(request, site, before, named, output)
    if request.previous:
        before = earlier.published if earlier else None
    if earlier and request.compare and site.files:
        from dateline.publishing.comparing.difference import find_difference

        result = replace(
            result, difference=find_difference(earlier, site.files.new(), site.address)
        )
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
    request: Request,
    site: AssembledSite,
    before: Published | None,
    named: PreviousSite | None,
    output: Path | None,
) -> PreviousSite | None:
    """The site that was published, if it is asked for by its place or compared in full."""
    if request.previous == LIVE:
        return read_previous(_previous(LIVE, site.address))
    if request.previous:
        return named
    return read_previous(str(output)) if request.compare and before else None


def _nothing_before(request: Request, site: AssembledSite) -> Iterator[str]:
    if request.previous:
        where = _previous(request.previous, site.address)
        yield f"Nothing is published at {where} yet, so no address can be missing."


def _gone(
    site: AssembledSite, request: Request, before: Published, output: Path | None
) -> tuple[Problem, ...]:
    # Imported here because a build with nothing to compare needs none of it.
    from dateline.publishing.comparing.vanished import SiteChange, check_vanished

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


def _read(request: Request, known: Callable[[str], Folder | None] = lambda _: None) -> SiteSource:
    """The content, or the briefings that were asked for. Raises UnknownBriefing without one of them."""
    return _choose(read_site(request.content, known=known), request)


def _choose(source: SiteSource, request: Request) -> SiteSource:
    slugs = [folder.slug for folder in source.folders]
    for slug in request.only:
        if slug not in slugs:
            close = join_words(get_close_matches(slug, slugs, n=3), "or")
            hint = f"did you mean {close}?" if close else "write the name of a folder in it"
            raise UnknownBriefing(f"there is no briefing ‘{slug}’ in {source.shown_as}: {hint}")
    return source.choose(request.only) if request.only else source


NO_ADDRESS: Final = (
    "The site has no address, so it has no canonical links, link previews, feeds or sitemap:"
    " write `address:` in site.yaml, or build with --site-url."
)


def _result_of(
    site: AssembledSite, request: Request, found: InFull, *, remembered: int = 0
) -> BuildResult:
    refused = is_refused(site.problems, strict=request.strict)
    built = {
        "briefings": site.published,
        "pages": site.files.pages,
        "bytes": site.files.size,
        "remembered": remembered,
    }
    return BuildResult(
        problems=site.problems,
        refused=refused,
        coverage=found["coverage"],
        findings=found["findings"],
        claims=found["claims"],
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


def _options(request: Request, slugs: Iterable[str]) -> str:
    """What was asked for; where some briefings were, the slugs of all matter too."""
    others = sorted(slugs) if request.only else ()
    shown_as = show_path(request.content)
    return repr((request.site_url, request.drafts, request.strict, request.only, others, shown_as))


def _find_unchanged(
    cache: Cache, request: Request, footprint: Footprint, output: Path
) -> BuildResult | None:
    """The result of the last build, if the same would be built again and is still in place."""
    if request.previous or request.compare:
        return None
    try:
        last = LastBuild.of_json(cache.load(WHOLE_SITE, ""))
    except (TypeError, LookupError, ValueError):
        return None
    is_in_place = last.holds(request, _options(request, footprint.folders), output)
    asked = footprint.choose(request.only)
    if not (is_in_place and last.is_made_from(asked, Sources(request.content))):
        return None
    found = NOTHING_FOUND
    if request.in_full:
        # Imported here because few ask for it.
        from dateline.publishing.remembering import find_last_in_full

        if not (stored := find_last_in_full(cache)):
            return None
        found = stored
    if last != (marked := last.marked(asked)):
        cache.store(WHOLE_SITE, "", marked.as_json())
    return BuildResult(
        problems=last.problems,
        refused=False,
        coverage=found["coverage"],
        findings=found["findings"],
        claims=found["claims"],
        built={**last.built, "remembered": last.built["briefings"]},
        notices=last.notices,
    )
