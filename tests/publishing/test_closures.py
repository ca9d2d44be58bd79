"""A page is rendered again for a template that it depends on, and for no other."""

from __future__ import annotations

import pytest
from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from dateline.publishing.looks.closures import closures
from dateline.publishing.looks.look import read_look_files

OURS = {name: data.decode() for name, data in read_look_files().templates.items()}


def affected(templates: dict[str, str], changed: str) -> set[str]:
    """Whose pages are others when this template is."""
    before = closures(templates, "")
    after = closures({**templates, changed: templates[changed] + "!"}, "")
    return {name for name in templates if before[name] != after[name]}


def by_jinja(templates: dict[str, str], changed: str) -> set[str]:
    """The same, slowly."""
    environment = Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - nothing is rendered
    named = {
        name: {
            each
            for found in find_referenced_templates(environment.parse(text))
            for each in ([found] if found else templates)
        }
        for name, text in templates.items()
    }
    found = {changed}
    while more := {name for name, of in named.items() if of & found} - found:
        found |= more
    return found


def test_the_programs_templates_have_those_that_jinja_finds() -> None:
    for name in OURS:
        assert affected(OURS, name) == by_jinja(OURS, name)
    assert affected(OURS, "article.html.j2") == {"article.html.j2"}


@pytest.mark.parametrize(
    "tag",
    [
        "{% include 'b' %}",
        '{%- include"b" -%}',
        '{% extends\n  "b" %}',
        '{% import "b" as b %}',
        '{% from "b" import c with context %}',
        '{% include "b" ignore missing %}',
    ],
)
def test_a_name_that_is_written_out_is_followed(tag: str) -> None:
    templates = {"a": tag, "b": "", "c": ""}
    assert affected(templates, "b") == by_jinja(templates, "b") == {"a", "b"}
    assert affected(templates, "c") == {"c"}


@pytest.mark.parametrize(
    "tag",
    [
        "{% include name %}",
        '{% include "b" ~ name %}',
        '{% include ["b", "c"] %}',
        '{% include "b" if name else "c" %}',
        "{% extends (name) %}",
        '{% include "b\\x63" %}',
    ],
)
def test_any_other_may_name_all(tag: str) -> None:
    assert affected({"a": tag, "b": "", "c": ""}, "c") == {"a", "c"}


def test_templates_that_name_each_other_end() -> None:
    assert affected({"a": '{% import "b" as b %}', "b": '{% import "a" as a %}'}, "a") == {"a", "b"}


def test_what_all_share_is_in_each() -> None:
    assert closures({"a": ""}, "one logo") != closures({"a": ""}, "another")
