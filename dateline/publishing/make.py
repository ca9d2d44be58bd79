"""From the content's bytes to the site's files, in memory: the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from dateline.checking import check_briefing
from dateline.checking.addresses import FormerSlug, check_former_slugs, former_slugs
from dateline.checking.coverage_report import coverage_to_json
from dateline.drawing.locator_map import has_map
from dateline.facts.records import Site
from dateline.pages.about import base_path
from dateline.pages.edition import Edition
from dateline.pages.files import briefing_files, site_files
from dateline.pages.plan import plan_briefing, plan_site, summarise
from dateline.pages.shell import Page
from dateline.pages.summary import Summary
from dateline.problems import Place, Problem, is_refused, sort_problems
from dateline.publishing.links import check_links
from dateline.publishing.memo import Memo, code_digest, digest
from dateline.publishing.render import Look, TemplateFaultError, plan_look, render
from dateline.reading.briefing import parse_briefing, parse_site
from dateline.reading.outlines import read_outlines
from dateline.reading.site import SETTINGS, Folder, SiteSource

if TYPE_CHECKING:
    from dateline.publishing.look import LookFiles
    from dateline.publishing.request import Request

# Below this many briefings to work out, starting processes costs more than it saves.
WORTH_PROCESSES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What every briefing is made under.

    `generator` is one name for the code and the look, which remembered results must share.
    """

    site: Site
    look: Look
    generator: str
    today: date
    drafts: bool
    strict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBriefing:
    """A briefing's files, the summary that site pages are made of, and what was found wrong.

    Without a summary there is nothing to publish: the briefing is refused, or a draft.
    """

    # How a memo holds bytes; read by pydantic.
    __pydantic_config__: ClassVar = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    problems: tuple[Problem, ...]
    coverage: Mapping[str, Any] = field(default_factory=dict)
    formerly: tuple[FormerSlug, ...] = ()
    summary: Summary | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSite:
    """Every file of the site, none where its content is refused; and what was found on the way.

    `each` is every briefing by its slug; `fresh` has the memo's keys of those made anew.
    """

    problems: tuple[Problem, ...]
    coverage: Mapping[str, Any]
    files: Mapping[str, bytes]
    today: date
    timezone: str
    each: Mapping[str, MadeBriefing]
    fresh: Mapping[str, str]
    published: int


def make_site(source: SiteSource, look: LookFiles, request: Request, memo: Memo) -> MadeSite:
    """Make every briefing, then the site's own pages from the summaries, then try every link."""
    site, found = parse_site(source.settings, f"{source.shown_as}/{SETTINGS}")
    terms = _terms(site or UNREADABLE, look, request)
    made, fresh = make_briefings(source.folders, terms, memo=memo, jobs=request.jobs)
    problems = [*source.problems, *found, *(one for each in made.values() for one in each.problems)]
    summaries = tuple(each.summary for each in made.values() if each.summary)
    problems += _nothing_to_publish(source, made, summaries)
    problems += check_former_slugs(
        (former for each in made.values() for former in each.formerly),
        {folder.slug: Place(path=folder.shown_as) for folder in source.folders},
    )
    files: dict[str, bytes] = {}
    if not is_refused(problems, strict=terms.strict):
        files = assemble(made.values(), summaries, terms, problems)
        problems += dead_links(files, base=base_path(terms.site.address))
    return MadeSite(
        problems=sort_problems(problems),
        coverage={slug: each.coverage for slug, each in made.items() if each.coverage},
        files=files,
        today=terms.today,
        timezone=terms.site.timezone,
        each=made,
        fresh=fresh,
        published=len(summaries),
    )


# Stands in for settings that cannot be read, so that the briefings' problems are told as well.
UNREADABLE = Site.model_validate({"title": "?", "description": "?"})


def _terms(site: Site, look: LookFiles, request: Request) -> Terms:
    if request.site_url:
        site = site.model_copy(update={"address": request.site_url})
    return Terms(
        site=site,
        look=plan_look({name: data.decode() for name, data in look.templates.items()}, look.static),
        generator=digest([("code", code_digest().encode()), ("look", look.digest.encode())]),
        today=request.day_in(site.timezone),
        drafts=request.drafts,
        strict=request.strict,
    )


def _nothing_to_publish(
    source: SiteSource, made: Mapping[str, MadeBriefing], summaries: tuple[Summary, ...]
) -> Iterator[Problem]:
    """A site has a briefing that is no draft."""
    told = [*source.problems, *(one for each in made.values() for one in each.problems)]
    if made and not summaries and not told:
        yield Problem(
            place=Place(path=source.shown_as),
            rule="file.missing",
            found="every briefing here is a draft",
            fix="take `draft: true` out of one, or build with --drafts",
        )


