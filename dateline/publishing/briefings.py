"""One briefing: from its folder's bytes to its files. Nothing else is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dateline.checking import check_briefing
from dateline.checking.coverage_report import coverage_to_json
from dateline.checking.folder_names import FormerSlug, former_slugs
from dateline.drawing.lettering import CardFonts
from dateline.drawing.locator_map import has_map
from dateline.facts.records import Site
from dateline.pages.about import base_path
from dateline.pages.annotated import plan_annotated
from dateline.pages.cards.share_picture import briefing_card, check_card
from dateline.pages.edition import Edition
from dateline.pages.editor_view import EditorView, plan_editor_view
from dateline.pages.files import briefing_files
from dateline.pages.plan import plan_briefing, plan_page, summarise
from dateline.pages.shell import Page
from dateline.pages.summary import Summary
from dateline.problems import Position, Problem, Rule, is_refused, sort_problems
from dateline.publishing.cache import Cache, digest
from dateline.publishing.links import DeadLink, OutboundLink, check_part, first_to_each_target
from dateline.publishing.packed import PackedFiles, pack
from dateline.publishing.raster import render_card
from dateline.publishing.render import Look, TemplateFaultError, render
from dateline.reading.briefing_files import parse_briefing
from dateline.reading.content import Folder
from dateline.reading.outlines import read_outlines


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildInputs:
    """What every briefing is made under.

    `generator` is one name for the code and the look, which remembered results must share. `editor_view`
    asks for what the preview shows its editor and nobody publishes. `card_fonts` are what share cards
    are lettered with; there are none where no page could name their address.
    """

    site: Site
    look: Look
    generator: str
    today: date
    drafts: bool
    strict: bool
    editor_view: bool = False
    card_fonts: CardFonts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltBriefing:
    """A briefing's files, the summary that site pages are made of, and what was found wrong.

    Without a summary there is nothing to publish: the briefing is refused, or a draft. `outbound`
    are the links to other parts of the site, each once. `editor_view` and `aside` are for the preview:
    what it tells the editor, and files that are never published.
    """

    problems: tuple[Problem, ...]
    coverage: Mapping[str, Any] = field(default_factory=dict)
    formerly: tuple[FormerSlug, ...] = ()
    summary: Summary | None = None
    files: PackedFiles = field(default_factory=PackedFiles)
    outbound: tuple[OutboundLink, ...] = ()
    editor_view: EditorView | None = None
    aside: PackedFiles = field(default_factory=PackedFiles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A briefing that was read and checked; `refused` where what was found keeps it back."""

    edition: Edition
    problems: tuple[Problem, ...]
    refused: bool


def build_briefing(folder: Folder, inputs: BuildInputs) -> BuiltBriefing:
    """One briefing from its folder's bytes.

    A draft that is not asked for is left out, and what is wrong with it is not told.
    """
    prepared = prepare_briefing(folder, inputs)
    return prepared if isinstance(prepared, BuiltBriefing) else finish_briefing(prepared, inputs)


def prepare_briefing(folder: Folder, inputs: BuildInputs) -> Prepared | BuiltBriefing:
    """Read and check a briefing: all of it that comes before its pages."""
    briefing, found = parse_briefing(folder)
    if briefing is None:
        return BuiltBriefing(problems=found)
    if briefing.front.draft and not inputs.drafts:
        return BuiltBriefing(problems=())
    checked = check_briefing(briefing, today=inputs.today)
    problems = (*found, *checked.problems, *check_card(briefing.front, inputs.card_fonts))
    edition = Edition(
        briefing=briefing,
        checked=checked,
        site=inputs.site,
        today=inputs.today,
        outlines=read_outlines() if has_map(briefing.places) else None,
    )
    edition = replace(edition, card=briefing_card(edition, inputs.card_fonts))
    refused = is_refused(problems, strict=inputs.strict)
    return Prepared(edition=edition, problems=problems, refused=refused)


def make_page(prepared: Prepared, path: str, inputs: BuildInputs) -> bytes | None:
    """One page ahead of the others; None where the briefing has none at `path`, or it fails."""
    page = None if prepared.refused else plan_page(prepared.edition, path)
    return render_pages([page], inputs.look, []).get(path) if page else None


def finish_briefing(prepared: Prepared, inputs: BuildInputs) -> BuiltBriefing:
    """Make the pages, and whatever else comes of a briefing."""
    edition, problems = prepared.edition, [*prepared.problems]
    briefing, checked = edition.briefing, edition.checked
    files, outbound = ({}, ()) if prepared.refused else _publishable(edition, inputs, problems)
    return BuiltBriefing(
        problems=sort_problems(problems),
        # What a record that cannot be read would cover is not open.
        coverage={} if briefing.unread else coverage_to_json(checked.coverage, checked.passages),
        formerly=former_slugs(briefing.front),
        summary=None if prepared.refused else summarise(edition),
        files=pack(files),
        outbound=outbound,
        **(_aside(edition, inputs) if inputs.editor_view else {}),
    )


def _publishable(
    edition: Edition, inputs: BuildInputs, problems: list[Problem]
) -> tuple[dict[str, bytes], tuple[OutboundLink, ...]]:
    """The files of a briefing that has nothing wrong, and their links to the rest of the site."""
    files = render_pages(plan_briefing(edition), inputs.look, problems) | briefing_files(edition)
    files |= render_card(edition.card, problems)
    checked = check_part(files, base=base_path(inputs.site.address))
    problems += map(dead_link, checked.dead)
    return files, first_to_each_target(checked.outbound)


def _aside(edition: Edition, inputs: BuildInputs) -> dict[str, Any]:
    """What the preview has beside the published files."""
    pages = [] if edition.briefing.unread else [plan_annotated(edition)]
    files = render_pages(pages, inputs.look, [])
    return {
        "editor_view": plan_editor_view(edition.briefing, edition.checked),
        "aside": pack(files),
    }


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
        fix="correct the link in the article or sheet that it comes from",
    )


# What is remembered of a briefing


def briefing_key(folder: Folder, inputs: BuildInputs) -> str:
    """One name for all that a briefing's files are made from."""
    asked = f"{inputs.today} {inputs.drafts} {inputs.strict} {inputs.editor_view}"
    return digest(
        [
            ("folder", folder.digest.encode()),
            ("settings", inputs.site.model_dump_json().encode()),
            ("asked", asked.encode()),
            ("generator", inputs.generator.encode()),
        ]
    )


_AS_JSON = TypeAdapter(BuiltBriefing)


def load_briefing(cache: Cache, slug: str, key: str) -> BuiltBriefing | None:
    """The briefing as it was made from the same things before."""
    held = cache.recall(slug, key)
    try:
        return None if held is None else _AS_JSON.validate_python(held)
    except ValidationError:
        return None


def store_briefing(cache: Cache, slug: str, key: str, made: BuiltBriefing) -> None:
    """Keep a briefing for as long as nothing that it is made from changes."""
    if cache.folder:
        cache.remember(slug, key, _AS_JSON.dump_python(made, mode="json"))
