"""Each template has one dataclass, and each knows the whole of the other."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, meta, nodes

from dateline.pages.annotated import plan_annotated
from dateline.pages.plan import plan_briefing, plan_site
from dateline.pages.summarise import summarise
from tests.pages.world import SHEETS, SITE, edition, look

if TYPE_CHECKING:
    from dateline.pages.shell import Page


def one_of_each() -> dict[str, Page]:
    gone = "removed: [{id: trip, on: 2024-10-01, why: It did not happen.}]\n"
    moved = SHEETS["timeline"].replace("- id: visit", "- id: visit\n        formerly: arrival")
    one = edition(**{**SHEETS, "timeline": moved + gone})
    site = plan_site((summarise(one),), SITE, one.today)
    planned = (*plan_briefing(one), *site, plan_annotated(one))
    return {page.template: page for page in planned}


PAGES = one_of_each()


def asked_for(name: str) -> set[str]:
    """The variables of a template, of what it extends and of what it includes."""
    tree = Environment(autoescape=True).parse(look().templates[name])
    imports = list(tree.find_all(nodes.FromImport))
    macros = {macro for one in imports for macro in one.names}
    macros |= {macro.name for macro in tree.find_all(nodes.Macro)}
    whole: list[nodes.Extends | nodes.Include] = [
        *tree.find_all(nodes.Extends),
        *tree.find_all(nodes.Include),
    ]
    drawn = {one.template.as_const() for one in whole}
    names = meta.find_undeclared_variables(tree) - {"assets"} - macros
    return names.union(*(asked_for(one) for one in drawn))


@pytest.mark.parametrize("name", sorted(PAGES))
def test_template_and_context_name_the_same_things(name: str) -> None:
    context = PAGES[name].context
    assert is_dataclass(context)
    assert asked_for(name) == {field.name for field in fields(context)}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_context_can_not_be_changed(name: str) -> None:
    context = PAGES[name].context
    field = next(one.name for one in fields(context))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        setattr(context, field, None)
    assert not hasattr(context, "__dict__")


def test_every_template_is_a_page_or_part_of_one() -> None:
    whole = {name for name in look().templates if not name.startswith("partials/")}
    assert whole - {"base.html.j2"} == set(PAGES)
