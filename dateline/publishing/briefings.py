"""One briefing: a pure function from its folder's bytes to its files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from dateline.checking import check_briefing, stay_of_problems
from dateline.checking.bylines import check_authors, with_names_of_authors
from dateline.checking.change_days import day_ahead
from dateline.checking.coverage.coverage_report import coverage_to_json
from dateline.checking.folder_names import FormerSlug, former_slugs
from dateline.drawing.card import CardLogo
from dateline.drawing.lettering import CardFonts
from dateline.drawing.map_places import map_places
from dateline.facts.article import Article
from dateline.facts.briefing import Briefing
from dateline.facts.embargo import KeptBack, kept_back, moment_in
from dateline.facts.mentions import Mentions
from dateline.facts.site_records import Site
from dateline.facts.stays import FOR_EVER, Stay, shared_stay
from dateline.frozen import dataclass
from dateline.pages.annotated import plan_annotated
from dateline.pages.archive.likeness import same_as_of
from dateline.pages.archive.mentioning import index_of
from dateline.pages.cards.share_picture import briefing_card, check_card
from dateline.pages.edition import Edition, as_of
from dateline.pages.editor_view import EditorView, plan_editor_view
from dateline.pages.plan import briefing_files, plan_briefing, plan_page
from dateline.pages.shell import Page
from dateline.pages.summarise import summarise
from dateline.pages.summary import Summary
from dateline.problems import Position, Problem, is_refused, sort_problems
from dateline.publishing.check_report import claims_to_json, findings_to_json
from dateline.publishing.images.picture_store import PictureStore
from dateline.publishing.images.pictures import Files, make_pictures
from dateline.publishing.keeping.packed import PackedFiles, pack
from dateline.publishing.keeping.stored import StoredFiles
from dateline.publishing.linking.kept_links import write_links
from dateline.publishing.linking.links import check_part
from dateline.publishing.looks.assets import Look
from dateline.publishing.looks.contexts import write_context
from dateline.publishing.looks.raster import render_card
from dateline.publishing.looks.render import TemplateFaultError, render
from dateline.publishing.writing.published import BriefingAddresses
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from dateline.reading.outlines import read_outlines
from dateline.words import speaking


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildInputs:
    """What all briefings of a site are made from, besides their folders.

    `now`, the moment that the site is built for, and `clock`, that at which it is built, are in the time
    zone of the site. `preview` asks for what is never published: the editor's view, the annotated article,
    and briefings that are held back. Who `keeps_contexts` can render pages again. Without an address there
    are no `card_fonts`. No briefing needs the `texts` of the site's own pages.
    """

    site: Site
    look: Look
    now: datetime
    clock: datetime
    drafts: bool
    strict: bool
    preview: bool = False
    keeps_contexts: bool = False
    card_fonts: CardFonts | None = None
    card_logo: CardLogo | None = None
    pictures: PictureStore = field(default_factory=lambda: PictureStore(None))
    texts: Mapping[str, Article] = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.site.timezone)

    @property
    def is_by_clock(self) -> bool:
        """Whether the site is built for the day that it is."""
        return self.now.date() == self.clock.date()

    def shows(self, kept: KeptBack | None) -> bool:
        is_held = kept is not None and kept.until is not None
        return kept is None or self.drafts or (is_held and self.preview)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltBriefing:
    """A briefing's files, its summary for the site's own pages, and the problems found in it.

    Without a summary there is nothing to publish: the briefing is refused, or is `kept_back` and was
    not asked for; one that is held back until a moment has been checked all the same. `outbound` are
    the links to other parts of the site, one for each target, packed (kept_links.py). `mentions` are what must agree
    with other briefings, also where it is refused. `unread` is the language of an article
    that no grammar reads. `editor_view` and `aside`, the files that are never published, are for the
    preview. `contexts` are what pages were planned with, and `templates` all that these depend on, by a
    digest for each. Without `addresses` nobody knows which it has: it was not read in full, or is left out.
    `stay` is when all this is the same. Two summaries of which the same is `shown` on pages, a digest, differ
    only in what search knows.
    """

    problems: tuple[Problem, ...]
    coverage: Mapping[str, Any] = field(default_factory=dict)
    findings: Sequence[Any] = ()
    claims: Sequence[Any] = ()
    formerly: tuple[FormerSlug, ...] = ()
    summary: Summary | None = None
    shown: str = ""
    files: PackedFiles | StoredFiles = field(default_factory=PackedFiles)
    outbound: str = ""
    unread: str | None = None
    mentions: Mentions = field(default_factory=Mentions)
    editor_view: EditorView | None = None
    aside: PackedFiles = field(default_factory=PackedFiles)
    contexts: bytes = b""
    templates: Mapping[str, str] = field(default_factory=dict)
    kept_back: KeptBack | None = None
    addresses: BriefingAddresses | None = None
    stay: Stay = FOR_EVER


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedBriefing:
    """A briefing that was read and checked; no edition where it cannot be read, or is left out."""

    problems: tuple[Problem, ...]
    kept_back: KeptBack | None = None
    edition: Edition | None = None
    refused: bool = False
    pictures: Files = field(default_factory=dict)


def build_briefing(folder: Folder, inputs: BuildInputs) -> BuiltBriefing:
    return finish_briefing(read_and_check(folder, inputs), inputs)


def read_and_check(folder: Folder, inputs: BuildInputs) -> CheckedBriefing:
    """All that comes before a briefing's pages; a draft that is left out reports no problems.

    What is held back is checked and shown as on its day, so that nothing refuses it then.
    """
    briefing, found = parse_briefing(folder)
    if briefing is None:
        return CheckedBriefing(problems=found)
    kept = kept_back(briefing.front, inputs.now, inputs.zone)
    if kept and not kept.until and not inputs.drafts:
        return CheckedBriefing(problems=(), kept_back=kept)
    today = kept.until.date() if kept and kept.until else inputs.now.date()
    found = (*found, *check_authors(briefing, inputs.site.own))
    briefing = with_names_of_authors(briefing, inputs.site.own)
    checked = check_briefing(
        briefing, today=today, site_language=inputs.site.language, clock=inputs.clock
    )
    pictures = make_pictures(briefing, folder, inputs.pictures)
    card_problems = check_card(briefing.front, inputs.card_fonts)
    problems = (*found, *checked.problems, *pictures.problems, *card_problems)
    refused = is_refused((*folder.problems, *problems), strict=inputs.strict)
    edition = Edition(
        briefing=as_of(briefing, today),
        checked=checked,
        site=inputs.site,
        today=today,
        kept_back=kept,
        outlines=read_outlines() if map_places(briefing.places) else None,
        pictures=pictures.shown,
    )
    with speaking(edition.language):
        card = None if refused else briefing_card(edition, inputs.card_fonts, inputs.card_logo)
    return CheckedBriefing(
        problems=problems,
        kept_back=kept,
        edition=replace(edition, card=card),
        refused=refused,
        pictures=pictures.files,
    )


def render_one_page(briefing: CheckedBriefing, path: str, inputs: BuildInputs) -> bytes | None:
    """One page before all others; None where there is none at `path`, or it does not render."""
    if briefing.edition is None or briefing.refused:
        return None
    with speaking(briefing.edition.language):
        page = plan_page(briefing.edition, path)
        return render_pages([page], inputs.look, []).get(path) if page else None


def finish_briefing(checked: CheckedBriefing, inputs: BuildInputs) -> BuiltBriefing:
    edition, problems = checked.edition, [*checked.problems]
    if edition is None:
        return BuiltBriefing(problems=checked.problems, kept_back=checked.kept_back)
    briefing, report = edition.briefing, edition.checked
    kept = _KeptPages()
    with speaking(edition.language):
        files = {} if checked.refused else _render_files(edition, inputs, kept, problems)
        summary = None if checked.refused else summarise(edition)
    pictures = {} if checked.refused else checked.pictures
    links = check_part(
        # What a picture is made of is none of a page's links.
        files | dict.fromkeys(pictures, b""),
        site_address=inputs.site.address,
        article=briefing.article,
        once=True,
    )
    problems += links.problems
    built = BuiltBriefing(
        problems=sort_problems(problems),
        coverage=_coverage(edition),
        findings=findings_to_json(report, briefing),
        claims=claims_to_json(report),
        formerly=former_slugs(briefing.front),
        summary=summary,
        shown=_shown(summary) if summary else "",
        files=pack({**files, **pictures}),
        outbound=write_links(links.outbound),
        unread=report.unread,
        mentions=_mentions(edition, summary),
        editor_view=plan_editor_view(briefing, report) if inputs.preview else None,
        aside=_aside(edition, inputs),
        contexts=b"".join(kept.contexts),
        templates={name: inputs.look.closures.get(name, "") for name in sorted(kept.templates)},
        kept_back=checked.kept_back,
        addresses=_addresses(briefing) if briefing.is_whole else None,
        stay=_stay(edition, inputs),
    )
    return built if inputs.shows(checked.kept_back) else _without_pages(built)


def _aside(edition: Edition, inputs: BuildInputs) -> PackedFiles:
    if not inputs.preview or edition.briefing.unread:
        return PackedFiles()
    return pack(render_pages([plan_annotated(edition)], inputs.look, []))


def _coverage(edition: Edition) -> Mapping[str, Any]:
    """None where there are records that cannot be read: what they would cover is not open."""
    briefing, report = edition.briefing, edition.checked
    if briefing.unread or report.unread:
        return {}
    return coverage_to_json(report.coverage, report.passages, briefing)


def _shown(summary: Summary) -> str:
    return sha256(repr(replace(summary, search=b"")).encode()).hexdigest()


def _mentions(edition: Edition, summary: Summary | None) -> Mentions:
    index = summary.mentions.index if summary else index_of(edition)
    return Mentions(index=index, facts=same_as_of(edition.briefing))


def _without_pages(built: BuiltBriefing) -> BuiltBriefing:
    """Nothing that could be published, or that tells the rest of the site of a briefing."""
    return replace(
        built,
        summary=None,
        files=PackedFiles(),
        outbound="",
        contexts=b"",
        templates={},
        addresses=None,
    )


def _stay(edition: Edition, inputs: BuildInputs) -> Stay:
    """A briefing that is held back is that of its day until its moment comes."""
    stay = shared_stay((edition.stay, stay_of_problems(edition.briefing, edition.today)))
    front = edition.briefing.front
    if inputs.is_by_clock and (moment := day_ahead(front, inputs.clock)):
        stay = shared_stay((stay, replace(FOR_EVER, closes=moment)))
    if front.draft or front.publish is None:
        return stay
    moment = moment_in(inputs.zone, front.publish)
    return replace(FOR_EVER, closes=moment) if edition.kept_back else replace(stay, opens=moment)


def _addresses(briefing: Briefing) -> BriefingAddresses:
    facts = {
        fact_id: fact.KIND.sheet for fact in briefing.facts for fact_id in (fact.id, *fact.formerly)
    }
    removed = {removal.id: removal.kind.sheet for removal in briefing.removed}
    return BriefingAddresses(facts=facts | removed, formerly=briefing.front.formerly)


@dataclass(frozen=True, slots=True)
class _KeptPages:
    """What is kept of pages on their way to being rendered."""

    contexts: list[bytes] = field(default_factory=list)
    templates: set[str] = field(default_factory=set)

    def keep(self, page: Page) -> Page:
        self.contexts.append(write_context(page))
        self.templates.add(page.template)
        return page


def _render_files(
    edition: Edition, inputs: BuildInputs, kept: _KeptPages, problems: list[Problem]
) -> dict[str, bytes]:
    planned = plan_briefing(edition)
    if inputs.keeps_contexts:
        planned = map(kept.keep, planned)
    pages = render_pages(planned, inputs.look, problems)
    card = render_card(edition.card, problems, dry=inputs.pictures.dry)
    return pages | briefing_files(edition) | card


def render_pages(pages: Iterable[Page], look: Look, problems: list[Problem]) -> dict[str, bytes]:
    """Each page's bytes by its path."""
    return dict(render_each(pages, look, problems))


def render_each(
    pages: Iterable[Page], look: Look, problems: list[Problem]
) -> Iterator[tuple[str, bytes]]:
    """Each page when it is asked for. A faulty template line is one problem, on however many pages."""
    faults: dict[Position, Problem] = {}
    for page in pages:
        try:
            yield page.path, render(page, look)
        except TemplateFaultError as fault:
            faults.setdefault(fault.problem.position, fault.problem)
    problems += faults.values()
