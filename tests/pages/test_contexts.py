"""Each template has one dataclass, and each knows the whole of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import meta, nodes

from dateline.facts.site_records import Author, BriefingRemoval, OwnWords, PageFront
from dateline.pages.about import plan_about
from dateline.pages.annotated import plan_annotated
from dateline.pages.archive.elsewhere import AlsoContext
from dateline.pages.archive.onward import OnwardContext
from dateline.pages.contract import CONTEXTS
from dateline.pages.navigation import ALWAYS
from dateline.pages.picture import SharedPicture
from dateline.pages.plan import plan_briefing, plan_site
from dateline.pages.summarise import summarise
from dateline.publishing.looks.assets import Assets
from dateline.publishing.looks.render import _environment, render
from dateline.publishing.looks.template_check import check_templates
from dateline.publishing.looks.template_types import typed_fields
from dateline.reading.encoding import SourceText
from dateline.reading.markdown import parse_markdown
from tests.contract import FILE, render_contract
from tests.pages.everything import everything
from tests.pages.world import SHEETS, SITE, edition, look

if TYPE_CHECKING:
    from dateline.facts.site_records import Site
    from dateline.pages.edition import Edition
    from dateline.pages.shell import Page
    from dateline.pages.summary import Summary


def many_like(edition: Edition) -> tuple[Summary, ...]:
    """The briefing and others that say the same: an archive of a long year and a short one."""
    summary = summarise(edition)
    years = [2023, 2024, *[2025] * 40]
    return tuple(
        replace(
            summary,
            slug=f"b{number}" if number else summary.slug,
            published=date(year, 1, 1) + timedelta(number),
            topics=("Trains", f"Rare {number // 2}"),
        )
        for number, year in enumerate(years)
    )


def in_archive(site: Site) -> Site:
    return site.with_sections(ALWAYS)


def one_of_each() -> dict[str, Page]:
    gone = "removed: [{id: trip, on: 2024-10-01, why: It did not happen.}]\n"
    moved = SHEETS["timeline"].replace("- id: visit", "- id: visit\n        formerly: arrival")
    this_edition = edition(**{**SHEETS, "timeline": moved + gone})
    written = {"folder": "toll", "on": "2024-10-01", "why": "A court forbade it."}
    removal = BriefingRemoval.model_validate(written)
    with_notice = SITE.model_copy(update={"removed": (removal,)})
    page = PageFront(title="Contact")
    links = {"contact": "a@b.example", "links": "https://a.example/"}
    author = Author.model_validate({"id": "ana", "name": "A. Writer", **links})
    social = with_notice.model_copy(update={"social": ("https://b.example/",)})
    words = social.with_own(OwnWords(pages={"contact": page}, authors=(author,)))
    text, _ = parse_markdown(SourceText("contact.md", "Write to us."))
    assert text
    site = plan_site(many_like(this_edition), in_archive(words), texts={"contact": text})
    pages = (page.plan() for page in site)
    planned = (*plan_briefing(this_edition), *pages, plan_annotated(this_edition))
    return {page.template: page for page in planned}


PAGES = one_of_each()


def asked_for(name: str) -> set[str]:
    """The variables of a template, of what it extends and of what it includes."""
    environment = _environment(look())
    tree = environment.parse(look().templates[name])
    imports = list(tree.find_all(nodes.FromImport))
    macros = {macro for imported in imports for macro in imported.names}
    macros |= {macro.name for macro in tree.find_all(nodes.Macro)}
    whole: list[nodes.Extends | nodes.Include] = [
        *tree.find_all(nodes.Extends),
        *tree.find_all(nodes.Include),
    ]
    drawn = {node.template.as_const() for node in whole}
    names = (
        meta.find_undeclared_variables(tree)
        - {*environment.globals, "_trans", "stylesheet"}
        - macros
    )
    return names.union(*(asked_for(template) for template in drawn))


@pytest.mark.parametrize("name", sorted(PAGES))
def test_template_and_context_name_the_same_things(name: str) -> None:
    context = PAGES[name].context
    assert is_dataclass(context)
    assert asked_for(name) == {field.name for field in fields(context)}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_context_can_not_be_changed(name: str) -> None:
    context = PAGES[name].context
    field = next(field.name for field in fields(context))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        setattr(context, field, None)
    assert not hasattr(context, "__dict__")


def records_in(value: object) -> Iterator[object]:
    """Every dataclass instance in a context, at any depth, the context itself among them."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from records_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from records_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from records_in(part)


def test_every_field_of_a_card_is_read_by_a_template(monkeypatch: pytest.MonkeyPatch) -> None:
    site = SITE.model_copy(update={"address": "https://daily.example/", "report": "mailto:a@b.c"})
    whole = replace(everything(), site=site)
    archive = plan_site(many_like(whole), in_archive(site))
    planned = [*PAGES.values(), *plan_briefing(whole), *(page.plan() for page in archive)]
    picture = SharedPicture(path="card.png", width=1200, height=630, words="A card.")
    planned.append(plan_about((), site, picture))
    kinds: set[type[Any]] = {
        type(record) for page in planned for record in records_in(page.context)
    }
    read: set[tuple[str, str]] = set()

    def note(record: object, name: str) -> Any:
        read.add((type(record).__name__, name))
        return object.__getattribute__(record, name)

    with monkeypatch.context() as patch:
        for kind in kinds:
            patch.setattr(kind, "__getattribute__", note)
        for page in planned:
            render(page, look())
    held = {(kind.__name__, field.name) for kind in kinds for field in fields(kind)}
    assert sorted(held - read) == []


def test_every_template_is_a_page_or_part_of_one() -> None:
    whole = {name for name in look().templates if not name.startswith("partials/")}
    assert whole - {"base.html.j2", "lean.html.j2"} == set(PAGES)


def test_the_contract_names_the_context_of_every_template() -> None:
    filled = {name: type(page.context) for name, page in PAGES.items()}
    parts = {"partials/also.html.j2": AlsoContext, "partials/onward.html.j2": OnwardContext}
    assert filled | parts == CONTEXTS


def test_the_documented_contract_is_that_of_the_code() -> None:
    """`python -m tests.contract` writes it."""
    assert FILE.read_text("utf-8") == render_contract()


def test_our_own_templates_keep_the_contract() -> None:
    given = {"assets": Assets, "stylesheet": str}
    contexts = {name: {**given, **typed_fields(context)} for name, context in CONTEXTS.items()}
    texts = look().templates
    assert [*check_templates(_environment(look()), texts, contexts, texts)] == []
