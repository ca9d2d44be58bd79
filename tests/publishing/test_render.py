"""Templates become pages, loudly where they fail; style, script and fonts get their names."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

import pytest

from dateline.pages.shell import Page
from dateline.publishing.looks.assets import plan_look
from dateline.publishing.looks.render import TemplateFaultError, render
from tests.pages.world import look

STATIC = {
    "style/tokens.css": b"/* ours */\n@layer tokens {\n  a { src: url(serif.woff2); }\n}\n",
    "style/base.css": b"base",
    "style/layout.css": b"layout",
    "style/print.css": b"print",
    "style/components/b.css": b"second",
    "style/components/a.css": b"first",
    "script/tidy.js": b"1",
    "fonts/serif.woff2": b"font",
    "fonts/serif.LICENSE.txt": b"OFL",
    "fonts/README.md": b"not published",
    "icon.svg": b"<svg/>",
    "icons/favicon.ico": b"icon",
    "icons/README.md": b"not published",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    words: str


def made(template: str, words: str = "x", **others: str) -> str:
    look = plan_look({"page.html.j2": template, **others}, STATIC)
    page = Page(path="a/index.html", template="page.html.j2", context=Context(words=words))
    return render(page, look).decode()


def fault(template: str, **others: str) -> tuple[str, int, str]:
    with pytest.raises(TemplateFaultError) as caught:
        made(template, **others)
    problem = caught.value.problem
    assert problem.rule == "template.error"
    return problem.position.path, problem.position.line, problem.found


def test_what_content_says_is_text_and_never_markup() -> None:
    assert made("<p>{{ words }}</p>", "<b>&") == "<p>&lt;b&gt;&amp;</p>"


def test_a_name_that_is_not_there_is_refused_with_template_line_and_page() -> None:
    path, line, found = fault("one\n{{ wrods }}")
    assert (path, line) == ("templates/page.html.j2", 2)
    assert "a/index.html" in found
    assert "wrods" in found


def test_a_fault_in_a_partial_is_reported_at_the_partial() -> None:
    whole = '{% include "part.html.j2" %}'
    path, line, _ = fault(whole, **{"part.html.j2": "\n\n{{ words.nothing }}"})
    assert (path, line) == ("templates/part.html.j2", 3)


def test_a_syntax_error_is_reported_at_its_line() -> None:
    path, line, _ = fault("a\n{% if words %}\n{{ words }")
    assert (path, line) == ("templates/page.html.j2", 3)


def test_a_value_of_the_wrong_type_is_a_fault_without_a_traceback() -> None:
    assert fault("{{ words + 1 }}")[:2] == ("templates/page.html.j2", 1)


def test_a_template_that_is_missing_is_named() -> None:
    assert "lost.html.j2" in fault('{% include "lost.html.j2" %}')[2]


def test_the_layers_are_in_order() -> None:
    look = plan_look({}, STATIC)
    style = look.files[look.assets.styles[""]].decode()
    order = ["tokens", "base", "layout", "first", "second"]
    assert [word for word in re.findall(r"\w+", style) if word in order] == order
    assert "ours" not in style
    assert look.files[look.assets.print_style] == b"print"


def test_the_stylesheet_names_the_fonts_as_they_are_published() -> None:
    look = plan_look({}, STATIC)
    named = re.findall(r"url\((.*?)\)", look.files[look.assets.styles[""]].decode())
    assert [look.files[f"assets/{name}"] for name in named] == [b"font"]


def test_licences_go_with_the_fonts_and_nothing_else_does() -> None:
    files = plan_look({}, STATIC).files
    assert files["assets/serif.LICENSE.txt"] == b"OFL"
    assert len(files) == 9  # with it a font, two styles, three scripts and an icon in two forms


def test_icons_that_browsers_request_by_name_are_at_the_root() -> None:
    for plain in (False, True):
        assert plan_look({}, STATIC, plain_names=plain).files["favicon.ico"] == b"icon"
    size = {"favicon.ico": (32, 32), "apple-touch-icon.png": (180, 180)}
    for name, data in look().files.items():
        if name in size:
            head = data.index(b"IHDR") + 4
            assert struct.unpack(">2I", data[head : head + 8]) == size.pop(name)
    assert size == {}


def test_a_file_that_changes_changes_its_name_alone() -> None:
    before, after = plan_look({}, STATIC), plan_look({}, {**STATIC, "fonts/serif.woff2": b"new"})
    assert before.assets.styles != after.assets.styles
    assert before.assets.script == after.assets.script
    assert before.names.digest != after.names.digest
    assert before.digest == after.digest


def test_a_template_that_changes_changes_the_look() -> None:
    assert plan_look({"a": "1"}, STATIC).digest != plan_look({"a": "2"}, STATIC).digest
