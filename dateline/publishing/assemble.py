"""The whole site in memory: every briefing, the site's own pages, and the links between them."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from dateline.checking.disagreements import check_disagreements
from dateline.checking.folder_names import (
    check_former_slugs,
    check_named_pages,
    check_own_pages,
    removed_slugs,
)
from dateline.checking.look_alikes import check_look_alikes_of_site
from dateline.checking.same_facts_there import check_same_facts
from dateline.facts.embargo import KeptBack, kept_back
from dateline.facts.mentions import read_facts, read_index
from dateline.facts.site_records import Site
from dateline.facts.stays import Stay, shared_stay
from dateline.frozen import dataclass
from dateline.pages import addresses
from dateline.pages.archive.identities import lasting_names, removed_names, shared_names
from dateline.pages.navigation import ALONE, ALWAYS
from dateline.pages.summary import Summary, published
from dateline.problems import Position, Problem, Rule, is_refused, sort_problems
from dateline.publishing.again import NOTHING, Anchors, MadeFrom, Remembered
from dateline.publishing.briefings import (
    BuildInputs,
    BuiltBriefing,
    build_briefing,
)
from dateline.publishing.images.picture_store import PictureStore
from dateline.publishing.keeping.cache import Cache
from dateline.publishing.keeping.compiled import FOLDER
from dateline.publishing.keeping.open_names import MARK, AssetNames
from dateline.publishing.keeping.packed import PackedFiles
from dateline.publishing.keeping.stored import PICTURES
from dateline.publishing.linking.kept_links import read_links
from dateline.publishing.linking.links import (
    OutboundLink,
    check_part,
    find_dead,
    first_to_each_target,
    report_dead,
)
from dateline.publishing.looks.assets import Look, plan_look
from dateline.publishing.looks.look import LookFiles, read_look_files
from dateline.publishing.looks.own_look import PLAIN, OwnLook, card_logo, make_own_look
from dateline.publishing.looks.raster import card_fonts
from dateline.publishing.looks.render import check_own_templates
from dateline.publishing.looks.stylesheet import check_static
from dateline.publishing.own_files import OwnFiles, make_own_files
from dateline.publishing.request import Request
from dateline.publishing.site_files import NO_FILES, SiteFiles
from dateline.publishing.writing.published import Published
from dateline.reading.briefing_files import parse_front, parse_site
from dateline.reading.content import ARTICLE, PAGES, SETTINGS, Folder, SiteSource
from dateline.reading.own_words import page_positions, parse_own_words
from dateline.reading.shared_sheets import parse_shared_sheets, share_records
from dateline.reading.written_language import written_language

# Below this many briefings to work out, starting processes costs more than it saves.
WORTH_PROCESSES: Final = 8
# "GitHub Pages limits" in GitHub's documentation; a site that comes near is reported.
PAGES_LIMIT: Final = 1_000_000_000
EARLY: Final = 800_000_000
# Pages of which the links are in memory together.
_AT_A_TIME: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AssembledSite:
    """Every file of the site, none where its content is refused, and the problems found in it.

    `published` counts briefings with pages. `addresses` are those that must not vanish with a later build,
    if this one is published. `stay` are the days on which it is the same. `made` has what the pages of the
    site, and the slots in those of briefings, were made from.
    """

    problems: tuple[Problem, ...]
    files: SiteFiles
    stay: Stay
    timezone: str
    briefings: Mapping[str, BuiltBriefing]
    published: int
    address: str | None
    addresses: Published
    own_is_whole: bool
    made: MadeFrom

    @property
    def own(self) -> PackedFiles:
        """The files that belong to no briefing."""
        return self.files.own

    @property
    def coverage(self) -> Mapping[str, Any]:
        return found_in(self.briefings)["coverage"]

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
    source: SiteSource, look: LookFiles, request: Request, *, dry: bool = False
) -> AssembledSite:
    """The site in memory: every briefing, then the site's own pages from their summaries, then the links.

    What is only checked is `dry`: its pictures have no bytes.
    """
    source = share_records(source)
    inputs, found = plan_inputs(source, look, request, pictures=PictureStore(None, dry=dry))
    built = build_all(source.folders, inputs, request.jobs)
    briefings = {folder.slug: each for folder, each in zip(source.folders, built, strict=True)}
    return join_site(source, inputs, found, briefings)


def _unreadable(settings: bytes | None) -> Site:
    """Stands in for settings that cannot be read, so that the problems of briefings are reported too."""
    language = written_language((settings or b"").decode("utf-8", "replace"))
    return Site.model_validate({"title": "?", "description": "?", "language": language or "en"})


def picture_store(cache: Cache, *, renews: bool = False) -> PictureStore:
    folder = cache.folder / PICTURES if cache.folder else None
    return PictureStore(folder, renews=renews)


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
    site = (site or _unreadable(source.settings)).with_own(words.own)
    site = site.with_sections(ALWAYS if _are_several(source, request, site) else ALONE)
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
        clock=request.clock_in(site.timezone),
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
    shared = parse_shared_sheets(source).records
    alike = check_look_alikes_of_site(site, words.texts, shared) if is_read else ()
    return inputs, (*found, *words.problems, *missing, *alike, *wrong, *faults)


def _are_several(source: SiteSource, request: Request, site: Site) -> bool:
    """Whether readers have more than one: no list betrays that there is another, which is kept back."""
    known = {folder.slug: folder.files.get(ARTICLE) for folder in source.folders}
    articles = known | dict.fromkeys(source.others)
    now, zone = request.now_in(site.timezone), ZoneInfo(site.timezone)
    shown = (
        slug
        for slug, article in articles.items()
        if not _is_kept_back(article or _read_article(request.content / slug), now, zone)
    )
    return len(list(islice(shown, 2))) > 1


def _read_article(folder: Path) -> bytes:
    """Of a briefing of which only the name was read."""
    try:
        return (folder / ARTICLE).read_bytes()
    except OSError:
        return b""


def _is_kept_back(article: bytes, now: datetime, zone: ZoneInfo) -> bool:
    front = parse_front(article, ARTICLE)
    return front is not None and kept_back(front, now, zone) is not None


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


def build_all(folders: Sequence[Folder], inputs: BuildInputs, jobs: int) -> Iterator[BuiltBriefing]:
    if jobs == 1 or len(folders) < WORTH_PROCESSES:
        yield from (build_briefing(folder, inputs) for folder in folders)
        return
    # Imported here because one briefing, the common case, is built without it.
    from dateline.publishing.workers import in_processes

    yield from in_processes(build_briefing, folders, inputs, jobs)


def found_in(briefings: Mapping[str, BuiltBriefing]) -> dict[str, dict[str, Any]]:
    """What a report gives in full, by slugs."""
    return {
        "coverage": {slug: built.coverage for slug, built in briefings.items() if built.coverage},
        "findings": {slug: built.findings for slug, built in briefings.items() if built.findings},
        "claims": {slug: built.claims for slug, built in briefings.items() if built.claims},
    }


# Joining the briefings


def join_site(
    source: SiteSource,
    inputs: BuildInputs,
    found: Iterable[Problem],
    briefings: Mapping[str, BuiltBriefing],
    before: Remembered = NOTHING,
) -> AssembledSite:
    """The site that these briefings make; `found` are the problems of its settings.

    What would be made as it was `before` is not made again.
    """
    built = briefings.values()
    summaries = tuple(briefing.summary for briefing in built if briefing.summary)
    inside = [problem for briefing in built for problem in briefing.problems]
    problems = [*source.problems, *found, *inside]
    if briefings and not (summaries or inside or source.problems):
        problems.append(_only_kept_back(source))
    problems += _check_slugs(source, inputs.site, briefings)
    problems += _check_across(source, briefings)
    files, made = NO_FILES, MadeFrom()
    if not is_refused(problems, strict=inputs.strict):
        own = make_own_files(summaries, inputs, before, problems)
        files = _join_files(own, briefings, inputs)
        links = partial(_links_between, files.own, built, inputs, source.others)
        made = replace(own.made, anchors=_check_between(links, files, own.made, before, problems))
        problems += check_size(files.size, len(files), source.shown_as)
    return AssembledSite(
        problems=sort_problems(problems),
        files=files,
        stay=shared_stay(briefing.stay for briefing in built),
        timezone=inputs.site.timezone,
        briefings=briefings,
        published=len(summaries),
        address=inputs.site.address,
        addresses=_addresses(inputs.site, briefings, summaries),
        own_is_whole=inputs.site.own.whole,
        made=made,
    )


def _join_files(
    own: OwnFiles, briefings: Mapping[str, BuiltBriefing], inputs: BuildInputs
) -> SiteFiles:
    return SiteFiles(
        own=own.files,
        parts={slug: each.files for slug, each in briefings.items() if each.summary},
        fillings=own.fillings,
        names=inputs.look.names,
        elsewhere={old.slug: slug for slug, each in briefings.items() for old in each.formerly},
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


def _check_across(source: SiteSource, briefings: Mapping[str, BuiltBriefing]) -> Iterator[Problem]:
    """What briefings say of each other, and of what is the same in both."""
    built = briefings.items()
    yield from check_disagreements(read_index(each.mentions.index) for _, each in built)
    known = dict.fromkeys(source.others) | {
        slug: each.addresses.facts if each.addresses else None for slug, each in built
    }
    for slug, each in built:
        if each.mentions.facts:
            yield from check_same_facts(slug, read_facts(each.mentions.facts), known)


def _addresses(
    site: Site, briefings: Mapping[str, BuiltBriefing], summaries: Iterable[Summary]
) -> Published:
    refused = (each for each in briefings.values() if not (each.summary or each.kept_back))
    names = [name for each in refused for name in shared_names(each.mentions.index)]
    return Published(
        briefings={slug: built.addresses for slug, built in briefings.items() if built.addresses},
        removed=tuple(removal.folder for removal in site.removed),
        pages={name: page.formerly for name, page in site.own.pages.items()},
        authors=tuple(id_ for author in site.own.authors for id_ in (author.id, *author.formerly))
        + site.own.removed,
        names=(*lasting_names(published(summaries)), *names, *removed_names(site)),
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


def _check_own(
    own: PackedFiles, inputs: BuildInputs, problems: list[Problem]
) -> Iterator[OutboundLink]:
    """The links out of the site's own pages: all of texts of an editor's, which may lead to what an edit removed.

    Of the others, which lead only to what is shown of briefings, those of pages that were made, one to each target.
    """
    address = inputs.site.address
    texts = {addresses.own_page(name): text for name, text in inputs.texts.items()}
    written = own.choose(path for path in own if path in texts)
    checked = check_part(written, site_address=address, texts=texts)
    problems += checked.problems
    yield from checked.outbound
    rest = [path for path in own if path not in texts and not own.is_late(path)]
    yield from first_to_each_target(_check_some(own, rest, address, problems))


def _check_some(
    own: PackedFiles, paths: Sequence[str], address: str | None, problems: list[Problem]
) -> Iterator[OutboundLink]:
    """Some pages at a time."""
    for start in range(0, len(paths), _AT_A_TIME):
        pages = own.choose(paths[start : start + _AT_A_TIME])
        checked = check_part(pages, site_address=address, once=True)
        problems += checked.problems
        yield from checked.outbound


def _check_between(
    links: Callable[[list[Problem]], Iterator[OutboundLink]],
    files: SiteFiles,
    made: MadeFrom,
    before: Remembered,
    problems: list[Problem],
) -> Mapping[str, Anchors]:
    """Where links lead, and only where nothing is, which: a large site has too many to have them in memory."""
    targets = before.new_targets((link.to for link in links(problems)), made.pages)
    if dead := find_dead(targets, files):
        problems += report_dead(links([]), dead)
    return before.anchors_of(targets, made.pages)


def _links_between(
    own: PackedFiles,
    briefings: Iterable[BuiltBriefing],
    inputs: BuildInputs,
    elsewhere: Container[str],
    problems: list[Problem],
) -> Iterator[OutboundLink]:
    """From one part of the site to another; none to the briefings `elsewhere`, by their slugs."""
    names = inputs.look.names
    outbound = (link for built in briefings for link in read_links(built.outbound))
    for link in chain(outbound, _check_own(own, inputs, problems)):
        named = _with_names(link, names)
        if named.target.partition("/")[0] not in elsewhere:
            yield named


def _with_names(link: OutboundLink, names: AssetNames) -> OutboundLink:
    if MARK not in link.target:
        return link
    return replace(link, href=names.fill_text(link.href), target=names.fill_text(link.target))
