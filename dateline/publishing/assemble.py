"""The whole site in memory: every briefing, the site's own pages, and the links between them."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from dateline.checking.folder_names import (
    check_former_slugs,
    check_named_pages,
    check_own_pages,
    removed_slugs,
)
from dateline.facts.embargo import KeptBack
from dateline.facts.site_records import Site
from dateline.facts.stays import Stay, shared_stay
from dateline.pages import addresses
from dateline.pages.cards.share_picture import site_card
from dateline.pages.onward import SLOT, plan_onward
from dateline.pages.plan import plan_site, site_files
from dateline.pages.summary import Summary, newest_first, published
from dateline.problems import Position, Problem, Rule, is_refused, sort_problems
from dateline.publishing.assets import Look, plan_look
from dateline.publishing.briefings import (
    BuildInputs,
    BuiltBriefing,
    briefing_key,
    build_briefing,
    load_briefing,
    render_pages,
    store_briefing,
)
from dateline.publishing.cache import WHOLE_SITE, Cache
from dateline.publishing.compiled import FOLDER
from dateline.publishing.links import check_outbound, check_part
from dateline.publishing.look import LookFiles, read_look_files
from dateline.publishing.own_look import PLAIN, OwnLook, card_logo, make_own_look
from dateline.publishing.packed import PackedFiles, merge_files, pack, replace_in
from dateline.publishing.picture_store import PictureStore
from dateline.publishing.published import Published
from dateline.publishing.raster import card_fonts, render_card
from dateline.publishing.render import check_own_templates
from dateline.publishing.request import Request
from dateline.publishing.stylesheet import check_static
from dateline.reading.briefing_files import parse_site
from dateline.reading.content import PAGES, SETTINGS, Folder, SiteSource
from dateline.reading.own_words import page_positions, parse_own_words
from dateline.words import speaking

# Below this many briefings to work out, starting processes costs more than it saves.
WORTH_PROCESSES: Final = 8
# "GitHub Pages limits" in GitHub's documentation; a site that comes near is reported.
PAGES_LIMIT: Final = 1_000_000_000
EARLY: Final = 800_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AssembledSite:
    """Every file of the site, none where its content is refused, and the problems found in it.

    `own`, which are among `files`, belong to no briefing; `published` counts briefings with pages;
    `rebuilt` has the cache keys of those that did not come from the cache. `addresses` are those
    that must not vanish with a later build, if this one is published. `stay` are the days on which it
    is the same.
    """

    problems: tuple[Problem, ...]
    coverage: Mapping[str, Any]
    files: PackedFiles
    own: PackedFiles
    stay: Stay
    timezone: str
    briefings: Mapping[str, BuiltBriefing]
    rebuilt: Mapping[str, str]
    published: int
    address: str | None
    addresses: Published
    own_is_whole: bool

    @property
    def kept_back(self) -> dict[str, KeptBack]:
        """The drafts and what is held back, by slug, also where this site shows them."""
        kept = {slug: briefing.kept_back for slug, briefing in self.briefings.items()}
        return {slug: why for slug, why in kept.items() if why}

    @property
    def unread(self) -> frozenset[str]:
        """The briefings that could not be read in full, and the folder of the site's own pages."""
        known = self.kept_back.keys() | self.addresses.briefings.keys()
        own = () if self.own_is_whole else (PAGES,)
        return frozenset({*(self.briefings.keys() - known), *own})


def assemble_site(
    source: SiteSource, look: LookFiles, request: Request, cache: Cache, *, dry: bool = False
) -> AssembledSite:
    """Build every briefing, then the site's own pages from their summaries, then check the links.

    What is only checked is `dry`: its pictures have no bytes.
    """
    pictures = PictureStore(None, dry=True) if dry else picture_store(cache)
    inputs, found = plan_inputs(source, look, request, pictures=pictures)
    briefings, rebuilt = build_briefings(source.folders, inputs, cache=cache, jobs=request.jobs)
    return join_site(source, inputs, found, briefings, rebuilt=rebuilt)


def _unreadable() -> Site:
    """Stands in for settings that cannot be read, so that the problems of briefings are reported too."""
    return Site.model_validate({"title": "?", "description": "?"})


def picture_store(cache: Cache) -> PictureStore:
    return PictureStore(cache.folder / "pictures" if cache.folder else None)