def assemble(
    made: Iterable[MadeBriefing],
    summaries: tuple[Summary, ...],
    terms: Terms,
    problems: list[Problem],
) -> dict[str, bytes]:
    """Every file of the site by its path."""
    files = {path: data for each in made for path, data in each.files.items()}
    files |= _render(plan_site(summaries, terms.site, terms.today), terms, problems)
    files |= site_files(summaries, terms.site, terms.today)
    return files | dict(terms.look.files)


def make_briefings(
    folders: Iterable[Folder], terms: Terms, *, memo: Memo, jobs: int
) -> tuple[dict[str, MadeBriefing], dict[str, str]]:
    """Every briefing by its slug, as remembered or made anew; and the keys of those made anew."""
    keys = {folder.slug: _key(folder, terms) for folder in folders}
    recalled = {slug: _recall(memo, slug, key) for slug, key in keys.items()}
    missing = [folder for folder in folders if recalled[folder.slug] is None]
    fresh = dict(zip((one.slug for one in missing), _make_all(missing, terms, jobs), strict=True))
    made = {slug: one or fresh[slug] for slug, one in recalled.items()}
    return made, {slug: keys[slug] for slug in fresh}


def remember_briefings(memo: Memo, made: MadeSite) -> None:
    """Keep what was worked out anew, and nothing of briefings that are no more."""
    for slug, key in made.fresh.items():
        memo.remember(slug, key, _AS_JSON.dump_python(made.each[slug], mode="json"))
    memo.forget_all_but(["site", *made.each])


def _key(folder: Folder, terms: Terms) -> str:
    """One name for all that a briefing's pages are made from."""
    settings = f"{terms.site.model_dump_json()} {terms.today} {terms.drafts} {terms.strict}"
    parts = [(f"content {folder.shown_as}/{name}", data) for name, data in folder.files.items()]
    refused = " ".join(sorted(folder.refused))
    named = [
        ("settings", settings.encode()),
        ("generator", terms.generator.encode()),
        ("refused", refused.encode()),
    ]
    return digest([*parts, *named])


_AS_JSON = TypeAdapter(MadeBriefing)


def _recall(memo: Memo, slug: str, key: str) -> MadeBriefing | None:
    held = memo.recall(slug, key)
    try:
        return None if held is None else _AS_JSON.validate_python(held)
    except ValidationError:
        return None


def _make_all(folders: list[Folder], terms: Terms, jobs: int) -> Iterator[MadeBriefing]:
    work = partial(make_briefing, terms=terms)
    if jobs == 1 or len(folders) < WORTH_PROCESSES:
        yield from map(work, folders)
        return
    # Imported here because one briefing, the common case, is made without it.
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=min(jobs, len(folders))) as pool:
        yield from pool.map(work, folders, chunksize=4)


def make_briefing(folder: Folder, terms: Terms) -> MadeBriefing:
    """One briefing from its folder's bytes; nothing else is asked.

    A draft that is not asked for is left out, and what is wrong with it is not told.
    """
    briefing, found = parse_briefing(folder)
    if briefing is None:
        return MadeBriefing(problems=found)
    if briefing.front.draft and not terms.drafts:
        return MadeBriefing(problems=())
    checked = check_briefing(briefing, today=terms.today)
    problems = [*found, *checked.problems]
    # What a record that cannot be read would cover is not open.
    coverage = {} if briefing.unread else coverage_to_json(checked.coverage, checked.passages)
    formerly = former_slugs(briefing.front)
    if is_refused(problems, strict=terms.strict):
        return MadeBriefing(problems=sort_problems(problems), coverage=coverage, formerly=formerly)
    edition = Edition(
        briefing=briefing,
        checked=checked,
        site=terms.site,
        today=terms.today,
        outlines=read_outlines() if has_map(briefing.places) else None,
    )
    files = _render(plan_briefing(edition), terms, problems) | briefing_files(edition)
    return MadeBriefing(
        problems=sort_problems(problems),
        coverage=coverage,
        formerly=formerly,
        summary=summarise(edition),
        files=files,
    )


def _render(pages: Iterable[Page], terms: Terms, problems: list[Problem]) -> dict[str, bytes]:
    """Each page's bytes by its path; a template that fails is a problem, told once for each line of it."""
    files: dict[str, bytes] = {}
    faults: dict[Place, Problem] = {}
    for page in pages:
        try:
            files[page.path] = render(page, terms.look)
        except TemplateFaultError as fault:
            faults.setdefault(fault.problem.place, fault.problem)
    problems += faults.values()
    return files


def dead_links(files: Mapping[str, bytes], *, base: str) -> Iterator[Problem]:
    """Every link of the finished files that leads nowhere, at its page."""
    for dead in check_links(files, base=base):
        yield Problem(
            place=Place(path=dead.page, line=dead.line),
            rule="link.dead",
            found=f"{dead.href}: {dead.reason}",
            fix="mend the link in the article or sheet that it comes from",
        )
