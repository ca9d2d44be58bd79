"""From the content's bytes to the site's files, in memory: the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from dateline.checking.folder_names import check_former_slugs
from dateline.facts.records import Site
from dateline.pages.about import base_path
from dateline.pages.cards.share_picture import site_card
from dateline.pages.files import site_files
from dateline.pages.plan import plan_site
from dateline.pages.summary import Summary
from dateline.problems import Position, Problem, Rule, is_refused, sort_problems
from dateline.publishing.briefings import (
    BuildInputs,
    BuiltBriefing,
    briefing_key,
    build_briefing,
    dead_link,
    load_briefing,
    render_pages,
    store_briefing,
)
from dateline.publishing.cache import WHOLE_SITE, Cache, code_digest, digest
from dateline.publishing.links import check_outbound, check_part
from dateline.publishing.packed import PackedFiles, pack, together
from dateline.publishing.raster import card_fonts, render_card
from dateline.publishing.render import plan_look
from dateline.publishing.size import check_size
from dateline.reading.briefing_files import parse_site
from dateline.reading.content import SETTINGS, Folder, SiteSource

if TYPE_CHECKING:
    from dateline.publishing.look import LookFiles
    from dateline.publishing.request import Request

# Below this many briefings to work out, starting processes costs more than it saves.
WORTH_PROCESSES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AssembledSite:
    """Every file of the site, none where its content is refused; and what was found on the way.

    `own` are the files among them that belong to no briefing; `each` is every briefing by its
    slug; `fresh` has the cache's keys of those made anew.
    """

    problems: tuple[Problem, ...]
    coverage: Mapping[str, Any]
    files: PackedFiles
    own: PackedFiles
    today: date
    timezone: str
    each: Mapping[str, BuiltBriefing]
    fresh: Mapping[str, str]
    published: int


def assemble_site(
    source: SiteSource, look: LookFiles, request: Request, cache: Cache
) -> AssembledSite:
    """Make every briefing, then the site's own pages from the summaries, then try every link."""
    inputs, found = plan_inputs(source, look, request)
    made, fresh = build_briefings(source.folders, inputs, cache=cache, jobs=request.jobs)
    return join_site(source, inputs, found, made, fresh=fresh)


# Stands in for settings that cannot be read, so that the briefings' problems are told as well.
UNREADABLE = Site.model_validate({"title": "?", "description": "?"})


def plan_inputs(
    source: SiteSource, look: LookFiles, request: Request, *, editor_view: bool = False
) -> tuple[BuildInputs, tuple[Problem, ...]]:
    """What every briefing of the site is made under, and what is wrong with the settings."""
    site, found = parse_site(source.settings, f"{source.shown_as}/{SETTINGS}")
    site = site or UNREADABLE
    if request.site_url:
        site = site.model_copy(update={"address": request.site_url})
    templates = {name: data.decode() for name, data in look.templates.items()}
    planned = plan_look(templates, look.static, plain_names=editor_view)
    fonts, faults = card_fonts(look.static) if site.address and not editor_view else (None, ())
    inputs = BuildInputs(
        site=site,
        look=planned,
        generator=digest(
            [
                ("code", code_digest().encode()),
                ("look", planned.digest.encode()),
                ("card", fonts.digest.encode() if fonts else b""),
            ]
        ),
        today=request.day_in(site.timezone),
        drafts=request.drafts,
        strict=request.strict,
        editor_view=editor_view,
        card_fonts=fonts,
    )
    return inputs, (*found, *faults)


def build_briefings(
    folders: Iterable[Folder], inputs: BuildInputs, *, cache: Cache, jobs: int
) -> tuple[dict[str, BuiltBriefing], dict[str, str]]:
    """Every briefing by its slug, as remembered or made anew; and the keys of those made anew."""
    keys = {folder.slug: briefing_key(folder, inputs) for folder in folders}
    recalled = {slug: load_briefing(cache, slug, key) for slug, key in keys.items()}
    missing = [folder for folder in folders if recalled[folder.slug] is None]
    fresh = dict(zip((one.slug for one in missing), build_all(missing, inputs, jobs), strict=True))
    made = {slug: one or fresh[slug] for slug, one in recalled.items()}
    return made, {slug: keys[slug] for slug in fresh}