def plan_inputs(
    source: SiteSource,
    look: LookFiles,
    request: Request,
    *,
    pictures: PictureStore,
    preview: bool = False,
) -> tuple[BuildInputs, tuple[Problem, ...]]:
    site, found = parse_site(source.settings, f"{source.shown_as}/{SETTINGS}")
    is_read = site is not None
    words = parse_own_words(source)
    site = (site or _unreadable()).with_own(words.own)
    if request.site_url:
        site = site.model_copy(update={"address": request.site_url})
    own, wrong = make_own_look(site.look, source) if is_read else (PLAIN, ())
    planned, broken = _plan_look(look, own, preview=preview)
    wrong = (*wrong, *look.problems, *check_static(look.static, look.places), *broken)
    fonts, faults = card_fonts(look.static) if site.address and not preview else (None, ())
    inputs = BuildInputs(
        site=site,
        look=planned,
        now=request.now_in(site.timezone),
        # Who asks for a briefing by its name wants to see it, though it is kept back.
        drafts=request.drafts or bool(request.only),
        strict=request.strict,
        preview=preview,
        card_fonts=fonts,
        card_logo=card_logo(own) if fonts else None,
        pictures=pictures,
        texts=words.texts,
    )
    missing = check_named_pages(site) if is_read and not words.problems else ()
    return inputs, (*found, *words.problems, *missing, *wrong, *faults)


def _plan_look(
    files: LookFiles, own: OwnLook, *, preview: bool
) -> tuple[Look, tuple[Problem, ...]]:
    """The look, and what is wrong with its templates; then it is that of the program's."""
    templates = {name: data.decode() for name, data in files.templates.items()}
    look = plan_look(
        templates, files.static, own, places=files.places, plain_names=preview, compiled=FOLDER
    )
    broken = tuple(check_own_templates(look))
    if not broken:
        return look, ()
    plain = read_look_files()
    return _plan_look(replace(files, templates=plain.templates, places={}), own, preview=preview)[
        0
    ], broken


def build_briefings(
    folders: Iterable[Folder], inputs: BuildInputs, *, cache: Cache, jobs: int
) -> tuple[dict[str, BuiltBriefing], dict[str, str]]:
    """Every briefing by slug, from the cache or built; and the cache keys of those built."""
    key_of = partial(briefing_key, inputs=inputs) if cache.folder else _no_key
    keys = {folder.slug: key_of(folder) for folder in folders}
    cached = {slug: load_briefing(cache, slug, key, inputs.now) for slug, key in keys.items()}
    missing = [folder for folder in folders if cached[folder.slug] is None]
    slugs = [folder.slug for folder in missing]
    built = dict(zip(slugs, build_all(missing, inputs, jobs), strict=True))
    briefings = {slug: briefing or built[slug] for slug, briefing in cached.items()}
    return briefings, {slug: keys[slug] for slug in slugs}


def _no_key(_: Folder) -> str:
    return ""  # nothing is kept, and to work out a key takes as long as to check a short briefing


def build_all(folders: list[Folder], inputs: BuildInputs, jobs: int) -> Iterator[BuiltBriefing]:
    build = partial(build_briefing, inputs=inputs)
    if jobs == 1 or len(folders) < WORTH_PROCESSES:
        yield from map(build, folders)
        return
    # Imported here because one briefing, the common case, is built without it.
    from concurrent.futures import ProcessPoolExecutor

    from dateline.publishing.workers import end_with_parent, end_workers, guard_threads

    guard_threads()
    pool = ProcessPoolExecutor(min(jobs, len(folders)), initializer=end_with_parent)
    try:
        yield from pool.map(build, folders)
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        end_workers()
        raise
    pool.shutdown()


def store_briefings(cache: Cache, site: AssembledSite) -> None:
    for slug, key in site.rebuilt.items():
        store_briefing(cache, slug, key, site.briefings[slug])
    cache.keep_only([WHOLE_SITE, *site.briefings])
    picture_store(cache).keep_only(site.files.kept)


# Joining the briefings


def join_site(
    source: SiteSource,
    inputs: BuildInputs,
    found: Iterable[Problem],
    briefings: Mapping[str, BuiltBriefing],
    *,
    rebuilt: Mapping[str, str],
) -> AssembledSite:
    """The site that these briefings make; `found` are the problems of its settings."""
    built = briefings.values()
    summaries = tuple(briefing.summary for briefing in built if briefing.summary)
    inside = [problem for briefing in built for problem in briefing.problems]
    problems = [*source.problems, *found, *inside]
    if briefings and not (summaries or inside or source.problems):
        problems.append(_only_kept_back(source))
    problems += _check_slugs(source, inputs.site, briefings)
    own, files = PackedFiles(), PackedFiles()
    if not is_refused(problems, strict=inputs.strict):
        with speaking(inputs.site.language):
            own = _own_files(summaries, inputs, problems)
        files = merge_files([own, *(briefing.files for briefing in built)])
        files = replace_in(files, _fillings(summaries, inputs, problems))
        problems += _dead_links(own, files, built, inputs, elsewhere=source.others)
        problems += check_size(files.size, len(files), source.shown_as)
    return AssembledSite(
        problems=sort_problems(problems),
        coverage={slug: built.coverage for slug, built in briefings.items() if built.coverage},
        files=files,
        own=own,
        stay=shared_stay(briefing.stay for briefing in built),
        timezone=inputs.site.timezone,
        briefings=briefings,
        rebuilt=rebuilt,
        published=len(summaries),
        address=inputs.site.address,
        addresses=_addresses(inputs.site, briefings),
        own_is_whole=inputs.site.own.whole,
    )


