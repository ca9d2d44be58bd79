"""Pages to bytes, through their templates."""

import html
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from markupsafe import Markup

from dateline.facts.phrasing import capitalise
from dateline.pages.shell import Page
from dateline.problems import Position, Problem, Rule
from dateline.publishing.assets import Look
from dateline.publishing.compiled import CompiledTemplates
from dateline.words.in_templates import TEMPLATE_WORDS, show_integer


class TemplateFaultError(Exception):
    """A template that does not render; `problem` names template, line and page."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


_FAULTS: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def render(page: Page, look: Look) -> bytes:
    """The page as UTF-8 HTML. Raises TemplateFaultError if its template fails."""
    try:
        template = _environment(look).get_template(page.template)
        names = [field.name for field in fields(page.context)]  # type: ignore[arg-type]
        styles = look.assets.styles
        values = {name: getattr(page.context, name) for name in names}
        return template.render(values, stylesheet=styles.get(page.template, styles[""])).encode()
    except _FAULTS as error:
        raise TemplateFaultError(_problem(error, page, look.templates)) from error


@lru_cache(maxsize=1)
def _environment(look: Look) -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: _source(name, look.templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_kept_in(look.compiled) if look.compiled else None,
    )
    # The extension compiles `trans` to calls of these; values in a message are escaped there.
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals |= TEMPLATE_WORDS
    environment.filters |= {
        "number": _at_run_time(show_integer),
        "opening": _at_run_time(capitalise),
        "in_text": lambda text: Markup(html.escape(text, quote=False)),  # noqa: S704 - escaped
    }
    environment.globals["assets"] = look.assets
    return environment


def _kept_in(folder: Path) -> CompiledTemplates:
    return CompiledTemplates(folder, Path(__file__).read_bytes())


def _at_run_time(show: Callable[[Any], str]) -> Callable[..., str]:
    """The filter, which Jinja would otherwise apply to a constant once for all pages and languages."""

    @pass_context
    def show_in_page(_: object, value: Any) -> str:
        return show(value)

    return show_in_page


def _source(name: str, templates: Mapping[str, str]) -> tuple[str, str, Callable[[], bool]] | None:
    text = templates.get(name)
    return None if text is None else (text, f"templates/{name}", lambda: True)


def _problem(error: Exception, page: Page, templates: Mapping[str, str]) -> Problem:
    return Problem(
        position=_position(error, page, templates),
        rule=Rule.TEMPLATE_ERROR,
        found=f"the page {page.path} does not render: {str(error) or type(error).__name__}",
        fix="fix the template or its context",
    )


def _position(error: Exception, page: Page, templates: Iterable[str]) -> Position:
    """The line of the template that failed: that of the syntax error, or the innermost."""
    if isinstance(error, TemplateSyntaxError):
        return Position(path=f"templates/{error.name or page.template}", line=error.lineno)
    ours = {f"templates/{name}" for name in templates}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename in ours:
            return Position(path=frame.filename, line=frame.lineno or 1)
    return Position(path=f"templates/{page.template}")
