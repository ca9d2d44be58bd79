"""One briefing: from its folder's bytes to its files. Nothing else is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dateline.checking import check_briefing
from dateline.checking.addresses import FormerSlug, former_slugs
from dateline.checking.coverage_report import coverage_to_json
from dateline.drawing.locator_map import has_map
from dateline.facts.records import Site
from dateline.pages.about import base_path
from dateline.pages.annotated import plan_annotated
from dateline.pages.cards.share_card import briefing_card, check_card
from dateline.pages.desk import Desk, plan_desk
from dateline.pages.edition import Edition
from dateline.pages.files import briefing_files
from dateline.pages.plan import plan_briefing, plan_page, summarise
from dateline.pages.shell import Page
from dateline.pages.summary import Summary
from dateline.problems import Position, Problem, Rule, is_refused, sort_problems
from dateline.publishing.links import DeadLink, Outward, first_of_each, follow_links
from dateline.publishing.memo import Memo, digest
from dateline.publishing.packed import PackedFiles, pack
from dateline.publishing.raster import render_card
from dateline.publishing.render import Look, TemplateFaultError, render
from dateline.reading.briefing import parse_briefing
from dateline.reading.fonts import CardFonts
from dateline.reading.outlines import read_outlines
from dateline.reading.site import Folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What every briefing is made under.

    `generator` is one name for the code and the look, which remembered results must share. `desk`
    asks for what the preview shows its editor and nobody publishes. `card_fonts` are what share cards
    are lettered with; there are none where no page could name their address.
    """

    site: Site
    look: Look
    generator: str
    today: date
    drafts: bool
    strict: bool
    desk: bool = False
    card_fonts: CardFonts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBriefing:
    """A briefing's files, the summary that site pages are made of, and what was found wrong.

    Without a summary there is nothing to publish: the briefing is refused, or a draft. `outward`
    are the links to other parts of the site, each once. `desk` and `aside` are for the preview:
    what it tells the editor, and files that are never published.
    """

    problems: tuple[Problem, ...]
    coverage: Mapping[str, Any] = field(default_factory=dict)
    formerly: tuple[FormerSlug, ...] = ()
    summary: Summary | None = None
    files: PackedFiles = field(default_factory=PackedFiles)
    outward: tuple[Outward, ...] = ()
    desk: Desk | None = None
    aside: PackedFiles = field(default_factory=PackedFiles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A briefing that was read and checked; `refused` where what was found keeps it back."""

    edition: Edition
    problems: tuple[Problem, ...]
    refused: bool


def make_briefing(folder: Folder, terms: Terms) -> MadeBriefing:
    """One briefing from its folder's bytes.

    A draft that is not asked for is left out, and what is wrong with it is not told.
    """
    prepared = prepare_briefing(folder, terms)
    return prepared if isinstance(prepared, MadeBriefing) else finish_briefing(prepared, terms)


def prepare_briefing(folder: Folder, terms: Terms) -> Prepared | MadeBriefing:
    """Read and check a briefing: all of it that comes before its pages."""
    briefing, found = parse_briefing(folder)
    if briefing is None:
        return MadeBriefing(problems=found)
    if briefing.front.draft and not terms.drafts:
        return MadeBriefing(problems=())
    checked = check_briefing(briefing, today=terms.today)
    problems = (*found, *checked.problems, *check_card(briefing.front, terms.card_fonts))
    edition = Edition(
        briefing=briefing,
        checked=checked,
        site=terms.site,
        today=terms.today,
        outlines=read_outlines() if has_map(briefing.places) else None,
    )
    edition = replace(edition, card=briefing_card(edition, terms.card_fonts))
    refused = is_refused(problems, strict=terms.strict)
    return Prepared(edition=edition, problems=problems, refused=refused)


def make_page(prepared: Prepared, path: str, terms: Terms) -> bytes | None:
    """One page ahead of the others; None where the briefing has none at `path`, or it fails."""
    page = None if prepared.refused else plan_page(prepared.edition, path)
    return render_pages([page], terms.look, []).get(path) if page else None


def finish_briefing(prepared: Prepared, terms: Terms) -> MadeBriefing:
    """Make the pages, and whatever else comes of a briefing."""
    edition, problems = prepared.edition, [*prepared.problems]
    briefing, checked = edition.briefing, edition.checked
    files, outward = ({}, ()) if prepared.refused else _publishable(edition, terms, problems)
    return MadeBriefing(
        problems=sort_problems(problems),
        # What a record that cannot be read would cover is not open.
        coverage={} if briefing.unread else coverage_to_json(checked.coverage, checked.passages),
        formerly=former_slugs(briefing.front),
        summary=None if prepared.refused else summarise(edition),
        files=pack(files),
        outward=outward,
        **(_aside(edition, terms) if terms.desk else {}),
    )


def _publishable(
    edition: Edition, terms: Terms, problems: list[Problem]
) -> tuple[dict[str, bytes], tuple[Outward, ...]]:
    """The files of a briefing that has nothing wrong, and their links to the rest of the site."""
    files = render_pages(plan_briefing(edition), terms.look, problems) | briefing_files(edition)
    files |= render_card(edition.card, problems)
    followed = follow_links(files, base=base_path(terms.site.address))
    problems += map(dead_link, followed.dead)
    return files, first_of_each(followed.outward)


def _aside(edition: Edition, terms: Terms) -> dict[str, Any]:
    """What the preview has beside the published files."""
    pages = [] if edition.briefing.unread else [plan_annotated(edition)]
    files = render_pages(pages, terms.look, [])
    return {"desk": plan_desk(edition.briefing, edition.checked), "aside": pack(files)}


def render_pages(pages: Iterable[Page], look: Look, problems: list[Problem]) -> dict[str, bytes]:
    """Each page's bytes by its path; a template that fails is a problem, told once for each line of it."""
    files: dict[str, bytes] = {}
    faults: dict[Position, Problem] = {}
    for page in pages:
        try:
            files[page.path] = render(page, look)
        except TemplateFaultError as fault:
            faults.setdefault(fault.problem.position, fault.problem)
    problems += faults.values()
    return files


def dead_link(dead: DeadLink) -> Problem:
    """A link of the finished files that leads nowhere, at its page."""
    return Problem(
        position=Position(path=dead.page, line=dead.line),
        rule=Rule.LINK_DEAD,
        found=f"{dead.href}: {dead.reason}",
        fix="mend the link in the article or sheet that it comes from",
    )


# What is remembered of a briefing


def briefing_key(folder: Folder, terms: Terms) -> str:
    """One name for all that a briefing's files are made from."""
    asked = f"{terms.today} {terms.drafts} {terms.strict} {terms.desk}"
    return digest(
        [
            ("folder", folder.digest.encode()),
            ("settings", terms.site.model_dump_json().encode()),
            ("asked", asked.encode()),
            ("generator", terms.generator.encode()),
        ]
    )


_AS_JSON = TypeAdapter(MadeBriefing)


def recall_briefing(memo: Memo, slug: str, key: str) -> MadeBriefing | None:
    """The briefing as it was made from the same things before."""
    held = memo.recall(slug, key)
    try:
        return None if held is None else _AS_JSON.validate_python(held)
    except ValidationError:
        return None


def remember_briefing(memo: Memo, slug: str, key: str, made: MadeBriefing) -> None:
    """Keep a briefing for as long as nothing that it is made from changes."""
    if memo.folder:
        memo.remember(slug, key, _AS_JSON.dump_python(made, mode="json"))