def _check_slugs(
    source: SiteSource, site: Site, briefings: Mapping[str, BuiltBriefing]
) -> Iterator[Problem]:
    """Former and removed slugs are not those of a briefing; a removed one may be kept back."""
    former = (slug for briefing in briefings.values() for slug in briefing.formerly)
    kept = {slug for slug, briefing in briefings.items() if briefing.kept_back}
    removed = (slug for slug in removed_slugs(site) if slug.slug not in kept)
    present = (*(folder.slug for folder in source.folders), *source.others)
    folders = {slug: Position(path=f"{source.shown_as}/{slug}") for slug in present}
    claims = (*former, *removed)
    yield from check_former_slugs(claims, folders)
    taken = folders | {claim.slug: claim.position for claim in claims}
    yield from check_own_pages(site.own, page_positions(source), taken)


def _addresses(site: Site, briefings: Mapping[str, BuiltBriefing]) -> Published:
    return Published(
        briefings={slug: built.addresses for slug, built in briefings.items() if built.addresses},
        removed=tuple(removal.folder for removal in site.removed),
        pages={name: page.formerly for name, page in site.own.pages.items()},
        authors=tuple(id_ for author in site.own.authors for id_ in (author.id, *author.formerly))
        + site.own.removed,
    )


def _only_kept_back(source: SiteSource) -> Problem:
    return Problem(
        position=Position(path=source.shown_as),
        rule=Rule.FILE_MISSING,
        found="every briefing here is a draft or held back",
        fix="remove `draft: true` or `publish:` from one, or build with --drafts",
    )


def check_size(size: int, files: int, content: str) -> Iterator[Problem]:
    """Warn of a site of `size` bytes before its host refuses it; `content` is the folder of its content."""
    if size > EARLY:
        yield Problem(
            position=Position(path=content),
            rule=Rule.SITE_SIZE,
            found=f"the site has {size / 1e6:,.0f} MB in {files:,} files; "
            f"GitHub Pages allows {PAGES_LIMIT / 1e6:,.0f} MB",
            fix="move older briefings to a site of their own, or publish with a host that allows more",
        )


def _own_files(
    summaries: tuple[Summary, ...], inputs: BuildInputs, problems: list[Problem]
) -> PackedFiles:
    card = site_card(inputs.site, inputs.card_fonts, inputs.card_logo)
    planned = plan_site(summaries, inputs.site, card, inputs.texts)
    pages = render_pages(planned, inputs.look, problems)
    files = {**render_card(card, problems), **site_files(summaries, inputs.site)}
    return pack({**pages, **files, **inputs.look.files})


def _fillings(
    summaries: Iterable[Summary], inputs: BuildInputs, problems: list[Problem]
) -> dict[str, tuple[bytes, bytes]]:
    """What goes into the slots of briefings' pages, by the path of the page."""
    fillings: dict[str, tuple[bytes, bytes]] = {}
    for summary, pages in plan_onward(newest_first(published(summaries)), inputs.site.address):
        with speaking(summary.language):
            rendered = render_pages(pages(), inputs.look, problems)
        fillings |= {path: (SLOT, filling) for path, filling in rendered.items()}
    return fillings


def _dead_links(
    own: PackedFiles,
    files: PackedFiles,
    briefings: Iterable[BuiltBriefing],
    inputs: BuildInputs,
    *,
    elsewhere: Container[str],
) -> Iterator[Problem]:
    """Links that lead nowhere; what is in the briefings `elsewhere`, by their slugs, is not looked up."""
    texts = {addresses.own_page(name): text for name, text in inputs.texts.items()}
    links = check_part(own, site_address=inputs.site.address, texts=texts)
    outbound = [*links.outbound, *(link for built in briefings for link in built.outbound)]
    yield from links.problems
    inside = (link for link in outbound if link.target.partition("/")[0] not in elsewhere)
    yield from check_outbound(inside, files)