def build_all(folders: list[Folder], inputs: BuildInputs, jobs: int) -> Iterator[BuiltBriefing]:
    """Each briefing in turn, worked out side by side where there are many."""
    work = partial(build_briefing, inputs=inputs)
    if jobs == 1 or len(folders) < WORTH_PROCESSES:
        yield from map(work, folders)
        return
    # Imported here because one briefing, the common case, is made without it.
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(max_workers=min(jobs, len(folders)))
    try:
        yield from pool.map(work, folders)
    finally:
        # Whoever breaks off has something better to do than to wait for the rest.
        pool.shutdown(wait=False, cancel_futures=True)


def store_briefings(cache: Cache, made: AssembledSite) -> None:
    """Keep what was worked out anew, and nothing of briefings that are no more."""
    for slug, key in made.fresh.items():
        store_briefing(cache, slug, key, made.each[slug])
    cache.forget_all_but([WHOLE_SITE, *made.each])


# The site as a whole


def join_site(
    source: SiteSource,
    inputs: BuildInputs,
    found: Iterable[Problem],
    made: Mapping[str, BuiltBriefing],
    *,
    fresh: Mapping[str, str],
) -> AssembledSite:
    """The site that these briefings make; `found` is what is wrong with its settings."""
    summaries = tuple(each.summary for each in made.values() if each.summary)
    problems = [*source.problems, *found, *(one for each in made.values() for one in each.problems)]
    problems += _nothing_to_publish(source, made, summaries)
    problems += check_former_slugs(
        (former for each in made.values() for former in each.formerly),
        {folder.slug: Position(path=folder.shown_as) for folder in source.folders},
    )
    own, files = PackedFiles(), PackedFiles()
    if not is_refused(problems, strict=inputs.strict):
        own = _own_files(summaries, inputs, problems)
        files = together([own, *(each.files for each in made.values())])
        problems += _dead_links(own, files, made.values(), inputs)
        problems += check_size(files.size, len(files), source.shown_as)
    return AssembledSite(
        problems=sort_problems(problems),
        coverage={slug: each.coverage for slug, each in made.items() if each.coverage},
        files=files,
        own=own,
        today=inputs.today,
        timezone=inputs.site.timezone,
        each=made,
        fresh=fresh,
        published=len(summaries),
    )


def _nothing_to_publish(
    source: SiteSource, made: Mapping[str, BuiltBriefing], summaries: tuple[Summary, ...]
) -> Iterator[Problem]:
    """A site has a briefing that is no draft."""
    told = [*source.problems, *(one for each in made.values() for one in each.problems)]
    if made and not summaries and not told:
        yield Problem(
            position=Position(path=source.shown_as),
            rule=Rule.FILE_MISSING,
            found="every briefing here is a draft",
            fix="take `draft: true` out of one, or build with --drafts",
        )


def _own_files(
    summaries: tuple[Summary, ...], inputs: BuildInputs, problems: list[Problem]
) -> PackedFiles:
    """The files that belong to no briefing: the site's pages, style, script and fonts."""
    card = site_card(inputs.site, inputs.card_fonts)
    planned = plan_site(summaries, inputs.site, inputs.today, card)
    pages = render_pages(planned, inputs.look, problems)
    files = {**render_card(card, problems), **site_files(summaries, inputs.site)}
    return pack({**pages, **files, **inputs.look.files})


def _dead_links(
    own: PackedFiles, files: PackedFiles, made: Iterable[BuiltBriefing], inputs: BuildInputs
) -> Iterator[Problem]:
    """What leads nowhere: in the site's own pages, and from each part of the site to another."""
    checked = check_part(own, base=base_path(inputs.site.address))
    outbound = [*checked.outbound, *(link for briefing in made for link in briefing.outbound)]
    yield from map(dead_link, (*checked.dead, *check_outbound(outbound, files)))
